"""HTML in, its tree out, and which of its elements are hidden, breadcrumbs, or what the site's template names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Unreadable

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

NO_TEXT = frozenset(
    "script style noscript template head svg iframe object audio video canvas select textarea input button".split()
)
WAYBACK_BAR = "#wm-ipp-base, #wm-ipp"  # what the Wayback Machine puts above a page
HIDDEN = (
    '[hidden], [style*="display:none" i], [style*="display: none" i], [style*="visibility:hidden" i], '
    '[style*="visibility: hidden" i]'
)
CRUMBS = '[class*="crumb" i], [id*="crumb" i], #Bread'
CRUMBS_IF_HOME = '[class*="location" i], [class*="position" i]'
HOME = re.compile(r"\s*(?:Home(?![a-z])|HOME|You are|Your (?:[Ll]ocation|[Pp]osition)|Current|首页|当前|您)")
LONGEST_LABELLED = 400  # a title, dateline or breadcrumb is short; a longer element only happens to be called so
# The parser looks through all open elements at each of these: the time grows with the square of the depth.
NESTING = re.compile(r"<(/?)(?:div|ul|ol|dl|section|article|blockquote|center|table|nav|main|h[1-6])\b", re.I)
DEEPEST, FEWEST_TAGS = 2_000, 10_000


@dataclass(frozen=True)
class Marked:
    """Elements, by their number in the tree: hidden ones, breadcrumbs, anchors that are no links, roles."""

    hidden: frozenset[int]
    crumbs: frozenset[int]
    targets: frozenset[int]
    role_of: Mapping[int, str]


def parse(markup: str) -> LexborHTMLParser:
    """HTML as text in, its tree out.

    Raises
    ------
    Unreadable
        If the elements are nested deeper than any page that people read: parsing would take for ever.
    """
    from selectolax.lexbor import LexborHTMLParser

    if markup.count("<") > FEWEST_TAGS and _depth(markup) > DEEPEST:
        raise Unreadable(f"its elements are nested more than {DEEPEST:,} deep: the file is damaged")
    return LexborHTMLParser(markup)


def _depth(markup: str) -> int:
    """How deep block elements are nested, counting tags alone."""
    depth = deepest = 0
    for slash in NESTING.findall(markup):
        depth = max(depth - 1, 0) if slash else depth + 1
        deepest = max(deepest, depth)
    return deepest


def mark(tree: LexborHTMLParser, roles: Mapping[str, str], show_hidden: bool) -> Marked:
    """Look up the elements that are not plain text; `roles` maps a role to the selector of those that play it."""
    not_shown = ", ".join([*sorted(NO_TEXT), WAYBACK_BAR, *([] if show_hidden else [HIDDEN])])
    crumbs = [*tree.css(CRUMBS), *(n for n in tree.css(CRUMBS_IF_HOME) if HOME.match(n.text()))]
    return Marked(
        hidden=frozenset(node.mem_id for node in tree.css(not_shown)),
        crumbs=frozenset(node.mem_id for node in crumbs if len(node.text()) < LONGEST_LABELLED),
        targets=frozenset(node.mem_id for node in tree.css("a:not([href])")),
        role_of={
            node.mem_id: role
            for role, selector in roles.items()
            for node in tree.css(selector)
            if role == "body" or len(node.text()) < LONGEST_LABELLED
        },
    )
