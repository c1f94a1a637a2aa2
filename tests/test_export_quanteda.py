"""quanteda reads the export: one row a turn, ids that are unique, a dictionary in the form it knows."""

import csv

import pytest
import yaml

import pressroom as pr
from conftest import ROOT


@pytest.fixture(scope="module")
def folder(yunze, tmp_path_factory):
    return pr.export(yunze, "quanteda", tmp_path_factory.mktemp("quanteda"))


def rows(folder):
    with (folder / "turns.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_row_a_turn_with_an_id_of_its_own(yunze, folder):
    read = rows(folder)
    assert len(read) == len(yunze.turns) == len({row["doc_id"] for row in read})
    assert list(read[0])[:2] == ["doc_id", "text"]
    assert read[0]["doc_id"] == f"{read[0]['conference']}_t1"


def test_every_row_can_be_checked_in_the_text_beside_it(folder):
    texts = {}
    for row in rows(folder):
        text = texts.setdefault(row["conference"], (folder / "text" / f"{row['conference']}.txt").read_text("utf-8"))
        spans = [span.split("-") for span in row["spans"].split(";")]
        assert row["text"] == "\n\n".join(text[int(a) : int(b)] for a, b in spans)


def test_answers_point_at_rows(folder):
    read = {row["doc_id"]: row for row in rows(folder)}
    answers = [row for row in read.values() if row["answers"]]
    assert answers and all(read[row["answers"]]["kind"] == "journalist" for row in answers)


def test_quotes_brackets_and_line_ends_come_back(trouble, tmp_path):
    read = rows(pr.export(trouble, "quanteda", tmp_path))
    assert read[1]["text"].startswith("How much <salt> did") and read[1]["label"] == ""
    assert read[3]["text"] == 'Is it true that "iron" costs 3 < 5 yuan?'
    assert read[3]["outlet_group"] == "mainland"


def test_the_dictionary_is_themes_with_their_own_patterns(folder):
    codebook = pr.Codebook.load(ROOT / "data" / "codebook" / "themes.yaml")
    written = yaml.safe_load((folder / "dictionary.yml").read_text(encoding="utf-8"))
    assert list(written) == [theme.id for theme in codebook.themes]
    patterns = [pattern for listed in written.values() for pattern in listed]
    # load.R splits hyphens, so a pattern with one would never match
    assert all(isinstance(p, str) and p == p.strip() and "-" not in p for p in patterns)
    assert "artificial intelligence" in written["digital"] and "robot*" not in written["digital"]


def test_the_script_names_the_files_that_are_there(folder):
    script = (folder / "load.R").read_text()
    assert all(f'"{name}"' in script and (folder / name).exists() for name in ("turns.csv", "dictionary.yml"))
