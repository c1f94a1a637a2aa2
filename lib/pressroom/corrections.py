"""A folder of corrections in, the rows that people have written down out: dates, outlets, names."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .paths import PROJECT
from .spellings import Spellings

Row = dict[str, str]
TABLES = {
    "documents": ("title", "held", "page", "reason", "source"),
    "outlets": ("outlet", "canonical", "group", "reason", "source"),
    "speakers": ("name", "canonical", "reason", "source"),
}


@dataclass(frozen=True)
class Corrections:
    """What people know and the pages do not say: `documents.csv`, `outlets.csv`, `speakers.csv`."""

    documents: tuple[Row, ...] = ()
    outlets: tuple[Row, ...] = ()
    speakers: tuple[Row, ...] = ()
    files: tuple[Path, ...] = field(default=())

    @cached_property
    def outlet_groups(self) -> dict[str, tuple[str, str]]:
        """An outlet's name in small letters to its usual name and its group."""
        return {row["outlet"].lower(): (row["canonical"] or row["outlet"], row["group"]) for row in self.outlets}

    @cached_property
    def outlet_spellings(self) -> Spellings:
        """The outlets' names in small letters, by which one with a slip is known."""
        return Spellings(self.outlet_groups)

    @classmethod
    def load(cls, folder: str | Path) -> Corrections:
        """Read the tables of a folder; a table that is not there is empty.

        Raises
        ------
        ValueError
            If the folder is missing, a column is, or a row gives no reason; the message names file and line.
        """
        folder = Path(folder)
        if not folder.is_dir():
            raise ValueError(f"{folder}: no such folder of corrections; give one like data/corrections")
        files = tuple(path for name in TABLES if (path := folder / f"{name}.csv").exists())
        return cls(**{path.stem: _rows(path) for path in files}, files=files)


def default_corrections() -> Corrections:
    """The project's own corrections; none when the package is installed away from the project."""
    folder = PROJECT / "data" / "corrections"
    return Corrections.load(folder) if folder.is_dir() else Corrections()


def _rows(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = set(TABLES[path.stem]) - set(reader.fieldnames or ())
        if missing:
            raise ValueError(f"{path}: no column {sorted(missing)}; the columns are {', '.join(TABLES[path.stem])}")
        rows = []
        for row in reader:
            if not row["reason"]:
                raise ValueError(f"{path}, line {reader.line_num}: no reason; say in a few words how this is known")
            rows.append({key: value or "" for key, value in row.items() if key})
    return tuple(rows)
