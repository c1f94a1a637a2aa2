"""A short page's text in, what a server sent in place of the page asked for out: a challenge, maintenance, 404."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).parents[1] / "lexicon" / "stand_ins.csv"
# Such pages are short, in plain text very short; a transcript may well speak of system maintenance.
MOST_WORDS, MOST_WORDS_OF_PLAIN_TEXT = 120, 20
# What a challenge's script does and no article needs: set a cookie and load the page again.
CHALLENGE_SCRIPTS = ("__jsl_clearance", "acw_sc__v2", "challenge-platform", "document.cookie", "location.reload")
REMEDY = "open the page in a browser, wait until it shows, and save it there (Save as: Web page, complete)"


def stand_in(text: str, markup: str = "", most_words: int = MOST_WORDS) -> str | None:
    """Tell whether a page is not the one that was asked for.

    Parameters
    ----------
    text : str
        What the page shows.
    markup : str, optional
        The page's HTML, for a challenge that shows nothing at all.
    most_words : int
        A longer page is a page.

    Returns
    -------
    str or None
        What it is instead, in words; None when it is a page.

    Examples
    --------
    >>> stand_in("404 Not Found nginx")
    'an answer that the page is not there (404)'
    """
    words = text[:4000].split(None, most_words)
    if len(words) > most_words:
        return None
    shown = " ".join(words).lower()
    if not shown and any(script in markup for script in CHALLENGE_SCRIPTS):
        return "a browser check (JavaScript challenge, often answered with 521) and not the page"
    return next((what for words, what in _known() if words in shown), None)


@cache
def _known() -> list[tuple[str, str]]:
    with LEXICON.open(encoding="utf-8", newline="") as lines:
        return [(row["words"], row["what"]) for row in csv.DictReader(lines)]
