"""The head of a page: title, who posted it, the day held in every form it is stated in, the cast. All invented."""

import pytest

import pressroom as pr

BODY = "\n\nGao Anmin:\n\nThe floor is open.\n\nBeiling Daily:\n\nHow many apples?\n\nSun Peili:\n\nThank you. Many.\n"
TITLE = "SCIO press conference on the orchards of Beiling"


def document(tmp_path, head):
    path = tmp_path / "page.txt"
    path.write_text(head + BODY, encoding="utf-8")
    return pr.read(path).documents.loc[0]


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\nBeijing | 10 a.m. April 26, 2024",
        f"{TITLE}\nBeijing | 2:30 p.m. Apr. 26, 2024",
        f"{TITLE}\n\nDate: April 26, 2024",
        f"{TITLE}\n\nDate:\n\nApril 26, 2024\n\nSpeaker:\n\nMs. Sun Peili, governor of Beiling",
        f"{TITLE}\n\nTime: 10 a.m., Friday, April 26, 2024",
        f"{TITLE}\n\nHeld on: 26 April 2024",
        f"{TITLE}\n\nChina.org.cn | May 15, 2024\n\nMs. Sun Peili, governor of Beiling\n\nApril 26, 2024",
        f"{TITLE}\n\nThe office held a press conference on April 26 in Beijing about orchards.  May 15, 2024",
        f"{TITLE}\n\nA press conference on orchards was held in Beijing on April 26, 2024. The text is below.",
        f"{TITLE}\n\nMay 15, 2024\n\nOn 26 April 2024, Sun Peili met the press in Beijing.",
        "Foreign Ministry Spokesperson Sun Peili's Regular Press Conference on April 26, 2024\n\n2024-04-27 19:20",
        "MOFCOM Regular Press Conference (April 26, 2024)\n\nUpdated: May 2, 2024",
        f"{TITLE}\n\nChina SCIO | May 15, 2024\n\nSun Peili attends a press conference in Beijing on April 26, 2024. "
        "[Photo by Xu Yan/China SCIO]",
        f"---\ntitle: '{TITLE}'\ndate: 2024-04-26\npublished: 2024-05-15\n---",
        f"{TITLE}\n\nFriday, April 26, 2024, 8:39 a.m. Front Hall, Governor's Office",
        "Regular press conference of the orchard board on Apr.26\n\n2024-04-27 19:20:11",
        "Regular press conference of the orchard board (April 26)\n\nUpdated: Apr 28,2024 5:58 PM",
        f"{TITLE}\n\nA press conference was held on Friday about orchards. May 15, 2024\n\n"
        "Ms. Sun Peili, governor of Beiling\n\nApril 26, 2024",
        f"{TITLE}\n\nSource\nOrchard Board\nEditor\nYao Lian\nTime\n2024-05-15\n\n"
        "Sun Peili, governor of Beiling, answers reporters' questions on April 26, 2024. (by Xu Yan)",
    ],
)
def test_the_day_held_is_stated_in_many_forms(tmp_path, head):
    found = document(tmp_path, head)
    assert (found["held"], found["held_from"]) == ("2024-04-26", "stated")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("China.org.cn | May 15, 2024", "China.org.cn"),
        ("China SCIO | May 15, 2024", "China SCIO"),
        ("China.org.cnUpdated:  May 15, 2024", "China.org.cn"),
        ("0 Comment(s)Print E-mail China.org.cn, May 15, 2024", "China.org.cn"),
        ("2024-05-15 19:20", None),
        ("Updated: May 15, 2024    09:12", None),
        ("15 May 2024", None),
    ],
)
def test_where_the_page_does_not_say_the_day_posted_stands_in_and_is_said_to(tmp_path, line, publisher):
    found = document(tmp_path, f"{TITLE}\n\n{line}")
    assert (found["published"], found["held"], found["held_from"]) == ("2024-05-15", "2024-05-15", "published")
    assert (None if found["publisher"] != found["publisher"] else found["publisher"]) == publisher


def test_a_day_without_a_year_is_the_last_one_before_the_posting(tmp_path):
    head = f"{TITLE}\n\nThe office held a press conference in Beijing on Dec. 20 about orchards.  January 6, 2025"
    assert document(tmp_path, head)["held"] == "2024-12-20"


def test_without_any_date_nothing_is_made_up(tmp_path):
    found = document(tmp_path, TITLE)
    assert found[["held", "held_from", "published"]].isna().all()


