"""Texts and a dictionary in, hits as quanteda 4's `tokens_lookup` counts them out.

Tokens are lower-cased and normalised (NFC). A pattern is a sequence of globs, one a token: `*` is any run of
characters inside a token, `?` one. Within one key no token serves two hits: the pattern with most tokens goes
first, then the leftmost. Different keys do not disturb each other, unless `nested_scope="dictionary"`: then a hit
that lies wholly in tokens of longer ones is dropped. Punctuation is removed first, so a phrase may reach across
the end of a sentence, unless `padding` keeps its place empty.
"""

from __future__ import annotations

import fnmatch
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from .. import tables
from ..codebook import Codebook
from .dictionary import Dictionary
from .quanteda_tokens import WORDS, WORDS_SPLIT, is_punctuation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..corpus import Corpus

SCOPES = ("key", "dictionary")
PAD = 0  # the type of an empty place
Match = tuple[int, int, int, str]  # first token, number of tokens, number of the key, pattern


def quanteda_counts(
    text: str | Sequence[str],
    dictionary: Dictionary | Codebook | Mapping[str, Any],
    levels: Sequence[int] | None = None,
    nested_scope: str = "key",
    padding: bool = False,
    remove_punct: bool = True,
    split_hyphens: bool = False,
) -> dict[str, int]:
    """A text, or several, and a dictionary in, the hits of each key as quanteda counts them out.

    Parameters
    ----------
    text : str or sequence of str
        Several texts are several documents: no phrase reaches from one into the next.
    dictionary : Dictionary, Codebook, or nested mapping of keys to lists of patterns
    levels : sequence of int, optional
        Levels of nested keys to keep, from 1; keys that then have the same name are one.
    nested_scope : {"key", "dictionary"}
        Whether a hit inside a longer one of another key counts.
    padding : bool
        Leave an empty place where punctuation was removed, so that no phrase reaches across it.
    remove_punct, split_hyphens : bool
        As in quanteda's `tokens()`.

    Returns
    -------
    dict of str to int
        Every key in the dictionary's order, those without a hit too; nested keys are joined by a point.

    Raises
    ------
    ValueError
        If `nested_scope` is none of the two.

    Examples
    --------
    >>> quanteda_counts("The New York Times", {"city": ["new york"], "paper": ["new york times"]})
    {'city': 1, 'paper': 1}
    """
    texts = [text] if isinstance(text, str) else list(text)
    lookup = Lookup(_dictionary(dictionary), levels, nested_scope)
    tokens = Tokens(texts, padding, remove_punct, split_hyphens)
    counts = dict.fromkeys(lookup.names, 0)
    for _, _, key, _ in lookup.matches(tokens):
        counts[lookup.names[key]] += 1
    return counts


class Tokens:
    """Texts as one row of token types, an empty place after each text; the offsets of a token when asked for."""

    def __init__(
        self, texts: Iterable[str], padding: bool = False, remove_punct: bool = True, split_hyphens: bool = False
    ) -> None:
        self._texts = list(texts)
        self._find = WORDS_SPLIT if split_hyphens else WORDS
        self._spans: dict[int, list[tuple[int, int]]] = {}
        numbers: dict[str, int] = {}
        types: list[int] = []
        self._first: list[int] = []  # each text's first place, punctuation included
        for text in self._texts:
            self._first.append(len(types))
            types += [numbers.setdefault(word, len(numbers) + 1) for word in self._find.findall(text)]
            types.append(PAD)
        self.words = ["", *(unicodedata.normalize("NFC", word).lower() for word in numbers)]
        self.types = np.array(types, dtype=np.int32)
        self._kept = np.arange(len(types))
        if remove_punct:
            punctuation = np.array([False, *map(is_punctuation, numbers)])[self.types]
            self._kept = self._kept if padding else np.flatnonzero(~punctuation)
            self.types = np.where(punctuation, PAD, self.types)[self._kept]

    def offsets(self, at: int, length: int) -> tuple[int, int, int]:
        """A place and a number of tokens in; the number of the text, and where in it they begin and end, out."""
        first, last = int(self._kept[at]), int(self._kept[at + length - 1])
        text = bisect_right(self._first, first) - 1
        if text not in self._spans:
            self._spans[text] = [match.span() for match in self._find.finditer(self._texts[text])]
        spans = self._spans[text]
        return text, spans[first - self._first[text]][0], spans[last - self._first[text]][1]


class Lookup:
    """A dictionary made ready: the names of its keys and the patterns of each as sequences of globs."""

    def __init__(self, dictionary: Dictionary, levels: Sequence[int] | None = None, nested_scope: str = "key") -> None:
        if nested_scope not in SCOPES:
            raise ValueError(f"nested_scope {nested_scope!r} does not exist; choose from {', '.join(SCOPES)}")
        by_name = dictionary.patterns(levels)
        self.names = list(by_name)
        self._whole_dictionary = nested_scope == "dictionary"
        self._patterns = [
            (number, pattern, globs)
            for number, patterns in enumerate(by_name.values())
            for pattern in dict.fromkeys(patterns)
            if (globs := unicodedata.normalize("NFC", pattern).lower().split())
        ]

    def matches(self, tokens: Tokens) -> list[Match]:
        """The hits, in text order; `pattern` is that of the dictionary."""
        find = _Finder(tokens)
        candidates = [
            (at, len(globs), number, pattern) for number, pattern, globs in self._patterns for at in find.places(globs)
        ]
        # Most tokens first, then from left to right; at one place the keys in their order.
        candidates.sort(key=lambda c: (-c[1], c[0], c[2]))
        return sorted(self._choose(candidates))

    def _choose(self, candidates: Sequence[Match]) -> Iterator[Match]:
        used: list[set[int]] = [set() for _ in self.names]
        by_anyone: set[int] = set()
        here, nested = (-1, -1), False
        for match in candidates:
            at, length, key, _ = match
            places = range(at, at + length)
            if self._whole_dictionary and (at, length) != here:
                # Keys that find the same tokens are looked at together: neither lies in the other.
                here, nested = (at, length), by_anyone.issuperset(places)
            if (self._whole_dictionary and nested) or not used[key].isdisjoint(places):
                continue
            used[key].update(places)
            if self._whole_dictionary:
                by_anyone.update(places)
            yield match


