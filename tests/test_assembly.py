"""Saved pages become conferences: found, ordered, joined, told apart, merged. Every page here is invented."""

import pytest

import pressroom as pr
from conferences import HEAD, PAGES, saved
from test_corpus import assert_sound


def only(corpus):
    assert_sound(corpus)
    (document,) = corpus.documents.to_dict("records")
    return document, corpus.turns, corpus.doubts[document["doc_id"]]


def test_pages_find_each_other_by_name_and_run_on(tmp_path):
    document, turns, doubts = only(pr.read(saved(tmp_path / "a", dict(enumerate(PAGES, start=1)))))
    assert document["pages_found"] == [1, 2, 3] and document["pages_expected"] == 3 and document["complete"]
    assert (document["held"], document["held_from"], document["published"]) == ("2024-05-20", "stated", "2024-06-03")
    assert turns["speaker"].tolist() == [
        "Gao Anmin", "Lu Yichen", "Gao Anmin", "Harbor Daily", "Lu Yichen", "Deng Ping", "Port City Radio", "Deng Ping",
        "Gao Anmin",
    ]  # fmt: skip
    statement = turns.iloc[1]
    assert statement["text"].endswith("of the summer.") and statement["page"] == 1
    assert "China.org.cn" in statement["text"], "the head of page 2 lies inside the turn"
    assert statement["n_words"] == 41, "but nobody said it"
    assert turns["answers"].dropna().tolist() == [4, 4, 7]
    assert not doubts


def test_a_paragraph_about_another_conference_at_the_top_of_a_page_is_speech(tmp_path):
    said = "We held 12 press conferences in Wanhai last year, on May 3 among others, and answered questions on nets."
    pages = {1: PAGES[0], 2: PAGES[1].replace("There is a second point", f"{said}\n\nThere is a second point")}
    _, turns, _ = only(pr.read(saved(tmp_path / "a", pages)))
    assert said in turns.loc[1, "text"] and turns.loc[1, "n_words"] == 41 + 19


def test_a_list_at_the_top_of_a_page_is_speech(tmp_path):
    pages = {
        1: PAGES[0],
        2: PAGES[1].replace("There is a second point", "2. Nets and lines\n\nThere is a second point"),
    }
    corpus = pr.read(saved(tmp_path / "a", pages))
    assert "Nets and lines" in " ".join(corpus.sentences["text"])


def test_the_text_is_the_pages_with_two_line_feeds_between_them(tmp_path):
    corpus = pr.read(saved(tmp_path / "a", dict(enumerate(PAGES, start=1))))
    text = corpus.texts[corpus.documents.loc[0, "doc_id"]]
    assert text == "\n\n".join(PAGES)
    assert [text[a:b] for a, b in zip(corpus.pages["start"], corpus.pages["end"], strict=True)] == PAGES


def test_order_is_that_of_the_numbers_not_of_the_names(tmp_path):
    texts = {n: PAGES[n - 1] if n < 4 else HEAD + f"\nGao Anmin:\n\nPage {n}.\n" for n in (1, 2, 3, 10, 11)}
    corpus = pr.read(saved(tmp_path / "a", texts))
    assert corpus.pages["page"].tolist() == [1, 2, 3, 10, 11]


def test_a_missing_page_is_named(tmp_path):
    document, _, doubts = only(pr.read(saved(tmp_path / "a", {1: PAGES[0], 3: PAGES[2]})))
    assert not document["complete"] and document["pages_found"] == [1, 3]
    assert any("1 of 3 pages are missing (page 2)" in doubt for doubt in doubts)


def test_a_page_saved_twice_is_read_once_and_said_so(tmp_path):
    folder = saved(tmp_path / "a", dict(enumerate(PAGES, start=1)))
    (folder / "copy of page two.txt").write_text(PAGES[1], encoding="utf-8")
    _, turns, doubts = only(pr.read(folder))
    assert len(turns) == 9
    assert any("copy of page two.txt" in doubt or "content_117_2.txt is the same" in doubt for doubt in doubts)


