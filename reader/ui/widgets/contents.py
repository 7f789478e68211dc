"""The contents pane: speakers, headings, captions and notes, to go to or to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message

from reader.sheet.contents import Outline, lit
from reader.ui.footer import FINDING, IN_LIST
from reader.ui.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from reader.sheet.contents import Item
    from reader.sheet.lines import Line
    from reader.sheet.sheet import Sheet
    from reader.ui.footer import Hint
    from reader.ui.theme import Look


class Contents(Lines, can_focus=True):
    """A list of its own, with its own cursor; it takes `j` `k` `/` `enter` `escape` and leaves all other keys.

    While something is looked for in it, letters are typed into its first row.
    """

    @dataclass
    class Taken(Message):
        """An item was entered, or clicked."""

        item: Item

    @dataclass
    class Entered(Message):
        """The list got the keys, or lost them."""

    @dataclass
    class Moved(Message):
        """The list's cursor stands on another item."""

    @dataclass
    class Left(Message):
        """The reader wants the article back."""

    def __init__(self, sheet: Sheet, look: Look, **options: Any) -> None:
        super().__init__(look, **options)
        self.sheet = sheet
        self._items = Outline()
        self._at = 0
        self._top = 0
        self._made: tuple[object, ...] | None = None
        self._typed: str | None = None

    @property
    def hints(self) -> Sequence[Hint]:
        """The keys that matter in it; none while it has not got them."""
        if not self.has_focus:
            return ()
        return IN_LIST if self._typed is None else FINDING

    @property
    def speaker(self) -> str:
        """The speaker at the list's cursor; empty where something else is there."""
        return (self._items[self._at].speaker or "") if self._at < len(self._items) else ""

    def seek_speaker(self) -> None:
        """Put the list's cursor on who speaks where the reader is, or is walked."""
        focus = self.sheet.focus.statement
        name = (focus.speaker if focus else None) or self.sheet.chosen
        at = self._items.row_of(name) if name is not None else None
        if at is not None:
            self._at = at
            self._show_cursor()

    def update_items(self) -> None:
        """Look at the sheet again."""
        width = max(8, self.size.width or 22)
        made = (self.sheet.version, width, self.sheet.session.analysed, self._typed)
        if made != self._made:
            here = self._items[self._at] if self.has_focus and self._leads(self._at) else None
            self._made = made
            self._items = Outline(self.sheet, width, self._typed or "")
            if here is not None:
                like = self._items.row_like(here)
                self._at = self._nearest(self._at if like is None else like, 1)
        self._draw()

    def on_focus(self) -> None:
        """Show the list's cursor, and its keys in the last row."""
        self._at = self._nearest(self._at, 1)
        self._draw()
        self.post_message(self.Entered())

    def on_blur(self) -> None:
        """Hide the list's cursor and its keys, and list everything again."""
        self._find(None)
        self.post_message(self.Entered())

    def on_resize(self) -> None:
        """Cut the items to the new width."""
        self.update_items()

    def on_key(self, event: events.Key) -> None:
        """Take the keys of a list, and what is typed to find something in it."""
        if (typed := self._after(event)) != self._typed:
            self._find(typed)
            self.post_message(self.Moved())
        elif event.key in ("j", "down", "k", "up"):
            self._move(1 if event.key in ("j", "down") else -1)
        elif event.key == "enter":
            self._take()
        elif event.key == "escape":
            self.post_message(self.Left())
        else:
            return
        event.stop()
        event.prevent_default()

    def _after(self, event: events.Key) -> str | None:
        """What is looked for once a key was pressed; None for nothing."""
        typed = self._typed
        if typed is None:
            return "" if event.character == "/" else None
        if event.key == "escape":
            return None
        if event.key == "backspace":
            return typed[:-1] if typed else None
        return typed + event.character if event.is_printable and event.character else typed

    def _find(self, typed: str | None) -> None:
        """List what has these letters; None to list everything, with the list's cursor where it is."""
        self._typed = typed
        self.update_items()
        if typed is not None:
            self._at = self._nearest(0, 1)
        self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        """Go where the item that was clicked leads."""
        at = self._top + event.y - self._above
        if at < len(self._items) and self._leads(at):
            self._at = at
            self._draw()
            self._take()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the list."""
        event.stop()
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the list."""
        event.stop()
        self._scroll(-3)

    @property
    def _above(self) -> int:
        """The rows above the list: one while something is looked for."""
        return 0 if self._typed is None else 1

    @property
    def _room(self) -> int:
        return max(1, self.size.height - self._above)

    def _take(self) -> None:
        if self._leads(self._at):
            self.post_message(self.Taken(self._items[self._at]))

    def _move(self, direction: int) -> None:
        found = self._nearest(self._at + direction, direction)
        if self._leads(found):
            self._at = found
        self._show_cursor()
        self.post_message(self.Moved())

    def _show_cursor(self) -> None:
        height = self._room
        self._top = min(max(self._top, self._at - height + 2), max(0, self._at - 1))
        self._draw()

    def _scroll(self, rows: int) -> None:
        self._top = max(0, min(self._top + rows, len(self._items) - self._room))
        self._draw()

    def _leads(self, at: int) -> bool:
        if not 0 <= at < len(self._items):
            return False
        item = self._items[at]
        return item.offset is not None or item.annotation is not None

    def _nearest(self, at: int, direction: int) -> int:
        """The first item from one on that leads somewhere; the last such item where there is none."""
        last = len(self._items) - 1
        on = range(max(0, at), last + 1) if direction > 0 else range(min(at, last), -1, -1)
        back = range(last, -1, -1) if direction > 0 else range(last + 1)
        return next((i for part in (on, back) for i in part if self._leads(i)), 0)

    def _draw(self) -> None:
        height = self._room
        self._top = max(0, min(self._top, len(self._items) - height))
        focus = self.sheet.focus.statement
        speaker, chosen = focus.speaker if focus else None, self.sheet.chosen
        heading = self._items.heading_over(self.sheet.cursor)
        lines: list[Line] = [
            lit(i, speaker, chosen, heading) for i in self._items.between(self._top, self._top + height)
        ]
        at = self._at - self._top
        if self.has_focus and 0 <= at < len(lines):
            lines[at] = tuple((text, (*roles, "selection")) for text, roles in lines[at])
        if self._typed is not None:
            lines.insert(0, (("  /", ("accent",)), (self._typed, ()), (" ", ("cursor",))))
        self.show(lines)
