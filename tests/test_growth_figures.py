"""What counts as a growth figure, and what it says. All sentences are invented."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pressroom.growth import Figure, find_figures

HELD = date(2024, 4, 26)


def figures(text: str) -> list[Figure]:
    return find_figures(text, [(0, len(text))], HELD)


def test_an_amount_and_its_growth_are_two_figures() -> None:
    level, growth = figures("In 2023, the output of Marlow reached 1.2 trillion yuan, up 5.6% year on year.")
    assert (level.value, level.unit, level.kind) == (1.2e12, "yuan", "level")
    assert (growth.value, growth.kind, growth.direction, growth.basis) == (
        5.6,
        "growth_rate",
        "up",
        "year_on_year",
    )
    assert (growth.period_start, growth.period_end) == (date(2023, 1, 1), date(2024, 1, 1))


def test_a_quarter_without_a_year_is_the_latest_that_had_ended() -> None:
    (figure,) = figures("In the first quarter, investment in Marlow rose 4.1 percent.")
    assert (figure.period_start, figure.period_end) == (date(2024, 1, 1), date(2024, 4, 1))


def test_a_malformed_number_gives_no_value() -> None:
    assert figures("Sales came to 46,61 billion yuan and rose 1.2.3 %.") == []


def test_dates_and_names_are_no_figures() -> None:
    assert figures("On March 5, 2024, the 5G network opened in Marlow.") == []


@given(st.text(alphabet="0123456789., -%abyuanmillion\u00a0\n", max_size=80))
def test_offsets_are_the_words_themselves(text: str) -> None:
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.text
        assert text[figure.quote_start : figure.quote_end] == figure.quote
