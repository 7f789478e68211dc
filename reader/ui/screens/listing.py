"""A full screen with a list that narrows as one types: the desk and the browser of all notes are two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, TypeVar

from textual import on
from textual.screen import Screen
from textual.widgets import Input

from reader.sheet.lines import justify
from reader.ui.key_row import key_row, press_at
from reader.ui.lines import Lines
from reader.ui.screens.narrowing import list_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from reader.sheet.lines import Line
    from reader.ui.theme import Look

T = TypeVar("T")


class Entry(NamedTuple, Generic[T]):
    """A thing in the list.

    Attributes:
        value: what it leads to; None for a heading or a line that only tells.
        words: what a heading says; a value's line is asked for when it comes on the screen.
    """

    value: T | None = None
    words: Line = ()


class Listing(Screen[T | None], Generic[T]):
    """Gives back what was chosen, None where the reader left.

    The arrows, `j` and `k`, the page keys and the wheel move in it; `/` and typing narrow it; enter or a click takes;
    `q` leaves, escape too once it has cleared what was typed.
    """

    AUTO_FOCUS = ""
    HINT: ClassVar = "/ narrows down"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("enter", "open"),
        ("j k", "move"),
        ("/", "narrow down"),
        ("q", "back"),
    )

    def __init__(self, look: Look, heading: str) -> None:
        super().__init__()
        self.look = look
        self._heading = heading
        self.typed = ""
        self._entries: Sequence[Entry[T]] = ()
        self._at = 0
        self._top = 0

    # For those that derive from it

    def entries(self) -> Sequence[Entry[T]]:
        """What to list for what was typed."""
        raise NotImplementedError

    def line_of(self, value: T, width: int) -> Line:
        """How a value is shown, in at most `width` cells."""
        raise NotImplementedError

    def told(self) -> str:
        """What the top line says at its right."""
        return ""

    def seen(self, values: Sequence[T]) -> None:
        """These values are on the screen now."""

    def command(self, key: str) -> bool:
        """Take a key of its own; whether it did."""
        return False

    # The screen

    def compose(self) -> ComposeResult:
        """The heading, the line to type in, the list, the keys."""
        yield Lines(self.look, id="top")
        yield Input(placeholder=self.HINT, id="filter", compact=True, select_on_focus=False)
        yield Lines(self.look, id="list")
        yield Lines(self.look, id="foot")

    def on_mount(self) -> None:
        """Show the list."""
        self.call_after_refresh(self.renew)

    def on_resize(self) -> None:
        """Fit the list to the window."""
        self.call_after_refresh(self.renew)

    def restyle(self, look: Look) -> None:
        """Take other colours."""
        self.look = look
        for part in self.query(Lines):
            part.restyle(look)

    def renew(self, *, keep: bool = True) -> None:
        """Make the list anew.

        Args:
            keep: stay on the value that the list's cursor is on, where it is still there.
        """
        if not self.is_mounted:
            return
        here = self.value
        self._entries = self.entries()
        able = [i for i, entry in enumerate(self._entries) if entry.value is not None]
        same = [i for i in able if keep and self._entries[i].value == here]
        near = [i for i in able if i >= self._at] if keep else able
        self._at = next(iter(same or near or able[-1:]), 0)
        self.draw()

    @property
    def value(self) -> T | None:
        """What the list's cursor is on."""
        return self._entries[self._at].value if 0 <= self._at < len(self._entries) else None

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self.typed = event.value
        self.renew(keep=False)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._take()

    def on_key(self, event: events.Key) -> None:
        """Move in the list, narrow it down, or leave."""
        page = max(1, self.query_one("#list").size.height - 1)
        moves = {"down": 1, "up": -1, "pagedown": page, "pageup": -page, "ctrl+n": 1, "ctrl+p": -1}
        key = list_key(self.query_one(Input), event)
        if key in moves:
            self._move(moves[key])
        elif key in ("home", "end") and self.focused is not self.query_one(Input):
            self._move(len(self._entries) * (1 if key == "end" else -1))
        elif key == "enter":
            self._take()
        elif key == "leave":
            self.dismiss(None)
        elif key == "escape":
            self._escape()
        elif key and not self.command(key):
            return
        event.stop()
        event.prevent_default()

    def _escape(self) -> None:
        """Give up what was typed; where nothing is, leave."""
        line = self.query_one(Input)
        if self.typed or self.focused is line:
            line.value = ""
            self.set_focus(None)
        else:
            self.dismiss(None)

    def _take(self) -> None:
        if self.value is not None:
            self.dismiss(self.value)

    def _move(self, count: int) -> None:
        able = [i for i, entry in enumerate(self._entries) if entry.value is not None]
        wanted = self._at + count
        later = [i for i in able if i >= wanted] if count > 0 else [i for i in reversed(able) if i <= wanted]
        self._at = next(iter(later), (able or [0])[-1 if count > 0 else 0])
        self.draw()

    def on_click(self, event: events.Click) -> None:
        """Take what was clicked, or do what the foot says."""
        if event.screen_y == self.size.height - 1:
            press_at(self.app, self._keys, self.size.width, event.screen_x)
            return
        rows = self.query_one("#list", Lines)
        at = self._top + event.screen_y - rows.region.y
        inside = rows.region.contains(event.screen_x, event.screen_y) and at < len(self._entries)
        if inside and self._entries[at].value is not None:
            self._at = at
            self._take()

    def on_mouse_scroll_down(self) -> None:
        """Move down the list."""
        self._move(3)

    def on_mouse_scroll_up(self) -> None:
        """Move up the list."""
        self._move(-3)

    def draw(self) -> None:
        """Show the part of the list around its cursor."""
        rows = self.query_one("#list", Lines)
        height = max(1, rows.size.height)
        self._top = max(0, min(max(self._top, self._at - height + 1), max(0, self._at - 1)))
        shown = self._entries[self._top : self._top + height]
        rows.show([self._line(entry, self._top + i == self._at) for i, entry in enumerate(shown)])
        width = self.size.width
        self.query_one("#top", Lines).show(
            [(("  ", ()), *justify(((self._heading, ("bold",)),), ((self.told(), ("dim",)),), width - 4))]
        )
        self.query_one("#foot", Lines).show([key_row(self._keys, width)])
        self.seen([entry.value for entry in shown if entry.value is not None])

    @property
    def _keys(self) -> Sequence[tuple[str, str]]:
        """The keys that the foot shows: letters are typed while the list is narrowed down."""
        if not self.query_one(Input).has_focus:
            return self.KEYS
        return (*self.KEYS[:1], ("↑ ↓", "move"), ("esc", "whole list"))

    def on_descendant_focus(self) -> None:
        """Show the keys of the line to type in."""
        self.call_after_refresh(self.draw)

    def on_descendant_blur(self) -> None:
        """Show the keys of the list."""
        self.call_after_refresh(self.draw)

    def _line(self, entry: Entry[T], here: bool) -> Line:
        mark = ("› " if here else "  ", ("accent", "bold") if here else ())
        room = max(10, self.size.width - 4)
        cells = (mark, *(entry.words if entry.value is None else self.line_of(entry.value, room)))
        return tuple((text, (*roles, "selection")) for text, roles in cells) if here else cells
