"""The people a page names in, whom each label means out: `Mr. Yu`, `Governor Liang`, `LIANG HUILING`, a slip."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from .. import patterns
from ..corrections import Corrections
from ..model import Person
from .names import is_office, is_outlet, is_person_like, part_played, reporter_of, split_title, straight, words_of

SHORTEST_PERSON = patterns.PERSON.removesuffix("{1,3}") + "{1,3}?"  # "Lu Wei" of "Lu Wei Answered Questions at"
OFFICE_NAME = re.compile(
    r"\b(?:[Ss]pokes(?:person|man|woman)|Minister|Governor|Mayor|Director|Secretary|Commissioner|Administrator|"
    r"Chair(?:man|woman)?|President|Premier|Advisor|Coordinator|Envoy|Ambassador|Representative|General) "
    rf"(?P<name>{SHORTEST_PERSON})"
    r"(?=['’]s\b|,| (?i:answers?|answered|meets?|met|briefed|briefs?|holds?|attends?|takes|speaks|and|on|at|en)\b|"
    r"$| [-–—(])"
)


OFFICE_OF_NAME = re.compile(
    r"\b(?:Minister|Governor|Mayor|Director|Secretary|Commissioner|Administrator|Chair(?:man|woman)?|President) "
    r"(?:of|for) (?:the )?(?:[A-Z][\w'’&-]*(?: and| of| the)* ){1,7}?[A-Z][\w'’-]+ [A-Z][\w'’-]+"
    r"(?=['’]s\b|,| (?i:answers?|answered|meets?|met|briefs?|holds?|attends?|takes|speaks|on|at)\b|$| [-–—(])"
)

GIVEN = r"[^\W\d_a-z][\w'’]*[^\W\d_A-Z](?:-\w+)?(?: [A-Z]\.)?"
GIVEN_AFTER = re.compile(rf" (?P<given>{GIVEN})(?![\w-])")
OWN_NAME = re.compile(rf"\b(?:I['’]m|I am|[Mm]y name is|This is) (?P<given>{GIVEN}) \Z")
GOES_ON = re.compile(r"[\w-]")
LONGEST_BEFORE = 80  # characters of a title and a given name
# a person with an office, a title or a role beside the name, whatever the sentence says of them; each form with the
# commas that its line has at least
NAMED_IN_HEAD = tuple(
    (n_commas, re.compile(form))
    for n_commas, form in (
        # "Lu Wei, head of the Bureau", "Lu Wei, Tide Bureau Spokesperson"
        (
            1,
            rf"\b(?P<name>{patterns.PERSON}), (?:the |an? |its |her |his |their )?(?:[A-Z][\w-]+ ){{0,3}}"
            rf"(?i:{patterns.ROLE.pattern})",
        ),
        (1, rf"\b(?P<name>{patterns.PERSON}), who\b"),  # "Lu Wei, who heads the Bureau, answered"
        (0, rf"\b(?:{'|'.join(patterns.TITLES)})\.? (?P<name>{patterns.PERSON})"),  # "Mr. Lu Wei of the Bureau"
        # "the head of it, Lu Wei,"
        (2, rf"\b(?i:{patterns.ROLE.pattern})[^.;,\n]{{0,80}}, (?P<name>{patterns.PERSON}),"),
        (
            0,
            rf"\b(?:Spokes(?:person|man|woman)|Director|Minister|Governor|Mayor|President) (?P<name>{patterns.PERSON})",
        ),
    )
)


@lru_cache(maxsize=64)
def people_of_head(text: str) -> tuple[str, ...]:
    """The people whom title and sentences of a head name with an office, a title or a role.

    Examples
    --------
    >>> people_of_head("On May 3, Lu Wei, head of the Tide Bureau, answered reporters' questions.")
    ('Lu Wei',)
    """
    lines = text.split("\n")
    found = [
        split_title(match["name"])[1]
        for n_commas, form in NAMED_IN_HEAD
        for line in lines
        if line.count(",") >= n_commas
        for match in form.finditer(line)
    ]
    return tuple(dict.fromkeys(name for name in found if is_person_like(name) and not is_outlet(name)))


def people_of_title(title: str) -> list[str]:
    """The people whom a title names with their office.

    Examples
    --------
    >>> people_of_title("Foreign Ministry Spokesperson Wen Shurong's Regular Press Conference")
    ['Wen Shurong']
    """
    found = [m["name"] for m in OFFICE_NAME.finditer(title)]
    if not found:  # "Minister for Tides Lu Wei Meets the Press"
        found = [name for m in OFFICE_OF_NAME.finditer(title) for office, name in [split_title(m[0])] if office]
    names = (re.sub(r"['’]s\b.*", "", split_title(name)[1]) for name in found)
    return list(dict.fromkeys(name for name in names if " " in name))


def known_names(people: Iterable[str]) -> frozenset[str]:
    """The forms in small letters by which a label can mean one of these people, for `names.sort_of`.

    The name itself; its letters in order, by which a slip of the hand is known (`Shen Gouliang`); and after a
    tilde the first and the last word, which mean somebody only after a title (`Ms. Shen`).
    """
    forms: set[str] = set()
    for name in people:
        words = name.lower().split()
        forms |= {name.lower(), "".join(sorted(name.lower())), f"~{words[0]}", f"~{words[-1]}"}
    return frozenset(forms)


class Roster:
    """Everybody a page names, and whom of them a label means."""

    def __init__(self, people: Iterable[Person], title: str, head: str, corrections: Corrections) -> None:
        self.title, self.head = title, head
        self.people = {p.name: p for p in people}
        for name in (*people_of_title(title), *people_of_title(head)):
            self.people.setdefault(name, Person(name, None, "", "official"))
        self.bylines = people_of_head(head)  # "Lu Wei, Department Spokesperson": whom `MS LU` can mean
        self.told = {row["name"]: row["canonical"] for row in corrections.speakers}
        self.outlets, self.spellings = corrections.outlet_groups, corrections.outlet_spellings

    def speakers(self, labels: Iterable[str], text: str) -> dict[str, str]:
        """Each label of a page, as `plain_name` leaves it, to the name of whoever speaks there.

        Parameters
        ----------
        labels : iterable of str
            In the order of the page.
        text : str
            The page, which tells how a name printed in capitals is written.
        """
        count = Counter(labels)
        full = [name for name in count if not split_title(name)[0] and is_person_like(name) and not name.isupper()]
        return {name: self.told.get(name) or self._meant(name, full, count, text) for name in count}

    def _meant(self, name: str, full: list[str], count: Counter[str], text: str) -> str:
        if name in self.people or part_played(name):
            return name
        if outlet := reporter_of(name):
            return outlet
        if straight(name.lower()) in self.outlets:
            return name
        if is_office(name) and (holder := self._holder(name, text)):
            return holder
        title, rest = split_title(name)
        choices = list(dict.fromkeys([*self.people, *full]))
        if slip := next((p for p in self.people if _is_slip(rest, p)), None):
            return slip
        if not title and (near := self._outlet_meant(name, list(count))):
            return near
        # of two spellings the commoner is right, else the first
        rank = {c: (-count[c], n) for n, c in enumerate(count)}
        if slip := next((c for c in full if rank[c] < rank[name] and _is_slip(rest, c)), None):
            return slip
        if title and (slip := next((c for c in count if rank[c] < rank[name] and _is_slip(name, c)), None)):
            return self._meant(slip, full, count, text)
        if ends := [p for p in self.people if name.lower().endswith(f" {p.lower()}")]:
            return ends[0]  # "Minster Lu Wei"
        if same := next((c for c in choices if c.lower() == rest.lower()), None):
            return same
        if title or rest.isupper():
            for some in (list(self.people), choices, self.bylines):
                parts = [c for c in some if rest.lower() in (c.split()[0].lower(), c.split()[-1].lower(), _surnames(c))]
                if len(parts) == 1:
                    return parts[0]
            single = " " not in rest or rest.isupper()
            if single and (title or name.isupper()) and (first := self._first_name(rest, text)):
                return f"{first} {rest.title() if rest.isupper() else rest}"
            if title and " " not in rest and (told := _introduced(title, rest, text)):
                return told
        if title and is_person_like(rest):
            return rest
        if " " not in name and len(ends := [p for p in self.people if name in (p.split()[0], p.split()[-1])]) == 1:
            return ends[0]  # "Lu:" where the title names Spokesman Lu Wei
        return _as_written(name, text) if name.isupper() and len(name) > 4 and " " in name else name

    def _first_name(self, surname: str, text: str) -> str | None:
        """The first name that the title prints before a surname: `NSC Coordinator … John Kirby`.

        A word before it belongs to the name when it is no title and the page never writes it small.
        """
        if surname.lower() not in self.title.lower():
            return None
        word = r"[^\W\d_a-z][\w'’-]+"
        found = re.findall(rf"((?:{word} )?)({word}(?: [A-Z]\.)?) (?i:{re.escape(surname)})\b", self.title)
        names = {
            first + name if self._may_begin_a_name(first.strip(), text) else name
            for first, name in found
            if not split_title(f"{name} X")[0]
        }
        return names.pop() if len(names) == 1 else None

    def _holder(self, office: str, text: str) -> str | None:
        """Whom head or page name with an office: `the Financial Secretary, Mr Lu Wei`, `Minister for Tides Lu Wei`."""
        office_of = rf"(?i:\b{re.escape(office)})(?: (?:of|for) [^.,;\n]{{3,60}})?,?"
        form = rf"{office_of} (?:{'|'.join(patterns.TITLES)})\.? (?P<name>{patterns.PERSON})"
        told = _one_sentence(form, self.head) or (
            set(people_of_title(self.title)) if office.lower() in self.title.lower() else _one_sentence(form, text)
        )
        return told.pop() if len(told) == 1 else None

    def _may_begin_a_name(self, word: str, text: str) -> bool:
        lower = word.lower()
        titled = lower in words_of("institution") or split_title(f"{word} X")[0]
        return bool(word) and not titled and f" {lower} " not in text

    def _outlet_meant(self, name: str, printed: list[str]) -> str | None:
        """An outlet's name with a slip: as another label of the page has it, else as the table of outlets does."""
        close = self.spellings.nearest(name.lower(), least=0.92)
        if not close:
            return None
        same = [c for c in printed if c.lower() == close]
        return same[0] if same else _as_cased(close, name)


