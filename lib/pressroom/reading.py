"""Paths in, pages of text out: what can be read, and for the rest a refusal that says why."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from . import patterns
from .model import Page, Refusal

ENCODINGS = ("utf-8-sig", "gb18030")
LARGEST_BYTES = 50_000_000
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
        "title",
    ]
)
HIDDEN = frozenset(["script", "style", "noscript", "template", "svg", "head"])
SAVE_AGAIN = "save the page again from the browser, as text or HTML"


class Unreadable(Exception):
    """A file cannot be read: what was found, and what to do."""

    def __init__(self, found: str, remedy: str = SAVE_AGAIN) -> None:
        super().__init__(found)
        self.found, self.remedy = found, remedy


def read_pages(paths: Iterable[str | Path]) -> tuple[list[Page], list[Refusal]]:
    """Read files and folders.

    Parameters
    ----------
    paths : iterable of path
        A folder is read with everything below it, in the order of the names; hidden files and README files in it
        are passed over.

    Returns
    -------
    list of Page
        One for each file that is text.
    list of Refusal
        One for each that is not: missing, empty, not text, too large, of a format that is not read.
    """
    pages: list[Page] = []
    refusals: list[Refusal] = []
    for given in paths:
        for path in _files(Path(given)):
            try:
                pages.append(_page(path))
            except Unreadable as error:
                refusals.append(Refusal(str(path), error.found, error.remedy))
            except OSError as error:
                refusals.append(Refusal(str(path), f"cannot be opened ({error.strerror})", "check its permissions"))
    return pages, refusals


def decode(content: bytes) -> str:
    """Bytes in, text with LF line ends out.

    Raises
    ------
    Unreadable
        If there is nothing in it, or it is no text in UTF-8 or GB18030.

    Examples
    --------
    >>> decode(b"First line\\r\\nSecond line")
    'First line\\nSecond line'
    """
    if not content.strip():
        raise Unreadable("the file is empty")
    if b"\0" in content[:4096] or len(re.findall(rb"[\x00-\x08\x0e-\x1f\x7f]", content[:4096])) > 8:
        raise Unreadable("this is no text but a binary file")
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # GB18030 decodes almost anything; text that is mostly ideographs is not an English page in a wrong encoding.
        if encoding == "utf-8-sig" or _is_mostly_latin(text):
            keep = "\ufeff" if content.startswith(b"\xef\xbb\xbf") else ""
            return (keep + text).replace("\r\n", "\n").replace("\r", "\n")
    raise Unreadable("the characters are in no encoding that is known here (UTF-8, GB18030)", "save it as UTF-8")


def _is_mostly_latin(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    return sum(c.isascii() and c.isalpha() for c in text) > 0.8 * letters


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for child in sorted(path.rglob("*")):
        inside = child.relative_to(path)
        if child.is_file() and not any(part.startswith(".") for part in inside.parts) and child.stem != "README":
            yield child


def _page(path: Path) -> Page:
    if not path.exists():
        raise Unreadable("there is no such file or folder", "check the path")
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        raise Unreadable(
            f"{path.suffix or 'a name without ending'} is not read", f"save it as one of {', '.join(FORMATS)}"
        )
    if path.stat().st_size > LARGEST_BYTES:
        raise Unreadable(
            f"it is larger than {LARGEST_BYTES // 1_000_000} MB",
            "split it; one page of a transcript is far smaller",
        )
    content = path.read_bytes()
    text = reader(decode(content))
    number = patterns.PAGE_IN_NAME.search(path.stem)
    url = re.search(r"^(?:source_url|url):\s*(\S+)", text[:3000], re.MULTILINE)
    return Page(
        source=str(path),
        text=text,
        number=int(number[1]) if number else None,
        url=url[1] if url else None,
        retrieved=None,
        sha256=hashlib.sha256(content).hexdigest(),
    )


class _Blocks(HTMLParser):
    """The words of an HTML page: a block ends the line, an inline element joins, scripts and styles are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        if tag in BLOCKS:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN and self.hidden > 0
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.lines[-1] += re.sub(r"[ \t\n\r\f]+", " ", data)


def _html(text: str) -> str:
    parser = _Blocks()
    parser.feed(text)
    parser.close()
    return "\n\n".join(line.strip() for line in parser.lines if line.strip()) + "\n"


def _as_it_is(text: str) -> str:
    return text


FORMATS: dict[str, Callable[[str], str]] = {
    ".txt": _as_it_is,
    ".md": _as_it_is,
    ".html": _html,
    ".htm": _html,
    ".shtml": _html,
}
