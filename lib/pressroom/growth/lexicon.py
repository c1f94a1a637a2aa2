"""Names of word tables in, their rows and the look-ups made of them out, each table read once."""

import csv
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLES = Path(__file__).parents[1] / "lexicon"
Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Take the name of a table of words, give its rows.

    Examples
    --------
    >>> rows("units")[0]["unit"]
    '%'
    """
    text = (_TABLES / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def phrases(pairs: Iterable[tuple[str, str]]) -> Phrases:
    """Take phrases with what they mean, give them by their first word, the longest first."""
    found: Phrases = {}
    for words, meaning in pairs:
        parts = tuple(words.lower().replace(".", "").split())
        found.setdefault(parts[0], []).append((parts, meaning))
    for listed in found.values():
        listed.sort(key=lambda pair: -len(pair[0]))
    return found


def phrase_at(table: Phrases, words: Sequence[str], at: int) -> tuple[int, str] | None:
    """Take a table of phrases and words, give the length and the meaning of the longest phrase at a place.

    Examples
    --------
    >>> phrase_at(phrases([("more than", "over")]), ["no", "more", "than"], 1)
    (2, 'over')
    """
    for parts, meaning in table.get(words[at], ()):
        if len(parts) == 1 or tuple(words[at : at + len(parts)]) == parts:
            return len(parts), meaning
    return None


def phrase_before(table: Phrases, words: Sequence[str], end: int) -> tuple[int, str] | None:
    """Take a table of phrases by their last word, give the longest one that ends before a place."""
    for parts, meaning in table.get(words[end - 1], ()) if end else ():
        if end >= len(parts) and tuple(words[end - len(parts) : end]) == parts:
            return len(parts), meaning
    return None


def phrase_in(table: Phrases, words: Sequence[str]) -> bool:
    """Tell whether a phrase of a table stands anywhere among words."""
    return not table.keys().isdisjoint(words) and any(phrase_at(table, words, x) for x in range(len(words)))


def by_last_word(table: Phrases) -> Phrases:
    """Take a table of phrases, give the same phrases by their last word."""
    found: Phrases = {}
    for parts, meaning in sorted((p for listed in table.values() for p in listed), key=lambda p: -len(p[0])):
        found.setdefault(parts[-1], []).append((parts, meaning))
    return found


class Verb(NamedTuple):
    """What a form of a verb is: `form` is base, s, past, part, both (past or participle) or ing."""

    lemma: str
    role: str
    direction: str
    form: str
    noun_too: bool


def _inflected(row: dict[str, str]) -> Iterable[tuple[str, str]]:
    lemma, past, part = row["verb"], row["past"], row["participle"]
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    ies = lemma.endswith("y") and lemma[-2] not in "aeou"
    regular = not past or past == lemma[:-1] + "ied" or past == lemma + lemma[-1] + "ed"
    past = past or (lemma[:-1] + "ied" if ies else stem + "ed")
    doubled = past == lemma + lemma[-1] + "ed" or (not regular and lemma in _DOUBLED)
    yield lemma, "base"
    yield (lemma[:-1] + "ies" if ies else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")), "s"
    yield (lemma + lemma[-1] if doubled else stem if not lemma.endswith("ee") else lemma) + "ing", "ing"
    if regular or past == part:
        yield past, "both"
    else:
        yield past, "past"
        yield part or past, "part"


_DOUBLED = {"cut", "hit", "set", "put", "get", "run", "win", "sit", "let", "shut", "begin", "split", "bid", "swim"}


@cache
def verbs() -> dict[str, Verb]:
    """Give every form of every verb of the table."""
    found: dict[str, Verb] = {}
    for row in rows("verbs"):
        for form, name in _inflected(row):
            kept = found.get(form)
            if kept is None or (kept.form == "base" and name in ("both", "part") and kept.lemma == row["verb"]):
                # "cut" and "set" are past and participle as well, "come" and "run" participle
                name = name if kept is None else "any" if name == "both" else "bare"
                found[form] = Verb(row["verb"], row["class"], row["direction"], name, row["noun_too"] == "yes")
    return found


@cache
def tags() -> dict[str, str]:
    """Give the tag of every word of the grammar; the first row of a word wins."""
    found: dict[str, str] = {}
    for row in rows("grammar"):
        found.setdefault(row["word"], row["tag"])
    return found


@cache
def cues(kind: str) -> frozenset[str]:
    """Give the words of a class of cues: verbs that aim, nouns that name a goal."""
    return frozenset(r["words"] for r in rows("cues") if r["cue"] == kind)


@cache
def nouns(kind: str) -> Phrases:
    """Give the nouns of a class, by their last word."""
    return by_last_word(phrases((r["word"], kind) for r in rows("nouns") if r["class"] == kind))
