"""A labelled page in, the same conference as other press rooms, editors and browsers would have left it, out.

Every variant keeps who says what, so the hand-made labels of the page stay true; what a variant changes is the
print: where labels stand, how they are marked, which of them are lost, how lines are broken.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Said:
    """One turn of a page: the label as printed and its colon, and the text up to the next label."""

    label: str | None
    mark: str  # what stands between the label and the speech, as printed
    text: str
    speaker: str | None
    kind: str
    first: str
    last: str
    answers: int | None


@dataclass(frozen=True)
class Labelled:
    """A page cut at its labels: `head + turns` is the page as saved."""

    name: str
    head: str
    turns: tuple[Said, ...]
    cast: tuple[tuple[str, str, str], ...]  # name, role, kind

    def render(self) -> str:
        return self.head + "".join((t.label or "") + t.mark + t.text for t in self.turns)

    def map(self, change: Callable[[int, Said], Said]) -> Labelled:
        return replace(self, turns=tuple(change(n, t) for n, t in enumerate(self.turns)))


def flat(text: str) -> str:
    """White space and characters that print nothing made one space, as the score does."""
    return re.sub(r"[\s\u00a0\u2002\u200b\u200c\u200d\u2060\ufeff]+", " ", text).strip()


def load(path: Path) -> Labelled:
    """A hand-labelled page of `tests/gold`."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    starts, at = [], 0
    for turn in gold["turns"]:
        words = r"[\s\u00a0\u2002\u2009\u200b]+".join(map(re.escape, turn["first"].split()))
        speech = re.compile(words).search(text, at)
        assert speech, (path, turn["first"])
        label = speech.start()
        if turn["label"]:
            label = text.rindex(turn["label"], at, speech.start())
        starts.append((label, speech.start()))
        at = speech.end()
    turns = []
    for turn, (label, speech), (end, _) in zip(gold["turns"], starts, [*starts, (len(text), 0)][1:], strict=True):
        printed = turn["label"] or ""
        turns.append(
            Said(
                turn["label"], text[label + len(printed) : speech], text[speech:end],
                turn.get("speaker"), turn["kind"], turn["first"], turn["last"], turn.get("answers"),
            )
        )  # fmt: skip
    cast = tuple((re.sub(r"^(?:Mr|Ms|Mrs|Dr)\. ", "", p["name"]), p["role_text"], p["kind"]) for p in gold["cast"])
    return Labelled(path.stem, text[: starts[0][0]] if starts else text, tuple(turns), cast)


Variant = Callable[[Labelled], Labelled | str | None]
VARIANTS: dict[str, Variant] = {}


def variant(function: Variant) -> Variant:
    VARIANTS[function.__name__] = function
    return function


def _labelled(change: Callable[[Said], Said]) -> Callable[[int, Said], Said]:
    return lambda _, turn: change(turn) if turn.label else turn


def _lost(page: Labelled) -> bool:
    return any(t.label is None for t in page.turns)


# --- line ends, blanks and breaks -----------------------------------------------------------------------------
@variant
def as_saved(page: Labelled) -> Labelled:
    return page


@variant
def windows_line_ends(page: Labelled) -> str:
    return page.render().replace("\n", "\r\n")


@variant
def no_break_spaces(page: Labelled) -> str:
    return re.sub(r" (\w+) ", "\u00a0\\1 ", page.render())


@variant
def no_blank_lines(page: Labelled) -> str | None:
    # a label lost without a trace of a gap is no longer to be seen
    return None if _lost(page) else re.sub(r"\n\s*\n", "\n", page.render())


@variant
def many_blank_lines(page: Labelled) -> str:
    return page.render().replace("\n\n", "\n\n\n\n")


@variant
def indented(page: Labelled) -> str:
    return re.sub(r"(?m)^(?=\S)", "\u3000\u3000", page.render())


@variant
def trailing_blanks(page: Labelled) -> str:
    return re.sub(r"(?m)$", "\u00a0 ", page.render())


@variant
def hard_wrapped(page: Labelled) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, 72)) if line else "" for line in page.render().split("\n"))


@variant
def a_foot_below(page: Labelled) -> str:
    return page.render() + "\nRelated stories\n\nShare\n\nCopyright © China SCIO. All rights reserved.\n"


# --- where the label stands and how it is marked --------------------------------------------------------------
@variant
def label_before_the_speech(page: Labelled) -> Labelled:
    return page.map(_labelled(lambda t: replace(t, mark=": ")))


@variant
def label_on_its_own_line(page: Labelled) -> Labelled | None:
    if _lost(page):
        return None
    head = page.head if page.head.endswith("\n") else page.head + "\n"
    turns = page.map(_labelled(lambda t: replace(t, mark=":\n\n", text=t.text.rstrip() + "\n\n")))
    return replace(turns, head=head)


@variant
def label_on_its_own_line_close(page: Labelled) -> Labelled | None:
    if _lost(page):
        return None
    return page.map(_labelled(lambda t: replace(t, mark=":\n", text=t.text.rstrip() + "\n")))


