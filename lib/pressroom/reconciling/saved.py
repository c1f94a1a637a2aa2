"""A folder that `pressroom build` left, or a table beside its texts, in; the tables and the texts out, as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from .. import tables

TEXT_FOLDER = "text"
READ = (".csv", ".parquet")
ADDED_LATER = frozenset(["doubts", "same_as"])  # columns that a table of an older version lacks


class BadCell(NamedTuple):
    """A cell that holds no number where one belongs: the file, the line counted from 1 below the head, the cell."""

    file: str
    line: int
    column: str
    cell: str


@dataclass(frozen=True)
class Saved:
    """What stands in a folder.

    Attributes
    ----------
    files : dict of str to (str, pandas.DataFrame)
        Name of the file to the name of the table in the data dictionary and its rows.
    texts : dict of str to str
        `doc_id` to the document's text.
    others : list of str
        Files whose columns are of no table that is known.
    bad : list of BadCell
        Cells that hold no number where one belongs; in the tables they are null.
    """

    files: dict[str, tuple[str, pd.DataFrame]]
    texts: dict[str, str]
    others: list[str]
    bad: list[BadCell]


def is_saved(path: Path) -> bool:
    """Whether a path is a built folder or a table of one, rather than a saved page or a folder of pages.

    Examples
    --------
    >>> is_saved(Path("seeds")), is_saved(Path("data/processed/growth_figures.csv"))
    (False, True)
    """
    return path.suffix.lower() in READ or (path / TEXT_FOLDER).is_dir()


def read_saved(path: Path) -> Saved:
    """Read a built folder, or one table of it, without correcting anything.

    Parameters
    ----------
    path : pathlib.Path
        A folder with `text/<doc_id>.txt` and tables as CSV and Parquet, or one such table. The texts of a single
        table are looked for in `text/` beside it, then in its own folder.

    Returns
    -------
    Saved

    Raises
    ------
    ValueError
        If there is no table that is known, or no text; the message says what to do.
    """
    if path.is_dir():
        given, folder = sorted(p for p in path.iterdir() if p.suffix.lower() in READ), path
    elif path.is_file():
        given, folder = [path], path.parent
    else:
        raise ValueError(f"{path}: there is no such file or folder; check the path")
    texts = {p.stem: p.read_bytes().decode("utf-8") for p in _texts(folder)}
    bad: list[BadCell] = []
    found = {p.name: _table(p, bad) for p in given}
    files = {name: table for name, table in found.items() if table is not None}
    if not files:
        known = f"its columns are of no table of the data dictionary ({', '.join(tables.TABLES)})"
        raise ValueError(f"{path}: {known if given else 'no table there'}; make it with `pressroom build PATH`")
    if not texts:
        raise ValueError(
            f"{path}: its texts are not there; expected {folder / TEXT_FOLDER}/<doc_id>.txt, as `pressroom build` "
            "leaves them: keep the table with them"
        )
    return Saved(files, texts, sorted(set(found) - set(files)), bad)


def _texts(folder: Path) -> Iterator[Path]:
    inner = folder / TEXT_FOLDER
    yield from sorted((inner if inner.is_dir() else folder).glob("*.txt"))


def _table(path: Path, bad: list[BadCell]) -> tuple[str, pd.DataFrame] | None:
    """The name a file's columns are known by, and its rows with the types of that table."""
    try:
        if path.suffix.lower() == ".csv":
            found = pd.read_csv(path, keep_default_na=False, na_values=[""], dtype="str", encoding="utf-8")
        else:
            found = pd.read_parquet(path)
    except (ValueError, OSError) as error:
        raise ValueError(f"{path}: cannot be read as a table ({error}); make it again with `pressroom build`") from None
    name = _known_as(path, set(found.columns))
    if name is None:
        return None
    found = found.drop(columns=[c for c, kind in tables.TABLES[name].items() if kind == "list"], errors="ignore")
    kinds = {c: tables.TYPES[k] for c, k in tables.TABLES[name].items() if c in found and k in ("whole", "number")}
    return name, found.assign(**{c: _numbers(path, found[c], kind, bad) for c, kind in kinds.items()})


def _numbers(path: Path, cells: pd.Series[Any], kind: str, bad: list[BadCell]) -> pd.Series[Any]:
    """The cells as numbers; one that is none becomes null and is put on the list."""
    numbers = pd.to_numeric(cells, errors="coerce").astype("float64")
    wrong = numbers.isna() & cells.notna()
    if kind == "Int64":
        wrong |= numbers.notna() & (numbers % 1 != 0)
    for line in wrong.to_numpy().nonzero()[0]:
        bad.append(BadCell(path.name, int(line) + 1, str(cells.name), str(cells.iloc[line])))
    return numbers.mask(wrong).astype(kind)


def _known_as(path: Path, columns: set[str]) -> str | None:
    """The table a file holds: the one it is named after, else the first whose columns it has."""
    names = [path.stem, *tables.TABLES] if path.stem in tables.TABLES else list(tables.TABLES)
    return next((name for name in names if set(tables.TABLES[name]) - ADDED_LATER <= columns), None)
