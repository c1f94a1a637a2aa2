"""A number without a printed unit in, the people or households its clause speaks of out."""

from .frames import Frame
from .lexicon import nouns, phrase_before
from .numbers import Number
from .reference import Memory
from .status import heads
from .tokens import Tokens

_PEOPLE, _HOUSEHOLDS, _BODIES = nouns("people"), nouns("households"), nouns("body")


def inherit_unit(
    tk: Tokens, number: Number, frame: Frame, indicator: str, previous: Number | None, memory: Memory
) -> None:
    """Give a number without a noun the people or households its clause speaks of: "rose by nearly 90,000"."""
    if number.unit != "items" or number.noun is not None or number.form not in ("plain", "vague"):
        return

    following = tk.w[number.j : number.j + 2]
    if following[:1] == ["of"] and len(following) > 1 and following[1] in ("them", "these", "whom"):
        number.unit = memory.unit or number.unit
        return
    if previous is not None and following[:1] in (["more"], ["fewer"], ["less"]):
        if previous.unit in ("people", "households"):
            number.unit = previous.unit
        return
    if previous is not None and memory.unit == "people" and tk.t[number.j : number.j + 1] in (["BE"], ["HAVE"]):
        number.unit = memory.unit
        return
    joined = previous is not None and previous.unit == "people" and tk.w[previous.j : number.i].count("and") == 1
    if joined and frame.role == "object" and frame.group is not None and number.i == frame.group.j:
        number.unit = "people"  # "killed 53 people and injured 209"
        return
    head = indicator.split(" of ", 1)[-1] if indicator.startswith(("number of", "total number of")) else ""
    if not head and heads(indicator, _BODIES):
        number.unit = "people"
        return
    if head:
        words = head.lower().split()
        for x in range(1, len(words) + 1):
            if x == len(words) or words[x] in ("in", "of", "who", "with", "from", "that", "at", "for", "per", "on"):
                if phrase_before(_PEOPLE, words, x):
                    number.unit = "people"
                elif phrase_before(_HOUSEHOLDS, words, x):
                    number.unit = "households"
                return
