"""A new Word document in, the same with the house style out: its letters, headings, rules and page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as Doc

INK, SOFT, BLUE = RGBColor(0x1C, 0x1C, 0x1A), RGBColor(0x5B, 0x5B, 0x57), RGBColor(0x00, 0x5F, 0x96)
SERIF, SANS, MONO = "Georgia", "Arial", "Consolas"

# style: font, size in pt, bold, colour, points before, points after
STYLES = {
    "Normal": (SERIF, 10.5, False, INK, 0, 7),
    "Title": (SANS, 22, True, INK, 0, 8),
    "Subtitle": (SANS, 9.5, False, SOFT, 0, 18),
    "Heading 1": (SANS, 17, True, INK, 0, 10),
    "Heading 2": (SANS, 12.5, True, INK, 18, 6),
    "Heading 3": (SANS, 10.5, True, INK, 12, 4),
    "Heading 4": (SANS, 10, True, SOFT, 10, 4),
    "Caption": (SANS, 8.5, False, SOFT, 2, 14),
    "Quote": (SERIF, 10.5, False, SOFT, 4, 8),
    "List Bullet": (SERIF, 10.5, False, INK, 0, 4),
    "List Bullet 2": (SERIF, 10.5, False, INK, 0, 4),
    "List Number": (SERIF, 10.5, False, INK, 0, 4),
    "List Number 2": (SERIF, 10.5, False, INK, 0, 4),
    "Table head": (SANS, 8.5, True, SOFT, 2, 2),
    "Table cell": (SANS, 8.5, False, INK, 2, 2),
    "After table": (SERIF, 6, False, INK, 0, 6),
    "Picture": (SERIF, 10.5, False, INK, 8, 2),
    "Printed": (MONO, 8, False, INK, 4, 8),
    "Closing": (SANS, 8.5, False, SOFT, 24, 0),
    "Footer": (SANS, 8.5, False, SOFT, 0, 0),
}


def apply(document: Doc) -> None:
    """Set page, styles and language of a document."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(26), Mm(24)
    for name, (font, size, bold, colour, before, after) in STYLES.items():
        style = _style(document, name)
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        style.font.color.rgb = colour
        _set_font(style, font)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    document.styles["Normal"].paragraph_format.line_spacing = 1.25
    document.styles["Heading 1"].paragraph_format.page_break_before = True
    document.styles["Picture"].paragraph_format.keep_with_next = True
    document.styles["Quote"].paragraph_format.left_indent = Mm(6)
    for name in ("Table head", "Table cell"):
        document.styles[name].paragraph_format.line_spacing = 1.05
    _no_rule_below(document.styles["Title"])
    _hyperlink(document)
    _rules(document)


def identity(name: str) -> str:
    """The name of a style as a paragraph's own element says it; looking a style up takes its time."""
    return name.replace(" ", "")


def turn_page(document: Doc) -> None:
    """Begin a page on which width and height are changed over: from portrait to landscape, or back."""
    before = document.sections[-1]
    after = document.add_section(WD_SECTION.NEW_PAGE)
    turned = before.orientation == WD_ORIENT.PORTRAIT
    after.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
    after.page_width, after.page_height = before.page_height, before.page_width


def number_pages(document: Doc) -> None:
    """Put the number of the page into the middle of its foot."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def _style(document: Doc, name: str) -> Any:
    if name in document.styles:
        return document.styles[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    return style


def _set_font(style: Any, font: str) -> None:
    """Name the font for every script, for a theme font in the template would win over a name for one."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), font)


def _no_rule_below(style: Any) -> None:
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _hyperlink(document: Doc) -> None:
    style = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb, style.font.underline = BLUE, True


def _rules(document: Doc) -> None:
    """A table style with a strong rule above, and a hair rule below every row."""
    style = document.styles.add_style("Rules", WD_STYLE_TYPE.TABLE)
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side, size, colour in (("top", 8, "1C1C1A"), ("bottom", 4, "C9C7C0"), ("insideH", 4, "C9C7C0")):
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", str(size)), ("space", "0"), ("color", colour)):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "70")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(borders)
    properties.append(margins)
    style.element.append(properties)
