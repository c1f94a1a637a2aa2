"""Theme hits in, which themes are named together more often than chance would have it out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from .keyness import log_ratio

if TYPE_CHECKING:
    from ..corpus import Corpus

UNITS = {"sentence": ["doc_id", "turn", "sentence"], "turn": ["doc_id", "turn"], "conference": ["doc_id"]}
FEW = 5


def theme_cooccurrence(
    hits: pd.DataFrame, corpus: Corpus, unit: str = "sentence", themes: Sequence[str] | None = None
) -> pd.DataFrame:
    """Which themes are named together.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `theme_hits`.
    corpus : Corpus
    unit : {"sentence", "turn", "conference"}
        Within which two themes count as together.
    themes : sequence of str, optional
        Themes to pair; by default those of the hits.

    Returns
    -------
    pandas.DataFrame
        One row a pair that is together at least once, most often first: `theme, other, n_theme, n_other` (units with
        each)`, n_both, n_units, n_expected` (with both, if the two were independent)`, jaccard` (with both over with
        either)`, log_ratio, log_ratio_low, log_ratio_high` (base 2, of the share of units with `theme` that have
        `other` over that of the rest), and `note`.

    Raises
    ------
    ValueError
        If the unit is none of the three.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = pr.theme_hits(corpus, pr.Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> theme_cooccurrence(hits, corpus, themes=["nqpf", "talent"])["n_both"].tolist()
    [1]
    """
    if unit not in UNITS:
        raise ValueError(f"no unit {unit!r}; choose from {', '.join(UNITS)}")
    keys = UNITS[unit]
    n_units = len(corpus.sentences[keys].drop_duplicates())
    listed = list(dict.fromkeys(themes if themes is not None else hits["theme"]))
    pairs = hits[[*keys, "theme"]].drop_duplicates()
    units = {theme: set(map(tuple, rows[keys].to_numpy().tolist())) for theme, rows in pairs.groupby("theme")}
    rows = []
    for theme, other in combinations(listed, 2):
        a, b = units.get(theme, set()), units.get(other, set())
        both = len(a & b)
        if both:
            ends = log_ratio(both, len(b) - both, len(a), n_units - len(a)) if len(a) < n_units else (float("nan"),) * 3
            rows.append(
                {
                    "theme": theme, "other": other, "n_theme": len(a), "n_other": len(b), "n_both": both,
                    "n_units": n_units, "n_expected": len(a) * len(b) / n_units, "jaccard": both / len(a | b),
                    **dict(zip(("log_ratio", "log_ratio_low", "log_ratio_high"), ends, strict=True)),
                    "note": f"together fewer than {FEW} times" if both < FEW else "",
                }
            )  # fmt: skip
    columns = [
        "theme", "other", "n_theme", "n_other", "n_both", "n_units", "n_expected", "jaccard", "log_ratio",
        "log_ratio_low", "log_ratio_high", "note",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns).astype({"theme": "str", "other": "str", "note": "str"})
    order = ["n_both", "jaccard", "theme", "other"]
    return table.sort_values(order, ascending=[False, False, True, True], ignore_index=True)
