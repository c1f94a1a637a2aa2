"""A printed label in, what sort of name it is out: a person, an outlet, a part played, a heading."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

from .. import patterns


@cache
def words_of(sort: str) -> dict[str, str]:
    """The words of one class of `lexicon/label_names.csv`, in small letters, each with its kind."""
    return {row["words"]: row["kind"] for row in _rows() if row["class"] == sort}


@cache
def _rows() -> list[dict[str, str]]:
    text = files("pressroom").joinpath("lexicon", "label_names.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


# "A journalist", "Unidentified reporter", "Reporter 2", "Q1"
NOBODY = re.compile(
    r"(?:(?:an?|the|another|unidentified|unknown|foreign|domestic|local|female|male|first|second|third) ){0,2}"
    r"(?P<part>[a-z]+(?: member)?) ?(?:\d{1,2}|[a-c])?",
    re.I,
)
REPORTER_FROM = re.compile(
    r"(?:(?:an?|the|foreign|domestic|local|unidentified) ){0,2}(?:reporter|journalist|correspondent)s? "
    r"(?:from|of|for|with|at) (?:the (?=[a-z]))?(?P<outlet>.+)",
    re.I,
)
# what a service that transcribes recordings prints for a voice: "Speaker 2"
VOICE = re.compile(r"(?:unidentified |unknown )?(?:speaker|voice|male|female|person)(?: \d{1,2})?", re.I)
# "Xinhua reporter", "CCTV reporter at the Central Television Station"
OUTLET_REPORTER = re.compile(
    r"(?P<outlet>[A-Z].+?)(?:['’]s)? (?:reporter|journalist|correspondent)s?(?: (?:from|of|for|with|at) .+)?", re.I
)
NO_ROLE = (patterns.SAYS, patterns.TWO_SENTENCES, patterns.CAST_GOES_ON)  # what stands in no role before a colon
LONGEST_NAME = 9  # words, as `patterns.NAME` takes them
REPORTERS = ("reporter", "journalist", "correspondent")
MOST_WORDS = 7  # of a name as `patterns.PERSON` takes it
SMALL = frozenset("of the and from for de du la le al el bin bint ibn van von der di da dos and through in to".split())


def plain_name(label: str) -> str:
    """A printed label without editor tokens, role in brackets, marks of emphasis and odd spaces.

    Examples
    --------
    >>> plain_name("_ueditor_page_break_tag_Pan Guangde (governor of Xiling)")
    'Pan Guangde'
    """
    return split_role(label)[0]


@lru_cache(maxsize=8192)
def split_role(label: str) -> tuple[str, str | None]:
    """A printed label's name, and the role in brackets or after a comma.

    Examples
    --------
    >>> split_role("Bao Kexin, director of the Bureau of Lighthouses")
    ('Bao Kexin', 'director of the Bureau of Lighthouses')
    """
    bare = patterns.EDITOR_TOKEN.sub("", label) if "_ueditor" in label else label
    bare = patterns.SPACES.sub(" ", bare).strip(patterns.MARKS)
    if bare[-1:] in (")", "）") and (bracket := patterns.BRACKET.search(bare)):
        told = bracket.group().strip(" ()（）")
        return bare[: bracket.start()].strip(patterns.MARKS), None if told[0].isdigit() and ":" in told else told
    first, comma, second = bare.partition(", ")
    if not comma or any(no.search(second) for no in NO_ROLE):
        return bare, None
    if is_office(first.partition(" (")[0]) and is_person_like(split_title(second)[1]) and not is_outlet(second):
        return second, first  # "Financial Secretary, Mr Lu Wei"
    if patterns.TOLD_ROLE.match(second) or is_outlet(second) or patterns.ACRONYM.fullmatch(second):
        return first, second  # "Lu Wei, PBOC Governor", "Yamada, Fuji TV", "Suzuki, TBS"
    return bare, None


def straight(name: str) -> str:
    """A name with the apostrophes of a typewriter, as the tables have it: `People's Daily`."""
    return name.replace("’", "'").replace("‘", "'")


@lru_cache(maxsize=4096)
def part_played(name: str) -> str | None:
    """The kind that a label tells which names nobody: `Q`, `A reporter`, `Moderator`, `MOFCOM Spokesperson`.

    Examples
    --------
    >>> part_played("Unidentified reporter"), part_played("A"), part_played("Xinhua")
    ('journalist', 'official', None)
    """
    parts = words_of("label")
    lower = name.lower()
    if lower in parts:
        return parts[lower]
    if (match := NOBODY.fullmatch(name)) and (part := match["part"].lower()) in parts and part not in ("a", "press"):
        return parts[part]
    if len(lower) < 4 and re.fullmatch(r"[qa]\d{1,2}", lower):
        return parts[lower[0]]
    last = lower.rsplit(" ", 1)[-1]
    return "official" if last.startswith("spokes") and last in parts and len(lower.split()) < 4 else None


def reporter_of(name: str) -> str | None:
    """The outlet whom a label's journalist asks for: `Reporter from China Daily`, `Xinhua reporter`."""
    if not any(word in name.lower() for word in REPORTERS):
        return None
    match = REPORTER_FROM.fullmatch(name) or OUTLET_REPORTER.fullmatch(name)
    outlet = match["outlet"] if match else None
    return outlet if outlet and patterns.NAME.fullmatch(outlet) and not NOBODY.fullmatch(name) else None


