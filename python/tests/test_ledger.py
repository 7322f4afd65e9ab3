"""Ledgers from Python."""

import json
from pathlib import Path

import pytest
import sayso

DOCUMENTS = [
    {"id": "a", "text": "The coast guard said that 12 boats were missing off Velgar after the storm.",
     "outlet": "Harbour News", "published": "2025-02-03T08:00:00Z"},
    {"id": "b", "text": "The coast guard said on Tuesday that 15 boats were missing off Velgar after the storm.",
     "outlet": "Coast Daily", "published": "2025-02-04T08:00:00Z"},
]  # fmt: skip


def test_documents_become_stories(tmp_path: Path) -> None:
    ledger = sayso.Ledger(tmp_path / "news.ledger")
    added = ledger.add([*DOCUMENTS, {"id": "c"}])
    assert (added.new, added.known, [one.id for one in added.unread]) == (2, 0, ["c"])
    assert ledger.add(DOCUMENTS).known == 2
    [story] = ledger.stories()
    assert story["articles"] == len(ledger) == 2
    record = ledger.story(story["id"])
    assert {claim["stance"] for claim in record["claims"]} == {"asserts"}
    assert ledger.document("b").article.publisher == "Coast Daily"
    for sentence in ledger.brief("a"):
        for note in sentence["footnotes"]:
            assert ledger.document(note["article"]).text[note["start"] : note["end"]]


def test_an_export_is_what_another_way_of_adding_gives(tmp_path: Path) -> None:
    one, other = sayso.Ledger(tmp_path / "one.ledger"), sayso.Ledger(tmp_path / "other.ledger")
    one.add(DOCUMENTS)
    readings = list(sayso.read_many([{**DOCUMENTS[1]}, {**DOCUMENTS[0]}]))
    assert all(isinstance(reading, sayso.Reading) for reading in readings)
    other.add([DOCUMENTS[1]])
    other.add([DOCUMENTS[0]])
    assert json.dumps(one.export()) == json.dumps(other.export()), "the order of adding does not matter"


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    ledger = sayso.Ledger(tmp_path / "news.ledger")
    for look in (ledger.story, ledger.brief, ledger.document):
        with pytest.raises(KeyError, match="there is no"):
            look("nowhere")
    (tmp_path / "other").write_text("no ledger at all, but a text that is long enough to be looked at" * 100)
    with pytest.raises(OSError):
        sayso.Ledger(tmp_path / "other")
