"""The command `pressroom figures` on pasted text: --plain, --held, --strict. All sentences are invented."""

import io
import json

import pytest

import pressroom as pr
from pressroom import cli

TEXT = "In the first quarter, exports rose 5.2 percent. Imports fell 3 percent. The fee is 20 yuan."


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert cli.main([*arguments, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_pasted_paragraph_is_read_against_the_day_held(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(TEXT))
    rows = run(capsys, "figures", "--plain", "--held", "2024-04-26", "-")
    assert [row["text"] for row in rows] == ["5.2 percent", "3 percent", "20 yuan"]
    assert (rows[0]["period_start"], rows[0]["period_end"]) == ("2024-01-01", "2024-04-01")
    assert rows[0]["doubts"] == [] and rows[1]["doubts"] == ["inherited_period"]


def test_strict_leaves_doubtful_figures_out_and_keeps_the_numbering(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(TEXT))
    rows = run(capsys, "figures", "--strict", "--plain", "--held", "2024-04-26", "-")
    assert [(row["figure"], row["text"]) for row in rows] == [(1, "5.2 percent"), (3, "20 yuan")]


def test_doubts_are_a_list_of_codes() -> None:
    table = pr.growth_figures(pr.read_text(TEXT, held="2024-04-26"))
    assert list(table.columns[-2:]) == ["doubts", "same_as"]
    assert [list(d) for d in table["doubts"]] == [[], ["inherited_period"], []]


def test_a_single_sentence_without_a_day_leaves_relative_periods_open() -> None:
    table = pr.growth_figures(pr.read_text("Exports rose 5.2 percent last year."))
    assert table.loc[0, "period_text"] == "last year"
    assert table["period_start"].isna().all()
