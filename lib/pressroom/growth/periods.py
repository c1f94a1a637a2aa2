"""The tokens of a sentence and the day held in, its reference periods out, and which of them are only a base."""

from dataclasses import dataclass

from .dates import NOTHING, Context, Span, Spec, resolve
from .numerals import CARDINAL, TENS
from .timewords import MONTH, count_at, loose_at, ordinal_at, time_at
from .tokens import Tokens

_CORE = frozenset("day week month quarter year decade days weeks months quarters years decades".split())
_PREPS = frozenset("in during over since from for throughout between within after on".split())
_BASES = frozenset("than as with against over from on above below to".split())
_LEVEL_OF = frozenset("level levels figure figures that those one ones average size number amount value volume".split())
_STARTS = frozenset(
    """first second third fourth 1st 2nd latter this last next previous same that current past coming following latest
    preceding end beginning start outset close each every recent early late mid now currently today presently nowadays
    so thus right yesterday then q1 q2 q3 q4 h1 h2 year plan month quarter week a one full-year to at up until as by
    till whole entire full corresponding""".split()
)


_MONTHISH = frozenset(MONTH)
_OPENERS = (
    _STARTS
    | _MONTHISH
    | CARDINAL.keys()
    | TENS.keys()
    | frozenset("since from between in within over after for during on throughout".split())
)


@dataclass(slots=True)
class Period:
    """A time expression with its tokens `i` to `j`, its interval when achieved and when a target.

    `role` is "span", "since", "point", "bound" (before 2030, until 2027: no reference period), "frame" (in less
    than two years) or "base" (than in 2012), whose words are `base`.
    """

    i: int
    j: int
    start: int
    end: int
    words: str
    role: str
    achieved: Span
    planned: Span
    base: str | None = None
    spec: Spec = ("none",)
    aimed: bool = False

    def span(self, target: bool) -> Span:
        """Give the interval for a target or for what was achieved."""
        return self.planned if target else self.achieved


def find_periods(tk: Tokens, context: Context) -> list[Period]:
    """Take the tokens of a sentence and what was said before it, give its periods in order.

    Examples
    --------
    >>> from datetime import date
    >>> period = find_periods(Tokens("In 2023 output rose."), Context(date(2024, 4, 26)))[0]
    >>> [str(day) for day in period.achieved]
    ['2023-01-01', '2024-01-01']
    """
    found: list[Period] = []
    i, n = 0, tk.n
    while i < n:
        word, kind = tk.w[i], tk.k[i]
        if (word not in _OPENERS and "-" not in word) if kind == "W" else kind not in "NXO":
            i += 1
            continue
        period = _period_at(tk, i, context, found) or _elliptic(tk, i, context, found)
        if period is None:
            i += 1
            continue
        found.append(period)
        i = max(period.j, i + 1)
    return found


def _elliptic(tk: Tokens, i: int, context: Context, found: list[Period]) -> Period | None:
    """Give "in the second" after "in the first quarter", and the second of two bases: "than in 2023 and 2019"."""
    w = tk.w
    last = found[-1] if found else None
    if last is None or i < 2 or w[i - 1] != "the" or w[i - 2] not in ("in", "of", "for") or last.spec[0] not in ("quarter", "half"):
        return None
    value = ordinal_at(tk, i)
    if not value or value > 4 or (i + 1 < tk.n and tk.t[i + 1] in ("NOUN", "Vboth", "Vbase", "Vs")):
        return None
    return _made(tk, i - 2, i + 1, (last.spec[0], value, last.spec[2]), "span", context)


def _period_at(tk: Tokens, i: int, context: Context, found: list[Period]) -> Period | None:
    w = tk.w
    word = w[i]
    if tk.k[i] == "W" and word in _PREPS:
        if word == "since":
            return _since(tk, i, context)
        if word in ("from", "between"):
            ranged = _ranged(tk, i, context)
            if ranged:
                return ranged
        if word in ("in", "within", "over", "after", "for", "during"):
            frame = _frame(tk, i, context)
            if frame:
                return frame
        if word in ("in", "on", "during", "over", "throughout") and not _core_after(tk, i):
            end = loose_at(tk, i)
            if end:
                end += end < tk.n and w[end] in "\"'"
                if end + 1 < tk.n and w[end] == "in" and time_at(tk, end + 1):
                    end = (time_at(tk, end + 1) or (0, end))[1]
                return _made(tk, i, end, ("none",), "span", context)
    if tk.k[i] == "P" or tk.k[i] == "C":
        return None
    ago = i + 2 < tk.n and tk.w[i + 1] in _CORE and tk.w[i + 2] in ("ago", "earlier", "before", "later")
    if (
        tk.k[i] == "W"
        and word not in _STARTS
        and not ago
        and "-" not in word
        and not _month_like(tk, i)
        and tk.k[i] != "O"
    ):
        return None
    core = time_at(tk, i)
    if core is None:
        return None
    return _placed(tk, i, core[1], core[0], context, found)


