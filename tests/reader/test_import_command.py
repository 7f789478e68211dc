"""Import from the shell: what other programs wrote, taken in, taken back, taken in again."""

import json
from pathlib import Path

import pytest

from annotations.store import Store
from reader.cli import _status
from tests.reader.conftest import stored


def test_an_import_that_was_undone_can_be_done_again(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Undo is not deleting: what it took back comes with the next import, what the reader deleted does not."""
    quotes = ("Tom Okafor denied that", "in a closed meeting")
    given = [
        {
            "type": "Annotation",
            "id": f"https://post.example/{number}",
            "target": {
                "source": "https://post.example/",
                "selector": {"type": "TextQuoteSelector", "exact": quote},
            },
        }
        for number, quote in enumerate(quotes)
    ]
    (tmp_path / "theirs.json").write_text(json.dumps(given), encoding="utf-8")
    words = ["import", str(tmp_path / "theirs.json"), "--format", "w3c", "--into", str(article)]
    assert [_status(words), _status(["undo"]), _status(words)] == [0, 0, 0]
    assert [note.anchor.exact for note in stored(tmp_path)] == [*quotes]
    store = Store(tmp_path / "annotations.json")
    with store.transaction("delete") as change:
        change.delete("https://post.example/0")
    store.close()
    assert _status(words) == 0
    assert [note.anchor.exact for note in stored(tmp_path)] == [quotes[1]]
    assert (
        capsys.readouterr().out.splitlines()[-1]
        == "imported: 1 here already, 1 deleted here before and left so."
    )


def test_w3c_is_placed_in_the_article(
    annotated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program's annotation finds its passage by its words; a broken one is named, the rest is taken."""
    out = tmp_path / "notes.jsonld"
    assert _status(["export", str(annotated), "--format", "w3c", "-o", str(out)]) == 0
    monkeypatch.setenv("PULLQUOTE_STORE", str(tmp_path / "other" / "annotations.json"))
    words = ["import", str(out), "--format", "w3c", "--into", str(annotated)]
    assert _status(words) == 0
    assert [(a.start, a.end, a.state) for a in stored(tmp_path / "other")][:1] == [(0, 30, "exact")]
