"""Word, PDF, web archives and zips in, the same text out; the files are made by the tests themselves."""

import io
import zipfile

import docx
import matplotlib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.formats import archives
from pressroom.formats.pdf_pages import read_pdf
from pressroom.formats.readers import FORMATS
from pressroom.formats.word_pages import read_docx
from pressroom.model import Unreadable
from pressroom.reading import read_page, read_pages

# Invented people, places and numbers.
TITLE = "SCIO briefing on the orchards of Beiling"
FLOOR = "Good morning. The floor is open for questions; please say which news outlet you work for before you ask."
APPLES = "How many apples did the province of Beiling grow last year, and where in the world were they sold?"
ANSWER = "Thank you. In 2023, apple output reached 4.2 million tonnes, up 5.6 percent from the year before that."
PARAGRAPHS = [TITLE, "Gao Anmin:", FLOOR, "Orchard Daily:", APPLES, "Sun Peili:", ANSWER]
TEXT = "\n\n".join(PARAGRAPHS) + "\n"
HTML = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1><div>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:])
HTML += "</div></body></html>"


# --- Word -----------------------------------------------------------------------------------------------------
def word_file(fill):
    document, file = docx.Document(), io.BytesIO()
    fill(document)
    document.save(file)
    return file.getvalue()


def paragraphs(document):
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)


def test_a_word_files_paragraphs_are_parted_by_an_empty_line():
    assert read_docx(word_file(paragraphs)).text == TEXT


def test_runs_of_a_word_file_do_not_part_words_and_breaks_are_lines():
    def fill(document):
        paragraph = document.add_paragraph("Sun Pei")
        paragraph.add_run("li").bold = True
        paragraph.add_run(":").add_break()
        paragraph.add_run("Thank you.\tYes.")

    assert read_docx(word_file(fill)).text == "Sun Peili:\nThank you.\tYes.\n"


def test_tables_of_a_word_file_stand_in_their_place():
    def fill(document):
        document.add_paragraph("Before")
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(
            (c for row in table.rows for c in row.cells), ["Year", "Output", "2022", "4.0"], strict=True
        ):
            cell.text = text
        document.add_paragraph("After")

    assert read_docx(word_file(fill)).text == "Before\n\nYear\tOutput\n\n2022\t4.0\n\nAfter\n"


def test_a_table_of_labels_and_speech_is_read_as_paragraphs():
    def fill(document):
        row = document.add_table(rows=1, cols=2).rows[0]
        row.cells[0].text, row.cells[1].text = "Sun Peili:", ANSWER

    assert read_docx(word_file(fill)).text == f"Sun Peili:\n\n{ANSWER}\n"


def test_an_emptied_label_of_a_word_file_leaves_a_wider_gap():
    def fill(document):
        for paragraph in ["Gao Anmin:", FLOOR, "", APPLES, "Sun Peili:", ANSWER]:
            document.add_paragraph(paragraph)

    assert f"{FLOOR}\n\n\n{APPLES}\n\nSun Peili:" in read_docx(word_file(fill)).text


def test_what_tracked_changes_struck_out_is_not_there_and_what_they_put_in_is():
    def fill(document):
        document.add_paragraph("up 5.6 percent")

    changed = "<w:ins><w:r><w:t>5.6</w:t></w:r></w:ins><w:del><w:r><w:delText>6.5</w:delText></w:r></w:del>"
    packed = io.BytesIO(word_file(fill))
    with zipfile.ZipFile(packed) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    xml = parts["word/document.xml"].decode()
    parts["word/document.xml"] = xml.replace(
        "<w:t>up 5.6 percent</w:t></w:r>", f"<w:t>up </w:t></w:r>{changed}"
    ).encode()
    again = io.BytesIO()
    with zipfile.ZipFile(again, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    assert read_docx(again.getvalue()).text == "up 5.6\n"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked with a password"),
        (b"PK\x03\x04 and then nothing", "no Word file"),
        (word_file(lambda document: None), "no text"),
        (b"{\\rtf1 hello}", "RTF"),
    ],
)
def test_a_word_file_that_cannot_be_read_is_refused(content, found):
    with pytest.raises(Unreadable, match=found):
        read_page("page.docx", content)


