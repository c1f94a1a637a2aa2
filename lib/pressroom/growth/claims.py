"""The numbers, periods and verb groups of a sentence in, one figure a number out."""

from .basis import bases_of
from .completing import completed
from .doubts import doubts_of
from .frames import Frame, frame_of
from .governing import is_beside
from .indicator import indicator_of
from .kinds import fix_unit, kind_of
from .neighbours import (  # fmt: skip
    before_aside,
    compare_ends,
    directions_of,
    kind_beside,
    named_direction,
    settle,
    share_comparison,
)
from .numbers import Number
from .period import Period
from .places import place_of
from .quotes import quote_of
from .record import Figure, Paragraph
from .reference import Clause, Memory, tidy, whole_of
from .respectively import paired
from .status import status_of
from .tokens import Tokens
from .unitless import inherit_money, inherit_unit
from .verbgroups import Group
from .when import whens_of


def claims_of(
    tk: Tokens, index: int, offset: int, numbers: list[Number], periods: list[Period], groups: list[Group],
    mark: bytearray, paragraph: Paragraph,
) -> list[Figure]:  # fmt: skip
    """Take the numbers of a sentence and what stands around them, give one figure a number, in order."""
    memory, held = paragraph.memory, paragraph.context.held
    clause = Clause(tk, groups, mark, memory)
    frames: list[Frame] = []
    indicators: list[str] = []
    kinds: list[str] = []
    statuses: list[str] = []
    fars: list[bool] = []
    previous = ""
    for at, number in enumerate(numbers):
        prior = before_aside(tk, numbers, at)
        frame = frame_of(tk, number, groups, mark, frames[prior] if at else None, numbers[prior] if at else None)
        indicator, far = indicator_of(clause, number, frame, previous)
        subject = tk.words(*frame.group.subject) if frame.group else ""
        spoken = tidy(clause.subject(frame.group))
        inherit_unit(tk, number, frame, indicator, numbers[at - 1] if at else None, memory)
        inherit_money(tk, numbers, at)
        fix_unit(tk, number, indicator, subject, numbers[at - 1] if at else None)
        kind = kind_of(tk, number, frame, indicator, subject)
        figure = memory.rate if subject.lower().split()[:2] == ["the", "figure"] else ""
        kind = kind_beside(tk, numbers, at, prior, frame, kind, frames, kinds, figure)
        status = status_of(tk, number, frame, groups, indicator, kind, statuses[-1] if statuses else None)
        if at and number.approx is None and tk.w[numbers[at - 1].j : number.i] == ["("]:
            number.approx = numbers[at - 1].approx  # "to surpass 700 million tonnes (1.4 trillion jin)"
        if number.approx == "over" and frame.group is not None and _denied(tk, frame.group, number):
            number.approx = "at most"  # "may not fly more than 100 hours"
        frames.append(frame)
        indicators.append(indicator)
        kinds.append(kind)
        statuses.append(status)
        fars.append(far)
        previous = indicator or previous
        _remember(tk, number, frame, kind, indicator, spoken, memory)
        if frame.role == "subject":
            memory.noun = whole_of(tk, number, groups, mark) or memory.noun
    share_comparison(tk, numbers, frames, kinds)
    for at in range(1, len(numbers)):
        compare_ends(tk, numbers[at - 1], numbers[at], frames[at])
    for at, item in enumerate(paired(tk, numbers, frames, indicators, groups)):
        if item != indicators[at]:
            indicators[at] = completed(item, memory)
    for at in range(len(numbers)):
        if kinds[at] in ("growth_rate", "increment") and not frames[at].direction and frames[at].mode != "old":
            frames[at].direction = named_direction(tk, frames[at], indicators[at])
    whens = whens_of(tk, numbers, frames, statuses, periods, groups, paragraph.carried, held)
    if settle(tk, numbers, frames, statuses, whens, held):
        whens = whens_of(tk, numbers, frames, statuses, periods, groups, paragraph.carried, held)
    bases = bases_of(tk, numbers, frames, kinds, periods)
    directions = directions_of(tk, numbers, frames, kinds)
    made = []
    for at, number in enumerate(numbers):
        frame, when = frames[at], whens[at]
        a, b = quote_of(tk, number, frame, groups, mark)
        s, e = offset + tk.s[a], offset + tk.e[b - 1]
        doubts = doubts_of(tk, number, frame, kinds[at], indicators[at], when, fars[at])
        made.append(
            Figure(
                index, offset + number.start, offset + number.end, tk.text[number.start : number.end],
                s, e, tk.text[tk.s[a] : tk.e[b - 1]], _rounded(number.value), _rounded(number.value_high), number.unit,
                kinds[at],
                statuses[at], directions[at], indicators[at] or None,
                place_of(tk, number, groups, indicators[at]), number.approx, when.words, when.first, when.last,
                bases[at], doubts,
            )
        )  # fmt: skip
    paragraph.carried = None
    for at in range(len(numbers) - 1, -1, -1):
        period = whens[at].period
        if period is not None and not is_beside(tk, numbers[at]) and frames[at].mode != "old":
            period.aimed = statuses[at] == "target"
            paragraph.carried = period
            break
    paragraph.counted = any(n.noun is not None for n in numbers) or paragraph.counted
    return made


def _denied(tk: Tokens, group: Group, number: Number) -> bool:
    """Tell whether a modal verb forbids what is over a number: "no bid may ask for more than 2 percent"."""
    a = group.subject[0]
    modal = group.tense == "modal" or (group.tense == "inf" and "may" in tk.w[: group.i])
    nobody = tk.w[a : a + 1] == ["no"] or tk.w[max(0, a - 1) : a] == ["no"]
    return modal and group.i < number.i and (nobody or not {"not", "n't", "cannot"}.isdisjoint(tk.w[group.i : group.j]))


def _rounded(value: float | None) -> float | None:
    """Give 64.9 million as 64900000.0, not as 64900000.00000001."""
    if value is None or (value.is_integer() and abs(value) < 1e15):
        return value
    return round(float(f"{value:.15g}"), 6)


def _remember(tk: Tokens, number: Number, frame: Frame, kind: str, indicator: str, spoken: str, memory: Memory) -> None:
    if number.unit == "%":
        memory.rate = (frame.direction or "") if kind == "growth_rate" else ""
    if indicator:
        memory.indicator = indicator
    if spoken or indicator:
        memory.subject = spoken or indicator
    if number.noun:
        memory.noun = tk.words(*number.noun) + (
            " " + tk.words(number.noun[1], min(tk.n, number.noun[1] + 5))
            if "aged" in tk.w[number.noun[1] : number.noun[1] + 1]
            else ""
        )
    if number.noun or number.unit == "people":
        memory.unit = number.unit
