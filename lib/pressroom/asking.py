"""A corpus in, tables of who asks what and who answers out: questions, answers, outlets, themes raised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from .speaking import group_columns, spoken

if TYPE_CHECKING:
    from .corpus import Corpus

FOLLOWS_UP = re.compile(
    r"\bfollow(?:ing)?[ -]?up\b|\bfollow(?:ing)? that up\b|\b(?:one|a) more question\b|\bask one more\b", re.I
)
# "I will invite Mr. Yu to answer", "I'd like to hand over to my colleague": the official passes the question on.
HANDS_ON = re.compile(
    r"\b(?:invite|ask|hand|pass|leave|turn|give|let)\b[^.?!\n]{0,60}?"
    r"\b(?:Mr|Ms|Mrs|Dr|Prof|colleagues?|minister|director|secretary|governor|mayor|commissioner|general)\b",
    re.I,
)
FEW = 5


def asked_questions(corpus: Corpus) -> pd.DataFrame:
    """Every turn that asks, with what it asks and what came of it.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        One row a question's turn, in the order asked:

        - `doc_id, turn, asker, outlet, outlet_group` : the asker is `unnamed journalist` where the label is lost;
        - `n_words`, `n_questions` : sentences of it that end in a question mark; none when it asks without one;
        - `follow_up` : it says so, or the same named asker asked the question before it in this conference;
        - `n_answers, answered_by, n_words_answers` : the turns that answer it, and the speakers in order.

    Examples
    --------
    >>> import pressroom as pr
    >>> pr.asked_questions(pr.read(pr.project_path("seeds")))[["asker", "n_questions", "n_answers"]].values.tolist()
    [['unnamed journalist', 1, 1]]
    """
    turns = spoken(corpus)
    asked = turns[turns["function"] == "question"].rename(columns={"speaker": "asker"})
    marks = corpus.sentences.assign(_asks=corpus.sentences["text"].str.contains(r"\?[\"'”’)]*$"))
    n_questions = marks.groupby(["doc_id", "turn"])["_asks"].sum()
    keys = pd.MultiIndex.from_frame(asked[["doc_id", "turn"]])
    before = asked.groupby("doc_id")["asker"].shift()
    again = (asked["asker"] == before) & ~asked["asker"].str.startswith("unnamed ").astype(bool)
    says_so = asked["text"].map(lambda text: bool(FOLLOWS_UP.search(text)))
    given = given_answers(corpus).groupby(["doc_id", "question"])
    got = given.agg(
        n_answers=("turn", "size"),
        answered_by=("speaker", lambda names: "; ".join(dict.fromkeys(names))),
        n_words_answers=("n_words", "sum"),
    ).reindex(keys)
    return (
        asked[["doc_id", "turn", "asker", "outlet", "outlet_group", "n_words"]]
        .assign(
            n_questions=n_questions.reindex(keys).fillna(0).astype("Int64").to_numpy(),
            follow_up=(again | says_so).astype(bool),
            n_answers=got["n_answers"].fillna(0).astype("Int64").to_numpy(),
            answered_by=got["answered_by"].astype("object").fillna("").to_numpy(),
            n_words_answers=got["n_words_answers"].fillna(0).astype("Int64").to_numpy(),
        )
        .reset_index(drop=True)
    )


def given_answers(corpus: Corpus) -> pd.DataFrame:
    """Every turn that answers a question, and whether it passes the question on.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        One row an answer, in text order:

        - `doc_id, turn, question` (the turn it answers)`, speaker, kind, role_text, n_words`;
        - `order` : 1 for the first answer to its question;
        - `handed_to` : whom it passes the question to, when it says so ("I will invite Mr. Yu to answer") and
          another speaker answers next; else null;
        - `handed_by` : who passed the question to this speaker; else null.

    Examples
    --------
    >>> import pressroom as pr
    >>> pr.given_answers(pr.read(pr.project_path("seeds"))).loc[0, "speaker"]
    'Liang Huiling'
    """
    turns = spoken(corpus)
    given = turns[turns["function"] == "answer"].rename(columns={"answers": "question"})
    by_question = given.groupby(["doc_id", "question"])
    speaker = given["speaker"].astype("object")
    after = by_question["speaker"].shift(-1).astype("object")
    passes = given["text"].map(lambda text: bool(HANDS_ON.search(text))).astype(bool)
    handed_to = after.where(passes & after.notna() & (after != speaker))
    columns = ["doc_id", "turn", "question", "speaker", "kind", "role_text", "n_words"]
    table = given[columns].assign(order=by_question.cumcount() + 1, handed_to=handed_to.astype("str"))
    handed_by = speaker.where(handed_to.notna()).groupby([given["doc_id"], given["question"]]).shift()
    return table.assign(handed_by=handed_by.astype("str")).reset_index(drop=True)


def answering_officials(corpus: Corpus, by: str | Sequence[str] = ()) -> pd.DataFrame:
    """Who answers: each official's answers, and the questions passed on and taken over.

    Parameters
    ----------
    corpus : Corpus
    by : str or sequence of str
        Columns of `pressroom.spoken` to count apart, such as `conference`; empty for the whole corpus.

    Returns
    -------
    pandas.DataFrame
        One row a speaker (and group), most answers first: the columns of `by`, `speaker`, `n_answers`,
        `n_questions` (different ones), `n_words`, `words_per_answer`, `n_handed_on`, `n_taken_over`.
    """
    turns = spoken(corpus)
    groups = group_columns(by, turns)
    extra = [g for g in groups if g not in ("doc_id", "turn", "speaker", "kind")]
    table = given_answers(corpus).merge(turns[["doc_id", "turn", *extra]], on=["doc_id", "turn"])
    table = table.assign(_question=table["doc_id"] + "\t" + table["question"].astype("str"))
    counted = (
        table.groupby([*groups, "speaker"], dropna=False)
        .agg(
            n_answers=("turn", "size"), n_questions=("_question", "nunique"), n_words=("n_words", "sum"),
            n_handed_on=("handed_to", "count"), n_taken_over=("handed_by", "count"),
        )
        .reset_index()
    )  # fmt: skip
    counted.insert(len(groups) + 4, "words_per_answer", (counted["n_words"] / counted["n_answers"]).astype("float64"))
    ascending = [True] * len(groups) + [False, False]
    return counted.sort_values([*groups, "n_answers", "n_words"], ascending=ascending, kind="stable", ignore_index=True)


def asking_outlets(corpus: Corpus, by: str | Sequence[str] = ("outlet_group", "outlet")) -> pd.DataFrame:
    """Who is called on: outlets by group, with the length of their questions and of the answers they got.

    Parameters
    ----------
    corpus : Corpus
    by : str or sequence of str
        Columns of `pressroom.spoken`: `outlet_group` alone, `outlet`, `conference`, `year` …

    Returns
    -------
    pandas.DataFrame
        One row a group, most turns first:

        - the columns of `by`; a lost or unnamed outlet is `not named`;
        - `n_turns`, `share_pct` (of the turns that ask), `n_questions`, `questions_per_turn`;
        - `n_words`, `words_per_turn`, `n_follow_ups`;
        - `n_answered` (turns with an answer), `words_per_answered` (words of answers for each of those);
        - `note` : says so when fewer than five turns ask in all.

    Examples
    --------
    >>> import pressroom as pr
    >>> pr.asking_outlets(pr.read(pr.project_path("seeds")), by="outlet_group").loc[0, "outlet_group"]
    'unknown'
    """
    turns = spoken(corpus)
    groups = group_columns(by, turns)
    asked = asked_questions(corpus)
    extra = [g for g in groups if g not in asked.columns]
    asked = asked.merge(turns[["doc_id", "turn", *extra]], on=["doc_id", "turn"])
    asked = asked.assign(_answered=asked["n_answers"] > 0, outlet=asked["outlet"].astype("object").fillna("not named"))
    counted = (
        asked.groupby(groups, dropna=False)
        .agg(
            n_turns=("turn", "size"), n_questions=("n_questions", "sum"), n_words=("n_words", "sum"),
            n_follow_ups=("follow_up", "sum"), n_answered=("_answered", "sum"),
            n_words_answers=("n_words_answers", "sum"),
        )
        .reset_index()
    )  # fmt: skip
    few = f"fewer than {FEW} turns ask: a share says little" if len(asked) < FEW else ""
    table = counted.assign(
        share_pct=(100 * counted["n_turns"] / max(len(asked), 1)).astype("float64"),
        questions_per_turn=(counted["n_questions"] / counted["n_turns"]).astype("float64"),
        words_per_turn=(counted["n_words"] / counted["n_turns"]).astype("float64"),
        words_per_answered=(counted["n_words_answers"] / counted["n_answered"].where(counted["n_answered"] > 0)).astype(
            "float64"
        ),
        note=pd.Series([few] * len(counted), dtype="str"),
    )
    columns = [
        *groups, "n_turns", "share_pct", "n_questions", "questions_per_turn", "n_words", "words_per_turn",
        "n_follow_ups", "n_answered", "words_per_answered", "note",
    ]  # fmt: skip
    return table[columns].sort_values(["n_turns", *groups], ascending=[False] + [True] * len(groups), ignore_index=True)
