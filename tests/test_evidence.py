"""The evidence page: the text whole, the marks on their words, everything escaped. All names here are invented."""

import re
from collections import Counter
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressroom as pr
from conftest import GOLD_PAGES, PAGE, ROOT, many_speakers
from pressroom import tables
from pressroom.anchors import document_anchor, figure_anchors
from pressroom.cli import main
from pressroom.publishing.markup import Html, element
from pressroom.publishing.spans import Mark, stretches
from pressroom.publishing.transcript_html import Evidence, transcript

CODEBOOK = pr.Codebook.load(ROOT / "data" / "codebook" / "themes.yaml")
VOID = {"meta", "br", "input"}


class Reader(HTMLParser):
    """What a browser reads: the text of the source, and every element with its attributes and words."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.source, self.elements = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        found = {"tag": tag, "text": "", **dict(attrs)}
        self.elements.append(found)
        if tag not in VOID:
            self.open.append(found)

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for found in self.open:
            found["text"] += data
        if any("src" in (found.get("class") or "").split() for found in self.open):
            self.source.append(data)

    def text_of(self, **attributes):
        wanted = {key.replace("_", "-").rstrip("-"): value for key, value in attributes.items()}
        return [e["text"] for e in self.elements if wanted.items() <= e.items()]


def page_of(corpus, codebook=CODEBOOK):
    return pr.evidence_page(corpus, pr.theme_hits(corpus, codebook), pr.growth_figures(corpus), codebook)


# cutting a text where marks begin and end

marks = st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33)), max_size=12)


@given(marks)
def test_stretches_cover_every_character_once_and_name_exactly_the_marks_on_it(spans):
    given_marks = [Mark(a, b, n) for n, (a, b) in enumerate(spans)]
    found = list(stretches(0, 30, given_marks))
    assert [at for piece in found for at in range(piece.start, piece.end)] == list(range(30))
    for piece in found:
        for at in range(piece.start, piece.end):
            assert {m.name for m in piece.marks} == {m.name for m in given_marks if m.start <= at < m.end}


def test_the_shortest_of_several_marks_comes_first():
    (_, both, _) = stretches(0, 9, [Mark(0, 9, "quote"), Mark(3, 5, "figure")])
    assert [mark.name for mark in both.marks] == ["figure", "quote"]


@given(st.text(max_size=5), st.text(max_size=5))
def test_two_documents_never_share_a_place(one, other):
    assert re.fullmatch(r"[\w-]*", document_anchor(one), re.ASCII)
    assert (document_anchor(one) == document_anchor(other)) == (one == other)


# the page holds the text

WORDS = st.text(st.sampled_from("ab <>&\"'\n\t😀中\u00a0\u200b…;#"), min_size=1, max_size=60)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6)


@st.composite
def documents(draw):
    """Any text, cut into parts and turns anywhere, with figures and hits anywhere on it."""
    text = draw(WORDS)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)) | {0, len(text)})
    pairs = list(pairwise(edges))
    parts = [{"start": a, "end": b, "part": draw(st.sampled_from(["speech", "label", "caption"]))} for a, b in pairs]
    plain = {"label": None, "speaker": "<i>", "kind": "official", "role_text": "&", "outlet": None}
    plain |= {"answers": None, "inferred": None, "n_words": 1}
    turns = [
        {**plain, "turn": n, "start": a, "end": b} for n, (a, b) in enumerate(pairs, start=1) if draw(st.booleans())
    ]
    spans = [(min(a, len(text)), min(b, len(text))) for a, b in draw(SPANS)]
    figures = [
        {"figure": n, "start": a, "end": b, "quote_start": max(a - 4, 0), "quote_end": min(b + 4, len(text)),
         "kind": "share", "status": "target"}
        for n, (a, b) in enumerate(spans, start=1)
    ]  # fmt: skip
    hits = [{"hit": n, "start": a, "end": b, "theme": "<t>"} for n, (b, a) in enumerate(spans, start=1)]
    pages = [{"page": n, "source": "<p>", "start": a, "end": b} for n, (a, b) in enumerate(pairs[:2], start=1)]
    return Evidence("d", text, pages or [{"page": 1, "source": "p", "start": 0}], parts, turns, figures, hits, True)


@given(documents())
def test_the_text_of_the_page_is_the_text_of_the_document(document):
    reader = Reader(transcript(document))
    assert "".join(reader.source) == document.text
    ids = Counter(e["id"] for e in reader.elements if e.get("id"))
    assert not [name for name, n in ids.items() if n > 1]


@given(documents())
def test_every_mark_with_words_has_a_place_that_holds_its_first_words(document):
    reader = Reader(transcript(document))
    for kind, rows in (("figure", document.figures), ("hit", document.hits)):
        for row in rows:
            places = reader.text_of(id=f"d-{kind}-{row[kind]}")
            words = document.text[row["start"] : row["end"]]
            assert len(places) == (1 if words else 0)
            assert all(words.startswith(place) and place for place in places)


@pytest.mark.parametrize("path", GOLD_PAGES, ids=lambda path: path.stem)
def test_a_labelled_page_keeps_every_character_and_every_mark(path):
    corpus = pr.read(path)
    reader = Reader(page_of(corpus))
    (doc_id,) = corpus.texts
    assert "".join(reader.source) == corpus.texts[doc_id]
    anchor = document_anchor(doc_id)
    for row in tables.records(pr.growth_figures(corpus)):
        (place,) = reader.text_of(id=f"{anchor}-figure-{row['figure']}")
        assert row["text"].startswith(place)
        assert reader.text_of(id=f"figure-{row['figure']}") == [place]


# what a reader finds on it


def test_speakers_stand_in_the_margin_and_an_inferred_turn_says_why(seed):
    reader = Reader(page_of(seed))
    margins = [" ".join(m.split()) for m in reader.text_of(class_="margin")]
    assert margins[0].startswith("Xie Yingjun:")
    assert "unnamed journalist" in margins[1]
    assert "Turn inferred: question after the floor was opened" in margins[1]
    assert "answers turn 2" in margins[2]


def test_what_is_not_speech_is_muted_and_named(seed):
    muted = [e for e in Reader(page_of(seed)).elements if "muted" in (e.get("class") or "") and e["tag"] == "p"]
    assert [e["data-part"] for e in muted] == ["breadcrumb", "title", "dateline", "navigation"]


def test_a_figures_row_has_all_its_fields_and_leads_back_to_its_words(seed):
    reader = Reader(page_of(seed))
    row = tables.records(pr.growth_figures(seed))[2]
    (details,) = [e["text"] for e in reader.elements if (e.get("id") or "").endswith("-figure-3-row")]
    for name, value in row.items():
        assert name in details and (value in (None, []) or str(value) in details)


def test_every_link_on_the_page_leads_somewhere(seed, page):
    reader = Reader(page_of(pr.read([page, *GOLD_PAGES[:3]])))
    ids = {e["id"] for e in reader.elements if e.get("id")}
    links = [e["href"] for e in reader.elements if e.get("href", "").startswith("#")]
    assert len(links) > 100 and {link[1:] for link in links} <= ids


def test_of_several_documents_the_first_has_the_short_addresses(page):
    corpus = pr.read([page, GOLD_PAGES[0]])
    first, second = map(document_anchor, corpus.documents["doc_id"])
    reader = Reader(page_of(corpus))
    assert reader.text_of(id="figure-1") == reader.text_of(id=f"{first}-figure-1") == ["4.2 million tonnes"]
    assert reader.text_of(id=f"{second}-figure-1") != ["4.2 million tonnes"]
    figures = pr.growth_figures(corpus)
    keys = list(zip(figures["doc_id"], figures["figure"], strict=True))
    ids = {e["id"] for e in reader.elements if e.get("id")}
    assert set(figure_anchors(corpus.documents["doc_id"], keys)) <= ids


def test_words_that_are_figure_and_theme_carry_both_marks():
    corpus = pr.read_text("Exports of talent grew 5.6% last year.")
    figures = pr.growth_figures(corpus)
    hit = {"doc_id": "text", "turn": 1, "sentence": 1, "theme": "trade", "term": "grew *", "start": 18, "end": 25}
    page = pr.evidence_page(corpus, tables.make("theme_hits", [hit | {"text": "grew 5."}]), figures)
    both = [e for e in Reader(page).elements if e.get("data-kinds") and e.get("data-themes")]
    assert [(e["text"], e["data-rows"]) for e in both] == [("5.", "text-figure-1 text-hit-1")]


def test_a_corpus_without_figures_or_themes_says_so():
    page = page_of(pr.read_text("We are glad to be here."))
    assert "No growth figure was found here." in page and "No theme of the codebook is named here." in page


# nothing a page says is markup

HOSTILE = (
    PAGE.replace("orchards of Beiling", """orchards "of" <img src=x onerror=alert(1)> '&amp; =cmd() 😀""")
    .replace("Sun Peili:", "<script>alert(1)</script>:")
    .replace("4.2 million tonnes", "4.2 million tonnes</p></article><script>alert(2)</script>")
)


