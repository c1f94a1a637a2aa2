"""Sentences of one turn in, growth figures out: number, clause and period joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .clauses import clause_at
from .lexicon import rows
from .numbers import Number, find_numbers
from .periods import Period, find_periods

_DIRECTION = {r["word"]: r["direction"] for r in rows("movement")}
_MOVE = re.compile(rf"\b({'|'.join(_DIRECTION)})\b", re.IGNORECASE)
_WORTH = re.compile(r"\d|double-digit|doubled|tripled|halved|third|half|quarter", re.IGNORECASE)
_TARGET = re.compile(r"\b(?:will|aim|aims|target|goal|plan to|plans to|expected to|strive)\b", re.IGNORECASE)
_RULE = re.compile(r"\b(?:must|can|limit|threshold|levy|fee|quota|valid|eligible)\b", re.IGNORECASE)
_SHARE = re.compile(
    r"account\w* for|share|ratio|proportion|unemployment|coverage|make up|made up|percent of|% of", re.I
)
_RATE = re.compile(r"\b(?:interest|tax|tariff|reserve) (?:rate|ratio)|\bloan prime rate", re.IGNORECASE)
_POLICY = re.compile(r"^\s(?:[\w-]+\s){0,2}(?:measures|policies|plans|clauses|steps)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?:\bNo\.|\bArticle|\bhotline|\bFortune|\btop)\s$", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|was|were|are|has|have|had|reached|stood|totaled|came|averaged|accounted|exceeded|posted|recorded|handled)\b",
    re.IGNORECASE,
)
_BASES = (
    (
        re.compile(r"year[ -]on[ -]year|a year earlier|same (?:period|month) (?:of )?last year", re.I),
        "year_on_year",
    ),
    (re.compile(r"month[ -]on[ -]month|previous month", re.I), "month_on_month"),
    (re.compile(r"quarter[ -]on[ -]quarter", re.I), "quarter_on_quarter"),
    (re.compile(r"average annual|annual average|a year on average", re.I), "annual_average"),
)
# a sentence of the present or of a rule starts something new: the list does not plainly go on
_PRESENT = re.compile(r"\b(?:is|are|have|has|must|can|pay|pays)\b")
_BASE = re.compile(r"\b(?:than|from|as|with|level of|level in|against)(?: in| at| by)?(?: the)?\s$", re.I)
_POINTS = ("percentage points", "basis points")
_COUNTED = ("items", "people", "households")


@dataclass(frozen=True)
class Figure:
    """One number with what it says; offsets are into the turn's text."""

    sentence: int
    start: int
    end: int
    text: str
    quote_start: int
    quote_end: int
    quote: str
    value: float | None
    value_high: float | None
    unit: str
    kind: str
    status: str
    direction: str | None
    indicator: str | None
    place: str | None
    approx: str | None
    period_text: str | None
    period_start: date | None
    period_end: date | None
    basis: str | None


def _kind(number: Number, direction: str | None, sentence: str, clause: str) -> str:
    """Give the kind of claim a number makes, from its unit and the words around it."""
    if number.unit in _POINTS:
        return "pp_change"
    if number.unit == "times":
        return "multiple"
    if number.unit in ("years", "months", "days", "hours"):
        return "duration"
    if number.unit == "%":
        if _RATE.search(clause):
            return "level"
        if _SHARE.search(clause):
            return "share"
        return "growth_rate" if direction else "share"
    if direction in ("up", "down") and re.search(r"\bby\s(?:[a-z]+\s){0,2}$", sentence[: number.start]):
        return "increment"
    if number.unit in _COUNTED:
        return "policy_count" if _POLICY.match(sentence[number.end :]) else "count"
    return "level"


def _indicator(sentence: str, clause: str, before: str, after: str, periods: list[Period]) -> str | None:
    """Give the subject before the first verb of the clause, else the counted noun, else the sentence's subject."""
    for words in (clause[: len(before)], after, sentence):
        cut = _VERB.search(words) or _MOVE.search(words)
        head = words[: cut.start()] if cut else (words if words is after else "")
        head = re.sub(r"^(?:in|by|at|during|since)\b[^,]*,\s*", "", head.strip(" ,.?!"), flags=re.IGNORECASE)
        head = re.sub(r"^(?:the|a|an|and|its|our|their|we|it)\b\s*", "", head, flags=re.IGNORECASE)
        if len(head) > 2:
            return head
    return None


