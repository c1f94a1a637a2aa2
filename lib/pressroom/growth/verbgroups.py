"""Tokens in, verb groups out: main verb, tense, voice; where a word can be a noun, its neighbours decide."""

from dataclasses import dataclass

from .lexicon import Verb, cues, verbs
from .tokens import Tokens

HARD = frozenset([";", ":", "(", ")", "\u2014", ".", "?", "!", "\u2026"])
SOFT = frozenset([","])
AIMS = cues("aim")
AUXILIARY = frozenset(["BE", "HAVE", "MOD", "DO"])
OPENS = AUXILIARY | {"Vbase", "Vs", "Vpast", "Vpart", "Vboth", "Ving", "Vany", "Vbare"}
PASSED_OVER = frozenset("not also still n't all both each".split()) | {"never"}
_OBJECT = frozenset(["NUM", "DET", "PREP", "PRON", "ADV", "C", "X"])
_BY = frozenset("by to from at up down more over nearly about around almost some between".split())


@dataclass(slots=True, eq=False)
class Group:
    """A verb group: its tokens, what its main verb is, its tense and its subject.

    `tense` is past, pres, perf, fut, modal, inf or ing; `subject` is the span of tokens before it, empty where
    it shares the subject of the group before (`shares`) or stands in for another noun (`relative`).
    """

    i: int
    j: int
    head: int
    verb: Verb
    tense: str
    passive: bool
    subject: tuple[int, int] = (0, 0)
    shares: bool = False
    relative: bool = False
    aims: bool = False


CALLS = frozenset("call calls called aim aims aimed goal target objective".split())  # "calls for cutting costs by"
_PARTS = frozenset("third thirds half quarter quarters fifth fifths tenth".split())
_PLURAL = ("s", "people", "men", "children", "yuan", "staff", "police", "percent", "cent", "%")
_PLAIN = Verb("", "do", "", "base", False)


def group_at(tk: Tokens, i: int, mark: bytearray, found: list[Group]) -> Group | None:
    """Take a place among the tokens, give the verb group that opens there; `found` are those before it."""
    tag = tk.t[i]
    if tag in AUXILIARY:
        if tk.w[i] == "is" and i and tk.w[i - 1] == "that" and tk.w[i + 1 : i + 2] == [","]:
            return None  # "that is, ten days" says it again
        return _with_auxiliary(tk, i, mark)
    if tk.w[i] == "to" and i + 1 < tk.n:
        group = _infinitive(tk, i, mark)
        if group is not None and tk.w[group.head] == "have" and tk.t[group.j : group.j + 1] in (["Vboth"], ["Vpart"]):
            # "seem to have doubled" speaks of what is done
            aims = bool(found) and found[-1].aims
            tense = "inf" if aims or (found and found[-1].verb.lemma in AIMS) else "perf"
            return Group(i, group.j + 1, group.j, _verb(tk, group.j), tense, False)
        return group
    if tag[0] == "V":
        return _simple(tk, i, found, mark)
    return None


def _verb(tk: Tokens, i: int) -> Verb:
    known = verbs().get(tk.w[i])
    if known is not None:
        return known
    return Verb(tk.w[i], "do", "", tk.t[i][1:], False)


