"""Labels and cast in, who is who out: speakers, kinds, roles, outlets and their groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from . import patterns
from .corrections import Corrections
from .heading import Heading
from .model import Turn
from .names import (
    VOICE,
    is_office,
    is_outlet,
    part_played,
    reporter_of,
    sort_of,
    split_role,
    split_title,
    straight,
    words_of,
)
from .phrases import HANDS_OVER, INTRODUCES, RUNS_THE_FLOOR, TO_COLLEAGUE
from .roster import Roster, people_of_title

SHORT = 60  # words: a chair who hands a question on says no more than that
LONGEST_OPENING = 400  # words, of some six letters: a chair introduces, and leaves the statement to others
NOBODY: frozenset[str] = frozenset()
END = 600  # characters at either end of a turn
ASKED_AT_END = 250  # characters at the end of a turn in which a question mark makes it a question


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
    roster = Roster(heading.cast, heading.title or "", heading.text, corrections)
    meant = roster.speakers([name for name in called if name], text)
    own: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(called):
        if name:
            own[meant[name]].append(i)
    names = [meant[name] if name else None for name in called]
    kinds = {name: _kind(name, meant, own, names, turns, text, roster) for name in meant}
    for turn, name in zip(turns, called, strict=True):
        if name is None:
            continue
        turn.kind = kinds[name]
        turn.speaker = None if part_played(name) or VOICE.fullmatch(name) else meant[name]
        role, title = split_role(turn.label or "")[1], split_title(name)[0]
        if role:
            _told_role(turn, role, corrections)
        elif title and title.rstrip(".").lower() not in words_of("title"):
            turn.role_text = title
            turn.kind = words_of("office").get(title.lower()) or turn.kind
        if turn.speaker and (person := roster.people.get(turn.speaker)):
            turn.role_text, turn.kind = person.role_text or turn.role_text, person.kind
        if turn.kind == "journalist" and turn.outlet is None:
            _outlet(turn, corrections)
    _find_chair(text, turns, roster)
    _name_the_one(text, turns, heading)


def _told_role(turn: Turn, told: str, corrections: Corrections) -> None:
    """What stands in brackets or after a comma: a role; after `Q` or a journalist's name, the outlet."""
    outlet = told.lower() in corrections.outlet_groups or is_outlet(told)
    if outlet and (turn.kind == "journalist" or turn.speaker is None):
        turn.kind = "journalist"
        turn.speaker = turn.speaker or told
        turn.outlet, turn.outlet_group = corrections.outlet_groups.get(told.lower(), (told, "unknown"))
    else:
        turn.role_text = told


def _outlet(turn: Turn, corrections: Corrections) -> None:
    name = straight((turn.speaker or "").lower())
    groups = corrections.outlet_groups
    turn.outlet, turn.outlet_group = (
        groups.get(name) or groups.get(name.removeprefix("the ")) or (turn.speaker, "unknown")
    )


def _kind(
    name: str, meant: dict[str, str], own: dict[str, list[int]], names: Sequence[str | None], turns: Sequence[Turn],
    text: str, roster: Roster,
) -> str:  # fmt: skip
    """The kind a label tells outright, by its part, the cast, the outlets; else by what its turns do."""
    if part := part_played(name):
        return part
    if reporter_of(name):
        return "journalist"
    speaker = meant[name]
    if speaker in roster.people:
        return "official"  # or chair: the cast tells
    if sort_of(name, NOBODY, roster.outlets) == "outlet":
        return "journalist"
    if split_title(name)[0] or is_office(name):
        return "official"
    mine = own[speaker]
    asked = all("?" in text[max(turns[i].start, turns[i].end - ASKED_AT_END) : turns[i].end] for i in mine)
    answered = all(i + 1 < len(names) and names[i + 1] != speaker for i in mine)
    # "I will hand this question over to my colleague": whoever speaks next answers, even if a lost question ends it
    if not (asked and answered):
        return "official"
    handed = any(i and TO_COLLEAGUE.search(text[turns[i - 1].start : turns[i - 1].end][-300:]) for i in mine)
    if handed:
        return "official"
    first, last = re.escape(speaker.split()[0]), re.escape(speaker.split()[-1])
    addressed = re.search(rf"\b(?:Mr|Ms|Mrs|Dr|Minister|Governor|Mayor)\.? (?:{first}|{last})\b", text)
    opens = any(_runs_the_floor(text[turns[i].start : turns[i].end]) for i in mine)
    return "official" if addressed or opens else "journalist"


