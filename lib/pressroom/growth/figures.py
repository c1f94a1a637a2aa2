"""The sentences of one turn in, its growth figures out: the four passes joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .basis import bases_of
from .clauses import Group, find_groups
from .dates import NOTHING, Context
from .doubts import doubts_of
from .frames import NOUN, Frame, frame_of
from .indicator import Memory, indicator_of, subject_of, tidy, whole_of
from .nounphrases import text_of
from .lexicon import nouns, phrase_before
from .numbers import Number, find_numbers
from .numerals import CARDINAL, OPENERS
from .outside import is_outside
from .periods import Period, find_periods
from .places import place_of
from .quotes import quote_of
from .respectively import paired
from .status import fix_unit, heads, kind_of, status_of
from .tokens import Tokens
from .when import COMPARED, whens_of

# what a sentence must hold to be looked at: a digit, or a word that can be a number
_DIGIT = re.compile(r"\d")
_WORDS = (OPENERS - {"zero"}) | {f"{n}fold" for n in CARDINAL} | {"fold"}
_SPLIT = str.maketrans({c: " " for c in "-,.;:?!()\"'/"})
_PIECE_CHARS = 1500
_PEOPLE, _HOUSEHOLDS, _BODIES = nouns("people"), nouns("households"), nouns("body")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what it says; offsets are into the turn's text. `doubts` are codes of `doubts.CODES`."""

    sentence: int
    start: int
    end: int
    text: str
    quote_start: int
    quote_end: int
    quote: str
    value: float | None
    value_high: float | None
    unit: str
    kind: str
    status: str
    direction: str | None
    indicator: str | None
    place: str | None
    approx: str | None
    period_text: str | None
    period_start: date | None
    period_end: date | None
    basis: str | None
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Paragraph:
    """What is carried from sentence to sentence: the period, what was spoken of, what was counted."""

    context: Context
    memory: Memory
    carried: Period | None = None
    counted: bool = False
    parked: Period | None = None
    behind: tuple[int, int] | None = None


