"""The TEI is valid, its pointers lead somewhere, and its speech is the speech."""

import datetime as dt

import pytest

import pressroom as pr
from conftest import ROOT

etree = pytest.importorskip("lxml.etree", reason="lxml is not installed: pip install lxml")
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def grammar():
    return etree.RelaxNG(etree.parse(str(ROOT / "tests" / "schemas" / "pressroom-tei.rng")))


@pytest.fixture(scope="module", params=["seed", "trouble", "yunze"])
def exported(request, tmp_path_factory):
    corpus = request.getfixturevalue(request.param)
    return corpus, pr.export(corpus, "tei", tmp_path_factory.mktemp("tei"))


def conferences(folder):
    trees = [etree.parse(str(path)).getroot() for path in sorted(folder.glob("*.xml")) if path.name != "corpus.xml"]
    return {tree.get("n"): tree for tree in trees}


def bare(text):
    return "".join(text.split())


def words(element):
    """The text of an element without that of the notes in it."""
    own = [element.text or ""]
    for child in element:
        own += ["" if child.tag == TEI + "note" else words(child), child.tail or ""]
    return "".join(own)


def test_every_file_is_valid(exported, grammar):
    corpus, folder = exported
    paths = sorted(folder.glob("*.xml"))
    assert len(paths) == len(corpus.documents) + 1
    for path in paths:
        grammar.assertValid(etree.parse(str(path)))


def test_the_schema_refuses_what_is_not_written(exported, grammar):
    _, folder = exported
    tree = etree.parse(str(next(path for path in folder.glob("2*.xml"))))
    tree.find(f".//{TEI}u").set("mood", "merry")
    assert not grammar.validate(tree)


def test_the_speech_is_the_speech(exported):
    corpus, folder = exported
    for doc_id, tree in conferences(folder).items():
        turns = corpus.turns[corpus.turns["doc_id"] == doc_id]
        spoken = corpus.sentences[corpus.sentences["doc_id"] == doc_id].groupby("turn")["text"].apply("".join)
        utterances = tree.findall(f".//{TEI}u")
        assert [int(u.get("n")) for u in utterances] == turns["turn"].tolist()
        for utterance in utterances:
            said = spoken[int(utterance.get("n"))].replace("\x0c", "\ufffd")
            assert bare(words(utterance)) == bare(said)


def test_every_visible_character_of_the_page_is_there_once_and_in_order(exported):
    corpus, folder = exported
    for doc_id, tree in conferences(folder).items():
        whole = "".join(tree.find(f"{TEI}text").itertext())
        # A form feed is white space to Python; XML cannot hold it.
        assert bare(whole).replace("\ufffd", "") == bare(corpus.texts[doc_id])


def test_places_lead_to_the_words(exported):
    _, folder = exported
    for tree in conferences(folder).values():
        for element in tree.iter(TEI + "measure", TEI + "note"):
            if element.get("corresp") and element.get("type"):
                path, _, span = element.get("corresp").partition("#char=")
                start, end = map(int, span.split(","))
                text = (folder / path).read_text(encoding="utf-8")
                assert "".join(element.itertext()) == text[start:end]


def test_pointers_lead_to_something(exported):
    _, folder = exported
    trees = [*conferences(folder).values(), etree.parse(str(folder / "corpus.xml")).getroot()]
    ids = [element.get(ID) for tree in trees for element in tree.iter() if element.get(ID)]
    assert len(ids) == len(set(ids))
    for tree in trees:
        for element in tree.iter():
            for name in ("who", "ana", "prev", "ref"):
                assert {pointer.lstrip("#") for pointer in (element.get(name) or "").split()} <= set(ids)


def test_the_corpus_includes_every_conference(exported):
    corpus, folder = exported
    whole = etree.parse(str(folder / "corpus.xml"))
    whole.xinclude()
    included = whole.getroot().findall(TEI + "TEI")
    assert [tree.get("n") for tree in included] == corpus.documents["doc_id"].tolist()


def test_a_figure_is_a_measure(seed, tmp_path):
    tree = next(iter(conferences(pr.export(seed, "tei", tmp_path)).values()))
    measure = next(m for m in tree.iter(TEI + "measure") if m.text == "22.9%")
    assert (measure.get("type"), measure.get("quantity"), measure.get("unit")) == ("growth_rate", "22.9", "%")
    assert measure.get("ana") == "#status.achieved #direction.up #period.2023-01-01-2024-01-01"
    assert "enterprises" in measure.get("commodity")


def test_a_range_has_its_two_ends(trouble, tmp_path):
    (tree,) = conferences(pr.export(trouble, "tei", tmp_path)).values()
    (number,) = tree.iter(TEI + "num")
    assert (number.get("atLeast"), number.get("atMost")) == ("2.5", "7")


def test_all_figures_are_there(exported):
    corpus, folder = exported
    figures = pr.growth_figures(corpus)
    for doc_id, tree in conferences(folder).items():
        numbers = sorted(int(m.get("n")) for m in tree.iter(TEI + "measure") if m.get("type"))
        assert numbers == figures.loc[figures["doc_id"] == doc_id, "figure"].tolist()


def test_a_period_ends_on_its_last_day(seed, tmp_path):
    root = etree.parse(str(pr.export(seed, "tei", tmp_path) / "corpus.xml")).getroot()
    (period,) = (c for c in root.iter(TEI + "category") if c.get("n") == "2024-01-01-2024-04-01")
    assert period.find(f".//{TEI}date").get("to") == dt.date(2024, 3, 31).isoformat()


def test_titles_and_speakers_cannot_break_the_markup(trouble, tmp_path):
    (tree,) = conferences(pr.export(trouble, "tei", tmp_path)).values()
    title = tree.find(f".//{TEI}title").text
    assert title == 'SCIO press conference on "salt & iron" <in> Beiling =cmd() 🧂'
    lost = [u for u in tree.iter(TEI + "u") if "#label.lost" in u.get("ana")]
    assert [u.get("n") for u in lost] == ["2"] and lost[0].get("who") is None
