"""A number in its frame in, the shortest clause that carries it and can stand alone out, as tokens."""

from bisect import bisect_left

from .frames import Frame
from .numbers import Number
from .tokens import Tokens
from .verbgroups import HARD, Group

_ENDS = HARD | {","}
_JOINS = frozenset(["and", "while", "but"])
_CUTS = _ENDS | _JOINS


def quote_of(tk: Tokens, number: Number, frame: Frame, groups: list[Group], mark: bytearray) -> tuple[int, int]:
    """Take a number, give the first token and the token after the last of its quote."""
    w, n = tk.w, tk.n
    a, b = number.i, number.j
    group = frame.group
    cuts = tk.spots(_CUTS)
    at = bisect_left(cuts, a)
    while at and (w[cuts[at - 1]] in _JOINS or mark[cuts[at - 1]]):
        at -= 1
    a = cuts[at - 1] + 1 if at else 0
    if group is not None and frame.role in ("object", "apposition", "list") and not group.relative:
        start = group.subject[0] if group.subject[1] > group.subject[0] else group.i
        stands = (
            frame.role == "apposition"
            and a < number.i
            and (
                tk.t[a] in ("Ving", "REL")
                or w[a] in ("a", "an", "which", "or", "with", "including", "compared", "against")
            )
        )
        # "prices rose 2 percent; clothing up by 1.1 percent": behind a semicolon a fragment with its own thing stands
        stands = stands or (
            any(tk.w[x] in HARD for x in range(group.j, a)) and any(tk.t[x] == "NOUN" for x in range(a, number.i))
        )
        if (not stands and start <= a) or (group.j <= number.i and start > a):
            a = start
    elif frame.role == "subject" and group is not None:
        a = max(a, group.subject[0]) if group.subject[0] <= number.i else a
    while a < number.i and (tk.t[a] == "CONJ" or w[a] in _ENDS):
        a += 1
    reach = group.j if frame.role == "subject" and group is not None else number.j
    b = max(b, reach)
    for x in cuts[bisect_left(cuts, b) :]:
        if _new_clause(tk, x, groups, mark) if w[x] in _JOINS else not mark[x]:
            return a, x
    return a, max(b, n)


def _new_clause(tk: Tokens, at: int, groups: list[Group], mark: bytearray) -> bool:
    """Tell whether a verb with its subject follows a joining word before the next mark."""
    for g in groups:
        if g.i > at and g.tense not in ("ing", "inf"):
            if g.subject[1] > g.subject[0] and g.subject[0] < at:
                return False
            return not any(tk.w[x] in _ENDS for x in range(at, g.i))
    return tk.w[at] == "while"
