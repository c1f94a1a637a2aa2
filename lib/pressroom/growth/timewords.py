"""A place among the tokens in, the time expression that opens there out: what it says and where it ends."""

from .months import MONTH, Found, count_at, digits_at, month_at, ordinal_at, year_after, year_at
from .numerals import CARDINAL, ORDINAL, TENS
from .seasons import HOLIDAY, festive_at
from .tokens import Tokens

_UNIT = {u + s: u for u in ("day", "week", "month", "quarter", "year", "decade", "century") for s in ("", "s")}
_UNIT |= {"decades": "decade", "centuries": "century"}
NOW = frozenset("now currently today presently nowadays".split())
_PRESENT = (
    ("so", "far"), ("to", "date"), ("at", "present"), ("thus", "far"), ("right", "now"), ("up", "to", "now"),
    ("at", "this", "stage"),
    ("until", "now"), ("as", "of", "now"), ("at", "the", "moment"), ("as", "of", "today"), ("by", "now"),
    ("up", "to", "date"), ("till", "now"), ("as", "it", "stands"), ("at", "this", "point"), ("up", "until", "now"),
)  # fmt: skip


_ONCE = (("at", "one", "point"), ("at", "one", "time"), ("at", "its", "peak"), ("at", "the", "peak"))
_PHRASES = {word: [p for p in (*_ONCE, *_PRESENT) if p[0] == word] for word, *_ in (*_ONCE, *_PRESENT)}
_COUNTS = CARDINAL.keys() | TENS.keys() | {"a"}


_ANCHOR = frozenset(
    "this last next previous same that those these current past coming following latest preceding".split()
)


_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


_DAY_PARTS = frozenset("morning afternoon evening night noon".split())


_UNTIL = frozenset("to through ended ending until".split())


def time_at(tk: Tokens, i: int) -> Found | None:
    """Take a place, give the time expression that opens there without its preposition.

    Examples
    --------
    >>> time_at(Tokens("first quarter of 2024"), 0)
    (('quarter', 1, 2024), 4)
    """
    if i >= tk.n:
        return None
    found = _time_at(tk, i)
    # a sentence may break off inside an expression: "in just the last several"
    return (found[0], min(found[1], tk.n)) if found else None


def _time_at(tk: Tokens, i: int) -> Found | None:
    w = tk.w
    word = w[i]
    if tk.k[i] == "N":
        return digits_at(tk, i) or _ago(tk, i)
    if tk.k[i] == "X":
        return (("decade", int(word[:4])), i + 1) if word[4:] == "s" and word[:4].isdigit() else None
    if word.removesuffix("'s") in MONTH or "-" in word:
        found = month_at(tk, i)
        if found:
            return found
    if word in NOW:
        return ("now",), i + 1
    if word in _PHRASES:
        return _phrase(tk, i)
    if word in _COUNTS:
        return _ago(tk, i)
    if tk.k[i] == "O" or word in ORDINAL or word == "latter":
        return _ordinal(tk, i)
    return _worded(tk, i)


def _phrase(tk: Tokens, i: int) -> Found | None:
    """Give "so far (this year)", "at present", "to date (in 2024)", "at one point"."""
    w = tk.w
    for phrase in _PHRASES[w[i]]:
        if tuple(w[i : i + len(phrase)]) != phrase:
            continue
        j = i + len(phrase)
        if phrase in _ONCE:
            return ("none",), j
        if i and w[i - 1] == "as":
            return None
        if w[j : j + 2] in (["this", "year"], ["this", "month"]):
            return ("sofar", w[j + 1]), j + 2
        if w[j : j + 1] == ["in"] and year_at(tk, j + 1):
            return ("sofar", year_at(tk, j + 1)), j + 2
        return ("now",), j
    return None


def _whole(tk: Tokens, j: int) -> tuple[object, int]:
    """Give what "the first three years" are the first of: "of the plan period", "of October"; else a year."""
    w, n = tk.w, tk.n
    if j + 1 < n and w[j] == "of":
        at = j + 1 + (w[j + 1] in ("the", "our"))
        if at < n and w[at] in ("plan", "period") and at > j + 1:
            return ("plan", None), at + 1 + (at + 1 < n and w[at + 1] == "period")
        found = time_at(tk, at) if at < n else None
        if found and found[0][0] in ("months", "plan", "year", "quarter", "half"):
            return found
    return year_after(tk, j)


