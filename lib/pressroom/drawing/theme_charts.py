"""Tables of themes and questions in, an Axes out: keyness, trend, co-occurrence, terms, outlets, answers."""

from __future__ import annotations

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from .canvas import (
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
    style,
    write_beside,
)
from .captions import alt_text


@style()
def theme_keyness(
    keyed: pd.DataFrame, ax: Axes | None = None, target: str = "officials", reference: str = "journalists"
) -> Axes:
    """Draw what one group says more often than another: the log ratio as a dot, with its interval.

    Parameters
    ----------
    keyed : pandas.DataFrame
        From `pressroom.theme_keyness` or `pressroom.word_keyness`: `theme` or `item`, `n_target, n_reference,
        log_likelihood, log_ratio, log_ratio_low, log_ratio_high`; a column `label` names the themes in words.
    ax : matplotlib.axes.Axes, optional
    target, reference : str
        The two groups as the chart should name them.

    Returns
    -------
    matplotlib.axes.Axes
        At most 25 rows, those with the highest log-likelihood, the highest log ratio on top. Blue where the whole
        interval is on the target's side, vermilion where it is on the other, grey where it holds nought.
    """
    what, verb = ("themes", "name") if "theme" in keyed else ("words", "say")
    title = f"Which {what} {target} {verb} more than {reference} do"
    rows = keyed.sort_values("log_likelihood", ascending=False, kind="stable").head(MOST_ROWS)
    rows = rows.sort_values("log_ratio", ascending=False, kind="stable")
    ax = axes_for(len(rows), ax)
    if rows.empty:
        return nothing(ax, title, f"There is nothing that {target} or {reference} say, so nothing to compare.")
    low, middle, high = (rows[c].astype(float).to_numpy() for c in ("log_ratio_low", "log_ratio", "log_ratio_high"))
    colours = np.select([low > 0, high < 0], [BLUE, VERMILION], GREY).tolist()
    y = np.arange(len(rows))
    ax.axvline(0, color=PALE, linewidth=1)
    ax.hlines(y, low, high, color=colours, linewidth=2, label="interval")
    ax.scatter(middle, y, s=52, color=colours, zorder=3)
    for row, (n, m) in enumerate(zip(rows["n_target"], rows["n_reference"], strict=True)):
        write_beside(ax, row, f"{int(n):,} and {int(m):,} times")
    name = next(c for c in ("label", "theme", "item") if c in rows)
    name_rows(ax, list(rows[name]))
    ax.tick_params(axis="x", length=0)
    ax.grid(axis="x")
    alt = alt_text(
        rows, "Dot plot", f"log ratio, {target} over {reference}", label=name, value="log_ratio", form="{:+.1f}"
    )
    x_label = f"log ratio: 1 is twice as often by {target}, -1 twice as often by {reference}"
    return finish(ax, title, alt, x_label, " ".join([_said_of_all(rows), left_out(len(keyed), what)]).strip())


