"""Tables in, the two descriptions by which other tools read CSV files rightly out: Frictionless and CSV on the Web."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .. import __version__, tables
from ..paths import project_path
from ..results import all_tables
from .material import Material, write_json

PACKAGE, METADATA = "datapackage.json", "csv-metadata.json"
# One row in each is told apart by …
KEYS: dict[str, tuple[str, ...]] = {
    "documents": ("doc_id",),
    "turns": ("doc_id", "turn"),
    "sentences": ("doc_id", "turn", "sentence"),
    "growth_figures": ("doc_id", "figure"),
    "targets": ("doc_id", "figure"),
}
# … and belongs to one row of the table that stands here. `answers` is no such key, as most turns answer nothing and
# neither form allows a null in a key of several columns.
PARENTS: dict[str, list[tuple[tuple[str, ...], str, tuple[str, ...]]]] = {
    "pages": [(("doc_id",), "documents", KEYS["documents"])],
    "parts": [(("doc_id",), "documents", KEYS["documents"])],
    "turns": [(("doc_id",), "documents", KEYS["documents"])],
    "sentences": [(("doc_id", "turn"), "turns", KEYS["turns"])],
    "theme_hits": [(KEYS["sentences"], "sentences", KEYS["sentences"])],
    "growth_figures": [(KEYS["sentences"], "sentences", KEYS["sentences"])],
    "figure_checks": [(KEYS["growth_figures"], "growth_figures", KEYS["growth_figures"])],
    "targets": [(KEYS["growth_figures"], "growth_figures", KEYS["growth_figures"])],
}
DAYS = ("published", "held", "period_start", "period_end")
FRICTIONLESS = {"text": "string", "whole": "integer", "number": "number", "flag": "boolean", "list": "array"}
CSVW = {"text": "string", "whole": "integer", "number": "number", "flag": "boolean", "list": "json"}
ROW = re.compile(r"^\| `(\w+)` \| \w+ \| (.+?) \| .* \|$", re.MULTILINE)
MADE_BY = f"pressroom {__version__}"


def write(material: Material, folder: Path) -> None:
    """Write every table as CSV into a folder, and beside them what their columns are."""
    for name, table in all_tables(material.corpus, material.codebook, material.hits, material.figures).items():
        tables.write(table, folder / f"{name}.csv", "csv")
    describe(folder)


def describe(folder: Path) -> list[Path]:
    """Write `datapackage.json` and `csv-metadata.json` for the tables that lie in a folder as CSV.

    The names, types and keys are those of `tables.TABLES`; what a column means is taken from the data dictionary,
    `data/README.md`, and left out where the package is installed away from the project.

    Returns
    -------
    list of pathlib.Path
        The two files.
    """
    found = [name for name in tables.TABLES if (folder / f"{name}.csv").is_file()]
    meanings = {name: dict(columns) for name, columns in dictionary().items()}
    write_json(data_package(folder, found, meanings), folder / PACKAGE)
    write_json(csv_metadata(found, meanings), folder / METADATA)
    return [folder / PACKAGE, folder / METADATA]


def dictionary() -> dict[str, dict[str, str]]:
    """The data dictionary: table to column to meaning; empty where there is none."""
    path = project_path("data/README.md")
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    sections = re.split(r"^### (\w+)$", text, flags=re.MULTILINE)[1:]
    return {name: dict(ROW.findall(section)) for name, section in zip(sections[::2], sections[1::2], strict=True)}


def data_package(folder: Path, names: Iterable[str], meanings: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """The tables of a folder as a Frictionless data package: with sizes and hashes, so that a change shows."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "pressroom-tables",
        "title": "Press conferences: who spoke, on which themes, claiming which figures",
        "description": f"Made by {MADE_BY}. Offsets are code points into text/DOC_ID.txt, half-open.",
        "resources": [_resource(folder, name, list(names), meanings.get(name, {})) for name in names],
    }


def _resource(folder: Path, name: str, names: list[str], meanings: Mapping[str, str]) -> dict[str, Any]:
    content = (folder / f"{name}.csv").read_bytes()
    schema: dict[str, Any] = {
        "fields": [_field(name, column, kind, meanings.get(column)) for column, kind in tables.TABLES[name].items()],
        "missingValues": [""],
    }
    if name in KEYS:
        schema["primaryKey"] = list(KEYS[name])
    schema["foreignKeys"] = [
        {"fields": list(own), "reference": {"resource": table, "fields": list(theirs)}}
        for own, table, theirs in _parents(name, names)
    ]
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {key: value for key, value in schema.items() if value},
    }


def _parents(name: str, names: list[str]) -> list[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    return [parent for parent in PARENTS.get(name, []) if parent[1] in names]


def _field(table: str, column: str, kind: str, meaning: str | None) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column, "type": "date" if column in DAYS else FRICTIONLESS[kind]}
    if kind == "flag":
        field |= {"trueValues": ["True"], "falseValues": ["False"]}
    if meaning:
        field["description"] = meaning
    if column in KEYS.get(table, ()):
        field["constraints"] = {"required": True}
    return field


def csv_metadata(names: Iterable[str], meanings: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """The tables of a folder as a CSV on the Web table group."""
    names = list(names)
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": "Press conferences: who spoke, on which themes, claiming which figures",
        "dc:creator": MADE_BY,
        "dialect": {"encoding": "utf-8", "header": True},
        "tables": [
            {"url": f"{name}.csv", "tableSchema": _table_schema(name, names, meanings.get(name, {}))} for name in names
        ],
    }


def _table_schema(name: str, names: list[str], meanings: Mapping[str, str]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(name, column, kind, meanings.get(column)) for column, kind in tables.TABLES[name].items()]
    }
    if name in KEYS:
        schema["primaryKey"] = list(KEYS[name])
    keys = [
        {
            "columnReference": list(own),
            "reference": {"resource": f"{table}.csv", "columnReference": list(theirs)},
        }
        for own, table, theirs in _parents(name, names)
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def _column(table: str, column: str, kind: str, meaning: str | None) -> dict[str, Any]:
    datatype: Any = "date" if column in DAYS else CSVW[kind]
    described: dict[str, Any] = {"name": column, "titles": column, "null": ""}
    described["datatype"] = {"base": "boolean", "format": "True|False"} if kind == "flag" else datatype
    if meaning:
        described["dc:description"] = meaning
    if column in KEYS.get(table, ()):
        described["required"] = True
    return described
