"""A notebook's desk: shows what it makes, leaves it in the reports folder, escapes what it shows."""

import pandas as pd
import pytest

import pressroom as pr
from pressroom.notebook import listing


@pytest.fixture
def desk(seed, tmp_path):
    return pr.Desk(seed, tmp_path / "reports")


def test_nothing_is_written_before_the_export(desk, seed, tmp_path):
    shares = pr.speaker_share(seed)
    desk.chart("shares", pr.charts.speaker_share(shares), shares, "Who spoke.")
    desk.table("turns", seed.turns, ["turn", "speaker"])
    assert not (tmp_path / "reports").exists()
    made = desk.export()
    assert made.table["file"].tolist() == ["charts/shares", "tables/turns.csv"]
    for file in ("charts/shares.png", "charts/shares.svg", "charts/shares.csv", "tables/turns.csv"):
        assert (tmp_path / "reports" / file).stat().st_size > 0


def test_an_exported_table_has_every_row_and_column(desk, seed, tmp_path):
    desk.table("sentences", seed.sentences, ["text"], most=2)
    desk.export()
    written = pd.read_csv(tmp_path / "reports" / "tables" / "sentences.csv")
    assert list(written.columns) == list(seed.sentences.columns) and len(written) == 37


def test_a_listing_shows_some_rows_and_says_how_many_more():
    shown = listing.rows(pd.DataFrame({"n_words": [1234, 2, 3]}), most=1)._repr_html_()
    assert "1,234" in shown and "2 more rows" in shown and "text-align:right" in shown


def test_an_empty_listing_is_a_sentence():
    assert listing.rows(pd.DataFrame({"a": []}), instead="Nobody asks.")._repr_html_() == "<p>Nobody asks.</p>"


def test_what_a_page_says_is_no_markup():
    shown = listing.rows(
        pd.DataFrame({"speaker": ["<script>alert(1)</script>"], "text": ["$x$ & =cmd()"]})
    )._repr_html_()
    assert "<script" not in shown and "&lt;script&gt;" in shown and "tex2jax_ignore" in shown


def test_a_column_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(KeyError, match=r"no column \['speeker'\]; the table has speaker"):
        listing.rows(pd.DataFrame({"speaker": []}), ["speeker"])


def test_long_tables_can_be_browsed_and_bring_their_script_once(seed, tmp_path):
    desk = pr.Desk(seed, tmp_path, interactive=True)
    first, second = (desk.table(name, seed.sentences, ["sentence", "text"])._repr_html_() for name in ("a", "b"))
    assert len(first) > 200_000 > len(second) and "cdn" not in first[:20_000] + second
    assert desk.table("few", seed.turns, ["turn"])._repr_html_().startswith("<table")


def test_the_corpus_of_one_document(seed, page):
    both = pr.read([page, *pr.project_path(["seeds"])])
    assert both.only().documents.loc[0, "held"] == "2024-06-03"
    (doc_id,) = seed.documents["doc_id"]
    assert both.only(doc_id).turns["n_words"].tolist() == seed.turns["n_words"].tolist()
    with pytest.raises(KeyError, match="no document 'x'"):
        both.only("x")
