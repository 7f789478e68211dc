"""Reading an article again in place when its file has changed, the reader's place and selection kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.ui.watching import Watch, same_passage, same_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.document.model import Document, Span
    from reader.sheet.sheet import Selected
    from reader.study import Again
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


class Here(NamedTuple):
    """Where the reader is."""

    cursor: int
    selected: Selected | None


class Held(NamedTuple):
    """Where the reader is, in a text that has changed."""

    cursor: int
    selected: Span | None


class Rereading:
    """Follows the file of the article on the screen.

    What was read stays as it is until the new text has been studied too, and changes then at one stroke.

    Args:
        read: reads a file.
        say: tells why it could not be read.
    """

    def __init__(self, read: Read, say: Callable[[str], None]) -> None:
        self._read = read
        self._say = say
        self._watch: Watch | None = None
        self._missing = False
        self._under_way: Document | None = None

    def watch(self, source: str) -> None:
        """Look at this file from now on."""
        self._watch, self._missing, self._under_way = Watch(source), False, None

    def look(self, screen: ReadingScreen) -> None:
        """Read the article again where its file has changed, and say where it is gone or back."""
        if self._under_way is not None:
            return
        news = self._watch.look() if self._watch is not None else ""
        if news == "changed":
            self._again(screen)
        elif news:
            self._missing = news == "gone"
            screen.say(GONE if self._missing else BACK)
            screen.update()

    def _again(self, screen: ReadingScreen) -> None:
        old, was = screen.session.document, _here(screen)
        held = [Held(was.cursor, None)]

        def find(document: Document) -> Document:
            held[0] = _held(old, document, was)
            return document

        def study(document: Document) -> None:
            if document.sha256 == old.sha256:
                self._came_back(screen)
            elif self._under_way is old:
                screen.session.study_again(document, lambda again: show(document, again))

        def show(document: Document, again: Again | None) -> None:
            if self._under_way is not old:
                return
            self._under_way, self._missing = None, False
            if screen.is_mounted and screen.session.document is old:
                now = _here(screen)
                _show(screen, document, again, held[0] if now == was else _held(old, document, now))

        def failed(why: str) -> None:
            if self._under_way is old:
                self._under_way = None
                self._say(why)

        self._under_way = old
        self._read(old.source, study, failed, find)

    def _came_back(self, screen: ReadingScreen) -> None:
        """The file was written again with the same words."""
        self._under_way = None
        if self._missing:
            screen.say(BACK)
            screen.update()
        self._missing = False


def _here(screen: ReadingScreen) -> Here:
    return Here(screen.sheet.cursor, screen.sheet.selected)


def _held(old: Document, new: Document, here: Here) -> Held:
    selected = here.selected
    span = same_passage(old.text, new.text, selected.span) if selected is not None else None
    return Held(same_place(old.text, new.text, here.cursor), span)


def _show(screen: ReadingScreen, document: Document, again: Again | None, held: Held) -> None:
    """Show the article's new text, the cursor at an offset of it and on the row of the screen where it was."""
    view, selected = screen.sheet.view, screen.sheet.selected
    row = view.screen_row
    screen.session.reload(document, again)
    if screen.sheet.only is None:
        screen.sheet.show(held.cursor)
    view.restore(held.cursor, max(0, min(row, view.height - 1)))
    if selected is not None and held.selected is not None:
        low, high = held.selected.start, held.selected.end
        forward = selected.anchor <= selected.head
        screen.sheet.select(low if forward else high, high if forward else low, selected.reshaping)
    screen.update(everything=True)
