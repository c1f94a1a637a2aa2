"""The numbers, periods and verb groups of a sentence in, one figure a number out."""

from datetime import date

from .basis import bases_of
from .comparison import NOUN
from .completing import completed
from .doubts import doubts_of
from .frames import Frame, frame_of
from .governing import is_beside
from .indicator import indicator_of
from .kinds import fix_unit, kind_of
from .numbers import Number
from .outlook import set_against
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
from .when import When, whens_of


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
        prior = _before_aside(tk, numbers, at)
        frame = frame_of(tk, number, groups, mark, frames[prior] if at else None, numbers[prior] if at else None)
        indicator, far = indicator_of(clause, number, frame, previous)
        subject = tk.words(*frame.group.subject) if frame.group else ""
        spoken = tidy(clause.subject(frame.group))
        inherit_unit(tk, number, frame, indicator, numbers[at - 1] if at else None, memory)
        inherit_money(tk, numbers, at)
        fix_unit(tk, number, indicator, subject, numbers[at - 1] if at else None)
        kind = kind_of(tk, number, frame, indicator, subject)
        fell = tk.w[max(0, number.i - 2) : number.i] in (["down", "from"], ["up", "from"])
        fell = fell and number.i > 2 and tk.w[number.i - 3] in (",", "(")
        if at and fell and kind == "share" and kinds[-1] == "growth_rate" and frames[-1].mode == "change":
            kind = "growth_rate"  # "will grow 3.2 percent, down from 3.5 percent in 2022"
        if kind == "share" and memory.rate and subject.lower().split()[:2] == ["the", "figure"]:
            kind, frame.mode, frame.direction = "growth_rate", "change", memory.rate  # "the figure for cities was 2%"
        if at and not frame.mode and number.noun is None and kinds[-1] == "duration" and set_against(tk, frame.left):
            kind = "duration"  # "lasts 15 minutes instead of 10"
        if frame.role in ("list", "apposition") and frames and not frame.mode and kinds[prior] == "growth_rate":
            # "mining grew 1.8 percent, manufacturing 4.1 percent": the verb is left out, its movement is not
            shared = tk.w[number.j : number.j + 1] != ["of"] and number.unit == numbers[prior].unit
            if shared and _verbless(tk, numbers[prior].j, number.i):
                kind, frame.direction, frame.mode = kinds[prior], frames[prior].direction, frames[prior].mode
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
    listed = False
    for at in range(len(numbers) - 2, -1, -1):
        here, then = frames[at], frames[at + 1]
        if (
            not here.mode
            and then.mode == "diff"
            and numbers[at].unit == numbers[at + 1].unit
            and numbers[at].noun is None
        ) and (
            tk.w[numbers[at].j : numbers[at + 1].i] in (["and"], ["or"], [",", "and"])
            or (listed and tk.w[numbers[at].j : numbers[at + 1].i] == [","])
        ):
            # "5.9 percent and 8.4 percent higher than in 2023 and 2019"
            here.mode, here.direction, kinds[at] = then.mode, then.direction, kinds[at + 1]
            listed = True
    for at in range(1, len(numbers)):
        _compare_ends(tk, numbers[at - 1], numbers[at], frames[at])
    for at, item in enumerate(paired(tk, numbers, frames, indicators, groups)):
        if item != indicators[at]:
            indicators[at] = completed(item, memory)
    for at in range(len(numbers)):
        if kinds[at] in ("growth_rate", "increment") and not frames[at].direction and frames[at].mode != "old":
            frames[at].direction = _named_direction(tk, frames[at], indicators[at])
    whens = whens_of(tk, numbers, frames, statuses, periods, groups, paragraph.carried, held)
    for at, number in enumerate(numbers):
        ended = whens[at].last is not None and held is not None and whens[at].last <= held  # type: ignore[operator]
        beside = tk.w[max(0, number.i - 4) : number.i]
        if statuses[at] == "target" and ended and ("compared" in beside or "versus" in beside):
            statuses[at] = "achieved"  # "to 24 percent by 2025, compared with 23 percent in 2020"
        group = frames[at].group
        if statuses[at] == "target" and ended and group is not None and tk.w[group.i] == "could":
            statuses[at] = "achieved"  # "in 2021 it could be found at only 18,000 hospitals"
    ahead = [at for at in range(len(numbers)) if statuses[at] == "achieved" and frames[at].role != "subject"]
    ahead = [at for at in ahead if _to_come(whens[at], held)]
    if ahead:
        for at in ahead:
            statuses[at] = "target"
        whens = whens_of(tk, numbers, frames, statuses, periods, groups, paragraph.carried, held)
    bases = bases_of(tk, numbers, frames, kinds, periods)
    directions = [_direction(tk, n, f, k) for n, f, k in zip(numbers, frames, kinds, strict=True)]
    for at in range(1, len(numbers)):
        if frames[at].mode == "old" and kinds[at - 1] == kinds[at] == "growth_rate":
            directions[at] = directions[at] or directions[at - 1]  # "up 7.4%, up from 6.5%": both are growth
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


