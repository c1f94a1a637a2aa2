"""HTML as a notebook puts it out in, the blocks of a report out."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from .blocks import Block, Code, Grid, Heading, Item, Paragraph, Picture, Run, Runs, plain

SPACE = re.compile(r"\s+")
BREAK = re.compile(r" ?\n ?")
HIDDEN = frozenset({"script", "style", "template", "title"})
PARAGRAPHS = frozenset({"p", "div", "section", "article", "header", "footer", "figure", "hr", "dt", "dd", "summary"})
LISTS = frozenset({"ul", "ol", "li", "pre", "blockquote"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BOLD, ITALIC, CODE = frozenset({"b", "strong"}), frozenset({"i", "em"}), frozenset({"code"})


def read_html(text: str) -> list[Block]:
    """HTML in, its blocks out; scripts and styles are left out, and an unknown element is its content.

    Examples
    --------
    >>> heading, paragraph = read_html("<h1>One</h1><p>a <b>b</b></p><script>x</script>")
    >>> heading.level, plain(heading.runs), [(run.text, run.bold) for run in paragraph.runs]
    (1, 'One', [('a ', False), ('b', True)])
    """
    parser = _Parser()
    parser.feed(text)
    parser.close()
    parser.flush()
    return parser.blocks


@dataclass
class _Table:
    rows: list[tuple[bool, list[Runs]]] = field(default_factory=list)
    cells: list[Runs] = field(default_factory=list)
    is_head: bool = True
    place: str | None = None
    caption: str = ""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self.style = Run("")
        self.styles: list[tuple[str, Run]] = []
        self.hidden = 0
        self.heading = 0
        self.lists: list[str] = []
        self.quoted = 0
        self.pre = False
        self.table: _Table | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in HIDDEN:
            self.hidden += 1
        elif tag in BOLD | ITALIC | CODE and not self.pre:
            now = self.style
            bold, italic, code = now.bold or tag in BOLD, now.italic or tag in ITALIC, now.code or tag in CODE
            self._styled(tag, replace(now, bold=bold, italic=italic, code=code))
        elif tag == "a":
            self._styled(tag, replace(self.style, href=given.get("href") or self.style.href))
        elif tag == "br":
            self.runs.append(replace(self.style, text="\n"))
        elif tag == "img" and not self.table:
            self._picture(given)
        elif self.table and tag in ("tr", "th", "td", "caption", "thead", "tbody"):
            self._table_part(tag, given)
        elif not self.table:
            self._begin(tag)

    def _begin(self, tag: str) -> None:
        if tag in PARAGRAPHS | LISTS | HEADINGS | {"table"}:
            self.flush()
        if tag in HEADINGS:
            self.heading = int(tag[1])
        elif tag in ("ul", "ol"):
            self.lists.append(tag)
        elif tag == "blockquote":
            self.quoted += 1
        elif tag == "pre":
            self.pre = True
        elif tag == "table":
            self.table = _Table()

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN:
            self.hidden = max(self.hidden - 1, 0)
        elif any(tag == opened for opened, _ in self.styles):
            while True:
                opened, self.style = self.styles.pop()
                if opened == tag:
                    break
        elif self.table:
            self._table_end(tag)
        elif tag in PARAGRAPHS | LISTS | HEADINGS:
            self.flush()
            if tag in ("ul", "ol") and self.lists:
                self.lists.pop()
            self.quoted -= tag == "blockquote" and self.quoted > 0

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.runs.append(replace(self.style, text=data if self.pre else SPACE.sub(" ", data)))

    def flush(self) -> None:
        """Close the block that is being read."""
        runs, heading, pre = _tidied(self.runs, self.pre), self.heading, self.pre
        self.runs, self.heading, self.pre = [], 0, False
        if not runs:
            return
        if pre:
            self.blocks.append(Code(plain(runs).strip("\n")))
        elif heading:
            self.blocks.append(Heading(heading, runs))
        elif self.lists:
            self.blocks.append(Item(runs, self.lists[-1] == "ol", len(self.lists)))
        else:
            self.blocks.append(Paragraph(runs, bool(self.quoted)))

    def _styled(self, tag: str, style: Run) -> None:
        self.styles.append((tag, self.style))
        self.style = style

    def _picture(self, given: dict[str, str]) -> None:
        head, _, data = given.get("src", "").partition(";base64,")
        if head != "data:image/png":
            return
        self.flush()
        try:
            self.blocks.append(Picture(base64.b64decode(data), given.get("alt", ""), given.get("title", "")))
        except binascii.Error:
            return

    def _table_part(self, tag: str, given: dict[str, str]) -> None:
        assert self.table
        if tag == "tr":
            self._row_end()
            self.table.place = given.get("data-evidence")
        elif tag in ("th", "td"):
            self.table.is_head &= tag == "th"
        self.runs = []

    def _table_end(self, tag: str) -> None:
        table = self.table
        assert table
        if tag in ("th", "td"):
            table.cells.append(_tidied(self.runs, False))
        elif tag == "caption":
            table.caption = plain(_tidied(self.runs, False))
        elif tag == "tr":
            self._row_end()
        elif tag == "table":
            self._row_end()
            heads = [cells for is_head, cells in table.rows if is_head]
            head = tuple(heads[-1]) if heads else ()
            rows = tuple(tuple(cells) for is_head, cells in table.rows if not is_head)
            self.blocks.append(Grid(head, rows, table.caption))
            self.table = None
        else:
            return
        self.runs = []

    def _row_end(self) -> None:
        table = self.table
        assert table
        if table.cells:
            if table.place:
                table.cells[0] = tuple(replace(run, href=table.place) for run in table.cells[0])
            table.rows.append((table.is_head, table.cells))
        table.cells, table.is_head, table.place = [], True, None


def _tidied(runs: Sequence[Run], pre: bool) -> Runs:
    """Runs of one style joined, without white space at the ends; of nothing but white space, nothing."""
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    if not plain(joined).strip():
        return ()
    if not pre:
        joined = [replace(run, text=BREAK.sub("\n", run.text)) for run in joined]
        while not joined[0].text.strip():
            joined.pop(0)
        while not joined[-1].text.strip():
            joined.pop()
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(joined)
