"""What holds for every corpus: offsets, keys and totals; what is saved comes back."""

import json

import pytest

import pressroom as pr
from conftest import GOLD_PAGES, PAGE, SEED
from pressroom import corpus as corpora


def assert_sound(corpus):
    """Every row points at its words; every visible character lies in one part; totals agree."""
    for name in ("turns", "sentences"):
        for row in getattr(corpus, name).itertuples():
            assert corpus.texts[row.doc_id][row.start : row.end] == row.text != ""
    for doc_id, text in corpus.texts.items():
        parts = corpus.parts[corpus.parts["doc_id"] == doc_id]
        covered = [0] * len(text)
        for a, b in zip(parts["start"], parts["end"], strict=True):
            for i in range(a, b):
                covered[i] += 1
        bare = [(i, c) for i, c in enumerate(text) if covered[i] != 1 and not c.isspace()]
        assert not bare, f"{doc_id}: characters in no part or in two: {bare[:5]}"
        turns = corpus.turns[corpus.turns["doc_id"] == doc_id]
        assert turns["turn"].tolist() == list(range(1, len(turns) + 1))
        assert (turns["start"].iloc[1:].to_numpy() >= turns["end"].iloc[:-1].to_numpy()).all()
    assert corpus.turns["n_words"].sum() == corpus.documents["n_words"].sum() == corpus.sentences["n_words"].sum()
    keys = set(zip(corpus.turns["doc_id"], corpus.turns["turn"], strict=True))
    assert set(zip(corpus.sentences["doc_id"], corpus.sentences["turn"], strict=True)) <= keys
    answered = corpus.turns.dropna(subset="answers")
    assert (answered["answers"] < answered["turn"]).all()


@pytest.mark.parametrize("path", GOLD_PAGES, ids=lambda p: p.stem)
def test_every_labelled_page_is_sound(path):
    assert_sound(pr.read(path))


@pytest.mark.parametrize("path", GOLD_PAGES, ids=lambda p: p.stem)
def test_speech_and_what_nobody_said_are_told_apart(path):
    corpus = pr.read(path)
    spoken = " ".join(" ".join(corpus.sentences["text"]).split())
    for line in json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["not_speech"]:
        if len(line) > 3:  # a stray "0" of a comment counter stands in many a number as well
            assert " ".join(line.split()) not in spoken


def test_the_seed_as_a_careful_reader_knows_it(seed):
    (document,) = seed.documents.to_dict("records")
    assert document["title"].startswith("SCIO press conference on striving to break new ground")
    assert (document["published"], document["held"], document["held_from"]) == (
        "2024-05-15",
        "2024-04-26",
        "correction",
    )
    assert document["publisher"] == "China.org.cn"
    assert (document["pages_expected"], document["complete"], len(seed.pages)) == (11, False, 1)
    assert seed.turns["kind"].tolist() == ["chair", "journalist", "official"]
    lost = seed.turns.iloc[1]
    assert lost["text"].startswith("We have noticed") and lost["text"].endswith("Thank you.")
    assert lost[["label", "speaker"]].isna().all() and lost["inferred"]
    assert seed.turns["inferred"].isna().tolist() == [True, False, True]
    assert seed.turns.loc[2, "answers"] == 2
    assert seed.texts[document["doc_id"]] == SEED.read_text(encoding="utf-8")
    assert set(seed.parts["part"]) == {"breadcrumb", "title", "dateline", "label", "speech", "navigation"}


def test_a_corpus_comes_back_from_disk_as_it_was(seed, tmp_path):
    again = pr.load(seed.save(tmp_path / "processed"))
    for name in corpora.SAVED:
        assert getattr(again, name).equals(getattr(seed, name)), name
    assert again.texts == seed.texts


def test_loading_from_a_folder_without_tables_says_how_to_make_them(tmp_path):
    with pytest.raises(ValueError, match="pressroom build"):
        pr.load(tmp_path)


def test_any_text_can_be_taken_as_one_speech_by_nobody():
    corpus = pr.read_text("\r\n GDP grew 5.2%.\r\nExports fell. \n", held="2024-01-17")
    assert_sound(corpus)
    (turn,) = corpus.turns.to_dict("records")
    assert turn["text"] == "GDP grew 5.2%.\nExports fell." and turn["kind"] == "unknown"
    assert corpus.documents.loc[0, ["held", "held_from"]].tolist() == ["2024-01-17", "stated"]
    with pytest.raises(ValueError, match="empty"):
        pr.read_text("  \n")


def test_a_folder_with_one_bad_file_delivers_the_rest(tmp_path, page):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 20)
    corpus = pr.read(tmp_path)
    assert len(corpus.documents) == 1
    assert sorted(str(r).split(":")[0].split("/")[-1] for r in corpus.refusals) == ["empty.txt", "noise.txt"]


def test_the_same_pages_give_the_same_tables(page):
    first, second = pr.read(page), pr.read(page)
    for name in corpora.SAVED:
        assert getattr(first, name).equals(getattr(second, name))
    assert PAGE.count("Gao Anmin:") == (first.turns["speaker"] == "Gao Anmin").sum()