def _pieces(sentences: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int, int]]:
    """Cut a very long sentence at a comma or a space, so that time stays linear."""
    for index, (start, end) in enumerate(sentences):
        while end - start > _PIECE_CHARS:
            cut = text.rfind(", ", start + _PIECE_CHARS // 2, start + _PIECE_CHARS) + 1
            cut = cut or text.rfind(" ", start + _PIECE_CHARS // 2, start + _PIECE_CHARS) + 1 or start + _PIECE_CHARS
            yield index, start, cut
            start = cut
        yield index, start, end


def find_figures(text: str, sentences: list[tuple[int, int]], held: date | None) -> list[Figure]:
    """Take the words of one turn, its sentences and the day held, give its figures in order.

    Parameters
    ----------
    text : str
        The words of one turn.
    sentences : list of (int, int)
        Half-open offsets of its sentences.
    held : datetime.date or None
        The day it was said; without it, "last year" stays unresolved.

    Returns
    -------
    list of Figure

    Examples
    --------
    >>> figures = find_figures("Output rose 5%.", [(0, 15)], date(2024, 4, 26))
    >>> [(f.value, f.unit, f.kind, f.direction, f.indicator) for f in figures]
    [(5.0, '%', 'growth_rate', 'up', 'output')]
    """
    found: list[Figure] = []
    paragraph = _Paragraph(Context(held), Memory())
    before = 0
    for index, start, end in _pieces(sentences, text):
        if "\n" in text[before:start]:
            # a period carries on inside a paragraph only; what "they" stands for may come from further up
            paragraph.carried, paragraph.counted, paragraph.parked = None, False, None
            paragraph.context.earliest = NOTHING
        before = end
        if _DIGIT.search(text, start, end) or not _WORDS.isdisjoint(text[start:end].lower().translate(_SPLIT).split()):
            found += _sentence(text, index, start, end, paragraph)
        else:
            paragraph.behind = (start, end)
            if end - start > 20:
                paragraph.parked, paragraph.carried = paragraph.carried, None
    return found


def _sentence(text: str, index: int, start: int, end: int, paragraph: _Paragraph) -> list[Figure]:
    tk = Tokens(text[start:end])
    context, memory = paragraph.context, paragraph.memory
    periods = find_periods(tk, context)
    mark = bytearray(tk.n)
    for p in periods:
        for x in range(p.i, p.j):
            mark[x] = 2
    numbers = find_numbers(tk, mark)
    kept: list[Number] = []
    for n in numbers:
        if not is_outside(tk, n, mark, paragraph.counted or bool(kept)):
            kept.append(n)
    if not kept:
        paragraph.behind = (start, end)
        if not periods:
            paragraph.carried = None
        else:
            paragraph.parked, paragraph.carried = paragraph.carried, _announced(tk, periods, mark)
        return []
    for n in kept:
        for x in range(n.i, n.j):
            mark[x] |= 5 if n.unit == "%" else 1
    groups = find_groups(tk, mark)
    if tk.w[:2] == ["as", "for"] and "," in tk.w:
        topic = tidy(text_of(tk, 2, tk.w.index(","), mark))
        paragraph.memory.noun = paragraph.memory.subject = topic or paragraph.memory.noun
        paragraph.behind = None
    if paragraph.carried is None and tk.w[:2] in (["of", "the"], ["of", "these"], ["of", "this"], ["of", "them"]):
        paragraph.carried = paragraph.parked  # "Of the total, ..." goes on where the figures left off
    paragraph.parked = None
    if paragraph.behind and not _POINTERS.isdisjoint(tk.w):
        _look_back(text, paragraph)
    paragraph.behind = None
    return _claims(tk, index, start, kept, periods, groups, mark, paragraph)


_POINTERS = frozenset("it they them these their its those".split())


def _look_back(text: str, paragraph: _Paragraph) -> None:
    """Find what "they" stands for in the sentence before, which had no figure."""
    start, end = paragraph.behind or (0, 0)
    tk = Tokens(text[start : min(end, start + _PIECE_CHARS)])
    mark = bytearray(tk.n)
    groups = find_groups(tk, mark)
    for group in groups:
        spoken = subject_of(tk, group, groups, mark, Memory())
        if spoken and tk.t[group.subject[0]] != "PRON":
            paragraph.memory.subject = paragraph.memory.noun = paragraph.memory.indicator = spoken
            return


def _announced(tk: Tokens, periods: list[Period], mark: bytearray) -> Period | None:
    """Give the period that a sentence without a figure sets for the next: "a package was approved last November"."""
    groups = find_groups(tk, mark)
    for p in reversed(periods):
        if p.role in ("span", "point", "since") and (
            p.i == 0 or not any(g.i >= p.j and g.tense != "inf" for g in groups)
        ):
            p.aimed = any(g.tense == "fut" for g in groups)
            return p
    return None


def _claims(
    tk: Tokens, index: int, offset: int, numbers: list[Number], periods: list[Period], groups: list[Group],
    mark: bytearray, paragraph: _Paragraph,
) -> list[Figure]:  # fmt: skip
    memory, held = paragraph.memory, paragraph.context.held
    frames: list[Frame] = []
    indicators: list[str] = []
    kinds: list[str] = []
    statuses: list[str] = []
    fars: list[bool] = []
    previous = ""
    for at, number in enumerate(numbers):
        frame = frame_of(tk, number, groups, mark, frames[-1] if frames else None, numbers[at - 1] if at else None)
        indicator, far = indicator_of(tk, number, frame, groups, mark, memory, previous)
        subject = tk.words(*frame.group.subject) if frame.group else ""
        spoken = subject_of(tk, frame.group, groups, mark, memory)
        _inherit_unit(tk, number, frame, indicator, numbers[at - 1] if at else None, memory)
        fix_unit(tk, number, indicator, subject, numbers[at - 1] if at else None)
        kind = kind_of(tk, number, frame, indicator, subject)
        if frame.role in ("list", "apposition") and frames and not frame.mode and kinds[-1] == "growth_rate":
            # "mining grew 1.8 percent, manufacturing 4.1 percent": the verb is left out, its movement is not
            shared = tk.w[number.j : number.j + 1] != ["of"] and number.unit == numbers[at - 1].unit
            if shared and _verbless(tk, numbers[at - 1].j, number.i):
                kind, frame.direction, frame.mode = kinds[-1], frames[-1].direction, frames[-1].mode
        status = status_of(tk, number, frame, groups, indicator, kind, statuses[-1] if statuses else None)
        frames.append(frame)
        indicators.append(indicator)
        kinds.append(kind)
        statuses.append(status)
        fars.append(far)
        previous = indicator or previous
        _remember(tk, number, indicator, spoken, memory)
        if frame.role == "subject":
            memory.noun = whole_of(tk, number, groups, mark) or memory.noun
    for at in range(len(numbers) - 2, -1, -1):
        here, then = frames[at], frames[at + 1]
        if not here.mode and then.mode == "diff" and numbers[at].unit == numbers[at + 1].unit and numbers[at].noun is None:
            if tk.w[numbers[at].j : numbers[at + 1].i] in (["and"], ["or"]):
                # "5.9 percent and 8.4 percent higher than in 2023 and 2019"
                here.mode, here.direction, kinds[at] = then.mode, then.direction, kinds[at + 1]
    indicators = paired(tk, numbers, frames, indicators, groups)
    for at, number in enumerate(numbers):
        if kinds[at] in ("growth_rate", "increment") and not frames[at].direction and frames[at].mode != "old":
            frames[at].direction = _named_direction(tk, frames[at], indicators[at])
    whens = whens_of(tk, numbers, frames, statuses, periods, groups, paragraph.carried, held)
    bases = bases_of(tk, numbers, frames, kinds, periods)
    made = []
    for at, number in enumerate(numbers):
        frame, when = frames[at], whens[at]
        a, b = quote_of(tk, number, frame, groups, mark)
        s, e = offset + tk.s[a], offset + tk.e[b - 1]
        doubts = doubts_of(tk, number, frame, kinds[at], indicators[at], when, fars[at])
        made.append(
            Figure(
                index, offset + number.start, offset + number.end, tk.text[number.start : number.end],
                s, e, tk.text[tk.s[a] : tk.e[b - 1]], _rounded(number.value), _rounded(number.value_high), number.unit, kinds[at],
                statuses[at], _direction(tk, number, frame, kinds[at]), indicators[at] or None,
                place_of(tk, number, groups, indicators[at]), number.approx, when.words, when.first, when.last,
                bases[at], doubts,
            )
        )  # fmt: skip
    paragraph.carried = None
    for at in range(len(numbers) - 1, -1, -1):
        period = whens[at].period
        beside = tk.w[max(0, numbers[at].i - 5) : numbers[at].i]
        if period is not None and COMPARED.isdisjoint(beside):
            period.aimed = statuses[at] == "target"
            paragraph.carried = period
            break
    paragraph.counted = any(n.noun is not None for n in numbers) or paragraph.counted
    return made


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
    return None if value is None else round(value, 6)


def _verbless(tk: Tokens, a: int, b: int) -> bool:
    return not any(tk.t[x] in ("BE", "HAVE", "MOD", "Vpast") for x in range(a, b))


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


def _inherit_unit(
    tk: Tokens, number: Number, frame: Frame, indicator: str, previous: Number | None, memory: Memory) -> None:
    """Give a number without a noun the people or households its clause speaks of: "rose by nearly 90,000"."""
    if number.unit != "items" or number.noun is not None or number.form not in ("plain", "vague"):
        return

    following = tk.w[number.j : number.j + 2]
    if following[:1] == ["of"] and len(following) > 1 and following[1] in ("them", "these", "whom"):
        number.unit = memory.unit or number.unit
        return
    if previous is not None and following[:1] in (["more"], ["fewer"], ["less"]):
        if previous.unit in ("people", "households"):
            number.unit = previous.unit
        return
    if previous is not None and memory.unit == "people" and tk.t[number.j : number.j + 1] in (["BE"], ["HAVE"]):
        number.unit = memory.unit
        return
    if previous is not None and previous.unit == "people" and tk.w[previous.j : number.i].count("and") == 1:
        if frame.role == "object" and frame.group is not None and number.i == frame.group.j:
            number.unit = "people"  # "killed 53 people and injured 209"
            return
    head = indicator.split(" of ", 1)[-1] if indicator.startswith(("number of", "total number of")) else ""
    if not head and heads(indicator, _BODIES):
        number.unit = "people"
        return
    if head:
        words = head.lower().split()
        for x in range(1, len(words) + 1):
            if x == len(words) or words[x] in ("in", "of", "who", "with", "from", "that", "at", "for", "per", "on"):
                if phrase_before(_PEOPLE, words, x):
                    number.unit = "people"
                elif phrase_before(_HOUSEHOLDS, words, x):
                    number.unit = "households"
                return


def _remember(tk: Tokens, number: Number, indicator: str, spoken: str, memory: Memory) -> None:
    if indicator:
        memory.indicator = indicator
    if spoken or indicator:
        memory.subject = spoken or indicator
    if number.noun:
        memory.noun = tk.words(*number.noun) + (
            " " + tk.words(number.noun[1], number.noun[1] + 5)
            if "aged" in tk.w[number.noun[1] : number.noun[1] + 1]
            else ""
        )
        memory.unit = number.unit
