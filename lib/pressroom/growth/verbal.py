"""A place among the tokens in, the number said there without a plain numeral out: fractions, factors, ranks, runs."""

from .lexicon import phrase_at, phrases, rows
from .numerals import (
    CARDINAL,
    DIGITS,
    DOZEN,
    FRACTION,
    HALVED,
    MULTIPLIED,
    MULTIPLY,
    ORDINAL,
    SCALE,
    TWICE,
    VAGUE,
    magnitude,
)  # fmt: skip
from .tokens import Tokens

# form, token after it, value, value_high, unit, approx
Said = tuple[str, int, float | None, float | None, str, str | None]
_UNITS = phrases((r["word"], f"{r['unit']}|{r['factor']}") for r in rows("units"))
_RANKED = frozenset(
    "rank ranks ranked ranking placed places placing came come comes stood stands finished sits".split()
)
_RANK_AFTER = frozenset("in among nationwide globally worldwide for place nationally overall".split())
_PLACED = frozenset("place position spot rank slot".split())
_WORLDS = frozenset("world country nation province region globe planet asia china europe africa city".split())
_EVERYWHERE = frozenset("nationwide globally worldwide nationally".split())
_RUNNING = frozenset("running straight consecutive successive row".split())
_SPANS = {"year": "years", "month": "months", "day": "days", "annual": "years", "yearly": "years", "monthly": "months"}
_SUPERLATIVE = frozenset("largest biggest highest longest fastest-growing most smallest lowest".split())
_PART_OF_TIME = frozenset("year years month months hour hours century day days decade week way time times".split())
_TIME_BEFORE = frozenset("first second latter other past next last each every this that fourth third the".split())


def verbal(tk: Tokens, i: int, taken: bytearray) -> Said | None:
    """Take a place among the tokens, give the number said there, if it is no plain numeral.

    Examples
    --------
    >>> verbal(Tokens("one in every eight robots"), 0, bytearray(5))
    ('fraction', 4, 12.5, None, '%', None)
    >>> verbal(Tokens("tripled"), 0, bytearray(1))
    ('multiplied', 1, 3.0, None, 'times', None)
    """
    w, k = tk.w[i], tk.k[i]
    if k == "W":
        if w in MULTIPLIED:
            return "multiplied", i + 1, MULTIPLIED[w], None, "times", None
        if w in DIGITS:
            return "digits", i + 1, None, None, "%", w
        if w in HALVED:
            return ("halved", i + 1, 50.0, None, "%", None) if w != "halves" else None
        if w in TWICE:
            return ("multiple", i + 1, TWICE[w], None, "times", None) if _compares(tk, i + 1) else None
        if w in MULTIPLY:
            return _multiply(tk, i)
        if w in VAGUE or w == "tens" or (w in DOZEN and DOZEN[w] == 0):
            return _vague(tk, i)
        if w.endswith("fold") and len(w) > 4:
            value = CARDINAL.get(w[:-4].rstrip("-"), 100.0 if w.startswith("hundred") else None)
            return ("fold", i + 1, value, None, "times", None) if value else None
        head, _, tail = w.partition("-")
        if tail in _SUPERLATIVE and head in ORDINAL:
            return "rank", i + 1, ORDINAL[head], None, "rank", None
    if k == "O" or w in ORDINAL:
        said = _run(tk, i) or _rank(tk, i)
        if said is not None:
            return said
    if k == "W" or k == "N":
        return _fraction(tk, i, taken) or _fold(tk, i)
    return None


def _compares(tk: Tokens, j: int) -> bool:
    """Tell whether what follows is the base of a comparison: as many as, that of, the number of."""
    return j < tk.n and tk.w[j] in ("as", "that", "those", "the", "what", "its", "their", "more", "higher", "of")


