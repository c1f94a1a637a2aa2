"""Charts, judged by their artists and their files. All people, outlets and numbers here are invented."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from PIL import Image
from pypdf import PdfReader

import pressroom as pr
from pressroom import charts
from pressroom.drawing.canvas import MOST_ROWS, fitted
from pressroom.drawing.growth_charts import _spread

ODD = "$5 <b>_daily_</b> & $x_1$ 😀"

SHARES = pd.DataFrame(
    {
        "speaker": ["Gao Anmin", "Sun Peili", None],
        "kind": ["chair", "official", "journalist"],
        "n_words": [30, 500, 70],
        "share_pct": [5.0, 83.3333, 11.6667],
    }
)
RATES = pd.DataFrame({"theme": ["talent", "energy"], "n_hits": [1, 12], "rate_per_1000": [1.5, 18.0]})
HITS = pd.DataFrame({"theme": ["talent", "energy", "energy"], "position": [10, 250, 900]})
Y2023, Q1, Y2024 = ("2023-01-01", "2024-01-01"), ("2024-01-01", "2024-04-01"), ("2024-01-01", "2025-01-01")
FIGURES = pd.DataFrame(
    [
        ("growth_rate", 5.6, "%", "up", "achieved", "apple output", *Y2023, "year_on_year"),
        ("growth_rate", 2.1, "%", "down", "achieved", "pear output", *Q1, "year_on_year"),
        ("pp_change", 0.4, "percentage points", "up", "target", "share of cider", *Y2024, None),
        ("pp_change", 25, "basis points", "down", "achieved", "loan rate", *Q1, "vs 2012"),
        ("growth_rate", None, "%", "up", "achieved", "juice exports", *Q1, None),
        ("growth_rate", 7.0, "%", "up", "achieved", "jam sales", None, None, None),
        ("policy_count", 60, "items", None, "achieved", "measures", *Y2023, None),
    ],
    columns="kind value unit direction status indicator period_start period_end basis".split(),
).assign(value_high=None, text="the number", approx=None)

DRAWN = {
    "speaker_share": lambda: charts.speaker_share(SHARES),
    "kind_share": lambda: charts.kind_share(SHARES),
    "theme_rates": lambda: charts.theme_rates(RATES),
    "theme_dispersion": lambda: charts.theme_dispersion(HITS, 1000),
    "growth_figures": lambda: charts.growth_figures(FIGURES),
    "figure_kinds": lambda: charts.figure_kinds(FIGURES),
    "parts_strip": lambda: charts.parts_strip(parts()),
}
EMPTY = {
    "speaker_share": lambda ax: charts.speaker_share(SHARES.head(0), ax),
    "kind_share": lambda ax: charts.kind_share(SHARES.head(0), ax),
    "theme_rates": lambda ax: charts.theme_rates(RATES.head(0), ax),
    "theme_dispersion": lambda ax: charts.theme_dispersion(HITS.head(0), 0, ax),
    "growth_figures": lambda ax: charts.growth_figures(FIGURES.head(0), ax),
    "figure_kinds": lambda ax: charts.figure_kinds(FIGURES.head(0), ax),
    "parts_strip": lambda ax: charts.parts_strip(parts().head(0), ax),
}


def parts():
    rows = [("d", 0, 10, "title"), ("d", 12, 20, "label"), ("d", 21, 400, "speech"), ("e", 5, 100, "speech")]
    return pd.DataFrame(rows, columns=["doc_id", "start", "end", "part"])


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")


def rows_of(ax):
    return [label.get_text() for label in ax.get_yticklabels()]


def written(ax):
    return [text.get_text() for text in ax.texts]


def many(n):
    rows = {
        "speaker": [f"Speaker {i}" for i in range(n)],
        "kind": ["official"] * n,
        "n_words": range(n, 0, -1),
    }
    return pd.DataFrame(rows).assign(share_pct=100 / n)


# bars


def test_bars_are_as_long_as_the_shares_and_start_at_zero():
    ax = charts.speaker_share(SHARES)
    assert [bar.get_width() for bar in ax.patches] == pytest.approx([83.3333, 11.6667, 5.0])
    assert {bar.get_x() for bar in ax.patches} == {0}
    assert ax.get_xlim()[0] == 0


def test_who_spoke_most_stands_on_top():
    ax = charts.speaker_share(SHARES)
    assert rows_of(ax) == ["Sun Peili, official", "unnamed journalist", "Gao Anmin, chair"]
    assert ax.yaxis_inverted()


def test_each_bar_is_labelled_with_its_share_and_words():
    assert written(charts.speaker_share(SHARES)) == [
        "83.3% (500 words)",
        "11.7% (70 words)",
        "5.0% (30 words)",
    ]


def test_officials_journalists_and_others_have_a_colour_each():
    colours = [to_hex(bar.get_facecolor()) for bar in charts.speaker_share(SHARES).patches]
    assert colours == ["#0072b2", "#d55e00", "#767676"]


def test_questions_are_drawn_apart_from_answers():
    rows = {"function": ["answer", "question"], "n_words": [1, 9], "share_pct": [10.0, 90.0]}
    assert rows_of(charts.kind_share(pd.DataFrame(rows))) == ["question", "answer"]


def test_a_chart_with_too_many_rows_says_how_many_it_leaves_out():
    ax = charts.speaker_share(many(MOST_ROWS + 7))
    assert len(ax.patches) == MOST_ROWS
    assert "7 more speakers are in the table." in ax.get_xlabel().replace("\n", " ")


@pytest.mark.parametrize("n", [1, 3, 15, 40])
def test_no_label_runs_into_another_or_out_of_the_picture(n):
    table = many(n).assign(
        speaker=[f"{i} Deputy Director of the Beiling Bureau of Orchards and Cider" for i in range(n)]
    )
    ax = charts.speaker_share(table)
    ax.figure.draw_without_rendering()
    boxes = [label.get_window_extent() for label in ax.get_yticklabels()]
    assert all(upper.y0 >= lower.y1 - 1 for upper, lower in pairwise(boxes))
    everything = [*boxes, *(text.get_window_extent() for text in ax.texts)]
    assert all(box.x0 >= -1 and box.x1 <= ax.figure.bbox.x1 + 1 for box in everything)


def test_kinds_of_figures_are_counted_most_frequent_first():
    ax = charts.figure_kinds(FIGURES)
    assert [bar.get_width() for bar in ax.patches] == [4, 2, 1]
    assert rows_of(ax) == ["growth rate", "pp change", "policy count"]


# dots and strips


def test_dots_stand_at_the_rates_with_their_hits():
    ax = charts.theme_rates(RATES)
    assert [x for x, _ in ax.collections[-1].get_offsets()] == [18.0, 1.5]
    assert written(ax) == ["18.0 (12 hits)", "1.5 (1 hit)"]


def test_themes_are_named_in_words_where_the_table_has_them():
    ax = charts.theme_rates(RATES.assign(label=["Talent and education", "Energy"]))
    assert [row.replace("\n", " ") for row in rows_of(ax)] == ["Energy", "Talent and education"]


def test_an_interval_is_drawn_where_the_table_has_one():
    ax = charts.theme_rates(RATES.assign(rate_low=[0.5, 12.0], rate_high=[3.0, 25.0]))
    (interval,) = [lines for lines in ax.collections if lines.get_label() == "interval"]
    assert [sorted(segment[:, 0]) for segment in interval.get_segments()] == [[12.0, 25.0], [0.5, 3.0]]


def test_a_theme_in_questions_is_a_row_apart_from_the_theme_in_answers():
    both = pd.concat([RATES.assign(function="question"), RATES.assign(function="answer")])
    assert {"talent, question", "talent, answer"} <= set(rows_of(charts.theme_rates(both)))


def test_strips_stand_where_the_hits_are():
    ax = charts.theme_dispersion(HITS, 1000)
    assert [list(strip.get_positions()) for strip in ax.collections[:2]] == [[250, 900], [10]]
    assert ax.get_xlim() == (0, 1000)


def test_documents_laid_end_to_end_are_divided_by_a_line():
    ax = charts.theme_dispersion(HITS, [400, 600])
    assert [segment[0][0] for segment in ax.collections[-1].get_segments()] == [400]


def test_the_ledger_shows_the_characters_of_each_part():
    ax = charts.parts_strip(parts())
    assert rows_of(ax) == ["speech", "title", "label"]
    assert written(ax) == ["474 characters", "10 characters", "8 characters"]
    assert ax.get_xlim() == (0, 500)


# growth figures


def points_of(ax):
    """Where the markers stand: marker's fill to the heights."""
    fills = {}
    for markers in ax.collections[1:]:
        fill = to_hex(markers.get_facecolors()[0])
        fills.setdefault(fill, []).extend(round(y, 4) for _, y in markers.get_offsets())
    return fills


