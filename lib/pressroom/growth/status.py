"""A number in its frame in, its status out: achieved, a target or a parameter of a rule."""

import itertools

from .frames import Frame
from .kinds import LENGTHS, charged, heads, mentions, names
from .lexicon import nouns, phrase_before, rows
from .numbers import Number
from .outlook import cued, goal_after, goal_before, in_a_projection, promised, set_against
from .tokens import Tokens
from .units import CURRENCY, TIMES
from .verbgroups import CALLS, Group

_LIMIT, _PARAMETER, _AIM, _POLICY = nouns("limit"), nouns("parameter"), nouns("target"), nouns("policy")
_INTEREST = nouns("interest")


_WANTS = frozenset("want target expect forecast project pledge propose seek envisage anticipate plan aim".split())


_PAYS = frozenset("pay receive get enjoy charge levy deduct refund reimburse bear".split())
_WHOEVER = frozenset("anyone anybody whoever".split())


def status_of(
    tk: Tokens, number: Number, frame: Frame, groups: list[Group], indicator: str, kind: str, before: str | None
) -> str:
    """Give whether a number is achieved, a target or a parameter of a rule; `before` is the status of the last one."""
    group, w = frame.group, tk.w
    against = set_against(tk, frame.left)
    if against and not goal_before(tk, number, frame):
        return "rule" if before == "rule" else "achieved"
    aside = frame.role == "subject" or (frame.role == "fragment" and number.i > 2)
    if frame.link == "at" and aside and w[frame.left - 2 : frame.left - 1] == [","]:
        return "achieved"  # "stocks, at 42 million head, will ..."
    if frame.mode == "old":
        laid_down = before is None and _sets(group) and _parameter(indicator)
        return "rule" if before == "rule" or laid_down or _limited(tk, group, indicator) else "achieved"
    if frame.link != "by" and goal_before(tk, number, frame):
        return "target"
    if promised(tk, number) or goal_after(tk, number):
        return "target"
    counted = number.noun is not None and (
        w[number.noun[1] - 1] in _LISTED or phrase_before(_POLICY, w, number.noun[1]) is not None
    )
    planned = group is not None and group.verb.lemma in _FORESEES and group.i < number.i and frame.role != "subject"
    awaits = group is not None and group.verb.lemma == "expect" and not group.passive and group.tense == "pres"
    planned = planned or (awaits and group is not None and group.i < number.i and frame.role != "subject")
    if planned and group is not None and not counted and not (group.passive and tk.t[group.i] == "Vboth"):
        return "target"  # "we forecast 780 million trips", "the Union plans a levy of 2 euros"
    if w[number.i - 1 : number.i] == ["of"] and number.i > 1 and phrase_before(_LIMIT, w, number.i - 1):
        return "rule"  # "the price cap of 60 dollars remains"
    if frame.link == "of" and frame.left > 1 and phrase_before(_LIMIT, w, frame.left - 1):
        return "rule"
    if frame.mode in ("new", "old") and frame.link in ("to", "from", "at") and heads(indicator, _AIM):
        return "target"  # "raised its forecast to 4.9 percent"
    if frame.link == "of" and frame.role == "subject" and phrase_before(_PARAMETER, w, frame.left - 1):
        return "rule"
    if group is None:
        return "rule" if cued(tk, number) or (before == "rule" and _limited(tk, group, indicator)) else "achieved"
    tense = _tense(group, groups, tk)
    if not _WHOEVER.isdisjoint(w[: number.i]) and number.unit not in ("%", "items", "people"):
        return "rule"  # "anyone whose income was no more than 120,000 yuan"
    if frame.role == "subject" and group.verb.lemma in _WANTS and not group.passive and tense == "fut":
        tense = "pres"  # "nine out of ten firms expect"
    if w[group.i] == "shall" and not _is_promise(tk, group):
        return "rule"  # the language of a law: "insurers shall set aside 10 percent"
    soon = "within" in w[max(0, frame.left - 1) : number.i] and number.unit in ("days", "hours") and not group.aims
    if soon and tense in ("pres", "fut") and frame.role != "subject":
        return "rule"  # "applications are handled within 20 days"
    if tense == "fut":
        at_a_rate = charged(tk, number, group)
        return "rule" if group.verb.lemma == "cap" or at_a_rate else "target"
    if frame.role != "subject" and group.verb.lemma == "see" and group.passive and frame.link in ("at", "to", "by"):
        return "target"  # "the rate is seen at 4.4 percent"
    if tense == "pres" and (in_a_projection(tk, number) or (group.verb.lemma in _ASKS and frame.link == "for")):
        return "target"
    if (
        group.verb.lemma in ("apply", "extend", "grant")
        and group.passive
        and mentions(tk.words(*group.subject), _PARAMETER)
    ):
        return "rule"  # "zero-tariff treatment has been applied to 33 countries"
    if tense == "pres" and w[max(0, group.subject[0] - 1) : group.subject[0]] == ["if"] and w[number.i - 1] != "the":
        return "target"  # "if we get to 10 percent"
    if tense == "modal":
        if frame.role == "subject" and group.passive and w[group.i] in ("have", "has"):
            return "target"  # "400,000 seats have to be added"
        return _modal(tk, number, group, groups, indicator)
    if group.verb.lemma in ("cap", "limit"):
        return "rule"
    if group.verb.lemma in ("set", "fix", "budget") and frame.link == "at" and tense in ("pres", "perf"):
        return "rule" if _limited(tk, group, indicator) else "target"  # "the deficit is set at 5.66 trillion yuan"
    if before == "target" and frame.role == "apposition" and group.verb.lemma == "set":
        return "target"
    if before == "rule" and frame.role == "apposition":
        return "rule"
    subject = tk.words(*group.subject).lower()
    if (
        group.subject[1] > group.subject[0]
        and heads(subject, _AIM)
        and (group.verb.lemma in ("", "be") or frame.link == "at")
    ):
        return "target"
    aiming = group.verb.role == "move" or group.verb.lemma in _CALLS
    if tense == "pres" and heads(subject, _AIM) and aiming and frame.role != "subject":
        return "target"  # "the defense budget rises 7.2 percent"
    given = (
        number.unit in TIMES and tk.w[group.i : group.j] in (["have"], ["has"]) and w[number.j : number.j + 1] == ["to"]
    )
    if given:
        return "rule"  # "firms have 30 days to respond"
    if tense in ("pres", "none"):
        paid = group.verb.lemma in _PAYS and tense == "pres" and number.unit not in ("people", "items")
        shared = frame.link in ("at", "in", "by") and number.unit == "%" and w[number.j : number.j + 1] == ["of"]
        paid = (
            paid
            and not shared
            and frame.role != "subject"
            and w[group.j : group.j + 1] not in (["by"], ["to"], ["through"])
        )
        paid = paid or (group.verb.lemma in _ALLOWS and tense == "pres" and frame.role != "subject")
        text = f"{indicator} | {subject}"
        counts = frame.role in ("subject", "fragment") and frame.link != "of"
        counts = counts and number.unit in ("items", "people", "households", "%")
        told = (mentions(text, _LIMIT) or names(text, _PARAMETER)) and not counts
        wanted = frame.role == "subject" and frame.left == group.subject[0] and group.verb.lemma == "require"
        wanted = wanted and number.unit in CURRENCY.values()  # "$1.4 billion is required to feed them"
        if paid or told or (cued(tk, number) and not wanted):
            return "rule"
    if frame.mode == "new" and kind in ("level", "share", "duration") and _sets(group) and _parameter(indicator):
        return "rule"  # "lowered the charge from 20 yuan to 5 yuan"
    if group.verb.lemma == "go" and frame.link in ("from", "to") and _limited(tk, group, indicator):
        return "rule"  # "the monthly deduction went from 1,000 yuan to 2,000 yuan"
    if frame.mode == "new" and kind in ("level", "share", "count", "duration") and _limited(tk, group, indicator):
        return "rule"
    return "achieved"


