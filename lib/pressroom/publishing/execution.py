"""A notebook and its parameters in, the same notebook executed out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

TIMEOUT_SECONDS = 600
QUIET = ["--IPKernelApp.log_level=40"]  # a kernel's warnings about its own transport tell a reader nothing


def execute(path: Path, parameters: dict[str, Any], say: Callable[[str], None]) -> nbformat.NotebookNode:
    """A notebook in, the same notebook executed with `parameters` out; the file itself is left alone.

    Raises
    ------
    ValueError
        If no cell, or more than one, is tagged `parameters`, or a cell ends with an error.
    """
    notebook = nbformat.read(path, as_version=4)
    tagged = [i for i, c in enumerate(notebook.cells) if "parameters" in c.metadata.get("tags", [])]
    if len(tagged) != 1:
        raise ValueError(f"{path}: {len(tagged)} cells are tagged `parameters`; a notebook here has exactly one")
    given = "\n".join(f"{name} = {value!r}" for name, value in parameters.items())
    cell = nbformat.v4.new_code_cell(given, id="given", metadata={"tags": ["injected-parameters"]})
    notebook.cells.insert(tagged[0] + 1, cell)
    try:
        NotebookClient(notebook, timeout=TIMEOUT_SECONDS, record_timing=False, extra_arguments=QUIET).execute()
    except CellExecutionError as error:
        where, line = _failed(notebook)
        raise ValueError(f"{path}, cell {where} `{line}`: {error.ename}: {error.evalue}") from error
    say(f"ran {path.name}")
    return notebook


def _failed(notebook: nbformat.NotebookNode) -> tuple[int, str]:
    """The number of the cell that ended with an error, counted from 1 as in a notebook's code, and its last line."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code, start=1):
        if any(output.output_type == "error" for output in cell.outputs):
            return number, (cell.source.strip().splitlines() or [""])[-1]
    return 0, ""
