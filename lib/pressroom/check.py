"""A corpus in, a careful colleague's note out: what was found, what is missing, what was inferred and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

import pandas as pd

from .corpus import Corpus
from .speaking import exchanges, speaker_share

WIDTH = 100
INDENT = 13
SHOWN_SPEAKERS = 12
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
    yield _row("questions", _questions(corpus))
    yield from _listed("inferred", _inferred(corpus))
    yield from _listed("doubts", corpus.doubts[document["doc_id"]] or ["none"])


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
    present = len(corpus.pages)
    if pd.isna(expected):
        return f"{present} found; the page prints no page navigation, so nothing tells whether there are more"
    missing = [n for n in range(1, expected + 1) if n not in found]
    which = f": page {_runs(found)}" if found else ", but nothing tells which"
    told = f"; missing: {_runs(missing)}" if found and missing else ""
    return f"{present} of {expected} present{which}{told}" + ("" if present >= expected else "; what follows is a part")


def _runs(numbers: list[int]) -> str:
    """Whole numbers as a reader writes them: `1, 3–11`."""
    runs: list[list[int]] = []
    for n in sorted(numbers):
        if runs and n == runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)


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


def _questions(corpus: Corpus) -> str:
    asked = exchanges(corpus)
    open_ = asked[asked["n_answers"] == 0]
    if asked.empty:
        return "none on these pages"
    unanswered = ", ".join(f"turn {t} ({a})" for t, a in zip(open_["turn"], open_["asker"], strict=True))
    return f"{len(asked)}, answered {len(asked) - len(open_)}" + (
        f"; without an answer: {unanswered}" if unanswered else ""
    )


def _inferred(corpus: Corpus) -> list[str]:
    found = corpus.turns.dropna(subset="inferred")
    return [
        f"turn {row.turn} (characters {row.start}–{row.end}), nobody's label: {row.inferred}. "
        f'It begins: "{" ".join(row.text.split()[:8])} …"'
        for row in found.itertuples()
    ] or ["nothing"]
