"""A phrase in, what it stands for out: "it", "that of the secondary industry", "their exports", "the number"."""

import re
from functools import cache, lru_cache

from .comparison import NOUN
from .frames import Frame
from .lexicon import rows, tags, verbs
from .nounphrases import LEADING, bare_before, counted, text_of, unnumbered
from .numbers import Number
from .tokens import Tokens
from .verbgroups import Group

_ARTICLES = re.compile(r"\b(?:the|an?)\b\s*", re.IGNORECASE)
PRONOUN = frozenset("it they this these those that he she there which who one ones them some both such".split())
PERSON = frozenset("we i you us".split())
_VAGUE = frozenset("number figure rate total ratio share proportion amount value volume pace".split())


_SAME = frozenset("combined exact actual latest specific corresponding".split())
_WHOSE = frozenset("of in to from for on with".split())
_PORTION = frozenset("more most close nearly almost over less about some half many several none all both".split())
_PACES = frozenset(
    ["rate of increase", "rate of growth", "growth rate", "rate of decline", "pace of growth", "pace of decline",
     "pace of increase", "growth pace"]
)  # fmt: skip


@lru_cache(maxsize=256)  # a subject comes back with every number of its sentence
def tidy(text: str) -> str:
    """Give a phrase without articles and stray marks.

    Examples
    --------
    >>> tidy("The number of the high-tech enterprises,")
    'number of high-tech enterprises'
    """
    text = " ".join(_ARTICLES.sub("", text).split()).strip(" ,;:.?!-")
    text = text.removeprefix("and ").removeprefix("but ")
    first = text.split(" ", 1)[0]
    lowers = first[1:].islower() and first[0].isupper() and _is_common(first.lower())
    return text[0].lower() + text[1:] if lowers else text


