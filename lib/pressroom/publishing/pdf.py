"""A manuscript in, a PDF out: tagged, with bookmarks and alt texts, and the same bytes for the same words."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any, cast

from .blocks import Block, Code, Grid, Heading, Item, Paragraph, Picture, Runs
from .manuscript import Manuscript

LINE_MM, PAGE_MM = 160.0, 225.0  # what the margins leave, less a caption's height


def pdf(script: Manuscript) -> bytes:
    """A manuscript in, the bytes of its PDF out.

    It is made by Typst. Headings are bookmarks, tables repeat their heads on every page, pictures carry their
    alt texts, and the reading order is tagged as PDF/UA-1 asks. Where a font for some character is missing on
    this machine (an emoji, say), that claim is dropped: the PDF is still tagged, and the character an empty box.

    Parameters
    ----------
    script : Manuscript

    Returns
    -------
    bytes
    """
    import typst
    from matplotlib import get_data_path

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        main = folder / "report.typ"
        main.write_bytes((files(__package__) / "web" / "report.typ").read_bytes())
        (folder / "manuscript.json").write_text(json.dumps(_data(script, folder)), encoding="utf-8")
        compiler = typst.Compiler(main, root=folder, font_paths=[Path(get_data_path()) / "fonts" / "ttf"])
        try:
            made = compiler.compile(format="pdf", timestamp=0, pdf_standards="ua-1")
        except typst.TypstError:
            made = compiler.compile(format="pdf", timestamp=0)
    return cast(bytes, made)


def _data(script: Manuscript, folder: Path) -> dict[str, Any]:
    return {
        "title": script.title,
        "described": script.described,
        "closing": script.closing,
        "language": "en",
        "blocks": list(_blocks(script.blocks, folder)),
    }


def _blocks(blocks: Sequence[Block], folder: Path) -> Iterator[dict[str, Any]]:
    for ordered, group in groupby(blocks, key=lambda b: b.ordered if isinstance(b, Item) else None):
        if ordered is None:
            yield from (_block(block, folder) for block in group)
        else:
            items = [{"depth": i.depth, "runs": _runs(i.runs)} for i in group if isinstance(i, Item)]
            yield {"kind": "items", "ordered": ordered, "items": items}


def _block(block: Block, folder: Path) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "level": block.level, "runs": _runs(block.runs)}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "quoted": block.quoted, "runs": _runs(block.runs)}
    if isinstance(block, Code):
        return {"kind": "code", "text": block.text}
    if isinstance(block, Grid):
        return _grid(block)
    if isinstance(block, Picture):
        return _picture(block, folder)
    raise TypeError(f"no way to print {type(block).__name__}")


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "kind": "grid",
        "head": [_runs(cell) for cell in grid.head],
        "rows": [[_runs(cell) for cell in row] for row in grid.rows],
        "numeric": [grid.numeric(n) for n in range(grid.width)],
        "widths": grid.widths(),
        "spread": grid.is_wide,
        "landscape": grid.is_landscape,
        "size": grid.size_pt,
    }


def _picture(picture: Picture, folder: Path) -> dict[str, Any]:
    file = f"picture-{picture.number}.png"
    (folder / file).write_bytes(picture.png)
    return {
        "kind": "picture",
        "file": file,
        "alt": picture.alt,
        "caption": picture.caption,
        "width_mm": picture.width_mm(LINE_MM, PAGE_MM),
    }


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [asdict(run) for run in runs]
