"""Files in, a `Corpus` out: the tables of `tables.py` and the text that every row points into."""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from . import tables
from .corrections import Corrections, default_corrections
from .documents import one_speech, read_documents
from .model import Document, Page, Refusal
from .reading import read_pages
from .rows import document_row, page_rows, part_columns, sentence_rows, turn_columns
from .segmenting.doubts import why_no_turn

SAVED = ("documents", "pages", "parts", "turns", "sentences")


@dataclass
class Corpus:
    """The tables of one or more conferences, and their texts.

    Attributes
    ----------
    documents, pages, parts, turns, sentences : pandas.DataFrame
        The tables of the data dictionary (`data/README.md`). `sentences` is made when first asked for.
    texts : dict of str to str
        `doc_id` to the document's text. Every `start` and `end` of every table counts its code points.
    refusals : list of Refusal
        What could not be used: the file, what was found, what to do.
    doubts : dict of str to list of str
        `doc_id` to what a careful reader should check, in sentences.
    notes : dict of str to list of str
        `doc_id` to what was left out or guessed when its files were read, in sentences.
    cast : pandas.DataFrame
        `doc_id, name, title, role_text, kind`: the people a page announces, whether or not they speak.
    corrections : Corrections
        What it was read with; the reader's own columns of `documents.csv` group every measure.
    """

    documents: pd.DataFrame
    pages: pd.DataFrame
    parts: pd.DataFrame
    turns: pd.DataFrame
    texts: dict[str, str]
    refusals: list[Refusal] = field(default_factory=list)
    doubts: dict[str, list[str]] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    cast: pd.DataFrame = field(default_factory=pd.DataFrame)
    corrections: Corrections = field(default_factory=default_corrections)

    def __repr__(self) -> str:
        n_words = int(self.documents["n_words"].sum())
        return f"<Corpus: {len(self.documents)} documents, {len(self.turns)} turns, {n_words:,} words>"

    @property
    def n_pages(self) -> int:
        """The pages that the texts are made of; a page of a second copy only gave its labels."""
        return int(self.pages["start"].notna().sum())

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """The sentences of the speech; captions and stage directions inside a turn are left out."""
        return tables.make("sentences", sentence_rows(self))

    def only(self, doc_id: str = "") -> Corpus:
        """The corpus of one document: the one named, or the one held last.

        Raises
        ------
        KeyError
            If there is no such document; the message lists those there are.
        """
        known = self.documents.sort_values(["held", "doc_id"], na_position="first", kind="stable")["doc_id"]
        chosen = doc_id or known.iloc[-1]
        if chosen not in set(known):
            raise KeyError(f"no document {doc_id!r}; the documents are {', '.join(known)}")
        one = {
            name: (table := getattr(self, name))[table["doc_id"] == chosen].reset_index(drop=True)
            for name in ("documents", "pages", "parts", "turns", "cast")
        }
        texts, doubts = {chosen: self.texts[chosen]}, {chosen: self.doubts.get(chosen, [])}
        return Corpus(texts=texts, doubts=doubts, notes={chosen: self.notes.get(chosen, [])}, **one)

    def save(self, folder: str | Path) -> Path:
        """Write every table as Parquet and CSV and every text as `text/<doc_id>.txt`; return the folder."""
        folder = Path(folder)
        (folder / "text").mkdir(parents=True, exist_ok=True)
        for name in SAVED:
            tables.write(getattr(self, name), folder / f"{name}.parquet", "parquet")
            tables.write(getattr(self, name), folder / f"{name}.csv", "csv")
        for doc_id, text in self.texts.items():
            (folder / "text" / f"{doc_id}.txt").write_text(text, encoding="utf-8", newline="\n")
        return folder