def _ordinal(tk: Tokens, i: int) -> Found | None:
    """Give "first quarter", "first half of the year", "first five months", "14th Five-Year Plan", "18th National"."""
    w, n = tk.w, tk.n
    value = ordinal_at(tk, i) or 2
    after = w[i + 1] if i + 1 < n else ""
    other = ordinal_at(tk, i + 2) if after in ("and", "to") and i + 3 < n else None
    if other and value < other < 5 and w[i + 3] in ("quarter", "quarters"):
        year, j = year_after(tk, i + 4)  # "the first and second quarters"
        return ("from", ("quarter", value, year), ("quarter", other, year)), j
    if after == "quarter" and value <= 4:
        year, j = year_after(tk, i + 2)
        return ("quarter", value, year), j
    if after == "half" and value <= 2:
        year, j = year_after(tk, i + 2)
        return ("half", value, year), j
    if after in ("five-year", "fyp"):
        j = i + 2
        j += j < n and w[j] in ("plan", "plans")
        j += j < n and w[j] == "period"
        return ("plan", value), j
    if "congress" in w[i + 1 : i + 5] and value >= 12 and (after in ("national", "cpc", "party", "communist")):
        return ("congress", value), i + 2 + w[i + 1 : i + 5].index("congress")
    if value == 1:
        count = count_at(tk, i + 1)
        unit = _UNIT.get(w[i + 2] if count and i + 2 < n else after)
        if unit and (count or unit in ("day", "week", "month")):
            whole, j = _whole(tk, i + (3 if count else 2))
            return ("first", count or 1, unit, whole), j
    return None


def _worded(tk: Tokens, i: int) -> Found | None:
    w, n = tk.w, tk.n
    word, after = w[i], w[i + 1] if i + 1 < n else ""
    if word in _ANCHOR:
        return _anchored(tk, i)
    if word in ("end", "beginning", "start", "outset", "close") and after == "of":
        at = i + 2
        while at < n and w[at] in ("the", "our"):
            at += 1
        if at < n and w[at] == "year":
            return (("end" if word in ("end", "close") else "start"), ("year", "the")), at + 1
        found = time_at(tk, at) if at < n else None
        if found is None and at < n and w[at] in ("plan", "period"):
            found = ("plan", None), at + 1
        return ((("end" if word in ("end", "close") else "start"), found[0]), found[1]) if found else None
    if word == "middle" and after == "of":
        year, j = year_after(tk, i + 1)
        by = {"by", "at"}.intersection(w[max(0, i - 2) : i])
        return ((("months", 1, 6, year) if by else ("none",)), j) if year else None
    if word in ("q1", "q2", "q3", "q4"):
        year, j = year_after(tk, i + 1)
        return ("quarter", int(word[1]), year), j
    if word in ("h1", "h2"):
        year, j = year_after(tk, i + 1)
        return ("half", int(word[1]), year), j
    if word in ("year", "month") and w[i + 1 : i + 3] in (["to", "date"], ["so", "far"]):
        return ("sofar", word), i + 3
    if word in ("rest", "remainder") and w[i + 1 : i + 4] == ["of", "the", "year"]:
        return ("rest",), i + 4
    if word in ("year", "quarter", "month") and i and w[i - 1] in ("the", "a") and after in _UNTIL:
        return _lasting(tk, i + 1, 1, word)
    if word in ("year", "plan") and i and w[i - 1] in ("the", "whole", "full", "entire"):
        if word == "plan" and after == "period":
            return ("plan", None), i + 2
        if word == "year" and (after not in ("before", "earlier", "-", "on", "when") or w[i - 1] != "the"):
            year, j = year_after(tk, i + 1)
            return ("year", year or "the"), j
        if word == "year" and after in ("before", "earlier"):
            return ("year", "prior"), i + 2
    if (
        word in ("month", "quarter", "week")
        and after in ("before", "earlier", "ago")
        and i
        and w[i - 1] in ("the", "a")
    ):
        return ("relative", word, "prior"), i + 2
    if word == "day" and w[i + 1 : i + 3] == ["before", "yesterday"]:
        return ("relative", "day", -2), i + 3
    if word in _DAYS:
        return ("relative", "day", _DAYS[word]), i + 1 + (after in _DAY_PARTS)
    if word == "any":
        return _any(tk, i)
    if word in ("each", "every") and (_UNIT.get(after) or after in ("second", "minute", "hour", "working")):
        return ("rate",), i + 2 + (after == "working") + (w[i + 2 : i + 5] == ["from", "now", "on"]) * 3
    if word == "then" and i and w[i - 1] in ("back", "since"):
        return ("then",), i + 1
    if word == "recent" and after in _UNIT:
        return ("none",), i + 2
    if word == "mid-year" and i and w[i - 1] in ("at", "by") and not year_at(tk, i + 1):
        return ("months", 1, 6, None), i + 1
    if word.startswith("mid-") or word in ("fy", "fiscal") or (word[:2] == "fy" and word[2:].isdigit()):
        return ("none",), i + 1 + (after == "year") + bool(year_at(tk, i + 1 + (after == "year")))
    if word == "early" or word == "late" or word == "mid":
        found = time_at(tk, i + 1) if i + 1 < n and (year_at(tk, i + 1) or after in MONTH) else None
        return (("none",), found[1]) if found else None
    return _ago(tk, i)


