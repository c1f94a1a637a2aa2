"""The place of a number among the tokens in, its approximator out: over, nearly, about, at least and the like."""

from .lexicon import by_last_word, phrase_at, phrase_before, phrases, rows
from .tokens import Tokens

BEFORE = by_last_word(phrases((r["words"], r["approx"]) for r in rows("approximators")))
AFTER = phrases((r["words"].lstrip("-"), r["approx"]) for r in rows("approximators_after"))
_SKIPPED = frozenset(["the", "a", "an", "only", "another", "further", "just", "last"])
_GOES_UP = frozenset(
    """add adds added adding went go goes going gone rose rise risen climbed grew move moved shot came
    brought tick ticked ticking edge edged inch inched creep crept jump jumped pick picked push pushed
    bump bumped scale scaled step stepped drive drove driven take took taken""".split()
)


def approximated(tk: Tokens, i: int, j: int) -> str | None:
    """Take the tokens and the place of a number, give its approximator or nothing.

    Examples
    --------
    >>> approximated(Tokens("no less than 5 yuan"), 3, 5)
    'at least'
    >>> approximated(Tokens("5 yuan or more"), 0, 2)
    'at least'
    """
    w = tk.w
    after = phrase_at(AFTER, w, j) if j < tk.n else None
    if after is None and j + 1 < tk.n and w[j] == "-" and w[j + 1] in ("odd", "plus", "some"):
        return "over"
    if after and not (w[j] == "at" and j + 2 < tk.n and tk.k[j + 2] == "N"):
        return after[1]
    at = i
    while at and w[at - 1] in _SKIPPED and at > i - 2:
        at -= 1
    hit = phrase_before(BEFORE, w, at) if at else None
    if hit is None:
        return None
    length, approx = hit
    named = w[at - 2 : at] in (["minimum", "of"], ["maximum", "of"], ["cap", "of"]) and length < 3
    if named and "the" in w[max(0, at - 4) : at - 2]:
        return None  # "far above the required minimum of 100 percent"
    before = w[at - length - 1] if at > length else ""
    if w[at - 1] == "to" and before in _GOES_UP:
        # "went up to 53 percent" names the new value, not a bound
        return None
    if (
        at < i
        and w[i - 1] == "the"
        and (approx in ("about", "at most", "nearly") or w[at - 1] in ("above", "below", "over"))
    ):
        return None  # "worry about the 24 measures", "above the 65 percent foreseen"
    denied = before in ("not", "n't", "never") or (before == "be" and w[max(0, at - length - 2)] == "not")
    if denied and approx == "over":
        return "at most"
    return approx
