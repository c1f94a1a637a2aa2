"""The word rule and the sentence rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom import words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Heilongjiang's governor", 2),
        ("1,000 enterprises", 2),
        ("grew 22.9%", 2),
        ("high-tech", 2),
        ("high tech", 2),
        ("…—,.", 0),
        ("", 0),
        ("5G, G20 and C919", 4),
    ],
)
def test_a_word_is_a_run_of_letters_and_digits(text, count):
    assert words.n_words(text) == count


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Thank you, Mr. Yu. Next.", ["Thank you, Mr. Yu.", "Next."]),
        ("It grew 5.2%. That is good.", ["It grew 5.2%.", "That is good."]),
        (
            "Exports fell 3.5 percent in Jan. and rose later.",
            ["Exports fell 3.5 percent in Jan. and rose later."],
        ),
        ('He said "yes." Then he left.', ['He said "yes."', "Then he left."]),
        ("A first paragraph\n\nA second", ["A first paragraph", "A second"]),
        (" \n ", []),
    ],
)
def test_sentences_end_at_stops_and_line_breaks_but_not_at_abbreviations(text, sentences):
    assert [text[a:b] for a, b in words.sentence_spans(text)] == sentences


@given(st.text(alphabet="Ab .!?\n\u00a05,%", max_size=120))
def test_sentences_cover_every_visible_character_once_and_in_order(text):
    spans = words.sentence_spans(text)
    covered = [i for a, b in spans for i in range(a, b)]
    assert len(covered) == len(set(covered)) and covered == sorted(covered)
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
