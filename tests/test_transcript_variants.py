"""The labelled pages printed otherwise: whatever an editor, a browser or another press room does, the turns stay."""

import pytest

from conftest import GOLD_PAGES
from page_variants import VARIANTS, Labelled, flat, load
from pressroom.corrections import default_corrections
from pressroom.documents import read_documents
from pressroom.model import Page

CORRECTIONS = default_corrections()
PAGES = [page for path in GOLD_PAGES if (page := load(path)).turns]


def wanted(page: Labelled):
    return [(t.label and flat(t.label), t.speaker, t.kind, t.answers, flat(t.first), flat(t.last)) for t in page.turns]


def found(text: str, page: Labelled):
    """The turns as `wanted` writes them: first and last words are given where they are the ones wanted."""
    (document,) = read_documents([Page("page.txt", text.replace("\r\n", "\n"), None, None, None, "")], CORRECTIONS)
    said = [flat(document.text[t.start : t.end]) for t in document.turns]
    ends = [(flat(t.first), flat(t.last)) for t in page.turns] + [("", "")] * len(said)
    return [
        (
            turn.label and flat(turn.label), turn.speaker, turn.kind, turn.answers and turn.answers - 1,
            first if words.startswith(first) else words[:40], last if words.endswith(last) else words[-40:],
        )
        for turn, words, (first, last) in zip(document.turns, said, ends, strict=False)
    ]  # fmt: skip


@pytest.mark.parametrize("name", VARIANTS)
def test_turns_speakers_kinds_and_answers_stay(name):
    changed = 0
    for page in PAGES:
        variant = VARIANTS[name](page)
        if variant is None:  # the variant cannot be made of this page
            continue
        changed += 1
        labelled, text = (page, variant) if isinstance(variant, str) else (variant, variant.render())
        assert found(text, labelled) == wanted(labelled), f"{page.name}, {name}"
    assert changed, f"{name} is made of no page"
