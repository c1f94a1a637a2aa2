"""Turns in, the ones whose label the page lost split off, with the evidence, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .. import patterns
from ..model import Turn
from ..transcript import Speech
from .addressing import ending_with, is_titled
from .gaps import gap_before, usual_gap
from .lines import WHITE, read_lines
from .phrases import (
    ANSWERS,
    ASKS,
    ASKS_OUTRIGHT,
    CONCLUDES,
    GREETS,
    HANDS_OVER,
    NEXT_QUESTION,
    PASSES_ON,
    RUNS_THE_FLOOR,
)

CLOSES = re.compile(
    r"(?:Thank(?:s| you)(?: very much| all| again)?|That(?:'s|’s| is) (?:all|my answer)[^.]{0,30})[.!]?[\"”’]?$"
)
LONGEST_PLAIN_QUESTION = 90  # words
SPOKEN_TO = ending_with(
    """Mr Ms Mrs Miss Dr Prof Minister Governor Mayor Director Secretary Commissioner President Spokesperson
    Administrator""".split()
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a turn; `gap` is the line breaks before it."""

    start: int
    end: int
    text: str
    gap: int


@dataclass(frozen=True)
class Lost:
    """A turn without a label inside another: which turn, from where, of what kind, and on what evidence."""

    turn: int
    start: int
    kind: str
    evidence: str


def find_lost(text: str, speeches: Sequence[Speech], turns: Sequence[Turn]) -> list[Lost]:
    """Find the questions, and more rarely the answers and closing words, that stand unlabelled in another's turn.

    Parameters
    ----------
    text : str
    speeches : sequence of Speech
        The stretches of each turn as labelled.
    turns : sequence of Turn
        With kind and speaker of each printed label.

    Returns
    -------
    list of Lost
        In order; at most a few a turn.
    """
    usual: int | None = None
    found: list[Lost] = []
    chaired = any(t.kind == "chair" for t in turns)
    for i, turn in enumerate(turns):
        following = turns[i + 1] if i + 1 < len(turns) else None
        if text.find("\n", turn.start, turn.end) < 0:
            continue
        if turn.kind == "interpreter" or (turn.kind == "journalist" and turn.label is None and i == 0):
            continue
        if following is not None and following.kind == "journalist" and turn.kind == "official" and not chaired:
            continue
        if usual is None:
            usual = usual_gap(text, turns[0].start)
        paragraphs = list(_paragraphs(text, speeches[i]))
        if len(paragraphs) < 2:
            continue
        found += _lost_in(i, paragraphs, turn, following, usual, chaired, _follows_at_once(text, turn, following))
    return found


def _lost_in(
    i: int, paragraphs: list[Paragraph], turn: Turn, following: Turn | None, usual: int, chaired: bool, at_once: bool
) -> Iterator[Lost]:
    if turn.kind == "journalist":
        if at := _lost_answer(paragraphs, usual, following):
            yield Lost(i, paragraphs[at].start, "official", "answer after the question, where a label stood")
    elif turn.kind == "chair" and (at := _lost_statement(paragraphs)):
        yield Lost(i, paragraphs[at].start, "official", "greeting after the word was given, where a label stood")
    elif following is None or following.kind != "journalist":
        closing = list(_lost_chair(i, paragraphs, usual, last=True)) if following is None and chaired else []
        if closing and turn.kind == "official":
            yield from closing
        elif told := _lost_question(paragraphs, turn, following, usual, at_once):
            yield Lost(i, paragraphs[told[0]].start, "journalist", told[1])
    elif chaired and turn.kind == "official":
        yield from _lost_chair(i, paragraphs, usual, last=False)


def _lost_chair(i: int, paragraphs: list[Paragraph], usual: int, last: bool) -> Iterator[Lost]:
    """The chair's closing words, or `Next question, please.`, after a gap at the end of an official's turn."""
    end = paragraphs[-1]
    closes = last and CONCLUDES.search(end.text)
    if (end.gap <= usual and not closes) or len(end.text.split()) > 60 or patterns.QUESTION_END.search(end.text):
        return
    if RUNS_THE_FLOOR.search(end.text) if last else NEXT_QUESTION.search(end.text):
        where = "after a gap where a label stood" if end.gap > usual else "that close the conference"
        yield Lost(i, end.start, "chair", f"words of the chair {where}")


def _lost_statement(paragraphs: list[Paragraph]) -> int | None:
    """At which paragraph of a chair somebody else greets, right after the chair gave the word: `Dear reporters, …`."""
    for n, paragraph in enumerate(paragraphs[1:], start=1):
        opening = paragraph.text[:90]
        greets = GREETS.match(opening) and patterns.GOOD_DAY.search(opening)
        if greets and HANDS_OVER.search(paragraphs[n - 1].text[-200:]):
            return n
    return None


