"""The reading pane: paints a sheet row by row, and turns the mouse into places in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.cells import clusters, width_of
from reader.sheet.lines import length
from reader.sheet.page_line import page_line
from reader.ui.linking import is_safe

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

    from reader.layout.frame import Frame
    from reader.layout.rows import Row
    from reader.sheet.sheet import Sheet
    from reader.ui.theme import Look

KEPT_STRIPS = 1024
"""Rows whose strips are kept: a few screens' worth, so that going back and forth builds nothing."""
DRAG_SCROLL_S = 0.04
"""Seconds between two rows while a drag holds the mouse beyond an edge."""
WHEEL_ROWS = 3


class ReadingPane(Widget):
    """Shows a sheet. It paints only rows whose look changed; all state is the sheet's.

    Mouse: a click puts the cursor, a drag selects and scrolls at the edge, two clicks take a word, three a sentence,
    the wheel scrolls.
    """

    ALLOW_SELECT = False

    @dataclass
    class Pressed(Message):
        """The mouse was pressed on an offset, or on a folded line."""

        offset: int
        fold: bool

    @dataclass
    class Dragged(Message):
        """The mouse was drawn from one offset to another."""

        start: int
        end: int

    @dataclass
    class Taken(Message):
        """The mouse took a word, or a sentence: two clicks or three."""

        offset: int
        clicks: int

    @dataclass
    class Wheeled(Message):
        """The wheel was turned."""

        rows: int

    def __init__(self, sheet: Sheet, look: Look, ascii_only: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.sheet = sheet
        self.look = look
        self.frame: Frame | None = None
        self._ascii = ascii_only
        self._rows: list[Row] = []
        self._keys: list[object] = []
        self._strips: dict[object, Strip] = {}
        self._held: int | None = None
        self._drag_timer: Timer | None = None
        self._mouse = (0, 0)

    def place(self, frame: Frame, height: int) -> None:
        """Take the part of a window that a frame gives the article."""
        self.frame = frame
        self.sheet.resize(frame.measure, max(1, height))
        self.repaint(everything=True)

    def repaint(self, *, everything: bool = False) -> None:
        """Look at the sheet again, and repaint the rows that changed."""
        sheet = self.sheet
        self._rows = sheet.view.window
        old, self._keys = self._keys, [sheet.key(row) for row in self._rows]
        if everything or len(old) != len(self._keys):
            self.refresh()
            return
        width = max(1, self.size.width)
        changed = [
            Region(0, y, width, 1)
            for y, (was, now) in enumerate(zip(old, self._keys, strict=True))
            if was != now
        ]
        if changed:
            self.refresh(*changed)

    def restyle(self, look: Look) -> None:
        """Paint with other colours."""
        self.look = look
        self._strips.clear()
        self.refresh()

    def row_of(self, offset: int) -> int | None:
        """The row of the pane that shows an offset; None where it is off the screen."""
        for y, row in enumerate(self._rows):
            if row.kind != "blank" and row.start <= offset < max(row.stop, row.start + 1):
                return y
        return None

    def render_line(self, y: int) -> Strip:
        """The strip of a row of the pane: from the cache where the row looks as it did."""
        width = self.size.width
        if self.frame is None or y >= len(self._rows):
            return Strip.blank(width, self.look.style())
        key = (self._keys[y], width, self.frame)
        found = self._strips.get(key)
        if found is None:
            if len(self._strips) >= KEPT_STRIPS:
                for old in list(self._strips)[: KEPT_STRIPS // 2]:
                    del self._strips[old]
            found = self._strips[key] = self._build(self._rows[y], self.frame, width)
        return found

    def _build(self, row: Row, frame: Frame, width: int) -> Strip:
        style, spelled = self.look.style, self.look.spelled
        line = page_line(self.sheet, row, frame, ascii_only=self._ascii)
        segments = [Segment(spelled(text), self._linked(style(roles), roles)) for text, roles in line]
        used = length(line)
        if self.sheet.labels and row.kind == "text":
            segments = _labelled(segments, self.sheet, row, frame, style(("label",)))
        if used < width:
            segments.append(Segment(" " * (width - used), style()))
        return Strip(segments, max(used, width))

    def _linked(self, style: Style, roles: tuple[str, ...]) -> Style:
        """The style with the link that the roles name, for the terminals that open one by a click of their own."""
        number = next((role[10:] for role in roles if role.startswith("mark.link.")), "")
        href = self.sheet.session.document.marks[int(number)].href if number else None
        return style + Style(link=href) if href and is_safe(href) else style

    # The mouse

    def _cell(self, event: events.MouseEvent) -> tuple[int, int]:
        frame = self.frame
        return event.x - (frame.pane_left + frame.gutter if frame else 0), event.y

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin what may become a drag."""
        if event.button != 1:
            return
        x, y = self._cell(event)
        offset = self.sheet.view.offset_at(x, y)
        if offset is None:
            return
        event.stop()
        fold = 0 <= y < len(self._rows) and self._rows[y].kind == "fold"
        self._held = self.sheet.view.edge_at(x, y)
        self.capture_mouse()
        self.post_message(self.Pressed(offset, fold))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the selection along, and scroll while the mouse is beyond an edge."""
        if self._held is None:
            return
        self._mouse = self._cell(event)
        self._draw()
        beyond = not 0 <= event.y < self.size.height
        if beyond and self._drag_timer is None:
            self._drag_timer = self.set_interval(DRAG_SCROLL_S, self._drag_on)
        elif not beyond:
            self._end_scroll()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag."""
        self._held = None
        self._end_scroll()
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Take a word with two clicks, a sentence with three."""
        if event.chain > 1:
            event.stop()
            event.prevent_default()
            offset = self.sheet.view.offset_at(*self._cell(event))
            if offset is not None:
                self.post_message(self.Taken(offset, event.chain))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.post_message(self.Wheeled(WHEEL_ROWS))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.post_message(self.Wheeled(-WHEEL_ROWS))

    def _draw(self) -> None:
        x, y = self._mouse
        edge = self.sheet.view.edge_at(x, max(0, min(y, self.size.height - 1)))
        if self._held is not None and edge is not None and (edge != self._held or self.sheet.selected):
            self.post_message(self.Dragged(self._held, edge))

    def _drag_on(self) -> None:
        self.post_message(self.Wheeled(-1 if self._mouse[1] < 0 else 1))
        self._draw()

    def _end_scroll(self) -> None:
        if self._drag_timer is not None:
            self._drag_timer.stop()
            self._drag_timer = None


def _labelled(segments: list[Segment], sheet: Sheet, row: Row, frame: Frame, style: Any) -> list[Segment]:
    """A row with letters laid over the first character of each labelled sentence."""
    left = frame.pane_left + frame.gutter
    strip = Strip(segments)
    for offset, label in sheet.labels.items():
        if row.start <= offset < row.stop:
            cell = left + width_of(row.lead) + width_of(sheet.text[row.start : offset])
            covered = clusters(sheet.text[offset : offset + 16])
            wide = max(width_of(label), covered[0].width if covered else 1)
            before, _, after = (
                strip.divide([cell, cell + wide, strip.cell_length])
                if cell + wide < strip.cell_length
                else (strip.crop(0, cell), None, Strip([]))
            )
            strip = Strip([*before, Segment(label.ljust(wide), style), *after])
    return list(strip)
