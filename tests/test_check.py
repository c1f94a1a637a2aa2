"""The note of `pressroom check`: what one conference's pages gave, on a screen of a hundred columns."""

import pytest

import pressroom as pr
from conferences import PAGES, saved
from conftest import GOLD, SEED
from pressroom.check import WIDTH, note
from pressroom.cli import main


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda p: p.stem)
def test_a_conference_fits_a_screen(path):
    lines = note(pr.read(path)).splitlines()
    assert len(lines) <= 45
    assert all(len(line) <= WIDTH or "/" in line for line in lines), "only a long address may stick out"


def test_the_note_says_what_is_missing_inferred_and_doubtful():
    said = " ".join(note(pr.read(SEED)).split())
    assert "1 of 11 present: page 2; missing: 1, 3–11" in said
    assert "question after the floor was opened" in said
    assert "10 of 11 pages are missing" in said
    assert said.count("has no printed label") == 0, "what stands under `inferred` is not said twice"


def test_outlets_are_counted_by_group_and_strangers_named(tmp_path):
    said = " ".join(note(pr.read(saved(tmp_path / "a", dict(enumerate(PAGES, start=1))))).split())
    assert "outlets 2 (2 unknown); not in the table of outlets: Harbor Daily, Port City Radio" in said
    assert "pages 3 of 3 present: page 1–3" in said
    assert "doubts none" in said


def test_a_second_copy_is_named_with_what_it_gave(two_copies):
    said = " ".join(note(pr.read(two_copies)).split())
    assert "is another copy of this conference; 2 labels were restored from it" in said
    assert "3 of 3 present" in said


@pytest.mark.parametrize(("numbers", "code"), [((1, 2, 3), 0), ((1, 2), 1)])
def test_strict_ends_with_one_when_there_is_a_doubt(tmp_path, capsys, numbers, code):
    folder = saved(tmp_path / "a", {n: PAGES[n - 1] for n in numbers})
    assert main(["check", "--strict", str(folder)]) == code
    assert main(["check", str(folder)]) == 0
    capsys.readouterr()


def test_what_reading_a_file_left_out_or_guessed_is_told(tmp_path):
    said = "<p>Gao Anmin:</p><p>Good morning. We are glad that all of you came to hear of the orchards today.</p>" * 3
    page = f"<html><head><title>t</title></head><body><ul><li><a href='#'>Menu</a></li></ul><div>{said}</div>"
    (tmp_path / "orchards.html").write_text(page, encoding="utf-8")
    corpus = pr.read(tmp_path / "orchards.html")
    told = " ".join(note(corpus).split())
    assert "words left out: 1 outside the article" in told
    assert any("it may have been cut off" in doubt for doubt in corpus.doubts[corpus.documents["doc_id"][0]])
