"""Leaving: nothing that was not saved is dropped without being asked."""

import json
import signal
from pathlib import Path

import pytest
from textual.pilot import Pilot

from annotations.store import Store
from reader.layout.cells import width_of
from reader.saving import Status
from reader.sheet.chrome import status_line
from reader.ui.app import PullquoteApp
from tests.reader.ui.conftest import ARTICLE, Reader, article, on_screen, shown
from tests.reader.ui.terminal import needs_terminal, run


def test_what_cannot_be_saved_is_offered_another_place(reader: Reader) -> None:
    """The store's folder cannot be made: the app goes on, says so, and `q` asks where to save instead."""
    reader.store = "ferry.txt/notes.json"

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert "read-only: a file stands where its folder should be" in on_screen(app)
        await pilot.press("s", "h")
        assert "unsaved: a file stands where its folder should be" in on_screen(app)
        await pilot.press("q")
        await pilot.pause()
        assert "unsaved changes; save to" in on_screen(app)
        assert "ctrl+u enter quit without saving" in shown(app)[-1]
        await pilot.press("escape")
        assert len(article(app).session.notes.annotations) == 1
        await pilot.press("q", "ctrl+u", *"saved.json", "enter")
        await pilot.pause()

    app = reader(script)
    assert app.return_code == 0
    store = Store(reader.folder / "saved.json")
    assert len(store.annotations()) == 1
    store.close()


@pytest.mark.parametrize("over", ["", "A", "a", "O", "?", "ctrl+p", "q", "slash"])
def test_every_way_to_quit_asks_where_what_is_unsaved_should_go(reader: Reader, over: str) -> None:
    """`ctrl+q` quits from every screen, and loses no more than `q` does."""
    reader.store = "ferry.txt/notes.json"

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h", "j", *((over,) if over else ()))
        await pilot.pause()
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert "unsaved changes; save to" in on_screen(app)
        await pilot.press("ctrl+u", *"saved.json", "enter")
        await pilot.pause()

    assert reader(script).return_code == 0
    store = Store(reader.folder / "saved.json")
    assert len(store.annotations()) == 1
    store.close()


def test_what_cannot_be_saved_at_the_last_moment_goes_where_it_can(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the app ends without having asked, the notes are left in the reader's home; who gave them up has none there."""
    reader.store = "ferry.txt/notes.json"
    monkeypatch.setenv("HOME", str(reader.folder))

    async def unasked(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h")
        app.exit()

    async def given_up(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h", "ctrl+q", "ctrl+u", "enter")
        await pilot.pause()

    reader(given_up)
    assert not list(reader.folder.glob("pullquote-unsaved*"))
    reader(unasked)
    (place,) = reader.folder.glob("pullquote-unsaved-*.json")
    assert place.stat().st_size


def test_a_note_that_could_not_be_saved_is_still_a_draft(reader: Reader) -> None:
    """What was typed stays on the disk until the note itself is there, and goes then."""
    reader.store = "ferry.txt/notes.json"

    async def write(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "a", *"thought", "ctrl+s")
        assert "unsaved" in on_screen(app)
        await pilot.press("q")
        await pilot.pause()
        await pilot.press("ctrl+u", "enter")
        await pilot.pause()

    async def again(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert "an unfinished note waits here: “thought”" in on_screen(app)
        await pilot.press("a", "ctrl+s")
        assert [a.note for a in article(app).session.notes.annotations] == ["thought"]

    async def at_last(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert "an unfinished note" not in on_screen(app)

    reader(write)
    reader.store = "notes.json"
    reader(again)
    reader(at_last)


def test_what_is_unsaved_when_the_app_is_ended_goes_where_it_can(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Ended by the system, with nobody to ask, the app leaves its notes in the reader's home and says so."""
    reader.store = "ferry.txt/notes.json"
    monkeypatch.setenv("HOME", str(reader.folder))

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h")
        assert "unsaved" in on_screen(app)
        app.exit(return_code=128 + signal.SIGTERM)

    reader(script)
    (place,) = reader.folder.glob("pullquote-unsaved-*.json")
    assert str(place) in capfd.readouterr().err
    store = Store(place)
    assert len(store.annotations()) == 1
    store.close()


def test_leaving_with_everything_saved_asks_nothing(reader: Reader) -> None:
    """One key, and the terminal is the reader's again."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h", "q")

    assert reader(script).return_code == 0


@needs_terminal
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_lost_connection_ends_as_q_does(tmp_path: Path, number: int) -> None:
    """The terminal is put right, the place is kept, and the note that was being typed is offered again."""
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    keys: list[tuple[bytes, bytes | int]] = [
        (rb"highlight", b"a"),
        (rb"ctrl", b"half a thought"),
        (rb"half a thought", number),
    ]
    out, before, after = run(tmp_path / "ferry.txt", *keys)
    assert b"\x1b[?1049l" in out
    assert b"\x1b[?1000l" in out
    assert after == before
    assert json.loads((tmp_path / "pullquote" / "state.json").read_text(encoding="utf-8"))["places"]
    drafts = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("drafts/*")]
    assert any("half a thought" in draft for draft in drafts)


@needs_terminal
@pytest.mark.parametrize("editing", [False, True], ids=["reading", "in an editor"])
def test_the_program_ends_with_its_terminal(tmp_path: Path, *, editing: bool) -> None:
    """A terminal that is closed leaves no program behind, not even one that waits for an editor; the place is kept."""
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\ntrap '' HUP\necho editing\nsleep 1\n")
    editor.chmod(0o700)
    keys: list[tuple[bytes, bytes | int | None]] = [(rb"highlight", b"a"), (rb"ctrl", b"half a thought")]
    if editing:
        keys += [(rb"half a thought", b"\x05"), (rb"editing", None)]
    else:
        keys.append((rb"half a thought", None))
    run(tmp_path / "ferry.txt", *keys, EDITOR=str(editor), VISUAL="")
    assert json.loads((tmp_path / "pullquote" / "state.json").read_text(encoding="utf-8"))["places"]
    drafts = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("drafts/*")]
    assert any("half a thought" in draft for draft in drafts)


def test_a_store_that_was_damaged_is_told_to_the_reader(reader: Reader) -> None:
    """A file that had to be rebuilt is said on the screen, not only on a stream that the app has taken over."""

    async def mark(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h")

    async def look(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.pause()
        assert "could not be used" in on_screen(app)
        assert len(article(app).session.notes.annotations) == 1

    reader(mark)
    file = reader.folder / reader.store
    file.write_bytes(file.read_bytes()[:-100])
    reader(look)


def test_what_cannot_be_saved_is_said_however_long_the_reason_is(reader: Reader) -> None:
    """The warning has its place before all that is only good to know; beside it the speaker stays."""
    long = Status("read-only", "there is no permission to write in that folder or in any other one")

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s")
        for width in (40, 60, 80, 100, 120):
            text = "".join(cell for cell, _ in status_line(article(app).sheet, width, long))
            assert "read-only" in text
            assert "Ana" in text
            assert width_of(text) <= width
            said = status_line(article(app).sheet, width, long, "a message of many words " * 8)
            assert "read-only" in "".join(cell for cell, _ in said)

    reader(script)
