"""A saved HTML page in, the text of its article out: breadcrumb, title, dateline, body and page navigation.

The body is found by its text: the smallest element that holds nearly all running prose. The selectors of
`lexicon/sites.csv` only make this sharper on the sites they are for, so a site that changes its template is still
read. Around the body, menus, lists of links and footers are left out, and the notes say how much.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

from .. import patterns
from ..model import Reading, Unreadable
from .html_blocks import Block, Box, read_blocks
from .html_meta import read_meta
from .html_tree import parse
from .paging import is_item, merge_paging, scripted_paging
from .paragraphs import join_paragraphs
from .stand_ins import stand_in

SITES = Path(__file__).parents[1] / "lexicon" / "sites.csv"
ROLES = ("body", "title", "dateline", "breadcrumb", "paging")
SHORTEST_PROSE = 60  # a block with fewer characters can be a label, a menu item, a caption: no sign of the body
NEARLY_ALL, MOST = 0.8, 0.5
SHORTEST_LINK_LIST = 3
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
LONGEST_DATELINE = 120
LINES_ABOVE_TITLE, LINES_BELOW = 12, 48
FOURTH = 4  # a paragraph or two can stand above the title: a motto, a teaser
NEAR = 3  # a date further above the title is today's, in the site's head
FEWEST_HIDDEN = 100
LONGEST_FOOT = 300
FOOT = re.compile(r"copyright|©|all rights reserved|ICP", re.I)
BY_HAND = "open the page in a browser, select all, copy it into a text file and save that as UTF-8"
WHOLE_TEXT_BY_SCRIPT = "#content_data[src]"  # the live transcripts of china.com.cn/zhibo


def read_html(markup: str) -> Reading:
    """Read a saved HTML page.

    Parameters
    ----------
    markup : str
        The whole file, decoded.

    Returns
    -------
    Reading
        Paragraphs parted by an empty line; the address, where the page names it; the page's number, where the
        navigation shows it.

    Raises
    ------
    Unreadable
        If the page has no text of its own.

    Examples
    --------
    >>> print(read_html("<title>A</title><nav>Home</nav><h1>A briefing</h1><p>Sun Li:<p>Goo<b>d</b> morning.").text)
    A briefing
    <BLANKLINE>
    Sun Li:
    <BLANKLINE>
    Good morning.
    <BLANKLINE>
    """
    tree = parse(markup)
    if tree.css_first(WHOLE_TEXT_BY_SCRIPT) is not None:
        raise Unreadable(
            "the transcript is not in this file: a script loads it while the page is shown",
            "open the page, select the transcript, copy it into a text file and save that as UTF-8",
        )
    blocks, boxes, n_hidden = read_blocks(tree, _roles())
    hides_article = n_hidden > FEWEST_HIDDEN and n_hidden > 3 * sum(len(block.text.split()) for block in blocks)
    if hides_article:
        blocks, boxes, n_hidden = read_blocks(tree, _roles(), show_hidden=True)
    if not blocks:
        instead = stand_in("", markup)
        raise Unreadable(
            f"this is {instead}" if instead else "it shows no words: frames or scripts bring them in", BY_HAND
        )
    reading = read_meta(tree, markup)
    if hides_article:
        reading.notes.append("the page hides most of its words until something is clicked; they are read all the same")
    kept = _article(blocks, boxes, reading)
    if not kept:
        raise Unreadable("it shows no words but menus and lists of links", BY_HAND)
    if scripted := scripted_paging(markup, kept):
        kept.append(scripted)
    reading.number = next((block.page for block in reversed(kept) if block.page), None)
    n_left_out = sum(len(b.text.split()) for b in blocks) - sum(len(b.text.split()) for b in kept)
    if n_left_out > 0 or n_hidden:
        reading.notes.append(
            f"words left out: {max(n_left_out, 0)} outside the article (menus, lists of links, footer), "
            f"{n_hidden} that the page hides"
        )
    if "<html" in markup[:5000].lower() and "</html" not in markup[-5000:].lower():
        reading.notes.append("the file ends without </html>: it may have been cut off")
    reading.text = join_paragraphs([(block.empty_before, block.text) for block in kept])
    return reading


@cache
def _roles() -> dict[str, str]:
    """The selectors of all sites together, by role."""
    with SITES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {role: ", ".join(row[role] for row in rows if row[role]) for role in ROLES}


def _article(blocks: Sequence[Block], boxes: Sequence[Box], reading: Reading) -> list[Block]:
    """The blocks of the article in the order of the page."""
    listed = _link_lists(blocks)
    n_prose = [_n_prose(block) for block in blocks]
    first, end = _body(blocks, boxes, n_prose, listed)
    prose = [n for n in range(first, end) if n_prose[n]] or [max(end - 1, first)]
    titled = _title(blocks[: prose[:FOURTH][-1] + 1], prose[0] + 1, reading.meta.get("title", ""))
    start = first if titled is None else min(first, titled)
    if titled is not None and first < titled <= prose[0] and blocks[titled].tag != "h2":
        start = titled  # where the body's element is the whole page, the site's head lies above the title
    inside = [n for n in range(start, end) if n not in listed or n == titled or _belongs(blocks[n])]
    above = [n for n in range(max(start - LINES_ABOVE_TITLE, 0), start) if _stands_above(blocks[n], start - n)]
    # the page navigation stands after the last paragraph, inside the body's element or below it
    tail = [n for n in inside if n > prose[-1] or len(prose) == 1]
    paging = merge_paging([*(blocks[n] for n in tail), *blocks[end : end + LINES_BELOW]])
    dropped = {n for n in tail if is_item(blocks[n])} if paging else set()
    kept = [blocks[n] for n in above + inside if n not in dropped]
    return _title_once(kept, None if titled is None else blocks[titled], reading) + paging


def _body(blocks: Sequence[Block], boxes: Sequence[Box], n_prose: Sequence[int], listed: set[int]) -> tuple[int, int]:
    """The first block of the body and the one after its last."""
    sums = [0, *accumulate(n_prose)]
    if not sums[-1]:
        return 0, len(blocks)
    by_site = [box for box in boxes if box.role == "body" and sums[box.end] - sums[box.first] > MOST * sums[-1]]
    by_text = [box for box in boxes if sums[box.end] - sums[box.first] >= NEARLY_ALL * sums[-1]]
    if by_site:
        best = min(by_site, key=lambda box: box.depth)
        return best.first, best.end
    best = max(by_text, key=lambda box: box.depth, default=Box(0, len(blocks), "", 0))
    last = max(n for n in range(best.first, best.end) if n_prose[n])
    end = next((n for n in range(last + 1, best.end) if n in listed and not is_item(blocks[n])), best.end)
    # the last part of an article can stand in an element of its own; what follows it begins with a heading or links
    for n in range(end, len(blocks)):
        if n in listed or _is_link(blocks[n]) or blocks[n].tag in HEADINGS or _is_foot(blocks[n]):
            break
        end = n + 1 if n_prose[n] else end
    while blocks[end - 1].tag in HEADINGS:  # "Related stories", above the links that are left out
        end -= 1
    return best.first, end


def _n_prose(block: Block) -> int:
    """Characters of running text: none for a short block, a heading, a copyright line, or what is mostly links."""
    if len(block.text) < SHORTEST_PROSE or _is_link(block) or block.tag in HEADINGS:
        return 0
    return 0 if block.role in ("title", "furniture") or _is_foot(block) else len(block.text)


def _is_foot(block: Block) -> bool:
    return len(block.text) < LONGEST_FOOT and bool(FOOT.search(block.text))


def _is_link(block: Block) -> bool:
    return bool(block.links) and block.n_linked > 0.5 * len(block.text)


def _link_lists(blocks: Sequence[Block]) -> set[int]:
    """The blocks that stand in a menu or a list of links: three or more links in a row, or furniture."""
    found: set[int] = set()
    run: list[int] = []
    for n, block in enumerate(blocks):
        if block.role == "furniture" or (_is_link(block) and len(block.links) >= SHORTEST_LINK_LIST):
            found.add(n)
        if _is_link(block):
            run.append(n)
            continue
        found.update(run if len(run) >= SHORTEST_LINK_LIST else [])
        run = []
    found.update(run if len(run) >= SHORTEST_LINK_LIST else [])
    return found


def _belongs(block: Block) -> bool:
    return block.role in ROLES[1:] or bool(patterns.BREADCRUMB.search(block.text[:LONGEST_DATELINE]))


def _stands_above(block: Block, n_lines: int) -> bool:
    """Whether a line so many lines above the title is part of the article: its breadcrumb or its dateline."""
    if block.role in ("breadcrumb", "dateline"):
        return True
    if block.role == "furniture" or len(block.text) > LONGEST_DATELINE:
        return False
    if patterns.BREADCRUMB.search(block.text):
        return True
    return n_lines <= NEAR and not _is_link(block) and bool(patterns.DATE.search(block.text))


def _title(blocks: Sequence[Block], n_above: int, named: str) -> int | None:
    """Which block above the body is the title: the one in the page's `<title>`, the template's, else a heading."""
    wanted = _plain(named)
    shown = [(n, b) for n, b in enumerate(blocks) if b.role != "furniture" and len(b.text.split()) > 1]
    by_site = [n for n, b in shown if b.role == "title"]
    by_name = [n for n, b in shown if len(_plain(b.text)) > 12 and wanted.startswith(_plain(b.text))]
    headings = [n for n, b in shown if n < n_above and b.tag in ("h1", "h2") and len(b.text.split()) > 2]
    both = [n for n in by_site if n in by_name]
    return next(iter(both or by_name or by_site or headings[::-1]), None)


def _title_once(kept: list[Block], title: Block | None, reading: Reading) -> list[Block]:
    """The same blocks with the title in them exactly once."""
    if title is None:
        named = re.split(r"(?:_| \| | -{1,2} )(?=[^_|]*$)", reading.meta.get("title", ""))[0].strip()
        head = " ".join(_plain(block.text) for block in kept[:LINES_ABOVE_TITLE])
        if len(named.split()) < 3 or _plain(named) in head:
            return kept
        reading.notes.append("the page does not show its title: it is taken from the window's title")
        return [Block(named, role="title"), *kept]
    wanted = _plain(title.text)
    again = [n for n, b in enumerate(kept[: 2 * LINES_ABOVE_TITLE]) if _plain(b.text) == wanted and b is not title]
    if again:
        reading.notes.append("the page shows its title more than once: it is kept once")
    return [block for n, block in enumerate(kept) if n not in again]


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
