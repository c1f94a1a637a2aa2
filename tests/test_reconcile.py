"""Figures held against each other: what is joined, what is flagged, what is left alone. Everything here is invented."""

import json

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import pressroom as pr
from pressroom import tables
from pressroom.cli import main
from pressroom.reconciling.conversions import conversions, exchange_rates

Y2022, Y2023, Y2024 = (("2022-01-01", "2023-01-01"), ("2023-01-01", "2024-01-01"), ("2024-01-01", "2025-01-01"))
BLANK = {"status": "achieved", "kind": "level", "unit": "tonnes", "indicator": "apple output", "period": Y2023}


def figures(text, *claims, held="2024-06-01"):
    """A text and what it claims in, the corpus and its table of figures out; each claim names its number as printed."""
    corpus, rows, at = pr.read_text(text, held=held), [], 0
    for number, claim in enumerate(claims, start=1):
        claim = {**BLANK, **claim}
        start = text.index(claim["text"], at)
        at = start + len(claim["text"])
        inside = corpus.sentences[(corpus.sentences["start"] <= start) & (corpus.sentences["end"] >= at)].iloc[0]
        first, last = claim.pop("period") or (None, None)
        place = {"start": start, "end": at, "quote_start": inside["start"], "quote_end": inside["end"]}
        said = {"doc_id": "text", "turn": 1, "sentence": inside["sentence"], "figure": number, "quote": inside["text"]}
        known = {k: v for k, v in claim.items() if k in tables.TABLES["growth_figures"]}
        rows.append({**said, **place, **known, "period_start": first, "period_end": last})
    return corpus, tables.make("growth_figures", rows)


def checks(text, *claims, held="2024-06-01"):
    corpus, table = figures(text, *claims, held=held)
    return [
        (row["check"], row["figure"], row["other"], row["verdict"])
        for row in tables.records(pr.figure_checks(table, corpus))
    ]


TWICE = "Apple output was 4.2 million tonnes. We said it before: output of apples, 4.2 million tonnes."
SAME = {"text": "4.2 million tonnes", "value": 4.2e6}


def test_a_figure_said_twice_is_joined_to_its_first_mention():
    _, table = figures(TWICE, SAME, {**SAME, "indicator": "output of apples"})
    assert pr.same_as(table).tolist() == [pd.NA, 1]
    assert checks(TWICE, SAME, {**SAME, "indicator": "output of apples"}) == [("said twice", 2, 1, "agrees")]


def test_a_third_mention_names_the_first():
    text = TWICE + " Once more: 4.2 million tonnes."
    _, table = figures(text, SAME, SAME, SAME)
    assert pr.same_as(table).tolist() == [pd.NA, 1, 1]


@pytest.mark.parametrize(
    "other",
    [
        {"period": Y2022},
        {"place": "Beiling"},
        {"status": "target"},
        {"kind": "increment"},
        {"indicator": "pear output"},
        {"indicator": None},
        {"basis": "year_on_year"},
    ],
)
def test_what_is_said_of_something_else_is_not_joined(other):
    first = {**SAME, "place": "Nanling", "basis": "vs 2019"}
    _, table = figures(TWICE, first, {**SAME, "place": "Nanling", "basis": "vs 2019", **other})
    assert pr.same_as(table).isna().all()


def test_two_equal_values_of_one_sentence_are_a_list_not_a_repetition():
    text = "Prices rose 3 percent and then 3 percent again."
    rise = {"text": "3 percent", "value": 3, "unit": "%", "kind": "growth_rate", "indicator": "apple prices"}
    _, table = figures(text, rise, rise)
    assert pr.same_as(table).isna().all() and checks(text, rise, rise) == []


def test_a_list_of_values_for_one_indicator_is_compared_with_nothing():
    text = "Trade was 9.7, 10.3 and 21.8 billion. Trade was 41.8 billion: exports 23.8 billion, imports 18 billion."
    trade = {"unit": "yuan", "indicator": "trade in apples"}
    parts = [{**trade, "text": t, "value": float(t) * 1e9} for t in ("9.7", "10.3", "21.8")]
    whole = [
        {**trade, "text": "41.8 billion", "value": 41.8e9},
        {**trade, "text": "23.8 billion", "value": 23.8e9, "indicator": "exports of apples"},
        {**trade, "text": "18 billion", "value": 18e9, "indicator": "imports of apples"},
    ]
    assert checks(text, *parts, *whole) == [("exports and imports", 4, 5, "agrees")]


