"""The tokens of a sentence in, its numbers out: value, unit, range, approximator and what is counted."""

from dataclasses import dataclass, field

from .approximate import approximated
from .elided import share_units
from .lexicon import nouns, phrase_before, verbs
from .numerals import AFTER_A, CARDINAL, OPENERS, SCALE, TENS, Magnitude, magnitude
from .tokens import Tokens
from .units import CURRENCY, TIMES, unit_at
from .verbal import verbal

_OPENERS = OPENERS | CURRENCY.keys() | {"no", "number"}
_MORE = frozenset("more less fewer higher lower faster".split())


_MARKS = frozenset("mark level threshold milestone line".split())


_PEOPLE, _HOUSEHOLDS = nouns("people"), nouns("households")
_STOP = frozenset("PREP BE HAVE MOD DO REL PRON NUM C X O".split())


_LASTING = frozenset("quarter quarters week weeks session sessions".split())


_ODD = frozenset(["odd", "plus", "some"])
_BEFORE_RANGE = frozenset("from by up down to".split())


@dataclass(slots=True, eq=False)
class Number:
    """A number as printed, with its tokens `i` to `j`; `noun` are the tokens of what it counts."""

    i: int
    j: int
    start: int
    end: int
    value: float | None
    value_high: float | None
    unit: str
    approx: str | None = None
    form: str = "plain"
    noun: tuple[int, int] | None = None
    negative: bool = False
    scaled: float = 1.0
    doubts: list[str] = field(default_factory=list)


def find_numbers(tk: Tokens, taken: bytearray) -> list[Number]:
    """Take the tokens of a sentence and which of them belong to a period, give its numbers in order.

    Examples
    --------
    >>> tk = Tokens("over 2.5 billion yuan, up 3%")
    >>> [(n.value, n.unit, n.approx) for n in find_numbers(tk, bytearray(tk.n))]
    [(2500000000.0, 'yuan', 'over'), (3.0, '%', None)]
    """
    found: list[Number] = []
    i, n = 0, tk.n
    while i < n:
        word, kind = tk.w[i], tk.k[i]
        if kind == "W":
            opens = word in _OPENERS or "-" in word or word.endswith("fold")
            opens = opens or (word in ("a", "an") and not AFTER_A.isdisjoint(tk.w[i + 1 : i + 2]))
        else:
            opens = kind in "NOC" or word == "-"
        if not opens or taken[i]:
            i += 1
            continue
        number = _number_at(tk, i, taken)
        if number is None:
            i += 1
            continue
        if number.form != "none":
            number.approx = number.approx or approximated(tk, number.i, number.j)
            found.append(number)
        i = max(number.j, i + 1)
    share_units(tk, found)
    return found


def _number_at(tk: Tokens, i: int, taken: bytearray) -> Number | None:
    special = verbal(tk, i, taken)
    if special is not None:
        form, j, value, high, named, approx = special
        return Number(i, j, tk.s[i], tk.e[j - 1], value, high, named, approx, form)
    w, k, n = tk.w, tk.k, tk.n
    first, negative = i, False
    unit: str | None = None
    if (k[i] == "C" or w[i] in CURRENCY) and i + 1 < n and k[i + 1] in "NC":
        unit = CURRENCY.get(w[i].lower())
        i += 1 + (k[i + 1] == "C")
    elif (w[i] == "-" and i + 1 < n and k[i + 1] == "N" and tk.s[i + 1] == tk.e[i] and not _joined(tk, i)) or (
        w[i] in ("minus", "negative") and i + 1 < n and k[i + 1] == "N"
    ):
        negative, i = True, i + 1
    one = magnitude(tk, i)
    if one is None or any(taken[i : one.end]):
        return None
    if i > first and not negative and unit is None:
        return None
    if k[i] == "N" and _joined(tk, i - 1) and not (i and w[i - 1] == "-" and k[i - 2] == "N"):
        return Number(first, one.end, 0, 0, None, None, "", form="none")
    return _measured(tk, first, one, unit, negative)