def _multiply(tk: Tokens, i: int) -> Said | None:
    w, said = tk.w, ("multiply", i + 1, MULTIPLY[tk.w[i]], None, "times", None)
    after = w[i + 1] if i + 1 < tk.n else ""
    before = w[i - 1] if i else ""
    if before in ("to", "will", "than", "nearly", "almost", "roughly", "about", "would", "could", "can", "may", "is"):
        return None if after.startswith("-") else said
    if after in ("that", "the", "its", "their", "those", "what", "our") or (after == "" and before in ("to", "than")):
        return said
    if w[i].endswith(("ing", "es")) and after in ("", ",", ".", "in", "from", "since", "over", "the", "of"):
        return said
    return None


def _vague(tk: Tokens, i: int) -> Said | None:
    """Give "dozens", "hundreds of", "tens of thousands of (yuan)": words for a magnitude without a number."""
    w, j = tk.w, i + 1
    if w[i] == "tens" and not (j + 1 < tk.n and w[j] == "of" and w[j + 1] in VAGUE):
        return None
    while j + 1 < tk.n and w[j] == "of" and w[j + 1] in VAGUE:
        j += 2
    words = tk.words(i, j).lower()
    if j < tk.n and w[j] == "of":
        unit = phrase_at(_UNITS, w, j + 1) if j + 1 < tk.n else None
        name = unit[1].partition("|")[0] if unit else "items"
        return None if name in ("years", "months", "days", "hours") else ("vague", j, None, None, name, words)
    if j > i + 1 or (i and tk.t[i - 1] in ("PREP",) and w[i - 1] in ("by", "to")):
        return "vague", j, None, None, "items", words
    return None


def _run(tk: Tokens, i: int) -> Said | None:
    """Give "the thirteenth year running", "its eighth annual rise in a row", "the fourth consecutive year"."""
    value = ORDINAL.get(tk.w[i]) or (float(tk.w[i][:-2]) if tk.k[i] == "O" else None)
    window = tk.w[i + 1 : i + 7]
    if not value or not _RUNNING.intersection(window):
        return None
    for at, word in enumerate(window):
        if tk.k[i + 1 + at] in "PN" or (tk.t[i + 1 + at] == "PREP" and window[at + 1 : at + 3] != ["a", "row"]):
            return None
        if word in _RUNNING and not (word == "row" and window[max(0, at - 2) : at] != ["in", "a"]):
            unit = next((_SPANS[x] for x in window if x in _SPANS), "items")
            return "run", i + 1, value, None, unit, None
    return None


def _rank(tk: Tokens, i: int) -> Said | None:
    """Give "ranked third", "first in the country", "third-largest"; "the first to" and "the second home" are none."""
    w, n = tk.w, tk.n
    word = w[i]
    value = ORDINAL.get(word) or (float(word[:-2]) if tk.k[i] == "O" else 0.0)
    said: Said = ("rank", i + 1, value, None, "rank", None)
    at = i
    while at and w[at - 1] in ("the", "among", "joint", "at", "only", "a"):
        at -= 1
    before = w[at - 1] if at else ""
    after = w[i + 1] if i + 1 < n else ""
    if before in _RANKED or (tk.t[at - 1] == "ADV" and at > 1 and w[at - 2] in _RANKED if at else False):
        if after in ("to", "time", "year", "half", "quarter"):
            return None
        # "safety comes first" is no rank
        return said if before.startswith(("rank", "plac")) or after in _RANK_AFTER else None
    if after == "in" and before in ("and", ",") and _RANKED.intersection(w[:at]):
        return said
    if after == "place" and word == "first" and w[max(0, i - 2) : i] == ["in", "the"]:
        return None
    if after in _PLACED or after in _EVERYWHERE:
        return said
    if after == "in" and i + 3 < n and w[i + 2] in ("the", "all") and w[i + 3] in _WORLDS and at == i:
        return said
    if (before in ("to", "from") and after in ("place", "nationwide")) or (after == "and" and _next_ranks(tk, i + 2)):
        return said
    return said if after in _SUPERLATIVE and before != "" and word not in ("first",) else None


