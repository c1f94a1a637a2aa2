"""An Axes in the house style out, and labels that fit on it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import cast

import matplotlib.pyplot as plt
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text

STYLE = Path(__file__).parents[1] / "pressroom.mplstyle"
BLUE, VERMILION, GREY, PALE = "#0072B2", "#D55E00", "#767676", "#D9D9D9"
MOST_ROWS = 25  # what a page holds; the chart says how many rows it leaves to the table

WIDTH_IN, ROW_IN, FRAME_IN = 8.0, 0.36, 1.35
LABEL_CHARACTERS, TITLE_CHARACTERS, NOTE_CHARACTERS = 30, 54, 92


@contextmanager
def style() -> Iterator[None]:
    """The house style, as a context or a decorator: what is drawn inside has it, what is drawn later not."""
    with plt.style.context(STYLE):
        yield


def axes_for(n_rows: int, ax: Axes | None = None) -> Axes:
    """The Axes that was given, or a new one as high as `n_rows` labelled rows need."""
    if ax is not None:
        return ax
    _, new = plt.subplots(figsize=(WIDTH_IN, FRAME_IN + ROW_IN * max(n_rows, 2)))
    return new


def figure_of(ax: Axes) -> Figure:
    """The figure that an Axes belongs to."""
    return cast(Figure, ax.get_figure(root=True))


def printable(text: object) -> str:
    """Any value as one line of text that the charts' font can print.

    White space runs become one space, and a character without a glyph in the font becomes □; the table beside
    the chart keeps every character.

    Examples
    --------
    >>> printable("  $5 <b>_\\n中  ")
    '$5 <b>_ □'
    """
    one_line = " ".join(str(text).split())
    return "".join(c if _font().get_char_index(ord(c)) else "□" for c in one_line)


@cache
def _font() -> FT2Font:
    return font_manager.get_font(font_manager.findfont("DejaVu Sans"))


def counted(n: int, noun: str) -> str:
    """A number and its noun: `1 word`, `1,200 words`."""
    return f"{int(n):,} {noun}" if n == 1 else f"{int(n):,} {noun}s"


def fitted(text: object, width: int = LABEL_CHARACTERS, lines: int = 2) -> str:
    """Any value as a label of at most `lines` lines of `width` characters, cut with an ellipsis.

    Examples
    --------
    >>> fitted("investment in technological transformation", width=24)
    'investment in\\ntechnological…'
    """
    wrapped = textwrap.wrap(printable(text), width, max_lines=lines, placeholder="…")
    return "\n".join(wrapped)


def name_rows(ax: Axes, names: Sequence[object]) -> None:
    """Name the rows 0, 1, 2 … of a chart, the first on top."""
    ax.set_yticks(range(len(names)), [fitted(name) for name in names])
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)


def write_beside(ax: Axes, row: int, text: str, x: float | None = None, gap_pt: float = 5) -> None:
    """Write a row's direct label right of `x`, or right of the axes; the layout makes room for it."""
    at, coords = ((x, row), "data") if x is not None else ((1, row), ("axes fraction", "data"))
    label = ax.annotate(text, at, (gap_pt, 0), xycoords=coords, textcoords="offset points", va="center", fontsize=9)
    label.set_annotation_clip(False)


def finish(ax: Axes, title: str, alt: str, x_label: str = "", note: str = "") -> Axes:
    """Give a drawn Axes its title, axis label and note, and keep its alt text as the Axes' label."""
    ax.set_title(fitted(title, TITLE_CHARACTERS), loc="left")
    below = [printable(x_label)] if x_label else []
    below += textwrap.wrap(printable(note), NOTE_CHARACTERS, break_on_hyphens=False)
    ax.set_xlabel("\n".join(below), loc="left")
    ax.set_label(alt)
    # Ticks that were there before, on an Axes of the caller's own, would still read $ as mathematics.
    for text in ax.findobj(Text):
        text.set_parse_math(False)
    return ax


def nothing(ax: Axes, title: str, why: str) -> Axes:
    """Write on an Axes, in one sentence, why there is nothing to draw."""
    ax.set_axis_off()
    ax.text(0, 1, "\n".join(textwrap.wrap(why, 80)), va="top", color=GREY, transform=ax.transAxes)
    return finish(ax, title, f"Nothing is drawn. {why}")


def left_out(n_rows: int, what: str) -> str:
    """The note on rows that a chart has no room for; empty when it has."""
    more = n_rows - MOST_ROWS
    return f"{more} more {what} are in the table." if more > 0 else ""