@style()
def theme_trend(trend: pd.DataFrame, theme: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw one theme's rate from conference to conference: a marker at each day held, with its interval.

    Parameters
    ----------
    trend : pandas.DataFrame
        From `pressroom.theme_trend`: `theme, held, n_hits, rate_per_1000, rate_low, rate_high`.
    theme : str, optional
        Which theme; by default the one with most hits.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        Markers without a line: between two conferences nobody spoke. A conference without a date is not drawn.

    Raises
    ------
    ValueError
        If the table has no such theme; the message lists those it has.
    """
    there = list(dict.fromkeys(trend["theme"]))
    if theme is not None and theme not in there:
        raise ValueError(f"no theme {theme!r} in the table; it has {', '.join(map(str, there)) or 'none'}")
    if theme is None and there:
        theme = str(trend.groupby("theme", sort=False)["n_hits"].sum().astype(int).idxmax())
    of_theme = trend[trend["theme"] == theme]
    name = of_theme["label"].iloc[0] if "label" in trend and len(of_theme) else theme
    title = f"How often {name} is named at each conference"
    dated = of_theme.dropna(subset=["held", "rate_per_1000"])
    ax = axes_for(7, ax)
    if dated.empty:
        return nothing(ax, "How often a theme is named at each conference", "No conference has a date and a hit.")
    days, rates = pd.to_datetime(dated["held"]), dated["rate_per_1000"].astype(float)
    ax.vlines(days, dated["rate_low"].astype(float), dated["rate_high"].astype(float), color=BLUE, label="interval")
    ax.scatter(days, rates, s=52, color=BLUE, zorder=3)
    ax.set_ylim(0, max(float(np.nanmax([rates, dated["rate_high"].astype(float)])) * 1.1, 1.0))
    locator = mdates.AutoDateLocator(minticks=2, maxticks=7)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(locator))
    if len(dated) == 1:  # a single day has no width of its own
        ax.set_xlim(days.iloc[0] - pd.Timedelta(days=30), days.iloc[0] + pd.Timedelta(days=30))
        ax.set_xticks([days.iloc[0]], [f"{days.iloc[0].day} {days.iloc[0]:%B %Y}"])
    ax.grid(axis="y")
    alt = alt_text(
        dated,
        "Markers over time",
        f"hits of {name} per 1,000 words",
        label="held",
        value="rate_per_1000",
        form="{:.1f}",
    )
    return finish(ax, title, alt, "day held; hits per 1,000 words", _said_of_all(dated))


@style()
def theme_cooccurrence(pairs: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw how often two themes are named together, beside how often chance would have them together.

    Parameters
    ----------
    pairs : pandas.DataFrame
        From `pressroom.theme_cooccurrence`: `theme, other, n_both, n_expected`.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        A filled dot for what was counted, a hollow one for what chance would give; most often together on top.
    """
    title = "Themes named together, and how often by chance"
    rows = pairs.sort_values("n_both", ascending=False, kind="stable").head(MOST_ROWS)
    ax = axes_for(len(rows), ax)
    if rows.empty:
        return nothing(ax, title, "No two themes are named together in this corpus.")
    both, chance, y = rows["n_both"].astype(float), rows["n_expected"].astype(float), np.arange(len(rows))
    ax.hlines(y, chance, both, color=PALE, linewidth=1)
    ax.scatter(chance, y, s=44, facecolor="white", edgecolor=GREY, zorder=3)
    ax.scatter(both, y, s=52, color=BLUE, zorder=4)
    for row, (n, expected) in enumerate(zip(both, chance, strict=True)):
        write_beside(ax, row, f"{n:.0f} (by chance {expected:.1f})")
    one, other = ("label", "other_label") if {"label", "other_label"} <= set(rows.columns) else ("theme", "other")
    rows = rows.assign(_label=rows[one].astype(object) + " and " + rows[other].astype(object))
    name_rows(ax, list(rows["_label"]))
    right = max(float(both.max()), float(chance.max())) * 1.05
    ax.set_xlim(-0.02 * right, right)  # a dot near nought is whole
    ax.tick_params(axis="x", length=0)
    ax.grid(axis="x")
    alt = alt_text(
        rows, "Dot plot", "times two themes are named together", label="_label", value="n_both", form="{:.0f}"
    )
    return finish(ax, title, alt, "times together; hollow: expected by chance", left_out(len(pairs), "pairs"))


@style()
def theme_terms(terms: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw the terms behind the themes: hits of each term as a horizontal bar from zero.

    Parameters
    ----------
    terms : pandas.DataFrame
        From `pressroom.theme_terms`: `theme, term, n_hits`. Give the rows of one theme to see what carries it.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        Most hits on top, at most 25 bars; of several themes each row names its own.
    """
    title = "Which terms carry the themes: hits of each term"
    rows = terms.sort_values("n_hits", ascending=False, kind="stable").head(MOST_ROWS)
    ax = axes_for(len(rows), ax)
    if rows.empty:
        return nothing(ax, title, "No theme of the codebook is named in this corpus.")
    several = rows["theme"].nunique() > 1
    label = rows["term"].astype(object) + (", " + rows["theme"].astype(object) if several else "")
    return _bars(rows.assign(_label=label), "n_hits", "hit", ax, title, "number of hits", left_out(len(terms), "terms"))


@style()
def outlet_questions(outlets: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw who is called on: turns that ask a question, by group of outlets, as horizontal bars from zero.

    Parameters
    ----------
    outlets : pandas.DataFrame
        From `pressroom.asking_outlets`, by `outlet_group`, by `outlet`, or by both: `n_turns`.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        Most turns on top, at most 25 bars.
    """
    title = "Who is called on: turns that ask a question"
    rows = outlets.sort_values("n_turns", ascending=False, kind="stable").head(MOST_ROWS)
    ax = axes_for(len(rows), ax)
    if rows.empty:
        return nothing(ax, title, "Nobody asks a question in this corpus.")
    named = [c for c in ("outlet", "outlet_group") if c in rows] or [str(rows.columns[0])]
    parts = [rows[c].astype(object).fillna("not known").astype(str).str.replace("_", " ") for c in named]
    label = parts[0] if len(parts) == 1 else parts[0] + ", " + parts[1]
    return _bars(
        rows.assign(_label=label), "n_turns", "turn", ax, title, "turns that ask", left_out(len(outlets), "rows")
    )


@style()
def questions_and_answers(asked: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw each question's words to the left and those of its answers to the right.

    Parameters
    ----------
    asked : pandas.DataFrame
        From `pressroom.asked_questions`: `asker, n_words, n_words_answers`, in the order asked.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        The first question on top, at most 25 rows; vermilion asks, blue answers.
    """
    title = "Every question and its answers, by number of words"
    rows = asked.head(MOST_ROWS)
    ax = axes_for(len(rows), ax)
    if rows.empty:
        return nothing(ax, title, "Nobody asks a question in this corpus.")
    said, given = rows["n_words"].astype(float).to_numpy(), rows["n_words_answers"].astype(float).to_numpy()
    y = np.arange(len(rows))
    ax.barh(y, -said, height=0.68, color=VERMILION)
    ax.barh(y, given, height=0.68, color=BLUE)
    ax.axvline(0, color=GREY, linewidth=0.8)
    for row, (n, m) in enumerate(zip(said, given, strict=True)):
        write_beside(ax, row, f"{n:,.0f} asked, {m:,.0f} answered")
    name_rows(ax, list(rows["asker"]))
    ax.set_xlim(-max(said.max(), 1) * 1.05, max(given.max(), 1) * 1.05)
    ax.xaxis.set_major_formatter(lambda x, _: f"{abs(x):,.0f}")
    ax.tick_params(axis="x", length=0)
    ax.grid(axis="x")
    alt = alt_text(
        rows,
        "Bars to both sides of zero",
        "words that answer each question",
        label="asker",
        value="n_words_answers",
        form="{:,.0f}",
    )
    return finish(
        ax, title, alt, "words: the question to the left, its answers to the right", left_out(len(asked), "questions")
    )


def _said_of_all(rows: pd.DataFrame) -> str:
    """What the notes of all rows have in common, as a sentence: it is true of the chart."""
    notes = [note.split("; ") for note in rows["note"]] if "note" in rows else [[]]
    shared = "; ".join(part for part in notes[0] if part and all(part in note for note in notes))
    return f"{shared[:1].upper()}{shared[1:]}." if shared else ""


def _bars(rows: pd.DataFrame, value: str, noun: str, ax: Axes, title: str, x_label: str, note: str) -> Axes:
    widths = rows[value].astype(float).tolist()
    ax.barh(range(len(rows)), widths, height=0.68, color=BLUE)
    for row, width in enumerate(widths):
        write_beside(ax, row, counted(int(width), noun), width)
    name_rows(ax, list(rows["_label"]))
    ax.set_xlim(0, max(*widths, 1.0))
    ax.tick_params(axis="x", length=0)
    ax.grid(axis="x")
    alt = alt_text(rows, "Horizontal bar chart", x_label, label="_label", value=value, form="{:,.0f}")
    return finish(ax, title, alt, x_label, note)
