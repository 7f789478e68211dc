"""Undo and redo from the keys: every kind of change is taken back and done again, after a restart too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotations.model import COLOURS
from tests.reader.ui.conftest import ARTICLE, Reader, article, on_screen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.ui.app import PullquoteApp

SENTENCE = ARTICLE.index("She said")
CHANGES = {
    "highlight": ["}", "h"],
    "note": ["}", "a", *"why", "ctrl+s"],
    "edit": ["a", "end", *"more", "ctrl+s"],
    "tags": ["t", *"check", "enter"],
    "recolour": ["4"],
    "bookmark": ["}", "m", "k"],
    "reshape": ["r", "w", "w", "enter"],
    "delete": ["x"],
    "speaker": ["i", "enter", *"Jo Vane", "enter"],
    "dismiss": ["i", "down", "enter"],
    "merge": ["i", "down", "down", "enter", *"Tom", "enter"],
    "rename": ["i", "down", "down", "down", "enter", *"Ann Ruiz", "enter"],
    "statement": ["}", "}", "}", "v", "i", "enter", *"Jo Vane", "enter"],
    "block": ["K", "slash", *"promo", "enter"],
}


def standing(app: PullquoteApp) -> object:
    """All that the reader's changes make."""
    notes = article(app).session.notes
    rows = [(a.kind, a.start, a.end, a.note, a.tags, a.colour, a.mark) for a in notes.annotations]
    words = [(c.kind, c.value, c.old, c.start, c.end) for c in notes.corrections]
    return rows, words


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_is_undone_and_done_again_after_a_restart(reader: Reader, change: str) -> None:
    """By `u` and `ctrl+r`, in the next sitting and the one after; the status line says what it was."""
    seen: list[object] = []

    async def press(pilot: Pilot[None], *keys: str) -> None:
        await pilot.press(*("space" if key == " " else key for key in keys))
        await pilot.pause()

    async def do(app: PullquoteApp, pilot: Pilot[None]) -> None:
        article(app).session.notes.annotate(SENTENCE, SENTENCE + 40, note="first", colour=COLOURS[1])
        article(app).sheet.go(SENTENCE)
        seen.append(standing(app))
        await press(pilot, *CHANGES[change])
        seen.append(standing(app))
        assert seen[0] != seen[1]

    async def undo(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert standing(app) == seen[1]
        await press(pilot, "u")
        assert standing(app) == seen[0]
        assert "undid: " in on_screen(app)

    async def redo(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert standing(app) == seen[0]
        await press(pilot, "ctrl+r")
        assert standing(app) == seen[1]
        assert "did again: " in on_screen(app)

    for script in (do, undo, redo):
        reader(script)