def _month_like(tk: Tokens, i: int) -> bool:
    return tk.w[i] in _MONTHISH


def _core_after(tk: Tokens, i: int) -> bool:
    at = i + 1
    while at < tk.n and tk.w[at] in ("the", "whole", "full", "entire", "all", "just", "only"):
        at += 1
    return at < tk.n and time_at(tk, at) is not None


def _placed(tk: Tokens, i: int, j: int, spec: Spec, context: Context, found: list[Period]) -> Period | None:
    """Take a time expression without its preposition, find its role from what stands before it."""
    w = tk.w
    at = i
    while (
        at
        and w[at - 1] in ("the", "whole", "full", "entire", "all", "of", "alone", "a")
        and (w[at - 1] != "of" or (at > 1 and w[at - 2] in ("whole", "all", "as")))
    ):
        if w[at - 1] == "of" and w[at - 2] == "as":
            break
        at -= 1
    before = w[at - 1] if at else ""
    if j < tk.n and w[j] == "alone":
        j += 1
    prior = len(spec) > 1 and spec[-1] == "prior"
    base = _base(tk, i, at, j, spec, prior)
    if base is None and before == "and" and found and found[-1].role == "base" and found[-1].j == at - 1:
        base = (at, _printed(tk, at, j))  # "than in 2023 and 2019"
    if base is not None:
        start, words = base
        return _made(tk, start, j, ("none",) if prior else spec, "base", context, words)
    if prior:
        return _made(tk, at, j, ("none",), "span", context)
    if before == "of" and at > 1 and w[at - 2] == "as":
        return _made(tk, at - 2, j, _pointed(spec), "point", context)
    if before in ("by", "at"):
        return _made(tk, at - 1, j, _pointed(spec), "point", context)
    if before in ("before", "after", "until", "till", "to") or (before == "through" and at > 1):
        return _made(tk, at - 1, j, spec, "bound", context)
    if before == "in" and at > 1 and w[at - 2] in ("later", "earlier") and len(spec) > 1 and spec[1] == "the":
        return _made(tk, at - 2, j, ("none",), "span", context)
    if spec[0] == "name":
        return _made(tk, at, j, ("none",), "name", context)
    if spec[0] == "rate":
        return _made(tk, at, j, ("none",), "rate", context)
    if before in ("in", "during", "over", "for", "throughout", "on", "within"):
        return _made(tk, at - 1, j, spec, "span", context)
    if spec[0] == "congress" or (spec[0] == "plan" and before not in ("in", "during", "over", "for", "of")):
        return _made(tk, at, j, ("none",), "name", context, plan=spec)
    return _made(tk, at, j, spec, "point" if spec[0] == "end" else "span", context)


def _pointed(spec: Spec) -> Spec:
    """By 2030, by June, as of the third quarter: the last day."""
    return (
        spec
        if spec[0] in ("end", "start", "now", "none", "then", "relative", "same") or (spec[0] == "days")
        else ("end", spec)
    )


def _made(
    tk: Tokens,
    i: int,
    j: int,
    spec: Spec,
    role: str,
    context: Context,
    base: str | None = None,
    plan: Spec | None = None,
) -> Period:
    achieved, planned = resolve(spec, context), resolve(spec, context, True)
    number = (plan or spec)[1] if (plan or spec)[0] == "plan" else None
    if role in ("span", "since", "point") and spec[0] not in ("now", "then", "run"):
        context.note(achieved, number if isinstance(number, int) else None)
    elif isinstance(number, int):
        context.plan = number
    return Period(i, j, tk.s[i], tk.e[j - 1], tk.text[tk.s[i] : tk.e[j - 1]], role, achieved, planned, base, spec)


