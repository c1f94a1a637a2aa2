"""Segmented documents in, the rows of the tables documents, pages, turns and sentences out."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from . import words
from .model import Document
from .segmenting.lines import unwrapped
from .tables import TABLES

if TYPE_CHECKING:
    from .corpus import Corpus


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def document_row(document: Document, n_turns: int, n_words: int) -> dict[str, Any]:
    """A document, its turns and the words spoken in it in, its row of the table `documents` out."""
    expected = document.pages_expected
    return {
        "doc_id": document.doc_id,
        "title": document.title,
        "publisher": document.publisher,
        "language": document.language,
        "published": _iso(document.published),
        "held": _iso(document.held),
        "held_from": document.held_from,
        "source": "; ".join(page.source for page in document.pages),
        "pages_found": document.pages_found,
        "pages_expected": expected,
        "complete": sum(page.start is not None for page in document.pages) >= (expected or 1),
        "n_turns": n_turns,
        "n_words": n_words,
        "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
    }


def page_rows(document: Document) -> Iterator[dict[str, Any]]:
    """A document in, its rows of the table `pages` out."""
    for page in document.pages:
        row = {key: getattr(page, key) for key in ("page", "source", "url", "retrieved", "sha256", "start", "end")}
        yield {"doc_id": document.doc_id, **row}


def turn_columns(documents: Sequence[Document]) -> dict[str, Sequence[Any]]:
    """Documents in, the columns of the table `turns` out."""
    rows: list[tuple[Any, ...]] = []
    for document in documents:
        doc_id, text = document.doc_id, document.text
        counted = _spoken_words(document)
        placed = [(p.start, p.end, p.page) for p in document.pages if p.start is not None and p.end is not None]
        starts = [start for start, _, _ in placed]
        for number, (turn, n_words) in enumerate(zip(document.turns, counted, strict=True), start=1):
            start, end = turn.start, turn.end
            _, page_end, page = placed[bisect_right(starts, start) - 1]
            row = (
                doc_id, number, page if start < page_end else None, turn.label, turn.speaker, turn.kind, turn.role_text,
                turn.outlet, turn.outlet_group, turn.answers, turn.inferred, start, end, n_words, text[start:end],
            )  # fmt: skip
            rows.append(row)
    return _columns("turns", rows)


def part_columns(documents: Sequence[Document]) -> dict[str, Sequence[Any]]:
    """Documents in, the columns of the table `parts` out."""
    return _columns("parts", [(document.doc_id, *part) for document in documents for part in document.parts])


def _columns(name: str, rows: Sequence[tuple[Any, ...]]) -> dict[str, Sequence[Any]]:
    """Rows in the order of a table's columns turned into its columns."""
    return dict(zip(TABLES[name], zip(*rows, strict=True), strict=True)) if rows else {}


def _spoken_words(document: Document) -> list[int]:
    """How many words each turn says: those in captions and heads of pages inside a turn are not counted."""
    starts = words.word_starts(document.text)
    edges = np.array([(p.start, p.end) for p in document.parts if p.part == "speech"] or [(0, 0)])
    home = np.searchsorted(edges[:, 0], starts, "right") - 1
    spoken = starts[(home >= 0) & (starts < edges[home, 1])]
    spans = np.array([(t.start, t.end) for t in document.turns], dtype=int).reshape(-1, 2)
    counts: list[int] = (np.searchsorted(spoken, spans[:, 1]) - np.searchsorted(spoken, spans[:, 0])).tolist()
    return counts


def _within(speech: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of speech between two offsets: what is left when captions inside a turn are taken out."""
    for a, b in speech[max(bisect_right(speech, (start, end)) - 1, 0) :]:
        if a >= end:
            return
        if b > start:
            yield max(a, start), min(b, end)


def sentence_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """A corpus in, the rows of the table `sentences` out: captions and stage directions are in none."""
    rows = corpus.parts[corpus.parts["part"] == "speech"]
    speech = {d: list(zip(g["start"], g["end"], strict=True)) for d, g in rows.groupby("doc_id")}
    # where the lines of a page are broken at a fixed width, a line break ends no sentence
    plain = {doc_id: unwrapped(text) for doc_id, text in corpus.texts.items()}
    for doc_id, turn, start, end in corpus.turns[["doc_id", "turn", "start", "end"]].itertuples(index=False):
        text = corpus.texts[doc_id]
        spans = (
            span
            for a, b in _within(speech.get(doc_id, []), start, end)
            for span in words.sentence_spans(plain[doc_id], a, b)
        )
        for number, (a, b) in enumerate(spans, start=1):
            key = {"doc_id": doc_id, "turn": turn, "sentence": number}
            yield {**key, "start": a, "end": b, "n_words": words.n_words(text[a:b]), "text": text[a:b]}
