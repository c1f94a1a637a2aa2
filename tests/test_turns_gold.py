"""The turns on the hand-labelled pages: where each begins and ends, who speaks, what it answers."""

import json
from pathlib import Path

import pytest

import pressroom as pr

PAGES = sorted(p for folder in ("gold", "gold_more") for p in (Path(__file__).parent / folder).glob("*.json"))


def plain(text):
    return " ".join(text.replace("\u200b", "").replace("\ufeff", "").split()) if text else None


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_the_turns_are_those_that_a_reader_marked(path):
    gold = json.loads(path.read_text(encoding="utf-8"))["turns"]
    found = pr.tables.records(pr.read(path.with_suffix(".txt")).turns)
    assert [plain(turn["label"]) for turn in found] == [plain(turn["label"]) for turn in gold]
    for turn, want in zip(found, gold, strict=True):
        text = plain(turn["text"])
        assert text.startswith(plain(want["first"])) and text.endswith(plain(want["last"]))
        assert (turn["kind"], turn["speaker"]) == (want["kind"], want["speaker"])
        assert turn["answers"] == (None if want["answers"] is None else want["answers"] + 1)
