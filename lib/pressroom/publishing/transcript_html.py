"""A document and its evidence in, its transcript as HTML out: every character once, speakers in the margin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

from ..prose import counted
from .markup import Html, element, joined
from .spans import Mark, Stretch, stretches

LINE = re.compile(r"^[^\S\n]*(\S)", re.MULTILINE)
UNNAMED = {"journalist": "unnamed journalist", "unknown": "unnamed speaker"}
Row = dict[str, Any]


@dataclass
class Evidence:
    """What lies on one document: plain rows of the tables, and the name of the document on the page."""

    anchor: str
    text: str
    pages: list[Row]
    parts: list[Row]
    turns: list[Row]
    figures: list[Row] = field(default_factory=list)
    hits: list[Row] = field(default_factory=list)
    first: bool = False  # its figures answer to `figure-12` alone as well

    def place(self, kind: str, number: int) -> str:
        """The name of a turn's, figure's or hit's place on the page."""
        return f"{self.anchor}-{kind}-{number}"


@dataclass(frozen=True)
class Block:
    """A line of the source with the white space after it, and the part and turn in which it begins."""

    start: int
    end: int
    part: str
    turn: int | None


def speaker_of(turn: Row) -> str:
    """The name of whoever speaks, or what is known of somebody without a name."""
    return str(turn["speaker"] or UNNAMED.get(turn["kind"], f"unnamed {turn['kind']}"))


def transcript(evidence: Evidence) -> Html:
    """The whole text of a document as HTML.

    The text of the elements of class `src`, in order, is the document's text, character by character.
    """
    turns = {turn["turn"]: turn for turn in evidence.turns}
    page_starts = [page["start"] for page in evidence.pages[1:]]
    shown: list[Html] = []
    begun: set[int] = set()
    label: Html | None = None
    page_before = 0

    def between(lines: list[Html]) -> None:
        if lines:
            shown.append(element("div", *lines, class_="between"))

    lines = _lines(evidence)
    for (page, number), group in groupby(lines, key=lambda b: (bisect_right(page_starts, b.start), b.turn)):
        of_group = list(group)
        if page != page_before:
            between([label] if label else [])
            label, page_before = None, page
            shown.append(_page_break(evidence.pages[page]))
        if number is None:
            ends_in_label = of_group[-1].part == "label"
            label = lines[of_group.pop()] if ends_in_label else None
            between([lines[block] for block in of_group])
        else:
            said = [lines[block] for block in of_group]
            shown.append(_turn(turns[number], evidence, label, said, continued=number in begun))
            begun.add(number)
            label = None
    between([label] if label else [])
    return joined(shown, "\n")


def blocks(evidence: Evidence) -> list[Block]:
    """The text cut where a line, a label, a turn or a page begins, so that each has a place of its own."""
    text, parts, turns = evidence.text, evidence.parts, evidence.turns
    edges = {match.start(1) for match in LINE.finditer(text)}
    edges |= {turn["start"] for turn in turns}
    edges |= {page["start"] for page in evidence.pages}
    edges |= {part["start"] for part in parts if part["part"] == "label"}
    inside = sorted(edge for edge in edges if 0 < edge < len(text))
    if inside and not text[: inside[0]].strip():  # white space at the very start goes with the first line
        inside = inside[1:]
    part_starts, turn_starts = [p["start"] for p in parts], [t["start"] for t in turns]
    found = []
    for start, end in pairwise([0, *inside, len(text)]):
        at = start + len(text[start:end]) - len(text[start:end].lstrip())
        part, turn = _covering(parts, part_starts, at), _covering(turns, turn_starts, at)
        found.append(Block(start, end, part["part"] if part else "other", turn["turn"] if turn else None))
    return [block for block in found if block.start < block.end]


def _covering(rows: list[Row], starts: list[int], at: int) -> Row | None:
    k = bisect_right(starts, at) - 1
    return rows[k] if k >= 0 and at < rows[k]["end"] else None


def _marks(evidence: Evidence) -> Iterator[Mark[tuple[str, int]]]:
    for n, part in enumerate(evidence.parts):
        if part["part"] != "speech":
            yield Mark(part["start"], part["end"], ("part", n))
    for n, figure in enumerate(evidence.figures):
        yield Mark(figure["start"], figure["end"], ("figure", n))
        yield Mark(figure["quote_start"], figure["quote_end"], ("quote", n))
    for n, hit in enumerate(evidence.hits):
        yield Mark(hit["start"], hit["end"], ("hit", n))