def _next_ranks(tk: Tokens, i: int) -> bool:
    """Tell whether a second ordinal after "and" is followed by a place: "first and third places"."""
    return i + 1 < tk.n and (tk.k[i] == "O" or tk.w[i] in ORDINAL) and tk.w[i + 1] in ("place", "places")


def _fraction(tk: Tokens, i: int, taken: bytearray) -> Said | None:
    w, n = tk.w, tk.n
    word = w[i]
    if word == "half":
        return _half(tk, i)
    top = 1.0 if word in ("a", "an") else CARDINAL.get(word)
    if top is None and tk.k[i] == "N" and tk.e[i] - tk.s[i] < 4 and w[i].isdigit():
        top = float(w[i])
    if not top or i + 1 >= n:
        return None
    below, after = FRACTION.get(w[i + 1]), w[i + 2] if i + 2 < n else ""
    if below and top < below and (tk.k[i] == "W") and not taken[i + 1]:
        if word in ("a", "an") and (tk.k[i + 1] != "W" or after not in _FOLLOWS_A_PART):
            return None
        if w[i + 1].startswith("quarter") and (i and w[i - 1] in ("in", "within", "for", "per", "first")):
            return None
        return "fraction", i + 2, round(100 * top / below, 4), None, "%", None
    if word in ("a", "an"):
        return None
    return _ratio(tk, i, top)


_FOLLOWS_A_PART = frozenset(
    ["of", "", ".", ",", "less", "more", "in", "from", "since", "to", "lower", "higher", "by", "and", "fewer", ";", ")",
     "on", "over", "year-on-year", "compared", "were", "are", "have", "has", "said", "?", "!"]
)  # fmt: skip


def _ratio(tk: Tokens, i: int, top: float) -> Said | None:
    """Give "one in every eight", "seven out of ten", "five of every eight", "six in ten"."""
    w, n, j = tk.w, tk.n, i + 1
    if w[j] == "in":
        j += 1 + (j + 1 < n and w[j + 1] == "every")
    elif w[j] == "out" and j + 1 < n and w[j + 1] == "of":
        j += 2 + (j + 2 < n and w[j + 2] in ("every", "the"))
    elif w[j] == "of" and j + 1 < n and w[j + 1] == "every":
        j += 2
    else:
        return None
    whole = magnitude(tk, j) if j < n else None
    if (
        whole is None
        or not top < whole.value <= 1e6
        or (whole.value > 1000 and top > 100)
        or w[whole.end - 1] in ("a",)
    ):
        return None
    if tk.k[j] == "N" and 1900 <= whole.value <= 2100:
        return None
    return "fraction", whole.end, round(100 * top / whole.value, 4), None, "%", None


def _half(tk: Tokens, i: int) -> Said | None:
    w, n = tk.w, tk.n
    after = w[i + 1] if i + 1 < n else ""
    before = w[i - 1] if i else ""
    if before in _TIME_BEFORE or after in _PART_OF_TIME or before in ("a", "and") or "-" in after:
        return None
    if after in ("a", "an", "the", "one") and i + 2 < n:
        if w[i + 2] in SCALE or w[i + 2] in _PART_OF_TIME or w[i + 2] in ("dozen", "percentage", "point"):
            return None
        if after in ("a", "an"):
            return None
    return "fraction", i + 1, 50.0, None, "%", None


def _fold(tk: Tokens, i: int) -> Said | None:
    """Give "1.2-fold" and "3 fold"."""
    w, n = tk.w, tk.n
    at = i + 1
    if tk.k[i] != "N" and w[i] not in CARDINAL:
        return None
    if at < n and w[at] == "-" and tk.e[at - 1] == tk.s[at]:
        at += 1
    if at < n and w[at] in ("fold", "times-fold"):
        value = CARDINAL.get(w[i]) or float(w[i].replace(",", ""))
        return "fold", at + 1, value, None, "times", None
    return None
