"""A number that is a part or a rate in, what it is a part or a rate of out."""

from .changes import whose_thing
from .comparison import COMPARATIVE
from .frames import Frame
from .lexicon import nouns, phrase_before
from .nounphrases import LEADING, moved, participle, phrase_end, predicate, stops
from .numbers import Number
from .reference import PRONOUN, Clause

NAMED_BY = {
    "cost": "cost", "spend": "spending", "earn": "earnings", "save": "saving", "pay": "payment", "invest": "investment",
    "lend": "lending", "borrow": "borrowing", "lose": "loss", "contribute": "contribution",
    "stay": "stay", "fly": "flying", "wait": "wait", "owe": "debt",
}  # fmt: skip
_WHOLE = frozenset(
    """pay deduct refund shift receive recycle process treat collect repay absorb control operate own hold cover
    reimburse explain consume use produce provide supply generate""".split()
)


_PEOPLE = nouns("people")


_GRADED = frozenset(
    """cheaper dearer heavier lighter longer shorter larger smaller bigger wider narrower stronger weaker older younger
    quicker warmer colder hotter drier wetter taller deeper cleaner greener richer poorer safer earlier later""".split()
)
_NOUNISH = ("NOUN", "Vboth", "Ving", "Vs")
_EMPTY_HEADS = frozenset("total average package series range sum maximum minimum addition".split())


def joined(thing: str, said: str, people: bool = False) -> str:
    """Give "people who work" for people and "that work", "trains that run" for other things."""
    words = thing.lower().split()
    if said.startswith("that ") and (people or phrase_before(_PEOPLE, words, len(words))):
        said = f"who {said.removeprefix('that ')}"
    return f"{thing} {said}"


def _either(one: str, two: str) -> bool:
    return one.lower() in two.lower() or two.lower() in one.lower()


def owner_of(c: Clause, number: Number, frame: Frame) -> str:
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
    if words.lower() in after.lower():
        after = ""
    if a > 1 and w[a - 1] in LEADING:
        a -= 1
    if a > 2 and w[a - 1] in ("with", "at", "has", "have") and not after:
        own = c.antecedent_before(a - 1)
        if (
            own
            and words not in own
            and own.lower().split()[0] not in PRONOUN
            and (" " in own or own.endswith("s") or tk.t[a - 3] == "DET")
        ):
            return f"{words} of {own}"  # "a facility with a quota of 5 billion yuan"
    if after and w[b - 1] in ("line", "investment", "value"):
        return f"{words} of {after}"
    if w[number.j : number.j + 1] in (["on"], ["for"]) and number.j + 1 < tk.n and t[number.j + 1] in _NOUNISH:
        end = number.j + 1
        while end < tk.n and not stops(tk, end, c.mark, c.groups):
            end += 1
        if end > number.j + 1 and not c.mark[number.j + 1]:
            return f"{words} {tk.words(number.j, end)}"  # "duties of up to 38 percent on electric cars"
    holder = _holder(c, a)
    if holder:
        return f"{words} of {holder}"
    subject = c.subject(frame.group) if frame.group else ""
    if frame.group is not None and frame.group.subject[0] <= a < frame.group.subject[1]:
        return f"{words} of {after}" if after else words
    if not subject or w[b - 1] in ("target", "goal") or len(subject.split()) > 9 or _either(subject, words):
        return words
    return f"{words} of {subject}"


def _holder(c: Clause, a: int) -> str:
    """Give X in "X with a quota of 5 billion yuan"; `a` is where "quota" begins."""
    tk, x = c.tk, a - 1
    while x > 0 and tk.t[x] == "DET":
        x -= 1
    if x < 1 or tk.w[x] != "with":
        return ""
    b = start = x
    while start and tk.k[start - 1] == "W" and not c.mark[start - 1]:
        tag, word = tk.t[start - 1], tk.w[start - 1]
        if tag in ("BE", "HAVE", "MOD", "REL", "PRON", "CONJ", "DET") or (tag == "PREP" and word not in ("of", "for")):
            break
        if any(g.i <= start - 1 < g.j for g in c.groups):
            break
        start -= 1
    return tk.words(start, b)


