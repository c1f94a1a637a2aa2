"""A conference's text and rows in, the TEI body out: every visible character once, in order, marked for what it is."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from .. import tables
from .material import Material, turn_id
from .tei_header import XML, category, element, period_name
from .xml_names import xml_id, xml_text

Row = dict[str, Any]


def body(material: Material, document: Mapping[str, Any], turns: list[Row]) -> ET.Element:
    """The body of one conference: `u` for each turn, `note` for what nobody said.

    Parameters
    ----------
    material : Material
    document : mapping
        The row of the table `documents`.
    turns : list of dict
        Its turns, as `Material.turns` gives them.
    """
    doc_id = document["doc_id"]
    text = material.corpus.texts[doc_id]
    root = ET.Element("body")
    div = element(root, "div", type="pressConference")
    marks = _Marks(material, doc_id)
    notes = [p for p in _rows(material.corpus.parts, doc_id) if p["part"] != "speech"]
    inside: dict[int, list[Row]] = defaultdict(list)
    around: list[tuple[int, Row, bool]] = [(turn["start"], turn, True) for turn in turns]
    for part in notes:
        turn = next((t for t in turns if t["start"] <= part["start"] < t["end"]), None)
        if turn:
            inside[turn["turn"]].append(part)
        else:
            around.append((part["start"], part, False))
    for _, row, is_turn in sorted(around, key=lambda item: item[0]):
        if is_turn:
            div.append(_utterance(row, text, marks, inside[row["turn"]]))
        else:
            _note(div, row, text)
    div.text = "\n"
    for child in div:
        child.tail = "\n"
    return root


class _Marks:
    """The sentences, themes and figures of one document, to be looked up by turn and sentence."""

    def __init__(self, material: Material, doc_id: str) -> None:
        self.sentences: dict[int, list[Row]] = defaultdict(list)
        self.themes: dict[tuple[int, int], set[str]] = defaultdict(set)
        self.figures: dict[tuple[int, int], list[Row]] = defaultdict(list)
        for row in _rows(material.corpus.sentences, doc_id):
            self.sentences[row["turn"]].append(row)
        for row in _rows(material.hits, doc_id):
            self.themes[row["turn"], row["sentence"]].add(row["theme"])
        for row in _rows(material.figures, doc_id):
            self.figures[row["turn"], row["sentence"]].append(row)


def _rows(table: Any, doc_id: str) -> list[Row]:
    return tables.records(table[table["doc_id"] == doc_id])


def _place(doc_id: str, start: int, end: int) -> str:
    """Where the words are in the plain text: a fragment after RFC 5147."""
    return f"text/{quote(doc_id)}.txt#char={start},{end}"


def _note(parent: ET.Element, part: Row, text: str) -> None:
    words = text[part["start"] : part["end"]]
    kind = "speaker" if part["part"] == "label" else part["part"]
    element(parent, "note", words, type=kind, corresp=_place(part["doc_id"], part["start"], part["end"]))


def _utterance(turn: Row, text: str, marks: _Marks, notes: list[Row]) -> ET.Element:
    doc_id, question = turn["doc_id"], turn["answers"]
    utterance = ET.Element("u")
    named = {
        "who": f"#{xml_id('person', turn['speaker'])}" if turn["speaker"] else None,
        "ana": " ".join([category("kind", turn["kind"]), *([] if turn["label"] else [category("label", "lost")])]),
        "n": str(turn["turn"]),
        "prev": f"#{xml_id('u', turn_id(doc_id, question))}" if question else None,
        "corresp": _place(doc_id, turn["start"], turn["end"]),
    }
    utterance.set(f"{XML}id", xml_id("u", turn["id"]))
    for name, value in named.items():
        if value is not None:
            utterance.set(name, xml_text(value))
    pieces = [(row["start"], row, True) for row in marks.sentences[turn["turn"]]]
    pieces += [(row["start"], row, False) for row in notes]
    wrapped = any("\n" in row["text"] for row in marks.sentences[turn["turn"]])
    seg: ET.Element | None = None
    at = turn["start"]
    for start, row, is_sentence in sorted(pieces, key=lambda piece: piece[0]):
        gap = text[at:start]
        if not is_sentence:
            seg = None
            _note(utterance, row, text)
        else:
            if seg is None or "\n\n" in gap.replace(" ", "") or ("\n" in gap and not wrapped):
                seg = element(utterance, "seg")
            elif len(seg):
                seg[-1].tail = gap
            _sentence(seg, row, marks, text)
        at = max(at, row["end"])
    for child in utterance:
        child.tail = "\n"
    utterance.text = "\n"
    return utterance


def _sentence(seg: ET.Element, row: Row, marks: _Marks, text: str) -> None:
    key = (row["turn"], row["sentence"])
    themes = " ".join(category("theme", theme) for theme in sorted(marks.themes[key]))
    sentence = element(seg, "s", ana=themes or None)
    at = row["start"]
    last: ET.Element | None = None
    for figure in sorted(marks.figures[key], key=lambda f: (f["start"], f["figure"])):
        # Two figures on the same words, or on words that overlap: the second is an empty element after the first.
        start, end = max(figure["start"], at), max(figure["end"], at)
        if figure["start"] < at:
            start = end = at
        _append(sentence, last, text[at:start])
        last = _figure(sentence, figure, text[start:end])
        at = end
    _append(sentence, last, text[at : row["end"]])


def _append(sentence: ET.Element, last: ET.Element | None, words: str) -> None:
    if last is None:
        sentence.text = (sentence.text or "") + xml_text(words)
    else:
        last.tail = (last.tail or "") + xml_text(words)


def _figure(sentence: ET.Element, figure: Row, words: str) -> ET.Element:
    points = [category(name, figure[name]) for name in ("status", "direction") if figure[name]]
    if figure["period_start"] and figure["period_end"]:
        points.append(category("period", period_name(figure["period_start"], figure["period_end"])))
    measure = element(
        sentence,
        "measure",
        type=figure["kind"],
        quantity=None if figure["value"] is None else _number(figure["value"]),
        unit=(figure["unit"] or "").replace(" ", "_") or None,
        commodity=figure["indicator"] and " ".join(figure["indicator"].split()),
        ana=" ".join(points) or None,
        n=str(figure["figure"]),
        corresp=_place(figure["doc_id"], figure["start"], figure["end"]),
    )
    if figure["value_high"] is None or figure["value"] is None:
        measure.text = xml_text(words)
    else:
        element(measure, "num", words, atLeast=_number(figure["value"]), atMost=_number(figure["value_high"]))
    return measure


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))
