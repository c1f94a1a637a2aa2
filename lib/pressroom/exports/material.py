"""A corpus and a codebook in, what every export draws on out: turns with their words, themes and figures."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from .. import tables
from ..codebook import Codebook
from ..growth.table import growth_figures
from ..paths import project_path
from ..themes import theme_hits

if TYPE_CHECKING:
    from ..corpus import Corpus

BETWEEN = "\n\n"  # what joins the stretches of a turn that a caption or a stage direction has cut in two


@dataclass(frozen=True)
class Material:
    """A corpus with its theme hits and growth figures."""

    corpus: Corpus
    codebook: Codebook
    hits: pd.DataFrame
    figures: pd.DataFrame

    @classmethod
    def of(cls, corpus: Corpus, codebook: Codebook | None = None) -> Material:
        """A corpus in, its material out; without a codebook, the project's own counts."""
        codebook = codebook or Codebook.load(project_path("data/codebook/themes.yaml"))
        return cls(corpus, codebook, theme_hits(corpus, codebook), growth_figures(corpus))

    def turns(self) -> Iterator[dict[str, Any]]:
        """Every turn as a plain row of the table `turns`, with what it carries.

        Yields
        ------
        dict
            The columns of `turns`, and `id` (`DOC_t3`), `answers_id` (the id of the question), `spans` (the
            stretches of speech, as offsets), `text` (those stretches, a blank line between two), `themes` (the
            themes named, in alphabetical order) and `n_figures`.
        """
        themes = {key: sorted(set(group)) for key, group in self.hits.groupby(["doc_id", "turn"])["theme"]}
        n_figures = self.figures.groupby(["doc_id", "turn"]).size().to_dict()
        speech = self._speech()
        for row in tables.records(self.corpus.turns):
            key = (row["doc_id"], row["turn"])
            text = self.corpus.texts[row["doc_id"]]
            spans = list(_stretches(text, speech.get(row["doc_id"], []), row["start"], row["end"]))
            yield {
                **row,
                "id": turn_id(*key),
                "answers_id": turn_id(row["doc_id"], row["answers"]) if row["answers"] else None,
                "spans": spans,
                "text": BETWEEN.join(text[a:b] for a, b in spans),
                "themes": themes.get(key, []),
                "n_figures": int(n_figures.get(key, 0)),
            }

    def documents(self) -> dict[str, dict[str, Any]]:
        """`doc_id` to the plain row of the table `documents`."""
        return {row["doc_id"]: row for row in tables.records(self.corpus.documents)}

    def write_texts(self, folder: Path) -> None:
        """The document texts as `DOC.txt`: what every offset counts in."""
        folder.mkdir(parents=True, exist_ok=True)
        for doc_id, text in self.corpus.texts.items():
            (folder / f"{doc_id}.txt").write_text(text, encoding="utf-8", newline="\n")

    def _speech(self) -> dict[str, list[tuple[int, int]]]:
        rows = self.corpus.parts[self.corpus.parts["part"] == "speech"]
        return {str(d): sorted(zip(g["start"], g["end"], strict=True)) for d, g in rows.groupby("doc_id")}


def turn_id(doc_id: str, turn: int) -> str:
    """The one name of a turn in every export.

    Examples
    --------
    >>> turn_id("2024-06-03-orchards", 3)
    '2024-06-03-orchards_t3'
    """
    return f"{doc_id}_t{turn}"


def write_json(value: Mapping[str, Any], path: Path) -> None:
    """A mapping in, a JSON file out: two spaces, no escapes, the order as given."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def _stretches(text: str, speech: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The speech between two offsets; two pieces with nothing but white space between them are one stretch."""
    held: tuple[int, int] | None = None
    for a, b in speech:
        a, b = max(int(a), start), min(int(b), end)
        if a >= b:
            continue
        if held and not text[held[1] : a].strip():
            held = (held[0], b)
            continue
        if held:
            yield held
        held = (a, b)
    if held:
        yield held
