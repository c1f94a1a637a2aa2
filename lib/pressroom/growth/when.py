"""The numbers, frames and periods of a sentence in, the reference period of each number out."""

import itertools
from dataclasses import dataclass, replace
from datetime import date

from .carrying import carries, plain_tense
from .dates import shifted
from .frames import Frame
from .governing import (  # fmt: skip
    closes_subject_clause,
    governs,
    is_elsewhen,
    is_from_value,
    is_inset,
    is_of_comparison,
    is_over,
    is_partitive,
    told_of_base,
)
from .numbers import Number
from .numerals import ORDINAL
from .period import Period
from .tokens import Tokens
from .units import TIMES
from .verbgroups import Group

_OWN = ("span", "since", "point", "frame")


@dataclass(slots=True)
class When:
    """The reference period of a number: printed words, interval, and whether it was carried from before."""

    words: str | None = None
    first: date | None = None
    last: date | None = None
    inherited: bool = False
    period: Period | None = None


def _of(period: Period, target: bool, inherited: bool = False) -> When:
    first, last = period.span(target)
    if first is None or last is None:
        first = last = None
    return When(period.words, first, last, inherited, period)


def whens_of(
    tk: Tokens,
    numbers: list[Number],
    frames: list[Frame],
    statuses: list[str],
    periods: list[Period],
    groups: list[Group],
    carried: Period | None,
    held: date | None,
) -> list[When]:
    """Take the numbers of a sentence, give the period of each; `carried` is the one the paragraph carries on.

    A period after a number in its clause comes first, then one before it there, then one that closes the list the
    number is in, then one said earlier in the sentence, then the one carried.
    """
    if not periods and carried is None:
        return [When() for _ in numbers]
    paired = _paired(tk, numbers, periods)
    own = [p for p in periods if p.role in _OWN and not is_partitive(tk, p) and governs(tk, p, groups, held)]
    own = own or [p for p in periods if p.role == "rate"]
    found: list[When] = []
    accepted = False
    for at, number in enumerate(numbers):
        period, near = _own(tk, at, numbers, frames, own, groups)
        here = frames[at].group
        laid_down = statuses[at] == "rule" and here is not None and here.tense in ("past", "perf")
        planned = statuses[at] != "achieved" and not laid_down  # "on June 13 we trimmed the rate to 1.9%"
        if at in paired:
            found.append(_of(paired[at], planned))
            continue
        if period is not None and planned and here is not None and here.tense == "fut" and is_over(period, held):
            found.append(When())  # "we will carry out 15 measures from the notice issued last month"
            continue
        told = told_of_base(tk, number, frames[at], periods)
        if told is not None:
            found.append(_of(told, planned))
            continue
        if period is not None and (near or _fits(tk, period, frames[at], statuses[at], planned, held, groups)):
            found.append(_of(period, planned))
            continue
        before = is_elsewhen(tk, number, frames[at])
        goes_on = accepted and statuses[at] != "target"
        if period is None and carried is not None and not before and (
            goes_on or carries(tk, carried, numbers, at, frames, statuses[at], groups, held)
        ):  # fmt: skip
            accepted = True
            found.append(_of(carried, planned, True))
            continue
        found.append(When())
    return found


def _paired(tk: Tokens, numbers: list[Number], periods: list[Period]) -> dict[int, Period]:
    """Pair periods with numbers: "In 2023 and 2024, output rose by 4.6 and 5.8 percent, respectively"."""
    if "respectively" not in tk.w:
        return {}
    at = tk.w.index("respectively")
    run = [x for x, n in enumerate(numbers) if n.i < at and n.unit == numbers[0].unit]
    spans = [p for p in periods if p.role in ("span", "point") and p.j <= at]
    joined = len(spans) > 1 and all(
        tk.w[a.j : b.i] in (["and"], [","], [",", "and"]) for a, b in itertools.pairwise(spans)
    )
    if joined and len(spans) == len(run):
        return dict(zip(run, spans, strict=True))
    if len(spans) == 1 and spans[0].spec[0] == "from" and len(run) > 1:
        return _quarters(spans[0], run)
    return {}


