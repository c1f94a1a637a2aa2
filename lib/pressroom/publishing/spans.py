"""Marks on a text that may overlap in, the stretches that carry the same marks out."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True)
class Mark(Generic[Name]):
    """A half-open stretch of a text and what is said of it."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True)
class Stretch(Generic[Name]):
    """A stretch of text between two edges; `marks` are all that cover it, the shortest first."""

    start: int
    end: int
    marks: tuple[Mark[Name], ...]


def stretches(start: int, end: int, marks: Iterable[Mark[Name]]) -> Iterator[Stretch[Name]]:
    """Cut `start` to `end` wherever a mark begins or ends.

    HTML elements nest; marks on a text do not. So nothing is nested: the text is cut at every edge, and each
    stretch names all the marks that lie on it.

    Parameters
    ----------
    start, end : int
        The half-open stretch to cut.
    marks : iterable of Mark
        In any order; they may overlap, repeat, be empty (these are left out) or reach beyond the stretch.

    Yields
    ------
    Stretch
        In order, without gap or overlap, none empty.

    Examples
    --------
    >>> for piece in stretches(0, 6, [Mark(1, 4, "a"), Mark(3, 5, "b")]):
    ...     print(piece.start, piece.end, [mark.name for mark in piece.marks])
    0 1 []
    1 3 ['a']
    3 4 ['b', 'a']
    4 5 ['b']
    5 6 []
    """
    clipped = [(max(m.start, start), min(m.end, end), m) for m in marks]
    waiting = sorted(((a, b, m) for a, b, m in clipped if a < b), key=lambda item: item[0], reverse=True)
    edges = sorted({start, end, *(a for a, _, _ in waiting), *(b for _, b, _ in waiting)})
    open_now: list[tuple[int, Mark[Name]]] = []
    for left, right in pairwise(edges):
        open_now = [(b, m) for b, m in open_now if b > left]
        while waiting and waiting[-1][0] == left:
            _, b, mark = waiting.pop()
            open_now.append((b, mark))
        on = sorted((m for _, m in open_now), key=lambda m: (m.end - m.start, m.start))
        yield Stretch(left, right, tuple(on))