@variant
def wide_colons(page: Labelled) -> Labelled:
    return page.map(_labelled(lambda t: replace(t, mark=t.mark.replace(":", "："))))


@variant
def blank_before_the_colon(page: Labelled) -> Labelled:
    return page.map(_labelled(lambda t: replace(t, mark=t.mark.replace(":", " :"))))


@variant
def bold_labels(page: Labelled) -> str:
    return page.head + "".join(f"**{t.label}:** {t.text}" if t.label else t.text for t in page.turns)


@variant
def bold_labels_colon_outside(page: Labelled) -> str:
    return page.head + "".join(f"**{t.label}**:\n\n{t.text}" if t.label else t.text for t in page.turns)


@variant
def bold_labels_without_colon(page: Labelled) -> str:
    return page.head + "".join(f"**{t.label}**\n\n{t.text}" if t.label else t.text for t in page.turns)


@variant
def headings_as_labels(page: Labelled) -> str | None:
    if any("\n" not in t.mark for t in page.turns if t.label):
        return None
    return page.head + "".join(f"### {t.label}\n\n{t.text}" if t.label else t.text for t in page.turns)


@variant
def labels_without_colon(page: Labelled) -> Labelled | None:
    if any(t.label in ("Q", "A") for t in page.turns):
        return None
    own = [t.mark for t in page.turns if t.label and "\n" in t.mark]
    return (
        page.map(_labelled(lambda t: replace(t, mark="\n\n")))
        if len(own) == sum(bool(t.label) for t in page.turns)
        else None
    )


