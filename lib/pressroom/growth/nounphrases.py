"""Places among the tokens in, noun phrases out: subjects, objects, what a number counts, predicates as modifiers."""

from functools import cache

from .lexicon import verbs
from .numbers import Number
from .tokens import Tokens
from .verbgroups import HARD, Group

LEADING = frozenset(
    "the a an our its their his her this that these those and or but both all some any my your with each every".split()
)
_CLOSERS = ("BE", "HAVE", "MOD", "DO", "REL", "PRON", "PREP", "CONJ", "C", "ADV")
_POST = frozenset("of for with to between among under without against per on".split())
_NO_NOUN = frozenset(
    """unchanged flat stable steady equivalent equal enough close home previous more less worth compared record
    cheaper dearer earlier later lower higher faster slower quicker larger smaller bigger longer shorter""".split()
)
MONEY = frozenset(["yuan", "USD", "EUR", "JPY", "HKD", "GBP"])
_NEED = frozenset("need use difficulty poverty debt operation force".split())
_BESIDE = frozenset("than more less over total".split())
_DESCRIBES = frozenset("involving concerning regarding serving covering containing enjoying using living".split())
_PARTICLES = frozenset("up down back off out away".split())
# what a number only names itself with: "passed the 10 million mark", "42 million head"
_MARKS = frozenset("mark level threshold milestone bar head figure line".split())


def text_of(tk: Tokens, a: int, b: int, mark: bytearray) -> str:
    """Give the words of a span without those of its periods."""
    return _without(tk, a, b, mark, 2)


def unnumbered(tk: Tokens, a: int, b: int, mark: bytearray) -> str:
    """Give the words of a span without periods and numbers: "loans of 5 billion yuan from the bank"."""
    return _without(tk, a, b, mark, 3)


def _without(tk: Tokens, a: int, b: int, mark: bytearray, what: int) -> str:
    parts, start = [], a
    for x in range(a, b + 1):
        if x == b or mark[x] & what:
            end = x
            after = x
            while after < b and mark[after] & 1 & what:
                after += 1
            amount = x < after and (after == b or tk.t[after] in ("PREP", "CONJ", "P"))
            while start < end and (
                (amount and tk.t[end - 1] == "PREP")
                or (x < after and (tk.t[end - 1] == "ADV" or tk.w[end - 1] in _BESIDE))
                or (x < after and tk.w[end - 2 : end] == ["total", "of"])
            ):
                end -= 1
            if start < end:
                parts.append(tk.words(start, end))
            start = x + 1
    text = " ".join(parts)
    opened = a < b and (mark[a] & 1 & what or mark[a + 1 : a + 3].count(1))
    return text.removeprefix("of ") if opened else text


def stops(tk: Tokens, x: int, mark: bytearray, groups: list[Group]) -> bool:
    """Tell whether a noun phrase ends before a token."""
    if mark[x] or (tk.k[x] in "PX" and tk.w[x] not in "\"'-/+&"):
        return True
    if tk.t[x] == "ADV" and tk.w[x].endswith("ly") and x + 1 < tk.n and tk.t[x + 1] in ("Vboth", "NOUN", "Vpart"):
        return False  # "newly registered firms"
    return tk.t[x] in _CLOSERS or any(g.i == x for g in groups)


def verb_soon(tk: Tokens, x: int, groups: list[Group]) -> bool:
    """Tell whether a finite verb follows before the next mark: what comes then is a clause of its own."""
    for g in groups:
        if g.i >= x and g.tense not in ("ing", "inf"):
            if g.subject[1] > g.subject[0] and g.subject[0] < x - 1:
                return False  # "80,000 km of oil and gas pipelines are in use"
            return not any(tk.k[y] == "P" and tk.w[y] not in "\"'-" for y in range(x, g.i))
    return False


