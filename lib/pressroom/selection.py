"""A corpus in, the part of it that some speakers, years or provinces said out; any measure, group by group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from inspect import signature
from typing import TYPE_CHECKING, Any

import pandas as pd

from .speaking import group_columns, spoken

if TYPE_CHECKING:
    from .corpus import Corpus

KEYS = ["doc_id", "turn"]


def select(corpus: Corpus, **where: Any) -> Corpus:
    """The turns of a corpus that have certain values.

    Parameters
    ----------
    corpus : Corpus
    **where
        Columns of `pressroom.spoken` and the value, or the list of values, to keep: `kind="official"`,
        `year=["2023", "2024"]`, or a column of your own.

    Returns
    -------
    Corpus
        The turns that have all of them, with their sentences and their conferences; texts and offsets are those
        of the whole corpus.

    Raises
    ------
    KeyError
        If a column is none of `spoken`.
    ValueError
        If no turn has these values; the message lists those that there are.

    Examples
    --------
    >>> import pressroom as pr
    >>> select(pr.read(pr.project_path("seeds")), kind="official")
    <Corpus: 1 documents, 1 turns, 603 words>
    """
    turns = spoken(corpus)
    columns = group_columns(list(where), turns)
    for column in columns:
        values = [where[column]] if isinstance(where[column], str | int) else list(where[column])
        kept = turns[turns[column].isin(values)]
        if kept.empty:
            there = ", ".join(sorted(map(str, turns[column].dropna().unique()))[:20]) or "no value"
            raise ValueError(f"no turn has {column} {values}; among those left it has {there}")
        turns = kept
    return _of_turns(corpus, turns[KEYS])


def _of_turns(corpus: Corpus, keys: pd.DataFrame) -> Corpus:
    turns = corpus.turns.merge(keys, on=KEYS)
    sums = turns.groupby("doc_id")["n_words"].agg(["size", "sum"])
    documents = corpus.documents[corpus.documents["doc_id"].isin(sums.index)].reset_index(drop=True)
    documents = documents.assign(
        n_turns=documents["doc_id"].map(sums["size"]).astype("Int64"),
        n_words=documents["doc_id"].map(sums["sum"]).astype("Int64"),
    )
    part = replace(corpus, turns=turns, documents=documents)
    part.__dict__["sentences"] = corpus.sentences.merge(keys, on=KEYS)
    return part


def grouped(
    measure: Callable[..., pd.DataFrame],
    *tables: Any,
    by: str | Sequence[str],
    **options: Any,
) -> pd.DataFrame:
    """Any measure of a corpus, made apart for each group of speech.

    Parameters
    ----------
    measure : function
        One that takes a corpus, or hits and a corpus, and gives a table: `pressroom.theme_dispersion`,
        `pressroom.theme_cooccurrence`, `pressroom.theme_terms` …
    *tables
        What the measure takes: the hits if it takes them, then the corpus. A measure of hits alone, such as
        `theme_terms`, is given the hits and the corpus too and gets the hits of each group.
    by : str or sequence of str
        Columns of `pressroom.spoken`.
    **options
        Passed on to the measure.

    Returns
    -------
    pandas.DataFrame
        The measure's table for each group, one below the other, the columns of `by` first.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = pr.theme_hits(corpus, pr.Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> spread = grouped(pr.theme_dispersion, hits, corpus, by="kind", over="sentence", themes=["nqpf"])
    >>> spread[["kind", "n_hits"]].values.tolist()
    [['chair', 0], ['journalist', 2], ['official', 4]]
    """
    *hits, corpus = tables
    turns = spoken(corpus)
    groups = group_columns(by, turns)
    made = []
    for values, members in turns.groupby(groups, dropna=False):
        inside = [table.merge(members[KEYS], on=KEYS) for table in hits]
        part = [_of_turns(corpus, members[KEYS])] if "corpus" in signature(measure).parameters else []
        table = measure(*inside, *part, **options)
        named = dict(zip(groups, values, strict=True))
        made.append(table.assign(**named)[[*groups, *(c for c in table.columns if c not in named)]])
    return pd.concat(made, ignore_index=True)
