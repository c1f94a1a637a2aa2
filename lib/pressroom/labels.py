"""The text of a page in, the places where a name is printed before its speech out."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from . import patterns
from .names import part_played, plain_name, sort_of

WHITE = patterns.BLANK + "\n"
Outlets = dict[str, tuple[str, str]]


@dataclass(slots=True)
class Label:
    """A printed name: its span with colon and marks, its words, and what sort of name it is."""

    start: int
    end: int
    text: str
    name: str
    sort: str
    own_line: bool = False
    inside: bool = False  # in the middle of a paragraph, after a stop
    bare: bool = False  # without a colon or marks: only a name


@dataclass(frozen=True)
class View:
    """What a dialect looks at: the text, and whom and which outlets a label may mean."""

    text: str
    known: frozenset[str]
    outlets: Outlets

    def sort(self, name: str) -> str | None:
        return sort_of(name, self.known, self.outlets)


@dataclass(frozen=True)
class Dialect:
    """How a press room prints who speaks: its name, an example, how its labels are found, how many it takes."""

    name: str
    example: str
    find: Callable[[View], Iterator[Label]]
    least: int = 1
    rivals: bool = True  # whether it is one of several styles of which a page has one, or may stand beside any


def find_labels(text: str, known: frozenset[str], outlets: Outlets) -> list[Label]:
    """Every label of a page, in order.

    The rows of `DIALECTS` that no other style rules out are read side by side; of the rivals the one that finds
    most. A name becomes a label when the page bears it out: it is in the cast, it is an outlet, it comes again, or
    it stands where somebody must ask or answer. A name whose colon got lost is found by the names that are sure.

    Parameters
    ----------
    text : str
    known : frozenset of str
        The people whom cast and title name, in small letters, as `roster.known_names` gives them.
    outlets : dict
        Outlets in small letters.

    Returns
    -------
    list of Label
    """
    view = View(text, known, outlets)
    beside = [label for d in DIALECTS if not d.rivals for label in _enough(list(d.find(view)), d)]
    best: list[Label] = []
    for dialect in (d for d in DIALECTS if d.rivals):
        found = _believed(text, _apart([*_enough(list(dialect.find(view)), dialect), *beside]))
        if len(found) > 1.5 * len(best):
            best = found
    return _with_lost_colons(view, best)


def _enough(found: list[Label], dialect: Dialect) -> list[Label]:
    return found if len(found) >= dialect.least else []


def _apart(labels: Sequence[Label]) -> list[Label]:
    """In order and without overlap: of two readings of the same place the longer, `**CCTV**:` before `**CCTV**`."""
    kept: list[Label] = []
    for label in sorted(labels, key=lambda c: (c.start, -c.end)):
        if not kept or label.start >= kept[-1].end:
            kept.append(label)
    return kept


# --- what a dialect finds -------------------------------------------------------------------------------------
def _colon(view: View) -> Iterator[Label]:
    """`Liang Huiling:` on a line of its own, `CCTV: What …` before the speech, or after a stop in a paragraph."""
    text = view.text
    seen: dict[str, tuple[int, str, str, str, bool] | None] = {}
    for match in patterns.COLON.finditer(text):
        at = match.start()
        if at + 1 < len(text) and text[at] == ":" and text[at + 1] not in patterns.AFTER_LABEL:
            continue  # "10:30", "http://"
        floor = max(0, at - patterns.LONGEST_LABEL - 40)
        line = text.rfind("\n", floor, at) + 1
        head = text[line or floor : at]
        if head not in seen:
            seen[head] = _read_head(view, head, whole=bool(line) or not floor)
        if not (told := seen[head]):
            continue
        shift, printed, name, sort, inside = told
        end = patterns.AFTER_COLON.match(text, at + 1).end()  # type: ignore[union-attr]
        own = bool(patterns.REST_OF_LINE.match(text, end))
        if not _announces(text, end, name):
            yield Label((line or floor) + shift, end, printed, name, sort, own, inside)


def _read_head(view: View, head: str, whole: bool) -> tuple[int, str, str, str, bool] | None:
    """What stands before a colon in, the label out: where it begins, its words, name, sort, whether inside a line."""
    if whole and len(head) <= patterns.LONGEST_LABEL + 30:
        printed = _bare(head)
        if printed and (sort := view.sort(name := plain_name(printed))):
            return len(head) - len(head.lstrip(patterns.BLANK)), printed, name, sort, False
    for stop in reversed(list(patterns.STOP.finditer(head))):
        if patterns.ABBREVIATED.search(head[: stop.start() + 1]) or not head[: stop.start()].strip(patterns.MARKS):
            continue
        printed = _bare(head[stop.end() :])
        sort = view.sort(name := plain_name(printed)) if printed else None
        if sort:
            return stop.end(), printed, name, sort, True
        if len(printed) > patterns.LONGEST_LABEL:
            return None
    return None


def _bare(text: str) -> str:
    """A label as printed, without the marks of emphasis around it; an editor's token stays."""
    return text.strip(patterns.BLANK + "*#" if "_ueditor" in text else patterns.MARKS)


