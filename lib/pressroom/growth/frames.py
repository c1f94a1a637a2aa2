"""A number and the verb groups of its sentence in, its frame out: governing verb, link, movement and direction."""

from dataclasses import dataclass

from .approximate import BEFORE
from .comparison import (
    ADVERB,
    MOVES,
    NOUN,
    adverb_before,
    compared_direction,
    is_adjacent,
    noun_after,
    noun_before,
    phrasal_direction,
    turned_direction,
)
from .lexicon import phrase_before
from .numbers import Number
from .tokens import Tokens
from .verbgroups import HARD, Group

PASSED_OVER = frozenset(
    """between annual yearly combined estimated mere staggering cumulative the a an only just another further some still
    even about real nominal total record current present existing original""".split()
)
_SUMS = frozenset("factor total average maximum minimum sum range".split())
_OUTDOES = frozenset("smash break exceed surpass top beat outpace outstrip outperform lead".split())


_REACHES = frozenset("hit reach total top exceed surpass stand come".split())


_CROSSES = frozenset("rise climb fall drop slip dip decline sink edge go".split())


_PUSHED = frozenset(
    "improve recover advance strengthen deepen extend lengthen upgrade enhance push appreciate gain expand lift".split()
)
_HELPS = frozenset("help let make".split())
_EQUALS = frozenset("equivalent equal amounting adding".split())
# what gains or loses an amount of itself: "yields gained 23 kilograms", "the yuan lost 5%"
_GAINS = {"gain": "up", "lose": "down"}
_STAYS = frozenset("remain stay stabilize hover linger level plateau".split())


# verbs that mean something else with "up": make up, put up, set up, open up
_WITH_UP = frozenset(
    "make makes made making take takes took taken taking put puts putting set sets setting opened open opens build"
    " built gave free freed sign signed signs use used line lined clean cleaned dug drew".split()
)


@dataclass(slots=True, eq=False)
class Frame:
    """How a number stands in its clause.

    `role` is subject, object, apposition or elided; `link` the preposition before the number; `mode` is change
    (by how much), new (to what), old (from what), noun (an increase of), diff (higher than) or empty.
    """

    group: Group | None
    role: str
    link: str
    left: int
    mode: str = ""
    direction: str | None = None
    noun: str = ""


def frame_of(
    tk: Tokens, number: Number, groups: list[Group], mark: bytearray, last: "Frame | None", before: Number | None
) -> Frame:
    """Take a number, give its frame; `before` and `last` are the number before it in the sentence and its frame."""
    left = _left(tk, number)
    if last is not None and before is not None and _same_again(tk, before, number, left, mark):
        return Frame(last.group, last.role, last.link, last.left, last.mode, last.direction, last.noun)
    link = tk.w[left - 1] if left else ""
    group, role = _governor(tk, number, groups, mark, left)
    frame = Frame(group, role, link, left)
    _movement(tk, number, frame, groups, mark, last)
    if (
        link == "to"
        and not frame.mode
        and number.noun is None
        and last is not None
        and before is not None
        and last.mode in ("change", "noun")
    ):
        aside = tk.t[before.j : left - 1]
        acts = any(x[0] == "V" and tk.w[before.j + at] not in NOUN for at, x in enumerate(aside))
        if last.direction and len(aside) < 8 and _ENDS.isdisjoint(aside) and not acts:
            frame.mode, frame.direction = "new", last.direction  # "a 7 percent increase in trips to 710 million"
    return frame


_ENDS = frozenset("P REL CONJ BE HAVE MOD PRON".split())


