"""A number among its neighbours in, the basis of its comparison out: year on year, annual average, against what."""

import itertools
import re

from .frames import Frame
from .numbers import Number
from .period import Period
from .tokens import Tokens

_ADVERBS = {
    "year-on-year": "year_on_year", "yoy": "year_on_year", "y-o-y": "year_on_year", "month-on-month": "month_on_month",
    "quarter-on-quarter": "quarter_on_quarter", "qoq": "quarter_on_quarter", "mom": "month_on_month",
    "year-over-year": "year_on_year", "month-over-month": "month_on_month", "year-to-year": "year_on_year",
    "annualized": "annual_average", "cumulatively": "cumulative", "cumulative": "cumulative",
}  # fmt: skip
_PHRASES = {
    ("year", "on", "year"): "year_on_year", ("month", "on", "month"): "month_on_month",
    ("quarter", "on", "quarter"): "quarter_on_quarter", ("year", "over", "year"): "year_on_year",
    ("on", "the", "year"): "year_on_year", ("on", "the", "month"): "month_on_month",
    ("on", "the", "quarter"): "quarter_on_quarter", ("averaging", "annual"): "annual_average",
    ("averaged", "annual"): "annual_average",
    ("average", "annual"): "annual_average", ("annual", "average"): "annual_average",
    ("average", "yearly"): "annual_average", ("annually", "on", "average"): "annual_average",
    ("a", "year", "on", "average"): "annual_average", ("per", "year", "on", "average"): "annual_average",
    ("a", "monthly", "basis"): "month_on_month", ("a", "quarterly", "basis"): "quarter_on_quarter",
    ("a", "yearly", "basis"): "year_on_year", ("an", "annual", "basis"): "year_on_year",
    ("month", "over", "month"): "month_on_month", ("quarter", "over", "quarter"): "quarter_on_quarter",
    ("in", "total", "since"): "cumulative", ("in", "total"): "cumulative",
}  # fmt: skip
_SPELLED = {word: [(p, name) for p, name in _PHRASES.items() if p[0] == word] for word, *_ in _PHRASES}
_NAMES = frozenset(_ADVERBS) | frozenset(_SPELLED)
_YEAR = re.compile(
    r"^(?:(?:level|that|figure|number) of )?(?:year|year (?:earlier|ago|before|prior)|(?:previous|last) year(?:'s|’s)?"
    r"|preceding year|(?:same|corresponding) (?:period|months?|quarters?|time|point|weeks?|days?)(?: of| in)?"
    r" (?:last year|previous year|year before)"
    r"|same (?:period|month)|prior year)$",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"^(?:(?:level|that) of )?(?:month|month (?:earlier|ago|before)|(?:previous|last) month(?:'s|’s)?"
    r"|preceding month)$",
    re.I,
)
_QUARTER = re.compile(
    r"^(?:(?:level|that) of )?(?:quarter(?: earlier| ago| before)?|(?:previous|last|preceding) quarter)$",
    re.I,
)


def basis_name(words: str) -> str:
    """Give the name of a printed base of comparison.

    Examples
    --------
    >>> basis_name("same period last year"), basis_name("end of 2020")
    ('year_on_year', 'vs end of 2020')
    """
    for form, name in ((_YEAR, "year_on_year"), (_MONTH, "month_on_month"), (_QUARTER, "quarter_on_quarter")):
        if form.match(words):
            return name
    return f"vs {words}"


def _marks(tk: Tokens, periods: list[Period]) -> list[tuple[int, str]]:
    """Give every place in a sentence that names a basis."""
    found: list[tuple[int, str]] = []
    w = tk.w
    for x in tk.spots(_NAMES):
        name = _ADVERBS.get(w[x])
        if name:
            found.append((x, name))
            continue
        for parts, spelled in _SPELLED[w[x]]:
            if parts == ("in", "total") and w[x + 2 : x + 3] and w[x + 2] not in (",", ".", ";", "since", "over"):
                continue  # "coal in total energy consumption"
            if tuple(w[x : x + len(parts)]) == parts:
                found.append((x, spelled))
                break
    found += [(p.i, basis_name(p.base)) for p in periods if p.role == "base" and p.base]
    return sorted(found)