def test_pages_with_any_names_find_each_other_by_title_day_and_navigation(tmp_path):
    for name, text in zip(("b.txt", "c.txt", "a.txt"), PAGES, strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    _, turns, doubts = only(pr.read(tmp_path))
    assert len(turns) == 9 and turns["label"].notna().all()
    assert any("order" in doubt for doubt in doubts)
    assert turns.loc[0, "speaker"] == "Gao Anmin"


def test_other_conferences_stay_apart(tmp_path):
    saved(tmp_path, dict(enumerate(PAGES, start=1)))
    other = PAGES[0].replace("fisheries of Wanhai", "forests of Wanhai").replace("3.1 million tonnes", "many trees")
    (tmp_path / "forests.txt").write_text(other, encoding="utf-8")
    assert sorted(len(d) for _, d in pr.read(tmp_path).pages.groupby("doc_id")) == [1, 3]


def test_the_same_title_on_another_day_is_another_conference(tmp_path):
    (tmp_path / "june.txt").write_text(PAGES[1], encoding="utf-8")
    (tmp_path / "july.txt").write_text(PAGES[2].replace("June 3", "July 3"), encoding="utf-8")
    corpus = pr.read(tmp_path)
    assert len(corpus.documents) == 2 and corpus.documents["doc_id"].is_unique


def test_a_lost_label_is_restored_from_the_other_copy(two_copies):
    _, turns, doubts = only(pr.read(two_copies))
    assert turns["speaker"].tolist().count("Harbor Daily") == 1
    assert turns["speaker"].tolist().count("Port City Radio") == 1
    assert len(turns) == 9 and turns["answers"].dropna().tolist() == [4, 4, 7]
    restored = turns[turns["inferred"].notna()]
    assert restored["inferred"].str.startswith("label restored from ").all()
    assert any("another copy" in doubt for doubt in doubts)


def test_the_other_copy_stays_in_the_table_of_pages(two_copies):
    corpus = pr.read(two_copies)
    assert len(corpus.pages) == 4 and corpus.pages["start"].isna().sum() in (1, 3)
    placed = corpus.pages.dropna(subset="start")
    text = corpus.texts[corpus.documents.loc[0, "doc_id"]]
    assert placed["end"].max() == len(text)


def test_a_category_page_is_split_into_its_conferences(tmp_path):
    one = "\n".join(PAGES[0].splitlines()[6:]).replace("<    1    2    3    >", "")
    two = one.replace("Lu Yichen", "Bai Wenbo").replace("Mr. Lu", "Mr. Bai").replace("fisheries", "forests")
    page = f"• SCIO briefing on the fisheries of Wanhai\n\n{one}\n\n• SCIO briefing on the forests of Wanhai\n\n{two}\n"
    (tmp_path / "node_7.txt").write_text(page, encoding="utf-8")
    corpus = pr.read(tmp_path)
    assert_sound(corpus)
    assert len(corpus.documents) == 2
    assert [set(t["speaker"]) for _, t in corpus.turns.groupby("doc_id", sort=False)] == [
        {"Gao Anmin", "Lu Yichen"}, {"Gao Anmin", "Bai Wenbo"},
    ]  # fmt: skip
    assert all(any("2 conferences" in doubt for doubt in doubts) for doubts in corpus.doubts.values())


NO_TRANSCRIPT = {
    "notice": "Notice: SCIO to hold press conference on rice\n\nChina SCIO | May 3, 2024\n\nThe State Council "
    "Information Office (SCIO) will hold a press conference at 10 a.m. on May 6, 2024.\n\nVenue: Press Hall\n\n"
    "Speakers:\n\nMr. Lu Yichen, director of the rice office\n\nContact:\n\nMs. Tao, 010-5888 1111\n",
    "advisory": "Notice to the media: press conference on rice\n\nDate: May 6, 2024\n\nDress Code: business\n\n"
    "Accreditation Desk: second floor. It opens at 8 a.m. and closes at 5 p.m. on every day of the week but Sunday.\n\n"
    "Opening Hours: 9 to 5. What should journalists bring? A valid press card.\n",
    "photos": "SCIO holds press conference on rice\n\nLu Yichen attends a press conference in Beijing on May 6, 2024. "
    "[Photo by Xu Yan/China SCIO]\n\nA journalist asks a question: how many? [Photo by Xu Yan/China SCIO]\n\n"
    "1/2    Lu Yichen\n2/2    Rice\n",
    "listing": "Press Room\n\nTranscripts\n\n• Rice\n\n• Wheat\n\n• Fish\n\n<  1  2  >\n",
}


@pytest.mark.parametrize("name", NO_TRANSCRIPT)
def test_what_is_no_transcript_is_said_to_be_none(tmp_path, name):
    (tmp_path / f"{name}.txt").write_text(NO_TRANSCRIPT[name], encoding="utf-8")
    corpus = pr.read(tmp_path / f"{name}.txt")
    assert_sound(corpus)
    assert len(corpus.documents) == 1 and corpus.turns.empty
    (refusal,) = corpus.refusals
    assert "no turn" in refusal.found and refusal.source.endswith(f"{name}.txt")
    assert {"notice": "notice", "advisory": "notice", "photos": "photos", "listing": "listing"}[name] in refusal.found
