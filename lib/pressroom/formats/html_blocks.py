"""HTML in, the blocks of text that a reader sees out: paragraphs, headings, cells, each once and in order.

A block ends where the browser starts a new line of its own. Inline elements never part a word: `<b>Liang</b>
<span>Hui</span>ling` is one name. What the browser does not show is not there: scripts, styles, hidden elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .html_tree import NO_TEXT, Marked, mark

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul".split()
)
FURNITURE = frozenset(["nav", "footer", "aside", "form"])
SPACE = re.compile(r"[ \t\n\r\f]+")
SHORT_CELL = 80
# Marks inside the text that is being collected; the parser leaves none of these three in a page's own text.
BREAK, LINK, UNLINK = "\x00", "\x01", "\x02"
SOFT_HYPHEN = "\u00ad"  # not shown inside a line
UNMARKED = str.maketrans("", "", BREAK + LINK + UNLINK + SOFT_HYPHEN)
BLANK = " \xa0\u3000" + LINK + UNLINK


@dataclass
class Block:
    """One block: its words, which stretches of them are links, how many empty paragraphs stand before it.

    `role` is what the page's template says it is (`title`, `body` …) or `furniture`; `tag` the element it is in;
    `page` the page's number, where a navigation marks it.
    """

    text: str
    links: list[tuple[int, int]] = field(default_factory=list)
    empty_before: int = 0
    role: str = ""
    tag: str = ""
    page: int | None = None

    @property
    def n_linked(self) -> int:
        """Characters inside links."""
        return sum(end - start for start, end in self.links)


@dataclass
class Box:
    """An element that holds blocks: the number of its first block and of the one after its last."""

    first: int
    end: int
    role: str
    depth: int


def read_blocks(
    tree: LexborHTMLParser, roles: Mapping[str, str], show_hidden: bool = False
) -> tuple[list[Block], list[Box], int]:
    """Collect what a page shows.

    Parameters
    ----------
    tree : LexborHTMLParser
    roles : mapping of str to str
        Role to the selector of the elements that play it.
    show_hidden : bool
        Take in what the page's style hides.

    Returns
    -------
    list of Block
        In the order of the page.
    list of Box
        The block elements that hold at least one block.
    int
        Words that are in the page but hidden.
    """
    if tree.body is None:
        return [], [], 0
    collector = _Collector(mark(tree, roles, show_hidden))
    collector.walk(tree.body)
    return collector.blocks, collector.boxes, collector.n_hidden_words


class _Collector:
    """What is collected while walking through the tree."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self.n_hidden_words = 0
        self.text: list[str] = []
        self.roles = [""]
        self.tags = [""]
        self.linked = self.preformatted = self.in_crumbs = self.empty = 0
        self.inline_seen = self.bold_seen = self.picture_seen = False

    def walk(self, root: LexborNode) -> None:
        """Visit every node once, without recursion: a page may be nested deeper than Python's stack."""
        node: LexborNode | None = root
        stack: list[tuple[LexborNode, int, int]] = []
        while node is not None:
            tag = node.tag
            if tag == "-text":
                self._say(node.text_content or "")
            elif tag and tag[0] not in "-!" and (child := self._enter(node, tag)) is not None:
                stack.append((node, len(self.blocks), len(stack)))
                node = child
                continue
            while node is not None and node.next is None:
                node = self._up(stack)
            node = node.next if node is not None and stack else None

    def _up(self, stack: list[tuple[LexborNode, int, int]]) -> LexborNode | None:
        if not stack:
            return None
        node, first, depth = stack.pop()
        self._leave(node, first, depth)
        return node if stack else None

    def _enter(self, node: LexborNode, tag: str) -> LexborNode | None:
        """Take in an element; return its first child when there is something to visit and `_leave` must follow."""
        if node.mem_id in self.marked.hidden:
            if tag not in NO_TEXT:
                self.n_hidden_words += len(node.text(separator=" ").split())
            return None
        if tag == "br":
            self.text.append(BREAK)
        elif tag == "img":
            self.picture_seen = True
        child = node.child
        if tag not in BLOCKS:
            self.inline_seen = True
            self.bold_seen = self.bold_seen or tag in ("b", "strong")
            if child is not None and tag == "a" and node.mem_id not in self.marked.targets:
                self.linked += 1
                self.text.append(LINK)
            return child
        if self.in_crumbs:
            self._part_crumbs()
        else:
            self._flush()
        if child is None:
            return None
        role = self.marked.role_of.get(node.mem_id) or ("furniture" if tag in FURNITURE else "")
        if node.mem_id in self.marked.crumbs:
            self.in_crumbs += 1
            role = role or "breadcrumb"
        self.preformatted += tag == "pre"
        self.roles.append(role or self.roles[-1])
        self.tags.append(tag)
        return child

    def _leave(self, node: LexborNode, first: int, depth: int) -> None:
        tag = node.tag or ""
        if tag not in BLOCKS:
            if tag == "a" and node.mem_id not in self.marked.targets:
                self.linked -= 1
                self.text.append(UNLINK)
            return
        if node.mem_id in self.marked.crumbs:
            self.in_crumbs -= 1
        if not self.in_crumbs:
            self._flush()
        self.preformatted -= tag == "pre"
        self.tags.pop()
        role = self.roles.pop()
        if tag == "tr":
            self._join_cells(first)
        if len(self.blocks) > first:
            self.boxes.append(Box(first, len(self.blocks), role, depth))

    def _say(self, text: str) -> None:
        if LINK in text or UNLINK in text or SOFT_HYPHEN in text:
            text = text.translate(UNMARKED)
        if self.preformatted:
            text = text.replace("\n", BREAK)
        self.text.append(text)

    def _part_crumbs(self) -> None:
        """Items of a breadcrumb that only the style sheet parts: `Home > Press Room`."""
        so_far = "".join(self.text).translate(UNMARKED).rstrip()
        if so_far and not so_far.endswith((">", "/", "»", "›", "ㄑ", "|")):
            self.text.append(" > ")

    def _flush(self) -> None:
        """End the block: its text becomes paragraphs, parted where two line breaks follow each other."""
        raw, self.text = "".join(self.text), [LINK] if self.linked else []
        shown = SPACE.sub(" ", raw) if any(blank in raw for blank in ("  ", "\n", "\t", "\r", "\f")) else raw
        if not shown.strip(BLANK + BREAK):
            # A paragraph that holds no words, but something: the label that stood there was lost, or a spacer.
            # `<p></p>` with nothing in it shows as nothing, and the parser makes such ones out of stray end tags.
            if self.tags[-1] in ("p", "div") and not self.picture_seen:
                holds = BREAK in shown or "\xa0" in shown or "\u3000" in shown
                self.empty += holds or self.bold_seen or (self.tags[-1] == "p" and self.inline_seen)
        elif BREAK in shown:
            self.blocks.extend(self._paragraphs(shown))
        else:
            self.blocks.append(self._block(shown, self.empty))
            self.empty = 0
        self.inline_seen = self.bold_seen = self.picture_seen = False

    def _paragraphs(self, shown: str) -> Iterator[Block]:
        """The paragraphs of one block; an empty line more than the two breaks that part them is an empty paragraph."""
        lines: list[str] = []
        n_empty_lines, first, within = 0, True, False
        for line in [*shown.split(BREAK), ""]:
            if line.strip(BLANK):
                lines.append(line.strip(" "))
                continue
            if lines:
                marked = (LINK if within else "") + "\n".join(lines)
                within = marked.rfind(LINK) > marked.rfind(UNLINK)
                yield self._block(marked, self.empty + max(n_empty_lines - (not first), 0))
                self.empty = n_empty_lines = 0
                lines, first = [], False
            n_empty_lines += 1
            within = (within or LINK in line) and UNLINK not in line

    def _block(self, marked: str, empty_before: int) -> Block:
        links, text = [], ""
        opened: int | None = None
        if LINK not in marked and UNLINK not in marked:
            return Block(marked.strip(" "), [], empty_before, self.roles[-1], self.tags[-1])
        for piece in [*re.split(f"([{LINK}{UNLINK}])", marked), UNLINK]:
            if piece == LINK:
                opened = len(text) if opened is None else opened
            elif piece == UNLINK:
                if opened is not None and len(text) > opened:
                    links.append((opened, len(text)))
                opened = None
            else:
                text += piece
        lead = len(text) - len(text.lstrip(" "))
        links = [(max(a - lead, 0), b - lead) for a, b in links] if lead else links
        return Block(text.strip(" "), links, empty_before, self.roles[-1], self.tags[-1])

    def _join_cells(self, first: int) -> None:
        """A row of short cells is one line, its cells parted by a tab; a cell with a paragraph in it stays one."""
        cells = self.blocks[first:]
        if len(cells) > 1 and all(len(b.text) <= SHORT_CELL and "\n" not in b.text for b in cells):
            joined = Block(cells[0].text, cells[0].links, cells[0].empty_before, cells[0].role, "tr")
            for cell in cells[1:]:
                shift = len(joined.text) + 1
                joined.links = joined.links + [(a + shift, b + shift) for a, b in cell.links]
                joined.text += "\t" + cell.text
            self.blocks[first:] = [joined]
            while self.boxes and self.boxes[-1].first >= first:  # the cells are no boxes of their own any more
                self.boxes.pop()
