"""Reading an article again in place when its file has changed, the reader's place and selection kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.ui.watching import Watch, same_passage, same_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.document.model import Document, Span
    from reader.sheet.sheet import Selected
    from reader.ui.screens.reading import ReadingScreen

GONE = "the file is gone from the disk; the article stays open, its notes are kept"
BACK = "the file is there again, as it was"


class Read(Protocol):
    """Reads a file off the app's thread: `also` runs there too, `show` or `failed` on the app's."""

    def __call__(
        self,
        path: str,
        show: Callable[[Document], None],
        failed: Callable[[str], None],
        also: Callable[[Document], Document],
    ) -> None:
        """Read a file."""


class Held(NamedTuple):
    """Where the reader is, in a text that has changed."""

    cursor: int
    selected: Span | None


class Rereading:
    """Follows the file of the article on the screen.

    Args:
        read: reads a file.
        say: tells why it could not be read.
    """

    def __init__(self, read: Read, say: Callable[[str], None]) -> None:
        self._read = read
        self._say = say
        self._watch: Watch | None = None
        self._missing = False

    def watch(self, source: str) -> None:
        """Look at this file from now on."""
        self._watch, self._missing = Watch(source), False

    def look(self, screen: ReadingScreen) -> None:
        """Read the article again where its file has changed, and say where it is gone or back."""
        news = self._watch.look() if self._watch is not None else ""
        if news == "changed":
            self._again(screen)
        elif news:
            self._missing = news == "gone"
            screen.say(GONE if self._missing else BACK)
            screen.update()

    def _again(self, screen: ReadingScreen) -> None:
        old, cursor, selected = screen.session.document, screen.sheet.cursor, screen.sheet.selected
        held = [Held(cursor, None)]

        def find(document: Document) -> Document:
            span = same_passage(old.text, document.text, selected.span) if selected is not None else None
            held[0] = Held(same_place(old.text, document.text, cursor), span)
            return document

        def show(document: Document) -> None:
            if screen.is_mounted and screen.session.document is old:
                still = selected if screen.sheet.selected == selected else None
                _show(screen, document, held[0], still)
                if self._missing and document.sha256 == old.sha256:
                    screen.say(BACK)
                    screen.update()
                self._missing = False

        self._read(old.source, show, self._say, find)


def _show(screen: ReadingScreen, document: Document, held: Held, selected: Selected | None) -> None:
    """Show the article's new text, the cursor at an offset of it and on the row of the screen where it was."""
    view = screen.sheet.view
    row = view.screen_row
    screen.session.reload(document)
    if screen.sheet.only is None:
        screen.sheet.show(held.cursor)
    view.restore(held.cursor, max(0, min(row, view.height - 1)))
    if selected is not None and held.selected is not None:
        low, high = held.selected.start, held.selected.end
        forward = selected.anchor <= selected.head
        screen.sheet.select(low if forward else high, high if forward else low, selected.reshaping)
    screen.update(everything=True)
