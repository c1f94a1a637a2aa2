"""What stands around a number in, out whether it is promised, foreseen, compared with or laid down by a rule."""

from .frames import Frame
from .lexicon import phrase_in, phrases, rows
from .numbers import Number
from .tokens import Tokens

_PROMISED = frozenset("foreseen planned pledged promised envisaged projected".split())
_AHEAD = frozenset("planned projected expected proposed".split())
_PROJECTIONS = frozenset("projection projections forecast forecasts scenario".split())
_GOALS = frozenset("target targets goal goals aim objective".split())
_RULE = phrases((r["words"], "rule") for r in rows("cues") if r["cue"] == "rule")


_AGAINST = {("compared", "with"), ("compared", "to"), ("instead", "of"), ("rather", "than")}


def set_against(tk: Tokens, left: int) -> bool:
    """Tell whether a number is what another is set against: "compared with 15,800", "instead of four"."""
    w = tk.w
    while left and (tk.t[left - 1] in ("ADV", "DET") or w[left - 1] in ("just", "only")):
        left -= 1
    near = tuple(w[max(0, left - 3) : left])
    return left > 0 and (w[left - 1] in ("against", "versus") or near[-2:] in _AGAINST or near[:2] in _AGAINST)


def promised(tk: Tokens, number: Number) -> bool:
    """Tell whether what is counted is said to be promised: "360 billion yuan that was pledged", "5% foreseen"."""
    ahead = tk.w[max(0, number.i - 6) : number.i]
    if "of" in ahead and not _AHEAD.isdisjoint(ahead[: ahead.index("of")][-3:]):
        return True  # "with a planned investment of 340 billion yuan"
    for x in range(number.j, min(tk.n, number.j + 8)):
        if tk.k[x] == "P" or tk.k[x] == "N":
            return False
        if tk.w[x] in _PROMISED and tk.w[x - 1] != "than":
            if tk.w[x] == "planned" and x < number.j + 3:
                return True
            return tk.t[x + 1 : x + 2] != ["NOUN"] and tk.w[x - 1] not in ("and", "or")
        if tk.t[x][0] == "V" and tk.t[x] not in ("Vboth", "Vbase", "Vs"):
            return False
    return False


def in_a_projection(tk: Tokens, number: Number) -> bool:
    """Tell whether a clause says whose forecast it gives: "In the median projection, prices rise ..."."""
    for x in range(max(1, number.i - 24), number.i):
        if tk.w[x] in _PROJECTIONS and not {"in", "under", "on"}.isdisjoint(tk.w[max(0, x - 3) : x]):
            return True
    return False


def goal_before(tk: Tokens, number: Number, frame: Frame) -> bool:
    """Tell whether a goal stands right before a number: "a target of 5%", "its goal at about 6%"."""
    if _GOALS.isdisjoint(tk.w[max(0, number.i - 7) : number.i]):
        return False
    for x in range(number.i - 1, max(-1, number.i - 8), -1):
        if tk.w[x] in _GOALS:
            rest = tk.w[x + 1 : max(frame.left, x + 1)]
            return len(rest) < 7 and (not rest or rest[0] in ("of", "at", "is", "was", "such", "for", "to", ",", "set"))
    return False


def goal_after(tk: Tokens, number: Number) -> bool:
    """Tell whether a number qualifies a goal: "fulfilling the 80% development target"."""
    for x in range(number.j, min(tk.n, number.j + 4)):
        if tk.w[x] in _GOALS:
            return number.i > 0 and tk.t[number.i - 1] == "DET"
        if tk.t[x] not in ("NOUN", "Ving", "Vboth") or tk.k[x] != "W":
            return False
    return False


def cued(tk: Tokens, number: Number) -> bool:
    """Tell whether words of law stand beside a number: by law, eligible, valid for, a rule."""
    return phrase_in(_RULE, tk.w[max(0, number.i - 12) : number.j + 14])
