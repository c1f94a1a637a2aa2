"""The names, columns and types of every table, and how a table is written down."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import pandas as pd

from .whole import write_whole

# "text" may be null unless the data dictionary says otherwise; "whole" is a whole number that may be null.
TYPES = {
    "text": "str",
    "whole": "Int64",
    "number": "float64",
    "flag": "bool",
    "list": "object",
}

_KEYS = {"doc_id": "text", "turn": "whole", "sentence": "whole"}
_SPAN = {"start": "whole", "end": "whole"}

TABLES: dict[str, dict[str, str]] = {
    "documents": {
        "doc_id": "text",
        "title": "text",
        "publisher": "text",
        "language": "text",
        "published": "text",
        "held": "text",
        "held_from": "text",
        "source": "text",
        "pages_found": "list",
        "pages_expected": "whole",
        "complete": "flag",
        "n_turns": "whole",
        "n_words": "whole",
        "sha256": "text",
    },
    "pages": {
        "doc_id": "text",
        "page": "whole",
        "source": "text",
        "url": "text",
        "retrieved": "text",
        "sha256": "text",
        **_SPAN,
    },
    "parts": {"doc_id": "text", **_SPAN, "part": "text"},
    "turns": {
        "doc_id": "text",
        "turn": "whole",
        "page": "whole",
        "label": "text",
        "speaker": "text",
        "kind": "text",
        "role_text": "text",
        "outlet": "text",
        "outlet_group": "text",
        "answers": "whole",
        "inferred": "text",
        **_SPAN,
        "n_words": "whole",
        "text": "text",
    },
    "sentences": {**_KEYS, **_SPAN, "n_words": "whole", "text": "text"},
    "theme_hits": {**_KEYS, "theme": "text", "term": "text", **_SPAN, "text": "text"},
    "growth_figures": {
        **_KEYS,
        "figure": "whole",
        **_SPAN,
        "text": "text",
        "quote_start": "whole",
        "quote_end": "whole",
        "quote": "text",
        "value": "number",
        "value_high": "number",
        "unit": "text",
        "kind": "text",
        "status": "text",
        "direction": "text",
        "indicator": "text",
        "place": "text",
        "approx": "text",
        "period_text": "text",
        "period_start": "text",
        "period_end": "text",
        "basis": "text",
        "speaker": "text",
        "doubts": "list",
        "same_as": "whole",
    },
    "figure_checks": {
        "doc_id": "text",
        "check": "text",
        "figure": "whole",
        "other": "whole",
        "expected": "text",
        "found": "text",
        "verdict": "text",
        "note": "text",
    },
    "targets": {
        "doc_id": "text",
        "figure": "whole",
        "indicator": "text",
        "value": "number",
        "value_high": "number",
        "unit": "text",
        "kind": "text",
        "direction": "text",
        "modifier": "text",
        "deadline": "text",
        "period_text": "text",
        "basis": "text",
        "place": "text",
        "quote": "text",
        "speaker": "text",
        "title": "text",
        "held": "text",
        "url": "text",
        "source": "text",
        **_SPAN,
        "quote_start": "whole",
        "quote_end": "whole",
        "outcome": "text",
        "outcome_source": "text",
    },
}

GROWTH = ("growth_rate", "pp_change")  # the kinds of figure that a chart of growth draws
FORMATS = ("table", "csv", "jsonl", "parquet")


def make(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows in, the table `name` out: its columns, in their order, with their types.

    Parameters
    ----------
    name : str
        A key of `TABLES`.
    rows : iterable of mapping
        One mapping a row; keys that are no column are an error, absent keys are null.

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> make("parts", [{"doc_id": "d", "start": 0, "end": 5, "part": "title"}])
      doc_id  start  end   part
    0      d      0    5  title
    """
    rows = list(rows)
    columns = set(TABLES[name]).union(*rows)
    return from_columns(name, {column: [row.get(column) for row in rows] for column in columns})


