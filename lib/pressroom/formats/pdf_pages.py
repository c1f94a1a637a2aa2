"""The bytes of a PDF file with a text layer in, its paragraphs out: lines joined, running heads left out.

A PDF knows where letters stand, not what a paragraph is. A new one begins after more white than between two lines,
at an indented line, and after a line that ends a sentence well before the right margin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ..model import Reading, Unreadable
from .paragraphs import join_paragraphs
from .pdf_lines import PrintedLine, printed_lines, sheets

PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", re.I)
SENTENCE_END = re.compile(r"[.?!:…][\"”’')\]]*$")
# What a browser prints above and below a page: the day of printing, the page's address
BY_BROWSER = re.compile(r"^\d{1,4}/\d{1,2}/\d{1,4}, \d{1,2}:\d\d|^(?:https?|file)://\S+\s+\d+/\d+$")
ADDRESS = re.compile(r"https?://\S+")
WORD = re.compile(r"[\w-]+")
HYPHEN = re.compile(r"(?P<word>\w+)[-\u00ad]$")
MOST_WHITE = 1.35  # of the usual distance between two lines; more begins a paragraph
MOST_SIZES = 1.7  # of the type size, between two lines of a paragraph
WIDE = 1.6  # of the usual white above a paragraph; more is a gap
MOST_UNKNOWN = 0.02  # of the letters; the breadcrumb's chevron can be one
INDENT = 8  # points
MOSTLY_FULL = 0.75  # of the width
SAME_HEIGHT = 4  # points
RUNNING_SHARE = 0.6  # of the pages; a first or last line found on so many is a running head


def read_pdf(content: bytes) -> Reading:
    """Read a PDF file.

    Parameters
    ----------
    content : bytes

    Returns
    -------
    Reading
        Paragraphs parted by an empty line. The notes name pages without text and the running heads left out.

    Raises
    ------
    Unreadable
        If it is no PDF, is locked, has no text layer, or the library for PDF is not installed.
    """
    read = [printed_lines(page) for page in sheets(content)]
    pages = [lines for lines, _ in read]
    n_letters, n_unknown = sum(len(line.text) for page in pages for line in page), sum(n for _, n in read)
    if n_unknown > MOST_UNKNOWN * (n_letters + n_unknown):
        raise Unreadable("its fonts do not say which letters they print", "save the web page it was made from as HTML")
    if not n_letters:
        raise Unreadable(
            "this PDF has no text: its pages are pictures (a scan)",
            "recognise its text first (OCR), or save the web page it was made from as HTML",
        )
    reading = Reading("")
    blank = [str(n) for n, page in enumerate(pages, start=1) if not page]
    if blank:
        reading.notes.append(f"no text on page {', '.join(blank)} of the PDF: a picture, or empty")
    if n_unknown:
        reading.notes.append(f"letters that the PDF does not name, left out: {n_unknown}")
    pages, left_out = _without_running_heads(pages)
    if left_out:
        reading.notes.append(f"left out: page numbers and running heads of the PDF ({len(left_out)} lines)")
        # a browser prints the page's address at the foot of every sheet
        printed = (ADDRESS.search(line.text) for line in left_out)
        reading.url = next((match.group() for match in printed if match), None)
    reading.text = join_paragraphs(_paragraphs(pages))
    return reading


def _without_running_heads(
    pages: Sequence[list[PrintedLine]],
) -> tuple[list[list[PrintedLine]], list[PrintedLine]]:
    """The pages without page numbers and lines that many pages begin or end with, and what was left out.

    The first head stays: it may be the title. A foot does not: on the first page it parts a sentence like any other.
    """
    ends = Counter(_pattern(line) for page in pages for lines in _outermost(page) for line in lines)
    enough = max(2, RUNNING_SHARE * len(pages))
    running = {pattern for pattern, n in ends.items() if n >= enough and pattern}
    seen: set[tuple[str, int] | None] = set()
    kept, left_out = [], []
    for page in pages:
        heads, feet = _outermost(page)
        out = {line for line in heads + feet if PAGE_NUMBER.fullmatch(line.text) or BY_BROWSER.search(line.text)}
        out.update(line for line in heads if _pattern(line) in running & seen)
        out.update(line for line in feet if _pattern(line) in running)
        seen.update(map(_pattern, heads))
        kept.append([line for line in page if line not in out])
        left_out += [line for line in page if line in out]
    return kept, left_out


def _outermost(page: Sequence[PrintedLine]) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """The two lines at the top of a page and the two at its foot, wherever the file has them."""
    by_height = sorted(page, key=lambda line: -line.base)
    return by_height[:2], by_height[2:][-2:]


def _pattern(line: PrintedLine) -> tuple[str, int] | None:
    """What makes a running head: the same words, but for numbers, at the same height. A label is none."""
    return None if line.text.endswith(":") else (re.sub(r"\d+", "#", line.text), round(line.base / SAME_HEIGHT))


def _paragraphs(pages: Sequence[list[PrintedLine]]) -> list[tuple[int, str]]:
    """The paragraphs, each with 1 where more white stands above it than above most of them, else 0."""
    usual = _line_distance(pages)
    margins = min((line.left for page in pages for line in page), default=0.0), _right_margin(pages)
    words = _Words(pages)
    paragraphs: list[str] = []
    above: list[float] = []  # white above each paragraph; 0 where a page begins
    before: PrintedLine | None = None
    for page in pages:
        for n, line in enumerate(page):
            if before is None or _begins(line, before, n == 0, usual, margins):
                paragraphs.append(line.text)
                above.append(before.base - line.base if before and n else 0.0)
            else:
                paragraphs[-1] = words.join(paragraphs[-1], line.text)
            before = line
    most = median([distance for distance in above if distance > usual] or [usual])
    joined: list[tuple[int, str]] = []
    for distance, text in zip(above, paragraphs, strict=True):
        if joined and 0 < distance <= MOST_WHITE * usual < most:  # no white as between paragraphs: a line break
            joined[-1] = (joined[-1][0], f"{joined[-1][1]}\n{text}")
        else:
            joined.append((int(distance > WIDE * most), text))
    return joined


def _line_distance(pages: Sequence[list[PrintedLine]]) -> float:
    """The distance between two lines of a paragraph: among the small ones, and no more than type allows."""
    distances = sorted(a.base - b.base for page in pages for a, b in pairwise(page) if a.base > b.base)
    size = median(line.size for page in pages for line in page) if any(pages) else 0.0
    return min(distances[len(distances) // 5], MOST_SIZES * size) if distances else size


def _right_margin(pages: Sequence[list[PrintedLine]]) -> float:
    """Where full lines end; the longest lines can stand out a little."""
    ends = sorted(line.right for page in pages for line in page)
    return ends[len(ends) * 9 // 10] if ends else 0.0


def _begins(line: PrintedLine, before: PrintedLine, new_page: bool, usual: float, margins: tuple[float, float]) -> bool:
    """Whether a line begins a paragraph."""
    ended = bool(SENTENCE_END.search(before.text))
    if not new_page and not 0 < before.base - line.base <= MOST_WHITE * usual:
        return True
    left, right = margins
    start = line.text[:1]
    # "or 12.75 million": a no-break space took the number along to the next line
    runs_on = start.islower() or (start.isdigit() and before.right > MOSTLY_FULL * right)
    if before.text.endswith("-") or (runs_on and not ended):
        return False
    if line.left > left + INDENT and line.left > before.left + INDENT:
        return True
    if ended and line.text.endswith(":") and line.right < right:  # a label below a line that happens to be full
        return True
    # the first word of this line had room on the one before: the break there was meant
    letter = (before.right - before.left) / max(len(before.text), 1)
    return before.right + letter * (len(line.text.split(" ", 1)[0]) + 2) < right


class _Words:
    """The words of a PDF, which tell what a hyphen at the end of a line is.

    Most programs part words only at hyphens that are there (`high-` `quality`); some part them anywhere (`organi-`
    `zation`). If one such word stands whole elsewhere in the file, it is of the second kind.
    """

    def __init__(self, pages: Sequence[list[PrintedLine]]) -> None:
        lines = [line.text for page in pages for line in page]
        self.known = {word.lower() for line in lines for word in WORD.findall(line)}
        self.parts_words = any(self._whole(a, b) in self.known for a, b in pairwise(lines) if HYPHEN.search(a))

    def join(self, paragraph: str, line: str) -> str:
        """Put a line after a paragraph."""
        match = HYPHEN.search(paragraph)
        if match is None:
            return f"{paragraph} {line}"
        whole = self._whole(paragraph, line)
        parted = paragraph[match.start("word") :].lower() + whole[len(match["word"]) :]
        real = whole not in self.known and (
            not self.parts_words or parted in self.known or match["word"].lower() in self.known
        )
        real = real or not line[:1].islower()
        return f"{paragraph[: match.end('word')]}{'-' if real else ''}{line}"

    @staticmethod
    def _whole(before: str, line: str) -> str:
        """The word that a hyphen parts, without the hyphen."""
        first, rest = HYPHEN.search(before), re.match(r"\w*", line)
        return f"{first['word'] if first else ''}{rest.group() if rest else ''}".lower()
