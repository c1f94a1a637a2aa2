"""A number among its neighbours in, the movement they name out: higher than, an increase of, up, down from 45."""

from .lexicon import rows
from .numbers import Number
from .tokens import Tokens
from .units import TIMES
from .verbgroups import Group

NOUN = {r["word"]: r["direction"] for r in rows("movement") if r["part"] == "noun"}
COMPARATIVE = {r["word"]: r["direction"] for r in rows("movement") if r["part"] == "comparative"}
ADVERB = {r["word"]: r["direction"] for r in rows("movement") if r["part"] == "adverb"}
MOVES = ("move", "raise")
_AMOUNTS = frozenset("saving savings cut cuts loss losses reductions reduction gain gains".split())
_PHRASAL = frozenset(["", "be", "go", "come", "move", "edge", "tick", "inch", "shoot", "trend", "pick", "bring", "push",
                      "drive", "climb", "rise", "creep", "step", "revise", "mark"])  # fmt: skip


def turned_direction(tk: Tokens, number: Number) -> str:
    """Give the direction that follows a new value: "20 days, down from 45"."""
    for x in range(number.j, min(number.j + 5, tk.n - 2)):
        if tk.w[x] == ",":
            return ADVERB.get(tk.w[x + 1], "") if tk.w[x + 2] == "from" else ""
    return ""


def is_adjacent(tk: Tokens, group: Group, left: int, mark: bytearray) -> bool:
    """Tell whether only adverbs stand between a verb and a number: "rose only 5%", "dropped year on year 3%"."""
    return all(tk.t[x] == "ADV" or mark[x] & 2 or tk.w[x] in _PASSED for x in range(group.j, left))


_PASSED = frozenset("year on month quarter the a as much".split())


def phrasal_direction(tk: Tokens, group: Group, mark: bytearray) -> str:
    """Give the direction of "went up", "came down", "was up"; "made up" and "adds up" have none."""
    if group.verb.lemma not in _PHRASAL and group.verb.role != "move":
        return ""
    at = group.j
    while at < tk.n and at < group.j + 3 and (tk.t[at] == "ADV" or mark[at] & 2):
        if tk.w[at] in ADVERB:
            return ADVERB[tk.w[at]]
        at += 1
    return ""


def adverb_before(tk: Tokens, left: int, group: Group | None) -> str:
    """Give the direction of "up" or "down" right before a preposition: "up by 5%", "down from 45"."""
    word = tk.w[left - 2] if left > 1 else ""
    if left > 2 and tk.w[left - 3].startswith(("add", "mak", "mad", "tak", "took", "sum")):
        return ""
    if left > 1 and tk.w[left - 1] == "by" and word in COMPARATIVE:
        return COMPARATIVE[word]  # "cheaper by 10 percent"
    if word == "," and tk.w[left - 1] == "by":
        # "down a shade, by 0.9 percent"
        return next((ADVERB[x] for x in reversed(tk.w[max(0, left - 6) : left - 2]) if x in ADVERB), "")
    return ADVERB.get(word, "")


def compared_direction(tk: Tokens, number: Number) -> str | None:
    """Give the direction of "N higher than", "N more (than)", "N above the level of", "a fifth less water than"."""
    w, n, j = tk.w, tk.n, number.j
    ends = j + 1 >= n or tk.k[j + 1] == "P" or w[j + 1] in ("on", "from", "over", "year", "and")
    if w[j : j + 1] and w[j] in ("up", "down") and ends and number.i:
        return ADVERB[w[j]]  # "6.1 percent up on the year"
    if number.noun and j < number.noun[1] and w[j] not in COMPARATIVE and number.form != "fraction":
        j = number.noun[1]
    j = _past_aside(tk, j)
    while j < n and tk.t[j] == "ADV" and w[j] not in COMPARATIVE:
        j += 1
    word = w[j] if j < n else ""
    another = number.i and w[number.i - 1] == "another" and number.scaled > 1 and number.unit not in TIMES
    if another and number.unit not in ("%", "times") and (number.noun or number.unit != "items"):
        return "up"
    bound = not {"level", "line", "limit", "mark", "quota", "average", "threshold"}.isdisjoint(w[j + 1 : j + 6])
    if word == "over" and j == number.j and bound and w[j + 1 : j + 2] == ["the"]:
        return "up"  # "1.9 meters over the guaranteed level"
    if word in ("above", "below") and (j == number.j or w[j - 1] == ","):
        return COMPARATIVE[word] if j + 1 < n and tk.t[j + 1] in ("DET", "NOUN", "PREP", "PRON", "REL") else None
    if word not in COMPARATIVE or word in (
        "up",
        "down",
        "above",
        "below",
        "under",
        "behind",
        "further",
        "additional",
        "extra",
        "ahead",
        "short",
    ):
        return None
    rest = w[j + 1 : j + 7]
    if j == number.j and w[j + 1 : j + 2] in (
        ["year"],
        ["month"],
        ["quarter"],
        ["from"],
        ["on"],
        ["over"],
        ["at"],
        [")"],
        ["of"],
    ):
        return COMPARATIVE[word]
    if j == number.j and word in ("fewer", "more", "less") and _than_follows(tk, j):
        return COMPARATIVE[word]
    rated = number.unit == "%" or number.unit.endswith("points")
    things = number.unit in ("items", "people", "households") and number.form == "plain"
    if (
        things
        and number.noun
        and w[number.j] in ("more", "fewer", "additional", "extra")
        and number.noun[1] > number.j + 1
    ):
        return "down" if w[number.j] == "fewer" else "up"  # "1,300 more border agents"
    if j == number.j and rated and (j + 1 >= n or tk.k[j + 1] == "P" or tk.t[j + 1] in ("CONJ", "PREP")):
        return COMPARATIVE[word]  # "pork was 7.4% cheaper"
    if "than" in rest or (word in ("more", "less", "higher", "lower", "faster", "slower") and (
        j + 1 >= n or w[j + 1] in (",", ".", ";", "and", "in", "year-on-year"))):  # fmt: skip
        if number.form == "plain" and number.unit in ("items", "people") and word == "better":
            return None
        return COMPARATIVE[word]
    return None