def _same_again(tk: Tokens, before: Number, number: Number, left: int, mark: bytearray) -> bool:
    """Tell whether a number only goes on with a list or says the same again: "6.1 and 10 percent", "or 4 percent"."""
    rated = number.form == "per" or tk.w[number.j : number.j + 2] == ["for", "every"]
    if rated and before.form != "per":
        return False  # "839,000 base stations, or 24 for every 10,000 people"
    between = [tk.w[x] for x in range(before.j, left) if not mark[x] & 2]
    if not between:
        return False
    if between == [",", "which", "is"]:
        # "28.6 yuan per kilogram, which is 14.3 yuan per jin"
        return number.unit == before.unit and number.unit not in ("%", "items", "people", "times")
    if between in (
        ["that", "is", ","],
        [",", "that", "is", ","],
        [
            "(",
        ],
        [",", "or"],
        ["or"],
    ):
        return between[-1] != "or" or number.unit != before.unit or before.unit not in ("years",)
    if any(x not in (",", "and", "or", "year-on-year", "year", "on") for x in between):
        return False
    if number.noun is not None or (number.unit != before.unit) or number.form in ("multiplied",):
        return False
    if compared_direction(tk, number) or tk.w[number.j : number.j + 1] == ["of"]:
        return False
    return "and" in between or "or" in between or tk.w[number.j : number.j + 1] in ([","], ["and"], ["or"])


def _left(tk: Tokens, number: Number) -> int:
    """Step over approximators and articles before a number."""
    at = number.i
    for _ in range(4):
        hit = phrase_before(BEFORE, tk.w, at) if at else None
        if hit and tk.w[at - 1] == "to" and number.approx != "at most":
            hit = None  # "went up to 53 percent"
        if hit:
            at -= hit[0]
        elif at and tk.w[at - 1] in PASSED_OVER:
            at -= 1
        elif at > 1 and tk.w[at - 1] == "of" and tk.w[at - 2] in _SUMS:
            at -= 2  # "by a total of", "at an average of"
        else:
            break
    return at


def _governor(tk: Tokens, number: Number, groups: list[Group], mark: bytearray, left: int) -> tuple[Group | None, str]:
    before = [g for g in groups if g.i < number.i]
    helped = bool(before) and before[-1].j == left and before[-1].verb.lemma in _HELPS
    for group in groups:
        if group.tense not in ("ing", "inf") and group.subject[0] <= number.i and number.j <= group.subject[1]:
            if helped and tk.t[group.i] in ("Vbase", "Vany", "Vbare"):
                return before[-1], "object"  # "will help 10 million people get jobs"
            return group, "subject"
    if not before:
        after = [g for g in groups if g.i >= number.j and g.tense not in ("ing", "inf")]
        return (after[0] if after else None), "fragment"
    group = before[-1]
    if tk.w[left - 1] in ("by", "to", "from") and left and group.verb.role not in MOVES and len(before) > 1:
        # "we will cut the fees that small firms pay by half": the verb that moves is that before the aside
        told = tk.w[max(0, group.subject[0] - 1) : group.subject[0]] in (["that"], ["which"], ["who"])
        told = told or not {"that", "which", "who"}.isdisjoint(tk.w[group.subject[0] : group.subject[1]])
        told = told or (group.tense == "inf" and group.passive)  # "cut the sum required to be held by half a point"
        if (told or group.relative) and before[-2].verb.role in MOVES and "," not in tk.w[before[-2].j : left]:
            group = before[-2]
    if group.j > number.i:
        return group, "object"
    between = tk.w[group.j : left]
    commas = [group.j + x for x, word in enumerate(between) if word == "," or word in HARD]
    if not commas:
        joins = [group.j + x for x, word in enumerate(between) if word == "and"]
        return group, ("list" if joins and any(mark[x] & 1 for x in range(group.j, joins[-1])) else "object")
    return group, "apposition"


def _group_moves(group: Group | None) -> bool:
    return group is not None and group.verb.role in MOVES and group.verb.direction in ("up", "down")