def _announces(text: str, end: int, name: str) -> bool:
    """`Moderator: Mr. Zhan Kun, deputy director …` announces somebody, on one line or two, and is no label."""
    at = patterns.NEXT_WORDS.match(text, end).end()  # type: ignore[union-attr]
    if not text.startswith(patterns.TITLES, at) and part_played(name) != "chair":
        return False
    stop = text.find("\n", at)
    line = text[at : stop if stop >= 0 else len(text)].strip(patterns.BLANK)
    announced = patterns.CAST.fullmatch(line)
    return bool(announced and patterns.ROLE.match(announced["role"]) and not line.endswith((".", "?")))


def _marked(view: View) -> Iterator[Label]:
    """`**CCTV**`, `### CCTV`, `【CCTV】` without a colon: the marks are the label's own."""
    for pattern in (patterns.IN_MARKS, patterns.IN_BRACKETS):
        for match in pattern.finditer("\n" + view.text):
            printed = _bare(next(filter(None, match.groups())))
            if printed.endswith((":", "：")):
                continue
            end = match.end() - 1
            own = bool(patterns.REST_OF_LINE.match(view.text, end))
            if printed and (sort := view.sort(name := plain_name(printed))) and not _announces(view.text, end, name):
                inside = not match.group().startswith("\n")
                yield Label(match.start() - inside, end, printed, name, sort, own, inside)


def _q_and_blanks(view: View) -> Iterator[Label]:
    """`Q    And then?`: the White House prints a letter and blanks for whoever asks."""
    text = "\n" + view.text
    found = list(patterns.Q_AND_BLANKS.finditer(text))
    alone = list(patterns.Q_AND_BLANK.finditer(text))
    for match in [*found, *(alone if found or len(alone) > 1 else [])]:
        yield Label(match.end() - 1 - len(match.group().strip()), match.end() - 1, "Q", "Q", "part")


def _letter_and_stop(view: View) -> Iterator[Label]:
    """`Q. What …`, `A. It …`: offices that print their answers as a list."""
    for match in patterns.LETTER_AND_STOP.finditer("\n" + view.text):
        label = match["label"]
        yield Label(match.start(), match.end() - 1, label, label, "part")


def _capitals_and_stop(view: View) -> Iterator[Label]:
    """`CHAIR POWELL. Good …`: the Federal Reserve prints capitals and a full stop."""
    found = list(patterns.CAPITALS_AND_STOP.finditer("\n" + view.text))
    count = Counter(match["label"] for match in found)
    for match in found:
        label = match["label"]
        if count[label] > 1 or count.most_common(1)[0][1] > 2:
            yield Label(match.start(), match.end() - 1, label, label, view.sort(label) or "other", inside=False)


def _alone(view: View) -> Iterator[Label]:
    """`Economic Daily` alone on its line, without a colon, and the speech on the next: reposts drop the colon."""
    found = list(_short_lines(view))
    count = Counter(label.name for label in found)
    if sum(n > 1 for n in count.values()) and len(found) > 3:
        yield from found


def _short_lines(view: View) -> Iterator[Label]:
    """The lines short enough for a name, with a longer one below, that are a name and nothing else."""
    text, start = view.text, 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if 1 < len(line) < 70 and line[-1] not in ".?!,;:：":
            printed = _bare(line)
            if 1 < len(printed) < 60 and (sort := view.sort(name := plain_name(printed))):
                below = next((x for x in lines[number + 1 : number + 5] if x.strip(patterns.BLANK)), "").strip(patterns.BLANK)
                longer = len(below) > max(len(printed), 15) or below.endswith((".", "?", "!"))
                if longer and not _announces(text, start + len(line), name):
                    yield Label(start, start + len(line), printed, name, sort, own_line=True, bare=True)
        start += len(line) + 1


# How a press room prints who speaks. A new press room is a new row.
DIALECTS = (
    Dialect("name and colon", "Liang Huiling:", _colon),
    Dialect("name alone on its line", "Economic Daily", _alone, least=3),
    Dialect("capitals and full stop", "CHAIR POWELL. Good afternoon.", _capitals_and_stop, least=2),
    Dialect("name in marks", "**CCTV**", _marked, least=2, rivals=False),
    Dialect("letter and blanks", "Q    And then?", _q_and_blanks, rivals=False),
    Dialect("letter and full stop", "Q. What next?", _letter_and_stop, least=2, rivals=False),
)


