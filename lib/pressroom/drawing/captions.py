"""A chart and its table in, the words that go with it and the files to publish out."""

from __future__ import annotations

import base64
import io
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .. import tables
from ..anchors import with_places
from ..whole import write_whole
from .canvas import GREY, counted, figure_of, printable, style

if TYPE_CHECKING:
    from ..corpus import Corpus

LISTED_WHOLE = 5  # a chart of so few rows is told in full
N_TOP = 3
FILE_NAME = re.compile(r"[\w-]+")


def source_line(corpus: Corpus) -> str:
    """The line under every chart: which conferences, how much of them, held when.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    str
        The title of a single conference, else their number; n; the days held, and whether pages are missing.

    Examples
    --------
    >>> import pressroom as pr
    >>> print(source_line(pr.read(pr.project_path("seeds"))).partition("; n = ")[2])
    3 turns, 670 words; held 26 April 2024; 1 of 11 pages.
    """
    documents = corpus.documents
    one = documents.iloc[0] if len(documents) == 1 else None
    n_words = int(documents["n_words"].sum())
    amount = f"n = {counted(len(corpus.turns), 'turn')}, {counted(n_words, 'word')}"
    if one is None:
        n_partial = int((~documents["complete"].astype(bool)).sum())
        which = f"{len(documents):,} press conferences"
        pages = f"{n_partial:,} of them with pages missing" if n_partial else ""
    else:
        which = "a page without a title" if pd.isna(one["title"]) else str(one["title"])
        publisher = "" if pd.isna(one["publisher"]) else f", {one['publisher']}"
        which += publisher
        expected = one["pages_expected"]
        pages = "" if pd.isna(expected) else f"{corpus.n_pages} of {counted(int(expected), 'page')}"
    return f"Source: {'; '.join(filter(None, [which, amount, _held(documents['held']), pages]))}."


def _held(days: pd.Series[Any]) -> str:
    known = pd.to_datetime(days.dropna())
    if known.empty:
        return "day held not known"
    first, last = (f"{day.day} {day:%B %Y}" for day in (known.min(), known.max()))
    when = first if first == last else f"{first} to {last}"
    unknown = len(days) - len(known)
    return f"held {when}" + (f" ({unknown} of unknown day)" if unknown else "")


def alt_text(
    table: pd.DataFrame,
    kind: str,
    measure: str,
    *,
    label: str,
    value: str,
    form: str = "{:,.4g}",
    order: str | None = None,
) -> str:
    """What a chart shows, in words, from the table that was plotted.

    Parameters
    ----------
    table : pandas.DataFrame
        The plotted rows.
    kind : str
        The kind of chart, such as `Horizontal bar chart`.
    measure : str
        What is measured, with its unit.
    label, value : str
        The columns that name a row and that give its value.
    form : str
        How a value is written.
    order : str, optional
        The column that says which rows are highest, when `value` is written out in words.

    Returns
    -------
    str
        Kind, measure, number of rows; every row of a small table, of a larger one the highest and the lowest.

    Examples
    --------
    >>> rows = pd.DataFrame({"speaker": ["Sun", "Gao"], "share_pct": [90.0, 10.0]})
    >>> alt_text(rows, "Bar chart", "share of words", label="speaker", value="share_pct", form="{:.0f}%")
    'Bar chart: share of words, 2 rows. Sun 90%; Gao 10%.'
    """
    ranked = table.sort_values(order or value, ascending=False, kind="stable")
    pairs = zip(ranked[label], ranked[value], strict=True)
    told = [f"{' '.join(str(name).split())} {form.format(number)}" for name, number in pairs]
    head = f"{kind}: {measure}, {counted(len(told), 'row')}."
    if len(told) <= LISTED_WHOLE:
        return f"{head} {'; '.join(told)}."
    return f"{head} Highest: {'; '.join(told[:N_TOP])}. Lowest: {told[-1]}."


def described(chart: Axes | Figure) -> str:
    """The alt text of a chart: what the functions that drew it said about each of its Axes."""
    axes = [chart] if isinstance(chart, Axes) else chart.axes
    told = [str(ax.get_label()) for ax in axes if ax.get_label()]
    titles = [title for ax in axes if (title := ax.get_title(loc="left") or ax.get_title())]
    return " ".join(told) or f"Chart: {'; '.join(titles) or 'without a title'}."


@dataclass(frozen=True)
class Picture:
    """A chart as a notebook shows it: PNG at twice the size it is seen at, with its alt text."""

    png: bytes
    alt: str
    width_px: int
    caption: str = ""

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[Any, Any]:
        data = {"image/png": base64.b64encode(self.png).decode("ascii"), "text/plain": self.alt}
        return data, {"image/png": {"width": self.width_px, "alt": self.alt, "caption": self.caption}}