def _joined(tk: Tokens, i: int) -> bool:
    """Tell whether a mark at `i` glues what follows to what stands before: "1+N", "COVID-19", "6850-0000"."""
    return i > 0 and tk.w[i] in "-+/_" and tk.e[i - 1] == tk.s[i] and i + 1 < tk.n and tk.e[i] == tk.s[i + 1]


def _measured(tk: Tokens, first: int, one: Magnitude, unit: str | None, negative: bool) -> Number:
    """Take a magnitude, add its unit and, when a second one follows, make it a range."""
    w, k, n = tk.w, tk.k, tk.n
    found, j = unit_at(tk, one.end)
    factor = 1.0
    if found:
        unit, factor = found[0], found[1]
    j = j if found else one.end
    value, high, scale = one.value * factor, None, one.scale
    two, between = None, first > 0 and w[first - 1] == "between"
    if j < n and w[j] in (("-", "to") if not between else ("and", "-")):
        at = j + 1
        sign = at < n and (k[at] == "C" or w[at] in CURRENCY)
        two = magnitude(tk, at + sign)
        if two and not _ranges(tk, first, j, one, two, found is not None or unit is not None, between):
            two = None
    if two is not None:
        second, after = unit_at(tk, two.end)
        unit2, factor2 = second or (unit or "", factor)
        if not found or unit2 == unit or not unit2:
            share = two.scale if one.scale == 1 and one.bare <= two.bare else 1.0
            value = one.value * share * (factor if found else factor2)
            high = two.value * factor2
            scale = two.scale
            unit, j = unit2 or unit, after if second else two.end
            found = second or found
    timed = unit in TIMES or (unit == "items" and found is not None and w[j - 1] in _LASTING)
    run = timed and any(w[x] in ("consecutive", "straight", "successive") for x in range(one.end, j))
    if (
        timed
        and j < n
        and (w[j] == "running" or w[j : j + 3] == ["in", "a", "row"] or w[j : j + 2] == ["in", "succession"])
    ):
        j += {"running": 1, "a": 3}.get(w[j] if w[j] == "running" else w[j + 1], 2)
        run = True
    odd = not _ODD.isdisjoint(w[first:j])
    number = Number(first, j, tk.s[first], tk.e[j - 1], value, high, unit or "items", negative=negative, scaled=scale)
    number.approx = "over" if odd else None
    if negative:
        number.form = "negative"
    elif run:
        number.form = "run"
    elif unit in (None, "%") and not found and j < n and w[j] == "‰":
        number.form, number.j, number.end = "per", j + 1, tk.e[j]  # "29.2‰"
        return number
    elif (
        unit in (None, "%") and not found and j + 1 < n and (w[j] == "per" or (w[j] == "/" and tk.e[j] == tk.s[j + 1]))
    ):
        per = magnitude(tk, j + 1)
        if w[j + 1] in SCALE:
            per = Magnitude(SCALE[w[j + 1]], 1.0, j + 2, True, 1.0)  # "0.8 per million"
        if per and per.value >= 100:
            # "15.7 per 100,000": the rate with its base
            number.form, number.j, number.end = "per", per.end, tk.e[per.end - 1]
            return number
    elif unit == "items":
        number.form = "measured"
    if unit == "times" and (number.value or 0) >= 1000:
        number.unit = "items"  # "visited 92.8 billion times" counts visits
    if (
        number.unit == "items"
        and number.j + 1 < n
        and w[number.j] == "-"
        and w[number.j + 1] in ("odd", "plus", "some")
    ):
        number.j, number.end, number.approx = number.j + 2, tk.e[number.j + 1], "over"
    if unit in ("people", "households", None):
        _counted(tk, number)
    return number


