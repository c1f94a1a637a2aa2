"""Pages in, documents out: heading, turns, parts and dates of each conference put together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from .answers import link_answers
from .corrections import Corrections, Row
from .heading import Heading, read_heading
from .labels import Label, find_labels
from . import patterns
from .lost import Lost, find_lost
from .model import Document, Page, Part, PlacedPage, Turn
from .people import identify
from .roster import known_names, people_of_title
from .transcript import (
    WHITE, Speech, cut, find_asides, find_foot, ledger, make_turn, opening_line, plain_text, read_lines,
    reconciled,
)

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
    text = plain_text(page.text)
    draft = read_heading(read_lines(text[:12_000])[:60])
    known = known_names([*(p.name for p in draft.cast), *people_of_title(draft.title or "")])
    labels, asides = reconciled(find_labels(text, known, corrections.outlet_groups), find_asides(text))
    lines = read_lines(text, 0, labels[0].start if labels else len(text))
    first = opening_line(lines) if labels else len(lines)
    heading = read_heading(lines[:first])
    start = lines[first][0] if first < len(lines) else labels[0].start if labels else len(text)
    asides = [a for a in asides if a.start >= start]
    if labels and (foot := find_foot(text, labels[-1].end, len(text))):
        asides = sorted([*(a for a in asides if not a.start <= foot.start < a.end), foot], key=lambda a: a.start)
    speeches, parts = cut(text, start, labels, asides)
    turns = _turns(text, speeches, labels, heading, corrections)
    spoken = [Part(a, b, "speech") for s in speeches for a, b in s.spans]
    printed = [Part(label.start, label.end, "label") for label in labels]
    document = Document(
        doc_id="",
        title=heading.title,
        publisher=heading.publisher,
        language="en",
        published=heading.published,
        held=heading.held,
        held_from="stated" if heading.held else None,
        text=page.text,
        pages=[],
        pages_found=[],
        pages_expected=_pages_expected(text, [*heading.parts, *parts]),
        cast=heading.cast,
        parts=ledger(text, [*heading.parts, *printed, *spoken, *parts]),
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
        text=page.text,
        pages=[PlacedPage(None, page.source, page.url, page.retrieved, page.sha256, 0, len(text))],
        pages_found=[],
        pages_expected=None,
        parts=[Part(start, end, "speech")],
        turns=[Turn(None, start, end)],
    )


def _turns(
    text: str, speeches: list[Speech], labels: Sequence[Label], heading: Heading, corrections: Corrections
) -> list[Turn]:
    turns = [make_turn(speech, labels) for speech in speeches]
    identify(text, turns, [labels[s.label].name if s.label is not None else None for s in speeches], heading, corrections)
    for lost in reversed(find_lost(text, speeches, turns)):
        _split(text, turns, lost, speeches[lost.turn])
    link_answers(turns, text)
    return turns


def _split(text: str, turns: list[Turn], lost: Lost, speech: Speech) -> None:
    """Part a turn in two where a lost label stood."""
    whole = turns[lost.turn]
    rest = Turn(None, lost.start, whole.end, lost.evidence, kind=lost.kind)
    said = [b for a, b in speech.spans if a < lost.start]
    whole.end = len(text[: min(said[-1], lost.start)].rstrip(WHITE))
    turns.insert(lost.turn + 1, rest)


def _pages_expected(text: str, parts: Sequence[Part]) -> int | None:
    shown = (text[p.start : p.end] for p in parts if p.part == "navigation")
    return max((int(n) for s in shown if not patterns.PAGE_FOOT.fullmatch(s) for n in re.findall(r"\d+", s)), default=None)


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
