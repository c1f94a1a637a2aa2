"""A page's text in, the language it is in out: only English transcripts are understood, and others must not pass."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).parents[1] / "lexicon" / "languages.csv"
# Three stretches of a page are enough to tell its language; what is read does not grow with the page.
STRETCH, STRETCHES = 2_000, 3
FEWEST_WORDS = 40
PLAINLY_ENGLISH_PCT = 15.0  # French or Dutch never has so many of the English words
# Running English has 30 to 45 of these words in 100, a list of names with titles about 10.
FEWEST_COMMON_PCT = 3.0
WORD = re.compile(r"[^\W\d_]+")
SCRIPTS = {
    "han": re.compile("[\u3400-\u9fff\uf900-\ufaff]"),
    "kana": re.compile("[\u3040-\u30ff]"),
    "hangul": re.compile("[\uac00-\ud7a3]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "arabic": re.compile("[\u0600-\u06ff]"),
    "greek": re.compile("[\u0370-\u03ff]"),
    "devanagari": re.compile("[\u0900-\u097f]"),
    "thai": re.compile("[\u0e00-\u0e7f]"),
}
# A Chinese or Japanese character says about as much as half an English word.
LETTERS_A_CHARACTER = {"han": 2.5, "kana": 2.5}


def foreign_language(text: str) -> str | None:
    """Tell whether a page is in a language that is not read here.

    Parameters
    ----------
    text : str

    Returns
    -------
    str or None
        `Chinese`, `French`, `not English` …; None for English, and for a text too short to tell. An English page
        with some words in another language is English.

    Examples
    --------
    >>> foreign_language("国务院新闻办公室举行新闻发布会，介绍有关情况，并答记者问。")
    'Chinese'
    >>> foreign_language("The State Council Information Office (国务院新闻办公室) held a press conference.") is None
    True
    """
    sample = _sample(text)
    # UTF-8 has a byte more for each Cyrillic letter and two for each Chinese character
    written_otherwise = not sample.isascii() and len(sample.encode("utf-8", "replace")) > 1.2 * len(sample)
    if written_otherwise and (script := _main_script(sample)):
        return _by_script()[script]
    words = sample.lower().split()
    if len(words) < FEWEST_WORDS:
        return None
    if _pct(words, _common_words()["English"]) > PLAINLY_ENGLISH_PCT:
        return None
    words = WORD.findall(sample.lower())
    common_pct = {name: _pct(words, known) for name, known in _common_words().items()}
    likely = max(common_pct, key=lambda name: common_pct[name])
    if likely != "English" and common_pct[likely] > 2 * common_pct["English"] and common_pct[likely] > 5:
        return likely
    return "not English" if common_pct["English"] < FEWEST_COMMON_PCT and len(words) > 100 else None


def _main_script(sample: str) -> str | None:
    """The script that a text is mostly written in, when that is not the Latin one."""
    weights = {s: len(c.findall(sample)) * LETTERS_A_CHARACTER.get(s, 1) for s, c in SCRIPTS.items()}
    script = max(weights, key=lambda s: weights[s])
    if weights[script] <= len(re.findall(r"[A-Za-z]", sample)):
        return None
    # Japanese mixes both scripts; Chinese has no kana
    return "kana" if script == "han" and weights["kana"] > 0.1 * weights["han"] else script


def _pct(words: list[str], known: frozenset[str]) -> float:
    return 100 * sum(map(known.__contains__, words)) / max(len(words), 1)


def _sample(text: str) -> str:
    if len(text) <= STRETCH * STRETCHES:
        return text
    starts = [round(i * (len(text) - STRETCH) / (STRETCHES - 1)) for i in range(STRETCHES)]
    return "\n".join(text[a : a + STRETCH] for a in starts)


@cache
def _rows() -> list[dict[str, str]]:
    with LEXICON.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {row["language"]: frozenset(row["words"].split()) for row in _rows() if row["words"]}


@cache
def _by_script() -> dict[str, str]:
    return {row["script"]: row["language"] for row in _rows() if not row["words"]}