def _lines(evidence: Evidence) -> dict[Block, Html]:
    """Each block as a paragraph; marks that begin before it and reach into it are carried along."""
    written: dict[Block, Html] = {}
    waiting = sorted(_marks(evidence), key=lambda mark: mark.start, reverse=True)
    open_now: list[Mark[tuple[str, int]]] = []
    for block in blocks(evidence):
        open_now = [m for m in open_now if m.end > block.start]
        while waiting and waiting[-1].start < block.end:
            open_now.append(waiting.pop())
        pieces = [_stretch(s, block, evidence) for s in stretches(block.start, block.end, open_now)]
        muted = None if block.part == "speech" else block.part.replace("_", " ")
        class_ = "src" if muted is None else "src muted"
        written[block] = element("p", *pieces, class_=class_, data_part=muted)
    return written


def _stretch(stretch: Stretch[tuple[str, int]], block: Block, evidence: Evidence) -> Html:
    words = joined([evidence.text[stretch.start : stretch.end]])
    named: dict[str, list[int]] = {"figure": [], "hit": [], "quote": [], "part": []}
    starting: list[str] = []
    for mark in stretch.marks:
        kind, n = mark.name
        named[kind].append(n)
        if mark.start == stretch.start and kind in ("figure", "hit"):
            starting += _names(evidence, kind, n)
    figures, hits = [evidence.figures[n] for n in named["figure"]], [evidence.hits[n] for n in named["hit"]]
    aside = next((p for n in named["part"] if (p := evidence.parts[n]["part"]) != block.part), None)
    classes = [name for name, there in (("figure", figures), ("hit", hits)) if there]
    quotes = " ".join(evidence.place("figure", evidence.figures[n]["figure"]) for n in named["quote"])
    if not (classes or quotes or aside):
        return words
    if figures:
        classes.append(str(figures[0]["status"]))
    if aside:
        classes.append("muted")
    rows = [evidence.place("figure", f["figure"]) for f in figures] + [evidence.place("hit", h["hit"]) for h in hits]
    piece = element(
        "a" if rows else "span",
        words,
        class_=" ".join(classes) or None,
        id=starting[0] if starting else None,
        href=f"#{rows[0]}-row" if rows else None,
        data_rows=" ".join(rows) or None,
        data_kinds=" ".join(str(f["kind"]) for f in figures) or None,
        data_themes=" ".join(str(h["theme"]) for h in hits) or None,
        data_quotes=quotes or None,
    )
    for name in starting[1:]:
        piece = element("span", piece, id=name)
    return piece


def _names(evidence: Evidence, kind: str, n: int) -> list[str]:
    number = (evidence.figures if kind == "figure" else evidence.hits)[n][kind]
    return [evidence.place(kind, number)] + ([f"{kind}-{number}"] if evidence.first else [])


def _turn(turn: Row, evidence: Evidence, label: Html | None, said: list[Html], continued: bool) -> Html:
    name = speaker_of(turn)
    place = evidence.place("turn", turn["turn"])
    printed = str(turn["label"] or "").rstrip(": ：")
    notes: list[object] = []
    if label is not None and printed.casefold() != name.casefold() and turn["speaker"]:
        notes.append(element("p", name))
    known = [str(turn["kind"])] if turn["speaker"] else []
    known += [str(turn[c]) for c in ("role_text", "outlet") if turn[c] and turn[c] != printed]
    if known:
        notes.append(element("p", " · ".join(known)))
    if turn["inferred"]:
        notes.append(element("p", "No name is printed here. Turn inferred: ", turn["inferred"], class_="inferred"))
    if turn["answers"]:
        question = element("a", f"turn {turn['answers']}", href=f"#{evidence.place('turn', turn['answers'])}")
        notes.append(element("p", "answers ", question))
    number = element("a", f"turn {turn['turn']}", href=f"#{place}")
    notes.append(element("p", number, f" · {counted(turn['n_words'], 'word')}"))
    heading = label or element("p", name, class_="unprinted")
    if continued:
        notes = [element("p", "continued")]
    margin = element("header", element("h3", Html(_inline(heading))), *notes, class_="margin")
    return element(
        "section",
        margin,
        element("div", *said, class_="said"),
        class_="turn",
        id=None if continued else place,
        data_speaker=name,
        data_turn_kind=turn["kind"],
    )


def _inline(paragraph: Html) -> str:
    """A paragraph as a span, for a heading may hold no paragraph."""
    return f"<span{paragraph[2:-4]}</span>"


def _page_break(page: Row) -> Html:
    number = f"page {page['page']}" if page["page"] else "next page"
    return element("p", f"{number} · {page['source']}", class_="page-break")
