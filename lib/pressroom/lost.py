"""Turns in, the questions whose label the page lost split off, with the evidence, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mode

from .people import FLOOR
from .transcript import Piece

QUESTION_END = re.compile(r"\?[\"”’)]?(?:\s+(?:Many )?[Tt]hank(?:s| you)[^.?!]{0,30}[.!]?)?$")
CUE = re.compile(
    r"\b(?:I have (?:a|two|one) questions?|my (?:first |second |other )?question|follow(?: |-)up|I wonder|"
    r"I(?:'d|’d| would) like to (?:ask|know)|you (?:have )?(?:just )?(?:mentioned|said)|may I (?:ask|follow)|"
    r"I am from|I(?:'m|’m) from|want to ask|could you)\b",
    re.I,
)


def split_lost(
    groups: list[list[Piece]], kinds: Sequence[str], who: Sequence[str | None]
) -> list[tuple[int, int, str]]:
    """Find the questions that stand unlabelled at the end of somebody else's turn.

    Parameters
    ----------
    groups : list of list of Piece
        The paragraphs of each turn as labelled.
    kinds, who : sequence of str
        Kind and name of each turn's printed label.

    Returns
    -------
    list of (int, int, str)
        Turn, paragraph of the turn at which the question begins, and the evidence.
    """
    gaps = [p.gap for g in groups for p in g[1:] if p.gap]
    usual = mode(gaps) if gaps else 2
    found = []
    for i, paragraphs in enumerate(groups):
        if len(paragraphs) < 2 or kinds[i] in ("journalist", "interpreter"):
            continue
        following = kinds[i + 1] if i + 1 < len(groups) else None
        if following == "journalist":
            continue
        if evidence := _evidence(paragraphs, kinds[i], who[i], who[i + 1] if following else None, following, usual):
            found.append((i, *evidence))
    return found


def _evidence(
    paragraphs: list[Piece],
    kind: str,
    name: str | None,
    next_name: str | None,
    following: str | None,
    usual: int,
) -> tuple[int, str] | None:
    """At which paragraph the lost question begins, and why; None when nothing speaks for one."""
    wide = [n for n, p in enumerate(paragraphs) if n and p.gap > usual]
    at = wide[-1] if wide else len(paragraphs) - 1
    said, last = " ".join(p.text for p in paragraphs[at:]), paragraphs[-1].text
    if not (QUESTION_END.search(last) or CUE.search(last) or (wide and "?" in said)):
        return None
    told = f", and {next_name} answers" if next_name and following == "official" else ""
    if kind == "chair" and FLOOR.search(paragraphs[at - 1].text) and (following == "official" or wide):
        return at, f"question after the floor was opened{told}"
    if wide and (following in ("official", "chair") or following is None):
        return at, f"question after a gap where a label stood{told}"
    if following == "official" and next_name == name:
        return at, f"question at the end of a turn of {name}, who is named again right after it"
    if following == "official" and CUE.search(last):
        return at, f"question in the words of somebody who asks, after an answer{told}"
    return None
