"""Growth figures in, a sheet of what was promised out: each target with its deadline, and room for the outcome."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd

from .. import tables

if TYPE_CHECKING:
    from ..corpus import Corpus

COPIED = (
    "doc_id figure indicator value value_high unit kind direction period_text basis place quote speaker "
    "start end quote_start quote_end".split()
)
MEANING = {
    "doc_id": "the conference",
    "figure": "number of the figure in the table growth_figures",
    "indicator": "what is promised, in the speaker's words",
    "value": "the number, scaled",
    "value_high": "the upper end of a range",
    "unit": "%, yuan, items, …",
    "kind": "growth_rate, level, count, share, …",
    "direction": "up, down or flat, where a movement is promised",
    "modifier": "over, at least, about, … as said",
    "deadline": "the last day of the period that was named; empty when none was",
    "period_text": "the words that name it",
    "basis": "what it is compared with, when that is said",
    "place": "where, when that is said apart",
    "quote": "the clause that holds the number",
    "speaker": "who said it",
    "title": "title of the conference",
    "held": "the day it took place",
    "url": "where the page was saved from, when that is known",
    "source": "the file it was read from",
    "start": "first character of the number in the text of the document",
    "end": "the character after it",
    "quote_start": "first character of the quote",
    "quote_end": "the character after it",
    "outcome": "to be filled in: what came of it",
    "outcome_source": "to be filled in: who says so, and where",
}


def targets(figures: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """List what was promised, the nearest deadline first.

    Parameters
    ----------
    figures : pandas.DataFrame
        From `pressroom.growth_figures`.
    corpus : Corpus
        The one they were found in: it gives the title, the day held and the page.

    Returns
    -------
    pandas.DataFrame
        The table `targets`: the figures whose status is `target`, with `modifier` (their approximator),
        `deadline` (the last day of their period), the source, and `outcome` and `outcome_source`, which are empty
        for the reader to fill in. Those without a deadline come last.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read_text("By 2030, we aim to have 12,000 orchards.", held="2024-05-06")
    >>> targets(pr.growth_figures(corpus), corpus)[["value", "deadline", "outcome"]]
         value    deadline outcome
    0  12000.0  2030-12-31     NaN
    """
    documents = {row["doc_id"]: row for row in tables.records(corpus.documents)}
    pages = tables.records(corpus.pages)
    rows = []
    for figure in tables.records(figures[figures["status"] == "target"]):
        document = documents[figure["doc_id"]]
        page = next((p for p in pages if _holds(p, figure)), {})
        rows.append(
            {
                **{column: figure[column] for column in COPIED},
                "modifier": figure["approx"],
                "deadline": _last_day(figure["period_end"]),
                "title": document["title"],
                "held": document["held"],
                "url": page.get("url"),
                "source": page.get("source") or document["source"],
            }
        )
    rows.sort(key=lambda row: (row["deadline"] or "9999", row["doc_id"], row["figure"]))
    return tables.make("targets", rows)


def _holds(page: dict[str, Any], figure: dict[str, Any]) -> bool:
    return bool(page["doc_id"] == figure["doc_id"] and page["start"] <= figure["start"] < page["end"])


def _last_day(period_end: str | None) -> str | None:
    """The day before the end of a half-open period."""
    return (dt.date.fromisoformat(period_end[:10]) - dt.timedelta(days=1)).isoformat() if period_end else None
