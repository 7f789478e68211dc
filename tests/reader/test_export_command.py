"""Exporting from the shell: what goes into a folder, and what is told of languages."""

import json
from pathlib import Path

import pytest

from annotations.store import Store
from reader.background import InPlace, Keeper
from reader.cli import _status
from reader.document import load
from reader.session import Session


def test_an_export_tells_the_language_where_there_are_words_enough(
    article: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Whoever reads the W3C export knows what language passage and note are in; a few words do not tell."""
    article.write_text(article.read_text() * 2, encoding="utf-8")
    store = Store(tmp_path / "annotations.json")
    session = Session(load(str(article)), Keeper(lambda: store), InPlace())
    session.start()
    session.notes.annotate(0, 5, note="Das ist nicht, was der Rat im Mai und im Juni gesagt hat. " * 5)
    session.notes.annotate(6, 11, note="Warum?")
    store.close()
    assert _status(["export", str(article), "--format", "w3c"]) == 0
    rows = json.loads(capfdbinary.readouterr().out)["first"]["items"]
    assert [row["target"]["language"] for row in rows] == ["en", "en"]
    assert [row["body"][0].get("language") for row in rows] == ["de", None]


@pytest.mark.parametrize(
    ("form", "ending"), [("markdown", ".md"), ("json", ".json"), ("jsonl", ".jsonl"), ("w3c", ".jsonld")]
)
def test_exports_into_one_folder_leave_each_other_alone(
    article: Path, tmp_path: Path, form: str, ending: str
) -> None:
    """Articles of one title, exported one by one, have a file each; the same again is the same file; others stay."""
    store = Store(tmp_path / "annotations.json")
    for name in ("a", "b"):
        path = tmp_path / name / "council.txt"
        path.parent.mkdir()
        path.write_text(f"{article.read_text()}Printed in the edition {name}.\n", encoding="utf-8")
        session = Session(load(str(path)), Keeper(lambda: store), InPlace())
        session.start()
        session.notes.annotate(0, 7, note=f"of {name}")
    store.close()
    out = tmp_path / "out"
    out.mkdir()
    (out / f"theirs{ending}").write_text("not ours")
    files = [str(tmp_path / name / "council.txt") for name in ("a", "b", "a")]
    for file in files:
        assert _status(["export", file, "--format", form, "-o", str(out)]) == 0
    made = sorted(path for path in out.iterdir() if path.name != f"theirs{ending}")
    assert [("of a" in text, "of b" in text) for text in (path.read_text() for path in made)] == [
        (False, True),
        (True, False),
    ]
    made[0].write_text("written by the reader")
    assert _status(["export", files[1], "--format", form, "-o", str(out)]) == 0
    assert made[0].read_text() == "written by the reader"
    assert len(list(out.iterdir())) == 4


def test_an_export_of_all_goes_over_an_earlier_one_of_fewer(article: Path, tmp_path: Path) -> None:
    """Whoever exports everything each week has one file, and one of another set of articles stays."""
    store = Store(tmp_path / "annotations.json")
    out = tmp_path / "out"
    for name in ("a", "b"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{article.read_text()}Printed in the edition {name}.\n", encoding="utf-8")
        session = Session(load(str(path)), Keeper(lambda: store), InPlace())
        session.start()
        session.notes.annotate(0, 7, note=f"of {name}")
    store.close()
    out.mkdir()
    both = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    for _ in range(2):
        assert _status(["export", "--all", "--format", "json", "-o", str(out)]) == 0
        assert _status(["export", both[0], "--format", "json", "-o", str(out)]) == 0
    whole, one = sorted(out.iterdir(), key=lambda path: path.name != "annotations.json")
    assert [len(json.loads(path.read_text())["articles"]) for path in (whole, one)] == [2, 1]


@pytest.mark.parametrize(
    "words", [["export"], ["analyze", "--format", "jsonl"], ["analyze", "--format", "csv"]]
)
def test_what_is_read_is_not_written_over(
    words: list[str], annotated: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A slip of the pen behind -o costs neither the article nor the notes."""
    link = tmp_path / "link.txt"
    link.symlink_to(annotated)
    for target in (annotated, link, tmp_path / "annotations.json"):
        before = target.read_bytes()
        assert _status([*words, str(annotated), "-o", str(target)]) == 1
        assert "it would be lost" in capfd.readouterr().err
        assert target.read_bytes() == before
