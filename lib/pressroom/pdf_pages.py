"""The bytes of a PDF file with a text layer in, its paragraphs out: lines joined, running heads left out.

A PDF knows where letters stand, not what a paragraph is. A new one begins after more white than between two lines,
at an indented line, and after a line that ends a sentence well before the right margin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from .model import Reading, Unreadable
from .paragraphs import join_paragraphs

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

INSTALL = "install it: pip install 'pressroom[formats]'"
PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", re.I)
SENTENCE_END = re.compile(r"[.?!:…][\"”’')\]]*$")
LINE_END = re.compile(r"\r\n|\ufffe")  # pdfium writes U+FFFE for a hyphen at the end of a line
ADDRESS = re.compile(r"https?://\S+")
HYPHEN = re.compile(r"(?P<word>\w+)(?:-|\x02|\u00ad)$")
NO_MEANING = re.compile("[\ufffd\ue000-\uf8ff]")  # letters of a font whose meaning the file does not record
MOST_WHITE = 1.35  # of the usual distance between two lines; more begins a paragraph
MOST_LINE_HEIGHTS = 1.5
INDENT = 8  # points
FULL_LINE = 0.85  # of the text's width; a sentence that ends before that ends its paragraph
RUNNING_SHARE = 0.6  # of the pages; a first or last line found on so many is a running head


@dataclass(frozen=True)
class PrintedLine:
    """A line as it is printed: its words and where they stand, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    base: float
    height: float


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
    pages = [_lines(page) for page in _pages(content)]
    n_letters = sum(len(line.text) for page in pages for line in page)
    if not n_letters:
        raise Unreadable(
            "this PDF has no text: its pages are pictures (a scan)",
            "recognise its text first (OCR), or save the web page it was made from as HTML",
        )
    if sum(len(NO_MEANING.findall(line.text)) for page in pages for line in page) > 0.02 * n_letters:
        raise Unreadable("its fonts do not say which letters they print", "save the web page it was made from as HTML")
    reading = Reading("")
    blank = [str(n) for n, page in enumerate(pages, start=1) if not page]
    if blank:
        reading.notes.append(f"no text on page {', '.join(blank)} of the PDF: a picture, or empty")
    pages, left_out = _without_running_heads(pages)
    if left_out:
        reading.notes.append(f"left out: page numbers and running heads of the PDF ({len(left_out)} lines)")
        # a browser prints the page's address at the foot of every sheet
        printed = (ADDRESS.search(line.text) for line in left_out)
        reading.url = next((match.group() for match in printed if match), None)
    reading.text = join_paragraphs([(0, paragraph) for paragraph in _paragraphs(pages)])
    return reading


def _pages(content: bytes) -> Iterator[PdfPage]:
    try:
        import pypdfium2
    except ImportError:
        raise Unreadable("PDF is read with the library pypdfium2, which is not installed", INSTALL) from None
    try:
        document = pypdfium2.PdfDocument(content)
        yield from (document[n] for n in range(len(document)))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable(
                "this PDF is locked with a password", "open it, and print or save it without one"
            ) from None
        raise Unreadable("it is no PDF, or a damaged one", "get it again") from None


def _lines(page: Any) -> list[PrintedLine]:
    """The lines of a page from top to bottom, as the file has them."""
    letters = page.get_textpage()
    whole, lines, at = letters.get_text_range(), [], 0
    for end in [*LINE_END.finditer(whole), None]:
        text = whole[at : end.start() if end else len(whole)]
        shown = [n for n, c in enumerate(text) if not c.isspace()]
        if shown:
            left, base, _, top = letters.get_charbox(at + shown[0], loose=True)
            _, _, right, _ = letters.get_charbox(at + shown[-1], loose=True)
            hyphen = "-" if end and end.group() == "\ufffe" else ""
            lines.append(PrintedLine(" ".join(text.split()) + hyphen, left, right, base, top - base))
        at = end.end() if end else at
    return lines


def _without_running_heads(
    pages: Sequence[list[PrintedLine]],
) -> tuple[list[list[PrintedLine]], list[PrintedLine]]:
    """The pages without page numbers and lines that many pages begin or end with, and what was left out.

    The first head stays: it may be the title. A foot does not: on the first page it parts a sentence like any other.
    """
    ends = Counter(_pattern(line) for page in pages for lines in _outermost(page) for line in lines)
    enough = max(2, RUNNING_SHARE * len(pages))
    running = {pattern for pattern, n in ends.items() if n >= enough}
    seen: set[str] = set()
    kept, left_out = [], []
    for page in pages:
        heads, feet = _outermost(page)
        out = {line for line in heads + feet if PAGE_NUMBER.fullmatch(line.text)}
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


def _pattern(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", line.text)


def _paragraphs(pages: Sequence[list[PrintedLine]]) -> list[str]:
    usual = _line_distance(pages)
    margin = min((line.left for page in pages for line in page), default=0.0)
    width = max((line.right for page in pages for line in page), default=0.0) - margin
    known = {word.lower() for page in pages for line in page for word in re.findall(r"[\w-]+", line.text)}
    paragraphs: list[str] = []
    before: PrintedLine | None = None
    for page in pages:
        for n, line in enumerate(page):
            if before is None or _begins(line, before, n == 0, usual, margin, width):
                paragraphs.append(line.text)
            else:
                paragraphs[-1] = _joined(paragraphs[-1], line.text, known)
            before = line
    return paragraphs


def _line_distance(pages: Sequence[list[PrintedLine]]) -> float:
    """The distance between two lines of a paragraph: among the small ones, and no more than type allows."""
    distances = sorted(a.base - b.base for page in pages for a, b in pairwise(page) if a.base > b.base)
    height = median(line.height for page in pages for line in page)
    return min(distances[len(distances) // 5], MOST_LINE_HEIGHTS * height) if distances else height


def _begins(line: PrintedLine, before: PrintedLine, new_page: bool, usual: float, margin: float, width: float) -> bool:
    ended = bool(SENTENCE_END.search(before.text))
    if line.left > margin + INDENT and line.left > before.left + INDENT and ended:
        return True
    if ended and before.right - margin < FULL_LINE * width:
        return True
    if new_page:  # a sentence that runs on over the page
        return ended
    return not 0 < before.base - line.base <= MOST_WHITE * usual


def _joined(paragraph: str, line: str, known: set[str]) -> str:
    """One line put after another: `organi-` `zation` is one word, `high-` `quality` keeps its hyphen.

    What the file writes elsewhere decides; else a first half that is a word by itself keeps the hyphen.
    """
    match = HYPHEN.search(paragraph)
    if match is None:
        return f"{paragraph} {line}"
    first, rest = match["word"], re.match(r"\w*", line)
    follows = rest.group() if rest else ""
    whole, parted = f"{first}{follows}".lower(), f"{first}-{follows}".lower()
    keep = not follows[:1].islower() or parted in known or (whole not in known and first.lower() in known)
    return f"{paragraph[: match.end('word')]}{'-' if keep else ''}{line}"