def _any(tk: Tokens, i: int) -> Found | None:
    """Give "any given year", "any one day", "any two-year span": no year in particular."""
    w, n = tk.w, tk.n
    j = i + 1
    while j < min(n, i + 6):
        if w[j] in _UNIT or w[j] in ("span", "period") or (w[j].partition("-")[2] in _UNIT and w[j + 1 : j + 2]):
            if j + 1 < n and w[j + 1] in ("span", "period"):
                j += 1
            return ("rate",), j + 1
        if w[j] not in ("given", "single", "one", "of", "the", "-") and not count_at(tk, j):
            return None
        j += 1
    return None


def _lasting(tk: Tokens, j: int, count: int, unit: str) -> Found | None:
    """Give "(the) 12 months to June", "(the) year ended March": so long, up to a month that is named."""
    at = j + 1 + (tk.w[j + 1 : j + 2] in (["the"], ["in"]))
    found = time_at(tk, at) if tk.w[j] in _UNTIL and at < tk.n else None
    whole = found[0][1] if found and found[0][0] == "end" else found[0] if found else ()
    if not found or not isinstance(whole, tuple) or whole[:1] not in (("months",), ("quarter",), ("half",), ("days",)):
        return None
    return ("last", count, unit, whole), found[1]


def _ago(tk: Tokens, i: int) -> Found | None:
    """Give "a decade ago", "three years earlier", "a year ago", "three years on"."""
    count = 1 if tk.w[i] in ("a", "one") else count_at(tk, i)
    if not count or i + 2 >= tk.n or tk.w[i + 1] not in _UNIT:
        return None
    if tk.w[i + 2] in _UNTIL and i and tk.w[i - 1] == "the":
        return _lasting(tk, i + 2, count, _UNIT[tk.w[i + 1]])
    if tk.w[i + 2] == "later" or (tk.w[i + 2] == "on" and tk.w[i + 3 : i + 4] in ([","], [])):
        return ("none",), i + 3
    if tk.w[i + 2] in ("ago", "earlier", "before", "prior") and tk.w[i + 3 : i + 4] != ["that"]:
        unit = _UNIT[tk.w[i + 1]]
        if count == 1 and unit == "year":
            return ("year", "prior"), i + 3
        return (("relative", unit, "prior") if count == 1 and unit != "decade" else ("none",)), i + 3
    return None


