"""A sentence in, the clauses between its commas and semicolons out."""

import re

_CUT = re.compile(r"[,;:](?=\s)\s*(?:and |while |but |or )?|\s+(?:while|whereas)\s+")


def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Take a sentence and the span of a number, give the span of the clause around it.

    Examples
    --------
    >>> text = "Output reached 5 tonnes, up 3%."
    >>> text[slice(*clause_at(text, 28, 30))]
    'up 3%'
    """
    left, right = 0, len(text)
    for cut in _CUT.finditer(text):
        if cut.end() <= start:
            left = cut.end()
        elif cut.start() >= end:
            right = cut.start()
            break
    return left, max(end, left + len(text[left:right].rstrip(" .?!\n")))
