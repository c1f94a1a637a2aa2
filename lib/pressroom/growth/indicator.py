"""A number in its frame in, its indicator out: what is measured, in the text's words, pronouns replaced."""

import re

from .clauses import HARD, Group
from .frames import NOUN, Frame
from .lexicon import nouns, phrase_before
from .numbers import Number
from .tokens import Tokens

_ARTICLES = re.compile(r"\b(?:the|a|an)\b\s*", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_PRONOUN = frozenset("it they this these those that he she we i you there which who one ones them some both such".split())
_VAGUE = frozenset("number figure rate total ratio share proportion amount value index level volume pace indicator".split())
_EMPTY_VERBS = frozenset(
    """have be hold contain include set build make issue launch introduce create establish roll plan see provide add
    formulate publish complete open start carry be implement release cultivate win need want use take give get put
    approve sign allocate attract earn""".split()
)
_GENERIC = frozenset("total average increase decrease rise fall decline drop growth gain cut level rate ratio sum net".split())
_LEADING = frozenset("the a an our its their his her this that these those and or but both all some any my your".split())
_PARTICIPLES = {
    "hold": "held", "sell": "sold", "buy": "bought", "send": "sent", "build": "built", "bring": "brought", "pay": "paid",
    "spend": "spent", "lend": "lent", "win": "won", "make": "made", "lead": "led", "run": "run", "take": "taken",
    "give": "given", "write": "written", "see": "seen", "do": "done", "draw": "drawn", "carry": "carried",
    "put": "put", "set": "set", "hit": "hit", "keep": "kept", "leave": "left", "find": "found", "grow": "grown",
}  # fmt: skip
_INTEREST = nouns("interest")


def tidy(text: str) -> str:
    """Give a phrase without articles, quotes at its ends and doubled spaces.

    Examples
    --------
    >>> tidy("the number of the high-tech enterprises,")
    'number of high-tech enterprises'
    """
    text = _SPACES.sub(" ", _ARTICLES.sub("", text)).strip(" ,;:.?!-")
    return text[0].lower() + text[1:] if text[1:2].islower() and text.split(" ", 1)[0].lower() in _COMMON else text


_COMMON: set[str] = set()


class Memory:
    """What a turn has spoken of: the last indicator, and the last thing counted."""

    __slots__ = ("indicator", "noun", "subject", "unit")

    def __init__(self) -> None:
        self.indicator = self.noun = self.subject = ""
        self.unit = ""


def indicator_of(
    tk: Tokens, number: Number, frame: Frame, groups: list[Group], mark: bytearray, memory: Memory, previous: str
) -> tuple[str, bool]:
    """Take a number, give its indicator and whether it stands far from the number."""
    text, far = _found(tk, number, frame, groups, mark, memory, previous)
    return tidy(text), far


def _found(
    tk: Tokens, number: Number, frame: Frame, groups: list[Group], mark: bytearray, memory: Memory, previous: str
) -> tuple[str, bool]:
    w = tk.w
    group = frame.group
    after = _after(tk, number, groups, mark)
    if number.form in ("rank", "run"):
        return _subject(tk, group, memory, groups) or previous, False
    if frame.mode in ("change", "diff", "noun", "new", "old") and number.form != "vague":
        if frame.mode == "change" and group and group.verb.lemma == "add" and after:
            return after, False
        if frame.mode in ("change", "noun") and frame.role == "object" and group and frame.link not in ("by", "to", "from"):
            # "cut the ratio 5%", "saw gains of 3%": the subject, or the object of a verb that moves something
            pass
        moved = _moved(tk, number, frame, mark) if frame.link in ("by", "to", "from") or frame.mode == "change" else ""
        if moved:
            return _referred(moved, memory), False
        if frame.role in ("apposition", "fragment", "list") and frame.mode in ("diff", "noun") and previous:
            own = _elided(tk, number, frame, mark)
            return (_referred(own, memory) if own else previous), False
        if frame.role == "apposition":
            own = _elided(tk, number, frame, mark)
            return (_referred(own, memory) if own else previous or _subject(tk, group, memory, groups)), not own and not previous
        if frame.role == "list":
            own = _elided(tk, number, frame, mark)
            if own:
                return _referred(own, memory), False
        if frame.role == "subject" and frame.mode == "noun":
            return _noun_owner(tk, number, frame, memory, previous), False
        if frame.role == "subject" and after:
            return after, False
        found = _subject(tk, group, memory, groups)
        return (found or previous or memory.indicator), not found
    owner = _owner(tk, number, frame, mark, memory, groups)
    if owner:
        return owner, False
    if number.noun or (number.unit not in ("%", "times") and after):
        return _object(tk, number, frame, after, memory, groups), False
    if number.unit == "%" or number.form == "fraction":
        return _share(tk, number, frame, after, memory, groups, previous, mark)
    if frame.role in ("apposition", "fragment", "list"):
        own = _elided(tk, number, frame, mark)
        if own:
            return _referred(own, memory), False
        if previous:
            return previous, False
    if frame.role == "subject":
        return (after or memory.noun or previous), not after
    found = _subject(tk, group, memory, groups)
    return (found or previous or memory.indicator), not found


def _span_text(tk: Tokens, a: int, b: int, mark: bytearray | None = None) -> str:
    """Give the words of a span without what belongs to a period."""
    if mark is None:
        return tk.words(a, b)
    parts, start = [], a
    for x in range(a, b + 1):
        if x == b or mark[x] & 2:
            if start < x:
                parts.append(tk.words(start, x))
            start = x + 1
    return " ".join(parts)


def _subject(tk: Tokens, group: Group | None, memory: Memory, groups: list[Group]) -> str:
    """Give the words of a group's subject, that of the group before where it is shared or relative."""
    at = groups.index(group) if group in groups else -1
    while group is not None:
        a, b = group.subject
        while a < b and (tk.t[a] in ("ADV",) or tk.w[a] in _LEADING or tk.k[a] == "P") and tk.w[a] not in ("that", "those", "its", "their"):
            a += 1
        if a < b and tk.w[a] in ("we", "i", "you") and b - a < 3:
            a = b
        if a < b:
            return _referred(tk.words(a, b), memory)
        if group.relative:
            return _antecedent(tk, group, memory)
        at -= 1
        group = groups[at] if at >= 0 else None
    return ""


def _antecedent(tk: Tokens, group: Group, memory: Memory) -> str:
    """Give the noun that "which" or "who" stands for."""
    x = group.i - 1
    while x and (tk.t[x] in ("ADV",) or tk.t[x] == "REL" or tk.w[x] in ("that", ",", "of")):
        x -= 1
    b, a = x + 1, x + 1
    while a and tk.k[a - 1] in "W" and tk.t[a - 1] not in ("BE", "HAVE", "MOD", "REL", "CONJ", "PRON") and tk.t[a - 1] not in ("Vpast",):
        if tk.t[a - 1] == "PREP" and tk.w[a - 1] != "of":
            break
        a -= 1
    words = tk.words(a, b)
    return words if words and tk.k[b - 1] == "W" and not tk.w[b - 1] in ("percent", "yuan") else memory.indicator


def _referred(text: str, memory: Memory) -> str:
    """Replace "it", "that of X", "those of X", "their X" and "the number" by what they stand for."""
    words = text.split()
    if not words:
        return ""
    first = words[0].lower()
    if first in ("that", "those") and len(words) > 2 and words[1] == "of" and memory.indicator:
        head = memory.indicator.split(" of ")[0] if " of " in memory.indicator else memory.indicator
        return f"{head} of {' '.join(words[2:])}"
    if first in _PRONOUN and len(words) == 1:
        return memory.subject or memory.indicator
    if first in ("its", "their") and memory.subject:
        return f"{' '.join(words[1:])} of {memory.subject}"
    if len(words) <= 2 and words[-1].lower() in _VAGUE and memory.indicator:
        head = words[-1].lower()
        if head in ("number",) and not memory.indicator.startswith("number"):
            return f"number of {memory.noun or memory.indicator}"
        return memory.indicator
    return text


def _after(tk: Tokens, number: Number, groups: list[Group], mark: bytearray) -> str:
    """Give what is counted or measured after a number: its noun with modifiers, or the phrase after "of"."""
    w, t, n = tk.w, tk.t, tk.n
    j = number.j
    if number.noun:
        end = number.noun[1]
        a = number.noun[0]
        while a < end and (w[a] in ("such", "other", "more", "another", "additional") or tk.k[a] == "P" and w[a] not in "\"'"):
            a += 1
    elif j < n and w[j] == "of":
        a = end = j + 1
        while a < n and w[a] in _LEADING:
            a += 1
            end = a
        if a < n and w[a] in ("them", "these", "which", "those", "whom", "it"):
            return ""
        while end < n and not _stops(tk, end, mark, groups):
            end += 1
    else:
        return ""
    return _span_text(tk, a, _modified(tk, end, mark, groups), mark)


def _stops(tk: Tokens, x: int, mark: bytearray, groups: list[Group]) -> bool:
    w, t = tk.w[x], tk.t[x]
    if mark[x] or tk.k[x] in "PX" and w not in "\"'-/+&":
        return True
    return t in ("BE", "HAVE", "MOD", "DO", "REL", "PRON", "PREP", "CONJ", "C") or any(g.i == x for g in groups) or t == "ADV"


_POST = frozenset("of for with to between among under without against".split())
_PLACE = frozenset("in on at across around within from through by into".split())


def _modified(tk: Tokens, end: int, mark: bytearray, groups: list[Group]) -> int:
    """Go on over what modifies a noun phrase: "of X", "for Y", "with Z", "aged 16 to 24", "in need of W"."""
    w, t, n = tk.w, tk.t, tk.n
    while end < n and not (mark[end] & 2):
        word = w[end]
        if word in _POST or (word in _PLACE and word == "in" and end + 1 < n and t[end + 1] == "NOUN" and w[end + 1] in ("need", "use", "difficulty", "poverty")):
            j = end + 1
            if word == "to" and j < n and t[j] == "Vbase":
                return end
            while j < n and (w[j] in _LEADING or not _stops(tk, j, mark, groups) or (tk.k[j] == "N" and not mark[j])):
                j += 1
            if j < n and w[j] == "and" and j + 1 < n and t[j + 1] == "NOUN" and not _verb_soon(tk, j + 1, groups):
                j += 1
                while j < n and not _stops(tk, j, mark, groups):
                    j += 1
            if j == end + 1:
                return end
            end = j
        elif word == "and" and end + 1 < n and t[end + 1] in ("NOUN", "Vboth") and not _verb_soon(tk, end + 1, groups) and not mark[end + 1]:
            j = end + 1
            while j < n and not _stops(tk, j, mark, groups):
                j += 1
            end = j
        elif word == "aged":
            while end < n and w[end] != "," and w[end] != "." and tk.t[end] not in ("BE", "HAVE", "MOD") and w[end] != "in":
                end += 1
        else:
            break
    return end


def _verb_soon(tk: Tokens, x: int, groups: list[Group]) -> bool:
    """Tell whether a verb follows before the next mark: what comes then is a clause of its own."""
    while x < tk.n and tk.k[x] != "P":
        if any(g.i == x and g.tense not in ("ing", "inf") for g in groups):
            return True
        x += 1
    return False


def _owner(tk: Tokens, number: Number, frame: Frame, mark: bytearray, memory: Memory, groups: list[Group]) -> str:
    """Give X in "X of NUM", "X at NUM": a quota of 500 billion yuan, an interest rate of 1.75 percent."""
    w, t = tk.w, tk.t
    if frame.link not in ("of", "at") or frame.left < 2:
        return ""
    if frame.link == "at" and (frame.group is None or frame.group.j >= frame.left - 1):
        return ""
    b = frame.left - 1
    if t[b - 1] in ("ADV", "BE") or mark[b - 1] or tk.k[b - 1] != "W":
        return ""
    a = b
    while a and tk.k[a - 1] == "W" and not mark[a - 1] and t[a - 1] in ("NOUN", "Vboth", "Vbase", "Vs", "Ving", "Vany") and not any(
        g.i <= a - 1 < g.j for g in groups
    ):
        a -= 1
    words = tk.words(a, b)
    if not words or frame.link == "at":
        return ""
    head = w[b - 1]
    if head in _GENERIC or words.split()[-1].lower() in ("package", "series", "range"):
        if head in ("total", "average", "package", "series", "range", "sum"):
            return ""
    if number.noun and head not in ("target", "goal", "level", "capacity", "quota"):
        return ""
    if head in ("tax",) or phrase_before(_INTEREST, w, b):
        pass
    subject = _subject(tk, frame.group, memory, groups) if frame.group else ""
    if not subject or head in ("target", "goal") or len(subject.split()) > 9:
        return words
    return f"{words} of {subject}"


def _object(tk: Tokens, number: Number, frame: Frame, after: str, memory: Memory, groups: list[Group]) -> str:
    """Give "cargo handled by ports" for "ports handled 5 tonnes of cargo", "loans issued" for a passive."""
    group = frame.group
    if not after:
        found = _subject(tk, group, memory, groups)
        return found or memory.noun or memory.indicator
    if group is None:
        return after
    if frame.role == "subject":
        if group.passive and group.verb.lemma not in ("be",) and group.verb.lemma not in _EMPTY_VERBS:
            end = min(group.j + 4, tk.n)
            return f"{after} {tk.w[group.head]}" if end else after
        if group.passive:
            return f"{after} {tk.w[group.head]}"
        return after
    if frame.role == "object" and group.verb.lemma not in _EMPTY_VERBS and group.verb.role in ("do", "share", "level") and not group.passive:
        subject = _subject(tk, group, memory, groups)
        lemma = group.verb.lemma
        if subject and lemma and subject.lower() not in _PRONOUN and len(subject.split()) < 9:
            if group.verb.role == "level" and lemma not in ("sell", "record", "win"):
                return after
            return f"{after} {_participle(lemma)} by {subject}"
        if not subject and lemma and group.verb.role == "do" and group.tense in ("past", "perf"):
            return f"{after} {_participle(lemma)}"
    return after


def _participle(lemma: str) -> str:
    from .lexicon import verbs

    if lemma in _PARTICIPLES:
        return _PARTICIPLES[lemma]
    for form, verb in verbs().items():
        if verb.lemma == lemma and verb.form in ("both", "part", "any"):
            return form
    return lemma + "ed"


def _share(
    tk: Tokens, number: Number, frame: Frame, after: str, memory: Memory, groups: list[Group], previous: str, mark: bytearray
) -> tuple[str, bool]:
    """Give the indicator of a part: the subject of "made up", the whole of "owns", the noun of "one in eight X"."""
    w, n = tk.w, tk.n
    group = frame.group
    j = number.j
    noun = after
    if not noun and number.form == "fraction" and j < n and tk.t[j] in ("NOUN", "Vboth", "Vpart") and w[j] != "of":
        end = j
        while end < n and not _stops(tk, end, mark, groups):
            end += 1
        noun = _span_text(tk, j, _modified(tk, end, mark, groups), mark)
    if frame.role == "subject" and group is not None:
        base = noun or (memory.noun if memory.noun else memory.indicator)
        predicate = _predicate(tk, group, mark)
        return f"{base} {predicate}".strip(), False
    if group is not None and frame.role == "object" and group.verb.role in ("share", "do") and noun:
        lemma = group.verb.lemma
        if lemma in ("own", "hold", "cover", "reimburse", "explain", "consume", "use", "produce", "provide", "supply"):
            subject = _subject(tk, group, memory, groups)
            if lemma in ("provide", "supply"):
                return f"{subject} in {noun}", False
            return f"{noun} {_participle(lemma)} by {subject}", False
    if frame.role in ("apposition", "fragment", "list"):
        own = _elided(tk, number, frame, mark)
        if own:
            return _referred(own, memory), False
        if previous:
            return previous, False
        if noun:
            return noun, False
    found = _subject(tk, group, memory, groups)
    if found and tk.w[frame.left - 1 : frame.left] == ["to"] and group is not None and group.verb.lemma == "contribute":
        return f"contribution of {found}", False
    if found and group is not None and group.verb.lemma == "contribute":
        return f"contribution of {found} to {noun}", False
    return (found or noun or previous or memory.indicator), not found


def _predicate(tk: Tokens, group: Group, mark: bytearray) -> str:
    """Give the words of a predicate up to the next mark: "that work at night", "licensed or pledged"."""
    a = group.head if group.passive else group.i
    b = group.j
    while b < tk.n and tk.k[b] == "W" and not mark[b] and tk.t[b] not in ("CONJ", "REL"):
        b += 1
    return tk.words(a, b)


def _elided(tk: Tokens, number: Number, frame: Frame, mark: bytearray) -> str:
    """Give the noun phrase right before a number where the verb is left out: "manufacturing 4.1 percent"."""
    w, t = tk.w, tk.t
    b = frame.left
    if b and (frame.link in ("to", "by", "at", "from", "up", "down", "of") or w[b - 1] in (",", "for")):
        b -= 1
    elif b and t[b - 1] == "PREP":
        return ""
    while b and (t[b - 1] == "ADV" or w[b - 1] in ("was", "were", "is", "are")) and not mark[b - 1]:
        b -= 1
    a = b
    while a and not mark[a - 1] and (tk.k[a - 1] == "W" or w[a - 1] in "\"'-") and t[a - 1] not in ("REL", "BE", "HAVE", "MOD", "PRON"):
        if w[a - 1] in ("and", "or", "while", "but", "with", "including", "compared"):
            break
        a -= 1
    while a < b and (w[a] in _LEADING or t[a] == "ADV") and w[a] not in ("that", "those", "its", "their"):
        a += 1
    if a >= b or b - a > 9 or t[a] in ("PREP", "Vpast", "Vpart") or w[b - 1] in NOUN or t[b - 1] == "PREP":
        return ""
    if frame.group is not None and frame.group.i < b and frame.group.j > a:
        return ""
    return tk.words(a, b)


def _moved(tk: Tokens, number: Number, frame: Frame, mark: bytearray) -> str:
    """Give the object of a verb that moves something: "cut the reserve ratio by", "lifted the ceiling from"."""
    group = frame.group
    if group is None or frame.role not in ("object", "list", "apposition") or group.passive:
        return ""
    a = group.j
    while a < tk.n and (tk.w[a] in _LEADING or tk.t[a] == "ADV") and tk.w[a] not in ("its", "their", "that", "those"):
        a += 1
    b = a
    while b < number.i and not mark[b] and tk.w[b] not in HARD and tk.w[b] not in (",", "by", "to", "from", "at", "and"):
        if tk.t[b] in ("BE", "HAVE", "MOD"):
            return ""
        b += 1
    if b <= a or b >= number.i or tk.w[a] in ("up", "down") or tk.t[a] == "PREP":
        return ""
    words = tk.words(a, b)
    return "" if words.lower() in NOUN else words


def _noun_owner(tk: Tokens, number: Number, frame: Frame, memory: Memory, previous: str) -> str:
    """Give what a growth noun in the subject is the growth of: "the 5.2 percent growth in exports"."""
    j = number.j
    while j < tk.n and tk.w[j] not in NOUN:
        j += 1
    if j + 1 < tk.n and tk.w[j + 1] in ("in", "of"):
        end = j + 2
        while end < tk.n and tk.k[end] == "W" and tk.t[end] not in ("BE", "HAVE", "MOD", "PRON", "REL", "Vpast"):
            end += 1
        return tk.words(j + 2, end)
    return frame.noun