def _lost_answer(paragraphs: list[Paragraph], usual: int, following: Turn | None) -> int | None:
    """At which paragraph somebody answers inside the asker's own turn."""
    for n, paragraph in enumerate(paragraphs[1:], start=1):
        before = paragraphs[n - 1].text
        asked = bool(patterns.QUESTION_END.search(before) or (CLOSES.search(before) and "?" in before))
        if not asked or (following is not None and following.kind == "official" and not ANSWERS.match(paragraph.text)):
            continue
        if ANSWERS.match(paragraph.text) or (
            paragraph.gap > usual and not patterns.QUESTION_END.search(paragraph.text)
        ):
            return n
    return None


def _lost_question(
    paragraphs: list[Paragraph], turn: Turn, following: Turn | None, usual: int, at_once: bool
) -> tuple[int, str] | None:
    """At which paragraph the lost question begins, and why; None when nothing speaks for one."""
    wide = [n for n, p in enumerate(paragraphs) if n and p.gap > usual]
    at = wide[-1] if wide else _question_start(paragraphs)
    said, last = " ".join(p.text for p in paragraphs[at:]), paragraphs[-1].text
    ends = bool(patterns.QUESTION_END.search(last))
    answered = following is not None and following.kind == "official"
    named = answered and following is not None and bool(following.speaker)
    # who is labelled twice in a row was interrupted: "What about tickets? Fares seem to have doubled."
    again = named and following is not None and following.speaker == turn.speaker
    aside = again and at_once and "?" in last and len(last.split()) < LONGEST_PLAIN_QUESTION / 2
    if not (ends or aside or (wide and "?" in said) or ASKS.search(last)) or _passes_on(last, following):
        return None
    told = f", and {following.speaker} answers" if named and following is not None else ""
    opened = RUNS_THE_FLOOR.search(paragraphs[at - 1].text)
    if turn.kind == "chair" and opened and (answered or wide):
        return at, f"question after the floor was opened{told}"
    if (
        wide
        and (following is None or following.kind in ("official", "chair"))
        and (ends or "?" in said or ASKS.search(said))
    ):
        return at, f"question after a gap where a label stood{told}"
    if not answered or following is None or not (ends or aside):
        if answered and ASKS_OUTRIGHT.search(last):
            return at, f"question in the words of somebody who asks, after an answer{told}"
        return None
    if again:
        return at, f"question at the end of a turn of {turn.speaker}, who is named again right after it"
    if opened and turn.kind == "official":
        return at, f"question after the floor was opened{told}"
    if ASKS.search(said):
        return at, f"question in the words of somebody who asks, after an answer{told}"
    if following.speaker and is_titled(said, following.speaker, SPOKEN_TO):
        return at, f"question put to {following.speaker}, who answers it"
    if CLOSES.search(paragraphs[at - 1].text):
        return at, f"question after closing words of thanks{told}"
    # a longer paragraph that ends with a question mark may be a speech with a rhetorical end
    return (
        (at, f"question at the end of what another says{told}") if len(said.split()) < LONGEST_PLAIN_QUESTION else None
    )


def _follows_at_once(text: str, turn: Turn, following: Turn | None) -> bool:
    """Whether nothing but a label stands before the next turn: below a photo a label may just come again."""
    between = text[turn.end : following.start] if following is not None else ""
    return following is not None and len(between.strip(WHITE)) <= len(following.label or "") + len(":****")


def _passes_on(last: str, following: Turn | None) -> bool:
    """`Mr. Jing, would you like to add something?` is said by whoever passes the word, not by somebody who asks."""
    n_words = len(last.split())
    if following is None or not following.speaker or n_words > 30:
        return False
    names = [word.lower() for word in following.speaker.split()]
    if n_words < 8 and any(word.lower() in names for word in last.rstrip("?").split()[-1:]):
        return True  # "And with that, Brian?"
    if (
        is_titled(last, following.speaker, SPOKEN_TO)
        or "colleague" in last
        or following.speaker.lower() in last.lower()
    ):
        return n_words < 6 or PASSES_ON.search(last)
    return n_words < 4  # "Okay?"


def _question_start(paragraphs: list[Paragraph]) -> int:
    """Without a gap the question is the last paragraph, and the ones before it that ask as well."""
    at = len(paragraphs) - 1
    while at > 1 and patterns.QUESTION_END.search(paragraphs[at - 1].text) and ASKS.search(paragraphs[at - 1].text):
        at -= 1
    return at


def _paragraphs(text: str, speech: Speech) -> Iterator[Paragraph]:
    """The lines of a turn, each with the gap above it."""
    for a, b in speech.spans:
        for start, end, words in read_lines(text, a, b):
            yield Paragraph(start, end, words, gap_before(text, start))