_FORESEES = frozenset(
    """forecast project predict anticipate envisage foresee plan propose pledge promise budget budgeted pencil
    penciled pencilled""".split()
)
# what a plan holds is there as soon as it is proposed: "the outline proposed seven indicators"
_LISTED = frozenset("indicators targets goals tasks missions chapters sections".split())
_CALLS = frozenset("call aim seek assume envision provide".split())
_ASKS = frozenset("ask call request urge press".split())
_ALLOWS = frozenset("grant allow permit entitle exempt".split())


def _limited(tk: Tokens, group: Group | None, indicator: str) -> bool:
    """Tell whether a limit is measured or is what the verb speaks of."""
    return heads(indicator, _LIMIT) or (group is not None and mentions(tk.words(*group.subject), _LIMIT))


def _is_promise(tk: Tokens, group: Group) -> bool:
    """Tell whether "shall" promises: "we shall", "by 2030, ... shall"."""
    return _dated(tk) or tk.words(*group.subject).lower().split()[-1:] in (["we"], ["i"])


def _dated(tk: Tokens) -> bool:
    """Tell whether a sentence names the year by which something is to be done."""
    return tk.w[:1] == ["by"] or any(a == "by" and len(b) == 4 and b.isdigit() for a, b in itertools.pairwise(tk.w))