def opening_whole(c: Clause, number: Number) -> str:
    """Give X in "Of the X, one third is green"; "of the total" and "of these" name nothing."""
    tk = c.tk
    if tk.w[0] != "of" or "," not in tk.w:
        return ""
    comma = tk.w.index(",")
    if comma < 2 or comma >= number.i or any(c.mark[x] & 1 for x in range(comma)):
        return ""
    words = tk.words(1, comma)
    return "" if words.lower().split()[-1] in ("total", "these", "them", "this", "those", "which") else words


def _qualified(c: Clause, number: Number) -> str:
    """Give the noun a percentage qualifies: "a 25 percent tariff on goods", "an 11 percent VAT refund"."""
    tk, j = c.tk, number.j
    if (
        number.form != "plain"
        or j >= tk.n
        or tk.t[j] not in ("NOUN", "Vbase", "Ving")
        or c.mark[j]
        or tk.w[j] in COMPARATIVE
        or (tk.w[j].endswith("er") and number.unit == "%" and tk.w[j] in _GRADED)
        or any(g.i == j for g in c.groups)
    ):
        return ""
    end = j
    while end < tk.n and not stops(tk, end, c.mark, c.groups):
        end += 1
    return tk.words(j, phrase_end(tk, end, c.mark, c.groups))


def _named_for(c: Clause, number: Number) -> str:
    """Give whom a rate holds for: "20% for products of the highest grade", "80 percent for employees"."""
    tk, j = c.tk, number.j
    if tk.w[j : j + 1] != ["for"] or j + 1 >= tk.n or c.mark[j + 1] or tk.t[j + 1] not in _NOUNISH:
        return ""
    end = j + 1
    while end < tk.n and not stops(tk, end, c.mark, c.groups):
        end += 1
    return tk.words(j + 1, phrase_end(tk, end, c.mark, c.groups))


def share_thing(c: Clause, number: Number, frame: Frame, previous: str) -> tuple[str, bool]:
    """Give the indicator of a part or a rate: the subject of "made up", the whole of "owns", "one in eight X"."""
    group, memory = frame.group, c.memory
    owner = owner_of(c, number, frame) if number.unit == "%" or frame.role != "subject" else ""
    if owner in ("target", "goal", "targets", "goals"):
        return (previous or owner), False
    if owner:
        return owner, False
    named = _qualified(c, number)
    if named:
        return named, False
    noun = c.counted(number) or opening_whole(c, number)
    if group is not None and group.passive and frame.role == "object" and frame.link == "for" and noun:
        return f"{noun} {participle(group.verb.lemma)}", False  # "refunded for 60 percent of the loan"
    if frame.role == "subject" and group is not None:
        base = noun or memory.noun or memory.indicator.removeprefix("number of ")
        verb = group.verb.lemma in ("be", "") and not group.passive
        said = predicate(c.tk, group, c.mark).replace("that is a ", "that is ")
        return joined(base, said), not noun and not verb
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
        holder = _named_for(c, number)
        if holder and previous and not own and frame.role == "list":
            return f"{previous.partition(' for ')[0]} for {holder}", False
        if own or previous or noun:
            return (own or previous or noun), False
    if noun and frame.link in ("in", "at", "across", "on") and frame.role == "object":
        return noun, False  # "water quality was good in 87 percent of rivers"
    found = whose_thing(c, number, c.subject(group))
    named_for = _named_for(c, number) if group is not None and group.verb.lemma in ("", "be", "stand", "set") else ""
    if found and named_for and len(found.split()) < 6:
        return f"{found} for {named_for}", False
    if noun and group is not None and frame.role == "object" and not found:
        return noun, False
    if found and group is not None and group.verb.lemma == "contribute":
        whole = noun or ("total" if "total" in c.tk.w[number.j : number.j + 4] else "growth")
        return f"contribution of {found} to {whole}", False
    lasting = group is not None and group.verb.lemma == "stay"
    if found and group is not None and group.verb.lemma in NAMED_BY and not lasting and not group.passive:
        return f"{NAMED_BY[group.verb.lemma]} of {found}", False
    return (found or noun or previous or memory.indicator), not found
