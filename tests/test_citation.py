"""A citation says what the pages give, leaves out what they do not, and can be read by other programs."""

import json
import re

import pytest
import yaml

import pressroom as pr
from conftest import ROOT
from pressroom.cli import main

VERSION = pr.__version__


def with_address(
    corpus, url="http://www.example.org/2024-05/15/content_9_2.htm?a=1&b=%20", retrieved="2024-06-01T08:00:00"
):
    pages = corpus.pages.assign(url=url, retrieved=retrieved)
    return pr.Corpus(corpus.documents, pages, corpus.parts, corpus.turns, corpus.texts)


def test_title_days_pages_version_and_hash_are_in_the_text(seed):
    line, program = pr.cite(with_address(seed)).splitlines()
    assert line.startswith("SCIO press conference on striving to break new ground")
    for piece in (
        "Press conference, held 26 April 2024",
        "China.org.cn, posted 15 May 2024, http://www.example.org/2024-05/15/content_9_2.htm?a=1&b=%20",
        "retrieved 1 June 2024",
        "Page 2 of 11",
        f"Read with pressroom {VERSION}, text {seed.documents['sha256'].iloc[0][:12]}",
    ):
        assert piece in line
    assert program == f"The pressroom authors. pressroom, version {VERSION}. Software."


def test_a_day_of_posting_is_not_given_as_the_day_held(page):
    corpus = pr.read(page)
    assert corpus.documents["held_from"].tolist() == ["published"]
    line = pr.cite(corpus, corpus.documents["doc_id"].iloc[0])
    assert "day not known" in line and "posted 3 June 2024" in line and "held" not in line
    assert "event-date" not in json.loads(pr.cite(corpus, form="csl"))[0]
    assert "eventdate" not in pr.cite(corpus, form="bibtex")


def test_what_is_not_known_leaves_no_trace():
    corpus = pr.read_text("GDP grew 5.2% in 2023.")
    for form in ("text", "bibtex", "csl"):
        citation = pr.cite(corpus, form=form)
        assert not re.search(r"None|nan|NaT|<NA>|\{\}|, \.|\.\.", citation), citation


def test_conferences_stand_in_the_order_of_their_days(yunze):
    items = json.loads(pr.cite(yunze, form="csl"))[:-1]
    days = [item.get("event-date", item.get("issued"))["date-parts"][0] for item in items]
    assert days == sorted(days) and len(days) == len(yunze.documents)


def test_bibtex_is_balanced_and_escaped(trouble):
    written = pr.cite(trouble, form="bibtex")
    bare = re.sub(r"\\[{}\\&%$#_]", "", written)
    depth = [bare[:n].count("{") - bare[:n].count("}") for n in range(len(bare))]
    assert min(depth) >= 0 and bare.count("{") == bare.count("}")
    assert r'{{SCIO press conference on "salt \& iron" <in> Beiling =cmd() 🧂}}' in written
    assert re.findall(r"^@misc\{([\w-]+),$", written, re.MULTILINE) == [
        "press-" + trouble.documents["doc_id"].iloc[0],
        "pressroom",
    ]


def test_bibtex_keys_are_unique(yunze):
    keys = re.findall(r"^@misc\{(.+),$", pr.cite(yunze, form="bibtex"), re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(yunze.documents) + 1


CSL = {
    "id": str, "type": str, "title": str, "genre": str, "container-title": str, "publisher": str, "issued": dict,
    "event-date": dict, "URL": str, "accessed": dict, "language": str, "note": str, "author": list, "version": str,
}  # fmt: skip


def test_csl_has_the_fields_and_dates_of_csl(seed):
    conference, program = json.loads(pr.cite(with_address(seed), form="csl"))
    for item in (conference, program):
        assert all(isinstance(value, CSL[name]) for name, value in item.items())
    assert conference["type"] == "webpage" and program["type"] == "software"
    assert conference["event-date"] == {"date-parts": [[2024, 4, 26]]}
    assert conference["issued"] == {"date-parts": [[2024, 5, 15]]}
    assert conference["accessed"] == {"date-parts": [[2024, 6, 1]]}


def test_a_chart_is_cited_with_its_title_and_its_conference(seed):
    line = pr.citation_line(seed, "Words by speaker")
    assert line.startswith("Words by speaker. From: SCIO press conference on striving")
    assert line.endswith(f"held 26 April 2024. Made with pressroom {VERSION}, text 1adf603566ab.")


def test_a_chart_of_many_is_cited_with_their_number_days_and_a_hash_of_all(yunze):
    line = pr.citation_line(yunze)
    n = len(yunze.documents)
    n_unknown = int((yunze.documents["held_from"] == "published").sum())
    assert line.startswith(f"From {n} press conferences, held 18 April 2024 to 24 July 2025")
    assert (f"({n_unknown} on days not known)" in line) == bool(n_unknown)
    shuffled = pr.Corpus(yunze.documents.iloc[::-1], yunze.pages, yunze.parts, yunze.turns, yunze.texts)
    assert pr.citation_line(shuffled) == line


def test_a_conference_that_is_not_there_is_named_with_those_that_are(seed):
    with pytest.raises(ValueError, match=r"no conference 'x' here; there are 2024-04-26-striving"):
        pr.cite(seed, "x")
    with pytest.raises(ValueError, match=r"no citation as 'mla'; the forms are text, bibtex, csl"):
        pr.cite(seed, form="mla")


@pytest.mark.parametrize("form", ["text", "bibtex", "csl"])
def test_the_command_prints_the_citation(page, form, capsys):
    assert main(["cite", str(page), "--format", form]) == 0
    assert capsys.readouterr().out == pr.cite(pr.read(page), form=form)


def test_the_projects_own_citation_has_what_is_required_and_the_version_of_the_package():
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "type", "version", "license"} <= set(cff)
    assert cff["cff-version"] == "1.2.0" and cff["type"] == "software" and cff["license"] == "MIT"
    assert cff["authors"] == [{"name": "The pressroom authors"}]
    assert cff["version"] == VERSION
    assert "http" not in str(cff)
