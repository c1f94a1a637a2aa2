"""What a report is made of, whatever its format: headings, paragraphs, lists, tables and pictures."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

# Sizes of letters in a table, largest first, and how many letters of each stand on a line of A4.
PORTRAIT_PT = ((8.5, 108), (7.5, 124))
LANDSCAPE_PT = ((8.5, 166), (7.5, 190), (6.5, 220))
COLUMN_GAP, LONGEST_WORD = 2, 20  # in letters; a longer word, such as an address, is broken
FULL_WIDTH_PX = 1600  # a chart 8 inches wide at 200 dots an inch fills the line
NAME, BRIEF, LENGTHY = 13, 16, 60  # letters
NUMBER = re.compile(r"[-+−]?[\d,.]*\d[\d,.]*\s?%?|")


@dataclass(frozen=True)
class Run:
    """Words in one style; a line break is `\\n`."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 begins a section of the report."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text, or words that are quoted."""

    runs: Runs
    quoted: bool = False


@dataclass(frozen=True)
class Item:
    """A line of a list."""

    runs: Runs
    ordered: bool = False
    depth: int = 1


@dataclass(frozen=True)
class Code:
    """Text printed as it stands."""

    text: str


@dataclass(frozen=True)
class Grid:
    """A table: names of the columns, and rows of cells."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: str = ""

    def numeric(self, column: int) -> bool:
        """Whether every cell of a column is a number or empty, and one is a number."""
        cells = ["".join(run.text for run in row[column]).strip() for row in self.rows if column < len(row)]
        return any(cells) and all(NUMBER.fullmatch(cell) for cell in cells)

    def brief(self, column: int) -> bool:
        """Whether every cell of a column is a word or two, which look better unbroken: a day, a name, a number."""
        return all(len(plain(row[column])) <= BRIEF for row in self.rows if column < len(row))

    def lengthy(self, column: int) -> bool:
        """Whether some cell of a column holds a sentence, which needs room."""
        return any(len(plain(row[column])) > LENGTHY for row in self.rows if column < len(row))

    @cached_property
    def width(self) -> int:
        """The number of columns."""
        return max([len(self.head), *(len(row) for row in self.rows)])

    @property
    def is_wide(self) -> bool:
        """Whether some cell has to be broken into lines; a narrower table is not stretched."""
        return sum(self._longest(len)) + COLUMN_GAP * self.width > PORTRAIT_PT[0][1]

    @cached_property
    def is_landscape(self) -> bool:
        """Whether the longest words of all columns stand side by side only on a page that is turned."""
        return self._needed > PORTRAIT_PT[-1][1]

    @cached_property
    def size_pt(self) -> float:
        """The size of letters at which the longest words of all columns stand side by side on a line."""
        sizes = self._sizes
        return next((size for size, most in sizes if self._needed <= most), sizes[-1][0])

    def widths(self) -> list[float]:
        """How wide to print each column, in letters: room for its longest word, and what is left to long texts."""
        if not self.is_wide:
            return [float(n + COLUMN_GAP) for n in self._longest(len)]
        words, lines = self._longest(_unbroken), self._longest(len)
        left = max(dict(self._sizes)[self.size_pt] - self._needed, 0)
        wish = [max(line - word, 0) ** 0.6 for word, line in zip(words, lines, strict=True)]
        return [w + COLUMN_GAP + left * x / (sum(wish) or 1) for w, x in zip(words, wish, strict=True)]

    @cached_property
    def _needed(self) -> int:
        return sum(self._longest(_unbroken)) + COLUMN_GAP * self.width

    @property
    def _sizes(self) -> tuple[tuple[float, int], ...]:
        return LANDSCAPE_PT if self.is_landscape else PORTRAIT_PT

    def _longest(self, measure: Callable[[str], int]) -> list[int]:
        rows = (self.head, *self.rows)
        return [max([measure(plain(row[n])) for row in rows if n < len(row)] + [2]) for n in range(self.width)]


@dataclass(frozen=True)
class Picture:
    """A chart as PNG, what it shows in words, and its caption; `number` counts the pictures of a report."""

    png: bytes
    alt: str
    caption: str = ""
    number: int = 0

    def width_mm(self, line_mm: float, page_mm: float) -> float:
        """How wide to print it: at the size it was drawn for, but no wider than a line and no higher than a page."""
        width_px, height_px = struct.unpack(">II", self.png[16:24])  # where every PNG says so
        drawn_mm = min(line_mm, line_mm * width_px / FULL_WIDTH_PX)
        return float(min(drawn_mm, page_mm * width_px / height_px))


def _unbroken(text: str) -> int:
    """The letters of a cell that should stand on one line: a name or a day whole, of a sentence its longest word."""
    if len(text) <= NAME:
        return len(text)
    return min(max(map(len, text.split()), default=0) + 1, LONGEST_WORD)  # a bold head is a letter wider


Block = Heading | Paragraph | Item | Code | Grid | Picture


def plain(runs: Sequence[Run]) -> str:
    """The words of runs without their style.

    Examples
    --------
    >>> plain([Run("5 "), Run("%", bold=True)])
    '5 %'
    """
    return "".join(run.text for run in runs)
