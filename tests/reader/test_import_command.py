"""Import from the shell: what other programs wrote, taken in, taken back, taken in again."""

import json
from pathlib import Path

import pytest

from annotations.store import Store
from reader.cli import _status

ARTICLE = "She said the council had decided in a closed meeting.\n\nTom Okafor denied that.\n"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A saved article, in a world of its own."""
    monkeypatch.setenv("PULLQUOTE_STORE", str(tmp_path / "annotations.json"))
    monkeypatch.setenv("PULLQUOTE_CONFIG", str(tmp_path / "config.toml"))
    path = tmp_path / "fares.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def _quotes(tmp_path: Path) -> list[str]:
    """What the store holds."""
    store = Store(tmp_path / "annotations.json")
    rows = store.annotations()
    store.close()
    return [row.anchor.exact for row in rows]


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
    assert _quotes(tmp_path) == [*quotes]
    store = Store(tmp_path / "annotations.json")
    with store.transaction("delete") as change:
        change.delete("https://post.example/0")
    store.close()
    assert _status(words) == 0
    assert _quotes(tmp_path) == [quotes[1]]
    assert (
        capsys.readouterr().out.splitlines()[-1]
        == "imported: 1 here already, 1 deleted here before and left so."
    )
