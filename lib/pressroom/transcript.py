"""A page's lines and labels in, its turns and the ledger of its parts out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import patterns
from .labels import Label, Line, plain_name
from .model import Part, Turn

INTRO = re.compile(
    r"\b(?:held|holds|hosted|hold|met|meets|attends?)\b[^.]*\b(?:press conference|press briefing|the press|briefing)\b|"
    r"\b(?:press conference|briefing)\b[^.]*\b(?:was held|took place)\b|"
    r"\b(?:following is|full text|transcript (?:follows|of)|as follows|highlights of|edited for)\b",
    re.I,
)
FOOT = re.compile(
    r"^(?:Translated by|Copyright|Contact us|Editors?\s*:|Source\s*:|Share\b|Related|For reference|Read more|©)",
    re.I,
)
SENTENCE = re.compile(r"[.?!…][\"”’')\]]*$")


@dataclass(frozen=True)
class Piece:
    """A stretch of one line that belongs to one label, or to none; `gap` is the line breaks before it."""

    start: int
    end: int
    text: str
    gap: int
    label: int | None
    part: str = "speech"


def read_lines(text: str) -> list[Line]:
    """The lines of a text that print something, without the white space and invisible characters around them."""
    found = []
    for match in patterns.LINE.finditer(text):
        words = match.group().strip(patterns.BLANK)
        if words:
            start = match.start() + match.group().index(words)
            found.append((start, start + len(words), words))
    return found


def opening_line(lines: Sequence[Line], first: int) -> int:
    """The number of the line where speech begins: an announcement or a question may precede the first label."""
    while first and _is_spoken(lines[first - 1][2]):
        first -= 1
    return first


def _is_spoken(text: str) -> bool:
    return (
        len(text) > 25
        and bool(SENTENCE.search(text))
        and not (INTRO.search(text) or patterns.CAPTION.search(text) or patterns.CAST_LINE.match(text))
    )


def cut(text: str, lines: Sequence[Line], labels: Sequence[Label], first: int) -> list[Piece]:
    """The lines from `first` on, cut at the labels; each piece named: speech, caption, stage direction …"""
    pieces: list[Piece] = []
    by_line: dict[int, list[int]] = {}
    for k, label in enumerate(labels):
        by_line.setdefault(label.line, []).append(k)
    current: int | None = None
    ended, last_end = False, lines[first - 1][1] if first else 0
    for number in range(first, len(lines)):
        start, end, _ = lines[number]
        gap = text.count("\n", last_end, start)
        last_end = end
        edges = by_line.get(number, [])
        spans: list[tuple[int, int, int | None]] = [(start, labels[edges[0]].start if edges else end, current)]
        spans += [
            (labels[k].end, labels[after].start if after is not None else end, k)
            for k, after in zip(edges, [*edges[1:], None][: len(edges)], strict=True)
        ]
        for a, b, owner in spans:
            said = text[a:b].strip(patterns.BLANK)
            if said:
                at = text.index(said, a)
                part = _part(said, owner is not None and owner in edges, ended)
                ended = ended or part == "navigation"
                pieces.append(Piece(at, at + len(said), said, gap, owner, part))
                gap = 0
        if edges:
            current, ended = edges[-1], False
    return pieces


def _part(said: str, labelled: bool, ended: bool) -> str:
    if patterns.NAVIGATION.fullmatch(said):
        return "navigation"
    if patterns.STAGE.fullmatch(said) or patterns.AFTERWARDS.fullmatch(said):
        return "stage_direction"
    if labelled:
        return "speech"
    if patterns.CAPTION.search(said):
        return "caption"
    return "other" if ended or FOOT.match(said) else "speech"


def group(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The speech of each turn: neighbouring pieces of speech under the same label."""
    turns: list[list[Piece]] = []
    for piece in pieces:
        if piece.part == "speech":
            if turns and turns[-1][0].label == piece.label:
                turns[-1].append(piece)
            else:
                turns.append([piece])
    return turns


def make_turn(speech: Sequence[Piece], labels: Sequence[Label], inferred: str | None) -> Turn:
    """One turn from its pieces: from the first spoken character to the last."""
    start, end = speech[0].start, speech[-1].end
    for match in reversed(list(patterns.STAGE_INLINE.finditer(speech[-1].text))):
        if match.end() == end - speech[-1].start:  # "… now takes nine hours. (Applause)"
            end = speech[-1].start + len(speech[-1].text[: match.start()].rstrip())
    k = speech[0].label
    return Turn(labels[k].text if k is not None and not inferred else None, start, end, inferred)


def ledger(text: str, front: Sequence[Part], labels: Sequence[Label], pieces: Sequence[Piece]) -> list[Part]:
    """Every character that is not white space in exactly one part, in order; what nothing claims is `other`."""
    found = [*front, *(Part(label.start, label.end, "label") for label in labels)]
    for piece in pieces:
        at = piece.start
        if piece.part == "speech":
            for match in patterns.STAGE_INLINE.finditer(piece.text):
                a, b = piece.start + match.start(), piece.start + match.end()
                found += [Part(at, at + len(text[at:a].rstrip()), "speech"), Part(a, b, "stage_direction")]
                at = b + len(text[b : piece.end]) - len(text[b : piece.end].lstrip())
        if at < piece.end:
            found.append(Part(at, piece.end, piece.part))
    found = sorted((p for p in found if p.start < p.end), key=lambda p: p.start)
    gaps, at = [], 0
    for part in [*found, Part(len(text), len(text), "other")]:
        for match in re.finditer(r"\S+(?:[^\S\n]+\S+)*", text[at : part.start]):
            gaps.append(Part(at + match.start(), at + match.end(), "other"))
        at = part.end
    return sorted([*found, *gaps], key=lambda p: p.start)


def names_of(labels: Sequence[Label]) -> list[str]:
    """The labels without editor tokens and roles in brackets."""
    return [plain_name(label.text) for label in labels]
