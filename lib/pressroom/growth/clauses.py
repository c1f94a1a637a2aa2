"""The tokens of a sentence in, its verb groups with their subjects out: the skeleton of its clauses."""

from dataclasses import dataclass

from .lexicon import Verb, verbs
from .numerals import ORDINAL
from .tokens import Tokens

HARD = frozenset([";", ":", "(", ")", "\u2014", ".", "?", "!", "\u2026"])
SOFT = frozenset([","])
_BREAKS = frozenset("while whereas but so yet because although though unless".split())
_AIMS = frozenset(
    "expect aim plan set project forecast hope want strive seek intend pledge propose estimate predict go schedule"
    " target vow promise commit anticipate due slate poise design".split()
)
_SKIP = frozenset("not also still n't all both each".split()) | {"never"}
_OBJECT = frozenset(["NUM", "DET", "PREP", "PRON", "ADV", "C", "X"])
_BY = frozenset("by to from at up down more over nearly about around almost some between".split())


@dataclass(slots=True)
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


_SAYS = frozenset("say estimate believe think expect show report hope note announce tell know find predict".split())
_PARTS = frozenset("third thirds half quarter quarters fifth fifths tenth".split())
_PLURAL = ("s", "people", "men", "children", "yuan", "staff", "police", "percent", "cent", "%")
_PLAIN = Verb("", "do", "", "base", False)


def find_groups(tk: Tokens, mark: bytearray) -> list[Group]:
    """Take tokens and what belongs to a number (1) or a period (2), give the verb groups in order.

    Examples
    --------
    >>> tk = Tokens("Output of steel has grown by 5 percent")
    >>> group = find_groups(tk, bytearray(tk.n))[0]
    >>> group.verb.lemma, group.tense, tk.words(*group.subject)
    ('grow', 'perf', 'Output of steel')
    """
    found: list[Group] = []
    i, n = 0, tk.n
    while i < n:
        group = None if mark[i] else _group_at(tk, i, mark, found)
        if group is None:
            i += 1
            continue
        found.append(group)
        i = group.j
    for group in found:
        follows = tk.w[group.j : group.j + 1] in (["to"], ["at"], ["for"])
        plain = (
            group.verb.lemma in _AIMS and group.i == group.head and (follows or group.verb.lemma in ("want", "target"))
        )
        group.aims = group.aims or plain
    found = [
        g
        for at, g in enumerate(found)
        if not _reduced(tk, g, found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None, mark)
    ]
    for at, group in enumerate(found):
        _subject(tk, group, found[:at], mark)
    return found


