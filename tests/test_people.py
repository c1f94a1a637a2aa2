"""Who is meant: forms of a name, spelling slips, kinds, outlets and their groups. People here are invented."""

import csv

import pytest

import pressroom as pr
from conftest import ROOT
from pressroom.corrections import default_corrections
from pressroom.model import Person
from pressroom.segmenting.names import part_played, plain_name, reporter_of, sort_of, split_title
from pressroom.segmenting.roster import Roster, known_names

CAST = [
    Person("Liang Huiping", "Ms.", "governor of Norlin", "official"),
    Person("Yu Jiande", "Mr.", "vice governor of Norlin", "official"),
    Person("Yu Xiaomei", "Ms.", "mayor of Port Norlin", "official"),
    Person("Karin Saint-Pierre", "Ms.", "harbor envoy", "official"),
]


@pytest.mark.parametrize(
    ("label", "person"),
    [
        ("Liang Huiping", "Liang Huiping"),
        ("Ms. Liang", "Liang Huiping"),
        ("Governor Liang", "Liang Huiping"),
        ("Vice Governor Yu Jiande", "Yu Jiande"),
        ("Mr. Yu Jiande", "Yu Jiande"),
        ("Norlin Provincial Government Spokesperson Yu Jiande", "Yu Jiande"),
        ("Vice Governor of Norlin Yu Jiande", "Yu Jiande"),
        ("Vice Govenor Yu Jiande", "Yu Jiande"),  # a slip in the office
        ("LIANG HUIPING", "Liang Huiping"),
        ("MS. SAINT-PIERRE", "Karin Saint-Pierre"),
        ("Liang Hiuping", "Liang Huiping"),  # two letters changed places
        ("Liang Huipin", "Liang Huiping"),  # one is missing
        ("Mr. Yu", "Mr. Yu"),  # two people of that name: nobody can tell which
        ("Yu Jianguo", "Yu Jianguo"),  # another person, not a slip
        ("Liao Huiping", "Liao Huiping"),  # another family
    ],
)
def test_a_label_means_the_person_it_can_only_be(label, person):
    roster = Roster(CAST, "", "", default_corrections())
    assert roster.speakers([label], "")[label] == person


def test_of_two_spellings_the_commoner_is_right():
    roster = Roster([], "", "", default_corrections())
    meant = roster.speakers(["Shen Guoliang", "Shen Gouliang", "Shen Guoliang"], "")
    assert set(meant.values()) == {"Shen Guoliang"}


def test_who_says_their_name_is_called_by_it():
    text = "MR. HALE: Good morning. I'm Tom Hale of the Tide Fund."
    assert Roster([], "", "", default_corrections()).speakers(["MR. HALE"], text) == {"MR. HALE": "Tom Hale"}


def test_the_title_gives_a_first_name_to_a_surname_in_capitals():
    roster = Roster(
        [], "Press Briefing by Press Secretary Dana Whitlock and Envoy Tom Okafor", "", default_corrections()
    )
    assert roster.speakers(["MS. WHITLOCK", "MR. OKAFOR", "MR. NOBODY"], "") == {
        "MS. WHITLOCK": "Dana Whitlock",
        "MR. OKAFOR": "Tom Okafor",
        "MR. NOBODY": "Mr. Nobody",
    }


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("_ueditor_page_break_tag_Fu Gang", "Fu Gang"),
        ("Pan Guangde (governor of Xiling)", "Pan Guangde"),
        ("Bao Kexin, director of the bureau", "Bao Kexin"),
        ("**CCTV**", "CCTV"),
        ("Hong\u00a0Kong Daily", "Hong Kong Daily"),
        ("Phoenix TV（Hong Kong）", "Phoenix TV"),
        ("Bao Kexin, LB Director", "Bao Kexin"),
        ("Bao Kexin, the responsible person of the lighthouses", "Bao Kexin"),
        ("Home Secretary, Mr Bao Kexin", "Mr Bao Kexin"),
        ("Yamada, Fuji TV", "Yamada"),
        ("Bao Kexin, head of it, put it so", "Bao Kexin, head of it, put it so"),
    ],
)
def test_a_printed_label_without_what_is_not_the_name(label, plain):
    assert plain_name(label) == plain


