"""Two groups of speech in, the words or themes that one uses more than the other out, with an interval."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

import pandas as pd

from ..speaking import FUNCTIONS, group_columns, spoken
from .lexical import word_ngrams

if TYPE_CHECKING:
    from ..corpus import Corpus

FEW_HITS, FEW_WORDS, FEW_TURNS = 5, 1000, 5
NONE = 0.5  # what a count of none is taken for in a ratio (Hardie, 2014)
COLUMNS = (
    "n_target", "n_reference", "rate_target_per_1000", "rate_reference_per_1000", "log_likelihood", "p_value",
    "p_adjusted", "log_ratio", "log_ratio_low", "log_ratio_high", "n_turns_target", "n_turns_reference", "note",
)  # fmt: skip


def word_keyness(
    corpus: Corpus,
    target: str | Sequence[str] = "official",
    reference: str | Sequence[str] | None = "journalist",
    by: str = "kind",
    n: int = 1,
    least: int = 3,
    level: float = 0.95,
) -> pd.DataFrame:
    """The words that one group of speakers uses more, or less, than another.

    Log-likelihood says how sure a difference is (Rayson & Garside, 2000), the log ratio how large (Hardie,
    2014): 1 is twice as often, 2 four times, -1 half as often. The interval of the log ratio and the p-value take
    each word for an independent draw; a word that one speaker repeats makes both too sure, so `n_turns_target`
    stands beside them.

    Parameters
    ----------
    corpus : Corpus
    target, reference : str or sequence of str
        Values of the column `by`; for the reference null takes everybody else.
    by : str
        A column of `pressroom.spoken`: `kind`, `speaker`, `outlet_group`, `year`, or one of your own.
    n : int
        1 for words, 2 for pairs of words that follow each other in a sentence …
    least : int
        Words said fewer times by the two together are not compared.
    level : float
        Of the interval of the log ratio.

    Returns
    -------
    pandas.DataFrame
        One row a word, in small letters, most certain difference first:

        - `item`, `n_target`, `n_reference`, `rate_target_per_1000`, `rate_reference_per_1000`;
        - `log_likelihood`, `p_value` : of one word alone; `p_adjusted` : for having looked at all (Holm, 1979);
        - `log_ratio`, `log_ratio_low`, `log_ratio_high` : base 2, a count of none taken for 0.5;
        - `n_turns_target`, `n_turns_reference` : turns that have the word;
        - `note` : what forbids reading much into the row.

    Raises
    ------
    KeyError
        If `by` is no column of `spoken`.
    ValueError
        If a group is not there or the two share turns; the message lists the groups.

    Examples
    --------
    >>> import pressroom as pr
    >>> words = word_keyness(pr.read(pr.project_path("seeds")), least=4).set_index("item")
    >>> words.loc["will", ["n_target", "n_reference"]].tolist()
    [22, 1]
    """
    a, b = _groups(corpus, target, reference, by)
    sentences = corpus.sentences[["doc_id", "turn", "text"]]
    counts = [_counted(sentences.merge(g[["doc_id", "turn"]], on=["doc_id", "turn"]), n) for g in (a, b)]
    sizes = (sum(counts[0][0].values()), sum(counts[1][0].values()))
    items = sorted(i for i in {*counts[0][0], *counts[1][0]} if counts[0][0][i] + counts[1][0][i] >= least)
    return _compared(items if all(sizes) else [], counts[0], counts[1], sizes, level).rename(columns={"theme": "item"})


def theme_keyness(
    hits: pd.DataFrame,
    corpus: Corpus,
    target: str | Sequence[str] = "official",
    reference: str | Sequence[str] | None = "journalist",
    by: str = "kind",
    themes: Sequence[str] | None = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """The themes that one group of speakers names more, or less, than another.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `theme_hits`.
    corpus : Corpus
    target, reference, by, level
        As for `word_keyness`.
    themes : sequence of str, optional
        Themes to list; by default those of the hits.

    Returns
    -------
    pandas.DataFrame
        The columns of `word_keyness`, with `theme` for `item`; rates are hits per 1,000 words.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = pr.theme_hits(corpus, pr.Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> theme_keyness(hits, corpus, themes=["nqpf"]).loc[0, ["n_target", "n_reference"]].tolist()
    [4, 2]
    """
    a, b = _groups(corpus, target, reference, by)
    counts = []
    for group in (a, b):
        inside = hits.merge(group[["doc_id", "turn"]], on=["doc_id", "turn"])
        turns = inside.drop_duplicates(["doc_id", "turn", "theme"])
        counts.append((Counter(inside["theme"]), Counter(turns["theme"])))
    sizes = (int(a["n_words"].sum()), int(b["n_words"].sum()))
    listed = list(dict.fromkeys(themes if themes is not None else hits["theme"]))
    return _compared(listed if all(sizes) else [], counts[0], counts[1], sizes, level)


def log_likelihood(n_target: float, n_reference: float, size_target: float, size_reference: float) -> float:
    """Two counts and the sizes they are counts of in, the log-likelihood of their difference out.

    Examples
    --------
    >>> round(log_likelihood(20, 10, 1000, 1000), 2)
    3.4
    """
    share = (n_target + n_reference) / (size_target + size_reference)
    pairs = ((n_target, share * size_target), (n_reference, share * size_reference))
    return max(0.0, 2 * sum(n * math.log(n / expected) for n, expected in pairs if n))


def log_ratio(
    n_target: float, n_reference: float, size_target: float, size_reference: float, level: float = 0.95
) -> tuple[float, float, float]:
    """Two counts and their sizes in, the log ratio of their rates and the two ends of its interval out.

    Examples
    --------
    >>> [round(x, 2) for x in log_ratio(20, 10, 1000, 1000)]
    [1.0, -0.09, 2.09]
    """
    a, b = n_target or NONE, n_reference or NONE
    middle = math.log2((a / size_target) / (b / size_reference))
    # The standard error of the logarithm of a ratio of two rates, as of a relative risk (Katz et al., 1978).
    error = math.sqrt(max(0.0, 1 / a - 1 / size_target + 1 / b - 1 / size_reference)) / math.log(2)
    reach = NormalDist().inv_cdf((1 + level) / 2) * error
    return middle, middle - reach, middle + reach


def _groups(
    corpus: Corpus, target: str | Sequence[str], reference: str | Sequence[str] | None, by: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    turns = spoken(corpus)
    group_columns(by, turns)
    wanted = {target} if isinstance(target, str) else set(target)
    others = {reference} if isinstance(reference, str) else set(reference or set(turns[by].dropna()) - wanted)
    for name, values in (("target", wanted), ("reference", others)):
        silent = not turns.loc[turns[by].isin(values), "n_words"].sum()
        if silent and not (by == "kind" and values <= {*FUNCTIONS, "unknown"}):
            there = ", ".join(sorted(map(str, turns[by].dropna().unique())))
            raise ValueError(f"nobody speaks in the {name} {sorted(map(str, values))}; the column {by!r} has {there}")
    if wanted & others:
        raise ValueError(f"{sorted(wanted & others)} stands on both sides; compare groups that share no turn")
    return turns[turns[by].isin(wanted)], turns[turns[by].isin(others)]


def _counted(sentences: pd.DataFrame, n: int) -> tuple[Counter[str], Counter[str]]:
    """How often each word, and in how many turns."""
    times: Counter[str] = Counter()
    turns: Counter[str] = Counter()
    for _, of_turn in sentences.groupby(["doc_id", "turn"]):
        words = [word for text in of_turn["text"] for word in word_ngrams(text, n)]
        times.update(words)
        turns.update(set(words))
    return times, turns


def _compared(
    items: Sequence[str],
    target: tuple[Mapping[str, int], Mapping[str, int]],
    reference: tuple[Mapping[str, int], Mapping[str, int]],
    sizes: tuple[int, int],
    level: float,
) -> pd.DataFrame:
    rows: list[dict[str, Any]] = []
    for item in items:
        n, m = target[0].get(item, 0), reference[0].get(item, 0)
        certain = log_likelihood(n, m, *sizes)
        middle, low, high = log_ratio(n, m, *sizes, level=level)
        row = {
            "theme": item, "n_target": n, "n_reference": m, "rate_target_per_1000": 1000 * n / sizes[0],
            "rate_reference_per_1000": 1000 * m / sizes[1], "log_likelihood": certain,
            "p_value": math.erfc(math.sqrt(certain / 2)), "log_ratio": middle, "log_ratio_low": low,
            "log_ratio_high": high, "n_turns_target": target[1].get(item, 0),
            "n_turns_reference": reference[1].get(item, 0),
        }  # fmt: skip
        rows.append({**row, "note": _note(row, sizes)})
    table = pd.DataFrame(rows, columns=["theme", *(c for c in COLUMNS if c != "p_adjusted")])
    table = table.sort_values(["log_likelihood", "theme"], ascending=[False, True], ignore_index=True)
    table["p_adjusted"] = _holm(table["p_value"].tolist())
    return table[["theme", *COLUMNS]].astype({"theme": "str", "note": "str"})


def _holm(p_values: Sequence[float]) -> list[float]:
    """p-values in rising order in, adjusted for their number (Holm, 1979) out."""
    adjusted: list[float] = []
    for rank, p in enumerate(p_values):
        adjusted.append(max(min(1.0, p * (len(p_values) - rank)), adjusted[-1] if adjusted else 0.0))
    return adjusted


def _note(row: Mapping[str, Any], sizes: tuple[int, int]) -> str:
    remarks = []
    if min(sizes) < FEW_WORDS:
        remarks.append(f"one side has fewer than {FEW_WORDS:,} words")
    if row["n_target"] + row["n_reference"] < FEW_HITS:
        remarks.append(f"fewer than {FEW_HITS} in all")
    elif row["n_turns_target"] + row["n_turns_reference"] < FEW_TURNS:
        remarks.append(f"in fewer than {FEW_TURNS} turns")
    return "; ".join(remarks)
