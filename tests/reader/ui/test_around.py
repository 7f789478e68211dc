"""What stands around the article: never wider than its place, never markup, and true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from reader.layout.cells import width_of
from reader.sheet.chrome import day, minutes
from reader.sheet.lines import clip_line, justify, length, wrap_words
from reader.ui.app import PullquoteApp
from tests.reader.ui.conftest import ANALYSIS, ARTICLE, Reader, article, on_screen, shown
from tests.reader.ui.test_marking import type_in

WORDS = st.text(alphabet=st.sampled_from("ab 漢é\u200b👩“"), max_size=40)


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2026-03-02", "2 Mar"), ("2024-12-24T08:00:00+01:00", "24 Dec 2024"), ("last spring", "last spring")],
)
def test_dates_are_said_as_people_say_them(published: str, expected: str) -> None:
    """This year's without the year; what cannot be read as it stands."""
    assert day(published, date(2026, 11, 23)) == expected


def test_length_in_words() -> None:
    """Numbers that a reader need not interpret."""
    assert minutes(10) == 1
    assert minutes(13_570) == 10


@given(WORDS, WORDS, st.integers(1, 60))
def test_lines_keep_to_their_width(left: str, right: str, width: int) -> None:
    """No line of the chrome spills over, whatever it is made of."""
    assert length(clip_line(((left, ()), (right, ("dim",))), width)) <= width
    assert length(justify(((left, ()),), ((right, ()),), width)) <= width


@given(WORDS, st.integers(2, 20))
def test_notes_are_wrapped_whole(text: str, width: int) -> None:
    """Every word of a note is there, in rows that fit."""
    rows = wrap_words(text, width)
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(width_of(row) <= width for row in rows)


HOSTILE = "[red]he[/] [/foo] [@click=app.quit]x[/] $(id)"


def test_markup_is_text_everywhere(reader: Reader) -> None:
    """Square brackets in an article, a note, a tag or a search are shown, never obeyed."""
    reader.text = (
        f"{HOSTILE} and [/] more words here.\n\nA second [/b] paragraph.\n\x1b]0;title\x07\x1b[2J end.\n"
    )

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("a")
        await type_in(pilot, "[/note] [b]bold")
        await pilot.press("tab")
        await type_in(pilot, "[/tag]")
        await pilot.press("ctrl+s", "enter")
        assert HOSTILE in on_screen(app)
        assert "[/note] [b]bold" in on_screen(app)
        assert "#[/tag]" in on_screen(app)
        await pilot.press("escape", "j", "y", "m", "[", "/")
        await type_in(pilot, "[/")
        await pilot.press("enter", "i", "escape", "K", "escape", "e", "escape", "?", "escape", "a", "escape")
        await pilot.press("ctrl+p")
        await type_in(pilot, "[/x]")
        await pilot.press("escape")
        assert not any("\x1b" in row for row in shown(app))

    reader(script)


def test_who_says_this_and_why_is_shown_and_corrected(reader: Reader) -> None:
    """`i` shows cue, rule and certainty, and takes the reader's word, which can be undone."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "i")
        text = on_screen(app)
        assert "● Ana Ruiz, the town's mayor" in text
        assert "Direct speech." in text
        assert "Its source, right after it, is “Ana Ruiz”." in text
        assert "The attribution is sure (90%)." in text
        await pilot.press("enter")
        await pilot.pause()
        await type_in(pilot, "Olga Lind")
        await pilot.press("enter")
        await pilot.pause()
        statements = article(app).session.analysis.statements
        assert statements[0].speaker == "Olga Lind"
        await pilot.press("u")
        await pilot.pause()
        assert article(app).session.analysis.statements[0].speaker == "Ana Ruiz"

    reader(script)


def test_who_says_this_is_told_in_the_lowest_window(reader: Reader) -> None:
    """Where there is no room for the words and the speaker, the speaker is what was asked for."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "i")
        assert "Ana Ruiz" in on_screen(app)
        assert "Somebody else says this" in on_screen(app)

    reader(script, (40, 12))


def test_the_kind_of_a_block_is_corrected(reader: Reader) -> None:
    """`K` makes a paragraph an advertisement, which is folded away; `u` brings it back."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        screen = article(app)
        await pilot.press("G", "k", "K")
        block = screen.sheet.boundaries.block_at(ARTICLE.index("Residents"))
        assert screen.session.blocks[block].kind == "paragraph"
        await type_in(pilot, "ad")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.session.blocks[block].kind == "ad"
        assert "Residents say" not in on_screen(app)
        await pilot.press("u")
        await pilot.pause()
        assert "Residents say" in on_screen(app)

    reader(script)


def test_the_margin_pushes_notes_down_and_never_over_each_other(reader: Reader) -> None:
    """Two notes on one row are both read."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        notes = article(app).session.notes
        first = ARTICLE.index("The council")
        notes.annotate(first, first + 11, note="one two three four five six seven eight nine")
        notes.annotate(first + 4, first + 20, note="eleven")
        await pilot.pause()
        column = [row[101:].strip() for row in shown(app)]
        told = [row.lstrip("▎▍ ") for row in column if row.startswith(("▎", "▍"))]
        assert told == [
            "one two three",
            "four five six",
            "seven eight",
            "nine",
            "eleven",
            "Ana Ruiz",
        ]

    reader(script)