def _ranges(tk: Tokens, first: int, j: int, one: Magnitude, two: Magnitude, has_unit: bool, between: bool) -> bool:
    """Tell whether two magnitudes are the ends of a range: "5 to 8 yuan" is one, "by 20 yuan to 123 yuan" is not."""
    if between:
        return True
    low = one.value if one.scale != 1 or two.scale == 1 else one.bare
    if low >= (two.bare if low == one.bare else two.value):
        return False
    before = tk.w[first - 1] if first else ""
    if before in ("by", "up", "down") and two.value > 4 * low:
        return False  # "rose by 1,200 to 38,000"
    if before == "from":
        return first > 1 and tk.w[first - 2].startswith(("rang", "vary", "vari", "span", "run", "anywhere", "anything"))
    if tk.w[j] == "to" and has_unit:
        if "from" in tk.w[max(0, first - 6) : first]:
            return False
        return before not in _BEFORE_RANGE and tk.t[first - 1][:1] != "V" if first else True
    return not (tk.w[j] == "-" and tk.e[j] != tk.s[j + 1] and tk.s[j] == tk.e[j - 1])


def _counted(tk: Tokens, number: Number) -> None:
    """Find what a number without a unit counts, and whether that is people or households."""
    w, t, k, n = tk.w, tk.t, tk.k, tk.n
    j = a = number.j
    last = -1
    while j < n:
        tag = t[j]
        if k[j] == "P":
            if w[j] in "\"'" or (w[j] in "-+" and j > a) or (w[j] == "/" and j > a):
                j += 1
                continue
            if w[j] == "(" and j + 2 < n and w[j + 2] == ")":
                j += 3
                continue
            break
        if tag in _STOP and not (tag == "PRON" and w[j] == "us"):
            break
        if w[j] in _MORE:
            if last >= 0 or j + 1 >= n or w[j + 1] in ("than", ",", ".") or t[j + 1] in _STOP:
                break
            j += 1
            continue
        if tag == "DET" and not (j == a and w[j] in ("such", "other", "another", "more")) and w[j] != "other":
            break
        if tag == "CONJ":
            # "river and forest chiefs" is one noun phrase, "countries and organizations" are two
            if w[j] not in ("and", "or") or last < 0 or _plural(w[last]) or j + 1 >= n or t[j + 1] in _STOP:
                break
            j += 1
            continue
        if tag == "ADV" and last >= 0 and not w[j].endswith("ly"):
            break
        if tag[0] == "V" and last >= 0 and _plural(w[last]):
            break
        if last < 0 and tag == "Vboth" and w[0] == "of" and number.i and w[number.i - 1] == ",":
            break  # "Of the 41 sectors, 39 posted growth"
        if last < 0 and tag == "Ving" and (j + 1 >= n or t[j + 1] in ("PREP", "ADV") or k[j + 1] == "P"):
            break  # "with 480,000 arriving since May"
        if last < 0 and tag in ("Vbase", "Vpast") and not (w[j] in verbs() and verbs()[w[j]].noun_too):
            break  # "four require extra effort"
        if tag == "ADV" or (tag[0] == "V" and j + 1 < n and tag in ("Vboth", "Vpart")):
            j += 1
            continue
        last = j
        j += 1
    if last < 0 or w[a] in _MARKS:
        return  # "passed the 980 million mark" names no things
    head = phrase_before(_PEOPLE, w, last + 1)
    number.noun = (a, last + 1)
    if (w[last + 1 : last + 2] == ["per"] and k[last + 2 : last + 3] == ["N"]) or w[last + 1 : last + 3] == [
        "for",
        "every",
    ]:
        return  # "3.2 doctors per 1,000 people" is a rate, not people
    headed = w[last] == "heads" and w[last + 1 : last + 2] == ["of"] and phrase_before(_PEOPLE, w, min(n, last + 3))
    if head or headed:
        number.unit = "people"
    elif phrase_before(_HOUSEHOLDS, w, last + 1):
        number.unit = "households"
        if last == a:
            number.j, number.end = last + 1, tk.e[last]


def _plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or (word,) in _PEOPLE_WORDS


_PEOPLE_WORDS = {parts for listed in _PEOPLE.values() for parts, _ in listed if len(parts) == 1}


def is_word_number(tk: Tokens, number: Number) -> bool:
    """Tell whether a number is one small number word: "three", "ten"."""
    return number.j == number.i + 1 and (tk.w[number.i] in CARDINAL or tk.w[number.i] in TENS)
