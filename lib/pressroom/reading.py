"""Paths in, pages of text out: what can be read, and for the rest a refusal that says why."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from . import patterns
from .formats.archives import Budget, read_members
from .formats.encoding import mend
from .formats.language import foreign_language
from .formats.readers import FORMATS, format_of
from .formats.stand_ins import MOST_WORDS, MOST_WORDS_OF_PLAIN_TEXT, REMEDY, stand_in
from .model import Page, Reading, Refusal, Unreadable
from .progress import tracked

LARGEST_BYTES = 50_000_000
LARGEST_ZIP_BYTES = 500_000_000
PRINTED = re.compile(rf"[^\s{patterns.INVISIBLE}]")
ADDRESS_IN_HEAD = re.compile(
    r"^(?:source_url|url):\s*(\S+)", re.MULTILINE
)  # "source_url: https://…" above a Markdown page
PARTS_FOLDER = re.compile(r"(.+?)(?:_files|\.files|-Dateien|_fichiers)$")  # what browsers put beside a complete page

Content = bytes | Unreadable


def read_pages(paths: Iterable[str | Path]) -> tuple[list[Page], list[Refusal]]:
    """Read files, folders and zips of saved pages.

    Parameters
    ----------
    paths : iterable of path
        A folder or a zip is read with everything below it, in the order of the names; a zip in a zip is, one
        deeper is not. Passed over: hidden files, README files, the pictures and scripts beside a page that was
        saved complete, and the notes that `pressroom fetch` leaves beside a page.

    Returns
    -------
    list of Page
        One for each file that is a page: text, Markdown, HTML, MHTML, Word, PDF. In a zip its `source` is
        `archive.zip!folder/page.html`.
    list of Refusal
        One for each that is not: missing, empty, not text, too large, damaged, locked, not in English, of a format
        that is not read, or an error page. Nothing else is affected by it.
    """
    pages: list[Page] = []
    refusals: list[Refusal] = []
    for given in paths:
        for source, content in tracked(_files(Path(given)), "reading pages"):
            try:
                if isinstance(content, Unreadable):
                    raise content
                pages.append(read_page(source, content))
            except Unreadable as error:
                refusals.append(Refusal(source, error.found, error.remedy))
    return pages, refusals


def read_page(source: str, content: bytes) -> Page:
    """One file's name and bytes in, its page out.

    Raises
    ------
    Unreadable
        If it is no page in English; the message says what was found, `remedy` what to do.

    Examples
    --------
    >>> read_page("orchards_2.txt", b"Sun Peili:\\r\\n\\r\\nGood morning.").text
    'Sun Peili:\\n\\nGood morning.'
    """
    form = format_of(PurePosixPath(source), content)
    reading = FORMATS[form](content)
    if form not in (".txt", ".md"):  # what the bytes of a text file are mended of, other formats can hold as text
        reading.text, mended = mend(reading.text)
        reading.notes += mended
    if not PRINTED.search(reading.text):
        raise Unreadable("the file is empty")
    most_words = MOST_WORDS if form in (".html", ".mhtml") else MOST_WORDS_OF_PLAIN_TEXT
    if instead := stand_in(reading.text, most_words=most_words):
        raise Unreadable(f"this is {instead}", REMEDY)
    if language := foreign_language(reading.text):
        raise Unreadable(
            f"its language is not read here ({language}); only English is", "find the English version of the page"
        )
    sha256 = hashlib.sha256(content).hexdigest()
    _provenance(source, sha256, reading)
    if reading.url is None and (head := ADDRESS_IN_HEAD.search(reading.text, 0, 3000)):
        reading.url = head[1]
    return Page(
        source=source,
        text=reading.text,
        number=_number(source, reading),
        url=reading.url,
        retrieved=reading.retrieved,
        sha256=sha256,
        meta=reading.meta,
        notes=tuple(reading.notes),
    )


def _number(source: str, reading: Reading) -> int | None:
    """The page's number: as its navigation marks it, else as file name or address end, `…_2.htm`."""
    if reading.number:
        return reading.number
    address = re.sub(r"[?#].*", "", reading.url or "")
    found = (patterns.PAGE_IN_NAME.search(PurePosixPath(name).stem) for name in (source, address))
    return next((int(match[1]) for match in found if match), None)


