"""A number in its frame in, its indicator out: what is measured, in the text's words, pronouns replaced."""

from .changes import changed_thing
from .completing import completed, remember
from .frames import Frame
from .nounphrases import MONEY, bare_before, moved, participle, phrase_end, predicate, text_of
from .numbers import Number
from .reference import PERSON, PRONOUN, Clause, tidy
from .shares import NAMED_BY, joined, opening_whole, owner_of, share_thing
from .units import TIMES

# verbs that say only that something is there or was done: "we rolled out 45 measures" is about measures
_EMPTY = frozenset(
    """have hold include make build issue launch introduce create establish roll plan see provide add formulate publish
    complete open start implement release cultivate win need want use take get put approve sign allocate attract
    find set run bring support organize achieve form reach total record inspect conduct promote impose give invest
    lay list adopt unveil pass enact""".split()
)


_OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"], ["of", "which"], ["of", "whom"])


_PARTICLES = frozenset("on up off out back down away".split())
_FUNDS = frozenset(
    """set earmark allocate spend invest provide announce pledge commit inject channel appropriate disburse go put give
    approve need grant transfer""".split()
)
_PLACES = frozenset("city province country region county china nation town village".split())
_MOVED = {"up": "rise", "down": "fall"}
_ON_END = ("consecutive ", "straight ", "successive ")
_UNITS = frozenset(["units", "sets", "pieces", "items"])
# what a number is compared with is not what it measures: "growth was 23.5% year on year"
_BASES = frozenset(["year on year", "month on month", "quarter on quarter", "on year", "on month", "annually"])


def indicator_of(c: Clause, number: Number, frame: Frame, previous: str) -> tuple[str, bool]:
    """Take a number, give its indicator and whether it stands far from the number.

    `previous` is the indicator of the number before it in the sentence.
    """
    if number.form != "run":
        previous = previous.removeprefix("rise of ").removeprefix("fall of ")
    tk, mark, memory = c.tk, c.mark, c.memory
    text, far = _found(c, number, frame, previous)
    if tk.w[0] == "for" and not mark[0] and "," in tk.w and frame.role == "object" and text and len(text.split()) < 4:
        comma = tk.w.index(",")
        if comma < min(number.i, 8) and not any(mark[x] for x in range(comma)):
            text = f"{text} for {tk.words(1, comma)}"  # "For home appliances, the subsidy is 15 percent"
    if text.lower().replace("-", " ") in _BASES:
        text, far = previous or memory.indicator, True
    whole = completed(tidy(text), memory)
    remember(whole, memory)
    return whole, far


