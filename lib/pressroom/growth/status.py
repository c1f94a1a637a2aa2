"""A number in its frame in, its kind of claim and its status out."""

from .frames import Frame
from .lexicon import nouns, phrase_at, phrase_before, phrases, rows
from .numbers import Number
from .outlook import cued, goal_before, in_a_projection, promised, set_against
from .tokens import Tokens
from .units import CURRENCY, TIMES
from .verbgroups import Group

_GROWTH, _INTEREST, _SHARE = nouns("growth"), nouns("interest"), nouns("share")


_POLICY, _INDEX, _RATIO, _AGE = nouns("policy"), nouns("index"), nouns("ratio"), nouns("age")


_LIMIT, _PARAMETER, _AIM = nouns("limit"), nouns("parameter"), nouns("target")


_INCREMENTS = frozenset("increase increment rise decrease decline drop growth gain addition reduction fall".split())


_LENGTHS = frozenset("weeks week quarters quarter minutes minute seconds second fortnights".split())


_COUNTED_UNITS = frozenset("teu teus containers".split())


_POINTS = ("percentage points", "basis points")


def heads(text: str, table: dict[str, list[tuple[tuple[str, ...], str]]]) -> bool:
    """Tell whether the head of a phrase, the noun before its first preposition, belongs to a class.

    Examples
    --------
    >>> heads("unemployment rate of young people", _SHARE), heads("people with a rate", _SHARE)
    (True, False)
    """
    words = text.lower().replace(",", "").replace("'s", "").split()
    for x in range(1, len(words) + 1):
        if (
            x == len(words)
            or words[x] in _HEAD_END
            or words[x] in ("set", "set by", "made", "held")
            or (words[x].endswith("ed") and words[x - 1].endswith("s"))
        ):
            return phrase_before(table, words, x) is not None
    return False


_HEAD_END = frozenset(
    "of for in on at by to from with among between across that which who per against as under".split()
)


def mentions(text: str, table: dict[str, list[tuple[tuple[str, ...], str]]]) -> bool:
    """Tell whether a phrase holds a noun of a class anywhere."""
    words = text.lower().replace(",", "").split()
    return any(phrase_before(table, words, x + 1) for x in range(len(words)))


def fix_unit(tk: Tokens, number: Number, indicator: str, subject: str, previous: Number | None) -> None:
    """Give a bare number the unit of what it measures: an index, an age, a ratio, "down from 45" days."""
    about = f"{subject} | {indicator}"
    index = mentions(about, _INDEX)
    if number.unit == "points":
        number.unit = (
            "index points" if index or "satisfaction" in about.lower() or "scored" in tk.w else "percentage points"
        )
        return
    bare = number.unit == "items" and number.noun is None and number.scaled == 1 and number.form == "plain"
    if not bare or number.value is None:
        return
    named = indicator.lower().split()[:1] == ["ratio"] or subject.lower().split()[:2] in (["the", "ratio"], ["ratio"])
    if named or heads(indicator, _RATIO) or heads(subject, _RATIO):
        number.unit = "times"
    elif index and not mentions(about, _PEOPLEISH):
        number.unit = "index points"
    elif mentions(about, _AGE) and number.value < 130:
        number.unit = "years"
    elif (
        previous is not None
        and previous.unit in (*TIMES, "%", *_POINTS)
        and tk.w[max(0, number.i - 2) : number.i] in (["down", "from"], ["up", "from"])
    ):
        number.unit = previous.unit


_PEOPLEISH = nouns("households")


def kind_of(tk: Tokens, number: Number, frame: Frame, indicator: str, subject: str) -> str:
    """Give the kind of claim a number makes."""
    unit, form, mode = number.unit, number.form, frame.mode
    if unit in _POINTS:
        return "pp_change"
    if form == "rank":
        return "rank"
    if form == "run":
        return "duration"
    if unit == "times":
        return "multiple"
    if unit in TIMES or (unit == "items" and number.noun is None and tk.w[number.j - 1] in _LENGTHS):
        if mentions(f"{subject} {indicator}", _AGE) or heads(subject, _AGE):
            return "increment" if mode in ("change", "diff") else "level"
        moved = mode == "diff" or (mode == "change" and frame.link in ("by", "up", "down"))
        return "increment" if moved else "duration"
    if unit == "%":
        return _percent(tk, number, frame, indicator, subject)
    if form == "per":
        rated = heads(subject, _SHARE) or "rate" in subject.lower() or "mortality" in f"{subject} {indicator}".lower()
        return "other" if rated else "count"
    if mode in ("change", "diff", "noun"):
        return "increment"
    if heads(subject, _GROWTH) and frame.role != "subject" and _INCREMENTS.intersection(subject.lower().split()[:3]):
        return "increment"
    if unit == "items" and form == "measured" and tk.w[number.j - 1] not in _COUNTED_UNITS:
        return "level"  # miles, litres, degrees
    if unit in ("items", "people", "households"):
        if number.noun and phrase_before(_POLICY, tk.w, number.noun[1]):
            return "policy_count"
        if number.noun is None and mentions(indicator, _POLICY) and heads(indicator, _POLICY):
            return "policy_count"
        return "count"
    return "level"


