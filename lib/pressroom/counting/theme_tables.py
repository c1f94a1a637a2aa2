"""Theme hits and rates in, the same tables with the themes' names and the hits' places out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ..words import n_words

if TYPE_CHECKING:
    from ..codebook import Codebook
    from ..corpus import Corpus


def with_labels(table: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """A table with a column `theme` in, the same with `label`, the theme's name in words, out.

    A table of pairs of themes gets `other_label` too.

    Examples
    --------
    >>> import pressroom as pr
    >>> codebook = pr.Codebook.load(pr.project_path("data/codebook/themes.yaml"))
    >>> with_labels(pd.DataFrame({"theme": ["nqpf"]}), codebook).loc[0, "label"]
    'New quality productive forces'
    """
    names = {theme.id: theme.label for theme in codebook.themes}
    labelled = table.assign(label=table["theme"].map(names))
    return labelled.assign(other_label=table["other"].map(names)) if "other" in table else labelled


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


def rolled_up(hits: pd.DataFrame, level: int = 1) -> pd.DataFrame:
    """Hits of nested themes in, the same counted for the themes at one level out.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `pressroom.theme_hits`; a theme inside another is `outer.inner`.
    level : int
        How many names of the path to keep, from 1.

    Returns
    -------
    pandas.DataFrame
        The hits with shortened themes. Where two themes inside one find overlapping words, the hit that begins
        first, or is longer, is kept: a word counts once for the outer theme.

    Raises
    ------
    ValueError
        If the level is less than 1.

    Examples
    --------
    >>> rows = {"doc_id": ["d", "d"], "theme": ["food.rice", "food.grain"], "start": [0, 0], "end": [4, 9]}
    >>> rolled_up(pd.DataFrame(rows))[["theme", "end"]].values.tolist()
    [['food', 9]]
    """
    if level < 1:
        raise ValueError(f"there is no level {level}; the outermost is 1")
    shortened = hits.assign(theme=hits["theme"].str.split(".").str[:level].str.join("."))
    ordered = shortened.sort_values(["doc_id", "theme", "start", "end"], ascending=[True, True, True, False])
    kept, last = [], ("", "", -1)
    for row, doc_id, theme, start, end in ordered[["doc_id", "theme", "start", "end"]].itertuples(name=None):
        if (doc_id, theme) != last[:2] or start >= last[2]:
            kept.append(row)
            last = (doc_id, theme, end)
    return shortened.loc[sorted(kept)].reset_index(drop=True)
