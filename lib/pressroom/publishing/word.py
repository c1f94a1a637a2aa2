"""A manuscript in, a Word document out: real headings, tables that repeat their heads, captions that count."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Par

from . import word_styles
from .blocks import Block, Code, Grid, Heading, Item, Paragraph, Picture, Run, Runs, plain
from .timeless import timeless

if TYPE_CHECKING:
    from docx.document import Document as Doc

    from .manuscript import Manuscript

LINE_MM, PAGE_MM = 160.0, 215.0  # A4 less its margins, less a caption's height
TURNED_LINE_MM = 247.0
LETTER_MM = 1.85  # a letter of a table that need not be broken into lines
NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
NO_DAY = dt.datetime(1980, 1, 1)  # the earliest a zip can hold: the day of making is not kept


def word(script: Manuscript) -> bytes:
    """A manuscript in, the bytes of its `.docx` out; the same words give the same bytes.

    Parameters
    ----------
    script : Manuscript

    Returns
    -------
    bytes
        Headings are Word's own, so that a table of contents can be made of them; pictures have alt texts, and
        captions count by fields, so that they still count after editing.
    """
    document = Document()
    word_styles.apply(document)
    about = document.core_properties
    about.title, about.author, about.language = _printable(script.title)[:255], "pressroom", "en"
    about.created = about.modified = NO_DAY
    about.last_modified_by, about.comments, about.revision = "pressroom", "", 1
    document.add_paragraph(_printable(script.title), style="Title")
    document.add_paragraph(_printable(script.described), style="Subtitle")
    sections = [block for block in script.blocks if isinstance(block, Heading) and block.level == 1]
    for number, section in enumerate(sections, start=1):
        _link(document.add_paragraph(style="List Number"), Run(plain(section.runs), href=f"#section{number}"))
    document.add_paragraph(_printable(script.closing), style="Closing")
    number = 0
    for block in script.blocks:
        paragraph = _add(document, block)
        if paragraph is not None and isinstance(block, Heading) and block.level == 1:
            number += 1
            _bookmark(paragraph, f"section{number}", number)
    word_styles.number_pages(document)
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _add(document: Doc, block: Block) -> Par | None:
    if isinstance(block, Heading):
        return _write(document.add_paragraph(style=f"Heading {min(block.level, 4)}"), block.runs)
    if isinstance(block, Paragraph):
        return _write(document.add_paragraph(style="Quote" if block.quoted else "Normal"), block.runs)
    if isinstance(block, Item):
        style = "List Number" if block.ordered else "List Bullet"
        _write(document.add_paragraph(style=style if block.depth == 1 else f"{style} 2"), block.runs)
    elif isinstance(block, Code):
        document.add_paragraph(_printable(block.text), style="Printed")
    elif isinstance(block, Grid):
        _table(document, block)
    elif isinstance(block, Picture):
        _picture(document, block)
    return None


def _write(paragraph: Par, runs: Runs) -> Par:
    for run in runs:
        if run.href:
            _link(paragraph, run)
        else:
            _style(paragraph.add_run(_printable(run.text)), run)
    return paragraph


def _bookmark(paragraph: Par, name: str, number: int) -> None:
    for kind in ("bookmarkStart", "bookmarkEnd"):
        mark = OxmlElement(f"w:{kind}")
        mark.set(qn("w:id"), str(number))
        if kind == "bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)


def _style(added: Any, run: Run) -> None:
    added.bold, added.italic = run.bold or None, run.italic or None
    if run.code:
        added.font.name, added.font.size = "Consolas", Pt(9)


def _link(paragraph: Par, run: Run) -> None:
    link = OxmlElement("w:hyperlink")
    target, _, place = str(run.href).partition("#")
    if target:
        link.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    if place:
        link.set(qn("w:anchor"), place)
    added = paragraph.add_run(_printable(run.text), style="Hyperlink")
    _style(added, run)
    link.append(added._r)
    paragraph._p.append(link)


def _table(document: Doc, grid: Grid) -> None:
    lines = [grid.head, *grid.rows] if grid.head else list(grid.rows)
    if not lines or not grid.width:
        return
    if grid.is_landscape:
        word_styles.turn_page(document)
    if grid.caption:
        document.add_paragraph(_printable(grid.caption), style="Caption")
    table = document.add_table(rows=len(lines), cols=grid.width, style="Rules")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    widths = grid.widths()
    share = min((TURNED_LINE_MM if grid.is_landscape else LINE_MM) / sum(widths), LETTER_MM)
    numeric = [grid.numeric(n) for n in range(grid.width)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width * share)
    for number, (row, cells) in enumerate(zip(table.rows, lines, strict=True)):
        _row(
            row, cells, numeric, [Mm(width * share) for width in widths], grid, is_head=bool(grid.head) and number == 0
        )
    if grid.is_landscape:
        word_styles.turn_page(document)
    else:
        document.add_paragraph(style="After table")


def _row(row: Any, cells: Sequence[Runs], numeric: list[bool], widths: list[Any], grid: Grid, is_head: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
    # `row.cells` reads the whole table every time; the row's own elements are all that is needed.
    for cell, runs, right, width in zip(row._tr.tc_lst, cells, numeric, widths, strict=False):
        cell.width = width
        paragraph = Par(cell.p_lst[0], row)
        paragraph._p.style = word_styles.identity("Table head" if is_head else "Table cell")
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _write(paragraph, runs)
        for run in paragraph.runs:
            run.font.size = Pt(grid.size_pt)


def _picture(document: Doc, picture: Picture) -> None:
    paragraph = document.add_paragraph(style="Picture")
    inline = paragraph.add_run().add_picture(io.BytesIO(picture.png), Mm(picture.width_mm(LINE_MM, PAGE_MM)))
    about = inline._inline.docPr
    about.set("descr", _printable(picture.alt))
    about.set("name", f"Figure {picture.number}")
    caption = document.add_paragraph(style="Caption")
    caption.add_run("Figure ").bold = True
    _counter(caption, picture.number)
    caption.add_run(".").bold = True
    caption.add_run(_printable(f" {picture.caption}") if picture.caption else "")


def _counter(paragraph: Par, number: int) -> None:
    """Word's own numbering of figures, showing `number` until Word counts again."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " SEQ Figure \\* ARABIC ")
    run = paragraph.add_run(str(number))
    run.bold = True
    field.append(run._r)
    paragraph._p.append(field)


def _printable(text: str) -> str:
    """Text without the characters that XML cannot hold: controls, and two that Unicode keeps free."""
    return NOT_XML.sub(" ", text)
