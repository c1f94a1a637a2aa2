"""A document's figures and theme hits in, lists of them with every field out: for a reader without JavaScript."""

from __future__ import annotations

from typing import Any

from .. import tables
from .markup import Html, element
from .transcript_html import Evidence, Row, speaker_of

FIELDS = tuple(tables.TABLES["growth_figures"])
CONTEXT_CHARACTERS = 60


def figure_rows(evidence: Evidence) -> Html:
    """Every figure as a line that opens into all its fields, with a link back to its words."""
    title = element("h3", f"Figures of this transcript ({len(evidence.figures):,})")
    if not evidence.figures:
        return element("section", title, element("p", "No growth figure was found here."), class_="rows")
    return element("section", title, *(_figure(row, evidence) for row in evidence.figures), class_="rows")


def _figure(row: Row, evidence: Evidence) -> Html:
    place = evidence.place("figure", row["figure"])
    head = element(
        "summary",
        element("span", str(row["figure"]), class_="number"),
        element("b", row["text"]),
        element("span", " — ".join(_told(row))),
    )
    fields = [piece for name in FIELDS for piece in (element("dt", name), element("dd", _value(row[name])))]
    back = element("p", element("a", "to the words in the transcript", href=f"#{place}"), class_="back")
    body = element("div", element("blockquote", row["quote"]), element("dl", *fields), back, id=f"{place}-row")
    return element("details", head, body, data_row=place, data_kind=row["kind"], **_who(row))


def _told(row: Row) -> list[str]:
    told = [row["indicator"], row["kind"].replace("_", " "), row["status"], row["period_text"]]
    return [str(piece) for piece in told if piece]


def _value(value: Any) -> Html | str:
    if isinstance(value, list):
        value = ", ".join(map(str, value)).replace("_", " ") or None
    return element("i", "none") if value is None else str(value)


def _who(row: Row) -> dict[str, object]:
    turn = row["who"]
    return {"data_speaker": speaker_of(turn), "data_turn_kind": turn["kind"]} if turn else {}


def hit_rows(evidence: Evidence, labels: dict[str, str]) -> Html:
    """Every theme as a line that opens into its hits, each with its context and a link to its words."""
    by_theme: dict[str, list[Row]] = {}
    for hit in evidence.hits:
        by_theme.setdefault(hit["theme"], []).append(hit)
    title = element("h3", f"Theme hits of this transcript ({len(evidence.hits):,})")
    if not by_theme:
        return element("section", title, element("p", "No theme of the codebook is named here."), class_="rows")
    lists = []
    for theme, hits in sorted(by_theme.items(), key=lambda item: -len(item[1])):
        head = element("summary", element("b", labels.get(theme, theme)), element("span", f"{len(hits):,}"))
        items = [_hit(hit, evidence, labels.get(theme, theme)) for hit in hits]
        lists.append(element("details", head, element("ol", *items), data_theme=theme))
    return element("section", title, *lists, class_="rows")


def _hit(hit: Row, evidence: Evidence, label: str) -> Html:
    place = evidence.place("hit", hit["hit"])
    said = hit["said"]
    left, right = _context(evidence.text, hit, said)
    return element(
        "li",
        element("p", left, element("a", hit["text"], href=f"#{place}"), right),
        element("p", f"{label} · term “{hit['term']}” · turn {hit['turn']}, sentence {hit['sentence']} · "
                f"characters {hit['start']}–{hit['end']}", class_="facts"),
        id=f"{place}-row",
        data_row=place,
        data_theme=hit["theme"],
        **_who(hit),
    )  # fmt: skip


def _context(text: str, hit: Row, sentence: Row | None) -> tuple[str, str]:
    """The words of the sentence before and after a hit, cut to a line."""
    first = max(sentence["start"] if sentence else 0, hit["start"] - CONTEXT_CHARACTERS)
    last = min(sentence["end"] if sentence else len(text), hit["end"] + CONTEXT_CHARACTERS)
    left = ("…" if sentence and first > sentence["start"] else "") + text[first : hit["start"]]
    right = text[hit["end"] : last] + ("…" if sentence and last < sentence["end"] else "")
    return left, right
