"""Names that may be labels in, the ones that the page bears out, out."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .. import patterns
from .names import part_played
from .phrases import GREETS, HANDS_ON
from .view import Label, View

WHITE = patterns.BLANK + "\n"
LONGEST_ASIDE = 500  # characters of a question inside a paragraph that goes on after its question mark


def believed(view: View, found: Sequence[Label]) -> list[Label]:
    """The labels that are sure by their name or by coming again, then those that stand where one must stand."""
    text = view.text
    count = Counter(label.name for label in found if not label.inside)
    inner = Counter(label.name for label in found if label.inside)
    common = {
        name: _is_common(view.sample, name) for name in {c.name for c in found if c.sort in ("person", "word", "other")}
    }
    owners = sum(c.own_line for c in found if c.sort in ("part", "known", "outlet", "titled"))

    n_loud = sum(c.name == "Q" or (len(c.name) > 4 and c.name.isupper()) for c in found)

    def sure(c: Label) -> bool:
        again = count[c.name] + inner[c.name] > 1
        if not again and c.sort not in ("part", "known") and patterns.QUOTED_LINE.match(text, c.end):
            return False  # "Newsweek: “A good night.”" is quoted by whoever speaks
        if n_loud > 8 and c.name.isupper() and " " in c.name and not c.inside:
            return True  # "FLIGHT CREW MEMBER:" among labels in capitals
        if c.inside and not again and c.name in ("Question", "Answer", "Response", "A"):
            # "Question: who pays?" inside a speech, but "The following question was raised …: Q: A court …"
            return bool(patterns.AFTERWARDS.search(text[max(c.start - 160, 0) : c.start]))
        if c.sort in ("part", "known", "outlet"):
            return True
        if c.sort == "titled":
            return again or not (c.inside or c.bare)
        if common[c.name]:
            return False
        if c.sort == "person":
            answers = c.inside and text[max(c.start - 20, 0) : c.start].rstrip(WHITE + '*"”’').endswith("?")
            return again or answers or not (c.inside or c.bare) or is_addressed(view, c.name)
        return again and not c.inside and (c.own_line or c.sort == "word")

    judged = [(c, sure(c)) for c in found]
    following: list[Label | None] = [None] * len(judged)  # the next sure label after each
    for n in range(len(judged) - 2, -1, -1):
        following[n] = judged[n + 1][0] if judged[n + 1][1] else following[n + 1]
    kept: list[Label] = []
    for (c, is_sure), after in zip(judged, following, strict=True):
        before = kept[-1] if kept else None
        if (
            is_sure
            or _replies(c, before)
            or _stands_where_one_must(text, c, before, after, bool(owners), common.get(c.name, False))
        ):
            kept.append(c)
    kept = _of_one_hand(kept)
    return kept if _is_a_transcript(text, kept) else []


def _of_one_hand(kept: list[Label]) -> list[Label]:
    """Where every label is printed in capitals, `On Sudan:` at the head of a line is no label."""
    loud = {
        name for name in {c.name for c in kept} if name == "Q" or any(w.isupper() for w in name.split() if len(w) > 1)
    }
    n_loud = sum(c.name in loud for c in kept)
    if n_loud < 9 or n_loud < 0.8 * len(kept):
        return kept
    return [c for c in kept if c.name in loud or c.sort in ("part", "known", "outlet")]


def _stands_where_one_must(
    text: str, c: Label, before: Label | None, after: Label | None, own_lines: bool, common: bool
) -> bool:
    """Whether an unknown name asks what the next one answers, or answers what the one before asked."""
    said = text[c.end : after.start if after else min(len(text), c.end + 4000)]
    if c.bare and c.sort == "person" and not common:  # "Around China" above the title is followed by no greeting
        return before is not None or GREETS.match(said)
    if c.bare and before is None:
        return False
    if (
        before is not None
        and c.own_line
        and c.sort == "person"
        and not common
        and _hands_on(text[before.end : c.start])
    ):
        return True
    strict = common or c.bare or (c.inside and len(said) > LONGEST_ASIDE)
    asks = _asks(said) if strict else "?" in said
    # `Antara: And …?`, answered by somebody who is no outlet
    if (
        asks
        and after is not None
        and after.name != c.name
        and not _is_asker(after)
        and not (before and _is_asker(before))
    ):
        return c.sort in ("word", "person", "other") and (c.own_line or not own_lines or not common)
    # an answer by somebody named once: `Tsering: …` after a question and before the next
    if before is not None and _is_asker(before) and _asks(text[before.end : c.start]) and not common:
        return (after is None or _is_asker(after) or after.name != c.name) and c.sort in ("person", "word")
    return c.own_line and own_lines and not (common or c.bare) and c.sort in ("word", "other") and bool(said.strip())


def _hands_on(said: str) -> bool:
    """Whether somebody ends by giving the word to another: `I will hand this over to my colleague.`"""
    return HANDS_ON.search(said[-300:])


def _replies(c: Label, before: Label | None) -> bool:
    """`A:` right after `Q:`."""
    asked = before is not None and before.sort == "part" and part_played(before.name) == "journalist"
    return asked and c.sort == "part" and part_played(c.name) == "official"


def _is_asker(label: Label) -> bool:
    return label.sort == "outlet" or (label.sort == "part" and part_played(label.name) in ("journalist", None))


def _asks(said: str) -> bool:
    return bool(patterns.QUESTION_END.search(said[-400:].rstrip(WHITE + "*_")))


def _is_common(text: str, name: str) -> bool:
    """Whether a name is made of words that the page also writes small: `Green Development` is no person."""
    return any(_is_written_small(text, word.lower()) for word in name.split() if len(word) > 3 or word.isupper())


def _is_awaited(view: View, label: Label) -> bool:
    return label.sort == "person" and (
        is_addressed(view, label.name) or _hands_on(view.text[max(label.start - 300, 0) : label.start])
    )


def is_addressed(view: View, name: str) -> bool:
    """Whether somebody is spoken to by that name: `Ms. Kuang, please.` of Kuang Lin."""
    words = name.split()
    return any(word in view.addressed or word.capitalize() in view.addressed for word in (words[0], words[-1]))


def _is_written_small(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(word, end)
    return False


def _is_a_transcript(text: str, kept: Sequence[Label]) -> bool:
    """Whether labels are more than the odd heading of a notice: somebody known, somebody twice, or a question."""
    if not any(c.sort in ("part", "known", "outlet", "titled") for c in kept):
        # `Dress Code:`, `Opening Hours:` have the form of names; what stands below them is in nobody's own words
        said = [text[a.end : b.start if b else len(text)][:1000] for a, b in zip(kept, [*kept[1:], None], strict=False)]
        if 2 * sum(bool(patterns.OWN_WORDS.search(words)) for words in said) < len(kept):
            return False
    if any(c.sort == "known" for c in kept) or len({c.name for c in kept}) < len(kept):
        return True
    told = [c for c in kept if c.sort in ("part", "outlet", "titled", "person")]
    if len(told) > 1:
        said = [text[a.end : b.start] for a, b in pairwise(told)] + [text[told[-1].end :][:2000]]
        return any("?" in words for words in said) or any(len(words.split()) > 20 for words in said)
    return any(len(text[c.end :].split(None, 30)) > 20 for c in told)


def broken_labels(view: View, kept: Sequence[Label], bare_lines: Iterable[Label]) -> list[Label]:
    """`CCTV` alone on its line where the other labels have colons: a broken label, when the name is sure."""
    if not kept or sum(c.own_line for c in kept) < len(kept) / 3:
        return []
    names = {c.name for c in kept}
    order = [c.start for c in kept]

    def asks(c: Label) -> bool:
        """Between the words of an official and the next official's label, a short line above a question."""
        at = bisect_left(order, c.start)
        after = kept[at] if at < len(kept) else None
        if after is None or _is_asker(after) or _is_asker(kept[at - 1]) or _is_common(view.sample, c.name):
            return False
        return _asks(view.text[c.end : after.start])

    starts = {c.start for c in kept}
    first = kept[0].start
    return [
        c for c in bare_lines
        if c.start > first and c.start not in starts
        and (c.name in names or c.sort in ("known", "outlet") or asks(c) or _is_awaited(view, c))
    ]  # fmt: skip
