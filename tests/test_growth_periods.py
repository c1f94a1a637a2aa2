"""Periods: every form resolved half-open against the day held, or left open. All sentences are invented."""

from datetime import date

import pytest

from pressroom.growth.dates import Context
from pressroom.growth.periods import find_periods
from pressroom.growth.tokens import Tokens

HELD = date(2024, 7, 26)


def period(text: str, held: date | None = HELD, target: bool = False) -> tuple[str, str] | None:
    found = find_periods(Tokens(text), Context(held))
    first, last = found[0].span(target)
    return (first.isoformat(), last.isoformat()) if first and last else None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In 2023", "2023-01-01", "2024-01-01"),
        ("in the first quarter", "2024-01-01", "2024-04-01"),
        ("in the third quarter", "2023-07-01", "2023-10-01"),
        ("in the third quarter of 2022", "2022-07-01", "2022-10-01"),
        ("Q1 2022", "2022-01-01", "2022-04-01"),
        ("In the first half of this year", "2024-01-01", "2024-07-01"),
        ("In the first five months", "2024-01-01", "2024-06-01"),
        ("in the first three quarters of 2023", "2023-01-01", "2023-10-01"),
        ("From January to May", "2024-01-01", "2024-06-01"),
        ("in January-April", "2024-01-01", "2024-05-01"),
        ("in October", "2023-10-01", "2023-11-01"),
        ("In June alone", "2024-06-01", "2024-07-01"),
        ("last year", "2023-01-01", "2024-01-01"),
        ("this year", "2024-01-01", "2024-07-26"),
        ("last month", "2024-06-01", "2024-07-01"),
        ("Last November", "2023-11-01", "2023-12-01"),
        ("By the end of 2023", "2023-12-31", "2024-01-01"),
        ("at the end of March", "2024-03-31", "2024-04-01"),
        ("By 2030", "2030-12-31", "2031-01-01"),
        ("As of April 20", "2024-04-20", "2024-04-21"),
        ("from June 9 to 13", "2024-06-09", "2024-06-14"),
        ("now", "2024-07-26", "2024-07-27"),
        ("So far", "2024-07-26", "2024-07-27"),
        ("Since 2012", "2012-01-01", "2024-07-26"),
        ("since September", "2023-09-01", "2024-07-26"),
        ("since the 18th CPC National Congress", "2012-11-15", "2024-07-26"),
        ("Since it opened in 2019, it has", "2019-01-01", "2024-07-26"),
        ("Since the beginning of the year", "2024-01-01", "2024-07-26"),
        ("Over the past five years", "2019-07-26", "2024-07-26"),
        ("in the next three years", "2024-07-26", "2027-07-26"),
        ("During the 13th Five-Year Plan period", "2016-01-01", "2021-01-01"),
        ("Between 2016 and 2020", "2016-01-01", "2021-01-01"),
        ("in the 1950s", "1950-01-01", "1960-01-01"),
        ("From now to the end of the year", "2024-07-26", "2025-01-01"),
    ],
)
def test_a_time_expression_is_resolved_half_open(text: str, first: str, last: str) -> None:
    assert period(text) == (first, last)


def test_this_year_is_the_whole_year_for_a_target() -> None:
    assert period("this year", target=True) == ("2024-01-01", "2025-01-01")


@pytest.mark.parametrize(
    "text",
    ["in less than two years", "each year", "a decade ago", "this spring", "during the holiday", "on the busiest day",
     "Since the policy started", "in recent years", "last fiscal year"],
)  # fmt: skip
def test_what_cannot_be_resolved_stays_open(text: str) -> None:
    assert period(text) is None


def test_without_the_day_held_only_what_is_absolute_is_resolved() -> None:
    assert period("In 2023", held=None) == ("2023-01-01", "2024-01-01")
    assert period("last year", held=None) is None


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("up 5% from a year earlier", "year earlier"),
        ("up 5% over the same period last year", "same period last year"),
        ("twice as many as in 2012", "2012"),
        ("five points higher than at the end of the first quarter", "end of first quarter"),
        ("more than double the number at the end of 2021", "end of 2021"),
        ("rose 2.1 percent from August", "August"),
        ("to fall by 13.5 percent from the 2020 level", "2020"),
        ("compared with 2005", "2005"),
    ],
)
def test_the_base_of_a_comparison_is_no_reference_period(text: str, base: str) -> None:
    found = find_periods(Tokens(text), Context(HELD))
    assert [(p.role, p.base) for p in found] == [("base", base)]


def test_that_year_and_the_same_period_point_back() -> None:
    found = find_periods(Tokens("From January to May output rose, and in the same period exports fell."), Context(HELD))
    assert found[0].achieved == found[1].achieved
