"""The documents keep step with the code: the dictionary, the README's commands, the changelog."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import pressroom as pr
from conftest import ROOT
from pressroom import tables
from pressroom.cli import TABLES
from pressroom.results import all_tables

DICTIONARY = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (\w+) \| (.+) \| (.*) \|$", re.MULTILINE)


def dictionary(name):
    """The rows of one table of the data dictionary: column, type, meaning, example."""
    (section,) = re.findall(rf"^### {name}\n(.*?)(?=^##|\Z)", DICTIONARY, re.MULTILINE | re.DOTALL)
    return ROW.findall(section)


@pytest.mark.parametrize("name", list(tables.TABLES))
def test_the_dictionary_has_the_columns_and_types_of_the_table(name):
    assert [(column, kind) for column, kind, *_ in dictionary(name)] == list(tables.TABLES[name].items())


@pytest.mark.parametrize("name", list(tables.TABLES))
def test_the_dictionarys_examples_stand_in_the_seeds_tables(seed, name):
    rows = tables.records(all_tables(seed, pr.Codebook.load(ROOT / "data/codebook/themes.yaml"))[name])
    for column, _, _, example in dictionary(name):
        cells = {" ".join(str(row[column]).split()) for row in rows if row[column] is not None}
        if example == "–":
            assert not cells, f"{column} has values on the seed: give one as the example, such as {min(cells)}"
        else:
            wanted = example.strip("`")
            fits = str.endswith if wanted.startswith("…") else str.startswith
            assert any(fits(c, wanted.strip("…")) for c in cells), f"{column}: no {wanted!r} in {sorted(cells)[:5]}"


def shown(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


CONSOLE = [
    (command, printed)
    for block in shown("console")
    for command, printed in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


@pytest.mark.parametrize(("command", "printed"), [c for c in CONSOLE if c[0].startswith("pressroom ")])
def test_the_readmes_commands_print_what_it_shows(command, printed):
    done = subprocess.run(
        [sys.executable, "-m", "pressroom.cli", *shlex.split(command)[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    have = [line.rstrip() for line in done.stdout.splitlines()]
    for line in printed.splitlines():
        assert line.rstrip() in have or line.strip() == "…", f"README shows a line that is not printed: {line!r}"


@pytest.mark.slow
def test_make_report_prints_what_the_readme_shows(tmp_path):
    command = [sys.executable, "-m", "pressroom.cli", "report", str(ROOT / "seeds"), "--out", str(tmp_path / "reports")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (shown_lines,) = [printed for command, printed in CONSOLE if command == "make report"]
    assert done.stdout.replace(str(tmp_path / "reports"), "reports").splitlines() == shown_lines.splitlines()


def test_the_readme_shows_the_two_commands_and_the_plain_ones():
    commands = [c for c, _ in CONSOLE] + [line for block in shown("sh") for line in block.splitlines()]
    for command in ("make report", "make test", "pip install -r requirements.txt"):
        assert any(c.startswith(command) or command in c for c in commands), command
    assert any("jupyter nbconvert" in c and "--execute" in c for c in commands)


def test_the_readmes_python_runs():
    for block in shown("python"):
        subprocess.run([sys.executable, "-c", block], cwd=ROOT, check=True, capture_output=True)


def test_every_command_of_the_help_is_in_the_readme():
    done = subprocess.run([sys.executable, "-m", "pressroom.cli", "--help"], capture_output=True, text=True, check=True)
    commands = re.findall(r"^    (\w+)(?: |$)", done.stdout, re.MULTILINE)
    assert {*TABLES, "check", "build", "report", "verify"} <= set(commands)
    assert [name for name in commands if f"`{name}`" not in README and f"pressroom {name}" not in README] == []


def test_links_and_pictures_of_the_documents_are_there():
    for document in ("README.md", "CONTRIBUTING.md", "data/README.md", "CHANGELOG.md"):
        path = ROOT / document
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{document}: {target} is not there"


def test_make_help_lists_every_command():
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in ("help", "report", "lab", "test"):
        assert re.search(rf"^make {name} ", listed, re.MULTILINE)


def test_every_row_of_the_corrections_gives_a_reason():
    import csv

    for path in sorted(Path(ROOT / "data" / "corrections").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                assert (row.get("reason") or "").strip(), f"{path.name}:{number}: no reason"
                assert (row.get("source") or "").strip(), f"{path.name}:{number}: no source"
