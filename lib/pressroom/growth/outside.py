"""A number among the tokens in, out whether it is no figure: it names a thing, counts points of a speech, dates."""

from .comparison import NOUN
from .lexicon import nouns, phrase_before, rows
from .numbers import Number, is_word_number
from .numerals import CARDINAL
from .tokens import MONTHS, Tokens
from .units import TIMES

_BEFORE = {r["word"] for r in rows("names") if r["side"] == "before"}
_AFTER = {r["word"] for r in rows("names") if r["side"] == "after"}
_NEAR = {r["word"] for r in rows("names") if r["side"] == "near"}
_GRANTED = {r["word"] for r in rows("names") if r["side"] == "granted"}
_SPEECH, _PEOPLE, _CLUSTER = nouns("speech"), nouns("people"), nouns("cluster")


_COMPARED = frozenset("above below higher lower more less faster slower up down ahead behind short".split())


_BY = frozenset("by up down than about nearly around some roughly almost".split())


# what is said of a speech even when the number is in digits; "12 lines" and "8 areas" are things
_POINTS = frozenset(
    "aspects points questions words things reasons features ways sides perspectives examples messages issues topics"
    " principles priorities figures".split()
)


_AGE = frozenset("over under above below aged beyond".split())
_LASTING = frozenset(
    "period periods duration term terms validity stay stays time wait life span leave extension total history"
    " average minimum maximum".split()
)
_TAKES = frozenset("take takes took taken last lasts lasted need needs needed wait extend extended valid stay".split())


def is_outside(tk: Tokens, number: Number, mark: bytearray, counted: bool) -> bool:
    """Take a number, tell whether it is out of scope; `counted` says that things were counted just before.

    Examples
    --------
    >>> from .numbers import find_numbers
    >>> tk = Tokens("Article 7 lists three aspects and 40 firms")
    >>> [is_outside(tk, n, bytearray(tk.n), False) for n in find_numbers(tk, bytearray(tk.n))]
    [True, True, False]
    """
    w, n, i, j = tk.w, tk.n, number.i, number.j
    before = w[i - 1] if i else ""
    after = w[j] if j < n else ""
    if number.form in ("rank", "run", "multiplied", "multiple", "digits", "halved", "multiply", "fold", "negative"):
        return before == "per"
    if w[max(0, i - 2) : i] == ["out", "of"] and number.noun is None and number.value in (5, 10, 100) and i > 2:
        return tk.k[i - 3] == "N"  # "86.4 out of 100"
    if before in ("per", "every", "each") or (before == "out" and after == "of" and w[i] == "one"):
        return number.form != "fraction"
    if number.form == "fraction":
        return tk.k[i] == "W" and _in_a_saying(tk, number)
    if number.unit == "percentage points" or number.unit == "points":
        if "percentage" in w[j - 2 : j] or after in _COMPARED or before in _BY:
            return False
        named = any(w[x] == "-" for x in range(i + 1, j)) and after not in NOUN
        return is_word_number(tk, number) or w[i] in CARDINAL or named  # "a 10-point plan"
    if number.scaled == 1 and number.unit in ("items", "people", "years") and _is_age(tk, number, before):
        return True
    if number.form == "measured" and w[j - 1].startswith(("minute", "second")):
        return not _takes(tk, number)
    if i == 0 and w[i].isdigit() and j == i + 1 and len(w[i]) < 3 and (after in (".", ")", "") or n <= 2):
        return True  # "1. Trade grew": the number of a point
    if before == "to" and w[i].isdigit() and len(w[i]) < 6 and i > 1 and w[i - 2].startswith(_CALLS):
        return True  # "calls to 120"
    if j == i + 1 and w[i].isdigit() and after in MONTHS and (number.value or 99) < 32:
        return True  # "12 May"
    if before == "of" and w[i - 2] == "group" and tk.plain[tk.s[i - 2]].isupper():
        return True  # "the Group of 77"
    if _capital(tk, number):
        return True  # "the Three Gorges"
    if "vote" in w[max(0, i - 4) : i] and (before in ("to", "of")):
        return True  # "by a vote of 51 to 50"
    if number.form == "vague":
        return after == "of" and j + 2 < n and w[j + 1] in ("the",) and w[j + 2] in ("years", "world")
    hyphened = _hyphened(tk, number)
    if hyphened is not None:
        return hyphened
    if number.unit == "%":
        # "one hundred percent sincere" is a manner of speaking
        return number.value == 100 and w[i] in ("one", "a", "hundred") and after not in ("of", ".", ",", "in", "")
    if before == "number" and (number.value or 0) >= 100:
        return False  # "peacekeepers number 1,800"
    built = before == "building" and i > 1 and tk.t[i - 2] in ("BE", "ADV")
    if (before in _BEFORE and not built) or (
        before == "." and i > 1 and w[i - 2] in ("no", "art", "fig", "vol", "nos")
    ):
        amount = number.scaled > 1 or (number.value or 0) >= 1e5 or "," in w[i]
        return not (amount or number.unit not in ("items", "people"))
    if _AFTER.intersection(w[j : j + 2]) or (after == "." and w[j + 1 : j + 2] == ["m"]):
        return True
    if _follows_a_name(tk, number):
        return True
    if number.unit in TIMES or (number.form == "measured" and w[j - 1].startswith(("week", "quarter"))):
        return _only_time(tk, number, before, after, mark)
    if number.unit in ("items", "people", "households") and number.noun is None and number.scaled == 1:
        return _bare(tk, number, before, after, counted)
    if number.noun and number.scaled == 1:
        return _names_things(tk, number, before)
    return False


