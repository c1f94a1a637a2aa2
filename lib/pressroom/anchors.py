"""Documents and rows in, the names of their places on the evidence page out."""

from __future__ import annotations

import re
from collections.abc import Iterable

PAGE = "evidence.html"
UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


def document_anchors(doc_ids: Iterable[str]) -> dict[str, str]:
    """Each document's name on the page: its `doc_id` in letters that need no escaping in an address.

    Examples
    --------
    >>> document_anchors(["2024-apples", "my page", "my <page"])
    {'2024-apples': '2024-apples', 'my page': 'my-page', 'my <page': 'my-page-2'}
    """
    named: dict[str, str] = {}
    taken: set[str] = set()
    for doc_id in doc_ids:
        wanted = UNSAFE.sub("-", doc_id).strip("-") or "document"
        name, number = wanted, 1
        while name in taken:
            number += 1
            name = f"{wanted}-{number}"
        taken.add(name)
        named[doc_id] = name
    return named


def figure_anchors(doc_ids: Iterable[str], keys: Iterable[tuple[str, int]]) -> list[str]:
    """The shortest name of each figure's place: `figure-12` in the first or only document, else `DOC-figure-12`.

    Parameters
    ----------
    doc_ids : iterable of str
        All documents of the corpus, in its order.
    keys : iterable of (str, int)
        `doc_id` and `figure` of each row.

    Examples
    --------
    >>> figure_anchors(["a", "b"], [("a", 12), ("b", 3)])
    ['figure-12', 'b-figure-3']
    """
    names = document_anchors(doc_ids)
    first = next(iter(names), None)
    return [f"figure-{number}" if doc_id == first else f"{names[doc_id]}-figure-{number}" for doc_id, number in keys]
