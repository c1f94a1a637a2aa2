"""A place in a text in, the line breaks above it and how many are usual on its page out: a wide gap is evidence."""

from __future__ import annotations

import re
from collections import Counter

from .. import patterns
from .lines import WHITE

GAP = re.compile(rf"\n[{patterns.BLANK}\n]*")
SAMPLE = 40_000  # characters that tell what is usual


def gap_before(text: str, at: int) -> int:
    """The line breaks between a place and what is printed before it.

    Examples
    --------
    >>> gap_before("The floor is open.\\n\\n\\nHow many?", 21)
    3
    """
    n = 0
    while at and text[at - 1] in WHITE:
        at -= 1
        n += text[at] == "\n"
    return n


def usual_gap(text: str, start: int) -> int:
    """How many line breaks stand between two paragraphs of this page, as a rule.

    Examples
    --------
    >>> usual_gap("One.\\n\\nTwo.\\n\\nThree.\\n\\n\\nFour.", 0)
    2
    """
    gaps: Counter[int] = Counter()
    for gap, n in Counter(GAP.findall(text, start, start + SAMPLE)).items():
        gaps[gap.count("\n")] += n
    return gaps.most_common(1)[0][0] if gaps else 2