def show(chart: Axes | Figure, corpus_line: str = "", caption: str = "") -> Picture:
    """A chart in, the picture that a notebook shows out; its figure is closed.

    Parameters
    ----------
    chart : Axes or Figure
    corpus_line : str
        From `source_line`; drawn under the chart.
    caption : str
        One sentence; a report prints it under the picture, with the picture's number.

    Returns
    -------
    Picture
        Unlike a bare figure it carries its alt text into the notebook and the HTML made from it.
    """
    figure = _sourced(chart, corpus_line)
    picture = Picture(_png(figure, {}), described(chart), round(figure.get_figwidth() * 100), caption)
    plt.close(figure)
    return picture


def save(
    chart: Axes | Figure,
    name: str,
    folder: str | Path,
    *,
    table: pd.DataFrame,
    caption: str,
    corpus_line: str,
) -> dict[str, Path]:
    """Write a chart as PNG, SVG and PDF, its table as CSV and its words as text.

    The same chart gives the same bytes: element names do not depend on chance, and no day of making is kept.

    Parameters
    ----------
    chart : Axes or Figure
    name : str
        The files' name without an ending: letters, digits, `-` and `_`.
    folder : str or pathlib.Path
        Made when it is not there.
    table : pandas.DataFrame
        The numbers that are plotted; where its rows are figures, the CSV says where their words stand.
    caption : str
        One sentence; the title in the pictures' metadata.
    corpus_line : str
        From `source_line`; drawn under the chart.

    Returns
    -------
    dict of str to pathlib.Path
        `png`, `svg`, `pdf`, `csv`, and `txt` with caption, source and alt text, ready to be pasted.

    Raises
    ------
    ValueError
        If `name` could not be a file's name everywhere.
    """
    if not FILE_NAME.fullmatch(name):
        raise ValueError(f"chart name {name!r}: only letters, digits, - and _ are safe in a file's name; rename it")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = {ending: folder / f"{name}.{ending}" for ending in ("png", "svg", "pdf", "csv", "txt")}
    caption, corpus_line = _one_line(caption), _one_line(corpus_line)
    alt = _one_line(f"{described(chart)} All numbers: {name}.csv.")
    figure = _sourced(chart, corpus_line)
    about = {"Title": caption, "Description": alt, "Source": corpus_line}
    write_whole(paths["png"], _png(figure, about))
    write_whole(paths["svg"], _svg(figure, about))
    write_whole(paths["pdf"], _pdf(figure, about))
    tables.write(with_places(table), paths["csv"], "csv")
    write_whole(paths["txt"], f"{caption}\n\n{corpus_line}\n\nAlt text: {alt}\n")
    return paths


def _one_line(text: str) -> str:
    """Text without line ends and control characters, which no metadata may hold."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def _sourced(chart: Axes | Figure, corpus_line: str) -> Figure:
    """The chart's figure with the source line under it."""
    figure = figure_of(chart) if isinstance(chart, Axes) else chart
    if figure.get_layout_engine() is None:
        figure.set_layout_engine("constrained")
    if corpus_line:
        n_characters = round(figure.get_figwidth() * 16.5)
        line = "\n".join(textwrap.wrap(printable(corpus_line), n_characters))
        # The x label of the whole figure is the one text below a chart that the layout leaves room for.
        text = figure.supxlabel(line, x=0.01, ha="left", fontsize=7.5, color=GREY)
        text.set_parse_math(False)
    return figure


def _png(figure: Figure, metadata: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with style():
        figure.savefig(out, format="png", metadata={**metadata, "Software": None})
    return out.getvalue()


def _svg(figure: Figure, about: dict[str, str]) -> str:
    out = io.StringIO()
    with style():
        figure.savefig(out, format="svg", metadata={**about, "Date": None, "Creator": "pressroom"})
    # Screen readers take an SVG's name and description from its first children.
    title = f"<title>{escape(about['Title'])}</title>"
    return out.getvalue().replace(title, f"{title}\n <desc>{escape(about['Description'])}</desc>", 1)


def _pdf(figure: Figure, about: dict[str, str]) -> bytes:
    out = io.BytesIO()
    words = {"Title": about["Title"], "Subject": f"{about['Description']} {about['Source']}", "Creator": "pressroom"}
    with style():
        figure.savefig(out, format="pdf", metadata={**words, "Producer": None, "CreationDate": None})
    return out.getvalue()
