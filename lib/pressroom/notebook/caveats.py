"""A corpus in, what it cannot show out: sentences for the notebooks, with the numbers that make them true."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from ..prose import Note, counted, plain
from ..segmenting.doubts import runs
from ..tables import GROWTH

if TYPE_CHECKING:
    from ..corpus import Corpus

FEW_WORDS = 5000  # below this one hit more or less moves a rate per 1,000 words by 0.2 or more


def of_corpus(corpus: Corpus) -> Note:
    """What the pages at hand leave open: missing pages, inferred turns, dates that stand in for others."""
    return Note.of([*_missing(corpus), *_inferred(corpus), *_dates(corpus)] or ["Nothing that the pages show."])


def of_speech(corpus: Corpus) -> Note:
    """What may mislead about shares of speech."""
    return Note.of(
        [
            *_missing(corpus),
            *_inferred(corpus),
            *_few_speakers(corpus),
            *_one_conference(corpus),
            "Words are those of the English translation; an official and the interpreter are not told apart in it.",
        ]
    )


def of_themes(corpus: Corpus) -> Note:
    """What may mislead about frequencies of themes."""
    return Note.of([*_missing(corpus), *_few_words(corpus), *_one_conference(corpus)])


def of_figures(figures: pd.DataFrame, corpus: Corpus) -> Note:
    """What may mislead about growth figures."""
    growth = figures[figures["kind"].isin(GROWTH)]
    said = [f"{counted(len(growth), 'growth figure')} in all: too few for a comparison."] if len(growth) < 10 else []
    return Note.of(
        [
            *_missing(corpus),
            *said,
            *_dates(corpus),
            "A figure is what was claimed at the conference, not what was measured; nothing here checks it.",
        ]
    )


def _missing(corpus: Corpus) -> Iterator[str]:
    partial = corpus.documents[~corpus.documents["complete"].astype(bool)]
    for row in partial.head(3).itertuples():
        of = "" if len(corpus.documents) == 1 else f" of “{plain(row.title)}”"
        n_here = len(row.pages_found) or 1
        which = f"page {runs(row.pages_found)}" if row.pages_found else "it is not known which"
        yield (
            f"Of {counted(row.pages_expected, 'page')}{of} only {n_here} {'is' if n_here == 1 else 'are'} here "
            f"({which}): shares, counts and rates are of that part."
        )
    if len(partial) > 3:
        yield f"{counted(len(partial) - 3, 'more conference')} with pages missing."


def _inferred(corpus: Corpus) -> Iterator[str]:
    turns = corpus.turns.dropna(subset="inferred")
    if len(turns):
        share = 100 * turns["n_words"].sum() / max(corpus.turns["n_words"].sum(), 1)
        yield (
            f"{counted(len(turns), 'turn')} ({share:.1f}% of the words) without a printed label: "
            "that somebody else speaks there is inferred, on the evidence given in notebook 01."
        )


def _dates(corpus: Corpus) -> Iterator[str]:
    posted = int((corpus.documents["held_from"] == "published").sum())
    unknown = int(corpus.documents["held"].isna().sum())
    if posted:
        yield f"{counted(posted, 'conference')} dated by the day of posting: periods such as “last year” count from it."
    if unknown:
        yield f"{counted(unknown, 'conference')} without any date: periods such as “last year” are not resolved."


def _few_speakers(corpus: Corpus) -> Iterator[str]:
    n_speakers = corpus.turns["speaker"].nunique()
    if n_speakers < 5:
        yield f"{counted(n_speakers, 'named speaker')}: a ranking of so few says little."


def _one_conference(corpus: Corpus) -> Iterator[str]:
    if len(corpus.documents) == 1:
        yield "One conference: no trend and no comparison between conferences can be read from this."


def _few_words(corpus: Corpus) -> Iterator[str]:
    n_words = int(corpus.turns["n_words"].sum())
    if 0 < n_words < FEW_WORDS:
        yield (
            f"{counted(n_words, 'word')}: one hit more or less moves a rate by {1000 / n_words:.1f} per 1,000 words, "
            "so differences of that size mean nothing."
        )
