"""Numbers and names in, sentences for a notebook out: Markdown in which nothing a page says is markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~-])")


def plain(text: object) -> str:
    """Any value as Markdown that prints exactly these characters, on one line.

    A title may hold `*`, a speaker may be called `<script>`, and a notebook takes what stands between two
    dollar signs for mathematics unless each is an element of its own.

    Examples
    --------
    >>> print(plain("<b> *5*"))
    &lt;b&gt; \\*5\\*
    """
    escaped = html.escape(MARKUP.sub(r"\\\1", " ".join(str(text).split())), quote=False)
    return escaped.replace("$", "<span>$</span>")


def counted(n: int, noun: str, nouns: str = "") -> str:
    """A number and its noun: `1 word`, `1,200 words`, `2 countries`.

    Examples
    --------
    >>> counted(1, "word"), counted(1200, "word"), counted(2, "speech", "speeches")
    ('1 word', '1,200 words', '2 speeches')
    """
    return f"{int(n):,} {noun if n == 1 else nouns or noun + 's'}"


def listed(items: Sequence[str], most: int = 6) -> str:
    """Items as a reader lists them: `a, b and c`, or `a, b and 7 more`.

    Examples
    --------
    >>> listed(["a", "b", "c"])
    'a, b and c'
    >>> listed(["a", "b", "c", "d"], most=2)
    'a, b and 2 more'
    """
    shown = list(items[:most])
    if len(items) > most:
        return f"{', '.join(shown)} and {len(items) - most} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def bullets(sentences: Iterable[str]) -> str:
    """Sentences as a Markdown list; of none, nothing."""
    return "\n".join(f"- {sentence}" for sentence in sentences)


@dataclass(frozen=True)
class Note:
    """Markdown as a notebook shows it; as text it is the Markdown itself."""

    markdown: str

    @classmethod
    def of(cls, sentences: Iterable[str]) -> Note:
        """Sentences in, a note that lists them out."""
        return cls(bullets(sentences))

    def __str__(self) -> str:
        return self.markdown

    def __repr__(self) -> str:
        return self.markdown

    def _repr_markdown_(self) -> str:
        return self.markdown
