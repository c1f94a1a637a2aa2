"""The text of a page in, its lines and where speech begins among them, out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from .. import patterns
from .names import words_of
from .phrases import GREETS, TELLS_OF_A_CONFERENCE

Line = tuple[int, int, str]  # start, end, words

SENTENCE = re.compile(r"[.?!…][\"”’')\]*]*$")
SHORT_LINE, SHORT_LINES = 80, 2  # characters of a line, and how many of them in a row
NUMBERED = re.compile(r"(?:[IVX]{1,4}|\d{1,2})[.)、] ?[A-Z]")  # "I. The domestic market"
POINT_MADE = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Next|Finally)(?:ly)?, [^\n]{3,}[.:]$"
)  # "Second, roads."
WHITE = patterns.BLANK + "\n"
HEAD_CHARACTERS, HEAD_LINES, LONG_LINE = 12_000, 60, 250
LONGEST_SHORT, NEWLINE = 50, ord("\n")  # characters of a line that ends where it does for a reason
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
    sizes = sorted(map(len, filter(str.strip, text[:20_000].split("\n"))))
    n, n_medium, n_long = len(sizes), *(len(sizes) - bisect_right(sizes, size) for size in (55, 100))
    return n > 8 and n_long < n / 20 and n_medium > n / 4


def _unwrapped(text: str) -> str:
    """A line break after a long line becomes a blank, unless the next line begins as a label or a list does."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).copy()
    breaks = np.flatnonzero(codes == NEWLINE)
    breaks = breaks[np.diff(breaks, prepend=-1) > LONGEST_SHORT + 1]
    above, below = codes[breaks - 1], codes[np.minimum(breaks + 1, len(codes) - 1)]
    joins = below != NEWLINE
    # of most line breaks the characters on both sides tell that a sentence goes on; the rest is looked at
    doubtful = joins & (_may_end()[np.minimum(above, 0xFFFF)] | _is_white()[np.minimum(below, 0xFFFF)])
    for n in np.flatnonzero(doubtful).tolist():
        joins[n] = _goes_on(text, int(breaks[n]))
    codes[breaks[joins]] = ord(" ")
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def _goes_on(text: str, at: int) -> bool:
    """Whether the line below a line break belongs to the one above."""
    above, stop = text[text.rfind("\n", 0, at) + 1 : at], text.find("\n", at + 1)
    below = text[at + 1 : stop if stop >= 0 else len(text)]
    if not below.strip():
        return False
    return above.rstrip()[-1:] not in SENTENCE_ENDS or not patterns.NEW_LINE.match(below)


@cache
def _is_white() -> npt.NDArray[np.bool_]:
    return np.fromiter((chr(i).isspace() for i in range(0x10000)), dtype=bool, count=0x10000)


@cache
def _may_end() -> npt.NDArray[np.bool_]:
    """The characters that end a sentence, and the white space that may follow it."""
    ends = _is_white().copy()
    ends[[ord(c) for c in SENTENCE_ENDS]] = True
    return ends


def read_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a text that print something, without the white space and invisible characters around them."""
    found: list[Line] = []
    for match in patterns.PRINTED.finditer(text, start, len(text) if end is None else end):
        words, at = match.group().rstrip(patterns.BLANK), match.start()
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
    first = len(lines)
    while first:
        if _is_spoken(lines[first - 1][2]):
            first -= 1
            continue
        # "Third, on talent.", "That is all from me.", "**Roads": short lines in the midst of what is said
        above = first
        while above and first - above < SHORT_LINES and _is_short_and_said(lines[above - 1][2]):
            above -= 1
        if above == first or not above or not _is_spoken(lines[above - 1][2]):
            break
        first = above
    return min(first, greeting_line(lines))


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
    """Whether a line greets those present: `Dear friends from the press:`, `Friends from the media, good morning.`"""
    return bool(patterns.SALUTATION.match(text) or (GREETS.match(text) and patterns.GOOD_DAY.search(text)))


def _is_short_and_said(text: str) -> bool:
    """Whether a short line can stand between two that are said: a sentence, a numbered point, a heading in stars."""
    if _is_of_a_head(text) or len(text) > SHORT_LINE or patterns.CAST_LINE.match(text):
        return False
    return bool(SENTENCE.search(text) or patterns.POINT.fullmatch(text) or NUMBERED.match(text))


@lru_cache(maxsize=256)  # asked again when the document is made of its pages
def _is_spoken(text: str) -> bool:
    if _greets(text) or (GREETS.match(text) and patterns.SPOKEN_TO_ALL.search(text)) or POINT_MADE.match(text):
        return True
    if len(text) > 80 and SENTENCE.search(text) and len(patterns.OWN_WORDS.findall(text)) > 2:
        return True  # "Today we have with us … to answer your questions. Our first …"
    return (
        len(text) > 25
        and bool(SENTENCE.search(text))
        and not (patterns.FOOT.match(text) or patterns.CAST_LINE.match(text) or patterns.CAPTION.search(text))
        and not TELLS_OF_A_CONFERENCE.search(text)
    )
