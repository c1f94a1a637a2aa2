"""Theme hits in, who raised a theme and whether the answer took it up out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ..asking import asked_questions, given_answers
from ..speaking import spoken

if TYPE_CHECKING:
    from ..corpus import Corpus

OUTCOMES = ("asked and answered", "asked, not answered", "answered unasked")
FEW = 5


def raised_first(hits: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Who named each theme first in each conference.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `theme_hits`.
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        One row a conference and theme, in text order: `doc_id, theme, turn, sentence, speaker, kind, function,
        text`, `n_hits` (of the theme in the conference), and `note`: where pages are missing, first means first
        on the pages that were found.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = pr.theme_hits(corpus, pr.Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> raised_first(hits, corpus).loc[0, ["theme", "kind"]].tolist()
    ['nqpf', 'journalist']
    """
    keys = ["doc_id", "theme"]
    n_hits = hits.groupby(keys).size().rename("n_hits")
    first = hits.sort_values(["doc_id", "start"], kind="stable").drop_duplicates(keys)
    who = spoken(corpus)[["doc_id", "turn", "speaker", "kind", "function"]]
    documents = corpus.documents.set_index("doc_id")
    notes = {doc_id: _missing(row) for doc_id, row in documents.iterrows()}
    table = first.merge(who, on=["doc_id", "turn"]).merge(n_hits, on=keys)
    table = table.assign(note=table["doc_id"].map(notes).astype("str"))
    columns = ["doc_id", "theme", "turn", "sentence", "speaker", "kind", "function", "text", "n_hits", "note"]
    return table[columns].reset_index(drop=True)


def _missing(document: pd.Series) -> str:
    expected, found = document["pages_expected"], len(document["pages_found"])
    if document["complete"] or pd.isna(expected):
        return ""
    return f"first on the {found or 1} of {expected} pages that were found"


def asked_and_answered(hits: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """For each question, the themes it names and the themes its answers name.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `theme_hits`.
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        One row a question and theme that it or its answers name: `doc_id, turn, asker, outlet_group, theme,
        n_hits_question, n_hits_answers, n_answers`, and `outcome`: `asked and answered`; `asked, not answered`:
        no answer uses a term of the theme, which is not yet an evasion; `answered unasked`. Questions without
        an answer on these pages are left out.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = pr.theme_hits(corpus, pr.Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> asked_and_answered(hits, corpus).set_index("theme").loc["nqpf", "outcome"]
    'asked and answered'
    """
    asked = asked_questions(corpus)
    asked = asked[asked["n_answers"] > 0]
    keys = ["doc_id", "turn", "theme"]
    in_question = hits.groupby(keys).size().rename("n_hits_question").reset_index()
    given = given_answers(corpus)[["doc_id", "turn", "question"]]
    in_answers = hits.merge(given, on=["doc_id", "turn"]).groupby(["doc_id", "question", "theme"]).size()
    in_answers = in_answers.rename("n_hits_answers").reset_index().rename(columns={"question": "turn"})
    in_question = in_question.merge(asked[["doc_id", "turn"]], on=["doc_id", "turn"])
    table = in_question.merge(in_answers, on=keys, how="outer")
    for column in ("n_hits_question", "n_hits_answers"):
        table[column] = table[column].fillna(0).astype("Int64")
    outcome = pd.Series(OUTCOMES[0], index=table.index, dtype="str")
    outcome = outcome.mask(table["n_hits_answers"] == 0, OUTCOMES[1]).mask(table["n_hits_question"] == 0, OUTCOMES[2])
    who = asked[["doc_id", "turn", "asker", "outlet_group", "n_answers"]].assign(_order=range(len(asked)))
    table = table.assign(outcome=outcome).merge(who, on=["doc_id", "turn"]).sort_values(["_order", "theme"])
    columns = [
        "doc_id",
        "turn",
        "asker",
        "outlet_group",
        "theme",
        "n_hits_question",
        "n_hits_answers",
        "n_answers",
        "outcome",
    ]
    return table[columns].reset_index(drop=True)


def asked_themes(hits: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Which themes are asked about, and how often the answer takes them up.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `theme_hits`.
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        One row a theme, most asked first: `theme, n_asked, n_answered, n_not_answered, answered_pct` (of those
        asked), `n_unasked` (questions whose answers bring it up unasked), and `note` when it was asked fewer
        than five times.
    """
    table = asked_and_answered(hits, corpus)
    counts = pd.crosstab(table["theme"], table["outcome"]).reindex(columns=list(OUTCOMES), fill_value=0)
    n_asked = counts[OUTCOMES[0]] + counts[OUTCOMES[1]]
    summed = pd.DataFrame(
        {
            "n_asked": n_asked,
            "n_answered": counts[OUTCOMES[0]],
            "n_not_answered": counts[OUTCOMES[1]],
            "answered_pct": 100 * counts[OUTCOMES[0]] / n_asked.where(n_asked > 0),
            "n_unasked": counts[OUTCOMES[2]],
            "note": ["" if n >= FEW else f"asked fewer than {FEW} times" for n in n_asked],
        }
    )
    return (
        summed.rename_axis("theme")
        .reset_index()
        .sort_values(["n_asked", "n_unasked", "theme"], ascending=[False, False, True], ignore_index=True)
    )
