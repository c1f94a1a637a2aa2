"""Tokens in, bare magnitudes out: digits and number words with their scale words, before any unit."""

from typing import NamedTuple

from .lexicon import rows
from .tokens import Tokens

_KIND = {r["word"]: (r["kind"], float(r["value"])) for r in rows("numerals") if r["kind"] != "fraction"}
CARDINAL = {w: v for w, (k, v) in _KIND.items() if k == "cardinal"}
TENS = {w: v for w, (k, v) in _KIND.items() if k == "tens"}
SCALE = {w: v for w, (k, v) in _KIND.items() if k == "scale"}
ORDINAL = {w: v for w, (k, v) in _KIND.items() if k == "ordinal"}
FRACTION = {r["word"][:-1]: float(r["value"]) for r in rows("numerals") if r["kind"] == "fraction"}
MULTIPLIED = {w: v for w, (k, v) in _KIND.items() if k == "multiplied"}
MULTIPLY = {w: v for w, (k, v) in _KIND.items() if k == "multiply"}
TWICE = {w: v for w, (k, v) in _KIND.items() if k == "twice"}
HALVED = {w for w, (k, _) in _KIND.items() if k == "halved"}
DOZEN = {w: v for w, (k, v) in _KIND.items() if k == "dozen"}
VAGUE = {w for w, (k, _) in _KIND.items() if k == "vague"}
DIGITS = {w for w, (k, _) in _KIND.items() if k == "digits"}
_PARTS = {"half": 0.5, "quarter": 0.25, "full": 1.0, "whole": 1.0}
_SPAN = frozenset("year month week day decade hour century".split())
_LONG = frozenset("for than about nearly almost over around least take takes took lasts lasted wait".split())
_SHORT = {"m": 1e6, "b": 1e9}
_POINT = frozenset(["point", "percentage", "percentage-point"])
_HALF_OF = frozenset("dozen percentage percent point basis mu hectare tonne ton kilogram kilometer".split())
# what "a" and "an" stand before where they mean one: a third, a million, a year
AFTER_A = frozenset(FRACTION) | frozenset(SCALE) | frozenset(_PARTS) | _SPAN
# every word that may open a number written in words
OPENERS = frozenset(_KIND) | frozenset(FRACTION) | {"tens", "minus", "half", "single", "full"}


class Magnitude(NamedTuple):
    """A bare number: its value, the value without scale words, the token after it, how it is written."""

    value: float
    bare: float
    end: int
    in_words: bool
    scale: float


def magnitude(tk: Tokens, i: int) -> Magnitude | None:
    """Take a place among the tokens, give the number that opens there.

    Examples
    --------
    >>> magnitude(Tokens("two and a half billion yuan"), 0).value
    2500000000.0
    >>> magnitude(Tokens("1,204.5 million"), 0).end
    2
    """
    w, k, n = tk.w, tk.k, tk.n
    if i >= n:
        return None
    word, in_words = w[i], True
    if k[i] == "N":
        value, j, in_words = float(word.replace(",", "")), i + 1, False
    elif word in CARDINAL and not (w[i + 1 : i + 2] and w[i + 1] in FRACTION and _a_point(w, i + 3)):
        value, j = CARDINAL[word], i + 1
    elif word in TENS:
        value, j = TENS[word], i + 1
        if j < n and CARDINAL.get(w[j], 10) < 10:
            value, j = value + CARDINAL[w[j]], j + 1
    elif word == "half" and i + 2 < n and w[i + 1] in ("a", "one") and (w[i + 2] in SCALE or w[i + 2] in _HALF_OF):
        value, j = 0.5, i + 2
    elif word in _PARTS and i + 1 < n and (w[i + 1] in _POINT or (w[i + 1] == "of" and _a_point(w, i + 2))):
        value, j = _PARTS[word], i + 1 if w[i + 1] != "of" else i + 3
    elif (
        word == "a"
        and i + 2 < n
        and w[i + 1] in _PARTS
        and (w[i + 2] in _POINT or (w[i + 2] == "of" and _a_point(w, i + 3)))
    ):
        value, j = _PARTS[w[i + 1]], i + 2 if w[i + 2] != "of" else i + 4
    elif i + 3 < n and w[i + 1] in FRACTION and w[i + 2] == "of" and _a_point(w, i + 3) and _top(word):
        value, j = _top(word) / FRACTION[w[i + 1]], i + 4  # "a tenth of a point"
    elif word in ("a", "an", "per", "hundred", "thousand") and _counts(w, i, n):
        value, j = 1.0, i + (word in ("a", "an", "per"))
    elif word == "a" and i + 1 < n and i and w[i + 1] in _SPAN and _lasts(w, i):
        value, j = 1.0, i + 1
    elif word == "dozen":
        value, j = 1.0, i
    else:
        return None
    if in_words and j + 2 < n and w[j] == "and" and w[j + 1] == "a" and w[j + 2] in ("half", "quarter"):
        value, j = value + (0.5 if w[j + 2] == "half" else 0.25), j + 3
    bare, scale = value, 1.0
    if j + 2 < n and w[j] == "-" and w[j + 1] in ("odd", "plus", "some") and w[j + 2] in SCALE:
        j += 2  # "170-odd billion"
    if j < n and w[j] in _SHORT and tk.k[j] == "W" and tk.s[j] == tk.e[j - 1]:
        money = (i and k[i - 1] == "C") or w[j + 1 : j + 2] in (["yuan"], ["euros"], ["dollars"], ["yen"], ["pounds"])
        if money:
            scale, j = _SHORT[w[j]], j + 1  # "$450m"
    while j < n and (w[j] in SCALE or w[j] == "dozen") and k[j] == "W":
        scale *= SCALE.get(w[j], 12.0)
        j += 1
        if in_words and j < n and scale in (100, 1000):
            # "three hundred and twenty", "two thousand five hundred"
            at = j + (w[j] == "and")
            more = magnitude(tk, at) if at < n and (w[at] in CARDINAL or w[at] in TENS) else None
            if more and more.value < scale and (at == j or more.scale == 1):
                return Magnitude(value * scale + more.value, bare, more.end, True, scale)
            if more and more.bare < scale < more.scale:
                whole = value * scale + more.bare  # "a hundred and thirty-seven million"
                return Magnitude(whole * more.scale, whole, more.end, True, more.scale)
    return Magnitude(value * scale, bare, j, in_words, scale)


def _lasts(w: list[str], i: int) -> bool:
    """Tell whether "a year" is how long something takes: "will last for more than a year"."""
    return w[i - 1] in _LONG and any(x.startswith(("last", "take", "took", "wait")) for x in w[max(0, i - 5) : i])


def _top(word: str) -> float:
    return 1.0 if word in ("a", "an") else CARDINAL.get(word, 0.0)


def _a_point(w: list[str], at: int) -> bool:
    """Tell whether "a point" or "a percentage point" stands at a place: "a quarter of a percentage point"."""
    return at + 1 < len(w) and w[at] == "a" and w[at + 1] in _POINT


def _counts(w: list[str], i: int, n: int) -> bool:
    """Tell whether "a" stands for one before a scale word ("a million"), or the scale word stands alone."""
    if w[i] == "per":
        return False
    at = i + (w[i] in ("a", "an"))
    return at < n and w[at] in SCALE and at > i
