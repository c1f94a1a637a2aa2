"""Theme hits and rates in, the same tables with the themes' names and the hits' places out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from .words import n_words

if TYPE_CHECKING:
    from .codebook import Codebook
    from .corpus import Corpus


def with_labels(table: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """A table with a column `theme` in, the same with `label`, the theme's name in words, out.

    Examples
    --------
    >>> import pressroom as pr
    >>> codebook = pr.Codebook.load(pr.project_path("data/codebook/themes.yaml"))
    >>> with_labels(pd.DataFrame({"theme": ["nqpf"]}), codebook).loc[0, "label"]
    'New quality productive forces'
    """
    return table.assign(label=table["theme"].map({theme.id: theme.label for theme in codebook.themes}))


def theme_positions(hits: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Where in the speech each hit stands, counted in words.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `pressroom.theme_hits`.
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        The hits with `position`: the words spoken before the hit, from the start of the first document on;
        documents are laid end to end in the order of `document_words`.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = pr.theme_hits(corpus, pr.Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> theme_positions(hits, corpus)["position"].tolist()[:2]
    [46, 57]
    """
    order = {doc_id: n for n, doc_id in enumerate(document_words(corpus).index)}
    sentences = corpus.sentences.assign(_order=corpus.sentences["doc_id"].map(order))
    sentences = sentences.sort_values(["_order", "start"], kind="stable")
    sentences["_before"] = sentences["n_words"].cumsum() - sentences["n_words"]
    keys = ["doc_id", "turn", "sentence"]
    begins = sentences.set_index(keys)[["start", "_before"]]
    positions = []
    for key, start in zip(hits[keys].itertuples(index=False, name=None), hits["start"], strict=True):
        first, before = begins.loc[key]
        positions.append(int(before) + n_words(corpus.texts[key[0]][int(first) : int(start)]))
    return hits.assign(position=pd.Series(positions, index=hits.index, dtype="int64"))


def document_words(corpus: Corpus) -> pd.Series[int]:
    """The words of each document's sentences, by `doc_id`, in the order the conferences were held."""
    ordered = corpus.documents.sort_values(["held", "doc_id"], kind="stable")["doc_id"]
    sizes = corpus.sentences.groupby("doc_id")["n_words"].sum()
    return sizes.reindex(ordered).fillna(0).astype("int64")
