"""The numbers of a sentence side by side in, what one takes from the other out: kind, movement, status, direction."""

from datetime import date

from .comparison import NOUN
from .frames import Frame
from .numbers import Number
from .outlook import set_against
from .tokens import Tokens
from .when import When

_GOES = frozenset("go come move shift turn develop evolve".split())
_FINITE = frozenset(["BE", "HAVE", "MOD", "Vpast"])


def before_aside(tk: Tokens, numbers: list[Number], at: int) -> int:
    """Give the place of the number that a list goes on from: "3.7% this year (down from 4.2%) and 2.8% next year"."""
    then = at - 1
    if at > 1 and tk.w[numbers[then].j : numbers[then].j + 1] == [")"]:
        opened = tk.w[numbers[at - 2].j : numbers[then].i]
        if "(" in opened and opened[-1] == "from" and numbers[at].unit == numbers[at - 2].unit:
            return at - 2
    return then


def kind_beside(
    tk: Tokens, numbers: list[Number], at: int, prior: int, frame: Frame, kind: str, frames: list[Frame],
    kinds: list[str], figure: str,
) -> str:  # fmt: skip
    """Give the kind of a number as those before it make it; a verb left out gives its movement to the frame.

    `prior` is the place of the number that a list goes on from, `figure` the direction of the growth rate that "the
    figure" points back to, or empty.
    """
    number = numbers[at]
    fell = tk.w[max(0, number.i - 2) : number.i] in (["down", "from"], ["up", "from"])
    fell = fell and number.i > 2 and tk.w[number.i - 3] in (",", "(")
    if at and fell and kind == "share" and kinds[-1] == "growth_rate" and frames[-1].mode == "change":
        kind = "growth_rate"  # "will grow 3.2 percent, down from 3.5 percent in 2022"
    if kind == "share" and figure:
        kind, frame.mode, frame.direction = "growth_rate", "change", figure  # "the figure for cities was 2%"
    if at and not frame.mode and number.noun is None and kinds[-1] == "duration" and set_against(tk, frame.left):
        kind = "duration"  # "lasts 15 minutes instead of 10"
    if frame.role in ("list", "apposition") and frames and not frame.mode and kinds[prior] == "growth_rate":
        # "mining grew 1.8 percent, manufacturing 4.1 percent": the verb is left out, its movement is not
        shared = tk.w[number.j : number.j + 1] != ["of"] and number.unit == numbers[prior].unit
        if shared and _FINITE.isdisjoint(tk.t[numbers[prior].j : number.i]):
            kind, frame.direction, frame.mode = kinds[prior], frames[prior].direction, frames[prior].mode
    return kind


def share_comparison(tk: Tokens, numbers: list[Number], frames: list[Frame], kinds: list[str]) -> None:
    """Give every number of a list the comparison behind its last: "5.9 percent and 8.4 percent higher than in 2023"."""
    listed = False
    for at in range(len(numbers) - 2, -1, -1):
        here, then = frames[at], frames[at + 1]
        if (
            not here.mode
            and then.mode == "diff"
            and numbers[at].unit == numbers[at + 1].unit
            and numbers[at].noun is None
        ) and (
            tk.w[numbers[at].j : numbers[at + 1].i] in (["and"], ["or"], [",", "and"])
            or (listed and tk.w[numbers[at].j : numbers[at + 1].i] == [","])
        ):
            here.mode, here.direction, kinds[at] = then.mode, then.direction, kinds[at + 1]
            listed = True


def compare_ends(tk: Tokens, old: Number, new: Number, frame: Frame) -> None:
    """Give the new value of "went from 350 yuan to 380 yuan" the direction that the two values show."""
    if frame.direction or old.unit != new.unit or old.value is None or new.value is None:
        return
    between = tk.w[old.j : new.i]
    stands = "from" in tk.w[max(0, old.i - 5) : old.i] and "to" in between and len(between) < 6 and "," not in between
    goes = frame.role != "object" or (frame.group is not None and frame.group.verb.lemma in _GOES)
    if goes and stands and old.value != new.value and new.form not in ("run", "rank"):
        frame.mode, frame.direction = "new", "up" if new.value > old.value else "down"


def settle(
    tk: Tokens, numbers: list[Number], frames: list[Frame], statuses: list[str], whens: list[When], held: date | None
) -> bool:
    """Settle what is achieved and what a target by the periods, tell whether anything became a target."""
    for at, number in enumerate(numbers):
        ended = whens[at].last is not None and held is not None and whens[at].last <= held  # type: ignore[operator]
        beside = tk.w[max(0, number.i - 4) : number.i]
        if statuses[at] == "target" and ended and ("compared" in beside or "versus" in beside):
            statuses[at] = "achieved"  # "to 24 percent by 2025, compared with 23 percent in 2020"
        group = frames[at].group
        if statuses[at] == "target" and ended and group is not None and tk.w[group.i] == "could":
            statuses[at] = "achieved"  # "in 2021 it could be found at only 18,000 hospitals"
    ahead = [at for at in range(len(numbers)) if statuses[at] == "achieved" and frames[at].role != "subject"]
    ahead = [at for at in ahead if _to_come(whens[at], held)]
    for at in ahead:
        statuses[at] = "target"
    return bool(ahead)


def _to_come(when: When, held: date | None) -> bool:
    """Tell whether a period has not begun on the day held, so that what is said of it can only be foreseen."""
    return when.first is not None and held is not None and when.first > held


def directions_of(tk: Tokens, numbers: list[Number], frames: list[Frame], kinds: list[str]) -> list[str | None]:
    """Give the direction of each number."""
    directions = [_direction(tk, n, f, k) for n, f, k in zip(numbers, frames, kinds, strict=True)]
    for at in range(1, len(numbers)):
        if frames[at].mode == "old" and kinds[at - 1] == kinds[at] == "growth_rate":
            directions[at] = directions[at] or directions[at - 1]  # "up 7.4%, up from 6.5%": both are growth
    return directions


def named_direction(tk: Tokens, frame: Frame, indicator: str) -> str | None:
    """Give the direction that a growth noun at the head of the subject names: "the decline was 0.7 percent"."""
    subject = tk.words(*frame.group.subject).lower() if frame.group else ""
    for text in (subject, indicator.lower()):
        for word in reversed(text.split(" of ")[0].split(" in ")[0].split()):
            if word in NOUN and word not in ("change", "saving", "savings"):
                return NOUN[word] or None
    return None


def _direction(tk: Tokens, number: Number, frame: Frame, kind: str) -> str | None:
    if number.value == 0 and kind == "growth_rate":
        return "flat"
    if kind == "growth_rate" and frame.mode in ("new", "old") and frame.group is not None:
        # "the decline narrowed to 2.7 percent", "growth slowed to 5 percent": rates of the thing itself
        named = named_direction(tk, frame, "")
        if named:
            return named
    if frame.mode == "old" or kind in ("rank", "policy_count") or number.form == "run":
        return None
    return frame.direction or None
