"""The text of a page in, the places where a name is printed before its speech out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from .. import patterns
from .label_evidence import believed, broken_labels, is_addressed
from .lines import SENTENCE_ENDS
from .names import is_person_like, part_played, split_title
from .view import Label, Outlets, View

PLENTY = 11  # labels of one style, after which no rival is looked for
MARKED = (
    ("**", patterns.IN_STARS),
    ("#", patterns.HEADING_LINE),
    ("【", patterns.IN_BRACKETS),
    ("[", patterns.IN_BRACKETS),
)


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
        if len(best) > PLENTY:
            break
        own = _enough(list(dialect.find(view)), dialect)
        found = believed(view, _apart([*own, *beside])) if own or (beside and not best) else []
        if len(found) > 1.5 * len(best):
            best = found
    broken = broken_labels(view, best, short_lines(view))
    return _apart([*best, *broken]) if broken else best


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
    for at in _colons(text):
        tight = at + 1 < len(text) and text[at] == ":" and text[at + 1] not in patterns.AFTER_LABEL
        if tight and not text[at + 1].isupper():
            continue  # "10:30", "http://"; but "MS. ALDOUS:Yes" is a label whose blank was lost
        floor = max(0, at - patterns.LONGEST_LABEL - 40)
        line = text.rfind("\n", floor, at) + 1
        if floor and not line:  # "Lu Wei, person in charge of the Press Center for …:" on a line of its own
            line = text.rfind("\n", max(0, at - patterns.LONGEST_ROLE), at) + 1
        head = text[line or floor : at]
        if head not in seen:
            seen[head] = _read_head(view, head, whole=bool(line) or not floor)
        if not (told := seen[head]):
            continue
        shift, printed, name, sort, inside = told
        end = at + 1
        following = text[end : end + 3].lstrip(patterns.BLANK)[:1]  # mostly the first letter of the speech
        if following in "*_(":
            end = patterns.AFTER_COLON.match(text, end).end()  # type: ignore[union-attr]
        own = not following.isalnum() and bool(patterns.REST_OF_LINE.match(text, end))
        if not _announces(text, end, name):
            tight = tight and sort not in ("part", "known", "outlet")
            yield Label((line or floor) + shift, end, printed, name, sort, own, inside or tight)


def _colons(text: str) -> Iterator[int]:
    narrow = text.replace("：", ":")
    at = narrow.find(":")
    while at >= 0:
        yield at
        at = narrow.find(":", at + 1)


def _read_head(view: View, head: str, whole: bool) -> tuple[int, str, str, str, bool] | None:
    """What stands before a colon in, the label out: where it begins, its words, name, sort, whether inside a line."""
    if whole:
        printed = _bare(head)
        name, sort = view.read(printed)
        if sort and (len(head) <= patterns.LONGEST_LABEL + 30 or sort in ("known", "person", "titled")):
            return len(head) - len(head.lstrip(patterns.BLANK)), printed, name, sort, False
    for stop in reversed(list(patterns.STOP.finditer(head))):
        if patterns.ABBREVIATED.search(head[: stop.start() + 1]) or not head[: stop.start()].strip(patterns.MARKS):
            continue
        printed = _bare(head[stop.end() :])
        name, sort = view.read(printed)
        if whole and sort in ("part", "known", "outlet") and patterns.LIST_NUMBER.fullmatch(head, 0, stop.end()):
            return 0, printed, name, sort, False  # "1. Asahi Shimbun: …"
        if sort:
            return stop.end(), printed, name, sort, True
        if len(printed) > patterns.LONGEST_LABEL:
            break
    glued = max((match.end() for match in patterns.GLUED.finditer(head)), default=0)
    if glued and not patterns.ABBREVIATED.search(head[:glued]):
        printed = _bare(head[glued:])
        name, sort = view.read(printed)
        if sort == "known" or (sort in ("person", "titled") and name != printed):
            return glued, printed, name, sort, True
    return None


def _bare(text: str) -> str:
    """A label as printed, without the marks of emphasis around it; an editor's token stays."""
    return text.strip(patterns.BLANK + "*#" if "_ueditor" in text else patterns.MARKS)


