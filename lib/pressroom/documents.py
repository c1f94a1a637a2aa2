"""Pages in, documents out: heading, turns, parts and dates of each conference put together."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import patterns
from .corrections import Corrections, Row
from .model import Document, Page, Part, Person, PlacedPage, Turn
from .people import identify
from .segmenting.answers import link_answers
from .segmenting.asides import RESUMES, Aside, find_asides, find_foot, find_subheads, reconciled
from .segmenting.assembly import SEPARATOR, Conference, Leaf, assemble, slug
from .segmenting.copies import restore_labels
from .segmenting.doubts import NOTICE, doubts_of, notes_of
from .segmenting.heading import Heading, read_head_lines, read_heading
from .segmenting.labels import find_labels
from .segmenting.lines import WHITE, Line, first_spoken, greeting_line, opening_line, plain_text, read_head, read_lines
from .segmenting.lost import Lost, find_lost
from .segmenting.roster import known_names, people_of_title
from .segmenting.titles import TITLE_WORDS
from .segmenting.view import Label
from .transcript import Speech, cut, ledger, make_turn

SLUG_LENGTH = 60
FEWEST_WORDS = 40  # of running prose that make a page without a name a page of a speech


def read_documents(pages: Sequence[Page], corrections: Corrections) -> list[Document]:
    """One document for each conference that the pages hold, in the order of their first pages.

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
    for conference in assemble(pages):
        document = read_conference(conference, corrections)
        number, wanted = 1, document.doc_id
        while document.doc_id in taken:
            number += 1
            document.doc_id = f"{wanted}-{number}"
        taken.add(document.doc_id)
        documents.append(document)
    return documents


def read_conference(conference: Conference, corrections: Corrections) -> Document:
    """The pages of one conference in, its document out; labels its text has lost are restored from the copies."""
    copies = [read_conference(Conference(leaves), corrections) for leaves in conference.copies]
    document = _read(conference.leaves, corrections, [p for copy in copies for p in copy.cast])
    for copy in copies:
        sources = ", ".join(page.source for page in copy.pages)
        n_restored = restore_labels(document, copy, sources)
        document.doubts.append(
            f"{sources} is another copy of this conference; {n_restored} labels were restored from it"
        )
        document.pages += [replace(page, start=None, end=None) for page in copy.pages]
        if copy.held_from == "stated" and document.held_from != "stated":
            document.held, document.held_from = copy.held, "stated"
        document.published = document.published or copy.published
    if copies:
        link_answers(document.turns, plain_text(document.text))
        document.doc_id = _doc_id(document)
    pages = [leaf.page for leaves in (conference.leaves, *conference.copies) for leaf in leaves]
    document.notes, guessed = notes_of(document, pages)
    document.doubts = [*conference.notes, *guessed, *doubts_of(document), *document.doubts]
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