def _quarters(period: Period, run: list[int]) -> dict[int, Period]:
    """Give each number its quarter in "from the first to the fourth quarter, respectively"."""
    first, last = period.achieved
    if first is None or last is None or (last.year - first.year) * 12 + last.month - first.month != 3 * len(run):
        return {}
    parts = {}
    for step, x in enumerate(run):
        span = (shifted(first, 3 * step), shifted(first, 3 * step + 3))
        parts[x] = replace(period, achieved=span, planned=span)
    return parts


def _own(
    tk: Tokens, at: int, numbers: list[Number], frames: list[Frame], own: list[Period], groups: list[Group]
) -> tuple[Period | None, bool]:
    """Give the period that stands with a number, and whether in its own clause."""
    number, frame = numbers[at], frames[at]
    stop = numbers[at + 1].i if at + 1 < len(numbers) else tk.n
    start = numbers[at - 1].j if at else 0
    clause_end = _clause_end(tk, number, frame, groups)
    long = frame.link == "for" and frame.group is not None and frame.group.tense == "perf"
    for p in own:
        if number.j <= p.i < min(stop, clause_end) and not _walled(tk, number.j, p, stop, groups):
            if long and "," in tk.w[number.j : p.i]:
                break  # "has been falling for seven quarters, by 3 percent in the fourth"
            return p, True
    if is_elsewhen(tk, number, frame):
        return None, False
    before = [
        p
        for p in own
        if p.j <= number.i and not (p.j < start and is_of_comparison(tk, p, numbers)) and not is_inset(tk, p, number)
    ]
    left = [p for p in before if start <= p.i]
    opening = [p for p in before if _opening(tk, p)]
    lasts = number.form == "rank" or _lasts(tk, number)
    if (
        left
        and lasts
        and any(left[-1].j <= g.i < number.i and g.tense != "inf" for g in groups)
        and not _opening(tk, left[-1])
    ):
        left = [p for p in left if p.spec[0] == "now"]
    if left and not _other_clause(tk, left[-1], number, groups):
        inside = _names_subject(left[-1], frame) and left[-1].spec[0] not in ("same", "then")
        opened = opening[-1] if inside and opening and opening[-1].i < left[-1].i else None
        if opened is not None and _CLAUSE_ENDS.isdisjoint(tk.w[opened.j : left[-1].i]):
            return opened, True
        if left[-1].spec[0] == "now" and len(left) > 1 and _names_subject(left[-2], frame):
            return left[-2], True  # "the forecast for 2026 is now 1.0 percent"
        return left[-1], True
    if is_from_value(tk, number, frame):
        return None, False
    for p in own:
        if long:
            break
        if closes_subject_clause(number, p, groups):
            return p, True
        if stop <= p.i < clause_end and at + 1 < len(numbers) and _one_list(tk, at, p, numbers, frames):
            return p, True
    if lasts:
        # a length or a rank takes only the period that opens its sentence, and a run not even that
        group = frame.group
        runs = number.form == "run" or (
            group is not None and group.tense == "perf" and tk.w[number.i - 1 : number.i] == ["for"]
        )
        if (runs and group is not None and group.tense in ("perf", "pres")) or frame.role == "object":
            now = [p for p in before if p.spec[0] == "now"]
            if runs and group is not None and now and group.i <= now[-1].i < group.j:
                return now[-1], True
            opening = opening or now
            return (opening[-1], False) if opening and not runs else (None, False)
    return (before[-1], False) if before else (None, False)


def _names_subject(period: Period, frame: Frame) -> bool:
    """Tell whether a period stands in the subject of a number's verb."""
    return frame.group is not None and frame.group.subject[0] < period.i < frame.group.subject[1]


def _lasts(tk: Tokens, number: Number) -> bool:
    """Tell whether a number is a length of time: "for three years running", not "for the third year running"."""
    if number.form == "run":
        return tk.k[number.i] != "O" and tk.w[number.i] not in ORDINAL  # the third year is this year as well
    return number.unit in TIMES and tk.k[number.j - 1] != "N"


def _opening(tk: Tokens, period: Period) -> bool:
    return period.i == 0 or tk.w[period.i - 1] in (",", ";", ":")


_CLAUSE_ENDS = frozenset([";", ":", ".", "(", "while", "whereas", "but"])


