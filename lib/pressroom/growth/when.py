"""The numbers, frames and periods of a sentence in, the reference period of each number out."""

from dataclasses import dataclass
from datetime import date

from .clauses import Group
from .frames import Frame
from .numbers import TIMES, Number
from .periods import Period
from .tokens import Tokens

_OWN = ("span", "since", "point", "frame")
_NO_PERIOD = ("bound", "base", "name")


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
    """Take the numbers of a sentence, give the period of each; `carried` is the one the paragraph carries on."""
    own = [p for p in periods if p.role in _OWN]
    found: list[When] = []
    for at, number in enumerate(numbers):
        period, near = _own(tk, at, numbers, frames, own, groups)
        target = statuses[at] == "target"
        if period is not None and (near or _fits(period, frames[at], statuses[at], held, number, groups)):
            found.append(_of(period, target))
            continue
        if frames[at].mode == "old" or frames[at].link == "from":
            found.append(When())
            continue
        if period is None and carried is not None and _carries(tk, carried, numbers, frames[at], statuses[at], groups, held, number):
            found.append(_of(carried, target, True))
            continue
        found.append(When())
    return found


def _own(
    tk: Tokens, at: int, numbers: list[Number], frames: list[Frame], own: list[Period], groups: list[Group]
) -> tuple[Period | None, bool]:
    """Give the period that stands with a number, and whether in its own clause."""
    number = numbers[at]
    stop = numbers[at + 1].i if at + 1 < len(numbers) else tk.n
    start = numbers[at - 1].j if at else 0
    clause_end = _clause_end(tk, number.j, groups)
    for p in own:
        if number.j <= p.i < min(stop, clause_end) and not _walled(tk, number.j, p.i):
            return p, True
    left = [p for p in own if start <= p.i and p.j <= number.i]
    if left and not _other_clause(tk, left[-1], number, groups):
        return left[-1], True
    from_value = frames[at].mode == "old" or frames[at].link == "from"
    if not from_value:
        for p in own:
            if stop <= p.i < clause_end and _one_list(tk, number.j, p.i, groups) and at + 1 < len(numbers):
                return p, True
    before = [p for p in own if p.j <= number.i]
    if from_value:
        return None, False
    if before and number.unit in TIMES and frames[at].role != "subject" and tk.w[number.i - 1 : number.i] == ["for"]:
        lead = [p for p in before if p.i == 0 or _opening(tk, p)]
        return (lead[-1], False) if lead else (None, False)
    return (before[-1], False) if before else (None, False)


def _opening(tk: Tokens, period: Period) -> bool:
    return period.i == 0 or tk.w[period.i - 1] in (",", ";", ":")


def _clause_end(tk: Tokens, j: int, groups: list[Group]) -> int:
    """Give where the clause of a number ends: at a semicolon, or where the next verb's subject begins."""
    end = tk.n
    for x in range(j, tk.n):
        if tk.w[x] in (";", ":", ".", "(", "while", "whereas", "but"):
            end = x
            break
    for g in groups:
        if g.i >= j and g.tense not in ("inf", "ing"):
            a = g.subject[0] if g.subject[1] > g.subject[0] else g.i
            if a >= j and not (g.relative and False):
                return min(end, a)
    return end


def _walled(tk: Tokens, a: int, b: int) -> bool:
    """Tell whether a comma followed by a new clause or a base parts a number from a period after it."""
    between = tk.w[a:b]
    return "compared" in between or "against" in between or between.count(",") > 1 or (
        "," in between and between[between.index(",") + 1 : between.index(",") + 2] in (["and"], ["with"], ["which"])
    )


def _other_clause(tk: Tokens, period: Period, number: Number, groups: list[Group]) -> bool:
    """Tell whether a verb with its own subject stands between a period and the number after it."""
    for g in groups:
        if period.j <= g.i < number.i and g.tense not in ("inf", "ing") and period.j <= g.subject[0] < g.subject[1]:
            return not _opening(tk, period)
    return False


def _one_list(tk: Tokens, a: int, b: int, groups: list[Group]) -> bool:
    """Tell whether a stretch is one list under one verb."""
    if any(a <= g.i < b and g.tense not in ("inf",) for g in groups):
        return False
    return not any(tk.w[x] in (";", ":", "while", "compared", "but") for x in range(a, b))


def _fits(period: Period, frame: Frame, status: str, held: date | None, number: Number, groups: list[Group]) -> bool:
    """Tell whether a period of another clause can be that of a number: not the past's for a target."""
    first, last = period.span(status == "target")
    if first is None or last is None:
        return status != "rule"
    if held is None:
        return True
    if status == "target":
        return last > held
    if first >= held and period.spec[0] != "now":
        return False
    tense = frame.group.tense if frame.group else ""
    if period.spec[0] == "now":
        return tense not in ("past", "fut")
    if status == "rule" and period.role != "since":
        return False
    return True


def _carries(
    tk: Tokens, period: Period, numbers: list[Number], frame: Frame, status: str, groups: list[Group], held: date | None, number: Number
) -> bool:
    """Tell whether the list of the sentence before plainly goes on: same paragraph, same tense, same sort of period."""
    first, last = period.span(status == "target")
    if status == "rule":
        return period.role == "since" and frame.mode == "new"
    if first is not None and held is not None:
        if status == "target" and last is not None and last <= held:
            return False
        if status != "target" and first >= held and period.spec[0] != "now":
            return False
    if any(n.form == "run" or (n.unit in TIMES and tk.w[n.i - 1 : n.i] == ["for"]) for n in numbers if n.i):
        return False
    main = frame.group
    tense = _main_tense(main, groups)
    if status == "target":
        return tense == "fut" and period.achieved != period.planned or (first is not None and held is not None and first <= held < (last or held))
    if tense == "pres":
        return False
    if tense in ("perf", "pastperf"):
        return period.role == "since" or period.spec[0] in ("plan", "run") or (period.spec[0] == "now")
    if tense == "past":
        return period.role in ("span", "point") and period.spec[0] != "now"
    return period.role in ("span", "point", "since")


def _main_tense(group: Group | None, groups: list[Group]) -> str:
    while group is not None and group.tense in ("ing", "inf"):
        at = groups.index(group)
        group = groups[at - 1] if at else None
    return group.tense if group is not None else ""