_COMMON_ENDS = (
    "tion", "sion", "ment", "ness", "ity", "ing", "ed", "al", "ous", "ive", "ary", "ure", "ance", "ence", "ers", "ors",
    "ies", "ses", "able", "ible", "ly", "age", "ism", "ments", "tions", "ity", "ages", "ants", "ents",
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _is_common(word: str) -> bool:
    """Tell whether a word is no name, so that a capital only says that a sentence begins with it."""
    return word in verbs() or word in tags() or word in _words() or word.endswith(_COMMON_ENDS)


@cache
def _words() -> frozenset[str]:
    return frozenset(part for r in rows("nouns") for part in r["word"].split() if part.islower())


def _after_participle(tk: Tokens, a: int, b: int) -> int:
    """Step over "Grouped by commodity," and "Driven by exports," before a subject."""
    if a + 1 < b and tk.t[a] in ("Vboth", "Vpart") and tk.t[a + 1] == "PREP" and "," in tk.w[a:b]:
        return tk.w.index(",", a) + 1
    return a


class Memory:
    """What a turn has spoken of: the last indicator, the last subject, the last thing counted and its unit.

    `rate` is the direction of the last percentage where it was a growth rate, else empty.
    """

    __slots__ = ("indicator", "noun", "partner", "plural", "rate", "subject", "topic", "unit")

    def __init__(self) -> None:
        self.indicator = self.noun = self.subject = self.unit = self.topic = self.plural = self.rate = ""
        self.partner = ""


def whole_of(tk: Tokens, number: Number, groups: list[Group], mark: bytearray) -> str:
    """Give the things a share is a part of, when the number says it: "95 percent of the enterprises"."""
    return tidy(counted(tk, number, groups, mark)) if number.unit == "%" else ""


def subject_of(tk: Tokens, group: Group | None, groups: list[Group], mark: bytearray, memory: Memory) -> str:
    """Give the subject of a verb group as a phrase, pronouns replaced."""
    return tidy(Clause(tk, groups, mark, memory).subject(group)) if group is not None else ""


class Clause:
    """A sentence with what is known about it, so that the rules below can ask short questions."""

    __slots__ = ("_subjects", "groups", "mark", "memory", "tk")

    def __init__(self, tk: Tokens, groups: list[Group], mark: bytearray, memory: Memory) -> None:
        self.tk, self.groups, self.mark, self.memory = tk, groups, mark, memory
        self._subjects: dict[tuple[int, str, str, str, str], str] = {}

    def counted(self, number: Number) -> str:
        """Give what a number counts or measures, with its modifiers."""
        return counted(self.tk, number, self.groups, self.mark)

    def bare(self, number: Number, frame: Frame) -> str:
        """Give the noun phrase right before a number whose verb is left out, pronouns replaced."""
        words = bare_before(self.tk, number, frame.left, self.groups, self.mark) or self.elided(frame.left)
        if not words or (words.lower().split()[-1] in NOUN and len(words.split()) < 3):
            return ""
        return self.referred(words)

    def elided(self, left: int) -> str:
        """Give "those in railways" for ", in railways 9 percent"."""
        tk, a = self.tk, left
        while a and tk.t[a - 1] in ("NOUN", "Ving", "Vboth") and not self.mark[a - 1]:
            a -= 1
        lone = 1 < a < left and tk.w[a - 1] in ("in", "to", "from") and tk.w[a - 2] in (",", ";", "and")
        return f"those {tk.words(a - 1, left)}" if lone and not self.mark[a - 1] else ""

    def subject(self, group: Group | None) -> str:
        """Give the subject of a group, that of the group before where it is shared, what "which" stands for."""
        if group is None:
            return ""
        memory = self.memory
        asked = (group.i, memory.indicator, memory.noun, memory.plural, memory.subject)
        found = self._subjects.get(asked)
        if found is None:
            found = self._subjects[asked] = self._subject(group)
        return found

    def _subject(self, group: Group | None) -> str:
        tk = self.tk
        at = self.groups.index(group) if group in self.groups else -1
        while group is not None:
            a, b = group.subject
            while a < b and (
                (tk.t[a] == "ADV" and tk.t[a + 1 : a + 2] != ["Vboth"]) or tk.w[a] in LEADING or tk.k[a] == "P"
            ):
                if tk.w[a] in ("that", "those", "its", "their", "this", "these"):
                    break
                a += 1
            while a + 1 < b and tk.w[a] == "for" and group.tense == "inf":
                a += 1  # "a plan for pumped storage to reach"
            a = _after_participle(tk, a, b)
            if 0 < a < b and tk.w[a - 1] in ("that", "those") and tk.w[a] in _WHOSE:
                a -= 1  # ", that in pharmacy was up 39 percent": it points back, and opens no clause
            led = group.tense in ("inf", "ing") and a < b and (tk.t[a] == "PREP" or self.mark[a])
            if a < b and tk.w[a] not in PERSON and not tk.w[a].startswith(("we'", "you'", "i'")) and not led:
                if b - a == 1 and "'" in tk.w[a] and tk.t[a] in ("HAVE", "BE", "MOD"):
                    return self.pronoun(group, a) or self.memory.subject or self.memory.indicator  # "it's", "they'll"
                words = self.pronoun(group, a) if b - a == 1 and tk.t[a] == "PRON" else ""
                words = words or tidy(self.referred(unnumbered(tk, a, b, self.mark) or tk.words(a, b)))
                if (a > 1 and tk.w[a - 2 : a] == ["of", "which"]) or (a > 2 and tk.w[a - 3 : a - 1] == ["of", "which"]):
                    known = self.memory.indicator
                    if " and " in known and words in known:
                        return words  # "imports and exports ..., of which exports"
                    return known if known.endswith(words) else f"{known} of {words}"
                return words
            if group.relative:
                return self.antecedent(group)
            at -= 1
            group = self.groups[at] if at >= 0 else None
        return ""

    def pronoun(self, group: Group, a: int) -> str:
        """Give what "it" and "they" stand for when the sentence says it: the subject of a verb before."""
        if self.tk.w[a].partition("'")[0] not in ("it", "they", "that"):
            return ""
        for other in reversed(self.groups[: self.groups.index(group)]):
            x, y = other.subject
            whole = x < y <= a and self.tk.t[x] not in ("PRON", "Ving", "PREP")
            if whole and not (y - x == 1 and self.tk.t[y - 1] == "REL"):
                return self.referred(text_of(self.tk, x, y, self.mark))
        return ""

    def antecedent(self, group: Group) -> str:
        """Give the noun phrase before "which", "who" or "that"."""
        tk, x = self.tk, group.i - 1
        while x > 0 and (tk.t[x] in ("ADV", "REL") or tk.w[x] in ("that", ",", "of")):
            x -= 1
        if self.mark[x] & 1 or tk.k[x] != "W":
            return self.memory.indicator
        return self.antecedent_before(x + 1)

    def antecedent_before(self, b: int) -> str:
        """Give the noun phrase that ends before a token, without verb or joining word."""
        tk = self.tk
        while b and tk.w[b - 1] == ",":
            b -= 1
        a = b
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
        while a < b and (tk.t[a] in ("ADV", "PREP", "DET") or tk.w[a] in LEADING):
            a += 1
        return self.referred(text_of(tk, a, b, self.mark))

    def referred(self, text: str) -> str:
        """Replace "it", "that of X", "their X", "the number" by what they stand for."""
        words, memory = text.split(), self.memory
        if not words:
            return ""
        first = words[0].lower()
        if first in ("that", "those") and words[1:2] == ["of"]:
            known = (memory.plural if first == "those" else "") or memory.subject or memory.indicator
            return f"{known.split(' of ')[0]} of {' '.join(words[2:])}" if known else text
        if first in ("that", "those") and words[1:2] in (["to"], ["from"], ["in"], ["on"], ["for"], ["with"]):
            known = (memory.plural if first == "those" else "") or memory.subject or memory.indicator
            for join in (" to ", " from ", " in ", " on ", " for ", " with ", " of "):
                known = known.partition(join)[0]
            return f"{known} {' '.join(words[1:])}" if known else text
        if first in ("of",) and memory.subject:
            return f"{(memory.plural or memory.subject).split(' of ')[0]} {text}"
        if first in PRONOUN and len(words) == 1:
            return memory.subject or memory.indicator
        if text.lower() in ("them", "us") or (text.lower().endswith(" of them") and first in _PORTION):
            return memory.noun or memory.plural or memory.subject
        if first in ("its", "their") and not memory.subject:
            return " ".join(words[1:])
        if first in ("its", "their"):
            owner = memory.subject.partition("'s ")[0] or memory.subject
            owner = memory.noun if memory.noun and owner.endswith(" of them") else owner
            return f"{' '.join(words[1:])} of {owner}"
        if tidy(text).lower() in _PACES and memory.subject and memory.subject.lower() not in _PACES:
            return f"{text} of {memory.subject}"
        bare = [x for x in words if x.lower() not in LEADING and x.lower() not in _SAME]
        if bare[:1] == ["figure"] and bare[1:2] in (["for"], ["in"]) and memory.indicator:
            return f"{memory.indicator} {' '.join(bare[1:])}"  # "the figure for the countryside"
        if len(bare) == 1 and bare[0].lower() in _VAGUE:
            head = bare[0].lower()
            if head == "number" and memory.noun:
                return f"number of {memory.noun}"
            if head == "rate" and memory.indicator and "rate" not in memory.indicator:
                return f"rate of {memory.indicator}"
            return memory.indicator or text
        return text
