"""Growth figures in, charts of them out: the reference period on the x axis, never the day it was said."""

from __future__ import annotations

import matplotlib.dates as mdates
import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..anchors import figure_places
from ..tables import GROWTH
from .canvas import (
    BLUE,
    FRAME_IN,
    GREY,
    PALE,
    WIDTH_IN,
    axes_for,
    figure_of,
    finish,
    fitted,
    name_rows,
    nothing,
    style,
    write_beside,
)
from .captions import alt_text
from .growth_points import growth_points, undrawn

MARKER_OF = {"growth_rate": "o", "pp_change": "D"}
LEADER = {"arrowstyle": "-", "color": PALE, "linewidth": 0.8, "shrinkA": 1, "shrinkB": 4, "relpos": (0, 0.5)}
MOST_LABELS = 30
FACET_IN = 0.9  # the height of a facet without its labels
LABEL_IN = 0.27  # the height that a direct label needs

# Order and names of the facets; a named base ("vs 2012") is a facet of its own kind.
BASES = {
    "year_on_year": "Year on year",
    "quarter_on_quarter": "Quarter on quarter",
    "month_on_month": "Month on month",
    "annual_average": "Annual average",
    "cumulative": "Cumulative",
    "vs": "Against a base that is named",
    "": "Base of comparison not stated",
}