def test_no_figures_give_an_empty_column_and_an_empty_table():
    corpus, table = figures("Nothing was counted.")
    assert pr.same_as(table).empty and pr.figure_checks(table, corpus).empty


TWO = "Apple output was 4.2 million tonnes. Later: apple output was {}."


@pytest.mark.parametrize(
    ("text", "value", "more", "verdict"),
    [
        ("4.9 million tonnes", 4.9e6, {}, "differs"),
        ("4.24 million tonnes", 4.24e6, {}, "agrees"),
        ("4 million tonnes", 4e6, {"approx": "over"}, "agrees"),
        ("4 million tonnes", 4e6, {"approx": "about"}, "agrees"),
        ("5 million tonnes", 5e6, {"approx": "nearly"}, "differs"),
        ("4.3 million tonnes", 4.3e6, {"approx": "nearly"}, "agrees"),
    ],
)
def test_two_values_for_one_indicator_agree_within_rounding_or_are_flagged(text, value, more, verdict):
    found = checks(TWO.format(text), SAME, {"text": text, "value": value, **more})
    assert found == [("same indicator", 2, 1, verdict)]


def test_two_speakers_at_odds_are_named():
    second = {"text": "4.9 million tonnes", "value": 4.9e6, "speaker": "Sun Peili"}
    corpus, table = figures(TWO.format("4.9 million tonnes"), {**SAME, "speaker": "Beiling Daily"}, second)
    assert pr.figure_checks(table, corpus)["note"].tolist() == ["said by Beiling Daily and Sun Peili"]


def test_a_conflict_is_only_doubtful_when_the_indicator_is_vague():
    second = {"text": "4.9 million tonnes", "value": 4.9e6, "indicator": "output"}
    assert checks(TWO.format("4.9 million tonnes"), {**SAME, "indicator": "output"}, second)[0][3] == "doubtful"


def test_a_conflict_is_only_doubtful_when_the_extractor_was_in_doubt():
    corpus, table = figures(TWO.format("4.9 million tonnes"), SAME, {"text": "4.9 million tonnes", "value": 4.9e6})
    table["doubts"] = [None, "distant indicator"]
    assert pr.figure_checks(table, corpus)["verdict"].tolist() == ["doubtful"]


periods = st.sampled_from([None, Y2022, Y2023, Y2024])
places = st.sampled_from([None, "Beiling", "Nanling"])


@given(periods, periods, places, places)
@settings(deadline=None)
def test_no_conflict_is_ever_claimed_between_different_periods_or_places(one, two, here, there):
    second = {"text": "4.9 million tonnes", "value": 4.9e6, "period": two, "place": there}
    found = checks(TWO.format("4.9 million tonnes"), {**SAME, "period": one, "place": here}, second)
    assert bool(found) == (one is not None and one == two and here == there)


LEVELS = "Apple output was {now} tonnes in 2023, up {rate} year on year. It had been {then} tonnes in 2022."


def between(now, rate, then, **more):
    text = LEVELS.format(now=f"{now:.0f}", rate=f"{rate:.1f}%", then=f"{then:.0f}")
    growth = {"unit": "%", "kind": "growth_rate", "basis": "year_on_year", "direction": "down" if rate < 0 else "up"}
    return checks(
        text,
        {"text": f"{now:.0f}", "value": now, **more},
        {"text": f"{rate:.1f}%".removeprefix("-"), "value": abs(rate), **growth, **more},
        {"text": f"{then:.0f}", "value": then, "period": Y2022, **more},
    )


@given(st.integers(1001, 9_999_999), st.floats(-60, 200))
@example(8036, 0.03125)  # printed as 0.0%
@settings(deadline=None)
def test_a_level_follows_from_the_year_before_and_the_growth(then, rate):
    now = round(then * (1 + rate / 100))
    assert between(now, round(rate, 1), then) == [("change between levels", 2, 3, "agrees")]


