"""Labels and cast in, who is who out: speakers, kinds, roles, outlets and their groups."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from . import patterns
from .corrections import Corrections
from .heading import Heading
from .model import Person, Turn

OUTLET_WORDS = re.compile(
    r"\b(?:News|Daily|Times|Agency|TV|Television|Radio|Broadcasting|Post|Press|Weekly|Magazine|Journal|Review|Herald|"
    r"Network|Business|Observer|Media|Express|Gazette|Telegraph|Tribune|Chronicle|Zaobao|Shimbun|Satellite|APP|Channel|"
    r"Correspondent|Newspaper|Evening|Morning|Report|Reports|Globe|Guardian|Bulletin|Mail|Standard|Broadcast|Online|"
    r"Group|Wire|Sina|Sohu|\.com|\.cn|CCTV|CGTN|CNR|CRI)\b|\b(?:[A-Z]{3,5})$"
)
# A label that says what somebody does instead of who they are.
ROLE_LABELS = {
    "q": "journalist", "question": "journalist", "reporter": "journalist", "journalist": "journalist",
    "a journalist": "journalist", "a reporter": "journalist", "correspondent": "journalist", "media": "journalist",
    "a": "official", "answer": "official", "moderator": "chair", "host": "chair", "chair": "chair", "the chair": "chair",
    "chairperson": "chair", "chairman": "chair", "interpreter": "interpreter", "translator": "interpreter",
}  # fmt: skip
OFFICE_NAME = re.compile(
    r"\b(?:Spokes(?:person|man|woman)|Minister|Governor|Mayor|Director|Secretary|Commissioner|Administrator|Chairman|President) "
    r"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})(?='s|’s| (?:answers|meets|briefs|holds|attends))"
)
REPORTER_FROM = re.compile(
    r"^(?:(?:A|The) )?(?:Reporter|Journalist|Correspondent) (?:from|of|for|with) (?:the )?(?P<outlet>.+)$",
    re.I,
)
FLOOR = re.compile(
    r"floor is (?:now )?open|open (?:the floor|for questions)|floor is yours|now (?:move on to|take|to) (?:your )?questions|"
    r"questions?,? please|your questions|ask (?:your )?questions|raise your hand|(?:one|the|time for (?:one )?) ?(?:more|last) question|"
    r"last question|media outlet|news outlet|introduce yourself|introduce yourselves|identify (?:yourself|your)|"
    r"(?:press conference|briefing) (?:is|comes|concludes|ends|in)\b|(?:concludes|end of) today's|that(?:'s| is| will be) all for|"
    r"see you|goodbye|welcome to (?:this|today's|the)|first, .{0,40} give|(?:gentleman|lady|reporter|journalist) (?:in|on)|"
    r"question-and-answer|the Q&A|joined (?:today )?by|we have with us|hand over to|let's (?:welcome|invite|begin|continue)|"
    r"no time left|run over time|time is up|stop here|the floor to|brief you first|, please\.$|any other questions",
    re.I,
)
ASKING = re.compile(r"\?[\"”’)]?\s*(?:Thank(?:s| you)[^.?!]{0,20}[.!]?)?\s*$|\?", re.I)


def is_role_label(name: str) -> bool:
    """Whether a label says what somebody does: `Q`, `Moderator`, `Reporter from China Daily`."""
    return name.lower() in ROLE_LABELS or bool(
        (m := REPORTER_FROM.match(name)) and patterns.NAME.fullmatch(m["outlet"])
    )


def is_outlet(name: str) -> bool:
    """Whether a label is made of the words that outlets are called by."""
    return bool(OUTLET_WORDS.search(name))


def find_people(title: str) -> list[str]:
    """The people whom a title names with their office.

    Examples
    --------
    >>> find_people("Foreign Ministry Spokesperson Wen Shurong's Regular Press Conference")
    ['Wen Shurong']
    """
    return [m["name"] for m in OFFICE_NAME.finditer(title)]


def identify(
    text: str, turns: list[Turn], called: Sequence[str | None], heading: Heading, corrections: Corrections
) -> None:
    """Fill speaker, kind, role and outlet of the turns, which are changed in place.

    Parameters
    ----------
    text : str
        The document's text.
    turns : list of Turn
    called : sequence of str or None
        The label of each turn without editor tokens and brackets.
    heading : Heading
        Its cast, and its title: the one official a title names can be whom `A:` means.
    corrections : Corrections
    """
    outlets = corrections.outlet_groups
    told = {row["name"]: row["canonical"] for row in corrections.speakers}
    people = {p.name: p for p in heading.cast}
    printed = [name for name in dict.fromkeys(called) if name]
    full = {name: told.get(name) or _joined(name, printed, people, outlets) for name in printed}
    said = [text[t.start : t.end] for t in turns]
    journalists = {
        n
        for n in printed
        if _is_journalist(full[n], [i for i, c in enumerate(called) if c == n], said, called, people, outlets)
    }
    for turn, name in zip(turns, called, strict=True):
        if name is None:
            turn.kind = "unknown"
            continue
        outlet, role = REPORTER_FROM.match(name), ROLE_LABELS.get(name.lower())
        turn.speaker = outlet["outlet"] if outlet else None if role else full[name]
        turn.kind = role or ("journalist" if outlet or name in journalists else "official")
        if bracket := patterns.BRACKET.search(turn.label or ""):
            turn.role_text = bracket.group().strip(" ()（）")
        if person := people.get(turn.speaker or ""):
            turn.role_text, turn.kind = person.role_text, person.kind
        if turn.kind == "journalist":
            turn.outlet, turn.outlet_group = outlets.get((turn.speaker or "").lower(), (turn.speaker, "unknown"))
    _find_chair(turns, said, people)
    _name_the_one(turns, said, heading)


def _is_journalist(
    name: str, own: Sequence[int], said: Sequence[str], called: Sequence[str | None],
    people: dict[str, Person], outlets: dict[str, tuple[str, str]],
) -> bool:  # fmt: skip
    """An outlet by table or by its words; else whoever only ever asks and is answered by somebody else."""
    if name in people:
        return False
    if name.lower() in outlets or OUTLET_WORDS.search(name):
        return True
    asked = all("?" in said[i][-250:] and i + 1 < len(said) and called[i + 1] != called[i] for i in own)
    addressed = any(
        re.search(rf"\b(?:Mr|Ms|Mrs|Dr|Minister|Governor|Mayor)\.? {re.escape(name.split()[0])}\b", s) for s in said
    )
    return asked and not addressed and not any(FLOOR.search(said[i]) for i in own)


def _joined(name: str, printed: Iterable[str], people: dict[str, Person], outlets: dict[str, tuple[str, str]]) -> str:
    """A spelling slip joined to the name it must be: one of the cast, a known outlet, or a label of the page."""
    if name in people or name.lower() in outlets or name.lower() in ROLE_LABELS:
        return name
    choices = [*people, *(o for o in printed if o != name)]
    near = difflib.get_close_matches(name, [c for c in choices if sorted(c) == sorted(name)], n=1, cutoff=0.8)
    if not near and (close := difflib.get_close_matches(name.lower(), outlets, n=1, cutoff=0.92)):
        same = [c for c in printed if c.lower() == close[0]]
        return same[0] if same else _as_cased(close[0], name)
    return near[0] if near else name


def _as_cased(lower: str, name: str) -> str:
    words = [w if w.isupper() and len(w) > 1 else w.capitalize() for w in name.split()]
    fixed = lower.split()
    return " ".join(
        f.upper() if w.isupper() and len(w) > 1 else f.capitalize() for f, w in zip(fixed, words, strict=False)
    )


def _find_chair(turns: list[Turn], said: Sequence[str], people: dict[str, Person]) -> None:
    """The official who only opens, hands over and closes is the chair; bracketed `(moderator)` says so outright."""
    officials = {t.speaker for t in turns if t.kind == "official" and t.speaker}
    for name in sorted(officials - set(people)):
        own = [i for i, t in enumerate(turns) if t.speaker == name and t.kind == "official"]
        outright = re.match(r"moderator|chair|host", turns[own[0]].role_text or "", re.I)
        floor = any(FLOOR.search(said[i]) for i in own)
        answered = any(i and turns[i - 1].kind == "journalist" for i in own)
        if outright or (floor and not answered and len(officials) > 1):
            for i in own:
                turns[i].kind = "chair"


def _name_the_one(turns: list[Turn], said: Sequence[str], heading: Heading) -> None:
    """`A:`, and an announcement before the first label, are the one official whom the page can mean."""
    officials = {t.speaker for t in turns if t.kind == "official" and t.speaker}
    officials |= {p.name for p in heading.cast if p.kind == "official"} or set(find_people(heading.title or ""))
    one = officials.pop() if len(officials) == 1 else None
    for turn, words in zip(turns, said, strict=True):
        if turn.kind == "official" and turn.speaker is None:
            turn.speaker = one
        elif turn.kind == "unknown" and turn.label is None:
            asks = "?" in words[-250:]
            turn.kind, turn.speaker = ("journalist", None) if asks else ("official", one)
            turn.inferred = "question before the first label" if asks else "announcement before the first label"
