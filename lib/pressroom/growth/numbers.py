"""A sentence in, the numbers in it with scale, unit and approximator out."""

import re
from dataclasses import dataclass

from .lexicon import rows

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
CURRENCIES = {"RMB": "yuan", "US$": "USD", "HK$": "HKD", "$": "USD", "£": "GBP", "€": "EUR", "¥": "yuan"}
APPROXIMATORS = {
    "over": "over", "more than": "over", "above": "over", "exceeding": "over", "exceeded": "over",
    "nearly": "nearly", "almost": "nearly", "close to": "nearly", "about": "about", "around": "about",
    "some": "about", "roughly": "about", "approximately": "about", "at least": "at least",
    "no less than": "at least", "up to": "at most", "no more than": "at most", "at most": "at most",
    "less than": "less than",
}  # fmt: skip
FRACTIONS = {
    "one third": 33.3333,
    "two-thirds": 66.6667,
    "half": 50.0,
    "a quarter": 25.0,
    "one quarter": 25.0,
}
_FOLD = {"two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "eight": 8.0, "ten": 10.0}
_PEOPLE = re.compile(r"^\s(?:[\w-]+\s){1,2}(?:people|residents|workers|individuals)\b")
_UNITS = {r["word"].lower(): (r["unit"], float(r["factor"])) for r in rows("units")}
_UNIT = "|".join(re.escape(w) for w in sorted(_UNITS, key=len, reverse=True))
# digits with separators: "1,204,300", "68 420"; "46,61" or "1.2.3" fit no form and are left out
_DIGITS = r"\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w.,/:-])(?P<money>(?:RMB|US\$|HK\$|[$£€¥])\s?)?(?P<a>{_DIGITS})(?!\d|[.,:-]\d|[A-Za-z]|\s[ap]\.m)"
    rf"(?:(?:\s?[-–]\s?|\sto\s)(?P<b>{_DIGITS})(?![\d]|[.,]\d|[A-Za-z])(?=\s?%|\s(?:percent|per cent|{'|'.join(SCALES)})))?"
    rf"(?:[\s-](?P<scale>{'|'.join(SCALES)})\b)?"
    rf"(?:\s?(?P<pct>%)|[\s-](?P<unit>{_UNIT})\b)?",
    re.IGNORECASE,
)
_VERBAL = re.compile(
    rf"\bdouble-digit\b|\b(?:doubled|tripled|halved)\b|\b(?<!first )(?<!second )(?:{'|'.join(FRACTIONS)})\b(?! an? |-)",
    re.I,
)
_NEAR = re.compile(rf"\b({'|'.join(APPROXIMATORS)})\s+$", re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """A number as printed: where it stands, its scaled value, unit and approximator."""

    start: int
    end: int
    value: float | None
    value_high: float | None
    unit: str
    approx: str | None


def _scaled(digits: str, factor: float) -> float:
    return round(float(re.sub(r"[,\s]", "", digits)) * factor, 6)


def _approx(text: str, start: int) -> str | None:
    near = _NEAR.search(text[max(0, start - 20) : start])
    return APPROXIMATORS[near[1].lower()] if near else None


def find_numbers(text: str) -> list[Number]:
    """Take a sentence, give its numbers in order.

    Examples
    --------
    >>> [(n.value, n.unit, n.approx) for n in find_numbers("over 2.5 billion yuan, up 3%")]
    [(2500000000.0, 'yuan', 'over'), (3.0, '%', None)]
    """
    found = []
    for m in _NUMBER.finditer(text):
        unit, factor = _UNITS.get((m["unit"] or "").lower(), ("items", 1.0))
        unit = "%" if m["pct"] else CURRENCIES[m["money"].strip().upper()] if m["money"] else unit
        factor *= SCALES.get((m["scale"] or "").lower(), 1.0)
        if unit == "items" and _PEOPLE.match(text[m.end() : m.end() + 60]):
            unit = "people"
        # "260,000 people": the noun of a count is no part of the number
        end = m.start("unit") - 1 if unit in ("people", "households") and m["unit"] else m.end()
        high = _scaled(m["b"], factor) if m["b"] else None
        found.append(Number(m.start(), end, _scaled(m["a"], factor), high, unit, _approx(text, m.start())))
    for m in _VERBAL.finditer(text):
        found.append(_verbal(text, m.start(), m.end()))
    return sorted(found, key=lambda n: n.start)


def _verbal(text: str, start: int, end: int) -> Number:
    word = text[start:end].lower()
    if word == "double-digit":
        return Number(start, end, None, None, "%", "double-digit")
    if word.endswith("fold"):
        return Number(start, end, _FOLD[word[:-4]], None, "times", None)
    if word in ("doubled", "tripled"):
        return Number(start, end, 2.0 if word == "doubled" else 3.0, None, "times", None)
    return Number(start, end, FRACTIONS.get(word, 50.0), None, "%", _approx(text, start))
