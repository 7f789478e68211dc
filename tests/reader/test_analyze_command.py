"""`analyze`: its lines, what a long run survives, and how it is resumed."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import reader.study
from reader.cli import _status
from reader.document.model import Document
from tests.reader.conftest import ARTICLE


def test_analyze_gives_one_object_a_line(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Other programs read it line by line; offsets count code points of the file's own text."""
    assert _status(["analyze", str(article), str(article), "--format", "jsonl", "--text"]) == 0
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert len(rows) == 2
    assert rows[0]["length"] == len(ARTICLE)
    assert [b["text"] for b in rows[0]["blocks"]] == ARTICLE.strip().split("\n\n")
    assert (
        ARTICLE[slice(*(rows[0]["blocks"][0][k] for k in ("start", "end")))] == rows[0]["blocks"][0]["text"]
    )


def test_a_file_that_cannot_be_read_takes_its_line(
    article: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The others go on, and the exit status tells."""
    missing = str(article.with_name("missing.txt"))
    assert _status(["analyze", missing, str(article), "--format", "jsonl"]) == 1
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert rows[0].keys() == {"path", "error"}
    assert rows[1]["path"] == str(article)


def test_a_fault_over_one_file_costs_that_file_alone(
    article: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody foresaw in one article is told in its line; a night's run over the others is not lost."""
    odd = article.with_name("odd.txt")
    odd.write_text("Odd words that nobody foresaw.", encoding="utf-8")
    studied = reader.study.study

    def study(document: Document) -> object:
        if document.text.startswith("Odd"):
            raise ZeroDivisionError("seven")
        return studied(document)

    monkeypatch.setattr(reader.study, "study", study)
    assert _status(["analyze", str(odd), str(article), "--format", "jsonl"]) == 1
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert "a fault of this program, ZeroDivisionError: seven" in rows[0]["error"]
    assert rows[1]["path"] == str(article)


def test_csv_has_a_line_for_each_statement(article: Path, tmp_path: Path) -> None:
    """A spreadsheet opens it: one header, one row a statement, UTF-8 marked as such."""
    out = tmp_path / "out.csv"
    assert _status(["analyze", str(article), "--format", "csv", "-o", str(out)]) == 0
    text = out.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert set(csv.DictReader(io.StringIO(text)).fieldnames or ()) >= {
        "speaker",
        "role",
        "kind",
        "cue",
        "text",
    }
    assert all(ARTICLE[int(r["start"]) : int(r["end"])].startswith(r["text"][:10]) for r in rows)


def test_a_run_is_resumed_where_the_files_are_what_they_were(article: Path, tmp_path: Path) -> None:
    """What stands in the output is kept while its file has the same words and the same is asked; else it is done again."""
    other = article.with_name("other.txt")
    other.write_text("Nothing happened on Monday, said Ana Ruiz.\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    words = ["analyze", str(article), str(other), "--format", "jsonl", "-o", str(out), "--resume"]

    def resumed(*more: str) -> list[bool]:
        """For each row whether it was kept."""
        assert _status([*words, *more]) == 0
        rows = [json.loads(line) for line in out.read_bytes().splitlines()]
        assert [row["path"] for row in rows] == [str(article), str(other)]
        kept = ["kept" in row for row in rows]
        lines = [json.dumps({**row, "kept": True}) for row in rows]
        out.write_text("\n".join([*lines, '{"path": "to']), encoding="utf-8")
        return kept

    assert resumed() == [False, False]
    assert resumed() == [True, True]
    other.write_text("Nothing happened on Tuesday, said Ana Ruiz.", encoding="utf-8")
    assert resumed() == [True, False]
    os.utime(other, (0, 0))
    assert resumed() == [True, True]
    assert resumed("--text") == [False, False]


def test_a_folder_that_is_closed_is_named_and_the_rest_is_done(
    article: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One folder that may not be looked into does not end a long run; it takes its line, as a file would."""
    closed = article.with_name("closed")
    closed.mkdir()
    scandir = os.scandir

    def guarded(path: str) -> object:
        if os.fspath(path) == str(closed):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert _status(["analyze", str(article.parent), "--format", "jsonl"]) == 1
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [row["path"] for row in rows] == [str(closed), str(article)]
    assert rows[0]["error"] == f"cannot read {closed}: you may not look into this folder"
    assert _status(["read", str(closed), str(article)]) == 1
    printed = capfdbinary.readouterr()
    assert b"may not look into" in printed.err
    assert ARTICLE.split()[0].encode() in printed.out


def test_a_name_that_is_no_text_is_spelled_out(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A file from a system with another encoding is analysed, and its line is JSON."""
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    try:
        Path(path).write_text(ARTICLE, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    assert _status(["analyze", path, path + "x", "--format", "jsonl"]) == 1
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [row["path"] for row in rows] == [f"{tmp_path}/caf\\xe9.txt", f"{tmp_path}/caf\\xe9.txtx"]


def test_a_file_name_does_not_command_the_terminal(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """An escape sequence in a name is shown, wherever a sentence has the name."""
    path = tmp_path / "a\x1b[31m.txt"
    path.write_bytes(b"")
    for command in (["analyze", "--format", "csv"], ["analyze"], ["read"]):
        assert _status([*command, str(path)]) == 1
        said = capfdbinary.readouterr()
        assert b"\x1b" not in said.err + said.out
        assert "a\ufffd[31m.txt: it is empty".encode() in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no closed pipes to write to")
def test_a_reader_that_goes_ends_the_work_quietly(article: Path) -> None:
    """`analyze --jobs 2 … | head -1` ends as every program does in a closed pipe, without a word."""
    read, write = os.pipe()
    os.close(read)
    words = ["analyze", *[str(article)] * 4, "--format", "jsonl", "--jobs", "2"]
    command = [sys.executable, "-m", "reader", *words]
    ended = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (ended.returncode, ended.stderr) == (141, b"")
