"""What a page becomes on its way to the tables: plain records, in the order the data meets them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

SAVE_AGAIN = "save the page again from the browser, as text or HTML"


class Unreadable(Exception):
    """A file cannot be used: what was found in it, and what to do about it."""

    def __init__(self, found: str, remedy: str = SAVE_AGAIN) -> None:
        super().__init__(found)
        self.found, self.remedy = found, remedy


@dataclass
class Reading:
    """What one file says: its text, what it tells of itself, and in `notes` what a reader should know about both."""

    text: str
    number: int | None = None
    url: str | None = None
    retrieved: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    """One saved page as text: line ends are LF, nothing else is changed. `sha256` is of the file's bytes.

    `meta` is what the file says without showing it (`published`, `title`); `notes` are sentences about how the
    text was got: what was repaired, what was left out.
    """

    source: str
    text: str
    number: int | None
    url: str | None
    retrieved: str | None
    sha256: str
    meta: dict[str, str] = field(default_factory=dict, compare=False)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A file that could not be used: which, what was found there, what to do about it."""

    source: str
    found: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.source}: {self.found}; {self.remedy}"


@dataclass(frozen=True)
class PlacedPage:
    """A page and its place in the document's text; a second copy of the conference has no place in it."""

    page: int | None
    source: str
    url: str | None
    retrieved: str | None
    sha256: str
    start: int | None
    end: int | None


class Part(NamedTuple):
    """A stretch of the page and what it is."""

    start: int
    end: int
    part: str


@dataclass(frozen=True)
class Person:
    """Somebody whom the cast block announces."""

    name: str
    title: str | None
    role_text: str
    kind: str


@dataclass(slots=True)
class Turn:
    """What one person says until the next one speaks; `answers` is the number, from 1, of the question's turn."""

    label: str | None
    start: int
    end: int
    inferred: str | None = None
    speaker: str | None = None
    kind: str = "unknown"
    role_text: str | None = None
    outlet: str | None = None
    outlet_group: str = "unknown"
    answers: int | None = None


@dataclass
class Document:
    """One conference: its text, what its pages say of it, and what stands where."""

    doc_id: str
    title: str | None
    publisher: str | None
    language: str
    published: dt.date | None
    held: dt.date | None
    held_from: str | None
    text: str
    pages: list[PlacedPage]
    pages_found: list[int]
    pages_expected: int | None
    cast: list[Person] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
