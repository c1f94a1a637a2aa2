"""Theme hits in, rates per thousand words with intervals out, for any group of speech and over time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..speaking import group_columns, spoken

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..corpus import Corpus

OVER = ("auto", "conference", "turn", "sentence", "none")
UNIT_KEYS = {
    "conference": ["doc_id"],
    "turn": ["doc_id", "turn"],
    "sentence": ["doc_id", "turn", "sentence"],
}
LEAST_UNITS = 10  # fewer than this cannot be resampled: the interval would be an accident of the few
FEW_HITS, FEW_WORDS, FEW_CONFERENCES = 5, 1000, 5
N_RESAMPLES, SEED = 2000, 20240426
COUNTS, ENDS = ("n_hits", "n_sentences", "n_turns", "n_documents"), ("rate_low", "rate_high", "interval_over")
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
    turns = spoken(corpus)
    groups = group_columns(by, turns)
    turns = turns.assign(_group=turns.groupby(groups, dropna=False).ngroup() if groups else 0)
    listed = list(dict.fromkeys(themes if themes is not None else hits["theme"]))
    of_turn = turns[["doc_id", "turn", "_group"]]
    sentences = corpus.sentences.merge(of_turn, on=["doc_id", "turn"])
    found = hits[hits["theme"].isin(listed)].merge(of_turn, on=["doc_id", "turn"])
    table = _sizes(turns, sentences, groups).merge(pd.DataFrame({"theme": listed}, dtype="str"), how="cross")
    table = table.merge(_counts(found), on=["_group", "theme"], how="left")
    ends = _ends(found, sentences, turns, listed, over, level)
    drawn = pd.DataFrame(ends, columns=["_group", "theme", *ENDS]).astype({"_group": "int64", "theme": "str"})
    table = table.merge(drawn, on=["_group", "theme"])
    table = table.fillna(dict.fromkeys(COUNTS, 0)).astype(dict.fromkeys(COUNTS, "Int64"))
    rate = f"rate_per_{per}"
    table = table.assign(
        **{rate: (per * table["n_hits"] / table["n_words"]).astype("float64")},
        sentence_share_pct=(100 * table["n_sentences"] / table["_n_sentences"]).astype("float64"),
        rate_low=per * table["rate_low"].astype("float64"),
        rate_high=per * table["rate_high"].astype("float64"),
        note=pd.Series(map(_note, table["n_hits"], table["n_words"], table["interval_over"]), dtype="str"),
    )
    columns = ["theme", "n_hits", "n_words", rate, "n_sentences", "sentence_share_pct", "n_turns", "n_documents", *ENDS]
    return table[[*groups, *columns, "note"]].sort_values(
        [*groups, rate], ascending=[True] * len(groups) + [False], kind="stable", ignore_index=True
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
    n_held = rates["doc_id"].nunique()  # a page on which nobody speaks has no rate
    few = (
        f"{n_held} of at least {FEW_CONFERENCES} conferences: no trend can be read" if n_held < FEW_CONFERENCES else ""
    )
    notes = [
        "; ".join(filter(None, [few, undated, note]))
        for note, undated in zip(table["note"], np.where(table["held"].isna(), "no date", ""), strict=True)
    ]
    first = ["theme", "held", "title"]
    table = table.assign(note=pd.Series(notes, dtype="str"))[[*first, *(c for c in rates.columns if c != "theme")]]
    return table.sort_values(["theme", "held", "doc_id"], kind="stable", ignore_index=True)


def _sizes(turns: pd.DataFrame, sentences: pd.DataFrame, groups: list[str]) -> pd.DataFrame:
    """The columns of `by`, words and sentences of each group."""
    n_words = turns.groupby("_group")["n_words"].sum()
    n_sentences = sentences.groupby("_group").size().rename("_n_sentences")
    named = turns.drop_duplicates("_group").set_index("_group")[groups]
    return named.join(n_words).join(n_sentences).fillna({"_n_sentences": 0}).reset_index()


def _counts(found: pd.DataFrame) -> pd.DataFrame:
    """Hits of each group and theme, and the sentences, turns and conferences that have one."""
    keys = ["_group", "theme"]
    counted = [found.groupby(keys).size().rename("n_hits")]
    for name, unit in (("n_sentences", "sentence"), ("n_turns", "turn"), ("n_documents", "conference")):
        counted.append(found.drop_duplicates([*keys, *UNIT_KEYS[unit]]).groupby(keys).size().rename(name))
    return pd.concat(counted, axis=1).reset_index()


def _ends(
    found: pd.DataFrame, sentences: pd.DataFrame, turns: pd.DataFrame, themes: list[str], over: str, level: float
) -> list[tuple[int, str, float, float, str]]:
    """For each group and theme the ends of its interval, in hits per word, and what was drawn again."""
    hits_of = dict(list(found.groupby("_group")))
    sentences_of = dict(list(sentences.groupby("_group")))
    rows = []
    for group, members in turns.groupby("_group"):
        said = sentences_of.get(group, sentences.head(0))
        unit = _unit(over, said, members)
        intervals = _intervals(hits_of.get(group, found.head(0)), said, members, themes, unit, level)
        rows += [(group, theme, *intervals[theme], unit) for theme in themes]
    return rows


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