def test_the_footer_says_what_matters_here_and_fits(reader: Reader) -> None:
    """Eight keys at most, one line at 80 columns, the way to all keys always."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert shown(app)[-1].split() == (
            [
                "h",
                "highlight",
                "a",
                "note",
                "v",
                "select",
                "s",
                "statement",
                "/",
                "search",
                "o",
                "contents",
                "?",
                "keys",
            ]
        )
        await pilot.press("s", "h")
        assert shown(app)[-1].startswith("  enter open  a note  t tags")
        await pilot.press("v")
        assert "o swap ends" in shown(app)[-1]
        assert shown(app)[-1].endswith("? keys")

    reader(script, (80, 24))


def test_the_configuration_sets_the_page(reader: Reader) -> None:
    """A measure and folds set in the file hold in the app, also after the app has kept its own."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        sizes.append((article(app).panes.measure, article(app).sheet.fold))
        await pilot.press("-")

    sizes: list[tuple[int, bool]] = []
    for text in ("", "[reader]\nmeasure = 50\nfold_noise = false\n", "[reader]\nmeasure = 50\n"):
        reader.config = text
        reader(script)
    assert sizes[0] == (72, True)
    assert sizes[1] == (50, False)
    assert sizes[2][0] < 50
    assert sizes[2][1]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_what_a_key_does_can_be_read(reader: Reader, width: int) -> None:
    """The help of the key at the list's cursor stands whole below the list where it does not fit beside it."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("question_mark", "down", "down")
        await pilot.pause()
        words = " ".join(on_screen(app).replace("│", " ").split())
        assert "The cursor stays on its row of the screen." in words

    reader(script, (width, 24))


def test_choosing_a_speaker_says_what_it_does(reader: Reader) -> None:
    """Whoever takes a speaker in the contents is told what `s` walks from now on, and how to let go."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("tab", "j", "enter")
        await pilot.pause()
        assert article(app).sheet.chosen is not None
        assert f"s and S walk what {article(app).sheet.chosen} says; esc lets go" in on_screen(app)

    reader(script)


def test_small_windows_show_all_choices(reader: Reader) -> None:
    """At 40 by 20 every choice stands on the screen, whatever is told above them; what is told gives way."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "i")
        await pilot.pause()
        for name in ("Somebody else", "no statement", "same as another", "another name", "● Ana Ruiz"):
            assert name in on_screen(app), name
        await pilot.press("escape", "K")
        await pilot.pause()
        assert all(kind in on_screen(app) for kind in ("title", "paragraph", "credit", "boilerplate"))

    reader(script, (40, 20))


def test_a_speaker_outside_the_list_is_named(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever only hopes or plans is in no list of speakers, but is known all the same."""
    alone = replace(ANALYSIS, speakers=ANALYSIS.speakers[1:])
    monkeypatch.setattr("reader.analysis.analyse.analyse", lambda document, blocks: alone)

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s")
        assert "· Ana Ruiz · direct, sure" in shown(app)[-2]

    reader(script)


def test_a_new_name_can_be_part_of_a_known_one(reader: Reader) -> None:
    """What is found in "Tom Okafor" can be another man called "Tom": he is offered below, as he was typed."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "i", "enter")
        await pilot.pause()
        assert "Ana Ruiz  the town's mayor" in on_screen(app)
        await type_in(pilot, "Tom")
        await pilot.pause()
        assert "Tom  as you typed it" in on_screen(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert article(app).session.analysis.statements[0].speaker == "Tom"
        await pilot.press("i", "enter")
        await type_in(pilot, "Tom Okafor")
        await pilot.pause()
        assert "as you typed it" not in on_screen(app)

    reader(script)


def test_a_name_is_put_right_where_it_stands(reader: Reader) -> None:
    """A new name begins with the old one, to mend a letter of; left as it is, nothing is corrected."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        rename = ["i", "down", "down", "down", "enter"]
        await pilot.press("s", *rename)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert article(app).session.notes.corrections == ()
        await pilot.press(*rename)
        await pilot.pause()
        await pilot.press("end", "backspace", *"s-Lind", "enter")
        await pilot.pause()
        assert article(app).session.analysis.speakers[0].name == "Ana Ruis-Lind"
        assert "Ana Ruiz is now called Ana Ruis-Lind; u takes that back" in shown(app)[-2]
        await pilot.press(*rename)
        await pilot.pause()
        await pilot.press("ctrl+u", *"Tom Okafor", "enter")
        await pilot.pause()
        assert "Ana Ruis-Lind is the same as Tom Okafor; u takes that back" in shown(app)[-2]

    reader(script)
