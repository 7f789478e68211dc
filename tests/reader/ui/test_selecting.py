"""Selecting as a reader does it: over the ends of paragraphs, over folded noise, and what is said meanwhile."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader.ui.app import PullquoteApp
from tests.reader.ui.conftest import ARTICLE, Reader, article, marked, shown


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
    """The status line tells a note from a highlight; a bookmark is neither and counted too."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h", "s", "h", "s", "m", "k")
        assert "2 highlights, 1 bookmark   saved" in shown(app)[-2]
        await pilot.press("s", "a", "o", "k", "ctrl+s", "j")
        assert "1 note, 2 highlights, 1 bookmark   saved" in shown(app)[-2]

    reader(script)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["V"], "Tom"),
        (["V", "right"], "Tom "),
        (["V", "w", "w", "b"], "Tom Okafor"),
        (["V", "w", "left"], "Tom Okafo"),
        (["v"], "Tom Okafor, who runs the company, denied that."),
        (["v", ")"], 'Tom Okafor, who runs the company, denied that. "We were told in May," he said, "and we acted in May."'),
        (["V", "}"], 'Tom Okafor, who runs the company, denied that. "We were told in May," he said, "and we acted in May."'),
        (["V", "s"], 'Tom Okafor, who runs the company, denied that. "We were told in May," he said, "and we acted in May."'),
        (["right", "right", "V", "o", "("], "Tom Okafor,"),
        (["s", "P"], '"We were told in May," he said, "and we acted in May."'),
        (["V", "o", "{"], "She said the ferry company had known about the cracks in the pier since 2019, and that its own "
                          "engineers had warned it twice.\n\nTom"),
    ],
)  # fmt: skip
def test_every_grain_is_a_key_away(reader: Reader, keys: list[str], words: str) -> None:
    """Character, word, sentence, paragraph, statement and turn, forward and back; one more key marks it."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        article(app).sheet.go(ARTICLE.index("Tom Okafor, who"))
        await pilot.press(*keys)
        assert chosen(app) == words
        await pilot.press("h")
        assert marked(app) == [("highlight", words.strip(), "")]

    reader(script)


def test_what_is_drawn_together_is_taken_together(reader: Reader) -> None:
    """Wide characters, emoji of several code points, flags and combining marks are one press each, at any width."""
    reader.text = "The sign said 担々麺 and 👩‍🍳🇯🇵 e\u0301te\u0301 too.\n"
    clusters = ["担", "々", "麺", " ", "a", "n", "d", " ", "👩‍🍳", "🇯🇵", " ", "e\u0301", "t", "e\u0301"]

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        sheet = article(app).sheet
        start = reader.text.index("担")
        sheet.go(start)
        await pilot.press("V", "left")
        for count in range(1, len(clusters) + 1):
            await pilot.press("right")
            span = sheet.target
            assert reader.text[span.start : span.end] == "".join(clusters[:count])
        for count in range(len(clusters) - 1, 0, -1):
            await pilot.press("left")
            span = sheet.target
            assert reader.text[span.start : span.end] == "".join(clusters[:count])

    reader(script)
    reader(script, (40, 20))


def test_a_drag_beyond_the_edge_scrolls_on(reader: Reader) -> None:
    """The mouse held below the page draws the selection through what was not on the screen."""
    reader.text = "\n\n".join(f"Paragraph {n} has a few words of its own." for n in range(60)) + "\n"

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        sheet = article(app).sheet
        x, y = 40, 6
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + 5, y + 3))
        await pilot.hover(offset=(x + 5, 39))
        top = sheet.view.window[0].start
        for _ in range(400):
            await pilot.pause(0.02)
            if sheet.view.window[0].start > top + 400:
                break
        await pilot.mouse_up(offset=(x + 5, 39))
        span = sheet.target
        assert sheet.view.window[0].start > top + 400
        assert span.end > sheet.view.window[0].start > span.start
        await pilot.press("h")
        assert [a.start for a in article(app).session.notes.annotations] == [span.start]

    reader(script)
