"""Turns with their speakers in, who of the officials only runs the floor, and is the chair, out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from .. import patterns
from ..model import Turn
from .addressing import places
from .names import split_role
from .phrases import ANSWERS, HANDS_OVER, HOSTS, INTRODUCES, RUNS_THE_FLOOR
from .roster import Roster

# "(moderator)", "…, and host of the press conference"; but "(chairman of the Norlin Bank)"
MODERATES = re.compile(r"^(?:the )?(?:moderator|host|chair(?:man|woman|person)?)$|\b(?:moderator|host)\b", re.I)
SHORT = 60  # words: a chair who hands a question on says no more than that
LONGEST_OPENING = 400  # words, of some six letters: a chair introduces, and leaves the statement to others
MOST_ANSWERS_OF_A_HOST = 1
END = 600  # characters at either end of a turn


def find_chair(text: str, turns: list[Turn], roster: Roster) -> None:
    """The official who only opens, hands over and closes is the chair; bracketed `(moderator)` says so outright."""
    mine: dict[str, list[int]] = defaultdict(list)
    chaired = any(turn.kind == "chair" and turn.label for turn in turns)
    for i, turn in enumerate(turns):
        if turn.kind == "official" and turn.speaker:
            mine[turn.speaker].append(i)
    for name, own in mine.items():
        person = roster.people.get(name)
        if person is not None and person.role_text:
            continue
        label, role = turns[own[0]].label or "", turns[own[0]].role_text or ""
        outright = bool(split_role(label)[1] and MODERATES.search(role))
        outright = outright or bool(HOSTS.search(role) and _opens(text, turns, own))
        if outright or (len(mine) > 1 and not chaired and _only_chairs(text, turns, own)):
            chaired = True  # a conference has one chair
            for i in own:
                turns[i].kind = "chair"


def _only_chairs(text: str, turns: Sequence[Turn], own: Sequence[int]) -> bool:
    said = [text[turns[i].start : turns[i].end] for i in own]
    answers = [s for i, s in zip(own, said, strict=True) if i and turns[i - 1].kind == "journalist"]
    if _hosts_guests(text, turns, own):
        return True
    if any(len(s) > 6 * LONGEST_OPENING or ANSWERS.match(s) for s in said):
        return False
    if any(len(s.split()) > SHORT or not HANDS_OVER.search(s) for s in answers):
        return False
    asked = [i + 1 < len(turns) and turns[i + 1].kind == "journalist" for i in own]
    if len(own) > 1 and all(asked[:-1]) and all(len(s.split()) <= SHORT / 2 and "?" not in s for s in said):
        return True  # "Thank you. Let's go to Rachel."
    if not answers and all(asked) and all(_calls_on(text, turns, i) for i in own):
        return True
    lead = any(i in (0, len(turns) - 1) or (i + 1 < len(turns) and turns[i + 1].kind == "journalist") for i in own)
    if not lead:
        return False
    return any(runs_the_floor(s) for s in said) and (not answers or len(said) > len(answers))


def _opens(text: str, turns: Sequence[Turn], own: Sequence[int]) -> bool:
    """Whether somebody whose office chairs introduces those who speak or runs the floor, and answers nothing at length.

    `Lu Wei, director of the Press Bureau: Good morning. We have invited …`
    """
    said = [text[turns[i].start : turns[i].end] for i in own]
    answers = (s for i, s in zip(own, said, strict=True) if i and turns[i - 1].kind == "journalist")
    leads = any(INTRODUCES.search(s) or runs_the_floor(s) for s in said)
    return leads and all(len(s.split()) <= SHORT for s in answers)


def _hosts_guests(text: str, turns: Sequence[Turn], own: Sequence[int]) -> bool:
    """A press secretary who brings a guest, hands over at once, comes back, and leaves the answers to the guest.

    Who takes more than one question is an official, as on the days without a guest.
    """
    if own[0] != 0 or len(own) < 2 or turns[1].kind != "official":
        return False
    guest, opening = turns[1].speaker, text[turns[0].start : turns[0].end]
    if len(opening.split()) > SHORT or not (guest and list(places(opening, guest.split()[0]))):
        return False
    answered = [turn.speaker for before, turn in pairwise(turns) if before.kind == "journalist"]
    return answered.count(turns[0].speaker) <= MOST_ANSWERS_OF_A_HOST < answered.count(guest)


def _calls_on(text: str, turns: Sequence[Turn], i: int) -> bool:
    """Whether a short turn before a question thanks the last speaker by name, or ends by naming who asks next.

    `Thank you, Mr. Jiao, for that overview. …`, `Thank you. Let's start with Ruth.`
    """
    said, asker = text[turns[i].start : turns[i].end], turns[i + 1].speaker
    if len(said.split()) > SHORT / 2 or "?" in said:
        return False
    if patterns.THANKED.match(said):
        return True
    return asker is not None and any(list(places(said[-60:], word)) for word in {asker, asker.split()[0]})


def runs_the_floor(said: str) -> bool:
    """Whether a turn opens, passes or closes the floor: at its beginning or at its end."""
    ends = said if len(said) < 2 * END else f"{said[:END]}\n{said[-END:]}"
    return RUNS_THE_FLOOR.search(ends)