def phrase_end(tk: Tokens, end: int, mark: bytearray, groups: list[Group]) -> int:
    """Take the end of a noun phrase, give where its modifiers end: "of X", "for Y", "aged 16 to 24"."""
    w, t, n = tk.w, tk.t, tk.n
    while end < n and not mark[end] & 2:
        word = w[end]
        if word == "aged":
            while end < n and w[end] not in (",", ".", "in") and t[end] not in ("BE", "HAVE", "MOD"):
                end += 1
        elif word in _POST or (
            word == "in"
            and end + 1 < n
            and (w[end + 1] in _NEED or tk.plain[tk.s[end + 1]].isupper() or w[end + 1] in ("the", "major", "all"))
        ):
            after = _object_end(tk, end + 1, mark, groups)
            if after == end + 1 or (word in ("on", "in", "per", "to") and mark[end + 1] & 2):
                return end
            end = after
        elif (
            word == "and"
            and end + 1 < n
            and t[end + 1] in ("NOUN", "Vboth")
            and not mark[end + 1]
            and not verb_soon(tk, end + 1, groups)
            and not (t[end + 1] == "Vboth" and end + 2 < n and (mark[end + 2] or tk.w[end + 2].startswith("upward")))
        ):
            after = _object_end(tk, end + 1, mark, groups)
            if after == end + 1:
                return end
            end = after
        elif t[end] in ("Vboth", "Vpart") and t[end + 1 : end + 2] == ["PREP"] and not any(g.i == end for g in groups):
            after = _object_end(tk, end + 2, mark, groups)  # "nationals registered in the area"
            if after == end + 2 or mark[end + 1] & 2:
                return end
            end = after
        elif word in _DESCRIBES:
            after = _object_end(tk, end + 1, mark, groups)
            if after == end + 1:
                return end
            end = after
        elif word == "(" and ")" in w[end : end + 6]:
            end += w[end : end + 6].index(")") + 1
        else:
            break
    return end


def _object_end(tk: Tokens, j: int, mark: bytearray, groups: list[Group]) -> int:
    n, first = tk.n, j
    while j < n and (
        (tk.w[j] in LEADING and j < first + 2)
        or not stops(tk, j, mark, groups)
        or (tk.k[j] == "N" and (not mark[j] or (j > first and tk.w[j - 1] == "the")))
    ):
        if tk.w[j] in ("and", "or", "with"):
            break
        j += 1
    if (
        j < n - 1
        and j > first
        and tk.w[j] in ("and", "or")
        and tk.t[j + 1] in ("NOUN", "Vboth", "Ving")
        and not mark[j + 1]
        and not verb_soon(tk, j + 1, groups)
    ):
        after = j + 1
        while after < n and not stops(tk, after, mark, groups):
            after += 1
        return after
    return j


def counted(tk: Tokens, number: Number, groups: list[Group], mark: bytearray) -> str:
    """Give what is counted or measured after a number, with its modifiers; empty for "of them" or nothing."""
    w, n = tk.w, tk.n
    j = number.j
    if w[j : j + 2] in (["or", "more"], ["or", "less"], ["or", "so"], ["or", "above"]):
        j += 2
    if number.noun:
        a, end = number.noun
        while a < end and (
            w[a] in ("such", "other", "more", "fewer", "less", "another", "additional")
            or (tk.k[a] == "P" and w[a] not in "\"'")
        ):
            a += 1
    elif j < n and w[j] == "of":
        a = j + 1
        while a < n and w[a] in LEADING:
            a += 1
        while a < n and mark[a] & 1:
            a += 1  # "60 of the 97 major categories"
        if a >= n or w[a] in ("them", "these", "which", "those", "whom", "it", "us", "total"):
            return ""
        end = a
        while end < n and not stops(tk, end, mark, groups):
            end += 1
    elif number.unit == "items" and j + 1 < n and w[j] in ("most", "least", "best", "very"):
        a = j  # "the 100 most popular museums"
        end = j + 1
        while end < n and not stops(tk, end, mark, groups):
            end += 1
    elif number.form == "fraction" and j < n and tk.t[j] in ("NOUN", "Vboth", "Vpart", "Vs", "Vbase", "Ving"):
        a = end = j
        while end < n and not stops(tk, end, mark, groups):
            end += 1
    elif (
        j + 1 < n
        and w[j] == "in"
        and w[j + 1] != "total"
        and number.unit in MONEY
        and tk.t[j + 1] in ("NOUN", "Vboth", "Ving")
        and not mark[j + 1]
        and tk.plain[tk.s[j + 1]].islower()
    ):
        a = end = j + 1  # "200 billion yuan in interest"
        while end < n and not stops(tk, end, mark, groups):
            end += 1
    else:
        return ""
    if end - a == 1 and w[a] in _MARKS and number.unit != "%":
        return ""
    end = phrase_end(tk, end, mark, groups)
    while end > a and tk.t[end - 1] == "PREP":
        end -= 1  # "parcels between the 50 biggest cities"
    return text_of(tk, a, end, mark)


