"""A corpus and a folder in, a notebook's charts and tables shown as they are made and written out at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from .. import charts, tables
from ..paths import project_path
from .browsing import Browsable, browsable
from .listing import MOST_ROWS, Listing, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..corpus import Corpus


class Chart(NamedTuple):
    """A chart that was shown: its name, what was drawn, the table behind it, its caption."""

    name: str
    drawn: Axes | Figure
    table: pd.DataFrame
    caption: str


@dataclass
class Desk:
    """What a notebook has made so far, and where it will leave it.

    Parameters
    ----------
    corpus : Corpus
        What the source line under every chart speaks of.
    reports : str or pathlib.Path
        The folder to leave charts and tables in; a relative one is found as `project_path` finds it.
    interactive : bool
        Whether long tables can be sorted and searched, where a notebook is read in a browser.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> shares = pr.speaker_share(corpus)
    >>> desk = Desk(corpus, "reports")
    >>> desk.chart("who_spoke", pr.charts.speaker_share(shares), shares, "Who spoke how much.").alt[:45]
    'Horizontal bar chart: share of all words, 3 r'
    """

    corpus: Corpus
    reports: str | Path
    interactive: bool = False
    _charts: list[Chart] = field(default_factory=list, init=False)
    _tables: dict[str, pd.DataFrame] = field(default_factory=dict, init=False)
    _browsed: int = field(default=0, init=False)

    @property
    def source(self) -> str:
        """The source line: which conferences, how much of them, held when."""
        return charts.source_line(self.corpus)

    def chart(self, name: str, drawn: Axes | Figure, table: pd.DataFrame, caption: str) -> charts.Picture:
        """A drawn chart in, the picture that the notebook shows out; it is written when `export` is called.

        Parameters
        ----------
        name : str
            The files' name without an ending.
        drawn : Axes or Figure
        table : pandas.DataFrame
            The numbers that are plotted.
        caption : str
            One sentence that says what the chart shows.
        """
        self._charts.append(Chart(name, drawn, table, caption))
        return charts.show(drawn, self.source, caption)

    def table(
        self,
        name: str,
        table: pd.DataFrame,
        columns: Sequence[str] | None = None,
        instead: str = "There is no row to show.",
        most: int = MOST_ROWS,
    ) -> Listing | Browsable:
        """A table in, the rows that the notebook shows out; all of it is written when `export` is called."""
        self._tables[name] = table
        if not self.interactive:
            return rows(table, columns, instead, most)
        shown = browsable(rows(table, columns, instead, len(table)), first=not self._browsed)
        self._browsed += isinstance(shown, Browsable)
        return shown

    def export(self) -> Listing:
        """Write every chart (pictures, table, words) and every table; the list of them out.

        Returns
        -------
        Listing
            `file`, `rows` and `what` it is. Charts are in `reports/charts`, tables in `reports/tables`.
        """
        folder = project_path(self.reports)
        made = []
        for name, drawn, table, caption in self._charts:
            charts.save(drawn, name, folder / "charts", table=table, caption=caption, corpus_line=self.source)
            made.append({"file": f"charts/{name}", "rows": len(table), "what": caption})
        (folder / "tables").mkdir(parents=True, exist_ok=True)
        for name, table in self._tables.items():
            tables.write(table, folder / "tables" / f"{name}.csv", "csv")
            made.append({"file": f"tables/{name}.csv", "rows": len(table), "what": "table"})
        return rows(pd.DataFrame(made, columns=["file", "rows", "what"]))