# --- PDF ------------------------------------------------------------------------------------------------------
def pdf_file(*pages, fonttype=42):
    """A PDF with a text layer; a page is a list of (lines down from the top, text)."""
    matplotlib.use("pdf")
    from matplotlib import pyplot
    from matplotlib.backends.backend_pdf import PdfPages

    file = io.BytesIO()
    with matplotlib.rc_context({"pdf.fonttype": fonttype}), PdfPages(file) as pdf:
        for page in pages:
            figure = pyplot.figure(figsize=(8.27, 11.69))
            for n_lines, text in page:
                figure.text(0.1, 0.95 - 0.018 * n_lines, text, fontsize=11)
            pdf.savefig(figure)
            pyplot.close(figure)
    return file.getvalue()


HALVES = ["How many apples did the province of Beiling grow last year, and where in the", "world were they sold?"]


def test_the_lines_of_a_pdf_are_joined_to_paragraphs():
    content = pdf_file(
        [(1, TITLE), (3, "Orchard Daily:"), (5, HALVES[0]), (6, HALVES[1]), (8, "Sun Peili:"), (10, ANSWER)]
    )
    assert read_pdf(content).text == f"{TITLE}\n\nOrchard Daily:\n\n{APPLES}\n\nSun Peili:\n\n{ANSWER}\n"


def test_a_line_break_in_a_pdf_is_a_line_and_more_white_than_usual_a_gap():
    lines = [(1, TITLE), (3, "Economy"), (4, HALVES[0]), (5, HALVES[1]), (7, "Sun Peili:"), (9, ANSWER), (13, APPLES)]
    assert read_pdf(pdf_file(lines)).text == f"{TITLE}\n\nEconomy\n{APPLES}\n\nSun Peili:\n\n{ANSWER}\n\n\n{APPLES}\n"


def test_a_label_at_the_top_of_every_page_is_no_running_head():
    page = [(1, "Sun Peili:"), (3, HALVES[0]), (4, HALVES[1]), (6, ANSWER), (8, ANSWER)]
    assert read_pdf(pdf_file(page, page)).text.count("Sun Peili:") == 2


def test_a_sentence_runs_on_over_the_page_and_running_heads_are_left_out():
    head, foot = (0, "Invented Press Office"), (49, "http://www.example.cn/content_100000001_2.htm")
    content = pdf_file(
        [head, (3, "Orchard Daily:"), (5, HALVES[0]), foot, (50, "- 1 -")],
        [head, (3, HALVES[1]), (5, "Sun Peili:"), (7, ANSWER), foot, (50, "- 2 -")],
    )
    reading = read_pdf(content)
    assert reading.text == f"Invented Press Office\n\nOrchard Daily:\n\n{APPLES}\n\nSun Peili:\n\n{ANSWER}\n"
    assert reading.notes == ["left out: page numbers and running heads of the PDF (5 lines)"]
    assert reading.url == "http://www.example.cn/content_100000001_2.htm"


