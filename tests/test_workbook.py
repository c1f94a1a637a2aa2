"""The figures workbook: what is a number there, what is text, and where the links lead."""

import datetime as dt
import io
import zipfile

import openpyxl
import pandas as pd
import pytest

import pressroom as pr
from conftest import ROOT, SEED
from pressroom import tables
from pressroom.publishing.workbook import EMPTY, workbook

CODEBOOK = pr.Codebook.load(ROOT / "data" / "codebook" / "themes.yaml")
HOSTILE = ["=cmd()", "+1+1", "-2", "@SUM(A1)", "<b>&amp;</b>", "😀 中", "12", "http://x.example", "\x07bell"]


def made(corpus, figures=None):
    figures = pr.growth_figures(corpus) if figures is None else figures
    return workbook(corpus, pr.theme_hits(corpus, CODEBOOK), figures, CODEBOOK)


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def column(sheet, name):
    names = [cell.value for cell in sheet[1]]
    return [row[names.index(name)] for row in sheet.iter_rows(min_row=2)]


@pytest.fixture(scope="module")
def book():
    return opened(made(pr.read(SEED)))


def test_the_sheets_are_those_that_people_calculate_with(book):
    assert book.sheetnames == ["figures", "targets", "speakers", "themes", "sources"]


def test_the_figures_sheet_holds_every_field_of_every_figure(book, seed):
    sheet, rows = book["figures"], tables.records(pr.growth_figures(seed))
    assert [cell.value for cell in sheet[1]] == ["evidence", *tables.TABLES["growth_figures"]]
    assert [cell.value for cell in column(sheet, "quote")] == [row["quote"] for row in rows]


def test_numbers_are_numbers_and_days_are_days(book):
    sheet = book["figures"]
    assert column(sheet, "value")[2].value == 22.9
    assert all(cell.data_type == "n" for name in ("value", "start", "figure") for cell in column(sheet, name))
    assert column(sheet, "period_start")[0].value == dt.datetime(2023, 1, 1)
    assert all(cell.data_type == "n" for cell in column(book["speakers"], "share_pct"))


def test_every_sheet_can_be_filtered_and_keeps_its_head_in_sight(book):
    for sheet in book:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "B2"


def test_the_targets_are_the_figures_that_are_promised(book):
    promised = {cell.value for cell in column(book["figures"], "figure") if cell.value}
    assert {cell.value for cell in column(book["targets"], "figure")} <= promised
    assert {cell.value for cell in column(book["targets"], "outcome")} == {None}


def test_each_figure_is_linked_to_its_words(book, seed):
    cells = column(book["figures"], "evidence")
    assert [cell.value for cell in cells] == [f"evidence.html#figure-{n}" for n in range(1, len(cells) + 1)]
    assert {cell.hyperlink.target for cell in cells} == {"evidence.html"}
    page = pr.evidence_page(seed, pr.theme_hits(seed, CODEBOOK), pr.growth_figures(seed), CODEBOOK)
    assert all(f'id="{cell.hyperlink.location}"' in page for cell in cells)


def test_themes_have_names_and_sources_have_hashes(book, seed):
    assert "New quality productive forces" in {cell.value for cell in column(book["themes"], "label")}
    (sha256,) = (cell.value for cell in column(book["sources"], "sha256"))
    assert sha256 == seed.pages.loc[0, "sha256"]


@pytest.mark.parametrize("words", HOSTILE)
def test_text_stays_text_whatever_it_begins_with(page, words):
    corpus = pr.read(page)
    corpus.documents["title"] = pd.Series([words], dtype=object)
    figures = pr.growth_figures(corpus).assign(indicator=words)
    book = opened(made(corpus, figures))
    for cell in (column(book["figures"], "indicator")[0], column(book["sources"], "title")[0]):
        assert cell.data_type == "s" and cell.hyperlink is None
        assert cell.value.replace("_x0007_", "\x07") == words


def test_a_corpus_without_figures_says_so_on_the_sheets():
    book = opened(made(pr.read_text("We are glad to be here.")))
    assert book["figures"]["A2"].value == EMPTY["figures"]
    assert book["targets"]["A2"].value == EMPTY["targets"]
    assert book["themes"]["A2"].value == EMPTY["themes"]


def test_a_cell_holds_no_more_than_a_cell_can(page):
    corpus = pr.read(page)
    figures = pr.growth_figures(corpus).assign(quote="a" * 40_000)
    assert len(column(opened(made(corpus, figures))["figures"], "quote")[0].value) == 32_767


def test_no_day_of_making_is_kept(seed):
    first = made(seed)
    assert first == made(seed)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}
        assert b"1980-01-01" in archive.read("docProps/core.xml")
