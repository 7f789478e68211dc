"""The command line: its words, its output, its exit status; one sentence where something is wrong."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.store import Store
from reader.background import InPlace, Keeper
from reader.cli import _status
from reader.document import load
from reader.session import Session
from tests.reader.conftest import ARTICLE, stored


def test_notes_are_listed_and_queried(annotated: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A script finds its notes by tag, with the offsets and the state that hold now, and who said the passage."""
    annotated.write_text("Corrected on Monday.\n\n" + ARTICLE, encoding="utf-8")
    words = ["notes", "tag:fares", "--article", str(annotated), "--format", "jsonl"]
    assert _status(words) == 0
    (row,) = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert (row["start"], row["end"], row["state"], row["kind"]) == (22, 52, "exact", "note")
    assert row["article"]["uri"] == annotated.as_uri()
    assert _status(["notes", "--format", "json"]) == 0
    rows = json.loads(capfdbinary.readouterr().out)
    assert [r["speaker"] for r in rows] == [None, "Ruth Abara"]


@pytest.mark.usefixtures("annotated")
def test_a_word_with_a_minus_must_not_hold(capfd: pytest.CaptureFixture[str]) -> None:
    """Protects the query that the help promises from being read as an option."""
    for words, count in (
        (["tag:fares", "-when"], 0),
        (["-when", "--format", "json"], 1),
        (["--", "-when"], 1),
    ):
        assert _status(["notes", "--format", "json", *words]) == 0
        assert len(json.loads(capfd.readouterr().out)) == count


