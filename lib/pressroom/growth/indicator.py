"""A number in its frame in, its indicator out: what is measured, in the text's words, pronouns replaced."""

import re

from .clauses import Group
from .frames import NOUN, Frame
from .nounphrases import LEADING, bare_before, counted, moved, participle, phrase_end, predicate, stops, text_of
from .numbers import Number
from .tokens import Tokens

_ARTICLES = re.compile(r"\b(?:the|an?)\b\s*", re.IGNORECASE)
_PRONOUN = frozenset("it they this these those that he she there which who one ones them some both such".split())
_PERSON = frozenset("we i you us".split())
_VAGUE = frozenset("number figure rate total ratio share proportion amount value volume pace".split())
# verbs that say only that something is there or was done: "we rolled out 45 measures" is about measures
_EMPTY = frozenset(
    """have hold include make build issue launch introduce create establish roll plan see provide add formulate publish
    complete open start implement release cultivate win need want use take get put approve sign allocate attract find
    set run bring support organize achieve form reach total record inspect conduct promote impose give invest""".split()
)
_NAMED_BY = {
    "cost": "cost", "spend": "spending", "earn": "earnings", "save": "saving", "pay": "payment", "invest": "investment",
    "lend": "lending", "borrow": "borrowing", "lose": "loss", "contribute": "contribution",
}  # fmt: skip
_WHOLE = frozenset("pay deduct refund shift receive recycle process treat collect repay absorb control operate own hold cover reimburse explain consume use produce provide supply".split())
_UNITS = frozenset(["units", "sets", "pieces", "items"])
_EMPTY_HEADS = frozenset("total average package series range sum maximum minimum addition".split())


def tidy(text: str) -> str:
    """Give a phrase without articles and stray marks.

    Examples
    --------
    >>> tidy("The number of the high-tech enterprises,")
    'number of high-tech enterprises'
    """
    text = " ".join(_ARTICLES.sub("", text).split()).strip(" ,;:.?!-")
    first = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if first[1:].islower() and first.lower() in _SMALL or first in _CAPITALS else text


_CAPITALS = frozenset(
    """Exports Imports Trade Investment Output Industrial Retail Total Consumer Producer Property Infrastructure Domestic
    Foreign Per Fixed-asset Forest Power Crude Sales Grain Pork Beef Rural Urban Value Energy Revenue Spending Loans
    Outstanding New Broad Stocks Youth Daily National Central State Private Basic Total Net Labor Life Number""".split()
)
_SMALL: frozenset[str] = frozenset()


class Memory:
    """What a turn has spoken of: the last indicator, the last subject, the last thing counted and its unit."""

    __slots__ = ("indicator", "noun", "subject", "unit")

    def __init__(self) -> None:
        self.indicator = self.noun = self.subject = self.unit = ""


def indicator_of(
    tk: Tokens, number: Number, frame: Frame, groups: list[Group], mark: bytearray, memory: Memory, previous: str
) -> tuple[str, bool]:
    """Take a number, give its indicator and whether it stands far from the number.

    `previous` is the indicator of the number before it in the sentence.
    """
    text, far = _found(_Clause(tk, groups, mark, memory), number, frame, previous)
    if tk.w[0] == "for" and not mark[0] and "," in tk.w and frame.role == "object" and text and len(text.split()) < 4:
        comma = tk.w.index(",")
        if comma < min(number.i, 8) and not any(mark[x] for x in range(comma)):
            text = f"{text} for {tk.words(1, comma)}"  # "For home appliances, the subsidy is 15 percent"
    return tidy(text), far


def whole_of(tk: Tokens, number: Number, groups: list[Group], mark: bytearray) -> str:
    """Give the things a share is a part of, when the number says it: "95 percent of the enterprises"."""
    return tidy(counted(tk, number, groups, mark)) if number.unit == "%" else ""


def subject_of(tk: Tokens, group: Group | None, groups: list[Group], mark: bytearray, memory: Memory) -> str:
    """Give the subject of a verb group as a phrase, pronouns replaced."""
    return tidy(_Clause(tk, groups, mark, memory).subject(group)) if group is not None else ""