def test_only_growth_with_a_number_and_a_period_is_drawn_and_down_is_negative():
    assert sorted(points_of(charts.growth_figures(FIGURES))["#0072b2"]) == [-2.1, -0.25, 5.6]


def test_a_target_is_hollow():
    assert points_of(charts.growth_figures(FIGURES))["#ffffff"] == [0.4]


def test_a_thin_line_spans_the_reference_period():
    ax = charts.growth_figures(FIGURES.head(1))
    (span,) = ax.collections[0].get_segments()
    (marker,) = ax.collections[1].get_offsets()
    days = [str(plt.matplotlib.dates.num2date(x).date()) for x in (*span[:, 0], marker[0])]
    assert days == ["2023-01-01", "2024-01-01", "2024-01-01"]


def test_a_point_is_labelled_with_its_indicator_and_number():
    assert written(charts.growth_figures(FIGURES)) == [
        "pear output, −2.1%",
        "loan rate, −25 basis points vs 2012",
        "share of cider, 0.4 points (target)",
        "apple output, 5.6%",
    ]


def test_growth_that_cannot_be_placed_is_named_beside_the_plot():
    note = charts.growth_figures(FIGURES).get_xlabel().replace("\n", " ")
    assert "no period that can be resolved: jam sales" in note
    assert "said without a number: juice exports" in note


