"""Numbers: digits with separators, scale words, words, ranges, fractions, factors, ranks, units. All invented."""

import pytest

from pressroom.growth.numbers import find_numbers
from pressroom.growth.tokens import Tokens


def numbers(text: str) -> list[tuple[str, float | None, float | None, str, str | None]]:
    tk = Tokens(text)
    return [(text[n.start : n.end], n.value, n.value_high, n.unit, n.approx) for n in find_numbers(tk, bytearray(tk.n))]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("25.3 billion tonnes", 25.3e9, "tonnes"),
        ("1,204,300 firms", 1204300, "items"),
        ("1\u2009204\u2009300 firms", 1204300, "items"),
        ("3\u00a0113\u00a0km", 3113, "km"),
        ("52 000 people", 52000, "people"),
        ("RMB 14.21 trillion", 14.21e12, "yuan"),
        ("US$120 million", 120e6, "USD"),
        ("HK$46.8 billion", 46.8e9, "HKD"),
        ("£2.7 billion", 2.7e9, "GBP"),
        ("500 billion yen", 500e9, "JPY"),
        ("3.14 billion U.S. dollars", 3.14e9, "USD"),
        ("480 GW", 480e6, "kW"),
        ("120 million kilowatt-hours", 120e6, "kWh"),
        ("302 grams", 0.302, "kg"),
        ("1.413 trillion jin", 1.413e12, "jin"),
        ("159 million metric tons", 159e6, "tonnes"),
        ("32 basis points", 32, "basis points"),
        ("0.6 percentage point", 0.6, "percentage points"),
        ("5.2 per cent", 5.2, "%"),
        ("53\u200b percent", 53, "%"),
        ("25-basis-point", 25, "basis points"),
        ("144-hour", 144, "hours"),
        ("five consecutive years", 5, "years"),
        ("76.7 million TEUs", 76.7e6, "items"),
    ],
)
def test_digits_with_scale_and_unit(text: str, value: float, unit: str) -> None:
    ((_, found, _, named, _),) = numbers(text)
    assert (found, named) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("two and a half billion yuan", 2.5e9, "yuan"),
        ("half a million cases", 5e5, "items"),
        ("half a trillion yuan", 5e11, "yuan"),
        ("half a percentage point", 0.5, "percentage points"),
        ("twenty-two", 22, "items"),
        ("three hundred and twenty villages", 320, "items"),
        ("one third", 33.3333, "%"),
        ("two-thirds", 66.6667, "%"),
        ("three quarters", 75, "%"),
        ("one in every eight robots", 12.5, "%"),
        ("seven out of ten graduates", 70, "%"),
        ("five of every eight yuan", 62.5, "%"),
        ("six in ten", 60, "%"),
        ("halved", 50, "%"),
        ("quadrupled", 4, "times"),
        ("threefold", 3, "times"),
        ("1.2-fold", 1.2, "times"),
        ("two and a half times as many", 2.5, "times"),
        ("twice as many as", 2, "times"),
        ("about a dozen such cases", 12, "items"),
    ],
)
def test_numbers_in_words(text: str, value: float, unit: str) -> None:
    ((_, found, _, named, _),) = numbers(text)
    assert (found, named) == (pytest.approx(value), unit)


@pytest.mark.parametrize("text", ["double-digit", "dozens of firms", "tens of thousands of firms"])
def test_a_verbal_magnitude_has_words_and_no_value(text: str) -> None:
    ((_, value, _, _, approx),) = numbers(text)
    assert value is None
    assert approx is not None and text.startswith(approx)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("66 to 68 million vehicles", 66e6, 68e6, "items"),
        ("between 60% and 80%", 60, 80, "%"),
        ("between 8 and 9 million units", 8e6, 9e6, "items"),
        ("0.5 to 0.8 percentage point", 0.5, 0.8, "percentage points"),
        ("5 to 8 yuan", 5, 8, "yuan"),
        ("4.5-5 percent", 4.5, 5, "%"),
        ("one to five times the loss", 1, 5, "times"),
    ],
)
def test_a_range_is_one_number_with_two_ends(text: str, low: float, high: float, unit: str) -> None:
    ((_, value, value_high, named, _),) = numbers(text)
    assert (value, value_high, named) == (low, high, unit)