class _Clause:
    """A sentence with what is known about it, so that the rules below can ask short questions."""

    __slots__ = ("groups", "mark", "memory", "tk")

    def __init__(self, tk: Tokens, groups: list[Group], mark: bytearray, memory: Memory) -> None:
        self.tk, self.groups, self.mark, self.memory = tk, groups, mark, memory

    def counted(self, number: Number) -> str:
        return counted(self.tk, number, self.groups, self.mark)

    def bare(self, number: Number, frame: Frame) -> str:
        words = bare_before(self.tk, number, frame.left, self.groups, self.mark)
        if not words or words.lower().split()[-1] in NOUN and len(words.split()) < 3:
            return ""
        return self.referred(words)

    def subject(self, group: Group | None) -> str:
        """Give the subject of a group, that of the group before where it is shared, what "which" stands for."""
        tk = self.tk
        at = self.groups.index(group) if group in self.groups else -1
        while group is not None:
            a, b = group.subject
            while a < b and (
                tk.t[a] == "ADV" and tk.t[a + 1 : a + 2] != ["Vboth"] or tk.w[a] in LEADING or tk.k[a] == "P"
            ):
                if tk.w[a] in ("that", "those", "its", "their", "this", "these"):
                    break
                a += 1
            if a < b and tk.w[a] not in _PERSON and not tk.w[a].startswith(("we'", "you'", "i'")):
                words = self.pronoun(group, a) if b - a == 1 and tk.t[a] == "PRON" else ""
                words = words or self.referred(text_of(tk, a, b, self.mark))
                if a > 1 and tk.w[a - 2 : a] == ["of", "which"] or (a > 2 and tk.w[a - 3 : a - 1] == ["of", "which"]):
                    return f"{self.memory.indicator} of {words}"
                return words
            if group.relative:
                return self.antecedent(group)
            at -= 1
            group = self.groups[at] if at >= 0 else None
        return ""

    def pronoun(self, group: Group, a: int) -> str:
        """Give what "it" and "they" stand for when the sentence says it: the subject of a verb before."""
        if self.tk.w[a] not in ("it", "they"):
            return ""
        for other in reversed(self.groups[: self.groups.index(group)]):
            x, y = other.subject
            if y > x and y <= a and self.tk.t[x] != "PRON" and not (y - x == 1 and self.tk.t[y - 1] == "REL"):
                return self.referred(text_of(self.tk, x, y, self.mark))
        return ""

    def antecedent(self, group: Group) -> str:
        """Give the noun phrase before "which", "who" or "that"."""
        tk, x = self.tk, group.i - 1
        while x > 0 and (tk.t[x] in ("ADV", "REL") or tk.w[x] in ("that", ",", "of")):
            x -= 1
        if self.mark[x] & 1 or tk.k[x] != "W":
            return self.memory.indicator
        b = a = x + 1
        while (
            a
            and tk.k[a - 1] == "W"
            and tk.t[a - 1] not in ("BE", "HAVE", "MOD", "REL", "CONJ", "PRON", "Vpast")
            and not self.mark[a - 1]
        ):
            if tk.t[a - 1] == "PREP" and tk.w[a - 1] not in ("of", "for", "on"):
                break
            if any(g.i <= a - 1 < g.j for g in self.groups):
                break
            a -= 1
        return text_of(tk, a, b, self.mark)

    def referred(self, text: str) -> str:
        """Replace "it", "that of X", "their X", "the number" by what they stand for."""
        words, memory = text.split(), self.memory
        if not words:
            return ""
        first = words[0].lower()
        if first in ("that", "those") and words[1:2] == ["of"]:
            known = memory.subject or memory.indicator
            return f"{known.split(' of ')[0]} of {' '.join(words[2:])}" if known else text
        if first in ("of",) and memory.subject:
            return f"{memory.subject.split(' of ')[0]} {text}"
        if first in _PRONOUN and len(words) == 1:
            return memory.subject or memory.indicator
        if first in ("its", "their") and memory.subject:
            owner = memory.subject.partition("'s ")[0] or memory.subject
            return f"{' '.join(words[1:])} of {owner}"
        bare = [x for x in words if x.lower() not in LEADING and x.lower() != "combined"]
        if len(bare) == 1 and bare[0].lower() in _VAGUE:
            head = bare[0].lower()
            if head == "number" and memory.noun:
                return f"number of {memory.noun}"
            if head == "rate" and memory.indicator and "rate" not in memory.indicator:
                return f"rate of {memory.indicator}"
            return memory.indicator or text
        return text