def test_each_base_of_comparison_has_a_field_of_its_own():
    figure = charts.growth_figures_by_basis(FIGURES)
    names = [ax.get_title(loc="left") for ax in figure.axes]
    assert names == ["Year on year", "Against a base that is named", "Base of comparison not stated"]
    assert len({ax.get_xlim() for ax in figure.axes}) == 1


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_labels_are_spread_apart_in_their_order(heights):
    gap = 1 / 30
    spread = _spread(sorted(heights), gap)
    assert all(b - a >= gap - 1e-9 for a, b in pairwise(spread))
    assert max(spread) <= 1 + 1e-9


# every chart


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_a_title_has_five_to_twelve_words_and_stands_left(draw):
    assert 5 <= len(draw().get_title(loc="left").split()) <= 12


@pytest.mark.parametrize("draw", EMPTY.values(), ids=EMPTY)
def test_without_rows_one_sentence_says_why_nothing_is_drawn(draw):
    _, given_ax = plt.subplots()
    ax = draw(given_ax)
    assert ax is given_ax
    (text,) = written(ax)
    assert text.endswith(".") and not ax.patches and not ax.collections
    assert charts.described(ax).startswith("Nothing is drawn.")


def test_a_chart_is_drawn_on_the_axes_that_was_given():
    _, ax = plt.subplots()
    assert charts.theme_rates(RATES, ax=ax) is ax


def test_odd_characters_are_text_and_not_mathematics():
    _, ax = plt.subplots()
    charts.speaker_share(SHARES.assign(speaker=ODD), ax)
    assert rows_of(ax)[0].replace("\n", " ").startswith("$5 <b>_daily_</b> & $x_1$")
    assert not any(label.get_parse_math() for label in ax.get_yticklabels())
    ax.figure.draw_without_rendering()


@given(st.text(max_size=200))
def test_a_label_never_has_more_than_two_lines(text):
    lines = fitted(text, 30, 2).split("\n")
    assert len(lines) <= 2 and all(len(line) <= 30 for line in lines)


def test_drawing_leaves_the_readers_own_style_alone():
    before = dict(plt.rcParams)
    charts.speaker_share(SHARES)
    assert dict(plt.rcParams) == before


# words and files


def save(folder, ax=None):
    ax = ax or charts.speaker_share(SHARES)
    line = "Source: Press conference on orchards (invented); n = 3 turns, 600 words; held 3 June 2024."
    return charts.save(ax, "share", folder, table=SHARES, caption="Who spoke & how much", corpus_line=line)


def test_the_alt_text_says_kind_measure_and_values():
    assert charts.described(charts.speaker_share(SHARES)) == (
        "Horizontal bar chart: share of all words, 3 rows. "
        "Sun Peili, official 83.3%; unnamed journalist 11.7%; Gao Anmin, chair 5.0%."
    )


def test_the_alt_text_of_a_long_table_gives_its_ends():
    told = charts.described(charts.speaker_share(many(20)))
    assert "20 rows. Highest: Speaker 0, official 5.0%;" in told and "Lowest: Speaker 19" in told


def test_a_saved_chart_is_a_picture_twice_its_table_and_its_words(tmp_path):
    paths = save(tmp_path / "charts")
    assert {name: path.name for name, path in paths.items()} == {
        "png": "share.png", "svg": "share.svg", "pdf": "share.pdf", "csv": "share.csv",
        "txt": "share.txt",
    }  # fmt: skip
    assert pd.read_csv(paths["csv"])["n_words"].tolist() == [30, 500, 70]
    assert Image.open(paths["png"]).width == 1600