def _group_at(tk: Tokens, i: int, mark: bytearray, found: list[Group]) -> Group | None:
    tag = tk.t[i]
    if tag in ("BE", "HAVE", "MOD", "DO"):
        if tk.w[i] == "is" and i and tk.w[i - 1] == "that" and tk.w[i + 1 : i + 2] == [","]:
            return None  # "that is, ten days" says it again
        return _with_auxiliary(tk, i, mark)
    if tk.w[i] == "to" and i + 1 < tk.n:
        return _infinitive(tk, i, mark)
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
                aims = aims or verb.lemma in _AIMS
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
            if form == "ing" and be or (tense in ("modal", "fut") or t[i] == "DO") and form in ("base", "any", "bare"):
                head, verb, last = j, _verb(tk, j), j
                aims = aims or verb.lemma in _AIMS
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
        elif w[j] in ("able", "likely", "due", "ready", "set", "about", "bound") and be and _to_verb(tk, j + 1, mark):
            j2 = _to_verb(tk, j + 1, mark) or j
            head, verb, last = j2, _verb(tk, j2), j2
            tense = "fut" if w[j] != "able" else tense
            break
        elif not (tag == "ADV" or w[j] in _SKIP or (w[j] in ("more", "less", "than") and t[j] != "NUM")):
            break
        if not (tag == "ADV" or w[j] in _SKIP or w[j] in ("more", "less", "than")):
            last = j
        j += 1
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
    form, verb = t[i][1:], _verb(tk, i)
    at = i - 1
    while at >= 0 and (t[at] == "ADV" or w[at] in _SKIP) and w[at] not in ("up", "down"):
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
    if form == "past":
        return Group(i, i + 1, i, verb, "past", False)
    if form in ("both", "any"):
        if w[i] == "used" and _to_verb(tk, i + 1, mark) is not None:
            head = _to_verb(tk, i + 1, mark) or i
            return Group(i, head + 1, head, _verb(tk, head), "past", False)
        if word in ("this", "that", "these", "those") and numbered:
            return Group(i, i + 1, i, verb, "past", False)
        counted = at >= 0 and (mark[at] & 1 or before == "NUM")
        if before in ("DET", "PREP", "") or (counted and after in ("NOUN", "Vboth", "Vs")):
            if not (before == "" and at < 0 and numbered):
                return None
        if after in ("NOUN", "Vboth") and not numbered and before not in ("PRON", "NOUN", "REL"):
            return None
        if before in ("CONJ", "P") and not (numbered or after in _OBJECT or i + 1 >= n):
            return None
        if form == "any" and before != "PRON" and not numbered and after not in ("DET", "PRON"):
            return None
        return Group(i, i + 1, i, verb, "past", False)
    if form == "ing":
        if (
            before in ("P", "CONJ")
            or (
                before in ("NOUN", "Vbase", "Vs")
                and (numbered or after == "DET" or (after == "PREP" and w[i + 1] != "of"))
            )
            or (at < 0 and numbered)
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
    nounish = before in ("NOUN", "Vs", "Vbase", "Ving", "Vboth") or (at >= 0 and mark[at])
    if form in ("base", "bare"):
        earlier = [
            g for g in found if g.tense in ("fut", "inf", "modal") or (g.tense == "pres" and tk.t[g.head] == "Vbase")
        ]
        if (
            before in ("CONJ", "P")
            and word in ("and", "or", ",")
            and earlier
            and (numbered or after in ("DET", "NOUN", "PREP", "PRON", "Vboth"))
        ):
            if not (verb.noun_too and after == "PREP"):
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
    if pronoun or (nounish and not word.endswith("s") and (numbered or after in ("DET", "NUM", "PRON"))):
        return Group(i, i + 1, i, verb, "pres", False)
    if nounish and not verb.noun_too and after in ("PREP", "NOUN", "ADV", "Vboth") and not word.endswith("s"):
        return Group(i, i + 1, i, verb, "pres", False)
    if not verb.noun_too and before in ("CONJ",) and (numbered or after in _OBJECT):
        return Group(i, i + 1, i, verb, "pres", False)
    return (
        Group(i, i + 1, i, verb, "pres", False)
        if nounish and numbered and w[i] in ("ranks", "exceeds", "tops")
        else None
    )


def _reduced(tk: Tokens, group: Group, last: Group | None, after: Group | None, mark: bytearray) -> bool:
    """Tell whether a past form only describes a noun: in "tickets sold for concerts were up" the verb is "were"."""
    if group.tense != "past" or group.i != group.head or tk.t[group.i] not in ("Vboth", "Vany"):
        return False
    if last is not None and last.tense not in ("ing", "inf") and last.verb.lemma not in _SAYS and last.j < group.i:
        # "they make up 46.5% of cars sold"
        if not any(
            tk.w[x] in HARD or tk.w[x] in SOFT or tk.t[x] in ("CONJ", "REL", "PRON") or tk.w[x] == "that"
            for x in range(last.j, group.i)
        ):
            return True
    if after is None:
        return False
    if after.tense in ("ing", "inf"):
        return False
    between = tk.w[group.j : after.i]
    free = not any(x in HARD or x in SOFT or x in ("and", "or", "but", "while") for x in between)
    if not free and between[:1] and tk.t[group.j] == "PREP" and tk.t[group.i - 1] == "NOUN" and group.i:
        # "tickets sold for performances, exhibitions and concerts were up"
        bare = not any(mark[x] & 1 for x in range(group.j, after.i)) and tk.t[after.i] in ("BE", "HAVE", "MOD")
        free = bare and not any(x in HARD or x in ("but", "while") for x in between) and between.count(",") < 2
        free = free and not any(between[x] == "," and between[x + 1] == "and" for x in range(len(between) - 1))
    return free and not any(
        tk.t[x] == "REL" or (tk.t[x] == "PRON" and tk.w[x] not in ("us", "them")) or tk.w[x] == "that"
        for x in range(group.j, after.i)
    )


def _subject(tk: Tokens, group: Group, before: list[Group], mark: bytearray) -> None:
    """Walk left from a verb group to where its subject begins."""
    t, w = tk.t, tk.w
    b = group.i
    if "'" in w[b] and t[b] in ("HAVE", "BE", "MOD"):
        group.subject = (b, b + 1)  # "we've inspected"
        return
    while b and (t[b - 1] == "ADV" or w[b - 1] in _SKIP) and not mark[b - 1] & 1:
        b -= 1
    floor = max((g.j for g in before if g.j <= b), default=0)
    if b and w[b - 1] in SOFT:
        b = _before_aside(tk, b, before, mark)
    a, joined = b, False
    if (
        b
        and t[b - 1] == "PRON"
        and (b < 2 or t[b - 2] != "PREP")
        and w[b - 1] not in ("them", "us", "these", "those", "one")
    ):
        group.subject = (b - 1, b)
        return
    while a > 0:
        p = a - 1
        word = w[p]
        if word == ")" and "(" in w[max(0, p - 9) : p] and not any(mark[x] & 1 for x in range(max(0, p - 9), p)):
            a = p - w[max(0, p - 9) : p][::-1].index("(") - 1  # "broad money (M2) expanded"
            continue
        if word in HARD and not mark[p] & 2:
            break
        if (
            p >= floor
            and t[p] == "REL"
            or (word == "that" and (p + 1 == b or t[p + 1] != "NOUN" or _opens(tk, p, before)))
        ):
            group.relative = p + 1 == b
            if word == "that" and group.relative and (p == 0 or w[p - 1] in HARD):
                group.relative, a = False, p  # "That is eight times the number"
            break
        if word in _BREAKS:
            break
        if p < floor:
            inner = next(g for g in before if g.j == floor)
            x, y = inner.subject
            contact = y - x == 1 and t[x] == "PRON" and x and t[x - 1] == "NOUN"  # "the decline you mention"
            wanted = inner.tense == "inf" and inner.i and t[inner.i - 1] in ("NOUN", "Vboth") and not any(
                g.i < inner.i and g.tense not in ("ing", "inf", "past") for g in before
            )  # "the time needed to open an account"
            participle = contact or wanted or inner.tense == "ing" and inner.i and w[inner.i - 1] not in (",", "and")
            if (not inner.relative and not participle) or any(w[x] in ("and", "or", "but") for x in range(inner.j, b)):
                break
            # "a firm that hires a graduate can receive": the relative clause is a part of the subject
            a = x if contact else inner.i
            while a and (t[a - 1] == "REL" or w[a - 1] in ("that", "which", "who", "of") or t[a - 1] == "ADV"):
                a -= 1
            floor = max((g.j for g in before if g.i < inner.i and (g.tense not in ("ing", "inf"))), default=0)
            continue
        if word in SOFT and (not joined or _closed(tk, p, before, mark)):
            break
        if word in ("and", "or"):
            if _closed(tk, p, before, mark) or (p and w[p - 1] in SOFT and _closed(tk, p - 1, before, mark)):
                break
            joined = True
        a = p
    if a >= b and b and w[b - 1] in SOFT and not before:
        a, b = _first_phrase(tk, b, mark)
    while a < b and (w[a] in SOFT or t[a] in ("CONJ", "ADV") or w[a] == "both" or mark[a] & 2):
        if t[a] == "ADV" and a + 1 < b and t[a + 1] == "Vboth":
            break  # "newly added capacity"
        a += 1
    group.subject = (a, b)
    if a >= b and not group.relative and before:
        group.shares = True


def _first_phrase(tk: Tokens, b: int, mark: bytearray) -> tuple[int, int]:
    """Give the noun phrase that opens a sentence, where an aside with commas of its own parts it from its verb."""
    a = 0
    while a < b and (mark[a] & 2 or tk.w[a] in SOFT):
        a += 1
    end = a
    while end < b and tk.w[end] not in SOFT and tk.w[end] not in HARD:
        end += 1
    return (a, end) if a < end and tk.t[a] not in ("PREP", "ADV", "Ving") and not any(mark[x] & 1 for x in range(a, end)) else (b, b)


def _before_aside(tk: Tokens, b: int, before: list[Group], mark: bytearray) -> int:
    """Step over an aside between commas: "sales, according to invoices, grew"."""
    for p in range(b - 2, max(-1, b - 12), -1):
        if tk.w[p] in HARD or any(g.i == p and g.tense not in ("ing", "inf") for g in before):
            return b
        if tk.w[p] in SOFT:
            described = tk.t[p + 1] in ("Ving", "Vboth", "Vpart") or tk.w[p + 1] == "or"
            plain = tk.w[p + 1] == "at" or tk.t[p + 1] in ("PREP", "ADV") and not any(mark[x] & 1 for x in range(p, b))
            return p if described or plain else b
    return b


def _opens(tk: Tokens, p: int, before: list[Group]) -> bool:
    """Tell whether "that" opens a clause after a verb of saying: "says that your subsidies have reached"."""
    return bool(before) and before[-1].j == p or bool(p) and tk.t[p - 1][0] == "V"


def _closed(tk: Tokens, p: int, before: list[Group], mark: bytearray) -> bool:
    """Tell whether the stretch before a comma or "and" is no part of a subject's list."""
    i = p
    while i and tk.w[i - 1] not in HARD and tk.w[i - 1] not in SOFT and tk.w[i - 1] not in ("and", "or"):
        if tk.t[i - 1] == "REL":
            return False
        i -= 1
    if i == p:
        return False
    if any(mark[x] & 1 for x in range(i, p)) or any(i <= g.i < p for g in before):
        return True
    if tk.w[i - 1 : i] and tk.w[i - 1] in ("and", "or"):
        return False
    first = tk.t[i]
    if mark[i] & 2 and all(mark[x] & 2 for x in range(i, p)):
        return True
    return first in ("PREP", "ADV", "REL", "Ving") or (p - i == 1 and (tk.w[i] in ORDINAL or first in ("ADV", "O")))