def test_a_word_parted_at_the_end_of_a_line_is_joined_and_a_compound_keeps_its_hyphen():
    content = pdf_file(
        [
            (1, "The quality of the harvest was high, and every organization took part in it, as or-"),
            (2, "ganization is what the high-"),
            (3, "quality orchards of the province of Beiling are known for in the whole country."),
        ]
    )
    assert "as organization is what the high-quality orchards" in read_pdf(content).text


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (pdf_file([]), "no text"),
        (b"%PDF-1.7 and then nothing", "damaged"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused(content, found):
    with pytest.raises(Unreadable, match=found):
        read_page("page.pdf", content)


def test_a_locked_pdf_is_refused():
    locked = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/P -4/O(owner)/U(user)>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[(ab)(ab)]/Size 5>>
%%EOF""".replace(b"owner", b"o" * 32).replace(b"user", b"u" * 32)
    with pytest.raises(Unreadable, match="password"):
        read_page("page.pdf", locked)


def test_without_the_library_for_pdf_the_refusal_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(Unreadable) as refused:
        read_page("page.pdf", b"%PDF-1.7")
    assert "pip install 'pressroom[formats]'" in refused.value.remedy


# --- web archives ---------------------------------------------------------------------------------------------
QUOTED = HTML.replace("=", "=3D").replace("before that", "be=\nfore that")  # quoted-printable, a line folded
MHTML = f"""From: <Saved by Blink>
Snapshot-Content-Location: http://www.example.cn/2024-06/03/content_100000001_2.htm
Subject: {TITLE}
Date: Tue, 4 Jun 2024 08:30:00 +0800
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----part"

------part
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

{QUOTED}
------part
Content-Type: text/css

p {{ color: red }}
------part--
"""


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.htm"])
def test_a_web_archive_gives_the_page_its_address_and_the_day_it_was_saved(name):
    page = read_page(name, MHTML.replace("\n", "\r\n").encode())
    assert page.text == TEXT
    assert page.url == "http://www.example.cn/2024-06/03/content_100000001_2.htm" and page.number == 2
    assert page.retrieved == "2024-06-04T08:30:00+08:00"


def test_a_web_archive_without_a_page_is_refused():
    with pytest.raises(Unreadable, match="no HTML page"):
        read_page("page.mhtml", b"MIME-Version: 1.0\r\nContent-Type: text/css\r\n\r\np { }")


# --- zip ------------------------------------------------------------------------------------------------------
def zip_file(members, path=None):
    file = io.BytesIO()
    with zipfile.ZipFile(path or file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def read_zip(tmp_path, members):
    zip_file(members, tmp_path / "saved.zip")
    pages, refusals = read_pages([tmp_path / "saved.zip"])
    inside = str(tmp_path / "saved.zip")
    return {p.source.removeprefix(inside): p for p in pages}, {r.source.removeprefix(inside): r for r in refusals}


def test_the_pages_in_a_zip_are_named_by_archive_and_member(tmp_path):
    pages, refusals = read_zip(
        tmp_path, {"a/x_2.txt": TEXT, "a/y.html": HTML, "a/README.md": "x", "__MACOSX/a/._y": "x"}
    )
    assert list(pages) == ["!a/x_2.txt", "!a/y.html"] and not refusals
    assert pages["!a/x_2.txt"].number == 2 and pages["!a/y.html"].text == TEXT


def test_a_zip_in_a_zip_is_read_and_one_deeper_is_refused(tmp_path):
    inner = zip_file({"x.txt": TEXT, "deepest.zip": zip_file({"x.txt": TEXT})})
    pages, refusals = read_zip(tmp_path, {"inner.zip": inner})
    assert list(pages) == ["!inner.zip!x.txt"] and list(refusals) == ["!inner.zip!deepest.zip"]


@pytest.mark.parametrize("name", ["../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "..\\evil.txt"])
def test_a_path_that_climbs_out_is_refused_and_the_rest_is_read(tmp_path, name):
    pages, refusals = read_zip(tmp_path, {name: TEXT, "good.txt": TEXT})
    assert list(pages) == ["!good.txt"]
    (refusal,) = refusals.values()
    assert "leads out of the archive" in refusal.found and not list(tmp_path.glob("**/evil*"))


def test_a_zip_bomb_is_refused_unread(tmp_path, monkeypatch):
    _, refusals = read_zip(tmp_path, {"bomb.txt": bytes(30_000_000)})
    assert "times its size" in refusals[""].found
    monkeypatch.setattr(archives, "LARGEST_RATIO", 10**9)
    pages, refusals = read_zip(tmp_path, {f"{n}.txt": bytes(49_000_000) for n in range(11)})
    assert not pages and "would unpack to 539 MB" in refusals[""].found


BAD_NAME = zip_file({"北.txt": TEXT}).replace("北".encode(), b"\xe5\x8c\x20")
BROKEN_ZIPS = [b"", b"PK\x03\x04", b"no zip at all", zip_file({"x.txt": TEXT})[:-30], BAD_NAME]


@pytest.mark.parametrize("content", BROKEN_ZIPS)
def test_a_damaged_zip_is_refused(tmp_path, content):
    (tmp_path / "saved.zip").write_bytes(content)
    pages, (refusal,) = read_pages([tmp_path / "saved.zip"])
    assert pages == [] and "no zip, or a damaged one" in refusal.found


def test_a_zip_without_a_page_is_refused(tmp_path):
    _, refusals = read_zip(tmp_path, {"README.md": "hello"})
    assert "no page is in this zip" in refusals[""].found


def test_a_damaged_member_is_refused_and_the_rest_is_read(tmp_path):
    whole = bytearray(zip_file({"bad.txt": TEXT, "good.txt": TEXT}))
    at = whole.index(b"bad.txt") + len("bad.txt") + 20
    whole[at : at + 8] = bytes(8)
    (tmp_path / "saved.zip").write_bytes(bytes(whole))
    pages, refusals = read_pages([tmp_path / "saved.zip"])
    assert len(pages) == 1 and "cannot be unpacked" in refusals[0].found


def test_chinese_names_in_a_zip_from_windows_are_readable(tmp_path):
    packed = zip_file({"xxxx.txt": TEXT}).replace(b"xxxx", "果园".encode("gb18030"))
    (tmp_path / "saved.zip").write_bytes(packed)
    (page,), _ = read_pages([tmp_path / "saved.zip"])
    assert page.source.endswith("!果园.txt")


# --- what all formats share -----------------------------------------------------------------------------------
def test_misread_text_inside_a_word_file_or_an_html_entity_is_put_right_too():
    def fill(document):
        document.add_paragraph("Itâ€™s open")

    for name, content in {"page.docx": word_file(fill), "page.html": b"<p>It&#226;&#128;&#153;s open</p>"}.items():
        page = read_page(name, content)
        assert page.text == "It’s open\n" and "repaired" in page.notes[-1]


# --- any bytes ------------------------------------------------------------------------------------------------
WHOLE = {
    ".docx": word_file(paragraphs),
    ".pdf": pdf_file([(n, p) for n, p in enumerate(PARAGRAPHS)]),
    ".mhtml": MHTML.encode(),
    ".html": HTML.encode(),
    ".txt": TEXT.encode(),
    ".zip": zip_file({"x.txt": TEXT}),
}


@settings(deadline=None)
@given(st.sampled_from(list(FORMATS)), st.binary(max_size=300))
def test_any_bytes_of_any_format_are_a_page_or_a_refusal(form, content):
    try:
        page = read_page(f"page{form}", content)
    except Unreadable as refused:
        assert refused.found and refused.remedy
    else:
        assert page.text.strip() and "\r" not in page.text


def test_a_page_of_white_space_that_no_keyboard_has_is_empty():
    with pytest.raises(Unreadable, match="empty"):
        read_page("page.html", b"\x1c")


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(list(WHOLE)), st.data())
def test_a_file_damaged_or_cut_anywhere_is_a_page_or_a_refusal(form, data):
    whole = WHOLE[form]
    at = data.draw(st.integers(0, len(whole)))
    n = data.draw(st.integers(0, 40))
    content = whole[:at] + data.draw(st.binary(max_size=20)) + (whole[at + n :] if data.draw(st.booleans()) else b"")
    try:
        page = read_page(f"page{form}", content)
    except Unreadable as refused:
        assert refused.found and refused.remedy
    else:
        assert page.text.strip() and "\r" not in page.text
