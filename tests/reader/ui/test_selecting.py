"""Selecting as a reader does it: over the ends of paragraphs, over folded noise, and what is said meanwhile."""

from __future__ import annotations

from textual.pilot import Pilot

from reader.ui.app import PullquoteApp
from tests.reader.ui.conftest import ARTICLE, Reader, article, shown


def chosen(app: PullquoteApp) -> str:
    span = article(app).sheet.target
    return ARTICLE[span.start : span.end]


def test_each_press_takes_one_character_over_the_end_of_a_paragraph(reader: Reader) -> None:
    """The blank row between two paragraphs takes no press of its own, forward or back."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        start = ARTICLE.index("It met at noon.")
        article(app).sheet.go(start)
        await pilot.press("v", "right")
        assert chosen(app) == "It met at noon.\n\nS"
        await pilot.press("right")
        assert chosen(app) == "It met at noon.\n\nSh"
        await pilot.press("left", "left")
        assert chosen(app).rstrip("\n") == "It met at noon."
        await pilot.press("left")
        assert chosen(app) == "It met at noon"
        await pilot.press("escape")
        article(app).sheet.go(ARTICLE.index("She said"))
        await pilot.press("V", "o", "left")
        assert chosen(app) == ".\n\nShe"
        await pilot.press("right")
        assert chosen(app).lstrip("\n") == "She"

    reader(script)


def test_a_selection_passes_over_folded_noise_and_leaves_it_folded(reader: Reader) -> None:
    """By character, sentence, paragraph and row: the fold is one step, shown as taken, and stays closed."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        sheet = article(app).sheet
        for keys, end in (
            (["right"], 'in May."\n\nWATCH: The pier from the air\n\nAd will display in 05 seconds\n\nR'),
            ([")"], "would cut them off."),
            (["}"], "rises[/] in May."),
        ):
            sheet.go(ARTICLE.index('"We were told'))
            await pilot.press("v", *keys)
            assert chosen(app).endswith(end), keys
            assert not sheet.opened
            row = next(row for row in sheet.view.window if row.kind == "fold")
            assert sheet.gutter(row).taken
            await pilot.press("escape")
            assert not sheet.gutter(row).taken
        sheet.go(ARTICLE.index("Residents"))
        await pilot.press("v", "o", "k")
        assert chosen(app).startswith("WATCH")
        await pilot.press("k")
        assert chosen(app).startswith("Tom Okafor") or "acted in May" in chosen(app)
        assert not sheet.opened
        await pilot.press("escape")
        sheet.go(ARTICLE.index('"We were told'))
        await pilot.press("v", "j")
        assert chosen(app).endswith("05 seconds")
        assert not sheet.opened

    reader(script)


def test_the_status_line_says_how_much_is_selected(reader: Reader) -> None:
    """Words and paragraphs, and which keys take more; nothing of it once the selection has ended."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        article(app).sheet.go(ARTICLE.index("It met at noon."))
        await pilot.press("v")
        assert "4 words selected" in shown(app)[-2]
        await pilot.press("}")
        assert "28 words selected in 2 paragraphs" in shown(app)[-2]
        assert "esc leaves" in shown(app)[-2]
        await pilot.press("escape", "V")
        assert "1 word selected" in shown(app)[-2]
        await pilot.press("escape")
        assert "selected" not in shown(app)[-2]

    reader(script)


def test_highlights_are_not_counted_as_notes(reader: Reader) -> None:
    """The status line tells a note from a highlight; a bookmark is neither."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h", "s", "h", "s", "m", "k")
        assert "2 highlights   saved" in shown(app)[-2]
        await pilot.press("s", "a", "o", "k", "ctrl+s", "j")
        assert "1 note, 2 highlights   saved" in shown(app)[-2]

    reader(script)
