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
        ("So far this year", "2024-01-01", "2024-07-26"),
        ("So far in 2024", "2024-01-01", "2024-07-26"),
        ("In the year to date", "2024-01-01", "2024-07-26"),
        ("in the rest of the year", "2024-07-26", "2025-01-01"),
        ("this year and next", "2024-01-01", "2026-01-01"),
        ("Last year and this year", "2023-01-01", "2024-07-26"),
        ("In 2022 and 2023", "2022-01-01", "2024-01-01"),
        ("in the first and second quarters", "2024-01-01", "2024-07-01"),
        ("in the 12 months to June", "2023-07-01", "2024-07-01"),
        ("Over the three months ending in May", "2024-03-01", "2024-06-01"),
        ("In the year ended March", "2023-04-01", "2024-04-01"),
        ("over the last year", "2023-07-26", "2024-07-26"),
        ("June's", "2024-06-01", "2024-07-01"),
        ("tomorrow", "2024-07-27", "2024-07-28"),
        ("this morning", "2024-07-26", "2024-07-27"),
        ("Yesterday evening", "2024-07-25", "2024-07-26"),
    ],
)
def test_a_time_expression_is_resolved_half_open(text: str, first: str, last: str) -> None:
    assert period(text) == (first, last)


def test_this_year_is_the_whole_year_for_a_target() -> None:
    assert period("this year", target=True) == ("2024-01-01", "2025-01-01")


@pytest.mark.parametrize(
    "text",
    ["in less than two years", "each year", "a decade ago", "this spring", "during the holiday", "on the busiest day",
     "Since the policy started", "in recent years", "last fiscal year", "In fiscal year 2023", "By mid-July",
     "During this year's Dragon Boat Festival holiday", "Last May Day", "during the Lantern Festival holiday this year",
     "at one point", "in any given year", "Two years on"],
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
        ("up 6 percent, by 0.3 percent, from April", "April"),
        ("more than twice the April figure", "April"),
        ("orders at or above the level of May", "May"),
    ],
)
def test_the_base_of_a_comparison_is_no_reference_period(text: str, base: str) -> None:
    found = find_periods(Tokens(text), Context(HELD))
    assert [(p.role, p.base) for p in found] == [("base", base)]


def test_that_year_and_the_same_period_point_back() -> None:
    found = find_periods(Tokens("From January to May output rose, and in the same period exports fell."), Context(HELD))
    assert found[0].achieved == found[1].achieved


def test_the_six_months_and_that_period_point_back_to_what_was_named() -> None:
    text = "In the first half sales rose. On July 9 a record was set. Output in the six months fell."
    assert [p.achieved for p in find_periods(Tokens(text), Context(HELD))][::2] == [
        (date(2024, 1, 1), date(2024, 7, 1))
    ] * 2
    text = "Between 2017 and 2023 the share rose, and in 2023 it was a fifth; trade doubled in that period."
    assert find_periods(Tokens(text), Context(HELD))[-1].achieved == (date(2017, 1, 1), date(2024, 1, 1))


def test_the_same_period_of_another_year_is_the_period_moved() -> None:
    found = find_periods(Tokens("In the first quarter it rose. In the same period of 2020 it fell."), Context(HELD))
    assert found[1].achieved == (date(2020, 1, 1), date(2020, 4, 1))


def test_since_with_a_cause_is_no_time() -> None:
    assert not find_periods(Tokens("Hydropower was down, since the rivers carried less water."), Context(HELD))