@pytest.mark.parametrize(
    "block",
    [
        "Speakers:\n\nMs. Sun Peili, governor of Beiling\n\nChairperson:\n\nMs. Gao Anmin, spokesperson of the SCIO",
        "Ms. Sun Peili, governor of Beiling\n\nMs. Gao Anmin, spokesperson of the SCIO",
        "Speakers\n\nSun Peili, governor of Beiling\n\nChairperson\n\nGao Anmin, spokesperson of the SCIO",
        "Speaker: Sun Peili, governor of Beiling\nChair: Gao Anmin, spokesperson of the SCIO",
        "Sun Peili, governor of Beiling\n\nGao Anmin, spokesperson of the SCIO",
    ],
)
def test_the_cast_is_read_with_and_without_headings(tmp_path, block):
    path = tmp_path / "page.txt"
    path.write_text(f"{TITLE}\n\nChina SCIO | May 15, 2024\n\n{block}\n\nApril 26, 2024{BODY}", encoding="utf-8")
    corpus = pr.read(path)
    told = corpus.cast[["name", "role_text", "kind"]].to_dict("split")["data"]
    assert told == [
        ["Sun Peili", "governor of Beiling", "official"],
        ["Gao Anmin", "spokesperson of the SCIO", "chair"],
    ]
    assert corpus.turns["kind"].tolist() == ["chair", "journalist", "official"]
    assert corpus.documents.loc[0, "title"] == TITLE


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("• SCIO briefing on the orchards of Beiling\n\nRead in Chinese", "SCIO briefing on the orchards of Beiling"),
        ("Press RoomPress Conference Transcripts\n\n" + TITLE, TITLE),
        ("HOME >> NEWS >> BRIEFINGS\n\nFull text of the briefing on apples", "Full text of the briefing on apples"),
        ("SCIO briefing on the progress of orchard\npolicies and harvests\nBeijing | 10 a.m. April 12, 2021",
         "SCIO briefing on the progress of orchard policies and harvests"),
        ("SCIO briefing on orchards | May 15, 2024", "SCIO briefing on orchards"),
        ("SCIO briefing on orchards /, May 15, 2024 Adjust font size:", "SCIO briefing on orchards"),
        ("Subject: Press conference of the orchard mission", "Press conference of the orchard mission"),
        ("Speaker:\nSun Peili, head of the orchard board\nChairperson:\nGao Anmin, spokesperson of the SCIO", None),
        ("China.org.cn | May 15, 2024", None),
        ("Beijing | 10 a.m. April 26, 2024", None),
        ("On April 26, Sun Peili answered questions in the great hall. Orchard Daily reporter Yao Lian", None),
    ],
)  # fmt: skip
def test_the_title_is_the_line_that_names_the_conference_and_no_other(tmp_path, head, title):
    found = document(tmp_path, head)["title"]
    assert (None if found != found else found) == title


def test_a_day_behind_the_title_or_a_sentence_is_the_day_posted(tmp_path):
    for head in (f"{TITLE} | May 15, 2024", f"{TITLE}\n\nA press conference on orchards was held Friday. May 15, 2024"):
        found = document(tmp_path, head)
        assert (found["published"], found["held_from"]) == ("2024-05-15", "published")


def test_a_title_that_comes_again_in_the_midst_of_speech_is_not_spoken(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(f"{TITLE}{BODY}\n{TITLE}\n\nBeiling Daily:\n\nHow many pears?\n", encoding="utf-8")
    assert pr.read(path).turns["text"].tolist()[2] == "Thank you. Many."


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("Sun Peili, governor of Beiling\n\nYu Jian, Beiling orchard representative and vice governor\n\n"
         "Gao Anmin, spokesperson of the Publicity Department of Beiling",
         [("Sun Peili", "official"), ("Yu Jian", "official"), ("Gao Anmin", "chair")]),
        ("Speaker:\nSun Peili, a worker at the orchards\nChairperson:\nGao Anmin, Information Bureau of the Office",
         [("Sun Peili", "official"), ("Gao Anmin", "chair")]),
        ("Senior Colonel Sun Peili, spokesperson for the orchard guard", [("Sun Peili", "official")]),
    ],
)  # fmt: skip
def test_the_cast_holds_everybody_by_name_and_the_chair_by_office(tmp_path, block, told):
    path = tmp_path / "page.txt"
    path.write_text(f"{TITLE}\n\n{block}\n\nApril 26, 2024{BODY}", encoding="utf-8")
    assert pr.read(path).cast[["name", "kind"]].to_records(index=False).tolist() == told