def _period(periods: list[Period], number: Number, left: int, right: int) -> Period | None:
    """Give the period of the number's clause, else the first one before it in the sentence."""
    # "2.4 times as many as in 2012": the base of a comparison is no reference period
    periods = [p for p in periods if not _BASE.search(p.before)]
    inside = [p for p in periods if left <= p.start < right]
    earlier = [p for p in periods if p.end <= number.start]
    return (inside or earlier or [None])[0]  # type: ignore[list-item]


def _claims(text: str, index: int, offset: int, held: date | None, carried: Period | None) -> list[Figure]:
    """Take one sentence and its place in the turn, give its figures."""
    target = bool(_TARGET.search(text))
    periods = find_periods(text, held, target)
    found: list[Figure] = []
    for n in find_numbers(text):
        if any(p.start < n.end and n.start < p.end for p in periods) or _NAMED.search(text[: n.start]):
            continue
        left, right = clause_at(text, n.start, n.end)
        clause = text[left:right]
        moves = _MOVE.findall(text[left : n.start]) or _MOVE.findall(text[n.end : right])
        direction = _DIRECTION[moves[-1].lower()] if moves else None
        kind = _kind(n, direction, text, clause)
        if text[n.start : n.end].lower() == "halved":
            kind, direction = "growth_rate", "down"
        elif text[n.start : n.end].lower() in ("doubled", "tripled"):
            direction = "up"
        if found and not moves and not _VERB.search(clause) and n.unit == found[-1].unit == "%":
            # elided verb: "mining grew 1.8 percent, manufacturing 4.1 percent"
            kind, direction = found[-1].kind, found[-1].direction
        if re.search(r"\bfrom\s$", text[: n.start]):
            direction = None
        period = _period(periods, n, left, right) or (None if target or _PRESENT.search(text) else carried)
        basis = next((name for form, name in _BASES if form.search(clause)), None)
        status = "target" if target else "rule" if _RULE.search(clause) else "achieved"
        indicator = _indicator(text, clause, text[left : n.start], text[n.end : right], periods)
        found.append(
            Figure(
                index, offset + n.start, offset + n.end, text[n.start : n.end], offset + left, offset + right,
                clause, n.value, n.value_high, n.unit, kind, status, direction, indicator, None, n.approx,
                (period.words if period else None), period.first if period else None,
                period.last if period else None, basis,
            )
        )  # fmt: skip
    return found


def _pieces(text: str, sentences: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Take sentences, give them in pieces of at most 2,000 characters, cut at a space: time stays linear."""
    for index, (start, end) in enumerate(sentences):
        while end - start > 2000:
            cut = text.rfind(", ", start + 1000, start + 2000) + 1 or start + 2000
            yield index, start, cut
            start = cut
        yield index, start, end


def find_figures(text: str, sentences: list[tuple[int, int]], held: date | None) -> list[Figure]:
    """Take the words of one turn, its sentences and the day held, give its figures in order.

    Examples
    --------
    >>> figures = find_figures("Output rose 5%.", [(0, 15)], date(2024, 4, 26))
    >>> [(f.value, f.unit, f.kind, f.direction) for f in figures]
    [(5.0, '%', 'growth_rate', 'up')]
    """
    found: list[Figure] = []
    carried: Period | None = None
    before = 0
    for index, start, end in _pieces(text, sentences):
        # a period carries on inside a paragraph only; a newline between sentences ends it
        if "\n" in text[before:start]:
            carried = None
        before = end
        if _WORTH.search(text, start, end):
            new = _claims(text[start:end], index, start, held, carried)
            found += new
            own = [x for x in find_periods(text[start:end], held) if x.first]
            carried = own[0] if own else carried
    return found
