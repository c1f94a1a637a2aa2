"""A corpus or a conference in, its TEI header out: titles, sizes, sources; people, outlets, categories."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from typing import Any

from .. import __version__, tables
from .material import Material
from .xml_names import xml_id, xml_text

XML = "{http://www.w3.org/XML/1998/namespace}"
# The categories that `ana` points to. Themes and reference periods are added as the corpus has them.
TAXONOMIES: dict[str, dict[str, str]] = {
    "kind": {
        "chair": "opens, hands the floor, closes",
        "official": "speaks for the government",
        "journalist": "asks",
        "interpreter": "renders another's words",
        "unknown": "the page does not tell",
    },
    "status": {
        "achieved": "said to have happened or to hold",
        "target": "aimed at, planned, forecast",
        "rule": "a parameter of a policy or law",
    },
    "label": {"lost": "the page prints no name; the turn was told by its words or its place"},
    "held": {
        "stated": "the page says on which day it was held",
        "correction": "the page does not say; somebody looked it up",
        "published": "not known; the day it was posted stands in",
        "unknown": "not known",
    },
    "direction": {"up": "a rise is stated", "down": "a fall is stated", "flat": "stated to be unchanged"},
}
AVAILABILITY = "The rights in the words are those of the source; the markup may be used as the source allows."
PROJECT = (
    "Saved transcripts of press conferences, read by pressroom. Speech, and all that is on the page but was not said, "
    "are kept apart; every turn and figure points at its characters in the plain text."
)


def category(taxonomy: str, name: str) -> str:
    """The pointer to a category.

    Examples
    --------
    >>> category("kind", "chair")
    '#kind.chair'
    """
    return f"#{xml_id(taxonomy, name)}"


def period_name(start: str, end: str) -> str:
    """The name of a reference period from two half-open ISO days.

    Examples
    --------
    >>> period_name("2024-01-01", "2024-04-01")
    '2024-01-01-2024-04-01'
    """
    return f"{start}-{end}"


def element(parent: ET.Element, tag: str, text: str | None = None, **attributes: str | None) -> ET.Element:
    """A child with text and those of the attributes that are not None; `xml_id` is `xml:id`."""
    named = {f"{XML}id" if k == "xml_id" else k: xml_text(str(v)) for k, v in attributes.items() if v is not None}
    child = ET.SubElement(parent, tag, named)
    child.text = xml_text(text) if text is not None else None
    return child


def corpus_header(material: Material, turns: list[dict[str, Any]]) -> ET.Element:
    """The header of the whole: sizes, categories, people and outlets."""
    documents = list(material.documents().values())
    header = ET.Element("teiHeader")
    description = element(header, "fileDesc")
    element(element(description, "titleStmt"), "title", f"{len(documents)} press conferences", type="main")
    _extent(description, len(turns), sum(document["n_words"] for document in documents))
    _publication(description, None)
    element(element(element(description, "sourceDesc"), "bibl"), "title", "Saved pages; see the header of each file")
    encoding = element(header, "encodingDesc")
    element(element(encoding, "projectDesc"), "p", PROJECT)
    _application(encoding)
    classes = element(encoding, "classDecl")
    for name, categories in TAXONOMIES.items():
        _taxonomy(classes, name, categories.items())
    _taxonomy(classes, "theme", [(theme.id, theme.label) for theme in material.codebook.themes])
    _periods(classes, material)
    profile = element(header, "profileDesc")
    people = element(profile, "particDesc")
    _organisations(people, turns)
    _persons(people, turns)
    language = element(element(profile, "langUsage"), "language", "English", ident="en")
    language.set("usage", "100")
    return header


def document_header(material: Material, document: Mapping[str, Any]) -> ET.Element:
    """The header of one conference: title, sizes, day held, and the pages it was read from with their hashes."""
    header = ET.Element("teiHeader")
    description = element(header, "fileDesc")
    element(element(description, "titleStmt"), "title", document["title"] or document["doc_id"], type="main")
    _extent(description, document["n_turns"], document["n_words"])
    _publication(description, document["published"])
    source = element(description, "sourceDesc")
    pages = material.corpus.pages
    for page in tables.records(pages[pages["doc_id"] == document["doc_id"]]):
        _page(source, document, page)
    encoding = element(header, "encodingDesc")
    _application(encoding)
    setting = element(element(element(header, "profileDesc"), "settingDesc"), "setting")
    held = document["held"]
    element(setting, "date", held or "not known", when=held, ana=category("held", document["held_from"] or "unknown"))
    return header


def _page(source: ET.Element, document: Mapping[str, Any], page: Mapping[str, Any]) -> None:
    bibl = element(source, "bibl", n=None if page["page"] is None else str(page["page"]))
    element(bibl, "title", document["title"] or document["doc_id"])
    if document["publisher"]:
        element(bibl, "publisher", document["publisher"])
    element(bibl, "idno", page["source"].replace("\\", "/").rsplit("/", 1)[-1], type="file")
    if page["url"]:
        element(bibl, "idno", page["url"], type="URI")
    element(bibl, "idno", page["sha256"], type="sha256")
    if page["retrieved"]:
        element(bibl, "date", page["retrieved"], type="retrieved")


def _extent(description: ET.Element, n_turns: int, n_words: int) -> None:
    extent = element(description, "extent")
    element(extent, "measure", f"{n_turns} turns", unit="turns", quantity=str(n_turns))
    element(extent, "measure", f"{n_words} words", unit="words", quantity=str(n_words))


def _publication(description: ET.Element, published: str | None) -> None:
    publication = element(description, "publicationStmt")
    element(publication, "publisher", "made by pressroom for its user")
    element(element(publication, "availability", status="restricted"), "p", AVAILABILITY)
    if published:
        element(publication, "date", published, when=published, type="posted")


def _application(encoding: ET.Element) -> None:
    application = element(element(encoding, "appInfo"), "application", ident="pressroom", version=__version__)
    element(application, "label", f"pressroom {__version__}")


def _taxonomy(classes: ET.Element, name: str, categories: Iterable[tuple[str, str]]) -> None:
    taxonomy = element(classes, "taxonomy", xml_id=name)
    for key, meaning in categories:
        element(element(taxonomy, "category", xml_id=xml_id(name, key), n=key), "catDesc", meaning)


def _periods(classes: ET.Element, material: Material) -> None:
    """The reference periods of the figures; TEI's `to` is the last day, the table's `period_end` the day after."""
    days = material.figures[["period_start", "period_end"]].dropna().drop_duplicates()
    taxonomy = element(classes, "taxonomy", xml_id="period")
    for start, end in sorted(days.itertuples(index=False)):
        name = period_name(start, end)
        meaning = element(element(taxonomy, "category", xml_id=xml_id("period", name), n=name), "catDesc")
        last = (dt.date.fromisoformat(end) - dt.timedelta(days=1)).isoformat()
        last = max(last, start)
        element(meaning, "date", f"{start} to {last}", **{"from": start, "to": last})


def _organisations(people: ET.Element, turns: list[dict[str, Any]]) -> None:
    outlets = {turn["outlet"]: turn["outlet_group"] for turn in turns if turn["outlet"]}
    listed = element(people, "listOrg")
    for name, group in sorted(outlets.items()):
        organisation = element(listed, "org", xml_id=xml_id("org", name), role="outlet", n=group)
        element(organisation, "orgName", name)


def _persons(people: ET.Element, turns: list[dict[str, Any]]) -> None:
    """Who speaks by name, with every role a page gives; a journalist known by the outlet only belongs to it."""
    listed = element(people, "listPerson")
    speakers = sorted({turn["speaker"] for turn in turns if turn["speaker"]})
    for name in speakers:
        own = [turn for turn in turns if turn["speaker"] == name]
        person = element(listed, "person", xml_id=xml_id("person", name))
        element(person, "persName", name)
        for role in sorted({turn["role_text"] for turn in own if turn["role_text"]}):
            element(person, "occupation", role)
        for outlet in sorted({turn["outlet"] for turn in own if turn["outlet"]}):
            element(person, "affiliation", role="representative", ref=f"#{xml_id('org', outlet)}")
