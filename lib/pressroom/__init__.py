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
    "cite": "publishing.citation",
    "citation_line": "publishing.citation",
    "export": "exports",
    "Dictionary": "counting.dictionary",
    "draw_sheet": "counting.coding_sheet",
    "score_sheets": "counting.validation",
    "validation_note": "counting.validation",
    "validation_result": "counting.validation",
    "quanteda_counts": "counting.quanteda",
    "concordance": "counting.kwic",
    "theme_hits": "themes",
    "theme_rates": "counting.measures",
    "theme_trend": "counting.measures",
    "theme_terms": "themes",
    "with_labels": "counting.theme_tables",
    "theme_positions": "counting.theme_tables",
    "document_words": "counting.theme_tables",
    "Desk": "notebook.desk",
    "in_context": "notebook.context",
    "theme_dispersion": "counting.dispersion",
    "word_keyness": "counting.keyness",
    "theme_keyness": "counting.keyness",
    "ngrams": "counting.lexical",
    "lexical_variety": "counting.lexical",
    "collocates": "counting.collocation",
    "theme_cooccurrence": "counting.cooccurrence",
    "rolled_up": "counting.theme_tables",
    "given_answers": "asking",
    "answering_officials": "asking",
    "asking_outlets": "asking",
    "asked_questions": "asking",
    "asked_and_answered": "counting.raising",
    "asked_themes": "counting.raising",
    "raised_first": "counting.raising",
    "growth_figures": "growth.table",
    "growth_indicators": "reconciling.indicators",
    "growth_of": "reconciling.indicators",
    "figure_checks": "reconciling.reconcile",
    "same_as": "reconciling.reconcile",
    "targets": "reconciling.target_sheet",
    "evidence_page": "publishing.evidence_html",
}
_MODULES = {
    "caveats": "notebook.caveats",
    "charts": "charts",
    "checks": "notebook.checks",
    "findings": "notebook.findings",
    "growth": "growth",
    "listing": "notebook.listing",
    "prose": "prose",
    "report": "report",
    "tables": "tables",
}

__all__ = ["__version__", *sorted(_HOME), *_MODULES]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return importlib.import_module(f".{_MODULES[name]}", __name__)
    if name in _HOME:
        return getattr(importlib.import_module(f".{_HOME[name]}", __name__), name)
    raise AttributeError(f"pressroom has no {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return list(__all__)
