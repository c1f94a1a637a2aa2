"""A place among the tokens in, the year, month or day named there out."""

from .dates import Spec
from .numerals import CARDINAL, ORDINAL
from .tokens import Tokens

_NAMES = "january february march april may june july august september october november december".split()
MONTH = {name: n + 1 for n, name in enumerate(_NAMES)}
MONTH |= {name[:3]: n + 1 for n, name in enumerate(_NAMES) if name != "may"} | {"sept": 9}
_COUNTED_BY = frozenset(
    "yuan percent people percentage points million billion trillion thousand enterprises companies projects".split()
)
Found = tuple[Spec, int]


def count_at(tk: Tokens, i: int) -> int | None:
    """Give a small whole number at a place: 5, five, a, a couple."""
    if i >= tk.n:
        return None
    word = tk.w[i]
    if tk.k[i] == "N":
        return int(word) if word.isdigit() and len(word) < 4 else None
    value = CARDINAL.get(word)
    if value is None and word in ("twenty", "thirty", "forty", "fifty"):
        value = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}[word]
    return int(value) if value else None


def year_at(tk: Tokens, i: int) -> int | None:
    """Give the year that a token names, if it names one: four digits without a comma, 1900 to 2099."""
    if (
        i < tk.n
        and tk.k[i] == "N"
        and len(tk.w[i]) == 4
        and tk.w[i].isdigit()
        and tk.w[i][:2] in ("19", "20")
        and tk.e[i] - tk.s[i] == 4
    ):
        return int(tk.w[i])
    return None


def ordinal_at(tk: Tokens, i: int) -> int | None:
    """Give the value of an ordinal at a place: third, 3rd."""
    if i >= tk.n:
        return None
    if tk.k[i] == "O":
        return int(tk.w[i][:-2])
    value = ORDINAL.get(tk.w[i])
    return int(value) if value else None


def year_after(tk: Tokens, j: int) -> tuple[object, int]:
    """Give the year that follows ("of 2023", "this year", "of the year") and the token after it."""
    w, n = tk.w, tk.n
    at = j + (j < n and w[j] in ("of", "in", ","))
    year = year_at(tk, at)
    if year and not (w[j] == "," and at > j and at + 1 < n and tk.w[at + 1] in _COUNTED_BY):
        return year, at + 1
    at = j + (j < n and w[j] == "of")
    if at + 1 < n and w[at + 1] in ("year", "year's"):
        if w[at] in ("this", "last", "next"):
            return w[at], at + 2
        if w[at] in ("that", "the") and at > j:
            return "the" if w[at] == "the" else "same", at + 2
    if at + 2 < n and at > j and w[at : at + 3] in (["the", "same", "year"], ["the", "previous", "year"]):
        return ("same" if w[at + 1] == "same" else "last"), at + 3
    return None, j


def digits_at(tk: Tokens, i: int) -> Found | None:
    """Give the year or the span of years that digits name: 2023, 2021-2025; "2000 schools" names none."""
    year = year_at(tk, i)
    w, n = tk.w, tk.n
    if year is None:
        return None
    after = w[i + 1] if i + 1 < n else ""
    if after == "-" and year_at(tk, i + 2) and tk.s[i + 2] == tk.e[i] + 1:
        return ("years", year, year_at(tk, i + 2)), i + 3
    if after == "%" or after in _COUNTED_BY or (after == "-" and i + 2 < n and tk.e[i + 1] == tk.s[i + 2]):
        return None
    before = w[i - 1] if i else ""
    if (i == 0 and after in ("saw", "was", "brought", "marked")) or (before == "the" and after in _TOTALS):
        return ("year", year), i + 1
    if i and before not in _YEAR_BEFORE and tk.plain[tk.s[i - 1]].isupper() and i > 1 and before not in MONTH:
        return ("name",), i + 1  # "Global Innovation Index 2023"
    if before in _YEAR_BEFORE or after in ("", ",", ".", ";", ")", "?", "level", "levels", "figure", "and", ":", "'"):
        return ("year", year), i + 1
    # "built 2000 schools" counts; "the 2024 edition" and "2030 Agenda" name
    return (
        (("none",) if before == "the" else ("name",), i + 1)
        if before in ("the", "this", "our") or tk.plain[tk.s[i + 1]].isupper()
        else None
    )


_TOTALS = frozenset("total output budget deficit harvest average rate growth result results".split())


_YEAR_BEFORE = frozenset(
    "in into of by since to from until till than before after for during between and or early late mid as with over"
    " through ended ending around against throughout compared end fiscal year mid- beyond on versus ( ,".split()
)


