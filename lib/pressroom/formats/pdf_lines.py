"""The bytes of a PDF in, the lines printed on its pages out, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from typing import Any

from ..model import Unreadable

INSTALL = "install it: pip install 'pressroom[formats]'"
SPACE = re.compile(r"[ \t]+")  # a no-break space stays one
LINE_ENDS, HYPHENS_AT_END = (0x0D, 0x0A), (0x02, 0xFFFE)  # as pdfium gives them
NO_MEANING = re.compile("[\ufffd\ue000-\uf8ff]")  # letters of a font whose meaning the file does not record


@dataclass(frozen=True)
class PrintedLine:
    """A line as it is printed: its words, where they stand in points from the lower left corner, the type's size."""

    text: str
    left: float
    right: float
    base: float
    size: float


def sheets(content: bytes) -> Iterator[Any]:
    """The bytes of a PDF in, its pages out.

    Raises
    ------
    Unreadable
        If it is no PDF, is locked, or the library for PDF is not installed.
    """
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


def printed_lines(page: Any) -> tuple[list[PrintedLine], int]:
    """The lines of a page in the order of the file, and how many letters have no meaning recorded."""
    from pypdfium2 import raw

    letters = page.get_textpage()
    lines: list[PrintedLine] = []
    shown: list[tuple[int, str]] = []
    n_unknown = 0

    def place(n: int) -> tuple[float, float]:
        x, y = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(letters, n, byref(x), byref(y))
        return x.value, y.value

    def end_line() -> None:
        words = SPACE.sub(" ", "".join(c for _, c in shown)).strip()
        if words:
            first, last = ([n for n, c in shown if not c.isspace()][k] for k in (0, -1))
            left, base = place(first)
            right = letters.get_charbox(last)[2]
            lines.append(PrintedLine(words, left, right, base, raw.FPDFText_GetFontSize(letters, first)))
        shown.clear()

    for n in range(letters.count_chars()):
        code = raw.FPDFText_GetUnicode(letters, n)
        if code in LINE_ENDS:
            end_line()
        elif code in HYPHENS_AT_END:
            shown.append((n, "-"))
            end_line()
        elif code == 0 or NO_MEANING.match(chr(code)):
            n_unknown += 1
        else:
            shown.append((n, chr(code)))
    end_line()
    return lines, n_unknown
