"""ConvoKit reads the export: with its own loader where it is installed, and in the form that the loader asks for."""

import json

import pytest

import pressroom as pr


@pytest.fixture(scope="module")
def folder(yunze, tmp_path_factory):
    return pr.export(yunze, "convokit", tmp_path_factory.mktemp("convokit"))


def utterances(folder):
    return [json.loads(line) for line in (folder / "utterances.jsonl").read_text(encoding="utf-8").splitlines()]


def test_an_utterance_is_a_turn(yunze, folder):
    written = utterances(folder)
    assert len(written) == len(yunze.turns) == len({u["id"] for u in written})
    assert set(written[0]) == {"id", "conversation_id", "text", "speaker", "meta", "reply-to", "timestamp", "vectors"}
    assert sum(u["meta"]["n_words"] for u in written) == yunze.turns["n_words"].sum()


def test_a_reply_is_an_answer_to_its_question(yunze, folder):
    written = {u["id"]: u for u in utterances(folder)}
    replies = [u for u in written.values() if u["reply-to"]]
    assert len(replies) == yunze.turns["answers"].notna().sum() > 20
    for reply in replies:
        question = written[reply["reply-to"]]
        assert question["meta"]["kind"] == "journalist" and question["meta"]["doc_id"] == reply["meta"]["doc_id"]
        assert question["conversation_id"] == reply["conversation_id"] == question["id"]


def test_whoever_is_not_named_is_not_taken_for_somebody_else(trouble, tmp_path):
    folder = pr.export(trouble, "convokit", tmp_path)
    speakers = json.loads((folder / "speakers.json").read_text(encoding="utf-8"))
    unnamed = [name for name, speaker in speakers.items() if not speaker["meta"]["named"]]
    assert unnamed == [f"unnamed journalist of {trouble.documents['doc_id'].iloc[0]}_t2"]


def test_the_index_lists_every_field_with_its_types(folder):
    index = json.loads((folder / "index.json").read_text())
    assert index["utterances-index"].keys() == utterances(folder)[0]["meta"].keys()
    assert index["utterances-index"]["themes"] == ["<class 'list'>"]
    assert index["utterances-index"]["n_figures"] == ["<class 'int'>"]


def test_convokit_loads_it(yunze, folder):
    reason = "convokit is not installed: pip install --no-deps convokit==5.0.0, and see test-exports in pyproject.toml"
    convokit = pytest.importorskip("convokit", reason=reason)
    loaded = convokit.Corpus(filename=str(folder))
    assert len(list(loaded.iter_utterances())) == len(yunze.turns)
    assert all(conversation.check_integrity(verbose=False) for conversation in loaded.iter_conversations())
    turn = yunze.turns[yunze.turns["answers"].notna()].iloc[0]
    answer = loaded.get_utterance(f"{turn['doc_id']}_t{turn['turn']}")
    assert answer.text == turn["text"] and answer.speaker.id == turn["speaker"]
    assert answer.reply_to == f"{turn['doc_id']}_t{turn['answers']}"
    assert answer.get_conversation().meta["doc_id"] == turn["doc_id"]
    table = loaded.get_utterances_dataframe()
    assert (table["meta.kind"].value_counts() == yunze.turns["kind"].value_counts()).all()


def test_convokit_writes_it_back_unchanged(folder, tmp_path):
    convokit = pytest.importorskip("convokit", reason="convokit is not installed")
    convokit.Corpus(filename=str(folder)).dump("again", base_path=str(tmp_path))
    again = {u["id"]: u for u in utterances(tmp_path / "again")}
    for utterance in utterances(folder):
        back = again[utterance["id"]]
        for field in ("conversation_id", "text", "speaker", "reply-to", "timestamp", "meta"):
            assert back[field] == utterance[field], field
