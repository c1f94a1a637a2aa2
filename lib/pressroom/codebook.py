"""A YAML file in, a codebook out: what a theme is, which terms name it, and whether its own examples hold."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .counting.matching import fold
from .counting.yaml_nodes import YamlRefused, line_of, read_nodes

STRENGTHS = ("strong", "weak", "exact", "needs")
TEXTS = ("id", "label", "label_zh", "definition", "cap", "manifesto", "ambiguous", "ambiguity_note", "counterexample")
LISTS = ("examples", "examples_zh", "counterexamples")
FIELDS = (*TEXTS, *LISTS, "include", "exclude", "themes")
SECTIONS = ("meta", "themes", "history")
LANGUAGES = ("en", "zh")
ID = re.compile(r"[a-z][a-z0-9_]*")
LEAST_LETTERS = 2  # beside a wildcard: "e*" would find every fifth word


class CodebookError(ValueError):
    """A codebook that cannot be used; the message names file, line, what was found and what to do."""


@dataclass(frozen=True)
class Theme:
    """One theme: its terms by strength, what blanks them, and sentences it must and must not find.

    `strong` terms count on their own, `exact` ones too but only in this case of letters. `weak` terms count when
    the same sentence has a strong hit of the theme or one of the words of `needs`. Words of `exclude` are blanked
    for this theme before anything is matched. `label_zh` is the theme's identity: one Chinese phrase has several
    official English forms. A theme inside another has the id `outer.inner`.
    """

    id: str
    label: str
    label_zh: str = ""
    definition: str = ""
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """Themes, in the order of the file, a theme before those inside it.

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
            without a term, a term that would match everything, or an id twice. The message names file and line.
        """
        path = Path(path)
        try:
            root = read_nodes(path, "codebook")
        except YamlRefused as error:
            raise CodebookError(str(error)) from error
        return _Reader(path).codebook(root)

    def check(self) -> list[str]:
        """Each theme's own examples and counter-examples against its terms; what does not hold, in sentences."""
        from .themes import find_themes

        problems = []
        for theme in self.themes:
            one = Codebook((theme,))
            for sentence in theme.examples:
                if not any(find_themes(sentence, one)):
                    problems.append(f"{theme.id}: no term fires in its example {sentence!r}")
            for sentence in theme.counterexamples:
                if hit := next(find_themes(sentence, one), None):
                    problems.append(f"{theme.id}: {hit.term!r} fires in its counter-example {sentence!r}")
        return problems