def _before_aside(tk: Tokens, numbers: list[Number], at: int) -> int:
    """Give the place of the number that a list goes on from: "3.7% this year (down from 4.2%) and 2.8% next year"."""
    then = at - 1
    if at > 1 and tk.w[numbers[then].j : numbers[then].j + 1] == [")"]:
        opened = tk.w[numbers[at - 2].j : numbers[then].i]
        if "(" in opened and opened[-1] == "from" and numbers[at].unit == numbers[at - 2].unit:
            return at - 2
    return then


_GOES = frozenset("go come move shift turn develop evolve".split())


def _denied(tk: Tokens, group: Group, number: Number) -> bool:
    """Tell whether a modal verb forbids what is over a number: "no bid may ask for more than 2 percent"."""
    a = group.subject[0]
    modal = group.tense == "modal" or (group.tense == "inf" and "may" in tk.w[: group.i])
    nobody = tk.w[a : a + 1] == ["no"] or tk.w[max(0, a - 1) : a] == ["no"]
    return modal and group.i < number.i and (nobody or not {"not", "n't", "cannot"}.isdisjoint(tk.w[group.i : group.j]))


def _to_come(when: When, held: date | None) -> bool:
    """Tell whether a period has not begun on the day held, so that what is said of it can only be foreseen."""
    return when.first is not None and held is not None and when.first > held


def _compare_ends(tk: Tokens, old: Number, new: Number, frame: Frame) -> None:
    """Give the new value of "went from 350 yuan to 380 yuan" the direction that the two values show."""
    if frame.direction or old.unit != new.unit or old.value is None or new.value is None:
        return
    between = tk.w[old.j : new.i]
    stands = "from" in tk.w[max(0, old.i - 5) : old.i] and "to" in between and len(between) < 6 and "," not in between
    goes = frame.role != "object" or (frame.group is not None and frame.group.verb.lemma in _GOES)
    if goes and stands and old.value != new.value and new.form not in ("run", "rank"):
        frame.mode, frame.direction = "new", "up" if new.value > old.value else "down"


def _named_direction(tk: Tokens, frame: Frame, indicator: str) -> str | None:
    """Give the direction that a growth noun at the head of the subject names: "the decline was 0.7 percent"."""
    subject = tk.words(*frame.group.subject).lower() if frame.group else ""
    for text in (subject, indicator.lower()):
        for word in reversed(text.split(" of ")[0].split(" in ")[0].split()):
            if word in NOUN and word not in ("change", "saving", "savings"):
                return NOUN[word] or None
    return None


def _rounded(value: float | None) -> float | None:
    """Give 64.9 million as 64900000.0, not as 64900000.00000001."""
    if value is None or (value.is_integer() and abs(value) < 1e15):
        return value
    return round(float(f"{value:.15g}"), 6)


_FINITE = frozenset(["BE", "HAVE", "MOD", "Vpast"])


def _verbless(tk: Tokens, a: int, b: int) -> bool:
    return _FINITE.isdisjoint(tk.t[a:b])


def _direction(tk: Tokens, number: Number, frame: Frame, kind: str) -> str | None:
    if number.value == 0 and kind == "growth_rate":
        return "flat"
    if kind == "growth_rate" and frame.mode in ("new", "old") and frame.group is not None:
        # "the decline narrowed to 2.7 percent", "growth slowed to 5 percent": rates of the thing itself
        named = _named_direction(tk, frame, "")
        if named:
            return named
    if frame.mode == "old" or kind in ("rank", "policy_count") or number.form == "run":
        return None
    return frame.direction or None


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
