"""Counting as quanteda 4 does: behaviours measured on quanteda 4.3.1, dictionaries read and written."""

import json
from fnmatch import fnmatch

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressroom as pr
from conftest import GOLD, ROOT
from pressroom.counting.dictionary import DictionaryError
from pressroom.counting.quanteda import Lookup, Tokens
from pressroom.counting.quanteda_tokens import quanteda_tokens, spans

MEASURED = [json.loads(line) for line in (ROOT / "tests" / "quanteda_semantics.jsonl").open(encoding="utf-8")]
COUNTED = [case for case in MEASURED if "counts" in case]
TOKENISED = [case for case in MEASURED if "tokens" in case]


def test_every_measured_behaviour_is_here():
    assert (len(COUNTED), len(TOKENISED)) == (29, 2)


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: case["case"])
def test_counts_are_those_that_quanteda_gives(case):
    assert pr.quanteda_counts(case["text"], case["dictionary"], **case["options"]) == case["counts"]


@pytest.mark.parametrize("case", TOKENISED, ids=lambda case: case["text"][:20])
def test_tokens_are_those_that_quanteda_makes(case):
    assert quanteda_tokens(case["text"]) == case["tokens"]


def test_keys_that_find_the_same_tokens_all_count_and_partly_covered_ones_too():
    dictionary = {"a": ["x y z"], "b": ["y z"], "c": ["z w"], "d": ["x y z"]}
    assert pr.quanteda_counts("x y z w", dictionary, nested_scope="dictionary") == {"a": 1, "b": 0, "c": 1, "d": 1}


def test_no_phrase_reaches_from_one_text_into_the_next():
    assert pr.quanteda_counts(["grain", "output"], {"k": ["grain output", "*"]}) == {"k": 2}


def test_an_unknown_scope_is_named():
    with pytest.raises(ValueError, match="nested_scope 'key2'"):
        pr.quanteda_counts("a", {"k": ["a"]}, nested_scope="key2")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("In\u200b 2023, 5\u202f000 firms", ["In", "2023", "5", "000", "firms"]),  # no width, no token
        ("CO₂ fell −0.2 to 2½", ["CO", "₂", "fell", "−", "0.2", "to", "2", "½"]),
        ("_daily_ ___ a_b", ["_daily_", "a_b"]),
        ("cafe\u0301-like cafe\u0301's", ["cafe\u0301-like", "cafe\u0301's"]),
        ("the U.S.-China talks, 2024-04-26 at 9:30", ["the", "U.S", "China", "talks", "2024-04-26", "at", "9", "30"]),
        ("and/or No.1 (US$5.94)", ["and", "or", "No", "1", "US", "$", "5.94"]),
        ("provinces' ‘quoted’ 10-year-old's", ["provinces", "quoted", "10-year-old's"]),
    ],
)
def test_tokens_follow_the_word_boundaries_of_unicode(text, tokens):
    assert quanteda_tokens(text) == tokens


def test_a_character_without_width_parts_no_phrase():
    assert pr.quanteda_counts("new\u200b quality", {"k": ["new quality"]}) == {"k": 1}


@given(st.text(alphabet="ab-’'.,;5% \n²é$_", max_size=60), st.booleans())
def test_tokens_are_in_order_apart_and_leave_out_nothing_but_white_space(text, split):
    found = spans(text, split)
    covered = [n for a, b in found for n in range(a, b)]
    assert covered == sorted(set(covered)) and all(a < b for a, b in found)
    assert {n for n, c in enumerate(text) if not c.isspace()} == set(covered)


WORDS = st.lists(st.sampled_from(["tax", "taxes", "new", "york", "times", "a"]), max_size=12).map(" ".join)
KEYS = st.dictionaries(
    st.sampled_from("klm"),
    st.lists(st.sampled_from(["tax*", "new york", "york times", "new york times", "a a", "?", "*s"]), min_size=1),
    min_size=1,
)


@given(WORDS, KEYS)
def test_within_a_key_no_token_serves_two_hits(text, keys):
    matches = Lookup(pr.Dictionary.of(keys)).matches(Tokens([text]))
    for key in range(len(keys)):
        used = [n for at, length, of_key, _ in matches if of_key == key for n in range(at, at + length)]
        assert len(used) == len(set(used))


@given(WORDS, KEYS)
def test_counts_of_a_key_do_not_depend_on_the_other_keys(text, keys):
    together = pr.quanteda_counts(text, keys)
    assert together == {key: pr.quanteda_counts(text, {key: patterns})[key] for key, patterns in keys.items()}


def counted_plainly(words, keys, nested_scope):
    """The rule as one would do it by hand, word by word: longest patterns first, then from left to right."""
    used = {key: set() for key in keys}
    anyone, counts = set(), dict.fromkeys(keys, 0)
    for length in range(3, 0, -1):
        for at in range(len(words) - length + 1):
            places = set(range(at, at + length))
            nested = nested_scope == "dictionary" and places <= anyone
            for key, patterns in keys.items():
                globs = [p.split() for p in patterns if len(p.split()) == length]
                fits = any(all(map(fnmatch, words[at : at + length], glob)) for glob in globs)
                if fits and not nested and not places & used[key]:
                    used[key] |= places
                    anyone |= places
                    counts[key] += 1
    return counts


@given(WORDS, KEYS, st.sampled_from(["key", "dictionary"]))
def test_counts_are_those_of_the_rule_done_by_hand(text, keys, scope):
    assert pr.quanteda_counts(text, keys, nested_scope=scope) == counted_plainly(text.split(), keys, scope)


