"""Paragraphs and the empty ones between them in, text out, with a wider gap only where the page is wider than usual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

GAP, WIDE_GAP = "\n\n", "\n\n\n"


def join_paragraphs(paragraphs: Sequence[tuple[int, str]]) -> str:
    """Put paragraphs under each other.

    A wide gap is evidence: where a label was lost, an empty paragraph is left. But many pages put an empty one
    between any two, as spacing; there it means nothing.

    Parameters
    ----------
    paragraphs : sequence of (int, str)
        The number of empty paragraphs before each, and its text.

    Returns
    -------
    str
        Paragraphs parted by one empty line, by two where more empty paragraphs stood than is usual on this page.

    Examples
    --------
    >>> join_paragraphs([(0, "Chair:"), (0, "The floor is open."), (1, "How many?"), (0, "Minister:")])
    'Chair:\\n\\nThe floor is open.\\n\\n\\nHow many?\\n\\nMinister:\\n'
    """
    if not paragraphs:
        return ""
    empties = Counter(n for n, _ in paragraphs[1:])
    usual = min(empties, key=lambda n: (-empties[n], n), default=0)
    text = [paragraphs[0][1]]
    for n, paragraph in paragraphs[1:]:
        text += [WIDE_GAP if n > usual else GAP, paragraph]
    return "".join(text) + "\n"