def is_asker_of(told: str, outlets: dict[str, tuple[str, str]]) -> bool:
    """Whether what a label tells after the comma is an outlet, `Fuji TV`, and no office, `Press Secretary`."""
    return told.lower() in outlets or (is_outlet(told) and not patterns.TOLD_ROLE.match(told))


def is_outlet(name: str) -> bool:
    """Whether a label is made of the words that outlets are called by: `Beiling Evening News`, `O3.com`."""
    words = name.lower().replace("-", " ").split()
    if name.lower() in words_of("heading") or len(words) < 2:
        return bool(re.search(r"\w\.(?:com|cn|net|org)\b", name)) or name.lower() in ("cctv", "cgtn", "xinhua")
    return any(word in words_of("outlet") for word in words) or bool(re.search(r"\.(?:com|cn|net|org)\b", name))


@lru_cache(maxsize=4096)
def split_title(name: str) -> tuple[str, str]:
    """The title or office before a name, and the name: ("", name) where there is none.

    Examples
    --------
    >>> split_title("Vice Governor Liang Huiling"), split_title("MR MILLER"), split_title("Liang Huiling")
    (('Vice Governor', 'Liang Huiling'), ('MR', 'MILLER'), ('', 'Liang Huiling'))
    >>> split_title("Minister of Tides Lu Wei"), split_title("Director of the Tide Bureau")
    (('Minister of Tides', 'Lu Wei'), ('', 'Director of the Tide Bureau'))
    """
    words = name.split()
    titles, offices, before = words_of("title"), words_of("office"), words_of("before_office")
    small = [word.rstrip(".").lower() for word in words]
    if titles.keys().isdisjoint(small) and offices.keys().isdisjoint(small):
        return "", name
    at = next((n + 1 for n in range(len(words) - 2, -1, -1) if small[n] in titles or small[n] in offices), 0)
    if not at or small[-1] in offices or small[-1] in before:
        return "", name  # "SENIOR ADMINISTRATION OFFICIAL" names nobody
    if small[at] in SMALL and not (at := _name_after_office(words, at)):
        return "", name
    if any(word in words_of("outlet") for word in small[at:]):
        return "", name  # "The Governor Times"
    return " ".join(words[:at]), " ".join(words[at:])


