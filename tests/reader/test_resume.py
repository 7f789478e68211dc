"""A long run that breaks off goes on where it was."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli import _status
from reader.command import analyze


def _run(monkeypatch: pytest.MonkeyPatch, words: list[str], *, until: int) -> tuple[int, list[str]]:
    """The exit status and the files analysed, in a run that ctrl+c ends after `until` of them."""
    asked: list[str] = []

    def article(path: str, *more: Any) -> dict[str, Any]:
        if len(asked) == until:
            raise KeyboardInterrupt
        asked.append(path)
        return {"path": path, "by": until} if "bad" not in path else {"path": path, "error": "cannot read it"}

    monkeypatch.setattr(analyze, "_article", article)
    return _status(["analyze", *words, "--format", "jsonl"]), asked


def _files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the files, and work where they are."""
    folder.mkdir()
    for name in ("a", "bad", "c", "d"):
        (folder / name).write_text(name, encoding="utf-8")
    monkeypatch.chdir(folder)


def test_a_run_that_was_broken_off_is_resumed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done is not done again; only files that failed are; the output is there when all is, in the order given."""
    _files(tmp_path / "in", monkeypatch)
    out = tmp_path / "out.jsonl"
    words = ["a", "bad", "c", "d", "-o", str(out)]
    assert _run(monkeypatch, words, until=3) == (130, ["a", "bad", "c"])
    assert not out.exists()
    with (tmp_path / "out.jsonl.part").open("ab") as part:
        part.write(b'{"path": "d", "by"')
    assert _run(monkeypatch, [*words, "--resume"], until=9) == (1, ["bad", "d"])
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [(row["path"], row.get("by")) for row in rows] == [("a", 3), ("bad", None), ("c", 3), ("d", 9)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.jsonl"]


def test_a_new_run_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --resume what an earlier run left is not used."""
    _files(tmp_path / "in", monkeypatch)
    words = ["a", "c", "-o", str(tmp_path / "out.jsonl")]
    assert _run(monkeypatch, words, until=1)[0] == 130
    assert _run(monkeypatch, words, until=9) == (0, ["a", "c"])
