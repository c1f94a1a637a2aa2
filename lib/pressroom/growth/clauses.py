"""The tokens of a sentence in, its verb groups with their subjects out: the skeleton of its clauses."""

from .lexicon import verbs
from .subjects import is_reduced, set_subject
from .tokens import Tokens
from .verbgroups import AIMS, OPENS, Group, group_at


def find_groups(tk: Tokens, mark: bytearray) -> list[Group]:
    """Take tokens and what belongs to a number (1) or a period (2), give the verb groups in order.

    Examples
    --------
    >>> tk = Tokens("Output of steel has grown by 5 percent")
    >>> group = find_groups(tk, bytearray(tk.n))[0]
    >>> group.verb.lemma, group.tense, tk.words(*group.subject)
    ('grow', 'perf', 'Output of steel')
    """
    groups = verb_groups(tk, mark)
    for at, group in enumerate(groups):
        set_subject(tk, group, groups[:at], mark)
    return groups


def verb_groups(tk: Tokens, mark: bytearray) -> list[Group]:
    """Give the verb groups without their subjects, where only tenses are asked for."""
    found: list[Group] = []
    i, n = 0, tk.n
    w, t = tk.w, tk.t
    while i < n:
        if (t[i] not in OPENS and w[i] != "to") or mark[i]:
            i += 1
            continue
        near = w[i] == "close" and w[i + 1 : i + 2] == ["to"] and any(mark[i + 2 : i + 4])  # "close to 30%"
        things = t[i] == "Vs" and i and mark[i - 1] & 1 and verbs()[w[i]].noun_too  # "1,700 delegates"
        group = None if near or things else group_at(tk, i, mark, found)
        if group is None:
            i += 1
            continue
        found.append(group)
        i = group.j
    for group in found:
        follows = tk.w[group.j : group.j + 1] in (["to"], ["at"], ["for"])
        plain = (
            group.verb.lemma in AIMS and group.i == group.head and (follows or group.verb.lemma in ("want", "target"))
        )
        group.aims = group.aims or plain
    kept: list[Group] = []
    for at, group in enumerate(found):
        if not (group.tense == "past" and is_reduced(tk, at, found, mark)):
            kept.append(group)
    return kept
