"""A table in, an Axes out: the charts of shares, themes and parts; those of growth are in `drawing`.

A chart draws the numbers of its table and works out none. Without an `ax` it makes a figure of its own, as
high as its rows need. A table without rows gives an Axes with one sentence that says why nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from .drawing.canvas import (
    BLUE,
    GREY,
    MOST_ROWS,
    PALE,
    VERMILION,
    axes_for,
    counted,
    finish,
    left_out,
    name_rows,
    nothing,
    printable,
    style,
    write_beside,
)
from .drawing.captions import Picture, alt_text, described, save, show, source_line
from .drawing.growth_charts import figure_kinds, growth_figures, growth_figures_by_basis
from .drawing.theme_charts import (
    outlet_questions,
    questions_and_answers,
    theme_cooccurrence,
    theme_keyness,
    theme_terms,
    theme_trend,
)

# Answers and questions are the two sides of a press conference; everybody else is the frame around them.
COLOUR_OF = {
    "official": BLUE, "answer": BLUE, "statement": BLUE, "speech": BLUE,
    "journalist": VERMILION, "question": VERMILION, "label": VERMILION,
}  # fmt: skip
GROUPS = ("function", "kind", "speaker", "outlet_group", "doc_id")  # what a table of themes may be cut by


def speaker_share(shares: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw each speaker's share of all words as a horizontal bar from zero.

    Parameters
    ----------
    shares : pandas.DataFrame
        From `pressroom.speaker_share`: `speaker`, `kind`, `n_words`, `share_pct`. A speaker who is null is
        drawn as `unnamed` and the kind.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        Most words on top, at most 25 bars, blue for officials, vermilion for journalists, grey for others.

    Examples
    --------
    >>> rows = {"speaker": ["Sun Peili", None], "kind": ["official", "journalist"]}
    >>> ax = speaker_share(pd.DataFrame({**rows, "n_words": [90, 10], "share_pct": [90.0, 10.0]}))
    >>> [text.get_text() for text in ax.get_yticklabels()]
    ['Sun Peili, official', 'unnamed journalist']
    """
    named = shares["speaker"].astype("object").fillna("unnamed " + shares["kind"].astype("object"))
    rows = shares.assign(speaker=named)
    pairs = zip(rows["speaker"], rows["kind"], strict=True)
    labels = [who if str(kind) in str(who) else f"{who}, {kind}" for who, kind in pairs]
    rows = rows.assign(_label=labels)
    return _share_bars(rows, "kind", "Who spoke how much: each speaker's share of all words", "speakers", ax)