class _Reader:
    """The nodes of one codebook's file in, its themes out; every refusal names the file and the line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines: dict[str, int] = {}  # where each id stands

    def codebook(self, root: yaml.Node) -> Codebook:
        nodes = dict(self._fields(root, SECTIONS, "the file"))
        if "themes" not in nodes:
            raise CodebookError(f"{self._path}: no themes; the file needs a list `themes:` with at least one theme")
        return Codebook(tuple(self._themes(nodes["themes"], "")), str(self._path))

    def _themes(self, node: yaml.Node, above: str) -> Iterator[Theme]:
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self._refusal(node, "`themes` lists no theme; give at least one, beginning with `- id:`")
        for child in node.value:
            fields = dict(self._fields(child, FIELDS, "a theme"))
            theme = self._theme(child, fields, above)
            if theme.id in self._lines:
                raise self._refusal(
                    child,
                    f"the id {theme.id!r} is used twice, first in line {self._lines[theme.id]}; give each its own",
                )
            self._lines[theme.id] = line_of(child)
            yield theme
            if "themes" in fields:
                yield from self._themes(fields["themes"], f"{theme.id}.")

    def _theme(self, node: yaml.Node, fields: dict[str, yaml.Node], above: str) -> Theme:
        texts = {name: self._text(fields[name], name) for name in TEXTS if name in fields}
        own = texts.get("id", "")
        if not ID.fullmatch(own):
            found = f"the id {own!r}" if own else "a theme without an id"
            raise self._refusal(fields.get("id", node), f"{found}; an id is small letters, digits and _, such as grain")
        name = f"theme {above + own!r}"
        include = self._language(fields.get("include"), STRENGTHS, f"`include` of {name}")
        terms = {strength: self._terms(include.get(strength), strength, name) for strength in STRENGTHS}
        exclude = self._language(fields.get("exclude"), None, f"`exclude` of {name}")
        if not terms["strong"] + terms["exact"] and "themes" not in fields:
            raise self._refusal(node, f"{name} has no strong or exact term, so it can never be found; add one")
        lists = {field: self._list(fields.get(field), field, name) for field in LISTS}
        counter = (texts["counterexample"],) if texts.get("counterexample") else ()
        return Theme(
            id=above + own,
            label=texts.get("label") or own,
            label_zh=texts.get("label_zh", ""),
            definition=" ".join(texts.get("definition", "").split()),
            **terms,
            exclude=self._terms(exclude.get("terms"), "exclude", name),
            examples=lists["examples"],
            counterexamples=(*counter, *lists["counterexamples"]),
        )

    def _fields(self, node: yaml.Node, allowed: Sequence[str], what: str) -> Iterator[tuple[str, yaml.Node]]:
        """The fields of a mapping; one that does not exist is an error that names the nearest that does."""
        if not isinstance(node, yaml.MappingNode):
            raise self._refusal(node, f"{what} is no mapping; its fields are {', '.join(allowed)}")
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name not in allowed:
                near = difflib.get_close_matches(name, allowed, 1)
                meant = f"did you mean {near[0]!r}? " if near else ""
                raise self._refusal(key, f"{what} has no field {name!r}; {meant}It has {', '.join(allowed)}")
            if name in seen:
                raise self._refusal(key, f"{what} has the field {name!r} twice; join the two")
            seen.add(name)
            yield name, value

    def _language(self, node: yaml.Node | None, allowed: Sequence[str] | None, what: str) -> dict[str, yaml.Node]:
        """The English half of `include` or `exclude`."""
        english = dict(self._fields(node, LANGUAGES, what)).get("en") if node is not None else None
        if english is None:
            return {}
        return dict(self._fields(english, allowed, f"{what}, en")) if allowed else {"terms": english}

    def _terms(self, node: yaml.Node | None, strength: str, name: str) -> tuple[str, ...]:
        terms = self._list(node, strength, name)
        seen: set[str] = set()
        for term, at in zip(terms, node.value if node else (), strict=True):
            letters = sum(c.isalnum() for c in term)
            wild = "*" in term or "?" in term
            if letters < (LEAST_LETTERS if wild else 1):
                least = f"{LEAST_LETTERS} letters beside its wildcard" if wild else "a letter"
                raise self._refusal(at, f"the term {term!r} of {name} matches everything; it needs {least}")
            if re.search(r"[*?]{3}", term):
                raise self._refusal(at, f"the term {term!r} of {name} has wildcards in a row; one * is enough")
            if (folded := fold(term)[0]) in seen:
                raise self._refusal(at, f"the term {term!r} stands twice in `{strength}` of {name}; take one out")
            seen.add(folded)
        return terms

    def _list(self, node: yaml.Node | None, field_name: str, name: str) -> tuple[str, ...]:
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise self._refusal(node, f'`{field_name}` of {name} is no list; write ["…", "…"]')
        for child in node.value:
            if not isinstance(child, yaml.ScalarNode):
                raise self._refusal(child, f"`{field_name}` of {name} holds a list or mapping; write texts only")
        return tuple(str(child.value).strip() for child in node.value)

    def _text(self, node: yaml.Node, what: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._refusal(node, f"`{what}` is no text; write it between quotation marks")
        return "" if node.tag.endswith(":null") else str(node.value)

    def _refusal(self, node: yaml.Node, message: str) -> CodebookError:
        return CodebookError(f"{self._path}, line {line_of(node)}: {message}")
