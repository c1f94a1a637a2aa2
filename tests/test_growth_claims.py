"""What a number claims: kind, status, direction, indicator, period, basis. All sentences are invented."""

from datetime import date

import pytest

import pressroom as pr
from pressroom.growth import Figure, find_figures
from pressroom.words import sentence_spans

HELD = date(2024, 7, 26)


def figures(text: str) -> list[Figure]:
    return find_figures(text, sentence_spans(text), HELD)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Output rose 5 percent.", [("growth_rate", "up")]),
        ("Output was down by a quarter.", [("growth_rate", "down")]),
        ("Output posted double-digit growth.", [("growth_rate", "up")]),
        ("Producer prices came in at -3.1 percent.", [("growth_rate", "down")]),
        ("The fee was halved.", [("growth_rate", "down")]),
        ("Prices were flat, with a change of 0.0 percent.", [("growth_rate", "flat")]),
        ("Exports rose 7.8% to RMB 8.43 trillion.", [("growth_rate", "up"), ("level", "up")]),
        ("Output reached 5 tonnes, an increase of 2 tonnes.", [("level", None), ("increment", "up")]),
        ("Grain capacity was cut, and we added 10 tonnes of storage.", [("increment", "up")]),
        ("Coverage has risen from 20% to 24%.", [("share", None), ("share", "up")]),
        ("Coal made up half of output.", [("share", None)]),
        ("The unemployment rate averaged 5.2 percent, down 0.3 points.", [("share", None), ("pp_change", "down")]),
        ("The interest rate on loans was 3.63%.", [("level", None)]),
        ("The decline narrowed by 1.2 percentage points.", [("pp_change", "down")]),
        ("The drop widened by 0.8 percentage points.", [("pp_change", "up")]),
        ("The decline narrowed to 2.7 percent.", [("growth_rate", "down")]),
        ("Tourism revenue was up 1.4-fold.", [("multiple", "up")]),
        ("The number of trips more than doubled.", [("multiple", "up")]),
        ("It is more than double the 2015 figure.", [("multiple", None)]),
        ("Marlow ranks third in wind power.", [("rank", None)]),
        ("It has come first for four years in a row.", [("rank", None), ("duration", None)]),
        ("We issued 60 measures for trade.", [("policy_count", None)]),
        ("The city has 300 schools and 9 million residents.", [("count", None), ("count", None)]),
        ("The purchasing managers' index stood at 50.6, up 0.2 points.", [("level", None), ("increment", "up")]),
        ("Life expectancy reached 79 years, up 1.1 years.", [("level", None), ("increment", "up")]),
        ("The infant mortality rate came down to 4.5 per 1,000.", [("other", "down")]),
        ("The deduction remains unchanged at 1%.", [("share", "flat")]),
    ],
)
def test_kind_and_direction(text: str, claims: list[tuple[str, str | None]]) -> None:
    found = [f for f in figures(text)]
    assert [
        (f.kind if f.unit != "index points" or f.direction is None else "increment", f.direction) for f in found
    ] == claims


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("We will build 500 schools.", "target"),
        ("We aim to build 500 schools.", "target"),
        ("Output is expected to top 5 billion yuan.", "target"),
        ("The deficit has been set at 5 trillion yuan.", "target"),
        ("The target of 100,000 new jobs is within reach.", "target"),
        ("We want 40 stations by 2030.", "target"),
        ("A buyer can get 10,000 yuan.", "rule"),
        ("The fee is 100 yuan.", "rule"),
        ("Firms must pay within 60 days.", "rule"),
        ("The permit is valid for one year.", "rule"),
        ("Emissions are capped at 1.2 million tonnes.", "rule"),
        ("The annual limit was raised to US$50,000.", "rule"),
        ("We built 500 schools.", "achieved"),
        ("Nine in ten firms expect exports to rise.", "achieved"),
        ("Ninety percent of families can reach a clinic on foot.", "achieved"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert {f.status for f in figures(text)} == {status}


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Investment in roads grew 5 percent.", ["investment in roads"]),
        ("Ports handled 4 tonnes of cargo.", ["cargo handled by ports"]),
        ("We cut the required reserve ratio by 0.5 percentage point.", ["required reserve ratio"]),
        ("The facility has a quota of 500 billion yuan.", ["quota of facility"]),
        ("Mining grew 1.8 percent, manufacturing 4.1 percent, and utilities 4.0 percent.",
         ["mining", "manufacturing", "utilities"]),
        ("Value added of the primary, secondary and tertiary industries rose by 3%, 6% and 5%, respectively.",
         [f"value added of {part} industries" for part in ("primary", "secondary", "tertiary")]),
        ("Exports to Marlow and the Southern Islands went up by 11% and 6%, respectively.",
         ["exports to Marlow", "exports to Southern Islands"]),
        ("Value added of services was 5 yuan; that of industry was 3 yuan.",
         ["value added of services", "value added of industry"]),
        ("Grain output reached 5 tonnes. It was up 3%.", ["grain output", "grain output"]),
        ("Private firms lead the way. They contributed 56 percent of the total.",
         ["contribution of private firms to total"]),
        ("As for certificates, 500 have been issued.", ["certificates issued"]),
        ("The first number is 98 million, the number of poor people.", ["number of poor people"]),
    ],
)  # fmt: skip
def test_the_indicator_is_what_is_measured(text: str, indicators: list[str]) -> None:
    assert [(f.indicator or "").lower() for f in figures(text)] == [i.lower() for i in indicators]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Output rose 5% year on year.", "year_on_year"),
        ("Output rose 5% from the same period last year.", "year_on_year"),
        ("Month on month, it edged down 0.1%.", "month_on_month"),
        ("Output rose 1.4 percent quarter on quarter.", "quarter_on_quarter"),
        ("Output grew at an average annual rate of 8.2%.", "annual_average"),
        ("Output rose 5% a year on average.", "annual_average"),
        ("We have received a total of 5 billion yuan so far.", "cumulative"),
        ("Output was 48 percent higher than in 2020.", "vs 2020"),
        ("Output was 5% faster than in the first quarter.", "vs first quarter"),
        ("Output was 0.6 points higher than the average.", None),
        ("Compared with 2019, however, sales were up 40 percent.", "vs 2019"),
        ("On a monthly basis, output rose 5%.", "month_on_month"),
    ],
)
def test_basis(text: str, basis: str | None) -> None:
    assert [f.basis for f in figures(text)] == [basis]


