"""The report: every format from one manuscript, the same bytes for the same input, whole files or none."""

import hashlib
import io
import json
import re
import time
import zipfile

import docx
import nbformat
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

import pressroom as pr
from conftest import PAGE, ROOT, SEED, many_speakers
from pressroom import report, whole
from pressroom.cli import main
from pressroom.publishing.blocks import Code, Grid, Heading, Item, Paragraph, Picture, Run
from pressroom.publishing.manuscript import Manuscript
from pressroom.publishing.page import html_page
from pressroom.publishing.pdf import pdf
from pressroom.publishing.word import word
from pressroom.whole import write_whole

CODEBOOK = ROOT / "data" / "codebook" / "themes.yaml"
PARAMETERS = 'CORPUS = "seeds"\nCODEBOOK = "data/codebook/themes.yaml"\nREPORTS = "reports"'
CELLS = [
    ("# Who spoke?\n\nWords are *counted*; see `turns`.", None),
    (None, "import pressroom as pr"),
    (None, PARAMETERS),
    (None, "corpus = pr.read(pr.project_path(CORPUS))\ndesk = pr.Desk(corpus, REPORTS)"),
    (None, "shares, figures = pr.speaker_share(corpus), pr.growth_figures(corpus)"),
    ("## The shares\n\n- one point\n- another", None),
    (None, "desk.chart('shares', pr.charts.speaker_share(shares), shares, 'Who spoke how much.')"),
    (None, "desk.table('figures', figures, ['figure', 'text', 'indicator', 'quote'])"),
    (None, "desk.export()"),
]  # fmt: skip
FILES = ["report.html", "report.docx", "report.pdf", "figures.xlsx", "evidence.html"]


def shelf_of(folder, cells=CELLS):
    """A shelf of one small notebook, for the whole of `notebooks/` takes its time."""
    folder.mkdir(exist_ok=True)
    made = [
        nbformat.v4.new_markdown_cell(prose, id=f"c{n}")
        if prose
        else nbformat.v4.new_code_cell(
            code, id=f"c{n}", metadata={"tags": ["parameters"]} if code.startswith("CORPUS") else {}
        )
        for n, (prose, code) in enumerate(cells)
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=made), folder / "01_who.ipynb")
    return folder


def make(paths, out, shelf, **more):
    return report.make(paths, CODEBOOK, out, notebooks=shelf, say=lambda line: None, **more)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return shelf_of(tmp_path_factory.mktemp("shelf"))


@pytest.fixture(scope="module")
def made(tmp_path_factory, shelf):
    out = tmp_path_factory.mktemp("made") / "reports"
    make([SEED], out, shelf)
    return out


def page_with(tmp_path, title="orchards of Beiling", speaker="Sun Peili", name="page.txt"):
    path = tmp_path / name
    path.write_text(PAGE.replace("orchards of Beiling", title).replace("Sun Peili", speaker), encoding="utf-8")
    return path


def hashes(out):
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


# what is left


def test_a_report_leaves_every_format_charts_tables_and_a_manifest(made):
    for name in [*FILES, "manifest.json", "notebooks/01_who.ipynb", "tables/growth_figures.csv", "tables/figures.csv"]:
        assert (made / name).stat().st_size > 0, name
    assert sorted(p.suffix for p in (made / "charts").iterdir()) == [".csv", ".pdf", ".png", ".svg", ".txt"]
    assert not [p.name for p in made.rglob(".*")]


def test_the_manifest_tells_inputs_parameters_versions_and_the_hash_of_every_file(made):
    manifest = json.loads((made / "manifest.json").read_text(encoding="utf-8"))
    origin = manifest["made_from"]
    assert origin["parameters"]["formats"] == ["docx", "html", "pdf", "xlsx"]
    assert list(origin["pages"].values()) == [hashlib.sha256(SEED.read_bytes()).hexdigest()]
    assert {"pressroom", "python", "pandas", "typst"} <= set(origin["versions"])
    assert {"codebook", "corrections", "notebooks", "code"} <= set(origin)
    for name, sha256 in manifest["files"].items():
        assert hashlib.sha256((made / name).read_bytes()).hexdigest() == sha256
    assert set(FILES) < set(manifest["files"])


def test_the_same_input_gives_the_same_bytes(made, shelf, tmp_path):
    make([SEED], tmp_path / "again", shelf)
    first, again = hashes(made), hashes(tmp_path / "again")
    differ = {name for name in first if first[name] != again[name]}
    # The executed notebook names the folder that it was told to write to; nothing else does.
    assert differ == {"notebooks/01_who.ipynb", "manifest.json"}


def test_a_second_run_finds_nothing_to_do_and_takes_no_time(made, shelf):
    start = time.perf_counter()
    assert make([SEED], made, shelf).unchanged
    assert time.perf_counter() - start < 3


def test_a_file_that_was_changed_is_made_again_and_one_no_longer_made_is_removed(shelf, tmp_path):
    out = tmp_path / "reports"
    make([SEED], out, shelf)
    (out / "notes.txt").write_text("the reader's own")
    (out / "report.html").write_text("changed")
    assert not make([SEED], out, shelf, to=["html", "xlsx"]).unchanged
    assert "Figure 1." in (out / "report.html").read_text(encoding="utf-8")
    assert not (out / "report.pdf").exists() and (out / "figures.xlsx").exists()
    assert (out / "notes.txt").read_text() == "the reader's own"


