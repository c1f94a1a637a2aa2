"""Saved pages or tables in, a proof out: every row stands in its source at its offsets, or is named."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from .. import tables
from ..formats.encoding import mend
from ..growth import find_figures
from ..model import Unreadable
from ..prose import counted
from ..words import sentence_spans
from . import printed
from .proof import Failure, Proof, unaccounted
from .saved import read_saved

if TYPE_CHECKING:
    from ..corpus import Corpus

PLAIN_TEXT = (".txt", ".md")
_Failure = Callable[[str, object, object], Failure]


def verify(read: Corpus, more: Mapping[str, pd.DataFrame] | None = None) -> Proof:
    """Prove a corpus, and tables that were made of it, against its texts and the files they were read from.

    Parameters
    ----------
    read : Corpus
    more : mapping of str to pandas.DataFrame, optional
        Further tables by name, such as `theme_hits` and `growth_figures`.

    Returns
    -------
    Proof

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read_text("GDP grew 5.2% in 2023.")
    >>> print(verify(corpus, {"growth_figures": pr.growth_figures(corpus)}))
    documents       1 row checked
    pages           1 row checked
    parts           1 row checked
    turns           1 row checked
    sentences       1 row checked
    growth_figures  1 row checked
    no file at hand to compare 1 page with
    """
    own = {name: getattr(read, name) for name in ("documents", "pages", "parts", "turns", "sentences")}
    return verify_tables({**own, **(more or {})}, read.texts)


def verify_tables(given: Mapping[str, pd.DataFrame], texts: Mapping[str, str]) -> Proof:
    """Prove tables against the texts that their offsets count in.

    Parameters
    ----------
    given : mapping of str to pandas.DataFrame
        Table by name, as in the data dictionary. Of `growth_figures` also the value, the period and the speaker
        are checked; of `turns`, when it is there, that the rows of the other tables lie in the turn they name.
    texts : mapping of str to str
        `doc_id` to the document's text.

    Returns
    -------
    Proof
    """
    proof = Proof()
    turns = {(r["doc_id"], r["turn"]): r for r in tables.records(given["turns"])} if "turns" in given else {}
    for name, table in given.items():
        proof.n_rows[name] = len(table)
        for row in tables.records(table):
            proof.failures.extend(_row(name, row, texts, turns))
    if "parts" in given:
        proof.failures.extend(_ledger(given["parts"], texts))
    if "pages" in given:
        _sources(given["pages"], texts, proof)
    if "growth_figures" in given:
        _periods(given["growth_figures"], texts, proof)
        _values(given["growth_figures"], texts, proof)
        proof.failures.extend(_known_figures(given))
    return proof


def verify_saved(path: Path) -> Proof:
    """Prove a folder that `pressroom build` left, or one table beside its texts, as CSV or Parquet.

    Both forms of a table are read and each is checked: they may have been edited apart.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    Proof
        Counted by file.
    """
    saved, proof = read_saved(path), Proof()
    for suffix in sorted({Path(name).suffix for name in saved.files}):
        of_form = {name: table for name, (table, _) in saved.files.items() if name.endswith(suffix)}
        part = verify_tables({table: saved.files[name][1] for name, table in of_form.items()}, saved.texts)
        called = {table: name for name, table in of_form.items()}
        proof.n_rows |= {called[table]: n for table, n in part.n_rows.items()}
        proof.failures += [replace(f, table=called.get(f.table, f.table)) for f in part.failures]
        proof.notes += [note for note in part.notes if note not in proof.notes]
    proof.failures += [
        Failure(bad.file, "any document", f"row {bad.line}", bad.column, "a number", bad.cell) for bad in saved.bad
    ]
    if "turns" not in {table for table, _ in saved.files.values()}:
        proof.notes.append("no table of turns there: speakers and turns could not be checked")
    proof.notes += [f"{name}: no table of the data dictionary, not checked" for name in saved.others]
    return proof


def _row(
    name: str, row: dict[str, Any], texts: Mapping[str, str], turns: Mapping[tuple[Any, Any], dict[str, Any]]
) -> Iterator[Failure]:
    """What of one row does not stand in its text."""
    doc_id = str(row.get("doc_id"))

    def failure(what: str, expected: object, found: object) -> Failure:
        return Failure(name, doc_id, _called(row), what, str(expected), str(found))

    text = texts.get(doc_id)
    if text is None:
        yield failure("text of the document", " or ".join(texts) or "a text", f"no text of {doc_id}")
    elif name == "documents":
        if (sha256 := hashlib.sha256(text.encode()).hexdigest()) != row["sha256"]:
            yield failure("sha256 of the text", row["sha256"], sha256)
    elif "start" in row and not _is_copy(name, row):
        for cell, start, end in (("text", "start", "end"), ("quote", "quote_start", "quote_end")):
            if cell in row and row[cell] != (there := _at(text, row[start], row[end])):
                yield failure(cell, row[cell], there)
        if not _inside(row["start"], row["end"], 0, len(text)):
            yield failure("offsets", f"within 0 to {len(text)}", f"{row['start']} to {row['end']}")
        if turns and name != "turns" and "turn" in row:
            yield from _in_turn(row, turns.get((row["doc_id"], row["turn"])), failure)
        if "quote" in row and "period_start" in row:
            yield from _figure(row, failure)


def _is_copy(name: str, row: Mapping[str, Any]) -> bool:
    """Whether a page is of another copy of its conference: it gave its labels, and has no place in the text."""
    return name == "pages" and row["start"] is None


def _in_turn(row: dict[str, Any], turn: dict[str, Any] | None, failure: _Failure) -> Iterator[Failure]:
    if turn is None:
        yield failure("turn", "a turn of the table of turns", row["turn"])
    elif not _inside(row["start"], row["end"], turn["start"], turn["end"]):
        found = f"{row['start']} to {row['end']}"
        yield failure(f"place in turn {row['turn']}", f"within {turn['start']} to {turn['end']}", found)
    elif "speaker" in row and row["speaker"] != turn["speaker"]:
        yield failure("speaker", row["speaker"], turn["speaker"])


def _figure(row: dict[str, Any], failure: _Failure) -> Iterator[Failure]:
    """What a figure says of itself that its text does not bear out."""
    if not _inside(row["start"], row["end"], row["quote_start"], row["quote_end"]):
        found = f"{row['start']} to {row['end']}"
        yield failure("number inside its quote", f"within {row['quote_start']} to {row['quote_end']}", found)
    first, last = (_day(row[k]) for k in ("period_start", "period_end"))
    if (first is None) != (last is None) or (first and last and first >= last):
        yield failure("period", "a first day before the last", f"{row['period_start']} to {row['period_end']}")


def _known_figures(given: Mapping[str, pd.DataFrame]) -> Iterator[Failure]:
    """What a check or a target says of a figure that is not in the table of figures."""
    there = set(given["growth_figures"][["doc_id", "figure"]].itertuples(index=False, name=None))
    for name, column in (("figure_checks", "figure"), ("figure_checks", "other"), ("targets", "figure")):
        for row in tables.records(given[name]) if name in given else []:
            if (row["doc_id"], row[column]) not in there:
                yield Failure(name, row["doc_id"], _called(row), column, "a figure of growth_figures", str(row[column]))


def _periods(figures: pd.DataFrame, texts: Mapping[str, str], proof: Proof) -> None:
    """Check that the words of each period are printed somewhere in the document."""
    folded = {doc_id: _folded(text) for doc_id, text in texts.items()}
    for row in tables.records(figures):
        said = row["period_text"]
        if said and _folded(said) not in folded.get(row["doc_id"], ""):
            failure = Failure("growth_figures", row["doc_id"], _called(row), "period_text", said, "nowhere there")
            proof.failures.append(failure)


def _values(figures: pd.DataFrame, texts: Mapping[str, str], proof: Proof) -> None:
    """Check that each value is what is printed; what is printed in words is read again from its quote alone."""
    unread = 0
    for row in tables.records(figures):
        for column in ("value", "value_high"):
            value, text, end = row.get(column), row.get("text") or "", row["end"] or 0
            after = texts.get(row["doc_id"], "")[end : end + printed.LONGEST_LIST]
            if value is None or printed.stands_for(text, value, after):
                continue
            again = _read_again(row, column)
            if again is None and not any(c.isdigit() for c in text):
                unread += 1
            elif again is None or not printed.alike(again, value):
                found = f"{text} ({again:,.6g})" if again is not None else text
                failure = Failure("growth_figures", row["doc_id"], _called(row), column, f"{value:,.12g}", found)
                proof.failures.append(failure)
    if unread:
        proof.notes.append(f"{counted(unread, 'value')} printed in words could not be read again from the quote alone")


def _read_again(row: dict[str, Any], column: str) -> float | None:
    """The value that the quote alone gives at the place of the number; null when it gives none."""
    # a quote from a page with lines of a fixed width goes over their ends
    quote, at = (row.get("quote") or "").replace("\n", " "), (row["start"] or 0) - (row["quote_start"] or 0)
    found = find_figures(quote, sentence_spans(quote), None) if quote.strip() else []
    there = next((figure for figure in found if figure.start <= at < figure.end), None)
    value = getattr(there, column, None)
    return None if value is None else float(value)


def _ledger(parts: pd.DataFrame, texts: Mapping[str, str]) -> Iterator[Failure]:
    for doc_id, text in texts.items():
        if wrong := unaccounted(parts[parts["doc_id"] == doc_id], text):
            yield Failure("parts", doc_id, "the ledger", "characters in no part, or in two", "0", str(wrong))


def _sources(pages: pd.DataFrame, texts: Mapping[str, str], proof: Proof) -> None:
    """Check the pages against the files they were read from, as far as these are still there."""
    gone = 0
    for row in tables.records(pages):
        path, text = Path(row["source"] or ""), texts.get(row["doc_id"], "")
        if not path.is_file():
            gone += 1
            continue
        content = path.read_bytes()
        if (sha256 := hashlib.sha256(content).hexdigest()) != row["sha256"]:
            failure = Failure("pages", row["doc_id"], str(path), "sha256 of the file", row["sha256"], sha256)
            proof.failures.append(failure)
        elif (
            path.suffix.lower() in PLAIN_TEXT
            and not _is_copy("pages", row)
            and not _holds(_decoded(content), text[row["start"] : row["end"]])
        ):
            failure = Failure("pages", row["doc_id"], str(path), "text of the file", "the page", "another text")
            proof.failures.append(failure)
    if gone:
        proof.notes.append(f"no file at hand to compare {counted(gone, 'page')} with")


def _holds(decoded: str, page: str) -> bool:
    """Whether a file's text holds a page, as it is or with the misread characters put right that reading repairs."""
    try:
        return page in decoded or page in mend(decoded)[0]
    except Unreadable:
        return False


def _decoded(content: bytes) -> str:
    """The text of a file with LF line ends, read without the library's reader."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", errors="replace")


def _inside(start: int | None, end: int | None, low: int | None, high: int | None) -> bool:
    if start is None or end is None or low is None or high is None:
        return False
    return low <= start < end <= high


def _at(text: str, start: int | None, end: int | None) -> str:
    if start is None or end is None or not 0 <= start <= end <= len(text):
        return f"no such place: {start} to {end} of {len(text)}"
    return text[start:end]


def _folded(text: str) -> str:
    """A text as words of a period are looked for in it: one space between words, small letters."""
    return " ".join(text.split()).casefold()


def _called(row: Mapping[str, Any]) -> str:
    """How a reader finds the row again: `figure 3` of `turn 2`."""
    keys = [k for k in ("turn", "sentence", "figure") if row.get(k) is not None]
    wanted = [keys[-1]] if keys and keys[-1] in ("figure", "turn") else keys
    return ", ".join(f"{k} {row[k]}" for k in wanted) or f"characters {row.get('start')} to {row.get('end')}"


def _day(iso: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(iso)[:10]) if iso is not None else None
    except ValueError:
        return None
