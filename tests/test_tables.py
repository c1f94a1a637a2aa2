"""How tables are made and written down."""

import io
import json

import pandas as pd
import pytest

from pressroom import tables


@pytest.mark.parametrize("name", list(tables.TABLES))
def test_an_empty_table_still_has_its_columns_and_types(name):
    table = tables.make(name, [])
    assert list(table.columns) == list(tables.TABLES[name])
    assert {str(table[c].dtype) for c in table} <= {"str", "Int64", "float64", "bool", "object"}


def test_a_row_with_an_unknown_column_is_refused():
    with pytest.raises(KeyError, match="speeker"):
        tables.make("turns", [{"speeker": "Sun Peili"}])


def test_jsonl_has_one_object_a_line_with_nulls_lists_and_whole_numbers(seed):
    out = io.StringIO()
    tables.write(seed.documents, out, "jsonl")
    (row,) = map(json.loads, out.getvalue().splitlines())
    assert list(row) == list(tables.TABLES["documents"])
    assert isinstance(row["pages_found"], list) and row["pages_expected"] == 11
    assert row["held"] == "2024-04-26"


def test_missing_text_is_null_in_jsonl_and_empty_in_csv(seed):
    out = io.StringIO()
    tables.write(seed.turns, out, "jsonl")
    assert [json.loads(line)["label"] for line in out.getvalue().splitlines()][1] is None
    out = io.StringIO()
    tables.write(seed.turns, out, "csv")
    assert pd.isna(pd.read_csv(io.StringIO(out.getvalue())).loc[1, "label"])


def test_parquet_needs_a_file_and_an_unknown_format_is_named(seed):
    for form in ("parquet", "xml"):
        with pytest.raises(ValueError, match=form):
            tables.write(seed.turns, io.StringIO(), form)


def test_the_screen_format_cuts_long_cells_and_says_when_there_is_no_row(seed):
    out = io.StringIO()
    tables.write(seed.turns, out, "table")
    assert "…" in out.getvalue() and max(map(len, out.getvalue().splitlines())) < 400
    out = io.StringIO()
    tables.write(seed.turns.head(0), out, "table")
    assert out.getvalue().startswith("no rows; the columns are doc_id, turn")