def from_columns(name: str, columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """Columns in, the table `name` out: its columns, in their order, with their types.

    Parameters
    ----------
    name : str
        A key of `TABLES`.
    columns : mapping of str to sequence
        All of one length; one that is no column of the table is an error, an absent one is null.

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> from_columns("parts", {"doc_id": ["d", "d"], "start": [0, 7], "end": [5, 9]})
      doc_id  start  end part
    0      d      0    5  NaN
    1      d      7    9  NaN
    """
    unknown = set(columns) - set(TABLES[name])
    if unknown:
        raise KeyError(f"{name}: no such column {sorted(unknown)}; the columns are {list(TABLES[name])}")
    absent = [None] * max(map(len, columns.values()), default=0)
    return pd.DataFrame(
        {c: pd.array(list(columns.get(c, absent)), dtype=TYPES[kind]) for c, kind in TABLES[name].items()}
    )


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """A table in, its rows out as plain Python values with None for what is missing.

    Examples
    --------
    >>> records(make("parts", [{"doc_id": "d", "start": 0, "part": "title"}]))
    [{'doc_id': 'd', 'start': 0, 'end': None, 'part': 'title'}]
    """
    columns = {str(c): [_plain(v) for v in table[c]] for c in table.columns}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return list(value)
    if value is None or pd.isna(value):
        return None
    value = value.item() if hasattr(value, "item") else value
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def flat(table: pd.DataFrame) -> pd.DataFrame:
    """A table in, the same table out with lists written as JSON, for formats that have no lists."""
    lists = [c for c in table.columns if any(isinstance(v, list) for v in table[c])]
    return table.assign(**{c: [json.dumps(v) for v in table[c]] for c in lists}) if lists else table


def write(table: pd.DataFrame, out: IO[str] | Path, form: str) -> None:
    """Write a table as `form` to an open text stream or to a file.

    Parameters
    ----------
    table : pandas.DataFrame
    out : text stream or pathlib.Path
        Parquet is binary and needs a path.
    form : {"table", "csv", "jsonl", "parquet"}
        `table` is for reading on a screen: long cells are cut with an ellipsis. The other three hold
        everything. `jsonl` is one object a line, missing values as null, whole numbers without a point.

    Raises
    ------
    ValueError
        If the format is not one of `FORMATS`, or Parquet is asked for on a stream.
    """
    if form == "parquet" and isinstance(out, Path):
        content = io.BytesIO()
        table.to_parquet(content, index=False)
        write_whole(out, content.getvalue())
    elif form in FORMATS and form != "parquet":
        text = {"table": _screen, "csv": _csv, "jsonl": _jsonl}[form](table)
        if isinstance(out, Path):
            write_whole(out, text)
        else:
            out.write(text)
    else:
        raise ValueError(f"cannot write {form!r} there; the formats are {', '.join(FORMATS)}, parquet to a file")


def read_parquet(path: Path, name: str) -> pd.DataFrame:
    """A Parquet file written by `write` in, the table `name` out with its types."""
    table = pd.read_parquet(path)
    missing = set(TABLES[name]) - set(table.columns)
    if missing:
        raise ValueError(f"{path}: columns {sorted(missing)} are missing; build it again with `pressroom build`")
    lists = [c for c, kind in TABLES[name].items() if kind == "list"]
    table = table.assign(**{c: [list(v) for v in table[c]] for c in lists})
    return table.astype({c: TYPES[kind] for c, kind in TABLES[name].items()})


def _csv(table: pd.DataFrame) -> str:
    return flat(table).to_csv(index=False, lineterminator="\n")


def _jsonl(table: pd.DataFrame) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in records(table))


def _screen(table: pd.DataFrame, width: int = 48) -> str:
    if table.empty:
        return f"no rows; the columns are {', '.join(map(str, table.columns))}\n"
    cells = [{k: _cell(v, width) for k, v in row.items()} for row in records(table)]
    return pd.DataFrame(cells).to_string(index=False, justify="left", max_colwidth=width) + "\n"


def _cell(value: Any, width: int) -> str:
    text = "" if value is None else f"{value:,}" if isinstance(value, float) else " ".join(str(value).split())
    return text if len(text) <= width else text[: width - 1] + "…"
