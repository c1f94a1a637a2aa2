"""The blocks below an article in, its page navigation on one line out: `<  1  2  3  >`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .html_blocks import Block

WORDS = r"(?:prev(?:ious)?|next|first|last)(?: page)?|home|end|上一页|下一页|上页|下页|首页|尾页|末页"
ITEM = re.compile(rf"(?:\s|[<>«»‹›|…·.\[\]【】-]|\d{{1,3}}\b|(?:{WORDS})(?![a-z]))+", re.I)
NUMBER = re.compile(r"\d+")
# TRS makes the navigation with a script: how many pages, and which one this is, counted from 0
SCRIPT = re.compile(r"createPageHTML\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,")
ROLE = "paging"


def is_item(block: Block) -> bool:
    """Whether a block holds nothing but page numbers, arrows and the words Previous and Next."""
    return len(block.text) < 200 and bool(ITEM.fullmatch(block.text.strip()))


def merge_paging(blocks: Sequence[Block]) -> list[Block]:
    """Put the items of a page navigation on one line; nothing comes out where there is none.

    Examples
    --------
    >>> [b.text for b in merge_paging([Block("1"), Block("2", [(0, 1)]), Block("Next", [(0, 4)])])]
    ['<  1  2  >']
    """
    run: list[Block] = []
    for block in [*blocks, Block("no item")]:
        if is_item(block):
            run.append(block)
        elif numbers := _numbers(run):
            return [_line(numbers)]
        else:
            run = []
    return []


def scripted_paging(markup: str, kept: Sequence[Block]) -> Block | None:
    """The navigation that a script would draw, when the page was saved before it ran."""
    match = SCRIPT.search(markup)
    if match is None or int(match[1]) < 2 or any(block.tag == ROLE for block in kept):
        return None
    return _line([(n, n != int(match[2]) + 1) for n in range(1, int(match[1]) + 1)])


def _numbers(run: Sequence[Block]) -> list[tuple[int, bool]]:
    """The page numbers of some blocks, each with whether it is a link; none when they do not count upwards."""
    found = [
        (int(m.group()), any(a < m.end() and m.start() < b for a, b in block.links))
        for block in run
        for m in NUMBER.finditer(block.text)
    ]
    upwards = all(a < b for (a, _), (b, _) in pairwise(found))
    return found if len(found) > 1 and upwards else []


def _line(numbers: Sequence[tuple[int, bool]]) -> Block:
    """The navigation as a line; its `page` is the one number that is no link while the others are."""
    shown, before = [], 0
    for number, _ in numbers:
        shown += ["…"] if before and number > before + 1 else []
        shown.append(str(number))
        before = number
    unlinked = [number for number, linked in numbers if not linked]
    page = unlinked[0] if len(unlinked) == 1 else None
    return Block("  ".join(["<", *shown, ">"]), role=ROLE, tag=ROLE, page=page)