def test_a_growth_rate_that_its_two_levels_do_not_bear_out_is_flagged():
    assert between(4_200_123, 19.3, 4_000_123) == [("change between levels", 2, 3, "differs")]


def test_real_growth_against_amounts_at_current_prices_is_no_contradiction():
    assert between(4_200_123, 5.9, 4_000_123, indicator="GDP of Beiling")[0][3] == "doubtful"


def test_points_and_multiples_are_checked_against_their_two_levels():
    text = "Coverage is 94% in 2023, 4 points more than in 2019, when it was 90%. Farms: 500, 2.5 times as many as 200."
    share = {"unit": "%", "kind": "share", "indicator": "tap water coverage"}
    farms = {"unit": "items", "kind": "count", "indicator": "apple farms"}
    y2019 = ("2019-01-01", "2020-01-01")
    found = checks(
        text,
        {"text": "94%", "value": 94, **share},
        {"text": "4 points", "value": 4, **share, "unit": "percentage points", "kind": "pp_change",
         "direction": "up", "basis": "vs 2019"},
        {"text": "90%", "value": 90, **share, "period": y2019},
        {"text": "500", "value": 500, **farms},
        {"text": "2.5 times", "value": 2.5, **farms, "unit": "times", "kind": "multiple", "basis": "vs 2019"},
        {"text": "200", "value": 200, **farms, "period": y2019},
    )  # fmt: skip
    assert found == [("change between levels", 2, 3, "agrees"), ("change between levels", 5, 6, "agrees")]


@pytest.mark.parametrize(("rate", "verdict"), [("1.6 percent", "agrees"), ("6.1 percent", "differs")])
def test_a_rate_is_checked_against_the_increment_it_is_said_with(rate, verdict):
    text = f"Apple output reached 1.413 million tonnes, an increase of 22,150 tonnes, or {rate}."
    found = checks(
        text,
        {"text": "1.413 million tonnes", "value": 1.413e6},
        {"text": "22,150 tonnes", "value": 22_150, "kind": "increment", "direction": "up"},
        {"text": rate, "value": float(rate[:3]), "kind": "growth_rate", "unit": "%", "direction": "up"},
    )
    assert found == [("rate and increment", 3, 2, verdict)]


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (("700 million tonnes", 7e8, "tonnes"), ("1.4 trillion jin", 1.4e12, "jin"), "agrees"),
        (("700 million tonnes", 7e8, "tonnes"), ("1.4 billion jin", 1.4e9, "jin"), "differs"),
        (("120,000 hectares", 1.2e5, "hectares"), ("1.8 million mu", 1.8e6, "mu"), "agrees"),
        (("12 jin", 12, "jin"), ("6 kg", 6, "kg"), "agrees"),
        (("12 jin", 12, "jin"), ("24 kg", 24, "kg"), "differs"),
        (("3.6 billion yuan", 3.6e9, "yuan"), ("514 million dollars", 5.14e8, "USD"), "agrees"),
        (("514 million dollars", 5.14e8, "USD"), ("3.6 billion yuan", 3.6e9, "yuan"), "agrees"),
        (("3.6 billion yuan", 3.6e9, "yuan"), ("514 billion dollars", 5.14e11, "USD"), "differs"),
    ],
)
@pytest.mark.parametrize("joint", ["{} ({}).", "{}, or {}.", "{}, that is, about {}."])
def test_an_amount_given_in_two_units_is_converted(first, second, verdict, joint):
    claims = [{"text": t, "value": v, "unit": u} for t, v, u in (first, second)]
    check = "two currencies" if "yuan" in (first[2], second[2]) else "two units"
    assert checks("It was " + joint.format(first[0], second[0]), *claims) == [(check, 2, 1, verdict)]


def test_two_amounts_that_are_not_said_to_be_one_are_not_converted():
    text = "It holds 700 tonnes of apples and 900 jin of pears."
    claims = {"text": "700 tonnes", "value": 700}, {"text": "900 jin", "value": 900, "unit": "jin"}
    assert checks(text, *claims) == []