def _anchored(tk: Tokens, i: int) -> Found | None:
    """Give what opens with this, last, next, past, same and the like."""
    w, n = tk.w, tk.n
    word, after = w[i], w[i + 1] if i + 1 < n else ""
    unit = _UNIT.get(after.removesuffix("'s"))
    if after in ("fiscal", "financial", "calendar") and (word != "that" or w[i + 2 : i + 3] == ["year"]):
        return ("none",), i + 2 + (w[i + 2 : i + 3] in (["year"], ["year's"]))  # "this fiscal year", "this fiscal"
    if word in ("this", "last") and after in _DAY_PARTS:
        return ("relative", "day", -1 if word == "last" else 0), i + 2
    if word in ("that", "this") and after == "period":
        return ("same", "long"), i + 2
    if word in ("those", "these"):
        count = count_at(tk, i + 1)
        unit = _UNIT.get(w[i + 2]) if count and i + 2 < n else unit
        return (("same", "long"), i + 2 + bool(count)) if unit and unit not in ("day", "week") else None
    if word in ("same", "corresponding") or (word == "that" and unit and unit != "day"):
        counted = count_at(tk, i + 1) is not None and w[i + 2 : i + 3] != [] and _UNIT.get(w[i + 2], "day") != "day"
        if counted:
            year, j = year_after(tk, i + 3)
            return (("year", "prior") if year == "last" else ("same", "period", year)), j  # "the same four months"
        year, j = year_after(tk, i + 2)
        if after == "time" and w[i - 2 : i] == ["at", "the"] and year is None and w[i - 3 : i - 2] != ["than"]:
            return None  # "meanwhile"
        if after in ("period", "time", "point") or (unit and after.endswith("s")):
            kind = "long" if after in ("years", "decades") else "period"
            return (("year", "prior") if year == "last" else ("same", kind, year)), j
        if unit:
            return (("year", "prior") if year == "last" else ("same", unit, year)), j
        return None
    festive = festive_at(tk, i)
    if festive:
        return ("none",), festive
    if word == "last" and unit == "year" and w[i + 2 : i + 5] == ["at", "this", "point"]:
        return ("none",), i + 5
    if after in MONTH and (tk.plain[tk.s[i + 1]].isupper()):
        dated = month_at(tk, i + 1)
        if dated and dated[0][0] == "days" and word == "last":
            return dated  # "last Dec. 14, 16 and 30"
        month = MONTH[after]
        return ("months", month, month, {"last": "before"}.get(word, word if word in ("this", "next") else None)), i + 2
    count = count_at(tk, i + 1)
    if word in ("past", "last", "next", "coming", "following", "previous") and count and i + 2 < n:
        unit = _UNIT.get(w[i + 2])
        if unit and word != "previous":
            whole, j = _whole(tk, i + 3)
            if isinstance(whole, tuple) and word == "last":
                return ("last", count, unit, whole), j
            return ("run", count, unit, 1 if word in ("next", "coming", "following") else -1), i + 3
    if word in ("past", "coming") and unit:
        return ("run", 1, unit, -1 if word == "past" else 1), i + 2
    if word in ("last", "past") and after in ("few", "several", "couple"):
        return ("none",), i + 3
    if word in ("previous", "preceding"):
        return ((("year", "prior") if unit == "year" else ("relative", unit, "prior")), i + 2) if unit else None
    year, j = year_after(tk, i + 2) if unit == "quarter" and word == "last" else (None, 0)
    if isinstance(year, int):
        return ("quarter", 4, year), j  # "the last quarter of 2023"
    if unit in ("month", "quarter") and word in ("this", "last", "next"):
        return ("relative", unit, {"this": 0, "last": -1, "next": 1}[word]), i + 2
    if unit == "year" and word == "last" and i > 1 and w[i - 1] == "the" and w[i - 2] in ("over", "in", "during"):
        return ("run", 1, "year", -1), i + 2
    if unit == "decade" and word in ("last", "next"):
        return ("run", 1, "decade", -1 if word == "last" else 1), i + 2
    if unit == "year" and word in ("this", "last", "next", "current"):
        if i + 3 < n and w[i + 2] in ("first", "second", "third", "fourth"):
            found = _ordinal(tk, i + 2)
            if found:
                return (*found[0][:-1], word), found[1]
        joined = w[i + 2 : i + 4] in (["and", "next"], ["and", "this"]) and "respectively" not in w
        if joined and word in ("this", "last") and (i + 4 >= n or w[i + 4] in ("year", ",", ".", ";")):
            right = ("year", w[i + 3])
            return ("from", ("year", word), right), i + 4 + (i + 4 < n and w[i + 4] == "year")
        return ("year", word if word != "current" else "this"), i + 2
    if unit == "week" or (word in ("this", "last", "next") and after in HOLIDAY):
        return ("none",), i + 2
    return None
