"""A table in, a sheet for a spreadsheet program out, in which numbers are numbers and no text is a formula."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from .. import tables

ENDINGS = (".xlsx", ".csv")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet takes a cell that begins so for a formula
LONGEST_CELL = 32_767  # characters, in Excel
WIDTHS = (10, 60)  # characters of the narrowest and the widest column


def harmless(table: pd.DataFrame) -> pd.DataFrame:
    """A table in, the same out with an apostrophe before every text that a spreadsheet would take for a formula.

    Examples
    --------
    >>> harmless(pd.DataFrame({"quote": ["=1+1", "up 5%"]}))["quote"].tolist()
    ["'=1+1", 'up 5%']
    """
    texts = [c for c in table.columns if not pd.api.types.is_numeric_dtype(table[c])]
    return table.assign(**{c: [_quoted(cell) for cell in table[c]] for c in texts})


def _quoted(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def write_sheet(table: pd.DataFrame, path: Path, meaning: Mapping[str, str]) -> None:
    """Write a table as an Excel workbook or, by the ending of the path, as CSV for a spreadsheet program.

    Parameters
    ----------
    table : pandas.DataFrame
    path : pathlib.Path
        Ends in `.xlsx` or `.csv`. In the workbook numbers are numbers and ISO days are days; a text is text, whatever
        it begins with. In the CSV a text that would be taken for a formula gets an apostrophe in front.
    meaning : mapping of str to str
        Column to what it means, for a second sheet of the workbook.

    Raises
    ------
    ValueError
        If the ending is another, or the workbook cannot be made; the message says what to do.
    """
    if path.suffix.lower() == ".csv":
        tables.write(harmless(table), path, "csv")
    elif path.suffix.lower() == ".xlsx":
        _workbook(table, path, meaning)
    else:
        raise ValueError(f"{path}: a sheet is written as {' or '.join(ENDINGS)}; choose one of these endings")


def _workbook(table: pd.DataFrame, path: Path, meaning: Mapping[str, str]) -> None:
    try:
        from openpyxl import Workbook
    except ImportError:
        raise ValueError(f"{path}: openpyxl is not installed; pip install openpyxl, or write a .csv") from None
    book = Workbook()
    book.remove(book.active)
    columns = [str(column) for column in table.columns]
    _fill(book.create_sheet("table"), columns, [list(row.values()) for row in tables.records(table)])
    _fill(book.create_sheet("columns"), ["column", "meaning"], [[c, meaning.get(c, "")] for c in columns])
    book.save(path)


def _fill(sheet: Any, columns: list[str], rows: list[list[Any]]) -> None:
    """Write a head and rows into a sheet, each cell as what it is."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.append(columns)
    for line, row in enumerate(rows, start=2):
        for number, value in enumerate(row, start=1):
            _write(sheet.cell(line, number), value)
            sheet.cell(line, number).alignment = Alignment(wrap_text=True, vertical="top")
    for number, column in enumerate(columns, start=1):
        sheet.cell(1, number).font = Font(bold=True)
        longest = max((len(str(row[number - 1])) for row in rows if row[number - 1] is not None), default=0)
        width = min(max(WIDTHS[0], len(column) + 2, longest), WIDTHS[1])
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _write(cell: Any, value: Any) -> None:
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        cell.value, cell.number_format = dt.date.fromisoformat(value), "yyyy-mm-dd"
    elif isinstance(value, str):
        cell.value = _printable(value)
        cell.data_type = "s"  # without this, openpyxl takes what begins with = for a formula
        cell.quotePrefix = value.startswith(FORMULA)
    elif isinstance(value, list):
        cell.value = ", ".join(map(str, value))
    else:
        cell.value = value


def _printable(text: str) -> str:
    """A text without the control characters that a workbook cannot hold, and no longer than it can."""
    return "".join(c if c >= " " or c in "\t\n" else " " for c in text)[:LONGEST_CELL]