def _one_sentence(form: str, text: str) -> set[str]:
    """The names that an expression finds, without what a new sentence begins with: `Lu Wei` of `Lu Wei. Following`."""
    return {re.split(r"(?<=[^\W\d_]{2})\. ", match["name"])[0].rstrip(".") for match in re.finditer(form, text)}


def _introduced(title: str, surname: str, text: str) -> str | None:
    """The one full name that somebody with a title has on the page: `Deputy Secretary Miriam Hale`, `I'm Tom Hale`.

    Only a title that the label has as well will do: `Ms. Hale` is not `Senator John Hale`.
    """
    name = surname.title() if surname.isupper() else surname
    above = _title_and_given(title.split()[-1].rstrip("."))
    found, by_themselves = set(), set()
    at = text.find(name)
    while at >= 0:
        end, begin = at + len(name), max(at - LONGEST_BEFORE, 0)
        if before := above.search(text, begin, at):
            if before["given"] and not GOES_ON.match(text, end):
                found.add(f"{before['given']} {name}")
            elif not before["given"] and (after := GIVEN_AFTER.match(text, end)):
                found.add(f"{name} {after['given']}")
        elif (own := OWN_NAME.search(text, begin, at)) and not GOES_ON.match(text, end):
            by_themselves.add(f"{own['given']} {name}")  # "MR. MURRAY: I'm Bill Murray, …"
        at = text.find(name, end)
    found = found or by_themselves
    return found.pop() if len(found) == 1 else None