def _parameter(indicator: str) -> bool:
    return heads(indicator, _PARAMETER) or heads(indicator, _INTEREST)


def _sets(group: Group | None) -> bool:
    """Tell whether a verb says that somebody moves a thing: raised, lowered, cut, was reduced."""
    return group is not None and (group.verb.role == "raise" or group.verb.lemma == "go")


def _modal(tk: Tokens, number: Number, group: Group, groups: list[Group], indicator: str) -> str:
    """Give the status under a modal verb: "should" aims, "must" rules, "can" rules where it grants something."""
    over = [g.i for g in groups if g.i <= group.i and tk.t[g.i] == "MOD"]
    word = tk.w[over[-1] if over and tk.w[group.i] not in ("have", "has") else group.i]
    if word == "must" and _dated(tk):
        return "target"  # "by 2030, the share must reach 80 percent"
    drifts = word == "may" and group.verb.role == "move" and not mentions(tk.words(*group.subject), _LIMIT)
    if drifts or word in ("should", "could", "might", "would"):
        return "target"
    if word in ("can", "cannot", "may"):
        verb = tk.words(group.i + 1, group.j).lower()
        lasting = number.unit in (*TIMES, *CURRENCY.values()) or tk.w[number.j - 1] in LENGTHS
        if word == "can" and number.approx == "at most" and lasting:
            return "rule"  # "a doctor can write one for up to 12 weeks"
        granted = any(verb.startswith(g) or group.verb.lemma == g for g in _GRANTS)
        if not granted and not mentions(f"{indicator} | {tk.words(*group.subject)}", _LIMIT):
            return "achieved" if word != "may" else "rule"
    return "rule"


def _tense(group: Group, groups: list[Group], tk: Tokens) -> str:
    """Give the tense that governs a group: infinitives and participles take that of the verb before them."""
    start = at = groups.index(group)
    if group.tense == "ing" and group.i > 1 and tk.t[group.i - 1] == "PREP" and tk.w[group.i - 2] in CALLS:
        return "fut"  # "the plan calls for cutting costs by 5 percent"
    joined = group.tense == "inf" and group.i > 0 and tk.w[group.i - 1] in ("and", ",")
    if joined and any(g.aims for g in groups[:at]):
        return "fut"  # "we aim to have half the fleet electrified and to cut emissions"
    while at >= 0:
        g = groups[at]
        if g.tense == "inf":
            at -= 1
            continue
        if at < start and group.tense == "inf" and g.verb.lemma in _EXPECTS and g.tense in ("pres", "perf"):
            return "fut"  # "we expect harvests to be larger"
        if at < start and (g.aims or (heads(tk.words(*g.subject), _AIM) and g.verb.lemma in ("", "be"))):
            return "fut"
        if at and at < start and group.tense == "inf" and groups[at - 1].verb.lemma in _EXPECTS and g.i == g.j - 1:
            at -= 1
            continue  # "harvests" in "we expect harvests to be larger" is no verb
        if g.tense == "pres":
            if at < start and group.tense == "ing" and g.verb.lemma in _EXPECTS and not group.relative:
                return "fut"  # "the projections foresee output rising by 2 percent"
            ruled = g.verb.lemma in ("set", "design") and tk.w[g.j : g.j + 1] == ["by"]
            if g.aims and (g.passive or g.verb.lemma in _WANTS) and g.verb.lemma != "estimate" and not ruled:
                return "fut"
            helped = at and groups[at - 1].verb.lemma in ("help", "see") and "," not in tk.w[groups[at - 1].j : g.i]
            sure = helped or groups[at - 1].verb.lemma in _SURE
            if at and (sure or tk.w[max(0, g.subject[0] - 2) : g.subject[0]] == ["so", "that"]):
                return _tense(groups[at - 1], groups, tk)
            return "pres"
        if at < start and g.verb.lemma in _EXPECTS and g.tense in ("ing", "perf"):
            return "fut"
        if g.tense != "ing":
            return g.tense
        at -= 1
    return "fut" if group.tense == "inf" else "none"


_EXPECTS = frozenset("expect forecast project predict anticipate foresee envisage want intend".split())


_SURE = frozenset(["ensure", "guarantee", "make"])


_GRANTS = [r["words"] for r in rows("cues") if r["cue"] == "grant"]
