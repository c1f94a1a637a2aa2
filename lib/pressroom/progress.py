"""Rows in, the same rows out, and before somebody who waits a bar that says how far the work is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

Row = TypeVar("Row")

PATIENCE_SECONDS = 1.0  # what is done sooner needs no bar


def tracked(rows: Iterable[Row], what: str, total: int | None = None) -> Iterator[Row]:
    """Pass rows on; work that takes longer than a second shows a bar on stderr, if somebody is watching.

    Parameters
    ----------
    rows : iterable
    what : str
        What is being done, such as `reading pages`.
    total : int, optional
        How many rows there are, where `rows` cannot tell.

    Yields
    ------
    object
        Each row, as it was given.

    Examples
    --------
    >>> list(tracked([1, 2, 3], "counting"))
    [1, 2, 3]
    """
    n = total if total is not None else len(rows) if isinstance(rows, Sized) else None
    if not is_watched():
        yield from rows
        return
    from tqdm import tqdm

    yield from tqdm(rows, desc=what, total=n, delay=PATIENCE_SECONDS, leave=False, file=sys.stderr)


def is_watched() -> bool:
    """Whether stderr is a terminal or a notebook open in JupyterLab; what is executed unseen keeps no bar."""
    return sys.stderr.isatty() or "JPY_SESSION_NAME" in os.environ
