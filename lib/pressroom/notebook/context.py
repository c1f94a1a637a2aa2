"""Rows with offsets in, the same rows with their speaker and the words on either side out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from ..corpus import Corpus


def in_context(rows: pd.DataFrame, corpus: Corpus, width: int = 60) -> pd.DataFrame:
    """Theme hits or figures as keywords in context.

    Parameters
    ----------
    rows : pandas.DataFrame
        `doc_id, turn, start, end` and whatever else.
    corpus : Corpus
    width : int
        Characters of context on each side, within the turn.

    Returns
    -------
    pandas.DataFrame
        The rows with `speaker`, `kind`, `left`, `keyword` and `right`; white space runs in the context are one space.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = pr.theme_hits(corpus, pr.Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> in_context(hits[hits["theme"] == "nqpf"], corpus, width=20)[["kind", "left", "right"]].head(2)
             kind                 left                 right
    0  journalist   the development of  ." What measures wil
    1  journalist  ang take to develop    according to local
    """
    turns = corpus.turns.set_index(["doc_id", "turn"])[["speaker", "kind", "start", "end"]]
    found = []
    for doc_id, turn, start, end in rows[["doc_id", "turn", "start", "end"]].itertuples(index=False):
        speaker, kind, first, last = turns.loc[(doc_id, turn)]
        text = corpus.texts[doc_id]
        found.append(
            {
                "speaker": speaker,
                "kind": kind,
                "left": " ".join(text[max(first, start - width) : start].split()),
                "keyword": text[start:end],
                "right": " ".join(text[end : min(last, end + width)].split()),
            }
        )
    columns = ["speaker", "kind", "left", "keyword", "right"]
    kept = rows.drop(columns=[c for c in columns if c in rows]).reset_index(drop=True)
    return kept.join(pd.DataFrame(found, columns=columns))