def _since(tk: Tokens, i: int, context: Context) -> Period | None:
    """Give "since 2012", "since the 18th National Congress", "since it opened in 2019", "since the policy started"."""
    w, n = tk.w, tk.n
    at = i + 1
    if any(x.endswith("est") or x in ("time", "record") for x in w[max(0, i - 3) : i]) and time_at(tk, at) is not None:
        return _made(tk, i, (time_at(tk, at) or (0, at))[1], ("none",), "bound", context)  # "the highest since 2012"
    if at >= n or tk.t[at] in ("Vboth", "Vpart", "Vpast", "P") or (i and tk.t[i - 1] == "HAVE"):
        return None  # "has since quadrupled"
    while at < n and w[at] in ("the", "its", "our"):
        at += 1
    core = time_at(tk, at) if at < n else None
    spec: Spec = ("none",)
    j = i + 1
    if core:
        spec, j = core
    else:
        while j < n and j < i + 14 and tk.k[j] not in "P":
            inner = time_at(tk, j)
            if inner and inner[0][0] in ("year", "months", "days", "quarter") and inner[0] != ("year", "prior"):
                spec, j = inner
                break
            j += 1
        if j == i + 1:
            return None
        if j < n and w[j] not in (",", ".", ";", ":") and spec == ("none",):
            j = i + 1
    if j < n and w[j] == "of" and core and spec[0] == "congress":
        while j < n and tk.k[j] != "P" and j < i + 14 and tk.t[j][0] != "V":
            j += 1
    first = resolve(spec, context)[0]
    if len(spec) > 1 and spec[-1] == "the" and context.held:
        first = resolve((*spec[:-1], "this"), context)[0]
    if spec[0] == "start" and isinstance(spec[1], tuple) and spec[1] == ("year", "the") and context.held:
        first = context.held.replace(month=1, day=1)
    period = _made(tk, i, max(j, i + 1), ("none",), "since", context, plan=spec)
    if first and context.held and first < context.held:
        period.achieved = period.planned = (first, context.held)
        context.note((first, first.replace(day=first.day)))
    return period


def _ranged(tk: Tokens, i: int, context: Context) -> Period | None:
    """Give "from January to April", "between 2016 and 2020", "from now to the end of the year"."""
    w, n = tk.w, tk.n
    at = i + 1 + (i + 1 < n and w[i + 1] == "the")
    left = time_at(tk, at) if at < n else None
    if left is None and at < n and w[at] in ("first", "second", "third"):
        left = _bare_quarter(tk, at)
    if left is None:
        return None
    j = left[1]
    if w[i] == "from" and i and w[i - 1] in _MEASURED and w[j : j + 1] != ["to"]:
        return None  # "narrowing 1 percentage point from the January-April period"
    if left[0][0] in ("years", "days") and (left[0][0] == "years" or left[0][1:3] != left[0][3:5]):
        return _made(tk, i, j, left[0], "span", context)
    if left[0][0] == "months" and left[0][1] != left[0][2]:
        return _made(tk, i, j, left[0], "span", context)
    if j < n and w[j] in ("to", "until", "through", "and", "till", "-"):
        at = j + 1 + (j + 1 < n and w[j + 1] == "the")
        right = time_at(tk, at) if at < n else None
        if right:
            spec = ("from", left[0], right[0])
            return _made(tk, i, right[1], spec, "span", context)
    if (
        w[i] == "from"
        and left[0][0] in ("days", "months", "year")
        and i
        and w[i - 1] in ("starting", "beginning", "effective", "effect")
    ):
        period = _made(tk, i - 1, j, ("none",), "since", context)
        first = resolve(left[0], context)[0]
        if first and context.held and first < context.held:
            period.achieved = (first, context.held)
        return period
    if j < n and w[j] in ("on", "onward", "onwards", "forward"):
        return _made(tk, i, j + 1, ("none",), "bound", context)
    return None


def _bare_quarter(tk: Tokens, at: int) -> tuple[Spec, int] | None:
    """In "from the first to the fourth quarter" the noun stands once."""
    if "quarter" in tk.w[at + 1 : at + 5]:
        return ("quarter", {"first": 1, "second": 2, "third": 3}[tk.w[at]], None), at + 1
    return None


