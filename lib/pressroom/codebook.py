"""A YAML file in, a codebook out: what a theme is, which terms name it, and whether its own examples hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

LARGEST_BYTES = 1_000_000
STRENGTHS = ("strong", "weak", "exact", "needs")
FIELDS = (
    "id", "label", "label_zh", "definition", "cap", "manifesto", "ambiguous", "ambiguity_note", "include", "exclude",
    "examples", "examples_zh", "counterexample",
)  # fmt: skip
SECTIONS = ("meta", "themes", "history")


class CodebookError(ValueError):
    """A codebook that cannot be used; the message names file, line, what was found and what to do."""


@dataclass(frozen=True)
class Theme:
    """One theme: its terms by strength, what blanks them, and sentences it must and must not find.

    `strong` terms count on their own, `exact` ones too but only in this case of letters. `weak` terms count when
    the same sentence has a strong hit of the theme or one of the words of `needs`. Words of `exclude` are blanked
    for this theme before anything is matched. `label_zh` is the theme's identity: one Chinese phrase has several
    official English forms.
    """

    id: str
    label: str
    label_zh: str
    definition: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    exact: tuple[str, ...]
    needs: tuple[str, ...]
    exclude: tuple[str, ...]
    examples: tuple[str, ...]
    counterexample: str | None


@dataclass(frozen=True)
class Codebook:
    """Themes, in the order of the file.

    Examples
    --------
    >>> import pressroom as pr
    >>> codebook = Codebook.load(pr.project_path("data/codebook/themes.yaml"))
    >>> codebook["nqpf"].label
    'New quality productive forces'
    >>> codebook.check()
    []
    """

    themes: tuple[Theme, ...]
    source: str = field(default="", compare=False)

    def __getitem__(self, theme_id: str) -> Theme:
        for theme in self.themes:
            if theme.id == theme_id:
                return theme
        raise KeyError(f"no theme {theme_id!r}; the themes are {', '.join(t.id for t in self.themes)}")

    @classmethod
    def load(cls, path: str | Path) -> Codebook:
        """Read a codebook.

        Raises
        ------
        CodebookError
            If the file is missing, is no YAML, uses aliases, has a field or strength that does not exist, a theme
            without a term, or an id twice. The message names file and line.
        """
        path = Path(path)
        root = _compose(path)
        themes = [_theme(path, node) for node in _themes_node(path, root)]
        for number, (theme, _) in enumerate(themes):
            for other, line in themes[number + 1 :]:
                if theme.id == other.id:
                    raise CodebookError(
                        f"{path}, line {line}: the id {theme.id!r} is used twice; give each theme its own"
                    )
        return cls(tuple(theme for theme, _ in themes), str(path))

    def check(self) -> list[str]:
        """Each theme's own examples and counter-example against its terms; what does not hold, in sentences."""
        from .themes import find_themes

        problems = []
        for theme in self.themes:
            one = Codebook((theme,))
            for sentence in theme.examples:
                if not any(find_themes(sentence, one)):
                    problems.append(f"{theme.id}: no term fires in its example {sentence!r}")
            if theme.counterexample and (hit := next(iter(find_themes(theme.counterexample, one)), None)):
                problems.append(f"{theme.id}: {hit.term!r} fires in its counter-example {theme.counterexample!r}")
        return problems


def _compose(path: Path) -> yaml.MappingNode:
    if not path.is_file():
        raise CodebookError(f"{path}: there is no such codebook; name one with --codebook FILE")
    if path.stat().st_size > LARGEST_BYTES:
        raise CodebookError(f"{path}: larger than {LARGEST_BYTES:,} bytes; no codebook is, so it is not read")
    try:
        text = path.read_text(encoding="utf-8")
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise CodebookError(f"{path}, line {line}: aliases (*name) are not read; write the terms out")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path}: not in UTF-8 ({error.reason}); save it as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CodebookError(f"{path}, line {line}: no valid YAML ({error.problem}); mend that line") from error
    except yaml.YAMLError as error:
        raise CodebookError(f"{path}: no valid YAML ({error}); mend it") from error
    if not isinstance(root, yaml.MappingNode):
        raise CodebookError(f"{path}: no codebook; the file needs a list `themes:`")
    return root


def _themes_node(path: Path, root: yaml.MappingNode) -> list[yaml.MappingNode]:
    for key, value in _items(path, root, SECTIONS, "the file"):
        if key == "themes" and isinstance(value, yaml.SequenceNode) and value.value:
            return list(value.value)
    raise CodebookError(f"{path}: no themes; the file needs a list `themes:` with at least one theme")


def _items(path: Path, node: yaml.Node, allowed: tuple[str, ...], what: str) -> Iterator[tuple[str, yaml.Node]]:
    """The fields of a mapping; one that does not exist is an error that lists those that do."""
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise CodebookError(f"{path}, line {line}: {what} is no mapping; its fields are {', '.join(allowed)}")
    seen: set[str] = set()
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value not in allowed:
            raise CodebookError(f"{path}, line {line}: {what} has no field {key.value!r}; it has {', '.join(allowed)}")
        if key.value in seen:
            raise CodebookError(f"{path}, line {line}: {what} has the field {key.value!r} twice; join the two")
        seen.add(key.value)
        yield key.value, value


def _theme(path: Path, node: yaml.Node) -> tuple[Theme, int]:
    line = node.start_mark.line + 1
    fields: dict[str, Any] = dict(_items(path, node, FIELDS, "a theme"))
    values = {name: _plain(child) for name, child in fields.items()}
    if not values.get("id"):
        raise CodebookError(f"{path}, line {line}: a theme has no id; give it a short one in small letters")
    name = f"theme {values['id']!r}"
    include = _language(path, fields.get("include"), STRENGTHS, f"`include` of {name}")
    exclude = _language(path, fields.get("exclude"), None, f"`exclude` of {name}")
    terms = {strength: _terms(path, include.get(strength), strength, name) for strength in STRENGTHS}
    if not terms["strong"] + terms["exact"]:
        raise CodebookError(
            f"{path}, line {line}: {name} has no strong or exact term, so it can never be found; add one"
        )
    theme = Theme(
        id=values["id"],
        label=values.get("label") or values["id"],
        label_zh=values.get("label_zh") or "",
        definition=" ".join((values.get("definition") or "").split()),
        **terms,
        exclude=_terms(path, exclude.get("terms"), "exclude", name),
        examples=tuple(values.get("examples") or ()),
        counterexample=values.get("counterexample"),
    )
    return theme, line


def _language(path: Path, node: yaml.Node | None, allowed: tuple[str, ...] | None, what: str) -> dict[str, yaml.Node]:
    """The English half of `include` or `exclude`."""
    english = dict(_items(path, node, ("en", "zh"), what)).get("en") if node is not None else None
    if english is None:
        return {}
    return dict(_items(path, english, allowed, f"{what}, en")) if allowed else {"terms": english}


def _terms(path: Path, node: yaml.Node | None, strength: str, name: str) -> tuple[str, ...]:
    if node is None:
        return ()
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.SequenceNode):
        raise CodebookError(f'{path}, line {line}: `{strength}` of {name} is no list; write ["term", "term"]')
    for term in node.value:
        line = term.start_mark.line + 1
        bare = str(term.value).replace("*", "").replace("?", "").strip()
        if not any(c.isalnum() for c in bare):
            raise CodebookError(
                f"{path}, line {line}: the term {term.value!r} of {name} matches everything; it needs a letter"
            )
    return tuple(str(term.value) for term in node.value)


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return None if node.tag.endswith(":null") else str(node.value)
