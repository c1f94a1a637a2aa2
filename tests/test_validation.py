"""The sheet for human coders and its score: blind, stratified, refused when wrong, alpha checked by hand."""

import json
import sys

import numpy as np
import openpyxl
import pandas as pd
import pytest

import pressroom as pr
from conftest import GOLD_PAGES, ROOT, SEED
from pressroom.cli import main
from pressroom.counting.coding_sheet import NO_HIT, write_sheet
from pressroom.counting.validation import _alpha, _alpha_with_interval
from pressroom.themes import find_themes

CODEBOOK = pr.Codebook.load(ROOT / "data/codebook/themes.yaml")
THEMES = [theme.id for theme in CODEBOOK.themes]


@pytest.fixture(scope="module")
def many():
    return pr.read(GOLD_PAGES)


@pytest.fixture(scope="module")
def drawn(many):
    return pr.draw_sheet(many, CODEBOOK, n=100)


def coded(sheet, marks):
    """The sheet filled in by a rule: a sentence to the themes it gets; `none` where it gets none."""
    filled = sheet.copy()
    for row, sentence in enumerate(sheet["sentence"]):
        themes = marks(sentence)
        for theme in themes or ["none"]:
            filled.loc[row, theme] = "1"
    return filled


def as_the_codebook(sentence):
    return {hit.theme for hit in find_themes(sentence, CODEBOOK)}


# the sheet ----------------------------------------------------------------------------------------------------


def test_the_sheet_is_blind_and_has_a_column_for_every_theme(drawn):
    sheet, _ = drawn
    assert list(sheet.columns) == ["item", "before", "sentence", "after", *THEMES, "none", "remark"]
    assert (sheet[[*THEMES, "none", "remark"]] == "").all(axis=None)


def test_half_the_sheet_has_no_hit_and_every_theme_is_there(drawn):
    sheet, key = drawn
    found = [as_the_codebook(sentence) for sentence in sheet["sentence"]]
    assert len(sheet) == 100 and sum(not themes for themes in found) == 50
    assert (key["stratum"] == NO_HIT).sum() == 50
    assert all(
        (stratum in themes) == (stratum != NO_HIT) for stratum, themes in zip(key["stratum"], found, strict=True)
    )


def test_the_rows_stand_for_all_sentences_and_none_is_drawn_twice(drawn, many):
    _, key = drawn
    assert key["stands_for"].sum() == pytest.approx(len(many.sentences))
    assert not key.duplicated(["doc_id", "turn", "sentence"]).any()
    assert all(many.texts[r.doc_id][r.start : r.end] == r.text for r in key.itertuples())


def test_the_same_seed_draws_the_same_sheet_and_another_does_not(many, drawn):
    again = pr.draw_sheet(many, CODEBOOK, n=100)[0]
    pd.testing.assert_frame_equal(again, drawn[0])
    assert not pr.draw_sheet(many, CODEBOOK, n=100, seed=1)[0].equals(drawn[0])


def test_a_sheet_is_spread_over_the_years(many):
    _, key = pr.draw_sheet(many, CODEBOOK, n=100, by="year")
    years = key.loc[key["stratum"] == NO_HIT, "doc_id"].str[:4].value_counts(normalize=True)
    everywhere = many.sentences["doc_id"].str[:4].value_counts(normalize=True)
    assert (years - everywhere).abs().max() < 0.1


def test_a_small_corpus_gives_what_it_has(seed):
    sheet, _ = pr.draw_sheet(seed, CODEBOOK, n=500)
    assert len(sheet) == len(seed.sentences)


def test_the_workbook_holds_the_sheet_the_instructions_and_no_formula(drawn, tmp_path):
    sheet, key = drawn
    sheet = sheet.copy()
    sheet.loc[0, "sentence"] = "=1+1 is a sentence"
    paths = write_sheet(sheet, key, CODEBOOK, tmp_path)
    assert [path.name for path in paths] == ["sheet.csv", "sheet.xlsx", "sheet.key.csv"]
    book = openpyxl.load_workbook(paths[1])
    cell = book["coding"].cell(2, 3)
    assert (cell.value, cell.data_type) == ("=1+1 is a sentence", "s")
    assert [c.value for c in book["coding"][1]] == list(sheet.columns)
    assert [row[0] for row in book["how to code"].iter_rows(values_only=True)][-len(THEMES) :] == THEMES


def test_a_sheet_that_is_there_is_not_written_over(drawn, tmp_path):
    write_sheet(*drawn, CODEBOOK, tmp_path)
    with pytest.raises(ValueError, match=r"sheet\.csv is there already .*; name another folder"):
        write_sheet(*drawn, CODEBOOK, tmp_path)