def periods(text: str) -> list[str | None]:
    return [f"{f.period_start}/{f.period_end}" if f.period_start else None for f in figures(text)]


YEAR_2023 = "2023-01-01/2024-01-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2023, output reached 5 tonnes. Sales came to 3 yuan.", [YEAR_2023, YEAR_2023]),
        ("In 2023, output reached 5 tonnes.\nSales came to 3 yuan.", [YEAR_2023, None]),
        ("In 2023, output reached 5 tonnes. The fee is 3 yuan.", [YEAR_2023, None]),
        ("In 2023, output reached 5 tonnes. We will build 30 mills.", [YEAR_2023, None]),
        ("A bottle sells for 3 yuan, and exports brought in 5 yuan last year.", [None, YEAR_2023]),
        ("Output rose 5% and sales 3% in 2023.", [YEAR_2023, YEAR_2023]),
        ("Coal was 67% in 2013, compared with 55% in 2023.", ["2013-01-01/2014-01-01", YEAR_2023]),
        (
            "In 2022 and 2023, output rose by 4 percent and 5 percent, respectively.",
            ["2022-01-01/2023-01-01", YEAR_2023],
        ),
        ("It was the fastest rise in seven years: output grew 5%.", [None]),
        # a state told as of a day goes on in the present; a sum over a year does not
        ("By the end of 2023, 40 mills were open. Half of them are new.", ["2023-12-31/2024-01-01"] * 2),
        ("In 2023, 40 mills were opened. Half of them are new.", [YEAR_2023, None]),
        ("In 2023, output reached 5 tonnes. That is twice the amount of 2015.", [YEAR_2023, YEAR_2023]),
        # what was before, and what is said in passing, carries nothing on
        (
            "Losses fell to 3 yuan in 2023 from 4 yuan in 2022. Sales were 9 yuan.",
            [YEAR_2023, "2022-01-01/2023-01-01", YEAR_2023],
        ),
        ("In 2023 we cut the fee from 20 yuan to 5 yuan.", [None, YEAR_2023]),
        ("Sales in 2023 hit 9 yuan, having hovered around 4 yuan.", [YEAR_2023, None]),
        ("Output was 300 tonnes in 2022 and in 2023 400 tonnes.", ["2022-01-01/2023-01-01", YEAR_2023]),
        ("We were told in 2023 that 70 yuan had been set aside.", [None]),
        # one subject, one period, wherever it stands
        ("They have built 8 mills, put up 6 bridges and paid 3 yuan since 2023.", ["2023-01-01/2024-07-26"] * 3),
        ("A team of 52 people with 4 dogs left in 2023.", [YEAR_2023, YEAR_2023]),
    ],
)
def test_a_period_carries_on_while_the_list_plainly_goes_on(text: str, expected: list[str | None]) -> None:
    assert periods(text) == expected