# --- one text -------------------------------------------------------------------------------------------------
def _read(leaves: Sequence[Leaf], corrections: Corrections, others: Sequence[Person]) -> Document:
    printed, places = _joined(leaves)
    text = SEPARATOR.join(leaf.plain for leaf in leaves)
    known = {p.name for leaf in leaves for p in leaf.heading.cast} | {p.name for p in others}
    known |= {name for leaf in leaves for name in people_of_title(leaf.heading.title or "")}
    labels = find_labels(text, known_names(known), corrections.outlet_groups)
    asides = find_asides(text)
    top = {words for _, _, words in read_head(leaves[0].plain)} if len(leaves) > 1 else set()
    named = {label.start for label in labels if label.own_line or label.sort in ("known", "outlet", "part")}
    heads = [
        aside
        for place, leaf in zip(places[1:], leaves[1:], strict=True)
        for aside in _head_of(text, place, named, top | {leaf.heading.title or ""})
    ]
    if heads:
        labels = _outside(labels, heads)
    labels, asides = reconciled(labels, asides)
    lines = read_lines(text, 0, min(labels[0].start if labels else len(text), places[0].end or 0))
    later = bool(leaves[0].number and leaves[0].number > 1 and labels)
    first = first_spoken(lines) if later else opening_line(lines) if labels else _unlabelled_line(lines, leaves[0])
    heading = read_heading(lines[:first])
    heading.cast = heading.cast or next((f.heading.cast for f in leaves if f.heading.cast), list(others))
    start = lines[first][0] if first < len(lines) else labels[0].start if labels else len(text)
    if told := patterns.AT_THE_START.match(text, start):
        start = told.end()
    unnamed = start if not labels and start < len(text) else None
    again = [*_title_again(text, start, heading.title or ""), *find_subheads(text, labels)]
    asides = _placed(text, start, [*heads, *_feet(text, places, labels, unnamed), *again, *asides])
    speeches, parts = cut(text, start, labels, asides)
    turns = _turns(text, speeches, labels, heading, corrections)
    spoken = [Part(a, b, "speech") for s in speeches for a, b in s.spans]
    names = [Part(label.start, label.end, "label") for label in labels]
    document = Document(
        doc_id="",
        title=heading.title,
        publisher=heading.publisher,
        language="en",
        published=heading.published,
        held=heading.held,
        held_from="stated" if heading.held else None,
        text=printed,
        pages=places,
        pages_found=[],
        pages_expected=_pages_expected(text, [*heading.parts, *parts]),
        cast=heading.cast,
        parts=ledger(printed, [*heading.parts, *names, *spoken, *parts]),
        turns=turns,
    )
    _date(document, corrections)
    if len(places) == 1 and places[0].page is None and (number := _page_number(document, corrections)):
        document.pages = [replace(places[0], page=number)]
    document.pages_found = [page.page for page in document.pages if page.page]
    document.doc_id = _doc_id(document)
    return document


def _unlabelled_line(lines: Sequence[Line], leaf: Leaf) -> int:
    """The line where speech begins on a page that prints no name: at a salutation, or where the page before left off.

    That a page goes on from another is told by its number, or by the cast of a conference above running prose.
    """
    greeted = greeting_line(lines)
    if greeted < len(lines):
        return greeted
    title, spoken = leaf.heading.title or "", first_spoken(lines)
    n_words = sum(len(words.split()) for _, _, words in lines[spoken:])
    held = bool(leaf.heading.cast and TITLE_WORDS.search(title)) or (leaf.number or 1) > 1
    return spoken if held and n_words > FEWEST_WORDS and not NOTICE.search(title) else len(lines)


def _joined(leaves: Sequence[Leaf]) -> tuple[str, list[PlacedPage]]:
    """The pages one after the other, and where each stands."""
    places, at = [], 0
    for leaf in leaves:
        page, end = leaf.page, at + len(leaf.page.text)
        places.append(PlacedPage(leaf.number, page.source, page.url, page.retrieved, page.sha256, at, end))
        at = end + len(SEPARATOR)
    return SEPARATOR.join(leaf.page.text for leaf in leaves), places


def _head_of(text: str, place: PlacedPage, named: set[int], heads: set[str]) -> Iterator[Aside]:
    """The lines at the top of a later page that nobody says; what was said on the page before goes on below them.

    `named` is where the labels stand that end a head, `heads` the lines at the head of the first page.
    """
    start, end = place.start or 0, place.end or 0
    lines = read_lines(text, start, min(end, start + 6000))
    stop = next((n for n, line in enumerate(lines) if line[0] in named), len(lines))
    yield Aside(start, start, "other", RESUMES)
    for part in read_head_lines(lines[: min(stop, first_spoken(lines, heads))]):
        yield Aside(part.start, part.end, part.part, RESUMES)


def _outside(labels: Sequence[Label], heads: Sequence[Aside]) -> list[Label]:
    """The labels that do not stand in the head of a page."""
    starts = [head.start for head in heads]
    above = ((label, bisect_right(starts, label.start) - 1) for label in labels)
    return [label for label, n in above if n < 0 or label.start >= heads[n].end]