def read(paths: str | Path | Iterable[str | Path], corrections: str | Path | None = None) -> Corpus:
    """Read saved transcripts into a corpus.

    Parameters
    ----------
    paths : str, pathlib.Path, or an iterable of them
        Files and folders, in any mix. A folder is read with everything below it.
    corrections : str or pathlib.Path, optional
        A folder like `data/corrections`; by default the project's own.

    Returns
    -------
    Corpus
        What could be read. `corpus.refusals` names every file that could not, and why.

    Raises
    ------
    ValueError
        If nothing at all could be read; the message names every file, the reason and the remedy.

    Examples
    --------
    >>> import pressroom as pr
    >>> pr.read(pr.project_path("seeds"))
    <Corpus: 1 documents, 3 turns, 670 words>
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    known = Corrections.load(corrections) if corrections else default_corrections()
    pages, refusals = read_pages(given)
    if not pages:
        raise ValueError("nothing could be read:\n" + "\n".join(map(str, refusals)))
    documents = read_documents(pages, known)
    silent = [Refusal(d.pages[0].source, *why_no_turn(d)) for d in documents if not d.turns]
    return from_documents(documents, [*refusals, *silent], known)


def read_text(text: str, held: str | dt.date | None = None) -> Corpus:
    """Take any text as one speech by nobody.

    Parameters
    ----------
    text : str
        A sentence, a paragraph, a whole speech. Line ends become LF; nothing else is changed.
    held : str or datetime.date, optional
        The day it was said, as a date or `YYYY-MM-DD`; without it, "last year" cannot be resolved.

    Returns
    -------
    Corpus
        One document `text`, one turn of kind `unknown`.

    Examples
    --------
    >>> read_text("GDP grew 5.2% in 2023.", held="2024-01-17").turns.loc[0, "n_words"]
    np.int64(5)
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ValueError("the text is empty: give at least one word")
    day = dt.date.fromisoformat(held) if isinstance(held, str) else held
    page = Page("text", text, None, None, None, hashlib.sha256(text.encode()).hexdigest())
    return from_documents([one_speech("text", page, day)], [])


def read_plain(paths: Iterable[str | Path], held: str | None = None) -> Corpus:
    """Files of any text, each as one speech by nobody; `-` is what comes in on standard input.

    Parameters
    ----------
    paths : iterable of path
    held : str, optional
        The day it was said, as `YYYY-MM-DD`.

    Returns
    -------
    Corpus
        One document a file, named after it; `corpus.refusals` names those that could not be read.
    """
    given = list(paths)
    files = [path for path in given if str(path) != "-"]
    pages, refusals = read_pages(files)
    if len(files) < len(given):
        typed = sys.stdin.read()
        sha256 = hashlib.sha256(typed.encode()).hexdigest()
        if typed.strip():
            pages.append(Page("-", typed, None, None, None, sha256))
        else:
            refusals.append(Refusal("-", "nothing came in on standard input", "pipe a text into the command"))
    if not pages:
        raise ValueError("nothing could be read:\n" + "\n".join(map(str, refusals)))
    day = dt.date.fromisoformat(held) if held else None
    names = [Path(page.source).stem if page.source != "-" else "text" for page in pages]
    ids = [f"{name}-{names[:n].count(name) + 1}" if name in names[:n] else name for n, name in enumerate(names)]
    return from_documents([one_speech(doc_id, page, day) for doc_id, page in zip(ids, pages, strict=True)], refusals)


def load(folder: str | Path) -> Corpus:
    """Read back the tables and texts that `Corpus.save` or `pressroom build` left in a folder."""
    folder = Path(folder)
    if not (folder / "documents.parquet").exists():
        raise ValueError(f"{folder}: no documents.parquet there; make it with `pressroom build PATH --out {folder}`")
    loaded = {name: tables.read_parquet(folder / f"{name}.parquet", name) for name in SAVED}
    sentences = loaded.pop("sentences")
    texts = {d: (folder / "text" / f"{d}.txt").read_text(encoding="utf-8") for d in loaded["documents"]["doc_id"]}
    corpus = Corpus(texts=texts, **loaded)
    corpus.__dict__["sentences"] = sentences
    return corpus


def from_documents(
    documents: list[Document], refusals: list[Refusal], corrections: Corrections | None = None
) -> Corpus:
    """Segmented documents and what they were read with in, the corpus with their tables out."""
    cast = [
        {"doc_id": d.doc_id, "name": p.name, "title": p.title, "role_text": p.role_text, "kind": p.kind}
        for d in documents
        for p in d.cast
    ]
    turns = turn_columns(documents)
    n_words: Counter[str] = Counter()
    for doc_id, n in zip(turns.get("doc_id", ()), turns.get("n_words", ()), strict=True):
        n_words[doc_id] += n
    return Corpus(
        documents=tables.make("documents", (document_row(d, len(d.turns), n_words[d.doc_id]) for d in documents)),
        pages=tables.make("pages", (row for d in documents for row in page_rows(d))),
        parts=tables.from_columns("parts", part_columns(documents)),
        turns=tables.from_columns("turns", turns),
        texts={d.doc_id: d.text for d in documents},
        refusals=refusals,
        doubts={d.doc_id: d.doubts for d in documents},
        notes={d.doc_id: d.notes for d in documents},
        cast=pd.DataFrame(cast, columns=["doc_id", "name", "title", "role_text", "kind"]),
        corrections=corrections or default_corrections(),
    )


__all__ = ["Corpus", "Page", "from_documents", "load", "read", "read_text"]