def _with_auxiliary(tk: Tokens, i: int, mark: bytearray) -> Group:
    """Read a group that opens with an auxiliary: "has more than doubled", "is expected to reach"."""
    t, w, n = tk.t, tk.w, tk.n
    tense = {"BE": "pres", "HAVE": "pres", "MOD": "modal", "DO": "pres"}[t[i]]
    if w[i] in ("was", "were", "had", "did"):
        tense = "past"
    if w[i] in ("will", "shall", "would", "won't") or w[i].endswith("'ll"):
        tense = "fut"
    head, verb, be, aims, passive, j = i, _PLAIN, t[i] == "BE", False, False, i + 1
    have = t[i] == "HAVE"
    last = i
    while j < n and not (mark[j] & 2 and w[j] not in ("now", "currently", "already")):
        tag = t[j]
        if tag in ("BE", "HAVE") and (tag == "BE" or not have):
            if have and tag == "BE":
                tense = "perf" if tense in ("pres", "perf") else tense
            be = be or tag == "BE"
            have = have or tag == "HAVE"
        elif tag[0] == "V" and not mark[j] & 1:
            form = tag[1:]
            if form in ("both", "part", "any", "past", "bare") and (be or have):
                if not be and have:
                    tense = "perf" if tense in ("pres", "perf") else tense
                passive = be
                head, verb = j, _verb(tk, j)
                aims = aims or verb.lemma in AIMS
                last, j = j, j + 1
                j2 = _to_verb(tk, j, mark)
                if j2 is None:
                    break
                head, verb, passive = j2, _verb(tk, j2), t[j2] == "BE"
                if t[j2] == "BE" and j2 + 1 < n and t[j2 + 1] in ("Vboth", "Vpart", "Vany", "Vbare"):
                    head, verb = j2 + 1, _verb(tk, j2 + 1)
                last = head
                tense = "fut" if aims else tense
                break
            if (form == "ing" and be) or (
                (tense in ("modal", "fut") or t[i] == "DO") and form in ("base", "any", "bare")
            ):
                head, verb, last = j, _verb(tk, j), j
                aims = aims or verb.lemma in AIMS
                if verb.lemma == "go" and form == "ing":
                    aims = True
                j2 = _to_verb(tk, j + 1, mark)
                if j2 is not None:
                    head, verb, last = j2, _verb(tk, j2), j2
                    tense = "fut" if aims else tense
                break
            break
        elif w[j] == "to" and be and j == last + 1 and _to_verb(tk, j, mark) is not None:
            # "is to fall": a plan
            head = last = _to_verb(tk, j, mark) or j
            verb, tense = _verb(tk, head), "fut"
            if t[head] == "BE" and head + 1 < n and t[head + 1] in ("Vboth", "Vpart", "Vany", "Vbare"):
                head = last = head + 1
                verb, passive = _verb(tk, head), True
            break
        elif w[j] == "to" and j == i + 1 and w[i] in ("have", "has") and _to_verb(tk, j, mark) is not None:
            head = last = _to_verb(tk, j, mark) or j
            verb, tense = _verb(tk, head), "modal"  # "seats have to be added"
            if t[head] == "BE" and head + 1 < n and t[head + 1] in ("Vboth", "Vpart", "Vany", "Vbare"):
                head = last = head + 1
                verb, passive = _verb(tk, head), True
            break
        elif w[j] in ("able", "likely", "due", "ready", "set", "about", "bound") and be and _to_verb(tk, j + 1, mark):
            j2 = _to_verb(tk, j + 1, mark) or j
            head, verb, last = j2, _verb(tk, j2), j2
            tense = "fut" if w[j] != "able" else tense
            break
        elif tag == "NOUN" and tense in ("modal", "fut") and last == i and not mark[j] and t[i] == "MOD":
            head, last = j, j  # a verb that the table does not know: "can offset"
            verb = Verb(w[j], "do", "", "base", False)
            break
        elif not (tag == "ADV" or w[j] in PASSED_OVER or (w[j] in ("more", "less", "than") and t[j] != "NUM")):
            break
        if not (tag == "ADV" or w[j] in PASSED_OVER or w[j] in ("more", "less", "than")):
            last = j
        j += 1
    if have and w[i] in ("would", "could", "might") and (head > i or be):
        tense = "past"  # "without it, revenue would have risen"
    return Group(i, last + 1, head, verb, tense, passive, aims=aims)


def _to_verb(tk: Tokens, j: int, mark: bytearray) -> int | None:
    """Give the place of the verb in "to (further) grow"."""
    if j >= tk.n or tk.w[j] != "to":
        return None
    j += 1
    while j < tk.n and tk.t[j] == "ADV":
        j += 1
    if j < tk.n and not mark[j] & 1 and (tk.t[j] in ("Vbase", "Vany", "Vbare") or tk.w[j] in ("be", "have", "do")):
        return j
    return None


