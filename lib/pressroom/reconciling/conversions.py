"""Amounts given in two units or two currencies in, whether they are the same amount out."""

from __future__ import annotations

import csv
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from .figure_check import check_row
from .printed import shown
from .same_thing import Said, together

LEXICON = Path(__file__).parents[1] / "lexicon"
YUAN = "yuan"
# The daily rate strays from the average of its year by up to 9% (7.33 against 6.73 in 2022), and an amount of
# a quarter is converted at the rate of the quarter. The check is for slips of scale and digits, not of rates.
RATE_TOLERANCE = 0.10
# What stands between two ways of giving one amount: "(", "or", "that is", "about", "equivalent to", "which is".
APPOSITION = re.compile(
    r"[\s,(（]*(?:(?:or|that is|i\.e\.|about|around|some|nearly|over|roughly|approximately|equivalent to|equal to"
    r"|namely|which is|just|close to|more than|an?)[\s,]+){0,4}",
    re.IGNORECASE,
)


@cache
def conversions() -> dict[tuple[str, str], float]:
    """The table of units: so many of the second are one of the first."""
    rows = {(r["unit"], r["other"]): float(r["other_per_unit"]) for r in _lexicon("conversions.csv")}
    return rows | {(b, a): 1 / factor for (a, b), factor in rows.items()}


@cache
def exchange_rates() -> dict[str, dict[int, float]]:
    """The table of exchange rates: currency to year to yuan for one of it, as the average of the year."""
    rates: dict[str, dict[int, float]] = {}
    for row in _lexicon("exchange_rates.csv"):
        rates.setdefault(row["currency"], {})[int(row["year"])] = float(row["yuan_per_unit"])
    return rates


def _lexicon(name: str) -> list[dict[str, str]]:
    with (LEXICON / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_two_units(known: list[Said], text: str, year_held: int | None) -> list[dict[str, Any]]:
    """The checks of neighbouring figures of one sentence that give one amount in two units.

    Parameters
    ----------
    known : list of Said
        The figures of a document, in order.
    text : str
        The document's text.
    year_held : int or None
        The year whose exchange rate counts for a figure without a period.

    Returns
    -------
    list of dict
        Rows of the table `figure_checks`.
    """
    rows = []
    for first, second in pairwise(known):
        between = text[first.end : second.start]
        if not together(first, second) or first.kind != second.kind or not APPOSITION.fullmatch(between):
            continue
        if {first.unit, second.unit} & set(exchange_rates()) and YUAN in (first.unit, second.unit):
            rows.append(_currencies(first, second, year_held))
        elif factor := conversions().get((first.unit, second.unit)):
            expected = first.low * factor, first.high * factor
            agrees = expected[0] <= second.high and second.low <= expected[1]
            found = f"{shown(second.value)} {second.unit}"
            wanted = f"{shown(first.value * factor)} {second.unit}"
            note = f"for each of {first.unit}, {shown(factor)} of {second.unit}"
            rows.append(check_row("two units", second, first, wanted, found, "agrees" if agrees else "differs", note))
    return rows


def _currencies(first: Said, second: Said, year_held: int | None) -> dict[str, Any]:
    yuan, foreign = (first, second) if first.unit == YUAN else (second, first)
    rates = exchange_rates()[foreign.unit]
    wanted = int(yuan.period[0][:4]) if yuan.period else year_held
    year = wanted if wanted in rates else max((y for y in rates if wanted and y < wanted), default=None)
    implied = yuan.value / foreign.value if foreign.value else 0.0
    found = f"{implied:,.3g} yuan for 1 {foreign.unit}"
    if year is None:
        why = f"no exchange rate of {wanted or 'an unknown year'}; add it to lexicon/exchange_rates.csv"
        return check_row("two currencies", second, first, "", found, "not checked", why)
    low, high = rates[year] * (1 - RATE_TOLERANCE), rates[year] * (1 + RATE_TOLERANCE)
    agrees = yuan.low / max(foreign.high, 1e-9) <= high and yuan.high / max(foreign.low, 1e-9) >= low
    note = f"yearly average of {year}: {rates[year]} yuan, allowed {RATE_TOLERANCE:.0%} either way"
    expected = f"{low:,.3g} to {high:,.3g} yuan for 1 {foreign.unit}"
    return check_row("two currencies", second, first, expected, found, "agrees" if agrees else "differs", note)
