"""Who spoke and how much: the seed's numbers, counted by the rule in words.py."""

import pytest

import pressroom as pr


def test_shares_of_the_seed_page(seed):
    shares = pr.speaker_share(seed).set_index("speaker")
    assert shares["n_words"].to_dict() == {"Liang Huiling": 603, "unnamed journalist": 44, "Xie Yingjun": 23}
    assert shares.loc["Xie Yingjun", "share_pct"] == pytest.approx(100 * 23 / 670)
    assert shares["n_turns"].tolist() == [1, 1, 1]


@pytest.mark.parametrize("by", ["speaker", "kind", "function", "outlet_group", "doc_id", ["doc_id", "kind"]])
def test_shares_add_up_to_a_hundred_and_are_sorted(seed, by):
    shares = pr.speaker_share(seed, by=by)
    assert shares["share_pct"].sum() == pytest.approx(100)
    assert shares["n_words"].is_monotonic_decreasing
    assert shares["n_words"].sum() == seed.documents["n_words"].sum()
    assert shares["n_sentences"].sum() == len(seed.sentences)


def test_questions_stand_apart_from_answers(seed):
    shares = pr.speaker_share(seed, by="function").set_index("function")["n_words"].to_dict()
    assert shares == {"answer": 603, "question": 44, "chairing": 23}


def test_an_unknown_grouping_lists_the_valid_ones(seed):
    with pytest.raises(KeyError, match=r"cannot group by \['party'\]; choose from .*speaker"):
        pr.speaker_share(seed, by="party")


def test_every_question_is_listed_with_its_answers(seed):
    (row,) = pr.exchanges(seed).to_dict("records")
    assert row["asker"] == "unnamed journalist" and row["answered_by"] == "Liang Huiling"
    assert (row["n_words_question"], row["n_answers"], row["n_words_answers"]) == (44, 1, 603)


def test_a_question_nobody_answers_is_listed_too(tmp_path):
    # an invented page that breaks off after the question
    path = tmp_path / "page.txt"
    path.write_text(
        "SCIO press conference on the orchards of Beiling\n\nChina.org.cn | June 3, 2024\n\n"
        "Gao Anmin:\n\nThe floor is open for questions.\n\nBeiling Daily:\n\nHow many apples were grown?\n",
        encoding="utf-8",
    )
    (row,) = pr.exchanges(pr.read(path)).to_dict("records")
    assert (row["n_answers"], row["answered_by"], row["n_words_answers"]) == (0, "", 0)
