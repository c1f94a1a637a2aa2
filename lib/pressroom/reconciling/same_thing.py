"""Two figures in, whether they speak of the same thing out: the words of the indicator, the period, the place."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from . import printed

# Words that name no thing. "China's" goes too: in these transcripts it is the place where nothing else is said.
EMPTY = frozenset(
    "a an the of in for to and or its their our his her this that these those by on at with from china's total".split()
)
# An indicator of these words alone does not say what is measured; "growth" may be of anything.
VAGUE = frozenset(
    """figure number growth rate ratio share amount value level scale output area increase decline it they total sum
    proportion index target year price cost income revenue people loan contract trade company firm enterprise other
    export import investment sale profit""".split()
)
KNOWN_ALONE = frozenset(["gdp", "cpi", "ppi", "pmi"])
# What "over 4 million" and "nearly 4 million" leave open: a tenth, on one side; "about", a twentieth on both.
UPWARDS = {"over": 1.1, "at least": 1.1}
DOWNWARDS = {"nearly": 0.9, "at most": 0.9, "less than": 0.9}
ABOUT = 0.05
LEAP_DAY = (2, 29)


@dataclass(frozen=True)
class Said:
    """A figure with what comparing needs: its words in order of the alphabet, and the span its value may lie in."""

    row: dict[str, Any]
    words: tuple[str, ...]
    low: float
    high: float

    def __getattr__(self, name: str) -> Any:
        return self.row[name]

    @property
    def period(self) -> tuple[str, str] | None:
        """The period as two ISO days, or null when one is not known."""
        known = self.row["period_start"] and self.row["period_end"]
        return (self.row["period_start"], self.row["period_end"]) if known else None


def said(row: dict[str, Any]) -> Said:
    """A row of `growth_figures` that has a value in, the same with its words and its span out."""
    value = float(row["value"])
    top = float(row["value_high"]) if row["value_high"] is not None else value
    half, top_half = (printed.rounding(row["text"] or "", v) for v in (value, top))
    low, high = value - half, top + top_half
    if row["approx"] in UPWARDS:
        low, high = value, max(high, top * UPWARDS[row["approx"]])
    elif row["approx"] in DOWNWARDS:
        low, high = min(low, value * DOWNWARDS[row["approx"]]), top
    elif row["approx"] == "about":
        low, high = min(low, value * (1 - ABOUT)), max(high, top * (1 + ABOUT))
    return Said(row, indicator_words(row["indicator"]), low, high)


def indicator_words(indicator: str | None) -> tuple[str, ...]:
    """An indicator in, its words out: lower case, without empty words and plurals, in order of the alphabet.

    Examples
    --------
    >>> indicator_words("China's imports and exports of goods")
    ('export', 'good', 'import')
    >>> indicator_words("total grain output") == indicator_words("the output of grain")
    True
    """
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", (indicator or "").lower().replace("’", "'"))
    return tuple(sorted(_singular(w) for w in words if w not in EMPTY))


def _singular(word: str) -> str:
    word = word.removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def specific(words: tuple[str, ...]) -> bool:
    """Whether the words of an indicator say what is measured.

    Examples
    --------
    >>> specific(("growth", "rate")), specific(("gdp",)), specific(("grain", "output"))
    (False, True, True)
    """
    telling = [w for w in words if w not in VAGUE]
    return bool(KNOWN_ALONE & set(words)) or (len(words) > 1 and bool(telling))


def same_place(a: Said, b: Said) -> bool:
    """Whether the place is the same: both null, or the same words."""
    return indicator_words(a.place) == indicator_words(b.place)


def places_agree(a: Said, b: Said) -> bool:
    """Whether no place speaks against it: one of them null is enough."""
    return not a.place or not b.place or same_place(a, b)


def periods_agree(a: Said, b: Said) -> bool:
    """Whether no period speaks against it: one of them null is enough."""
    return a.period is None or b.period is None or a.period == b.period


def together(a: Said, b: Said) -> bool:
    """Whether two figures stand in one sentence."""
    return bool(a.turn == b.turn and a.sentence == b.sentence)


def meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether two spans have a value in common.

    Examples
    --------
    >>> meet((1, 2), (2, 3)), meet((1, 2), (2.1, 3))
    (True, False)
    """
    slack = printed.ASIDE * max(map(abs, (*a, *b)))
    return a[0] <= b[1] + slack and b[0] <= a[1] + slack


def year_before(period: tuple[str, str]) -> tuple[str, str]:
    """The same period a year earlier.

    Examples
    --------
    >>> year_before(("2024-01-01", "2024-04-01"))
    ('2023-01-01', '2023-04-01')
    """
    first, last = (_year_back(dt.date.fromisoformat(day)) for day in period)
    return first.isoformat(), last.isoformat()


def _year_back(day: dt.date) -> dt.date:
    return (
        day.replace(year=day.year - 1, day=28) if (day.month, day.day) == LEAP_DAY else day.replace(year=day.year - 1)
    )
