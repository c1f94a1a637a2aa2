"""A corpus with its theme hits and figures in, an Excel workbook out: figures, targets, speakers, themes, sources."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import xlsxwriter

from .. import __version__, tables
from ..anchors import PAGE, figure_anchors
from ..counting.measures import theme_rates
from ..counting.theme_tables import with_labels
from ..reconciling.target_sheet import targets
from ..speaking import speaker_share

if TYPE_CHECKING:
    from ..codebook import Codebook
    from ..corpus import Corpus

NO_DAY = dt.datetime(1980, 1, 1)  # the earliest a zip can hold: the day of making is not kept
DAYS = frozenset({"period_start", "period_end", "held", "published"})
WIDEST = 60  # letters; a longer cell is cut on the screen, not in the file
MOST_LETTERS = 32_767  # what Excel holds in one cell
FREE = re.compile("[\ufffe\uffff]")  # characters that Unicode keeps free, and XML cannot hold
EMPTY = {
    "figures": "No growth figure is stated in this corpus.",
    "targets": "No target with a number is stated in this corpus.",
    "themes": "No theme of the codebook is named in this corpus.",
}


def workbook(corpus: Corpus, hits: pd.DataFrame, figures: pd.DataFrame, codebook: Codebook) -> bytes:
    """The tables that people calculate with, as the bytes of an `.xlsx`; the same tables give the same bytes.

    Parameters
    ----------
    corpus : Corpus
    hits : pandas.DataFrame
        From `pressroom.theme_hits`.
    figures : pandas.DataFrame
        From `pressroom.growth_figures`.
    codebook : Codebook
        Gives the themes their names.

    Returns
    -------
    bytes
        Sheets `figures`, `targets`, `speakers`, `themes` and `sources`. Numbers are numbers and days are days;
        everything else is text, even where it begins with `=`. Each figure is linked to its words in
        `evidence.html`, which must lie beside the workbook for the links to work.
    """
    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(out, plain) as book:
        book.set_properties({"title": "Growth figures", "author": f"pressroom {__version__}", "created": NO_DAY})
        forms = _forms(book)
        for name, table in _sheets(corpus, hits, figures, codebook).items():
            _sheet(book, name, table, forms)
    return out.getvalue()


def sources(corpus: Corpus) -> pd.DataFrame:
    """One row a saved page: what it is, where it came from, and the mark of its bytes."""
    about = ["doc_id", "title", "publisher", "held", "held_from", "published"]
    pages = corpus.pages[["doc_id", "page", "source", "url", "retrieved", "sha256"]]
    return corpus.documents[about].merge(pages, on="doc_id", how="left").assign(pressroom_version=__version__)


def _sheets(corpus: Corpus, hits: pd.DataFrame, figures: pd.DataFrame, codebook: Codebook) -> dict[str, pd.DataFrame]:
    return {
        "figures": _linked(figures, corpus),
        "targets": _linked(targets(figures, corpus), corpus),
        "speakers": speaker_share(corpus, by=["doc_id", "speaker", "kind"]),
        "themes": with_labels(theme_rates(hits, corpus, by="doc_id"), codebook),
        "sources": sources(corpus),
    }


def _linked(figures: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    keys = zip(figures["doc_id"], figures["figure"], strict=True)
    places = [f"{PAGE}#{anchor}" for anchor in figure_anchors(corpus.documents["doc_id"], keys)]
    table = figures.copy()
    table.insert(0, "evidence", pd.Series(places, index=figures.index, dtype=object))
    return table


def _forms(book: Any) -> dict[str, Any]:
    return {
        "head": book.add_format({"bold": True, "bottom": 1, "bg_color": "#F4F2EC", "valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        "rate": book.add_format({"num_format": "0.0"}),
        "link": book.add_format({"font_color": "#005F96", "underline": 1}),
        "note": book.add_format({"italic": True, "font_color": "#5B5B57"}),
    }


def _sheet(book: Any, name: str, table: pd.DataFrame, forms: dict[str, Any]) -> None:
    sheet = book.add_worksheet(name)
    names = [str(column) for column in table.columns]
    sheet.write_row(0, 0, names, forms["head"])
    rows = tables.records(table)
    for number, row in enumerate(rows, start=1):
        for column, key in enumerate(names):
            _cell(sheet, number, column, key, row[key], forms)
    if not rows:
        sheet.write_string(1, 0, EMPTY.get(name, "There is no row."), forms["note"])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), max(len(names) - 1, 0))
    for column, key in enumerate(names):
        sheet.set_column(column, column, _width(key, [row[key] for row in rows]))


def _cell(sheet: Any, row: int, column: int, key: str, value: Any, forms: dict[str, Any]) -> None:
    if value is None:
        return
    if key == "evidence":
        sheet.write_url(row, column, f"external:{value}", forms["link"], string=value)
    elif key in DAYS:
        sheet.write_datetime(row, column, dt.datetime.fromisoformat(str(value)), forms["day"])
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        form = forms["rate"] if key.endswith(("_pct", "_per_1000", "_per_turn")) else None
        sheet.write_number(row, column, value, form)
    else:
        sheet.write_string(row, column, FREE.sub("\ufffd", str(value))[:MOST_LETTERS])


def _width(name: str, values: Sequence[Any]) -> float:
    """Wide enough for the name with its filter button, and for most cells."""
    return min(max([len(name) + 4, *(len(str(value)) + 1 for value in values if value is not None)]), WIDEST)
