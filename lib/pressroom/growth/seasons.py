"""A place among the tokens in, out where a time ends that no calendar gives: a holiday, a season, the busiest day."""

from .months import MONTH
from .tokens import Tokens

HOLIDAY = frozenset(
    "holiday holidays festival week weekend season spring summer autumn winter rush eve games olympics session"
    " flood peak vacation break conference expo fair marathon".split()
)
_SEASONS = frozenset("spring summer autumn winter".split())
_LOOSE = frozenset("day days month months week weeks round rounds period periods year years season decade stage era"
                   " time times seasons quarter quarters moment hours".split())  # fmt: skip

_LEVELS = frozenset("base baseline level levels figure".split())


def festive_at(tk: Tokens, i: int) -> int | None:
    """Give where "this year's Labor Day holiday", "last May Day", "last year's summer peak" end, which has no date."""
    w, n = tk.w, tk.n
    if i + 1 >= n:
        return None
    if w[i + 1] in MONTH and w[i + 2 : i + 3] == ["day"]:
        return i + 3 + (w[i + 3 : i + 4] in (["holiday"], ["holidays"]))
    if not w[i + 1].endswith("'s"):
        return None
    end = None
    for x in range(i + 2, min(n, i + 7)):
        if w[x] in HOLIDAY:
            end = x + 1
        elif end or not tk.plain[tk.s[x]].isupper():
            break
    if end and w[end - 1] in _SEASONS and tk.t[end : end + 1] == ["NOUN"]:
        return None  # "this year's summer grain" is grown in the year
    return end


def loose_at(tk: Tokens, i: int) -> int | None:
    """Take the place of a preposition, give the token after a time that has no date: "during the holiday"."""
    w, t, n = tk.w, tk.t, tk.n
    j = i + 1
    if j >= n or t[j] != "DET":
        return None
    opened = w[j]
    while j < min(n, i + 8):
        hyphened = tk.k[j] == "N" and w[j + 1 : j + 2] == ["-"]  # "during the 40-day travel rush"
        if not hyphened and t[j] not in ("DET", "NOUN", "ADV") and w[j] not in "\"'-." and t[j][0] != "V":
            return None
        if w[j] in _LEVELS:
            return None  # "over the high baseline last year"
        if w[j] in HOLIDAY and (j + 1 >= n or w[j + 1] not in HOLIDAY):
            return j + 1
        vague = opened in ("those", "these", "some", "that") or j > i + 2 or (w[i] == "on" and w[j] in ("day", "days"))
        if w[j] in _LOOSE and vague and (j + 1 >= n or t[j + 1] != "NOUN"):
            return j + 1
        j += 1
    return None
