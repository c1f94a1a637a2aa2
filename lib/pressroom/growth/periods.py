"""The tokens of a sentence and the day held in, its reference periods out, and which of them are only a base."""

from .baselines import baseline_of, printed_base
from .dates import Context, Spec, resolve
from .months import MONTH, ordinal_at
from .numerals import CARDINAL, TENS
from .period import Period, last_day, made_period
from .periodforms import CORE, both_at, frame_at, range_at, since_at
from .seasons import loose_at
from .timewords import time_at
from .tokens import Tokens

_PREPS = frozenset("in during over since from for throughout between within after on".split())
_STARTS = frozenset(
    """first second third fourth 1st 2nd latter this last next previous same that current past coming following latest
    preceding end beginning start outset close middle each every recent early late mid now currently
    today presently nowadays
    so thus right yesterday then q1 q2 q3 q4 h1 h2 year plan month quarter week a one full-year to at up until as by
    till whole entire full corresponding those these any tonight tomorrow
    rest remainder fiscal fy mid-year day""".split()
)


_MONTHISH = frozenset(MONTH) | {f"{name}'s" for name in MONTH}


_AGAIN_THAT = frozenset("that those than from with".split())
_AGAIN = _AGAIN_THAT | frozenset("in of at the over to against".split())
_AFTER_LENGTH = frozenset("ago earlier before later on to through ended ending until".split())


_OPENERS = (
    _STARTS
    | _MONTHISH
    | CARDINAL.keys()
    | TENS.keys()
    | frozenset("since from between in within over after for during on throughout".split())
)


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
        period = _period_at(tk, i, context, found) or (_elliptic(tk, i, context, found[-1]) if found else None)
        if period is None:
            i += 1
            continue
        if found and i and tk.w[i - 1] == "(" and found[-1].j == i - 1 and period.role in ("span", "point"):
            _date_in_brackets(tk, found[-1], period)
        else:
            found.append(period)
        i = max(period.j, i + 1)
    return found


def _date_in_brackets(tk: Tokens, said: Period, dated: Period) -> None:
    """Give "the holiday (January 21 to 27)", "this year (2024)" as one period, dated where its words are not."""
    j = dated.j + (tk.w[dated.j : dated.j + 1] == [")"])
    if None in said.achieved:
        said.achieved, said.planned, said.spec = dated.achieved, dated.planned, dated.spec
        said.end, said.words = tk.e[j - 1], tk.text[said.start : tk.e[j - 1]]
    said.j = j


def _elliptic(tk: Tokens, i: int, context: Context, last: Period) -> Period | None:
    """Give "in the second" after "in the first quarter", and the second of two bases: "than in 2023 and 2019"."""
    w = tk.w
    if (
        i < 2
        or w[i - 1] != "the"
        or w[i - 2] not in ("in", "of", "for", "than", "from", "over")
        or last.spec[0] not in ("quarter", "half")
    ):
        return None
    value = ordinal_at(tk, i)
    if not value or value > 4 or (i + 1 < tk.n and tk.t[i + 1] in ("NOUN", "Vboth", "Vbase", "Vs")):
        return None
    if "than" in w[i - 3 : i - 1] or w[i - 2] in ("from", "over"):
        return made_period(tk, i - 2, i + 1, (last.spec[0], value, last.spec[2]), "base", context, w[i])
    return made_period(tk, i - 2, i + 1, (last.spec[0], value, last.spec[2]), "span", context)


def _period_at(tk: Tokens, i: int, context: Context, found: list[Period]) -> Period | None:
    w = tk.w
    word = w[i]
    if tk.k[i] == "W" and word in _PREPS:
        if word == "since":
            return since_at(tk, i, context)
        if word in ("in", "during", "over"):
            both = both_at(tk, i, context)
            if both:
                return both
        if word in ("from", "between"):
            ranged = range_at(tk, i, context)
            if ranged:
                return ranged
        if word in ("in", "within", "over", "after", "for", "during"):
            frame = frame_at(tk, i, context)
            if frame:
                return frame
        if word in ("in", "on", "during", "over", "throughout"):
            end = loose_at(tk, i)
            if end and not _core_after(tk, i):
                end += end < tk.n and w[end] in "\"'"
                on = end + (w[end : end + 1] in (["in"], ["of"]))
                dated = time_at(tk, on) if on < tk.n and (on > end or w[on] in ("this", "last")) else None
                end = dated[1] if dated else end
                return made_period(tk, i, end, ("none",), "span", context)
    if tk.k[i] == "P" or tk.k[i] == "C":
        return None
    ago = i + 2 < tk.n and tk.w[i + 1] in CORE and tk.w[i + 2] in _AFTER_LENGTH
    if (
        tk.k[i] == "W"
        and word not in _STARTS
        and not ago
        and "-" not in word
        and word not in _MONTHISH
        and tk.k[i] != "O"
    ):
        return None
    core = time_at(tk, i)
    if core is None:
        return None
    return _placed(tk, i, core[1], core[0], context, found)


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
    base = baseline_of(tk, i, at, j, spec, prior)
    if base is None and found and found[-1].role == "base":
        to = at
        while to and w[to - 1] in _AGAIN:
            to -= 1
        if w[to - 1] == "and" and found[-1].j == to - 1 and (to == at or not _AGAIN_THAT.isdisjoint(w[to:at])):
            base = (to, printed_base(tk, at, j))  # "than in 2023 and 2019", "than that of May and that of 2019"
    if base is not None:
        start, words = base
        return made_period(tk, start, j, ("none",) if prior else spec, "base", context, words)
    if prior:
        return made_period(tk, at, j, ("none",), "span", context)
    if before == "of" and at > 1 and w[at - 2] == "as":
        return made_period(tk, at - 2, j, last_day(spec), "point", context)
    if before in ("by", "at"):
        begin = at - 1 - (w[at - 2 : at - 1] == ["as"])  # "as at the end of June"
        return made_period(tk, begin, j, last_day(spec), "point", context)
    over = before in ("until", "till", "to") and spec[0] in ("end", "days") and context.held is not None
    if over and (before != "to" or w[at - 2 : at - 1] == ["up"]) and _is_past(last_day(spec), context):
        begin = at - 1 - (w[at - 2 : at - 1] == ["up"])
        return made_period(tk, begin, j, last_day(spec), "point", context)  # "until the end of June, 500 were"
    if before in ("before", "after", "until", "till", "to") or (before == "through" and at > 1):
        return made_period(tk, at - 1, j, spec, "bound", context)
    if before == "in" and at > 1 and w[at - 2] in ("later", "earlier") and len(spec) > 1 and spec[1] == "the":
        return made_period(tk, at - 2, j, ("none",), "span", context)
    if before == "as":
        return made_period(tk, at, j, ("none",), "bound", context)  # "such as last year's deferred taxes"
    if spec[0] == "name":
        return made_period(tk, at, j, ("none",), "name", context)
    if spec[0] == "rate":
        return made_period(tk, at, j, ("none",), "rate", context)
    if before in ("in", "during", "over", "for", "throughout", "on", "within"):
        return made_period(tk, at - 1, j, spec, "span", context)
    if spec[0] == "congress" or (spec[0] == "plan" and before not in ("in", "during", "over", "for", "of")):
        return made_period(tk, at, j, ("none",), "name", context, plan=spec)
    return made_period(tk, at, j, spec, "point" if spec[0] == "end" else "span", context)


def _is_past(spec: Spec, context: Context) -> bool:
    last = resolve(spec, context)[1]
    return last is not None and context.held is not None and last <= context.held
