"""Turns with their kinds in, each answer linked to its question out."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Turn


def link_answers(turns: Sequence[Turn]) -> None:
    """Set `answers` of every official's turn to the number, from 1, of the question it answers.

    Until the next question is asked, every official who speaks answers the last one: the first who answers, the
    one who is handed the question, the one who adds a word. Whoever speaks before the first question answers
    none; a chair and an interpreter answer none.
    """
    question: int | None = None
    for number, turn in enumerate(turns, start=1):
        if turn.kind == "journalist":
            question = number
        turn.answers = question if turn.kind == "official" else None