def test_from_to_is_two_numbers() -> None:
    assert [n[1] for n in numbers("raised from 72 hours to 240 hours")] == [72, 240]
    assert [n[1] for n in numbers("raised by 20 yuan to 123 yuan")] == [20, 123]


def test_a_list_shares_unit_and_scale_and_a_lone_comma_is_no_list() -> None:
    shared = numbers("9.7, 10.3, 10.7 and 11.1 trillion yuan")
    assert [(n[1], n[3]) for n in shared] == [(v * 1e12, "yuan") for v in (9.7, 10.3, 10.7, 11.1)]
    assert [(n[1], n[3]) for n in numbers("645,000, 1.7 times that of Marlow")] == [(645000, "items"), (1.7, "times")]


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("more than 5 yuan", "over"),
        ("exceeded the 5 billion yuan mark", "over"),
        ("nearly 5 yuan", "nearly"),
        ("some 5 yuan", "about"),
        ("no less than 5 yuan", "at least"),
        ("no more than 5 yuan", "at most"),
        ("up to 5 yuan", "at most"),
        ("fewer than 5 firms", "less than"),
        ("5 yuan or more", "at least"),
        ("300-odd firms", "over"),
        ("rose up to 5 yuan", None),
        ("5 yuan", None),
    ],
)
def test_approximators(text: str, approx: str | None) -> None:
    assert numbers(text)[0][4] == approx


@pytest.mark.parametrize(
    "text",
    [
        "46,61 billion yuan",
        "1.2.3 %",
        "1,23,456 firms",
        "at 10:30",
        "on 2024-04-26",
        "COVID-19",
        "the G20",
        "a 5G network",
    ],
)
def test_what_is_no_well_formed_number_has_no_value(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "number", "value", "unit"),
    [
        ("a half percentage point", "a half percentage point", 0.5, "percentage points"),
        ("a quarter point", "a quarter point", 0.25, "percentage points"),
        ("three sites a full point ahead", "a full point", 1, "percentage points"),
        ("a quarter of a percentage point", "a quarter of a percentage point", 0.25, "percentage points"),
        ("5-1/4 percent", "5-1/4 percent", 5.25, "%"),
        ("5\u00bd percent", "5\u00bd percent", 5.5, "%"),
        ("240-odd million letters", "240-odd million", 240e6, "items"),
        ("3.4 to one", "3.4", 3.4, "times"),
        ("three-to-one", "three-to-one", 3, "times"),
        ("four beds in every five", "four beds in every five", 80, "%"),
        ("eight schools in ten", "eight schools in ten", 80, "%"),
        ("three posts for every four applicants", "three posts for every four", 75, "%"),
        ("ranked No. 3 by sales", "No. 3", 3, "rank"),
        ("No. 6 in the world", "No. 6", 6, "rank"),
        ("the highest on record for a third year", "third", 3, "years"),
        ("the ninth year in succession", "ninth", 9, "years"),
        ("six quarters running", "six quarters running", 6, "items"),
        ("2.8 million deadweight tons", "2.8 million deadweight tons", 2.8e6, "tonnes"),
        ("17 heads of state", "17", 17, "people"),
    ],
)
def test_points_ratios_ranks_and_runs(text: str, number: str, value: float, unit: str) -> None:
    found = [(n, v, "percentage points" if u == "points" else u) for n, v, _, u, _ in numbers(text)]
    assert (number, pytest.approx(value), unit) in found


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("from 3 to 7 percent", ["%", "%"]),
        ("from six to two working days", ["days", "days"]),
        ("85 billion kilowatt-hours versus 72 billion", ["kWh", "kWh"]),
        ("85 billion yuan, up from 72 billion", ["yuan", "yuan"]),
        ("85 billion yuan to 300 firms", ["yuan", "items"]),
        ("grew 5 percent to 3,200", ["%", "items"]),
    ],
)
def test_a_unit_left_out_is_that_of_the_number_beside_it(text: str, units: list[str]) -> None:
    assert [unit for _, _, _, unit, _ in numbers(text)] == units