def _found(c: _Clause, number: Number, frame: Frame, previous: str) -> tuple[str, bool]:
    group = frame.group
    if number.form in ("rank", "run"):
        return _placed(c, number, frame) or previous, False
    said = _said_after(c, number)
    if said:
        return said, False
    if number.unit != "%" and c.tk.w[number.j : number.j + 2] in (
        ["of", "them"],
        ["of", "these"],
        ["of", "which"],
        ["of", "whom"],
    ):
        if c.memory.noun:
            verb = predicate(c.tk, group, c.mark) if group is not None and frame.role == "subject" else ""
            return f"{c.memory.noun} {verb}", False
    if frame.mode:
        return _changed(c, number, frame, previous)
    if number.unit == "%" or number.form == "fraction":
        return _part(c, number, frame, previous)
    owner = _owner(c, number, frame)
    if owner:
        return (previous if previous and owner in ("target", "goal", "targets", "goals") else owner), False
    if frame.link in ("worth", "totaling", "totalling", "averaging"):
        own = bare_before(c.tk, number, frame.left - 1, c.groups, c.mark)
        if own:
            return c.referred(own), False
    after = c.counted(number)
    if frame.link == "at" and frame.left > 1 and c.tk.w[frame.left - 2] == ",":
        own = bare_before(c.tk, number, frame.left - 1, c.groups, c.mark)
        if own:
            return c.referred(own), False
    if after and (after.lower() not in _UNITS or frame.role == "subject"):
        return _object(c, number, frame, after), False
    if frame.role == "object":
        held = moved(c.tk, number, frame.left, group, c.mark) if frame.link in ("at", "to", "by", "from", "above", "below") else ""
        if held and not held.lower().startswith(("in ", "on ")):
            return c.referred(held), False
    if frame.role in ("apposition", "fragment", "list"):
        own = c.bare(number, frame)
        if own or previous:
            return (own or previous), False
    if frame.role == "subject":
        base = c.memory.noun or previous or c.memory.indicator
        return f"{base} {predicate(c.tk, group, c.mark)}" if group and base else base, True
    if frame.role == "object" and c.tk.t[frame.left - 1 : frame.left] == ["PREP"] and group is not None:
        held = moved(c.tk, number, frame.left, group, c.mark)
        if held and c.tk.w[group.subject[0]] in _PERSON:
            return c.referred(held), False
    found = c.subject(group)
    thing = c.memory.noun
    if (
        number.unit in ("items", "people")
        and thing
        and group is not None
        and frame.role == "object"
        and group.verb.role == "do"
    ):
        if group.verb.lemma and found and not group.passive and group.verb.lemma not in _EMPTY:
            return f"{thing} {participle(group.verb.lemma)} by {found}", True
    if not found and frame.role == "object":
        held = moved(c.tk, number, frame.left, group, c.mark)
        if held:
            return c.referred(held), False
    if found and group is not None and group.verb.lemma in _NAMED_BY and not group.passive:
        return f"{_NAMED_BY[group.verb.lemma]} of {found}", False
    return (found or previous or c.memory.indicator), not found


def _said_after(c: _Clause, number: Number) -> str:
    """Give what an aside after a number names: "98.99 million, the number of rural poor lifted out of poverty"."""
    tk, j = c.tk, number.j
    if (
        tk.w[j : j + 2] != [",", "the"]
        or tk.w[j + 2 : j + 3] not in (["number"], ["total"], ["value"], ["share"])
        or tk.w[j + 3 : j + 4] != ["of"]
    ):
        return ""
    end = j + 2
    while end < tk.n and tk.w[end] not in (",", ".", ";"):
        end += 1
    return tk.words(j + 2, end)


def _placed(c: _Clause, number: Number, frame: Frame) -> str:
    """Give what is ranked, or what has run so long: "ranks first in installed wind power capacity"."""
    tk, x = c.tk, number.j
    if number.form == "rank":
        for y in range(x, min(tk.n - 1, x + 6)):
            if tk.w[y] == "in" and tk.w[y + 1] not in ("the", "all", "china", "asia") and not c.mark[y + 1]:
                end = y + 1
                while (
                    end < tk.n
                    and tk.k[end] == "W"
                    and tk.t[end] in ("NOUN", "Vboth", "Ving", "Vs", "Vbase")
                    or tk.w[end : end + 1] == ["of"]
                ):
                    end += 1
                if end > y + 1:
                    return tk.words(y + 1, end)
            if tk.k[y] == "P":
                break
    subject, group = c.subject(frame.group), frame.group
    if number.form == "run" and group is not None and subject and group.j < frame.left:
        end = frame.left - (frame.link in ("for", "a"))
        a = group.head if group.verb.role not in ("hold", "level") and group.verb.lemma not in ("", "be") else group.j
        return f"{subject} {text_of(tk, a, max(a, end), c.mark)}"
    return subject