def _percent(tk: Tokens, number: Number, frame: Frame, indicator: str, subject: str) -> str:
    mode = frame.mode
    if number.form in ("halved", "digits", "negative"):
        return "growth_rate"
    if mode in ("change", "diff", "noun"):
        return "growth_rate"
    if mode in ("new", "old"):
        if heads(subject, _GROWTH) or (heads(indicator, _AIM) and mentions(indicator, _GROWTH)):
            return "growth_rate"
        return "level" if heads(subject, _INTEREST) or heads(indicator, _INTEREST) else "share"
    if heads(subject, _GROWTH) or heads(indicator, _GROWTH):
        return "growth_rate"
    if number.value == 0 and not heads(subject, _INTEREST) and not heads(subject, _SHARE):
        return "growth_rate"
    if frame.role == "object" and frame.group is not None and _charged(tk, number, frame.group):
        return "level"
    near = tk.w[number.j : number.j + 5]
    near = near[: next((x for x, word in enumerate(near) if word in _HEAD_END or word == ","), 5)]
    priced = (
        heads(subject, _INTEREST)
        or heads(indicator, _INTEREST)
        or any(phrase_at(_INTEREST_AT, near, x) for x in range(len(near)))
    )
    words = subject.split() or indicator.split()
    priced = priced or (
        "rate" in words
        and not {"loans", "loan", "deposits", "bonds", "mortgages"}.isdisjoint(words[words.index("rate") :])
    )
    if priced and tk.w[number.j : number.j + 1] != ["of"]:
        return "level"
    return "share"


_INTEREST_AT = phrases((r["word"], "interest") for r in rows("nouns") if r["class"] == "interest")


_WANTS = frozenset("want target expect forecast project pledge propose seek envisage anticipate plan aim".split())


_PAYS = frozenset("pay receive get enjoy charge levy deduct refund reimburse".split())


def status_of(
    tk: Tokens, number: Number, frame: Frame, groups: list[Group], indicator: str, kind: str, before: str | None
) -> str:
    """Give whether a number is achieved, a target or a parameter of a rule; `before` is the status of the last one."""
    group, w = frame.group, tk.w
    limited = heads(indicator, _LIMIT) or (group is not None and mentions(tk.words(*group.subject), _LIMIT))
    against = set_against(tk, frame.left)
    if against and not goal_before(tk, number, frame):
        return "rule" if before == "rule" else "achieved"
    aside = frame.role == "subject" or (frame.role == "fragment" and number.i > 2)
    if frame.link == "at" and aside and w[frame.left - 2 : frame.left - 1] == [","]:
        return "achieved"  # "stocks, at 42 million head, will ..."
    if frame.mode == "old":
        limited = limited or (before is None and _sets(group) and _parameter(indicator))
        return "rule" if limited or before == "rule" else "achieved"
    if frame.link != "by" and goal_before(tk, number, frame):
        return "target"
    if promised(tk, number):
        return "target"
    planned = group is not None and group.verb.lemma in _FORESEES and group.i < number.i and frame.role != "subject"
    if planned and group is not None and not (group.passive and tk.t[group.i] == "Vboth"):
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
        return "rule" if cued(tk, number) or (limited and before == "rule") else "achieved"
    tense = _tense(group, groups, tk)
    if frame.role == "subject" and group.verb.lemma in _WANTS and not group.passive and tense == "fut":
        tense = "pres"  # "nine out of ten firms expect"
    if tense == "fut":
        charged = _charged(tk, number, group)
        return "rule" if group.verb.lemma == "cap" or charged else "target"
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
    if tense == "modal":
        return _modal(tk, number, group, indicator)
    if group.verb.lemma in ("cap", "limit"):
        return "rule"
    if group.verb.lemma in ("set", "fix", "budget") and frame.link == "at" and tense in ("pres", "perf"):
        return "rule" if limited else "target"  # "the deficit has been set at 5.66 trillion yuan"
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
        paid = paid and frame.role != "subject"
        paid = paid or (group.verb.lemma in _ALLOWS and tense == "pres" and frame.role != "subject")
        text = f"{indicator} | {subject}"
        counts = frame.role in ("subject", "fragment") and frame.link != "of"
        counts = counts and number.unit in ("items", "people", "households", "%")
        told = (mentions(text, _LIMIT) or mentions(text, _PARAMETER)) and not counts
        if paid or told or cued(tk, number):
            return "rule"
    if frame.mode == "new" and kind in ("level", "share", "duration") and _sets(group) and _parameter(indicator):
        return "rule"  # "lowered the charge from 20 yuan to 5 yuan"
    if frame.mode == "new" and kind in ("level", "share", "count", "duration") and limited:
        return "rule"
    return "achieved"


