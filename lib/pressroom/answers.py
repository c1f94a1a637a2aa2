"""Turns with their kinds in, each answer linked to its question out."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Turn
from .phrases import SAYS_GOODBYE

LONGEST_CLOSING = 60  # words


def link_answers(turns: Sequence[Turn], text: str) -> None:
    """Set `answers` of every official's turn to the number, from 1, of the question it answers.

    Until the next question is asked, every official who speaks answers the last one: the first who answers, the
    one who is handed the question, the one who adds a word. Whoever speaks before the first question answers
    none; a chair and an interpreter answer none. Nor do the words with which a spokesperson who has no chair
    beside them closes the conference.
    """
    question: int | None = None
    for number, turn in enumerate(turns, start=1):
        if turn.kind == "journalist":
            question = number
        turn.answers = question if turn.kind == "official" else None
        if number == len(turns) and question != number - 1 and _closes(text[turn.start : turn.end]):
            turn.answers = None


def _closes(said: str) -> bool:
    return len(said.split()) <= LONGEST_CLOSING and bool(SAYS_GOODBYE.search(said))
