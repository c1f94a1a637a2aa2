"""Two figures and what came of comparing them in, a row of the table `figure_checks` out."""

from __future__ import annotations

from typing import Any

from .same_thing import Said, specific


def check_row(
    check: str, figure: Said, other: Said, expected: str, found: str, verdict: str, note: str = ""
) -> dict[str, Any]:
    """The row that says what a figure was checked against, what was expected and what was found."""
    return {
        "doc_id": figure.doc_id,
        "check": check,
        "figure": figure.figure,
        "other": other.figure,
        "expected": expected or None,
        "found": found,
        "verdict": verdict,
        "note": note or None,
    }


def verdict(agrees: bool, *figures: Said) -> str:
    """`agrees`, `differs`, or `doubtful` where a figure carries a doubt or a vague indicator may mean another thing."""
    if agrees:
        return "agrees"
    doubtful = any(figure.row.get("doubts") for figure in figures) or not specific(figures[0].words)
    return "doubtful" if doubtful else "differs"