@variant
def one_label_without_colon(page: Labelled) -> Labelled | None:
    own = [n for n, t in enumerate(page.turns) if t.label and "\n" in t.mark]
    if not own:
        return None
    k = own[len(own) // 2]
    return page.map(lambda n, t: replace(t, mark=t.mark.replace(":", "")) if n == k else t)


@variant
def all_in_one_paragraph(page: Labelled) -> Labelled | None:
    if _lost(page):
        return None
    turns = page.map(lambda _, t: replace(t, mark=": ", text=_joined(t) + " "))
    return replace(turns, head=page.head + "\n")


def _joined(turn: Said) -> str:
    words = flat(turn.text)
    return words[: words.rindex(turn.last) + len(turn.last)] if turn.last in words else words


@variant
def turns_in_pairs(page: Labelled) -> Labelled | None:
    if _lost(page):
        return None

    def paired(n: int, turn: Said) -> Said:
        return replace(turn, mark=": ", text=_joined(turn) + (" " if turn.kind == "journalist" else "\n\n"))

    return page.map(paired)


@variant
def editor_token_glued_on(page: Labelled) -> Labelled:
    return page.map(lambda n, t: replace(t, label="_ueditor_page_break_tag_" + t.label) if t.label and n % 2 else t)


@variant
def editor_token_on_its_own_line(page: Labelled) -> Labelled | None:
    if any("\n" not in t.mark for t in page.turns if t.label):
        return None
    turns = [replace(t, text=t.text.rstrip() + "\n\n_ueditor_page_break_tag_\n\n") for t in page.turns[:-1]]
    return replace(page, turns=(*turns, page.turns[-1])) if not _lost(page) else None


# --- who is named, and how ------------------------------------------------------------------------------------
ROLES = {"official": "vice minister of works", "chair": "moderator"}


@variant
def role_in_brackets(page: Labelled) -> Labelled:
    def told(turn: Said) -> Said:
        role = ROLES.get(turn.kind)
        plain = turn.speaker and turn.label == turn.speaker
        return replace(turn, label=f"{turn.label} ({role})") if role and plain else turn

    return page.map(lambda _, t: told(t))


@variant
def title_before_the_name(page: Labelled) -> Labelled:
    names = {name for name, _, kind in page.cast}
    return page.map(lambda _, t: replace(t, label=f"Mr. {t.label}") if t.label in names else t)


@variant
def surname_with_title(page: Labelled) -> Labelled | None:
    names = {name for name, _, _ in page.cast}
    if len({n.split()[0] for n in names}) < len(names) or len(names) < 2 or page.name.startswith("d34"):
        return None  # d34 names a woman whose surname comes last

    def short(turn: Said) -> Said:
        return replace(turn, label=f"Ms. {turn.label.split()[0]}") if turn.label in names else turn

    return page.map(lambda _, t: short(t))


@variant
def office_before_the_name(page: Labelled) -> Labelled:
    officials = {name for name, _, kind in page.cast if kind == "official"}
    return page.map(lambda _, t: replace(t, label=f"Vice Governor {t.label}") if t.label in officials else t)


STRANGE_OUTLETS = ("O Globo", "Die Zeit", "Qianlong", "La Nación", "Antalya Gazetesi", "The Initium", "Rzeczpospolita",
                   "KUNA", "Naharnet", "Times of Malta", "Caijing", "Beiling Radio", "Yonhap", "T13")  # fmt: skip


@variant
def outlets_never_seen(page: Labelled) -> Labelled | None:
    outlets = list(
        dict.fromkeys(t.label for t in page.turns if t.kind == "journalist" and t.label == t.speaker and t.label)
    )
    if not outlets:
        return None
    new = {name: STRANGE_OUTLETS[n % len(STRANGE_OUTLETS)] for n, name in enumerate(outlets)}

    def renamed(turn: Said) -> Said:
        return replace(turn, label=new[turn.label], speaker=new[turn.label]) if turn.label in new else turn

    return page.map(lambda _, t: renamed(t))


def plain(label: str) -> str:
    return label.split(" (")[0]


STRANGE_NAMES = ("Ouyang Xiadan", "Tung Chee-hwa", "Sergey Lavrov", "Anwar bin Ibrahim", "Li Bo", "Faisal Al-Jadaan",
                 "John Lee Ka-chiu", "Nguyen Thi Hoa", "Tsering", "María José Ríos")  # fmt: skip


@variant
def names_of_other_forms(page: Labelled) -> Labelled | None:
    names = list(
        dict.fromkeys(
            t.speaker for t in page.turns if t.kind in ("official", "chair") and t.speaker and t.speaker == t.label
        )
    )
    slips = any(t.kind == "official" and t.label and plain(t.label) != t.speaker for t in page.turns)
    if not names or slips or any("_ueditor" in (t.label or "") for t in page.turns):
        return None
    new = dict(zip(names, STRANGE_NAMES, strict=False))

    def renamed(text: str) -> str:
        for old, name in new.items():
            text = text.replace(old, name)
            text = re.sub(rf"\b(Mr|Ms|Governor|Minister)(\.?)\s{old.split()[0]}\b", rf"\1\2 {name.split()[0]}", text)
        return text

    def change(_: int, t: Said) -> Said:
        return replace(
            t, label=new.get(t.label, t.label), speaker=new.get(t.speaker, t.speaker), text=renamed(t.text),
            first=renamed(t.first), last=renamed(t.last),
        )  # fmt: skip

    return replace(page.map(change), head=renamed(page.head))


@variant
def a_slip_in_a_label(page: Labelled) -> Labelled | None:
    seen: set[str] = set()
    for k, t in enumerate(page.turns):
        if t.label and t.label == t.speaker and t.label in seen and t.kind == "official":
            word = t.label.split()[-1]
            if len(word) > 4 and word[2] != word[3]:
                slip = t.label[: -len(word)] + word[:2] + word[3] + word[2] + word[4:]
                return replace(page, turns=(*page.turns[:k], replace(t, label=slip), *page.turns[k + 1 :]))
        seen.add(t.label or "")
    return None


@variant
def questions_and_answers_only(page: Labelled) -> Labelled | None:
    if any(t.label in (None, "Q") for t in page.turns) or {t.kind for t in page.turns} - {"journalist", "official"}:
        return None
    speakers = {t.speaker for t in page.turns if t.kind == "official"}
    one = next(iter(speakers)) if len(speakers) == 1 and {n for n, _, _ in page.cast} == speakers else None

    def short(_: int, t: Said) -> Said:
        asks = t.kind == "journalist"
        return replace(t, label="Q" if asks else "A", mark=": ", speaker=None if asks else one)

    return page.map(short)


@variant
def capitals(page: Labelled) -> Labelled | None:
    if {t.kind for t in page.turns} - {"journalist", "official", "chair"} or _lost(page):
        return None

    def loud(_: int, t: Said) -> Said:
        if t.kind == "journalist":
            return replace(t, label="QUESTION", mark=":  ", speaker=None)
        return replace(t, label=t.label.upper(), mark=":  ") if t.label and t.label == t.speaker else t

    return page.map(loud)


# --- labels lost ----------------------------------------------------------------------------------------------
def _without(page: Labelled, k: int, gap: str) -> Labelled:
    def lose(n: int, t: Said) -> Said:
        return replace(t, label=None, mark=gap, speaker=None) if n == k else t

    return page.map(lose)


def _asked(page: Labelled) -> list[int]:
    return [
        n
        for n, t in enumerate(page.turns)
        if n and t.kind == "journalist" and t.label and t.text.rstrip().endswith(("?", "Thank you."))
        and page.turns[n - 1].kind != "journalist" and n + 1 < len(page.turns) and page.turns[n + 1].kind == "official"
    ]  # fmt: skip


def _loses(which: int) -> Variant:
    def lose(page: Labelled) -> Labelled | None:
        asked = _asked(page)
        own = asked and "\n" in page.turns[asked[0]].mark
        return _without(page, asked[which % len(asked)], "\n\n") if own and which < len(asked) else None

    return lose


for _k, _name in enumerate(("first", "second", "third", "fourth")):
    VARIANTS[f"{_name}_asker_lost"] = _loses(_k)


@variant
def chair_lost_before_closing(page: Labelled) -> Labelled | None:
    last = page.turns[-1] if page.turns else None
    if not last or last.kind != "chair" or "\n" not in last.mark or not last.label:
        return None
    return _without(page, len(page.turns) - 1, "\n\n")
