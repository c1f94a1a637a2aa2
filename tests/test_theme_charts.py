"""Charts of themes and questions, judged by their artists. All numbers here are invented."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from pressroom import charts
from pressroom.drawing.canvas import BLUE, GREY, VERMILION

KEYED = pd.DataFrame(
    {
        "theme": ["talent", "energy", "rural"],
        "n_target": [16, 57, 18],
        "n_reference": [0, 9, 9],
        "log_likelihood": [9.0, 1.0, 5.0],
        "log_ratio": [2.5, 0.2, -1.4],
        "log_ratio_low": [0.5, -0.8, -2.6],
        "log_ratio_high": [4.5, 1.2, -0.3],
    }
)
TREND = pd.DataFrame(
    {
        "theme": ["talent", "talent", "talent", "energy"],
        "held": ["2023-05-01", "2024-02-01", None, "2023-05-01"],
        "n_hits": [1, 9, 4, 2],
        "rate_per_1000": [1.0, 6.0, 3.0, 2.0],
        "rate_low": [0.0, 4.0, 2.0, 1.0],
        "rate_high": [3.0, 9.0, 4.0, 4.0],
        "note": ["3 of at least 5 conferences: no trend can be read; fewer than 5 hits"] * 4,
    }
)
PAIRS = pd.DataFrame(
    {"theme": ["talent", "energy"], "other": ["energy", "rural"], "n_both": [1, 7], "n_expected": [0.2, 9]}
)
TERMS = pd.DataFrame({"theme": ["energy", "energy", "rural"], "term": ["coal", "oil", "farmers"], "n_hits": [9, 2, 4]})
OUTLETS = pd.DataFrame({"outlet_group": ["hong_kong_macao", "mainland"], "n_turns": [2, 8]})
ASKED = pd.DataFrame({"asker": ["Beiling Daily", "unnamed journalist"], "n_words": [20, 8], "n_words_answers": [90, 0]})

DRAWN = {
    "theme_keyness": (charts.theme_keyness, KEYED),
    "theme_trend": (charts.theme_trend, TREND),
    "theme_cooccurrence": (charts.theme_cooccurrence, PAIRS),
    "theme_terms": (charts.theme_terms, TERMS),
    "outlet_questions": (charts.outlet_questions, OUTLETS),
    "questions_and_answers": (charts.questions_and_answers, ASKED),
}


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")


def rows_of(ax):
    return [label.get_text().replace("\n", " ") for label in ax.get_yticklabels()]


def written(ax):
    return [text.get_text() for text in ax.texts]


def test_keyness_stands_at_the_log_ratio_with_its_interval_and_colour():
    ax = charts.theme_keyness(KEYED)
    assert rows_of(ax) == ["talent", "energy", "rural"]
    assert [x for x, _ in ax.collections[-1].get_offsets()] == [2.5, 0.2, -1.4]
    (interval,) = [lines for lines in ax.collections if lines.get_label() == "interval"]
    assert [list(segment[:, 0]) for segment in interval.get_segments()] == [[0.5, 4.5], [-0.8, 1.2], [-2.6, -0.3]]
    assert [to_hex(c).upper() for c in ax.collections[-1].get_facecolors()] == [BLUE, GREY, VERMILION]
    assert written(ax)[0] == "16 and 0 times"


def test_what_the_notes_of_all_rows_say_stands_under_the_chart():
    notes = ["one side has fewer than 1,000 words", "one side has fewer than 1,000 words; fewer than 5 in all"]
    ax = charts.theme_keyness(KEYED.assign(note=[*notes, notes[0]]))
    assert ax.get_xlabel().endswith("One side has fewer than 1,000 words.")
    assert "words" not in charts.theme_keyness(KEYED.assign(note=[*notes, ""])).get_xlabel()


def test_keyness_of_words_names_words_and_the_two_groups():
    ax = charts.theme_keyness(KEYED.rename(columns={"theme": "item"}), target="mayors", reference="ministers")
    assert ax.get_title(loc="left") == "Which words mayors say more than ministers do"


def test_a_trend_is_markers_at_the_days_held_of_one_theme():
    ax = charts.theme_trend(TREND)
    assert [y for _, y in ax.collections[-1].get_offsets()] == [1.0, 6.0] and not ax.lines
    assert "talent" in ax.get_title(loc="left")
    assert "3 of at least 5 conferences: no trend can be read" in ax.get_xlabel()
    assert ax.get_ylim()[0] == 0


def test_a_trend_of_a_theme_that_is_not_there_lists_those_that_are():
    with pytest.raises(ValueError, match="no theme 'tea' in the table; it has talent, energy"):
        charts.theme_trend(TREND, "tea")


def test_pairs_have_a_dot_for_what_was_counted_and_one_for_chance():
    ax = charts.theme_cooccurrence(PAIRS)
    assert rows_of(ax) == ["energy and rural", "talent and energy"]
    chance, both = ax.collections[-2:]
    assert [x for x, _ in chance.get_offsets()] == [9.0, 0.2] and [x for x, _ in both.get_offsets()] == [7, 1]


def test_bars_are_as_wide_as_the_hits_and_turns():
    ax = charts.theme_terms(TERMS)
    assert [bar.get_width() for bar in ax.patches] == [9, 4, 2]
    assert rows_of(ax) == ["coal, energy", "farmers, rural", "oil, energy"]
    assert rows_of(charts.theme_terms(TERMS.head(2))) == ["coal", "oil"]
    ax = charts.outlet_questions(OUTLETS)
    assert rows_of(ax) == ["mainland", "hong kong macao"] and written(ax) == ["8 turns", "2 turns"]


def test_questions_go_left_and_answers_right():
    ax = charts.questions_and_answers(ASKED)
    assert [bar.get_width() for bar in ax.patches] == [-20, -8, 90, 0]
    assert written(ax) == ["20 asked, 90 answered", "8 asked, 0 answered"]


@pytest.mark.parametrize("draw, table", DRAWN.values(), ids=DRAWN)
def test_without_rows_one_sentence_says_why_nothing_is_drawn(draw, table):
    _, given_ax = plt.subplots()
    ax = draw(table.head(0), ax=given_ax)
    assert ax is given_ax and not ax.patches and not ax.collections
    (text,) = written(ax)
    assert text.endswith(".") and charts.described(ax).startswith("Nothing is drawn.")


@pytest.mark.parametrize("draw, table", DRAWN.values(), ids=DRAWN)
def test_every_chart_has_a_title_of_five_to_twelve_words_and_an_alt_text(draw, table):
    ax = draw(table)
    assert 5 <= len(ax.get_title(loc="left").split()) <= 12
    assert len(charts.described(ax)) > 40
    ax.figure.draw_without_rendering()