def _clause_end(tk: Tokens, number: Number, frame: Frame, groups: list[Group]) -> int:
    """Give where the clause of a number ends: at a semicolon, or where the next verb's subject begins."""
    j = number.j
    if tk.w[j : j + 1] == ["("] and ")" in tk.w[j : j + 12]:
        j = tk.w.index(")", j)  # "3 trillion yuan (420 billion dollars) in 2023"
    end = next((x for x in tk.spots(_CLAUSE_ENDS) if x >= j), tk.n)
    for g in groups:
        if g.i >= j and g.tense not in ("inf", "ing") and not g.shares:
            a = g.subject[0] if g.subject[1] > g.subject[0] else g.i
            if frame.role == "subject" and (g.relative or tk.w[a] in ("that", "which", "who")):
                continue  # "1,700 rules that ran against competition have been scrapped since January"
            if a >= j:
                return min(end, a)
            if frame.group is not None and frame.group is not g and frame.group.i < number.i:
                return min(end, g.subject[1])  # "a trip that used to take three days | now takes"
    return end


def _walled(tk: Tokens, j: int, period: Period, stop: int, groups: list[Group]) -> bool:
    """Tell whether a period after a number belongs to something else: a comparison, a new clause, the next number."""
    between = tk.w[j : period.i]
    if between[-1:] == ["and"] and stop < tk.n and stop - period.j <= 1:
        return True  # "300 tonnes in 2023 and in 2024 400 tonnes"
    if "compared" in between or between.count(",") > 1:
        return True
    if "," not in between:
        return False
    at = between.index(",")
    if between[at + 1 : at + 2] and between[at + 1] in ("and", "with", "which", "to", "including", "against"):
        return True
    # "raised 20 years in a row, this year by 3 percent"
    return stop < tk.n and stop - period.j <= 3 and between[-1] == ","


def _other_clause(tk: Tokens, period: Period, number: Number, groups: list[Group]) -> bool:
    """Tell whether a verb with its own subject stands between a period and the number after it."""
    for g in groups:
        if period.j <= g.i < number.i and g.tense not in ("inf", "ing") and period.j <= g.subject[0] < g.subject[1]:
            return not _opening(tk, period)
    return False


def _one_list(tk: Tokens, at: int, period: Period, numbers: list[Number], frames: list[Frame]) -> bool:
    """Tell whether a period closes a list of numbers under one subject: "rose 5% and hit 3 trillion yuan in 2023"."""
    chained = False
    for x in range(at + 1, len(numbers)):
        if numbers[x].i > period.i:
            break
        if _lasts(tk, numbers[x]):
            return False  # "has stood above 20 million tonnes for six years, reaching 24 million in 2023"
        here, then = frames[at].group, frames[x].group
        shares = here is not None and then is not None and then.shares
        joined = shares and frames[at].link != "from"
        if (then is not here and not joined) or frames[x].link == "from":
            return False
        chained = chained or then is not here
    between = tk.w[numbers[at].j : period.i]
    if "," in between and between[between.index(",") + 1 : between.index(",") + 2] in (["to"], ["which"], ["so"]):
        return False
    if not _LIST_ENDS.isdisjoint(between):
        return False
    return (_FINITE if chained else _FINITE | {"Vpast"}).isdisjoint(tk.t[numbers[at].j : period.i])


_LIST_ENDS = frozenset([";", ":", "while", "compared", "but", "against", "including", "with", "top"])
_FINITE = frozenset(["BE", "HAVE", "MOD", "REL"])


def _fits(
    tk: Tokens, period: Period, frame: Frame, status: str, planned: bool, held: date | None, groups: list[Group]
) -> bool:
    """Tell whether a period of another clause can be that of a number: not the past's for a target."""
    first, last = period.span(planned)
    if first is None or last is None:
        return status != "rule"
    if held is None:
        return True
    if status == "target":
        return last > held or frame.role == "apposition"
    if first >= held and period.spec[0] != "now":
        return plain_tense(frame.group, groups) == "fut"
    tense = frame.group.tense if frame.group else ""
    if tense == "pres" and frame.group is not None and period.role == "span" and not _opening(tk, period):
        a, b = frame.group.subject
        if period.j <= a < b and tk.w[period.j : a] and tk.w[a - 1] in ("but", "although", "though", "only"):
            return False  # "rents rose in 2023, but only a third of tenants move"
    if period.spec[0] == "now":
        return tense not in ("past", "fut")
    moved = frame.mode == "new" and tense in ("past", "perf")
    return moved or not (status == "rule" and period.role != "since")
