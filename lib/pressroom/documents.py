"""Pages in, documents out: heading, turns, parts and dates of each conference put together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from .answers import link_answers
from .corrections import Corrections, Row
from .heading import Heading, read_heading
from .labels import Label, find_labels
from .lost import split_lost
from .model import Document, Page, Part, PlacedPage, Turn
from .people import find_people, identify
from .transcript import Piece, cut, group, ledger, make_turn, names_of, opening_line, read_lines

SLUG_WORDS = re.compile(r"[a-z0-9]+")
SERIES = re.compile(
    r"^(?:transcript: )?(?:full text: )?(?:SCIO |NDRC |MOFCOM )?(?:holds )?(?:press conference|briefing|press briefing) (?:on|of|about) ",
    re.I,
)
SLUG_LENGTH = 60


def read_documents(pages: Sequence[Page], corrections: Corrections) -> list[Document]:
    """One document for each page, in the order of the pages.

    Parameters
    ----------
    pages : sequence of Page
    corrections : Corrections

    Returns
    -------
    list of Document
        `doc_id` is the day held and the words of the title; a second document of the same name gets `-2`.
    """
    taken: set[str] = set()
    documents = []
    for page in pages:
        document = read_document(page, corrections)
        number, wanted = 1, document.doc_id
        while document.doc_id in taken:
            number += 1
            document.doc_id = f"{wanted}-{number}"
        taken.add(document.doc_id)
        documents.append(document)
    return documents


def read_document(page: Page, corrections: Corrections) -> Document:
    """One page in, its document out."""
    text, lines = page.text, read_lines(page.text)
    draft = read_heading(lines[:60])
    announced = {p.name for p in draft.cast} | set(find_people(draft.title or ""))
    labels = find_labels(lines, lambda name: name in announced or name.lower() in corrections.outlet_groups)
    first = labels[0].line if labels else len(lines)
    first = opening_line(lines, first) if labels else first
    heading = read_heading(lines[:first])
    pieces = cut(text, lines, labels, first)
    turns = _turns(text, pieces, labels, heading, corrections)
    document = Document(
        doc_id="",
        title=heading.title,
        publisher=heading.publisher,
        language="en",
        published=heading.published,
        held=heading.held,
        held_from="stated" if heading.held else None,
        text=text,
        pages=[],
        pages_found=[],
        pages_expected=_pages_expected(pieces),
        cast=heading.cast,
        parts=ledger(text, heading.parts, labels, pieces),
        turns=turns,
    )
    _date(document, heading, corrections)
    number = page.number or _page_number(document, corrections)
    document.pages = [PlacedPage(number, page.source, page.url, page.retrieved, page.sha256, 0, len(text))]
    document.pages_found = [number] if number else []
    document.doc_id = _doc_id(document)
    document.doubts = list(_doubts(document))
    return document


def one_speech(doc_id: str, page: Page, held: dt.date | None) -> Document:
    """Any text and the day it was said in, a document of one turn by nobody out; no title or label is looked for."""
    text = page.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return Document(
        doc_id=doc_id,
        title=None,
        publisher=None,
        language="en",
        published=None,
        held=held,
        held_from="stated" if held else None,
        text=text,
        pages=[PlacedPage(None, page.source, page.url, page.retrieved, page.sha256, 0, len(text))],
        pages_found=[],
        pages_expected=None,
        parts=[Part(start, end, "speech")],
        turns=[Turn(None, start, end)],
    )


def _turns(
    text: str, pieces: list[Piece], labels: Sequence[Label], heading: Heading, corrections: Corrections
) -> list[Turn]:
    groups = group(pieces)
    names = names_of(labels)
    inferred: list[str | None] = [None if g[0].label is not None else "speech before the first label" for g in groups]
    turns = [make_turn(g, labels, why) for g, why in zip(groups, inferred, strict=True)]
    called = [names[k] if (k := g[0].label) is not None else None for g in groups]
    identify(text, turns, called, heading, corrections)
    for i, at, why in reversed(split_lost(groups, [t.kind for t in turns], [t.speaker for t in turns])):
        rest = make_turn(groups[i][at:], labels, why)
        rest.kind = "journalist"
        turns[i].end = make_turn(groups[i][:at], labels, turns[i].inferred).end
        turns.insert(i + 1, rest)
    link_answers(turns)
    return turns


def _pages_expected(pieces: Sequence[Piece]) -> int | None:
    numbers = [int(n) for p in pieces if p.part == "navigation" for n in re.findall(r"\d+", p.text)]
    return max(numbers, default=None)


def _correction(document: Document, corrections: Corrections) -> Row | None:
    slug = _slug(document.title or "")
    return next((row for row in corrections.documents if _slug(row["title"]) == slug), None)


def _date(document: Document, heading: Heading, corrections: Corrections) -> None:
    row = _correction(document, corrections)
    if document.held is None and row and row["held"]:
        document.held, document.held_from = dt.date.fromisoformat(row["held"]), "correction"
    if document.held is None and document.published:
        document.held, document.held_from = document.published, "published"


def _page_number(document: Document, corrections: Corrections) -> int | None:
    row = _correction(document, corrections)
    return int(row["page"]) if row and row.get("page") else None


def title_key(title: str) -> str:
    """A title in, what identifies it in the corrections out: its words, without what every title begins with."""
    return _slug(title)


def _slug(title: str) -> str:
    return "-".join(SLUG_WORDS.findall(SERIES.sub("", title).lower()))


def _doc_id(document: Document) -> str:
    slug = _slug(document.title or document.pages[0].source.rsplit("/", 1)[-1])
    short = slug if len(slug) <= SLUG_LENGTH else slug[:SLUG_LENGTH].rsplit("-", 1)[0]
    return f"{document.held}-{short}" if document.held else short or "untitled"


def _doubts(document: Document) -> Iterator[str]:
    expected, present = document.pages_expected, len(document.pages)
    if expected and present < expected:
        yield f"{expected - present} of {expected} pages are missing: shares, counts and the cast are of a part"
    if document.held_from == "published":
        yield "the day held is not stated; the day posted stands in, and relative periods count from it"
    if document.held is None:
        yield "no date found: relative periods such as `last year` are not resolved"
    for number, turn in enumerate(document.turns, start=1):
        if turn.inferred:
            yield f"turn {number} has no printed label: {turn.inferred}"
