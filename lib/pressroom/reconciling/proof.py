"""Rows checked and failures in, what `pressroom verify` prints out."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from ..prose import counted

SHOWN = 60  # characters of a cell that a failure shows


@dataclass(frozen=True)
class Failure:
    """A cell that does not stand in its source: which, what the row says, what is there."""

    table: str
    doc_id: str
    row: str
    what: str
    expected: str
    found: str

    def __str__(self) -> str:
        return (
            f"{self.table}: {self.doc_id}, {self.row}: {self.what}: "
            f"expected {_short(self.expected)}, found {_short(self.found)}"
        )


@dataclass
class Proof:
    """What was checked and what did not hold.

    Attributes
    ----------
    n_rows : dict of str to int
        Table to the number of its rows that were checked.
    failures : list of Failure
    notes : list of str
        What could not be checked, and why.
    """

    n_rows: dict[str, int] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether there was something to check and all of it holds."""
        return bool(self.n_rows) and not self.failures

    def __str__(self) -> str:
        failed = [f.table for f in self.failures]
        width = max(map(len, self.n_rows), default=0)
        lines = [
            f"{name.ljust(width)}  {counted(n, 'row')} checked"
            + (f", {counted(failed.count(name), 'failure')}" if name in failed else "")
            for name, n in self.n_rows.items()
        ]
        return "\n".join([*lines, *self.notes, *map(str, self.failures)])


def _short(cell: str) -> str:
    return repr(cell if len(cell) <= SHOWN else cell[: SHOWN - 1] + "…")


def unaccounted(parts: pd.DataFrame, text: str) -> int:
    """The parts of one document and its text in, the characters out that are in no part, or in more than one.

    White space may lie between the parts.

    Examples
    --------
    >>> unaccounted(pd.DataFrame({"start": [0], "end": [5]}), "title speech")
    6
    """
    times = bytearray(len(text))
    for start, end in parts[["start", "end"]].itertuples(index=False):
        times[start:end] = bytes(min(n + 1, 2) for n in times[start:end])
    return sum(n != 1 for n, c in zip(times, text, strict=True) if not c.isspace())
