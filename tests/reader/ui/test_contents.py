"""The contents: what they list, and finding a name, a heading or a note in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reader.document.model import Block
from tests.reader.ui.conftest import ANALYSIS, ARTICLE, Reader, article, classify, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.document.model import Document
    from reader.ui.app import PullquoteApp

LEVELS = {"The vote": 2, "How it went": 3, "The harbour café": 3, "What comes next": 2}
REPORT = "\n\n".join(
    f"{heading}\n\nThe council met, and the gulls over the pier were many." for heading in LEVELS
)


def headed(document: Document) -> tuple[Block, ...]:
    if document.text == ARTICLE:
        return classify(document)
    return tuple(
        Block("heading" if m[0] in LEVELS else "paragraph", m.start(), m.end(), level=LEVELS.get(m[0], 0))
        for m in re.finditer(r"\S.*", document.text)
    )


@pytest.fixture
def report(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """An article with headings of two levels, and speakers."""
    monkeypatch.setattr("reader.session.first_blocks", headed)
    monkeypatch.setattr("reader.analysis.analyse.analyse", lambda document, blocks: ANALYSIS)
    reader.text = ARTICLE + "\n\n" + REPORT
    return reader


def listed(app: PullquoteApp) -> list[str]:
    """The rows of the contents that are not blank."""
    rows = [row[:22].rstrip() for row in shown(app)[2:-3]]
    return [row for row in rows if row.strip()]


def test_headings_are_listed_by_level_and_lead_there(report: Reader) -> None:
    """Between speakers and the rest, set in below the heading they belong to; the one over the cursor is pointed at."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        at = listed(app).index("  HEADINGS")
        assert listed(app)[at - 1].startswith("  ■ Residents")
        assert listed(app)[at:] == [
            "  HEADINGS",
            "    The vote",
            "      How it went",
            "      The harbour ca…",
            "    What comes next",
        ]
        await pilot.press("tab", *["j"] * 4, "enter")
        assert article(app).sheet.cursor == report.text.index("How it went")
        await pilot.press("}")
        await pilot.pause()
        assert [row for row in listed(app) if row.startswith("›")] == ["›     How it went"]
        await pilot.press("g")
        await pilot.pause()
        assert not any(row.startswith("›") for row in listed(app))

    report(script)


def test_an_article_without_headings_lists_none(reader: Reader) -> None:
    """Where there is nothing to list there is no empty part."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert listed(app)[0] == "  SPEAKERS"
        assert not any("HEADINGS" in row for row in listed(app))

    reader(script)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_a_name_is_found_by_a_few_letters(report: Reader, size: tuple[int, int]) -> None:
    """`/` in the contents narrows them to what has all the letters, of a role too; `enter` goes there."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("tab", "slash", *"okafor")
        await pilot.pause()
        rows = "\n".join(row[:32] for row in shown(app))
        assert "/okafor" in rows
        assert "▲ Tom Okafor" in rows
        assert "Ana Ruiz" not in rows
        assert "HEADINGS" not in rows
        assert "esc whole list" in shown(app)[-1]
        await pilot.press("enter")
        await pilot.pause()
        assert article(app).sheet.chosen == "Tom Okafor"
        assert "s and S walk what Tom Okafor says" in shown(app)[-2]
        await pilot.press("tab", "slash", *"mayor", "enter")
        assert article(app).sheet.chosen == "Ana Ruiz"

    report(script, size)


def test_headings_and_notes_are_found_and_escape_lists_all_again(report: Reader) -> None:
    """Accents need not be typed; a slip is taken back; the list's cursor stays on what was found."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        article(app).session.notes.annotate(40, 60, note="ask the museum", tags=["later"])
        await pilot.press("tab", "slash", *"cafex", "backspace")
        await pilot.pause()
        assert listed(app) == ["  /cafe", "  HEADINGS", "      The harbour ca…"]
        await pilot.press("escape")
        await pilot.pause()
        assert "  SPEAKERS" in listed(app)
        assert app.focused is article(app).contents
        await pilot.press("enter")
        assert article(app).sheet.cursor == report.text.index("The harbour café")
        await pilot.press("tab", "slash", *"later muse", "enter")
        assert article(app).sheet.cursor == 40
        await pilot.press("tab", "slash", *"zzz")
        await pilot.pause()
        assert listed(app) == ["  /zzz", "  nothing like it"]
        await pilot.press("enter", "backspace", "backspace", "backspace", "backspace")
        await pilot.pause()
        assert "/" not in "".join(listed(app))

    report(script)


def test_the_article_is_still_searched_by_the_same_key(report: Reader) -> None:
    """Outside the contents `/` searches the text, after something was found in them as well."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("tab", "slash", *"vote", "tab", "slash", *"gulls", "enter")
        await pilot.pause()
        assert report.text[article(app).sheet.cursor :].startswith("gulls")
        assert "  SPEAKERS" in listed(app)

    report(script)


def test_the_last_row_tells_the_keys_of_whatever_has_them(report: Reader) -> None:
    """Into the contents and out of them again by `tab`, before any other key is pressed."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        for keys in ("j k move", "h highlight", "j k move"):
            await pilot.press("tab")
            await pilot.pause()
            assert keys in shown(app)[-1]

    report(script)
