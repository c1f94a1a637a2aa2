"""What holds for every export: the words are checkable, the bytes are the same again, mistakes are told."""

import json
import subprocess
import sys

import pytest

import pressroom as pr
from export_pages import files
from pressroom.exports import FORMATS
from pressroom.exports.material import Material


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("which", ["seed", "trouble"])
def test_the_same_corpus_gives_the_same_bytes(which, to, tmp_path, request):
    corpus = request.getfixturevalue(which)
    first, second = (files(pr.export(corpus, to, tmp_path / name)) for name in ("one", "two"))
    assert first == second
    assert b"\r\n" not in b"".join(first.values())


@pytest.mark.parametrize("to", FORMATS)
def test_every_form_brings_the_texts_and_says_how_to_use_them(seed, to, tmp_path):
    folder = pr.export(seed, to, tmp_path)
    for doc_id, text in seed.texts.items():
        assert (folder / "text" / f"{doc_id}.txt").read_bytes().decode("utf-8") == text
    assert (folder / "README.md").stat().st_size > 200


def test_a_turns_text_is_its_stretches_of_speech(yunze, trouble):
    for corpus in (yunze, trouble):
        for turn in Material.of(corpus).turns():
            text = corpus.texts[turn["doc_id"]]
            assert turn["text"] == "\n\n".join(text[a:b] for a, b in turn["spans"])
            assert all(turn["start"] <= a < b <= turn["end"] for a, b in turn["spans"])


def test_a_caption_inside_a_turn_is_not_said(trouble):
    turns = [turn for turn in Material.of(trouble).turns() if len(turn["spans"]) > 1]
    assert [turn["speaker"] for turn in turns] == ["Sun Peili"]
    assert "Photo by" not in turns[0]["text"] and "talent in our salt works" in turns[0]["text"]
    assert turns[0]["themes"] == ["talent"] and turns[0]["answers_id"] == turns[0]["id"][:-1] + "2"


def test_an_unknown_form_names_the_known_ones(seed, tmp_path):
    with pytest.raises(ValueError, match="convokit, quanteda, tei, csvw"):
        pr.export(seed, "nvivo", tmp_path)


def test_a_file_in_the_way_is_named(seed, tmp_path):
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(ValueError, match=r"taken: a file is in the way"):
        pr.export(seed, "tei", tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "mine"


def test_the_command_writes_a_folder_and_says_where(page, tmp_path):
    command = [
        sys.executable,
        "-m",
        "pressroom.cli",
        "export",
        str(page),
        "--to",
        "convokit",
        "--out",
        str(tmp_path / "o"),
    ]
    ran = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    assert ran.returncode == 0 and ran.stdout == ""
    assert "1 documents, 4 turns for convokit" in ran.stderr
    assert json.loads((tmp_path / "o" / "corpus.json").read_text())["n_conferences"] == 1
