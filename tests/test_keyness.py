"""Keyness: worked examples, and what the measures must do whatever the counts."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressroom as pr
from conftest import GOLD_PAGES, ROOT
from pressroom.counting.keyness import _holm, log_likelihood, log_ratio

CODEBOOK = pr.Codebook.load(ROOT / "data/codebook/themes.yaml")
COUNTS = st.integers(0, 500)
SIZES = st.integers(1000, 100_000)


def test_log_likelihood_of_a_worked_example():
    # 100 of 10,000 against 50 of 20,000: expected 50 and 100; 2 (100 ln 2 + 50 ln 0.5)
    assert log_likelihood(100, 50, 10_000, 20_000) == pytest.approx(2 * (100 * math.log(2) + 50 * math.log(0.5)))


def test_the_log_ratio_doubles_with_every_point():
    assert log_ratio(40, 10, 1000, 1000)[0] == pytest.approx(2)
    assert log_ratio(10, 40, 1000, 1000)[0] == pytest.approx(-2)


def test_a_word_that_the_other_side_never_says_counts_as_half_a_time():
    assert log_ratio(8, 0, 1000, 1000)[0] == pytest.approx(math.log2(8 / 0.5))


@given(COUNTS, COUNTS, SIZES, SIZES)
def test_log_likelihood_is_never_negative_and_the_same_from_both_sides(a, b, n, m):
    assert 0 <= log_likelihood(a, b, n, m) == pytest.approx(log_likelihood(b, a, m, n))


@given(COUNTS, COUNTS, SIZES, SIZES)
def test_the_interval_holds_the_log_ratio_and_turns_round_with_the_sides(a, b, n, m):
    middle, low, high = log_ratio(a, b, n, m)
    assert low <= middle <= high
    assert (-middle, -high, -low) == pytest.approx(log_ratio(b, a, m, n))


@given(st.lists(st.floats(0, 1), max_size=20).map(sorted))
def test_adjusted_p_values_rise_and_are_never_smaller(p_values):
    adjusted = _holm(p_values)
    assert adjusted == sorted(adjusted)
    assert all(p <= q <= 1 for p, q in zip(p_values, adjusted, strict=True))


def test_words_of_officials_against_journalists(seed):
    words = pr.word_keyness(seed, least=1).set_index("item")
    spoken = pr.spoken(seed).groupby("kind")["n_words"].sum()
    row = words.loc["forces"]
    assert (row["n_target"], row["n_reference"]) == (4, 2)
    assert row["rate_reference_per_1000"] == pytest.approx(2000 / spoken["journalist"])
    assert words["n_target"].sum() == spoken["official"] and words["n_reference"].sum() == spoken["journalist"]
    assert words["note"].str.startswith("one side has fewer than 1,000 words").all()


def test_themes_are_most_certain_first_and_count_their_turns():
    corpus = pr.read(GOLD_PAGES)
    hits = pr.theme_hits(corpus, CODEBOOK)
    keyed = pr.theme_keyness(hits, corpus)
    assert keyed["log_likelihood"].is_monotonic_decreasing
    said = hits.merge(corpus.turns[["doc_id", "turn", "kind"]], on=["doc_id", "turn"])
    assert keyed["n_target"].sum() == (said["kind"] == "official").sum()
    assert (keyed["n_turns_target"] <= keyed["n_target"]).all()


def test_everybody_else_is_the_reference_when_none_is_named(seed):
    words = pr.word_keyness(seed, "official", None, least=1)
    assert words["n_reference"].sum() == 67


def test_groups_that_are_not_there_or_overlap_are_named(seed):
    with pytest.raises(ValueError, match=r"nobody speaks in the target \['minister'\]; the column 'kind' has chair"):
        pr.word_keyness(seed, "minister")
    with pytest.raises(ValueError, match="stands on both sides"):
        pr.word_keyness(seed, "official", ["official", "chair"])
    with pytest.raises(KeyError, match="cannot group by"):
        pr.word_keyness(seed, by="party")