def _movement(
    tk: Tokens, number: Number, frame: Frame, groups: list[Group], mark: bytearray, last: Frame | None
) -> None:
    w, _n = tk.w, tk.n
    group, link, left = frame.group, frame.link, frame.left
    if number.form in ("run", "rank"):
        return
    if number.form == "negative":
        frame.mode, frame.direction = "change", "down"
        return
    compared = compared_direction(tk, number)
    if compared:
        frame.mode, frame.direction = "diff", compared
        return
    noun = noun_after(tk, number)
    if noun:
        frame.mode, frame.direction, frame.noun = "noun", NOUN[noun] or None, noun
        return
    if link == "of":
        noun, direction = noun_before(tk, left - 1, number.unit in ("%", "times") or number.unit.endswith("points"))
        if noun:
            frame.mode, frame.noun = "noun", noun
            frame.direction = direction
            return
    if link in NOUN and number.unit == "%" and number.approx and w[number.j : number.j + 1] != ["of"]:
        frame.mode, frame.direction, frame.noun = "noun", NOUN[link] or None, link  # "wage growth above 3 percent"
        return
    if link == "at" and left > 2 and w[left - 2] == "," and w[left - 3] in NOUN:
        frame.mode, frame.direction, frame.noun = "noun", NOUN[w[left - 3]] or None, w[left - 3]  # "the fall, at 11%,"
        return
    if link == "at" and left > 4 and w[left - 2] == "," and frame.role in ("subject", "fragment", "apposition"):
        # "the drop in the first four months, at 28.9%"
        head = next((x for x in range(left - 3, max(-1, left - 14), -1) if w[x] in NOUN or tk.k[x] == "P"), -1)
        if head >= 0 and w[head] in NOUN and number.unit == "%":
            frame.mode, frame.direction, frame.noun = "noun", NOUN[w[head]] or None, w[head]
            return
    if link == "at" and left == 1 and group is not None and frame.role == "fragment":
        frame.mode, frame.direction = "new", phrasal_direction(tk, group, mark) or None
        return
    reaches = group is not None and group.tense == "inf" and frame.role == "object" and group.verb.lemma in _REACHES
    if reaches and last is not None and last.mode in ("change", "new") and last.group is not group:
        frame.mode, frame.direction = "new", last.direction  # "rose 15.4 percent to hit 1.37 trillion yuan"
        return
    if link == "plus" and number.unit == "%":
        frame.mode, frame.direction = "change", "up"
        return
    if link == "to" and left > 1 and w[left - 2] in _EQUALS:
        return  # "(equivalent to US$45 billion)"
    if link == "than" and left > 1 and w[left - 2] in ("faster", "slower") and _group_moves(group):
        frame.mode, frame.direction = "change", group.verb.direction if group else None
        return  # "grew faster than 6 percent"
    if link in ("by", "to", "from", "at") or (link in ADVERB and left):
        near = group if frame.role in ("object", "apposition", "list") else None
        adverb = adverb_before(tk, left, group)
        if link in ADVERB and not (left > 1 and tk.w[left - 2] in _WITH_UP):
            frame.mode, frame.direction = "change", ADVERB[link]
            return
        if link == "from" and adverb:
            frame.mode = "old"
            return
        if link in ("by", "to", "at") and adverb:
            frame.mode, frame.direction = ("change" if link == "by" else "new"), adverb
            return
        carried = last is not None and last.direction and last.mode in ("change", "noun", "diff")
        if link == "to" and carried and last is not None and near is not None and near.verb.lemma in ("bring", "take"):
            frame.mode, frame.direction = "new", last.direction  # "raised by 5 yuan, bringing it to 99 yuan"
            return
        if link == "by" and _group_moves(near):
            frame.mode, frame.direction = "change", near.verb.direction if near else None
            return
        if link == "by" and group is not None and group.verb.lemma in _OUTDOES and frame.role == "object":
            frame.mode, frame.direction = "diff", "up"
            return
        if link == "by":
            noun, direction = noun_before(tk, left - 1, number.unit in ("%", "times") or number.unit.endswith("points"))
            if noun:
                frame.mode, frame.direction, frame.noun = "change", direction, noun
            elif last is not None and last.direction:
                frame.mode, frame.direction = "change", last.direction
            elif number.unit in ("%", "percentage points", "basis points"):
                done = group is not None and group.passive and w[number.j : number.j + 1] == ["of"]
                frame.mode = "" if done else "change"  # "completed by 96 percent of each cohort"
            return
        if link == "to" and near is not None and near.verb.lemma == "add":
            return  # "adds up to"
        if link == "to" and near is not None and (_group_moves(near) or phrasal_direction(tk, near, mark)):
            frame.mode = "new"
            frame.direction = phrasal_direction(tk, near, mark) or near.verb.direction  # "edged down 3 percent to"
            return
        if (
            link == "from"
            and near is not None
            and (_group_moves(near) or phrasal_direction(tk, near, mark) or near.verb.role == "do")
        ):
            frame.mode = "old" if "to" in w[number.j : number.j + 14] or _group_moves(near) else ""
            return
        loose = frame.role != "object" or (group is not None and group.verb.lemma in ("", "be"))
        if link in ("from", "to") and loose and last is not None and last.mode in ("new", "old", "change", "diff"):
            frame.mode, frame.direction = (
                ("old", None) if link == "from" else ("new", last.direction or _towards(groups))
            )
            return
        if link == "at" and _group_moves(near) and number.unit == "%":
            frame.mode, frame.direction = "change", near.verb.direction if near else None
            return
    if group is not None and frame.role == "object" and is_adjacent(tk, group, left, mark):
        crossed = {"above", "below"}.intersection(w[group.j : number.i])
        if crossed and group.verb.lemma in _CROSSES and number.unit != "percentage points":
            frame.mode, frame.direction = "new", group.verb.direction or phrasal_direction(tk, group, mark) or None
            return  # "fell below 95 percent"
        if tk.w[number.i - 1] == "the" and number.unit not in ("%", "percentage points"):
            return
        bare = number.noun is None and w[number.j : number.j + 1] != ["of"] and number.unit not in ("items", "people")
        bare = bare and (group.verb.lemma == "gain" or number.unit == "%")  # "farms lose 200 yuan a pig" is an amount
        if group.verb.lemma in _GAINS and bare and not group.passive and tk.t[group.subject[0]] != "PRON":
            frame.mode, frame.direction = "change", _GAINS[group.verb.lemma]
            return
        if group.verb.lemma in _PUSHED and number.unit not in ("%", "times", "percentage points", "basis points"):
            return
        if _group_moves(group) and not (group.passive and group.verb.lemma == "add"):
            frame.mode, frame.direction = "change", group.verb.direction
            return
        phrasal = phrasal_direction(tk, group, mark) if group.j < left else ""  # not "the fine is up to 50,000 yuan"
        if phrasal:
            frame.mode, frame.direction = "change", phrasal
            return
    added = group is not None and group.passive and group.verb.lemma == "add" and frame.role == "subject"
    fresh = number.noun is not None and "new" in w[number.noun[0] : number.noun[1]]
    if added and number.unit != "%" and not fresh:
        frame.mode, frame.direction = "change", "up"  # "839,000 base stations were added"
        return
    if (
        number.unit == "percentage points"
        and group is not None
        and group.verb.lemma == "contribute"
        and frame.role == "object"
    ):
        frame.direction = "up"  # a contribution to growth in points
        return
    turn = turned_direction(tk, number)
    if turn:
        frame.mode, frame.direction = frame.mode or "new", turn
        return
    if group is not None and group.verb.role == "hold" and frame.role == "object" and number.approx in (None, "about"):
        still = link == "at" or (
            group.verb.lemma in _STAYS and number.unit not in ("hours", "days") and left == group.j
        )
        if still and not any(w[x] in ("above", "below", "over", "under", "within") for x in range(group.j, left)):
            frame.direction = "flat"
        return
    if number.form in ("multiplied", "halved"):
        frame.mode, frame.direction = "change", "up" if number.form == "multiplied" else "down"
    elif number.form == "multiply":
        before = w[left - 1] if left else ""
        up = before in ("to", "will", "would", "can", "could") or tk.t[number.i] == "Ving"
        frame.mode, frame.direction = ("change", "up") if up else ("", None)
    elif number.form == "halved":
        frame.mode, frame.direction = "change", "down"
    elif number.form == "fold" and _group_moves(group):
        frame.mode, frame.direction = "change", group.verb.direction if group else None
    elif number.form == "fraction" and link == "in" and group is not None and group.verb.direction == "down":
        frame.mode, frame.direction = "change", "down"


def _towards(groups: list[Group]) -> str | None:
    return next((g.verb.direction for g in groups if g.verb.role in MOVES and g.verb.direction), None)
