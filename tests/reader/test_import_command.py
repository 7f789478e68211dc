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


def test_nothing_that_a_file_says_is_obeyed_by_the_terminal(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Protects the terminal from escape sequences in what an import names, and in what `undo` says it took back."""
    given = {"type": "Annotation", "id": "https://post.example/1", "target": {"source": "x", "selector": {}}}
    path = tmp_path / "e\x1b[31m.json"
    path.write_text(json.dumps([given | {"\x1b[2J": "\x1b]0;x\x07"}, {"type": "\x1b[2J"}]), encoding="utf-8")
    _status(["import", str(path), "--format", "w3c", "--into", str(article)])
    _status(["undo"])
    assert "\x1b" not in "".join(capsys.readouterr())
