"""A stretch of speech in, its sentences and words out, as offsets; with NLTK and no downloaded data."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

IndexArray = npt.NDArray[np.intp]

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

# A word is a run of letters and digits. An apostrophe inside a word ("Heilongjiang's") and a point or comma
# inside a number ("1,000", "22.9") hold it together. A hyphen parts two words: translators write "high-tech"
# and "high tech" for the same thing, and a rate per 1,000 words must not depend on which.
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+|(?<=\d)[.,](?=\d)[^\W_]+)*")

# Words whose point ends no sentence. Punkt would learn these from a corpus; press conferences need few.
ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gov sen rep gen st messrs hon jr sr vs etc e.g i.e approx est no nos art vol fig
    jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m u.s u.k u.n e.u d.c inc ltd co corp dept""".split()
)


def n_words(text: str) -> int:
    """The number of words in a text.

    Examples
    --------
    >>> n_words("Heilongjiang's 1,000 high-tech enterprises grew 22.9%.")
    7
    """
    return len(WORD.findall(text))


def word_starts(text: str) -> IndexArray:
    """Where the words of a text begin, in order, as offsets: the words of `n_words`, found all at once.

    Examples
    --------
    >>> word_starts("China's 1,000 high-tech firms").tolist()
    [0, 8, 14, 19, 24]
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letter, digit = _is_letter(codes), codes - ord("0") < 10  # what is below "0" wraps around to a large number
    start = letter.copy()
    start[1:] &= ~letter[:-1]
    inner = codes[1:-1]
    quotes = (inner == ord("'")) | (inner == ord("’"))
    at = np.flatnonzero(quotes | (inner == ord(".")) | (inner == ord(","))) + 1
    quote = quotes[at - 1]
    joined = np.where(quote, letter[at - 1] & letter[at + 1], digit[at - 1] & digit[at + 1])
    start[at[joined] + 1] = False
    return np.flatnonzero(start)


@cache
def _letters() -> npt.NDArray[np.bool_]:
    return np.fromiter((chr(i).isalnum() for i in range(0x10000)), dtype=bool, count=0x10000)


def _is_letter(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    found = _letters()[np.minimum(codes, 0xFFFF)]
    for at in np.flatnonzero(codes > 0xFFFF):
        found[at] = chr(codes[at]).isalnum()
    return found


@cache
def _punkt() -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(ABBREVIATIONS)
    return PunktSentenceTokenizer(parameters)


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]`, as half-open offsets into `text`.

    A line break ends a sentence: on transcript pages it ends a paragraph. Within a paragraph the sentences
    are those of Punkt (Kiss & Strunk, 2006) as NLTK has it, given a list of abbreviations instead of a
    trained model, so that nothing has to be downloaded.

    Parameters
    ----------
    text : str
    start, end : int
        The stretch to split; the whole text by default.

    Returns
    -------
    list of (int, int)
        In order, without overlap, none empty, white space trimmed at both ends.

    Examples
    --------
    >>> text = "Thank you, Ms. Liang. GDP grew 5.2%.\\nNext question."
    >>> [text[a:b] for a, b in sentence_spans(text)]
    ['Thank you, Ms. Liang.', 'GDP grew 5.2%.', 'Next question.']
    """
    spans = []
    for line in re.finditer(r"[^\n]+", text[start:end]):
        for a, b in _punkt().span_tokenize(line.group()):
            piece = line.group()[a:b]
            lead = len(piece) - len(piece.lstrip())
            if piece.strip():
                at = start + line.start() + a + lead
                spans.append((at, at + len(piece.strip())))
    return spans
