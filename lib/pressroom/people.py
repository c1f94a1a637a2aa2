"""Labels and cast in, who is who out: speakers, kinds, roles, outlets and their groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from . import patterns
from .corrections import Corrections
from .model import Turn
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
        turn.outlet, turn.outlet_group, turn.role_text = None, "unknown", None
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
    find_chair(text, turns, roster)
    _name_the_one(text, turns, heading)


def _told_role(turn: Turn, told: str, corrections: Corrections) -> None:
    """What stands in brackets or after a comma: a role; after `Q` or a journalist's name, the outlet."""
    outlet = is_asker_of(told, corrections.outlet_groups)
    if outlet:
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
    first, last = re.escape(speaker.split()[0]), re.escape(speaker.split()[-1])
    addressed = re.search(rf"\b(?:Mr|Ms|Mrs|Dr|Minister|Governor|Mayor)\.? (?:{first}|{last})\b", text)
    opens = any(runs_the_floor(text[turns[i].start : turns[i].end]) for i in mine)
    interrupted = any(_asked_after_a_gap(text, turns[i].start, turns[i].end) for i in mine)
    return "official" if addressed or opens or interrupted else "journalist"


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
    first, _, last = speaker.partition(" ")
    call = re.compile(rf"(?<!\. ){re.escape(first)}\b(?! {re.escape(last)})") if last else None
    return call is not None and all(
        i and call.search(_end_of(text, turns[i - 1], CALLED_AT_END)) and split_title(names[i + 1] or "")[0]
        for i in mine
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
