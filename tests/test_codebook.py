"""The codebook: what it promises on the seed, its own examples, and how a faulty one is refused."""

import pytest

import pressroom as pr
from conftest import ROOT
from pressroom.cli import main
from pressroom.codebook import CodebookError
from pressroom.themes import find_themes

PATH = ROOT / "data/codebook/themes.yaml"


@pytest.fixture(scope="module")
def codebook():
    return pr.Codebook.load(PATH)


def test_every_theme_finds_its_examples_and_not_its_counterexamples(codebook):
    assert codebook.check() == []
    assert all(theme.examples and theme.counterexamples for theme in codebook.themes)


def test_every_theme_keeps_its_chinese_name_and_a_definition(codebook):
    assert len(codebook.themes) == 15
    assert all(theme.label_zh and theme.definition for theme in codebook.themes)


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Services experienced double-digit growth.", "digital"),
        ('Use systems such as the "negative list" for scientific research funding.', "private_business"),
        ('Use systems such as the "negative list" for scientific research funding.', "opening_trade"),
        ("Agriculture is the root.", "culture_tourism"),
        ("The ministry will do a good job in housing.", "livelihood"),
        ("By industry, value added of the tertiary industry rose.", "industry"),
        ("Since the reform and opening up the town has grown.", "opening_trade"),
        ("Mr. Mu and Mr. Jin walked across the hectares.", "agri_grain"),
        ("The regulator of securities met the social security fund.", "security"),
    ],
)
def test_words_that_only_look_like_a_theme_are_not_counted(codebook, sentence, theme):
    assert theme not in {hit.theme for hit in find_themes(sentence, codebook)}


@pytest.mark.parametrize(
    ("sentence", "theme", "found"),
    [
        ("The harvest was 1.4 trillion jin.", "agri_grain", ["harvest", "jin"]),
        ("AI and 5G, but an aide is neither.", "digital", ["AI", "5G"]),
        ("The new\u00a0quality\u2011productive forces", "nqpf", ["new\u00a0quality\u2011productive forces"]),
        ("What farmers’ villages need", "rural", ["farmers’", "villages"]),
    ],
)
def test_terms_are_found_in_all_their_spellings(codebook, sentence, theme, found):
    assert [sentence[h.start : h.end] for h in find_themes(sentence, codebook) if h.theme == theme] == found


def test_weak_terms_need_company(codebook):
    def fired(sentence):
        return [hit.term for hit in find_themes(sentence, codebook) if hit.theme == "energy"]

    assert fired("The team was full of good oil.") == []
    assert fired("The oil in the pipeline is warm.") == ["oil"]  # a word of `needs`
    assert fired("Coal and oil were short.") == ["coal", "oil"]  # a strong hit of the theme


# a codebook of one's own --------------------------------------------------------------------------------------

THEME = "  - id: grain\n    include:\n      en:\n        strong: [grain]\n"


def codebook_of(tmp_path, text):
    path = tmp_path / "themes.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_theme_inside_another_is_counted_under_both_names(tmp_path):
    text = (
        "themes:\n- id: food\n  label: Food\n  include: {en: {strong: [food]}}\n  themes:\n"
        "  - id: grain\n    include: {en: {strong: [rice, food grain*]}}\n"
        "    themes:\n    - id: seed\n      include: {en: {strong: [seed*]}}\n"
    )
    codebook = pr.Codebook.load(codebook_of(tmp_path, text))
    assert [theme.id for theme in codebook.themes] == ["food", "food.grain", "food.grain.seed"]
    hits = list(find_themes("Seeds, rice and food grains are food.", codebook))
    assert [(h.theme, h.term) for h in hits] == [
        ("food.grain.seed", "seed*"),
        ("food.grain", "rice"),
        ("food", "food"),
        ("food.grain", "food grain*"),
        ("food", "food"),
    ]


