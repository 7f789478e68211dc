"""Finding: search as one types, filter, jumps, labels, keys, the palette."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader import state as states
from reader.ui.app import PullquoteApp
from reader.ui.screens.chooser import Chooser
from tests.reader.ui.conftest import ARTICLE, Reader, article, marked, on_screen, shown
from tests.reader.ui.test_marking import type_in


def test_search_moves_as_one_types_and_escape_goes_back(reader: Reader) -> None:
    """The first hit is shown at once; giving up leaves no trace."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "/")
        await type_in(pilot, "okafor")
        sheet = article(app).sheet
        assert ARTICLE[sheet.cursor :].startswith("Okafor")
        assert "1 of 1" in on_screen(app)
        await pilot.press("escape")
        assert ARTICLE[sheet.cursor :].startswith('"not pay')
        assert sheet.hits == []

    reader(script)


def test_hits_are_gone_through_round_the_end_and_a_way_back_is_kept(reader: Reader) -> None:
    """`n` and `N` walk the hits; `ctrl+o` leads back to where the search began."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "/")
        await type_in(pilot, "pier")
        await pilot.press("enter")
        sheet = article(app).sheet
        first = sheet.cursor
        await pilot.press("n")
        assert sheet.cursor > first
        await pilot.press("n", "n")
        assert sheet.cursor == first
        assert "round the end" in on_screen(app)
        await pilot.press("N", "ctrl+o")
        assert ARTICLE[sheet.cursor :].startswith('"not pay')

    reader(script)


def test_a_hit_in_folded_noise_opens_it(reader: Reader) -> None:
    """Nothing is found that cannot be seen."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("/")
        await type_in(pilot, "from the air")
        await pilot.press("enter")
        assert "WATCH: The pier from the air" in on_screen(app)

    reader(script)


def test_the_filter_leaves_matching_paragraphs_until_escape(reader: Reader) -> None:
    """`&` shows what matches alone; escape shows all."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("&")
        await type_in(pilot, "okafor")
        await pilot.press("enter")
        assert "Tom Okafor, who" in on_screen(app)
        assert "She said" not in on_screen(app)
        await pilot.press("j", "k")
        assert "1 of 8 paragraphs" in on_screen(app)
        await pilot.press("slash")
        await type_in(pilot, "may")
        await pilot.press("enter", "n")
        assert "hit 2 of 2   1 of 8 paragraphs" in on_screen(app)
        assert "Tom Okafor, who" in on_screen(app)
        await pilot.press("escape")
        await pilot.press("escape")
        assert "She said" in on_screen(app)
        assert "of 8 paragraphs" not in on_screen(app)

    reader(script)


def test_a_label_takes_the_cursor_to_its_sentence(reader: Reader) -> None:
    """`f` and a letter reach any sentence on the screen."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("f")
        labels = dict(article(app).sheet.labels.items())
        target = ARTICLE.index("It met at noon")
        await pilot.press(labels[target])
        assert article(app).sheet.cursor == target
        assert article(app).sheet.labels == {}

    reader(script)


def test_all_keys_are_listed_searched_and_done(reader: Reader) -> None:
    """`?` shows every key, narrows down as one types, and does what is chosen."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "?")
        assert isinstance(app.screen, Chooser)
        await type_in(pilot, "highlzz")
        assert "nothing here matches that" in on_screen(app)
        await pilot.press("enter", "ctrl+u")
        assert isinstance(app.screen, Chooser)
        await type_in(pilot, "highlight selection last")
        await pilot.press("enter")
        await pilot.pause()
        assert len(marked(app)) == 1

    reader(script)


def test_the_palette_finds_an_action_by_name(reader: Reader) -> None:
    """Whoever forgot a key finds the action all the same."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p")
        await type_in(pilot, "narrow the column")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause()
        assert article(app).panes.measure == 68

    reader(script)


def test_the_theme_is_tried_while_it_is_chosen_and_kept(reader: Reader) -> None:
    """What is under the list's cursor is seen at once; escape brings the old one back."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+t", "down")
        assert app.theme == "pullquote-light"
        await pilot.press("escape")
        assert app.theme == "pullquote-dark"
        await pilot.press("ctrl+t", "down", "enter")

    reader(script)

    async def again(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert app.theme == "pullquote-light"
        await pilot.press("ctrl+t", "down", "ctrl+q")

    reader(again)
    assert states.load(reader.folder / "state.json").theme == "pullquote-light"


def test_a_theme_of_the_command_line_is_for_this_time(reader: Reader) -> None:
    """What was asked for once does not change how the next article looks; a theme that there is not is named."""

    async def look(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert app.theme == reader.wish.theme

    async def usual(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert app.theme == "pullquote-dark"
        assert ("there is no theme 'nope'" in on_screen(app)) == bool(reader.config)

    reader.wish.theme = "nord"
    reader(look)
    reader.wish.theme = None
    reader(usual)
    reader.config = "[reader]\ntheme = 'nope'\n"
    reader(usual)


@pytest.mark.parametrize(
    ("query", "there", "gone", "said"),
    [
        ("council meets", "", "", "no paragraph matches council meets"),
        ("monday council", "told reporters on Monday", "Tom Okafor, who", "1 of 8 paragraphs shown"),
        ("company -known", "Tom Okafor, who", "She said", "1 of 8 paragraphs shown"),
        ("r[aeiou]ute|rises", "rises", "Tom Okafor, who", "2 of 8 paragraphs shown"),
        ("speaker:okafor", "Tom Okafor, who", "She said", "1 of 8 paragraphs shown"),
        ("tag:check", "She said", "Tom Okafor, who", "1 of 8 paragraphs shown"),
        ("-tag:check since", "", "", "no paragraph matches"),
        ("colour:pink", "", "", "the colours are"),
    ],
)
def test_the_filter_takes_words_and_what_is_said_and_noted(
    reader: Reader, query: str, there: str, gone: str, said: str
) -> None:
    """`&` understands what the browser of notes does; a pattern, as `/` takes it, where that selects nothing."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        at = ARTICLE.index("She said")
        article(app).session.notes.annotate(at, at + 8, tags=("check",))
        await pilot.press("&")
        await type_in(pilot, query)
        await pilot.press("enter")
        page = "\n".join(row[24:96] for row in shown(app))
        assert there in page
        assert not gone or gone not in page
        assert said in on_screen(app)

    reader(script)
