"""A period and a number of one sentence in, out whether the one can be that of the other at all."""

from datetime import date

from .frames import Frame
from .numbers import Number
from .numerals import OPENERS
from .period import Period
from .tokens import Tokens
from .units import TIMES
from .verbgroups import Group

_TOLD = frozenset("tell say announce report inform note learn hear state confirm mention know reveal".split())


_FORESEEN = frozenset("expected projected forecast predicted anticipated foreseen envisaged".split())


def governs(tk: Tokens, period: Period, groups: list[Group], held: date | None) -> bool:
    """Tell whether a period can be that of a number: not when something was said or foreseen."""
    if tk.w[period.i - 1] in _FORESEEN and period.i and is_over(period, held):
        return False  # "up from the 0.9 percent expected in June"
    # "we were told in March that 70 billion yuan had been set aside"
    told = any(g.verb.lemma in _TOLD and g.i < period.i for g in groups)
    return not (told and tk.w[period.j : period.j + 1] == ["that"])


COMPARED = frozenset(["compared", "against", "versus", "vs"])


def is_partitive(tk: Tokens, period: Period) -> bool:
    """Tell whether a period only says which things are meant: "Of the firms that opened in 2017, half have closed"."""
    if tk.w[0] != "of" or "," not in tk.w:
        return False
    comma = tk.w.index(",")
    return period.i < comma and any(tk.t[x] == "REL" or tk.w[x] == "that" for x in range(comma))


def is_over(period: Period, held: date | None) -> bool:
    """Tell whether a period lies wholly in the past, so that nothing that "will" be done falls in it."""
    last = period.planned[1]
    return held is not None and last is not None and last <= held and period.spec[0] not in ("now", "sofar")


def told_of_base(tk: Tokens, number: Number, frame: Frame, periods: list[Period]) -> Period | None:
    """Give the base that a relative clause says more of: "twice the April figure, which was 7,000 yuan"."""
    group = frame.group
    if group is None or not group.relative or group.i > number.i:
        return None
    return next((p for p in periods if p.role == "base" and 0 <= group.i - p.j <= 3 and p.spec[0] != "none"), None)


def is_beside(tk: Tokens, number: Number) -> bool:
    """Tell whether a number is only compared with or added to: "against 5 percent in 2022", "on top of 6 percent"."""
    near = tk.w[max(0, number.i - 5) : number.i]
    return not COMPARED.isdisjoint(near) or near[-3:] == ["on", "top", "of"]


def is_elsewhen(tk: Tokens, number: Number, frame: Frame) -> bool:
    """Tell whether a number stands for another time than its sentence: "instead of four", "having hovered around 4"."""
    if tk.w[max(0, frame.left - 2) : frame.left] == ["instead", "of"] or is_from_value(tk, number, frame):
        return True
    if frame.group is not None and tk.w[frame.group.i] == "having":
        return True
    return frame.link == "after" and number.unit in TIMES


def is_inset(tk: Tokens, period: Period, number: Number) -> bool:
    """Tell whether a period stands in a relative clause closed by a comma: "the fleet, which now has 40 ships, ..."."""
    if "," not in tk.w[period.j : number.i]:
        return False
    x = period.i - 1
    while x > 0 and tk.w[x] != ",":
        if tk.w[x] in ("which", "who", "whose") and tk.w[x - 1] == ",":
            return True
        x -= 1
    return False


def closes_subject_clause(number: Number, period: Period, groups: list[Group]) -> bool:
    """Tell whether a period follows the verb whose subject holds a number: "a team of 52 with 4 dogs left on May 3"."""
    for at, g in enumerate(groups):
        if g.subject[0] <= number.i < g.subject[1] and g.i <= period.i:
            return not any(x.i < period.i and not x.shares for x in groups[at + 1 :])
    return False


def is_of_comparison(tk: Tokens, period: Period, numbers: list[Number]) -> bool:
    """Tell whether a period belongs to a number that is only compared with: "compared to 67.4 percent in 2013"."""
    for n in numbers:
        if n.j <= period.i and period.i - n.j < 4:
            return not COMPARED.isdisjoint(tk.w[max(0, n.i - 4) : n.i])
    return False


def is_from_value(tk: Tokens, number: Number, frame: Frame) -> bool:
    """Tell whether a number is the "before" of a from-to."""
    if frame.mode == "old" or frame.link != "from":
        return frame.mode == "old"
    return any(
        tk.w[x] == "to" and (tk.k[x + 1] in "NC" or tk.w[x + 1] in OPENERS)
        for x in range(number.j, min(tk.n - 1, number.j + 9))
    )
