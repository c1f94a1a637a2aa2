"""The numbers of a sentence in, the units left out of lists and comparisons put back: "from 5 to 10 percent"."""

import itertools
from typing import TYPE_CHECKING

from .lexicon import phrase_at
from .tokens import Tokens
from .units import TIMES, UNITS

if TYPE_CHECKING:
    from .numbers import Number

_TO_UNIT = frozenset("to from versus vs against with than at".split())


def share_units(tk: Tokens, found: list["Number"]) -> None:
    """In "9.7, 10.3 and 11.1 trillion yuan" every number has the unit and the scale of the last."""
    for left, right in itertools.pairwise(found):
        if (
            tk.w[left.j : right.i] in (["to"], ["from"], [",", "down", "from"], [",", "up", "from"])
            and left.unit in TIMES
            and right.unit == "items"
            and right.noun is None
        ):
            right.unit = left.unit  # "from five years to two"
        elif (
            tk.w[left.j : right.i] == ["to"]
            and left.unit == "%"
            and "from" in tk.w[max(0, left.i - 2) : left.i]
            and (right.unit == "items" and right.noun is None and right.scaled == 1 and right.form == "plain")
        ):
            right.unit = left.unit  # "from 9 percent to 3"
        elif left.form == "per" and right.noun is None and right.form == "plain" and _set_beside(tk, left, right):
            right.form = "per"  # "from 7.2 per 100,000 live births in 1987 to 15.9"
        elif _measures_the_same(tk, left, right):
            right.unit = left.unit  # "440 million kilowatts versus 418 million"
        elif _counts_the_same(tk, left, right):
            left.unit, left.noun = right.unit, right.noun  # "two crewed and two cargo missions"
    shared = False
    for left, right in zip(reversed(found[:-1]), reversed(found), strict=False):
        between = tk.w[left.j : right.i]
        # a lone comma is no list: "reached 645,000, 1.7 times that of 2012"
        joined = "and" in between or "or" in between or (shared and between == [","])
        from_to = between == ["to"] and "from" in tk.w[max(0, left.i - 3) : left.i]
        joined = joined or from_to
        bare = left.unit == "items" and left.noun is None and left.form in ("plain", "negative")
        listed = joined and bare and (from_to or _one_list(between))
        shared = listed and not (right.unit == "%" and (left.value or 0) >= 1000)
        if shared and (right.unit != "items" or right.noun):
            scale = right.scaled if left.scaled == 1 else 1.0
            left.unit, left.noun, left.scaled = right.unit, right.noun, right.scaled
            left.value = None if left.value is None else round(left.value * scale * _factor(tk, right), 9)


def _counts_the_same(tk: Tokens, left: "Number", right: "Number") -> bool:
    """Tell whether a number and one adjective wait for the noun of the next: "two crewed and two cargo missions"."""
    bare = left.unit == "items" and left.noun is None and left.form == "plain"
    return bare and right.noun is not None and tk.w[left.j + 1 : right.i] == ["and"] and tk.t[left.j] != "PREP"


def _measures_the_same(tk: Tokens, left: "Number", right: "Number") -> bool:
    """Tell whether a bare number is set against a measured one before it: "85 billion yuan, up from 72 billion"."""
    measured = left.unit not in ("items", "%", "times", "rank", "people", "households", *TIMES) and left.noun is None
    bare = right.unit == "items" and right.noun is None and right.form == "plain" and tk.k[right.i] == "N"
    if not measured or not bare or "point" in left.unit:
        return False
    between = [x for x in tk.w[left.j : right.i] if x not in ("about", "over", "nearly", "around", "just", "some")]
    if not between or len(between) > 8:
        return False
    if right.scaled == 1 and left.scaled > 1:
        return False
    if (
        between == [","]
        and right.scaled > 1
        and tk.w[right.j : right.j + 1] in (["more"], ["less"], ["higher"], ["lower"])
    ):
        return True  # "23 billion cubic meters, 3 billion more than last year"
    return between[-1] in _TO_UNIT and ";" not in between


def _set_beside(tk: Tokens, left: "Number", right: "Number") -> bool:
    """Tell whether a number is what another went to or came from: "from 80 per 100,000 in 1990 to 15", "up from 12"."""
    between = tk.w[left.j : right.i]
    return right.unit == left.unit and between[-1:] in (["to"], ["from"]) and len(between) < 9 and ";" not in between


def _one_list(between: list[str]) -> bool:
    """Tell whether only commas and one joining word part two numbers; ", or" says the first again."""
    return all(x in (",", "and", "or") for x in between) and not ("or" in between and "," in between)


def _factor(tk: Tokens, number: "Number") -> float:
    """Give the factor of the unit a number is printed with (GW: a million kW)."""
    for j in range(number.i, number.j):
        hit = phrase_at(UNITS, tk.w, j)
        if hit and tk.k[j] == "W":
            return float(hit[1].partition("|")[2])
    return 1.0
