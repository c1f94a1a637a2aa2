"""Families of wording, a sentence or two each: what is added, set against, lent at, laid down, foreseen, seen."""

from datetime import date

import pytest

from pressroom.growth import Figure, find_figures
from pressroom.words import sentence_spans

HELD = date(2024, 9, 14)


def figures(text: str) -> list[Figure]:
    return find_figures(text, sentence_spans(text), HELD)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We built a hundred and thirty-seven mills.", 137),
        ("There are a hundred and thirty-seven million users.", 137e6),
        ("It covers a hundred and five thousand homes.", 105e3),
        ("Interest runs at three ten-thousandths of the sum a day.", 0.03),
        ("Sales came to 67.4 trillion yuan.", 67.4e12),
        ("Sales came to RMB67.4 trillion.", 67.4e12),
        ("The number of fires was kept at zero.", 0),
    ],
)
def test_the_value_is_the_whole_number(text: str, value: float) -> None:
    assert [f.value for f in figures(text)] == [value]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The fee is 30 yuan instead of 20.", ["yuan", "yuan"]),
        ("It reached 6 million households, up from 3.9 million in 2020.", ["households", "households"]),
        ("It used to take 20 days; now it takes 3.", ["days", "days"]),
        ("The trip takes 5 hours rather than 15.", ["hours", "hours"]),
        ("Imports stood at 8 billion yuan, and exports at 12 billion, a record.", ["yuan", "yuan"]),
        ("The storm left 14 dead and 5 missing.", ["people", "people"]),
        ("Riders number 84,000.", ["people"]),
        ("The pilot zones now number 165.", ["items"]),
        ("Sales were RMB3.5 billion (or USD480 million).", ["yuan", "USD"]),
        ("Some 5 million people need help.", ["people"]),
        ("Over 300,000 people fled, with 40,000 arriving since May.", ["people", "people"]),
        ("There were 9 million pupils, an increase of 40,000.", ["people", "people"]),
        ("The number of people living in huts was cut by 3 million.", ["people"]),
        ("We treat 5,000 people a day, up from 900 when we came.", ["people", "people"]),
        ("Income was up by a factor of 7.", ["times"]),
        ("We train 1 million nurses, or 200,000 a year.", ["people", "people"]),
        ("The poverty rate was 6 percent, with 5 million still living in poverty.", ["%", "people"]),
        ("In US dollars, sales came to 146 billion.", ["USD"]),
        ("In dollar terms, sales came to 146 billion and 97 billion.", ["USD", "USD"]),
        ("Turnover stood at 3 billion tonne-kilometres.", ["items"]),
    ],
)
def test_a_bare_number_takes_the_unit_its_clause_gives_it(text: str, units: list[str]) -> None:
    assert [f.unit for f in figures(text)] == units


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("In May, 900 stations were added.", "increment", "up"),
        ("Trade grew by 6 percent, taking up 61 percent of the total.", "share", None),
        ("School is completed by 96 percent of each cohort.", "share", None),
        ("The bond yielded 2 percent.", "level", None),
        ("Small firms pay income tax at 5 percent.", "level", None),
        ("The bank lends to farmers at 2.5 percent.", "level", None),
        ("Wages are paid on time at 99 percent of the sites.", "share", None),
        ("Contracts were worth 6 billion yuan, 28.6 percent up.", "growth_rate", "up"),
        ("The river stood 1.9 meters over the guaranteed level.", "increment", "up"),
        ("August saw the index of prices climb 0.6 percent.", "growth_rate", "up"),
        ("The economy will grow 3.2 percent, down from 3.5 percent in 2022.", "growth_rate", "up"),
        ("Sales in August: plus 3.4 percent.", "growth_rate", "up"),
        ("There were 350,000 new posts, a reduction of 50,000 over the same period last year.", "increment", "down"),
        ("The crown has lost about 5% against the dollar since April.", "growth_rate", "down"),
        ("Barley yields gained 23 kilograms per mu.", "increment", "up"),
        ("Investment rose 6.8% to 30 billion yuan (equivalent to US$4.1 billion).", "level", None),
        ("Sales of barley grew 2 percent. The figure for the islands was 3 percent.", "growth_rate", "up"),
        ("The share of tea was 5 percent. The figure for the islands was 6 percent.", "share", None),
        ("Rates on new mortgages were 4.1% in June.", "level", None),
        ("The fine is up to 50,000 yuan.", "level", None),
        ("The deficit was thereby cut to 280 million yuan.", "level", "down"),
        ("The jobless rate ticked up to 4.3 percent.", "share", "up"),
        ("That is 4,000 tonnes, or 29.2%, above the figure for May.", "growth_rate", "up"),
        ("There were 9,300 mills (300 more than in 2012).", "increment", "up"),
        ("This is a $700 million or 1 percent increase.", "growth_rate", "up"),
        ("The town saw a 500 million yuan increase.", "increment", "up"),
        ("A cut of the ratio brings new loans worth 5 billion yuan.", "level", None),
        ("We have seen wage growth above 3 percent.", "growth_rate", "up"),
        ("The level of the lending rate was 4 percent.", "level", None),
        ("The lending rate (LPR) was cut to 4 percent.", "level", "down"),
        ("Inflation is to return to our 2 percent goal.", "growth_rate", None),
        ("The economy will grow 3.7% this year (down from 4.2%) and 2.8% next year.", "growth_rate", "up"),
        ("The policies helped cut fees by 5 billion yuan.", "increment", "down"),
        ("We cut the sum required to be held by 50 basis points.", "pp_change", "down"),
        ("The yield of mills run by the town dropped 15 percent.", "growth_rate", "down"),
        ("The number of people employed in towns increased by 5 percent.", "growth_rate", "up"),
        ("The area planted with barley expanded to 40,000 mu.", "level", "up"),
        ("Farms paid 5 percent of the costs incurred in May.", "share", None),
        ("The plan calls for cutting energy use by 5 percent.", "growth_rate", "down"),
        ("The peak load hit new highs on four days.", "count", None),
        ("The share of the two classes remains the same at 6 percent.", "share", "flat"),
        ("Infant mortality fell from 20.1/1,000 in 2002 to 9.3/1,000.", "other", "down"),
        ("Infant mortality fell from 20 per 1,000 in 2002 to 9.", "other", "down"),
        ("There was a 7 percent increase in trips to 710 million.", "count", "up"),
        ("The insurance scheme covers over 1.3 million.", "count", None),
        ("Prices will fall 3 percent this year, then rebound by 5 percent.", "growth_rate", "up"),
    ],
)
def test_kind_and_direction(text: str, kind: str, direction: str | None) -> None:
    last = figures(text)[-1]
    assert (last.kind, last.direction) == (kind, direction)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Insurers shall set aside no less than 10 percent of it.", "rule"),
        ("By 2030, the port shall have an annual capacity of 7 million tonnes.", "target"),
        ("Anyone whose income was no more than 9,000 yuan need not file.", "rule"),
        ("The ratio is far above the required minimum of 100 percent.", "rule"),
        ("The plant gets by on 3 kWh per tonne.", "achieved"),
        ("The farmer bears 8 yuan only.", "rule"),
        ("4,000 seats have to be added.", "target"),
        ("We expect sales of 5 million cars this year.", "target"),
        ("We reached 5 million cars this year.", "achieved"),
        ("Without barley it would have been up 7 percent.", "achieved"),
        ("Claims are handled within 20 working days.", "rule"),
        ("Every family that plants barley receives 366 yuan.", "rule"),
        ("We fulfilled the 80% development target of the plan.", "target"),
        ("The outline proposed seven indicators.", "achieved"),
        ("The outline proposed growth of 7 percent.", "target"),
        ("The projections foresee output rising by 2 percent.", "target"),
        ("The fund will help 40,000 farmers get loans.", "target"),
        ("By 2030, the share of good days must reach 80 percent.", "target"),
        ("We should see exports reach 80 billion yuan.", "target"),
        ("The plan calls for cutting energy use by 5 percent.", "target"),
        ("Tax revenues surpass 187 billion yuan.", "achieved"),
        ("$1.4 billion is required to feed them.", "achieved"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert figures(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "first", "basis"),
    [
        ("In 2023 we launched 60 satellites, three times the number launched in 2020.", date(2023, 1, 1), "vs 2020"),
        ("Prices eased 0.3 percent on the month.", None, "month_on_month"),
        ("In March we lowered the charge from 20 yuan to 5 yuan.", date(2024, 3, 1), None),
        ("Growth picked up by 0.3 percentage points from the first quarter to 5.3 percent.", None, "vs first quarter"),
        ("It paid out 3 million yuan the day before yesterday.", date(2024, 9, 12), None),
        ("On June 13, we trimmed the lending rate to 1.9%.", date(2024, 6, 13), None),
        ("From January to April sales rose, and in the same four months 40 shops closed.", date(2024, 1, 1), None),
        ("The line is 10 kilometers longer than it was in 1981.", None, "vs 1981"),
        ("Sales grew 5 percent in May, up from 4 percent a year earlier.", None, None),
        ("In the last quarter of 2023, sales rose 5 percent.", date(2023, 10, 1), None),
        ("Until the end of June, 500 berths had been built.", date(2024, 6, 30), None),
        ("At this stage, investment has exceeded 9 million yuan.", date(2024, 9, 14), None),
        ("In June, sales rose by 3 points over the high baseline last year.", date(2024, 6, 1), "year_on_year"),
        ("The two-year average growth rate of sales was 8.7%.", None, "annual_average"),
        ("An average of over 13 million homes were built each year.", None, "annual_average"),
        ("Sales rose 6.1% in January-May, equal to that of January-April.", date(2024, 1, 1), "vs January-April"),
        ("In March the share was 11%, on a par with that of February.", date(2024, 3, 1), "vs February"),
        ("In May it cost 21 yuan, 3 yuan less than the peak in July last year.", date(2024, 5, 1), "vs July last year"),
        ("In 2023 we asked for 4 times the funds requested in 2010.", date(2023, 1, 1), "vs 2010"),
        ("Trade was up 9 percent in May on the large base of a year ago.", date(2024, 5, 1), "year_on_year"),
        ("In May it rose 4% and 5% compared with that of April and that of 2019.", date(2024, 5, 1), "vs 2019"),
        ("Prices rose 2.8 percent over the 12 months ending in March.", date(2023, 4, 1), None),
        ("At the same time, loans grew 6 percent, so that financial firms lent more.", None, None),
        ("As at the end of June, the debt was 9 million yuan.", date(2024, 6, 30), None),
        ("It is: As at the end of June, the debt was 9 million yuan.", date(2024, 6, 30), None),
        ("During the holiday (May 1 to 3), 9 million people traveled.", date(2024, 5, 1), None),
        ("This year (2024) has seen 300 mills opened.", date(2024, 1, 1), None),
        ("This year's summer grain harvest is 9 million tonnes.", date(2024, 1, 1), None),
        ("In 2023 debt was 4% of output, whereas the ratio in 2014 was 7%.", date(2014, 1, 1), None),
        ("The forecast for 2026 is now 1.0 percent.", date(2026, 1, 1), None),
        ("Growth slowed from the 0.9 percent expected in March.", None, None),
        ("The index hit 54 points, the highest reading since the survey began in 2005.", None, None),
        ("We aim to reach 7 million homes by the middle of 2025.", date(2025, 6, 30), None),
        ("Since there are now 40 mills, prices fell 5 percent.", None, None),
        ("Zhao Jun said 400 ships had come.", None, None),
    ],
)
def test_period_and_basis(text: str, first: date | None, basis: str | None) -> None:
    last = figures(text)[-1]
    assert (last.period_start, last.basis) == (first, basis)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Rain fell for 83 hours on end.", ["83 hours"]),
        ("Firms carried out 26 of the 67 launches.", ["26", "67"]),
        ("They paid out 1.9 billion yuan of that.", ["1.9 billion yuan"]),
        ("We plan 3,000 job fairs.", ["3,000"]),
        ("The average score was 86.4 out of 100.", ["86.4"]),
        ("Two manned and two cargo missions were flown.", ["Two", "two"]),
        ("Marlow came in 11th.", ["11th"]),
        ("Our team came third.", ["third"]),
        ("Trade between the two of us was 6 million yuan.", ["6 million yuan"]),
        ("What of the 10-point plan and the 3.0 version of the pact?", []),
        ("Let me begin with two updates.", []),
        ("One who takes part is paid 60 yuan.", ["60 yuan"]),
        ("Visits set a record on four days: Jan. 7, 14, 16 and 30.", ["four days"]),
        ("Visits set a record on four days: last Dec. 14, 16 and 30, and this year on Jan. 7.", ["four days"]),
        ("I will focus on three indicators of the port.", []),
        ('We call this "one port and three roads" for short.', []),
        ('We used to say "half of the task is done halfway", and 40 berths were.', ["40"]),
        ("The ratio of town to village incomes fell to 2.5:1.", ["2.5:1"]),
        ("The rate on loans of more than five years is 3.6 percent.", ["3.6 percent"]),
        ("The level has dropped by 2 meters since Monday and is now 5 meters lower.", ["2 meters", "5 meters"]),
    ],
)
def test_what_is_a_figure(text: str, numbers: list[str]) -> None:
    assert [f.text for f in figures(text)] == numbers


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("If we get to 10 percent, we are done.", ["target"]),
        ("Revenue is budgeted to rise by 3.3 percent.", ["target"]),
        ("Of the eight mills along the river, five grind corn.", ["achieved", "achieved"]),
    ],
)
def test_conditions_budgets_and_parts_of_a_count(text: str, statuses: list[str]) -> None:
    assert [f.status for f in figures(text)] == statuses