BAD = {
    "a typo in a field": (
        f"themes:\n{THEME}    lable: Grain\n",
        r"line 6: a theme has no field 'lable'; did you mean 'label'",
    ),
    "a typo in a strength": (THEME.replace("strong", "stong"), r"line 5: .*no field 'stong'; did you mean 'strong'"),
    "a typo at the top": (
        f"themes:\n{THEME}histroy: []\n",
        r"line 6: the file has no field 'histroy'; did you mean 'history'",
    ),
    "an empty theme": (
        "themes:\n  - id: grain\n    label: Grain\n",
        r"line 2: theme 'grain' has no strong or exact term",
    ),
    "a list without terms": (
        "themes:\n  - id: grain\n    include: {en: {strong: []}}\n",
        r"line 2: .*no strong or exact",
    ),
    "two themes of one id": (f"themes:\n{THEME}{THEME}", r"line 6: the id 'grain' is used twice, first in line 2"),
    "no id": ("themes:\n  - label: Grain\n", r"line 2: a theme without an id"),
    "an id with a space": ("themes:\n  - id: Grain and oil\n", r"line 2: the id 'Grain and oil'"),
    "a star": (THEME.replace("[grain]", '["*"]'), r"line 5: the term '\*' of theme 'grain' matches everything"),
    "two question marks": (THEME.replace("[grain]", '["??"]'), r"line 5: the term '\?\?'.* matches everything"),
    "one letter and a star": (THEME.replace("[grain]", '["e*"]'), r"line 5: the term 'e\*'.* needs 2 letters"),
    "an empty term": (THEME.replace("[grain]", '[""]'), r"line 5: the term ''.* matches everything"),
    "a term twice": (THEME.replace("[grain]", '["high-end", "high end"]'), r"line 5: the term 'high end' stands twice"),
    "terms that are no list": (THEME.replace("[grain]", "grain"), r"line 5: `strong` of theme 'grain' is no list"),
    "a list in a list": (THEME.replace("[grain]", "[[grain]]"), r"line 5: `strong`.* holds a list"),
    "a label that is a list": (f"themes:\n{THEME}    label: [Grain]\n", r"line 6: `label` is no text"),
    "a field twice": (f"themes:\n{THEME}    id: grain\n", r"line 6: a theme has the field 'id' twice"),
    "a theme that is a word": ("themes:\n  - grain\n", r"line 2: a theme is no mapping"),
    "no themes": ("meta: {}\n", r"no themes; the file needs a list"),
    "themes that are none": ("themes: []\n", r"line 1: `themes` lists no theme"),
    "an unclosed bracket": ("themes: [\n", r"line 2: no valid YAML"),
    "a tab": ("themes:\n\t- id: grain\n", r"line 2: no valid YAML"),
    "a bare star": ("themes:\n  - id: grain\n    include: {en: {strong: [*rice]}}\n", r"line 3: aliases .* not read"),
    "a YAML bomb": (
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nthemes: [*c, *c]\n",
        r"line 2: aliases",
    ),
    "brackets without end": ("themes: " + "[" * 5000, r"line 1: nested more than 20 deep"),
    "control characters": ("themes: \x00\n", r"no valid YAML"),
    "nothing": ("", r"the codebook is empty"),
    "a sentence": ("Just words.\n", r"line 1: the file is no mapping"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_faulty_codebook_is_refused_with_line_and_remedy(tmp_path, capsys, what):
    text, says = BAD[what]
    path = codebook_of(
        tmp_path, text if text.startswith(("themes", "a:", "meta", "Just")) or not text else f"themes:\n{text}"
    )
    with pytest.raises(CodebookError, match=says):
        pr.Codebook.load(path)
    assert main(["codebook", "check", str(path)]) == 1
    said = capsys.readouterr()
    assert said.out == "" and str(path) in said.err and len(said.err.splitlines()) == 1


def test_a_missing_codebook_and_one_that_is_too_large_are_named(tmp_path):
    with pytest.raises(CodebookError, match=r"no\.yaml: there is no such codebook; name one"):
        pr.Codebook.load(tmp_path / "no.yaml")
    with pytest.raises(CodebookError, match="larger than 1,000,000 bytes"):
        pr.Codebook.load(codebook_of(tmp_path, "#" * 1_000_001))


def test_a_codebook_that_is_not_in_utf8_is_named(tmp_path):
    path = tmp_path / "themes.yaml"
    path.write_bytes("themes: [粮]".encode("gb18030"))
    with pytest.raises(CodebookError, match="not in UTF-8"):
        pr.Codebook.load(path)


def test_check_names_what_does_not_hold(tmp_path, capsys):
    path = codebook_of(
        tmp_path, f"themes:\n{THEME}    examples: [Rice is short.]\n    counterexample: Grain is short.\n"
    )
    assert main(["codebook", "check", str(path)]) == 1
    said = capsys.readouterr().out
    assert "no term fires in its example 'Rice is short.'" in said
    assert "'grain' fires in its counter-example 'Grain is short.'" in said


def test_check_of_the_projects_own_codebook_ends_with_nought(capsys):
    assert main(["codebook", "check"]) == 0
    assert "all hold" in capsys.readouterr().out


def test_an_unknown_theme_lists_those_there_are(codebook):
    with pytest.raises(KeyError, match="no theme 'culture'; the themes are nqpf, talent"):
        codebook["culture"]
