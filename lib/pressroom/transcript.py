"""A text and its labels in, its turns and the ledger of its parts out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from . import patterns
from .model import Part, Turn
from .names import words_of
from .phrases import TELLS_OF_A_CONFERENCE
from .view import Label

Line = tuple[int, int, str]  # start, end, words

SENTENCE = re.compile(r"[.?!…][\"”’')\]*]*$")
WHITE = patterns.BLANK + "\n"
ODD_LINE = re.compile(
    rf"\n[{patterns.BLANK}]*(?:[(\[（*_<‹«＜–—=~\\-]|1[ |]|Prev|Page |_ueditor|END|\d{{1,2}}:\d\d)[^\n]*"
)  # lines that may be more than speech, by how they begin
HEAD_CHARACTERS, HEAD_LINES, LONG_LINE = 12_000, 60, 250
LONGEST_CAPTION = 600
SENTENCE_ENDS = '.?!"”)]'
ENDS, RESUMES = "ends", "resumes"  # what stands after a page's navigation is no speech, until the next page begins


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch in the midst of the speech that nobody says, and what it does to what follows it."""

    start: int
    end: int
    part: str
    effect: str = ""


@dataclass(slots=True)
class Speech:
    """What stands under one label, or under none: the stretches that are said."""

    label: int | None
    spans: list[tuple[int, int]]
    asides: list[tuple[int, int]] = field(default_factory=list)


def plain_text(text: str) -> str:
    """What the rules look at: every sort of blank a plain one, paragraphs on one line. Offsets stay as they are."""
    for blank in "\u00a0\u2002\u2003\u2009\u3000":
        text = text.replace(blank, " ")
    return _unwrapped(text) if _is_wrapped(text) else text


def _is_wrapped(text: str) -> bool:
    """Whether the lines of a text are broken at a fixed width inside its paragraphs."""
    sizes = [len(line) for line in text[:40_000].split("\n") if line and not line.isspace()]
    long = sum(n > 100 for n in sizes)
    return len(sizes) > 8 and long < len(sizes) / 20 and sum(n > 55 for n in sizes) > len(sizes) / 4


def _unwrapped(text: str) -> str:
    """A line break after a long line becomes a blank, unless the next line begins as a label or a list does."""
    lines = text.split("\n")
    pieces = [lines[0]]
    add = pieces.append
    for above, line in pairwise(lines):
        joins = len(above) > 50 and line and not line.isspace()
        if (
            joins
            and (above[-1] in SENTENCE_ENDS or above.rstrip()[-1:] in SENTENCE_ENDS)
            and patterns.NEW_LINE.match(line)
        ):
            joins = False
        add(" " if joins else "\n")
        add(line)
    return "".join(pieces)


def read_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a text that print something, without the white space and invisible characters around them."""
    found: list[Line] = []
    for match in patterns.LINE.finditer(text, start, len(text) if end is None else end):
        words = match.group().strip(patterns.BLANK)
        if words:
            at = match.start() + match.group().index(words)
            found.append((at, at + len(words), words))
    return found


def read_head(text: str) -> list[Line]:
    """The lines at the top of a page, down to the first long one that is said: the head is among them."""
    lines = read_lines(text, 0, HEAD_CHARACTERS)[:HEAD_LINES]
    said = (n for n, line in enumerate(lines) if len(line[2]) > LONG_LINE and _is_spoken(line[2]))
    return lines[: next(said, len(lines))]


def opening_line(lines: Sequence[Line]) -> int:
    """The number of the line where speech begins: an announcement or a question may precede the first label."""
    first = len(lines)
    while first and _is_spoken(lines[first - 1][2]):
        first -= 1
    return first


def first_spoken(lines: Sequence[Line], heads: Collection[str] = ()) -> int:
    """The number of the first line that is speech, on a later page: what was said on the page before goes on.

    Without `heads`, the lines at the head of the first page, a line is taken for speech when it is a sentence; with
    them every line that is neither one of them nor of the form that lines of a head have.
    """
    if heads:
        return next((n for n, (_, _, x) in enumerate(lines) if x not in heads and not _is_of_a_head(x)), len(lines))
    return next((n for n, line in enumerate(lines) if _is_spoken(line[2])), len(lines))


def _is_of_a_head(text: str) -> bool:
    dated = any(len(text) < 80 or match.end() == len(text) for match in patterns.DATE.finditer(text))
    return bool(dated or len(text) < 3 or patterns.BREADCRUMB.search(text[:160]) or patterns.CAPTION.search(text)) or (
        text.rstrip(":： ").lower() in words_of("heading") or patterns.NAVIGATION.fullmatch(text) is not None
    )


def _is_spoken(text: str) -> bool:
    return (
        len(text) > 25
        and bool(SENTENCE.search(text))
        and not (TELLS_OF_A_CONFERENCE.search(text) or patterns.CAPTION.search(text) or patterns.CAST_LINE.match(text))
        and not patterns.FOOT.match(text)
    )


# --- what nobody says -----------------------------------------------------------------------------------------
def find_asides(text: str) -> list[Aside]:
    """The captions, stage directions, navigation and editors' tokens of a text, in order, without overlap."""
    found = [*_odd_lines(text), *_captions(text), *_inline(text)]
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
        elif patterns.CLOCK.fullmatch(said):
            yield Aside(at, at + len(said), "dateline")
        elif patterns.PAGE_FOOT.fullmatch(said):
            yield Aside(at, at + len(said), "navigation")
        elif patterns.STAGE.fullmatch(said):
            yield Aside(at, at + len(said), "stage_direction")
        elif patterns.EDITOR_TOKEN.fullmatch(said):
            yield Aside(at, at + len(said), "other")


