"""Two copies of one conference in, the labels that one has lost and the other prints restored, out."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import Document, Turn
from .assembly import key_of

SHORTEST_KEY = 24  # letters and digits from which a paragraph is known again in the other copy


def restore_labels(document: Document, copy: Document, source: str) -> int:
    """Give the turns of a document the labels that another copy prints at the same words; changes the document.

    A turn whose label was lost gets the label, speaker and kind that the copy has there. Where the copy begins a
    turn in the midst of one of the document's, that turn is parted. Either way `inferred` names the copy.

    Parameters
    ----------
    document, copy : Document
    source : str
        How the copy is named in `inferred`.

    Returns
    -------
    int
        How many labels were restored.
    """
    told = {key: turn for turn in copy.turns if turn.label and (key := _first_key(copy.text, turn))}
    restored = 0
    turns: list[Turn] = []
    for turn in document.turns:
        pieces = _pieces(document.text, turn, told) if turn.inferred is None or turn.label is None else [turn.start]
        ends = [len(document.text[turn.start : at].rstrip()) + turn.start for at in pieces[1:]] + [turn.end]
        for start, end in zip(pieces, ends, strict=True):
            piece = turn if start == turn.start else Turn(None, start, end)
            piece.end = end
            other = told.get(_key_at(document.text, start, end))
            if other is not None and piece.label is None:
                piece = replace(other, start=start, end=end, inferred=f"label restored from {source}")
                restored += 1
            turns.append(piece)
    document.turns = turns
    return restored


def _pieces(text: str, turn: Turn, told: dict[str, Turn]) -> list[int]:
    """Where in a turn a paragraph stands with which the copy begins a turn of somebody else."""
    found = [turn.start]
    own = told.get(_key_at(text, turn.start, turn.end))
    for match in re.finditer(r"\n\s*(?=\S)", text[turn.start : turn.end]):
        at = turn.start + match.end()
        other = told.get(_key_at(text, at, turn.end))
        if other is not None and other is not own and (other.speaker, other.label) != (turn.speaker, turn.label):
            found.append(at)
    return found


def _key_at(text: str, start: int, end: int) -> str:
    """What a paragraph is known by: its letters and digits to the end of the line."""
    stop = text.find("\n", start, end)
    key = key_of(text[start : stop if stop >= 0 else end])
    return key if len(key) >= SHORTEST_KEY else ""


def _first_key(text: str, turn: Turn) -> str:
    return _key_at(text, turn.start, turn.end)