def _past_aside(tk: Tokens, j: int) -> int:
    """Step over the same again between a number and its comparison: "42,000 tonnes, or 29.2%, above the figure"."""
    w = tk.w
    if w[j : j + 2] == [",", "or"] and tk.k[j + 2 : j + 3] == ["N"]:
        for x in range(j + 3, min(tk.n - 1, j + 7)):
            if w[x] == ",":
                return x + 1 if w[x + 1] in ("above", "below", "more", "less", "fewer", "higher", "lower") else j
    inside = w[j : j + 1] == [","] and "or" in w[max(0, j - 5) : j] and w[j + 1 : j + 2] != []
    return j + 1 if inside and w[j + 1] in ("above", "below", "more", "less", "fewer", "higher", "lower") else j


def _than_follows(tk: Tokens, j: int) -> bool:
    """Tell whether "than" comes before the clause ends: "13 million fewer people living there than in 2020"."""
    for x in range(j + 1, min(tk.n, j + 15)):
        if tk.k[x] in "PN":
            return tk.k[x] == "N" and tk.w[x - 1] in ("in", "than")
        if tk.w[x] == "than":
            return True
    return False


def noun_after(tk: Tokens, number: Number) -> str:
    """Give the growth noun a number qualifies: "5.2 percent growth", "a double-digit pace", "3% annual decline"."""
    w, t, n = tk.w, tk.t, tk.n
    j = number.j
    if number.unit not in ("%", "times", "percentage points", "basis points"):
        return _increase_of_amount(tk, number)
    if number.form == "fraction":
        return ""
    if j < n and w[j] == "-":
        j += 1
    end = j + 4
    while j < n and j < end:
        if w[j] in NOUN and w[j] not in ("change", "saving", "savings"):
            return w[j]
        if w[j] == "pace" or w[j] == "clip":
            return "growth"
        if t[j] not in ("NOUN", "ADV", "Ving") and w[j] not in ("on", "year", "annual", "or"):
            return ""
        j += 1
    return ""


def _increase_of_amount(tk: Tokens, number: Number) -> str:
    """Give the growth noun an amount qualifies: "a 500-yuan increase", "a $700 million, or 1 percent, rise"."""
    w, j = tk.w, number.j
    if not number.i or w[number.i - 1] not in ("a", "an", "another") or number.unit in TIMES:
        return ""
    while j < tk.n and j < number.j + 6 and (w[j] in (",", "or", "-", "percent", "%", "net") or tk.k[j] == "N"):
        j += 1
    return w[j] if j < tk.n and w[j] in NOUN and w[j] not in _AMOUNTS and NOUN[w[j]] != "flat" else ""


def noun_before(tk: Tokens, at: int, rate: bool) -> tuple[str, str | None]:
    """Give the growth noun before "of" at a place: "an increase of", "a growth rate of", "an average of"."""
    w = tk.w
    for back in range(1, 4):
        x = at - back
        if x >= 0 and not rate and w[x] in _AMOUNTS and w[max(0, x - 2) : x] != [",", "a"]:
            return "", None  # "tax cuts of 500 billion yuan" are an amount, ", a reduction of 50,000" is a change
        if x < 0 or tk.k[x] == "P":
            break
        if w[x] in NOUN and w[x] != "saving":
            return w[x], NOUN[w[x]] or None
    if at > 1 and w[at - 1] == "rate" and tk.t[at - 2] == "Vboth":
        return "", None  # "the reduced rate of 1 percent"
    if at and w[at - 1] in ("rate", "pace", "average", "speed", "clip"):
        for x in range(at - 1, max(-1, at - 14), -1):
            if tk.t[x][0] == "V" and _moving(tk, x):
                return "growth", _moving(tk, x)
            if w[x] in NOUN:
                return w[x], NOUN[w[x]] or None
            if tk.k[x] == "P":
                break
    return "", None


def _moving(tk: Tokens, x: int) -> str:
    from .lexicon import verbs

    known = verbs().get(tk.w[x])
    return known.direction if known and known.role in MOVES else ""
