"""A table in, what a notebook shows of it out."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from ..anchors import figure_places
from ..prose import counted

if TYPE_CHECKING:
    from ..corpus import Corpus

MOST_ROWS = 60  # what a reader scrolls through; the file holds all


@dataclass(frozen=True)
class Listing:
    """A table as a reader wants it: chosen columns, whole cells, nothing for what is missing."""

    table: pd.DataFrame
    n_rows: int
    instead: str
    numbers: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()  # where each row's words stand on the evidence page; the report links there

    def __str__(self) -> str:
        return self.table.to_string(index=False) if len(self.table) else self.instead

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        if self.table.empty:
            return f"<p>{self.instead}</p>"
        names = [str(name) for name in self.table.columns]
        head = "".join(self._cell("th", name, name) for name in names)
        body = "\n".join(
            f"<tr{place}>{''.join(self._cell('td', name, cell) for name, cell in zip(names, row, strict=True))}</tr>"
            for place, row in zip(self._places(), self.table.itertuples(index=False, name=None), strict=True)
        )
        more = self.n_rows - len(self.table)
        # Notebooks take what stands between two dollar signs for mathematics, unless the class says otherwise.
        return (
            f'<table class="tex2jax_ignore">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>'
            + (f"<p>{counted(more, 'more row')} in the exported table.</p>" if more else "")
        )

    def _places(self) -> list[str]:
        places = [f' data-evidence="{html.escape(place)}"' for place in self.places]
        return places or [""] * len(self.table)

    def _cell(self, tag: str, name: str, text: str) -> str:
        """One cell, text to the left and numbers to the right, whatever the page around it would do."""
        side = "right" if name in self.numbers else "left"
        return f'<{tag} style="text-align:{side}">{html.escape(text)}</{tag}>'


def rows(
    table: pd.DataFrame,
    columns: Sequence[str] | None = None,
    instead: str = "There is no row to show.",
    most: int = MOST_ROWS,
) -> Listing:
    """A table in, its first rows as a notebook shows them out.

    Parameters
    ----------
    table : pandas.DataFrame
    columns : sequence of str, optional
        The columns to show, in this order; by default all.
    instead : str
        The sentence shown when the table has no row.
    most : int
        Rows to show; the listing says how many more there are.

    Returns
    -------
    Listing

    Raises
    ------
    KeyError
        If a column is not in the table; the message names those that are.

    Examples
    --------
    >>> rows(pd.DataFrame({"theme": ["talent", "energy"], "n_hits": [3, 1]}), ["theme"], most=1)
     theme
    talent
    """
    wanted = list(columns) if columns is not None else [str(c) for c in table.columns]
    unknown = [c for c in wanted if c not in table.columns]
    if unknown:
        raise KeyError(f"no column {unknown}; the table has {', '.join(map(str, table.columns))}")
    named = table[wanted].rename(columns=lambda name: str(name).replace("_", " "))
    numbers = frozenset(c for c in named if pd.api.types.is_numeric_dtype(named[c]))
    places = tuple(figure_places(table.head(most)))
    return Listing(named.head(most).map(_cell), len(table), instead, numbers, places)


def _cell(value: object) -> str:
    """A value as a reader writes it: thousands apart, one decimal, nothing for null."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if pd.isna(value):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def refusals(corpus: Corpus) -> Listing:
    """A corpus in, the files that could not be used, with the reason and the remedy, out."""
    table = pd.DataFrame([vars(r) for r in corpus.refusals], columns=["source", "found", "remedy"])
    return rows(table, instead="None: every file could be used.")
