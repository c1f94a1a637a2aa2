"""What people say to run a conference, by what they do with it: the rows of `lexicon/phrases.csv` as expressions."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files


class Saying:
    """The phrases of one use; whether a speech has one of them, in capitals or not.

    Phrases and speech are compared in small letters: an expression that ignores case costs three times as much.
    """

    def __init__(self, phrases: list[str]) -> None:
        self._any = re.compile("|".join(phrases).lower())

    def search(self, said: str) -> bool:
        """Whether one of them stands anywhere in what is said."""
        return self._any.search(said.lower()) is not None

    def match(self, said: str) -> bool:
        """Whether what is said begins with one of them."""
        return self._any.match(said.lower()) is not None


@cache
def saying(use: str) -> Saying:
    """The phrases of one use.

    Examples
    --------
    >>> saying("runs_the_floor").search("The floor is now open.")
    True
    """
    phrases = [row["phrase"] for row in _rows() if row["use"] == use]
    if not phrases:
        raise KeyError(f"no phrases of use {use!r} in lexicon/phrases.csv")
    return Saying(phrases)


@cache
def _rows() -> list[dict[str, str]]:
    text = files("pressroom").joinpath("lexicon", "phrases.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


RUNS_THE_FLOOR = saying("runs_the_floor")
ASKS = saying("asks")
ASKS_OUTRIGHT = saying("asks_outright")
ANSWERS = saying("answers")
NEXT_QUESTION = saying("next_question")
CONCLUDES = saying("concludes")
SAYS_GOODBYE = saying("says_goodbye")
PASSES_ON = saying("passes_on")
HANDS_ON = saying("hands_on")
HANDS_OVER = saying("hands_over")
TO_COLLEAGUE = saying("to_colleague")
GREETS = saying("greets")
TELLS_OF_A_CONFERENCE = saying("tells_of_a_conference")
HOSTS = saying("hosts")
INTRODUCES = saying("introduces")
BRIEFS = saying("briefs")
