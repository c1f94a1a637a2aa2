"""A corpus in, its words and runs of words with how often and where they are said out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from ..speaking import group_columns, spoken
from ..words import WORD

if TYPE_CHECKING:
    from ..corpus import Corpus


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


def lexical_variety(corpus: Corpus, by: str | Sequence[str] = "speaker", window: int = 50) -> pd.DataFrame:
    """How varied the words of each group of speech are.

    The ratio of types to tokens falls as a speech grows, so it compares nothing but speeches of one length. Its
    moving average over windows of equal length does not (MATTR; Covington & McFall, 2010).

    Parameters
    ----------
    corpus : Corpus
    by : str or sequence of str
        Columns of `pressroom.spoken`.
    window : int
        Words in a window.

    Returns
    -------
    pandas.DataFrame
        One row a group, most varied first: the columns of `by`, `n_words, n_types, type_token_ratio, mattr`, and
        `note`; a group shorter than the window has no MATTR.

    Raises
    ------
    ValueError
        If the window is shorter than two words.

    Examples
    --------
    >>> import pressroom as pr
    >>> lexical_variety(pr.read(pr.project_path("seeds")), by="kind").loc[0, "kind"]
    'official'
    """
    if window < 2:
        raise ValueError(f"a window of {window} words has no variety; give 2 or more, such as 50")
    turns = spoken(corpus)
    groups = group_columns(by, turns)
    rows: list[dict[str, Any]] = []
    for values, members in turns.groupby(groups, dropna=False):
        sentences = corpus.sentences.merge(members[["doc_id", "turn"]], on=["doc_id", "turn"])
        words = [word for text in sentences["text"] for word in word_ngrams(text)]
        short = "" if len(words) >= window else f"shorter than the window of {window} words"
        n_types = len(set(words))
        counts = {"n_words": len(words), "n_types": n_types}
        ratios = {"type_token_ratio": n_types / len(words) if words else None, "mattr": mattr(words, window)}
        rows.append({**dict(zip(groups, values, strict=True)), **counts, **ratios, "note": short})
    columns = [*groups, "n_words", "n_types", "type_token_ratio", "mattr", "note"]
    table = pd.DataFrame(rows, columns=columns).astype({"type_token_ratio": "float64", "mattr": "float64"})
    return table.sort_values(["mattr", "n_words"], ascending=False, na_position="last", ignore_index=True)


def mattr(words: Sequence[str], window: int) -> float | None:
    """The mean ratio of types to tokens over every window of so many words; none for fewer words than that.

    Examples
    --------
    >>> mattr(["a", "b", "a", "a"], 2)
    0.8333333333333334
    """
    if len(words) < window:
        return None
    inside = Counter(words[:window])
    total = len(inside)
    for leaving, entering in zip(words, words[window:], strict=False):
        inside[leaving] -= 1
        if not inside[leaving]:
            del inside[leaving]
        inside[entering] += 1
        total += len(inside)
    return total / window / (len(words) - window + 1)
