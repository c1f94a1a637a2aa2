"""What a time expression says and the day held in, its half-open interval of days out."""

from dataclasses import dataclass, field
from datetime import date, timedelta

Span = tuple[date | None, date | None]
Spec = tuple[object, ...]
NOTHING: Span = (None, None)

# first day of each Five-Year Plan, and the day a National Congress ended its opening month's session
_PLANS = {n: 2021 - 5 * (14 - n) for n in range(1, 17)}
_CONGRESS = {
    16: date(2002, 11, 14), 17: date(2007, 10, 21), 18: date(2012, 11, 15), 19: date(2017, 10, 24),
    20: date(2022, 10, 22),
}  # fmt: skip
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


@dataclass(slots=True)
class Context:
    """What was said before in the paragraph: the last year, month and interval, and the earliest interval."""

    held: date | None = None
    year: int | None = None
    month: tuple[int, int] | None = None
    last: Span = NOTHING
    before_last: Span = NOTHING
    earliest: Span = NOTHING
    plan: int | None = None
    spans: list[Span] = field(default_factory=list)

    def note(self, span: Span, plan: int | None = None) -> None:
        """Remember an interval that was named."""
        first, last = span
        self.plan = plan or self.plan
        if first is None or last is None:
            return
        inside = last - timedelta(days=1)
        self.before_last, self.last, self.year = self.last, span, inside.year
        if (first.year, first.month) == (inside.year, inside.month):
            self.month = (first.year, first.month)
        if self.earliest[0] is None or first < self.earliest[0]:
            self.earliest = span