# --- which of them the page bears out -------------------------------------------------------------------------
def _believed(text: str, found: Sequence[Label]) -> list[Label]:
    """The labels that are sure by their name or by coming again, then those that stand where one must stand."""
    count = Counter(label.name for label in found if not label.inside)
    inner = Counter(label.name for label in found if label.inside)
    common = {name: _is_common(text, name) for name in {c.name for c in found if c.sort in ("person", "word", "other")}}
    owners = sum(c.own_line for c in found if c.sort in ("part", "known", "outlet", "titled"))

    def sure(c: Label) -> bool:
        if c.sort in ("part", "known", "outlet"):
            return True
        again = count[c.name] + inner[c.name] > 1
        if c.sort == "titled":
            return again or not (c.inside or c.bare)
        if common[c.name]:
            return False
        if c.sort == "person":
            answers = c.inside and text[max(c.start - 20, 0) : c.start].rstrip(WHITE + "*\"”’").endswith("?")
            return again or answers or not (c.inside or c.bare) or _is_addressed(text, c.name)
        return again and not c.inside and (c.own_line or c.sort == "word")

    kept = [c for c in found if sure(c)]
    starts = [c.start for c in kept]
    for c in found:
        at = bisect_left(starts, c.start)
        if at < len(kept) and kept[at] is c:
            continue
        before = kept[at - 1] if at else None
        after = kept[at] if at < len(kept) else None
        if _stands_where_one_must(text, c, before, after, bool(owners), common.get(c.name, False)):
            kept.insert(at, c)
            starts.insert(at, c.start)
    kept = _of_one_hand(kept)
    return kept if _is_a_transcript(text, kept) else []


def _of_one_hand(kept: list[Label]) -> list[Label]:
    """Where every label is printed in capitals, `On Sudan:` at the head of a line is no label."""
    loud = [c for c in kept if any(len(word) > 1 and word.isupper() for word in c.name.split()) or c.name == "Q"]
    return loud if len(loud) > 8 and len(loud) > 0.9 * len(kept) else kept


def _stands_where_one_must(
    text: str, c: Label, before: Label | None, after: Label | None, own_lines: bool, common: bool
) -> bool:
    """Whether an unknown name asks what the next one answers, or answers what the one before asked."""
    said = text[c.end : after.start if after else min(len(text), c.end + 4000)]
    if c.bare and c.sort == "person" and not common:  # "Around China" above the title is followed by no greeting
        return before is not None or bool(patterns.GREETING.match(said))
    if c.bare and before is None:
        return False
    if before is not None and c.own_line and c.sort == "person" and not common and _hands_on(text[before.end : c.start]):
        return True
    asks = _asks(said) if c.inside or common or c.bare else "?" in said
    # `Antara: And …?`, answered by somebody who is no outlet
    if asks and after is not None and after.name != c.name and not _is_asker(after) and not (before and _is_asker(before)):
        return c.sort in ("word", "person", "other") and (c.own_line or not own_lines or not common)
    # an answer by somebody named once: `Tsering: …` after a question and before the next
    if before is not None and _is_asker(before) and _asks(text[before.end : c.start]) and not common:
        return (after is None or _is_asker(after) or after.name != c.name) and c.sort in ("person", "word")
    return c.own_line and own_lines and not (common or c.bare) and c.sort in ("word", "other") and bool(said.strip())


def _hands_on(said: str) -> bool:
    """Whether somebody ends by giving the word to another: `I will hand this over to my colleague.`"""
    return bool(patterns.HANDS_ON.search(said[-300:]))


def _is_asker(label: Label) -> bool:
    return label.sort == "outlet" or (label.sort == "part" and part_played(label.name) in ("journalist", None))


def _asks(said: str) -> bool:
    return bool(patterns.QUESTION_END.search(said[-400:].rstrip(WHITE + "*_")))


def _is_common(text: str, name: str) -> bool:
    """Whether a name is made of words that the page also writes small: `Green Development` is no person."""
    return any(_is_written_small(text, word.lower()) for word in name.split() if len(word) > 3 or word.isupper())


def _is_awaited(text: str, label: Label) -> bool:
    return _is_addressed(text, label.name) or _hands_on(text[max(label.start - 300, 0) : label.start])


def _is_addressed(text: str, name: str) -> bool:
    """Whether somebody is spoken to by that name: `Ms. Kuang, please.` of Kuang Lin."""
    words = name.split()
    return any(f"{title} {word}" in text for title in ("Mr.", "Ms.", "Mrs.", "Dr.") for word in (words[0], words[-1]))


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
    if any(c.sort == "known" for c in kept) or len({c.name for c in kept}) < len(kept):
        return True
    told = [c for c in kept if c.sort in ("part", "outlet", "titled", "person")]
    if len(told) > 1:
        return any("?" in text[a.end : b.start] for a, b in zip(told, [*told[1:], None], strict=True) if b) or any(
            len(text[a.end : b.start].split()) > 20 for a, b in zip(told, told[1:], strict=False)
        )
    return any(len(text[c.end :].split(None, 30)) > 20 for c in told)


def _with_lost_colons(view: View, kept: list[Label]) -> list[Label]:
    """`CCTV` alone on its line where the other labels have colons: a broken label, when the name is sure."""
    if len(kept) < 2 or sum(c.own_line for c in kept) < len(kept) / 3:
        return kept
    names = {c.name for c in kept}
    starts = {c.start for c in kept}
    first = kept[0].start
    broken = [
        c for c in _short_lines(view)
        if c.start > first and c.start not in starts
        and (c.name in names or c.sort in ("known", "outlet") or (c.sort == "person" and _is_awaited(view.text, c)))
    ]  # fmt: skip
    return _apart([*kept, *broken])
