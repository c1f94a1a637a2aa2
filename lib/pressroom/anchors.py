"""Documents and rows in, the names of their places on the evidence page out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

PAGE = "evidence.html"
UNSAFE = re.compile(r"[^A-Za-z0-9-]")


def document_anchor(doc_id: str) -> str:
    """A document's name on the page: its `doc_id`, in which all but letters, digits and hyphens are numbers.

    Different documents have different names, and none needs escaping in an address.

    Examples
    --------
    >>> document_anchor("2024-06-03-orchards"), document_anchor("my page")
    ('2024-06-03-orchards', 'my_20_page')
    """
    return UNSAFE.sub(lambda match: f"_{ord(match.group()):x}_", doc_id)


def figure_anchor(doc_id: str, figure: int) -> str:
    """The place of a figure, whichever documents are on the page: `DOC-figure-12`."""
    return f"{document_anchor(doc_id)}-figure-{figure}"


def figure_places(table: pd.DataFrame) -> list[str]:
    """The addresses of the words of a table's figures, row by row; of rows that are no figures, none."""
    if not {"doc_id", "figure"} <= set(table.columns):
        return []
    keys = zip(table["doc_id"], table["figure"], strict=True)
    return [f"{PAGE}#{figure_anchor(doc_id, figure)}" for doc_id, figure in keys]


def with_places(table: pd.DataFrame) -> pd.DataFrame:
    """A table in; if its rows are figures, the same with a last column `evidence`, their words' address, out."""
    places = figure_places(table)
    return table.assign(evidence=places) if places else table


def figure_anchors(doc_ids: Iterable[str], keys: Iterable[tuple[str, int]]) -> list[str]:
    """The shortest name of each figure's place: `figure-12` in the first or only document, else `DOC-figure-12`.

    Parameters
    ----------
    doc_ids : iterable of str
        All documents of the corpus, in its order.
    keys : iterable of (str, int)
        `doc_id` and `figure` of each row.

    Examples
    --------
    >>> figure_anchors(["a", "b"], [("a", 12), ("b", 3)])
    ['figure-12', 'b-figure-3']
    """
    first = next(iter(doc_ids), None)
    return [f"figure-{number}" if doc_id == first else figure_anchor(doc_id, number) for doc_id, number in keys]