def _provenance(source: str, sha256: str, reading: Reading) -> None:
    """Take address and time from the note that `pressroom fetch` left beside the page, if it is of this page."""
    note = Path(f"{source}.json")
    try:
        told = json.loads(note.read_text(encoding="utf-8")) if "!" not in source else {}
    except (OSError, ValueError):
        return
    if not isinstance(told, dict) or not told:
        return
    if told.get("sha256") != sha256:
        reading.notes.append(f"{note.name} is of another version of this page, and was not used")
        return
    reading.url = str(told.get("url") or "") or reading.url
    reading.retrieved = str(told.get("retrieved") or "") or reading.retrieved


def _files(path: Path) -> Iterator[tuple[str, Content]]:
    """Every file that a path means, with its bytes or why there are none."""
    try:
        if not path.is_dir():
            yield from _file(path)
            return
    except OSError as error:  # a link that leads to itself
        yield str(path), Unreadable(f"cannot be opened ({error.strerror})", "check the path")
        return
    names, locked = _below(path)
    for name in locked:
        yield str(path / name), Unreadable("this folder cannot be opened", "check its permissions")
    wanted = _pages_among(names)
    for name in wanted:
        yield from _file(path / name)
    if not wanted and not locked:
        yield str(path), Unreadable("no page is in this folder", f"put saved pages there ({', '.join(FORMATS)})")


def _below(folder: Path) -> tuple[list[str], list[str]]:
    """The names of all files below a folder, and of the folders that cannot be opened; no folder is entered twice."""
    names: list[str] = []
    locked: list[str] = []
    entered: set[tuple[int, int]] = set()

    def note(error: OSError) -> None:
        locked.append(os.path.relpath(error.filename or folder, folder))

    for where, folders, files in os.walk(folder, followlinks=True, onerror=note):
        known = os.stat(where)  # noqa: PTH116 - os.walk gives strings
        if (known.st_dev, known.st_ino) in entered:
            folders.clear()
            continue
        entered.add((known.st_dev, known.st_ino))
        names += [Path(where, name).relative_to(folder).as_posix() for name in files]
    return names, sorted(locked)


def _pages_among(names: Iterable[str]) -> list[str]:
    """The names that a reader means when giving a folder or a zip, in order."""
    known = set(names)
    stems = {str(PurePosixPath(name).with_suffix("")) for name in known}
    return sorted((n for n in known if not _passed_over(PurePosixPath(n), known, stems)), key=lambda n: n.split("/"))


def _passed_over(name: PurePosixPath, known: set[str], stems: set[str]) -> bool:
    if any(re.match(r"\.[^.]", part) for part in name.parts) or "__MACOSX" in name.parts:
        return True
    if name.stem in ("README", "LICENSE") or name.name in ("Thumbs.db", "desktop.ini"):
        return True
    if name.suffix == ".json" and str(name.with_suffix("")) in known:
        return True
    return any((match := PARTS_FOLDER.match(str(parent))) and match[1] in stems for parent in name.parents)


def _file(path: Path) -> Iterator[tuple[str, Content]]:
    source = str(path)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            yield source, Unreadable("this is no file but a pipe or a device", "save the page as a file")
            return
        is_zip = path.suffix.lower() == ".zip"
        largest = LARGEST_ZIP_BYTES if is_zip else LARGEST_BYTES
        if about.st_size > largest:
            yield (
                source,
                Unreadable(
                    f"it is larger than {largest // 1_000_000} MB", "split it; one page of a transcript is far smaller"
                ),
            )
        elif is_zip:
            yield from _members(source, path, Budget(), nested=False)
        else:
            yield source, path.read_bytes()
    except FileNotFoundError:
        yield source, Unreadable("there is no such file or folder", "check the path")
    except OSError as error:
        yield source, Unreadable(f"cannot be opened ({error.strerror})", "check the path and its permissions")


def _members(source: str, file: Path | io.BytesIO, budget: Budget, nested: bool) -> Iterator[tuple[str, Content]]:
    """The pages in a zip; the names say where they stand: `archive.zip!folder/page.html`."""
    found = False
    try:
        for name, content in read_members(file, _pages_among, LARGEST_BYTES, budget):
            inner, found = f"{source}!{name}", True
            if isinstance(content, bytes) and name.lower().endswith(".zip"):
                if nested:
                    yield inner, Unreadable("this is a zip in a zip in a zip", "unpack the outer one first")
                else:
                    yield from _members(inner, io.BytesIO(content), budget, nested=True)
            else:
                yield inner, content
        if not found:
            yield source, Unreadable("no page is in this zip", f"put saved pages into it ({', '.join(FORMATS)})")
    except Unreadable as error:
        yield source, error
