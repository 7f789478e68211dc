"""Reading, as a reader does it: open, move, see who speaks, mark, undo, come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reader.ui.conftest import ARTICLE, Reader, article, marked, on_screen, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.ui.app import PullquoteApp

FIRST = 'The council will "not pay twice for the same pier," Ana Ruiz, the town\'s mayor, told reporters on Monday.'


def test_the_page_opens_with_its_speakers_and_folds_its_noise(reader: Reader) -> None:
    """A newcomer sees the story, who speaks in it, and what was put away."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        text = on_screen(app)
        assert "┄┄ 2 lines of page furniture: promo, ad ┄┄" in text
        assert "WATCH" not in text
        assert "● Ana Ruiz        2" in text
        assert "[red]rises[/]" in text
        assert shown(app)[0].startswith("  Ferry line to close its northern route")

    reader(script)


def test_statements_are_walked_and_named_in_the_status_line(reader: Reader) -> None:
    """`s` goes from statement to statement, and the status line says who speaks and how surely."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s")
        assert ARTICLE[article(app).sheet.cursor :].startswith('"not pay')
        assert "● Ana Ruiz, the town's mayor · direct, sure" in on_screen(app)
        await pilot.press("s", "s")
        assert "▲ Tom Okafor · direct, sure" in on_screen(app)
        await pilot.press("S")
        assert "indirect, sure" in on_screen(app)

    reader(script)


def test_a_sentence_is_highlighted_undone_and_there_again_on_reopening(reader: Reader) -> None:
    """One key marks; one takes it back; what is marked stays."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h")
        assert marked(app) == [("highlight", FIRST, "")]
        await pilot.press("u")
        assert marked(app) == []
        await pilot.press("ctrl+r")
        assert marked(app) == [("highlight", FIRST, "")]
        await pilot.press("3")
        assert article(app).session.notes.annotations[0].colour == "green"

    reader(script)

    async def again(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert marked(app) == [("highlight", FIRST, "")]
        assert article(app).colour == "green"

    reader(again)


def test_the_place_is_kept_between_starts(reader: Reader) -> None:
    """An article opens where it was left."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "s", "s", "q")

    reader(script)

    async def again(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert ARTICLE[article(app).sheet.cursor :].startswith('"We were told')

    reader(again)


def test_a_highlight_twice_is_said_not_made(reader: Reader) -> None:
    """`h` on what is highlighted changes nothing and says so."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h", "h")
        assert len(marked(app)) == 1
        assert "highlighted already" in on_screen(app)

    reader(script)


def test_noise_opens_with_enter_and_with_z(reader: Reader) -> None:
    """What is folded is a key away, one run or all of it."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        while article(app).sheet.view.page.folded_at(article(app).sheet.cursor) is None:
            await pilot.press("j")
        await pilot.press("enter")
        assert "WATCH: The pier from the air" in on_screen(app)
        assert "Sign up" not in on_screen(app)
        await pilot.press("z")
        assert "Sign up for our newsletter" in on_screen(app)
        await pilot.press("z")
        assert "WATCH" not in on_screen(app)

    reader(script)


def test_a_chosen_speaker_is_walked_alone_until_let_go(reader: Reader) -> None:
    """`enter` on a speaker in the contents makes `s` and `S` theirs; escape ends that."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("tab", "j", "enter")
        screen = article(app)
        assert screen.sheet.chosen == "Tom Okafor"
        assert ARTICLE[screen.sheet.cursor :].startswith('"We were told')
        await pilot.press("s")
        assert "no later statement by Tom Okafor" in on_screen(app)
        await pilot.press("escape")
        assert screen.sheet.chosen is None

    reader(script)


@pytest.mark.parametrize(
    "size", [(200, 60), (120, 40), (97, 30), (80, 24), (60, 20), (40, 15), (20, 6), (8, 3)]
)
def test_every_size_of_window_shows_the_article(reader: Reader, size: tuple[int, int]) -> None:
    """No window is too small to open, and none is wrapped wrongly."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("j", "s", "h", "o", "escape")
        rows = shown(app)
        assert len(rows) == size[1]
        assert all(len(row) <= size[0] for row in rows)

    reader(script, size)


def test_the_mouse_reads_selects_and_marks(reader: Reader) -> None:
    """A click puts the cursor, a drag selects, two clicks take a word, three a sentence."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        screen = article(app)
        y = next(i for i, row in enumerate(shown(app)) if "The council" in row)
        await pilot.click(offset=(28 + 4, y))
        assert screen.sheet.cursor == ARTICLE.index("council")
        await pilot.mouse_down(offset=(28 + 4, y))
        await pilot.hover(offset=(28 + 11, y))
        await pilot.mouse_up(offset=(28 + 11, y))
        await pilot.pause()
        assert ARTICLE[screen.sheet.target.start : screen.sheet.target.end] == "council"
        await pilot.press("2")
        assert marked(app) == [("highlight", "council", "")]
        await pilot.click(offset=(28 + 18, y), times=2)
        assert ARTICLE[screen.sheet.target.start : screen.sheet.target.end] == "not"
        await pilot.click(offset=(28 + 18, y), times=3)
        assert ARTICLE[screen.sheet.target.start : screen.sheet.target.end] == FIRST

    reader(script)


def test_no_colour_still_tells_speakers_and_marks_apart(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With NO_COLOR nothing is drawn in colour, and nothing is lost."""
    monkeypatch.setenv("NO_COLOR", "1")

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h")
        styles = [s.style for strip in app.screen._compositor.render_strips() for s in strip if s.style]
        assert all(style.color is None or style.color.is_default for style in styles)
        assert any(style.reverse for style in styles)
        assert "▲ Tom Okafor" in on_screen(app)

    reader(script)


def test_enter_on_opened_noise_folds_it_again(reader: Reader) -> None:
    """What a key opened, the same key closes; the other run stays as it is."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        while article(app).sheet.view.page.folded_at(article(app).sheet.cursor) is None:
            await pilot.press("j")
        await pilot.press("enter", "j")
        assert "Ad will display" in on_screen(app)
        assert "Sign up" not in on_screen(app)
        await pilot.press("enter")
        assert "WATCH" not in on_screen(app)
        assert "Ad will display" not in on_screen(app)
        await pilot.press("enter")
        assert "WATCH" in on_screen(app)

    reader(script)