def _changed(c: _Clause, number: Number, frame: Frame, previous: str) -> tuple[str, bool]:
    """Give what moved: the object of the verb, the subject, what the sentence spoke of before."""
    group, tk = frame.group, c.tk
    if number.form == "multiply" and number.j < tk.n and tk.w[number.j] in LEADING:
        a = number.j + 1
        b = a
        while b < tk.n and tk.k[b] == "W" and not c.mark[b]:
            b += 1
        if b > a:
            return tk.words(a, b), False
    if frame.role == "subject" and frame.mode == "noun":
        return _growth_of(c, number, frame, previous), False
    after = c.counted(number)
    if (
        after
        and group is not None
        and (frame.role == "object" or frame.role == "subject")
        and frame.mode in ("change", "")
    ):
        if frame.link not in ("by", "to", "from") and (
            number.noun or group.verb.lemma in ("add", "gain") or frame.role == "subject"
        ):
            return after, False
    if frame.mode == "noun":
        of = _growth_of(c, number, frame, "")
        if of and of != frame.noun:
            return of, False
    if frame.role in ("object", "list") and frame.link in ("by", "to", "from", "at"):
        held = moved(tk, number, frame.left, group, c.mark)
        if held and held.lower() not in NOUN and tk.t[tk.n - 1] != "":
            return c.referred(held), False
    if frame.role in ("apposition", "fragment", "list"):
        own = (
            c.bare(number, frame)
            if frame.mode not in ("diff", "noun") or number.i and tk.w[number.i - 1] != ","
            else ""
        )
        if own and own.lower().split()[0] not in NOUN:
            return own, False
        if previous and not (group is not None and group.relative):
            return previous, False
    found = c.subject(group) if group is not None else c.bare(number, frame)
    found = _whose(c, number, found)
    return (found or previous or c.memory.indicator or frame.noun), not found


def _whose(c: _Clause, number: Number, subject: str) -> str:
    """Give what a bare "the decline" or "the month-on-month increase" is of: what was spoken of before."""
    words = [
        x for x in subject.lower().split() if x not in LEADING and "-on-" not in x and x not in ("annual", "growth")
    ]
    known = c.memory.indicator
    if len(words) == 1 and words[0] in NOUN and known:
        return f"{words[0]} in {known}" if number.unit.endswith("points") else known
    return subject


def _growth_of(c: _Clause, number: Number, frame: Frame, previous: str) -> str:
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
    return frame.noun if frame.role == "subject" else ""


def _owner(c: _Clause, number: Number, frame: Frame) -> str:
    """Give X in "X of NUM": a quota of 500 billion yuan, an interest rate of 1.75 percent, stays of up to 15 days."""
    tk, w, t = c.tk, c.tk.w, c.tk.t
    if frame.link != "of" or frame.left < 2:
        return ""
    b = a = frame.left - 1
    while (
        a and tk.k[a - 1] == "W" and not c.mark[a - 1] and t[a - 1] in ("NOUN", "Vboth", "Vbase", "Vs", "Ving", "Vany")
    ):
        if any(g.i <= a - 1 < g.j for g in c.groups):
            break
        a -= 1
    words = tk.words(a, b)
    if not words or w[b - 1] in _EMPTY_HEADS or (number.noun and w[b - 1] not in ("level", "capacity", "quota")):
        return ""
    after = c.counted(number) if not number.noun else ""
    if after and w[b - 1] in ("line", "investment", "value"):
        return f"{words} of {after}"
    subject = c.subject(frame.group) if frame.group else ""
    if frame.group is not None and frame.group.subject[0] <= a < frame.group.subject[1]:
        return f"{words} of {after}" if after else words
    if not subject or w[b - 1] in ("target", "goal") or len(subject.split()) > 9 or subject.lower() in words.lower():
        return words
    return f"{words} of {subject}"