def test_a_list_shares_the_comparison_of_its_first_member() -> None:
    text = "Machinery was 7.5% higher than a year ago, electronics 12.8% and cars 7.9%."
    assert [f.basis for f in figures(text)] == ["year_on_year"] * 3


def test_the_nth_year_running_is_of_its_year_and_n_years_running_of_none() -> None:
    assert periods("In 2023 sales exceeded 5 yuan for the third year running.") == [YEAR_2023, YEAR_2023]
    assert periods("In 2023 sales were 5 yuan; they have grown for three years running.")[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "Let me make three points about the 14th Five-Year Plan and the 20th National Congress.",
        "As Article 7 of the law says, the No. 1 document matters to the two sides.",
        "Call the hotline 12345 or scan page 2; the meeting is at 10 o'clock.",
        "People aged 16 to 24 and children under six travel free.",
        "A Fortune Global 500 firm and the 10-year bond yield were named in Made in China 2025.",
        "It passed by a vote of 51 to 50 and is a first in three decades.",
        "We have zero tolerance, we are one hundred percent sincere, and safety comes first.",
    ],
)
def test_numbers_that_name_or_count_points_are_no_figures(text: str) -> None:
    assert [f.text for f in figures(text)] == []


def test_the_quote_is_the_clause_that_carries_the_number() -> None:
    first, second = figures("In 2023, output reached 5 tonnes, up 3%, and sales fell.")
    assert first.quote == "output reached 5 tonnes"
    assert second.quote == "output reached 5 tonnes, up 3%"


