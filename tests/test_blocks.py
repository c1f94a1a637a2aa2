"""From a notebook's output to the blocks of a report, and how wide a table is printed."""

import base64
import html

import nbformat
from hypothesis import given
from hypothesis import strategies as st

from pressroom.notebook.listing import rows
from pressroom.publishing.blocks import Code, Grid, Heading, Item, Paragraph, Picture, Run, plain
from pressroom.publishing.manuscript import manuscript
from pressroom.publishing.output_blocks import read_html
from pressroom.publishing.page import html_page

WORDS = st.text(st.sampled_from("ab<>&\"'$*_`#=😀中 "), min_size=1).map(lambda s: " ".join(s.split())).filter(bool)


def told(text):
    return [(type(block).__name__, plain(block.runs)) for block in read_html(text)]


def test_headings_paragraphs_lists_and_quotes():
    found = read_html("<h2>T</h2><p>a<br>b</p><ol><li>x<ul><li>y</li></ul></li></ol><blockquote><p>q</p></blockquote>z")
    assert found == [
        Heading(2, (Run("T"),)),
        Paragraph((Run("a\nb"),)),
        Item((Run("x"),), ordered=True, depth=1),
        Item((Run("y"),), ordered=False, depth=2),
        Paragraph((Run("q"),), quoted=True),
        Paragraph((Run("z"),)),
    ]


def test_styles_nest_and_end():
    (found,) = read_html('<p>a <b>b <i>c</i></b> <code>d</code> <a href="#x">e</a> f</p>')
    assert [(r.text, r.bold, r.italic, r.code, r.href) for r in found.runs] == [
        ("a ", False, False, False, None), ("b ", True, False, False, None), ("c", True, True, False, None),
        (" ", False, False, False, None), ("d", False, False, True, None), (" ", False, False, False, None),
        ("e", False, False, False, "#x"), (" f", False, False, False, None),
    ]  # fmt: skip


def test_scripts_and_styles_are_no_words():
    assert told("<p>a<script>alert('<b>')</script></p><style>p {}</style>") == [("Paragraph", "a")]


def test_a_table_with_and_without_a_head():
    (found,) = read_html("<table><tr><th>n</th><th>who</th></tr><tr><td>1</td><td><b>x</b></td></tr></table>")
    assert [plain(cell) for cell in found.head] == ["n", "who"]
    assert [[plain(cell) for cell in row] for row in found.rows] == [["1", "x"]]
    (bare,) = read_html("<table><tbody><tr><td>1</td></tr></tbody></table>")
    assert bare.head == () and len(bare.rows) == 1


def test_preformatted_text_keeps_its_spaces():
    assert read_html("<pre>a   b\n  c</pre>") == [Code("a   b\n  c")]


def test_a_picture_keeps_its_alt_text_and_one_from_the_network_is_left_out():
    data = base64.b64encode(b"png").decode()
    assert read_html(f'<img src="data:image/png;base64,{data}" alt="bars">') == [Picture(b"png", "bars")]
    assert read_html('<img src="https://example.org/x.png" alt="bars">') == []


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_every_word_survives_as_it_is(texts):
    page = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    assert [plain(block.runs) for block in read_html(page)] == texts


@given(st.text(max_size=200))
def test_no_html_is_too_broken_to_be_read(text):
    read_html(f"<table><tr><td>{text}</table><li>{text}<b>{text}</p></a></ul>")


def test_the_rows_of_a_listing_of_figures_lead_to_their_words(seed):
    import pressroom as pr

    (grid,) = read_html(rows(pr.growth_figures(seed), ["figure", "text"])._repr_html_())
    doc_id = seed.documents.loc[0, "doc_id"]
    assert [row[0][0].href for row in grid.rows][:2] == [f"evidence.html#{doc_id}-figure-{n}" for n in (1, 2)]


# how wide

CELLS = st.lists(st.lists(st.text("ab 1-", max_size=80), min_size=3, max_size=3), max_size=5)


@given(CELLS)
def test_columns_have_some_width_and_a_narrow_table_is_not_stretched(cells):
    grid = Grid(tuple((Run(n),) for n in ("one", "two", "three")), tuple(tuple((Run(c),) for c in r) for r in cells))
    assert len(grid.widths()) == 3 and min(grid.widths()) > 0
    if not grid.is_wide:
        assert sum(grid.widths()) <= 108


def test_many_columns_are_printed_smaller():
    def grid(n):
        return Grid(tuple((Run("indicator"),) for _ in range(n)), ((((Run("a word " * 20),)),) * n,))

    assert grid(3).size_pt == 8.5 > grid(10).size_pt == 7.5
    assert not grid(10).is_landscape and grid(13).is_landscape
    assert grid(13).size_pt == 8.5 > grid(40).size_pt == 6.5


def test_numbers_stand_on_the_right():
    grid = Grid((), tuple(((Run(a),), (Run(b),)) for a, b in [("1,200", "x1"), ("-3.5%", "2"), ("", "")]))
    assert (grid.numeric(0), grid.numeric(1)) == (True, False)


# notebooks


def notebook(*cells):
    return nbformat.v4.new_notebook(cells=list(cells))


def output(**data):
    return nbformat.v4.new_output("display_data", {key.replace("_", "/"): value for key, value in data.items()})


def cell(*outputs, tags=()):
    return nbformat.v4.new_code_cell("code", outputs=list(outputs), metadata={"tags": list(tags)})


def test_prose_and_outputs_are_taken_and_code_is_not(seed):
    told = nbformat.v4.new_markdown_cell("# Why?\n\nBecause **of** it.")
    script = manuscript([notebook(told, cell(output(text_markdown="- a\n- b", text_plain="…")))], seed)
    assert [plain(block.runs) for block in script.blocks] == ["Why?", "Because of it.", "a", "b"]


def test_what_is_said_on_stderr_is_no_result(seed):
    said = [nbformat.v4.new_output("stream", name=name, text=name) for name in ("stdout", "stderr")]
    assert [b.text for b in manuscript([notebook(cell(*said))], seed).blocks if isinstance(b, Code)] == ["stdout"]


def test_a_cell_for_the_notebook_alone_is_left_out(seed):
    script = manuscript([notebook(cell(output(text_plain="files"), tags=["notebook-only"]))], seed)
    assert not any(isinstance(block, Code) for block in script.blocks)


def test_pictures_are_numbered_through_all_notebooks(seed):
    png = base64.b64encode(b"png").decode()
    one = notebook(cell(output(image_png=png), output(image_png=png)))
    numbers = [b.number for b in manuscript([one, one], seed).blocks if isinstance(b, Picture)]
    assert numbers == [1, 2, 3, 4]


def test_a_link_to_a_script_is_no_link(seed):
    text = nbformat.v4.new_markdown_cell("# A\n\n[x](javascript:alert(1)) [y](https://example.org)")
    page = html_page(manuscript([notebook(text)], seed))
    assert "javascript:" not in page and 'href="https://example.org"' in page