@pytest.mark.parametrize(
    ("label", "kind"),
    [("Q", "journalist"), ("Q2", "journalist"), ("A", "official"), ("A journalist", "journalist"),
     ("Foreign reporter", "journalist"), ("Moderator", "chair"), ("Interpreter", "interpreter"),
     ("MOFCOM Spokesperson", "official"), ("Media", "journalist"), ("Caijing", None), ("A Xinhua", None)],
)  # fmt: skip
def test_a_label_may_tell_a_part_and_no_name(label, kind):
    assert part_played(label) == kind


@pytest.mark.parametrize(
    ("label", "outlet"),
    [("Reporter from China Daily", "China Daily"), ("A journalist with the Straits Times", "Straits Times"),
     ("CCTV reporter", "CCTV"), ("CCTV reporter from the Central Television Station", "CCTV"),
     ("Xinhua correspondents", "Xinhua"), ("Foreign journalist from Le Monde", "Le Monde"), ("Foreign reporter", None),
     ("Hou Shimin", None)],
)  # fmt: skip
def test_a_label_may_tell_for_whom_a_reporter_asks(label, outlet):
    assert reporter_of(label) == outlet


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Liang Huiping", "known"), ("Ms. Liang", "known"), ("Governor Liang", "known"), ("Liang Hiuping", "known"),
        ("Xinhua News Agency", "outlet"), ("Beiling Evening News", "outlet"), ("People’s Daily", "outlet"),
        ("CCTV-4", "outlet"),
        ("\u2028", None),
        ("CNBC Asia", "outlet"),
        ("Foreign Ministry Spokesperson Fang Zihan", "titled"),
        ("Vice Governor of Norlin Yu Jiande", "known"),
        ("Premier Qiu", "titled"), ("MR. CARVER", "titled"), ("Faisal bin Nasser Al Rumi", "person"),
        ("Zaobao", "word"),
        ("Minister of Tides and Deputy Tide Representative of Norlin Lu Wei", "titled"),
        ("Dear Friends", None), ("Ladies and Gentlemen", None), ("Tide OSI Translation. Region", None),
        ("First", None), ("Here is the key", None), ("Speakers", None), ("Date", None), ("On Sudan", None),
        ("China.org.cnUpdated", None), ("10", None), ("the answer", None),
    ],
)  # fmt: skip
def test_what_sort_of_name_a_label_is(name, sort):
    known = known_names(p.name for p in CAST)
    assert sort_of(name, known, default_corrections().outlet_groups) == sort


@pytest.mark.parametrize(
    ("name", "title"),
    [("Vice Governor Liang Huiping", "Vice Governor"), ("Prime Minister Okello", "Prime Minister"),
     ("Ms. Liang", "Ms."), ("Liang Huiping", ""), ("Prime News", ""), ("SCIO Spokesperson Gu Lan", "SCIO Spokesperson"),
     ("Minister of Tides Lu Wei", "Minister of Tides"), ("Director of the National Health Commission", ""),
     ("President of the United States", ""), ("Secretary for Tides Anton J. Berg", "Secretary for Tides"),
     ("The Governor Times", ""), ("SENIOR ADMINISTRATION OFFICIAL", "")],
)  # fmt: skip
def test_a_title_is_parted_from_the_name(name, title):
    assert split_title(name)[0] == title


def turns(tmp_path, text):
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    return pr.read(path).turns


def test_an_outlet_has_its_usual_name_and_group_beside_the_printed_one(tmp_path):
    text = "Briefing on rice\n\nChina SCIO | May 6, 2024\n\n" + "".join(
        f"{outlet}:\n\nHow much rice was grown?\n\nLu Yichen:\n\nEnough of it.\n\n"
        for outlet in ("Xinhua News Agency", "Phoenix TV", "European Times", "The Associated Press", "Norlin Weekly")
    )
    asked = turns(tmp_path, text).query("kind == 'journalist'")
    assert asked["outlet"].tolist() == ["Xinhua", "Phoenix TV", "European Times", "Associated Press", "Norlin Weekly"]
    assert asked["outlet_group"].tolist() == ["mainland", "hong_kong_macao", "foreign_prc_owned", "foreign", "unknown"]


