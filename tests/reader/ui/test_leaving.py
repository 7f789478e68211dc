"""Leaving: nothing that was not saved is dropped without being asked."""

from textual.pilot import Pilot

from annotations.store import Store
from reader.ui.app import PullquoteApp
from tests.reader.ui.conftest import Reader, article, on_screen


def test_what_cannot_be_saved_is_offered_another_place(reader: Reader) -> None:
    """The store's folder cannot be made: the app goes on, says so, and `q` asks where to save instead."""
    reader.store = "ferry.txt/notes.json"

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h")
        assert "unsaved" in on_screen(app)
        await pilot.press("q")
        await pilot.pause()
        assert "unsaved changes; save to" in on_screen(app)
        await pilot.press("escape")
        assert len(article(app).session.notes.annotations) == 1
        await pilot.press("q", "ctrl+u", *str(reader.folder / "saved.json"), "enter")
        await pilot.pause()

    app = reader(script)
    assert app.return_code == 0
    store = Store(reader.folder / "saved.json")
    assert len(store.annotations()) == 1
    store.close()


def test_leaving_with_everything_saved_asks_nothing(reader: Reader) -> None:
    """One key, and the terminal is the reader's again."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h", "q")

    assert reader(script).return_code == 0