def predicate(tk: Tokens, group: Group, mark: bytearray) -> str:
    """Give a predicate as a modifier of its subject: "fitted with digital controls", "that work at night"."""
    a = group.head if group.passive else group.i
    if group.passive and tk.w[a - 1].endswith("ly") and tk.t[a - 1] == "ADV":
        a -= 1  # "newly set up"
    b = group.j
    while b < tk.n and (tk.k[b] == "W" or tk.w[b] in "\"'-") and not mark[b] and tk.t[b] not in ("REL",):
        if tk.w[b] in ("and", "but", "while") and tk.t[b + 1 : b + 2] not in (["NOUN"], ["Vboth"]):
            break
        b += 1
    while b > group.j and tk.t[b - 1] in ("PREP", "DET", "CONJ", "ADV") and tk.w[b - 1] not in _PARTICLES:
        b -= 1
    if b == group.j + 1 and tk.t[b - 1] == "PRON" and not group.passive:
        return ""  # "46,000 people had used it"
    words = tk.words(a, b)
    if words.startswith("has "):
        words = f"have {words[4:]}"  # "one in six farmers has joined": farmers who have joined
    if tk.t[group.i] == "HAVE" and group.j == group.i + 1:
        return f"with {tk.words(group.j, b)}"
    return words if group.passive else f"that {words}"


def moved(tk: Tokens, number: Number, left: int, group: Group | None, mark: bytearray) -> str:
    """Give the object between a verb and a number: "cut the reserve ratio by", "keep output at"."""
    if group is None or group.passive or group.i > number.i:
        return ""
    a = group.j
    while a < tk.n and (tk.w[a] in LEADING or tk.t[a] == "ADV") and tk.w[a] not in ("its", "their", "that", "those"):
        a += 1
    b = a
    while (
        b < left
        and not mark[b] & 1
        and tk.w[b] not in HARD
        and tk.w[b] not in (",", "by", "to", "at", "and")
        and not (mark[b] & 2)
    ):
        if tk.t[b] in ("BE", "HAVE", "MOD") or (tk.w[b] == "from" and b > a):
            break
        b += 1
    if b <= a or b >= number.i or tk.t[a] in ("PREP", "ADV") or (tk.t[b] in ("BE", "HAVE", "MOD")):
        return ""
    return "" if b - a == 1 and tk.w[a] in _NO_NOUN else text_of(tk, a, b, mark)


def _joined(tk: Tokens, a: int, groups: list[Group], mark: bytearray) -> int:
    """Take the place after an "and", give where its list begins: "; transport and communication down by"."""
    x = a - 1
    while x and tk.t[x - 1] in ("NOUN", "Ving", "Vboth", "Vbase", "Vs") and not mark[x - 1]:
        if any(g.i <= x - 1 < g.j for g in groups):
            break
        x -= 1
    opens = x < a - 1 and (x == 0 or tk.w[x - 1] in HARD or tk.w[x - 1] == ",")
    return x if opens else a


def bare_before(tk: Tokens, number: Number, left: int, groups: list[Group], mark: bytearray) -> str:
    """Give the noun phrase before a number whose verb is left out: "manufacturing 4.1 percent"."""
    w, t = tk.w, tk.t
    b = left
    while b and (w[b - 1] in ("to", "by", "at", "from", "up", "down") or t[b - 1] == "ADV") and not mark[b - 1]:
        b -= 1
    comma = b and w[b - 1] == ","
    b -= bool(comma)
    a = b
    while a and not mark[a - 1] and (tk.k[a - 1] == "W" or w[a - 1] in "\"'-"):
        if t[a - 1] in ("REL", "BE", "HAVE", "MOD", "PRON", "CONJ") and w[a - 1] not in ("that", "those", "and"):
            break
        if any(g.i <= a - 1 < g.j for g in groups) or w[a - 1] in ("with", "including", "compared", "while"):
            break
        if w[a - 1] == "and":
            a = _joined(tk, a, groups, mark)
            break
        a -= 1
    while a < b and (w[a] in LEADING or t[a] == "ADV") and w[a] not in ("that", "those", "its", "their"):
        a += 1
    if b - a == 1 and w[a] in _NO_NOUN:
        return ""
    if (
        a >= b
        or b - a > 9
        or t[a] in ("PREP", "Vpast", "Vpart", "ADV")
        or t[b - 1] in ("PREP", "DET")
        or w[a] in ("year", "month", "or")
    ):
        return ""
    if (
        comma
        and (a == 0 or mark[a - 1] or tk.k[a - 1] == "W")
        and not (a == 0 or w[a - 1] in (";", "and", "while", ","))
    ):
        return ""
    return tk.words(a, b)


@cache
def participle(lemma: str) -> str:
    """Give the participle of a verb of the table.

    Examples
    --------
    >>> participle("handle"), participle("sell")
    ('handled', 'sold')
    """
    for form, verb in verbs().items():
        if verb.lemma == lemma and verb.form in ("both", "part", "any"):
            return form
    return lemma if lemma.endswith("ed") else lemma + ("d" if lemma.endswith("e") else "ed")
