"""A number without a printed unit in, the people or households its clause speaks of out."""

from .frames import Frame
from .kinds import heads
from .lexicon import nouns, phrase_before
from .nounphrases import MONEY
from .numbers import Number
from .reference import Memory
from .tokens import Tokens
from .units import unit_at

_PEOPLE, _HOUSEHOLDS, _BODIES = nouns("people"), nouns("households"), nouns("body")


_HEAD_ENDS = frozenset("in of who with from that at for per on".split())
_AMOUNTS = frozenset("amount figure total volume sum it value balance".split())


def _in_a_ratio(tk: Tokens, number: Number) -> bool:
    """Tell whether the clause speaks of a ratio: "the ratio of jobs to seekers, which stood at 2, is back to 1.2"."""
    w = tk.w
    for x in range(max(0, number.i - 20), number.i - 2):
        if w[x] == "ratio" and w[x + 1] in ("of", "between"):
            return not any(mark in (";", ".") for mark in w[x : number.i])
    return False


def inherit_unit(
    tk: Tokens, number: Number, frame: Frame, indicator: str, previous: Number | None, memory: Memory
) -> None:
    """Give a number without a noun the people or households its clause speaks of: "rose by nearly 90,000"."""
    if number.unit != "items" or number.noun is not None or number.form not in ("plain", "vague"):
        return

    if number.scaled == 1 and (number.value or 0) < 100 and _in_a_ratio(tk, number):
        number.unit = "times"
        return
    told = tk.words(*frame.group.subject).lower().split() if frame.group else []
    measured = previous is not None and previous.unit not in ("items", "%", "times", "rank", "people", "households")
    if measured and number.scaled > 1 and frame.role == "object" and told and told[-1] in _AMOUNTS:
        number.unit = previous.unit if previous else number.unit  # "the amount came to 1.4 trillion"
        return
    following = tk.w[number.j : number.j + 2]
    if following[:1] == ["of"] and len(following) > 1 and following[1] in ("them", "these", "those", "whom"):
        number.unit = memory.unit or number.unit
        return
    if following in (["of", "you"], ["of", "us"]) or following[:1] == ["who"] or "living" in following:
        number.unit = "people"
        return
    again = previous is not None and tk.w[previous.j : number.i][-2:] == [",", "or"]
    again = again or (
        previous is not None and previous.noun is not None and tk.w[previous.noun[1] : number.i] == [",", "or"]
    )
    if again and previous is not None and previous.unit in ("people", "households"):
        number.unit = previous.unit  # "1 million farmers, or 200,000 a year"
        return
    before = tk.w[number.i - 1] if number.i else ""
    if before in ("another", "further") and frame.mode == "" and memory.unit in ("people", "households"):
        number.unit = memory.unit
        return
    if previous is not None and following[:1] in (["more"], ["fewer"], ["less"]):
        if previous.unit in ("people", "households"):
            number.unit = previous.unit
        return
    after = number.j + 2 * (following[:1] == ["in"] and following[1:] in (["total"], ["all"]))
    changed = previous is not None and previous.unit in ("people", "households") and frame.mode == "noun"
    if changed and previous is not None and frame.link == "of" and ";" not in tk.w[previous.j : number.i]:
        number.unit = previous.unit  # "there were 108 million students, an increase of 1.4 million"
        return
    verbal = tk.t[after : after + 1]
    if (
        memory.unit == "people"
        and verbal
        and ((previous is not None and verbal[0] in ("BE", "HAVE", "Ving")) or verbal[0] in ("Vbase", "Vpast", "MOD"))
    ):
        number.unit = memory.unit
        return
    joined = previous is not None and previous.unit == "people" and tk.w[previous.j : number.i].count("and") == 1
    if joined and frame.role == "object" and frame.group is not None and number.i == frame.group.j:
        number.unit = "people"  # "killed 53 people and injured 209"
        return
    moved = frame.group is not None and frame.group.verb.role in ("level", "move", "raise")
    if moved and frame.role == "object" and heads(indicator, _PEOPLE) and " per " not in indicator:
        number.unit = "people"  # "5G users have passed the 980 million mark"
        return
    head = indicator.split(" of ", 1)[-1] if indicator.startswith(("number of", "total number of")) else ""
    if not head and heads(indicator, _BODIES):
        number.unit = "people"
        return
    if head:
        words = head.lower().split()
        for x in range(1, len(words) + 1):
            acting = x < len(words) and words[x].endswith(("ing", "ed"))  # "people living in huts"
            if x == len(words) or words[x] in _HEAD_ENDS or (acting and phrase_before(_PEOPLE, words, x)):
                if phrase_before(_PEOPLE, words, x):
                    number.unit = "people"
                elif phrase_before(_HOUSEHOLDS, words, x):
                    number.unit = "households"
                return


def inherit_money(tk: Tokens, numbers: list[Number], at: int) -> None:
    """Give a large bare number the money of its list: "imports stood at 8 billion yuan, exports at 12 billion"."""
    number = numbers[at]
    bare = number.unit == "items" and number.noun is None and number.form == "plain" and number.scaled >= 1e6
    ends = number.j >= tk.n or tk.k[number.j] == "P" or tk.t[number.j] in ("CONJ", "PREP", "ADV")
    if bare and ends:
        listed = (n.unit for n in reversed(numbers[:at]) if n.unit not in ("%", "times", "rank", *_POINTS))
        measured = next(listed, "") or _told_money(tk)
        number.unit = measured if measured in MONEY else number.unit


def _told_money(tk: Tokens) -> str:
    """Give the money a sentence opens with: "In US dollars, sales came to 146 billion", "In RMB terms, ..."."""
    found, j = unit_at(tk, 1) if tk.w[:1] == ["in"] else (None, 0)
    return found[0] if found and tk.w[j : j + 1] in ([","], ["terms"], ["value"]) else ""


_POINTS = ("percentage points", "basis points")