_CALLS = ("call", "dial", "hotline", "text")


_MOVED = frozenset("to by from averages averaged averaging".split())


def _takes(tk: Tokens, number: Number) -> bool:
    """Tell whether minutes or seconds are a length that something takes, is cut by or kept within."""
    at = max(0, number.i - 5)
    if tk.w[number.j : number.j + 1] and tk.w[number.j] in _COMPARED:
        return True
    return not _TAKES.isdisjoint(tk.w[at : number.i]) or not _MOVED.isdisjoint(tk.w[at : number.i])


_ME = frozenset(["i", "i'll", "i'd", "me", "i've", "i'm"])
_TALKS = frozenset(
    """focus introduce brief explain share talk mention elaborate give address answer ask highlight summarize add note
    cite offer outline stress emphasize raise""".split()
)
_SAYING = 14  # tokens between two quotation marks


def _said_by_me(tk: Tokens, number: Number) -> bool:
    """Tell whether a speaker counts what comes next: "I will focus on three indicators", "let me share two cases"."""
    ahead = tk.w[max(0, number.i - 8) : number.i]
    return not _ME.isdisjoint(ahead) and not _TALKS.isdisjoint(ahead)


def _in_a_saying(tk: Tokens, number: Number) -> bool:
    """Tell whether a number in words stands in a short phrase between quotation marks: "two always" campaigns."""
    marks = tk.spots(_MARKS_OF_SPEECH)
    for left, right in zip(marks[::2], marks[1::2], strict=False):
        if left < number.i < right:
            return right - left <= _SAYING
    return False


_MARKS_OF_SPEECH = frozenset(['"'])


def _capital(tk: Tokens, number: Number) -> bool:
    """Tell whether a number word in capitals opens a name: "the Three Gorges", "the Five Principles"."""
    i, plain = number.i, tk.plain
    if not i or not is_word_number(tk, number) or tk.k[i - 1] == "P" or number.j >= tk.n:
        return False
    return plain[tk.s[i]].isupper() and tk.k[number.j] == "W" and plain[tk.s[number.j]].isupper()


_PLACED_IN = frozenset("in across throughout at from".split())


def _follows_a_name(tk: Tokens, number: Number) -> bool:
    """Tell whether a bare number ends a name: "Fortune Global 500", "Boeing 737"."""
    i = number.i
    if i < 2 or number.scaled > 1 or number.unit not in ("items", "people") or not tk.w[i].isdigit():
        return False
    if tk.w[i - 1].endswith(("'s", "s'")) or (number.noun and tk.t[i - 2] == "PREP" and tk.w[i - 2] in _PLACED_IN):
        return False  # "the Union's 27 members", "in Hunan 300 schools"
    named = tk.k[i - 1] == "W" and tk.plain[tk.s[i - 1]].isupper() and tk.t[i - 1] == "NOUN"
    return named and tk.e[i] - tk.s[i] < 5 and tk.k[i - 2] != "P" and "," not in tk.plain[tk.s[i] : tk.e[i]]