# agreement ----------------------------------------------------------------------------------------------------


def test_alpha_of_a_worked_example():
    # ten sentences by two coders: six times no, two times yes, two times one of each.
    # Observed disagreement 2 of 10; expected from 14 no and 6 yes of 20 marks: 2 * 14 * 6 / (20 * 19).
    assert _alpha(np.array([6, 2, 2])) == pytest.approx(1 - (2 / 10) / (2 * 14 * 6 / (20 * 19)))


def test_full_agreement_is_one_and_marks_that_never_vary_have_no_alpha():
    assert _alpha(np.array([5, 0, 5])) == pytest.approx(1)
    assert np.isnan(_alpha(np.array([9, 0, 0]))) and np.isnan(_alpha(np.array([0, 0, 9])))


def test_the_interval_of_alpha_holds_it():
    random = np.random.default_rng(1)
    first = random.random(200) < 0.4
    second = np.where(random.random(200) < 0.1, ~first, first)
    alpha, low, high = _alpha_with_interval(np.array([first, second]))
    assert 0.5 < low < alpha < high < 1


# the score ----------------------------------------------------------------------------------------------------


def test_a_coder_who_marks_what_the_codebook_finds_gives_it_full_marks(drawn, tmp_path):
    sheet, _ = drawn
    coded(sheet, as_the_codebook).to_csv(tmp_path / "a.csv", index=False)
    table = pr.score_sheets(tmp_path / "a.csv", CODEBOOK)
    assert table["theme"].tolist() == THEMES and (table["n_sentences"] == 100).all()
    known = table[table["n_coded"] > 0]
    assert len(known) >= 12 and (known[["precision", "recall", "f1"]] == 1).all(axis=None)
    assert (table["verdict"] == "agreement not known").all() and table["alpha"].isna().all()


def test_two_coders_agree_or_not_theme_by_theme(drawn, tmp_path):
    sheet, key = drawn
    key.to_csv(tmp_path / "sheet.key.csv", index=False)
    coded(sheet, as_the_codebook).to_csv(tmp_path / "a.csv", index=False)
    coded(sheet, lambda s: as_the_codebook(s) - {"energy"}).to_excel(tmp_path / "b.xlsx", index=False)
    table = pr.score_sheets([tmp_path / "a.csv", tmp_path / "b.xlsx"], CODEBOOK).set_index("theme")
    assert table.loc["industry", ["alpha", "verdict"]].tolist() == [1, "usable"]
    energy = table.loc["energy"]
    n_energy = sum("energy" in as_the_codebook(s) for s in sheet["sentence"])
    assert energy["n_disputed"] == n_energy and energy["verdict"] == "do not publish" and energy["n_coded"] == 0


def test_recall_is_weighted_by_what_a_sentence_stands_for(many, drawn, tmp_path):
    """A theme the codebook misses in one sentence without a hit is missed in all that this sentence stands for."""
    sheet, key = drawn
    missed = key.loc[key["stratum"] == NO_HIT, "item"].iloc[0]
    filled = coded(sheet, as_the_codebook)
    filled.loc[filled["item"] == missed, ["energy", "none"]] = ["1", ""]
    filled.to_csv(tmp_path / "a.csv", index=False)
    plain = pr.score_sheets(tmp_path / "a.csv", CODEBOOK).set_index("theme").loc["energy"]
    key.to_csv(tmp_path / "sheet.key.csv", index=False)
    weighted = pr.score_sheets(tmp_path / "a.csv", CODEBOOK).set_index("theme").loc["energy"]
    weight = key.set_index("item")["stands_for"]
    truth = filled.loc[filled["energy"] == "1", "item"]
    assert plain["recall"] == pytest.approx((len(truth) - 1) / len(truth))
    assert weighted["recall"] == pytest.approx(1 - weight[missed] / weight[truth].sum())
    assert "no key beside the sheet" in plain["note"] and "no key" not in weighted["note"]


def test_rows_that_nobody_coded_are_left_out(drawn, tmp_path):
    filled = coded(drawn[0], as_the_codebook)
    filled.loc[:9, [*THEMES, "none"]] = ""
    filled.to_csv(tmp_path / "a.csv", index=False)
    assert (pr.score_sheets(tmp_path / "a.csv", CODEBOOK)["n_sentences"] == 90).all()


