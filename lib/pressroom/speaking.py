"""A corpus in, tables of who spoke and how much out: shares of words, questions and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from .own_columns import own_columns

if TYPE_CHECKING:
    from .corpus import Corpus

# What a turn does in the conference, by who speaks and whether it answers a question.
FUNCTIONS = {
    "journalist": "question",
    "chair": "chairing",
    "interpreter": "interpreting",
    "official": "statement",
}


def spoken(corpus: Corpus) -> pd.DataFrame:
    """The turns with what a measure may be grouped by.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        One row a turn: the columns of `turns` and of `documents`, and

        - `function` : `question` (a journalist), `answer` (whoever answers a question), `statement` (an
          official who answers none), `chairing`, `interpreting`, `unknown`;
        - `n_sentences` : sentences of the turn;
        - `conference` : its `doc_id`; `year` : the year it was held;
        - the reader's own columns of `documents.csv`, such as `province` or `series`;
        - `speaker` : never null: whom the page does not name is `unnamed journalist`, `unnamed chair` …
    """
    keys = ["doc_id", "turn"]
    n_sentences = corpus.sentences.groupby(keys).size().rename("n_sentences")
    documents = corpus.documents.drop(columns=["n_turns", "n_words", "source", "sha256"])
    documents = documents.assign(conference=documents["doc_id"], year=documents["held"].str[:4])
    taken = [*corpus.turns.columns, *corpus.documents.columns, "conference", "year", "function", "n_sentences"]
    own = own_columns(corpus.documents, corpus.corrections, taken)
    turns = corpus.turns.merge(documents.merge(own, on="doc_id"), on="doc_id")
    turns = turns.merge(n_sentences, on=keys, how="left")
    function = turns["kind"].map(FUNCTIONS).fillna("unknown")
    answer = turns["answers"].notna() & (turns["kind"] != "journalist")
    return turns.assign(
        n_sentences=turns["n_sentences"].fillna(0).astype("Int64"),
        function=function.mask(answer, "answer"),
        speaker=turns["speaker"].fillna("unnamed " + turns["kind"]),
    )


def group_columns(by: str | Sequence[str], turns: pd.DataFrame) -> list[str]:
    """What a measure is to be grouped by, as a list; a KeyError that lists the columns if one is not there."""
    groups = [by] if isinstance(by, str) else list(by)
    unknown = set(groups) - set(turns.columns)
    if unknown:
        raise KeyError(f"cannot group by {sorted(unknown)}; choose from {', '.join(turns.columns)}")
    return groups


def speaker_share(corpus: Corpus, by: str | Sequence[str] = "speaker") -> pd.DataFrame:
    """The share of all words that each speaker, or kind of speaker, said.

    Labels, captions and stage directions are nobody's words. Speech that was split off because its label is
    lost counts for an `unnamed journalist`, not for the person before.

    Parameters
    ----------
    corpus : Corpus
    by : str or sequence of str
        Columns of `spoken`: `speaker` (its kind is added), `kind`, `function`, `outlet_group`, `doc_id` …

    Returns
    -------
    pandas.DataFrame
        One row a group, most words first:

        - the columns of `by`;
        - `n_turns`, `n_sentences`, `n_words`;
        - `share_pct` : per cent of the words of the whole corpus; the column adds up to 100;
        - `words_per_turn` : mean words a turn.

    Raises
    ------
    KeyError
        If `by` names no column of `spoken`; the message lists them.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> pr.speaker_share(corpus)[["speaker", "kind", "n_words"]]
                  speaker        kind  n_words
    0       Liang Huiling    official      603
    1  unnamed journalist  journalist       44
    2         Xie Yingjun       chair       23
    """
    turns = spoken(corpus)
    groups = group_columns(by, turns)
    if "speaker" in groups and "kind" not in groups:
        groups.insert(groups.index("speaker") + 1, "kind")
    shares = (
        turns.groupby(groups, dropna=False, sort=True)
        .agg(n_turns=("turn", "size"), n_sentences=("n_sentences", "sum"), n_words=("n_words", "sum"))
        .reset_index()
    )
    total = int(shares["n_words"].sum())
    shares["share_pct"] = (100 * shares["n_words"] / total).astype("float64") if total else 0.0
    shares["words_per_turn"] = (shares["n_words"] / shares["n_turns"]).astype("float64")
    return shares.sort_values("n_words", ascending=False, kind="stable", ignore_index=True)


def exchanges(corpus: Corpus) -> pd.DataFrame:
    """Every question with the answers it got.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        One row a question, in the order asked:

        - `doc_id`, `turn` : the question's turn;
        - `asker` : the outlet as printed, or `unnamed journalist` where the page lost it;
        - `n_words_question`;
        - `n_answers` : turns that answer it, none for a question nobody answered on these pages;
        - `answered_by` : who did, in order, joined by "; ";
        - `n_words_answers`.

    Examples
    --------
    >>> import pressroom as pr
    >>> pr.exchanges(pr.read(pr.project_path("seeds"))).loc[0, "answered_by"]
    'Liang Huiling'
    """
    turns = spoken(corpus)
    asked = turns.loc[turns["function"] == "question", ["doc_id", "turn", "speaker", "n_words"]]
    answers = (
        turns[turns["function"] == "answer"]
        .groupby(["doc_id", "answers"])
        .agg(
            n_answers=("turn", "size"),
            answered_by=("speaker", lambda names: "; ".join(dict.fromkeys(names))),
            n_words_answers=("n_words", "sum"),
        )
        .reset_index()
        .rename(columns={"answers": "turn"})
    )
    table = asked.rename(columns={"speaker": "asker", "n_words": "n_words_question"}).merge(
        answers, on=["doc_id", "turn"], how="left"
    )
    counts = {
        "n_answers": table["n_answers"].fillna(0),
        "n_words_answers": table["n_words_answers"].fillna(0),
    }
    return table.assign(
        answered_by=table["answered_by"].fillna(""), **{k: v.astype("Int64") for k, v in counts.items()}
    )