def _hyphened(tk: Tokens, number: Number) -> bool | None:
    """Tell whether a number is the front of a compound that names: "10-year yield", "300-million-yuan club"."""
    w, i, j = tk.w, number.i, number.j
    if w[j - 1] in ("odd", "plus", "some") or not {"odd", "plus", "some"}.isdisjoint(w[i:j]):
        return None
    hyphen = "-" in w[i + 1 : j] or (
        j < tk.n
        and w[j] == "-"
        and tk.e[j - 1] == tk.s[j]
        and tk.s[j + 1 : j + 2] == [tk.e[j]]
        and w[j + 1] not in ("odd", "plus", "some", "fold")
    )
    if not hyphen or number.value_high is not None:
        return None
    window = w[j : j + 5]
    if number.unit in TIMES or number.unit == "items":
        return not _GRANTED.intersection(window)
    return bool(
        {
            "cluster",
            "clusters",
            "club",
            "level",
            "industries",
            "industry",
            "class",
            "mark",
            "cities",
            "counties",
            "enterprises",
        }.intersection(window)
    ) or number.unit in ("km", "meters", "tonnes", "kg", "kW", "square meters")


def _only_time(tk: Tokens, number: Number, before: str, after: str, mark: bytearray) -> bool:
    """Tell whether a length of time only frames: "over five years" of loans, "15 years later", "every two years"."""
    w = tk.w
    older = after in ("and", "or") and w[number.j + 1 : number.j + 2] and w[number.j + 1] in _OLDER
    if older and number.unit == "years":
        return True  # "people 65 years and older"
    if after == "old" or w[number.j : number.j + 2] == ["of", "age"]:
        return not any(x.startswith("averag") for x in w[max(0, number.i - 3) : number.i])
    at = number.i - 3
    if at > 0 and w[at : number.i] in (["of", "more", "than"], ["of", "less", "than"]) and w[at - 1] in _TERMED:
        return True  # "loans of more than five years"
    if w[number.j : number.j + 2] in (["on", "end"], ["on", "average"]):
        return False  # "rain fell for 83 hours on end"
    if after in ("later", "ago", "earlier", "hence", "on", "into", "away"):
        return True
    if before == "over" and _PAID.intersection(w[max(0, number.i - 5) : number.i]):
        return False  # "to be paid back over 20 years"
    taken = before != "," and _TAKES.intersection(w[: number.i])
    if after in ("after", "before") and before in (",", "", "and") and not taken:
        return True  # "one year after the accord"
    if w[number.j : number.j + 2] in (["to", "go"], ["still", "to"]) or after in ("left", "remaining"):
        return True
    if after in NOUN and number.value == 1:
        return True  # "the largest one month decline"
    if after == "and" and number.j + 1 < tk.n and "into" in w[number.j + 2 : number.j + 5]:
        return True  # "four years and nine months into the plan"
    if before in ("every", "each", "per", "first", "past", "last", "next", "coming", "these", "those"):
        return True
    if before == "the":
        return not _TAKES.intersection(w[max(0, number.i - 4) : number.i])
    if number.j - number.i >= 2 and w[number.i] in ("a", "one") and before in ("in", "for", "within", "only"):
        return number.unit == "days"
    if before in ("above", "over", "under", "below", "exceeding", "beyond") and number.i > 1:
        return w[number.i - 2] in ("terms", "maturities", "maturity", "term", "aged", "people", "those", "children")
    if before == "of" and number.i > 1 and w[number.i - 2] not in _LASTING:
        return True
    if before == "of" and w[number.i - 2] == "average" and w[number.i - 3] == "the":
        return True  # "the average of two years"
    return before in ("over", "in", "after", "during") and tk.t[number.i - 2][:1] == "N" if number.i > 1 else False


_OLDER = frozenset("older over above younger under".split())
_TERMED = frozenset("loans deposits bonds terms maturities mortgages contracts".split())
_PAID = frozenset("repaid repay repayable paid pay payable spread phased phase instalments installments".split())


def _is_age(tk: Tokens, number: Number, before: str) -> bool:
    """Tell whether a number is an age that defines a group: people over 60, children under six, aged 16 to 24."""
    w, i = tk.w, number.i
    if (
        before == "of"
        and i > 2
        and w[i - 2] in ("age", "ages")
        and {"under", "over", "above", "below"}.intersection(w[max(0, i - 5) : i])
    ):
        return True
    if before in ("aged", "age", "ages") or (i > 1 and "aged" in w[i - 2 : i]):
        return True
    if (number.value or 0) > 120 or before not in _AGE or i < 2:
        return False
    at = i - 1
    if w[at - 1] in ("those", "anyone", "everyone", "children", "ones"):
        return True
    if tk.t[at - 1] in ("BE", "ADV"):
        return any(phrase_before(_PEOPLE, w, x) for x in range(max(1, at - 5), at))
    return phrase_before(_PEOPLE, w, at) is not None


