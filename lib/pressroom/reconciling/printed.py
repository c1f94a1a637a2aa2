"""A number as printed in, what it can stand for out: its value, and how far rounding lets it lie from that."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Digits with separators of thousands: comma, space, thin and no-break space; a point before the decimals.
DIGITS = re.compile(r"\d+(?:[,\u0020\u00a0\u2009\u202f]\d{3}(?!\d))*(?:\.\d+)?")
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9, "tn": 12}
# A prefix of a unit may move the point as a scale word does: 480 GW is 480,000,000 kW, 302 grams 0.302 kg. "m" may
# be million or meters.
PREFIXES = {
    "gw": 6, "gigawatt": 6, "mw": 3, "megawatt": 3, "watt": -3, "twh": 9, "gwh": 6, "mwh": 3,
    "gram": -3, "g": -3, "milligram": -6, "kilotonne": 3, "megatonne": 6,
    "centimeter": -2, "cm": -2, "millimeter": -3, "mm": -3, "m": 6,
}  # fmt: skip
# The numbers that follow in a list, up to the words of the last: ", 10.3 and 10.7 trillion yuan".
LIST_GOES_ON = re.compile(r"(?:[\s,–-]+(?:(?:and|or|to)\s+)?\d[\d.,]*)+[\s-]+([a-zA-Z]+(?:[\s-][a-zA-Z]+)?)")
LONGEST_LIST = 200  # characters
ASIDE = 1e-6  # what two floats that mean the same may differ by, as a share of the larger
WORDS_ROUND = 0.05  # "one third", "half a million": such words are round, to a twentieth of their value


def mantissa(value: float) -> tuple[str, int]:
    """A value in, its significant digits and the power of ten they are multiplied with out.

    Examples
    --------
    >>> mantissa(25_300_000_000), mantissa(0.302)
    (('253', 8), ('302', -3))
    """
    digits, _, power = f"{abs(value):.9e}".partition("e")
    figures = digits.replace(".", "").rstrip("0") or "0"
    return figures, int(power) - len(figures) + 1 if figures != "0" else 0


def numbers(text: str) -> Iterator[float]:
    """The numbers that are printed in digits, without their scale.

    Examples
    --------
    >>> list(numbers("1,204.5 to 2 000 billion yuan"))
    [1204.5, 2000.0]
    """
    for match in DIGITS.finditer(text):
        yield float(re.sub(r"[^\d.]", "", match.group()))


def powers(text: str) -> set[int]:
    """The powers of ten that the scale words and unit prefixes of a text can add up to; 0 when there is none.

    Examples
    --------
    >>> sorted(powers("120 million kilowatt-hours")), sorted(powers("480 GW"))
    ([6], [0, 6])
    """
    words = re.findall(r"[a-z]+", text.lower())
    scales = {SCALES[w] for w in words if w in SCALES} or {0}
    moved = {PREFIXES[p] for w in words for p in (w, w.removesuffix("s")) if p in PREFIXES} | {0}
    return {a + b for a in scales for b in moved}


def stands_for(text: str, value: float, after: str = "") -> bool:
    """Whether digits printed in `text` stand for `value`: the same significant digits, moved by a printed scale.

    Parameters
    ----------
    text : str
        The number with its scale and unit.
    value : float
        What the table says it is.
    after : str
        What follows it: of "9.7, 10.3 and 10.7 trillion yuan" the first number takes its scale from the last.

    Examples
    --------
    >>> stands_for("25.3 billion tonnes", 25.3e9), stands_for("25.3 billion tonnes", 25.3e6)
    (True, False)
    >>> stands_for("9.7", 9.7e12, after=", 10.3 and 10.7 trillion yuan")
    True
    """
    own = powers(text)
    shared = LIST_GOES_ON.match(after[:LONGEST_LIST]) if own == {0} else None
    allowed = own | powers(shared[1]) if shared else own
    figures, power = mantissa(value)
    for printed in numbers(text):
        seen, at = mantissa(printed)
        if seen == figures and (figures == "0" or power - at in allowed):
            return True
    return False


def rounding(text: str, value: float) -> float:
    """How far the true number may lie from `value`: half a unit of the last place that is printed.

    Zeros at the end of a whole number of four digits or more are taken as rounded: 90,000 is 85,000 to 95,000.
    A number in words is round to a twentieth.

    Examples
    --------
    >>> round(rounding("25.3 billion tonnes", 25.3e9)), rounding("5.2%", 5.2)
    (50000000, 0.05)
    >>> rounding("90,000", 90_000), round(rounding("one third", 33.3333), 2)
    (5000.0, 1.67)
    """
    for match in DIGITS.finditer(text):
        digits = re.sub(r"[^\d.]", "", match.group())
        printed = float(digits)
        if mantissa(printed)[0] != mantissa(value)[0]:
            continue
        _, _, decimals = digits.partition(".")
        zeros = len(digits) - len(digits.rstrip("0")) if not decimals and printed >= 1000 else 0
        scale = abs(value) / printed if printed else 1.0
        return float(0.5 * 10.0 ** (zeros - len(decimals)) * scale)
    return abs(value) * WORDS_ROUND


def shown(value: float) -> str:
    """A value in, its six most significant digits out, written out and without an exponent.

    Examples
    --------
    >>> shown(214.37e9), shown(0.302)
    ('214,370,000,000', '0.302')
    """
    return f"{float(f'{value:.6g}'):,.15g}"


def alike(a: float, b: float) -> bool:
    """Whether two values are the same but for the last bits of a float."""
    return abs(a - b) <= ASIDE * max(abs(a), abs(b), 1e-12)
