"""A text and its labels in, its turns and the ledger of its parts out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from .model import Part, Turn
from .segmenting.asides import ENDS, RESUMES, Aside
from .segmenting.lines import WHITE
from .segmenting.view import Label

BLANKS = frozenset(WHITE)
START = itemgetter(0)
UNCLAIMED = re.compile(r"\S+(?:[^\S\n]+\S+)*")  # what one line prints


@dataclass(slots=True)
class Speech:
    """What stands under one label, or under none: the stretches that are said."""

    label: int | None
    spans: list[tuple[int, int]]
    asides: list[tuple[int, int]] = field(default_factory=list)


def cut(text: str, start: int, labels: Sequence[Label], asides: Sequence[Aside]) -> tuple[list[Speech], list[Part]]:
    """The text from `start` on cut at its labels: the speech under each, and the parts that nobody says."""
    edges = [(start, None), *((label.end, n) for n, label in enumerate(labels))]
    found: list[Speech] = []
    parts: list[Part] = []
    k = 0
    for (begin, owner), until in zip(edges, [*(label.start for label in labels), len(text)], strict=True):
        speech, at, ended = Speech(owner, []), begin, False
        while k < len(asides) and asides[k].start < begin:
            k += 1
        while k < len(asides) and asides[k].start < until:
            aside = asides[k]
            _say(text, at, aside.start, ended, speech, parts)
            parts.append(Part(aside.start, aside.end, aside.part))
            if aside.part == "stage_direction" and not ended:
                speech.asides.append((aside.start, aside.end))
            ended = aside.effect == ENDS or (ended and aside.effect != RESUMES)
            at, k = aside.end, k + 1
        _say(text, at, until, ended, speech, parts)
        if speech.spans or (owner is not None and speech.asides):
            found.append(speech)
    return found, parts


def _say(text: str, a: int, b: int, ended: bool, speech: Speech, parts: list[Part]) -> None:
    """A stretch between two asides: speech, or a part of its own where the speech has ended."""
    while a < b and text[a] in BLANKS:
        a += 1
    while a < b and text[b - 1] in BLANKS:
        b -= 1
    if a < b and ended:
        parts.append(Part(a, b, "other"))
    elif a < b:
        speech.spans.append((a, b))


def make_turn(speech: Speech, labels: Sequence[Label]) -> Turn:
    """One turn: from the first spoken character to the last; who only laughs has the laughter for a turn."""
    spans = speech.spans or speech.asides[:1]
    label = labels[speech.label].text if speech.label is not None else None
    return Turn(label, spans[0][0], spans[-1][1])


def ledger(text: str, found: Sequence[Part]) -> list[Part]:
    """Every character that is not white space in exactly one part, in order; what nothing claims is `other`."""
    parts = sorted((p for p in found if p.start < p.end), key=START)
    whole: list[Part] = []
    at = 0
    for part in [*parts, Part(len(text), len(text), "other")]:
        start, end, _ = part
        if at < start and not text[at:start].isspace():
            for match in UNCLAIMED.finditer(text, at, start):
                whole.append(Part(match.start(), match.end(), "other"))
        if start < end:
            whole.append(part)
        at = end
    return whole
