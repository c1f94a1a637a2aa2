"""What a notebook says: numbers in sentences that are true of the table, and honest about small corpora."""

import pandas as pd
import pytest

import pressroom as pr
from pressroom.notebook import caveats, findings
from pressroom.prose import bullets, listed, plain


def told(note):
    return str(note).replace("\\", "")


def test_the_seed_in_one_sentence(seed):
    assert "held 2024-04-26: 3 turns, 37 sentences, 670 words. 1 of 11 pages is here." in told(
        findings.corpus_read(seed)
    )


def test_the_first_speaker_is_named_with_words_and_share(seed):
    assert "Liang Huiling** (official) says most: 603 words, 90.0%" in told(findings.speakers(pr.speaker_share(seed)))


def test_words_of_answer_are_counted_for_each_word_of_a_question(seed):
    assert "13.7 words of answer" in told(findings.sides(pr.speaker_share(seed, by="function")))


def test_questions_without_an_answer_are_counted():
    asked = pd.DataFrame({"n_answers": [0, 1, 2]})
    assert told(findings.questions(asked)) == (
        "**3 questions**, 2 answered on these pages; 1 of them in several turns; 1 without an answer."
    )


def test_highest_and_lowest_growth_count_falls_as_negative():
    rows = [("22.9%", 22.9, "up"), ("3%", 3.0, "down"), ("1%", 1.0, "up")]
    table = pd.DataFrame(rows, columns=["text", "value", "direction"]).assign(
        kind="growth_rate", status="achieved", indicator="output", quote="said", period_start=None, period_end=None
    )
    highest, lowest = told(findings.growth(table)).splitlines()
    assert "22.9%" in highest and "3%" in lowest and "period not resolved" in lowest


@pytest.mark.parametrize(
    "text", ["*bold*", "<script>x</script>", "$5 and $6", "[link](x)", "a\n\nb", "`code`", "# head"]
)
def test_nothing_that_a_page_says_is_markup(text):
    escaped = plain(text)
    assert "<script" not in escaped and "\n" not in escaped
    assert all(escaped[n - 1] == "\\" for n, c in enumerate(escaped) if c in "*`[]" and n)


def test_caveats_of_one_page_of_eleven(seed):
    said = told(caveats.of_speech(seed))
    for part in ("Of 11 pages only 1 is here", "2 named speakers", "One conference: no trend", "6.6% of the words"):
        assert part in said


def test_a_conference_dated_by_its_posting_says_so(tmp_path, page):
    assert "dated by the day of posting" in told(caveats.of_corpus(pr.read(page)))


def test_lists_read_like_prose():
    assert listed([]) == "" and listed(["a"]) == "a" and listed(["a", "b"]) == "a and b"
    assert bullets([]) == ""
