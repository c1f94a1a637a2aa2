"""A corpus in, its words and runs of words with how often and where they are said out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from .speaking import group_columns, spoken
from .words import WORD

if TYPE_CHECKING:
    from .corpus import Corpus


def word_ngrams(text: str, n: int = 1) -> list[str]:
    """A sentence in, its runs of `n` words in small letters out; words by the rule of `words.py`.

    Examples
    --------
    >>> word_ngrams("High-tech firms grew.", 2)
    ['high tech', 'tech firms', 'firms grew']
    """
    words = [word.replace("’", "'").lower() for word in WORD.findall(text)]
    return words if n == 1 else [" ".join(words[i : i + n]) for i in range(len(words) - n + 1)]


def ngrams(corpus: Corpus, n: int = 2, by: str | Sequence[str] = (), least: int = 2) -> pd.DataFrame:
    """The words, or runs of words, that are said most.

    Parameters
    ----------
    corpus : Corpus
    n : int
        Words in a run; a run does not cross the end of a sentence.
    by : str or sequence of str
        Columns of `pressroom.spoken`; empty for the whole corpus.
    least : int
        Runs said fewer times in a group are left out.

    Returns
    -------
    pandas.DataFrame
        The columns of `by`, `ngram` (in small letters), `n_times`, `rate_per_1000` (per 1,000 runs of that length),
        `n_turns`, `n_documents`; most frequent first in each group.

    Raises
    ------
    ValueError
        If `n` is less than 1.

    Examples
    --------
    >>> import pressroom as pr
    >>> ngrams(pr.read(pr.project_path("seeds")), n=4).loc[0, "ngram"]
    'new quality productive forces'
    """
    if n < 1:
        raise ValueError(f"a run of {n} words is none; give 1 or more")
    turns = spoken(corpus).assign(_all=0)
    groups = group_columns(by, turns)
    keys = groups or ["_all"]
    rows: list[dict[str, Any]] = []
    for values, members in turns.groupby(keys, dropna=False):
        sentences = corpus.sentences.merge(members[["doc_id", "turn"]], on=["doc_id", "turn"])
        times, in_turns, in_documents = Counter[str](), Counter[str](), Counter[str]()
        for _, of_document in sentences.groupby("doc_id"):
            seen: set[str] = set()
            for _, texts in of_document.groupby("turn")["text"]:
                runs = [run for text in texts for run in word_ngrams(text, n)]
                times.update(runs)
                in_turns.update(set(runs))
                seen |= set(runs)
            in_documents.update(seen)
        group = dict(zip(keys, values if isinstance(values, tuple) else (values,), strict=True))
        total = sum(times.values())
        for run, k in sorted(times.items(), key=lambda pair: (-pair[1], pair[0])):
            if k < least:
                break
            counts = {"n_times": k, "rate_per_1000": 1000 * k / total}
            rows.append({**group, "ngram": run, **counts, "n_turns": in_turns[run], "n_documents": in_documents[run]})
    return pd.DataFrame(rows, columns=[*groups, "ngram", "n_times", "rate_per_1000", "n_turns", "n_documents"])
