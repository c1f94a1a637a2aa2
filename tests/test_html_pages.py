"""Saved HTML pages in, their articles out, as a reader sees them."""

import html
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.formats.html_pages import read_html
from pressroom.model import Unreadable
from pressroom.reading import read_pages

PAGES = sorted((Path(__file__).parent / "pages").glob("*.htm*"))
# invented speech, long enough to be prose
FLOOR = "Good morning. The floor is open for questions; please say which news outlet you work for before you ask."
APPLES = "How many apples did the province of Beiling grow last year, and where in the world were they sold?"
ANSWER = "Thank you. In 2023, apple output reached 4.2 million tonnes, up 5.6 percent from the year before that."


def text_of(body, head=""):
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>").text


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_each_template_reads_as_it_is_seen(path):
    (page,), refusals = read_pages([path])
    assert refusals == []
    assert page.text == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert any(note.startswith("words left out: ") for note in page.notes)


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_a_template_whose_names_all_changed_is_found_by_its_text(path):
    markup = path.read_text(encoding="utf-8")
    for attribute in ("id=", "class="):
        markup = markup.replace(attribute, f"data-{attribute}")
    text, seen = read_html(markup).text, path.with_suffix(".txt").read_text(encoding="utf-8")
    paragraphs = [p for p in seen.split("\n\n") if len(p) > 60 and " > " not in p and "Adjust font" not in p]
    assert len(paragraphs) > 1 and all(p.strip("\n") in text for p in paragraphs)


# --- blocks and lines -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p><b>Li</b><span>ang Hui</span><font>ling</font>:</p>", "Liang Huiling:\n"),
        ("<p>4.2&nbsp;million &lt;tonnes&gt; &#8211; R&amp;D</p>", "4.2\xa0million <tonnes> – R&D\n"),
        ("<p>one\r\n   two\t three</p>", "one two three\n"),
        ("<p>one<br>two</p>", "one\ntwo\n"),
        ("<p>one<br><br>two</p>", "one\n\ntwo\n"),
        ("<div><div><p>one</p></div><p><p>two</div>", "one\n\ntwo\n"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree\n"),
        ("<p>re\u00advi\u00adtalise</p>", "revitalise\n"),
        ("<p>one<!-- not <p>this --></p>", "one\n"),
        ("<p>one</p><p hidden>two</p><p style='color:red; DISPLAY: none'>three</p>", "one\n"),
        ("<p>one</p><script>document.write('<p>two')</script><noscript>three</noscript>", "one\n"),
        ("<table><tr><td>Year<td>Output<tr><td>2022<td>4.0</table>", "Year\tOutput\n\n2022\t4.0\n"),
        (f"<table><tr><td><p>{FLOOR}</p><td><p>{ANSWER}</p></table>", f"{FLOOR}\n\n{ANSWER}\n"),
        ("<figure><img src=1.jpg alt='Gao Anmin speaks'><figcaption>Gao Anmin</figcaption></figure>", "Gao Anmin\n"),
        ("<pre>one\ntwo\n\nthree</pre>", "one\ntwo\n\nthree\n"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo\n"),
        ("one <p>two</span></b></p></p> three", "one\n\ntwo\n\nthree\n"),
    ],
)
def test_a_block_is_a_paragraph_and_a_break_a_line(markup, text):
    assert text_of(markup) == text


def test_an_emptied_label_leaves_a_wider_gap():
    lost = f"<p>Gao Anmin:</p><p>{FLOOR}</p><p><strong></strong></p><p>{APPLES}</p><p>Sun Peili:</p><p>{ANSWER}</p>"
    assert text_of(lost) == f"Gao Anmin:\n\n{FLOOR}\n\n\n{APPLES}\n\nSun Peili:\n\n{ANSWER}\n"


def test_empty_paragraphs_that_space_the_whole_page_are_no_gap():
    spaced = "<p>&nbsp;</p>".join(f"<p>{p}</p>" for p in ("Gao Anmin:", FLOOR, APPLES, "Sun Peili:", ANSWER))
    assert "\n\n\n" not in text_of(spaced)
    assert f"\n\n\n{APPLES}" in text_of(spaced.replace(f"<p>{APPLES}", f"<p>&nbsp;</p><p>{APPLES}"))


@pytest.mark.parametrize(
    "nothing", ["<p></p>", "<div></div>", "<p><img src=1.jpg></p>", "</p>", "<div><div></div></div>"]
)
def test_what_shows_as_nothing_or_as_a_picture_is_no_gap(nothing):
    assert text_of(f"<p>{FLOOR}</p>{nothing}<p>{APPLES}</p><p>{ANSWER}</p>") == f"{FLOOR}\n\n{APPLES}\n\n{ANSWER}\n"


