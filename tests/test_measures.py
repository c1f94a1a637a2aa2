"""Rates with intervals, trend, dispersion, co-occurrence, lexical measures: numbers worked out by hand."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressroom as pr
from conftest import GOLD, GOLD_PAGES, ROOT
from pressroom.counting.lexical import mattr
from pressroom.counting.measures import theme_rates

CODEBOOK = pr.Codebook.load(ROOT / "data/codebook/themes.yaml")


@pytest.fixture(scope="module")
def many():
    return pr.read(GOLD_PAGES)


@pytest.fixture(scope="module")
def hits(many):
    return pr.theme_hits(many, CODEBOOK)


@pytest.fixture(scope="module")
def seed_hits(seed):
    return pr.theme_hits(seed, CODEBOOK)


def test_a_rate_is_hits_for_every_thousand_words(seed, seed_hits):
    rates = pr.theme_rates(seed_hits, seed).set_index("theme")
    row = rates.loc["nqpf"]
    assert (row["n_hits"], row["n_words"], row["n_sentences"], row["n_turns"], row["n_documents"]) == (6, 670, 6, 2, 1)
    assert row["rate_per_1000"] == pytest.approx(6000 / 670)
    assert row["sentence_share_pct"] == pytest.approx(100 * 6 / len(seed.sentences))


@pytest.mark.parametrize(
    "by", [[], "doc_id", "conference", "speaker", "kind", "function", "outlet_group", "year", ["year", "kind"]]
)
def test_hits_and_words_add_up_however_they_are_grouped(many, hits, by):
    rates = pr.theme_rates(hits, many, by=by)
    assert rates["n_hits"].sum() == len(hits)
    one = rates[rates["theme"] == "energy"]
    assert one["n_words"].sum() == many.documents["n_words"].sum()


def test_an_interval_holds_its_rate_and_is_the_same_every_time(many, hits):
    rates = pr.theme_rates(hits, many, by="kind")
    known = rates.dropna(subset="rate_low")
    assert len(known) and (known["rate_low"] <= known["rate_per_1000"]).all()
    assert (known["rate_per_1000"] <= known["rate_high"]).all()
    pd.testing.assert_frame_equal(rates, pr.theme_rates(hits, many, by="kind"))


def test_a_wider_level_gives_a_wider_interval(many, hits):
    wide = pr.theme_rates(hits, many, by=[], level=0.99).iloc[0]
    narrow = pr.theme_rates(hits, many, by=[], level=0.8).iloc[0]
    assert wide["rate_low"] < narrow["rate_low"] < narrow["rate_high"] < wide["rate_high"]


def test_the_interval_says_what_was_drawn_again(many, hits, seed, seed_hits):
    assert set(pr.theme_rates(hits, many, by=[])["interval_over"]) == {"conference"}
    assert set(pr.theme_rates(hits, many, by=[], over="turn")["interval_over"]) == {"turn"}
    assert set(pr.theme_rates(seed_hits, seed)["interval_over"]) == {"sentence"}
    assert set(pr.theme_rates(seed_hits, seed, over="turn")["interval_over"]) == {"none"}
    assert pr.theme_rates(seed_hits, seed, over="turn")["rate_low"].isna().all()


def test_words_inside_one_speech_are_no_independent_witnesses(many, hits):
    """Drawing whole conferences again gives wider intervals than drawing sentences, where a theme comes in clumps."""
    width = {}
    for over in ("conference", "sentence"):
        row = pr.theme_rates(hits, many, by=[], over=over).set_index("theme").loc["energy"]
        width[over] = row["rate_high"] - row["rate_low"]
    assert width["conference"] > 1.5 * width["sentence"]


def test_no_hit_has_an_upper_end_all_the_same(many, hits):
    row = pr.theme_rates(hits, many, by=[], themes=["northeast"]).iloc[0]
    assert (row["n_hits"], row["rate_per_1000"], row["rate_low"]) == (0, 0, 0)
    assert row["rate_high"] == pytest.approx(1000 * -math.log(0.025) / row["n_words"])


def test_small_numbers_come_with_their_warning(seed, seed_hits):
    notes = pr.theme_rates(seed_hits, seed).set_index("theme")["note"]
    assert "fewer than 1,000 words" in notes["nqpf"] and "fewer than 5 hits" not in notes["nqpf"]
    assert "fewer than 5 hits" in notes["energy"] and "interval over sentences" in notes["energy"]


def test_wrong_ways_to_ask_are_named(seed, seed_hits):
    with pytest.raises(ValueError, match="cannot draw intervals over 'word'; choose from auto"):
        theme_rates(seed_hits, seed, over="word")
    with pytest.raises(ValueError, match="level 95"):
        theme_rates(seed_hits, seed, level=95)
    with pytest.raises(KeyError, match=r"cannot group by \['province'\]; choose from .*speaker"):
        theme_rates(seed_hits, seed, by="province")


def test_a_column_of_ones_own_groups_every_measure(tmp_path):
    corrections = tmp_path / "corrections"
    corrections.mkdir()
    (corrections / "documents.csv").write_text(
        "title,held,page,reason,source,province,series\n"
        '"SCIO press conference on striving to break new ground in high-quality development and sustained '
        'revitalization of Heilongjiang",,,for a test,the page,Heilongjiang,high-quality development\n',
        encoding="utf-8",
    )
    corpus = pr.read([ROOT / "seeds", GOLD / "d02_page1_headings.txt"], corrections=corrections)
    shares = pr.speaker_share(corpus, by="province")
    assert shares["province"].tolist().count("Heilongjiang") == 1 and len(shares) == 2
    hits = pr.theme_hits(corpus, CODEBOOK)
    rates = pr.theme_rates(hits, corpus, by=["province", "series"], themes=["nqpf"]).set_index("province")
    assert rates.loc["Heilongjiang", "n_hits"] == 6
    assert pr.asking_outlets(corpus, by="province")["n_turns"].sum() == len(pr.asked_questions(corpus))
    assert pr.spoken(corpus)["series"].nunique() == 1


def test_a_column_that_has_the_name_of_another_is_refused(tmp_path):
    (tmp_path / "documents.csv").write_text(
        "title,held,page,reason,source,speaker\nx,,,y,z,somebody\n", encoding="utf-8"
    )
    corpus = pr.read(ROOT / "seeds", corrections=tmp_path)
    with pytest.raises(ValueError, match=r"documents.csv: the column 'speaker' is a column .* rename yours"):
        pr.spoken(corpus)


NOTHING = {
    "rates": pr.theme_rates,
    "trend": pr.theme_trend,
    "dispersion": pr.theme_dispersion,
    "cooccurrence": pr.theme_cooccurrence,
    "first": pr.raised_first,
    "asked and answered": pr.asked_and_answered,
    "asked": pr.asked_themes,
    "keyness": pr.theme_keyness,
}


@pytest.mark.parametrize("name", NOTHING)
def test_a_corpus_without_a_hit_gives_a_table_without_rows(seed, seed_hits, name):
    full = NOTHING[name](seed_hits, seed)
    empty = NOTHING[name](seed_hits.head(0), seed)
    assert empty.empty and list(empty.columns) == list(full.columns)


# trend --------------------------------------------------------------------------------------------------------


def test_a_trend_is_in_the_order_the_conferences_were_held(many, hits):
    trend = pr.theme_trend(hits, many, ["energy", "rural"])
    n_held = many.turns["doc_id"].nunique()
    assert trend["theme"].tolist() == ["energy"] * n_held + ["rural"] * n_held
    for _, of_theme in trend.groupby("theme"):
        assert of_theme["held"].dropna().is_monotonic_increasing
    assert trend["n_hits"].sum() == hits["theme"].isin(["energy", "rural"]).sum()


def test_one_conference_is_no_trend_and_says_so(seed, seed_hits):
    assert pr.theme_trend(seed_hits, seed)["note"].str.startswith("1 of at least 5 conferences: no trend").all()


# dispersion ---------------------------------------------------------------------------------------------------


def speech(*counts):
    """Sentences of ten words, so many of them the word grain, as a corpus and its hits."""
    corpus = pr.read_text("\n".join("grain " * n + "other " * (10 - n) for n in counts))
    return corpus, pr.theme_hits(corpus, pr.Codebook((CODEBOOK["agri_grain"],)))


def test_an_even_spread_has_no_deviation_and_full_dispersion():
    corpus, hits = speech(2, 2, 2, 2, 2)
    row = pr.theme_dispersion(hits, corpus, over="sentence").iloc[0]
    assert (row["n_hits"], row["n_parts"], row["range"]) == (10, 5, 5)
    assert row["dp"] == pytest.approx(0) and row["juilland_d"] == pytest.approx(1) and row["note"] == ""


def test_one_part_with_all_hits_is_as_uneven_as_can_be():
    corpus, hits = speech(5, 0, 0, 0, 0)
    row = pr.theme_dispersion(hits, corpus, over="sentence").iloc[0]
    assert row["dp"] == pytest.approx(0.8) and row["dp_norm"] == pytest.approx(1)
    assert row["juilland_d"] == pytest.approx(0)


def test_gries_deviation_is_half_the_sum_of_differences():
    corpus, hits = speech(3, 1, 0, 0)
    row = pr.theme_dispersion(hits, corpus, over="sentence").iloc[0]
    assert row["dp"] == pytest.approx((0.5 + 0 + 0.25 + 0.25) / 2)
    assert "fewer than 5 hits" in row["note"] and "fewer than 5 parts" in row["note"]


def test_dispersion_over_an_unknown_part_is_named(seed, seed_hits):
    with pytest.raises(ValueError, match="no parts 'page'; choose from conference"):
        pr.theme_dispersion(seed_hits, seed, over="page")


# co-occurrence, words -----------------------------------------------------------------------------------------


def test_pairs_of_themes_are_counted_once_a_unit(seed, seed_hits):
    pairs = pr.theme_cooccurrence(seed_hits, seed).set_index(["theme", "other"])
    sentences = seed_hits.groupby(["turn", "sentence"])["theme"].agg(set)
    for (a, b), row in pairs.iterrows():
        assert row["n_both"] == sum({a, b} <= themes for themes in sentences)
        assert row["n_both"] <= min(row["n_theme"], row["n_other"])
        assert row["n_expected"] == pytest.approx(row["n_theme"] * row["n_other"] / len(seed.sentences))


def test_a_pair_in_every_turn_of_the_corpus_has_no_log_ratio(seed, seed_hits):
    pairs = pr.theme_cooccurrence(seed_hits, seed, unit="conference")
    assert pairs["log_ratio"].isna().all() and (pairs["n_both"] == 1).all()


def test_ngrams_do_not_cross_the_end_of_a_sentence():
    corpus = pr.read_text("New forces grow. Grow new forces. New forces.")
    assert pr.ngrams(corpus, 2)[["ngram", "n_times"]].to_numpy().tolist() == [["new forces", 3]]


def test_collocates_leave_out_the_term_itself_and_count_a_word_between_two_hits_once():
    corpus = pr.read_text("rich grain rich grain rich. " * 3 + "poor soil here. " * 20)
    near = pr.collocates(corpus, "grain", span=1).set_index("collocate")
    assert list(near.index) == ["rich"] and near.loc["rich", "n_near"] == 9
    assert near.loc["rich", "mutual_information"] == pytest.approx(math.log2(9 * 75 / (9 * 9)))


@pytest.mark.parametrize(("window", "expected"), [(2, 5 / 6), (4, 0.5), (5, None)])
def test_the_moving_ratio_is_the_mean_over_all_windows(window, expected):
    assert mattr(["a", "b", "a", "a"], window) == (pytest.approx(expected) if expected else None)


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=30), st.integers(2, 10))
def test_the_moving_ratio_is_what_counting_each_window_gives(words, window):
    windows = [words[n : n + window] for n in range(len(words) - window + 1)]
    slow = sum(len(set(w)) / window for w in windows) / len(windows) if windows else None
    assert mattr(words, window) == (pytest.approx(slow) if windows else None)


def test_a_speech_shorter_than_the_window_has_no_variety_and_says_so(seed):
    variety = pr.lexical_variety(seed, by="kind").set_index("kind")
    assert variety.loc["chair", "note"] == "shorter than the window of 50 words"
    assert pd.isna(variety.loc["chair", "mattr"]) and 0.7 < variety.loc["official", "mattr"] < 1
