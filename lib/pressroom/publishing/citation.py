"""A corpus in, how to cite its conferences, and a table or chart made of them, out."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Any

from .. import __version__, tables
from .citation_forms import FORMS, SHORT, Source, held, spelled

if TYPE_CHECKING:
    from ..corpus import Corpus


def cite(corpus: Corpus, doc_id: str | None = None, form: str = "text") -> str:
    """How to cite the conferences of a corpus.

    Parameters
    ----------
    corpus : Corpus
    doc_id : str, optional
        One conference; without it all of them, in the order of the days held, and the program at the end.
    form : {"text", "bibtex", "csl"}
        One line each; BibTeX; or CSL-JSON, which Zotero and pandoc read.

    Returns
    -------
    str
        Title, publisher, day held, day posted, address, day retrieved, pages, the version of pressroom and the first
        12 characters of the text's SHA-256. What the pages do not give is left out: a day held is only given when
        it is known, not when the day of posting stands in for it.

    Raises
    ------
    ValueError
        If there is no such conference or form; the message lists those there are.

    Examples
    --------
    >>> import pressroom as pr
    >>> corpus = pr.read(pr.project_path("seeds"))
    >>> print(cite(corpus, corpus.documents.loc[0, "doc_id"]).partition(". Press conference, ")[2].strip())
    held 26 April 2024. China.org.cn, posted 15 May 2024. Page 2 of 11. Read with pressroom 0.1.0, text 1adf603566ab.
    """
    if form not in FORMS:
        raise ValueError(f"no citation as {form!r}; the forms are {', '.join(FORMS)}")
    found = sources(corpus)
    if doc_id is not None:
        found = [source for source in found if source.doc_id == doc_id]
        if not found:
            raise ValueError(f"no conference {doc_id!r} here; there are {', '.join(corpus.documents['doc_id'])}")
    return FORMS[form](found, doc_id is None)


def citation_line(corpus: Corpus, what: str | None = None) -> str:
    """The line that cites a table or chart: what it is, the conferences it was made from, with what.

    Parameters
    ----------
    corpus : Corpus
    what : str, optional
        Its title.

    Examples
    --------
    >>> import pressroom as pr
    >>> citation_line(pr.read(pr.project_path("seeds")), "Words by speaker").partition(" Made")[2]
    ' with pressroom 0.1.0, text 1adf603566ab.'
    """
    found = sources(corpus)
    if len(found) == 1:
        (one,) = found
        origin = f"From: {one.title}, {held(one)}."
        made = f"Made with pressroom {__version__}, text {one.sha256[:SHORT]}."
    else:
        known = sorted(source.held for source in found if source.held)
        days = f", held {spelled(known[0])} to {spelled(known[-1])}" if known else ""
        if known and len(known) < len(found):
            days += f" ({len(found) - len(known)} on days not known)"
        what_they_are = "press conferences" if all(s.what == "Press conference" for s in found) else "texts"
        origin = f"From {len(found)} {what_they_are}{days}."
        made = f"Made with pressroom {__version__}, corpus {fingerprint(corpus)}."
    return " ".join(filter(None, [what and f"{what.rstrip('.')}.", origin, made]))


def fingerprint(corpus: Corpus) -> str:
    """Twelve characters that change when any text of the corpus does, whatever the order of its documents."""
    hashes = sorted(corpus.documents["sha256"])
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()[:SHORT]


def sources(corpus: Corpus) -> list[Source]:
    """The conferences of a corpus as citations need them, by day held, then by name."""
    first: dict[str, dict[str, Any]] = {}
    for page in tables.records(corpus.pages):
        kept = first.setdefault(page["doc_id"], page)
        kept["url"], kept["retrieved"] = kept["url"] or page["url"], kept["retrieved"] or page["retrieved"]
    found = [_source(row, first.get(row["doc_id"], {})) for row in tables.records(corpus.documents)]
    return sorted(found, key=lambda s: (s.held or s.published or dt.date.max, s.doc_id))


def _source(row: dict[str, Any], page: dict[str, Any]) -> Source:
    found, expected = row["pages_found"] or [], row["pages_expected"]
    pages = None
    if expected and not row["complete"]:
        pages = f"Page {found[0]} of {expected}" if len(found) == 1 else f"{len(found) or 'Some'} of {expected} pages"
    return Source(
        doc_id=row["doc_id"],
        what="Press conference" if row["title"] else "Text",
        title=row["title"] or row["source"].replace("\\", "/").rsplit("/", 1)[-1],
        publisher=row["publisher"],
        held=_day(row["held"]) if row["held_from"] != "published" else None,
        published=_day(row["published"]),
        url=page.get("url"),
        retrieved=_day(page.get("retrieved")),
        pages=pages,
        language=row["language"] or "en",
        sha256=row["sha256"],
    )


def _day(text: str | None) -> dt.date | None:
    """A day from an ISO day or an ISO time; anything else is no day that could be cited."""
    try:
        return dt.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