def _infinitive(tk: Tokens, i: int, mark: bytearray) -> Group | None:
    head = _to_verb(tk, i, mark)
    if head is None:
        return None
    verb, j, passive = _verb(tk, head), head + 1, False
    if tk.t[head] == "BE" and j < tk.n and tk.t[j] in ("Vboth", "Vpart", "Vany", "Vbare"):
        verb, head, j, passive = _verb(tk, j), j, j + 1, True
    if verb.noun_too and tk.k[head] == "W" and j < tk.n and tk.w[j] in ("of", ",", ".") and verb.role != "do":
        return None
    return Group(i, j, head, verb, "inf", passive)


def _simple(tk: Tokens, i: int, found: list[Group], mark: bytearray) -> Group | None:
    """Read a verb without an auxiliary, where what stands around it shows that it is no noun or adjective."""
    t, w, n = tk.t, tk.w, tk.n
    if w[i + 1 : i + 3] == ["by", w[i]] or w[max(0, i - 2) : i] == [w[i], "by"]:
        return None  # "step by step"
    form, verb = t[i][1:], _verb(tk, i)
    if found and found[-1].j == i and found[-1].verb.lemma == "help" and form in ("base", "bare", "any"):
        return Group(i, i + 1, i, verb, found[-1].tense, False, shares=True, aims=found[-1].aims)  # "helped cut taxes"
    at = i - 1
    while at >= 0 and (t[at] == "ADV" or w[at] in PASSED_OVER) and w[at] not in ("up", "down"):
        at -= 1
    before = t[at] if at >= 0 else ""
    word = w[at] if at >= 0 else ""
    if before == "PREP" and at and w[at - 1] in ("and", "or"):
        before = "NOUN"  # "people aged 60 and above reached"
    after = t[i + 1] if i + 1 < n else ""
    numbered = i + 1 < n and (
        mark[i + 1] & 1 or (w[i + 1] in _BY and any(mark[x] & 1 for x in range(i + 2, min(n, i + 5))))
    )
    numbered = bool(numbered)
    if i + 1 < n and (w[i + 1] == "than" or (w[i] == "lower" and i and (mark[i - 1] & 1 or t[i - 1] == "BE"))):
        return None  # "0.6 points lower than"
    if (
        verb.role == "share"
        and i + 1 < n
        and w[i + 1] in ("for", "up")
        and form in ("base", "s")
        and before in ("NOUN", "PRON")
    ):
        return Group(i, i + 1, i, verb, "pres", False)
    if form == "base" and not verb.noun_too and at < 0 and after in ("DET", "NOUN", "ADV") and not numbered:
        return Group(i, i + 1, i, verb, "inf", False)  # "leave out property, and investment was up"
    if form == "base" and word in ("whom", "which") and at and w[at - 1] == "of":
        return Group(i, i + 1, i, verb, "pres", False)  # "half of whom speak"
    if form == "past":
        return Group(i, i + 1, i, verb, "past", False)
    if form in ("both", "any"):
        if w[i] == "used" and _to_verb(tk, i + 1, mark) is not None:
            head = _to_verb(tk, i + 1, mark) or i
            return Group(i, head + 1, head, _verb(tk, head), "past", False)
        if word in ("this", "that", "these", "those") and numbered:
            return Group(i, i + 1, i, verb, "past", False)
        counted = at >= 0 and (mark[at] & 1 or before == "NUM")
        part = counted and w[0] == "of" and at and w[at - 1] == ","  # "Of the 31 provinces, 28 posted growth"
        described = before in ("DET", "PREP", "") or (counted and not part and after in ("NOUN", "Vboth", "Vs"))
        if described and not (at < 0 and numbered):
            return None
        if (
            after in ("NOUN", "Vboth")
            and not numbered
            and not part
            and before not in ("PRON", "NOUN", "REL", "Vs", "Vbase")
        ):
            return None
        if before in ("CONJ", "P") and not (numbered or after in _OBJECT or i + 1 >= n):
            return None
        if form == "any" and before != "PRON" and not numbered and after not in ("DET", "PRON"):
            return None
        return Group(i, i + 1, i, verb, "past", False)
    if form == "ing":
        if (
            before in ("P", "CONJ")
            or (before == "PREP" and numbered and verb.role == "move" and word in ("after", "despite", "with", "by"))
            or (
                before in ("NOUN", "Vbase", "Vs")
                and (numbered or after == "DET" or (after == "PREP" and w[i + 1] != "of"))
            )
            or (at < 0 and numbered)
            or (before == "PREP" and at and w[at - 1] in CALLS and verb.role in ("move", "raise"))
        ):
            if word in ('"', "'", "-") or (
                before == "CONJ" and after in ("NOUN", "Vs", "Vbase") and w[at - 1] != "," and at
            ):
                return None  # "solar cells and charging piles"
            return Group(i, i + 1, i, verb, "ing", False)
        return None
    if form == "part":
        return None
    pronoun = before == "PRON" or word in ("which", "who", "that")
    nounish = before in ("NOUN", "Vs", "Vbase", "Ving", "Vboth", "Vany", "Vbare") or (at >= 0 and mark[at])
    if form in ("base", "bare"):
        seen = found[-1] if found else None
        if seen and seen.verb.lemma == "see" and numbered and verb.role == "move" and nounish and i - seen.j < 7:
            return Group(i, i + 1, i, verb, seen.tense, False)  # "August saw the CPI climb 0.6 percent"
        earlier = [
            g for g in found if g.tense in ("fut", "inf", "modal") or (g.tense == "pres" and tk.t[g.head] == "Vbase")
        ]
        if (
            before in ("CONJ", "P")
            and word in ("and", "or", ",")
            and earlier
            and (numbered or after in ("DET", "NOUN", "PREP", "PRON", "Vboth"))
        ) and not (verb.noun_too and after == "PREP" and w[i - 1] != "then"):
            g = Group(i, i + 1, i, verb, earlier[-1].tense, False, shares=True, aims=earlier[-1].aims)
            return g
        plural = (
            before == "Vboth"
            or word.endswith(_PLURAL)
            or mark[max(at, 0)] & 6
            or "and" in w[max(0, at - 3) : max(at, 0)]
        )
        known = numbered or after in ("DET", "NUM", "PRON") or (after in ("PREP", "NOUN", "ADV") and not verb.noun_too)
        if i and w[i - 1] in ("now", "currently", "already", "still", "also") and (known or after == "PREP"):
            known = plural = True
        if verb.role == "level" and numbered and w[i + 1 : i + 2] and w[i + 1] in ("at", "to", "by"):
            plural = True  # "rates for inpatient care stand at 80 percent"
        if pronoun or (
            nounish and plural and (known or (mark[max(at, 0)] & 4 and (not verb.noun_too or word in _PARTS)))
        ):
            return Group(i, i + 1, i, verb, "pres", False)
        return None
    if nounish and (verb.lemma in AIMS or verb.lemma == "call") and w[i + 1 : i + 2] in (["for"], ["at"], ["to"]):
        return Group(i, i + 1, i, verb, "pres", False)  # "the city aims for growth", "the plan calls for"
    said_now = i and w[i - 1] in ("now", "currently", "already", "still", "also") and nounish
    if said_now and after in ("NOUN", "DET", "NUM", "PREP", "Vboth"):
        return Group(i, i + 1, i, verb, "pres", False)  # "China now grants visa exemption"
    if pronoun or (nounish and not word.endswith("s") and (numbered or after in ("DET", "NUM", "PRON"))):
        return Group(i, i + 1, i, verb, "pres", False)
    single = not word.endswith("s") or (verb.role == "hold" and "PREP" in t[max(0, at - 5) : at])
    if nounish and not verb.noun_too and after in ("PREP", "NOUN", "ADV", "Vboth", "DET") and single:
        return Group(i, i + 1, i, verb, "pres", False)  # "the share of sections remains the same at"
    if (word == "," and (after == "DET" or (after == "NUM" and not verb.noun_too))) or (
        word == "," and not verb.noun_too and (after in ("PRON", "PREP") or verb.role == "hold")
    ):
        return Group(i, i + 1, i, verb, "pres", False)  # "the law, which took effect in May, raises the fine"
    if not verb.noun_too and before in ("CONJ",) and (numbered or after in _OBJECT):
        return Group(i, i + 1, i, verb, "pres", False)
    return (
        Group(i, i + 1, i, verb, "pres", False)
        if nounish and numbered and (not verb.noun_too or w[i] in ("ranks", "exceeds", "tops"))
        else None
    )
