"""An ordinal or a numbered place among the tokens in, the rank or the run of years it says out."""

from .numerals import CARDINAL, ORDINAL
from .tokens import Tokens

# form, token after it, value, value_high, unit, approx
Said = tuple[str, int, float | None, float | None, str, str | None]

_RANKED = frozenset(
    "rank ranks ranked ranking placed places placing came come comes stood stands finished sits".split()
)
_CAME = frozenset("came comes come coming finished finish".split())
_RANK_AFTER = frozenset("in among nationwide globally worldwide for place nationally overall".split())
_PLACED = frozenset("place position spot rank slot".split())
_WORLDS = frozenset("world country nation province region globe planet asia china europe africa city".split())
_RUNNING = frozenset("running straight consecutive successive row succession".split())
_SPANS = {"year": "years", "month": "months", "day": "days", "annual": "years", "yearly": "years", "monthly": "months"}
_EVERYWHERE = frozenset("nationwide globally worldwide nationally".split())
_SUPERLATIVE = frozenset("largest biggest highest longest fastest-growing most smallest lowest".split())


def run(tk: Tokens, i: int) -> Said | None:
    """Give "the thirteenth year running", "its eighth annual rise in a row", "the fourth consecutive year"."""
    value = ORDINAL.get(tk.w[i]) or (float(tk.w[i][:-2]) if tk.k[i] == "O" else None)
    window = tk.w[i + 1 : i + 7]
    if value and value > 1 and window[:1] in (["year"], ["month"]):
        # "the sixth year above 80 percent", "the highest for a fourth year"
        above = tk.w[max(0, i - 1) : i] == ["the"] and window[1:2] in (["above"], ["below"], ["over"], ["under"])
        again = tk.w[max(0, i - 2) : i] == ["for", "the"] and window[1:2] in ([","], ["."], [])
        if above or again or tk.w[max(0, i - 2) : i] == ["for", "a"]:
            return "run", i + 1, value, None, _SPANS[window[0]], None
    if not value or not _RUNNING.intersection(window):
        return None
    for at, word in enumerate(window):
        if tk.k[i + 1 + at] in "PN" or (
            tk.t[i + 1 + at] == "PREP"
            and window[at + 1 : at + 3] != ["a", "row"]
            and window[at + 1 : at + 2] != ["succession"]
        ):
            return None
        if word in _RUNNING and not (word == "row" and window[max(0, at - 2) : at] != ["in", "a"]):
            unit = next((_SPANS[x] for x in window if x in _SPANS), "items")
            return "run", i + 1, value, None, unit, None
    return None


def numbered_rank(tk: Tokens, i: int) -> Said | None:
    """Give "No. 9 in the world", "ranked No. 3", "number one globally"; "the No. 1 document" is a name."""
    w, n = tk.w, tk.n
    at = i + 1 + (i + 1 < n and w[i + 1] == ".")
    value = (float(w[at]) if tk.k[at] == "N" and w[at].isdigit() else CARDINAL.get(w[at])) if at < n else None
    if not value or value > 500:
        return None
    before, after = w[i - 1] if i else "", w[at + 1] if at + 1 < n else ""
    placed = after in ("in", "among") and w[at + 2 : at + 3] not in (["this"], ["our"], ["series"])
    ranked = before in _RANKED or (before in ("at", "as", "to") and not _RANKED.isdisjoint(w[:i]))
    if placed or ranked or after in _EVERYWHERE:
        return "rank", at + 1, value, None, "rank", None
    return None


def rank(tk: Tokens, i: int) -> Said | None:
    """Give "ranked third", "first in the country", "third-largest"; "the first to" and "the second home" are none."""
    w, n = tk.w, tk.n
    word = w[i]
    value = ORDINAL.get(word) or (float(word[:-2]) if tk.k[i] == "O" else 0.0)
    said: Said = ("rank", i + 1, value, None, "rank", None)
    at = i
    while at and w[at - 1] in ("the", "among", "joint", "at", "only", "a"):
        at -= 1
    before = w[at - 1] if at else ""
    after = w[i + 1] if i + 1 < n else ""
    if before == "in" and at > 1 and w[at - 2] in _CAME:
        return said  # "China came in 11th"
    if before in _CAME and value > 1 and after in ("", ".", ","):
        return said
    if before in _RANKED or (tk.t[at - 1] == "ADV" and at > 1 and w[at - 2] in _RANKED if at else False):
        if after in ("to", "time", "year", "half", "quarter"):
            return None
        # "safety comes first" is no rank
        return said if before.startswith(("rank", "plac")) or after in _RANK_AFTER else None
    if after == "in" and before in ("and", ",") and _RANKED.intersection(w[:at]):
        return said
    if after == "place" and word == "first" and w[max(0, i - 2) : i] == ["in", "the"]:
        return None
    if after in _PLACED or after in _EVERYWHERE:
        return said
    if after == "in" and i + 3 < n and w[i + 2] in ("the", "all") and w[i + 3] in _WORLDS and at == i:
        return said
    if (before in ("to", "from") and after in ("place", "nationwide")) or (after == "and" and _next_ranks(tk, i + 2)):
        return said
    return said if after in _SUPERLATIVE and before != "" and word not in ("first",) else None


def _next_ranks(tk: Tokens, i: int) -> bool:
    """Tell whether a second ordinal after "and" is followed by a place: "first and third places"."""
    return i + 1 < tk.n and (tk.k[i] == "O" or tk.w[i] in ORDINAL) and tk.w[i + 1] in ("place", "places")
