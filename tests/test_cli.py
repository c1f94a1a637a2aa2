"""The command: data to stdout, the rest to stderr, exit codes as promised, never a traceback."""

import io
import json
import subprocess
import sys
import time

import pandas as pd
import pytest

from conftest import SEED
from pressroom import tables
from pressroom.cli import TABLES, main

PRINTED = [name for name in TABLES if name not in ("kwic", "checks")]  # the seed says nothing twice: no checks
COLUMNS = {"themes": "theme_hits", "figures": "growth_figures"}


def run(capsys, *arguments):
    code = main([str(a) for a in arguments])
    out = capsys.readouterr()
    assert "Traceback" not in out.err
    return code, out.out, out.err


@pytest.mark.parametrize("name", PRINTED)
def test_jsonl_prints_exactly_the_columns_of_the_table(capsys, name):
    code, out, _ = run(capsys, name, SEED, "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and rows
    assert all(list(row) == list(tables.TABLES[COLUMNS.get(name, name)]) for row in rows)


@pytest.mark.parametrize("name", PRINTED)
def test_csv_and_parquet_hold_the_same_rows(capsys, tmp_path, name):
    _, out, _ = run(capsys, name, SEED, "--format", "csv")
    file = tmp_path / "table.parquet"
    code, nothing, said = run(capsys, name, SEED, "--format", "parquet", "--out", file)
    assert code == 0 and nothing == "" and str(file) in said
    printed = pd.read_csv(io.StringIO(out))
    saved = pd.read_parquet(file)
    assert len(saved) == len(printed) > 0 and list(saved.columns) == list(printed.columns)


def test_a_concordance_shows_every_occurrence(capsys):
    code, out, _ = run(capsys, "kwic", "new quality productive force*", SEED, "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and len(rows) == 6
    assert all(row["keyword"] == "new quality productive forces" for row in rows)


def test_check_reads_like_a_note(capsys):
    code, out, _ = run(capsys, "check", SEED)
    assert code == 0
    for said in ("2024-04-26", "1 of 11", "Liang Huiling", "603 words", "We have noticed", "inferred"):
        assert said in out


def test_strict_check_ends_with_one_when_there_is_a_doubt(capsys):
    assert run(capsys, "check", "--strict", SEED)[0] == 1


def test_build_leaves_every_table_and_text(capsys, tmp_path):
    code, _, said = run(capsys, "build", SEED, "--out", tmp_path / "processed")
    assert code == 0 and "1 documents, 3 turns" in said
    for name in tables.TABLES:
        assert (tmp_path / "processed" / f"{name}.parquet").exists()
        assert (tmp_path / "processed" / f"{name}.csv").exists()
    assert len(list((tmp_path / "processed" / "text").glob("*.txt"))) == 1


def test_a_pasted_paragraph(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("In 2023, apple output grew 5.6%."))
    code, out, _ = run(capsys, "figures", "--plain", "--held", "2024-06-03", "-", "--format", "jsonl")
    (row,) = map(json.loads, out.splitlines())
    assert code == 0 and (row["value"], row["unit"], row["period_start"]) == (5.6, "%", "2023-01-01")


BAD = {
    "empty.txt": b"",
    "noise.txt": bytes(range(256)) * 40,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "notice.txt": b"Notice: the office is closed today.\n",
}


@pytest.mark.parametrize("name", [*PRINTED, "check"])
@pytest.mark.parametrize("bad", ["missing.txt", "empty.txt", "noise.txt", "picture.png"])
def test_a_file_that_cannot_be_used_is_named_with_a_remedy(capsys, tmp_path, name, bad):
    if bad in BAD:
        (tmp_path / bad).write_bytes(BAD[bad])
    code, out, said = run(capsys, name, tmp_path / bad)
    assert code == 1 and out == "" and bad in said and len(said.splitlines()) <= 3


@pytest.mark.parametrize("name", [*PRINTED, "check"])
def test_good_files_among_bad_ones_are_delivered(capsys, tmp_path, page, name):
    for file, content in BAD.items():
        (tmp_path / file).write_bytes(content)
    code, out, said = run(capsys, name, tmp_path)
    assert code == 1 and out
    for file in ("empty.txt", "noise.txt"):
        assert file in said


def test_a_page_without_a_turn_is_refused_by_name(capsys, tmp_path):
    (tmp_path / "notice.txt").write_bytes(BAD["notice.txt"])
    code, _, said = run(capsys, "turns", tmp_path / "notice.txt")
    assert code == 1 and "notice.txt" in said and "no turn" in said


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["turns"],
        ["sing", "seeds"],
        ["turns", "seeds", "--format", "xml"],
        ["kwic", "talent"],
        ["figures", "--plain", "--held", "soon", "-"],
        ["report", "seeds", "--to", "papyrus"],
    ],
)
def test_wrong_usage_ends_with_two(capsys, arguments):
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = stop.code
    assert code == 2 and "Traceback" not in capsys.readouterr().err


def test_an_unwritable_place_is_named(capsys, tmp_path):
    (tmp_path / "file").write_text("in the way")
    for arguments in (
        ["turns", SEED, "--out", tmp_path / "no" / "t.csv"],
        ["build", SEED, "--out", tmp_path / "file"],
    ):
        code, _, said = run(capsys, *arguments)
        assert code == 1 and str(tmp_path) in said


def test_a_closed_pipe_is_no_error():
    done = subprocess.run(
        f"{sys.executable} -m pressroom.cli sentences {SEED} --format jsonl | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0 and done.stderr == "" and len(done.stdout.splitlines()) == 1


def test_figures_start_cold_within_a_second_and_a_half():
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "pressroom.cli", "figures", SEED], capture_output=True, check=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 1.5, f"seconds: {times}"


@pytest.mark.parametrize("heavy", ["matplotlib", "nbconvert", "nbclient", "IPython"])
def test_a_table_does_not_import_what_it_does_not_need(heavy):
    command = f"c.main(['figures', {str(SEED)!r}])"
    program = f"import sys, pressroom.cli as c; {command}; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0
