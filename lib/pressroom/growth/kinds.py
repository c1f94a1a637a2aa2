"""A number in its frame in, its kind of claim and the unit of a bare one out."""

from functools import lru_cache

from .frames import Frame
from .lexicon import Phrases, nouns, phrase_before, phrase_in, phrases, rows
from .numbers import Number
from .outlook import set_against
from .tokens import Tokens
from .units import TIMES
from .verbgroups import Group

_GROWTH, _INTEREST, _SHARE = nouns("growth"), nouns("interest"), nouns("share")


_POLICY, _INDEX, _RATIO, _AGE = nouns("policy"), nouns("index"), nouns("ratio"), nouns("age")


_AIM = nouns("target")


_INCREMENTS = frozenset("increase increment rise decrease decline drop growth gain addition reduction fall".split())


LENGTHS = frozenset("weeks week quarters quarter minutes minute seconds second fortnights".split())


_COUNTED_UNITS = frozenset("teu teus containers".split())


_POINTS = ("percentage points", "basis points")


_CHARGES = frozenset("charge lend levy tax refund reimburse subsidize fine deduct impose accrue yield pay".split())


def heads(text: str, table: Phrases) -> bool:
    """Tell whether the head of a phrase, the noun before its first preposition, belongs to a class.

    Examples
    --------
    >>> heads("unemployment rate of young people", _SHARE), heads("people with a rate", _SHARE)
    (True, False)
    """
    words = _head(text)
    return phrase_before(table, words, len(words)) is not None


@lru_cache(maxsize=256)  # the phrases of one sentence are asked about again and again
def _head(text: str) -> tuple[str, ...]:
    """Give the words of a phrase up to its head: "unemployment rate" of "unemployment rate of young people"."""
    words = text.lower().replace(",", "").replace("'s", "").split()
    for x in range(1, len(words)):
        many = words[x].endswith(("ed", "living", "working")) and words[x - 1].endswith(("s", "population", "people"))
        if words[x] in _HEAD_STOPS or words[x][0] == "(" or many:
            return _within(words, x)
    return tuple(words)


def _within(words: list[str], x: int) -> tuple[str, ...]:
    """Give the head that ends at a place, or what it is the level of: "the appropriate level of the policy rate"."""
    if words[x] == "of" and words[x - 1] in _LEVELS and x + 1 < len(words):
        return _head(" ".join(words[x + 1 :]))
    return tuple(words[:x])


_LEVELS = frozenset("level levels range midpoint path".split())
_HEAD_END = frozenset(
    "of for in on at by to from with among between across that which who per against as under".split()
)
_HEAD_STOPS = _HEAD_END | {"set", "made", "held"}


def mentions(text: str, table: Phrases) -> bool:
    """Tell whether a phrase holds a noun of a class anywhere."""
    words = _words(text)
    return not table.keys().isdisjoint(words) and any(phrase_before(table, words, x + 1) for x in range(len(words)))


_CLASSED = frozenset(
    "revenue revenues income receipts collection burden payers payer authorities system reform office cuts".split()
)


def names(text: str, table: Phrases) -> bool:
    """Tell whether a phrase speaks of a noun of a class for itself: not of "tax" in "tax revenues"."""
    words = _words(text)
    hit = [x for x in range(len(words)) if phrase_before(table, words, x + 1)]
    return any(x + 1 == len(words) or words[x + 1] not in _CLASSED for x in hit)


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().replace(",", "").split())


def fix_unit(tk: Tokens, number: Number, indicator: str, subject: str, previous: Number | None) -> None:
    """Give a bare number the unit of what it measures: an index, an age, a ratio, "down from 45" days."""
    if number.unit not in ("items", "points"):
        return
    about = f"{subject} | {indicator}"
    index = mentions(about, _INDEX)
    against = set_against(tk, number.i) or tk.w[max(0, number.i - 2) : number.i] in (["up", "from"], ["down", "from"])
    against = against and (
        number.j >= tk.n or tk.k[number.j] == "P" or tk.t[number.j] in ("PREP", "ADV", "REL", "CONJ")
    )
    alike = number.unit == "items" and number.noun is None and number.form == "plain"
    if previous is not None and against and alike and previous.unit not in ("items", "rank", "%", *_POINTS):
        number.unit = previous.unit  # "3,000 yuan instead of 2,000"
        return
    lasts = previous is not None and previous.unit in TIMES and tk.w[number.i - 1] in ("take", "takes", "took", "lasts")
    if lasts and previous is not None and alike and (number.j >= tk.n or tk.k[number.j] == "P"):
        number.unit = previous.unit  # "it used to take 20 days; now it takes 3"
        return
    if alike and tk.w[max(0, number.i - 2) : number.i] == ["factor", "of"]:
        number.unit = "times"
        return
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
    if unit in TIMES or (unit == "items" and number.noun is None and tk.w[number.j - 1] in LENGTHS):
        if mentions(f"{subject} {indicator}", _AGE) or heads(subject, _AGE):
            return "increment" if mode in ("change", "diff") else "level"
        if frame.link == "on" and unit == "days":
            return "count"  # "peak load hit new highs on four days"
        moved = mode == "diff" or (mode == "change" and frame.link in ("by", "up", "down"))
        return "increment" if moved else "duration"
    if unit == "%":
        return _percent(tk, number, frame, indicator, subject)
    if form == "per":
        rated = heads(subject, _SHARE) or "rate" in subject.lower() or "mortality" in f"{subject} {indicator}".lower()
        return "other" if rated else "count"
    if mode in ("change", "diff", "noun"):
        return "increment"
    states = _is_be(frame) or (frame.group is not None and frame.group.verb.role in ("level", "hold", "move"))
    if (
        states
        and heads(subject, _GROWTH)
        and frame.role != "subject"
        and _INCREMENTS.intersection(subject.lower().split()[:3])
    ):
        return "increment"
    if unit == "items" and form == "measured" and tk.w[number.j - 1] not in _COUNTED_UNITS:
        return "level"  # miles, litres, degrees
    if unit in ("items", "people", "households"):
        if number.noun and phrase_before(_POLICY, tk.w, number.noun[1]):
            return "policy_count"
        means = frame.group is not None and frame.group.tense == "inf"  # "plans to have 100 by then"
        means = means or (frame.role == "object" and frame.group is not None and frame.group.verb.lemma in _REACHES)
        if number.noun is None and not means and mentions(indicator, _POLICY) and heads(indicator, _POLICY):
            return "policy_count"
        return "count"
    return "level"