def test_both_pictures_carry_the_alt_text_and_where_the_numbers_are(tmp_path):
    paths = save(tmp_path)
    alt = Image.open(paths["png"]).text["Description"]
    assert "Sun Peili, official 83.3%" in alt and "share.csv" in alt
    svg = ET.parse(paths["svg"]).getroot()
    assert svg.find("{http://www.w3.org/2000/svg}desc").text == alt
    assert svg.find("{http://www.w3.org/2000/svg}title").text == "Who spoke & how much"


def test_a_pdf_of_a_chart_carries_title_and_alt_text_and_no_day(tmp_path):
    paths = save(tmp_path)
    about = PdfReader(paths["pdf"]).metadata
    assert about["/Title"] == "Who spoke & how much"
    assert about["/Subject"].startswith(Image.open(paths["png"]).text["Description"])
    assert not {"/CreationDate", "/ModDate"} & set(about)


def test_a_chart_of_figures_says_beside_each_number_where_its_words_are(tmp_path, seed):
    figures = pr.growth_figures(seed)
    paths = charts.save(
        charts.figure_kinds(figures), "kinds", tmp_path, table=figures, caption="Kinds.", corpus_line="Invented."
    )
    places = pd.read_csv(paths["csv"])["evidence"]
    assert places[0] == f"evidence.html#{seed.documents.loc[0, 'doc_id']}-figure-1" and len(places) == len(figures)


def test_the_markers_of_growth_lead_to_their_words(tmp_path, seed):
    figures = pr.growth_figures(seed)
    drawn = charts.growth_figures(figures)
    svg = charts.save(drawn, "growth", tmp_path, table=figures, caption="Growth.", corpus_line="Invented.")["svg"]
    doc_id = seed.documents.loc[0, "doc_id"]
    links = re.findall(r'xlink:href="\.\./(evidence[^"]+)"', svg.read_text(encoding="utf-8"))
    assert sorted(links) == [f"evidence.html#{doc_id}-figure-{n}" for n in (3, 5)]


def test_odd_characters_survive_in_the_metadata(tmp_path):
    paths = save(tmp_path, charts.speaker_share(SHARES.assign(speaker=ODD)))
    assert ODD in Image.open(paths["png"]).text["Description"]
    assert ODD in ET.parse(paths["svg"]).getroot().find("{http://www.w3.org/2000/svg}desc").text


def test_the_source_line_is_drawn_under_the_chart(tmp_path):
    ax = charts.speaker_share(SHARES)
    save(tmp_path, ax)
    assert "held 3 June 2024" in ax.figure.get_supxlabel().replace("\n", " ")


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_the_same_table_gives_the_same_bytes(tmp_path, draw):
    first, again = save(tmp_path / "a", draw()), save(tmp_path / "b", draw())
    assert all(first[name].read_bytes() == again[name].read_bytes() for name in first)
    assert not re.search(rb"dc:date", first["svg"].read_bytes())


def test_a_name_that_is_no_file_name_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"'\.\./share'"):
        charts.save(plt.figure(), "../share", tmp_path, table=SHARES, caption="", corpus_line="")


def test_a_notebook_gets_the_picture_with_its_alt_text():
    picture = charts.show(charts.speaker_share(SHARES), "Source: invented.")
    data, about = picture._repr_mimebundle_()
    assert about["image/png"]["alt"].startswith("Horizontal bar chart")
    assert data["text/plain"] == about["image/png"]["alt"]
    assert not plt.get_fignums()


def test_a_picture_keeps_its_caption_for_the_report():
    picture = charts.show(charts.speaker_share(SHARES), "Source: invented.", "Who spoke how much.")
    assert picture._repr_mimebundle_()[1]["image/png"]["caption"] == "Who spoke how much."


def test_the_source_line_names_the_conference_n_days_and_pages(seed):
    line = charts.source_line(seed)
    assert line.startswith(f"Source: {seed.documents.loc[0, 'title']}")
    assert line.endswith("; n = 3 turns, 670 words; held 26 April 2024; 1 of 11 pages.")


def test_the_source_line_of_several_conferences_counts_them(page, tmp_path):
    other = tmp_path / "pears_1.txt"
    other.write_text(page.read_text().replace("orchards", "pear gardens").replace("June 3", "July 9"))
    line = charts.source_line(pr.read([page, other]))
    assert line.startswith("Source: 2 press conferences; n = ")
    assert "held 3 June 2024 to 9 July 2024" in line
