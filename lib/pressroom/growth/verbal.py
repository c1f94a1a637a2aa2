"""A place among the tokens in, the number said there without a plain numeral out: fractions, factors, ranks, runs."""

from .lexicon import phrase_at, phrases, rows
from .numerals import (  # fmt: skip
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
)
from .ranks import Said, numbered_rank, rank, run
from .tokens import Tokens

_UNITS = phrases((r["word"], f"{r['unit']}|{r['factor']}") for r in rows("units"))
_EVERYWHERE = frozenset("nationwide globally worldwide nationally".split())
_SUPERLATIVE = frozenset("largest biggest highest longest fastest-growing most smallest lowest".split())
_DIGIT = frozenset("single double triple two three".split())
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
        if w in _DIGIT and tk.w[i + 1 : i + 2] in (["digits"], ["digit"]):
            return "digits", i + 2, None, None, "%", tk.words(i, i + 2).lower()
        if w == "no" or w == "number":
            return numbered_rank(tk, i)
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
        said = run(tk, i) or rank(tk, i)
        if said is not None:
            return said
    if k == "W" or k == "N":
        return _to_one(tk, i) or _fraction(tk, i, taken) or _fold(tk, i)
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
    if w[i + 1] == "quarters" and (after in ("running", "straight") or w[i + 2 : i + 4] == ["in", "a"]):
        return None
    if _of_a_point(tk, i + 2):
        return None
    if below and top < below and (tk.k[i] == "W") and not taken[i + 1]:
        if word in ("a", "an") and (tk.k[i + 1] != "W" or after not in _FOLLOWS_A_PART):
            return None
        if w[i + 1].startswith("quarter") and (i and w[i - 1] in ("in", "within", "for", "per", "first")):
            return None
        return "fraction", i + 2, round(100 * top / below, 4), None, "%", None
    if word in ("a", "an"):
        return None
    return _ratio(tk, i, top)


def _of_a_point(tk: Tokens, j: int) -> bool:
    """Tell whether "of a (percentage) point" follows, so that the fraction is one of points."""
    return tk.w[j : j + 2] == ["of", "a"] and tk.w[j + 2 : j + 3] in (["point"], ["percentage"])


_FOLLOWS_A_PART = frozenset(
    ["of", "", ".", ",", "less", "more", "in", "from", "since", "to", "lower", "higher", "by", "and", "fewer", ";", ")",
     "on", "over", "year-on-year", "compared", "were", "are", "have", "has", "said", "?", "!"]
)  # fmt: skip


def _ratio(tk: Tokens, i: int, top: float) -> Said | None:
    """Give "one in every eight", "seven out of ten", "five of every eight", "six in ten"."""
    w, n, j = tk.w, tk.n, i + 1
    named = False
    if tk.k[i] == "W" and tk.k[j] == "W" and tk.t[j] in ("NOUN", "Vs", "Vbase", "Vboth") and w[j] not in SCALE:
        # "two seats in every five", "nine villages in ten", "two piles for every five vehicles"
        while j < n and j < i + 4 and tk.k[j] == "W" and tk.t[j] in ("NOUN", "Vs", "Vbase", "Vboth"):
            j += 1
        named = True
    if j + 1 < n and w[j : j + 2] == ["for", "every"] and w[j + 2 : j + 3] and w[j + 2] in CARDINAL:
        j += 2
        named = False
    elif j >= n:
        return None
    elif w[j] == "in":
        j += 1 + (j + 1 < n and w[j + 1] == "every")
    elif w[j] == "out" and j + 1 < n and w[j + 1] == "of":
        j += 2 + (j + 2 < n and w[j + 2] in ("every", "the"))
    elif w[j] == "of" and j + 1 < n and w[j + 1] == "every":
        j += 2
    else:
        return None
    whole = magnitude(tk, j) if j < n else None
    alone = whole is not None and tk.t[whole.end : whole.end + 1] not in (["NOUN"], ["Vs"], ["Vboth"])
    if named and not (w[j - 1] == "every" or (w[j : j + 1] and w[j] in CARDINAL and alone)):
        return None
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


def _to_one(tk: Tokens, i: int) -> Said | None:
    """Give "5.1 to one", "three-to-one": a ratio is a factor."""
    w = tk.w
    if tk.k[i] == "W" and w[i].endswith("-to-one"):
        value = CARDINAL.get(w[i][:-7])
        return ("multiple", i + 1, value, None, "times", None) if value else None
    if w[i + 1 : i + 3] == [":", "1"] and tk.k[i] == "N" and tk.e[i] == tk.s[i + 1] and tk.e[i + 1] == tk.s[i + 2]:
        return "multiple", i + 3, float(w[i].replace(",", "")), None, "times", None  # "2.5:1"
    one = magnitude(tk, i) if "to" in w[i + 1 : i + 8] else None
    if one is None or one.scale != 1 or one.value <= 0 or w[one.end : one.end + 1] != ["to"]:
        return None
    base = w[one.end + 1 : one.end + 2]
    stands = i and (w[i - 1] == "from" or "vote" in w[max(0, i - 5) : i])
    counted = tk.t[one.end + 2 : one.end + 3] in (["NOUN"], ["NUM"]) or w[one.end + 2 : one.end + 3] == ["%"]
    if base not in (["one"], ["1"]) or stands or counted:
        return None
    return "multiple", one.end, one.value, None, "times", None


def _half(tk: Tokens, i: int) -> Said | None:
    w, n = tk.w, tk.n
    after = w[i + 1] if i + 1 < n else ""
    before = w[i - 1] if i else ""
    joined = before == "and" and after != "of"  # "two and half years", not "and half of all infants"
    if before in _TIME_BEFORE or after in _PART_OF_TIME or before == "a" or joined or "-" in after:
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