# the formats


def test_the_page_has_its_charts_their_words_and_links_to_the_evidence(made):
    page = (made / "report.html").read_text(encoding="utf-8")
    assert "<h2>Who spoke?</h2>" in page and "<h3>The shares</h3>" in page
    assert re.search(r'<img src="data:image/png;base64,[^"]+" alt="Horizontal bar chart', page)
    assert "<b>Figure 1.</b> Who spoke how much." in page
    ids = re.findall(r'id="([^"]+)"', (made / "evidence.html").read_text(encoding="utf-8"))
    links = re.findall(r'href="evidence\.html#([^"]+)"', page)
    assert len(links) == 8 and set(links) <= set(ids)
    assert "<script" not in page and "default-src 'none'" in page
    for beside in re.findall(r'<a href="([\w.]+)">', page):
        assert (made / beside).exists()


def test_word_has_headings_captions_alt_texts_and_tables_that_repeat_their_heads(made, seed):
    document = docx.Document(made / "report.docx")
    styled = [(p.style.name, p.text) for p in document.paragraphs if p.text]
    assert ("Heading 1", "Who spoke?") in styled and ("Heading 2", "The shares") in styled
    assert ("List Bullet", "one point") in styled
    (caption,) = [p for p in document.paragraphs if p.style.name == "Caption"]
    assert "".join(t.text for t in caption._p.iter(qn("w:t"))) == "Figure 1. Who spoke how much."
    (picture,) = document.inline_shapes
    assert picture._inline.docPr.get("descr").startswith("Horizontal bar chart")
    table = document.tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [row.cells[-1].text for row in table.rows] == ["quote", *pr.growth_figures(seed)["quote"]]
    targets = {r.target_ref for r in document.part.rels.values() if r.reltype.endswith("/hyperlink")}
    assert targets == {"evidence.html"}


def test_the_pdf_is_tagged_and_has_bookmarks_alt_texts_and_a_title(made):
    pdf = PdfReader(made / "report.pdf")
    assert pdf.metadata.title == "SCIO press conference on striving to break new ground in high-quality development " \
        "and sustained revitalization of Heilongjiang"  # fmt: skip
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"] and pdf.trailer["/Root"]["/Lang"] == "en"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in (made / "report.pdf").read_bytes()
    assert [entry.title for entry in pdf.outline if not isinstance(entry, list)] == ["Who spoke?"]
    words = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert "Figure 1. Who spoke how much." in words and "number of high-tech enterprises" in words
    assert any("Horizontal bar chart" in alt for alt in alternatives(pdf.trailer["/Root"]["/StructTreeRoot"]))


def alternatives(element):
    element = element.get_object()
    if "/Alt" in element:
        yield element["/Alt"]
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        if hasattr(child.get_object(), "get"):
            yield from alternatives(child)


def test_no_format_keeps_the_day_of_making(made):
    for name in ("report.docx", "figures.xlsx"):
        with zipfile.ZipFile(made / name) as archive:
            assert {info.date_time[0] for info in archive.infolist()} == {1980}
            assert b"1980-01-01" in archive.read("docProps/core.xml")
    assert not {"/CreationDate", "/ModDate"} & set(PdfReader(made / "report.pdf").metadata)


# input that asks for trouble

