"""Labels and cast in, who is who out: speakers, kinds, roles, outlets and their groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from . import patterns
from .corrections import Corrections
from .model import Turn
from .segmenting.addressing import ending_with, is_titled, places
from .segmenting.chairs import find_chair, runs_the_floor
from .segmenting.gaps import gap_before, usual_gap
from .segmenting.heading import Heading
from .segmenting.lines import read_lines
from .segmenting.names import (
    VOICE,
    is_asker_of,
    is_office,
    part_played,
    reporter_of,
    sort_of,
    split_role,
    split_title,
    straight,
    words_of,
)
from .segmenting.phrases import BRIEFS, INTRODUCES, TO_COLLEAGUE
from .segmenting.roster import Roster, people_of_head, people_of_title

NOBODY: frozenset[str] = frozenset()
CALLED_AT_END = 60
OPENING = 1000  # characters
TITLES = ending_with(["Mr", "Ms", "Mrs", "Dr", "Minister", "Governor", "Mayor"])  # an official is spoken to by
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
    told: dict[str, Who] = {}  # a label to whom it tells, found once for all its turns
    for turn, name in zip(turns, called, strict=True):
        if name is None or turn.label is None:
            continue
        who = told.get(turn.label)
        if who is None:
            who = told[turn.label] = _who(turn.label, name, kinds[name], meant[name], roster)
        turn.speaker, turn.kind, turn.role_text, turn.outlet, turn.outlet_group = who
    find_chair(text, turns, roster)
    _name_the_one(text, turns, heading)


class Who(NamedTuple):
    """What a label tells of whoever speaks under it."""

    speaker: str | None
    kind: str
    role_text: str | None
    outlet: str | None
    outlet_group: str


def _who(label: str, name: str, kind: str, meant: str, roster: Roster) -> Who:
    """A label in, with its plain name, kind and whom it means; whom it tells out."""
    speaker = None if part_played(name) or VOICE.fullmatch(name) else meant
    role, title = split_role(label)[1], split_title(name)[0]
    outlet, group = None, "unknown"
    if role and is_asker_of(role, roster.outlets):
        # what stands in brackets or after a comma is a role; after `Q` or a journalist's name, the outlet
        kind, speaker = "journalist", speaker or role
        outlet, group = roster.outlets.get(role.lower(), (role, "unknown"))
        role = None
    elif not role and title and title.rstrip(".").lower() not in words_of("title"):
        role, kind = title, words_of("office").get(title.lower()) or kind
    if speaker and (person := roster.people.get(speaker)):
        role, kind = person.role_text or role, person.kind
    if kind == "journalist" and outlet is None:
        outlet, group = _outlet(speaker, roster)
    return Who(speaker, kind, role, outlet, group)


def _outlet(speaker: str | None, roster: Roster) -> tuple[str | None, str]:
    """For whom somebody asks, by the usual name, and its group."""
    name = straight((speaker or "").lower())
    return roster.outlets.get(name) or roster.outlets.get(name.removeprefix("the ")) or (speaker, "unknown")


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
    asked = all("?" in _end_of(text, turns[i], ASKED_AT_END) for i in mine)
    answered = all(i + 1 < len(names) and names[i + 1] != speaker for i in mine)
    if answered and (_says_for_whom(text, turns, mine, speaker) or _is_called_on(text, turns, mine, names, speaker)):
        return "journalist"
    # "I will hand this question over to my colleague": whoever speaks next answers, even if a lost question ends it
    if not (asked and answered):
        return "official"
    handed = any(i and TO_COLLEAGUE.search(text[turns[i - 1].start : turns[i - 1].end][-300:]) for i in mine)
    if handed:
        return "official"
    answers = (
        is_titled(text, speaker, TITLES)
        or any(runs_the_floor(text[turns[i].start : turns[i].end]) for i in mine)
        or any(_asked_after_a_gap(text, turns[i].start, turns[i].end) for i in mine)
    )
    return "official" if answers else "journalist"


def _says_for_whom(text: str, turns: Sequence[Turn], mine: Sequence[int], speaker: str) -> bool:
    """Whether somebody begins with who they are and for whom they ask: `Ruth Osei with Reuters. You had …`.

    An official who answers may do so as well: `I'm Ruth Osei from the Treasury. …`
    """
    if any(i and "?" in _end_of(text, turns[i - 1], ASKED_AT_END) for i in mine):
        return False
    told = (patterns.FOR_WHOM.match(text, turns[i].start, turns[i].end) for i in mine)
    return any(match and match["name"] in (speaker, speaker.split()[0]) for match in told)


def _is_called_on(
    text: str, turns: Sequence[Turn], mine: Sequence[int], names: Sequence[str | None], speaker: str
) -> bool:
    """Whether the turn before ends with a bare first name and somebody with a title answers: `Let's go to Ruth.`"""
    return " " in speaker and all(
        i and _names(_end_of(text, turns[i - 1], CALLED_AT_END), speaker) and split_title(names[i + 1] or "")[0]
        for i in mine
    )


def _names(said: str, speaker: str) -> bool:
    """Whether somebody is called by the first name alone: `Let's go to Ruth.`, and not `Mr. Ruth`, `Ruth Osei`."""
    first, _, last = speaker.partition(" ")
    return any(
        said[max(at - 2, 0) : at] != ". " and not said.startswith(f" {last}", at + len(first))
        for at in places(said, first)
    )


def _end_of(text: str, turn: Turn, n_characters: int) -> str:
    return text[max(turn.start, turn.end - n_characters) : turn.end]


def _asked_after_a_gap(text: str, start: int, end: int) -> bool:
    """Whether a question stands after a wide gap in a turn whose words before it ask nothing: its label is lost."""
    usual = usual_gap(text, start)
    lines = read_lines(text, start, end)
    wide = [n for n, line in enumerate(lines) if n and gap_before(text, line[0]) > usual]
    return bool(wide) and not any("?" in words for _, _, words in lines[: wide[-1]])


def _name_the_one(text: str, turns: list[Turn], heading: Heading) -> None:
    """`A:`, and an announcement before the first label, are the one official whom the page can mean."""
    officials = {t.speaker for t in turns if t.kind == "official" and t.speaker}
    told = {p.name for p in heading.cast if p.kind == "official"} or set(people_of_title(heading.title or ""))
    if not officials and not told:
        told = set(people_of_head(heading.text))
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
            elif INTRODUCES.search(said) and (chairs or one is None) and not BRIEFS.search(said[:OPENING]):
                turn.kind, turn.speaker = "chair", next(iter(chairs)) if len(chairs) == 1 else None
                turn.inferred = "introduction of the speakers before the first label"
            elif thanked := _thanked(text, turns, officials):
                turn.kind, turn.speaker = "official", thanked
                turn.inferred = "speech before the first label, for which the chair thanks by name"
            else:
                turn.kind, turn.speaker = "official", one
                named = any(other.label for other in turns)
                turn.inferred = "speech before the first label" if named else "speech on a page that prints no name"


def _thanked(text: str, turns: Sequence[Turn], officials: set[str]) -> str | None:
    """Whom the chair thanks right after the speech that a page begins with: `Thank you, Governor Qian.`"""
    if len(turns) < 2 or turns[1].kind != "chair":
        return None
    match = patterns.THANKED.match(text, turns[1].start)
    same = [name for name in officials if match and match["name"] in (name.split()[0], name.split()[-1])]
    return same[0] if len(same) == 1 else None