def kind_share(shares: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw the share of all words by kind of speaker, or by what was said: questions apart from answers.

    Parameters
    ----------
    shares : pandas.DataFrame
        From `pressroom.speaker_share` by `kind` or by `function`, with `n_words` and `share_pct`.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        Horizontal bars from zero, most words on top.
    """
    column = "function" if "function" in shares else "kind"
    title = {
        "function": "Questions, answers and the rest: their share of all words",
        "kind": "Who spoke how much: share of all words by kind of speaker",
    }[column]
    return _share_bars(shares.assign(_label=shares[column]), column, title, "kinds", ax)


@style()
def _share_bars(shares: pd.DataFrame, colour_by: str, title: str, what: str, ax: Axes | None) -> Axes:
    ranked = shares.sort_values("n_words", ascending=False, kind="stable")
    rows = ranked.head(MOST_ROWS)
    ax = axes_for(len(rows), ax)
    if rows.empty:
        return nothing(ax, title, "Nobody speaks in this corpus, so there is no share of speech to draw.")
    widths = rows["share_pct"].astype(float).tolist()
    colours = [COLOUR_OF.get(str(kind), GREY) for kind in rows[colour_by]]
    ax.barh(range(len(rows)), widths, height=0.68, color=colours)
    for row, (width, n_words) in enumerate(zip(widths, rows["n_words"], strict=True)):
        text = f"{width:.1f}% ({counted(n_words, 'word')})"
        write_beside(ax, row, text, width)
    name_rows(ax, list(rows["_label"]))
    ax.set_xlim(0, max(*widths, 1.0))
    ax.xaxis.set_visible(True)
    ax.tick_params(axis="x", length=0)
    ax.xaxis.set_major_formatter("{x:.0f}%")
    ax.grid(axis="x")
    alt = alt_text(
        ranked,
        "Horizontal bar chart",
        "share of all words",
        label="_label",
        value="share_pct",
        form="{:.1f}%",
    )
    return finish(ax, title, alt, "share of all words, per cent", left_out(len(shares), what))


@style()
def theme_rates(rates: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw how often each theme is named per 1,000 words as a dot.

    Parameters
    ----------
    rates : pandas.DataFrame
        From `pressroom.theme_rates`: `theme`, `n_hits`, `rate_per_1000`; a column `label` names the themes in
        words; columns `rate_low` and `rate_high` are drawn as an interval. Where the table is cut by
        `function`, `kind`, `speaker`, `outlet_group` or `doc_id`, each row's label says which it is.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        Highest rate on top, at most 25 dots, each with its rate and number of hits.
    """
    title = "How often each theme is named, for every 1,000 words"
    ranked = _named_themes(rates).sort_values("rate_per_1000", ascending=False, kind="stable")
    rows = ranked.head(MOST_ROWS)
    ax = axes_for(len(rows), ax)
    if rows.empty:
        return nothing(ax, title, "No theme of the codebook is named in this corpus.")
    cut = next((c for c in GROUPS if c in rows and rows[c].nunique() > 1), None)
    colours = [COLOUR_OF.get(str(group), GREY) for group in rows[cut]] if cut else [BLUE] * len(rows)
    dots, y = rows["rate_per_1000"].astype(float).to_numpy(), np.arange(len(rows))
    right = dots
    ax.hlines(y, 0, dots, color=PALE, linewidth=1)
    if {"rate_low", "rate_high"} <= set(rows.columns):
        right = rows["rate_high"].astype(float).to_numpy()
        ax.hlines(y, rows["rate_low"].astype(float), right, color=colours, linewidth=2, label="interval")
    ax.scatter(dots, y, s=52, color=colours, zorder=3)
    for row, (dot, end, n_hits) in enumerate(zip(dots, right, rows["n_hits"], strict=True)):
        text = f"{dot:.1f} ({counted(n_hits, 'hit')})"
        write_beside(ax, row, text, float(max(dot, end)), gap_pt=8)
    name_rows(ax, list(rows["_label"]))
    ax.set_xlim(0, max(float(np.nanmax([dots, right])) * 1.02, 1.0))
    ax.tick_params(axis="x", length=0)
    ax.grid(axis="x")
    alt = alt_text(ranked, "Dot plot", "hits per 1,000 words", label="_label", value="rate_per_1000", form="{:.1f}")
    return finish(ax, title, alt, "hits per 1,000 words", left_out(len(rates), "rows"))


def _named_themes(table: pd.DataFrame) -> pd.DataFrame:
    """The table with a column `_label`: the theme in words and the group it is cut by."""
    label = (table["label"] if "label" in table else table["theme"]).astype("object")
    for column in GROUPS:
        if column in table and table[column].nunique() > 1:
            label = label + ", " + table[column].astype("object").fillna("not known")
    return table.assign(_label=label)


@style()
def theme_dispersion(hits: pd.DataFrame, words: int | Sequence[int], ax: Axes | None = None) -> Axes:
    """Draw where in the speech each theme is named: a barcode strip a theme.

    Parameters
    ----------
    hits : pandas.DataFrame
        One row a hit: `theme`, `position` (the number of words spoken before it, from the start of the first
        document on), and, if themes are to be named in words, `label`.
    words : int or sequence of int
        The number of words of the document, or of each document in order; documents are laid end to end and a
        dashed line is drawn where a new one begins.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        The theme with most hits on top, at most 25 strips.
    """
    title = "Where in the speech each theme is named"
    lengths = [int(words)] if isinstance(words, int | np.integer) else [int(n) for n in words]
    named = _named_themes(hits[[c for c in ("theme", "label", "position") if c in hits]])
    counts = named["_label"].value_counts().rename_axis("_label").reset_index(name="n_hits")
    rows = counts.head(MOST_ROWS)
    ax = axes_for(len(rows), ax)
    if rows.empty:
        return nothing(ax, title, "No theme of the codebook is named in this corpus.")
    strips = [named.loc[named["_label"] == label, "position"].astype(float) for label in rows["_label"]]
    ax.eventplot(strips, lineoffsets=range(len(rows)), linelengths=0.66, linewidths=1.4, colors=BLUE)
    ax.vlines(np.cumsum(lengths)[:-1], -0.6, len(rows) - 0.4, color=GREY, linewidth=0.7, linestyle="--")
    for row, n_hits in enumerate(rows["n_hits"]):
        write_beside(ax, row, counted(n_hits, "hit"))
    name_rows(ax, list(rows["_label"]))
    ax.set_xlim(0, max(sum(lengths), 1))
    ax.xaxis.set_major_formatter("{x:,.0f}")
    alt = alt_text(
        counts, "Barcode strips", "number of places where each theme is named", label="_label", value="n_hits"
    )
    x_label = "words from the start" + (" of the first conference" if len(lengths) > 1 else "")
    return finish(ax, title, alt, x_label, left_out(len(counts), "themes"))


@style()
def parts_strip(parts: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw what every stretch of the pages is: one strip a kind of part, in the order of the text.

    Parameters
    ----------
    parts : pandas.DataFrame
        The ledger `corpus.parts`: `doc_id, start, end, part`. Documents are laid end to end.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        The kind with most characters on top; its number of characters stands at the right.
    """
    title = "What the pages hold: speech, and what is not speech"
    rows = parts.assign(n_characters=parts["end"] - parts["start"])
    sizes = rows.groupby("part")["n_characters"].sum().sort_values(ascending=False, kind="stable").reset_index()
    ax = axes_for(len(sizes), ax)
    if rows.empty:
        return nothing(ax, title, "The ledger has no rows: no page was read.")
    lengths = rows.groupby("doc_id", sort=False)["end"].max()
    begins = rows["doc_id"].map(lengths.cumsum() - lengths)
    for row, part in enumerate(sizes["part"]):
        of_part = rows["part"] == part
        spans = list(zip((begins + rows["start"])[of_part], rows["n_characters"][of_part], strict=True))
        colour = COLOUR_OF.get(str(part), GREY)
        # The edge keeps a part of a few characters visible on a page of many thousand.
        ax.broken_barh(spans, (row - 0.33, 0.66), facecolor=colour, edgecolor=colour, linewidth=0.8)
        write_beside(ax, row, counted(sizes["n_characters"][row], "character"))
    name_rows(ax, [printable(part).replace("_", " ") for part in sizes["part"]])
    ax.set_xlim(0, int(lengths.sum()))
    ax.xaxis.set_major_formatter("{x:,.0f}")
    alt = alt_text(
        sizes, "Strips along the text", "characters of each kind of part", label="part", value="n_characters",
        form="{:,.0f}",
    )  # fmt: skip
    return finish(ax, title, alt, "characters from the start of the text")


__all__ = [
    "Picture", "alt_text", "described", "figure_kinds", "growth_figures", "growth_figures_by_basis",
    "kind_share", "outlet_questions", "parts_strip", "questions_and_answers", "save", "show", "source_line",
    "speaker_share", "theme_cooccurrence", "theme_dispersion", "theme_keyness", "theme_rates", "theme_terms",
    "theme_trend",
]  # fmt: skip
