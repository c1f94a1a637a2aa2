"""A sentence and the day held in, its time expressions as half-open intervals out."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = "january february march april may june july august september october november december".split()
_M = "|".join(m.capitalize() for m in MONTHS)
_Q = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_YEAR = r"(?:\s(?:of|in)?\s?(?P<{0}>(?:19|20)\d\d|this year|last year))?"
_FORMS = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        r"\b(?P<prep>in |during )?the (?P<quarter>first|second|third|fourth) quarter" + _YEAR.format("y"),
        r"\b(?P<prep>in |during )?the first (?P<first>half|(?:two|three|four|five|six|seven|eight|nine|ten|eleven)"
        r"(?: months| quarters))" + _YEAR.format("y"),
        rf"\b(?P<end>by|at|as of) the end of (?P<mon>{_M})?,?\s?(?P<y>(?:19|20)\d\d|this year|last year)?",
        r"\b(?P<by>by) (?P<y>20\d\d)\b",
        r"\b(?P<since>since) (?P<y>(?:19|20)\d\d)\b",
        rf"\b(?:in )(?P<month>{_M})\b(?! \d{{1,2}}\b(?!\d))" + _YEAR.format("y"),
        rf"\b(?:on )?(?:{_M}) \d{{1,2}}\b(?:, (?:19|20)\d\d)?",
        r"\b(?:in )?(?P<y>(?:19|20)\d\d)\b(?!\s(?:yuan|people|items))",
        r"\b(?P<y>last year|this year)\b(?!')",
        r"\b(?P<now>now|currently|so far)\b",
        r"\b(?:over|in|during) the (?P<run>past|last|next) (?P<n>one|two|three|four|five|six|seven|eight|nine|ten|decade|\d)"
        r"(?: years)?",
        rf"\bfrom (?P<from>{_M}) to (?P<to>{_M})" + _YEAR.format("y"),
        rf"\bsince (?P<sincemonth>{_M})\b(?! \d)",
        r"\bsince the (?P<start>beginning|start) of (?:the|this) year\b",
        r"\b(?:during |in |over )?the (?P<plan>13th|14th) Five-Year Plan(?: period)?",
        r"\bin (?:less|more) than \w+ (?:years|months)\b",
        r"\b\w+ years ago\b",
        r"\b(?:5G|4G|6G|G20|14th|13th)\b",
    )
)
_COUNTS = "one two three four five six seven eight nine ten eleven".split()


@dataclass(frozen=True)
class Period:
    """A time expression and, where it can be resolved, its interval."""

    start: int
    end: int
    first: date | None
    last: date | None
    words: str
    before: str


def _month(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _year(words: str | None, held: date, end_month: int) -> int:
    """Give the year that is named, else the latest in which the month had ended."""
    if words and words[0].isdigit():
        return int(words)
    if words:
        return held.year - (words.lower() == "last year")
    return held.year if _month(held.year, end_month + 1) <= held else held.year - 1


def _interval(m: "re.Match[str]", held: date, target: bool) -> tuple[date | None, date | None]:
    g = m.groupdict()
    if g.get("quarter"):
        q = 3 * _Q[g["quarter"].lower()]
        y = _year(g["y"], held, q)
        return _month(y, q - 2), _month(y, q + 1)
    if g.get("first"):
        word, _, kind = g["first"].lower().partition(" ")
        n = 6 if word == "half" else (_COUNTS.index(word) + 1) * (3 if kind == "quarters" else 1)
        y = _year(g["y"], held, n)
        return date(y, 1, 1), _month(y, n + 1)
    if g.get("end") or g.get("by"):
        if not (g.get("mon") or g["y"]):
            return None, None
        n = MONTHS.index(g["mon"].lower()) + 1 if g.get("mon") else 12
        after = _month(_year(g["y"], held, n), n + 1)
        return after - timedelta(days=1), after
    if g.get("month"):
        n = MONTHS.index(g["month"].lower()) + 1
        y = _year(g["y"], held, n)
        return _month(y, n), _month(y, n + 1)
    if g.get("from"):
        a, b = MONTHS.index(g["from"].lower()) + 1, MONTHS.index(g["to"].lower()) + 1
        y = _year(g["y"], held, b)
        return _month(y, a), _month(y, b + 1)
    if g.get("sincemonth"):
        n = MONTHS.index(g["sincemonth"].lower()) + 1
        return _month(held.year - (_month(held.year, n) > held), n), held
    if g.get("start"):
        return date(held.year, 1, 1), held
    if g.get("plan"):
        y = 2016 if g["plan"] == "13th" else 2021
        return date(y, 1, 1), date(y + 5, 1, 1)
    if g.get("run"):
        word = g["n"].lower()
        n = 10 if word == "decade" else int(word) if word.isdigit() else _COUNTS.index(word) + 1
        day = 28 if (held.month, held.day) == (2, 29) else held.day
        other = date(held.year + (n if g["run"].lower() == "next" else -n), held.month, day)
        return (held, other) if other > held else (other, held)
    if g.get("now"):
        return held, held + timedelta(days=1)
    if g.get("y"):
        y = _year(g["y"], held, 12)
        whole = target or y != held.year
        return date(y, 1, 1), held if g.get("since") or not whole else date(y + 1, 1, 1)
    return None, None


def find_periods(text: str, held: date | None, target: bool = False) -> list[Period]:
    """Take a sentence, give its time expressions in order; they never overlap.

    Examples
    --------
    >>> p = find_periods("In 2023 output rose.", date(2024, 4, 26))[0]
    >>> (str(p.first), str(p.last))
    ('2023-01-01', '2024-01-01')
    """
    found: list[Period] = []
    for form in _FORMS:
        for m in form.finditer(text):
            if all(m.end() <= p.start or p.end <= m.start() for p in found):
                first, last = _interval(m, held, target) if held else (None, None)
                end = m.start() + len(m[0].rstrip(" ,"))
                found.append(
                    Period(
                        m.start(),
                        end,
                        first,
                        last,
                        text[m.start() : end],
                        text[max(0, m.start() - 20) : m.start()],
                    )
                )
    return sorted(found, key=lambda p: p.start)
