"""Where themes are named: matching checked against plain expressions, hits on the seed, offsets that quote."""

import json
import re
import time
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import pressroom as pr
from conftest import GOLD_PAGES, ROOT, SEED
from pressroom.cli import main
from pressroom.codebook import Theme
from pressroom.counting.matching import LETTER, Terms, fold
from pressroom.themes import find_themes

CODEBOOK = pr.Codebook.load(ROOT / "data/codebook/themes.yaml")
GAP = r"[\s\u200b\u2010\u2011\u2013-]+"


def places(term, text, exact=False):
    """What a term finds, by an expression written out plainly: slow, and easy to believe."""
    words = [re.escape(w) for w in re.split(GAP, term.strip()) if w]
    words = [w.replace(r"\*", f"{LETTER}*" if w != r"\*" else f"{LETTER}+").replace(r"\?", LETTER) for w in words]
    body = GAP.join(words).replace("'", "['’]").replace("’", "['’]")
    find = re.compile(f"(?<!{LETTER})(?:{body})(?!{LETTER})", 0 if exact else re.I)
    return [m.span() for at in range(len(text)) if (m := find.match(text, at))]


TERMS = ["new force*", "force", "ne?", "*ce", "f*e", "new * force", "o'new", "r&d", "n-e w", "*e*", "e", "force new*"]


@settings(max_examples=300)
@given(st.text(alphabet="neworfc '’-–\u00a0\n&D.", max_size=40), st.sampled_from(TERMS), st.booleans())
@example("new  – force", "new force*", False)
@example("Ne NE ne", "ne", True)
@example("new\n\nforce new", "force new*", False)
def test_one_pass_finds_what_the_plain_expression_finds(text, term, exact):
    found = Terms([(term, exact), ("unrelated", False)]).find(text)
    assert sorted(set((a, b) for a, b, _ in found)) == sorted(set(places(term, text, exact)))
    assert len(found) == len(set(found))


@given(st.text(alphabet="a b-–’'İß\u00a0\n", max_size=40))
def test_folding_never_loses_the_place_of_a_character(text):
    folded, shifts = fold(text)
    assert "  " not in folded and len(text) - len(folded) == (shifts[-1][1] if shifts else 0)


def test_a_letter_whose_small_form_is_two_characters_moves_no_offset():
    text = "İİİ Grain"
    ((start, end, _),) = Terms([("grain", False)]).find(text)
    assert text[start:end] == "Grain"


def test_a_term_without_a_letter_is_refused():
    with pytest.raises(ValueError, match="would match everything"):
        Terms([("* ?", False)])


@pytest.mark.parametrize("text", ["a" * 200_000, "new " * 50_000, "new-" * 50_000, "force" * 40_000])
def test_time_is_linear_even_on_text_made_to_be_slow(text):
    terms = Terms([("new * force*", False), ("*e*e*e", False), ("a*a*a*b", False), ("new force", False)])
    start = time.perf_counter()
    terms.find(text)
    assert time.perf_counter() - start < 10


# hits ---------------------------------------------------------------------------------------------------------


def test_the_seeds_slogan_is_found_six_times_two_of_them_by_the_journalist(seed):
    hits = pr.theme_hits(seed, CODEBOOK)
    nqpf = hits[hits["theme"] == "nqpf"].merge(seed.turns[["doc_id", "turn", "kind"]], on=["doc_id", "turn"])
    assert nqpf["kind"].value_counts().to_dict() == {"official": 4, "journalist": 2}
    assert set(nqpf["text"]) == {"new quality productive forces"}


def test_the_seeds_traps_are_not_hits(seed):
    hits = pr.theme_hits(seed, CODEBOOK)
    assert not hits["text"].str.lower().isin(["double-digit", "negative list"]).any()
    assert "private_business" not in set(hits.loc[hits["sentence"] == 31, "theme"])


@pytest.mark.parametrize("page", GOLD_PAGES, ids=lambda page: page.stem)
def test_every_hit_quotes_its_sentence_and_hits_of_one_theme_do_not_overlap(page):
    corpus = pr.read(page)
    hits = pr.theme_hits(corpus, CODEBOOK)
    keys = ["doc_id", "turn", "sentence"]
    inside = hits.merge(corpus.sentences, on=keys, suffixes=("", "_said"))
    assert len(inside) == len(hits)
    assert ((inside["start_said"] <= inside["start"]) & (inside["end"] <= inside["end_said"])).all()
    assert all(corpus.texts[r.doc_id][r.start : r.end] == r.text for r in hits.itertuples())
    assert hits["start"].groupby(hits["doc_id"]).is_monotonic_increasing.all() if len(hits) else True
    for _, of_theme in hits.groupby(["doc_id", "theme"]):
        assert (of_theme["start"].iloc[1:].to_numpy() >= of_theme["end"].iloc[:-1].to_numpy()).all()


