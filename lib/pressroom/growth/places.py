"""A number in its clause in, the place it is about out, when the sentence says it beside the subject."""

from .numbers import Number
from .numerals import CARDINAL
from .tokens import Tokens
from .verbgroups import Group

_AREAS = frozenset(
    "city province county region area areas countries district township village regions cities provinces zone"
    " mainland prefecture municipality counties states state delta island islands places city's villages towns".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december q1 q2 q3 q4".split()
)
# capitals that name no place
_NO_PLACE = frozenset("index plan report initiative fund act law agreement forum summit congress committee".split())
_STATES = frozenset("us uk eu uae usa asean africa".split())
_OPENERS = frozenset("the our some all many both other these those most".split())


def place_of(tk: Tokens, number: Number, groups: list[Group], indicator: str) -> str | None:
    """Take a number, give the words of a place after "in" in its sentence that the indicator does not hold.

    The nearest place before the number wins, then the nearest after it; a semicolon ends the search.

    Examples
    --------
    >>> from .numbers import find_numbers
    >>> tk = Tokens("In Harbin, 230,000 households have taken part")
    >>> place_of(tk, find_numbers(tk, bytearray(tk.n))[0], [], "households")
    'Harbin'
    """
    opened = tk.spots(_IN)
    if not opened:
        return None
    lowered = indicator.lower()
    for x in (*(x for x in reversed(opened) if x < number.i), *(x for x in opened if number.j <= x < tk.n - 1)):
        found = _named(tk, x + 1, number.form in ("rank", "run"))
        if found and found.lower() not in lowered:
            return found
    return None


_IN = frozenset(["in", "across", "throughout"])


def _named(tk: Tokens, a: int, ranked: bool) -> str:
    """Give the place whose name begins at a token: "Harbin", "rural areas"; "the world" is one for a rank only."""
    w, n = tk.w, tk.n
    while a < n and w[a] in _OPENERS:
        a += 1
    if ranked and w[a : a + 1] and w[a] in ("world", "country", "nation"):
        return w[a]
    b = a
    while b < n and b < a + 4 and (tk.k[b] == "W" and (tk.plain[tk.s[b]].isupper() or tk.t[b] in ("NOUN", "Vboth"))):
        b += 1
        if w[b - 1] in _AREAS:
            break
    if b == a or w[a].partition("-")[0] in _MONTHS or w[a] in CARDINAL or not _NO_PLACE.isdisjoint(w[a:b]):
        return ""
    upper = [tk.plain[tk.s[y]].isupper() for y in range(a, b)]
    named = b - a <= 3 and all(up or w[y] in _AREAS for up, y in zip(upper, range(a, b), strict=True)) and upper[0]
    if named and tk.words(a, b).isupper() and w[a] not in _STATES:
        return ""  # "in GDP"
    if b - a == 1 and w[a] in ("places", "areas", "regions"):
        return ""
    return tk.words(a, b) if named or w[b - 1] in _AREAS else ""