# --- what is the article --------------------------------------------------------------------------------------
ARTICLE = f"<p>Gao Anmin:</p><p>{FLOOR}</p><p>Orchard Daily:</p><p>{APPLES}</p><p>Sun Peili:</p><p>{ANSWER}</p>"
ARTICLE_TEXT = f"Gao Anmin:\n\n{FLOOR}\n\nOrchard Daily:\n\n{APPLES}\n\nSun Peili:\n\n{ANSWER}\n"


def test_a_title_that_is_not_shown_is_taken_from_the_window():
    reading = read_html(f"<title>SCIO briefing on pears - China.org.cn</title>{ARTICLE}")
    assert reading.text == f"SCIO briefing on pears\n\n{ARTICLE_TEXT}"
    assert "the page does not show its title: it is taken from the window's title" in reading.notes


def test_a_title_that_is_shown_twice_stands_once():
    text = text_of(f"<h1>SCIO briefing on pears</h1><div><p>SCIO briefing on  pears</p>{ARTICLE}</div>")
    assert text == f"SCIO briefing on pears\n\n{ARTICLE_TEXT}"


def test_short_last_turns_are_kept_and_the_links_below_are_not():
    links = "".join(f"<li><a href={n}>SCIO briefing number {n} of the year</a></li>" for n in range(5))
    text = text_of(f"<div>{ARTICLE}<p>Gao Anmin:</p><p>Thank you all.</p><h4>Related</h4><ul>{links}</ul></div>")
    assert text == f"{ARTICLE_TEXT}\nGao Anmin:\n\nThank you all.\n"


def test_the_end_of_an_article_in_an_element_of_its_own_is_kept():
    links = "<h3>More</h3>" + "".join(f"<p><a href={n}>SCIO briefing number {n} of the year</a></p>" for n in range(5))
    text = text_of(f"<div><div>{ARTICLE * 3}</div><div><p>Gao Anmin:</p><p>{FLOOR}</p></div>{links}</div>")
    assert text == "\n".join([ARTICLE_TEXT] * 3) + f"\nGao Anmin:\n\n{FLOOR}\n"


def test_a_name_that_a_link_can_lead_to_is_no_link():
    anchored = ARTICLE.replace("<p>", "<p><a name=x>").replace("</p>", "</a></p>")
    assert text_of(anchored) == ARTICLE_TEXT


def test_the_date_in_the_sites_head_is_not_the_pages():
    head = "<div>Thursday, November 26, 2026</div><p>a</p><p>b</p><p>c</p>"
    text = text_of(f"{head}<h1>SCIO briefing on pears</h1><p>China SCIO | June 3, 2024</p>{ARTICLE}")
    assert text == f"SCIO briefing on pears\n\nChina SCIO | June 3, 2024\n\n{ARTICLE_TEXT}"


def test_an_article_that_shows_only_after_a_click_is_read_and_said_so():
    reading = read_html(f"<h1>SCIO briefing on pears</h1><div style='display:none'>{ARTICLE * 3}</div>")
    assert reading.text.count(FLOOR) == 3 and "until something is clicked" in reading.notes[0]


def test_left_out_words_are_counted():
    reading = read_html(f"<nav>Home News Press</nav><h1>SCIO briefing on pears</h1>{ARTICLE}<p hidden>two words</p>")
    assert reading.notes == [
        "words left out: 3 outside the article (menus, lists of links, footer), 2 that the page hides"
    ]


# --- page navigation, address, dates --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("markup", "line", "number"),
    [
        ("<div>&lt;&nbsp; 1&nbsp; 2&nbsp; 3&nbsp; &gt;</div>", "<  1  2  3  >", None),
        (
            "<div><a href=x>1</a> <b>2</b> <a href=x>3</a> … <a href=x>11</a> <a href=x>Next</a></div>",
            "<  1  2  3  …  11  >",
            2,
        ),
        ("<ul><li>1<li><a href=x>2</a><li><a href=x>3</a><li><a href=x>下一页</a></ul>", "<  1  2  3  >", 1),
        ("<script>createPageHTML(4, 2, 'index', 'html');</script>", "<  1  2  3  4  >", 3),
    ],
)
def test_the_page_navigation_is_one_line(markup, line, number):
    reading = read_html(f"<body><div>{ARTICLE}</div>{markup}</body>")
    assert reading.text == f"{ARTICLE_TEXT}\n{line}\n"
    assert reading.number == number


def test_numbers_in_the_article_are_no_navigation():
    assert "\n\n3\n" in text_of(f"{ARTICLE}<p>3</p><p>2</p><p>{ANSWER}</p>")


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            "<!-- saved from url=(0040)http://www.example.cn/a/content_1_2.htm -->",
            "http://www.example.cn/a/content_1_2.htm",
        ),
        ("<link rel=canonical href='https://example.cn/c'>", "https://example.cn/c"),
        ("<meta property='og:url' content='https://example.cn/o'>", "https://example.cn/o"),
        ("<link rel=canonical href='/relative'>", None),
    ],
)
def test_the_address_is_taken_from_the_page(head, url):
    assert read_html(f"{head}<body>{ARTICLE}").url == url


