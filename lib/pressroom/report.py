"""Paths in, a folder of reports out: executed notebooks, one HTML page, charts, tables and a manifest."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from . import corpus, tables
from .codebook import Codebook
from .corrections import default_corrections
from .growth.table import growth_figures
from .model import Refusal
from .page import html_page
from .paths import PROJECT
from .themes import theme_hits

FORMATS = ("html",)
LIBRARIES = ("pandas", "matplotlib", "nltk", "nbconvert", "pyarrow")
WORKERS = 2  # notebooks run side by side; each is a Python process of its own
TIMEOUT_SECONDS = 600


@dataclass
class Report:
    """What `make` left behind: the folder, its files, what was refused, and whether anything had changed."""

    folder: Path
    files: list[str]
    refusals: list[Refusal] = field(default_factory=list)
    unchanged: bool = False

    @property
    def summary(self) -> str:
        """Where everything is, in the lines that the command prints."""
        charts = sum(name.startswith("charts/") and name.endswith(".png") for name in self.files)
        n_tables = sum(name.startswith("tables/") for name in self.files)
        head = "nothing has changed since the last run; " if self.unchanged else ""
        return "\n".join(
            [
                f"{head}the report is in {self.folder}/",
                f"  report     {self.folder / 'report.html'}",
                f"  charts     {self.folder / 'charts'}/  ({charts} charts, each as PNG and SVG)",
                f"  tables     {self.folder / 'tables'}/  ({n_tables} tables as CSV)",
                f"  notebooks  {self.folder / 'notebooks'}/  (executed)",
            ]
        )


def make(
    paths: Sequence[str | Path],
    codebook: Path,
    out: Path,
    notebooks: Path = PROJECT / "notebooks",
    say: Callable[[str], None] = print,
) -> Report:
    """Read the paths, run the notebooks on them, and leave the report in `out`.

    Parameters
    ----------
    paths : sequence of path
        Saved pages and folders, as for `pressroom.read`.
    codebook : pathlib.Path
        The themes.
    out : pathlib.Path
        The folder to write; made when it is not there.
    notebooks : pathlib.Path
        The folder whose notebooks are run, in the order of their names.
    say : callable
        Told of progress, a line at a time.

    Returns
    -------
    Report

    Raises
    ------
    ValueError
        If nothing can be read, or a notebook ends with an error: the message names notebook, cell and error.
    OSError
        If `out` cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    shelf = sorted(notebooks.glob("*.ipynb"))
    if not shelf:
        raise ValueError(f"{notebooks}: no notebook there; run from a checkout of the project")
    read = corpus.read(paths)
    made_from = _made_from(paths, read, codebook, shelf)
    if (before := _manifest(out)) and before["made_from"] == made_from and _intact(out, before["files"]):
        return Report(out, list(before["files"]), read.refusals, unchanged=True)

    for stale in (out / name for name in (before or {}).get("files", {})):
        stale.unlink(missing_ok=True)
    save_tables(read, codebook, out / "tables")
    # As given, not resolved: the notebooks run in this working directory, and what a table prints as its
    # source should be what the reader typed, not where their home is.
    given = [str(p) for p in paths]
    parameters = {
        "CORPUS": given if len(given) > 1 else given[0],
        "CODEBOOK": str(codebook),
        "REPORTS": str(out),
    }
    with ThreadPoolExecutor(WORKERS) as pool:
        executed = list(pool.map(lambda path: execute(path, parameters, say), shelf))
    (out / "notebooks").mkdir(exist_ok=True)
    for path, notebook in zip(shelf, executed, strict=True):
        nbformat.write(notebook, out / "notebooks" / path.name)
    (out / "report.html").write_text(html_page(executed, read), encoding="utf-8")

    files = {str(p.relative_to(out)): _sha256(p) for p in sorted(_made(out))}
    manifest = {"made_from": made_from, "files": files}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return Report(out, list(files), read.refusals)


def save_tables(read: corpus.Corpus, codebook: Path, folder: Path) -> None:
    """Write every table of the corpus, its theme hits and its growth figures to `folder` as CSV."""
    folder.mkdir(parents=True, exist_ok=True)
    named = {name: getattr(read, name) for name in corpus.SAVED}
    named |= {"theme_hits": theme_hits(read, Codebook.load(codebook)), "growth_figures": growth_figures(read)}
    for name, table in named.items():
        tables.write(table, folder / f"{name}.csv", "csv")


def execute(path: Path, parameters: dict[str, Any], say: Callable[[str], None]) -> nbformat.NotebookNode:
    """A notebook in, the same notebook executed with `parameters` out; the file itself is left alone."""
    notebook = nbformat.read(path, as_version=4)
    tagged = [i for i, c in enumerate(notebook.cells) if "parameters" in c.metadata.get("tags", [])]
    if len(tagged) != 1:
        raise ValueError(f"{path}: {len(tagged)} cells are tagged `parameters`; a notebook here has exactly one")
    given = "\n".join(f"{name} = {value!r}" for name, value in parameters.items())
    cell = nbformat.v4.new_code_cell(given, id="given", metadata={"tags": ["injected-parameters"]})
    notebook.cells.insert(tagged[0] + 1, cell)
    try:
        NotebookClient(notebook, timeout=TIMEOUT_SECONDS, record_timing=False).execute()
    except CellExecutionError as error:
        raise ValueError(f"{path}: a cell ended with an error\n{error}") from error
    say(f"ran {path.name}")
    return notebook


def _made(out: Path) -> Iterable[Path]:
    return (p for p in out.rglob("*") if p.is_file() and p.name != "manifest.json" and not p.name.startswith("."))


def _manifest(out: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if {"made_from", "files"} <= set(found) else None


def _intact(out: Path, files: dict[str, str]) -> bool:
    return all((out / name).is_file() and _sha256(out / name) == sha256 for name, sha256 in files.items())


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _made_from(paths: Sequence[str | Path], read: corpus.Corpus, codebook: Path, shelf: list[Path]) -> dict[str, Any]:
    """Everything the report depends on: what was read and the code and words that read it."""
    package = Path(__file__).parent
    code = sorted(p for p in package.rglob("*") if p.suffix in {".py", ".csv", ".mplstyle"})
    words = [codebook, *default_corrections().files]
    digest = hashlib.sha256()
    for path in [*code, *shelf, *words]:
        digest.update(_sha256(path).encode())
    return {
        "paths": [str(p) for p in paths],
        "pages": dict(zip(read.pages["source"], read.pages["sha256"], strict=True)),
        "refused": [str(refusal) for refusal in read.refusals],
        "code_and_words": digest.hexdigest(),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}},
    }
