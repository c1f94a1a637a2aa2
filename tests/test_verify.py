"""What `pressroom verify` proves, and that no tampered row gets past it. The people and numbers are invented."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pressroom as pr
from conftest import GOLD_PAGES, PAGE
from pressroom import tables
from pressroom.cli import main
from pressroom.reconciling import printed
from pressroom.reconciling.verify import verify, verify_saved, verify_tables

SAID = PAGE.replace("year on year.", "year on year. One third of it was sold abroad, at 8 to 9 yuan per kilogram.")


@pytest.fixture(scope="module")
def orchards(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "orchards_2.txt"
    path.write_text(SAID, encoding="utf-8")
    return pr.read(path)


@pytest.fixture(scope="module")
def figures(orchards):
    return pr.growth_figures(orchards)


@pytest.fixture
def built(tmp_path, orchards, figures):
    folder = orchards.save(tmp_path / "built")
    for form in ("csv", "parquet"):
        tables.write(figures, folder / f"growth_figures.{form}", form)
    return folder


def failures(orchards, figures):
    return verify_tables({"turns": orchards.turns, "growth_figures": figures}, orchards.texts).failures


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_table_of_the_labelled_pages_stands_in_its_source():
    read = pr.read(GOLD_PAGES)
    codebook = pr.Codebook.load(pr.project_path("data/codebook/themes.yaml"))
    proof = verify(read, {"theme_hits": pr.theme_hits(read, codebook), "growth_figures": pr.growth_figures(read)})
    assert proof.holds, proof
    assert set(proof.n_rows) == {
        "documents", "pages", "parts", "turns", "sentences", "theme_hits", "growth_figures",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("text", "4.3 million tonnes"),
        ("quote", "apple output reached 42 million tonnes"),
        ("value", 4_300_000.0),
        ("value", 4.2e9),
        ("start", 7),
        ("end", 100_000),
        ("quote_end", 3),
        ("speaker", "Gao Anmin"),
        ("turn", 1),
        ("turn", 99),
        ("doc_id", "another"),
        ("period_text", "in 1623"),
        ("period_end", "1999-01-01"),
    ],
)
def test_one_changed_cell_is_found_and_named(orchards, figures, column, value):
    changed = figures.copy()
    changed.loc[0, column] = value
    found = failures(orchards, changed)
    assert found and {f.row for f in found} == {"figure 1"}


def test_a_failure_says_where_what_was_expected_and_what_is_there(orchards, figures):
    changed = figures.copy()
    changed.loc[0, "text"] = "4.3 million tonnes"
    (failure,) = failures(orchards, changed)
    assert str(failure) == (
        "growth_figures: 2024-06-03-the-orchards-of-beiling, figure 1: text: "
        "expected '4.3 million tonnes', found '4.2 million tonnes'"
    )


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_shifted_offset_gets_past(orchards, figures, data):
    row = data.draw(st.integers(0, len(figures) - 1))
    column = data.draw(st.sampled_from(["start", "end", "quote_start", "quote_end"]))
    by = data.draw(st.integers(-400, 400).filter(bool))
    changed = figures.copy()
    changed.loc[row, column] += by
    assert failures(orchards, changed)


@given(value=st.floats(0.001, 1e15), row=st.integers(0, 1))
@settings(max_examples=60, deadline=None)
def test_no_other_value_gets_past(orchards, figures, value, row):
    if printed.mantissa(value) == printed.mantissa(figures.loc[row, "value"]):
        return
    changed = figures.copy()
    changed.loc[row, "value"] = value
    assert any(f.what == "value" for f in failures(orchards, changed))


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("25.3 billion tonnes", 25.3e9, ""),
        ("480 GW", 480e6, ""),
        ("302 grams", 0.302, ""),
        ("9.7", 9.7e12, " and 10.3 trillion yuan in the last quarter"),
        ("68 420 million yuan", 68.42e9, ""),
        ("8 and 9 million", 9e6, ""),
        ("−0.2%", 0.2, ""),
        ("0.0 percent", 0, ""),
        ("6.05 m", 6.05, ""),
    ],
)
def test_a_value_stands_for_the_digits_and_their_scale(text, value, after):
    assert printed.stands_for(text, value, after)
    assert not printed.stands_for(text, value * 1.1 + 1, after)


def test_a_scale_that_belongs_to_another_number_is_not_borrowed():
    assert not printed.stands_for("4.2", 4.2e6, " percent, and 3 million were sold")


def test_a_slip_of_the_scale_is_found(orchards, figures):
    changed = figures.copy()
    changed.loc[0, "value"] = 4.2e9
    (failure,) = failures(orchards, changed)
    assert failure.what == "value" and failure.expected == "4,200,000,000" and "4.2 million" in failure.found


def test_a_built_folder_holds_in_both_forms_and_every_file_is_counted(built):
    proof = verify_saved(built)
    assert proof.holds, proof
    assert {"growth_figures.csv", "growth_figures.parquet", "turns.csv", "parts.parquet"} <= set(proof.n_rows)


def test_a_table_alone_is_proved_against_the_texts_beside_it(built):
    assert verify_saved(built / "growth_figures.csv").holds
    edit(built / "growth_figures.csv", "4.2 million tonnes", "4.9 million tonnes")
    assert not verify_saved(built / "growth_figures.csv").holds


def test_a_text_that_was_changed_afterwards_no_longer_has_its_hash(built):
    (text,) = (built / "text").glob("*.txt")
    edit(text, "Gao Anmin", "Gao Anmei")
    assert {"documents.csv", "documents.parquet"} <= {f.table for f in verify_saved(built).failures}


def test_a_saved_page_that_was_changed_afterwards_is_named(orchards, tmp_path):
    path = tmp_path / "orchards.txt"
    path.write_text(SAID, encoding="utf-8")
    read = pr.read(path)
    edit(path, "4.2 million", "4.9 million")
    (failure,) = verify(read).failures
    assert failure.what == "sha256 of the file" and failure.row == str(path)


def test_a_page_whose_misread_characters_were_repaired_is_that_page(tmp_path):
    path = tmp_path / "orchards.txt"
    path.write_text(f"{SAID}\n\nBeilingâ€™s apples grew well.", encoding="utf-8")
    read = pr.read(path)
    assert "’s apples" in read.texts[read.documents.loc[0, "doc_id"]] and not verify(read).failures


def test_a_number_in_words_over_the_end_of_a_line_is_read_again(tmp_path):
    path = tmp_path / "orchards.txt"
    path.write_text(f"{SAID}\n\nWe built a hundred\nand thirty-seven mills.", encoding="utf-8")
    read = pr.read(path)
    assert not verify(read, {"growth_figures": pr.growth_figures(read)}).failures


def test_a_cell_that_is_no_number_is_a_failure_not_a_traceback(built, capsys):
    edit(built / "growth_figures.csv", "4200000.0", "many")
    assert main(["verify", str(built)]) == 1
    printed_out = capsys.readouterr().out
    assert "growth_figures.csv: any document, row 1: value: expected 'a number', found 'many'" in printed_out


def test_the_command_prints_a_line_a_table_and_ends_with_0_or_1(built, capsys, tmp_path):
    page = tmp_path / "orchards.txt"
    page.write_text(SAID, encoding="utf-8")
    assert main(["verify", str(page)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7 and all("checked" in line for line in lines)
    edit(built / "turns.csv", "How many apples", "How many pears")
    assert main(["verify", str(built)]) == 1
    assert "turns.csv" in capsys.readouterr().out


@pytest.mark.parametrize("missing", ["text", "tables"])
def test_a_folder_without_texts_or_tables_is_refused_with_a_remedy(tmp_path, figures, capsys, missing):
    if missing == "text":
        figures.to_csv(tmp_path / "growth_figures.csv", index=False)
        given = tmp_path / "growth_figures.csv"
    else:
        (tmp_path / "text").mkdir()
        given = tmp_path
    assert main(["verify", str(given)]) == 1
    assert str(given) in (said := capsys.readouterr().err) and "pressroom build" in said


def test_the_sheet_of_targets_and_the_checks_are_tables_like_any_other(built, orchards, figures):
    promised = figures.assign(status="target")
    tables.write(pr.targets(promised, orchards), built / "targets.csv", "csv")
    tables.write(pr.figure_checks(figures, orchards), built / "figure_checks.csv", "csv")
    proof = verify_saved(built)
    assert proof.holds and proof.n_rows["targets.csv"] == len(figures), proof
    edit(built / "targets.csv", "2024-06-03-the-orchards-of-beiling,1,", "2024-06-03-the-orchards-of-beiling,77,")
    (failure,) = verify_saved(built).failures
    assert failure.table == "targets.csv" and failure.found == "77"


def test_a_table_of_something_else_is_said_to_be_unchecked(built):
    pd.DataFrame({"apples": [1]}).to_csv(built / "apples.csv", index=False)
    assert "apples.csv: no table of the data dictionary, not checked" in verify_saved(built).notes


def test_rounding_is_half_a_unit_of_the_last_printed_place():
    assert printed.rounding("5.2%", 5.2) == pytest.approx(0.05)
    assert printed.rounding("25.3 billion tonnes", 25.3e9) == pytest.approx(5e7)
    assert printed.rounding("0.0%", 0) == pytest.approx(0.05)
    assert printed.rounding("50%", 50) == pytest.approx(0.5)
    assert printed.rounding("1,204,300", 1_204_300) == pytest.approx(50)
