"""Theme hits in, how evenly each theme is spread over turns or conferences out: Gries' DP and Juilland's D."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from ..corpus import Corpus

PARTS = {"conference": ["doc_id"], "turn": ["doc_id", "turn"], "sentence": ["doc_id", "turn", "sentence"]}
FEW_HITS, FEW_PARTS = 5, 5


def theme_dispersion(
    hits: pd.DataFrame, corpus: Corpus, over: str = "turn", themes: Sequence[str] | None = None
) -> pd.DataFrame:
    """How evenly each theme is spread over the parts of the corpus.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `theme_hits`.
    corpus : Corpus
    over : {"turn", "conference", "sentence"}
        The parts. Those without a word are left out.
    themes : sequence of str, optional
        Themes to list; by default those of the hits.

    Returns
    -------
    pandas.DataFrame
        One row a theme, most hits first:

        - `theme`, `n_hits`, `n_parts`, `range` : parts with at least one hit;
        - `dp` : Gries' deviation of proportions (Gries, 2008), 0 where each part has its share, near 1 where
          one small part has all; `dp_norm` : the same over its greatest possible value (Lijffijt & Gries, 2012);
        - `juilland_d` : Juilland's D (Juilland & Chang-Rodríguez, 1964) on the parts' rates, 1 where they are
          equal, 0 where one part has all; it grows with the number of parts, so compare it only at equal ones;
        - `note` : what forbids reading much into the row.

    Raises
    ------
    ValueError
        If `over` is none of the three.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = pr.theme_hits(corpus, pr.Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> theme_dispersion(hits, corpus, over="sentence", themes=["nqpf"])["range"].tolist()
    [6]
    """
    if over not in PARTS:
        raise ValueError(f"no parts {over!r}; choose from {', '.join(PARTS)}")
    keys = PARTS[over]
    words = corpus.sentences.groupby(keys)["n_words"].sum()
    words = words[words > 0]
    listed = list(dict.fromkeys(themes if themes is not None else hits["theme"]))
    counted = hits.groupby([*keys, "theme"]).size().unstack("theme")
    counts = counted.reindex(index=words.index, columns=listed).fillna(0)
    rows = [_measures(theme, counts[theme].to_numpy(float), words.to_numpy(float)) for theme in listed]
    columns = ["theme", "n_hits", "n_parts", "range", "dp", "dp_norm", "juilland_d", "note"]
    table = pd.DataFrame(rows, columns=columns).astype({"theme": "str", "note": "str"})
    return table.sort_values(["n_hits", "theme"], ascending=[False, True], ignore_index=True)


def _measures(theme: str, counts: np.ndarray, words: np.ndarray) -> dict[str, object]:
    n_hits, n_parts = int(counts.sum()), len(words)
    dp = dp_norm = juilland = math.nan
    if n_hits and n_parts > 1:
        expected = words / words.sum()
        dp = float(np.abs(counts / n_hits - expected).sum() / 2)
        dp_norm = dp / (1 - float(expected.min()))
        rates = counts / words
        juilland = max(0.0, 1 - float(rates.std() / rates.mean()) / math.sqrt(n_parts - 1))
    few = [f"fewer than {FEW_HITS} hits"] if n_hits < FEW_HITS else []
    few += [f"fewer than {FEW_PARTS} parts"] if n_parts < FEW_PARTS else []
    return {
        "theme": theme, "n_hits": n_hits, "n_parts": n_parts, "range": int((counts > 0).sum()),
        "dp": dp, "dp_norm": dp_norm, "juilland_d": juilland, "note": "; ".join(few),
    }  # fmt: skip
