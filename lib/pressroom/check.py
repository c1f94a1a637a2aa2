"""A corpus in, a careful colleague's note out: what was found, what is missing, what was inferred and why."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

import pandas as pd

from .corpus import Corpus
from .segmenting.doubts import runs
from .speaking import exchanges, speaker_share

WIDTH = 100
INDENT = 13
SHOWN_SPEAKERS = 12
SHOWN = 6
NO_LABEL = re.compile(r"turn \d+ has no printed label")
HELD_FROM = {
    "stated": "stated on the page",
    "correction": "not on the page; from data/corrections/documents.csv",
    "published": "the page does not say; the day it was posted stands in",
}


def note(corpus: Corpus) -> str:
    """The note on every conference of the corpus, one after the other."""
    notes = ["\n".join(_lines(corpus.only(doc_id))) for doc_id in corpus.documents["doc_id"]]
    if len(notes) > 1:
        notes.append(f"{len(notes)} conferences")
    return "\n\n".join(notes)


def _lines(corpus: Corpus) -> Iterator[str]:
    document = corpus.documents.iloc[0]
    title = document["title"]
    yield "(no title found)" if pd.isna(title) else textwrap.fill(title, WIDTH)
    for head, text in (
        ("id", document["doc_id"]),
        ("file", document["source"]),
        ("held", _dated(document["held"], HELD_FROM.get(document["held_from"], ""))),
        ("published", _dated(document["published"], _by(document["publisher"]))),
        ("pages", _pages(corpus)),
        ("cast", _cast(corpus)),
        ("turns", _turns(corpus)),
    ):
        yield _row(head, text)
    yield from _speakers(corpus)
    yield _row("page parts", _parts(corpus))
    yield from _listed("reading", _shortened(corpus.notes.get(document["doc_id"], []), 2))
    yield _row("outlets", _outlets(corpus))
    yield _row("questions", _questions(corpus))
    yield from _listed("inferred", _shortened(_inferred(corpus)))
    yield from _listed("doubts", _shortened(_doubts(corpus)))


def _row(head: str, text: str) -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=f"  {head}".ljust(INDENT),
        subsequent_indent=" " * INDENT,
        break_long_words=False,
    )


def _listed(head: str, texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        yield _row(head if number == 0 else "", text)


def _dated(day: object, how: str) -> str:
    return "not known" if pd.isna(day) else f"{day}  ({how})" if how else str(day)


def _by(publisher: object) -> str:
    return "" if pd.isna(publisher) else f"by {publisher}"


def _pages(corpus: Corpus) -> str:
    document = corpus.documents.iloc[0]
    expected, found = document["pages_expected"], document["pages_found"]
    present = corpus.n_pages
    if pd.isna(expected):
        return f"{present} found; the page prints no page navigation, so nothing tells whether there are more"
    missing = [n for n in range(1, expected + 1) if n not in found]
    which = f": page {runs(found)}" if found else ", but nothing tells which"
    told = f"; missing: {runs(missing)}" if found and missing else ""
    return f"{present} of {expected} present{which}{told}" + ("" if present >= expected else "; what follows is a part")


def _cast(corpus: Corpus) -> str:
    people = [f"{row.name} ({row.kind})" for row in corpus.cast.itertuples(index=False, name="Person")]
    return "; ".join(people) or "none printed on these pages"


def _turns(corpus: Corpus) -> str:
    kinds = corpus.turns["kind"].value_counts()
    counted = ", ".join(f"{n} {kind}" for kind, n in kinds.items())
    n_words = int(corpus.documents["n_words"].sum())
    return f"{len(corpus.turns)} ({counted or 'nobody speaks'}), {len(corpus.sentences)} sentences, {n_words:,} words"


def _speakers(corpus: Corpus) -> Iterator[str]:
    shares = speaker_share(corpus)
    for row in shares.head(SHOWN_SPEAKERS).itertuples():
        yield f"{'':{INDENT}}{row.speaker:<30} {row.kind:<11} {row.n_words:>6,} words  {row.share_pct:>5.1f} %"
    rest = shares.iloc[SHOWN_SPEAKERS:]
    if len(rest):
        yield f"{'':{INDENT}}and {len(rest)} more, {int(rest['n_words'].sum()):,} words"


def _parts(corpus: Corpus) -> str:
    sizes = corpus.parts.assign(size=corpus.parts["end"] - corpus.parts["start"]).groupby("part")["size"].sum()
    sizes = sizes.sort_values(ascending=False)
    listed = ", ".join(f"{part} {size:,}" for part, size in sizes.items())
    return f"{listed} characters; every character that is not white space is in one of them"


def _outlets(corpus: Corpus) -> str:
    asked = corpus.turns.dropna(subset="outlet").drop_duplicates("outlet")
    if asked.empty:
        return "none named"
    groups = ", ".join(f"{n} {group}" for group, n in asked["outlet_group"].value_counts().items())
    strange = asked.loc[asked["outlet_group"] == "unknown", "outlet"].tolist()
    told = f"; not in the table of outlets: {', '.join(strange)}" if strange else ""
    return f"{len(asked)} ({groups}){told}"


def _questions(corpus: Corpus) -> str:
    asked = exchanges(corpus)
    open_ = asked[asked["n_answers"] == 0]
    if asked.empty:
        return "none on these pages"
    unanswered = ", ".join(
        f"turn {t} ({a})" for t, a in zip(open_["turn"][:SHOWN], open_["asker"][:SHOWN], strict=True)
    )
    more = f" and {len(open_) - SHOWN} more" if len(open_) > SHOWN else ""
    return f"{len(asked)}, answered {len(asked) - len(open_)}" + (
        f"; without an answer: {unanswered}{more}" if unanswered else ""
    )


def _shortened(texts: list[str], most: int = SHOWN) -> list[str]:
    """As many as fit a screen, and how many more there are."""
    return texts if len(texts) <= most else [*texts[:most], f"and {len(texts) - most} more"]


def _doubts(corpus: Corpus) -> list[str]:
    """The doubts but for those that stand under `inferred` already."""
    (doubts,) = corpus.doubts.values()
    return [doubt for doubt in doubts if not NO_LABEL.match(doubt)] or ["none but the above" if doubts else "none"]


def _label(label: object) -> str:
    return "nobody's label" if pd.isna(label) else str(label)


def _inferred(corpus: Corpus) -> list[str]:
    found = corpus.turns.dropna(subset="inferred")
    return [
        f"turn {row.turn} (characters {row.start}–{row.end}), {_label(row.label)}: {row.inferred}. "
        f'It begins: "{" ".join(row.text.split()[:8])} …"'
        for row in found.itertuples()
    ] or ["nothing"]
