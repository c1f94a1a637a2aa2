"""The benchmark's own parts: which text is read, and when a number counts as found. The sentences are invented."""

import sys

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "bench"))

from figures import count, same_unit, same_value
from gold import SETS, Speech, speeches
from peers import COUNTED, Found, finders
from reading import speed_mb_per_s

FIGURE = {"value": 33.3333, "value_high": None, "unit": "%", "start": 8, "end": 17, "number": "one third"}


@pytest.mark.parametrize("name", SETS)
def test_every_labelled_figure_stands_in_the_speech_that_all_read(name):
    for said in speeches(name):
        for figure in said.figures:
            assert said.text[figure["start"] : figure["end"]] == figure["number"]


def test_a_fraction_may_be_given_as_a_fraction_or_in_per_cent():
    assert same_value(FIGURE, Found(8, 17, 1 / 3, None, COUNTED))
    assert same_value(FIGURE, Found(8, 17, 33.3333, None, "%"))
    assert not same_value(FIGURE, Found(8, 17, 0.333333, None, "%"))


def test_no_unit_is_right_for_what_is_counted_and_nothing_else():
    assert same_unit({"unit": "people"}, Found(0, 1, 5.0, None, COUNTED))
    assert not same_unit({"unit": "yuan"}, Found(0, 1, 5.0, None, COUNTED))
    assert not same_unit({"unit": "yuan"}, Found(0, 1, 5.0, None, None))


def test_a_number_is_credited_once():
    said = Speech("page", "Nearly  one third of it", "2024-06-01", [FIGURE])
    found = [Found(8, 17, 1 / 3, None, COUNTED), Found(8, 17, 1 / 3, None, COUNTED), Found(0, 2, 7.0, None, "yuan")]
    assert count(said, found) == {"gold": 1, "found": 3, "value": 1, "unit": 0}


def test_pressroom_is_measured_without_the_others_being_installed():
    version, find = finders()["pressroom"]
    assert version and [f.value for f in find("In 2023, apple output rose 5.6 percent.", "2024-06-01")] == [5.6]


def test_a_long_page_is_read_at_many_megabytes_a_second_however_long():
    seed = next((ROOT / "seeds").glob("*.txt")).read_bytes()
    short, long = (speed_mb_per_s([("page.txt", seed * copies)]) for copies in (50, 200))
    assert long > 8  # 35 where it was measured
    assert long > short / 2
