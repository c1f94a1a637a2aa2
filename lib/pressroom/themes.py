"""A corpus and a codebook in, theme hits, rates, terms and concordances out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from . import tables
from .codebook import Codebook, Theme

if TYPE_CHECKING:
    from .corpus import Corpus

GAP = r"[\s\u00a0\u200b‐‑–-]+"  # inside a term a space, a hyphen and a dash are equal: "high-tech", "high tech"
LETTER = r"[^\W_]"
BLANKED = "\0"


@dataclass(frozen=True)
class Hit:
    """A theme named in a sentence: offsets into it, and the term of the codebook that fired."""

    theme: str
    term: str
    start: int
    end: int


@dataclass(frozen=True)
class _Matcher:
    find: re.Pattern[str]
    terms: tuple[str, ...]
    n_weak: int  # the last n terms are weak
    needs: re.Pattern[str] | None
    exclude: re.Pattern[str] | None


def term_pattern(term: str, exact: bool = False) -> str:
    """A term of the codebook in, the expression that finds it as whole words out.

    `*` stands for any run of letters and digits in one word, `?` for one of them; a space or hyphen for one or
    more spaces or hyphens. Case is ignored unless `exact`.

    Examples
    --------
    >>> re.search(term_pattern("high tech enterprise*"), "our High-Tech enterprises", re.I).group()
    'High-Tech enterprises'
    """
    words = [re.escape(word) for word in re.split(r"[\s‐‑–-]+", term.strip()) if word]
    joined = GAP.join(w.replace(r"\*", f"{LETTER}*").replace(r"\?", LETTER).replace("'", "['’]") for w in words)
    bounded = f"(?<!{LETTER}){joined}(?!{LETTER})"
    return f"(?-i:{bounded})" if exact else bounded


def _any(terms: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(term_pattern, terms)), re.I) if terms else None


@cache
def _matcher(theme: Theme) -> _Matcher:
    marked = [(t, 0, t in theme.exact) for t in (*theme.strong, *theme.exact)] + [(t, 1, False) for t in theme.weak]
    # The longest term wins where several begin. Whole words end together, so more words, then more letters, is longest.
    order = sorted(marked, key=lambda m: (-len(re.split(r"[\s-]+", m[0])), -len(m[0])))
    groups = [f"(?P<{'ws'[not weak]}{n}>{term_pattern(term, exact)})" for n, (term, weak, exact) in enumerate(order)]
    return _Matcher(
        find=re.compile("|".join(groups), re.I),
        terms=tuple(term for term, *_ in order),
        n_weak=len(theme.weak),
        needs=_any(theme.needs),
        exclude=_any(theme.exclude),
    )


def find_themes(sentence: str, codebook: Codebook) -> Iterator[Hit]:
    """One sentence in, its theme hits out, theme by theme.

    Within a theme hits do not overlap, and the longest term wins; different themes may share words.

    Examples
    --------
    >>> import pressroom as pr
    >>> codebook = Codebook.load(pr.project_path("data/codebook/themes.yaml"))
    >>> [(h.theme, h.term) for h in find_themes("We train talent for future industries.", codebook)]
    [('talent', 'talent'), ('industry', 'future industr*')]
    """
    for theme in codebook.themes:
        matcher = _matcher(theme)
        text = sentence
        if matcher.exclude:
            text = matcher.exclude.sub(lambda m: BLANKED * len(m.group()), text)
        found = list(matcher.find.finditer(text))
        if not found:
            continue
        carried = any((m.lastgroup or "").startswith("s") for m in found) or (
            matcher.needs is not None and bool(matcher.needs.search(text))
        )
        for match in found:
            group = match.lastgroup or ""
            if carried or group.startswith("s"):
                yield Hit(theme.id, matcher.terms[int(group[1:])], match.start(), match.end())


def theme_hits(corpus: Corpus, codebook: Codebook) -> pd.DataFrame:
    """Every place where a theme is named.

    Parameters
    ----------
    corpus : Corpus
    codebook : Codebook

    Returns
    -------
    pandas.DataFrame
        One row a hit, in text order: `doc_id, turn, sentence, theme, term, start, end, text`; offsets are into
        the document's text. A sentence may carry several themes.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> hits = theme_hits(corpus, Codebook.load(pr.project_path("data/codebook/themes.yaml")))
    >>> int((hits["theme"] == "nqpf").sum())
    6
    """
    rows = []
    columns = ["doc_id", "turn", "sentence", "start", "text"]
    for doc_id, turn, sentence, start, text in corpus.sentences[columns].itertuples(index=False):
        for hit in sorted(find_themes(text, codebook), key=lambda h: h.start):
            rows.append(
                {
                    "doc_id": doc_id, "turn": turn, "sentence": sentence, "theme": hit.theme, "term": hit.term,
                    "start": start + hit.start, "end": start + hit.end, "text": text[hit.start : hit.end],
                }
            )  # fmt: skip
    return tables.make("theme_hits", rows)


def theme_rates(
    hits: pd.DataFrame,
    corpus: Corpus,
    by: str | Sequence[str] = ("doc_id",),
    per: int = 1000,
    themes: Sequence[str] | None = None,
) -> pd.DataFrame:
    """How often each theme is named, for each group of speech.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `theme_hits`.
    corpus : Corpus
    by : str or sequence of str
        Columns of `pressroom.spoken`: `doc_id`, `speaker`, `kind`, `function` …; empty for the whole corpus.
    per : int
        Words that the rate counts on; it names the column.
    themes : sequence of str, optional
        Themes to list; by default those of the hits. A theme without a hit in a group is listed with zeros.

    Returns
    -------
    pandas.DataFrame
        One row a group and theme: the columns of `by`, `theme`, `n_hits`, `n_words`, `rate_per_<per>` (hits per
        that many words of the group), `n_sentences` and `sentence_share_pct` (with at least one hit),
        `n_turns` and `n_documents` (with at least one hit).

    Raises
    ------
    KeyError
        If `by` names no column of `spoken`.
    """
    from .speaking import spoken

    groups = [by] if isinstance(by, str) else list(by)
    turns = spoken(corpus)
    unknown = set(groups) - set(turns.columns)
    if unknown:
        raise KeyError(f"cannot group by {sorted(unknown)}; choose from {', '.join(turns.columns)}")
    turns = turns.assign(_all=0)
    keys = groups or ["_all"]
    size = turns.groupby(keys, dropna=False)[["n_words", "n_sentences"]].sum().reset_index()
    named = list(themes) if themes is not None else list(dict.fromkeys(hits["theme"]))
    listed = pd.DataFrame({"theme": pd.Series(named, dtype="str")})
    where = turns[list(dict.fromkeys(["doc_id", "turn", *keys]))]
    found = hits.merge(where, on=["doc_id", "turn"])
    found = found.assign(_turn=_joined(found, 2), _sentence=_joined(found, 3))
    counts = (
        found.groupby([*keys, "theme"], dropna=False)
        .agg(n_hits=("start", "size"), n_with=("_sentence", "nunique"), n_turns=("_turn", "nunique"))
        .reset_index()
    )
    n_documents = found.groupby([*keys, "theme"], dropna=False)["doc_id"].agg(n_documents="nunique").reset_index()
    table = size.merge(listed, how="cross").merge(counts, on=[*keys, "theme"], how="left")
    table = table.merge(n_documents, on=[*keys, "theme"], how="left")
    for column in ("n_hits", "n_with", "n_turns", "n_documents"):
        table[column] = table[column].fillna(0).astype("Int64")
    table[f"rate_per_{per}"] = (per * table["n_hits"] / table["n_words"]).astype("float64")
    table["sentence_share_pct"] = (100 * table["n_with"] / table["n_sentences"]).astype("float64")
    table["n_sentences"] = table["n_with"]
    columns = [
        "theme",
        "n_hits",
        "n_words",
        f"rate_per_{per}",
        "n_sentences",
        "sentence_share_pct",
        "n_turns",
        "n_documents",
    ]
    return table[[*groups, *columns]].sort_values(
        [*groups, f"rate_per_{per}"], ascending=[True] * len(groups) + [False], kind="stable", ignore_index=True
    )


def _joined(hits: pd.DataFrame, n_keys: int) -> pd.Series:
    """The first key columns of each hit as one value, to count distinct ones."""
    keys = ["doc_id", "turn", "sentence"][:n_keys]
    return hits[keys].astype("str").agg("\t".join, axis=1) if len(hits) else pd.Series(dtype="str")


def theme_terms(hits: pd.DataFrame) -> pd.DataFrame:
    """The terms behind each theme: one row a theme and term, most hits first.

    Parameters
    ----------
    hits : pandas.DataFrame
        From `theme_hits`.

    Returns
    -------
    pandas.DataFrame
        `theme, term, n_hits, n_turns, n_documents`.
    """
    counted = (
        hits.assign(_turn=_joined(hits, 2))
        .groupby(["theme", "term"])
        .agg(n_hits=("start", "size"), n_turns=("_turn", "nunique"), n_documents=("doc_id", "nunique"))
        .reset_index()
    )
    return counted.sort_values(["theme", "n_hits", "term"], ascending=[True, False, True], ignore_index=True)


def concordance(corpus: Corpus, term: str, width: int = 60) -> pd.DataFrame:
    """Every occurrence of a term with its context: a keyword in context (KWIC) table.

    Parameters
    ----------
    corpus : Corpus
    term : str
        As in the codebook: `*` for a run of letters, a space for spaces and hyphens, whole words, any case.
    width : int
        Characters of context on each side, within the turn.

    Returns
    -------
    pandas.DataFrame
        One row an occurrence: `doc_id, turn, sentence, speaker, kind, left, keyword, right, start, end`.

    Raises
    ------
    ValueError
        If the term has no letter or digit.

    Examples
    --------
    >>> import pressroom as pr
    >>> concordance(pr.read(pr.project_path("seeds")), "double digit")["keyword"].tolist()
    ['double-digit']
    """
    if not any(c.isalnum() for c in term):
        raise ValueError(f"the term {term!r} has no letter or digit, so it would match everything; give a word")
    find = re.compile(term_pattern(term), re.I)
    who = corpus.turns.set_index(["doc_id", "turn"])
    rows = []
    columns = ["doc_id", "turn", "sentence", "start", "text"]
    for doc_id, turn, sentence, start, text in corpus.sentences[columns].itertuples(index=False):
        for match in find.finditer(text):
            a, b = start + match.start(), start + match.end()
            said = who.loc[(doc_id, turn)]
            whole = corpus.texts[doc_id]
            rows.append(
                {
                    "doc_id": doc_id, "turn": turn, "sentence": sentence, "speaker": said["speaker"], "kind": said["kind"],
                    "left": " ".join(whole[max(said["start"], a - width) : a].split()), "keyword": whole[a:b],
                    "right": " ".join(whole[b : min(said["end"], b + width)].split()), "start": a, "end": b,
                }
            )  # fmt: skip
    names = ["doc_id", "turn", "sentence", "speaker", "kind", "left", "keyword", "right", "start", "end"]
    return pd.DataFrame(rows, columns=names)