@style()
def growth_figures(figures: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw growth rates and changes in points over the periods they are about.

    Parameters
    ----------
    figures : pandas.DataFrame
        From `pressroom.growth_figures`. Only `growth_rate` and `pp_change` are growth; 60 measures are not.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        A thin span from the period's start to its end with a marker at the end: a disc for a rate, a diamond
        for points; filled for what was achieved, hollow for a target. Growth that has no number or no period
        is named in a note below the axis.
    """
    title = "Growth figures by the period they are about"
    points = growth_points(figures)
    ax = ax if ax is not None else _own_axes(len(points))
    note = undrawn(figures)
    if points.empty:
        why = "No growth rate with a number and a period that can be resolved is stated in this corpus."
        return nothing(ax, title, f"{why} {note}".strip())
    _draw(ax, points)
    alt = _alt(points)
    left = len(points) - MOST_LABELS
    note = f"{note} {left} more markers are named in the table only." if left > 0 else note
    return finish(ax, title, alt, _key(points), note)


@style()
def growth_figures_by_basis(figures: pd.DataFrame) -> Figure:
    """Draw the growth figures in one facet for each base of comparison, on one axis of time.

    Parameters
    ----------
    figures : pandas.DataFrame
        From `pressroom.growth_figures`.

    Returns
    -------
    matplotlib.figure.Figure
        Year on year, quarter on quarter, cumulative and so on never share a y axis: they are not comparable.
    """
    points = growth_points(figures)
    facet = points["basis"].astype("object").fillna("").map(lambda basis: "vs" if basis[:3] == "vs " else basis)
    found = sorted(set(facet), key=lambda key: ([*BASES, key].index(key), key))
    if not found:
        return figure_of(growth_figures(figures))
    counts = [int((facet == key).sum()) for key in found]
    labels = [_labels(n, sum(counts)) for n in counts]
    heights = [FACET_IN + LABEL_IN * n for n in labels[:-1]] + [_height_in(labels[-1])]
    figure, grid = plt.subplots(
        len(found), 1, sharex=True, squeeze=False, figsize=(WIDTH_IN, sum(heights)), height_ratios=heights
    )
    for key, most, ax in zip(found, labels, grid[:, 0], strict=True):
        rows = points[facet == key]
        _draw(ax, rows, limits=points, most=most)
        last = key == found[-1]
        ax.tick_params(axis="x", labelbottom=last)
        unnamed = len(points) - sum(labels)
        more = f" {unnamed} more markers are named in the table only." if unnamed else ""
        note = f"{undrawn(figures)}{more}" if last else ""
        name = BASES.get(key, key)
        finish(ax, name, f"{name}. {_alt(rows)}", _key(points) if last else "", note)
        ax.set_title(name, loc="left", fontsize=10.5)
    figure.suptitle(
        "Growth figures, one field for each base of comparison", x=0.01, ha="left", fontsize=13, weight="bold"
    )
    return figure


def _own_axes(n_points: int) -> Axes:
    _, ax = plt.subplots(figsize=(WIDTH_IN, _height_in(n_points)))
    return ax


def _height_in(n_points: int) -> float:
    return FRAME_IN + LABEL_IN * min(n_points, MOST_LABELS) + 0.9 if n_points else FRAME_IN + 0.6


def _labels(n_points: int, n_all: int) -> int:
    """How many of a facet's points are named: all that a page has room for, shared out among the facets."""
    return n_points if n_all <= MOST_LABELS else min(n_points, max(3, MOST_LABELS * n_points // n_all))


def _key(points: pd.DataFrame) -> str:
    """The axis label, which says what the markers mean, as far as they occur."""
    kinds = set(points["kind"])
    one = "points" if kinds == {"pp_change"} else "per cent"
    height = "per cent (disc) or points (diamond)" if len(kinds) > 1 else one
    hollow = "; hollow: a target" if (points["status"] == "target").any() else ""
    return f"height: change in {height}; line: the period a figure is about{hollow}"


def _alt(points: pd.DataFrame) -> str:
    by_period = points.assign(
        _label=points["period_start"].astype(str).str[:10] + " to " + points["period_end"].astype(str).str[:10] + ":"
    )
    return alt_text(
        by_period,
        "Markers over reference periods",
        "growth",
        label="_label",
        value="shown",
        form="{}",
        order="change",
    )


def _draw(ax: Axes, points: pd.DataFrame, limits: pd.DataFrame | None = None, most: int = MOST_LABELS) -> None:
    """Spans, markers and at most `most` labels of the points; the x axis is as long as `limits` need."""
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.hlines(points["change"], points["from"], points["to"], color=BLUE, linewidth=1.2, alpha=0.7)
    for (kind, target), rows in points.groupby(["kind", points["status"].eq("target").fillna(False)]):
        markers = ax.scatter(
            rows["to"], rows["change"], s=46, zorder=3, marker=MARKER_OF[str(kind)], clip_on=False,
            facecolors="white" if target else BLUE, edgecolors=BLUE, linewidths=1.5,
        )  # fmt: skip
        if places := figure_places(rows):  # an SVG in reports/charts/ leads from a marker to its words
            markers.set_urls([f"../{place}" for place in places])
    _time_axis(ax, points if limits is None else limits)
    low, high = min(0.0, float(points["change"].min())), max(0.0, float(points["change"].max()))
    room = 0.08 * ((high - low) or 1.0)
    ax.set_ylim(low - (room if low < 0 else 0), high + room)
    ax.yaxis.set_major_formatter("{x:,.4g}")
    ax.grid(axis="y")
    _label_points(ax, points, most)


def _time_axis(ax: Axes, points: pd.DataFrame) -> None:
    """An axis of at least a year, in quarters or in years."""
    first, last = float(points["from"].min()), float(points["to"].max())
    missing = max(0.0, 366.0 - (last - first))
    ax.set_xlim(first - missing / 2 - 10, last + missing / 2 + 10)
    locator = mdates.AutoDateLocator(minticks=3, maxticks=7)
    ax.xaxis.set_major_locator(locator)
    years = (last - first) / 365.25
    form = mdates.DateFormatter("%Y" if years > 5 else "%b %Y")
    ax.xaxis.set_major_formatter(form)


def _label_points(ax: Axes, points: pd.DataFrame, most: int) -> None:
    """Write each label in the column right of the axis, at its value or as near as the next label allows."""
    rows = points.sort_values("change", kind="stable")
    if len(rows) > most:  # the ends of the field are what readers look for
        rows = pd.concat([rows.head(most // 2), rows.tail(most - most // 2)])
    low, high = ax.get_ylim()
    spread = _spread(((rows["change"] - low) / (high - low)).to_list(), 1 / max(len(rows), 8))
    for y, (to, change, shown) in zip(spread, rows[["to", "change", "shown"]].itertuples(index=False), strict=True):
        ax.annotate(
            fitted(shown, 46, 1) if len(shown) <= 46 else _shortened(shown), (to, change), (1.03, y),
            xycoords="data", textcoords="axes fraction", va="center", fontsize=8.5, annotation_clip=False,
            arrowprops=LEADER,
        )  # fmt: skip


def _shortened(shown: str, width: int = 46) -> str:
    """A label cut in the indicator, so that its number stays."""
    indicator, comma, number = shown.rpartition(", ")
    return fitted(indicator, max(width - len(number) - 2, 12), 1) + comma + number


def _spread(heights: list[float], gap: float) -> list[float]:
    """Ascending heights in, heights at least `gap` apart out, moved as little as stays within 0 and 1."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + gap) if placed else max(height, 0.0))
    ceiling = 1.0
    for n in range(len(placed) - 1, -1, -1):
        placed[n] = min(placed[n], ceiling)
        ceiling = placed[n] - gap
    return placed


@style()
def figure_kinds(figures: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw how many figures of each kind were found, as horizontal bars from zero.

    Parameters
    ----------
    figures : pandas.DataFrame
        From `pressroom.growth_figures`; its rows are counted by `kind`.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        Most frequent on top; what counts as growth is blue, everything else grey.
    """
    title = "Figures by kind: growth and everything else"
    counts = figures["kind"].value_counts(sort=False).rename_axis("kind").reset_index(name="n_figures")
    counts = counts.sort_values(["n_figures", "kind"], ascending=[False, True], ignore_index=True)
    ax = axes_for(len(counts), ax)
    if counts.empty:
        return nothing(ax, title, "No figure is stated in this corpus.")
    colours = [BLUE if kind in GROWTH else GREY for kind in counts["kind"]]
    ax.barh(range(len(counts)), counts["n_figures"], height=0.68, color=colours)
    for row, n_figures in enumerate(counts["n_figures"]):
        write_beside(ax, row, f"{n_figures:,}", n_figures)
    name_rows(ax, [str(kind).replace("_", " ") for kind in counts["kind"]])
    ax.set_xlim(0, int(counts["n_figures"].max()))
    ax.xaxis.set_visible(False)
    ax.spines["bottom"].set_visible(False)
    alt = alt_text(counts, "Horizontal bar chart", "number of figures of each kind", label="kind", value="n_figures")
    return finish(ax, title, alt)
