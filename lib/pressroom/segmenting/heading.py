"""The lines before anybody speaks in, title, publisher, dates and cast out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .. import patterns
from ..model import Part, Person
from .names import words_of

MONTHS = {
    m: i
    for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1)
}
TITLE_WORDS = re.compile(
    r"press (?:conference|briefing)|briefing|holds? |answers|briefs|transcript|remarks|meets? the press|notice",
    re.I,
)
CHAIR_WORDS = re.compile(
    r"spokes(?:person|man|woman) of the (?:SCIO|State Council Information Office)|Press Bureau|"
    r"(?:State Council )?Information (?:Office|Department)",
    re.I,
)


@dataclass
class Heading:
    """What the head of a page tells: `held` is null where it does not say."""

    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    held: dt.date | None = None
    cast: list[Person] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    text: str = ""  # the captions and sentences of the head, which name people with their office


DAY = "Date"  # the heading above the day held
DIGIT = re.compile(r"\d")
CHAIR_HEADING = re.compile(r"chair|moderator|host", re.I)
HAS_ROLE = re.compile("[,，:]")  # what stands between a name and a role
YAML_LINE = re.compile(r"([a-z_]+):\s*(.*)")
YAML_DATES = ("date", "held", "published", "published_time", "modified_time")
Line = tuple[int, int, str]  # start, end, words


def read_heading(lines: Sequence[Line]) -> Heading:
    """Read the lines above the first turn.

    Parameters
    ----------
    lines : sequence of (start, end, text)
        In order; offsets into the document's text.

    Returns
    -------
    Heading
        With a part for every line: breadcrumb, title, dateline, cast, caption, navigation or other.
    """
    found = Heading()
    lines = _front_matter(lines, found)
    titled = None if found.title else _title_line(lines)
    if titled is not None:
        found.title = lines[titled][2]
    asked = ""  # the cast heading that the lines below it belong to: "Speakers", "Chairperson"
    for number, (start, end, text) in enumerate(lines):
        part = _front_part(text)
        if number == titled:
            part = "title"
        elif part == "other":
            part, asked = _dated_or_cast(text, asked, found)
        found.parts.append(Part(start, end, part))
    shown = found.parts[len(found.parts) - len(lines) :]
    found.text = "\n".join(text for _, _, text in lines)
    captions = (text for (_, _, text), part in zip(lines, shown, strict=True) if part.part == "caption")
    for text in captions:  # "… attends a press conference held … in Beijing on May 30, 2024. [Photo by …]"
        if found.held is None and patterns.HELD_SENTENCE.search(text):
            found.held = _first_date(text, found.published)
    if found.held is None and found.title:
        found.held = _first_date(found.title, found.published, complete=True)
    found.cast = _chair_told(found.cast)
    return found


def read_head_lines(lines: Sequence[Line]) -> list[Part]:
    """The lines above the speech of a later page, each with the part it is; what they say is not looked at."""
    return read_heading(lines).parts if lines else []


def _front_matter(lines: Sequence[Line], found: Heading) -> Sequence[Line]:
    """The head of a Markdown file, `title: …` and `date: …` between two lines of hyphens; the lines below it."""
    if not lines or lines[0][2] != "---":
        return lines
    end = next((n for n, line in enumerate(lines[1:60], start=1) if line[2] == "---"), None)
    if end is None:
        return lines
    key = ""
    values: dict[str, str] = {}
    for start, stop, text in lines[: end + 1]:
        if match := YAML_LINE.match(text):
            key, words = match[1], match[2]
        else:
            words = text.lstrip("\\") if values.get(key, "").endswith("\\") else " " + text
        if text != "---":
            values[key] = values.get(key, "").removesuffix("\\") + words
        part = "title" if key == "title" and text != "---" else "dateline" if key in YAML_DATES else "other"
        found.parts.append(Part(start, stop, part))
    title = re.sub(r"\\u[0-9a-f]{4}", "", values.get("title", "").replace("\\_", " ").replace("\\ ", " "))
    found.title = " ".join(title.strip(" '\"").split()) or None
    found.held = _first_date(values.get("date", "") or values.get("held", ""), None)
    found.published = _first_date(values.get("published_time", "") or values.get("published", ""), None)
    return lines[end + 1 :]


def find_dates(text: str, near: dt.date | None = None) -> list[tuple[dt.date, bool]]:
    """The days a text names, each with whether the year is printed.

    A day without a year gets the year that puts it last on or before `near`; without `near` it is left out.

    Examples
    --------
    >>> find_dates("held in Beijing on Dec. 20", near=dt.date(2025, 1, 6))
    [(datetime.date(2024, 12, 20), False)]
    """
    days: list[tuple[dt.date, bool]] = []
    if not DIGIT.search(text):
        return days
    for match in patterns.DATE.finditer(text):
        g = match.groupdict()
        month = g["month"] or g["month2"]
        number = MONTHS[month[:3].lower()] if month else int(g["month3"])
        day, year = int(g["day"] or g["day2"] or g["day3"]), g["year"] or g["year2"] or g["year3"]
        if not year and near is None:
            continue
        years = [int(year)] if year else [near.year, near.year - 1] if near else []
        possible = [d for y in years if (d := _day(y, number, day)) and (year or near is None or d <= near)]
        days += [(possible[0], bool(year))] if possible else []
    return days


def _has_date(text: str) -> bool:
    return DIGIT.search(text) is not None and patterns.DATE.search(text) is not None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _first_date(text: str, near: dt.date | None, complete: bool = False) -> dt.date | None:
    return next((day for day, printed in find_dates(text, near) if printed or not complete), None)


@lru_cache(maxsize=256)  # the lines of a head are looked at for the title, for the heading and for the cast
def _front_part(text: str) -> str:
    if patterns.NAVIGATION.fullmatch(text):
        return "navigation"
    if "ㄑ" in text or (patterns.BREADCRUMB.search(text) and len(text) < 160 and not text.endswith(".")):
        return "breadcrumb"
    if patterns.CAPTION.search(text):
        return "caption"
    if patterns.STAGE.fullmatch(text):
        return "stage_direction"
    return "other"


def _title_line(lines: Sequence[Line]) -> int | None:
    """The first line that names a press event and is no sentence; else the first line long enough."""
    free = [(n, t) for n, (_, _, t) in enumerate(lines) if _front_part(t) == "other" and not patterns.DATE.match(t)]
    named = [
        n for n, t in free if TITLE_WORDS.search(t) and not t.endswith((".", ":")) and len(t) > 15 and "|" not in t
    ]
    if named:
        return named[0]
    return next((n for n, t in free if 15 < len(t) < 250 and t.count(" ") > 2 and not t.endswith((".", ":"))), None)


def _dated_or_cast(text: str, asked: str, found: Heading) -> tuple[str, str]:
    """One head line in; what part it is and which cast heading now holds. Fills `found`."""
    heading = patterns.CAST_HEADING.fullmatch(text)
    person_of = (heading["rest"] or "") if heading else text
    people = _people(person_of, heading["head"] if heading else asked)
    # without a title and a heading the role has to tell: "Sun Peili, governor of Beiling"
    offices = people and not text.endswith((".", "?")) and all(patterns.ROLE.match(p.role_text) for p in people)
    if people and asked != DAY and (heading or asked or people[0].title or offices):
        found.cast += [p for p in people if p.name not in {q.name for q in found.cast}]
        return "cast", heading["head"] if heading else asked
    if heading and not heading["rest"]:
        return "cast", heading["head"]
    if text.rstrip(": ").lower() in words_of("heading"):
        return ("cast", DAY) if patterns.DATE_HEADING.match(f"{text}:") else ("other", "")
    if asked == DAY and _has_date(text) and found.held is None:
        found.held = _first_date(text, found.published)
        return "dateline", ""
    if not _has_date(text):
        return "other", asked
    return _dateline(text, found), ""


def _dateline(text: str, found: Heading) -> str:
    days = find_dates(text, found.published)
    bare = patterns.DATE.fullmatch(text.strip(" ."))
    sentence = patterns.HELD_SENTENCE.search(text) or re.search(r"\bwill\b.*\bpress conference\b", text)
    if patterns.PLACE_TIME_DAY.match(text) or patterns.DATE_HEADING.match(text) or (bare and found.cast):
        found.held = found.held or (days[0][0] if days else None)
        return "dateline"
    if sentence:
        # "held a press conference on July 15 in Beijing about … .  July 29, 2024": two days, the last is the posting
        tail = re.search(rf"[.\s]\s*({patterns.MONTH}\s+\d{{1,2}},\s+\d{{4}})\s*$", text)
        if tail and len(list(patterns.DATE.finditer(text))) > 1:
            found.published = found.published or _first_date(tail[1], None)
            text = text[: tail.start()]
        found.held = found.held or _first_date(text, found.published)
        return "dateline" if tail else "other"
    if found.published is None and days:
        found.published = days[-1][0]
        name = patterns.PUBLISHER.search(text)
        found.publisher = name["name"] if name else None
        return "dateline"
    return "dateline" if bare else "other"


def _people(text: str, heading: str) -> list[Person]:
    if not HAS_ROLE.search(text):
        return []
    kind = "chair" if CHAIR_HEADING.match(heading) else "official"
    found = [m for piece in text.split(";") if (m := patterns.CAST.fullmatch(piece.strip().rstrip(".")))]
    # "Mr. Lu Wei: They wait." is somebody who speaks
    found = [m for m in found if m.string[m.end("name")] not in ":：" or patterns.ROLE.match(m["role"])]
    return [Person(m["name"], m["title"] and f"{m['title']}.", m["role"].strip(), kind) for m in found]


def _chair_told(cast: list[Person]) -> list[Person]:
    """Mobile pages drop the headings of the cast: the last one, if of the information office, is the chair."""
    if len(cast) > 1 and all(p.kind == "official" for p in cast) and CHAIR_WORDS.search(cast[-1].role_text):
        last = cast[-1]
        return [*cast[:-1], Person(last.name, last.title, last.role_text, "chair")]
    return cast
