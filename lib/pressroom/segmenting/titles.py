"""The lines of a head in, the one that is the title out, without what sites print beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .. import patterns
from .lines import Line

TITLE_WORDS = re.compile(
    r"press (?:conference|briefing)|briefing|holds? |answers|briefs|transcript|remarks|meets? the press|notice",
    re.I,
)
BULLETS = "•●▪◆·■ "
LONGEST_TITLE = 250


@lru_cache(maxsize=256)  # the lines of a head are looked at for the title, for the heading and for the cast
def front_part(text: str) -> str:
    """The part a line of a head is by its form: navigation, breadcrumb, caption, stage direction, else `other`."""
    if patterns.NAVIGATION.fullmatch(text):
        return "navigation"
    if "ㄑ" in text or (patterns.BREADCRUMB.search(text) and len(text) < 160 and not text.endswith(".")):
        return "breadcrumb"
    if patterns.CAPTION.search(text):
        return "caption"
    if patterns.STAGE.fullmatch(text) and not patterns.DATE.fullmatch(text.strip("()[]（） .")):
        return "stage_direction"
    return "other"


def title_line(lines: Sequence[Line]) -> int | None:
    """The first line that names a press event and is no sentence; else the first line long enough.

    The name of a section of the site, `Press Conferences`, is the title only where no other line can be.
    """
    section = None
    for n, (_, _, words) in enumerate(lines):
        text = without_furniture(words)
        if TITLE_WORDS.search(text) and _may_be_title(text) and ("|" not in text or _with_day(text)):
            if not patterns.SECTION.fullmatch(words):
                return n
            section = n if section is None else section
    return _long_line(lines) if section is None else section


def _long_line(lines: Sequence[Line]) -> int | None:
    """The first line above the cast that is long enough for a title."""
    for n, (_, _, words) in enumerate(lines):
        if patterns.CAST_HEADING.fullmatch(words):
            return None
        text = without_furniture(words)
        if text.count(" ") > 2 and "•" not in text and _may_be_title(text) and not _tells_of_posting(text):
            return n
    return None


def without_furniture(title: str) -> str:
    """A title without what sites print on its line: `• …`, `Subject: …`, `… Adjust font size:`."""
    return patterns.FURNITURE.sub("", title).strip(BULLETS)


def _may_be_title(text: str) -> bool:
    longest = LONGEST_TITLE * (2 if TITLE_WORDS.search(text) else 1)
    if not 15 < len(text) < longest or text.endswith((".", ":", "：", "!")) or patterns.DATE.match(text):
        return False
    person = patterns.CAST.fullmatch(text)
    return front_part(text) == "other" and not (
        (person and patterns.TOLD_ROLE.match(person["role"]) and not TITLE_WORDS.search(text))
        or patterns.PLACE_TIME_DAY.match(text)
        or patterns.FOOT.match(text)
        or patterns.TWO_SENTENCES.search(text)
    )


def _with_day(text: str) -> bool:
    match = patterns.TITLE_AND_DAY.fullmatch(text)
    return bool(match and patterns.DATE.fullmatch(match["day"]))


def _tells_of_posting(text: str) -> bool:
    """`China.org.cn | May 15, 2024`, `Source: Tide Net 13:26, May 3, 2024`."""
    return bool(patterns.DATE.search(text) and patterns.POSTED.search(text))


def goes_on(lines: Sequence[Line], titled: int) -> bool:
    """Whether a title is broken in two: the line right below goes on in small letters."""
    if titled + 1 >= len(lines):
        return False
    start, _, text = lines[titled + 1]
    near = start - lines[titled][1] <= 2
    return near and text[:1].islower() and text[-1] not in ".:" and front_part(text) == "other"
