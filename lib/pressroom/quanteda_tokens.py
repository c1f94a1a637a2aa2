"""A text in, its tokens as quanteda 4 makes them out, each with its offsets."""

from __future__ import annotations

import re
import unicodedata

# What quanteda's tokeniser does with English: the word boundaries of Unicode (UAX 29) as ICU has them, and words
# joined by a hyphen or dash kept whole. A point or apostrophe holds letters together ("U.S", "don't") and digits,
# a comma or semicolon digits only ("1,000"). Every other character that is not white space is a token of its own.
# Not reproduced: web and e-mail addresses, #tags and @names, and Chinese, which ICU cuts by a dictionary.
_MARK = r"\u0300-\u036f\u00ad\u200d"
_PART = rf"[\w{_MARK}]+"
_BETWEEN = r"(?:(?<=[^\W\d_])[.'’‘·](?=[^\W\d_])|(?<=\d)[.,;'’‘](?=\d))"
_HYPHEN = r"[-\u058a\u2010-\u2015\u2e3a\u2e3b\ufe58\ufe63\uff0d]"
_WORD = rf"{_PART}(?:{_BETWEEN}{_PART})*"
WORDS = re.compile(rf"{_PART}(?:(?:{_BETWEEN}|(?<=[^\W_]){_HYPHEN}(?=[^\W_])){_PART})*|[^\w\s{_MARK}]")
WORDS_SPLIT = re.compile(rf"{_WORD}|[^\w\s{_MARK}]")


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
    return unicodedata.category(token[0])[0] == "P"
