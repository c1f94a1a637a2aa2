"""A parsed HTML page in, what it tells of itself out: address, window title, day posted, when it was archived."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from ..model import Reading

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+?) ?-->")  # what browsers write above a page they save
SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([A-Z][a-z]{2} .{21}GMT[+-]\d{4})")
PAGE_ADDRESS = re.compile(r"https?://\S+")
ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)[a-z_]*/(https?:/.+)")
PUBLISHED = ("pubdate", "publishdate", "article:published_time", "publish_date", "date")
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)


def declared_encoding(content: bytes) -> str | None:
    """What a page says its encoding is, which need not be true."""
    match = DECLARED.search(content[:4096])
    return match[1].decode("ascii", "ignore") if match else None


def read_meta(tree: LexborHTMLParser, markup: str) -> Reading:
    """Collect what a page says of itself without showing it.

    Returns
    -------
    Reading
        Without text. `url` is where the page was saved from, else the address it names as its own; `meta` holds
        `title` and `published` as the page writes them.
    """
    named: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        key = node.attributes.get("name") or node.attributes.get("property") or node.attributes.get("itemprop")
        if key:
            named.setdefault(key.lower(), (node.attributes.get("content") or "").strip())
    canonical = tree.css_first('link[rel="canonical"]')
    saved = SAVED_FROM.search(markup[:5000])
    single = SINGLE_FILE.search(markup[:5000])
    addresses = (
        saved and saved[1],
        single and single[1],
        canonical and canonical.attributes.get("href"),
        named.get("og:url"),
    )
    url = next((a for a in addresses if a and PAGE_ADDRESS.fullmatch(a)), None)
    reading = Reading(text="", url=url)
    if url and (archived := ARCHIVED.fullmatch(url)):
        reading.url = archived[7]
        reading.retrieved = "{}-{}-{}T{}:{}:{}+00:00".format(*archived.groups()[:6])
    if single:
        reading.retrieved = _saved_at(single[2])
    title = tree.css_first("head > title") or tree.css_first("title")
    shown = " ".join(title.text().split()) if title is not None else named.get("og:title", "")
    published = next((named[key] for key in PUBLISHED if named.get(key)), "")
    reading.meta = {k: v for k, v in {"title": shown, "published": published}.items() if v}
    return reading


def _saved_at(written: str) -> str | None:
    """`Tue May 21 2024 10:00:00 GMT+0800` as ISO 8601."""
    try:
        return dt.datetime.strptime(written, "%a %b %d %Y %H:%M:%S GMT%z").isoformat()
    except ValueError:
        return None
