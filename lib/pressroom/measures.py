"""Theme hits in, rates per thousand words with intervals out, for any group of speech and over time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from .speaking import group_columns, spoken

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .corpus import Corpus

OVER = ("auto", "conference", "turn", "sentence", "none")
UNIT_KEYS = {
    "conference": ["doc_id"],
    "turn": ["doc_id", "turn"],
    "sentence": ["doc_id", "turn", "sentence"],
}
LEAST_UNITS = 10  # fewer than this cannot be resampled: the interval would be an accident of the few
FEW_HITS, FEW_WORDS, FEW_CONFERENCES = 5, 1000, 5
N_RESAMPLES, SEED = 2000, 20240426
BLOCK = 2_000_000  # cells of resampled weights held at a time


def theme_rates(
    hits: pd.DataFrame,
    corpus: Corpus,
    by: str | Sequence[str] = ("doc_id",),
    per: int = 1000,
    themes: Sequence[str] | None = None,
    over: str = "auto",
    level: float = 0.95,
) -> pd.DataFrame:
    """How often each theme is named, for each group of speech, with an interval.

    The interval is the percentile bootstrap (Efron & Tibshirani, 1993) of the ratio of hits to words: whole
    units are drawn again, with replacement, because words inside one speech are no independent witnesses. The
    draws are the same every time. A theme without a hit has no spread to draw from; its upper end is that of a
    Poisson count of none.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `theme_hits`.
    corpus : Corpus
    by : str or sequence of str
        Columns of `pressroom.spoken`: `conference`, `speaker`, `kind`, `function`, `outlet_group`, `year`, or one
        of your own in `documents.csv`; empty for the whole corpus.
    per : int
        Words that the rate counts on; it names the column.
    themes : sequence of str, optional
        Themes to list; by default those of the hits. A theme without a hit in a group is listed with zeros.
    over : {"auto", "conference", "turn", "sentence", "none"}
        What is drawn again. `auto` takes for each group the largest unit of which it has at least ten.
    level : float
        Of the interval.

    Returns
    -------
    pandas.DataFrame
        One row a group and theme, highest rate first:

        - the columns of `by`, `theme`, `n_hits`, `n_words`, `rate_per_<per>` (hits per that many words);
        - `n_sentences` and `sentence_share_pct` : with at least one hit;
        - `n_turns`, `n_documents` : with at least one hit;
        - `rate_low`, `rate_high`, `interval_over` : the interval and what was drawn again for it;
        - `note` : what forbids reading much into the row; empty when nothing does.

    Raises
    ------
    KeyError
        If `by` names no column of `spoken`.
    ValueError
        If `over` is none of the five, or `level` is not between 0 and 1.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = pr.theme_hits(corpus, pr.Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> theme_rates(hits, corpus, themes=["nqpf"])[["n_hits", "n_words", "interval_over"]].values.tolist()
    [[6, 670, 'sentence']]
    """
    if over not in OVER:
        raise ValueError(f"cannot draw intervals over {over!r}; choose from {', '.join(OVER)}")
    if not 0 < level < 1:
        raise ValueError(f"an interval of level {level} does not exist; give one between 0 and 1, such as 0.95")
    turns = spoken(corpus).assign(_all=0)
    groups = group_columns(by, turns)
    keys = groups or ["_all"]
    listed = list(dict.fromkeys(themes if themes is not None else hits["theme"]))
    rows = []
    for values, members in turns.groupby(keys, dropna=False):
        sentences = corpus.sentences.merge(members[["doc_id", "turn"]], on=["doc_id", "turn"])
        inside = hits.merge(members[["doc_id", "turn"]], on=["doc_id", "turn"])
        unit = _unit(over, sentences, members)
        intervals = _intervals(inside, sentences, members, listed, unit, level)
        n_words = int(members["n_words"].sum())
        for theme in listed:
            of_theme = inside[inside["theme"] == theme]
            n_hits = len(of_theme)
            n_with = _distinct(of_theme, "sentence")
            low, high = (per * end for end in intervals[theme])
            rows.append(
                {
                    **dict(zip(keys, values if isinstance(values, tuple) else (values,), strict=True)),
                    "theme": theme,
                    "n_hits": n_hits,
                    "n_words": n_words,
                    f"rate_per_{per}": per * n_hits / n_words if n_words else math.nan,
                    "n_sentences": n_with,
                    "sentence_share_pct": 100 * n_with / len(sentences) if len(sentences) else math.nan,
                    "n_turns": _distinct(of_theme, "turn"),
                    "n_documents": _distinct(of_theme, "conference"),
                    "rate_low": low,
                    "rate_high": high,
                    "interval_over": unit,
                    "note": _note(n_hits, n_words, unit),
                }
            )
    table = _typed(rows, keys, per)
    table = table[[c for c in table.columns if c != "_all"]]
    return table.sort_values(
        [*groups, f"rate_per_{per}"], ascending=[True] * len(groups) + [False], kind="stable", ignore_index=True
    )


def theme_trend(
    hits: pd.DataFrame,
    corpus: Corpus,
    themes: Sequence[str] | None = None,
    per: int = 1000,
    over: str = "auto",
) -> pd.DataFrame:
    """The rate of each theme from conference to conference, by the day held.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `theme_hits`.
    corpus : Corpus
    themes, per, over
        As for `theme_rates`.

    Returns
    -------
    pandas.DataFrame
        One row a theme and conference, in order of `theme` and `held`: `theme, held, title`, and the columns of
        `theme_rates` by `doc_id`. `note` says so where there are fewer than five conferences, or no date.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = pr.theme_hits(corpus, pr.Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> theme_trend(hits, corpus, ["talent"]).loc[0, "held"]
    '2024-04-26'
    """
    rates = theme_rates(hits, corpus, by="doc_id", per=per, themes=themes, over=over)
    table = rates.merge(corpus.documents[["doc_id", "held", "title"]], on="doc_id", how="left")
    few = f"{len(corpus.documents)} of at least {FEW_CONFERENCES} conferences: no trend can be read"
    notes = [
        "; ".join(filter(None, [few if len(corpus.documents) < FEW_CONFERENCES else "", undated, note]))
        for note, undated in zip(table["note"], np.where(table["held"].isna(), "no date", ""), strict=True)
    ]
    first = ["theme", "held", "title"]
    table = table.assign(note=pd.Series(notes, dtype="str"))[[*first, *(c for c in rates.columns if c != "theme")]]
    return table.sort_values(["theme", "held", "doc_id"], kind="stable", ignore_index=True)


def _typed(rows: list[dict[str, object]], keys: list[str], per: int) -> pd.DataFrame:
    whole = ["n_hits", "n_words", "n_sentences", "n_turns", "n_documents"]
    number = [f"rate_per_{per}", "sentence_share_pct", "rate_low", "rate_high"]
    columns = [
        *keys,
        "theme",
        *whole[:2],
        number[0],
        whole[2],
        number[1],
        *whole[3:],
        *number[2:],
        "interval_over",
        "note",
    ]
    table = pd.DataFrame(rows, columns=columns)
    text = ["theme", "interval_over", "note"]
    types = dict.fromkeys(whole, "Int64") | dict.fromkeys(number, "float64") | dict.fromkeys(text, "str")
    return table.astype(types)


def _distinct(hits: pd.DataFrame, unit: str) -> int:
    return len(hits[UNIT_KEYS[unit]].drop_duplicates())


def _unit(over: str, sentences: pd.DataFrame, turns: pd.DataFrame) -> str:
    sizes = {"conference": turns["doc_id"].nunique(), "turn": len(turns), "sentence": len(sentences)}
    if over == "auto":
        return next((unit for unit, size in sizes.items() if size >= LEAST_UNITS), "none")
    return over if sizes.get(over, 0) >= LEAST_UNITS else "none"


def _intervals(
    hits: pd.DataFrame, sentences: pd.DataFrame, turns: pd.DataFrame, themes: list[str], unit: str, level: float
) -> dict[str, tuple[float, float]]:
    """For each theme the ends of the interval of hits per word; not a number where none can be drawn."""
    if unit == "none" or not themes:
        return dict.fromkeys(themes, (math.nan, math.nan))
    keys = UNIT_KEYS[unit]
    words = (sentences if unit == "sentence" else turns).groupby(keys, sort=True)["n_words"].sum()
    counted = hits.groupby([*keys, "theme"]).size().unstack("theme")
    counts = counted.reindex(index=words.index, columns=themes).fillna(0).to_numpy(dtype=float)
    drawn = _drawn_rates(counts, words.to_numpy(dtype=float))
    tail = (1 - level) / 2
    with np.errstate(invalid="ignore"):
        low, high = np.nanquantile(drawn, [tail, 1 - tail], axis=0)
    none = -math.log(tail) / words.sum()
    return {theme: (float(low[n]), float(high[n]) if counts[:, n].any() else none) for n, theme in enumerate(themes)}


def _drawn_rates(counts: NDArray[np.float64], words: NDArray[np.float64]) -> NDArray[np.float64]:
    """Units' hits (units x themes) and words in, the rate of each theme in each resample out."""
    n_units = len(words)
    random = np.random.default_rng(SEED)
    block = max(1, BLOCK // n_units)
    rates = []
    for done in range(0, N_RESAMPLES, block):
        size = min(block, N_RESAMPLES - done)
        weights = random.multinomial(n_units, np.full(n_units, 1 / n_units), size=size).astype(float)
        with np.errstate(divide="ignore", invalid="ignore"):
            rates.append((weights @ counts) / (weights @ words)[:, None])
    return np.concatenate(rates)


def _note(n_hits: int, n_words: int, unit: str) -> str:
    remarks = []
    if n_words < FEW_WORDS:
        remarks.append(f"fewer than {FEW_WORDS:,} words")
    if n_hits < FEW_HITS:
        remarks.append(f"fewer than {FEW_HITS} hits")
    if unit == "none":
        remarks.append(f"no interval: fewer than {LEAST_UNITS} units to draw from")
    if unit == "sentence":
        remarks.append("interval over sentences: how evenly this speech names it, not what another would")
    return "; ".join(remarks)
