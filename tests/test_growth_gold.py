"""The figures on the hand-labelled pages. They were used for tuning: the bounds say what must not be lost again."""

import pytest

from growth_score import Pair, pairs, scores


@pytest.fixture(scope="module")
def pages() -> list[Pair]:
    return pairs("gold/d*.json")


@pytest.mark.parametrize(
    ("measure", "least"),
    [
        ("figures_f1", 0.97),
        ("full_f1", 0.90),
        ("kind", 0.97),
        ("status", 0.95),
        ("direction", 0.97),
        ("approx", 0.99),
        ("period", 0.95),
        ("basis", 0.97),
        ("indicator", 0.84),
    ],
)
def test_the_labelled_pages_are_read_as_well_as_before(pages: list[Pair], measure: str, least: float) -> None:
    assert scores(pages)[measure] >= least


@pytest.mark.parametrize(("measure", "least"), [("figures_f1", 0.97), ("full_f1", 0.87), ("indicator", 0.70)])
def test_pages_of_other_authors_are_read_as_well_as_before(measure: str, least: float) -> None:
    assert scores(pairs("gold_more/*.json"))[measure] >= least


def test_a_figure_without_a_doubt_has_the_right_number_and_unit(pages: list[Pair]) -> None:
    sure = [p for p in pages if p.found is not None and not p.found["doubts"]]
    wrong = [(p.page, p.found["text"]) for p in sure if not p.right and p.found]
    assert len(sure) > 400
    assert len(wrong) <= 0.01 * len(sure), wrong


def test_the_seed_page_is_read_without_a_mistake() -> None:
    found = scores(pairs("gold/seed.json"))
    assert (found["figures_f1"], found["full_f1"]) == (1.0, 1.0)
    assert found["indicator"] > 0.8