def _announces(text: str, end: int, name: str) -> bool:
    """`Moderator: Mr. Zhan Kun, deputy director …` announces somebody, on one line or two, and is no label."""
    if part_played(name) != "chair" and not patterns.TITLE_NEXT.match(text, end):
        return False
    at = patterns.NEXT_WORDS.match(text, end).end()  # type: ignore[union-attr]
    stop = text.find("\n", at)
    line = text[at : stop if stop >= 0 else len(text)].strip(patterns.BLANK)
    announced = patterns.CAST.fullmatch(line)
    if part_played(name) == "chair" and len(line) < patterns.LONGEST_ROLE and line[-1:] not in SENTENCE_ENDS:
        office, person = split_title(line)  # "Host:", and below it "Director of the Tide Bureau Lu Wei"
        return bool(announced or (office and is_person_like(person)))
    return bool(announced and patterns.TOLD_ROLE.match(announced["role"]) and not line.endswith((".", "?")))


def _marked(view: View) -> Iterator[Label]:
    """`**CCTV**`, `### CCTV`, `【CCTV】` without a colon: the marks are the label's own."""
    text = view.text
    for mark, pattern in MARKED:
        at = text.find(mark)
        while at >= 0:
            match = pattern.match(text, at)
            if match is None:
                at = text.find(mark, at + len(mark))
                continue
            end, printed = match.end(), _bare(match["label"])
            if mark in "[【":
                end = patterns.AFTER_COLON.match(text, end).end()  # type: ignore[union-attr]
            name, sort = view.read(printed)
            inside = bool(text[text.rfind("\n", max(at - 200, 0), at) + 1 : at].strip(patterns.BLANK))
            told = sort and not printed.endswith((":", "：")) and not (inside and mark != "**")
            if sort and told and not _announces(text, end, name):
                yield Label(at, end, printed, name, sort, bool(patterns.REST_OF_LINE.match(text, end)), inside)
            at = text.find(mark, end)


def _q_and_blanks(view: View) -> Iterator[Label]:
    """`Q    And then?`: the White House prints a letter and blanks for whoever asks."""
    text = "\n" + view.text
    found = list(patterns.Q_AND_BLANKS.finditer(text))
    if len(found) == 1 and found[0]["wide"] is None:
        return
    for match in found:
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
            yield Label(match.start(), match.end() - 1, label, label, view.read(label)[1] or "other", inside=False)


def _alone(view: View) -> Iterator[Label]:
    """`Economic Daily` alone on its line, without a colon, and the speech on the next: reposts drop the colon."""
    found = list(short_lines(view))
    count = Counter(label.name for label in found)
    sure = sum(label.sort in ("known", "outlet", "part") for label in found)
    spoken_to = any(is_addressed(view, label.name) for label in found if label.sort in ("known", "person"))
    if (len(found) > 1 and spoken_to) or (len(found) > 3 and (sum(n > 1 for n in count.values()) or sure > 3)):
        yield from found


def short_lines(view: View) -> Iterator[Label]:
    """The lines short enough for a name, with a longer one below, that are a name and nothing else."""
    text, start = view.text, 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if 1 < len(line) < 70 and line[-1] not in ".?!,;:：—…" and _ends_as_a_name(printed := _bare(line)):
            name, sort = view.read(printed)
            if sort and _is_above_speech(lines, number, printed) and not _announces(text, start + len(line), name):
                yield Label(start, start + len(line), printed, name, sort, own_line=True, bare=True)
        start += len(line) + 1


def _ends_as_a_name(printed: str) -> bool:
    """Whether first and last word begin with a capital: quick, for most short lines are speech."""
    if not 1 < len(printed) < 60 or not (printed[0].isupper() or printed[0] == "_"):
        return False
    last = printed[printed.rfind(" ") + 1]
    return not last.islower() or printed.endswith((")", "）")) or part_played(printed) is not None


def _is_above_speech(lines: Sequence[str], number: int, printed: str) -> bool:
    below = next((x for x in lines[number + 1 : number + 5] if x.strip(patterns.BLANK)), "").strip(patterns.BLANK)
    return len(below) > max(len(printed), 15) or below.endswith((".", "?", "!"))


# How a press room prints who speaks. A new press room is a new row.
DIALECTS = (
    Dialect("name and colon", "Liang Huiling:", _colon),
    Dialect("name alone on its line", "Economic Daily", _alone, least=2),
    Dialect("capitals and full stop", "CHAIR POWELL. Good afternoon.", _capitals_and_stop, least=2),
    Dialect("name in marks", "**CCTV**", _marked, least=2, rivals=False),
    Dialect("letter and blanks", "Q    And then?", _q_and_blanks, rivals=False),
    Dialect("letter and full stop", "Q. What next?", _letter_and_stop, least=2, rivals=False),
)
