"""Keys that come faster than screens do: none is lost, and none does what it was not meant for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input, TextArea

from tests.reader.ui.conftest import Reader, article, marked

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.ui.app import PullquoteApp


def burst(app: PullquoteApp, keys: str) -> None:
    """All keys at once, as a paste or a slow machine brings them: before the first of them has done anything."""
    for key in keys:
        name = {"/": "slash", "?": "question_mark", "\n": "enter", " ": "space"}.get(key, key)
        app.post_message(events.Key(name, "\r" if key == "\n" else key))


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(6):
        await pilot.pause()


@pytest.mark.parametrize(
    ("keys", "typed"), [("?/jq draft", "jq draft"), ("?draft", "draft"), ("K/quk", "quk")]
)
def test_a_list_gets_what_was_typed_at_once(reader: Reader, keys: str, typed: str) -> None:
    """The key that opens it, the one that begins its line, and the line, in one burst."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        burst(app, keys)
        await settle(pilot)
        assert app.screen.query_one(Input).value == typed

    reader(script)


def test_a_search_and_a_note_get_what_was_typed_at_once(reader: Reader) -> None:
    """No letter of them is taken for a command."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        burst(app, "/pier\n")
        await settle(pilot)
        assert len(article(app).sheet.hits) > 0
        assert article(app).asking.prompt is None
        await pilot.press("escape")
        burst(app, "ahx q")
        await settle(pilot)
        assert app.screen.query_one(TextArea).text == "hx q"
        await pilot.press("ctrl+s")
        assert [note for _, _, note in marked(app)] == ["hx q"]
        burst(app, "tqx")
        await settle(pilot)
        assert app.screen.query_one("#tags", Input).value == "qx"

    reader(script)
