"""A time expression in, out whether it is only the base of a comparison: "than in 2012", "from a year earlier"."""

from .dates import Spec
from .tokens import Tokens

_BASES = frozenset("than as with against over from on above below to".split())
_LEVEL_OF = frozenset(
    """level levels figure figures that those one ones average size number amount value volume base baseline peak total
    trough""".split()
)
_SIZED = frozenset(
    "the its same year-end average that high low large small higher lower total record peak previous historical".split()
)
_LIKE = frozenset(
    "equal similar identical comparable equivalent compared comparison relative contrast par line".split()
)
_CHANGED = frozenset(
    """more less higher lower unchanged up down increase rise growth change flat decline decrease drop fall halved
    doubled tripled quadrupled fold improved""".split()
)


def baseline_of(tk: Tokens, i: int, at: int, j: int, spec: Spec, prior: bool) -> tuple[int, str] | None:
    """Take a time expression, give where its base of comparison starts and its words, if it is one."""
    w, n = tk.w, tk.n
    k = at
    if (
        k
        and w[k - 1] in ("in", "at", "by", "of", "for", "during")
        and not (k > 1 and w[k - 1] == "of" and w[k - 2] == "as")
    ):
        k -= 1
    if k > 2 and tk.t[k - 1] in ("BE", "DO") and tk.t[k - 2] == "PRON" and w[k - 3] in ("than", "as"):
        k -= 2  # "longer than it was in 1981"
    did = k > 3 and tk.t[k - 1] in ("Vboth", "Vpart", "Vpast")
    if did and w[k - 2] in _LEVEL_OF and not _SET_AGAINST.isdisjoint(w[max(0, k - 4) : k - 2]):
        k -= 1  # "three times the number launched in 2020"
    elif did and tk.t[k - 2] == "NOUN" and tk.t[k - 3] == "DET" and w[k - 4] in _FACTORS:
        k -= 3  # "twice the funds requested in 2020"
    if k and w[k - 1] in _LEVEL_OF:
        k -= 1
        while k and w[k - 1] not in _FACTORS and (w[k - 1] in _SIZED or tk.t[k - 1] == "ADV"):
            k -= 1
    word = w[k - 1] if k else ""
    if (
        k < at
        and word == "of"
        and k > 1
        and (w[k - 2] in MEASURED or w[k - 2] in ("half", "third", "thirds", "quarter"))
    ):
        return k, printed_base(tk, at, j)  # "recovered to 60 percent of the level of 2019"
    if word == "as" and k > 1 and (w[k - 2] == "such" or (w[k - 2] in (",", ":", ";", "(") and w[k] == "at")):
        return None
    named = j < n and w[j] in ("level", "levels", "figure", "figures", "rush", "average", "total", "peak", "baseline")
    beside = w[at - 1] if at else ""
    compared = beside in _FACTORS or beside in _BASES or beside in MEASURED or beside in ("of", "half")
    if named and i and w[i - 1] in ("the", "its") and (compared or (at and spec[0] in ("year", "none"))):
        return k - (word in _BASES), printed_base(tk, at, j + (w[j] == "rush"))
    hit = word in ("than", "against") or (word == "as" and k > 1 and w[k - 2] not in ("known",))
    hit = hit or (word in ("with", "to") and k > 1 and w[k - 2] in _LIKE)
    hit = hit or word in ("versus", "vs") or (k < at and word in _FACTORS)
    if word in ("over", "from", "on", "above", "below") and k > 1:
        left, tag = w[k - 2], tk.t[k - 2]
        measured = tag == "NUM" or left in MEASURED or left in _CHANGED
        measured = measured or left.endswith("fold") or (left == "," and k > 2 and w[k - 3] in MEASURED)
        measured = measured or (left == "or" and k < at)  # "at or above the level of May"
        hit = measured and spec[0] not in ("run", "days", "last") and not (word == "over" and spec == ("year", "the"))
        reached = tk.k[j + 1 : j + 2] == ["N"] and ("." in w[j + 1] or w[j + 2 : j + 3] in (["percent"], ["%"]))
        hit = hit and not (word == "from" and w[j : j + 1] == ["to"] and not reached)
        hit = hit and not (word in ("over", "on") and spec[0] == "now")
    if prior and not hit and i and w[at - 1] in ("from", "over", "on", "above", "below"):
        hit, k = True, at
    hit = hit or (prior and k < at and word in ("from", "over", "on"))  # "on the large base of a year ago"
    if w[j - 1].endswith("'s") and spec[0] == "year" and k and (w[k - 1] in _EXCEEDS):
        return at, printed_base(tk, at, j)
    if not hit:
        return None
    return (k - (word not in _FACTORS), printed_base(tk, at, j))


_EXCEEDS = frozenset("exceed exceeds exceeded surpass surpassed surpasses top topped beat outpace outpaced".split())
_FACTORS = frozenset("times double triple twice half".split())
_SET_AGAINST = frozenset("times double twice than triple".split())
MEASURED = frozenset(
    "% percent cent points point yuan dollars euros tonnes tons kilometers km hectares mu kwh kilowatts people items"
    " million billion trillion thousand times meters units years days hours jin kg kilograms barrels kw mw gw".split()
)


def printed_base(tk: Tokens, i: int, j: int) -> str:
    """Give the words of a base without articles: "end of first quarter"."""
    return " ".join(x for x in tk.words(i, j).split() if x.lower() not in ("the", "a"))
