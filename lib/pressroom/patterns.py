"""The compiled expressions that read a page, and nothing else: each named, each with an example."""

from __future__ import annotations

import re

# Characters that print nothing but are not white space to Python: zero-width (non-)joiner, word joiner, BOM.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
BLANK = INVISIBLE + " \t\r\x0b\x0c\u00a0\u2002\u2003\u2009\u3000"
LINE = re.compile(r"[^\n]+")
EDITOR_TOKEN = re.compile(r"_ueditor_page_break_tag_\s*")  # "_ueditor_page_break_tag_Fu Linghui:"

# --- the page around the speech -------------------------------------------------------------------------------
NAVIGATION = re.compile(r"<[\s\d…·.]*\d[\s\d…·.]*>")  # "<  1  2 … 11  >"
PAGE_IN_NAME = re.compile(r"_(\d{1,2})$")  # "content_117189315_2" is page 2
BREADCRUMB = re.compile(r"[ㄑ‹»›]|^\S.{0,40}(?: [>/] .{2,40}){1,5}$")  # "ㄑ Press Room ㄑ …", "Home > Press"
CAPTION = re.compile(r"\[Photo(?: by| from|:| provided)[^\]]*\]|\((?:Photo|Xinhua)/[^)]*\)|^\d+/\d+\s+\S")
STAGE = re.compile(r"^[(\[](?!Photo)[^()\[\]]{2,120}[)\]]$|^(?:\*\s*){3,}$|^[-–—_=~]{3,}$")  # "(Laughter)", "* * *"
STAGE_INLINE = re.compile(
    r"(?<=\s)[(\[](?:Applause|Laughter|Laughs|Switches to \w+|Inaudible|Crosstalk)[.!]?[)\]]", re.I
)
AFTERWARDS = re.compile(
    r"\(?The following questions? (?:was|were) (?:also )?(?:raised|asked|put)[^:]{0,60}:\)?|\(Similar questions? from[^)]*\)",
    re.I,
)
YAML_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)

# --- dates ----------------------------------------------------------------------------------------------------
MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
DATE = re.compile(
    rf"(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>(?:19|20)\d\d))?(?!\d)"
    rf"|(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH}),?\s+(?P<year2>(?:19|20)\d\d)"
    r"|(?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)"
)
# "Beijing | 10 a.m. April 26, 2024": place, clock time and day of the conference itself
PLACE_TIME_DAY = re.compile(r"^\w[\w .'-]{1,30}\|\s*\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?,?\s", re.I)
DATE_HEADING = re.compile(r"^(?:Date|Time|Date and time)\s*:", re.I)
HELD_SENTENCE = re.compile(r"\b(?:held|holds|hold|met the press|took place|attends|gave)\b", re.I)
PUBLISHED = re.compile(r"(?:Updated|Published|Posted|Reposted(?: on)?|Source)\s*:?|\|", re.I)
PUBLISHER = re.compile(r"(?P<name>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})\s*(?:\||Updated|,\s*(?=[A-Z]))")

# --- the cast -------------------------------------------------------------------------------------------------
HEADING = re.compile(
    r"^(?:Speakers?|Chairpersons?|Date|Time|Venue|Place|Topic|Language|Registration|"
    r"Contact|Contacts|Cameras|Note|Notes|Share|Source|Related stories|Live streaming|Copyright|Tags|Editor|Category)$",
    re.I,
)
CAST_HEADING = re.compile(r"^(?P<head>Speakers?|Chairpersons?|Moderator|Host|Chair)\s*:?\s*(?P<rest>.*)$", re.I)
PERSON = r"[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3}"
CAST = re.compile(rf"(?P<title>Mr|Ms|Mrs|Dr|Prof|Gen)?\.?\s*(?P<name>{PERSON}), (?P<role>[^;]{{3,300}})")

CAST_LINE = re.compile(r"^(?:Mr|Ms|Mrs|Dr|Prof)\.? [A-Z][^.]{3,200}$")

# --- labels ---------------------------------------------------------------------------------------------------
NAME = re.compile(
    r"[^\W\d_][\w'’.&+/-]*(?: (?:[A-Z0-9&][\w'’.&+/-]*|of|the|and|from|for|de|du|la|le|al|el|bin|through|in)){0,8}"
)
BRACKET = re.compile(r"\s*[(（][^()（）]{2,80}[)）]$")  # "Pan Guangde (governor of Xiling)"
CAPITALS = re.compile(r"^(?P<label>(?:[A-Z][A-Z.'’-]+\.? ?(?:[A-Z.'’-]+ ?){0,5}))(?P<colon>:)(?=\s)")  # "MS. PSAKI:  "
BARE_Q = re.compile(r"^(?P<label>Q)(?P<colon>)(?= {2,}|\t|\s*$)")  # "Q    And then?"
CHAIR_POINT = re.compile(r"^(?P<label>(?:CHAIR|CHAIRMAN|VICE CHAIR)(?: [A-Z'’-]+){1,2})(?P<colon>\.)(?=\s)")
COLON = re.compile(r"(?P<label>[^:：\n]{1,110}?)\s*(?P<colon>[:：])")
INLINE = re.compile(r"(?<=[.?!\"”’)：:])\s+(?P<label>[A-Z][^:.?!\n]{0,60}?)(?P<colon>:)(?=\s+[\"“‘'(\w])")
