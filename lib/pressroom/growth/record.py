"""One figure as it is handed on, and what a paragraph carries from sentence to sentence."""

from dataclasses import dataclass
from datetime import date

from .dates import Context
from .period import Period
from .reference import Memory


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what it says; offsets are into the turn's text. `doubts` are codes of `doubts.CODES`."""

    sentence: int
    start: int
    end: int
    text: str
    quote_start: int
    quote_end: int
    quote: str
    value: float | None
    value_high: float | None
    unit: str
    kind: str
    status: str
    direction: str | None
    indicator: str | None
    place: str | None
    approx: str | None
    period_text: str | None
    period_start: date | None
    period_end: date | None
    basis: str | None
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class Paragraph:
    """What is carried from sentence to sentence: the period, what was spoken of, what was counted."""

    context: Context
    memory: Memory
    carried: Period | None = None
    counted: bool = False
    parked: Period | None = None
    behind: tuple[tuple[int, int], ...] = ()