@cache
def _title_and_given(title: str) -> re.Pattern[str]:
    """A text that ends with a title, or with a title and the name that stands before a surname."""
    return re.compile(rf"\b(?i:{re.escape(title)})\.? (?:(?P<given>{GIVEN}) )?\Z")


def _surnames(name: str) -> str:
    """The part of a name after its first word: `Jean-Pierre` of `Karine Jean-Pierre`, `Lee Ka-chiu`."""
    return " ".join(name.split()[1:]).lower()


def _is_slip(name: str, other: str) -> bool:
    """Two letters changed places, or one is wrong, doubled or missing, in a name of some length."""
    if len(name) < 5 or abs(len(name) - len(other)) > 1:
        return False  # quick, for every name is held against every other
    a, b = name.lower(), other.lower()
    if a == b or len(a.split()) != len(b.split()):
        return False
    if sorted(a) == sorted(b):
        return difflib.SequenceMatcher(None, a, b).ratio() >= 0.8
    if a.split()[0] != b.split()[0]:
        # "Liang" and "Liao" are two families: the given name has to be the same and long enough to tell
        return False
    rest_a, rest_b = "".join(a.split()[1:]), "".join(b.split()[1:])
    return len(rest_a) > 5 and difflib.SequenceMatcher(None, rest_a, rest_b).ratio() >= 0.85


def _as_cased(lower: str, name: str) -> str:
    words = [w if w.isupper() and len(w) > 1 else w.capitalize() for w in name.split()]
    fixed = lower.split()
    return " ".join(
        f.upper() if w.isupper() and len(w) > 1 else f.capitalize() for f, w in zip(fixed, words, strict=False)
    )


def _as_written(name: str, text: str) -> str:
    """`CHAIR POWELL` as it is written in small letters: `Chair Powell`."""
    small = name.title()
    return re.sub(r"\b(?:Of|The|And|For|En)\b", lambda m: m.group().lower(), small) if small not in text else small