def _found(c: Clause, number: Number, frame: Frame, previous: str) -> tuple[str, bool]:
    group = frame.group
    if number.form in ("rank", "run"):
        return _placed(c, number, frame) or previous, False
    said = _said_after(c, number)
    if said:
        return said, False
    if c.tk.w[number.j : number.j + 2] in _OF_THEM and (number.unit != "%" or not frame.mode):
        part = _part_of_them(c, number, frame)
        if part:
            return part, False
    if frame.mode:
        return changed_thing(c, number, frame, previous)
    if number.unit == "%" or number.form == "fraction":
        return share_thing(c, number, frame, previous)
    owner = owner_of(c, number, frame)
    if owner:
        return (previous if previous and owner in ("target", "goal", "targets", "goals") else owner), False
    if frame.link in ("worth", "totaling", "totalling", "averaging"):
        own = bare_before(c.tk, number, frame.left - 1, c.groups, c.mark)
        if own:
            return c.referred(own), False
    after = c.counted(number)
    if after.lower().startswith(_ON_END):
        thing = c.subject(group) or previous or c.memory.indicator
        named = _MOVED.get(group.verb.direction) if group is not None and group.verb.role == "move" else None
        return (f"{named} of {thing}" if named and thing else thing), False  # "falling for seven straight quarters"
    if frame.link == "at" and frame.left > 1 and c.tk.w[frame.left - 2] == ",":
        own = bare_before(c.tk, number, frame.left - 1, c.groups, c.mark)
        if own:
            return c.referred(own), False
    if after and frame.left and number.i == frame.left and c.tk.w[number.i - 1].endswith("'s"):
        owner = c.tk.words(number.i - 1, number.i)[:-2]
        return f"{after} of {owner}", False  # "of the port's 214 berths"
    lasts = number.unit in TIMES and frame.role == "object" and group is not None and group.verb.role == "level"
    if after and not lasts and (after.lower() not in _UNITS or frame.role == "subject"):
        return _object(c, number, frame, after), False
    if frame.role == "object":
        held = (
            moved(c.tk, number, frame.left, group, c.mark)
            if frame.link in ("at", "to", "by", "from", "above", "below")
            else ""
        )
        if held and not held.lower().startswith(("in ", "on ")):
            return c.referred(held), False
    if frame.role in ("apposition", "fragment", "list"):
        own = c.bare(number, frame)
        if own or previous:
            return (own or previous), False
    if frame.role == "subject":
        funded = _funded(c, number, frame, "")
        if funded:
            return funded, False
        base = opening_whole(c, number) or c.memory.noun or previous or c.memory.indicator
        return f"{base} {predicate(c.tk, group, c.mark)}" if group and base else base, True
    if frame.role == "object" and c.tk.t[frame.left - 1 : frame.left] == ["PREP"] and group is not None:
        held = moved(c.tk, number, frame.left, group, c.mark)
        if held and c.tk.w[group.subject[0]] in PERSON:
            return c.referred(held), False
    found = c.subject(group)
    thing = c.memory.noun
    if (
        (
            number.unit in ("items", "people")
            and thing
            and group is not None
            and frame.role == "object"
            and group.verb.role == "do"
        )
        and group.verb.lemma
        and found
        and not group.passive
        and group.verb.lemma not in _EMPTY
    ):
        return f"{thing} {participle(group.verb.lemma)} by {found}", True
    funded = _funded(c, number, frame, found)
    if funded:
        return funded, False
    if not found and frame.role == "object":
        held = moved(c.tk, number, frame.left, group, c.mark)
        if held:
            return c.referred(held), False
    lasts = number.unit in ("days", "hours", "months", "years", "items")
    if found and group is not None and group.verb.lemma in NAMED_BY and not group.passive and (
        lasts or group.verb.lemma != "stay"
    ):  # fmt: skip
        return f"{NAMED_BY[group.verb.lemma]} of {found}", False
    return (found or previous or c.memory.indicator), not found


def _part_of_them(c: Clause, number: Number, frame: Frame) -> str:
    """Give "clinics that work at night" for "clinics, a quarter of which work at night"."""
    tk, j = c.tk, number.j + 2
    thing = c.memory.noun
    if thing and tk.w[j - 1] == "them" and not thing.lower().split()[-1].endswith(("s", "people")):
        thing = c.memory.plural or thing
    thing = thing or c.memory.plural
    if tk.w[j - 1] in ("which", "whom") and frame.left > 1:
        thing = c.antecedent_before(frame.left - 1) or thing
    owned = number.unit == "%" and frame.role == "object" and frame.group is not None and frame.group.j >= frame.left
    if not thing or owned:
        return ""
    group = next((g for g in c.groups if j <= g.i <= j + 2 and g.tense not in ("ing", "inf")), None)
    if group is not None:
        return joined(thing, predicate(tk, group, c.mark), tk.w[j - 1] == "whom")
    end = j
    while end < tk.n and tk.k[end] == "W" and not c.mark[end] and tk.t[end] not in ("CONJ", "REL", "PRON"):
        end += 1
    said = tk.t[j : j + 1] in (["PREP"], ["Ving"], ["Vboth"]) and end - j < 6
    return f"{thing} {tk.words(j, end)}" if said else thing  # "with nearly 85 percent of them in profit"


def _funded(c: Clause, number: Number, frame: Frame, found: str) -> str:
    """Give what money is for: "has set aside 6 billion yuan for flood relief", "has been allocated to schools"."""
    group, tk = frame.group, c.tk
    if number.unit not in MONEY or group is None or group.verb.lemma not in _FUNDS:
        return ""
    j = group.j if frame.role == "subject" else number.j
    if tk.w[j : j + 1] not in (["for"], ["to"], ["into"], ["toward"], ["towards"]) or c.mark[j]:
        return ""
    end = phrase_end(tk, j, c.mark, c.groups)
    if any(c.mark[x] & 1 for x in range(j, min(tk.n, j + 6))) or tk.t[j + 1 : j + 2] == ["Vbase"]:
        return ""
    words = tk.words(j + 1, end)
    return f"{found} for {words}" if found and words else words


def _said_after(c: Clause, number: Number) -> str:
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


