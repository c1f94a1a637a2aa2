"""A text in, its tokens as quanteda 4 makes them out, each with its offsets."""

from __future__ import annotations

import re
import unicodedata

# What quanteda's tokeniser does with English: the word boundaries of Unicode (UAX 29) as ICU has them, and words
# joined by a hyphen or dash kept whole. A point or apostrophe holds letters together ("U.S", "don't") and digits,
# a comma or semicolon digits only ("1,000"). Every other character is a token of its own, raised and lowered digits
# and fractions too ("CO₂" is two); white space, controls and what has no width are none.
# Not reproduced: web and e-mail addresses, #tags and @names, and Chinese, which ICU cuts by a dictionary.
_MARKS = r"\u0300-\u036f\u00ad\u200c-\u200f\u2060\ufeff"  # accents and the like: they stay with the letter before
_APART = r"\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u215f\u2460-\u249b"
_NOTHING = r"\s\x00-\x1f\x7f-\x9f\u200b"
_START = rf"[^\W{_APART}]"
_PART = rf"{_START}(?:{_START}|[{_MARKS}])*"


def _after(letters: str) -> str:
    """Where a character of this class, or an accent on one, stands just before."""
    return rf"(?:(?<={letters})|(?<=[{_MARKS}]))"


_LETTER, _LETTER_OR_DIGIT = rf"[^\W\d_{_APART}]", rf"[^\W_{_APART}]"
_BETWEEN = rf"(?:{_after(_LETTER)}[.'’‘·](?={_LETTER})|(?<=\d)[.,;'’‘](?=\d))"
_HYPHEN = rf"{_after(_LETTER_OR_DIGIT)}[-\u058a\u2010-\u2015\u2e3a\u2e3b\ufe58\ufe63\uff0d](?={_LETTER_OR_DIGIT})"
_SINGLE = rf"[^{_NOTHING}{_MARKS}]"
WORDS = re.compile(rf"{_PART}(?:(?:{_BETWEEN}|{_HYPHEN}){_PART})*|{_SINGLE}")
WORDS_SPLIT = re.compile(rf"{_PART}(?:{_BETWEEN}{_PART})*|{_SINGLE}")


def spans(text: str, split_hyphens: bool = False) -> list[tuple[int, int]]:
    """The tokens of a text, punctuation and symbols included, as half-open offsets.

    Examples
    --------
    >>> text = "high-end R&D"
    >>> [text[a:b] for a, b in spans(text)], [text[a:b] for a, b in spans(text, split_hyphens=True)]
    (['high-end', 'R', '&', 'D'], ['high', '-', 'end', 'R', '&', 'D'])
    """
    found = (WORDS_SPLIT if split_hyphens else WORDS).finditer(text)
    return [match.span() for match in found]


def quanteda_tokens(text: str, split_hyphens: bool = False, remove_punct: bool = True) -> list[str]:
    """The tokens of a text as quanteda's `tokens()` prints them, before they are lower-cased.

    Parameters
    ----------
    text : str
    split_hyphens : bool
        Cut "sci-tech" into "sci" and "tech".
    remove_punct : bool
        Leave punctuation out; symbols such as $ and + stay.

    Returns
    -------
    list of str

    Examples
    --------
    >>> quanteda_tokens("It cost $5bn: 22.9% of the province's 1,000 firms.")
    ['It', 'cost', '$', '5bn', '22.9', 'of', 'the', "province's", '1,000', 'firms']
    """
    tokens = [text[a:b] for a, b in spans(text, split_hyphens)]
    return [token for token in tokens if not (remove_punct and is_punctuation(token))]


def is_punctuation(token: str) -> bool:
    """Whether a token is punctuation by its Unicode category: % and & are, $ and + are symbols and are not."""
    return all(unicodedata.category(character)[0] == "P" for character in token)
