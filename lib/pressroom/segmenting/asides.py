"""A text in, what nobody says in the midst of it, out: captions, stage directions, navigation, the foot of a page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .. import patterns
from .lines import SENTENCE_ENDS, WHITE, read_lines
from .view import Label

LONGEST_CAPTION = 600
LONGEST_FOOT, LAST_LINES = 120, 3
NEAR = 300  # characters above a label in which a heading may stand
LONGEST_STAMP = 15  # characters of `. 2024-04-26 10`
ENDS, RESUMES = "ends", "resumes"  # what stands after a page's navigation is no speech, until the next page begins
LONE_WORDS = ("To", "Of", "The", "And", "For", "From", "In")  # on a line of its own: a translator's blank line
ODD_LINE = re.compile(
    rf"\n[{patterns.BLANK}]*(?:[(\[（*_<‹«＜–—=~\\-]|1[ |]|Prev|Page |_ueditor|END|\d{{1,2}}:\d\d|"
    rf"\d{{4}}[-/.]\d|(?:{'|'.join(LONE_WORDS)})[{patterns.BLANK}]*(?=\n|\Z))[^\n]*"
)  # lines that may be more than speech, by how they begin


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch in the midst of the speech that nobody says, and what it does to what follows it."""

    start: int
    end: int
    part: str
    effect: str = ""


def find_asides(text: str) -> list[Aside]:
    """The captions, stage directions, navigation and editors' tokens of a text, in order, without overlap."""
    found = [*_odd_lines(text), *_captions(text), *_stamps(text), *_inline(text)]
    found.sort(key=lambda a: (a.start, -a.end))
    kept: list[Aside] = []
    for aside in found:
        if not kept or aside.start >= kept[-1].end:
            kept.append(aside)
    return kept


def _odd_lines(text: str) -> Iterator[Aside]:
    for match in ODD_LINE.finditer("\n" + text):
        said = match.group().strip(WHITE)
        at = match.start() + match.group().index(said) - 1
        if patterns.NAVIGATION.fullmatch(said):
            yield Aside(at, at + len(said), "navigation", ENDS)
        elif patterns.CLOCK.fullmatch(said) or patterns.TIMESTAMP.fullmatch(said):
            yield Aside(at, at + len(said), "dateline")
        elif patterns.PAGE_FOOT.fullmatch(said):
            yield Aside(at, at + len(said), "navigation")
        elif patterns.STAGE.fullmatch(said):
            yield Aside(at, at + len(said), "stage_direction")
        elif patterns.EDITOR_TOKEN.fullmatch(said) or said in LONE_WORDS or patterns.POINT.fullmatch(said):
            yield Aside(at, at + len(said), "other")


def _captions(text: str) -> Iterator[Aside]:
    for key in ("hoto", "Image", "(Xinhua/"):  # "Photo", "photo"
        at = text.find(key)
        while at >= 0:
            a = text.rfind("\n", 0, at) + 1
            b = text.find("\n", at)
            b = len(text) if b < 0 else b
            line = text[a:b].strip(patterns.BLANK)
            match = patterns.CAPTION.search(line)
            if match and len(line) > LONGEST_CAPTION:  # a credit in the midst of a paragraph that is spoken
                a = text.index(line, a)
                yield Aside(a + match.start(), a + match.end(), "caption")
            elif match:
                a = text.index(line, a)
                yield Aside(_caption_start(text, a, line), a + len(line), "caption")
            at = text.find(key, b)
    for match in patterns.GALLERY.finditer("\n" + text):
        yield Aside(match.start(), match.end() - 1, "caption")


def _caption_start(text: str, at: int, line: str) -> int:
    """Where a caption begins: on the line above, when the line holds the credit alone."""
    if line[0] not in "[(（":
        return at
    above = text[max(at - LONGEST_CAPTION, 0) : at].rstrip(WHITE)
    start = above.rfind("\n") + 1
    said = above[start:]
    return max(at - LONGEST_CAPTION, 0) + start if start and patterns.CAPTION_WORDS.search(said) else at


def _stamps(text: str) -> Iterator[Aside]:
    """The times that a live transcript prints behind the last sentence of each turn."""
    for clock in patterns.CLOCK_AT_END.finditer(text):
        at = clock.start()
        if stamp := patterns.STAMP.search(text, max(at - LONGEST_STAMP, 0), at):
            yield Aside(stamp.start("stamp"), clock.end(), "dateline")


def _inline(text: str) -> Iterator[Aside]:
    for key in ("(", "[", "The following question"):
        at = text.find(key)
        while at >= 0:
            if match := patterns.STAGE_INLINE.match(text, at) or patterns.AFTERWARDS.match(text, at):
                yield Aside(at, match.end(), "stage_direction")
            at = text.find(key, at + 1)


def find_subheads(text: str, labels: Sequence[Label]) -> list[Aside]:
    """The headings that stand between the turns of a page: short lines above a label that end as no sentence does.

    One alone may be the end of what somebody says; several are the points that a ministry puts above its questions.
    """
    found: list[Aside] = []
    for label in labels:
        at = label.start
        while at and text[at - 1] in WHITE:
            at -= 1
        if label.inside or at == label.start or text[at - 1] in ".?!":
            continue  # as nearly everywhere: a sentence stands above
        told = text[max(label.start - NEAR, 0) : at]
        above, line, words = told.rpartition("\n")
        if not line or not patterns.SUBHEAD.fullmatch(words.strip(WHITE)) or patterns.OWN_WORDS.search(words):
            continue
        if above.rstrip(WHITE)[-1:] in SENTENCE_ENDS:
            found.append(Aside(at - len(words.strip(WHITE)), at, "other"))
    return found if len(found) > 1 else []


def find_foot(text: str, start: int, end: int) -> Aside | None:
    """Where the foot of a page begins between the last label and the end: copyright, related stories, editors."""
    lines = read_lines(text, start, end)
    for n, (a, b, words) in enumerate(lines):
        if len(words) >= LONGEST_FOOT or text[a - 1 : a] not in ("", "\n", *patterns.BLANK):
            continue
        last = n >= len(lines) - LAST_LINES
        if patterns.FOOT.match(words) or (last and patterns.ABOUT_THE_TEXT.search(words)):
            return Aside(a, b, "other", ENDS)
    return None


def reconciled(labels: Sequence[Label], asides: Sequence[Aside]) -> tuple[list[Label], list[Aside]]:
    """A colon inside a caption is no label; a label in brackets, `[CCTV]`, is no stage direction."""
    starts = [a.start for a in asides]
    kept, taken = [], set()
    for label in labels:
        at = bisect_left(starts, label.start + 1) - 1
        aside = asides[at] if at >= 0 else None
        if aside and label.start < aside.end:
            if aside.part == "caption" or (label.start > aside.start and aside.effect != ENDS):
                continue
            taken.add(at)
        kept.append(label)
    return kept, [a for n, a in enumerate(asides) if n not in taken]