def test_words_of_a_page_never_become_elements(tmp_path):
    path = tmp_path / "hostile <b>.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    corpus = pr.read(path)
    page = page_of(corpus)
    reader = Reader(page)
    assert [e["tag"] for e in reader.elements].count("script") == 1
    assert not any(e["tag"] in ("img", "b>") for e in reader.elements)
    assert "".join(reader.source) == corpus.texts[corpus.documents.loc[0, "doc_id"]]


def test_a_speaker_called_script_is_a_name_like_any_other(page):
    corpus = pr.read(page)
    corpus.turns["speaker"] = corpus.turns["speaker"].astype(object)
    corpus.turns.loc[2, "speaker"] = "<script>alert('x')</script>"
    reader = Reader(page_of(corpus))
    assert any(e.get("data-speaker") == "<script>alert('x')</script>" for e in reader.elements)
    assert [e["tag"] for e in reader.elements].count("script") == 1


def test_an_address_that_is_no_web_address_is_no_link(page):
    corpus = pr.read(page)
    corpus.pages["url"] = pd.Series(["javascript:alert(1)"], dtype=object)
    assert "javascript:" not in page_of(corpus)


def test_the_page_asks_the_network_for_nothing_and_runs_only_its_own_script(seed):
    page = page_of(seed)
    assert "default-src 'none'" in page and "script-src 'sha256-" in page
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import""", page)
    script = (files("pressroom.publishing") / "web" / "evidence.js").read_text(encoding="utf-8")
    assert not re.search(r"fetch\(|XMLHttpRequest|innerHTML|eval\(", script)


@given(st.text(), st.text())
def test_an_element_says_exactly_its_words(words, value):
    (found,) = Reader(element("p", words.replace("\r", ""), title=value)).elements
    assert found["text"] == words.replace("\r", "") and found["title"] == value


def test_only_html_is_taken_as_html():
    assert element("p", Html("<b>x</b>"), "<b>") == "<p><b>x</b>&lt;b&gt;</p>"


def test_three_hundred_speakers_are_all_there_to_choose(tmp_path):
    path = tmp_path / "many.txt"
    path.write_text(many_speakers(300), encoding="utf-8")
    corpus = pr.read(path)
    options = [e["value"] for e in Reader(page_of(corpus)).elements if e["tag"] == "option"]
    assert len([value for value in options if value.startswith("name:")]) == corpus.turns["speaker"].nunique() == 300


def test_the_command_leaves_the_page(capsys, tmp_path, page):
    out = tmp_path / "new" / "evidence.html"
    assert main(["evidence", str(page), "--out", str(out)]) == 0
    assert 'id="figure-1"' in out.read_text(encoding="utf-8")
    assert str(out) in capsys.readouterr().err
