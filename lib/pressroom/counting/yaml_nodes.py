"""A YAML file in, its tree of nodes with their lines out; what could exhaust memory is refused before it does."""

from __future__ import annotations

from pathlib import Path

import yaml

LARGEST_BYTES = 1_000_000
DEEPEST = 20


class YamlRefused(ValueError):
    """A file that cannot be read as YAML; the message names file, line, what was found and what to do."""


def read_nodes(path: Path, what: str) -> yaml.Node:
    """The root node of a YAML file.

    Parameters
    ----------
    path : pathlib.Path
    what : str
        What the file should be, for the messages: `codebook`, `dictionary`.

    Raises
    ------
    YamlRefused
        If the file is missing, is too large, is not in UTF-8, is no YAML, is nested more than 20 deep, or uses
        aliases: nine lines of aliases to aliases stand for a billion words.
    """
    if not path.is_file():
        raise YamlRefused(f"{path}: there is no such {what}; name one with --codebook FILE")
    if path.stat().st_size > LARGEST_BYTES:
        raise YamlRefused(f"{path}: larger than {LARGEST_BYTES:,} bytes; no {what} is, so it is not read")
    try:
        text = path.read_text(encoding="utf-8-sig")
        _refuse_bombs(path, text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        raise YamlRefused(f"{path}: not in UTF-8 ({error.reason}); save it as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise YamlRefused(
            f"{path}, line {line}: no valid YAML ({error.problem}); mend that line: a term with a colon, *, & or # "
            "goes between quotation marks"
        ) from error
    except yaml.YAMLError as error:
        raise YamlRefused(f"{path}: no valid YAML ({' '.join(str(error).split())}); mend it") from error
    if root is None:
        raise YamlRefused(f"{path}: the {what} is empty; see data/codebook/themes.yaml for one that is not")
    return root


def line_of(node: yaml.Node) -> int:
    """The line of a node, from 1."""
    return int(node.start_mark.line) + 1


def _refuse_bombs(path: Path, text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise YamlRefused(f"{path}, line {line}: aliases (*name) are not read; write the terms out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise YamlRefused(f"{path}, line {line}: nested more than {DEEPEST} deep; close the brackets or lists")