HOSTILE = """"quotes" <b>&amp;</b> 'single' =cmd() $x$ #set @ref \\ 😀 中"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, shelf):
    folder = tmp_path_factory.mktemp("hostile")
    path = page_with(folder, title=HOSTILE, speaker="<script>alert(1)</script>")
    make([path], folder / "reports", shelf)
    return folder / "reports", pr.read(path)


def test_a_hostile_title_stands_in_every_format_as_it_is(hostile):
    out, corpus = hostile
    title = corpus.documents.loc[0, "title"]
    assert HOSTILE in title
    assert docx.Document(out / "report.docx").paragraphs[0].text == title
    assert PdfReader(out / "report.pdf").metadata.title == title
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in page and "<b>&amp;</b>" not in page


def test_a_speaker_called_script_never_becomes_a_script(hostile):
    out, _ = hostile
    assert "<script>alert" not in (out / "report.html").read_text(encoding="utf-8")
    assert (out / "evidence.html").read_text(encoding="utf-8").count("<script") == 1


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_no_character_is_too_odd_for_any_format(words):
    png = (ROOT / "docs" / "speaker_share.png").read_bytes()
    run = (Run(words, href="https://example.org"), Run(words, code=True))
    grid = Grid((run,), ((run,),), caption=words)
    blocks = (Heading(1, run), Paragraph(run, quoted=True), Item(run), Code(words), grid, Picture(png, words, words, 1))
    script = Manuscript(words, words, blocks)
    assert html_page(script).count("<script") == 0
    assert docx.Document(io.BytesIO(word(script))).tables
    assert PdfReader(io.BytesIO(pdf(script))).pages


def test_a_corpus_without_figures_gives_a_report_that_says_so(shelf, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("China.org.cn | June 3, 2024\n\nSun Peili:\n\nGood morning. We are glad that you came.\n")
    make([path], tmp_path / "reports", shelf)
    assert "There is no row to show." in (tmp_path / "reports" / "report.html").read_text(encoding="utf-8")
    assert "No growth figure was found here." in (tmp_path / "reports" / "evidence.html").read_text(encoding="utf-8")


def test_three_hundred_speakers_fit_into_every_format(shelf, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(many_speakers(300), encoding="utf-8")
    assert pr.read(path).turns["speaker"].nunique() == 300
    make([path], tmp_path / "reports", shelf)
    assert all((tmp_path / "reports" / name).stat().st_size > 5000 for name in FILES)


def test_a_folder_that_cannot_be_written_is_named_before_the_work(shelf, tmp_path, monkeypatch, capsys):
    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(whole.tempfile, "mkstemp", refuse)
    monkeypatch.setattr(report, "execute", lambda *args: pytest.fail("worked before it looked"))
    with pytest.raises(ValueError, match=r"reports: cannot write there \(Permission denied\); choose another folder"):
        make([SEED], tmp_path / "reports", shelf)
    assert main(["report", str(SEED), "--out", str(tmp_path / "reports")]) == 1
    assert "cannot write there" in capsys.readouterr().err


def test_a_file_in_the_way_of_the_folder_is_named(shelf, tmp_path):
    (tmp_path / "reports").write_text("in the way")
    with pytest.raises(ValueError, match="reports: cannot write there"):
        make([SEED], tmp_path / "reports", shelf)


def test_an_unknown_format_and_a_missing_library_are_named(shelf, tmp_path, monkeypatch):
    with pytest.raises(ValueError, match="no format papyrus; the formats are html, docx, pdf, xlsx"):
        make([SEED], tmp_path, shelf, to=["papyrus"])
    monkeypatch.setattr(report, "find_spec", lambda name: None)
    with pytest.raises(ValueError, match="typst is not installed; run `pip install typst`"):
        make([SEED], tmp_path, shelf, to=["pdf"])


def test_a_notebook_that_fails_is_named_with_its_error(tmp_path):
    shelf = shelf_of(tmp_path / "shelf", [(None, PARAMETERS), (None, "1 / 0")])
    with pytest.raises(ValueError, match=r"01_who\.ipynb, cell 3 `1 / 0`: ZeroDivisionError: division by zero$"):
        make([SEED], tmp_path / "reports", shelf)


# stopped on the way


def test_a_run_that_is_stopped_leaves_no_half_file_and_the_next_one_does_the_work(shelf, tmp_path, monkeypatch):
    out = tmp_path / "reports"
    make([SEED], out, shelf)
    before = hashes(out)
    other = page_with(tmp_path)

    def stop(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(report, "manuscript", stop)
        with pytest.raises(KeyboardInterrupt):
            make([other], out, shelf)
    after = hashes(out)
    assert set(after) == set(before) and after["report.pdf"] == before["report.pdf"]
    assert not make([SEED], out, shelf).unchanged
    assert hashes(out) == before


def test_a_file_is_whole_or_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "file.txt"
    write_whole(path, "old\n")

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole.Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, "new\n")
    assert path.read_bytes() == b"old\n"
    assert [p.name for p in tmp_path.iterdir()] == ["file.txt"]


def test_a_whole_file_can_be_read_by_everybody_whom_the_umask_lets(tmp_path):
    (tmp_path / "plain").write_text("x")
    write_whole(tmp_path / "whole", "x")
    assert (tmp_path / "whole").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_progress_passes_every_row_on_and_says_nothing_where_nobody_looks(capsys, monkeypatch):
    from pressroom.progress import tracked

    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    assert list(tracked(range(5), "counting")) == [0, 1, 2, 3, 4]
    assert capsys.readouterr().err == ""
    terminal = io.StringIO()
    terminal.isatty = lambda: True
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("pressroom.progress.PATIENCE_SECONDS", 0)
    assert list(tracked(iter(range(3)), "counting", total=3)) == [0, 1, 2]
    assert "counting" in terminal.getvalue() and "0/3" in terminal.getvalue()


def test_a_notebook_that_somebody_has_open_shows_progress(capsys, monkeypatch):
    from pressroom.progress import tracked

    monkeypatch.setenv("JPY_SESSION_NAME", "01_corpus.ipynb")
    monkeypatch.setattr("pressroom.progress.PATIENCE_SECONDS", 0)
    assert list(tracked([1], "counting")) == [1]
    assert "counting" in capsys.readouterr().err


@pytest.mark.slow
def test_all_formats_of_the_seed_are_made_within_forty_seconds(tmp_path):
    if not list((ROOT / "notebooks").glob("*.ipynb")):
        pytest.skip("there is no notebook to make a report of")
    start = time.perf_counter()
    report.make([SEED], CODEBOOK, tmp_path, say=lambda line: None)
    assert time.perf_counter() - start < 40
    assert all((tmp_path / name).exists() for name in FILES)
