"""A corpus and a term in, the words said near it more often than chance would have it out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd

from ..words import WORD
from .lexical import word_ngrams
from .matching import Terms

if TYPE_CHECKING:
    from ..corpus import Corpus

# NLTK's names of its association measures of two words, and ours.
MEASURES = {
    "log_likelihood": "likelihood_ratio",
    "mutual_information": "pmi",
    "t_score": "student_t",
    "dice": "dice",
    "chi_squared": "chi_sq",
}
FEW = 5


def collocates(corpus: Corpus, term: str, span: int = 5, sort: str = "log_likelihood", least: int = 3) -> pd.DataFrame:
    """The words that stand near a term, by NLTK's association measures.

    Parameters
    ----------
    corpus : Corpus
    term : str
        As in the codebook: "new quality productive force*".
    span : int
        Words to the left and to the right that count as near, within the sentence.
    sort : {"log_likelihood", "mutual_information", "t_score", "dice", "chi_squared"}
        Log-likelihood favours certainty, mutual information rare words, the t-score frequent ones.
    least : int
        Words near it fewer times are left out.

    Returns
    -------
    pandas.DataFrame
        One row a word in small letters: `collocate, n_near, n_words` (in the corpus)`, n_expected` (near it, by
        chance)`, log_likelihood, mutual_information, t_score, dice, chi_squared`, and `note`.

    Raises
    ------
    ValueError
        If the measure is none of the five, or `span` is less than 1.

    Examples
    --------
    >>> import pressroom as pr
    >>> collocates(pr.read(pr.project_path("seeds")), "talent", span=2, least=2)["collocate"].tolist()[:2]
    ['cultivation', 'of']
    """
    from nltk.metrics.association import BigramAssocMeasures

    if sort not in MEASURES:
        raise ValueError(f"no measure {sort!r}; choose from {', '.join(MEASURES)}")
    if span < 1:
        raise ValueError(f"a span of {span} words is none; give 1 or more")
    words, near, places = _counted(corpus, term, span)
    total, rows = sum(words.values()), []
    for word, n_near in near.items():
        if n_near >= least:
            # NLTK's marginals: near both, places near the term, the word anywhere, all words.
            margins = (n_near, (places, words[word]), total)
            scores = {ours: float(getattr(BigramAssocMeasures, theirs)(*margins)) for ours, theirs in MEASURES.items()}
            few = f"near it fewer than {FEW} times" if n_near < FEW else ""
            expected = places * words[word] / total
            counts = {"n_near": n_near, "n_words": words[word], "n_expected": expected}
            rows.append({"collocate": word, **counts, **scores, "note": few})
    columns = ["collocate", "n_near", "n_words", "n_expected", *MEASURES, "note"]
    table = pd.DataFrame(rows, columns=columns).astype({"collocate": "str", "note": "str"})
    above = table[table["n_near"] > table["n_expected"]]
    return above.sort_values([sort, "collocate"], ascending=[False, True], ignore_index=True)


def _counted(corpus: Corpus, term: str, span: int) -> tuple[Counter[str], Counter[str], int]:
    """Every word of the corpus, the words near the term, and how many places near it there are."""
    terms = Terms([(term, False)])
    words: Counter[str] = Counter()
    near: Counter[str] = Counter()
    for text in corpus.sentences["text"]:
        said = word_ngrams(text)
        words.update(said)
        at = [match.start() for match in WORD.finditer(text)]
        inside, around = set[int](), set[int]()
        for start, end, _ in terms.find(text):
            own = [n for n, place in enumerate(at) if start <= place < end]
            if own:
                inside.update(own)
                around.update(range(max(0, own[0] - span), min(len(at), own[-1] + span + 1)))
        # A word between two hits is near once, and the words of the term itself are not near it.
        near.update(said[n] for n in around - inside)
    return words, near, sum(near.values())
