"""A period of the sentence before in, out whether the next sentence plainly goes on with it."""

from datetime import date

from .frames import Frame
from .numbers import Number
from .period import Period
from .tokens import Tokens
from .units import TIMES
from .verbgroups import Group


def carries(
    tk: Tokens,
    period: Period,
    numbers: list[Number],
    at: int,
    frames: list[Frame],
    status: str,
    groups: list[Group],
    held: date | None,
) -> bool:
    """Tell whether the list of the sentence before goes on: same paragraph, same tense, same sort of period."""
    first, last = period.span(status != "achieved")
    frame = frames[at]
    if status == "rule" or tk.w[0] in ("under", "when", "if", "but", "however"):
        return tk.w[0] != "under" and status == "rule" and period.role == "since" and frame.mode == "new"
    if held is not None and first is not None and last is not None:
        if status == "target":
            return last > held and period.aimed
        if first >= held and period.spec[0] != "now":
            return False
    aside = frame.group is not None and frame.group.relative
    tense = ("" if aside else plain_tense(frame.group, groups)) or _sentence_tense(groups)
    runs = any(n.form == "run" or (n.unit in TIMES and tk.w[n.i - 1 : n.i] == ["for"]) for n in numbers if n.i)
    if runs and (tense != "past" or tk.w[frame.group.i if frame.group else 0] == "had"):
        return False
    if period.spec[0] == "now" or status == "target":
        return False
    if tk.w[0] in ("that", "this", "that's", "it's") and tense == "pres" and period.role == "span":
        return True  # "That is 0.4 points lower than in 2022"
    if tense in ("pres", "perf") and is_state(period):
        return True
    if tense in ("pres", "modal"):
        return False
    if tense == "perf":
        return period.role == "since"
    if period.role == "point" and frame.mode == "change" and number_is_points(numbers):
        return False
    if tense == "past":
        return period.role in ("span", "point")
    return period.role in ("span", "point", "since")


def is_state(period: Period) -> bool:
    """Tell whether a period is the day up to which a state is told: "as of yesterday", "by the end of May"."""
    return period.role == "point" and period.i == 0 and period.spec[0] in ("end", "days", "relative")


def number_is_points(numbers: list[Number]) -> bool:
    """Tell whether a sentence speaks of points first: what moved by points did so over time, not on one day."""
    return numbers[0].unit in ("percentage points", "basis points")


def plain_tense(group: Group | None, groups: list[Group]) -> str:
    """Give the tense of a verb; of a participle or an infinitive that of the verb before it."""
    while group is not None and group.tense in ("ing", "inf"):
        at = groups.index(group)
        group = groups[at - 1] if at else None
    return group.tense if group is not None else ""


def _sentence_tense(groups: list[Group]) -> str:
    """Give the tense of the main verb for a number that has none: "Of the 20 billion pledged, half has been paid"."""
    plain = [g for g in groups if g.tense not in ("ing", "inf") and not g.relative]
    return plain[-1].tense if plain else ""
