"""A corpus in, the table of its growth figures out."""

from datetime import date
from typing import Any

import pandas as pd

from .claims import find_figures

COLUMNS: tuple[str, ...] = tuple(
    "doc_id turn sentence figure start end text quote_start quote_end quote value value_high unit kind "
    "status direction indicator place approx period_text period_start period_end basis speaker".split()
)
_NUMERIC = {"turn", "sentence", "figure", "start", "end", "quote_start", "quote_end"}


def _day(value: Any) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value is not None and not pd.isna(value) else None


def growth_figures(corpus: Any) -> pd.DataFrame:
    """Take a corpus, give one row a figure; offsets are into the document's text.

    Returns
    -------
    pandas.DataFrame
        The columns of `COLUMNS`; figures are numbered from 1 within a document.
    """
    held = {d: _day(h) for d, h in zip(corpus.documents["doc_id"], corpus.documents["held"], strict=True)}
    of_turn = {k: g for k, g in corpus.sentences.groupby(["doc_id", "turn"], sort=False)}
    counts: dict[str, int] = {}
    out: list[dict[str, Any]] = []
    for turn in corpus.turns.itertuples():
        group = of_turn.get((turn.doc_id, turn.turn))
        if group is None:
            continue
        spans = [(int(a) - turn.start, int(b) - turn.start) for a, b in zip(group.start, group.end, strict=True)]
        names = list(group.sentence)
        for f in find_figures(turn.text, spans, held.get(turn.doc_id)):
            counts[turn.doc_id] = counts.get(turn.doc_id, 0) + 1
            row = dict(vars(f), doc_id=turn.doc_id, turn=turn.turn, figure=counts[turn.doc_id])
            row["sentence"] = names[f.sentence]
            for key in ("start", "end", "quote_start", "quote_end"):
                row[key] += turn.start
            for key in ("period_start", "period_end"):
                row[key] = row[key].isoformat() if row[key] else None
            row["speaker"] = None if pd.isna(turn.speaker) else turn.speaker
            out.append(row)
    table = pd.DataFrame(out, columns=list(COLUMNS), dtype=object)
    kinds = {c: "int64" if c in _NUMERIC else "float64" for c in (*_NUMERIC, "value", "value_high")}
    return table.astype(kinds)
