"""A quanteda dictionary or a LIWC .dic file in, its keys and patterns out, and back again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..codebook import Codebook
from .yaml_nodes import YamlRefused, line_of, read_nodes

KEY_SEPARATOR = "."  # as quanteda writes the path of a nested key: innovation.science


class DictionaryError(ValueError):
    """A dictionary that cannot be used; the message names file, line, what was found and what to do."""


@dataclass(frozen=True)
class Dictionary:
    """Keys, nested or not, with the patterns of each.

    Attributes
    ----------
    entries : tuple of (tuple of str, tuple of str)
        The path of each key, outermost first, and its patterns: words and phrases with `*` and `?`.

    Examples
    --------
    >>> dictionary = Dictionary.of({"innovation": {"science": ["scien*"], "research": ["life sciences"]}})
    >>> dictionary.keys()
    ['innovation.science', 'innovation.research']
    >>> dictionary.keys(levels=[1])
    ['innovation']
    """

    entries: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    @classmethod
    def of(cls, keys: Mapping[str, Any]) -> Dictionary:
        """Nested mappings of keys to lists of patterns in, the dictionary out."""
        return cls(tuple(_entries(keys, ())))

    @classmethod
    def load(cls, path: str | Path) -> Dictionary:
        """Read a dictionary: YAML as quanteda has it, or LIWC's `.dic`; a codebook of this project gives its terms.

        Raises
        ------
        DictionaryError
            If the file is missing or is none of the three; the message names file and line.
        """
        path = Path(path)
        if path.suffix.lower() == ".dic":
            return _read_dic(path)
        try:
            root = read_nodes(path, "dictionary")
        except YamlRefused as error:
            raise DictionaryError(str(error)) from error
        if _is_codebook(root):
            return cls.from_codebook(Codebook.load(path))
        return cls(tuple(_node_entries(path, root, ())))

    @classmethod
    def from_codebook(cls, codebook: Codebook) -> Dictionary:
        """A codebook's strong and exact terms as patterns; weak terms, needs and exclude have no place in quanteda."""
        paths = (tuple(theme.id.split(KEY_SEPARATOR)) for theme in codebook.themes)
        return cls(tuple((p, (*t.strong, *t.exact)) for p, t in zip(paths, codebook.themes, strict=True)))

    def keys(self, levels: Sequence[int] | None = None) -> list[str]:
        """The names under which hits are counted, in order: the path of each key, or some levels of it."""
        return list(self.patterns(levels))

    def patterns(self, levels: Sequence[int] | None = None) -> dict[str, list[str]]:
        """Name to patterns; with `levels` (from 1) names keep those levels only, and keys that then agree merge."""
        merged: dict[str, list[str]] = {}
        for path, patterns in self.entries:
            kept = [key for level, key in enumerate(path, start=1) if levels is None or level in levels]
            if kept:
                merged.setdefault(KEY_SEPARATOR.join(kept), []).extend(patterns)
        return merged

    def write(self, path: str | Path) -> Path:
        """Write the dictionary: as LIWC `.dic` when the file is called so, else as YAML for quanteda."""
        path = Path(path)
        text = _dic(self) if path.suffix.lower() == ".dic" else _yaml(self)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path