class _Finder:
    """Where sequences of globs stand in a row of tokens, by an index from each type to its places."""

    def __init__(self, tokens: Tokens) -> None:
        self._types = tokens.types
        self._order = np.argsort(self._types, kind="stable")
        self._bounds = np.searchsorted(self._types[self._order], np.arange(len(tokens.words) + 1))
        self._sorted = sorted((word, number) for number, word in enumerate(tokens.words) if number != PAD)
        self._masks = cache(self._mask)

    def places(self, globs: Sequence[str]) -> list[int]:
        """The first tokens of all places where the globs match one after the other."""
        masks = [self._masks(glob) for glob in globs]
        sizes = np.diff(self._bounds)
        rarest = min(range(len(globs)), key=lambda n: int(sizes[masks[n]].sum()))
        numbers = np.flatnonzero(masks[rarest])
        pieces = [self._order[self._bounds[n] : self._bounds[n + 1]] for n in numbers]
        starts = np.concatenate(pieces) - rarest if pieces else np.empty(0, dtype=np.int64)
        starts = starts[(starts >= 0) & (starts + len(globs) <= len(self._types))]
        for n, mask in enumerate(masks):
            if n != rarest:
                starts = starts[mask[self._types[starts + n]]]
        return list(map(int, starts))

    def _mask(self, glob: str) -> NDArray[np.bool_]:
        """Which types a glob matches."""
        mask = np.zeros(len(self._bounds) - 1, dtype=bool)
        prefix = re.split(r"[*?]", glob, maxsplit=1)[0]
        # fnmatch's expression cannot backtrack without bound; brackets, which it would read as a class, are literal.
        match = re.compile(fnmatch.translate(glob.replace("[", "[[]"))).match
        for at in range(bisect_left(self._sorted, (prefix, 0)), len(self._sorted)):
            word, number = self._sorted[at]
            if not word.startswith(prefix):
                break
            mask[number] = match(word) is not None
        return mask


def dictionary_hits(
    corpus: Corpus,
    dictionary: Dictionary | Codebook | Mapping[str, Any],
    levels: Sequence[int] | None = None,
    nested_scope: str = "key",
    padding: bool = False,
    remove_punct: bool = True,
    split_hyphens: bool = False,
) -> pd.DataFrame:
    """A corpus and a dictionary in, the table `theme_hits` with quanteda's hits out; each turn is one document.

    `theme` is the path of the key, `term` the pattern, `sentence` that of the hit's first token. Options are those
    of `quanteda_counts`.
    """
    lookup = Lookup(_dictionary(dictionary), levels, nested_scope)
    turns = list(corpus.turns[["doc_id", "turn", "start", "end"]].itertuples(index=False, name=None))
    parts = corpus.parts[corpus.parts["part"] != "speech"].sort_values("start")
    silent = {doc_id: rows[["start", "end"]].to_numpy().tolist() for doc_id, rows in parts.groupby("doc_id")}
    texts = (_speech(corpus.texts[d][a:b], a, silent.get(d, [])) for d, _, a, b in turns)
    tokens = Tokens(texts, padding, remove_punct, split_hyphens)
    keys = ["doc_id", "turn"]
    sentences = {key: rows[["start", "sentence"]].to_numpy().tolist() for key, rows in corpus.sentences.groupby(keys)}
    rows = []
    for at, length, key, pattern in lookup.matches(tokens):
        number, a, b = tokens.offsets(at, length)
        doc_id, turn, begin, _ = turns[number]
        start, end = begin + a, begin + b
        of_turn = sentences[doc_id, turn]
        sentence = of_turn[bisect_right(of_turn, [start, len(of_turn) + 1]) - 1][1]
        rows.append(
            {
                "doc_id": doc_id, "turn": turn, "sentence": sentence, "theme": lookup.names[key], "term": pattern,
                "start": start, "end": end, "text": corpus.texts[doc_id][start:end],
            }
        )  # fmt: skip
    return tables.make("theme_hits", rows)


def _speech(text: str, start: int, silent: Sequence[Sequence[int]]) -> str:
    """A turn's text with captions and stage directions blanked, so that offsets stay."""
    end = start + len(text)
    for a, b in silent[bisect_left(silent, start, key=lambda span: span[0]) :]:
        if a >= end:
            break
        text = text[: a - start] + " " * (min(b, end) - a) + text[b - start :]
    return text


def _dictionary(given: Dictionary | Codebook | Mapping[str, Any]) -> Dictionary:
    if isinstance(given, Codebook):
        return Dictionary.from_codebook(given)
    return given if isinstance(given, Dictionary) else Dictionary.of(given)
