"""A manuscript in, one self-contained HTML page out: nothing beside it is needed, and nothing from the network."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import groupby
from string import Template

from .blocks import Block, Code, Grid, Heading, Item, Paragraph, Picture, Run, Runs, plain
from .manuscript import Manuscript
from .markup import Html, element, joined
from .policy import digest


def html_page(script: Manuscript, beside: Sequence[tuple[str, str]] = ()) -> str:
    """A manuscript in, the text of one HTML page out.

    Parameters
    ----------
    script : Manuscript
    beside : sequence of (str, str)
        Names and addresses of the files that lie beside the page, linked at its top.

    Returns
    -------
    str
        Pictures are inside, there is no script, and the page's own policy forbids every request.
    """
    heads = [block for block in script.blocks if isinstance(block, Heading) and block.level == 1]
    style = _file("report.css")
    links = [element("a", plain(head.runs), href=f"#s{n}") for n, head in enumerate(heads, start=1)]
    return Template(_file("report.html")).substitute(
        policy=f"default-src 'none'; style-src '{digest(style)}'; img-src data:; base-uri 'none'",
        title=joined([script.title]),
        described=joined([script.described]),
        beside=joined([element("a", name, href=address) for name, address in beside], " "),
        style=style,
        links=joined([element("li", link) for link in links]),
        sections=joined(_sections(script.blocks), "\n"),
        closing=joined([script.closing]),
    )


def _sections(blocks: Sequence[Block]) -> Iterator[Html]:
    """What each heading of level 1 begins, as a section; headings go down a level, for the title is the first."""
    number, inside = 0, list[Html]()
    for is_item, group in groupby(blocks, key=lambda block: isinstance(block, Item)):
        if is_item:
            inside += _lists([block for block in group if isinstance(block, Item)])
            continue
        for block in group:
            if isinstance(block, Heading) and block.level == 1:
                if inside:
                    yield element("section", *inside, id=f"s{number}" if number else None)
                number, inside = number + 1, []
            inside.append(_block(block))
    yield element("section", *inside, id=f"s{number}" if number else None)


def _lists(items: Sequence[Item]) -> Iterator[Html]:
    for ordered, group in groupby(items, key=lambda item: item.ordered):
        lines = [element("li", _runs(item.runs), class_="deep" if item.depth > 1 else None) for item in group]
        yield element("ol" if ordered else "ul", *lines)


def _block(block: Block) -> Html:
    if isinstance(block, Heading):
        return element(f"h{min(block.level + 1, 6)}", _runs(block.runs))
    if isinstance(block, Paragraph):
        words = element("p", _runs(block.runs))
        return element("blockquote", words) if block.quoted else words
    if isinstance(block, Grid):
        return _grid(block)
    if isinstance(block, Picture):
        return _picture(block)
    return element("pre", block.text if isinstance(block, Code) else plain(block.runs))


def _picture(picture: Picture) -> Html:
    address = f"data:image/png;base64,{base64.b64encode(picture.png).decode('ascii')}"
    caption = element("figcaption", element("b", f"Figure {picture.number}."), f" {picture.caption}")
    return element("figure", element("img", src=address, alt=picture.alt), caption, id=f"picture-{picture.number}")


def _grid(grid: Grid) -> Html:
    columns = range(grid.width)
    classes = [" ".join(_classes(grid, n)) or None for n in columns]
    head = [element("th", _runs(c), class_=k, scope="col") for c, k in zip(grid.head, classes, strict=False)]
    body = [
        element("tr", *(element("td", _runs(c), class_=k) for c, k in zip(row, classes, strict=False)))
        for row in grid.rows
    ]
    table = element(
        "table",
        element("caption", grid.caption) if grid.caption else None,
        element("thead", element("tr", *head)) if head else None,
        element("tbody", *body),
    )
    # A table that is too wide scrolls by itself, with the arrow keys too.
    label = grid.caption or f"Table: {', '.join(filter(None, map(plain, grid.head)))}"
    shape = "scroll wide" if grid.is_landscape else "scroll"
    return element("div", table, class_=shape, tabindex=0, role="region", aria_label=label)


def _classes(grid: Grid, column: int) -> Iterator[str]:
    if grid.numeric(column):
        yield "number"
    if grid.brief(column):
        yield "brief"
    if grid.lengthy(column):
        yield "long"


def _runs(runs: Runs) -> Html:
    return joined(_run(run) for run in runs)


def _run(run: Run) -> Html:
    words = joined([joined([line]) for line in run.text.split("\n")], "<br>")
    for name, there in (("code", run.code), ("i", run.italic), ("b", run.bold)):
        words = element(name, words) if there else words
    safe = run.href and run.href.startswith(("https://", "http://", "#", "evidence.html"))
    return element("a", words, href=run.href) if safe else words


def _file(name: str) -> str:
    return (files(__package__) / "web" / name).read_text(encoding="utf-8")
