"""The example corpus: invented, said to be so, read without a doubt that is not meant, and coherent in its numbers."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import pressroom as pr

FOLDER = Path(__file__).parents[1] / "data" / "example"
PAGES = sorted(path for path in FOLDER.rglob("content_*")) + sorted(FOLDER.rglob("node_*"))
OWN_LINE = re.compile(r"^(?:<p><strong>)?([A-Z0-9][\w' .-]{1,40}):(?:</strong></p>)?$", re.MULTILINE)
SAME_LINE = re.compile(r"^([A-Z][\w' .-]{2,40}): (?=[A-Z0-9])", re.MULTILINE)
HEADINGS = {"Speakers", "Chairperson", "Date", "Adjust font size"}

HELD = {
    "2023-06_beiling": "2023-06-14",
    "2023-11_haiqing": "2023-11-09",
    "2024-04_yunze": "2024-04-18",
    "2024-08_beiling": "2024-08-29",
    "2025-03_haiqing": "2025-03-20",
    "2025-07_yunze": "2025-07-24",
}


@pytest.fixture(scope="module")
def corpus():
    return pr.read(FOLDER)


def _folder(source: str) -> str:
    return Path(source).parent.name


def test_nothing_is_refused_and_every_page_is_there(corpus):
    assert not corpus.refusals
    assert {Path(source).name for source in corpus.pages["source"]} == {path.name for path in PAGES}
    assert len(PAGES) == 55


def test_every_title_says_that_it_is_invented(corpus):
    assert corpus.documents["title"].str.endswith("(invented example)").all()
    assert "Everything here is invented" in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_first_pages_state_the_day_held(corpus):
    stated = corpus.documents[corpus.documents["held_from"] == "stated"]
    found = {
        _folder(corpus.pages.loc[corpus.pages["doc_id"] == row.doc_id, "source"].iloc[0]): row.held
        for row in stated.itertuples()
    }
    assert found == HELD


def test_one_page_is_missing_on_purpose():
    numbers = {int(m[1]) if (m := re.search(r"_(\d+)\.txt$", path.name)) and int(m[1]) < 99 else 1
               for path in (FOLDER / "2023-11_haiqing").iterdir()}  # fmt: skip
    assert set(range(1, 12)) - numbers == {7}


def test_every_printed_label_becomes_a_turn(corpus):
    for path in PAGES:
        pattern = SAME_LINE if "2025-07" in str(path) else OWN_LINE
        page = re.sub(r"</strong><strong>", "", path.read_text(encoding="utf-8"))
        printed = Counter(name for name in pattern.findall(page) if name not in HEADINGS)
        printed.pop("Her story contains everything", None)  # a colon in speech, put there as a trap
        document = corpus.pages.loc[corpus.pages["source"].map(lambda s, p=path: Path(s).name == p.name)].iloc[0]
        turns = corpus.turns[corpus.turns["doc_id"] == document["doc_id"]]
        inside = turns[turns["start"].between(document["start"], document["end"] - 1)]
        read = Counter(inside["label"].dropna())
        assert read - printed == Counter(), path.name
        assert printed - read <= Counter({"21st Century Business Herald": 1}), path.name


def test_the_lost_label_is_a_question_by_nobody(corpus):
    lost = corpus.turns[corpus.turns["text"].str.startswith("I noticed that the governor spoke of talent")].iloc[0]
    assert lost["kind"] == "journalist" and lost["inferred"] and not isinstance(lost["label"], str)


def test_outlets_of_all_groups_ask(corpus):
    groups = set(corpus.turns.loc[corpus.turns["kind"] == "journalist", "outlet_group"])
    assert groups >= {"mainland", "hong_kong_macao", "taiwan", "foreign", "unknown"}


def test_no_sentence_is_said_twice(corpus):
    speech = corpus.sentences[corpus.sentences["n_words"] >= 6]
    said = Counter(" ".join(text.lower().split()) for text in speech["text"] if re.search("[a-z]{3}", text))
    assert [text for text, times in said.items() if times > 1] == []


# A level, a later level, the growth stated between them; each in the words of some page of the corpus.
GROWN = [
    ("GDP reached 1.59 trillion yuan", "1.59", "GDP for 2023 was 1.66 trillion yuan, up 4.6%", "1.66", "4.6"),
    ("grain output was 36.4 million tonnes", "36.4", "in 2023 was 36.9 million tonnes, up 1.4%", "36.9", "1.4"),
    ("solar power was 24.6 million", "24.6", "grew by 26.8% last year to 31.2 million", "31.2", "26.8"),
    ("came to 182.5 billion yuan", "182.5", "foreign trade was 208.4 billion yuan, up 14.2%", "208.4", "14.2"),
    ("residents was 28,340 yuan", "28,340", "was 29,870 yuan, an increase of 5.4%", "29,870", "5.4"),
    ("stood at 3.12 million", "3.12", "3.36 million market entities at the end of 2023, an increase of 7.7%",
     "3.36", "7.7"),
    ("which stood at 3,610", "3,610", "there were 4,385 at the end of last year, up 21.5%", "4,385", "21.5"),
    ("fell 4.1% to 92.6 billion yuan", "92.6", "rose 12% year on year to 103.7 billion", "103.7", "12"),
    ("A total of 512 million visits", "512", "Visits in 2024 numbered 578 million, up 12.9%", "578", "12.9"),
    ("produced 148 billion yuan", "148", "was 172 billion yuan in 2024, up 16.2%", "172", "16.2"),
    ("accounted for 58.4 million kilowatts", "58.4", "67.7 million kilowatts at the end of last year, up 15.9%",
     "67.7", "15.9"),
    ("output was 482,000 tonnes", "482,000", "Tea production was 511,000 tonnes in 2024, up 6%", "511,000", "6"),
    ("2023, when there were 489,000", "489,000", "there were 507,000 births, 3.7% more", "507,000", "3.7"),
    ("down 3.4% from 14.6 billion", "14.6", "was 14.1 billion U.S. dollars last year, down 3.4%", "14.1", "-3.4"),
]  # fmt: skip


def _rounded(printed: str) -> tuple[float, float]:
    """The least and the greatest number that is printed so."""
    plain = printed.replace(",", "")
    decimals = len(plain.partition(".")[2])
    half = 0.5 * 10.0 ** (-decimals if decimals else len(plain) - len(plain.rstrip("0")))
    return float(plain) - half, float(plain) + half


@pytest.mark.parametrize(("before", "old", "after", "new", "rate"), GROWN)
def test_levels_and_growth_agree_within_rounding(before, old, after, new, rate):
    everything = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert before in everything and old in before
    assert after in everything and new in after and rate.lstrip("-") in after
    (old_low, old_high), (new_low, new_high), (rate_low, rate_high) = map(_rounded, (old, new, rate))
    assert 100 * (new_low / old_high - 1) <= rate_high
    assert 100 * (new_high / old_low - 1) >= rate_low
