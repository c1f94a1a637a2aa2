"""Exports, imports, trade and its balance of one period in, whether they add up out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from . import printed
from .figure_check import check_row, verdict
from .same_thing import Said, indicator_words, meet

BALANCE = frozenset(["surplus", "deficit"])
TRADE = frozenset(["trade", "foreign"])
BOTH_WAYS = frozenset(["export", "import"])
IMPLIED = frozenset(["value", "good", "merchandise"])  # "the value of exports of goods" are "exports"


def trade_adds_up(known: list[Said]) -> Iterator[dict[str, Any]]:
    """Check trade against exports plus imports, and a surplus or deficit against their difference.

    Parameters
    ----------
    known : list of Said
        The figures of a document, in order.

    Yields
    ------
    dict
        Rows of the table `figure_checks`: one for each trade or balance whose exports and imports of the same
        goods, partner, period, place and unit are given.
    """
    first: dict[tuple[Any, ...], dict[frozenset[str], Said]] = defaultdict(dict)
    levels = [f for f in known if f.kind == "level" and f.period is not None and f.value_high is None]
    for figure in levels:
        first[_setting(figure)].setdefault(frozenset(figure.words) - IMPLIED, figure)
    for figure in levels:
        what, sign = _of(set(figure.words) - IMPLIED)
        exports, imports = (first[_setting(figure)].get(frozenset(what | {way})) for way in ("export", "import"))
        if not sign or exports is None or imports is None:
            continue
        low, high = _span(exports, imports, sign)
        expected = f"{printed.shown(abs(exports.value + sign * imports.value))} {figure.unit}"
        note = f"exports {exports.text}, imports {imports.text}"
        how = verdict(meet((low, high), (figure.low, figure.high)), figure, exports, imports)
        if how == "doubtful":  # "trade" may be that with one partner, and then there is nothing to add up
            continue
        yield check_row("exports and imports", figure, exports, expected, figure.text, how, note)


def _setting(figure: Said) -> tuple[Any, ...]:
    """What exports, imports and their trade must share."""
    return figure.period, figure.unit, figure.status, indicator_words(figure.place)


def _of(words: set[str]) -> tuple[set[str], int]:
    """What the trade or balance is of, and whether imports are added (1), taken away (-1), or it is neither (0)."""
    if words & BALANCE and "trade" in words:
        return words - BALANCE - TRADE, -1
    if words >= BOTH_WAYS:
        return words - BOTH_WAYS - TRADE, 1
    if "trade" in words and not words & BOTH_WAYS:
        return words - TRADE, 1
    return words, 0


def _span(exports: Said, imports: Said, sign: int) -> tuple[float, float]:
    if sign > 0:
        return exports.low + imports.low, exports.high + imports.high
    low, high = exports.low - imports.high, exports.high - imports.low
    return (low, high) if low + high >= 0 else (-high, -low)
