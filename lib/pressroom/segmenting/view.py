"""A text and whom it may name in, what the finders of labels look at, out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from .. import patterns
from .names import is_asker_of, sort_of, split_role

Outlets = dict[str, tuple[str, str]]
SAMPLE = 300_000  # characters


@dataclass(slots=True)
class Label:
    """A printed name: its span with colon and marks, its words, and what sort of name it is."""

    start: int
    end: int
    text: str
    name: str
    sort: str
    own_line: bool = False
    inside: bool = False  # in the middle of a paragraph, after a stop
    bare: bool = False  # without a colon or marks: only a name


@dataclass
class View:
    """What a dialect looks at: the text, and whom and which outlets a label may mean."""

    text: str
    known: frozenset[str]
    outlets: Outlets
    seen: dict[str, tuple[str, str | None]] = field(default_factory=dict)

    def read(self, printed: str) -> tuple[str, str | None]:
        """A printed label's plain name and its sort."""
        told = self.seen.get(printed)
        if told is None:
            name, role = split_role(printed)
            sort = sort_of(name, self.known, self.outlets)
            if sort in ("person", "word") and role and is_asker_of(role, self.outlets):
                sort = "outlet"  # "Yamada, Fuji TV:"
            told = self.seen[printed] = (name, sort)
        return told

    @cached_property
    def addressed(self) -> frozenset[str]:
        """The names by which somebody is spoken to or of: `Kuang` of `Ms. Kuang, please.`"""
        pieces = (piece[:30] for title in ("Mr.", "Ms.", "Mrs.", "Dr.") for piece in self.text.split(f"{title} ")[1:])
        return frozenset(match.group() for piece in pieces if (match := patterns.WORD.match(piece)))

    @cached_property
    def sample(self) -> str:
        """As much of the text as tells which words it writes small: for a long text its beginning."""
        return self.text[:SAMPLE]
