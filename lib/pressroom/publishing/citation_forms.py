"""Conferences as citations need them in, text, BibTeX and CSL-JSON out."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .. import __version__

AUTHORS = "The pressroom authors"
SHORT = 12  # characters of a SHA-256: enough to tell two texts apart, short enough to print
LATEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
LATEX |= {character: f"\\{character}" for character in "&%$#_{}"}


@dataclass(frozen=True)
class Source:
    """One conference as a citation needs it; days are None where the pages do not give them.

    `what` is "Press conference", or "Text" for any text that was read without looking for a title.
    """

    doc_id: str
    what: str
    title: str
    publisher: str | None
    held: dt.date | None
    published: dt.date | None
    url: str | None
    retrieved: dt.date | None
    pages: str | None
    language: str
    sha256: str


def spelled(day: dt.date) -> str:
    """A day as it is written in English prose: 26 April 2024."""
    return f"{day.day} {day:%B} {day.year}"


def held(source: Source) -> str:
    """When a conference was held, in words; said so where it is not known."""
    return f"held {spelled(source.held)}" if source.held else "day not known"


def _text(found: list[Source], whole: bool) -> str:
    lines = []
    for source in found:
        posted = f"posted {spelled(source.published)}" if source.published else None
        retrieved = f"retrieved {spelled(source.retrieved)}" if source.retrieved else None
        pieces = [
            source.title,
            f"{source.what}, {held(source)}",
            ", ".join(filter(None, [source.publisher, posted, source.url, retrieved])),
            source.pages,
            f"Read with pressroom {__version__}, text {source.sha256[:SHORT]}",
        ]
        lines.append(". ".join(filter(None, pieces)) + ".")
    if whole:
        lines.append(f"{AUTHORS}. pressroom, version {__version__}. Software.")
    return "\n".join(lines) + "\n"


def _bibtex(found: list[Source], whole: bool) -> str:
    entries = [_entry("misc", _key(source.doc_id), _bibtex_fields(source)) for source in found]
    if whole:
        program: dict[str, str | None] = {
            "author": f"{{{AUTHORS}}}",
            "title": "{pressroom}",
            "version": __version__,
            "note": "Software",
        }
        entries.append(_entry("misc", "pressroom", program))
    return "\n".join(entries)


def _bibtex_fields(source: Source) -> dict[str, str | None]:
    # `misc` with year, month and day is understood by BibTeX and by biblatex, which reads eventdate and urldate too.
    posted = source.published or source.held
    notes = [
        f"{source.what}, {held(source)}",
        source.pages,
        f"read with pressroom {__version__}, text {source.sha256[:SHORT]}",
    ]
    return {
        "title": f"{{{_latex(source.title)}}}",
        "howpublished": source.publisher and _latex(source.publisher),
        "year": str(posted.year) if posted else None,
        "month": str(posted.month) if posted else None,
        "day": str(posted.day) if posted else None,
        "eventdate": source.held.isoformat() if source.held else None,
        "url": source.url and source.url.replace("{", "%7B").replace("}", "%7D"),
        "urldate": source.retrieved.isoformat() if source.retrieved else None,
        "note": _latex("; ".join(filter(None, notes))),
    }


def _entry(kind: str, key: str, fields: dict[str, str | None]) -> str:
    listed = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{listed}}}\n"


def _key(doc_id: str) -> str:
    return "press-" + re.sub(r"[^A-Za-z0-9-]+", "-", doc_id)


def _latex(text: str) -> str:
    return "".join(LATEX.get(character, character) for character in " ".join(text.split()))


def _csl(found: list[Source], whole: bool) -> str:
    items: list[dict[str, Any]] = [_csl_item(source) for source in found]
    if whole:
        items.append(
            {
                "id": "pressroom",
                "type": "software",
                "title": "pressroom",
                "author": [{"literal": AUTHORS}],
                "version": __version__,
            }
        )
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _csl_item(source: Source) -> dict[str, Any]:
    item = {
        "id": source.doc_id,
        "type": "webpage",
        "title": source.title,
        "genre": source.what,
        "container-title": source.publisher,
        "publisher": source.publisher,
        "issued": _parts(source.published),
        "event-date": _parts(source.held),
        "URL": source.url,
        "accessed": _parts(source.retrieved),
        "language": source.language,
        "note": "; ".join(_noted(source)),
    }
    return {name: value for name, value in item.items() if value}


def _noted(source: Source) -> Iterable[str]:
    if source.pages:
        yield source.pages
    yield f"read with pressroom {__version__}"
    yield f"SHA-256 of the text {source.sha256[:SHORT]}"


def _parts(day: dt.date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


FORMS: dict[str, Callable[[list[Source], bool], str]] = {"text": _text, "bibtex": _bibtex, "csl": _csl}
