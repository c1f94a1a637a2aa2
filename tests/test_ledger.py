"""The ledger: whatever a page holds, every character that is not white space lies in exactly one part.

`PRESSROOM_PAGES` may name folders of saved pages outside the project, parted as in PATH: they are read as well.
"""

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import pressroom as pr
from conftest import GOLD_PAGES, SEED
from layouts import PAGES as LAYOUTS
from pressroom.corpus import from_documents
from pressroom.corrections import default_corrections
from pressroom.documents import read_documents
from pressroom.model import Page
from test_corpus import assert_sound

CORRECTIONS = default_corrections()
OUTSIDE = [Path(p) for p in os.environ.get("PRESSROOM_PAGES", "").split(os.pathsep) if p]

# Pieces that pages are made of, in any order and number: the ledger must hold on nonsense as well.
PIECES = st.sampled_from(
    [
        "ㄑ Press Room\u00a0 ㄑ Press Conference Transcripts",
        "SCIO press conference on the orchards of Beiling",
        "China.org.cn | June 3, 2024",
        "---",
        'title: "Briefing\\_on pears"',
        "• SCIO briefing on pears",
        "Speakers:",
        "Ms. Sun Peili, governor of Beiling",
        "Gao Anmin:",
        "**Gao Anmin**",
        "### Reuters",
        "[Reuters]",
        "Beiling Daily: How many apples? Sun Peili: A good many: 4.2 million tonnes.",
        "Good morning. The floor is open for questions.",
        "What will the province do next?",
        "?",
        "Thank you for your question. It will rest.",
        "(Applause)",
        "Sun Peili speaks. [Photo by Xu Yan/China SCIO]",
        "MS. SUN:  (Laughter.)  Yes.",
        "Q    And pears?",
        "Q. And plums?",
        "CHAIR SUN. Good afternoon. (Inaudible) We begin.",
        "_ueditor_page_break_tag_Sun Peili:",
        "_ueditor_page_break_tag_",
        "The following question was raised after the press conference: Q: Any comment? A: None.",
        "* * *",
        "<  1  2  3  >",
        "Page 1 of 21",
        "12:20 P.M. EST",
        "Related stories",
        "\u200b",
        "First: soil. Second: water.",
        "10:30",
        "🍎",
        ":",
        "：",
        "**",
        "[",
    ]
)
GAPS = st.sampled_from(["\n", "\n\n", "\n\n\n", " ", "\r\n", "\u3000"])
BODIES = st.lists(st.tuples(PIECES, GAPS), min_size=1, max_size=25).map(lambda ps: "".join(a + b for a, b in ps))


def read(texts):
    pages = [
        Page(f"page_{n}.txt", text.replace("\r\n", "\n"), None, None, None, f"{n}")
        for n, text in enumerate(texts, start=1)
    ]
    return from_documents(read_documents(pages, CORRECTIONS), [])


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES)
def test_on_any_page(text):
    assert_sound(read([text]))


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BODIES, min_size=2, max_size=4))
def test_on_any_pages_of_one_conference(texts):
    head = "Briefing on the orchards of Beiling\n\nChina SCIO | June 3, 2024\n\n"
    corpus = read([head + text for text in texts])
    assert_sound(corpus)
    # whatever was joined, split or left out, no page is without a row or a word
    named = set(corpus.pages["source"]) | set(re.findall(r"page_\d\.txt", " ".join(map(str, corpus.doubts.values()))))
    assert named == {f"page_{n}.txt" for n in range(1, len(texts) + 1)}


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=400))
def test_on_any_text_at_all(text):
    if text.strip():
        assert_sound(read([text]))


def test_on_a_paragraph_that_is_a_question_mark_alone():
    opened = "SCIO press conference on pears\n\nGao Anmin:\n\nGood morning. The floor is open for questions."
    assert_sound(read([f"{opened}\n\n?\n\nSun Peili:\n\nThank you. Pears did well.\n"]))


@pytest.mark.parametrize("path", [*GOLD_PAGES, SEED], ids=lambda p: p.stem)
def test_on_every_page_of_the_project(path):
    assert_sound(pr.read(path))


@pytest.mark.parametrize("name", LAYOUTS)
def test_on_every_layout(name):
    assert_sound(read([LAYOUTS[name]]))


@pytest.mark.skipif(not OUTSIDE, reason="PRESSROOM_PAGES names no folder of saved pages outside the project")
@pytest.mark.parametrize("folder", OUTSIDE, ids=lambda p: p.name)
def test_on_pages_outside_the_project(folder):
    corpus = pr.read(folder)
    assert_sound(corpus)
    # a printed label that names somebody gives a speaker; `Q`, `MODERATOR`, `SPEAKER 1` name nobody
    nameless = corpus.turns[corpus.turns["speaker"].isna() & corpus.turns["label"].notna()]
    labels = nameless["label"].str.split(" (", regex=False).str[0].str.rstrip(" 0123456789").str.upper()
    assert set(labels) <= {
        "Q", "A", "QUESTION", "ANSWER", "REPORTER", "CORRESPONDENT", "QUESTIONER", "A JOURNALIST", "MODERATOR", "HOST",
        "AIDE", "INTERPRETER", "PARTICIPANT", "SPEAKER",
    }  # fmt: skip
