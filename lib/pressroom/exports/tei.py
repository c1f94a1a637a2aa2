"""A corpus in, TEI in the manner of ParlaMint out: a `teiCorpus` file that includes one `TEI` file a conference."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .material import Material
from .tei_header import XML, corpus_header, document_header
from .tei_speech import body
from .xml_names import xml_id

TEI = "http://www.tei-c.org/ns/1.0"
XINCLUDE = "http://www.w3.org/2001/XInclude"
CORPUS = "corpus.xml"


def write(material: Material, folder: Path) -> None:
    """Write `corpus.xml` and a file for each conference into a folder."""
    ET.register_namespace("", TEI)
    ET.register_namespace("xi", XINCLUDE)
    turns = list(material.turns())
    documents = material.documents()
    corpus = ET.Element("teiCorpus", {"xmlns": TEI, "xmlns:xi": XINCLUDE, f"{XML}id": "pressroom", f"{XML}lang": "en"})
    header = corpus_header(material, turns)
    ET.indent(header)
    corpus.append(header)
    for doc_id, document in documents.items():
        ET.SubElement(corpus, "xi:include", {"href": quote(f"{doc_id}.xml")})
        _save(_conference(material, document, [t for t in turns if t["doc_id"] == doc_id]), folder / f"{doc_id}.xml")
    _on_lines(corpus)
    _save(corpus, folder / CORPUS)


def _conference(material: Material, document: dict[str, Any], turns: list[dict[str, Any]]) -> ET.Element:
    doc_id = document["doc_id"]
    root = ET.Element(
        "TEI",
        {"xmlns": TEI, f"{XML}id": xml_id("doc", doc_id), f"{XML}lang": document["language"] or "en", "n": doc_id},
    )
    header = document_header(material, document)
    ET.indent(header)
    root.append(header)
    text = ET.SubElement(root, "text")
    text.append(body(material, document, turns))
    _on_lines(root)
    return root


def _on_lines(element: ET.Element) -> None:
    """Each child on a line of its own: for elements that hold no text, where white space means nothing."""
    element.text = "\n"
    for child in element:
        child.tail = "\n"


def _save(root: ET.Element, path: Path) -> None:
    content = ET.tostring(root, encoding="unicode", short_empty_elements=True)
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{content}\n', encoding="utf-8", newline="\n")
