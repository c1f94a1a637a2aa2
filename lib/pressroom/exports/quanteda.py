"""A corpus in, a CSV of turns with document variables and a dictionary for quanteda out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from ..codebook import Codebook
from ..counting.dictionary import Dictionary
from ..whole import write_whole
from .material import Material

DOCVARS = ("conference", "title", "held", "turn", "page", "label", "speaker", "kind", "role_text", "outlet",
           "outlet_group", "answers", "inferred", "spans", "n_words", "n_figures", "themes")  # fmt: skip
LOAD = Path(__file__).parent / "about" / "load.R"


def write(material: Material, folder: Path) -> None:
    """Write `turns.csv`, `dictionary.yml` and `load.R` into a folder."""
    documents = material.documents()
    rows = [_row(turn, documents[turn["doc_id"]]) for turn in material.turns()]
    table = pd.DataFrame(rows, columns=["doc_id", "text", *DOCVARS], dtype=object)
    write_whole(folder / "turns.csv", table.to_csv(index=False, lineterminator="\n"))
    Dictionary.of(dictionary(material.codebook)).write(folder / "dictionary.yml")
    write_whole(folder / LOAD.name, LOAD.read_text(encoding="utf-8"))


def dictionary(codebook: Codebook) -> dict[str, list[str]]:
    """A codebook in, theme to the patterns that count on their own out; a hyphen becomes a space.

    Examples
    --------
    >>> import pressroom as pr
    >>> dictionary(pr.Codebook.load(pr.project_path("data/codebook/themes.yaml")))["nqpf"][0]
    'new quality productive force*'
    """
    return {
        theme.id: list(dict.fromkeys(term.replace("-", " ") for term in (*theme.strong, *theme.exact)))
        for theme in codebook.themes
    }


def _row(turn: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    return {
        **turn,
        "doc_id": turn["id"],
        "conference": turn["doc_id"],
        "title": document["title"],
        "held": document["held"],
        "answers": turn["answers_id"],
        "spans": ";".join(f"{a}-{b}" for a, b in turn["spans"]),
        "themes": ";".join(turn["themes"]),
    }
