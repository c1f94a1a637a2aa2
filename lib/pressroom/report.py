"""Paths in, a folder of reports out: one manuscript in every format, evidence, workbook, charts, tables, manifest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat

from . import corpus, tables
from .codebook import Codebook
from .growth.table import growth_figures
from .model import Refusal
from .paths import PROJECT
from .progress import is_watched, tracked
from .publishing.citation import cite
from .publishing.evidence_html import evidence_page
from .publishing.execution import execute
from .publishing.manifest import Manifest, made_from
from .publishing.manuscript import Manuscript, manuscript
from .publishing.page import html_page
from .results import all_tables
from .themes import theme_hits
from .whole import write_whole

if TYPE_CHECKING:
    import pandas as pd

FORMATS = ("html", "docx", "pdf", "xlsx")
WORKERS = 2  # notebooks run side by side; each is a Python process of its own
NEEDS = {"docx": ("docx", "python-docx"), "pdf": ("typst", "typst"), "xlsx": ("xlsxwriter", "XlsxWriter")}
WHAT = {
    "report.html": "report",
    "report.docx": "for Word",
    "report.pdf": "to print",
    "figures.xlsx": "workbook",
    "evidence.html": "evidence",
    "CITATION.txt": "to cite",
}


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
                *(f"  {what:<9}  {self.folder / name}" for name, what in WHAT.items() if name in self.files),
                f"  charts     {self.folder / 'charts'}/  ({charts} charts, each as PNG, SVG and PDF)",
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
    to: Sequence[str] = FORMATS,
) -> Report:
    """Read the paths, run the notebooks on them, and leave the report in `out`.

    Every file is moved to its place when it is whole; a run that is stopped leaves no half of one, and the next
    run does the work again. When nothing has changed since the last run, nothing is done.

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
    to : sequence of str
        Some of `FORMATS`. The evidence page, charts and tables are made in any case.

    Returns
    -------
    Report

    Raises
    ------
    ValueError
        If nothing can be read, a format is unknown or its library missing, `out` cannot be written, or a notebook
        ends with an error: the message names notebook, cell and error.
    """
    _check_formats(to)
    _check_folder(out)
    shelf = sorted(notebooks.glob("*.ipynb"))
    if not shelf:
        raise ValueError(f"{notebooks}: no notebook there; run from a checkout of the project")
    read = corpus.read(paths)
    origin = made_from(paths, read, codebook, shelf, to)
    before = Manifest.load(out)
    if before and before.made_from == origin and before.is_intact(out):
        return Report(out, list(before.files), read.refusals, unchanged=True)

    now = Manifest.begin(out, origin)
    themes = Codebook.load(codebook)
    hits, figures = theme_hits(read, themes), growth_figures(read)
    save_tables(read, themes, hits, figures, out / "tables")
    # As given, not resolved: the notebooks run in this working directory, and what a table prints as its
    # source should be what the reader typed, not where their home is.
    given = [str(p) for p in paths]
    parameters = {
        "CORPUS": given if len(given) > 1 else given[0],
        "CODEBOOK": str(codebook),
        "REPORTS": str(out),
        "INTERACTIVE": False,  # on paper nothing can be sorted
    }
    told = (lambda line: None) if is_watched() else say  # a bar says the same, and lines would tear it
    with ThreadPoolExecutor(WORKERS) as pool:
        running = pool.map(lambda path: execute(path, parameters, told), shelf)
        executed = list(tracked(running, "notebooks", total=len(shelf)))
    (out / "notebooks").mkdir(exist_ok=True)
    for path, notebook in zip(shelf, executed, strict=True):
        write_whole(out / "notebooks" / path.name, nbformat.writes(notebook) + "\n")
    write_whole(out / "evidence.html", evidence_page(read, hits, figures, themes))
    if "xlsx" in to:
        from .publishing.workbook import workbook

        write_whole(out / "figures.xlsx", workbook(read, hits, figures, themes))
    write_whole(out / "CITATION.txt", cite(read) + "\n")
    write_formats(manuscript(executed, read), out, to)
    now.finish(out, before)
    return Report(out, list(now.files), read.refusals)


def write_formats(script: Manuscript, out: Path, to: Sequence[str]) -> None:
    """Write a manuscript as `report.html`, `report.docx` and `report.pdf`, those of them that are wanted."""
    if "docx" in to:
        from .publishing.word import word

        write_whole(out / "report.docx", word(script))
    if "pdf" in to:
        from .publishing.pdf import pdf

        write_whole(out / "report.pdf", pdf(script))
    if "html" in to:
        beside = {"evidence.html": "Every word, marked", "report.pdf": "PDF", "report.docx": "Word"}
        beside |= {"figures.xlsx": "Excel", "manifest.json": "What it was made from"}
        wanted = {"evidence.html", "manifest.json", *(f"report.{form}" for form in to)}
        wanted |= {"figures.xlsx"} if "xlsx" in to else set()
        links = [(words, name) for name, words in beside.items() if name in wanted]
        write_whole(out / "report.html", html_page(script, links))


def save_tables(
    read: corpus.Corpus, codebook: Codebook, hits: pd.DataFrame, figures: pd.DataFrame, folder: Path
) -> None:
    """Write every table of the data dictionary to `folder` as CSV."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in all_tables(read, codebook, hits, figures).items():
        tables.write(table, folder / f"{name}.csv", "csv")


def _check_formats(to: Sequence[str]) -> None:
    unknown = sorted(set(to) - set(FORMATS))
    if unknown or not to:
        raise ValueError(f"no format {', '.join(unknown) or 'is named'}; the formats are {', '.join(FORMATS)}")
    for module, package in (NEEDS[form] for form in to if form in NEEDS):
        if find_spec(module) is None:
            raise ValueError(
                f"{package} is not installed; run `pip install {package}`, or leave its format out of --to"
            )


def _check_folder(out: Path) -> None:
    """Find out before the work, not after it, that the folder cannot be written."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        trial = out / ".trial"
        write_whole(trial, b"")
        trial.unlink()
    except OSError as error:
        raise ValueError(f"{out}: cannot write there ({error.strerror}); choose another folder with --out") from error