def bad(tmp_path, change):
    sheet, _ = pr.draw_sheet(pr.read(SEED), CODEBOOK, n=10)
    filled = coded(sheet, as_the_codebook)
    path = tmp_path / "a.csv"
    change(filled).to_csv(path, index=False)
    return path


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda t: t.rename(columns={"item": "no"}), r"not a coding sheet of this codebook: it has no, before"),
        (lambda t: t[["item", "sentence"]], r"it needs item, sentence and a column for each theme, such as nqpf"),
        (lambda t: t.assign(energy="maybe"), r"row 2, column 'energy': 'maybe' is no mark; write 1, 0 or nothing"),
        (lambda t: t.assign(item="s0001"), r"s0001 stands in two rows; leave one"),
        (lambda t: t.assign(**dict.fromkeys([*THEMES, "none"], "")), r"no sentence is coded in all of them"),
    ],
)
def test_a_wrong_sheet_is_named_with_a_remedy(tmp_path, capsys, change, says):
    path = bad(tmp_path, change)
    with pytest.raises(ValueError, match=says):
        pr.score_sheets(path, CODEBOOK)
    assert main(["codebook", "score", str(path)]) == 1
    said = capsys.readouterr()
    assert said.out == "" and str(path) in said.err


def test_sheets_of_two_samples_are_not_compared(drawn, tmp_path):
    coded(drawn[0], as_the_codebook).to_csv(tmp_path / "a.csv", index=False)
    other = drawn[0].assign(sentence=drawn[0]["sentence"].iloc[::-1].tolist())
    coded(other, as_the_codebook).to_csv(tmp_path / "b.csv", index=False)
    with pytest.raises(ValueError, match=r"b\.csv: s0001 is another sentence than in .*a\.csv"):
        pr.score_sheets([tmp_path / "a.csv", tmp_path / "b.csv"], CODEBOOK)


@pytest.mark.parametrize("name", ["none.csv", "broken.xlsx"])
def test_a_file_that_is_no_sheet_is_named(tmp_path, name):
    path = tmp_path / name
    if name.endswith("xlsx"):
        path.write_bytes(b"not a workbook")
    with pytest.raises(ValueError, match=name):
        pr.score_sheets(path, CODEBOOK)


# the latest result --------------------------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "themes.yaml"
    path.write_text((ROOT / "data/codebook/themes.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    return path


def test_a_codebook_is_not_validated_until_a_sheet_is_scored_and_after_it_is_changed(own, tmp_path, capsys):
    assert pr.validation_note(pr.Codebook.load(own)).startswith("Not validated: no sample")
    assert (
        main(["codebook", "sample", str(SEED), "--n", "20", "--codebook", str(own), "--out", str(tmp_path / "c")]) == 0
    )
    sheet = pd.read_csv(tmp_path / "c" / "sheet.csv", dtype=str, keep_default_na=False)
    coded(sheet, as_the_codebook).to_csv(tmp_path / "c" / "anna.csv", index=False)
    coded(sheet, as_the_codebook).to_csv(tmp_path / "c" / "bo.csv", index=False)
    capsys.readouterr()
    sheets = [str(tmp_path / "c" / name) for name in ("anna.csv", "bo.csv")]
    assert main(["codebook", "score", *sheets, "--codebook", str(own), "--format", "jsonl"]) == 0
    printed = capsys.readouterr()
    assert [json.loads(line)["theme"] for line in printed.out.splitlines()] == THEMES
    codebook = pr.Codebook.load(own)
    assert pr.validation_note(codebook).startswith("Validated on 20 sentences by two coders")
    assert pr.validation_result(codebook)["theme"].tolist() == THEMES
    own.write_text(own.read_text(encoding="utf-8").replace('"NQPF"', '"NQP"'), encoding="utf-8")
    changed = pr.Codebook.load(own)
    assert "the codebook was changed after its sample was scored" in pr.validation_note(changed)
    assert pr.validation_result(changed).empty


def test_the_result_does_not_outlive_a_broken_file(own):
    own.with_suffix(".validation.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="score the sheets again"):
        pr.validation_note(pr.Codebook.load(own))


def test_the_command_refuses_three_sheets_and_an_unknown_column(capsys, tmp_path):
    assert main(["codebook", "score", "a.csv", "b.csv", "c.csv"]) == 1
    assert "give one or two" in capsys.readouterr().err
    assert main(["codebook", "sample", str(SEED), "--by", "province", "--out", str(tmp_path)]) == 1
    assert "--by: cannot group by ['province']" in capsys.readouterr().err


def test_a_missing_library_is_named_with_the_way_to_install_it(capsys, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert main(["codebook", "sample", str(SEED), "--n", "4", "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "this needs openpyxl; install it with pip install 'pressroom[validation]'" in said
