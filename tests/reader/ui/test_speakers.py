"""Who speaks, in the contents and in the status line: chosen, walked, named whole, renamed meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from reader.sheet.contents import capital
from reader.ui.app import PullquoteApp
from tests.reader.ui.conftest import ANALYSIS, Reader, article, on_screen, shown
from tests.reader.ui.test_marking import type_in

LONG = "Rosa-Maria Quintanilla de los Santos y Herrera"
ROLE = "organiser of the musicians of orchestras, opera houses, theatres and touring ensembles"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("county report", "County report"),
        ("spokesman for Ana Ruiz", "Spokesman for Ana Ruiz"),
        ("van der Berg", "van der Berg"),
        ("eFerry", "eFerry"),
        ("Ana Ruiz", "Ana Ruiz"),
    ],
)
def test_a_description_begins_with_a_capital(name: str, expected: str) -> None:
    """Descriptions look alike at a line's start, and a family name is spelled as its bearer does."""
    assert capital(name) == expected


def test_walking_one_speaker_says_so_and_where(reader: Reader) -> None:
    """At every stop one sees that only theirs are walked, and which of how many it is; `escape` walks all again."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("tab", "enter")
        await pilot.pause()
        await pilot.press("s")
        assert "only ● Ana Ruiz, the town's mayor · indirect, sure · 2 of 2" in shown(app)[-2]
        await pilot.press("S")
        assert "· direct, sure · 1 of 2" in shown(app)[-2]
        await pilot.press("escape", "s", "s")
        assert "▲ Tom Okafor · direct, sure" in shown(app)[-2]
        assert "only" not in shown(app)[-2]

    reader(script)


@pytest.mark.parametrize("width", [80, 120])
def test_what_is_to_be_asked_of_a_statement_can_be_found(reader: Reader, width: int) -> None:
    """The foot names `i` where there is a statement, and `?` finds by "speaker" all that can be done about one."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert "i who" not in shown(app)[-1]
        await pilot.press("s")
        assert "s statement" in shown(app)[-1]
        assert "i who" in shown(app)[-1]
        assert "o contents" in shown(app)[-1]
        assert shown(app)[-1].rstrip().endswith("? keys")
        await pilot.press("?")
        await type_in(pilot, "speaker")
        await pilot.pause()
        for what in ("Who says this, and why", "Walk one speaker's statements", "Go to the next statement"):
            assert what in on_screen(app), what

    reader(script, (width, 24))


def test_a_renamed_speaker_is_walked_on_and_let_go_when_gone(reader: Reader) -> None:
    """The walk follows the new name; when nobody is called so any more, it is over instead of finding nothing."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("tab", "enter")
        await pilot.pause()
        await pilot.press("s", "i", "down", "down", "down", "enter")
        await type_in(pilot, "Ann Ruiz")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("S")
        assert "only ● Ann Ruiz, the town's mayor · direct, sure · 1 of 2" in shown(app)[-2]
        await pilot.press("u")
        await pilot.pause()
        assert article(app).sheet.chosen is None
        await pilot.press("s", "s")
        assert "Tom Okafor" in shown(app)[-2]

    reader(script)


@pytest.mark.parametrize("width", [80, 120, 200])
def test_a_long_name_and_role_keep_how_sure_in_sight(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """The role is cut first, then the name; in the list, where names are short, the status line has the whole."""
    long = replace(
        ANALYSIS,
        statements=tuple(replace(s, speaker=LONG) for s in ANALYSIS.statements),
        speakers=(replace(ANALYSIS.speakers[0], name=LONG, role=ROLE, statements=4),),
    )
    monkeypatch.setattr("reader.analysis.analyse.analyse", lambda document, blocks: long)

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s")
        assert "direct, sure" in shown(app)[-2]
        await pilot.press("tab")
        await pilot.pause()
        assert "Rosa-Maria Quintanill" in shown(app)[-2]
        assert "4 statements" in shown(app)[-2]
        if width >= 120:
            assert LONG in shown(app)[-2]
        if width >= 200:
            assert f"{LONG}, {ROLE}" in shown(app)[-2]

    reader(script, (width, 24))


def test_names_stand_whole_in_the_contents_of_a_wide_window(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list takes cells that would be blank; as a drawer it has its own width again."""
    name = "Bernard Oyelaran-Whitcombe"
    long = replace(ANALYSIS, speakers=(replace(ANALYSIS.speakers[0], name=name), *ANALYSIS.speakers[1:]))
    monkeypatch.setattr("reader.analysis.analyse.analyse", lambda document, blocks: long)

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert f"● {name}" in on_screen(app)
        assert article(app).contents.size.width == 36
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert article(app).contents.size.width == 22
        await pilot.resize_terminal(80, 24)
        await pilot.press("o")
        await pilot.pause()
        assert article(app).contents.region.width == 32

    reader(script, (200, 60))


def test_the_contents_open_on_who_speaks(reader: Reader) -> None:
    """Where there are many speakers, the one in focus is not to be looked for; the status line says what `enter` does."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "s", "s", "tab")
        await pilot.pause()
        assert "▲ Tom Okafor · 1 statement  enter walks only these" in shown(app)[-2]
        await pilot.press("k")
        await pilot.pause()
        assert "● Ana Ruiz, the town's mayor · 2 statements  enter walks only these" in shown(app)[-2]
        await pilot.press("enter", "tab")
        await pilot.pause()
        assert "enter lets go" in on_screen(app)

    reader(script)
