"""A file's name and bytes in, its format out, and for each format the reader that gives its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from ..model import Reading, Unreadable
from .encoding import decode

PDF, ZIP, OLE, RTF = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
HTML_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!doctype html|<html[\s>])", re.I | re.DOTALL
)
MHTML_BEGINS = re.compile(rb"\s*(?:From|MIME-Version|Subject|Date|Content-Type|Snapshot-Content-Location):", re.I)


def format_of(name: PurePosixPath, content: bytes) -> str:
    """Tell a file's format: by what it begins with, where that is plain, else by the ending of its name.

    Returns
    -------
    str
        A key of `FORMATS`.

    Raises
    ------
    Unreadable
        If the format is not read.

    Examples
    --------
    >>> format_of(PurePosixPath("page.txt"), b"<!DOCTYPE html><p>Hello</p>")
    '.html'
    """
    ending = name.suffix.lower()
    if content.startswith(PDF):
        return ".pdf"
    if content.startswith(ZIP):
        return ".docx"
    if content.startswith(OLE):
        raise Unreadable(
            "this is a Word file locked with a password, or one in the old format (.doc)",
            "open it in Word and save it as .docx without a password",
        )
    if content.startswith(RTF):
        raise Unreadable("rich text (RTF) is not read", "open it in Word and save it as .docx")
    if MHTML_BEGINS.match(content) and b"multipart/related" in content[:4000].lower():
        return ".mhtml"
    if HTML_BEGINS.match(content):
        return ".html"
    if ending in ENDINGS:
        return ENDINGS[ending]
    raise Unreadable(f"{ending or 'a name without ending'} is not read", f"save it as one of {', '.join(FORMATS)}")


def _text(content: bytes) -> Reading:
    text, notes = decode(content)
    return Reading(text, notes=notes)


def _html(content: bytes) -> Reading:
    from .html_meta import declared_encoding

    return _html_in(content, declared_encoding(content))


def _html_in(content: bytes, declared: str | None) -> Reading:
    from .html_pages import read_html

    markup, notes = decode(content, declared)
    reading = read_html(markup.removeprefix("\ufeff"))
    reading.notes = notes + reading.notes
    return reading


def _mhtml(content: bytes) -> Reading:
    from .web_archives import unpack_mhtml

    page, declared, url, retrieved = unpack_mhtml(content)
    reading = _html_in(page, declared)
    reading.url, reading.retrieved = url or reading.url, retrieved or reading.retrieved
    return reading


def _docx(content: bytes) -> Reading:
    from .word_pages import read_docx

    return read_docx(content)


def _pdf(content: bytes) -> Reading:
    from .pdf_pages import read_pdf

    return read_pdf(content)


def _zip(content: bytes) -> Reading:
    raise Unreadable("it is no zip, or a damaged one", "make it again")


FORMATS: dict[str, Callable[[bytes], Reading]] = {
    ".txt": _text,
    ".md": _text,
    ".html": _html,
    ".mhtml": _mhtml,
    ".docx": _docx,
    ".pdf": _pdf,
    ".zip": _zip,
}
ENDINGS = {form: form for form in FORMATS} | {
    ".htm": ".html",
    ".shtml": ".html",
    ".xhtml": ".html",
    ".markdown": ".md",
    ".mht": ".mhtml",
}