@pytest.mark.parametrize("page", GOLD_PAGES[:6], ids=lambda page: page.stem)
def test_a_whole_text_in_one_pass_gives_what_its_sentences_give_one_by_one(page):
    corpus = pr.read(page)
    one_by_one = [
        (s.doc_id, s.turn, s.sentence, hit.theme, hit.term, s.start + hit.start)
        for s in corpus.sentences.itertuples()
        for hit in find_themes(s.text, CODEBOOK)
    ]
    hits = pr.theme_hits(corpus, CODEBOOK)
    columns = ["doc_id", "turn", "sentence", "theme", "term", "start"]
    assert sorted(one_by_one) == sorted(hits[columns].itertuples(index=False, name=None))


def test_terms_of_a_theme_are_listed_with_the_words_they_were_found_as(seed):
    terms = pr.theme_terms(pr.theme_hits(seed, CODEBOOK)).set_index(["theme", "term"])
    row = terms.loc[("nqpf", "new quality productive force*")]
    assert (row["n_hits"], row["n_turns"], row["n_documents"]) == (6, 2, 1)
    assert row["forms"] == "new quality productive forces"


def test_a_corpus_without_a_hit_gives_an_empty_table_with_its_columns():
    corpus = pr.read_text("Good morning.")
    hits = pr.theme_hits(corpus, CODEBOOK)
    assert hits.empty and list(hits.columns) == list(pr.tables.TABLES["theme_hits"])
    assert pr.theme_terms(hits).empty


# concordance --------------------------------------------------------------------------------------------------


def test_a_concordance_can_be_sorted_by_what_stands_beside_the_keyword(seed):
    right = pr.concordance(seed, "talent", sort="right")
    assert len(right) == 7
    assert right["right"].str.lower().is_monotonic_increasing
    left = pr.concordance(seed, "talent", sort="left")
    last_words = left["left"].str.split().str[-1].str.lower()
    assert last_words.is_monotonic_increasing


def test_a_concordance_finds_every_occurrence_when_keywords_overlap():
    assert pr.concordance(pr.read_text("new new new"), "new new")["start"].tolist() == [0, 4]


def test_an_unknown_order_lists_the_known_ones(seed):
    with pytest.raises(ValueError, match="cannot sort by 'date'; choose from text, left"):
        pr.concordance(seed, "talent", sort="date")


def test_a_nested_theme_is_rolled_up_so_that_a_word_counts_once():
    food = Theme("food", "Food", strong=("food", "rice"))
    grain = Theme("food.grain", "Grain", strong=("rice", "rice harvest"))
    corpus = pr.read_text("Rice is food. The rice harvest was good.")
    hits = pr.theme_hits(corpus, pr.Codebook((food, grain)))
    assert hits["theme"].tolist() == ["food", "food.grain", "food", "food", "food.grain"]
    assert pr.rolled_up(hits)["text"].tolist() == ["Rice", "food", "rice harvest"]
    assert set(pr.rolled_up(hits)["theme"]) == {"food"} and len(pr.rolled_up(hits, level=2)) == 5


# the command --------------------------------------------------------------------------------------------------


def test_the_command_counts_as_quanteda_does_with_a_yaml_or_dic_dictionary(tmp_path, capsys):
    text = tmp_path / "speech.txt"
    text.write_text("We saw growth. Investment in sci-tech and the province's tax, taxes.", encoding="utf-8")
    dictionary = pr.Dictionary.of({"i": {"s": ["sci-tech", "tech*"]}, "t": ["tax*", "growth investment"]})
    for name in ("d.yml", "d.dic"):
        path = dictionary.write(tmp_path / name)
        arguments = ["themes", "--plain", str(text), "--codebook", str(path), "--semantics", "quanteda"]
        assert main([*arguments, "--format", "jsonl"]) == 0
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [list(row) for row in rows] == [list(pr.tables.TABLES["theme_hits"])] * 4
        assert Counter(row["theme"] for row in rows) == {"i.s": 1, "t": 3}
        assert rows[0]["text"] == "growth. Investment" and rows[0]["sentence"] == 1


def test_the_command_refuses_a_dictionary_it_cannot_use(tmp_path, capsys):
    (tmp_path / "d.dic").write_text("no marks", encoding="utf-8")
    code = main(["themes", str(SEED), "--codebook", str(tmp_path / "d.dic"), "--semantics", "quanteda"])
    said = capsys.readouterr()
    assert code == 1 and said.out == "" and "d.dic" in said.err


def test_the_command_sorts_a_concordance_by_what_stands_right_of_the_keyword(capsys):
    assert main(["kwic", "talent", str(SEED), "--sort", "right", "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    right = [row["right"].lower() for row in rows]
    assert len(right) == 7 and right == sorted(right)


def test_the_page_on_measures_names_functions_that_there_are():
    page = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+\? \| ([^|]+) \|", page, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert len(named) >= 17 and named <= set(pr.__all__)
