"""Labelled pages in, their speech as plain text and the figures in it out, with offsets into that text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pressroom as pr

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
# Name to folders and the pages taken from them.
SETS = {
    "development pages": [(TESTS / "gold", "*"), (TESTS / "gold_more", "*")],
    "pages kept aside": [(TESTS / "gold_aside", "*")],
}


@dataclass(frozen=True)
class Speech:
    """What is said on one page, the day it was said, and the labelled figures with `start` and `end` in `text`."""

    name: str
    text: str
    held: str | None
    figures: list[dict[str, Any]]


def speeches(name: str) -> list[Speech]:
    """The speech of every labelled page of a set that has any."""
    paths = [path for folder, pages in SETS[name] for path in sorted(folder.glob(f"{pages}.json"))]
    return [said for path in paths if (said := _speech(path)).text]


def _speech(path: Path) -> Speech:
    labelled = json.loads(path.read_text(encoding="utf-8"))
    corpus = pr.read(path.with_suffix(".txt"))
    (page,) = corpus.texts.values()
    spans = [(row.start, row.end) for row in corpus.turns.itertuples()]
    text, moved = "", []
    for start, end in spans:
        moved.append((start, end, len(text) - start))
        text += page[start:end] + "\n\n"
    figures = []
    for figure, (a, b) in zip(labelled["figures"], _places(page, labelled["figures"]), strict=True):
        by = next((by for start, end, by in moved if start <= a and b <= end), None)
        if by is None:
            raise ValueError(f"{path.name}: {figure['number']!r} stands in no turn; expected every figure in speech")
        figures.append({**figure, "start": a + by, "end": b + by})
    return Speech(path.stem, text, labelled["held"], figures)


def _places(page: str, figures: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Where the number of each figure stands in the page: in the `nth` place of its quote, each place once."""
    places: list[tuple[int, int]] = []
    for figure in figures:
        quotes = [m.start() for m in re.finditer(re.escape(figure["quote"]), page)]
        at = quotes[figure.get("nth", 0)]
        number = re.compile(rf"(?<![\w.,]){re.escape(figure['number'])}(?!\w)")
        within = [(at + m.start(), at + m.end()) for m in number.finditer(figure["quote"])]
        places.append(next((place for place in within if place not in places), within[-1]))
    return places
