"""Turns on invented pages of many layouts: who speaks, of what kind, answering which question, from where to where."""

import pytest

import layouts
import pressroom as pr
from page_variants import flat
from test_corpus import assert_sound


@pytest.fixture(params=layouts.PAGES)
def name(request):
    return request.param


def found(name, tmp_path):
    path = tmp_path / "page.md"
    path.write_text(layouts.PAGES[name], encoding="utf-8")
    return pr.read(path)


def test_the_turns_are_those_a_reader_finds(name, tmp_path):
    corpus = found(name, tmp_path)
    assert_sound(corpus)
    rows = corpus.turns.astype(object).where(corpus.turns.notna(), None)
    got = [(r.speaker, r.kind, r.answers, flat(r.text)) for r in rows.itertuples()]
    told = [
        (speaker, kind, answers, text if text.startswith(first) and text.endswith(last) else f"{first} … {last}")
        for (speaker, kind, answers, first, last), (_, _, _, text) in zip(layouts.TURNS[name], got, strict=False)
    ]
    assert got == told + [("missing", *turn) for turn in layouts.TURNS[name][len(told) :]]


def test_the_day_held_is_found(name, tmp_path):
    held = found(name, tmp_path).documents.loc[0, "held"]
    if layouts.HELD[name]:
        assert held == layouts.HELD[name]
