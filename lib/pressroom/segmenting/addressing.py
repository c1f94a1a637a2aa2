"""A text and a name in, where it stands by itself and whether after a title, out: `Ms. Kuang`, `Let's go to Ruth.`

These are the expressions `\\bRuth\\b` and `\\b(?:Mr|Ms)\\.? Ruth\\b`, without one being compiled for every name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

BOUNDARY = re.compile(r"\b")
LONGEST_TITLE = 20  # characters, with point and blank


def places(text: str, word: str) -> Iterator[int]:
    """Where a word or a name stands in a text, not as part of a longer one.

    Examples
    --------
    >>> list(places("Ruth or Ruthie? Ruth.", "Ruth"))
    [0, 16]
    """
    at = text.find(word)
    while at >= 0:
        if BOUNDARY.match(text, at) and BOUNDARY.match(text, at + len(word)):
            yield at
        at = text.find(word, at + 1)


def ending_with(titles: Iterable[str]) -> re.Pattern[str]:
    """The expression for a text that ends with one of these titles and a blank."""
    return re.compile(rf"\b(?:{'|'.join(titles)})\.? \Z")


def is_titled(text: str, name: str, titles: re.Pattern[str]) -> bool:
    """Whether the first or the last word of a name stands in a text right after one of some titles.

    Examples
    --------
    >>> is_titled("Over to you, Ms. Kuang.", "Kuang Lin", ending_with(["Mr", "Ms"]))
    True
    """
    words = name.split()
    return any(
        titles.search(text, max(at - LONGEST_TITLE, 0), at)
        for word in {words[0], words[-1]}
        for at in places(text, word)
    )
