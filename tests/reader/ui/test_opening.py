"""Opening an article from the app or the command line: what is waited for is said, and no file ends the app."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from reader.command.read import _waiting
from reader.state import Place, State, load, save
from reader.ui import elsewhere
from reader.ui.elsewhere import path_of
from reader.ui.place import word_count
from tests.reader.ui.conftest import ARTICLE, Reader, article, on_screen
from tests.reader.ui.terminal import needs_terminal, run

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.ui.app import PullquoteApp


def test_a_fault_in_a_file_is_one_sentence(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that a format stumbles over leaves the reader where he was, with a sentence."""

    def stumbles(path: str, format: str | None) -> None:
        raise RecursionError

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(elsewhere, "load", stumbles)
        app.elsewhere.open("other.html")
        await pilot.pause()
        assert "cannot read other.html: RecursionError" in on_screen(app)
        assert article(app).session.document.source.endswith("ferry.txt")

    reader(script)


def test_words_to_open_at_are_found_over_line_breaks_or_said_to_be_missing(reader: Reader) -> None:
    """`--quote` opens at the words however they are spaced; where they are not, the article says so."""

    async def there(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert article(app).sheet.cursor == ARTICLE.index("We were told")

    async def nowhere(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert "not in this article: “the pier is safe”" in on_screen(app)

    reader.wish.quote = "we  were\ntold in"
    reader(there)
    reader.wish.quote = "the pier is safe"
    reader(nowhere)


def test_what_was_asked_for_an_article_holds_for_that_one(reader: Reader) -> None:
    """`--at` and `--from` of the command line do not follow the reader to other articles; coming back leads to where one was."""
    reader.wish.at, reader.wish.from_ = ARTICLE.index("Tom Okafor"), "plain"
    page = reader.folder / "page.html"
    page.write_text("<p>A page of its own about the pier and the council, told at some length.</p>", "utf-8")

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        here = article(app).sheet.cursor
        assert here == reader.wish.at
        await pilot.press("g", "g")
        app.elsewhere.open(str(page))
        await pilot.pause()
        assert article(app).session.document.text.startswith("A page of its own")
        assert article(app).sheet.cursor == 0
        app.elsewhere.open(str(reader.folder / "ferry.txt"))
        await pilot.pause()
        assert article(app).sheet.cursor != here

    reader(script)


def test_a_page_of_the_web_is_listed_by_its_title(reader: Reader) -> None:
    """What was read from an address is found again by what it was called; it is not fetched for a list."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        place = Place(
            uri="https://post.example/17",
            title="Seals counted at last",
            publisher="The Norrvik Post",
            read="2031-05-06T08:00:00+00:00",
        )
        app.state = app.state.with_place("f" * 64, place)
        await pilot.press("O")
        await pilot.pause()
        assert "Seals counted at last" in on_screen(app)
        assert "The Norrvik Post" in on_screen(app)

    reader(script)


def test_what_another_window_read_is_not_forgotten(reader: Reader) -> None:
    """Two windows over one state file: who leaves last keeps the places of both, and lists them."""
    other = Place(
        offset=5, uri="https://post.example/18", title="Seals gone", read="2031-05-06T08:00:00+00:00"
    )

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        save(app.state_path, State().with_place("e" * 64, other))
        await pilot.press("j", "O")
        await pilot.pause()
        assert "Seals gone" in on_screen(app)
        await pilot.press("q")

    app = reader(script)
    kept = load(app.state_path).places
    assert kept["e" * 64] == other
    assert len(kept) == 2


def test_a_path_that_is_no_text_comes_back_from_its_address() -> None:
    """A file with a name in another encoding is opened again from the desk."""
    assert path_of("file:///a/caf%C3%A9.txt") == "/a/café.txt"
    assert path_of("file:///a/caf%E9.txt") == "/a/caf\udce9.txt"
    assert path_of("https://post.example/a%20b") == "https://post.example/a%20b"


def test_words_are_counted_and_of_a_long_text_estimated() -> None:
    """Leaving a book of fifty megabytes does not wait for all its words."""
    assert word_count("") == 0
    assert word_count("three short words") == 3
    assert word_count("one word " * 500_000) == pytest.approx(1_000_000, rel=0.01)


def test_a_slow_server_is_waited_for_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal is not blank for fifteen seconds; what was said is gone when the page is there. A file needs none."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    with _waiting("https://post.example/\x1b[2Jnews"):
        said = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert said == "fetching https://post.example/\ufffd[2Jnews … (ctrl+c leaves)"
    assert sys.stderr.getvalue() == said + "\r\x1b[J"  # type: ignore[attr-defined]
    with _waiting("a.txt"):
        pass
    assert sys.stderr.getvalue() == said + "\r\x1b[J"  # type: ignore[attr-defined]


@needs_terminal
def test_a_piped_article_takes_its_keys_from_the_terminal(tmp_path: Path) -> None:
    """The text comes from standard input, the keys do not; the terminal is left as it was."""
    path = tmp_path / "ferry.txt"
    path.write_text(
        "The ferry waits\n\nNobody on the island remembers a winter without it.\n", encoding="utf-8"
    )
    out, before, after = run(path, (rb"highlight", b"h"), (rb"highlighted", b"q"), piped=True)
    assert b"highlighted" in out
    assert out.rindex(b"\x1b[?1049l") > out.rindex(b"highlighted")
    assert after == before