def month_start(year: int, month: int) -> date:
    """Give the first day of a month; month 13 is January of the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def shifted(day: date, months: int) -> date:
    """Give the same day of the month some months later, or the last day the month has."""
    first = month_start(day.year, day.month + months)
    last = month_start(first.year, first.month + 1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def _year(named: object, context: Context, end_month: int, target: bool) -> int | None:
    """Give the year that is named, else the latest in which the month had ended (for a target: the next)."""
    held = context.held
    if isinstance(named, int):
        return named
    if named in ("same", "the") and (context.year or held):
        # "the year" of a plan is the year held, of a report the year it speaks of
        return context.year if context.year and not (named == "the" and target) else held.year if held else None
    if held is None:
        return None
    if named in ("this", "last", "next"):
        return held.year + {"this": 0, "last": -1, "next": 1}[str(named)]
    ended = month_start(held.year, end_month + 1) <= held
    return held.year if ended or target else held.year - 1


def _months(m1: int, m2: int, year: int | None) -> Span:
    return (month_start(year, m1), month_start(year, m2 + 1)) if year else NOTHING


def resolve(spec: Spec, context: Context, target: bool = False) -> Span:
    """Take what a time expression says, give its interval; nothing where it cannot be resolved.

    Examples
    --------
    >>> resolve(("quarter", 1, None), Context(date(2024, 4, 26)))
    (datetime.date(2024, 1, 1), datetime.date(2024, 4, 1))
    """
    try:
        return _RESOLVERS[str(spec[0])](spec[1:], context, target)
    except (ValueError, OverflowError):
        return NOTHING  # a 31st of June, a year before 1 or after 9999


def _whole_year(a: Spec, c: Context, target: bool) -> Span:
    year = _year(a[0], c, 12, target if a[0] == "the" else True)
    if year is None:
        return NOTHING
    first, last = date(year, 1, 1), date(year + 1, 1, 1)
    if (a[0] == "this" or (a[0] == "the" and c.held and c.held.year == year)) and not target and c.held:
        last = c.held
    return first, last


def _quarter(a: Spec, c: Context, target: bool) -> Span:
    q = int(str(a[0]))
    return _months(3 * q - 2, 3 * q, _year(a[1], c, 3 * q, target))


def _half(a: Spec, c: Context, target: bool) -> Span:
    h = int(str(a[0]))
    return _months(6 * h - 5, 6 * h, _year(a[1], c, 6 * h, target))


def _month_span(a: Spec, c: Context, target: bool) -> Span:
    m1, m2 = int(str(a[0])), int(str(a[1]))
    if a[2] == "before":  # "last November"
        year = None if c.held is None else c.held.year - (month_start(c.held.year, m2 + 1) > c.held)
        return _months(m1, m2, year)
    year = _year(a[2], c, m2, target)
    if m1 > m2 and year:
        return month_start(year - 1, m1), month_start(year, m2 + 1)
    return _months(m1, m2, year)


def _first_n(a: Spec, c: Context, target: bool) -> Span:
    n, unit, whole = int(str(a[0])), str(a[1]), a[2]
    if unit == "year" and n > 1 and whole is None:
        whole = ("plan", None)  # "over the first four years", once a plan has been named
    if unit in ("day", "week"):
        if not isinstance(whole, tuple):
            return NOTHING
        start = resolve(whole, c, target)[0]
        if start and c.held and whole[0] == "months" and whole[-1] is None and not target:
            later = start.replace(year=start.year + 1)  # the first week of a month that has not ended yet
            start = later if later + timedelta(days=n * (7 if unit == "week" else 1)) <= c.held else start
        return (start, start + timedelta(days=n * (7 if unit == "week" else 1))) if start else NOTHING
    if isinstance(whole, tuple):
        start = resolve(whole, c, target)[0]
        return (start, shifted(start, n * _MONTHS_IN[unit])) if start else NOTHING
    months = n * _MONTHS_IN[unit]
    return _months(1, months, _year(whole, c, months, target)) if months <= 12 else NOTHING


def _last_n(a: Spec, c: Context, target: bool) -> Span:
    n, unit, whole = int(str(a[0])), str(a[1]), a[2]
    last = resolve(whole, c, target)[1] if isinstance(whole, tuple) else None
    return (shifted(last, -n * _MONTHS_IN[unit]), last) if last and unit in _MONTHS_IN else NOTHING


def _days(a: Spec, c: Context, target: bool) -> Span:
    m1, d1, m2, d2 = (int(str(x)) for x in a[:4])
    year = a[4] if isinstance(a[4], int) else None
    if year is None:
        if c.held is None:
            return NOTHING
        year = c.held.year + {"this": 0, "last": -1}.get(str(a[4]), 0)
        if a[4] not in ("this", "last"):
            if target and date(year, m2, d2) < c.held:
                year += 1
            elif not target and date(year, m1, d1) > c.held:
                year -= 1
    return date(year - (m1 > m2), m1, d1), date(year, m2, d2) + timedelta(days=1)


def _end(a: Spec, c: Context, target: bool) -> Span:
    whole = a[0]
    assert isinstance(whole, tuple)
    # the end of this year is its last day, even when it has not come
    if whole[0] == "year" and whole[1] == "this":
        target = True
    elif whole[:2] == ("year", "the") and not target:
        year = _year("the", c, 12, False)
        whole = ("year", year) if year else whole
    last = resolve(whole, c, target)[1]
    return (last - timedelta(days=1), last) if last else NOTHING


def _start(a: Spec, c: Context, target: bool) -> Span:
    whole = a[0]
    assert isinstance(whole, tuple)
    first = resolve(whole, c, target)[0]
    return (first, first + timedelta(days=1)) if first else NOTHING


def _plan(a: Spec, c: Context, target: bool) -> Span:
    n = a[0] or c.plan
    year = _PLANS.get(int(str(n))) if n else None
    return (date(year, 1, 1), date(year + 5, 1, 1)) if year else NOTHING


def _run(a: Spec, c: Context, target: bool) -> Span:
    n, unit, sign = int(str(a[0])), str(a[1]), int(str(a[2]))
    if c.held is None:
        return NOTHING
    if unit in _MONTHS_IN:
        other = shifted(c.held, sign * n * _MONTHS_IN[unit])
    elif unit in ("day", "week"):
        other = c.held + timedelta(days=sign * n * (7 if unit == "week" else 1))
    else:
        return NOTHING
    return (c.held, other) if sign > 0 else (other, c.held)


def _now(a: Spec, c: Context, target: bool) -> Span:
    return (c.held, c.held + timedelta(days=1)) if c.held else NOTHING


def _relative(a: Spec, c: Context, target: bool) -> Span:
    """Resolve this, last and next month or quarter, and yesterday."""
    unit, step = str(a[0]), int(str(a[1]))
    if c.held is None:
        return NOTHING
    if unit == "day":
        return c.held + timedelta(days=step), c.held + timedelta(days=step + 1)
    if unit not in ("month", "quarter"):
        return NOTHING
    size = _MONTHS_IN[unit]
    first = month_start(c.held.year, (c.held.month - 1) // size * size + 1 + step * size)
    last = month_start(first.year, first.month + size)
    return (first, c.held) if step == 0 and not target else (first, last)


def _same(a: Spec, c: Context, target: bool) -> Span:
    """Resolve "the same period", "that year", "the six months": an interval that was named before."""
    unit = a[0]
    if unit == "months":
        return next((s for s in reversed(c.spans) if _lasts(s, int(str(a[1])))), NOTHING)
    if len(a) > 1 and isinstance(a[1], int):  # "the same period of 2019"
        first, last = c.last
        step = a[1] - first.year if first else 0
        return (shifted(first, 12 * step), shifted(last, 12 * step)) if first and last else NOTHING
    if unit == "long":
        # "in that period" is the widest the last one stands in: "over six years ..., from 17% in 2018 to 30% in 2023"
        around = [s for s in c.spans[-4:] if _holds(s, c.last) and _longer_than_a_year(s)]
        return around[-1] if around else c.last
    if unit == "year":
        return (date(c.year, 1, 1), date(c.year + 1, 1, 1)) if c.year else NOTHING
    if unit == "month":
        return _months(c.month[1], c.month[1], c.month[0]) if c.month else NOTHING
    if unit == "decade" and c.before_last[0] and c.last[1]:
        return min(c.before_last[0], c.last[0] or c.before_last[0]), c.last[1]
    return c.last


def _lasts(span: Span, months: int) -> bool:
    first, last = span
    return first is not None and last is not None and shifted(first, months) == last


def _longer_than_a_year(span: Span) -> bool:
    first, last = span
    return first is not None and last is not None and shifted(first, 12) < last


def _holds(outer: Span, inner: Span) -> bool:
    a, b, (x, y) = outer[0], outer[1], inner
    return None not in (a, b, x, y) and a <= x and y <= b  # type: ignore[operator]


def _so_far(a: Spec, c: Context, target: bool) -> Span:
    """So far this year, this month: to the day held, for a target too."""
    if c.held is None:
        return NOTHING
    if isinstance(a[0], int):
        return date(a[0], 1, 1), min(c.held, date(a[0] + 1, 1, 1))
    return c.held.replace(day=1, month=1 if a[0] == "year" else c.held.month), c.held


def _rest(a: Spec, c: Context, target: bool) -> Span:
    """Resolve the rest of the year: from the day held."""
    return (c.held, date(c.held.year + 1, 1, 1)) if c.held else NOTHING


def _day(day: date | None) -> Span:
    return (day, day + timedelta(days=1)) if day else NOTHING


def _then(a: Spec, c: Context, target: bool) -> Span:
    return c.earliest


def _from_to(a: Spec, c: Context, target: bool) -> Span:
    left, right = a
    assert isinstance(left, tuple) and isinstance(right, tuple)
    # "from April to June 2023", "from the first to the third quarter of 2023": the year stands once
    if left[0] == right[0] and left[-1] is None and right[-1] is not None:
        left = (*left[:-1], right[-1])
    first, last = resolve(left, c, target)[0], resolve(right, c, target or right[0] == "end")[1]
    return (first, last) if first and last and first < last else NOTHING


_RESOLVERS = {
    "year": _whole_year, "quarter": _quarter, "half": _half, "months": _month_span, "first": _first_n,
    "last": _last_n, "days": _days, "end": _end, "start": _start, "plan": _plan, "run": _run, "now": _now,
    "relative": _relative, "sofar": _so_far, "rest": _rest, "same": _same, "then": _then, "from": _from_to,
    "years": lambda a, c, t: (date(a[0], 1, 1), date(a[1] + 1, 1, 1)),
    "congress": lambda a, c, t: _day(_CONGRESS.get(a[0])),
    "decade": lambda a, c, t: (date(a[0], 1, 1), date(a[0] + 10, 1, 1)),
    # no date: a holiday, a rate like "each year", a name with a year in it
    **dict.fromkeys(("none", "rate", "name"), lambda a, c, t: NOTHING),
}  # fmt: skip
