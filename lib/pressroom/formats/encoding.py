"""Bytes in, text with LF line ends out, and in words whatever had to be guessed, cut or repaired on the way."""

from __future__ import annotations

import codecs
import re

from ..model import Unreadable
from .mojibake import repair

SAVE_UTF8 = "save it as UTF-8 (in Word or Notepad: Save as, Encoding: UTF-8)"
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
UTF8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# In Chinese text nearly every character is a pair of two high bytes; the four-byte form is for the rest of Unicode.
GB_CHARACTER = re.compile(rb"[\xa1-\xfe][\xa1-\xfe]|[\x81-\xfe][0-9][\x81-\xfe][0-9]")
HIGH = re.compile(rb"[\x80-\xff]")
# What the three encodings tried below are called in the wild: a page that declares one of them adds nothing.
TRIED = frozenset(
    ["utf-8", "ascii", "gb2312", "gbk", "gb18030", "cp1252", "iso8859-1", "latin-1", "utf-16", "utf-16-le", "utf-16-be"]
)


def decode(content: bytes, declared: str | None = None) -> tuple[str, list[str]]:
    r"""Find the encoding of a file and decode it.

    UTF-8 is tried first, whatever the page declares: on the sites read here the declaration is often wrong. Then
    the declared encoding, then GB18030 and Windows-1252, told apart by whether high bytes come in pairs.

    Parameters
    ----------
    content : bytes
        The whole file.
    declared : str, optional
        What the page says its encoding is.

    Returns
    -------
    str
        The text; line ends are LF, a byte order mark stays its first character.
    list of str
        Notes, empty for plain UTF-8.

    Raises
    ------
    Unreadable
        If the file is empty, is not text, or has lost characters.

    Examples
    --------
    >>> decode(b"First line\r\nSecond line")
    ('First line\nSecond line', [])
    >>> decode("中国 2024".encode("gb18030"))
    ('中国 2024', ['read as GB18030'])
    """
    if not content or content.isspace():
        raise Unreadable("the file is empty")
    text, notes = _decoded(content, declared)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, repaired = mend(text)
    return text, notes + repaired


def mend(text: str) -> tuple[str, list[str]]:
    """Text in; the same with mojibake put right and notes of it out. A Word file can hold misread text as well.

    Raises
    ------
    Unreadable
        If characters are lost: U+FFFD stands in their place, or misread ones cannot be put right.
    """
    text, notes = repair(text)
    if "\ufffd" in text:
        at = text.index("\ufffd")
        line, around = text.count("\n", 0, at) + 1, " ".join(text[max(at - 20, 0) : at + 20].split())
        raise Unreadable(
            f"{text.count(chr(0xFFFD))} characters were lost when it was saved (the first in line {line}: …{around}…)"
        )
    return text, notes


def _decoded(content: bytes, declared: str | None) -> tuple[str, list[str]]:
    if content.startswith(UTF16):
        try:
            return "\ufeff" + content.decode("utf-16"), ["read as UTF-16"]
        except UnicodeDecodeError:
            raise Unreadable("it begins like UTF-16 but is none, or is cut off", SAVE_UTF8) from None
    if b"\0" in content or len(CONTROL.findall(content[:4096])) > 8:
        raise Unreadable("this is no text but a binary file")
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        if "unexpected end" in error.reason:
            return content[: error.start].decode("utf-8"), ["the file breaks off in the middle of a character"]
    return _not_utf8(content, declared)


def _not_utf8(content: bytes, declared: str | None) -> tuple[str, list[str]]:
    high = len(HIGH.findall(content))
    if _share(UTF8_CHARACTER, content, high) > 0.9:
        line = content.count(b"\n", 0, _first_error(content)) + 1
        raise Unreadable(f"the encoding is UTF-8, but damaged (the first broken character is in line {line})")
    name = _codec(declared)
    if name and name not in TRIED and (text := _strict(content, name)) is not None:
        return text, [f"read as {name}, as the page declares"]
    in_pairs = _share(GB_CHARACTER, content, high) > 0.8
    if in_pairs and (text := _strict(content, "gb18030") or _strict(content[:-1], "gb18030")) is not None:
        return text, ["read as GB18030"]
    # English text in Windows-1252 has a high byte here and there: a curly quotation mark, an accent
    if high < 0.3 * len(content) and (text := _strict(content, "cp1252")) is not None:
        return text, ["read as Windows-1252"]
    raise Unreadable("the characters are in no encoding that is known here (UTF-8, GB18030, Windows-1252)", SAVE_UTF8)


def _share(character: re.Pattern[bytes], content: bytes, high: int) -> float:
    """The share of the high bytes that stand in characters of this form."""
    return sum(len(HIGH.findall(m)) for m in character.findall(content)) / high


def _first_error(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _codec(declared: str | None) -> str | None:
    try:
        return codecs.lookup(declared).name if declared else None
    except (LookupError, ValueError):
        return None


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):  # LookupError: `declared` named no text encoding, such as base64
        return None
