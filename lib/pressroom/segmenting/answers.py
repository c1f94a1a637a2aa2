"""Turns with their kinds in, each answer linked to its question out."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Turn
from .phrases import CONCLUDES, NEXT_QUESTION, RUNS_THE_FLOOR, SAYS_GOODBYE

LONGEST_CLOSING = 60  # words
SHORTEST_ANSWER = 12  # words of a chair: less is "Could you repeat that?" or a name called


def link_answers(turns: Sequence[Turn], text: str) -> None:
    """Set `answers` of every official's turn to the number, from 1, of the question it answers.

    Until the next question is asked, every official who speaks answers the last one: the first who answers, the
    one who is handed the question, the one who adds a word. Whoever speaks before the first question answers
    none; an interpreter answers none, nor does a chair, but for the one who takes a question that nobody else
    does: a press secretary after the guest has left. Nor do the words with which a spokesperson who has no chair
    beside them closes the conference.
    """
    question: int | None = None
    for number, turn in enumerate(turns, start=1):
        if turn.kind == "journalist":
            question = number
        takes = turn.kind == "official" or (turn.kind == "chair" and _takes_it(turns, number - 1, text))
        turn.answers = question if takes else None
        if number == len(turns) and question != number - 1 and _closes(text[turn.start : turn.end]):
            turn.answers = None


def _takes_it(turns: Sequence[Turn], n: int, text: str) -> bool:
    """Whether a chair answers: by name, right after a question, before the next or the end, running no floor."""
    if (
        n == 0
        or turns[n].speaker is None
        or turns[n - 1].kind != "journalist"
        or (n + 1 < len(turns) and turns[n + 1].kind != "journalist")
    ):
        return False
    said = text[turns[n].start : turns[n].end]
    runs = (RUNS_THE_FLOOR, NEXT_QUESTION, CONCLUDES, SAYS_GOODBYE)
    return len(said.split()) > SHORTEST_ANSWER and not any(use.search(said) for use in runs)


def _closes(said: str) -> bool:
    return len(said.split()) <= LONGEST_CLOSING and SAYS_GOODBYE.search(said)
