"""A text in, what each library finds in it out, as numbers with value and unit in one vocabulary."""

from __future__ import annotations

import csv
import datetime as dt
import importlib.metadata
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pressroom as pr

COUNTED = "counted"  # a peer gives no unit: right for these
COUNTED_UNITS = frozenset(["items", "people", "households", "times", "rank", "index points"])
UNITS = Path(__file__).with_name("units.csv")


class Found(NamedTuple):
    """A number that a library found: half-open offsets, value, unit (null when it maps to none of ours)."""

    start: int
    end: int
    value: float | None
    value_high: float | None
    unit: str | None


Finder = Callable[[str, str | None], list[Found]]


def finders() -> dict[str, tuple[str, Finder]]:
    """Name to version and function of every library that can be imported; the others are named on stdout."""
    found: dict[str, tuple[str, Finder]] = {}
    for name, package, make in (
        ("pressroom", "pressroom", _pressroom),
        ("quantulum3", "quantulum3", _quantulum3),
        ("recognizers-text", "recognizers-text-suite", _recognizers_text),
    ):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found[name] = (_version(package), make())
        except ImportError as error:
            print(f"{name}: left out, {error}; install it with pip install -e '.[bench]'")
    return found


def _version(package: str) -> str:
    return pr.__version__ if package == "pressroom" else importlib.metadata.version(package)


def _units(peer: str) -> dict[str, tuple[str, float]]:
    with UNITS.open(encoding="utf-8", newline="") as file:
        return {r["name"]: (r["unit"], float(r["factor"])) for r in csv.DictReader(file) if r["peer"] == peer}


def _pressroom() -> Finder:
    from pressroom.growth import find_figures
    from pressroom.words import sentence_spans

    def find(text: str, held: str | None) -> list[Found]:
        day = dt.date.fromisoformat(held) if held else None
        found = find_figures(text, sentence_spans(text), day)
        return [Found(f.start, f.end, f.value, f.value_high, f.unit) for f in found]

    return find


def _quantulum3() -> Finder:
    import quantulum3.classifier
    from quantulum3 import parser

    # Its classifier of ambiguous units was pickled with an old scikit-learn and cannot be loaded with a current
    # one. Without it, quantulum3 takes the most common unit of a name.
    quantulum3.classifier.USE_CLF = False
    units = _units("quantulum3")

    def find(text: str, held: str | None) -> list[Found]:
        rows = []
        for quantity in parser.parse(text):
            unit, factor = units.get(quantity.unit.name, (None, 1.0))
            low, high = quantity.value * factor, None
            if quantity.uncertainty:  # "66 to 68 million" is the middle and the distance of its ends
                spread = quantity.uncertainty * factor
                low, high = low - spread, low + spread
            rows.append(Found(*quantity.span, low, high, unit))
        return rows

    return find


def _recognizers_text() -> Finder:
    from recognizers_number import Culture, recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    units = _units("recognizers-text")

    def find(text: str, held: str | None) -> list[Found]:
        rows = []
        for recognize in (recognize_currency, recognize_dimension, recognize_percentage, recognize_number):
            for result in recognize(text, Culture.English):
                printed = str(result.resolution.get("value") or "")
                name = "%" if printed.endswith("%") else result.resolution.get("unit") or ""
                unit, factor = units.get(name, (None, 1.0))
                try:
                    value = float(printed.rstrip("%").replace(",", "")) * factor
                except ValueError:
                    continue
                row = Found(result.start, result.end + 1, value, None, unit)
                if not any(have.start < row.end and row.start < have.end for have in rows):
                    rows.append(row)  # a number inside an amount is not counted again
        return rows

    return find
