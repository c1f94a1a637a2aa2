"""Parts of a corpus, and any measure group by group."""

import pytest

import pressroom as pr
from conftest import GOLD_PAGES, ROOT

CODEBOOK = pr.Codebook.load(ROOT / "data/codebook/themes.yaml")


@pytest.fixture(scope="module")
def many():
    return pr.read(GOLD_PAGES)


@pytest.fixture(scope="module")
def hits(many):
    return pr.theme_hits(many, CODEBOOK)


def test_a_part_has_the_turns_sentences_and_words_of_its_values(many):
    part = pr.select(many, kind="official", year=["2023", "2024"])
    turns = pr.spoken(many).query("kind == 'official' and year in ['2023', '2024']")
    assert len(part.turns) == len(turns) and part.documents["n_words"].sum() == turns["n_words"].sum()
    assert len(part.sentences) == turns["n_sentences"].sum()
    assert all(part.texts[s.doc_id][s.start : s.end] == s.text for s in part.sentences.itertuples())


def test_hits_of_a_part_are_the_hits_of_its_turns(many, hits):
    part = pr.select(many, kind="journalist")
    said = hits.merge(part.turns[["doc_id", "turn"]], on=["doc_id", "turn"])
    assert len(pr.theme_hits(part, CODEBOOK)) == len(said) > 0


def test_values_that_nobody_has_are_named_with_those_there_are(many):
    with pytest.raises(ValueError, match=r"no turn has kind \['minister'\]; among those left it has chair, inter"):
        pr.select(many, kind="minister")
    with pytest.raises(KeyError, match="cannot group by"):
        pr.select(many, party="any")


@pytest.mark.parametrize("by", ["kind", "year", ["year", "kind"]])
def test_a_measure_made_group_by_group_adds_up(many, hits, by):
    spread = pr.grouped(pr.theme_dispersion, hits, many, by=by)
    assert spread["n_hits"].sum() == len(hits)
    terms = pr.grouped(pr.theme_terms, hits, many, by=by)
    assert terms["n_hits"].sum() == len(hits)
    pairs = pr.grouped(pr.theme_cooccurrence, hits, many, by=by)
    assert pairs["n_both"].sum() == pr.theme_cooccurrence(hits, many)["n_both"].sum()


def test_a_measure_of_the_corpus_alone_takes_its_options(many):
    near = pr.grouped(pr.collocates, many, by="kind", term="percent", span=1)
    assert list(near.columns)[:2] == ["kind", "collocate"] and set(near["kind"]) <= {"official", "journalist"}
