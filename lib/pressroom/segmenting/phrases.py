"""What people say to run a conference, by what they do with it: the rows of `lexicon/phrases.csv` as expressions."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files


@cache
def saying(use: str) -> re.Pattern[str]:
    """The phrases of one use, as one expression that ignores case.

    Examples
    --------
    >>> bool(saying("runs_the_floor").search("The floor is now open."))
    True
    """
    text = files("pressroom").joinpath("lexicon", "phrases.csv").read_text(encoding="utf-8")
    rows = [row["phrase"] for row in csv.DictReader(text.splitlines()) if row["use"] == use]
    if not rows:
        raise KeyError(f"no phrases of use {use!r} in lexicon/phrases.csv")
    return re.compile("|".join(rows), re.IGNORECASE)


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
