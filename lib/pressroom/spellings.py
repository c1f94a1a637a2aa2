"""Known names in, and for a printed one the name it is nearest to out: the table of outlets read with a slip."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable


class Spellings:
    """Names by their length and by which letters they have, so that few are compared letter by letter."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_length: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for name in names:
            self._by_length[len(name)].append((name, _letters(name)))

    def nearest(self, name: str, least: float) -> str | None:
        """The known name most like another, if their ratio (`difflib.SequenceMatcher`) is `least` or more.

        Examples
        --------
        >>> Spellings(["phoenix television", "china daily"]).nearest("phoenix televison", 0.92)
        'phoenix television'
        """
        own = _letters(name)
        near = []
        for length, known in self._by_length.items():
            unlike = (1 - least) * (length + len(name)) + 1e-9  # the most letters of both that can be without a pair
            if abs(length - len(name)) <= unlike:
                near += [other for other, letters in known if (own ^ letters).bit_count() <= unlike]
        close = difflib.get_close_matches(name, near, n=1, cutoff=least)
        return close[0] if close else None


def _letters(name: str) -> int:
    """Which letters a name has, one bit each; letters of other alphabets share bits with those of ours."""
    bits = 0
    for letter in name:
        bits |= 1 << ord(letter) % 64
    return bits