def _frame(tk: Tokens, i: int, context: Context) -> Period | None:
    """Give a pure time frame: "in less than three years", "over three years", "for the first time in 20 years"."""
    w, n = tk.w, tk.n
    j = i + 1
    if j + 1 < n and w[j] in ("less", "more", "fewer", "under", "just", "about", "only", "nearly", "over", "around"):
        j += 1 + (w[j + 1] == "than")
    if j < n and (w[i] in ("in", "over", "after", "during") or w[j : j + 2] == ["the", "first"]):
        if w[i] == "for":
            if w[j : j + 3] != ["the", "first", "time"]:
                return None
            j += 3
            if j + 2 < n and w[j] == "in" and count_at(tk, j + 1) and w[j + 2] in _CORE:
                return _made(tk, i, j + 3, ("none",), "frame", context)
            return None
        the = w[j] == "the"
        count = count_at(tk, j + the)
        at = j + the + 1
        if count and at < n and w[at] in _CORE | {"hours", "minutes"}:
            if (
                w[i] == "over"
                and i
                and (
                    w[i - 1]
                    in (
                        "for",
                        "aged",
                        "of",
                        "people",
                        "terms",
                        "maturities",
                        "maturity",
                        "loans",
                        "bonds",
                        "above",
                        "those",
                    )
                    or tk.t[i - 1] == "BE"
                )
            ):
                return None
            if the and context.plan and w[i] in ("over", "during", "in"):
                return _made(tk, i, at + 1, ("plan", None), "span", context)
            if at + 1 < n and w[at + 1] in ("ago", "earlier", "later", "of"):
                return None
            superlative = i and (w[i - 1].endswith("est") or w[i - 1] in ("high", "low", "time", "record"))
            return _made(tk, i, at + 1, ("none",), "bound" if superlative else "frame", context)
    return None


def _base(tk: Tokens, i: int, at: int, j: int, spec: Spec, prior: bool) -> tuple[int, str] | None:
    """Take a time expression, give where its base of comparison starts and its words, if it is one."""
    w, n = tk.w, tk.n
    k = at
    if (
        k
        and w[k - 1] in ("in", "at", "by", "of", "for", "during")
        and not (k > 1 and w[k - 1] == "of" and w[k - 2] == "as")
    ):
        k -= 1
    if k and w[k - 1] in _LEVEL_OF:
        k -= 1
        while k and (w[k - 1] in ("the", "its", "same", "year-end", "average", "that") or tk.t[k - 1] == "ADV"):
            k -= 1
    word = w[k - 1] if k else ""
    if (
        k < at
        and word == "of"
        and k > 1
        and (w[k - 2] in _MEASURED or w[k - 2] in ("half", "third", "thirds", "quarter"))
    ):
        return k, _printed(tk, at, j)  # "recovered to 60 percent of the level of 2019"
    named = j < n and w[j] in ("level", "levels", "figure", "figures", "rush", "average", "total", "peak", "baseline")
    if named and i and w[i - 1] in ("the", "its") and spec[0] in ("year", "none"):
        return k - (word in _BASES), _printed(tk, at, j + (w[j] == "rush"))
    hit = word in ("than", "against") or (word == "as" and k > 1 and w[k - 2] not in ("known",))
    hit = hit or (word in ("with", "to") and k > 1 and w[k - 2] in ("compared", "comparison", "relative", "contrast"))
    hit = hit or word in ("versus", "vs") or (k < at and word in _FACTORS)
    if word in ("over", "from", "on", "above", "below") and k > 1:
        left, tag = w[k - 2], tk.t[k - 2]
        measured = tag == "NUM" or left in _MEASURED or left in ("more", "less", "higher", "lower", "unchanged", "up",
                                                                 "down", "increase", "rise", "growth", "change", "flat",
                                                                 "decline", "decrease", "drop", "fall", "halved", "doubled",
                                                                 "tripled", "quadrupled", "fold", "improved", "tonnes")  # fmt: skip
        measured = measured or left.endswith("fold")
        hit = measured and spec[0] not in ("run", "days") and not (word == "over" and spec == ("year", "the"))
        hit = hit and not (word == "from" and w[j : j + 1] == ["to"])
        hit = hit and not (word in ("over", "on") and spec[0] == "now")
    if prior and not hit and i and w[at - 1] in ("from", "over", "on", "above", "below"):
        hit, k = True, at
    if w[j - 1].endswith("'s") and spec[0] == "year" and k and (w[k - 1] in _EXCEEDS):
        return at, _printed(tk, at, j)
    if not hit:
        return None
    return (k - (word not in _FACTORS), _printed(tk, at, j))


_EXCEEDS = frozenset("exceed exceeds exceeded surpass surpassed surpasses top topped beat outpace outpaced".split())
_FACTORS = frozenset("times double triple twice half".split())
_MEASURED = frozenset(
    "% percent cent points point yuan dollars euros tonnes tons kilometers km hectares mu kwh kilowatts people items"
    " million billion trillion thousand times meters units years days hours jin kg kilograms barrels gw points".split()
)


def _printed(tk: Tokens, i: int, j: int) -> str:
    """Give the words of a base without articles: "end of first quarter"."""
    return " ".join(x for x in tk.words(i, j).split() if x.lower() not in ("the", "a"))
