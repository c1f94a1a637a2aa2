"""The bytes of a Word file (`.docx`) in, the text of its paragraphs and tables out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from ..model import Reading, Unreadable
from .archives import DAMAGED
from .html_blocks import SHORT_CELL
from .paragraphs import join_paragraphs

LARGEST_XML_BYTES = 100_000_000
MAIN = "word/document.xml"
# Text that the reader does not see: struck out by tracked changes, field codes, the copy of a text box for old Word.
UNSEEN = frozenset(["del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "sectPr"])
AS_TEXT = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}
SAVE_DOCX = "open it in Word and save it as .docx"
NO_WORD_FILE = "it is no Word file (.docx), or a damaged one"


def read_docx(content: bytes) -> Reading:
    """Read a Word file.

    Parameters
    ----------
    content : bytes

    Returns
    -------
    Reading
        Paragraphs parted by an empty line, a line break inside one kept; a row of short cells on one line. Bold,
        headers, footnotes and comments are left out.

    Raises
    ------
    Unreadable
        If it is no Word file or has no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = set(parts.namelist())
            if MAIN not in names:
                raise Unreadable(NO_WORD_FILE, SAVE_DOCX)
            if parts.getinfo(MAIN).file_size > LARGEST_XML_BYTES:
                raise Unreadable(f"its text is larger than {LARGEST_XML_BYTES // 1_000_000} MB", "split it")
            with parts.open(MAIN) as part:
                root = ElementTree.fromstring(part.read(LARGEST_XML_BYTES + 1))
    except (*DAMAGED, ElementTree.ParseError, OSError) as error:
        raise Unreadable(f"{NO_WORD_FILE} ({error})", SAVE_DOCX) from None
    body = next((e for e in root if _name(e) == "body"), root)
    try:
        reading = Reading(join_paragraphs(list(_spaced(_paragraphs(body)))))
    except RecursionError:
        raise Unreadable("its tables are nested without end: the file is damaged", SAVE_DOCX) from None
    if not reading.text.strip():
        raise Unreadable(
            "no text is in this Word file: its pages may be pictures", "save the page it came from as HTML"
        )
    apart = [n for n in ("header", "footer", "footnotes", "comments") if any(x.startswith(f"word/{n}") for x in names)]
    if apart:
        reading.notes.append(f"left out: the Word file's {', '.join(apart)}")
    return reading


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _spaced(paragraphs: Iterator[str]) -> Iterator[tuple[int, str]]:
    empty = 0
    for paragraph in paragraphs:
        if paragraph.strip():
            yield empty, paragraph.strip(" \t\n")
            empty = 0
        else:
            empty += 1


def _paragraphs(parent: ElementTree.Element) -> Iterator[str]:
    """The paragraphs below an element, those in tables and content controls included."""
    for element in parent:
        name = _name(element)
        if name == "p":
            yield "".join(_words(element))
        elif name == "tr":
            yield from _row(element)
        elif name not in UNSEEN:
            yield from _paragraphs(element)


def _row(row: ElementTree.Element) -> Iterator[str]:
    cells = [[p for p in _paragraphs(cell) if p.strip()] for cell in row]
    cells = [cell for cell in cells if cell]
    if all(len(cell) == 1 and len(cell[0]) <= SHORT_CELL for cell in cells):
        yield "\t".join(cell[0].strip() for cell in cells)
        return
    for cell in cells:
        yield from cell


def _words(element: ElementTree.Element) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in AS_TEXT:
            yield AS_TEXT[name]
        elif name == "p":  # a text box inside a paragraph
            yield "\n" + "".join(_words(child))
        elif name not in UNSEEN:
            yield from _words(child)
