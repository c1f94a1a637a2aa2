"""A document in, what a careful reader should know of it, out: what is missing, inferred, or no transcript at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import Document, Page

NOTICE = re.compile(r"\bnotice\b|\bwill (?:hold|be held)\b|\bto hold\b", re.I)


def doubts_of(document: Document) -> Iterator[str]:
    """What to check before a number of this document is printed, in sentences."""
    expected, present = document.pages_expected, sum(page.start is not None for page in document.pages)
    if expected and present < expected:
        found = document.pages_found
        missing = [n for n in range(1, expected + 1) if n not in found]
        which = f" (page {runs(missing)})" if found and len(found) == present else ""
        yield f"{expected - present} of {expected} pages are missing{which}: shares, counts and the cast are of a part"
    if document.held_from == "published":
        yield "the day held is not stated; the day posted stands in, and relative periods count from it"
    if document.held is None:
        yield "no date found: relative periods such as `last year` are not resolved"
    for number, turn in enumerate(document.turns, start=1):
        if turn.inferred:
            yield f"turn {number} has no printed label: {turn.inferred}"


# What is done to nearly every saved page; anything else that reading had to do is a doubt.
ROUTINE = ("words left out", "left out", "the page shows its title", "read as")


def notes_of(document: Document, pages: Sequence[Page]) -> tuple[list[str], list[str]]:
    """What was done to the pages when they were read: the routine of it, and what a careful reader should check."""
    names = {page.source for page in document.pages}
    told = [f"{page.source}: {note}" for page in pages if page.source in names for note in page.notes]
    routine = [note for note in told if note.partition(": ")[2].startswith(ROUTINE)]
    return routine, [note for note in told if note not in routine]


def runs(numbers: Sequence[int]) -> str:
    """Whole numbers as a reader writes them.

    Examples
    --------
    >>> runs([1, 3, 4, 5, 11])
    '1, 3–5, 11'
    """
    found: list[list[int]] = []
    for n in sorted(numbers):
        if found and n == found[-1][1] + 1:
            found[-1][1] = n
        else:
            found.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in found)


def why_no_turn(document: Document) -> tuple[str, str]:
    """What a document in which nobody speaks reads like, and what to do about it."""
    sizes = Counter({part.part: 0 for part in document.parts})
    for part in document.parts:
        sizes[part.part] += part.end - part.start
    if sizes["caption"] > sum(sizes.values()) / 2:
        found = "it reads like a page of photos"
    elif NOTICE.search(document.text):
        found = "it reads like the notice of a conference"
    elif len(document.text.split()) < 60 or max(map(len, document.text.split("\n"))) < 120:
        found = "it reads like a listing or a stub"
    else:
        found = "no name is printed before what is said"
    return f"no turn was found: {found}", "give the page with the transcript itself, or read it with --plain"
