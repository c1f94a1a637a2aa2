"""A corpus and a term in, every occurrence with its context out: a keyword-in-context (KWIC) table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from .matching import Terms

if TYPE_CHECKING:
    from ..corpus import Corpus

COLUMNS = ("doc_id", "turn", "sentence", "speaker", "kind", "left", "keyword", "right", "start", "end")
ORDERS = ("text", "left", "right", "keyword", "speaker")


def concordance(corpus: Corpus, term: str, width: int = 60, sort: str = "text") -> pd.DataFrame:
    """Every occurrence of a term with its context: a keyword in context (KWIC) table.

    Parameters
    ----------
    corpus : Corpus
    term : str
        As in the codebook: `*` for a run of letters, a space for spaces and hyphens, whole words, any case.
    width : int
        Characters of context on each side, within the turn.
    sort : {"text", "left", "right", "keyword", "speaker"}
        `left` sorts by the words before, from the keyword outwards, `right` by those after: patterns of use
        then stand under one another.

    Returns
    -------
    pandas.DataFrame
        One row an occurrence: `doc_id, turn, sentence, speaker, kind, left, keyword, right, start, end`.

    Raises
    ------
    ValueError
        If the term has no letter or digit, or the order is none of the five.

    Examples
    --------
    >>> import pressroom as pr
    >>> concordance(pr.read(pr.project_path("seeds")), "double digit")["keyword"].tolist()
    ['double-digit']
    """
    if sort not in ORDERS:
        raise ValueError(f"cannot sort by {sort!r}; choose from {', '.join(ORDERS)}")
    if not any(c.isalnum() for c in term):
        raise ValueError(f"the term {term!r} has no letter or digit, so it would match everything; give a word")
    terms = Terms([(term, False)])
    who = {(t.doc_id, t.turn): t for t in corpus.turns.itertuples(index=False)}
    rows = []
    for sentence in corpus.sentences.itertuples(index=False):
        text = corpus.texts[sentence.doc_id]
        said = who[sentence.doc_id, sentence.turn]
        for start, end, _ in terms.find(sentence.text):
            a, b = sentence.start + start, sentence.start + end
            left, right = text[max(said.start, a - width) : a], text[b : min(said.end, b + width)]
            context = (" ".join(left.split()), text[a:b], " ".join(right.split()))
            keys = (sentence.doc_id, sentence.turn, sentence.sentence, said.speaker, said.kind)
            rows.append((*keys, *context, a, b))
    return _sorted(pd.DataFrame(rows, columns=list(COLUMNS)), sort)


def _sorted(table: pd.DataFrame, sort: str) -> pd.DataFrame:
    if sort == "text" or table.empty:
        return table
    if sort == "left":  # the word nearest to the keyword first
        order = table["left"].str.lower().map(lambda words: tuple(reversed(words.split())))
    else:
        order = table[sort].astype("object").fillna("").str.lower()
    return table.loc[order.sort_values(kind="stable").index].reset_index(drop=True)
