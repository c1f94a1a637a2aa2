"""A verb group and those before it in, its subject out: the walk left over lists, asides and relative clauses."""

from .numerals import ORDINAL
from .tokens import Tokens
from .verbgroups import HARD, PASSED_OVER, SOFT, Group

_BREAKS = frozenset("while whereas but so yet because although though unless".split())


# how an aside ends that only points: "cargo, coal above all, has been falling"
_ASIDES = frozenset("all included excluded example instance particular though too alone however".split())


_SAYS = frozenset("say estimate believe think expect show report hope note announce tell know find predict".split())


def is_reduced(tk: Tokens, at: int, found: list[Group], mark: bytearray) -> bool:
    """Tell whether a past form only describes a noun: in "tickets sold for concerts were up" the verb is "were"."""
    group, last = found[at], found[at - 1] if at else None
    if group.i != group.head or tk.t[group.i] not in ("Vboth", "Vany"):
        return False
    if group.i and tk.t[group.i - 1] == "PRON":
        return False  # "we cut the sum required to be held"
    governed = last is not None and last.tense not in ("ing", "inf") and last.verb.lemma not in _SAYS
    if governed and last is not None and last.i == last.head and tk.t[last.j : last.j + 1] == ["PREP"]:
        governed = not _finite(tk, group, mark)  # "people employed in cities increased by 5 percent"
    if governed and last is not None and last.j < group.i and not any(
        tk.w[x] in HARD or tk.w[x] in SOFT or tk.t[x] in ("CONJ", "REL", "PRON") or tk.w[x] == "that"
        for x in range(last.j, group.i)
    ):  # fmt: skip
        return True  # "they make up 46.5% of cars sold"
    after = next((g for g in found[at + 1 :] if g.tense not in ("ing", "inf")), None)
    if after is None:
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


def _finite(tk: Tokens, group: Group, mark: bytearray) -> bool:
    """Tell whether a past form says how far or to what something moved: "dropped 15 percent", "rose to 5"."""
    if mark[group.j : group.j + 1] and mark[group.j] & 1:
        return group.verb.role in ("move", "level")
    linked = tk.w[group.j : group.j + 1] in (["by"], ["to"], ["from"])
    return linked and group.verb.role == "move" and any(x & 1 for x in mark[group.j + 1 : group.j + 4])


def set_subject(tk: Tokens, group: Group, before: list[Group], mark: bytearray) -> None:
    """Walk left from a verb group to where its subject begins."""
    t, w = tk.t, tk.w
    b = group.i
    if "'" in w[b] and t[b] in ("HAVE", "BE", "MOD"):
        group.subject = (b, b + 1)  # "we've inspected"
        return
    while b and (t[b - 1] == "ADV" or w[b - 1] in PASSED_OVER) and not mark[b - 1] & 1:
        b -= 1
    if b and w[b - 1] in SOFT:
        b = _before_aside(tk, b, before, mark)
    floor = next((g.j for g in reversed(before) if g.j <= b), 0)
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
        if (p >= floor and t[p] == "REL") or (
            word == "that" and (p + 1 == b or t[p + 1] != "NOUN" or _opens(tk, p, before))
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
            contact = (
                y - x == 1 and t[x] == "PRON" and x and t[x - 1] in ("NOUN", "Vbase", "Vs")
            )  # "the decline you mention"
            # "the threshold below which no VAT is due is 100,000 yuan"
            related = y > x > 0 and w[x - 1] in ("which", "whom", "where") and "," not in w[inner.j : b]
            wanted = (
                inner.tense == "inf"
                and inner.i
                and t[inner.i - 1] in ("NOUN", "Vboth")
                and not any(g.i < inner.i and g.tense not in ("ing", "inf", "past") for g in before)
            )  # "the time needed to open an account"
            participle = (
                contact
                or related
                or wanted
                or (inner.tense == "ing" and inner.i and w[inner.i - 1] not in (",", "and"))
            )
            if (not inner.relative and not participle) or any(w[x] in ("and", "or", "but") for x in range(inner.j, b)):
                break
            # "a firm that hires a graduate can receive": the relative clause is a part of the subject
            a = x if contact or related else inner.i
            while a and (
                t[a - 1] == "REL"
                or (related and t[a - 1] == "PREP")
                or w[a - 1] in ("that", "which", "who", "of")
                or t[a - 1] == "ADV"
            ):
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
    return (
        (a, end)
        if a < end and tk.t[a] not in ("PREP", "ADV", "Ving") and not any(mark[x] & 1 for x in range(a, end))
        else (b, b)
    )


def _before_aside(tk: Tokens, b: int, before: list[Group], mark: bytearray) -> int:
    """Step over an aside between commas: "sales, according to invoices, grew"."""
    for p in range(b - 2, max(-1, b - 12), -1):
        if tk.w[p] in HARD or any(g.i == p and g.tense not in ("ing", "inf") for g in before):
            return b
        if tk.w[p] in SOFT:
            described = tk.t[p + 1] in ("Ving", "Vboth", "Vpart") or tk.w[p + 1] == "or"
            plain = tk.w[p + 1] == "at" or (
                tk.t[p + 1] in ("PREP", "ADV") and not any(mark[x] & 1 for x in range(p, b))
            )
            return p if described or plain or tk.w[b - 2] in _ASIDES else b
    return b


def _opens(tk: Tokens, p: int, before: list[Group]) -> bool:
    """Tell whether "that" opens a clause after a verb of saying: "says that your subsidies have reached"."""
    return (bool(before) and before[-1].j == p) or (bool(p) and tk.t[p - 1][0] == "V")


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
    if i and tk.w[i - 1] in ("and", "or"):
        # "we made 589 scientific and technical inventions, and the number of firms grew": what was made is no subject
        start = i
        while start and tk.w[start - 1] not in HARD and tk.w[start - 1] not in SOFT:
            start -= 1
        return any(start <= g.i < i and g.tense not in ("ing", "inf") and not g.relative for g in before)
    first = tk.t[i]
    if mark[i] & 2 and all(mark[x] & 2 for x in range(i, p)):
        return True
    return first in ("PREP", "ADV", "REL", "Ving") or (p - i == 1 and (tk.w[i] in ORDINAL or first in ("ADV", "O")))
