"""Text in, the same text with misread characters put right out (`Itâ€™s` → `It’s`); what cannot be is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Unreadable

ROUNDS = 3  # a page can have been misread and saved twice: `Ã¢â‚¬â„¢`


def _as_read(byte: int) -> str:
    """The character a program shows for a byte when it takes it for Windows-1252; five bytes have none there."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


BYTE_OF = {_as_read(b): b for b in range(0x80, 0x100)} | {chr(b): b for b in range(0x80, 0x100)}


def _any_of(first: int, last: int) -> str:
    return "[" + "".join(re.escape(c) for c, b in BYTE_OF.items() if first <= b <= last) + "]"


@dataclass(frozen=True)
class Misreading:
    """One way of misreading: the encoding it was in, the one it was taken for, and how that shows.

    `signs` are the characters that `marks` begin with, looked for first because that costs little; `marks` are
    what no English text contains; `run` finds the stretches to put right; what still matches `lost` afterwards has
    lost a byte and cannot be restored.
    """

    was: str
    taken_for: str
    signs: str
    marks: re.Pattern[str]
    run: re.Pattern[str]
    lost: re.Pattern[str]

    def shows_in(self, text: str) -> bool:
        """Whether anything in a text can only come from this misreading."""
        for sign in self.signs:
            at = text.find(sign)
            while at >= 0:
                if self.marks.match(text, at):
                    return True
                at = text.find(sign, at + 1)
        return False


TAIL = _any_of(0x80, 0xBF)
MISREADINGS = (
    # "Itâ€™s", "Â£20", "cafÃ©"
    Misreading(
        was="UTF-8",
        taken_for="Windows-1252",
        signs="âÂÃï",
        marks=re.compile(f"â[€\x80]|[ÂÃ]{TAIL}|(?<![A-Z])[ÂÃ]\\s|ï[»¿¼]"),
        run=re.compile(
            f"{_any_of(0xC2, 0xDF)}{TAIL}|{_any_of(0xE0, 0xEF)}{TAIL}{{2}}|{_any_of(0xF0, 0xF4)}{TAIL}{{3}}"
        ),
        lost=re.compile(f"â[€\x80]|[ÂÃ]{TAIL}|(?<![A-Z])[ÂÃ]\\s|ï¿½"),
    ),
    # "It鈥檚": the second of the three bytes of ’ and the letter after it became one character
    Misreading(
        was="UTF-8",
        taken_for="GB18030",
        signs="鈥",
        marks=re.compile("鈥"),
        run=re.compile(r"[^\x00-\x7f]+"),
        lost=re.compile("鈥"),
    ),
    # "China¡¯s"
    Misreading(
        was="GB18030",
        taken_for="Windows-1252",
        signs="¡",
        marks=re.compile("¡[¯°±ª]"),
        run=re.compile(f"(?:{_any_of(0xA1, 0xFE)}{{2}})+"),
        lost=re.compile("¡[¯°±ª]"),
    ),
)


def repair(text: str) -> tuple[str, list[str]]:
    """Put misread characters right.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        The text as it was before it was misread; unchanged when nothing shows that it was.
    list of str
        A note for each way of misreading, with the number of places; none when nothing was changed.

    Raises
    ------
    Unreadable
        If a misread character has lost a byte, so that putting it right would be guessing.

    Examples
    --------
    >>> repair("Itâ€™s Chinaâ€™s turn")
    ('It’s China’s turn', ['misread characters repaired: 2 (UTF-8 had been taken for Windows-1252)'])
    """
    if text.isascii():
        return text, []
    notes = []
    for misreading in MISREADINGS:
        places = 0
        for _ in range(ROUNDS):
            if not misreading.shows_in(text):
                break
            text, found = _put_right(text, misreading)
            places += found
            if not found:
                break
        if places:
            notes.append(
                f"misread characters repaired: {places} ({misreading.was} had been taken for {misreading.taken_for})"
            )
        if misreading.shows_in(text) and (left := misreading.lost.search(text)):
            line, around = text.count("\n", 0, left.start()) + 1, text[max(left.start() - 15, 0) : left.end() + 15]
            raise Unreadable(
                f"{misreading.was} was taken for {misreading.taken_for} when it was saved, and characters were lost "
                f"(in line {line}: …{' '.join(around.split())}…)"
            )
    return text, notes


def _put_right(text: str, misreading: Misreading) -> tuple[str, int]:
    places = 0

    def right(match: re.Match[str]) -> str:
        nonlocal places
        run = match.group()
        try:
            put = _bytes(run, misreading.taken_for).decode(misreading.was)
        except (UnicodeDecodeError, UnicodeEncodeError):
            return run
        places += 1
        return put

    return misreading.run.sub(right, text), places


def _bytes(run: str, taken_for: str) -> bytes:
    return bytes(BYTE_OF[c] for c in run) if taken_for == "Windows-1252" else run.encode(taken_for)