def test_a_copy_from_the_wayback_machine_has_the_pages_own_address_and_the_time_of_archiving():
    saved = "<!-- saved from url=(0071)https://web.archive.org/web/20240515010203/http://www.example.cn/a.htm -->"
    reading = read_html(f"{saved}<body><div id=wm-ipp-base>WAYBACK captures</div>{ARTICLE}")
    assert (reading.url, reading.retrieved) == ("http://www.example.cn/a.htm", "2024-05-15T01:02:03+00:00")
    assert "WAYBACK" not in reading.text


def test_a_page_saved_with_singlefile_has_its_address_and_time():
    saved = """<!--
 Page saved with SingleFile
 url: https://www.example.cn/content_100000001_2.htm
 saved date: Tue May 21 2024 10:00:00 GMT+0800 (China Standard Time)
-->"""
    reading = read_html(f"<!DOCTYPE html><html>{saved}<body>{ARTICLE}</body></html>")
    assert reading.url == "https://www.example.cn/content_100000001_2.htm"
    assert reading.retrieved == "2024-05-21T10:00:00+08:00"


def test_a_date_that_only_the_source_names_is_kept_beside_the_text():
    reading = read_html(f"<meta name=PubDate content='2024-06-03 10:00'><body>{ARTICLE}")
    assert reading.meta["published"] == "2024-06-03 10:00" and "2024-06-03" not in reading.text


# --- what is no page ------------------------------------------------------------------------------------------
def test_a_page_that_was_cut_off_is_read_and_said_so():
    markup = f"<html><body><h1>SCIO briefing on pears</h1>{ARTICLE}<p>Gao Anmin:</p><p>Thank yo"
    reading = read_html(markup)
    assert reading.text.endswith("Thank yo\n") and any("cut off" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<body><div id=content_data src=/zhibo/1.js></div></body>", "a script loads it"),
        ("<html><script>document.cookie='__jsl_clearance=1';location.reload()</script></html>", "521"),
        ("<frameset><frame src=a.html></frameset>", "no words"),
        ("<html><body></body></html>", "no words"),
        ("<div>" * 11000 + "x", "nested"),
        ("<ul><li>" * 11000 + "x", "nested"),
    ],
)
def test_a_page_without_its_text_is_refused(markup, found):
    with pytest.raises(Unreadable, match=found) as refused:
        read_html(markup)
    assert "browser" in refused.value.remedy or "save" in refused.value.remedy


# --- invariants -----------------------------------------------------------------------------------------------
WORDS = st.text(alphabet="abcXYZ’& <>.:北\xa0", min_size=1, max_size=30).filter(str.strip)
INLINE = st.sampled_from(["span", "b", "strong", "font", "em", "u", "sup"])


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_text_survives_being_cut_up_by_inline_elements(paragraphs, data):
    def wrapped(text):
        at = data.draw(st.integers(0, len(text)))
        tag = data.draw(INLINE)
        return f"{html.escape(text[:at])}<{tag}>{html.escape(text[at:])}</{tag}>"

    plain = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    cut_up = "".join(f"<p>{wrapped(p)}</p>" for p in paragraphs)
    assert text_of(cut_up) == text_of(plain)


TAG = st.sampled_from("div p span b a br table tr td ul li h1 nav footer pre script img form".split())
PIECE = st.one_of(
    WORDS,
    st.builds("<{}>".format, TAG),
    st.builds("</{}>".format, TAG),
    st.builds("<{} class='{}' id=content style='{}'>".format, TAG, WORDS, WORDS),
    st.sampled_from(["<!--", "-->", "&nbsp;", "&#0;", "\x00\x01\x02", "<![CDATA[", "1 2 3", FLOOR, "<", "\ud83c"]),
)


@given(st.lists(PIECE, max_size=40))
def test_any_markup_is_read_or_refused(pieces):
    markup = "".join(pieces).replace("\ud83c", "")
    try:
        reading = read_html(markup)
    except Unreadable:
        return
    assert not set(reading.text) & {"\x00", "\x01", "\x02", "\r"}
    assert "\n\n\n\n" not in reading.text and reading.text.strip()


@given(st.lists(WORDS.map(lambda w: w + FLOOR), min_size=1, max_size=6, unique=True), st.integers(1, 6))
def test_no_text_comes_twice_however_deep_it_is_nested(paragraphs, depth):
    nested = "".join("<div><p>" * depth + html.escape(p) + "</p></div>" * depth for p in paragraphs)
    assert text_of(nested).count(FLOOR) == len(paragraphs)


def test_time_grows_with_length_only():
    def seconds(n):
        markup = f"<body><div>{ARTICLE * n}</div></body>"
        start = time.process_time()
        read_html(markup)
        return time.process_time() - start

    short = min(seconds(200) for _ in range(5))
    assert min(seconds(2000) for _ in range(3)) < 40 * short  # ten times in peace; a hundred if it grew with the square
