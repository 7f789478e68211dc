"""A reader's own template: filled with plain values, shut in a sandbox, and one sentence where it fails."""

import sys
from pathlib import Path

import pytest

from annotations.store import Store
from reader.background import InPlace, Keeper
from reader.cli import _status
from reader.document import load
from reader.errors import MissingExtraError, TemplateError
from reader.session import Session
from reader.template import fill
from tests.annotations.items import ITEMS


def test_articles_and_their_notes_are_there() -> None:
    """Notes come in document order, with their fields as they are: nothing is escaped."""
    source = (
        "{% for article in articles %}\n"
        "{{ article.title }} ({{ article.publisher }})\n"
        "{% for note in article.notes if note.tags %}\n"
        "  {{ note.start }} {{ note.speaker }} {{ note.tags | join(' ') }} {{ note.exact[:7] }} {{ note.creator }}\n"
        "{% endfor %}\n"
        "{% endfor %}\n"
    )
    assert fill(source, "t", ITEMS) == (
        'Bridge *will* close: "no choice", says council (The Tarn Valley Post)\n'
        "  40 Mara *Lind* budget cuts 2026 a/b # 1 < 2 Ada\n"
    )
    starts = fill("{{ articles[0].notes | map(attribute='start') | join(' ') }}", "t", ITEMS)
    assert starts == "3 7 40 120 None"


def test_the_example_of_the_documentation_works() -> None:
    """What a reader copies from the page fills in without an error."""
    page = (Path(__file__).parents[2] / "docs/formats.md").read_text(encoding="utf-8")
    lines = page[page.index("    {% for article in articles") :].split("\n\n")[0].splitlines()
    assert fill("\n".join(line[4:] for line in lines) + "\n", "t", ITEMS) == (
        'Bridge *will* close: "no choice", says council\n'
        "  Mara *Lind*: # 1 < 2 & [x](y) *not* a_b - `tick` ^id %%hid%% #tag == http://evil.example $5"
        " (Why *this*?\n\n```\nnever closed)\n"
    )


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("one\n{% for a in articles %}", "template t: line 2: "),
        ("one\n\n{{ articels }}", "template t: line 3: 'articels' is undefined"),
        ("{{ articles[0].nots | length }}", "template t: line 1: 'dict object' has no attribute 'nots'"),
        ("\n{{ 1 // 0 }}", "template t: line 2: "),
        ("\n{{ ''.__class__.__mro__ }}", "template t: line 2: access to attribute '__class__'"),
        ("\n{{ range(10**9) | length }}", "template t: line 2: "),
        ("\n{% include '/etc/hosts' %}", "template t: line 2: "),
    ],
)
def test_what_fails_is_one_sentence_with_its_line(source: str, said: str) -> None:
    """A slip, a name that is none and an attempt to leave the sandbox all end in words, never in a traceback."""
    with pytest.raises(TemplateError) as raised:
        fill(source, "t", ITEMS)
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)
    assert raised.value.exit_status == 2


def test_a_character_that_no_file_can_hold_is_replaced() -> None:
    """A template cannot make text that fails when it is written."""
    assert fill("{{ '\\ud800' }}|", "t", ITEMS) == "?|"


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed it learns what to install."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'pullquote\[template\]' brings it"):
        fill("", "t", ITEMS)


@pytest.fixture
def annotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article with two notes, in a world of its own."""
    for name, file in (("STORE", "annotations.json"), ("STATE", "state.json"), ("CONFIG", "config.toml")):
        monkeypatch.setenv(f"PULLQUOTE_{name}", str(tmp_path / file))
    path = tmp_path / "quay.txt"
    path.write_text("The quay is to be rebuilt.\n\nNobody knows when.\n", encoding="utf-8")
    store = Store(tmp_path / "annotations.json")
    session = Session(load(str(path)), Keeper(lambda: store), InPlace())
    session.start()
    session.notes.annotate(0, 8, tags=["port"])
    session.notes.annotate(28, 34, note="<who?>")
    store.close()
    return path


def test_the_command_fills_a_template(
    annotated: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A query chooses the notes; the text goes where -o says, and nowhere when the template fails."""
    template, out = tmp_path / "t.j2", tmp_path / "out.txt"
    template.write_text(
        "{% for n in articles[0].notes %}{{ n.exact }} {{ n.note }};{% endfor %}", encoding="utf-8"
    )
    assert _status(["export", "--all", "--template", str(template), "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == "The quay ;Nobody <who?>;"
    assert _status(["export", str(annotated), "--query", "tag:port", "--template", str(template)]) == 0
    assert capfd.readouterr().out == "The quay ;"
    template.write_text("\n{{ nothing }}", encoding="utf-8")
    assert _status(["export", "--all", "--template", str(template), "-o", str(out)]) == 2
    assert "line 2: 'nothing' is undefined" in capfd.readouterr().err
    assert out.read_text(encoding="utf-8") == "The quay ;Nobody <who?>;"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--template", "none.j2"], "cannot read none.j2: no such file"),
        (["--template", "t.j2", "--format", "json"], "give --format or --template, not both"),
        (["--template", "t.j2", "-o", "folder/"], "a template makes one file: give its name with -o FILE"),
    ],
)
def test_a_wrong_call_is_one_sentence(
    annotated: Path, capfd: pytest.CaptureFixture[str], more: list[str], said: str
) -> None:
    """What cannot be meant is said before anything is read or written."""
    assert _status(["export", "--all", *more]) == 2
    assert said in capfd.readouterr().err