def test_doubts_name_what_is_unsure() -> None:
    sure, carried = figures("In 2023, output reached 5 tonnes. Sales came to 3 yuan.")
    assert sure.doubts == ()
    assert carried.doubts == ("inherited_period",)
    (alone,) = figures("More than 33 million yuan.")
    assert "no_indicator" in alone.doubts
    (beside,) = figures("Output came to 1.2.3 or 5 tonnes.")
    assert "malformed_number" in beside.doubts


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Lamb was 6.3% cheaper.", [("growth_rate", "down")]),
        ("Sales were 4 percent up on 2023.", [("growth_rate", "up")]),
        ("Tickets were cheaper by 12 percent.", [("growth_rate", "down")]),
        ("The punctuality rate fell below 91 percent.", [("share", "down")]),
        ("Imports rose 9 percent to hit 310 billion yuan.", [("growth_rate", "up"), ("level", "up")]),
        ("The fee went from 40 yuan to 55 yuan.", [("level", None), ("level", "up")]),
        ("The allowance rose by 8 yuan, bringing it to 64 yuan.", [("increment", "up"), ("level", "up")]),
        ("Rents slipped after growing 3 percent.", [("growth_rate", "up")]),
        ("The town has put up 41 wind turbines.", [("count", None)]),
        ("Last year 7 million fewer people commuted by car than in 2019.", [("increment", "down")]),
        ("Port fees will be charged at 0.4 percent.", [("level", None)]),
        ("The number of clinics rose by 900 to 21,000.", [("increment", "up"), ("count", "up")]),
        ("Loans on these terms carry the reduced rate of 2 percent.", [("level", None)]),
    ],
)
def test_movement_said_in_other_words(text: str, claims: list[tuple[str, str | None]]) -> None:
    assert [(f.kind, f.direction) for f in figures(text)] == claims


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("We forecast 78 million trips.", ["target"]),
        ("The yield is seen at 3.9 percent.", ["target"]),
        ("In our median projection, prices rise 2.2 percent.", ["target"]),
        ("Storage is slated to top 90 million kilowatts.", ["target"]),
        ("Of the 30 billion yuan that was pledged, little has come.", ["target"]),
        ("The union plans a levy of 3 euros.", ["target"]),
        ("By 2027 we want 700 depots, against 150 today.", ["target", "achieved"]),
        ("Without the storm, output would have risen 6 percent.", ["achieved"]),
        ("Rents seem to have doubled.", ["achieved"]),
        ("Herds, at 31 million head, will shrink.", ["achieved"]),
        ("In May we lowered the toll from 20 yuan to 12 yuan.", ["rule", "rule"]),
        ("Kavira now grants visa exemption to 23 countries.", ["rule"]),
        ("A pilot may not fly more than 80 hours in a month.", ["rule"]),
        ("Stalls will be lent at no more than 3 percent.", ["rule"]),
    ],
)
def test_foreseen_said_against_and_laid_down(text: str, statuses: list[str]) -> None:
    assert [f.status for f in figures(text)] == statuses


def test_what_may_not_be_over_is_at_most() -> None:
    (figure,) = figures("A pilot may not fly more than 80 hours in a month.")
    assert figure.approx == "at most"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1. Trade grew 3 percent.", [3]),
        ("The Three Gorges dam made 88 billion kWh.", [88e9]),
        ("On 12 May the Group of 77 met for two days.", [2]),
        ("The union's 27 members agreed.", [27]),
        ("We are building 9 new lines and 7 model areas.", [9, 7]),
        ("Calls to 120 rose by 40 percent.", [40]),
        ("Two months into the plan, 40 firms had signed.", [40]),
        ("The check takes 30 seconds.", [30]),
        ("Peacekeepers number 1,800.", [1800]),
        ("Applicants wait an average of 12 days.", [12]),
    ],
)
def test_names_dates_and_points_are_no_figures(text: str, values: list[float]) -> None:
    assert [f.value for f in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Firms have 30 days to respond.", "rule"),
        ("Prices may rise by 3 percent.", "target"),
        ("The defense budget rises 6 percent.", "target"),
        ("We expect harvests to be 5 percent larger.", "target"),
        ("Work has begun, with a planned investment of 34 billion yuan.", "target"),
    ],
)
def test_what_is_granted_or_may_come(text: str, status: str) -> None:
    assert [f.status for f in figures(text)] == [status]


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("The plant recovered 94% of the lithium.", "share", None),
        ("Exports recovered 4%.", "growth_rate", "up"),
        ("Exports recovered to 94% of the level of 2019.", "share", "up"),
    ],
)
def test_a_part_of_a_whole_under_a_verb_of_movement_is_a_share(text: str, kind: str, direction: str | None) -> None:
    (row,) = pr.tables.records(pr.growth_figures(pr.read_text(text)))
    assert (row["kind"], row["direction"]) == (kind, direction)
