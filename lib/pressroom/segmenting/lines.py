"""The text of a page in, its lines and where speech begins among them, out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from .. import patterns
from .names import words_of
from .phrases import GREETS, TELLS_OF_A_CONFERENCE

Line = tuple[int, int, str]  # start, end, words

SENTENCE = re.compile(r"[.?!…][\"”’')\]*]*$")
WHITE = patterns.BLANK + "\n"
HEAD_CHARACTERS, HEAD_LINES, LONG_LINE = 12_000, 60, 250
SENTENCE_ENDS = '.?!"”)]'


def plain_text(text: str) -> str:
    """What the rules look at: blanks and bars plain ones, paragraphs on one line each. Offsets stay as they are."""
    for blank in "\u00a0\u2002\u2003\u2009\u3000":
        text = text.replace(blank, " ")
    text = text.replace("丨", "|")  # "China SCIO丨Updated: …" is written with a Chinese stroke
    return unwrapped(text)


def unwrapped(text: str) -> str:
    """A text whose lines are broken at a fixed width with its paragraphs on one line each. Offsets stay as they are."""
    return _unwrapped(text) if _is_wrapped(text) else text


def _is_wrapped(text: str) -> bool:
    """Whether the lines of a text are broken at a fixed width inside its paragraphs."""
    sizes = [len(line) for line in text[:40_000].split("\n") if line and not line.isspace()]
    long = sum(n > 100 for n in sizes)
    return len(sizes) > 8 and long < len(sizes) / 20 and sum(n > 55 for n in sizes) > len(sizes) / 4


def _unwrapped(text: str) -> str:
    """A line break after a long line becomes a blank, unless the next line begins as a label or a list does."""
    lines = text.split("\n")
    pieces = [lines[0]]
    add = pieces.append
    for above, line in pairwise(lines):
        joins = len(above) > 50 and line and not line.isspace()
        if (
            joins
            and (above[-1] in SENTENCE_ENDS or above.rstrip()[-1:] in SENTENCE_ENDS)
            and patterns.NEW_LINE.match(line)
        ):
            joins = False
        add(" " if joins else "\n")
        add(line)
    return "".join(pieces)


def read_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a text that print something, without the white space and invisible characters around them."""
    found: list[Line] = []
    for match in patterns.LINE.finditer(text, start, len(text) if end is None else end):
        words = match.group().strip(patterns.BLANK)
        if words:
            at = match.start() + match.group().index(words)
            found.append((at, at + len(words), words))
    return found


def read_head(text: str) -> list[Line]:
    """The lines at the top of a page, down to the first long one that is said: the head is among them."""
    lines = read_lines(text, 0, HEAD_CHARACTERS)[:HEAD_LINES]
    said = (n for n, line in enumerate(lines) if len(line[2]) > LONG_LINE and _is_spoken(line[2]))
    return lines[: next(said, len(lines))]


def opening_line(lines: Sequence[Line]) -> int:
    """The number of the line where speech begins: an announcement or a question may precede the first label.

    Who greets goes on to the first label, whatever headings the statement has: `I. The domestic market`.
    """
    if (greeted := greeting_line(lines)) < len(lines):
        return greeted
    first = len(lines)
    while first and _is_spoken(lines[first - 1][2]):
        first -= 1
        if first > 1 and patterns.POINT.fullmatch(lines[first - 1][2]) and _is_spoken(lines[first - 2][2]):
            first -= 1
    return first


def greeting_line(lines: Sequence[Line]) -> int:
    """The number of the line that begins a statement, `Dear friends from the press,`; without one their count."""
    return next((n for n, (_, _, words) in enumerate(lines) if _greets(words)), len(lines))


def first_spoken(lines: Sequence[Line], heads: Collection[str] = ()) -> int:
    """The number of the first line that is speech, on a later page: what was said on the page before goes on.

    Without `heads`, the lines at the head of the first page, a line is taken for speech when it is a sentence; with
    them every line that is neither one of them nor of the form that lines of a head have.
    """
    if heads:
        return next((n for n, (_, _, x) in enumerate(lines) if x not in heads and not _is_of_a_head(x)), len(lines))
    return next((n for n, line in enumerate(lines) if _is_spoken(line[2])), len(lines))


def _is_of_a_head(text: str) -> bool:
    dated = any(len(text) < 80 or match.end() == len(text) for match in patterns.DATE.finditer(text))
    return bool(dated or len(text) < 3 or patterns.BREADCRUMB.search(text[:160]) or patterns.CAPTION.search(text)) or (
        text.rstrip(":： ").lower() in words_of("heading") or patterns.NAVIGATION.fullmatch(text) is not None
    )


def _greets(text: str) -> bool:
    """Whether a line greets those present: `Dear friends from the press:`, `Good morning. Welcome to …`."""
    return bool(patterns.SALUTATION.match(text) or (GREETS.match(text) and patterns.SPOKEN_TO_ALL.search(text)))


def _is_spoken(text: str) -> bool:
    if _greets(text):
        return True
    if len(text) > 80 and SENTENCE.search(text) and len(patterns.OWN_WORDS.findall(text)) > 2:
        return True  # "Today we have with us … to answer your questions. Our first …"
    return (
        len(text) > 25
        and bool(SENTENCE.search(text))
        and not (TELLS_OF_A_CONFERENCE.search(text) or patterns.CAPTION.search(text) or patterns.CAST_LINE.match(text))
        and not patterns.FOOT.match(text)
    )
