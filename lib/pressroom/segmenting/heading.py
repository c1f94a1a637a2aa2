"""The lines before anybody speaks in, title, publisher, dates and cast out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .. import patterns
from ..model import Part, Person
from .lines import Line
from .names import split_title, words_of
from .phrases import HOSTS
from .titles import front_part, goes_on, title_line, without_furniture

MONTHS = {
    m: i
    for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1)
}
SOON = 45  # days from a conference whose title names its day without a year to the posting of its text


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
POSTING = "Source"  # the heading of a list that tells who posted the page, and when
CAST = "Cast"  # no heading, but people with their offices one below the other
DIGIT = re.compile(r"\d")
CHAIR_HEADING = re.compile(r"chair|moderator|host", re.I)
HAS_ROLE = re.compile("[,，:]")  # what stands between a name and a role
YAML_LINE = re.compile(r"([a-z_]+):\s*(.*)")
YAML_DATES = ("date", "held", "published", "published_time", "modified_time")


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
    titled = None if found.title else title_line(lines)
    more = titled is not None and goes_on(lines, titled)
    if titled is not None:
        found.title = " ".join(without_furniture(text) for _, _, text in lines[titled : titled + 1 + more])
        if (match := patterns.TITLE_AND_DAY.fullmatch(found.title)) and patterns.DATE.fullmatch(match["day"]):
            found.title, found.published = match["title"], _first_date(match["day"], None)
    asked = ""  # the cast heading that the lines below it belong to: "Speakers", "Chairperson"
    for number, (start, end, text) in enumerate(lines):
        part = front_part(text)
        if titled is not None and titled <= number <= titled + more:
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
        found.held = _first_date(found.title, found.published, complete=True) or _lately(found.title, found.published)
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


def _lately(title: str, published: dt.date | None) -> dt.date | None:
    """The day without a year that a title names, `… on Dec. 26`, when it is shortly before the posting."""
    match = patterns.DAY_OF_TITLE.search(title)
    day = _first_date(title[match.end() :], published) if match and published else None
    return day if day and published and (published - day).days <= SOON else None


def _dated_or_cast(text: str, asked: str, found: Heading) -> tuple[str, str]:
    """One head line in; what part it is and which cast heading now holds. Fills `found`."""
    heading = patterns.CAST_HEADING.fullmatch(text)
    person_of = (heading["rest"] or "") if heading else text
    people = _people(person_of, heading["head"] if heading else asked)
    # without a title and a heading the role has to tell: "Sun Peili, governor of Beiling"
    plain = not text.endswith((".", "?", ":", "："))
    offices = people and plain and all(patterns.TOLD_ROLE.match(p.role_text) for p in people)
    told = heading or people[0].title or offices or asked not in ("", DAY, POSTING, CAST) if people else False
    if people and asked not in (DAY, POSTING) and (told or (asked == CAST and plain)):
        found.cast += [p for p in people if p.name not in {q.name for q in found.cast}]
        return "cast", heading["head"] if heading else asked or CAST
    if heading and not heading["rest"]:
        return "cast", heading["head"]
    if text.rstrip(": ").lower() in words_of("heading"):
        if asked == POSTING or text.rstrip(": ").lower() in ("source", "editor", "author"):
            return "other", POSTING
        return ("cast", DAY) if patterns.DATE_HEADING.match(f"{text}:") else ("other", "")
    if asked == DAY and _has_date(text) and found.held is None:
        found.held = _first_date(text, found.published)
        return "dateline", ""
    if not _has_date(text):
        return "other", asked
    return _dateline(text, found), ""


def _dateline(text: str, found: Heading) -> str:
    days = find_dates(text, found.published)
    bare = patterns.DATE.fullmatch(text.strip("()[]（） ."))
    sentence = patterns.HELD_SENTENCE.search(text) or re.search(r"\bwill\b.*\bpress conference\b", text)
    told = (patterns.PLACE_TIME_DAY, patterns.DAY_AND_HOUR, patterns.DATE_HEADING)
    if any(form.match(text) for form in told) or (bare and found.cast):
        found.held = found.held or (days[0][0] if days else None)
        return "dateline"
    if sentence:
        # "held a press conference on July 15 in Beijing about … .  July 29, 2024": two days, the last is the posting
        # "… about orchards. July 29, 2024": a day behind the sentence is the posting
        several = len(list(patterns.DATE.finditer(text))) > 1
        stop = r"[.\s]" if several else r"[.?!”]\s"
        tail = re.search(rf"{stop}\s*({patterns.MONTH}\s+\d{{1,2}},\s+\d{{4}})\s*$", text)
        if tail:
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
    people = []
    for m in found:
        # not "Lu Wei, head of the Bureau, answers reporters' questions", nor "Mr. Lu Wei, head of it: Good morning."
        if ": " not in m["role"] and not patterns.CAPTION_WORDS.search(m["role"]):
            rank, name = split_title(m["name"])  # "Senior Colonel Lu Wei"
            people.append(Person(name, (f"{m['title']}." if m["title"] else rank) or None, m["role"].strip(), kind))
    return people


def _chair_told(cast: list[Person]) -> list[Person]:
    """Mobile pages drop the headings of the cast: the last one of the information office is the chair."""
    hosts = [n for n, p in enumerate(cast) if HOSTS.search(p.role_text)]
    if len(cast) < 2 or any(p.kind != "official" for p in cast) or not hosts:
        return cast
    if len(hosts) > 1 and hosts[-1] != len(cast) - 1:
        return cast
    return [replace(p, kind="chair") if n == hosts[-1] else p for n, p in enumerate(cast)]