def _object(c: _Clause, number: Number, frame: Frame, after: str) -> str:
    """Give "cargo handled by ports" for "ports handled 5 tonnes of cargo", "bonds issued" for "bonds were issued"."""
    group = frame.group
    if group is None:
        return after
    lemma, tk = group.verb.lemma, c.tk
    if frame.role == "subject":
        whole = tk.words(*group.subject)
        if len(whole.split()) > 16 or lemma in ("be", "", "create") or tk.t[frame.left - 1 : frame.left] == ["PREP"]:
            return after
        if "who" in tk.w[number.j : group.i] or "that" in tk.w[number.j : group.i]:
            return text_of(tk, number.noun[0] if number.noun else number.j, group.i, c.mark)
        return f"{after} {predicate(tk, group, c.mark)}"
    if frame.role == "object" and not group.passive and group.verb.role in ("do", "share", "level", "hold") and lemma:
        subject = c.subject(group)
        if lemma in ("contain", "include", "set", "comprise") and subject:
            return f"{after} in {subject}" if len(subject.split()) < 9 else after
        if lemma in _EMPTY and lemma not in ("hold", "use"):
            return f"{after} of {subject}" if lemma == "make" and subject and subject.lower() not in _PRONOUN else after
        if group.verb.role == "level" and lemma not in ("sell", "win", "score", "deliver"):
            return after
        if frame.link in ("in", "across", "from", "among", "with", "for", "on", "into"):
            return after
        if subject and len(subject.split()) < 10 and subject != after:
            return f"{after} {participle(lemma)} by {subject}"
        if group.tense in ("past", "perf"):
            return f"{after} {participle(lemma)}"
    return after


def _qualified(c: _Clause, number: Number) -> str:
    """Give the noun a percentage qualifies: "a 25 percent tariff on goods", "an 11 percent VAT refund"."""
    tk, j = c.tk, number.j
    if (
        number.form != "plain"
        or j >= tk.n
        or tk.t[j] not in ("NOUN", "Vbase", "Ving")
        or c.mark[j]
        or any(g.i == j for g in c.groups)
    ):
        return ""
    end = j
    while end < tk.n and not stops(tk, end, c.mark, c.groups):
        end += 1
    return tk.words(j, phrase_end(tk, end, c.mark, c.groups))


def _part(c: _Clause, number: Number, frame: Frame, previous: str) -> tuple[str, bool]:
    """Give the indicator of a part or a rate: the subject of "made up", the whole of "owns", "one in eight X"."""
    group, memory = frame.group, c.memory
    if frame.role != "subject":
        owner = _owner(c, number, frame)
        if owner:
            return (previous if previous and owner in ("target", "goal", "targets", "goals") else owner), False
    named = _qualified(c, number)
    if named:
        return named, False
    noun = c.counted(number)
    if frame.role == "subject" and group is not None:
        base = noun or memory.noun or memory.indicator.removeprefix("number of ")
        verb = group.verb.lemma in ("be", "") and not group.passive
        return f"{base} {predicate(c.tk, group, c.mark)}".replace("that is a ", "that is "), not noun and not verb
    if group is not None and frame.role == "object" and group.verb.lemma in _WHOLE:
        subject = c.subject(group)
        base = noun or memory.noun or memory.indicator
        if group.verb.lemma in ("provide", "supply"):
            return f"{subject} in {base}", False
        return f"{base} {participle(group.verb.lemma)} by {subject}", False
    if frame.role == "object" and frame.link in ("at", "to"):
        held = moved(c.tk, number, frame.left, group, c.mark)
        if held:
            return c.referred(held), False
    if frame.role in ("apposition", "fragment", "list"):
        own = c.bare(number, frame)
        if own or previous or noun:
            return (own or previous or noun), False
    found = _whose(c, number, c.subject(group))
    if noun and group is not None and frame.role == "object" and not found:
        return noun, False
    if found and group is not None and group.verb.lemma == "contribute":
        return f"contribution of {found} to {noun}", False
    if found and group is not None and group.verb.lemma in _NAMED_BY and not group.passive:
        return f"{_NAMED_BY[group.verb.lemma]} of {found}", False
    return (found or noun or previous or memory.indicator), not found
