"""The checks at the head of a notebook: they pass on what holds, and say what does not."""

import pandas as pd
import pytest

import pressroom as pr
from conftest import PAGE
from pressroom.notebook import checks


@pytest.fixture
def corpus(tmp_path):
    """A corpus of the invented page that a test may spoil."""
    path = tmp_path / "orchards.txt"
    path.write_text(PAGE, encoding="utf-8")
    return pr.read(path)


def test_a_sound_corpus_passes_and_the_checks_are_listed(corpus):
    listing = checks.corpus(corpus)
    assert (listing.table["expected"] == listing.table["found"]).all() and len(listing.table) == 5


def test_a_turn_that_is_not_its_words_is_found(corpus):
    corpus.turns.loc[0, "start"] += 1
    with pytest.raises(checks.CheckFailed, match="turns that are not the words at their offsets: expected 0, found 1"):
        checks.corpus(corpus)


def test_a_hole_in_the_ledger_is_found(corpus):
    corpus.parts = corpus.parts.drop(corpus.parts.index[-1])
    with pytest.raises(checks.CheckFailed, match="no part of the ledger"):
        checks.corpus(corpus)


def test_shares_that_lost_a_speaker_are_found(corpus):
    shares = pr.speaker_share(corpus)
    checks.shares(shares, corpus)
    with pytest.raises(checks.CheckFailed, match="per cent in all"):
        checks.shares(shares.iloc[1:], corpus)


def test_a_figure_with_a_wrong_quote_is_found(corpus):
    figures = pr.growth_figures(corpus)
    checks.evidence(figures, corpus)
    figures.loc[0, "quote"] = "something else"
    with pytest.raises(checks.CheckFailed, match="quotes that are not the words"):
        checks.evidence(figures, corpus)


def test_a_number_outside_its_quote_is_found(corpus):
    figures = pr.growth_figures(corpus)
    text = corpus.texts[figures.loc[0, "doc_id"]]
    figures.loc[0, ["quote_start", "quote_end", "quote"]] = [0, 4, text[:4]]
    with pytest.raises(checks.CheckFailed, match="numbers outside their own quote"):
        checks.evidence(figures, corpus)


def test_an_empty_table_of_figures_passes(corpus):
    figures = pr.growth_figures(corpus)
    assert isinstance(checks.evidence(figures.iloc[:0], corpus).table, pd.DataFrame)