@pytest.mark.parametrize("theme", ["nope", "[bold]"])
def test_a_theme_that_there_is_not_is_a_wrong_call(
    theme: str, article: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The names that there are stand in the sentence; none of it is opened in another look without a word."""
    assert _status(["read", "--theme", theme, str(article)]) == 2
    said = capfd.readouterr().err
    assert theme in said
    assert "pullquote-light" in said


@pytest.mark.parametrize("words", [[], ["analyze"]])
def test_a_format_that_there_is_not_is_a_wrong_call(words: list[str], article: Path) -> None:
    """Protects a script, which tells by the status whether it called wrongly or a file was bad."""
    assert _status([*words, "--from", "nope", str(article)]) == 2


def test_notes_print_what_was_written_as_text(annotated: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The table shows notes as typed, never as markup."""
    assert _status(["notes"]) == 0
    said = capfd.readouterr().out
    assert "since *when*?" in said
    assert "#fares" in said


def test_notes_go_out_and_come_back(annotated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON brings everything to another store; importing twice changes nothing; one undo takes all of it back."""
    out = tmp_path / "notes.json"
    assert _status(["export", str(annotated), "--format", "json", "-o", str(out)]) == 0
    before = stored(tmp_path)
    monkeypatch.setenv("PULLQUOTE_STORE", str(tmp_path / "other" / "annotations.json"))
    assert _status(["import", str(out), "--format", "json", "--dry-run"]) == 0
    assert stored(tmp_path / "other") == ()
    assert _status(["import", str(out), "--format", "json"]) == 0
    assert _status(["import", str(out), "--format", "json"]) == 0
    assert [(a.id, a.note, a.anchor) for a in stored(tmp_path / "other")] == [
        (a.id, a.note, a.anchor) for a in before
    ]
    assert _status(["undo"]) == 0
    assert stored(tmp_path / "other") == ()


@pytest.fixture
def corrected(article: Path, tmp_path: Path) -> Path:
    """The article, where the reader gave a quotation to another, put one right twice, and marked nothing."""
    store = Store(tmp_path / "annotations.json")
    session = Session(load(str(article)), Keeper(lambda: store), InPlace())
    session.start()
    quote, end = ARTICLE.index('"'), ARTICLE.index(" said")
    session.notes.correct("speaker", start=quote, end=end, value="Somebody Else")
    session.notes.correct("speaker", start=quote, end=end, value="Greta Holm")
    store.close()
    return article


def _speakers(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> list[str | None]:
    capfdbinary.readouterr()
    assert _status(["analyze", str(article), "--corrected", "--format", "json"]) == 0
    (row,) = json.loads(capfdbinary.readouterr().out)
    return [statement["speaker"] for statement in row["statements"]]


def test_another_article_in_the_same_file_is_not_corrected(
    article: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Protects a new text from the renames that the reader made in the one whose file it was saved over."""
    store = Store(tmp_path / "annotations.json")
    session = Session(load(str(article)), Keeper(lambda: store), InPlace())
    session.start()
    name = next(s.speaker for s in session.analysis.statements if s.speaker)
    session.notes.correct("rename", old=name, value="Somebody Else")
    store.close()
    assert "Somebody Else" in _speakers(article, capfdbinary)
    article.write_text(
        f"Barges idle as the canal dries\n\nThe canal is dry, {name} said on Friday at the lock. "
        "The barges wait for rain, as they have since May.\n",
        encoding="utf-8",
    )
    assert _speakers(article, capfdbinary)[0] == name


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_corrections_go_along(
    corrected: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    form: str,
) -> None:
    """Who received the export reads the same speakers, also without any note; one undo takes them back."""
    out = tmp_path / "notes.out"
    assert _status(["export", str(corrected), "--format", form, "-o", str(out)]) == 0
    here = Store(tmp_path / "annotations.json")
    before = here.corrections(deleted=True)
    here.close()
    wanted = _speakers(corrected, capfdbinary)
    assert wanted[0] == "Greta Holm"
    monkeypatch.setenv("PULLQUOTE_STORE", str(tmp_path / "other" / "annotations.json"))
    assert _speakers(corrected, capfdbinary)[0] == "Ruth Abara"
    for _ in range(2):
        assert _status(["import", str(out), "--format", form]) == 0
    other = Store(tmp_path / "other" / "annotations.json")
    assert other.corrections(deleted=True) == before
    other.close()
    assert [row.deleted is None for row in before] == [False, True]
    assert _speakers(corrected, capfdbinary) == wanted
    assert _status(["undo"]) == 0
    assert _speakers(corrected, capfdbinary)[0] == "Ruth Abara"


def test_a_query_chooses_annotations_only(
    corrected: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Who asks for some of the notes gets no corrections with them."""
    assert _status(["export", str(corrected), "--format", "json", "--query", "tag:fares"]) == 0
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "nothing to export: no annotation there\n")


def test_corrections_are_placed_in_the_article_they_go_into(
    corrected: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """With --into a correction finds its passage in an edition of the article whose beginning was changed."""
    out = tmp_path / "notes.json"
    assert _status(["export", str(corrected), "--format", "json", "-o", str(out)]) == 0
    later = tmp_path / "later.txt"
    later.write_text("Put right on Monday.\n\n" + ARTICLE, encoding="utf-8")
    monkeypatch.setenv("PULLQUOTE_STORE", str(tmp_path / "other" / "annotations.json"))
    assert _status(["import", str(out), "--format", "json", "--into", str(later)]) == 0
    assert capfdbinary.readouterr().out == b"imported: corrections: 1 new, 1 deleted.\n"
    assert _speakers(later, capfdbinary)[0] == "Greta Holm"


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "table"])
def test_corrections_without_a_place_are_told(
    corrected: Path, capfd: pytest.CaptureFixture[str], form: str
) -> None:
    """The words are gone from the article: whoever counts on the corrections hears that one was left out."""
    quote, end = ARTICLE.index('"'), ARTICLE.index(" said")
    corrected.write_text(ARTICLE.replace(ARTICLE[quote:end], "Nothing more,"), encoding="utf-8")
    assert _status(["analyze", str(corrected), "--corrected", "--format", form]) == 0
    said = capfd.readouterr()
    told = "1 correction lost its place: said by Greta Holm"
    assert told in " ".join((said.err if form == "csv" else said.out).split())


def test_markdown_goes_to_standard_output(annotated: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without -o the hand-out can be piped on."""
    assert _status(["export", str(annotated)]) == 0
    page = capfdbinary.readouterr().out.decode()
    assert "Ferry fares will rise in June." in page
    assert "since *when*?" in page


def test_undo_says_what_it_was(annotated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The last change of the app can be taken back from the shell."""
    assert _status(["undo", "--article", str(annotated)]) == 0
    assert capsys.readouterr().out == "undid: highlight\n"
    assert len(stored(tmp_path)) == 1


def test_the_store_is_checked_and_cleaned(
    annotated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sound store has nothing wrong; a damaged one is named, and mended from what is good."""
    assert _status(["check"]) == 0
    assert "2 annotations on 1 article, nothing wrong" in capsys.readouterr().out
    assert _status(["undo"]) == 0
    assert _status(["purge", "--dry-run"]) == 0
    assert "would drop 1 deleted rows" in capsys.readouterr().out
    assert _status(["backups"]) == 0
    (tmp_path / "annotations.json").write_bytes(b"{ torn")
    assert _status(["check"]) == 1
    assert "it can be rebuilt from" in capsys.readouterr().out
    assert (tmp_path / "annotations.json").read_bytes() == b"{ torn"
    assert _status(["check", "--repair"]) == 0
    assert len(stored(tmp_path)) == 1


def test_config_says_where_it_is(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reader finds the file, and what is wrong in it."""
    assert _status(["config", "--path"]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "config.toml")
    (tmp_path / "config.toml").write_text("[reader]\nmeasure = 'x'\n")
    assert _status(["config", "--check"]) == 1
    assert "line 2: reader.measure" in capsys.readouterr().err


def test_config_check_names_all_that_is_wrong(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong value does not hide a key that does nothing, or a format or theme that there is not."""
    text = "[reader]\nmeasure = 'x'\ntheme = 'nope'\n[keys]\n\"no.such\" = 'q'\n[export]\nformat = 'word'\n"
    (tmp_path / "config.toml").write_text(text)
    assert _status(["config", "--check"]) == 1
    said = capsys.readouterr().err
    for words in ("line 2: reader.measure", "'no.such'", "export.format: 'word'", "reader.theme: 'nope'"):
        assert words in said


def test_the_configuration_chooses_format_and_author(
    annotated: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What is exported without a word has the preferred format; the reader's own notes carry name and address."""
    (tmp_path / "config.toml").write_text(
        "[export]\nformat = 'w3c'\n[author]\nname = 'Ada'\nid = 'https://a.example/'\n"
    )
    store = Store(tmp_path / "annotations.json")
    first, second = store.annotations()
    with store.transaction("sign") as change:
        change.put(replace(first, creator="Ada"))
        change.put(replace(second, creator="Ben"))
    store.close()
    assert _status(["export", str(annotated)]) == 0
    page = json.loads(capfdbinary.readouterr().out)["first"]
    assert [row["creator"] for row in page["items"]] == [
        {"id": "https://a.example/", "type": "Person", "name": "Ada"},
        {"type": "Person", "name": "Ben"},
    ]


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["read", "exprot"], 2, "no file 'exprot'; did you mean the command export?"),
        (["read", "nowhere.txt"], 2, "cannot read nowhere.txt"),
        (["read", "ftp://example.org/a"], 2, "only http and https"),
        (["read", "--nonsense"], 2, "No such option '--nonsense'"),
        (["purge", "--before", "soon"], 2, "not a date"),
        (["export"], 2, "name the articles to export, or give --all"),
        (["export", "--all", "--format", "word"], 2, "format word: it is not one of markdown, json"),
        (["notes", "since:yesteryear"], 2, "since:yesteryear"),
        (["undo", "--article", ""], 2, "no annotations on"),
        (["backups", "--restore", ""], 1, "there is no copy named ''"),
        (["read", ""], 2, "cannot read"),
        (["undo", "--article", "nowhere.txt"], 2, "no annotations on nowhere.txt"),
        (["analyze", "a", "--resume"], 2, "--resume continues a file of JSON Lines"),
    ],
)
def test_a_wrong_call_gets_one_sentence(
    article: Path, capsys: pytest.CaptureFixture[str], words: list[str], status: int, sentence: str
) -> None:
    """Exit status 2, one line on standard error, nothing on standard output."""
    assert _status(words) == status
    said = capsys.readouterr()
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


def test_piped_output_is_the_rendered_article(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`pullquote a.txt | less` shows the article, wrapped, and no escape sequences."""
    assert _status(["read", str(article), "--width", "40"]) == 0
    said = capfd.readouterr().out
    assert "Ferry fares will rise in June." in said
    assert max(map(len, said.splitlines())) <= 42
    assert "\x1b" not in said


def test_help_needs_neither_textual_nor_the_analysis() -> None:
    """What is typed all day answers at once."""
    code = (
        "import sys; from reader.cli import _status; _status(['--help']);"
        "print([m for m in sys.modules if m.split('.')[0] in ('textual', 'tinydb', 'rich')"
        " or m.startswith('reader.analysis')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


def test_analyze_needs_no_textual(article: Path) -> None:
    """The command line works where no terminal program could start."""
    code = (
        f"import sys; from reader.cli import _status; _status(['analyze', {str(article)!r}, '--format', 'jsonl']);"
        "print([m for m in sys.modules if m.split('.')[0] == 'textual'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


def test_a_settings_file_that_is_not_there_is_named(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistyped `--config` is told in one sentence, whatever the command; the work goes on with the defaults."""
    missing = tmp_path / "mistyped.toml"
    assert _status(["notes", "--config", str(missing)]) == 0
    assert capsys.readouterr().err == f"{missing}: there is no such file; the defaults are used\n"
