"""Tables in, a list of checks with what was expected and found out; a check that fails stops the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ..reconciling.proof import unaccounted
from .listing import Listing, rows

if TYPE_CHECKING:
    from ..corpus import Corpus

Check = tuple[str, object, object]  # what is checked, expected, found
COLUMNS = ("check", "expected", "found")


class CheckFailed(ValueError):
    """A table does not keep what it promises; the message names the check, what was found and expected."""


def _passed(checks: list[Check]) -> Listing:
    failed = [f"{what}: expected {expected}, found {found}" for what, expected, found in checks if expected != found]
    if failed:
        raise CheckFailed("; ".join(failed) + ". Do not use these numbers; report the page that causes it")
    return rows(pd.DataFrame(checks, columns=list(COLUMNS)))


def corpus(read: Corpus) -> Listing:
    """Check a corpus: the rows quote their texts, the ledger is complete, words add up, answers have questions.

    Parameters
    ----------
    read : Corpus

    Returns
    -------
    pressroom.listing.Listing
        One row a check, with what was expected and what was found.

    Raises
    ------
    CheckFailed
        If one does not hold.
    """
    keys = set(zip(read.turns["doc_id"], read.turns["turn"], strict=True))
    answered = read.turns.dropna(subset="answers")
    without = [key for key in zip(answered["doc_id"], answered["answers"], strict=True) if key not in keys]
    return _passed(
        [
            ("turns that are not the words at their offsets", 0, _misquoted(read.turns, read)),
            ("sentences that are not the words at their offsets", 0, _misquoted(read.sentences, read)),
            ("characters that no part of the ledger holds, or two do", 0, _unaccounted(read)),
            ("words of all turns", int(read.documents["n_words"].sum()), int(read.turns["n_words"].sum())),
            ("answers whose question is not there", 0, len(without)),
        ]
    )


def shares(table: pd.DataFrame, read: Corpus) -> Listing:
    """Check a table of shares: it has every word once, and its per cents add up to 100."""
    n_words = int(read.turns["n_words"].sum())
    return _passed(
        [
            ("words in the table", n_words, int(table["n_words"].sum())),
            ("per cent in all", 100.0 if n_words else 0.0, round(float(table["share_pct"].sum()), 6)),
            ("turns in the table", len(read.turns), int(table["n_turns"].sum())),
        ]
    )


def evidence(table: pd.DataFrame, read: Corpus) -> Listing:
    """Check a table of theme hits or growth figures: each row quotes the text, inside a turn of the corpus."""
    keys = set(zip(read.turns["doc_id"], read.turns["turn"], strict=True))
    stray = [key for key in zip(table["doc_id"], table["turn"], strict=True) if key not in keys]
    checks: list[Check] = [
        ("rows that are not the words at their offsets", 0, _misquoted(table, read)),
        ("rows of a turn that is not there", 0, len(stray)),
    ]
    if "quote" in table:
        quotes = table.assign(start=table["quote_start"], end=table["quote_end"], text=table["quote"])
        inside = (table["quote_start"] <= table["start"]) & (table["end"] <= table["quote_end"])
        known = table.dropna(subset=["period_start", "period_end"])
        checks += [
            ("quotes that are not the words at their offsets", 0, _misquoted(quotes, read)),
            ("numbers outside their own quote", 0, int((~inside).sum())),
            ("periods that end before they begin", 0, int((known["period_end"] <= known["period_start"]).sum())),
        ]
    return _passed(checks)


def _misquoted(table: pd.DataFrame, read: Corpus) -> int:
    columns = table[["doc_id", "start", "end", "text"]].itertuples(index=False)
    return sum(read.texts[doc_id][start:end] != text for doc_id, start, end, text in columns)


def _unaccounted(read: Corpus) -> int:
    return sum(unaccounted(read.parts[read.parts["doc_id"] == doc_id], text) for doc_id, text in read.texts.items())
