"""The descriptions are right about the tables: checked by the libraries of the two standards."""

import json

import pytest

import pressroom as pr
from conftest import ROOT
from pressroom import tables
from pressroom.cli import main
from pressroom.exports import csvw


@pytest.fixture(scope="module")
def folder(yunze, tmp_path_factory):
    return pr.export(yunze, "csvw", tmp_path_factory.mktemp("csvw"))


def package(folder):
    return json.loads((folder / csvw.PACKAGE).read_text(encoding="utf-8"))


def test_every_table_and_column_is_described_in_order(folder):
    described = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in package(folder)["resources"]}
    assert described == {name: list(columns) for name, columns in tables.TABLES.items()}
    metadata = json.loads((folder / csvw.METADATA).read_text(encoding="utf-8"))
    columns = {t["url"]: [c["name"] for c in t["tableSchema"]["columns"]] for t in metadata["tables"]}
    assert columns == {f"{name}.csv": fields for name, fields in described.items()}


def test_what_a_column_means_is_what_the_data_dictionary_says(folder):
    if not (ROOT / "data" / "README.md").is_file():
        pytest.skip("there is no data dictionary here")
    missing = [
        f"{resource['name']}.{field['name']}"
        for resource in package(folder)["resources"]
        for field in resource["schema"]["fields"]
        if not field.get("description")
    ]
    assert missing == []


@pytest.mark.parametrize("which", ["seed", "trouble", "yunze"])
def test_frictionless_finds_nothing_wrong(which, request, tmp_path):
    reason = "frictionless is not installed: pip install frictionless==5.21.0"
    frictionless = pytest.importorskip("frictionless", reason=reason)
    folder = pr.export(request.getfixturevalue(which), "csvw", tmp_path)
    report = frictionless.Package(str(folder / csvw.PACKAGE)).validate()
    assert report.valid, report.flatten(["type", "note"])[:5]


def test_frictionless_finds_a_changed_table(seed, tmp_path):
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    folder = pr.export(seed, "csvw", tmp_path)
    turns = folder / "turns.csv"
    turns.write_text(turns.read_text(encoding="utf-8").replace("Liang Huiling", "Liang Huiping"), encoding="utf-8")
    assert not frictionless.Package(str(folder / csvw.PACKAGE)).validate().valid


@pytest.mark.parametrize("which", ["seed", "trouble", "yunze"])
def test_a_csvw_reader_finds_nothing_wrong(which, request, tmp_path):
    library = pytest.importorskip("csvw", reason="csvw is not installed: pip install csvw==4.1.1")
    corpus = request.getfixturevalue(which)
    folder = pr.export(corpus, "csvw", tmp_path)
    group = library.TableGroup.from_file(folder / csvw.METADATA)
    assert group.check_referential_integrity() is not False
    read = {table.local_name: list(table) for table in group.tables}
    assert len(read["turns.csv"]) == len(corpus.turns)
    first = read["turns.csv"][0]
    assert first["start"] == corpus.turns["start"].iloc[0] and first["label"] == corpus.turns["label"].iloc[0]
    assert read["documents.csv"][0]["complete"] is bool(corpus.documents["complete"].iloc[0])


def test_build_describes_what_it_writes(page, tmp_path):
    assert main(["build", str(page), "--out", str(tmp_path)]) == 0
    assert {r["path"] for r in package(tmp_path)["resources"]} == {f"{name}.csv" for name in tables.TABLES}
