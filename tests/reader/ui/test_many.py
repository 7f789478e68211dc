"""Many notes on one article: every one is listed, reached and marked over, though only those in sight are drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.reader.ui.conftest import ANALYSIS, STATEMENTS, Reader, article, on_screen, shown

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot

    from reader.ui.app import PullquoteApp


def test_the_contents_list_notes_to_the_last_and_keys_find_them(reader: Reader) -> None:
    """A list longer than the screen can be walked to its end, which leads to its passage."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        notes = article(app).session.notes
        for number in range(60):
            notes.annotate(40 + number, 60 + number, note=f"thought {number}")
        await pilot.pause()
        await pilot.press("tab", *["j"] * 70)
        assert "thought 59" in on_screen(app)
        assert "thought 9 " not in "\n".join(row[:24] for row in shown(app))
        await pilot.press("enter")
        assert article(app).sheet.cursor == 99
        await pilot.press("[")
        assert article(app).sheet.cursor == 98
        await pilot.press("g", "]")
        assert article(app).sheet.cursor == 40

    reader(script)


def test_a_speaker_without_a_name_is_shown_with_a_capital(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands at a line's start looks like one; the data keep the words of the text."""
    said = replace(STATEMENTS[3], speaker="county report")
    speaker = replace(ANALYSIS.speakers[2], name="county report")
    analysis = replace(ANALYSIS, statements=(said,), speakers=(speaker,))
    monkeypatch.setattr("reader.analysis.analyse.analyse", lambda document, blocks: analysis)

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s")
        rows = shown(app)
        assert any("County report" in row[:24] for row in rows)
        assert "County report" in rows[-2]
        assert article(app).session.analysis.speakers[0].name == "county report"

    reader(script)