def _title_again(text: str, start: int, title: str) -> Iterator[Aside]:
    """Where the title stands alone on a line again, in the midst of the speech: pages that were put together."""
    at = text.find(f"\n{title}\n", start) if title else -1
    while at >= 0:
        yield Aside(at + 1, at + 1 + len(title), "title")
        at = text.find(f"\n{title}\n", at + 1)


def _feet(text: str, places: Sequence[PlacedPage], labels: Sequence[Label], unnamed: int | None) -> Iterator[Aside]:
    """The foot of every page; `unnamed` is where speech begins on a page without a label."""
    for place in places:
        inside = [label.end for label in labels if (place.start or 0) <= label.start < (place.end or 0)]
        begin = inside[-1] if inside else (place.start or 0) if len(places) > 1 else unnamed
        if begin is not None and (foot := find_foot(text, begin, place.end or 0)):
            yield foot


def _placed(text: str, start: int, asides: Sequence[Aside]) -> list[Aside]:
    """The asides from `start` on in order; of two in one place the first given stays."""
    kept: list[Aside] = []
    order = sorted(enumerate(asides), key=lambda pair: (pair[1].start, pair[0]))
    for _, aside in order:
        if aside.start >= start and (not kept or aside.start >= kept[-1].end):
            kept.append(aside)
    return kept


def _turns(
    text: str, speeches: list[Speech], labels: Sequence[Label], heading: Heading, corrections: Corrections
) -> list[Turn]:
    turns = [make_turn(speech, labels) for speech in speeches]
    called = [labels[s.label].name if s.label is not None else None for s in speeches]
    identify(text, turns, called, heading, corrections)
    found = find_lost(text, speeches, turns)
    for lost in reversed(found):
        _part_turn(text, turns, lost, speeches[lost.turn])
        called.insert(lost.turn + 1, None)
    if found:  # who seemed to ask, or only to pass the word, may now be seen to answer
        identify(text, turns, called, heading, corrections)
    link_answers(turns, text)
    return turns


def _part_turn(text: str, turns: list[Turn], lost: Lost, speech: Speech) -> None:
    """Part a turn in two where a lost label stood."""
    whole = turns[lost.turn]
    rest = Turn(None, lost.start, whole.end, lost.evidence, kind=lost.kind)
    said = [b for a, b in speech.spans if a < lost.start]
    whole.end = len(text[whole.start : min(said[-1], lost.start)].rstrip(WHITE)) + whole.start
    turns.insert(lost.turn + 1, rest)


def _pages_expected(text: str, parts: Sequence[Part]) -> int | None:
    shown = (text[p.start : p.end] for p in parts if p.part == "navigation")
    counted = (int(n) for s in shown if not patterns.PAGE_FOOT.fullmatch(s) for n in re.findall(r"\d+", s))
    return max(counted, default=None)


# --- what is known of it --------------------------------------------------------------------------------------
def _correction(document: Document, corrections: Corrections) -> Row | None:
    words = slug(document.title or "")
    return next((row for row in corrections.documents if slug(row["title"]) == words), None)


def _date(document: Document, corrections: Corrections) -> None:
    row = _correction(document, corrections)
    if document.held is None and row and row["held"]:
        document.held, document.held_from = dt.date.fromisoformat(row["held"]), "correction"
    if document.held is None and document.published:
        document.held, document.held_from = document.published, "published"


def _page_number(document: Document, corrections: Corrections) -> int | None:
    row = _correction(document, corrections)
    return int(row["page"]) if row and row.get("page") else None


def _doc_id(document: Document) -> str:
    words = slug(document.title or document.pages[0].source.rsplit("/", 1)[-1])
    short = words if len(words) <= SLUG_LENGTH else words[:SLUG_LENGTH].rsplit("-", 1)[0]
    return f"{document.held}-{short}" if document.held else short or "untitled"