def _is_be(frame: Frame) -> bool:
    return frame.group is None or frame.group.verb.lemma in ("", "be")


def _percent(tk: Tokens, number: Number, frame: Frame, indicator: str, subject: str) -> str:
    mode = frame.mode
    if number.form in ("halved", "digits", "negative"):
        return "growth_rate"
    moves = mode == "change" and frame.group is not None and frame.group.verb.role == "move"
    if moves and frame.group is not None and number.i == frame.group.j and tk.w[number.j : number.j + 1] == ["of"]:
        frame.mode, frame.direction = "", None
        return "share"  # "the plant recovered 94% of the lithium": what moves up moves by no part of a whole
    if mode in ("change", "diff", "noun"):
        return "growth_rate"
    if mode in ("new", "old"):
        if heads(subject, _GROWTH) or (heads(indicator, _AIM) and mentions(indicator, _GROWTH)):
            return "growth_rate"
        return "level" if heads(subject, _INTEREST) or heads(indicator, _INTEREST) else "share"
    if heads(subject, _GROWTH) or heads(indicator, _GROWTH):
        return "growth_rate"
    aimed = heads(indicator, _AIM) or phrase_in(_GOAL_AT, tk.w[number.j : number.j + 2])
    if aimed and phrase_in(_RATES, tk.w[max(0, number.i - 12) : number.j + 3]):
        return "growth_rate"  # "returning inflation to our 2 percent goal"
    if number.value == 0 and not heads(subject, _INTEREST) and not heads(subject, _SHARE):
        return "growth_rate"
    paid = frame.group is not None and frame.group.verb.lemma == "pay"
    whole = paid and tk.w[number.j : number.j + 1] == ["of"]  # "paid on time at 99 percent of the sites"
    if frame.role == "object" and frame.group is not None and charged(tk, number, frame.group) and not whole:
        return "level"
    if frame.group is not None and frame.group.verb.lemma == "yield" and frame.role == "object":
        return "level"  # "the bond yielded 2.04 percent"
    if frame.link == "at" and frame.left > 1 and tk.w[frame.left - 2] in _PRICED:
        return "level"  # "1.2 billion yuan at 2 percent", "pay income tax at 5 percent"
    lent = frame.group is not None and frame.group.verb.lemma in _LENDS
    if lent and frame.link == "of" and "rate" in tk.w[max(0, frame.left - 3) : frame.left]:
        return "level"  # "may borrow at a rate of no more than 3.5 percent"
    near = tk.w[number.j : number.j + 5]
    near = near[: next((x for x, word in enumerate(near) if word in _HEAD_END or word == ","), 5)]
    priced = heads(subject, _INTEREST) or heads(indicator, _INTEREST) or phrase_in(_INTEREST_AT, near)
    words = subject.lower().split() or indicator.lower().split()
    rate = next((x for x, word in enumerate(words) if word in ("rate", "rates")), len(words))
    priced = priced or not _LOANS.isdisjoint(words[rate:])
    if priced and tk.w[number.j : number.j + 1] != ["of"]:
        return "level"
    return "share"


_REACHES = frozenset("cover benefit serve help support attract".split())
_GOAL_AT = phrases((word, "goal") for word in ("goal", "target", "objective"))
_RATES = phrases((word, "rate") for word in ("inflation", "growth", "CPI", "economy", "GDP"))
_INTEREST_AT = phrases((r["word"], "interest") for r in rows("nouns") if r["class"] == "interest")


_LOANS = frozenset("loan loans deposit deposits bond bonds mortgage mortgages lending borrowing".split())
_LENDS = frozenset("borrow lend charge levy tax pay offer issue".split())
_PRICED = frozenset(
    "yuan dollars euros yen pounds tax taxes duty duties tariff tariffs interest levy loans bonds".split()
)


def charged(tk: Tokens, number: Number, group: Group) -> bool:
    """Tell whether a number is the rate something is charged or lent at: "will be lent at no more than 2 percent"."""
    priced = tk.w[group.j : group.j + 1] == ["at"] or "at" in tk.w[max(group.j, number.i - 4) : number.i]
    return group.verb.lemma in _CHARGES and group.j <= number.i and priced
