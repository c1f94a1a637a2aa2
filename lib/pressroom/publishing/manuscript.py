"""Executed notebooks and their corpus in, the manuscript that every format prints out."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import mistune

from .. import __version__
from ..prose import counted
from .blocks import Block, Code, Heading, Picture, Run
from .output_blocks import read_html

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from ..corpus import Corpus

NOTEBOOK_ONLY = "notebook-only"  # the tag of a cell that a report leaves out, such as a list of exported files
CLOSING = (
    f"Made by pressroom {__version__}. Every number here stands in the tables beside this report, with the offsets of "
    "its words in the source text."
)


@dataclass(frozen=True)
class Manuscript:
    """A report before it has a format; each heading of level 1 begins what one notebook tells."""

    title: str
    described: str
    blocks: tuple[Block, ...]
    closing: str = CLOSING


def manuscript(notebooks: Sequence[NotebookNode], corpus: Corpus) -> Manuscript:
    """Take the prose, tables and pictures out of executed notebooks, without their code.

    Parameters
    ----------
    notebooks : sequence of NotebookNode
        Executed, in the order of the report.
    corpus : Corpus
        What they ran on; it gives the title.

    Returns
    -------
    Manuscript
        Pictures are numbered through, with the captions that the notebooks gave them.
    """
    blocks: list[Block] = []
    for notebook in notebooks:
        of_notebook = [block for cell in notebook.cells for block in _cell(cell)]
        if not (of_notebook and isinstance(of_notebook[0], Heading)):
            of_notebook.insert(0, Heading(1, (Run("Notebook"),)))
        blocks += of_notebook
    n_pictures = 0
    for n, block in enumerate(blocks):
        if isinstance(block, Picture):
            n_pictures += 1
            blocks[n] = replace(block, number=n_pictures)
    return Manuscript(_title(corpus), _described(corpus), tuple(blocks))


def _cell(cell: NotebookNode) -> Iterator[Block]:
    if NOTEBOOK_ONLY in cell.metadata.get("tags", []):
        return
    if cell.cell_type == "markdown":
        yield from _markdown(cell.source)
    for output in cell.get("outputs", []):
        # What is said on stderr, such as progress, is no result.
        if output.output_type == "stream" and output.name == "stdout" and output.text.strip():
            yield Code(output.text.strip("\n"))
        elif output.output_type in ("display_data", "execute_result"):
            yield from _shown(output.data, output.get("metadata", {}))


def _shown(data: dict[str, Any], metadata: dict[str, Any]) -> Iterator[Block]:
    """The richest form of an output that paper can hold."""
    if "image/png" in data:
        about = metadata.get("image/png", {})
        png = base64.b64decode(_text(data["image/png"]))
        yield Picture(png, about.get("alt", ""), about.get("caption", ""))
    elif "text/html" in data:
        yield from read_html(_text(data["text/html"]))
    elif "text/markdown" in data:
        yield from _markdown(_text(data["text/markdown"]))
    elif "text/plain" in data:
        yield Code(_text(data["text/plain"]))


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def _markdown(source: str) -> list[Block]:
    # html passes: it is read into blocks below, where a script or a style is left out
    html = mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])(source)
    return read_html(str(html))


def _title(corpus: Corpus) -> str:
    titles = corpus.documents["title"].dropna().tolist()
    return str(titles[0]) if len(titles) == len(corpus.documents) == 1 else f"{len(corpus.documents)} press conferences"


def _described(corpus: Corpus) -> str:
    documents = corpus.documents
    days = sorted(documents["held"].dropna())
    when = "" if not days else f"held {days[0]}" if days[0] == days[-1] else f"held {days[0]} to {days[-1]}"
    words = f"{counted(documents['n_words'].sum(), 'word')} in {counted(len(corpus.turns), 'turn')}"
    return " · ".join(filter(None, [when, words, _missing(corpus)]))


def _missing(corpus: Corpus) -> str:
    partial = corpus.documents[~corpus.documents["complete"].astype(bool)]
    if partial.empty:
        return "no page known to be missing"
    if len(corpus.documents) == 1:
        return f"{corpus.n_pages} of {partial.iloc[0]['pages_expected']} pages"
    return f"{len(partial)} of {len(corpus.documents)} with pages missing"