def _bare(tk: Tokens, number: Number, before: str, after: str, counted: bool) -> bool:
    """Tell whether a number without a noun counts nothing: an age, a seat, a hotline, "there are two"."""
    w, i, j = tk.w, number.i, number.j
    if number.form == "measured":
        return False
    if after == "+" or (after and after in "\"'" and before and before in "\"'"):
        return True
    if is_word_number(tk, number):
        if after in (":", "") or (i == 0 and after == "."):
            return True
        if after == "of" and before == "the" and w[j + 1 : j + 2] in (["us"], ["you"], ["them"]):
            return True  # "between the two of us"
        if w[i] == "one" and after in ("who", "that", "which"):
            return True
        if after == "of":
            return w[i] == "one" or (
                w[j + 1 : j + 2] == ["the"] and w[j + 2 : j + 3] in (["world's"], ["most"], ["largest"])
            )
        if w[i] == "zero" and before in ("is", "was", "remains", "remained"):
            return after not in (".", ",", "", "in", "for")  # "the accident rate is zero"
        if w[i] == "zero" and before in ("at", "to") and i > 1 and (tk.t[i - 2][0] == "V" or tk.t[i - 2] == "ADV"):
            return False  # "has been kept at zero"
        if w[i] in ("one", "zero") or before in (
            "the",
            "these",
            "those",
            "all",
            "to",
            "for",
            "or",
            "and",
            "no",
            "other",
        ):
            return not (counted and before in ("and",))
        return not counted
    digits = w[i]
    near = w[max(0, i - 4) : i] + w[j : j + 3]
    if (
        digits.isdigit()
        and len(digits) > 2
        and (_NEAR.intersection(near) or (len(digits) == 5 and digits.startswith(("12", "10", "11", "96", "95"))))
    ):
        return True
    marked = before == "(" and after in (
        ")",
        ",",
        "and",
        "-",
        ";",
        "to",
        "of",
    )  # "(1)", not "(6,300 more than in 2012)"
    return marked or before in ("page", "seat", "year", "option", "+")


def _names_things(tk: Tokens, number: Number, before: str) -> bool:
    """Tell whether a number with a noun counts points of a speech, or only says which: "the two sides"."""
    w, i = tk.w, number.i
    a, b = number.noun or (number.j, number.j)
    value = number.value or 0
    digits = w[i]
    near = w[max(0, i - 3) : i] + w[a : a + 1]
    if digits.isdigit() and len(digits) in (3, 5) and _NEAR.intersection(near) and "," not in digits:
        return True
    if is_word_number(tk, number) and (_in_a_saying(tk, number) or (value < 13 and _said_by_me(tk, number))):
        return True
    if value < 13 and phrase_before(_SPEECH, w, b) and (is_word_number(tk, number) or w[b - 1] in _POINTS):
        return True
    if w[i] == "one" or w[i] == "zero":
        return True
    named = any(tk.plain[tk.s[x]].isupper() for x in range(a, b))
    if i == 2 and w[:2] == ["of", "the"] and value > 1 and "," in w[b : b + 6] and not phrase_before(_SPEECH, w, b):
        return False  # "Of the eight centers along the river, five grow rice"
    if before in ("the", "these", "those", "other") and value < 10 and is_word_number(tk, number) and not named:
        return True
    if before in ("first", "last", "top", "next", "another") and is_word_number(tk, number) and before != "another":
        return True
    if is_word_number(tk, number) and number.approx == "at least" and w[number.j] == "or":
        return True
    dialled = digits.isdigit() and len(digits) == 5 and digits.startswith(("12", "10", "11", "96", "95"))
    if dialled and before == "the":
        return True  # "the 12321 center"
    quoted = w[a] in "\"'" if a < tk.n else False
    if is_word_number(tk, number) and (quoted or (i and w[i - 1] in "\"'")):
        return True
    return phrase_before(_CLUSTER, w, b) is not None and w[i] not in CARDINAL and before in ("-",)
