"""A corpus in, the table of its growth figures out."""

from datetime import date
from typing import Any

import pandas as pd

from ..progress import tracked
from ..reconciling.reconcile import same_as
from ..segmenting.lines import unwrapped
from ..tables import make
from .figures import find_figures


def _day(value: Any) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value is not None and not pd.isna(value) else None


def growth_figures(corpus: Any, strict: bool = False) -> pd.DataFrame:
    """Take a corpus, give one row a figure; offsets are into the document's text.

    Parameters
    ----------
    corpus : Corpus
        From `pressroom.read` or `pressroom.read_text`.
    strict : bool
        Leave out the figures about which there is a doubt.

    Returns
    -------
    pandas.DataFrame
        The columns of `tables.TABLES["growth_figures"]`; figures are numbered from 1 within a document, and
        keep their number when doubtful ones are left out. `doubts` is a list of codes, see `growth.doubts`;
        `same_as` is the number of the figure that said the same first, see `pressroom.same_as`.

    Examples
    --------
    >>> import pressroom as pr
    >>> figures = growth_figures(pr.read_text("In 2023, exports rose 5.2%.", held="2024-01-12"))
    >>> figures.loc[0, ["text", "unit", "kind", "direction", "period_start"]].tolist()
    ['5.2%', '%', 'growth_rate', 'up', '2023-01-01']
    """
    held = {d: _day(h) for d, h in zip(corpus.documents["doc_id"], corpus.documents["held"], strict=True)}
    of_turn = {k: g for k, g in corpus.sentences.groupby(["doc_id", "turn"], sort=False)}
    plain = {doc_id: unwrapped(text) for doc_id, text in corpus.texts.items()}
    counts: dict[str, int] = {}
    out: list[dict[str, Any]] = []
    for turn in tracked(corpus.turns.itertuples(), "finding figures", len(corpus.turns)):
        group = of_turn.get((turn.doc_id, turn.turn))
        if group is None:
            continue
        spans = [(int(a) - turn.start, int(b) - turn.start) for a, b in zip(group.start, group.end, strict=True)]
        names = list(group.sentence)
        said = plain[turn.doc_id][turn.start : turn.end]
        for f in find_figures(said, spans, held.get(turn.doc_id)):
            counts[turn.doc_id] = counts.get(turn.doc_id, 0) + 1
            if strict and f.doubts:
                continue
            row = {name: getattr(f, name) for name in f.__slots__}
            row |= {"doc_id": turn.doc_id, "turn": turn.turn, "figure": counts[turn.doc_id]}
            row["sentence"] = names[f.sentence]
            row["text"], row["quote"] = turn.text[f.start : f.end], turn.text[f.quote_start : f.quote_end]
            for key in ("start", "end", "quote_start", "quote_end"):
                row[key] += turn.start
            for key in ("period_start", "period_end"):
                row[key] = row[key].isoformat() if row[key] else None
            row["speaker"] = None if pd.isna(turn.speaker) else turn.speaker
            row["doubts"] = list(f.doubts)
            out.append(row)
    table = make("growth_figures", out)
    return table.assign(same_as=same_as(table))