_FORESEES = frozenset(
    """forecast project predict anticipate envisage foresee plan propose pledge promise budget budgeted pencil
    penciled pencilled""".split()
)
_CALLS = frozenset("call aim seek assume envision provide".split())
_ASKS = frozenset("ask call request urge press".split())
_CHARGES = frozenset("charge lend levy tax refund reimburse subsidize fine deduct impose".split())
_ALLOWS = frozenset("grant allow permit entitle exempt".split())


def _charged(tk: Tokens, number: Number, group: Group) -> bool:
    """Tell whether a number is the rate something is charged or lent at: "will be lent at no more than 2 percent"."""
    return group.verb.lemma in _CHARGES and group.j <= number.i and tk.w[group.j : group.j + 1] == ["at"]


def _parameter(indicator: str) -> bool:
    return heads(indicator, _PARAMETER) or heads(indicator, _INTEREST)


def _sets(group: Group | None) -> bool:
    """Tell whether a verb says that somebody moves a thing: raised, lowered, cut, was reduced."""
    return group is not None and group.verb.role == "raise"


def _modal(tk: Tokens, number: Number, group: Group, indicator: str) -> str:
    """Give the status under a modal verb: "should" aims, "must" rules, "can" rules where it grants something."""
    word = tk.w[group.i]
    drifts = word == "may" and group.verb.role == "move" and not mentions(tk.words(*group.subject), _LIMIT)
    if drifts or word in ("should", "could", "might", "would"):
        return "target"
    if word in ("can", "cannot", "may"):
        verb = tk.words(group.i + 1, group.j).lower()
        lasting = number.unit in (*TIMES, *CURRENCY.values()) or tk.w[number.j - 1] in _LENGTHS
        if word == "can" and number.approx == "at most" and lasting:
            return "rule"  # "a doctor can write one for up to 12 weeks"
        granted = any(verb.startswith(g) or group.verb.lemma == g for g in _GRANTS)
        if not granted and not mentions(f"{indicator} | {tk.words(*group.subject)}", _LIMIT):
            return "achieved" if word != "may" else "rule"
    return "rule"


def _tense(group: Group, groups: list[Group], tk: Tokens) -> str:
    """Give the tense that governs a group: infinitives and participles take that of the verb before them."""
    start = at = groups.index(group)
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
            ruled = g.verb.lemma in ("set", "design") and tk.w[g.j : g.j + 1] == ["by"]
            if g.aims and (g.passive or g.verb.lemma in _WANTS) and g.verb.lemma != "estimate" and not ruled:
                return "fut"
            if at and (
                tk.w[max(0, g.subject[0] - 2) : g.subject[0]] == ["so", "that"] or groups[at - 1].verb.lemma in _SURE
            ):
                return _tense(groups[at - 1], groups, tk)
            return "pres"
        if g.tense != "ing":
            return g.tense
        at -= 1
    return "fut" if group.tense == "inf" else "none"


_EXPECTS = frozenset("expect forecast project predict anticipate want intend".split())


_SURE = frozenset(["ensure", "guarantee", "make"])


_GRANTS = [r["words"] for r in rows("cues") if r["cue"] == "grant"]