def _name_after_office(words: list[str], at: int) -> int:
    """Where the name begins after an office that says of what, `Minister of Tides Lu Wei`; 0 where none follows."""
    start = len(words) - (3 if re.fullmatch(r"[A-Z]\.", words[-2]) else 2)
    tail = words[start:]
    if words[at].lower() not in ("of", "for") or start <= at + 1 or words[start - 1] in SMALL:
        return 0  # "President of the United States"
    named = all(w[:1].isupper() and w.lower() not in words_of("institution") for w in tail)
    return start if named else 0


def is_office(name: str) -> bool:
    """Whether a label is an office and no name: `THE PRESIDENT`, `Senior Administration Official`."""
    offices, before = words_of("office"), words_of("before_office")
    words = re.split(r" (?:of|for) ", name.lower())[0].split()  # "Secretary for Tides"
    return words[-1] in offices and all(word in offices or word in before for word in words[:-1])


def is_person_like(name: str) -> bool:
    """Whether a name has the form of a person's: two to four words that begin with a capital, little words apart."""
    words = [w for w in name.split() if w.lower() not in SMALL or w[:1].isupper()]
    return 2 <= len(words) <= 4 and len(name.split()) <= 5 and all(w[:1].isupper() and not w.isdigit() for w in words)


def is_name(text: str) -> bool:
    """Whether a text has the form of a name: capitals, but for the little words inside an outlet's name."""
    lower = text.lower()
    return bool(patterns.NAME.fullmatch(text)) and text[:1].isupper() and lower not in words_of("heading")


def _is_branch(name: str, outlets: dict[str, tuple[str, str]]) -> bool:
    """Whether a label is a known outlet's channel or edition: `CCTV-4`, `CNBC Asia`."""
    first = re.split(r"[ -]", name)[0]
    return first != name and len(first) > 2 and first.isupper() and first.lower() in outlets


def _is_office_and_name(name: str) -> bool:
    """Whether a label too long for a name is an office in full before one: `Minister of Tides and Head of … Lu Wei`."""
    return bool(split_title(name)[0] and patterns.LONG_NAME.fullmatch(name))


def sort_of(name: str, known: frozenset[str] | set[str], outlets: dict[str, tuple[str, str]]) -> str | None:
    """What sort of name a label is, for the evidence it needs.

    Parameters
    ----------
    name : str
        A label as `plain_name` leaves it.
    known : set of str
        The people whom the cast and the title name, and their surnames, in small letters.
    outlets : dict
        The outlets of the table of corrections, in small letters.

    Returns
    -------
    {"part", "known", "outlet", "titled", "person", "word", None}
        None for what cannot be a label.
    """
    if not name or name.isspace():
        return None
    if len(name) > patterns.LONGEST_LABEL:
        return "titled" if _is_office_and_name(name) else None
    if name[:1].isupper() and (part_played(name) or reporter_of(name)):
        return "part"
    lower = name.lower()
    if lower in words_of("heading") or name.startswith("Q ") or lower.endswith(("updated", "published", "posted")):
        return None  # "China.org.cnUpdated: April 22, 2024"
    title, rest = split_title(name)
    words, named = lower.split(), is_name(name)
    if lower in known or (len(words) <= MOST_WORDS and "".join(sorted(lower)) in known):
        return "known"
    if title and (rest.lower() in known or f"~{rest.lower()}" in known):
        return "known"
    if named and 3 < len(words) < 12 and any(" ".join(words[-n:]) in known for n in (2, 3)):
        return "known"  # "Vice Governor of Norlin Yu Jiande"
    if straight(lower) in outlets or straight(lower).removeprefix("the ") in outlets:
        return "outlet"
    if named and _is_branch(name, outlets):
        return "outlet"
    if lower in words_of("stop") or words[0] in words_of("stop") or words[0] in words_of("salutation"):
        return None
    if not named:
        return "titled" if len(words) > LONGEST_NAME and _is_office_and_name(name) else None
    if patterns.TWO_SENTENCES.search(name):
        return None
    if is_outlet(name):
        return "outlet"
    if title or is_office(name):
        return "titled"
    if is_person_like(name):
        return "person"
    return "word" if " " not in name else "other"
