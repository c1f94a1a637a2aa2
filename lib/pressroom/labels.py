"""The lines of a page in, the places where a name is printed before its speech out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from . import patterns
from .people import is_outlet, is_role_label

Line = tuple[int, int, str]


@dataclass(frozen=True)
class Label:
    """A printed name: its span with the colon, its words, and where the speech begins."""

    start: int
    end: int
    text: str
    line: int
    own_line: bool = False
    after_question: bool = False


def find_labels(lines: Sequence[Line], known: Callable[[str], bool]) -> list[Label]:
    """Every label of a page, in order.

    The style is chosen by evidence: whichever row of `DIALECTS` finds at least two labels and most of them.
    A name before a colon becomes a label when it looks like one and the page bears it out: it comes again, it is
    in the cast, it is an outlet, or it stands where a question must be asked.

    Parameters
    ----------
    lines : sequence of (start, end, text)
        The page's lines that are not empty, with offsets.
    known : callable
        Whether a name is somebody: in the cast or in the title.

    Returns
    -------
    list of Label
    """
    best: list[Label] = []
    for dialect in DIALECTS:
        found = list(dialect(lines, known))
        if len(found) > 1.5 * len(best):
            best = found
    return best


def plain_name(label: str) -> str:
    """A printed label without editor tokens, role in brackets and surrounding marks."""
    bare = patterns.EDITOR_TOKEN.sub("", label).strip(patterns.BLANK + "*_#")
    return patterns.BRACKET.sub("", bare).strip()


def _is_name(text: str) -> bool:
    """Whether a text has the form of a name: capitals, but for the little words inside an outlet's name."""
    return is_role_label(text) or (
        bool(patterns.NAME.fullmatch(text)) and not patterns.HEADING.match(text) and text[:1].isupper()
    )


def _is_person_like(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 4 and all(w[:1].isupper() and not w.isdigit() for w in words)


def _colon(lines: Sequence[Line], known: Callable[[str], bool]) -> Iterator[Label]:
    """`Liang Huiling:` on a line of its own, `CCTV: What …` before the speech, or after a stop in a paragraph."""
    free = [n for n, line in enumerate(lines) if not patterns.CAPTION.search(line[2])]
    candidates = [c for n in free for c in _line_candidates(n, lines)]
    count = Counter(plain_name(c.text) for c in candidates)
    sure = {name for name in count if _is_sure(name, count[name], known)}
    sure |= {plain_name(c.text) for c in candidates if c.own_line and _is_name(plain_name(c.text))}
    if not any(known(name) or _is_person_like(name) or is_outlet(name) or is_role_label(name) for name in sure):
        return
    inline = [c for n in free for c in _inner_candidates(n, lines[n])]
    inner = Counter(plain_name(c.text) for c in inline)
    sure |= {n for n in inner if known(n) or is_outlet(n) or is_role_label(n) or (_is_person_like(n) and inner[n] > 1)}
    sure |= {plain_name(c.text) for c in inline if c.after_question and _is_person_like(plain_name(c.text))}
    everything = sorted([*candidates, *inline], key=lambda c: c.start)
    for c, following in zip(everything, [*everything[1:], None], strict=True):
        if plain_name(c.text) in sure or _asks(c, following, lines, sure):
            yield c


def _is_sure(name: str, count: int, known: Callable[[str], bool]) -> bool:
    if not _is_name(name):
        return False
    return known(name) or is_outlet(name) or is_role_label(name) or _is_person_like(name) or (count > 1 and " " in name)


def _asks(label: Label, following: Label | None, lines: Sequence[Line], sure: set[str]) -> bool:
    """A single unknown word, `Antara: And …?`, is a label when what follows asks and is answered by a known name."""
    start, _, text = lines[label.line]
    if following is None or not _is_name(plain_name(label.text)) or plain_name(following.text) not in sure:
        return False
    said = (
        text[label.end - start :] if following.line != label.line else text[label.end - start : following.start - start]
    )
    return label.start == start and "?" in said


def _line_candidates(number: int, lines: Sequence[Line]) -> Iterator[Label]:
    start, _, text = lines[number]
    match = patterns.COLON.match(text)
    if not match or not _is_name(plain_name(match["label"])):
        return
    rest = text[match.end() :].strip(patterns.BLANK)
    following = lines[number + 1][2] if not rest and number + 1 < len(lines) else rest
    if patterns.CAST_LINE.match(following):
        return  # "Moderator: Mr. Zhan Kun, deputy director …" announces, on one line or two
    if rest and not re.match(r"\s", text[match.end() :]):
        return  # "10:30", "http://"
    yield Label(start, start + match.end(), _printed(match["label"]), number, not rest)


def _inner_candidates(number: int, line: Line) -> Iterator[Label]:
    start, _, text = line
    for match in patterns.INLINE.finditer(text):
        if _is_name(plain_name(match["label"])):
            asked = text[: match.start()].rstrip(patterns.BLANK + '"”’)').endswith("?")
            at = start + match.start("label")
            yield Label(at, start + match.end(), _printed(match["label"]), number, after_question=asked)


def _printed(label: str) -> str:
    return label.strip(patterns.BLANK)


def _capitals(lines: Sequence[Line], known: Callable[[str], bool]) -> Iterator[Label]:
    """`MS. PSAKI:  …`, `Q    …`, `CHAIR POWELL. …`: capitals at the head of a paragraph."""
    for number, (start, _, text) in enumerate(lines):
        for pattern in (patterns.CAPITALS, patterns.BARE_Q, patterns.CHAIR_POINT):
            if match := pattern.match(text):
                yield Label(start, start + match.end("colon"), match["label"].strip(), number)
                break


def _bare(lines: Sequence[Line], known: Callable[[str], bool]) -> Iterator[Label]:
    """`Economic Daily` on a line of its own, without a colon, and the speech on the next: reposts drop the colon."""
    found = [
        Label(start, end, _printed(text), number, True)
        for number, (start, end, text) in enumerate(lines[:-1])
        if len(text) < 60 and len(lines[number + 1][2]) > len(text) and _is_name(plain_name(text))
        and (known(plain_name(text)) or _is_person_like(plain_name(text)) or is_outlet(plain_name(text)) or is_role_label(plain_name(text)))
    ]  # fmt: skip
    count = Counter(label.text for label in found)
    if sum(n > 1 for n in count.values()) and len(found) > 3:
        yield from found


# How a press room prints who speaks. A new press room is a new row.
DIALECTS = (_colon, _capitals, _bare)
