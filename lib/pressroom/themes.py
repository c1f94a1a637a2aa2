"""A corpus and a codebook in, theme hits out: every place where a theme is named, with the term that named it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from . import tables
from .codebook import Codebook, Theme
from .counting.matching import Terms
from .progress import tracked

if TYPE_CHECKING:
    from .corpus import Corpus
    from .counting.dictionary import Dictionary

SEMANTICS = ("pressroom", "quanteda")
ROLES = ("strong", "exact", "weak", "needs", "exclude")
Found = tuple[int, int, int]  # start, end, number of the term


@dataclass(frozen=True)
class Hit:
    """A theme named in a sentence: offsets into it, and the term of the codebook that fired."""

    theme: str
    term: str
    start: int
    end: int


@dataclass(frozen=True)
class _Compiled:
    """All terms of a codebook as one set, and what each does in which theme."""

    find: Terms
    terms: list[str]
    uses: list[list[tuple[int, str]]]  # for each term: the theme's number, and the role it has there


@lru_cache(maxsize=64)
def _compiled(themes: tuple[Theme, ...]) -> _Compiled:
    uses: dict[tuple[str, bool], list[tuple[int, str]]] = defaultdict(list)
    for number, theme in enumerate(themes):
        for role in ROLES:
            for term in getattr(theme, role):
                uses[(term, role == "exact")].append((number, role))
    return _Compiled(Terms(list(uses)), [term for term, _ in uses], list(uses.values()))


def find_themes(sentence: str, codebook: Codebook) -> Iterator[Hit]:
    """One sentence in, its theme hits out, in text order.

    Within a theme hits do not overlap: read from left to right, the longest term that begins first wins.
    Different themes may share words.

    Examples
    --------
    >>> import pressroom as pr
    >>> codebook = Codebook.load(pr.project_path("data/codebook/themes.yaml"))
    >>> [(h.theme, h.term) for h in find_themes("We train talent for future industries.", codebook)]
    [('talent', 'talent'), ('industry', 'future industr*')]
    """
    compiled = _compiled(codebook.themes)
    yield from _resolve(compiled.find.find(sentence), compiled, codebook.themes)


def _resolve(found: Sequence[Found], compiled: _Compiled, themes: tuple[Theme, ...]) -> Iterator[Hit]:
    """What was found in one sentence in, the hits that count out."""
    of_theme: dict[int, list[tuple[int, int, int, str]]] = defaultdict(list)
    for start, end, term in found:
        for number, role in compiled.uses[term]:
            of_theme[number].append((start, end, term, role))
    hits = []
    for number, candidates in of_theme.items():
        blanked = [(start, end) for start, end, _, role in candidates if role == "exclude"]
        left = [c for c in candidates if c[3] != "exclude" and not _touches(c, blanked)]
        kept = _without_overlaps([c for c in left if c[3] != "needs"])
        carried = any(role != "weak" for *_, role in kept) or any(c[3] == "needs" for c in left)
        hits += [(start, number, end, term) for start, end, term, role in kept if role != "weak" or carried]
    for start, number, end, term in sorted(hits):
        yield Hit(themes[number].id, compiled.terms[term], start, end)


def _touches(candidate: tuple[int, int, int, str], spans: Sequence[tuple[int, int]]) -> bool:
    return any(candidate[0] < end and start < candidate[1] for start, end in spans)


def _without_overlaps(candidates: list[tuple[int, int, int, str]]) -> list[tuple[int, int, int, str]]:
    kept: list[tuple[int, int, int, str]] = []
    # Of terms that find the same words, one that counts on its own goes before a weak one, then the codebook's order.
    for candidate in sorted(candidates, key=lambda c: (c[0], -c[1], c[3] == "weak", c[2])):
        if not kept or candidate[0] >= kept[-1][1]:
            kept.append(candidate)
    return kept


def theme_hits(
    corpus: Corpus, codebook: Codebook | Dictionary, semantics: str = "pressroom", **options: Any
) -> pd.DataFrame:
    """Every place where a theme is named.

    Parameters
    ----------
    corpus : Corpus
    codebook : Codebook or Dictionary
        With `semantics="quanteda"` a `pressroom.Dictionary`; a codebook then gives its strong and exact terms.
    semantics : {"pressroom", "quanteda"}
        `quanteda` counts as quanteda 4's `tokens_lookup` does on one document a turn: see `quanteda.py`.
    **options
        With `semantics="quanteda"`, those of `pressroom.quanteda_counts`: `levels`, `nested_scope`, `padding` …

    Returns
    -------
    pandas.DataFrame
        One row a hit, in text order: `doc_id, turn, sentence, theme, term, start, end, text`; offsets are into
        the document's text. A sentence may carry several themes. A theme inside another is `outer.inner`.

    Raises
    ------
    ValueError
        If the semantics is none of the two, or an option is given that it does not have.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = theme_hits(corpus, Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> hits.loc[0, ["theme", "text"]].tolist()
    ['nqpf', 'new quality productive forces']
    """
    if semantics == "quanteda":
        from .counting.quanteda import dictionary_hits

        return dictionary_hits(corpus, codebook, **options)
    if semantics not in SEMANTICS or options or not isinstance(codebook, Codebook):
        what = f"{semantics!r} with {', '.join(options) or type(codebook).__name__}"
        raise ValueError(f"no semantics {what}; it is 'pressroom' with a Codebook and no option, or 'quanteda'")
    return tables.make("theme_hits", _hit_rows(corpus, codebook))


def _hit_rows(corpus: Corpus, codebook: Codebook) -> Iterator[dict[str, Any]]:
    compiled = _compiled(codebook.themes)
    keys = ["turn", "sentence", "start", "end"]
    by_document = corpus.sentences.groupby("doc_id", sort=False)
    for doc_id, sentences in tracked(by_document, "finding themes", by_document.ngroups):
        text = corpus.texts[str(doc_id)]
        rows = sentences[keys].sort_values("start").to_numpy().tolist()
        for row, found in _by_sentence(compiled.find.find(text), rows):
            turn, sentence = row[:2]
            for hit in _resolve(found, compiled, codebook.themes):
                yield {
                    "doc_id": doc_id, "turn": turn, "sentence": sentence, "theme": hit.theme, "term": hit.term,
                    "start": hit.start, "end": hit.end, "text": text[hit.start : hit.end],
                }  # fmt: skip


def _by_sentence(found: Sequence[Found], rows: Sequence[Sequence[int]]) -> Iterator[tuple[Sequence[int], list[Found]]]:
    """What was found in a text, sentence by sentence; what lies outside or across sentences is nobody's."""
    starts = [start for _, _, start, _ in rows]
    inside: dict[int, list[Found]] = defaultdict(list)
    for hit in found:
        at = bisect_right(starts, hit[0]) - 1
        if at >= 0 and hit[1] <= rows[at][3]:
            inside[at].append(hit)
    for at in sorted(inside):
        yield rows[at], inside[at]


def theme_terms(hits: pd.DataFrame) -> pd.DataFrame:
    """The terms behind each theme: one row a theme and term, most hits first.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `theme_hits`.

    Returns
    -------
    pandas.DataFrame
        `theme, term, n_hits, n_turns, n_documents`, and `forms`: the words it was found as, most frequent first.
    """
    rows = hits.assign(_turn=hits["doc_id"].astype("str") + "\t" + hits["turn"].astype("str"))
    counted = (
        rows.groupby(["theme", "term"])
        .agg(
            n_hits=("start", "size"),
            n_turns=("_turn", "nunique"),
            n_documents=("doc_id", "nunique"),
            forms=("text", lambda words: "; ".join(words.str.lower().value_counts().index)),
        )
        .reset_index()
    )
    return counted.sort_values(["theme", "n_hits", "term"], ascending=[True, False, True], ignore_index=True)
