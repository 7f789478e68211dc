"""How a reading screen shares its window between article, contents and margin, and which of them has the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.frame import frame

if TYPE_CHECKING:
    from reader.layout.frame import Frame
    from reader.ui.screens.reading import ReadingScreen


class Panes:
    """Sizes the panes of a reading screen, and gives one of them the keys.

    Args:
        measure: the width of the text that the reader wants, in cells.
        contents: whether they want the contents beside it.

    Attributes:
        frame: how the window is shared out.
        drawer: whether the contents lie over the article, for want of room beside it.
    """

    def __init__(self, screen: ReadingScreen, measure: int, *, contents: bool) -> None:
        self._screen = screen
        self.measure = measure
        self.contents = contents
        self.drawer = False
        self.frame: Frame = frame(80, measure, contents=False)
        self._arranged: tuple[int, int, int, bool, bool] | None = None

    def arrange(self, width: int, height: int) -> bool:
        """Share a window of this size out; whether that changed anything."""
        wanted = (width, height, self.measure, self.contents, self.drawer)
        if not width or not height or wanted == self._arranged:
            return False
        self._arranged = wanted
        screen = self._screen
        found = self.frame = frame(width, self.measure, contents=self.contents)
        if found.room:
            self.drawer = False
        screen.contents.styles.width = found.contents or None
        screen.contents.set_class(not found.room, "-drawer")
        screen.contents.display = bool(found.contents) or self.drawer
        screen.pane.place(found, screen.surround.arrange(found, width, height))
        return True

    def to_article(self) -> None:
        """Give the article the keys again, and close the drawer."""
        self._screen.set_focus(None)
        if self.drawer:
            self.drawer = False
            self._screen.rearrange()
        self._screen.update()

    def to_contents(self) -> None:
        """Give the contents the keys, and open them where they are not shown."""
        if self.frame.room:
            self.show_contents(True)
        else:
            self.drawer = True
            self._screen.rearrange()
        self._screen.contents.seek_speaker()
        self._screen.set_focus(self._screen.contents)

    def show_contents(self, wanted: bool) -> None:
        """Show or hide the contents beside the article."""
        self.contents = wanted
        if not wanted:
            self._screen.set_focus(None)
        self._screen.rearrange()

    def toggle_contents(self) -> None:
        """Show the contents where they are hidden, hide them where they are shown."""
        if self.frame.room:
            self.show_contents(not self.contents)
        elif self.drawer:
            self.to_article()
        else:
            self.to_contents()

    def other(self) -> None:
        """Give the other of the two panes the keys."""
        if self._screen.focused is self._screen.contents:
            self.to_article()
        else:
            self.to_contents()
