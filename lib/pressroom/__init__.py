"""Transcripts of government press conferences in, tables of speakers, themes and growth figures out.

>>> import pressroom as pr
>>> corpus = pr.read(pr.project_path("seeds"))
>>> corpus.turns[["turn", "speaker", "kind"]]
   turn        speaker        kind
0     1    Xie Yingjun       chair
1     2            NaN  journalist
2     3  Liang Huiling    official

The names below are the public face. Each is imported when it is first used, so that a command that prints one
table does not wait for the drawing library.
"""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

_HOME = {
    "Corpus": "corpus",
    "load": "corpus",
    "read": "corpus",
    "read_text": "corpus",
    "project_path": "paths",
    "exchanges": "speaking",
    "speaker_share": "speaking",
    "spoken": "speaking",
    "grouped": "selection",
    "select": "selection",
    "Codebook": "codebook",
    "cite": "citation",
    "citation_line": "citation",
    "export": "exports",
    "Dictionary": "dictionary",
    "draw_sheet": "coding_sheet",
    "score_sheets": "validation",
    "validation_note": "validation",
    "validation_result": "validation",
    "quanteda_counts": "quanteda",
    "concordance": "kwic",
    "theme_hits": "themes",
    "theme_rates": "measures",
    "theme_trend": "measures",
    "theme_terms": "themes",
    "with_labels": "theme_tables",
    "theme_positions": "theme_tables",
    "document_words": "theme_tables",
    "Desk": "desk",
    "in_context": "context",
    "theme_dispersion": "dispersion",
    "word_keyness": "keyness",
    "theme_keyness": "keyness",
    "ngrams": "lexical",
    "lexical_variety": "lexical",
    "collocates": "collocation",
    "theme_cooccurrence": "cooccurrence",
    "rolled_up": "theme_tables",
    "given_answers": "asking",
    "answering_officials": "asking",
    "asking_outlets": "asking",
    "asked_questions": "asking",
    "asked_and_answered": "raising",
    "asked_themes": "raising",
    "raised_first": "raising",
    "growth_figures": "growth.table",
    "growth_indicators": "indicators",
    "growth_of": "indicators",
    "figure_checks": "reconcile",
    "same_as": "reconcile",
    "targets": "target_sheet",
    "evidence_page": "evidence_html",
}
_MODULES = ("caveats", "charts", "checks", "findings", "growth", "listing", "prose", "report", "tables")

__all__ = ["__version__", *sorted(_HOME), *_MODULES]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return importlib.import_module(f".{name}", __name__)
    if name in _HOME:
        return getattr(importlib.import_module(f".{_HOME[name]}", __name__), name)
    raise AttributeError(f"pressroom has no {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return list(__all__)
