"""Saved pages in any order in, conferences out: which pages belong together, in which order, what is missing."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations, pairwise
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from .. import patterns
from ..model import Page
from .heading import Heading, read_heading
from .lines import HEAD_CHARACTERS, plain_text, read_head

# The text of a conference is its pages one after the other with this between them; it belongs to no page.
SEPARATOR = "\n\n"
SAME_TITLE = 0.85  # share of equal words from which two titles are of one conference
SAME_TEXT = 0.5  # share of the shorter page's paragraphs that stand in the other: two copies of one text
PARAGRAPH = 60  # characters from which a paragraph is long enough to tell one text from another
NUMBER = re.compile(r"(?:_|\bpage[ _-]?)(\d{1,2})$", re.I)  # "content_117189315_2", "orchards page 2"
BULLET = re.compile(r"(?m)^[ \t]*[•●]\s*(?=.{0,60}\b(?:briefing|press conference|conference)\b)", re.I)
SERIES = re.compile(
    r"^(?:transcript:? |full text:? |live:? )*(?:SCIO |NDRC |MOFCOM )?(?:holds? )?(?:a )?(?:regular )?"
    r"(?:press conference|news conference|press briefing|briefing) (?:on|of|about) ",
    re.I,
)
WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Leaf:
    """A saved page and what tells which conference it belongs to."""

    page: Page
    plain: str  # its text as `plain_text` leaves it
    heading: Heading
    stem: str  # where it comes from, without the number of the page
    number: int | None
    expected: int | None  # how many pages its navigation shows

    @cached_property
    def paragraphs(self) -> frozenset[str]:
        """The ends of its paragraphs, by which a text is known again."""
        return paragraphs(self.plain)

    @property
    def title(self) -> str:
        """The words of its title, as `slug` gives them."""
        return slug(self.heading.title or "")


@dataclass
class Conference:
    """The pages of one conference in their order, what was left out, and what a careful reader should know."""

    leaves: list[Leaf]
    copies: list[list[Leaf]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def slug(title: str) -> str:
    """The words of a title that tell conferences apart, in small letters with hyphens."""
    return "-".join(WORD.findall(SERIES.sub("", title).lower().replace("’", "").replace("'", "")))


def assemble(pages: Sequence[Page]) -> list[Conference]:
    """Find the pages that are of one conference, and put them in order.

    Parameters
    ----------
    pages : sequence of Page

    Returns
    -------
    list of Conference
        In the order in which their first pages came. A page that holds several conferences is split; a page that
        came twice is left out and noted; a second copy of the same conference is kept beside the fuller one.
    """
    notes: dict[str, list[str]] = defaultdict(list)
    leaves = [leaf for page in _once(pages, notes) for leaf in map(_leaf, _split(page, notes))]
    sets: list[list[Leaf]] = []
    by_stem: dict[str, list[list[Leaf]]] = defaultdict(list)
    for leaf in leaves:
        home = next((s for s in (*by_stem[leaf.stem], *by_stem[leaf.title]) if _joins(leaf, s)), None)
        if home is None:
            home = []
            sets.append(home)
        home.append(leaf)
        for key in {leaf.stem, leaf.title} - {""}:
            if home not in by_stem[key]:
                by_stem[key].append(home)
    conferences = [_ordered(members) for members in sets]
    for conference in conferences:
        for leaf in conference.leaves:
            conference.notes += notes.get(leaf.page.source, [])
    return _merged(conferences)


# --- single pages ---------------------------------------------------------------------------------------------
def _once(pages: Sequence[Page], notes: dict[str, list[str]]) -> Iterator[Page]:
    seen: dict[str, str] = {}
    for page in pages:
        key = page.text.strip()
        if key and key in seen:
            notes[seen[key]].append(f"{page.source} is the same page again; it was read once")
        else:
            seen[key] = page.source
            yield page


def _split(page: Page, notes: dict[str, list[str]]) -> list[Page]:
    """A category page concatenates conferences, each opened by `• SCIO briefing on …`: one page each."""
    if "•" not in page.text and "●" not in page.text:
        return [page]
    starts = [m.start() for m in BULLET.finditer(page.text)]
    bodies = [page.text[a:b] for a, b in pairwise([*starts, len(page.text)])]
    if len(bodies) < 2 or min(len(body.split()) for body in bodies) < 40:
        return [page]  # one heading, or a bare list of headings
    notes[page.source].append(f"{page.source} holds {len(bodies)} conferences; each is a document of its own")
    bodies[0] = page.text[: starts[0]] + bodies[0]
    return [replace(page, text=body, number=None) for body in bodies]


def _leaf(page: Page) -> Leaf:
    text = plain_text(page.text)
    path = PurePosixPath(urlsplit(page.url).path if page.url else page.source.replace("\\", "/"))
    match = NUMBER.search(path.stem)
    number = page.number or (int(match[1]) if match else None)
    stem = f"{path.parent}/{path.stem[: match.start()] if match else path.stem}"
    heading = read_heading(read_head(text))
    return Leaf(page, text, heading, stem, number, _expected(text))


def _expected(text: str) -> int | None:
    """How many pages the navigation shows, at the head or at the foot."""
    found = None
    for line in (*text[:HEAD_CHARACTERS].split("\n"), *text[-3000:].split("\n")):
        words = line.strip(patterns.BLANK)
        if (
            words
            and len(words) < 200
            and words[-1] in patterns.NAVIGATION_ENDS
            and patterns.NAVIGATION.fullmatch(words)
        ):
            found = max(map(int, re.findall(r"\d+", words)))
    return found


def paragraphs(text: str) -> frozenset[str]:
    """The ends of the paragraphs long enough to tell texts apart: quick, and a label before them does not matter."""
    return frozenset([line[-PARAGRAPH:].strip().lower() for line in text.split("\n") if len(line) > PARAGRAPH])


def key_of(paragraph: str) -> str:
    """A paragraph's letters and digits alone, without a label before them, so that copies compare equal."""
    head, colon, rest = paragraph[:90].partition(":")
    body = rest + paragraph[90:] if colon and len(head.split()) < 9 else paragraph
    return "".join(WORD.findall(body.lower()))


