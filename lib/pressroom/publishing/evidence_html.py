"""A corpus, its theme hits and its growth figures in, one self-contained HTML page of the evidence out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from .. import __version__, tables
from ..anchors import document_anchor
from ..prose import counted
from .evidence_rows import figure_rows, hit_rows
from .markup import Html, element, joined
from .policy import digest
from .transcript_html import Evidence, Row, speaker_of, transcript

if TYPE_CHECKING:
    import pandas as pd

    from ..codebook import Codebook
    from ..corpus import Corpus


def evidence_page(corpus: Corpus, hits: pd.DataFrame, figures: pd.DataFrame, codebook: Codebook | None = None) -> str:
    """The transcripts as a page to read, with every theme hit and growth figure marked at its words.

    Parameters
    ----------
    corpus : Corpus
    hits : pandas.DataFrame
        From `pressroom.theme_hits`.
    figures : pandas.DataFrame
        From `pressroom.growth_figures`.
    codebook : Codebook, optional
        Gives the themes their names; without it their ids are shown.

    Returns
    -------
    str
        An HTML page that needs nothing beside it. It can be read without JavaScript; with it, speakers, themes
        and kinds can be filtered, and a figure's row opens beside its words. `#figure-12` leads to figure 12 of
        the first document, `#DOC-figure-12` to that of any.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> codebook = pr.Codebook.load(pr.project_path("data/codebook/themes.yaml"))
    >>> page = evidence_page(corpus, pr.theme_hits(corpus, codebook), pr.growth_figures(corpus), codebook)
    >>> 'id="figure-1"' in page, "src=" in page
    (True, False)
    """
    labels = {theme.id: theme.label for theme in codebook.themes} if codebook else {}
    documents = tables.records(corpus.documents)
    evidence = _evidence(corpus, hits, figures)
    articles = [_article(row, evidence[row["doc_id"]], corpus, labels) for row in documents]
    style, script = _file("evidence.css"), _file("evidence.js")
    title = str(documents[0]["title"] or documents[0]["doc_id"]) if len(documents) == 1 else _many(documents)
    return Template(_file("evidence.html")).substitute(
        policy=f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; base-uri 'none'",
        title=joined([title]),
        style=style,
        script=script,
        filters=_filters(evidence.values(), labels),
        contents=_contents(documents, evidence) if len(documents) > 1 else "",
        articles=joined(articles, "\n"),
        version=__version__,
    )


def _evidence(corpus: Corpus, hits: pd.DataFrame, figures: pd.DataFrame) -> dict[str, Evidence]:
    rows = {name: _by_document(getattr(corpus, name)) for name in ("pages", "parts", "turns")}
    of_hits, of_figures = _by_document(hits), _by_document(figures)
    speakers = {(t["doc_id"], t["turn"]): t for turns in rows["turns"].values() for t in turns}
    sentences = {(s["doc_id"], s["turn"], s["sentence"]): s for s in tables.records(corpus.sentences)}
    for n_hits in of_hits.values():
        for number, hit in enumerate(n_hits, start=1):
            sentence = sentences.get((hit["doc_id"], hit["turn"], hit["sentence"]))
            hit |= {"hit": number, "said": sentence, "who": speakers.get((hit["doc_id"], hit["turn"]))}
    for n_figures in of_figures.values():
        for figure in n_figures:
            figure["who"] = speakers.get((figure["doc_id"], figure["turn"]))
    return {
        doc_id: Evidence(
            anchor=document_anchor(doc_id),
            text=corpus.texts[doc_id],
            # a page of another copy of the conference gave its labels, and has no place in the text
            pages=[page for page in rows["pages"].get(doc_id, []) if page["start"] is not None],
            parts=rows["parts"].get(doc_id, []),
            turns=rows["turns"].get(doc_id, []),
            figures=of_figures.get(doc_id, []),
            hits=of_hits.get(doc_id, []),
            first=number == 0,
        )
        for number, doc_id in enumerate(corpus.documents["doc_id"])
    }


def _by_document(table: pd.DataFrame) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in tables.records(table):
        grouped.setdefault(row["doc_id"], []).append(row)
    return grouped


def _article(document: Row, evidence: Evidence, corpus: Corpus, labels: dict[str, str]) -> Html:
    title = document["title"] or "A page without a title"
    doubts = corpus.doubts.get(document["doc_id"], [])
    noted = element("ul", *(element("li", doubt) for doubt in doubts)) if doubts else None
    head = element(
        "header",
        element("h2", title),
        element("p", " · ".join(_facts(document, evidence)), class_="facts"),
        *(element("p", element("a", p["url"], href=p["url"]), class_="facts") for p in evidence.pages if _web(p)),
        element("div", element("p", "To be checked by a careful reader:"), noted, class_="doubts") if noted else None,
        class_="document",
    )
    return element(
        "article",
        head,
        element("div", transcript(evidence), class_="transcript", lang=document["language"]),
        figure_rows(evidence),
        hit_rows(evidence, labels),
        id=f"document-{evidence.anchor}",
        aria_label=title,
    )


def _web(page: Row) -> bool:
    return str(page["url"] or "").startswith(("https://", "http://"))


def _facts(document: Row, evidence: Evidence) -> Iterable[str]:
    if document["held"]:
        yield f"held {document['held']}" + ("" if document["held_from"] == "stated" else f" ({document['held_from']})")
    if document["published"]:
        yield f"posted {document['published']}"
    if document["publisher"]:
        yield str(document["publisher"])
    if document["pages_expected"]:
        yield f"{len(evidence.pages)} of {document['pages_expected']} pages"
    yield f"{counted(document['n_words'], 'word')} in {counted(document['n_turns'], 'turn')}"
    yield f"{counted(len(evidence.figures), 'figure')}, {counted(len(evidence.hits), 'theme hit')}"
    yield f"text sha256 {document['sha256'][:16]}…"


def _contents(documents: list[Row], evidence: dict[str, Evidence]) -> Html:
    items = []
    for row in documents:
        of = evidence[row["doc_id"]]
        link = element("a", row["title"] or row["doc_id"], href=f"#document-{of.anchor}")
        found = f"{counted(len(of.figures), 'figure')} · {counted(len(of.hits), 'theme hit')}"
        items.append(element("li", link, element("span", f" {row['held'] or 'day not known'} · {found}")))
    return element("nav", element("ol", *items), aria_label="Press conferences", class_="contents")


def _filters(evidence: Iterable[Evidence], labels: dict[str, str]) -> Html:
    every = list(evidence)
    speakers = Counter(speaker_of(turn) for e in every for turn in e.turns)
    turn_kinds = Counter(str(turn["kind"]) for e in every for turn in e.turns)
    themes = Counter(str(hit["theme"]) for e in every for hit in e.hits)
    kinds = Counter(str(figure["kind"]) for e in every for figure in e.figures)
    choose = element(
        "label",
        element("span", "Speaker"),
        element(
            "select",
            element("option", "everybody", value=""),
            element("optgroup", *_options("kind", turn_kinds), label="Kind"),
            element("optgroup", *_options("name", speakers), label="Name"),
            id="speaker",
        ),
    )
    named = {theme: labels.get(theme, theme) for theme in themes}
    return joined(
        [
            choose,
            _boxes("Themes", "theme", themes, named),
            _boxes("Figures", "kind", kinds, {kind: kind.replace("_", " ") for kind in kinds}),
        ]
    )


def _options(by: str, counts: Counter[str]) -> Iterable[Html]:
    # the most turns first; a tie in the order of the names
    for name, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield element("option", f"{name} ({counted(n, 'turn')})", value=f"{by}:{name}")


def _boxes(title: str, name: str, counts: Counter[str], named: dict[str, str]) -> Html:
    boxes = [
        element(
            "label",
            element("input", type="checkbox", name=name, value=value, checked=True),
            element("span", f"{named[value]} ({n:,})"),
        )
        for value, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    turn = [element("button", word, type="button", data_all=name, data_on=on) for word, on in (("all", 1), ("none", 0))]
    inside = [element("p", *turn, class_="turn-all"), *boxes] if boxes else [element("p", "None on this page.")]
    group = element("div", *inside, class_="boxes", role="group", aria_label=title)
    total = sum(counts.values())
    return element("details", element("summary", title, " ", element("span", f"{total:,}", class_="n")), group)


def _many(documents: list[Row]) -> str:
    return f"{len(documents)} press conferences: the evidence"


def _file(name: str) -> str:
    return (files(__package__) / "web" / name).read_text(encoding="utf-8")
