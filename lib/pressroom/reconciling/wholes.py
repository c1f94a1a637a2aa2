"""Shares that one list gives of one whole in, whether they add up to more than the whole out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .figure_check import check_row
from .same_thing import Said, together

MOST_GAP = 80  # characters between two shares of one list
OF_A_WHOLE = re.compile(
    r"\b(?:account(?:s|ed|ing)? for|ma(?:kes?|de|king) up|t(?:akes?|ook|aking) up|represent(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
THE_TOTAL = re.compile(r"\s+of the (?:total|whole)\b")
ANOTHER_CLAIM = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|reach\w*|stands?|stood|rose|fell|grew)\b", re.IGNORECASE
)
ANOTHER_WHOLE = re.compile(r"\bof\b(?! the (?:total|whole)\b)")


def too_large_wholes(known: list[Said], text: str) -> Iterator[dict[str, Any]]:
    """Check lists such as "made up 30.3% of the total; services, 59.6%".

    The parts must stand in one sentence under one verb of being a part, and no second whole may be named between
    them: "57% of tax revenue, 67% of GDP" are shares of two things.

    Parameters
    ----------
    known : list of Said
        The figures of a document, in order.
    text : str
        The document's text.

    Yields
    ------
    dict
        Rows of the table `figure_checks`.
    """
    chain: list[Said] = []
    for figure in [*known, None]:
        if figure is not None and chain and _goes_on(chain[-1], figure, text):
            chain.append(figure)
            continue
        if len(chain) > 1 and OF_A_WHOLE.search(text[chain[0].quote_start : chain[-1].quote_end]):
            yield _added_up(chain)
        chain = [figure] if figure is not None and _is_part(figure) else []


def _added_up(chain: list[Said]) -> dict[str, Any]:
    note = "; ".join(f"{figure.indicator} {figure.text}" for figure in chain)
    found = f"{sum(figure.value for figure in chain):,.6g}%"
    fits = sum(figure.low for figure in chain) <= 100
    verdict = "agrees" if fits else "doubtful" if any(f.row.get("doubts") for f in chain) else "differs"
    return check_row("shares of a whole", chain[-1], chain[0], "at most 100%", found, verdict, note)


def _is_part(figure: Said) -> bool:
    return bool(figure.kind == "share" and figure.unit == "%" and figure.value_high is None)


def _goes_on(last: Said, figure: Said, text: str) -> bool:
    """Whether the next figure is the next part of the list: nothing between them names another whole or verb."""
    between, after = text[last.end : figure.start], text[figure.end : figure.end + MOST_GAP]
    return (
        _is_part(figure)
        and together(last, figure)
        and last.period == figure.period
        and last.status == figure.status
        and last.words != figure.words
        and len(between) <= MOST_GAP
        and not OF_A_WHOLE.search(between)
        and not ANOTHER_CLAIM.search(between)
        and not ANOTHER_WHOLE.search(between)
        and (not re.match(r"\s+of\b", after) or THE_TOTAL.match(after) is not None)
    )
