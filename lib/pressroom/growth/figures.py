"""The sentences of one turn in, its growth figures out: the four passes joined."""

import re
from collections.abc import Iterator
from datetime import date

from .claims import claims_of
from .clauses import find_groups, verb_groups
from .dates import NOTHING, Context
from .lexicon import nouns, phrase_before
from .nounphrases import text_of
from .numbers import Number, find_numbers
from .numerals import CARDINAL, OPENERS, ORDINAL
from .outside import is_outside
from .period import Period
from .periods import find_periods
from .record import Figure, Paragraph
from .reference import Memory, subject_of, tidy
from .tokens import Tokens

# what a sentence must hold to be looked at: a digit or a word that is a number; "one" and the ordinals are so
# common otherwise ("First, ...", "on the one hand") that they need a word beside them
_DIGIT = re.compile(r"\d")
_RARE = (OPENERS - ORDINAL.keys() - {"zero", "one"}) | {f"{n}fold" for n in CARDINAL} | {"fold", "digit"}
_COMMON = frozenset(word.encode() for word in ORDINAL.keys() | {"zero", "one"})
_WORDS = frozenset(word.encode() for word in _RARE)
_BESIDE = re.compile(
    r"\bone[ -](?:in|out|of every|third|half|quarter|fifth|sixth|eighth|tenth|year|month|day|hour|hundred|thousand"
    r"|percentage|million|billion)\b|\b(?:a (?:third|fifth|sixth|eighth|tenth)|rank|place[sd]?\b|consecutive|straight"
    r"|successive|succession|for a \w+ (?:year|month)\b|in a row|running|nationwide|globally|worldwide"
    r"|(?:largest|biggest|highest)\b|(?:at|to|is|was|remains|remained) zero\b"
    r"|in the (?:world|country|nation)|(?:came|comes|come|stood) )",
    re.IGNORECASE,
)
_PEOPLE = nouns("people")
# capitals made small, digits 0, all else a space: a sentence is looked through by one look-up a letter
_LETTERS = bytes(48 if 48 <= x < 58 else x | 32 if chr(x).isalpha() and x < 128 else 32 for x in range(256))
_PIECE_CHARS = 1500
_STOP = re.compile(r"[.!?]\s+(?=[A-Z])")


def _pieces(sentences: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int, int]]:
    """Cut a very long sentence where a sentence may end, else at a comma or a space, so that time stays linear."""
    for index, (start, end) in enumerate(sentences):
        while end - start > _PIECE_CHARS:
            stop = _STOP.search(text, start, start + _PIECE_CHARS)
            cut = stop.end() if stop else text.rfind(", ", start + _PIECE_CHARS // 2, start + _PIECE_CHARS) + 1
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
    paragraph = Paragraph(Context(held), Memory())
    before = 0
    for index, start, end in _pieces(sentences, text):
        if "\n" in text[before:start]:
            # a period carries on inside a paragraph only; what "they" stands for may come from further up
            paragraph.carried, paragraph.counted, paragraph.parked = None, False, None
            paragraph.context.earliest = NOTHING
        before = end
        if _may_count(text[start:end]):
            found += _sentence(text, index, start, end, paragraph)
        else:
            paragraph.behind = ((start, end), *paragraph.behind[:1])
            if end - start > 20:
                paragraph.parked, paragraph.carried = paragraph.carried, None
    return found


def _may_count(sentence: str) -> bool:
    """Tell whether a sentence may hold a number, in digits or in words."""
    letters = sentence.encode("ascii", "replace").translate(_LETTERS)
    if b"0" in letters or (not sentence.isascii() and _DIGIT.search(sentence)):
        return True
    words = letters.split()
    if not _WORDS.isdisjoint(words):
        return True
    return not _COMMON.isdisjoint(words) and _BESIDE.search(sentence) is not None


def _sentence(text: str, index: int, start: int, end: int, paragraph: Paragraph) -> list[Figure]:
    tk = Tokens(text[start:end])
    context, _memory = paragraph.context, paragraph.memory
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
        paragraph.behind = ((start, end), *paragraph.behind[:1])
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
        words = topic.lower().split()
        paragraph.memory.unit = "people" if phrase_before(_PEOPLE, words, len(words)) else ""
        paragraph.behind = ()
    if paragraph.carried is None and tk.w[:2] in (["of", "the"], ["of", "these"], ["of", "this"], ["of", "them"]):
        paragraph.carried = paragraph.parked  # "Of the total, ..." goes on where the figures left off
    paragraph.parked = None
    measured = not _MEASURES.isdisjoint(tk.w[:6])
    if paragraph.behind and (measured or not _POINTERS.isdisjoint(tk.w)):
        _look_back(text, paragraph, measured)
    paragraph.behind = ()
    return claims_of(tk, index, start, kept, periods, groups, mark, paragraph)


_POINTERS = frozenset("it they them these their its those".split())
_MEASURES = frozenset(["figure", "rate"])


def _look_back(text: str, paragraph: Paragraph, measured: bool) -> None:
    """Find what "they" or "the figure" (`measured`) stands for in the one or two sentences before without a figure."""
    for start, end in paragraph.behind:
        tk = Tokens(text[start : min(end, start + _PIECE_CHARS)])
        mark = bytearray(tk.n)
        groups = find_groups(tk, mark)
        for group in groups:
            spoken = subject_of(tk, group, groups, mark, Memory())
            named = tk.t[group.subject[0]] not in ("PRON", "DET")
            if spoken and (named or (measured and tk.w[group.subject[0]] == "the")):
                paragraph.memory.subject = paragraph.memory.noun = paragraph.memory.indicator = spoken
                return


def _announced(tk: Tokens, periods: list[Period], mark: bytearray) -> Period | None:
    """Give the period that a sentence without a figure sets for the next: "a package was approved last November"."""
    said = [p for p in reversed(periods) if p.role in ("span", "point", "since")]
    groups = verb_groups(tk, mark) if said else []
    for p in said:
        if p.i == 0 or not any(g.i >= p.j and g.tense != "inf" for g in groups):
            p.aimed = any(g.tense == "fut" for g in groups) or p.spec == ("relative", "day", 1)
            return p
    return None
