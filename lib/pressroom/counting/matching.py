"""Terms and a text in, every place where a term stands as whole words out: one pass for all terms.

An Aho-Corasick automaton (Aho & Corasick, 1975) finds the longest stretch of each term that has no wildcard;
what is found is then checked at its ends, or, where a wildcard stands before or inside, by the term's own
expression. The text is folded first so that one spelling of a term finds all of them; folding is one character
to one, and runs of spaces that it shortens are remembered, so offsets are those of the text as it was given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

# Inside a term a space, a hyphen and a dash are equal: "high-tech", "high tech". A long dash parts two clauses.
SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u200b" + "".join(
    chr(code) for code in range(0x2000, 0x200B)
)
HYPHENS = "-\u2010\u2011\u2013"
FOLDED = {**dict.fromkeys(SPACES + HYPHENS, " "), "\u2019": "'"}
PLAIN = {c: plain for c, plain in FOLDED.items() if c.isascii()}
LETTER = r"[^\W_]"
LONGEST_WORD = 40  # what `*` may stand for where it is not the end of a term; keeps the search linear


@dataclass(frozen=True)
class _Check:
    """What is left to check where a term's longest literal was found."""

    term: int
    open_end: bool = False  # the term ends in *: the hit runs on to the end of the word
    cased: str | None = None  # the literal with its case, for a term that is matched with case
    whole: re.Pattern[str] | None = None  # for a wildcard elsewhere: the expression of the whole term
    reach: int = 0  # how far before its literal such a term may begin


class Terms:
    """A set of terms, compiled once, to be found in any number of texts.

    Parameters
    ----------
    terms : sequence of (str, bool)
        A term, and whether its case counts. `*` stands for any run of letters and digits in one word, `?` for
        one of them; a space or hyphen for one or more of either.

    Examples
    --------
    >>> text = "China’s High-Tech firms"
    >>> [text[a:b] for a, b, _ in Terms([("high tech", False), ("china's", False)]).find(text)]
    ['China’s', 'High-Tech']
    """

    def __init__(self, terms: Sequence[tuple[str, bool]]) -> None:
        anchors: dict[str, list[_Check]] = {}
        for number, (term, exact) in enumerate(terms):
            anchor, check = _prepare(number, term, exact)
            anchors.setdefault(anchor, []).append(check)
        self._checks = list(anchors.values())
        self._automaton = AhoCorasick(list(anchors)) if anchors else None
        self._inner = any(check.whole for checks in self._checks for check in checks)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Every place of every term: start, end and the term's number, overlapping ones too, in text order."""
        if self._automaton is None:
            return []
        cased, shifts = fold(text)
        low = _lower(cased)
        size = len(low)
        found: list[tuple[int, int, int]] = []
        for anchor, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            for check in self._checks[anchor]:
                if check.whole is not None:
                    found += _wholes(check, cased if check.cased else low, start, end)
                    continue
                if start and low[start - 1].isalnum():
                    continue
                stop = end
                if end < size and low[end].isalnum():
                    if not check.open_end:
                        continue
                    while stop < size and low[stop].isalnum():
                        stop += 1
                if check.cased is None or cased[start:end] == check.cased:
                    found.append((start, stop, check.term))
        # A term with inner wildcards is found once for each time its literal stands in the hit: "*a*" in banana.
        found = sorted(set(found)) if self._inner else sorted(found)
        return [(_unfold(a, shifts), _unfold(b - 1, shifts) + 1, term) for a, b, term in found] if shifts else found


def fold(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text in; it with spaces, hyphens and dashes as one space and straight apostrophes, and its shifts, out.

    A shift is a place in the folded text and the number of characters that were taken out before it.
    """
    for character, plain in (PLAIN if text.isascii() else FOLDED).items():
        if character in text:
            text = text.replace(character, plain)
    if "  " not in text:
        return text, []
    pieces: list[str] = []
    shifts = [(0, 0)]
    last = taken = 0
    for run in re.finditer("  +", text):
        pieces.append(text[last : run.start() + 1])
        last = run.end()
        taken += run.end() - run.start() - 1
        shifts.append((last - taken, taken))
    return "".join([*pieces, text[last:]]), shifts


def _unfold(at: int, shifts: list[tuple[int, int]]) -> int:
    return at + shifts[bisect_right(shifts, at, key=_place) - 1][1]


def _place(shift: tuple[int, int]) -> int:
    return shift[0]


def _lower(text: str) -> str:
    """Small letters, as many as there were: İ becomes two characters, so it is left as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _prepare(number: int, term: str, exact: bool) -> tuple[str, _Check]:
    """A term in, the literal to look for and the check to make where it stands out."""
    cased = fold(term)[0].strip()
    body = cased if exact else _lower(cased)
    head = body.removesuffix("*")
    if not re.search(r"[*?]|^$| $", head):
        return _lower(head), _Check(number, open_end=head != body, cased=head if exact else None)
    anchor = max((part.strip() for part in re.split(r"[*?]", body)), key=len)
    if not anchor:
        raise ValueError(f"the term {term!r} has no letter or digit, so it would match everything; give a word")
    before = body[: body.index(anchor)]
    expression = (
        re.escape(body).replace(r"\ ", " ").replace(r"\?", LETTER).replace(r"\*", f"{LETTER}{{0,{LONGEST_WORD}}}")
    )
    whole = re.compile(f"(?<!{LETTER}){expression}(?!{LETTER})")
    reach = len(before) + LONGEST_WORD * before.count("*")
    return _lower(anchor), _Check(number, cased=cased if exact else None, whole=whole, reach=reach)


def _wholes(check: _Check, text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Where a term with inner wildcards stands around its literal at `start`."""
    assert check.whole is not None
    for at in range(max(0, start - check.reach), start + 1):
        match = check.whole.match(text, at)
        if match and match.end() >= end:
            yield at, match.end(), check.term