# --- pages of one set -----------------------------------------------------------------------------------------
def _joins(leaf: Leaf, others: list[Leaf]) -> bool:
    """Whether a page is another page of the set: of the same address or the same title, and of another number."""
    first = others[0]
    if any(leaf.number == o.number is not None for o in others):
        return False
    if any(overlap(leaf.paragraphs, o.paragraphs) >= SAME_TEXT for o in others):
        return False
    posted = (leaf.heading.published, first.heading.published)
    same_address = leaf.stem == first.stem and (leaf.number or first.number)
    if same_address and (not leaf.title or not first.title or _alike(leaf.title, first.title) >= SAME_TITLE):
        return None in posted or posted[0] == posted[1]
    paged = leaf.expected is not None and leaf.expected == first.expected and len(others) < leaf.expected
    return bool(leaf.title) and leaf.title == first.title and paged and _same_days(leaf.heading, first.heading)


def _same_days(a: Heading, b: Heading) -> bool:
    pairs = ((a.held, b.held), (a.published, b.published))
    return all(x is None or y is None or x == y for x, y in pairs)


def _alike(a: str, b: str) -> float:
    """How many words two titles share, from 0 to 1; other numbers make other conferences."""
    if a == b:
        return 1.0
    one, two = a.split("-"), b.split("-")
    if [w for w in one if w.isdigit()] != [w for w in two if w.isdigit()]:
        return 0.0
    shared = sum((Counter(one) & Counter(two)).values())
    return max(2 * shared / (len(one) + len(two)), difflib.SequenceMatcher(None, a, b).ratio() if shared else 0.0)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter text's paragraphs that stand in the other."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _ordered(leaves: list[Leaf]) -> Conference:
    """The pages by their number; the first page of an address has none, and the one with the cast comes first."""
    if len(leaves) == 1:
        return Conference(leaves)
    numbered = {leaf.number for leaf in leaves}
    free = [leaf for leaf in leaves if leaf.number is None]
    if len(free) == 1 and 1 not in numbered:
        leaves = [replace(leaf, number=1) if leaf.number is None else leaf for leaf in leaves]
        free = []
    ordered = sorted(leaves, key=lambda leaf: leaf.number or (0 if leaf.heading.cast else 99))
    notes = ["nothing tells the order of these pages; the order of the files stands"] if len(free) > 1 else []
    return Conference(ordered, notes=notes)


# --- copies of one conference ---------------------------------------------------------------------------------
def _merged(conferences: list[Conference]) -> list[Conference]:
    """Of two copies of one conference the fuller is kept as the text, the other beside it."""
    if len(conferences) < 2:
        return conferences
    texts = [frozenset().union(*(leaf.paragraphs for leaf in c.leaves)) for c in conferences]
    once: set[str] = set()
    again: set[str] = set()
    for text in texts:
        again |= once & text
        once |= text
    homes: dict[str, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        for key in text & again:
            homes[key].append(n)
    shared = Counter(pair for few in homes.values() if len(few) < 8 for pair in combinations(few, 2))
    gone: set[int] = set()
    for (a, b), n in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if a in gone or b in gone or n < 2 or n / min(len(texts[a]), len(texts[b])) < SAME_TEXT:
            continue
        if not _one_conference(conferences[a], conferences[b]):
            continue
        keep, drop = (a, b) if _fullness(conferences[a], texts[a]) >= _fullness(conferences[b], texts[b]) else (b, a)
        conferences[keep].copies += [conferences[drop].leaves, *conferences[drop].copies]
        conferences[keep].notes += conferences[drop].notes
        gone.add(drop)
    return [c for n, c in enumerate(conferences) if n not in gone]


def _one_conference(a: Conference, b: Conference) -> bool:
    one, two = a.leaves[0], b.leaves[0]
    if one.page.source == two.page.source:
        return False  # two conferences of one category page
    days = (one.heading.held, two.heading.held)
    if None not in days and days[0] != days[1]:
        return False
    if not _near(one.heading.published, two.heading.published):
        return False
    return not one.title or not two.title or _alike(one.title, two.title) >= 0.6


def _near(a: dt.date | None, b: dt.date | None) -> bool:
    return a is None or b is None or abs((a - b).days) <= 60


def _fullness(conference: Conference, text: frozenset[str]) -> tuple[int, int]:
    return len(text), sum(len(leaf.page.text) for leaf in conference.leaves)
