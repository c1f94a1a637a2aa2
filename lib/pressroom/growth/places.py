"""A number in its clause in, the place it is about out, when the sentence says it beside the subject."""

from .numbers import Number
from .numerals import CARDINAL
from .tokens import Tokens
from .verbgroups import Group

_AREAS = frozenset(
    "city province county region area areas country countries district township village regions cities provinces zone"
    " mainland world nation prefecture municipality counties states state delta island places".split()
)


def place_of(tk: Tokens, number: Number, groups: list[Group], indicator: str) -> str | None:
    """Take a number, give the words of a place after "in" in its sentence that the indicator does not hold.

    Examples
    --------
    >>> from .numbers import find_numbers
    >>> tk = Tokens("In Harbin, 230,000 households have taken part")
    >>> place_of(tk, find_numbers(tk, bytearray(tk.n))[0], [], "households")
    'Harbin'
    """
    w, n = tk.w, tk.n
    lowered = indicator.lower()
    for x in range(n - 1):
        if w[x] not in ("in", "across", "throughout"):
            continue
        a = x + 1
        while a < n and w[a] in ("the", "our", "some", "all", "many"):
            a += 1
        b = a
        while b < n and tk.k[b] == "W" and (tk.plain[tk.s[b]].isupper() or tk.t[b] == "NOUN") and b < a + 4:
            b += 1
            if w[b - 1] in _AREAS:
                break
        if b == a or w[a] in _MONTHS or w[a] in CARDINAL or tk.k[a] != "W":
            continue
        named = (
            tk.plain[tk.s[a]].isupper()
            and b - a <= 3
            and all(tk.plain[tk.s[y]].isupper() or w[y] in _AREAS for y in range(a, b))
        )
        if (named or w[b - 1] in _AREAS) and tk.words(a, b).lower() not in lowered:
            return tk.words(a, b)
    return None


_MONTHS = frozenset(
    "january february march april may june july august september october november december q1 q2 q3 q4".split()
)