# hits in a corpus ---------------------------------------------------------------------------------------------


def test_hits_have_the_columns_of_theme_hits_and_quote_their_text(seed):
    dictionary = pr.Dictionary.of({"i": {"s": ["sci-tech", "scien*"], "q": ["new quality * forces"]}})
    hits = pr.theme_hits(seed, dictionary, semantics="quanteda")
    assert list(hits.columns) == list(pr.tables.TABLES["theme_hits"])
    assert hits["theme"].value_counts().to_dict() == {"i.s": 10, "i.q": 6}
    for row in hits.itertuples():
        assert seed.texts[row.doc_id][row.start : row.end] == row.text
        said = seed.sentences.query("turn == @row.turn and sentence == @row.sentence").iloc[0]
        assert said["start"] <= row.start < said["end"]


def test_hits_of_a_corpus_add_up_to_the_counts_of_its_turns():
    corpus = pr.read(GOLD / "d04_node_page_nbs_q1.txt")
    dictionary = {"growth": ["grew *", "growth", "up"], "percent": ["percent"]}
    hits = pr.theme_hits(corpus, pr.Dictionary.of(dictionary), semantics="quanteda")
    counted = pr.quanteda_counts(corpus.turns["text"].tolist(), dictionary)
    assert hits["theme"].value_counts().to_dict() == {key: n for key, n in counted.items() if n}


def test_a_caption_inside_a_turn_is_nobodys_words():
    corpus = pr.read(GOLD / "d16_captions_lost_after_caption.txt")
    hits = pr.theme_hits(corpus, pr.Dictionary.of({"photo": ["photo"]}), semantics="quanteda")
    assert "Photo" in corpus.texts[corpus.documents.loc[0, "doc_id"]] and hits.empty


def test_a_codebook_gives_its_strong_and_exact_terms(seed):
    codebook = pr.Codebook.load(ROOT / "data/codebook/themes.yaml")
    hits = pr.theme_hits(seed, codebook, semantics="quanteda")
    assert (hits["theme"] == "nqpf").sum() == 6


def test_an_unknown_semantics_is_named(seed):
    with pytest.raises(ValueError, match="no semantics 'liwc'"):
        pr.theme_hits(seed, pr.Codebook(()), semantics="liwc")


# dictionaries -------------------------------------------------------------------------------------------------

NESTED = pr.Dictionary.of({"i": {"s": ["scien*", "life sciences"], "r": ["research"]}, "no": ["no", "5g"]})


@pytest.mark.parametrize("name", ["d.yml", "d.yaml"])
def test_a_dictionary_is_read_back_as_it_was_written(tmp_path, name):
    assert pr.Dictionary.load(NESTED.write(tmp_path / name)) == NESTED


def test_a_dic_file_is_read_back_with_its_keys_flat(tmp_path):
    back = pr.Dictionary.load(NESTED.write(tmp_path / "d.dic"))
    assert {k: sorted(p) for k, p in back.patterns().items()} == {
        "i.s": ["life sciences", "scien*"],
        "i.r": ["research"],
        "no": ["5g", "no"],
    }


def test_a_dic_file_with_indented_categories_is_nested(tmp_path):
    path = tmp_path / "d.dic"
    path.write_text("%\n1\ttrade\n\t2\texports\n3\ttax\n%\nexport*\t1\t2\ntax cut\t3\ntariff 1 3\n", encoding="utf-8")
    assert pr.Dictionary.load(path).patterns() == {
        "trade": ["export*", "tariff"],
        "trade.exports": ["export*"],
        "tax": ["tax cut", "tariff"],
    }


def test_yaml_patterns_are_words_even_when_yaml_has_another_idea(tmp_path):
    path = tmp_path / "d.yml"
    path.write_text("answer: [no, yes, on, 5, 1_000]\nmixed:\n  - grain\n  - inner: [rice]\n", encoding="utf-8")
    assert pr.Dictionary.load(path).patterns() == {
        "answer": ["no", "yes", "on", "5", "1_000"],
        "mixed": ["grain"],
        "mixed.inner": ["rice"],
    }


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("d.dic", "1\ta\nword\t1\n", r"0 lines with % alone"),
        ("d.dic", "%\n1\ta\n%\nword\t2\n", r"line 4: no category 2"),
        ("d.dic", "%\n1\ta\n%\nword\n", r"line 4: 'word' has no word or no number"),
        ("d.dic", "%\none\n%\nword\t1\n", r"line 2: 'one'"),
        ("d.yml", "- a\n- b\n", r"line 1: the file is no dictionary"),
        ("d.yml", "k: [a\n", r"line 2: no valid YAML"),
        ("d.yml", "k: [a]\nk: [b]\n", r"line 2: the file has 'k' twice"),
        ("d.yml", "k: []\n", r"line 1: the key 'k' has no pattern"),
        ("d.yml", "k: [[a]]\n", r"line 1: the key 'k' has a list in a list"),
        ("d.yml", "a: &a [x, x]\nb: [*a, *a]\n", r"line 2: aliases"),
        ("d.yml", "", r"the dictionary is empty"),
    ],
)
def test_a_dictionary_that_cannot_be_used_names_line_and_remedy(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DictionaryError, match=says) as refused:
        pr.Dictionary.load(path)
    assert str(path) in str(refused.value) and ";" in str(refused.value)


def test_a_missing_dictionary_is_named(tmp_path):
    for name in ("no.dic", "no.yml"):
        with pytest.raises(DictionaryError, match=f"{name}: there is no such dictionary"):
            pr.Dictionary.load(tmp_path / name)
