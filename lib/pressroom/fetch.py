"""Addresses in, saved pages with a note of their provenance out: politely, one at a time, and never past a barrier.

Saving in the browser is the main way to get a page. This is for a handful of addresses on a site that lets
programs in: `robots.txt` is kept to, requests are seconds apart, and a page that is there already is only asked
for again if it has changed. A challenge, a wrong certificate or a notice of maintenance is reported, not worked
around.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import http.client
import json
import re
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from . import __version__
from .formats.readers import ENDINGS
from .formats.stand_ins import REMEDY as IN_THE_BROWSER
from .model import Refusal, Unreadable
from .reading import LARGEST_BYTES, read_page

WAIT_S = 5.0
TIMEOUT_S = 30.0
PROGRAM = f"pressroom/{__version__}"
ANSWERS = {
    401: "the server wants a name and a password (401)",
    403: "the server refuses programs (403)",
    404: "the page is not there (404)",
    410: "the page was removed (410)",
    412: "the server answers with a JavaScript challenge (412)",
    429: "the server says it was asked too often (429)",
    521: "the server answers with a JavaScript challenge (521)",
}


@dataclass
class Fetcher:
    """Fetches pages, and remembers when it asked last and what each host's `robots.txt` allows.

    Parameters
    ----------
    folder : pathlib.Path
        Pages are saved below it, in a folder for each host.
    wait_s : float
        Seconds between two requests; a host that asks for more gets more.
    """

    folder: Path
    wait_s: float = WAIT_S
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    asked_last: float | None = None
    robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def fetch(self, url: str) -> tuple[Path, bool]:
        """Fetch one page and save it with its provenance in `<page>.json` beside it.

        Returns
        -------
        pathlib.Path
            The saved page.
        bool
            Whether it is new or has changed.

        Raises
        ------
        Unreadable
            If it may not be fetched, cannot be, or is not a page that `pressroom` reads; nothing is saved then.
        """
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Unreadable("this is no web address", "write it in full: https://…")
        self._keep_to_robots(url)
        path = self.folder / parts.hostname / _file_name(url)
        note = path.with_name(f"{path.name}.json")
        known = _known(note, path, url)
        answer = self._ask(url, {"If-None-Match": known.get("etag"), "If-Modified-Since": known.get("last_modified")})
        if answer is None:
            return path, False
        content, about = answer
        read_page(path.name, content)
        sha256 = hashlib.sha256(content).hexdigest()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        note.write_text(json.dumps({"url": url, **about, "sha256": sha256}, indent=1) + "\n", encoding="utf-8")
        return path, sha256 != known.get("sha256")

    def _keep_to_robots(self, url: str) -> None:
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self.robots:
            rules = RobotFileParser()
            try:
                answer = self._ask(f"{host}/robots.txt", {})
                rules.parse(answer[0].decode("utf-8", "replace").splitlines() if answer else [])
            except _Answered as error:
                if error.status not in (404, 410):
                    raise
                rules.parse([])
            self.robots[host] = rules
        if not self.robots[host].can_fetch(PROGRAM, url):
            raise Unreadable("the site asks programs not to fetch this page (robots.txt)", IN_THE_BROWSER)

    def _ask(self, url: str, conditions: dict[str, str | None]) -> tuple[bytes, dict[str, Any]] | None:
        """One request; None when the page has not changed."""
        self._wait(url)
        headers = {"User-Agent": PROGRAM} | {k: v for k, v in conditions.items() if v}
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=TIMEOUT_S) as answer:
                content = answer.read(LARGEST_BYTES + 1)
                about = {
                    "retrieved": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
                    "final_url": answer.url,
                    "etag": answer.headers.get("ETag"),
                    "last_modified": answer.headers.get("Last-Modified"),
                }
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == 304:
                return None
            raise _Answered(error.code) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _no_answer(error) from None
        if len(content) > LARGEST_BYTES:
            raise Unreadable(f"it is larger than {LARGEST_BYTES // 1_000_000} MB", "save the page in a browser")
        return content, about

    def _wait(self, url: str) -> None:
        parts = urlsplit(url)
        rules = self.robots.get(f"{parts.scheme}://{parts.netloc}")
        asked = float(rules.crawl_delay(PROGRAM) or 0) if rules else 0.0
        if self.asked_last is not None:
            self.sleep(max(self.asked_last + max(self.wait_s, asked) - self.clock(), 0.0))
        self.asked_last = self.clock()


class _Answered(Unreadable):
    """The server answered, but not with the page."""

    def __init__(self, status: int) -> None:
        super().__init__(ANSWERS.get(status, f"the server answers {status} and no page"), IN_THE_BROWSER)
        self.status = status


def fetch_all(urls: Iterable[str], fetcher: Fetcher, say: Callable[[str], None]) -> list[Refusal]:
    """Fetch pages one after the other, say what became of each, and return what could not be had."""
    refusals = []
    for url in urls:
        try:
            path, changed = fetcher.fetch(url)
            say(f"{'saved' if changed else 'unchanged'}: {path}")
        except Unreadable as error:
            refusals.append(Refusal(url, error.found, error.remedy))
    return refusals


def _no_answer(error: Exception) -> Unreadable:
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return Unreadable(
            f"the site's certificate is not for this name, or not valid ({reason.verify_message})",
            "look at it in a browser; if you trust the site, save the page there",
        )
    return Unreadable(f"no answer came ({reason})", f"check the address and the network; else {IN_THE_BROWSER}")


def _file_name(url: str) -> str:
    """The last part of the address; an ending that is not read gets `.html`, a query a mark of its own."""
    parts = urlsplit(url)
    name = re.sub(r"[^\w.-]", "-", parts.path.rstrip("/").rsplit("/", 1)[-1]).lstrip(".") or "index"
    stem, dot, ending = name.rpartition(".")
    if f".{ending.lower()}" not in ENDINGS or not dot:
        stem, ending = name, "html"
    # two pages of one name: the folder and the query are part of the identity, but not of the name
    apart = hashlib.sha256(f"{parts.path.rpartition('/')[0]}?{parts.query}".encode()).hexdigest()[:6]
    number = re.search(r"_\d{1,2}$", stem)
    end = number.start() if number else len(stem)
    return f"{stem[:end]}-{apart}{stem[end:]}.{ending}"


def _known(note: Path, path: Path, url: str) -> dict[str, Any]:
    """What the note of an earlier visit says, if page and note are both there and of this address."""
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    same = isinstance(told, dict) and told.get("url") == url and path.exists()
    return told if same and told.get("sha256") == hashlib.sha256(path.read_bytes()).hexdigest() else {}
