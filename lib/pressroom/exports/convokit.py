"""A corpus in, a folder that ConvoKit loads as a corpus out: `convokit.Corpus(filename=FOLDER)`.

A conversation is an exchange: a question and the turns that answer it, so that `reply_to` is always an answer to
its question. A turn that neither asks nor answers (an opening statement, the chair's) is a conversation of its own.
The conference is in the metadata, as `doc_id`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .. import __version__
from .material import Material, write_json

OF_TURN = ("doc_id", "turn", "page", "label", "kind", "outlet", "outlet_group", "inferred", "start", "end", "spans",
           "n_words", "themes", "n_figures")  # fmt: skip
OF_CONFERENCE = ("doc_id", "title", "publisher", "published", "held", "held_from", "language", "complete", "sha256")


def write(material: Material, folder: Path) -> None:
    """Write `utterances.jsonl`, `speakers.json`, `conversations.json`, `corpus.json`, `index.json` into a folder."""
    documents = material.documents()
    turns = list(material.turns())
    questions = {turn["answers_id"] for turn in turns if turn["answers_id"]}
    utterances = [_utterance(turn) for turn in turns]
    conversations = {
        turn["id"]: {
            **{name: documents[turn["doc_id"]][name] for name in OF_CONFERENCE},
            "exchange": turn["id"] in questions or turn["kind"] == "journalist",
        }
        for turn in turns
        if not turn["answers_id"]
    }
    speakers = _speakers(turns)
    overall = {
        "name": "press conferences read by pressroom",
        "made_by": f"pressroom {__version__}",
        "n_conferences": len(documents),
        "timestamp": "the number of the turn in its conference, not a time",
    }
    lines = (json.dumps(utterance, ensure_ascii=False) + "\n" for utterance in utterances)
    (folder / "utterances.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
    write_json({name: {"meta": meta, "vectors": []} for name, meta in speakers.items()}, folder / "speakers.json")
    write_json({name: {"meta": meta, "vectors": []} for name, meta in conversations.items()},
               folder / "conversations.json")  # fmt: skip
    write_json(overall, folder / "corpus.json")
    write_json(
        {
            "utterances-index": _index(utterance["meta"] for utterance in utterances),
            "speakers-index": _index(speakers.values()),
            "conversations-index": _index(conversations.values()),
            "overall-index": _index([overall]),
            "version": 1,
            "vectors": [],
        },
        folder / "index.json",
    )


def _utterance(turn: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": turn["id"],
        "conversation_id": turn["answers_id"] or turn["id"],
        "text": turn["text"],
        "speaker": _speaker(turn),
        "meta": {name: turn[name] for name in OF_TURN},
        "reply-to": turn["answers_id"],
        "timestamp": turn["turn"],
        "vectors": [],
    }


def _speaker(turn: Mapping[str, Any]) -> str:
    return turn["speaker"] or f"unnamed {turn['kind']} of {turn['id']}"


def _speakers(turns: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Who speaks, in the order of the first turn: kinds and roles of all conferences, each once."""
    found: dict[str, dict[str, Any]] = {}
    for turn in turns:
        meta = found.setdefault(
            _speaker(turn),
            {
                "named": turn["speaker"] is not None,
                "kinds": [],
                "roles": [],
                "outlet": turn["outlet"],
                "outlet_group": turn["outlet_group"],
            },
        )
        for name, value in (("kinds", turn["kind"]), ("roles", turn["role_text"])):
            if value and value not in meta[name]:
                meta[name].append(value)
    return found


def _index(metas: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """ConvoKit's index: each field's types as Python prints them; a field that is never filled has none."""
    types: dict[str, list[str]] = {}
    for meta in metas:
        for name, value in meta.items():
            known = types.setdefault(name, [])
            if value is not None and str(type(value)) not in known:
                known.append(str(type(value)))
    return types