def _find_chair(text: str, turns: list[Turn], roster: Roster) -> None:
    """The official who only opens, hands over and closes is the chair; bracketed `(moderator)` says so outright."""
    mine: dict[str, list[int]] = defaultdict(list)
    for i, turn in enumerate(turns):
        if turn.kind == "official" and turn.speaker:
            mine[turn.speaker].append(i)
    for name, own in mine.items():
        person = roster.people.get(name)
        if person is not None and person.role_text:
            continue
        label = turns[own[0]].label or ""
        outright = split_role(label)[1] and re.match(r"moderator|chair|host", turns[own[0]].role_text or "", re.I)
        if outright or (len(mine) > 1 and _only_chairs(text, turns, own)):
            for i in own:
                turns[i].kind = "chair"


def _only_chairs(text: str, turns: Sequence[Turn], own: Sequence[int]) -> bool:
    said = [text[turns[i].start : turns[i].end] for i in own]
    answers = [s for i, s in zip(own, said, strict=True) if i and turns[i - 1].kind == "journalist"]
    if any(len(s) > 6 * LONGEST_OPENING for s in said):
        return False
    if any(len(s.split()) > SHORT or not HANDS_OVER.search(s) for s in answers):
        return False
    asked = [i + 1 < len(turns) and turns[i + 1].kind == "journalist" for i in own]
    if len(own) > 1 and all(asked[:-1]) and all(len(s.split()) <= SHORT / 2 and "?" not in s for s in said):
        return True  # "Thank you. Let's go to Rachel."
    lead = any(i in (0, len(turns) - 1) or (i + 1 < len(turns) and turns[i + 1].kind == "journalist") for i in own)
    if not lead:
        return False
    return any(_runs_the_floor(s) for s in said) and (not answers or len(said) > len(answers))


def _runs_the_floor(said: str) -> bool:
    """Whether a turn opens, passes or closes the floor: at its beginning or at its end."""
    ends = said if len(said) < 2 * END else f"{said[:END]}\n{said[-END:]}"
    return bool(RUNS_THE_FLOOR.search(ends))


def _name_the_one(text: str, turns: list[Turn], heading: Heading) -> None:
    """`A:`, and an announcement before the first label, are the one official whom the page can mean."""
    officials = {t.speaker for t in turns if t.kind == "official" and t.speaker}
    told = {p.name for p in heading.cast if p.kind == "official"} or set(people_of_title(heading.title or ""))
    if told:
        officials |= told
    one = next(iter(officials)) if len(officials) == 1 else None
    chairs = {p.name for p in heading.cast if p.kind == "chair"}
    for turn in turns:
        if turn.label is not None:
            if turn.speaker is None and turn.kind == "official" and turn.label.lower() not in ("aide", "staff"):
                turn.speaker = one
            elif turn.speaker is None and turn.kind == "chair" and len(chairs) == 1:
                turn.speaker = next(iter(chairs))
        elif turn.kind == "unknown":
            said = text[turn.start : turn.end]
            if "?" in said[-ASKED_AT_END:]:
                turn.kind, turn.inferred = "journalist", "question before the first label"
            elif INTRODUCES.search(said) and (chairs or one is None):
                turn.kind, turn.speaker = "chair", next(iter(chairs)) if len(chairs) == 1 else None
                turn.inferred = "introduction of the speakers before the first label"
            elif thanked := _thanked(text, turns, officials):
                turn.kind, turn.speaker = "official", thanked
                turn.inferred = "speech before the first label, for which the chair thanks by name"
            else:
                turn.kind, turn.speaker = "official", one
                turn.inferred = "speech before the first label"


def _thanked(text: str, turns: Sequence[Turn], officials: set[str]) -> str | None:
    """Whom the chair thanks right after the speech that a page begins with: `Thank you, Governor Qian.`"""
    if len(turns) < 2 or turns[1].kind != "chair":
        return None
    match = patterns.THANKED.match(text, turns[1].start)
    same = [name for name in officials if match and match["name"] in (name.split()[0], name.split()[-1])]
    return same[0] if len(same) == 1 else None