def test_a_period_behind_a_second_currency_is_that_of_both() -> None:
    first, second = figures("Loans grew by 3 trillion yuan (420 billion dollars) in the first quarter.")
    assert first.period_start == second.period_start == date(2024, 1, 1)


def test_a_run_ends_before_the_year_that_is_told_after_it() -> None:
    found = figures("Output has stayed above 650 tonnes for nine years, reaching 695 tonnes last year.")
    assert [f.period_start for f in found] == [None, None, date(2023, 1, 1)]


def test_mid_year_is_the_last_day_of_june() -> None:
    (ratio,) = figures("At mid-year, the ratio was 195.5 percent.")
    assert (ratio.period_start, ratio.period_end) == (date(2024, 6, 30), date(2024, 7, 1))


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Trade with Marlow came to 6 billion yuan. Exports were 4 billion yuan and imports 2 billion yuan.",
         ["trade with Marlow", "exports to Marlow", "imports from Marlow"]),
        ("Trade in services rose 3 percent, exports having surged 9 percent.",
         ["trade in services", "exports of services"]),
        ("Tea imports and exports came to 2 billion yuan. Exports rose 5 percent.",
         ["Tea imports and exports", "exports of Tea"]),
        ("Trade in goods rose 3 percent. Exports rose 9 percent.", ["trade in goods", "exports"]),
        ("The sales volume of 3,000 major shops rose by 19%.", ["major shops", "sales volume of major shops"]),
        ("Barley trade was 9 million yuan. Among it, that in pearls was up 4%, that in husks was up 3%.",
         ["Barley trade", "Barley trade in pearls", "Barley trade in husks"]),
        ("Online sales were up by 26% in July, while those of shops and markets rose by 15% and 8% respectively.",
         ["Online sales", "Online sales of shops", "Online sales of markets"]),
        ("It grew, with exports and imports rising by 11% and 4% to 5 billion yuan and 3 billion yuan, respectively.",
         ["exports", "imports", "exports", "imports"]),
    ],
)  # fmt: skip
def test_what_is_said_of_a_part_names_the_whole(text: str, indicators: list[str]) -> None:
    assert [f.indicator for f in find_figures(text, sentence_spans(text), HELD)] == indicators


def test_the_figure_is_that_of_the_sentence_before_even_without_a_number() -> None:
    text = "The jobless rate in towns was also higher. As mentioned, the figure for April was 6.0%."
    (rate,) = find_figures(text, sentence_spans(text), HELD)
    assert (rate.indicator, rate.kind) == ("jobless rate in towns", "share")


@pytest.mark.parametrize(
    "text",
    [
        "In May we saw the largest one month decline.",
        "The center for farmers 65 years and older opened, three months after the flood.",
        "The density of PM 2.5 is measured at the port.",
    ],
)
def test_what_names_or_frames_is_no_figure(text: str) -> None:
    assert figures(text) == []