def test_the_same_person_keeps_one_name_and_kind(tmp_path):
    text = """Briefing on rice

Mr. Lu Yichen, director of the rice office

Ms. Gao Anmin, spokesperson of the SCIO

May 6, 2024

Gao Anmin (moderator): Good morning. The floor is open.

Grain Daily: How much rice was grown?

Lu Yichen (director of the rice office): Enough.

Grain Daily: And wheat?

Mr. Lu: A little less.

Director Lu: In fact, much less.

Ms. Gao: Thank you.
"""
    told = turns(tmp_path, text)
    assert told["speaker"].tolist() == [
        "Gao Anmin", "Grain Daily", "Lu Yichen", "Grain Daily", "Lu Yichen", "Lu Yichen", "Gao Anmin",
    ]  # fmt: skip
    assert told.groupby("speaker")["kind"].nunique().max() == 1
    assert told["answers"].dropna().tolist() == [2, 4, 4]


def test_the_table_of_outlets_is_sound():
    with (ROOT / "data" / "corrections" / "outlets.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 120 and all(all(row.values()) for row in rows)
    names = [row["outlet"].lower() for row in rows]
    assert len(set(names)) == len(names)
    groups = {"mainland", "hong_kong_macao", "taiwan", "foreign", "foreign_prc_owned", "unknown"}
    assert {row["group"] for row in rows} <= groups
    by_name: dict[str, set[str]] = {}
    for row in rows:
        by_name.setdefault(row["canonical"], set()).add(row["group"])
    assert not {name for name, found in by_name.items() if len(found) > 1}, "one outlet, two groups"


@pytest.mark.parametrize(
    "head",
    [
        "Q&A with Lu Wei, head of the Tide Bureau",
        "Tide Bureau Director Lu Wei answers questions from the press",
        "Questions on tides\n\nOn May 3, the head of the Tide Bureau, Lu Wei, answered questions from reporters.",
        "Questions on tides\n\nOn May 3, Mr. Lu Wei of the Tide Bureau took questions from reporters.",
        "Questions on tides\n\nLu Wei, who heads the Tide Bureau, answered questions from reporters on May 3.",
        "Questions on tides\n\nReporters spoke to Lu Wei, head of the Tide Bureau, after the rules were published.",
    ],
)
def test_who_answers_is_the_one_person_of_the_head(tmp_path, head):
    text = f"{head}\n\nQ: Why are rules needed?\n\nA: The old ones are of 1958.\n\nQ: From when?\n\nA: From June 1.\n"
    assert list(turns(tmp_path, text)["speaker"].dropna()) == ["Lu Wei", "Lu Wei"]


def test_of_two_people_in_the_head_neither_is_meant(tmp_path):
    text = "Q&A with Lu Wei, head of the Tide Bureau, and Qiu Lan, its deputy head\n\nQ: Why?\n\nA: The moon does it.\n"
    assert turns(tmp_path, text)["speaker"].isna().all()


def test_a_label_in_capitals_is_whom_the_byline_names(tmp_path):
    page = tmp_path / "briefing.txt"  # invented, in the form of a foreign department's briefing
    page.write_text(
        "Department Press Briefing – March 5, 2024\n\nLaura Winters, Department Spokesperson\n\nMarch 5, 2024\n\n"
        "MS WINTERS: Good afternoon, everyone. I have one thing at the top.\n\nQUESTION: What of the corridor?\n\n"
        "MS WINTERS: I would refer you to our partners.\n",
        encoding="utf-8",
    )
    assert pr.read(page).turns["speaker"].dropna().unique().tolist() == ["Laura Winters"]