def _captions(text: str) -> Iterator[Aside]:
    for key in ("Photo", "photo ", "Image", "(Xinhua/"):
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


def _inline(text: str) -> Iterator[Aside]:
    for key in ("(", "[", "The following question"):
        at = text.find(key)
        while at >= 0:
            if match := patterns.STAGE_INLINE.match(text, at) or patterns.AFTERWARDS.match(text, at):
                yield Aside(at, match.end(), "stage_direction")
            at = text.find(key, at + 1)


def find_foot(text: str, start: int, end: int) -> Aside | None:
    """Where the foot of a page begins between the last label and the end: copyright, related stories, editors."""
    for a, b, words in read_lines(text, start, end):
        if len(words) < 120 and patterns.FOOT.match(words) and text[a - 1 : a] in ("", "\n", *patterns.BLANK):
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


# --- who says what --------------------------------------------------------------------------------------------
def cut(text: str, start: int, labels: Sequence[Label], asides: Sequence[Aside]) -> tuple[list[Speech], list[Part]]:
    """The text from `start` on cut at its labels: the speech under each, and the parts that nobody says."""
    starts = [a.start for a in asides]
    edges = [(start, None), *((label.end, n) for n, label in enumerate(labels))]
    found: list[Speech] = []
    parts: list[Part] = []
    for (begin, owner), until in zip(edges, [*(label.start for label in labels), len(text)], strict=True):
        speech, at, ended = Speech(owner, []), begin, False
        k = bisect_left(starts, begin)
        while True:
            aside = asides[k] if k < len(asides) and asides[k].start < until else None
            a, b = _trimmed(text, at, aside.start if aside else until)
            if a < b:
                if ended:
                    parts.append(Part(a, b, "other"))
                else:
                    speech.spans.append((a, b))
            if aside is None:
                break
            parts.append(Part(aside.start, aside.end, aside.part))
            if aside.part == "stage_direction" and not ended:
                speech.asides.append((aside.start, aside.end))
            ended = aside.effect == ENDS or (ended and aside.effect != RESUMES)
            at, k = aside.end, k + 1
        if speech.spans or (owner is not None and speech.asides):
            found.append(speech)
    return found, parts


def _trimmed(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and text[a] in WHITE:
        a += 1
    while a < b and text[b - 1] in WHITE:
        b -= 1
    return a, b


def make_turn(speech: Speech, labels: Sequence[Label]) -> Turn:
    """One turn: from the first spoken character to the last; who only laughs has the laughter for a turn."""
    spans = speech.spans or speech.asides[:1]
    label = labels[speech.label].text if speech.label is not None else None
    return Turn(label, spans[0][0], spans[-1][1])


def ledger(text: str, found: Sequence[Part]) -> list[Part]:
    """Every character that is not white space in exactly one part, in order; what nothing claims is `other`."""
    parts = sorted((p for p in found if p.start < p.end), key=lambda p: p.start)
    whole: list[Part] = []
    at = 0
    for part in [*parts, Part(len(text), len(text), "other")]:
        if at < part.start and text[at : part.start].strip():
            for match in re.finditer(r"\S+(?:[^\S\n]+\S+)*", text[at : part.start]):
                whole.append(Part(at + match.start(), at + match.end(), "other"))
        if part.start < part.end:
            whole.append(part)
        at = part.end
    return whole
