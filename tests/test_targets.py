"""The sheet of promises: what is on it, its deadlines, and that a spreadsheet takes no text for a formula. Invented."""

import csv
import datetime as dt
import json

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pressroom as pr
from conftest import PAGE
from pressroom import tables
from pressroom.cli import main
from pressroom.publishing import spreadsheet
from pressroom.reconciling.target_sheet import MEANING

ASKED = "up 5.6 percent year on year."
PROMISES = PAGE.replace(ASKED, ASKED + " We aim to have 500 cold stores. By 2030, we will plant 12,000 orchards.")
FORMULAS = ["=1+1", "+5% a year", "-3.1 percent", "@cell", '=HYPERLINK("http://example.org")']


@pytest.fixture
def promises(tmp_path):
    path = tmp_path / "orchards_2.txt"
    path.write_text("source_url: https://example.org/orchards_2.htm\n" + PROMISES, encoding="utf-8")
    return path


def made(**cells):
    """A table of targets with one row."""
    blank = {"doc_id": "beiling", "figure": 1, "value": 12000.0, "unit": "items", "kind": "count"}
    return tables.make("targets", [{**blank, **cells}])


def test_targets_and_nothing_else_are_listed(promises):
    corpus = pr.read(promises)
    figures = pr.growth_figures(corpus)
    sheet = pr.targets(figures, corpus)
    assert set(sheet["figure"]) == set(figures.loc[figures["status"] == "target", "figure"])
    assert {"achieved", "target"} <= set(figures["status"])
    assert {12000.0, 500.0} == set(sheet["value"])


def test_a_target_says_when_it_is_due_who_said_it_and_where(promises):
    corpus = pr.read(promises)
    row = tables.records(pr.targets(pr.growth_figures(corpus), corpus))[0]
    assert row["deadline"] == "2030-12-31" and row["held"] == "2024-06-03"
    assert row["speaker"] == "Sun Peili" and row["title"].endswith("orchards of Beiling")
    assert row["url"] == "https://example.org/orchards_2.htm" and row["source"] == str(promises)
    text = corpus.texts[row["doc_id"]]
    assert text[row["quote_start"] : row["quote_end"]] == row["quote"]
    assert "12,000" in text[row["start"] : row["end"]]


def test_the_outcome_is_left_empty_for_the_reader(promises):
    corpus = pr.read(promises)
    sheet = pr.targets(pr.growth_figures(corpus), corpus)
    assert sheet[["outcome", "outcome_source"]].isna().all(axis=None)


def test_the_nearest_deadline_comes_first_and_none_last():
    corpus = pr.read_text("One. Two. Three.")
    blank = {"doc_id": "text", "status": "target", "start": 0, "end": 3, "value": 1.0}
    ends = ["2031-01-01", None, "2026-01-01"]
    figures = tables.make("growth_figures", [{**blank, "figure": n, "period_end": e} for n, e in enumerate(ends, 1)])
    sheet = pr.targets(figures, corpus)
    assert sheet["figure"].tolist() == [3, 1, 2]
    assert sheet["deadline"].tolist()[:2] == ["2025-12-31", "2030-12-31"] and pd.isna(sheet["deadline"].iloc[2])


def test_the_workbook_holds_numbers_days_and_text_as_such(tmp_path):
    path = tmp_path / "targets.xlsx"
    spreadsheet.write_sheet(made(deadline="2030-12-31", quote="we will plant 12,000", start=7, end=13), path, MEANING)
    book = openpyxl.load_workbook(path)
    head, row = book["table"].iter_rows(values_only=True)
    cells = dict(zip(head, row, strict=True))
    assert cells["value"] == 12000 and cells["start"] == 7
    assert cells["deadline"] == dt.datetime(2030, 12, 31)
    assert cells["outcome"] is None
    assert [c for c, *_ in book["columns"].iter_rows(min_row=2, values_only=True)] == list(tables.TABLES["targets"])


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula_in_the_workbook(tmp_path, text):
    path = tmp_path / "targets.xlsx"
    spreadsheet.write_sheet(made(quote=text), path, MEANING)
    sheet = openpyxl.load_workbook(path)["table"]
    (cell,) = (c for c in sheet[2] if c.value == text)
    assert cell.data_type == "s" and cell.quotePrefix


@settings(deadline=None)
@given(st.text(max_size=40), st.sampled_from(["quote", "indicator", "speaker"]))
def test_no_text_is_a_formula_in_the_csv_and_numbers_stay_numbers(text, column):
    harmless = spreadsheet.harmless(made(**{column: text}, value_high=-3.5))
    assert not str(harmless.loc[0, column]).startswith(("=", "+", "-", "@"))
    assert str(harmless.loc[0, column]).removeprefix("'") == text.removeprefix("'")
    assert harmless.loc[0, "value_high"] == -3.5


def test_control_characters_do_not_break_the_workbook(tmp_path):
    path = tmp_path / "targets.xlsx"
    spreadsheet.write_sheet(made(quote="a\x0bb\x00c"), path, MEANING)
    assert "a b c" in [cell.value for cell in openpyxl.load_workbook(path)["table"][2]]


def test_every_column_has_a_meaning():
    assert list(MEANING) == list(tables.TABLES["targets"])


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_command_writes_a_sheet_by_its_ending(promises, tmp_path, capsys, ending):
    out = tmp_path / f"targets{ending}"
    assert main(["targets", str(promises), "--out", str(out)]) == 0
    assert "2 rows written" in capsys.readouterr().err
    if ending == ".csv":
        rows = list(csv.DictReader(out.open(encoding="utf-8", newline="")))
        assert [row["deadline"] for row in rows] == ["2030-12-31", ""]
    else:
        assert openpyxl.load_workbook(out)["table"].max_row == 3


def test_the_command_prints_the_usual_formats(promises, capsys):
    assert main(["targets", str(promises), "--format", "jsonl"]) == 0
    row = json.loads(capsys.readouterr().out.splitlines()[0])
    assert list(row) == list(tables.TABLES["targets"]) and row["outcome"] is None


def test_another_ending_is_refused_with_a_remedy(tmp_path):
    with pytest.raises(ValueError, match=r"targets\.ods.*\.xlsx or \.csv"):
        spreadsheet.write_sheet(made(), tmp_path / "targets.ods", MEANING)