def _entries(keys: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for key, value in keys.items():
        path = (*above, str(key))
        if isinstance(value, Mapping):
            yield from _entries(value, path)
        elif isinstance(value, str) or not isinstance(value, Sequence) or not all(isinstance(v, str) for v in value):
            raise DictionaryError(f"the key {'.'.join(path)!r} holds {value!r}; give a list of patterns, or more keys")
        else:
            yield path, tuple(value)


def _is_codebook(root: yaml.Node) -> bool:
    """A codebook has a list of themes with ids; a dictionary may have a key `themes` too, but a list of words."""
    if not isinstance(root, yaml.MappingNode):
        return False
    themes = next((value for key, value in root.value if key.value == "themes"), None)
    first = themes.value[0] if isinstance(themes, yaml.SequenceNode) and themes.value else None
    return isinstance(first, yaml.MappingNode) and any(key.value == "id" for key, _ in first.value)


def _node_entries(
    path: Path, node: yaml.Node, above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    where = f"{path}, line {line_of(node)}"
    name = f"the key {'.'.join(above)!r}" if above else "the file"
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise DictionaryError(f"{path}, line {line_of(key)}: {name} has {key.value!r} twice; join the two")
            seen.add(key.value)
            yield from _node_entries(path, value, (*above, str(key.value)))
        return
    if not above:
        raise DictionaryError(f"{where}: {name} is no dictionary; write `key: [pattern, pattern]`")
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    patterns = tuple(str(item.value) for item in items if isinstance(item, yaml.ScalarNode))
    if not any(p.strip() for p in patterns) and len(patterns) == len(items):
        raise DictionaryError(f"{where}: {name} has no pattern; give it one or take it out")
    if patterns:
        yield above, patterns
    # In quanteda a list may hold patterns and further keys side by side.
    for item in items:
        if isinstance(item, yaml.MappingNode):
            yield from _node_entries(path, item, above)
        elif isinstance(item, yaml.SequenceNode):
            raise DictionaryError(f"{path}, line {line_of(item)}: {name} has a list in a list; write the patterns out")


def _read_dic(path: Path) -> Dictionary:
    """LIWC's form: names and numbers of categories between two lines with %, then words and the numbers of theirs."""
    if not path.is_file():
        raise DictionaryError(f"{path}: there is no such dictionary; name one with --codebook FILE")
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise DictionaryError(f"{path}: not in UTF-8 ({error.reason}); save it as UTF-8") from error
    marks = [n for n, line in enumerate(lines) if line.strip() == "%"]
    if len(marks) < 2:
        raise DictionaryError(f"{path}: {len(marks)} lines with % alone; a .dic file names its categories between two")
    names: dict[str, tuple[str, ...]] = {}
    open_keys: list[tuple[int, str]] = []  # indented names are keys inside the one above
    for number, line in enumerate(lines[marks[0] + 1 : marks[1]], start=marks[0] + 2):
        fields = line.split(None, 1)
        if not fields:
            continue
        if len(fields) != 2 or not fields[0].isdigit() or fields[0] in names:
            raise DictionaryError(f"{path}, line {number}: {line.strip()!r}; write a new number, a tab and a name")
        depth = len(line) - len(line.lstrip())
        open_keys = [(d, key) for d, key in open_keys if d < depth] + [(depth, fields[1].strip())]
        names[fields[0]] = tuple(key for _, key in open_keys)
    words: dict[str, list[str]] = {number: [] for number in names}
    for number, line in enumerate(lines[marks[1] + 1 :], start=marks[1] + 2):
        if not line.strip():
            continue
        word, numbers = _word_and_numbers(line)
        unknown = [n for n in numbers if n not in words]
        if unknown or not word or not numbers:
            found = f"no category {', '.join(unknown)}" if unknown else f"{line.strip()!r} has no word or no number"
            raise DictionaryError(f"{path}, line {number}: {found}; write a word, a tab and numbers of categories")
        for category in numbers:
            words[category].append(word)
    return Dictionary(tuple((names[number], tuple(listed)) for number, listed in words.items()))


def _word_and_numbers(line: str) -> tuple[str, list[str]]:
    """A line of a .dic file in; the word, which may have spaces, and the numbers after it out."""
    word, tab, rest = line.strip().partition("\t")
    if tab:
        return word.strip(), rest.split()
    fields = line.split()
    first = next((n for n in range(len(fields), 0, -1) if not fields[n - 1].isdigit()), 0)
    return " ".join(fields[:first]), fields[first:]


def _dic(dictionary: Dictionary) -> str:
    flat = dictionary.patterns()
    numbers = {name: n for n, name in enumerate(flat, start=1)}
    of_word: dict[str, list[int]] = {}
    for name, patterns in flat.items():
        for pattern in dict.fromkeys(patterns):
            of_word.setdefault(pattern, []).append(numbers[name])
    head = [f"{n}\t{name}" for name, n in numbers.items()]
    body = ["\t".join([word, *map(str, of_word[word])]) for word in sorted(of_word)]
    return "\n".join(["%", *head, "%", *body, ""])


def _yaml(dictionary: Dictionary) -> str:
    tree: dict[str, Any] = {}
    for path, patterns in dictionary.entries:
        at = tree
        for key in path[:-1]:
            at = at.setdefault(key, {})
        at[path[-1]] = list(patterns)
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=110)