def test_the_tables_of_units_and_rates_hold_together():
    for (a, b), factor in conversions().items():
        assert factor * conversions()[b, a] == pytest.approx(1)
    assert conversions()["jin", "kg"] * conversions()["kg", "tonnes"] == pytest.approx(conversions()["jin", "tonnes"])
    assert all(5 < rate < 9 for rate in exchange_rates()["USD"].values())


@pytest.mark.parametrize(("year", "verdict"), [("1990", "not checked"), ("2031", "agrees")])
def test_a_year_without_an_exchange_rate_says_so_and_a_later_one_takes_the_last(year, verdict):
    text = "It cost 3.6 billion yuan (514 million dollars)."
    claims = [
        {"text": "3.6 billion yuan", "value": 3.6e9, "unit": "yuan", "period": None},
        {"text": "514 million dollars", "value": 5.14e8, "unit": "USD", "period": None},
    ]
    assert checks(text, *claims, held=f"{year}-06-01")[0][3] == verdict


def parts(text, *values):
    share = {"unit": "%", "kind": "share"}
    claims = ({"text": f"{v}%", "value": v, "indicator": f"part {n}", **share} for n, v in enumerate(values))
    return checks(text, *claims)


def test_shares_of_one_list_that_exceed_the_whole_are_flagged():
    text = "Apples made up {}% of the total; pears, {}%; plums, {}%."
    assert parts(text.format(40, 35, 25), 40, 35, 25) == [("shares of a whole", 3, 1, "agrees")]
    assert parts(text.format(40, 35, 52), 40, 35, 52) == [("shares of a whole", 3, 1, "differs")]


@pytest.mark.parametrize(
    "text",
    [
        "Farms account for 57% of tax revenue, 67% of output and 92% of jobs.",
        "Farms made up 57% of the total; apples made up 67%, and coverage is 92%.",
        "Coverage was 57% here, 67% there and 92% elsewhere.",
    ],
)
def test_shares_of_different_wholes_are_never_added_up(text):
    assert not [found for found in parts(text, 57, 67, 92) if found[3] != "agrees"]


@pytest.mark.parametrize(
    ("balance", "value", "verdict"), [("9 billion", 9e9, "agrees"), ("19 billion", 19e9, "differs")]
)
def test_trade_is_exports_plus_imports_and_the_surplus_their_difference(balance, value, verdict):
    text = f"Trade in apples came to 21.4 billion: exports 15.2 billion, imports 6.2 billion, a surplus of {balance}."
    found = checks(
        text,
        {"text": "21.4 billion", "value": 21.4e9, "unit": "yuan", "indicator": "trade in apples"},
        {"text": "15.2 billion", "value": 15.2e9, "unit": "yuan", "indicator": "exports of apples"},
        {"text": "6.2 billion", "value": 6.2e9, "unit": "yuan", "indicator": "imports of apples"},
        {"text": balance, "value": value, "unit": "yuan", "indicator": "surplus in trade in apples"},
    )
    assert found == [("exports and imports", 1, 2, "agrees"), ("exports and imports", 4, 2, verdict)]


def test_trade_of_what_is_not_said_is_not_held_against_exports_and_imports():
    text = "Exports were 15.2 billion and imports 6.2 billion. Beiling came first, with trade of 3.1 billion."
    found = checks(
        text,
        {"text": "15.2 billion", "value": 15.2e9, "unit": "yuan", "indicator": "exports"},
        {"text": "6.2 billion", "value": 6.2e9, "unit": "yuan", "indicator": "imports"},
        {"text": "3.1 billion", "value": 3.1e9, "unit": "yuan", "indicator": "trade"},
    )
    assert found == []


def test_the_command_prints_the_checks_with_the_columns_of_the_dictionary(tmp_path, capsys):
    path = tmp_path / "speech.txt"
    path.write_text("In 2023, trade was worth 3.6 trillion yuan (514 billion U.S. dollars).", encoding="utf-8")
    assert main(["checks", "--plain", str(path), "--format", "jsonl", "--held", "2024-06-01"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(list(row) == list(tables.TABLES["figure_checks"]) for row in rows)
