"""Colours: everything can be read on everything it is drawn on, in every theme."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES

from annotations.model import COLOURS
from reader.layout.voices import ASCII_MARKS, MARKS
from reader.layout.voices import COLOURS as VOICES
from reader.sheet.ink import contrast
from reader.ui.app import PullquoteApp
from reader.ui.theme import DARK, LIGHT, Look, Mode
from tests.reader.ui.conftest import Reader, shown


def look_of(name: str) -> Look:
    theme = {**BUILTIN_THEMES, DARK.name: DARK, LIGHT.name: LIGHT}[name]
    variables = theme.to_color_system().generate()
    return Look(Color.parse(variables["foreground"]), Color.parse(variables["background"]))


def ratio(look: Look, roles: tuple[str, ...]) -> float:
    style = look.style(roles)
    assert style.color is not None
    assert style.bgcolor is not None
    front, back = style.color.triplet, style.bgcolor.triplet
    assert front is not None
    assert back is not None
    return contrast(tuple(front), tuple(back))


THEMES = [DARK.name, LIGHT.name, *(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)]


@pytest.mark.parametrize("name", THEMES)
def test_speakers_can_be_read_on_the_page_and_on_every_highlight(name: str) -> None:
    """At least 4.5 to 1 on the page and in the sentence in focus, 3 to 1 on a highlight."""
    look = look_of(name)
    for number in range(VOICES):
        for role in (f"voice.{number}", f"voice.{number}.soft", f"source.{number}"):
            assert ratio(look, (role,)) >= 4.45
            assert ratio(look, (role, "sentence")) >= 4.45
            for colour in COLOURS:
                assert ratio(look, (role, f"highlight.{colour}")) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_chrome_can_be_read(name: str) -> None:
    """Dim is quiet, not lost; the cursor, a hit and the selection show their text."""
    look = look_of(name)
    assert ratio(look, ("dim",)) >= 3
    for role in ("accent", "error", "hit", "current", "selection", "cursor"):
        assert ratio(look, (role,)) >= 4.4


@pytest.mark.parametrize("name", THEMES)
def test_highlights_differ_from_the_page_and_from_each_other(name: str) -> None:
    """Five colours are five colours."""
    look = look_of(name)
    backs = {look.style((f"highlight.{colour}",)).bgcolor for colour in COLOURS} | {look.style().bgcolor}
    assert len(backs) == 6


@pytest.mark.parametrize("mode", ["ansi", "plain"])
def test_without_full_colour_the_roles_still_differ(mode: str) -> None:
    """Sixteen colours, or none, tell the same things apart."""
    look = Look(Color(255, 255, 255), Color(0, 0, 0), mode)  # type: ignore[arg-type]
    for role in (
        "source.1",
        "highlight.yellow",
        "statement",
        "hit",
        "current",
        "selection",
        "cursor",
        "block.caption",
    ):
        assert look.style((role,)) != look.style()
    if mode == "plain":
        assert all(look.style((r,)).color is None for r in ("voice.1", "highlight.red", "error", "accent"))


def test_the_marks_are_distinct_and_one_cell_wide() -> None:
    """A speaker can be told by the mark alone, also where only ASCII is spoken."""
    from rich.cells import cell_len

    assert len(set(MARKS)) == len(MARKS) == len(set(ASCII_MARKS)) == len(ASCII_MARKS)
    assert all(cell_len(mark) == 1 for mark in MARKS)
    assert ASCII_MARKS.isascii()


@pytest.mark.parametrize("mode", ["colour", "ansi", "plain"])
def test_cursor_and_selection_are_seen_on_a_highlight(mode: Mode) -> None:
    """In every look, without colour too: cursor, selection and highlight differ wherever they lie on each other."""
    look = Look(Color(217, 214, 205), Color(23, 24, 27), mode)
    lit = ("highlight.yellow",)
    for below in ((), lit, ("selection",), (*lit, "selection")):
        assert look.style((*below, "cursor")) != look.style(below)
    assert look.style((*lit, "selection")) != look.style(lit)
    assert look.style((*lit, "selection")) not in (look.style(), look.style(lit))


def test_a_terminal_of_ascii_gets_nothing_else(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it cannot show is shown by something as wide: the page keeps its shape, marks and quotation marks a sense."""
    monkeypatch.setattr("reader.ui.app._speaks_unicode", lambda: False)
    reader.text = "A café\n\nThe sign said “担々麺 and 👩‍🍳” — so e\u0301 was\xa0read… · said Ana Ruiz.\n"

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("}", "h", "k", "j", "enter")
        await pilot.pause()
        assert all(row.isascii() for row in shown(app))
        row = next(row for row in shown(app) if "The sign said" in row)
        assert '"?????? and ??" - so ? was read~ . said Ana Ruiz.' in row
        for keys in (["K"], ["escape", "A"], ["q", "a"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert all(row.isascii() for row in shown(app)), keys

    reader(script)


@pytest.mark.parametrize("name", [LIGHT.name, DARK.name, "gruvbox", "ansi-light"])
def test_a_start_in_a_theme_is_in_that_theme_throughout(reader: Reader, name: str) -> None:
    """Boxes and fields have the colours that they get when the theme is chosen later: no dark box on a light page."""
    reader.wish.theme = name

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        async def seen() -> list[object]:
            await pilot.press("g", "s", "a")
            await pilot.pause()
            parts = [app.screen.query_one(part).styles for part in ("#box", "#note", "#tags", "#hint")]
            found: list[object] = [(part.background, part.color) for part in parts]
            await pilot.press("escape")
            return [*found, app.native_ansi_color, [f.enabled for f in app._filters]]

        first = await seen()
        app.theme = "monokai"
        await pilot.pause()
        app.theme = name
        await pilot.pause()
        assert first == await seen()

    reader(script)