def month_at(tk: Tokens, i: int) -> Found | None:
    """Give the month, the span of months or the day that opens at a place: March, January-April, June 9 to 13."""
    w, n = tk.w, tk.n
    word = w[i]
    if "-" in word:
        left, _, right = word.partition("-")
        if left in MONTH and right in MONTH:
            year, j = year_after(tk, i + 1)
            return ("months", MONTH[left], MONTH[right], year), j
        if left in ("end", "year") and right in MONTH | {"end": 0}:
            if right == "end":
                year, j = year_after(tk, i + 1)
                return ("end", ("year", year or "the")), j
            year, j = year_after(tk, i + 1)
            return ("end", ("months", MONTH[right], MONTH[right], year)), j
        if left in ("end", "mid") and right.isdigit() and len(right) == 4:
            return (("end", ("year", int(right))) if left == "end" else ("none",)), i + 1
        if word == "full-year":
            year, j = year_after(tk, i + 1)
            return (("year", year or "this"), j) if not (i > 1 and w[i - 2] == "of") else (("name",), j)
        return None
    if not tk.plain[tk.s[i]].isupper() or _is_name(tk, i):
        return None
    month, j = MONTH[word.removesuffix("'s")], i + 1
    if w[i].endswith("'s"):  # "June's exports"
        return ("months", month, month, None), j
    if j < n and w[j] == "day":  # "May Day" is a holiday
        return ("none",), j + 1 + (w[j + 1 : j + 2] in (["holiday"], ["holidays"]))
    if j < n and w[j] == "." and word not in _NAMES and word != "may":
        j += 1
    day = count_at(tk, j)
    if day and tk.k[j] == "N" and day < 32 and not (j + 1 < n and w[j + 1] in ("%", "percent")):
        return _dated(tk, month, day, j + 1)
    joined = j + 1 < n and w[j] in ("to", "through", "and", "-") and w[j + 1] in MONTH
    if joined and tk.plain[tk.s[j + 1]].isupper() and count_at(tk, j + 2) is None:
        year, end = year_after(tk, j + 2)
        return ("months", month, MONTH[w[j + 1]], year), end
    if word in ("may", "march", "mar", "jan") and not _is_month(tk, i, j):
        return None
    year, j = year_after(tk, j)
    return ("months", month, month, year), j


def _is_name(tk: Tokens, i: int) -> bool:
    """Tell whether a short month is a person's name: "Han Jun said"."""
    if tk.w[i] in _NAMES or not i or tk.w[i - 1] in _YEAR_BEFORE or tk.k[i - 1] != "W":
        return False
    return tk.plain[tk.s[i - 1]].isupper() and tk.w[i + 1 : i + 2] != ["."] and tk.k[i + 1 : i + 2] != ["N"]


def _is_month(tk: Tokens, i: int, j: int) -> bool:
    """Tell whether a capital May or March is the month: a preposition, a year or "last" stands beside it."""
    return bool(i and tk.w[i - 1] in _YEAR_BEFORE | {"last", "this", "next", "at"}) or year_at(tk, j) is not None


def _dated(tk: Tokens, month: int, day: int, j: int) -> Found:
    """Give "June 9 to 13", "January 14 to February 22, 2025", "May 12"."""
    w, n = tk.w, tk.n
    m2, d2 = month, day
    if j + 1 < n and w[j] in ("to", "-", "and", "through"):
        at = j + 1
        if w[at] in MONTH and count_at(tk, at + 1):
            m2, d2, j = MONTH[w[at]], count_at(tk, at + 1) or day, at + 2
        elif tk.k[at] == "N" and (count_at(tk, at) or 99) < 32 and not (at + 1 < n and w[at + 1] in ("%", "percent")):
            d2, j = count_at(tk, at) or day, at + 1
    while w[j : j + 1] in ([","], ["and"]) and tk.k[j + 1 : j + 2] == ["N"] and _is_day(tk, j + 1, d2):
        d2, j = count_at(tk, j + 1) or d2, j + 2  # "Jan. 7, 14, 16 and 30"
    year, j = year_after(tk, j)
    return ("days", month, day, m2, d2, year), j


def _is_day(tk: Tokens, i: int, after: int) -> bool:
    """Tell whether a number that goes on with a list of days is one: later in the month, and nothing it counts."""
    day, ends = count_at(tk, i) or 0, tk.w[i + 1 : i + 2]
    return after < day < 32 and (not ends or ends[0] in (",", "and", ".", ";", ")"))
