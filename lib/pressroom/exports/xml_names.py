"""Any text in, a name that XML allows as an identifier out, and text without the characters XML forbids."""

from __future__ import annotations

import re

UNSAFE = re.compile(r"[^A-Za-z0-9-]")
# Everything below a space but tab and line end, half of a surrogate pair, and the last two of the first plane.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_id(prefix: str, text: str) -> str:
    """A prefix of letters and any text in, an identifier out; different texts have different ones.

    Examples
    --------
    >>> xml_id("person", "Liang Huiling"), xml_id("person", "O'Neill.")
    ('person.Liang.Huiling', 'person.O_27_Neill_2e_')
    """
    return f"{prefix}." + UNSAFE.sub(lambda m: "." if m.group() == " " else f"_{ord(m.group()):x}_", text)


def xml_text(text: str) -> str:
    """A text in, the same with U+FFFD where a character stands that XML 1.0 cannot hold; offsets stay true.

    Examples
    --------
    >>> xml_text("a page break\\x0chere")
    'a page break\\ufffdhere'
    """
    return FORBIDDEN.sub("\ufffd", text)