def _placed(c: Clause, number: Number, frame: Frame) -> str:
    """Give what is ranked, or what has run so long: "ranks first in installed wind power capacity"."""
    tk, x = c.tk, number.j
    if number.form == "rank":
        for y in range(x, min(tk.n - 1, x + 6)):
            if tk.w[y] == "in" and tk.w[y + 1] not in ("the", "all", "china", "asia") and not c.mark[y + 1]:
                end = y + 1
                while (
                    end < tk.n and tk.k[end] == "W" and tk.t[end] in ("NOUN", "Vboth", "Ving", "Vs", "Vbase")
                ) or tk.w[end : end + 1] == ["of"]:
                    end += 1
                if end > y + 1:
                    return tk.words(y + 1, end)
            if tk.k[y] == "P":
                break
    subject, group = c.subject(frame.group), frame.group
    if group is not None and group.verb.lemma in ("be", "come", "rank", "stay", "hold", "keep"):
        subject = subject or c.memory.subject
    if number.form == "run" and group is not None and subject and group.j < frame.left:
        moved_noun = _MOVED.get(group.verb.direction) if group.verb.role == "move" else None
        if moved_noun and not any(c.mark[x] & 1 for x in range(group.j, frame.left)):
            return f"{moved_noun} of {subject}"  # "orders have edged up for three months in a row"
        end = frame.left - (frame.link in ("for", "a"))
        a = group.head if group.verb.role not in ("hold", "level") and group.verb.lemma not in ("", "be") else group.j
        stop = next((x for x in range(a, max(a, end)) if tk.w[x] == ","), max(a, end))
        return f"{subject} {text_of(tk, a, stop, c.mark)}"
    return subject


def _object(c: Clause, number: Number, frame: Frame, after: str) -> str:
    """Give "cargo handled by ports" for "ports handled 5 tonnes of cargo", "bonds issued" for "bonds were issued"."""
    group = frame.group
    if group is None:
        return after
    lemma, tk = group.verb.lemma, c.tk
    if tk.t[group.head] == "HAVE" and group.head == group.j - 1:
        lemma = "have"
    if frame.role == "subject":
        whole = tk.words(*group.subject)
        if (
            lemma in ("be", "")
            and not group.passive
            and tk.t[group.j : group.j + 1] == ["PREP"]
            and not c.mark[group.j]
        ):
            end = group.j + 1
            while end < tk.n and tk.t[end] == "NOUN" and not c.mark[end]:
                end += 1
            if end > group.j + 1:
                return f"{after} {tk.words(group.j, end)}"  # "1.7 million homes are under construction"
        if len(whole.split()) > 16 or lemma in ("be", "", "create") or tk.t[frame.left - 1 : frame.left] == ["PREP"]:
            return after
        if group.passive and "who" not in tk.w[number.j : group.i]:
            return f"{after.partition(' that ')[0]} {predicate(tk, group, c.mark)}"
        if "who" in tk.w[number.j : group.i] or "that" in tk.w[number.j : group.i]:
            return text_of(tk, number.noun[0] if number.noun else number.j, group.i, c.mark)
        return joined(after, predicate(tk, group, c.mark), number.unit == "people")
    if (
        frame.role in ("object", "list")
        and not group.passive
        and (lemma == "have" or group.verb.role in ("do", "share", "level", "hold"))
        and lemma
    ):
        subject = c.subject(group)
        if lemma in ("contain", "include", "set", "comprise") and subject:
            return f"{after} in {subject}" if len(subject.split()) < 9 else after
        particle = tk.w[group.j] if frame.left == group.j + 1 and tk.w[group.j] in _PARTICLES else ""
        if particle and subject and len(subject.split()) < 10:
            return f"{after} {participle(lemma)} {particle} by {subject}"  # "firms will take on a million graduates"
        if lemma in _EMPTY and lemma not in ("hold", "use"):
            owns = lemma in ("make", "attract") or (lemma == "have" and frame.left == group.j)
            owns = owns and 0 < len(subject.split()) < 5 and subject.lower() not in PRONOUN | _PLACES
            return f"{after} of {subject}" if owns else after
        if group.verb.role == "level" and lemma not in ("sell", "win", "score", "deliver"):
            return after
        if frame.link in ("in", "across", "from", "among", "with", "for", "on", "into", "by"):
            return after
        if subject and len(subject.split()) < 10 and subject != after:
            return f"{after} {participle(lemma)} by {subject}"
        if group.tense in ("past", "perf"):
            return f"{after} {participle(lemma)}"
    return after