def bases_of(
    tk: Tokens, numbers: list[Number], frames: list[Frame], kinds: list[str], periods: list[Period]
) -> list[str | None]:
    """Take the numbers of a sentence, give the basis of each."""
    marks = _marks(tk, periods)
    found: list[str | None] = [None] * len(numbers)
    for at in range(len(numbers) - 1, -1, -1):
        number, kind = numbers[at], kinds[at]
        stop = numbers[at + 1].i if at + 1 < len(numbers) else tk.n
        start = numbers[at - 1].j if at else 0
        changes = kind in _CHANGES
        after = [(x, m) for x, m in marks if number.j <= x < stop and _near(tk, number.j, x)]
        before = [
            (x, m) for x, m in marks if start <= x < number.i and (_near(tk, x, number.i) or _opens(tk, x, number.i))
        ]
        if before and at and tk.w[start : number.i].count(","):
            before = [
                (x, m)
                for x, m in before
                if not (x - start < 3 and kinds[at - 1] in _CHANGES and ";" not in tk.w[start:x])
            ]
        name = None
        for _, m in after:
            if m == "annual_average" and kind == "multiple":
                continue
            if m == "cumulative" or changes or (m.startswith("vs") and kind == "share"):
                name = m
                break
        if name is None:
            for _, m in reversed(before):
                if m == "cumulative" or (changes and not (m == "annual_average" and kind == "multiple")):
                    name = m
                    break
        if name is None and _averaged(tk, number):
            name = "annual_average"
        if (
            name is None
            and kind == "growth_rate"
            and tk.w[number.j : number.j + 2] in (["a", "year"], ["per", "year"], ["each", "year"])
            and tk.w[number.j + 2 : number.j + 3] not in (["earlier"], ["ago"], ["before"], ["prior"])
        ):
            name = "annual_average"
        if name is None and kind == "growth_rate" and tk.w[number.j : number.j + 1] == ["annually"]:
            name = "annual_average"
        if (
            name is None
            and changes
            and at + 1 < len(numbers)
            and (
                kinds[at + 1] == kind
                or (kinds[at + 1] in _CHANGES and tk.w[number.j : numbers[at + 1].i][-1:] == ["or"])
            )
            and _listed(tk, number, numbers[at + 1])
        ):
            name = found[at + 1]
        if name is None and _totalled(tk, number, periods):
            name = "cumulative"
        found[at] = name
    for at in range(1, len(numbers)):
        # "equipment was 7.5% higher than a year ago, electronics 12.8% and automobiles 7.9%"
        same = kinds[at] == kinds[at - 1] == "growth_rate" and frames[at].mode == frames[at - 1].mode
        own = any(numbers[at].j <= x < (numbers[at + 1].i if at + 1 < len(numbers) else tk.n) for x, _ in marks)
        if found[at] is None and same and not own and _names_another(tk, numbers[at - 1], numbers[at]):
            found[at] = found[at - 1]
    _pair(tk, numbers, found, periods)
    return found


_CHANGES = ("growth_rate", "pp_change", "increment", "multiple")


_YEARLY = (["each", "year"], ["every", "year"], ["per", "year"], ["a", "year"])


def _averaged(tk: Tokens, number: Number) -> bool:
    """Tell whether a number is a yearly average: "an average of 13 million each year", "two-year average growth"."""
    ahead = tk.w[max(0, number.i - 10) : number.i]
    if any(a.endswith("-year") and b == "average" for a, b in itertools.pairwise(ahead)):
        return number.unit == "%"
    yearly = any(tk.w[x : x + 2] in _YEARLY or tk.w[x] == "annually" for x in range(number.j, min(tk.n, number.j + 9)))
    return yearly and "average" in ahead[-4:] and "of" in ahead


def _totalled(tk: Tokens, number: Number, periods: list[Period]) -> bool:
    """Tell whether "a total of" counts up since a day or so far."""
    total = (
        tk.w[max(0, number.i - 2) : number.i] == ["total", "of"]
        or "cumulative" in tk.w[max(0, number.i - 3) : number.i]
    )
    return total and any(p.role == "since" or p.spec[0] == "now" for p in periods)


def _pair(tk: Tokens, numbers: list[Number], found: list[str | None], periods: list[Period]) -> None:
    """Pair bases with numbers: "5.9 percent and 8.4 percent higher than in 2023 and 2019"."""
    bases = [p for p in periods if p.role == "base" and p.base]
    if len(bases) < 2:
        return
    run = [x for x, n in enumerate(numbers) if n.j <= bases[0].i][-len(bases) :]
    listed = len(run) > 1 and tk.w[numbers[run[-2]].j : numbers[run[-1]].i] == ["and"]
    joined = listed and tk.w[bases[-2].j : bases[-1].i] == ["and"] and bases[-1].i - numbers[run[-1]].j < 20
    if len(run) == len(bases) and (joined or "respectively" in tk.w):
        for x, p in zip(run, bases, strict=True):
            found[x] = basis_name(p.base or "")


def _names_another(tk: Tokens, left: Number, right: Number) -> bool:
    """Tell whether a number goes on with a list by naming the next thing it is about, its verb left out."""
    between = tk.w[left.j : right.i]
    return (
        not _HALTS.intersection(between)
        and any(x in (",", "and") for x in between[:-1])
        and tk.t[right.i - 1] == "NOUN"
        and not any(tk.t[x] in ("BE", "HAVE", "MOD", "Vpast") for x in range(left.j, right.i))
    )


_HALTS = frozenset((";", ":", "while", "but", "or", "up", "down", "from", "to", "of"))


def _opens(tk: Tokens, x: int, number: int) -> bool:
    """Tell whether a base opens the clause of a number: "Compared with 2019, however, sales were up 2.4 times"."""
    opening = x < 2 or tk.w[x - 1] in (";", ":") or tk.w[x - 2] in (";", ":")
    return opening and _PARTS.isdisjoint(tk.w[x:number])


_PARTS = frozenset((";", ":", "while", "but"))


def _near(tk: Tokens, a: int, b: int) -> bool:
    """Tell whether a basis stands in a number's own clause: no semicolon, and no comma with a verb behind it."""
    between = tk.w[a:b]
    return _PARTS.isdisjoint(between) and between.count(",") < 2


def _listed(tk: Tokens, left: Number, right: Number) -> bool:
    """Tell whether two numbers stand in one list under one verb."""
    between = tk.w[left.j : right.i]
    return ("and" in between or "," in between or "or" in between) and not any(
        tk.t[x][0] == "V" or tk.t[x] in ("BE", "HAVE", "MOD") or tk.w[x] in (";", "while", "but", "up", "down")
        for x in range(left.j, right.i)
    )
