"""A number that says how far something moved in, what moved out."""

import re

from .comparison import NOUN
from .frames import Frame
from .nounphrases import LEADING, bare_before, moved
from .numbers import Number
from .reference import Clause

_OUTDOING = frozenset("outpace outstrip outperform exceed surpass top beat smash break lead".split())


def changed_thing(c: Clause, number: Number, frame: Frame, previous: str) -> tuple[str, bool]:
    """Give what moved: the object of the verb, the subject, what the sentence spoke of before."""
    group, tk = frame.group, c.tk
    if number.form == "multiply" and number.j < tk.n and tk.w[number.j] in LEADING:
        a = number.j + 1
        b = a
        while b < tk.n and tk.k[b] == "W" and not c.mark[b]:
            b += 1
        if b > a:
            return tk.words(a, b), False
    if frame.mode == "noun" and frame.link == "of":
        own = bare_before(tk, number, frame.left - 1, c.groups, c.mark)
        if own.lower().split()[-1:] in (["target"], ["goal"], ["ceiling"]):
            return own, False  # "the annual growth target of 5 percent"
    if frame.role == "subject" and frame.mode == "noun":
        return _growth_of(c, number, frame, previous), False
    after = c.counted(number)
    if (
        (
            after
            and group is not None
            and (frame.role == "object" or frame.role == "subject")
            and frame.mode in ("change", "")
        )
        and frame.link not in ("by", "to", "from")
        and (number.noun or group.verb.lemma in ("add", "gain") or frame.role == "subject")
    ):
        return after, False
    if frame.mode == "noun":
        of = _growth_of(c, number, frame, "")
        if of and of != frame.noun:
            return of, False
    outdone = group is not None and group.verb.lemma in _OUTDOING
    if frame.role in ("object", "list") and frame.link in ("by", "to", "from", "at") and not outdone:
        held = moved(tk, number, frame.left, group, c.mark)
        owner = c.subject(group) if held.startswith(("its ", "their ")) else ""
        if owner and len(owner.split()) < 6:
            return f"{held.partition(' ')[2]} of {owner}", False  # "the museums raised their daily limits"
        if held and held.lower() not in NOUN:
            mover = c.subject(group) if group is not None and group.verb.role == "raise" else ""
            short = len(held.split()) < 3 and mover and len(mover.split()) < 7 and held.split()[0].lower() != "its"
            return c.referred(f"{held} of {mover}" if short else held), False
    if outdone and group is not None and group.tense == "ing" and previous:
        return previous, False  # "growing 7.2%, and outpacing urban incomes by 2.3 points"
    if frame.role in ("apposition", "fragment", "list"):
        own = (
            c.bare(number, frame)
            if frame.mode not in ("diff", "noun") or (number.i and tk.w[number.i - 1] != ",")
            else ""
        )
        if own and own.lower().split()[0] not in NOUN:
            return own, False
        if previous and not (group is not None and group.relative):
            return previous, False
    found = c.subject(group) if group is not None else c.bare(number, frame)
    found = whose_thing(c, number, found)
    return (found or previous or c.memory.indicator or frame.noun), not found


def whose_thing(c: Clause, number: Number, subject: str) -> str:
    """Give what a bare "the decline" or "the month-on-month increase" is of: what was spoken of before."""
    said = re.split(r" (?:you|we|they) ", subject.lower())[0].split()  # "the decline you mention"
    words = [x for x in said if x not in LEADING and "-on-" not in x and x not in ("annual", "growth")]
    known = c.memory.indicator
    if len(words) == 1 and words[0] in NOUN and known:
        return f"{words[0]} in {known}" if number.unit.endswith("points") else known
    return subject


def _growth_of(c: Clause, number: Number, frame: Frame, previous: str) -> str:
    """Give what a growth noun is the growth of: "the 5.2 percent growth in exports", "a 3% rise in prices"."""
    tk, j = c.tk, number.j
    while j < tk.n and j < number.j + 4 and tk.w[j] not in NOUN:
        j += 1
    if j + 1 < tk.n and tk.w[j] in NOUN and tk.w[j + 1] in ("in", "of") and not c.mark[j + 1]:
        end = j + 2
        while (
            end < tk.n
            and tk.k[end] == "W"
            and tk.t[end] not in ("BE", "HAVE", "MOD", "PRON", "REL", "Vpast")
            and not c.mark[end]
        ):
            end += 1
        return tk.words(j + 2, end)
    group = frame.group
    if frame.role == "subject" and group is not None and tk.w[group.j : group.j + 1] == ["in"] and not c.mark[group.j]:
        end = group.j + 1
        while end < tk.n and tk.k[end] == "W" and tk.t[end] not in ("PREP", "CONJ", "REL") and not c.mark[end]:
            end += 1
        return tk.words(group.j + 1, end)  # "growth of 4 percent was recorded in retail sales"
    return frame.noun if frame.role == "subject" else ""
