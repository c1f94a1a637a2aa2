"""Names, attributes and words in, HTML in which every word is escaped out."""

from __future__ import annotations

import html
from collections.abc import Iterable

VOID = frozenset({"br", "hr", "img", "input", "meta"})


class Html(str):
    """Text that is HTML already; any other string is words, and is escaped."""

    __slots__ = ()


def element(name: str, /, *content: object, **attributes: object) -> Html:
    """An element in which words are escaped and only `Html` is taken as it is.

    Parameters
    ----------
    name : str
        The element's name.
    *content : object
        Strings, `Html`, or None, which prints nothing.
    **attributes : object
        `_` is written `-`, and a trailing one is dropped: `class_="row"`, `data_kind="share"`. None and False
        leave the attribute out; True writes its name alone.

    Examples
    --------
    >>> print(element("p", "a < b ", element("b", "& c"), class_="row", hidden=True))
    <p class="row" hidden>a &lt; b <b>&amp; c</b></p>
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    opened = f"<{name}{written}>"
    return Html(opened if name in VOID else f"{opened}{joined(content)}</{name}>")


def joined(content: Iterable[object], between: str = "") -> Html:
    """Pieces as one piece of HTML; what is not `Html` is escaped, None is left out."""
    return Html(between.join(_escaped(piece) for piece in content if piece is not None))


def _escaped(piece: object) -> str:
    return piece if isinstance(piece, Html) else html.escape(str(piece), quote=False)


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{html.escape(str(value))}"'
