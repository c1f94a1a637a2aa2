"""Questions apart from answers: who asks what, who answers, who raised a theme first."""

import pytest

import pressroom as pr
from conftest import GOLD, GOLD_PAGES, ROOT
from pressroom.asking import FOLLOWS_UP, HANDS_ON

CODEBOOK = pr.Codebook.load(ROOT / "data/codebook/themes.yaml")


@pytest.fixture(scope="module")
def many():
    return pr.read(GOLD_PAGES)


def test_every_question_is_listed_once_with_its_length_and_marks(many):
    asked = pr.asked_questions(many)
    turns = many.turns[many.turns["kind"] == "journalist"]
    assert list(zip(asked["doc_id"], asked["turn"], strict=True)) == list(
        zip(turns["doc_id"], turns["turn"], strict=True)
    )
    assert asked["n_words"].sum() == turns["n_words"].sum()


def test_two_questions_in_one_turn_are_two():
    asked = pr.asked_questions(pr.read(GOLD / "d06_mfa_one_paragraph.txt")).set_index("asker")
    assert asked.loc["AFP", "n_questions"] == 2 and asked.loc["Reuters", "n_questions"] == 1


def test_a_follow_up_says_so_or_comes_from_the_same_outlet():
    asked = pr.asked_questions(pr.read(GOLD / "d08_reporter_from_transport.txt"))
    assert asked["follow_up"].tolist() == [False, False, True, False]  # China Daily twice in a row


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("A follow-up, if I may.", True),
        ("To follow up on that, has he left?", True),
        ("May I ask one more?", True),
        ("What will follow from this?", False),
        ("How many followers are there?", False),
    ],
)
def test_words_of_a_follow_up(text, follows):
    assert bool(FOLLOWS_UP.search(text)) == follows


@pytest.mark.parametrize(
    ("text", "hands_on"),
    [
        ("I will invite Mr. Bai to take this one.", True),
        ("I'd like to hand over to my colleague.", True),
        ("For the second question, I will ask Director Kong to answer.", True),
        ("We invite investors from all countries.", False),
        ("Let me share some figures with you. Mr. Bai will follow.", False),
    ],
)
def test_words_that_hand_a_question_on(text, hands_on):
    assert bool(HANDS_ON.search(text)) == hands_on


def test_a_delegated_answer_names_who_hands_on_and_who_takes_over():
    given = pr.given_answers(pr.read(GOLD / "d10_lost_mid_industry.txt"))
    handed = given[given["handed_to"].notna()].iloc[0]
    taken = given[given["handed_by"].notna()].iloc[0]
    assert (handed["speaker"], handed["handed_to"], handed["order"]) == ("Yao Jingtian", "Nie Qingping", 1)
    assert (taken["speaker"], taken["handed_by"], taken["order"]) == ("Nie Qingping", "Yao Jingtian", 2)
    assert taken["question"] == handed["question"]


def test_a_second_answer_that_nobody_asked_for_is_not_delegated():
    given = pr.given_answers(pr.read(GOLD / "d25_rail_lost_first_nbsp.txt"))
    assert given["order"].max() == 2 and given["handed_to"].isna().all()


def test_officials_are_counted_with_what_they_hand_on(many):
    officials = pr.answering_officials(many)
    given = pr.given_answers(many)
    assert officials["n_answers"].sum() == len(given) and officials["n_words"].sum() == given["n_words"].sum()
    assert officials["n_handed_on"].sum() == officials["n_taken_over"].sum() == given["handed_to"].notna().sum() > 0
    apart = pr.answering_officials(many, by="conference")
    assert apart["n_answers"].sum() == len(given) and list(apart.columns)[:2] == ["conference", "speaker"]


@pytest.mark.parametrize("by", ["outlet_group", "outlet", "conference", "year", ["outlet_group", "outlet"]])
def test_outlets_add_up_however_they_are_grouped(many, by):
    table = pr.asking_outlets(many, by=by)
    asked = pr.asked_questions(many)
    assert table["n_turns"].sum() == len(asked) and table["share_pct"].sum() == pytest.approx(100)
    assert table["n_questions"].sum() == asked["n_questions"].sum()
    assert table["n_turns"].is_monotonic_decreasing and (table["n_answered"] <= table["n_turns"]).all()


def test_one_question_is_no_share_and_says_so(seed):
    (row,) = pr.asking_outlets(seed).to_dict("records")
    assert row["outlet"] == "not named" and row["note"].startswith("fewer than 5 turns ask")


def test_the_journalist_raised_the_seeds_slogan_on_the_page_that_was_found(seed):
    first = pr.raised_first(pr.theme_hits(seed, CODEBOOK), seed).set_index("theme")
    assert (first.loc["nqpf", "kind"], first.loc["nqpf", "n_hits"]) == ("journalist", 6)
    assert first.loc["talent", "kind"] == "official"
    assert set(first["note"]) == {"first on the 1 of 11 pages that were found"}


def test_each_theme_is_raised_once_a_conference_by_its_first_hit(many):
    hits = pr.theme_hits(many, CODEBOOK)
    first = pr.raised_first(hits, many)
    assert len(first) == len(hits.drop_duplicates(["doc_id", "theme"]))
    assert first["n_hits"].sum() == len(hits)


def test_a_theme_may_be_asked_and_answered_or_not_or_brought_up_unasked(tmp_path):
    # an invented page
    path = tmp_path / "page.txt"
    path.write_text(
        "SCIO press conference on the orchards of Beiling\n\nChina.org.cn | June 3, 2024\n\n"
        "Gao Anmin:\n\nThe floor is open for questions.\n\n"
        "Beiling Daily:\n\nWhat about coal, and what about grain?\n\n"
        "Sun Peili:\n\nThe harvest was good. Tourism grew too.\n",
        encoding="utf-8",
    )
    corpus = pr.read(path)
    hits = pr.theme_hits(corpus, CODEBOOK)
    assert pr.asked_and_answered(hits, corpus).set_index("theme")["outcome"].to_dict() == {
        "energy": "asked, not answered",
        "agri_grain": "asked and answered",
        "culture_tourism": "answered unasked",
    }
    summed = pr.asked_themes(hits, corpus).set_index("theme")
    assert summed.loc["energy", ["n_asked", "n_answered", "n_not_answered"]].tolist() == [1, 0, 1]
    assert summed.loc["culture_tourism", ["n_asked", "n_unasked"]].tolist() == [0, 1]
    assert summed.loc["energy", "note"] == "asked fewer than 5 times"
