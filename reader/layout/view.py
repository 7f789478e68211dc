"""A reader before the page: the cursor, what part is on the screen, and how both move. No widget, no colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import snap
from reader.layout.page import Page, Spot
from reader.layout.rows import cell_of, offset_of

if TYPE_CHECKING:
    from reader.layout.rows import Row

MARGIN_ROWS = 3
"""Rows between the cursor and the edge at which the page begins to scroll."""


class View:
    """A window of `height` rows on a page, and a cursor in it.

    The cursor is an offset into the text and always on the screen; `top` is the spot of the window's first row.
    """

    _FAR = 400
    """Rows; what is further from the window is not counted, since all between would have to be wrapped."""

    def __init__(self, page: Page, height: int, cursor: int = 0) -> None:
        self.page = page
        self.height = max(1, height)
        self.top = Spot(0, 0)
        self.cursor = 0
        self._goal: int | None = None
        self.go(cursor)

    @property
    def window(self) -> list[Row]:
        """The rows on the screen."""
        return self.page.window(self.top, self.height)

    @property
    def spot(self) -> Spot:
        """The spot of the cursor's row."""
        return self.page.find(self.cursor)

    @property
    def screen_row(self) -> int:
        """The cursor's row, counted from the window's first."""
        return self.page.distance(self.top, self.spot, self._FAR)

    def go(self, offset: int) -> None:
        """Put the cursor on an offset; what is far away comes to stand at a third of the window."""
        self._goal = None
        self._put(offset)
        row = self.screen_row
        if not -self.height < row < 2 * self.height:
            self._scroll_to(self.page.step(self.spot, -(self.height // 3)))
        self._follow()

    def rows(self, count: int) -> None:
        """Move the cursor by rows that have something on them, keeping its column."""
        spot, goal = self.spot, self._column()
        direction = 1 if count > 0 else -1
        for _ in range(abs(count)):
            beyond = self.page.step(spot, direction)
            found = None if beyond == spot else self.page.next_text(beyond, direction)
            if found is None:
                break
            spot = found
        if direction < 0 and spot == self.page.next_text(Spot(0, 0), 1):
            self._scroll_to(Spot(0, 0))
        self._put_on(spot, goal)
        self._follow()

    def turn(self, count: int) -> None:
        """Move the page by rows and leave the cursor on its screen row; at an end of the page take it there."""
        row, goal, before = self.screen_row, self._column(), self.top
        self._scroll_to(self.page.step(self.top, count))
        spot = self.page.step(self.top, row)
        if self.top == before:
            spot = self.page.last if count > 0 else Spot(0, 0)
        direction = -1 if count > 0 and self.top == before else 1
        found = self.page.next_text(spot, direction) or self.page.next_text(spot, -direction)
        self._put_on(found or spot, goal)
        self._keep_inside(0)

    def scroll(self, count: int) -> None:
        """Move the page by rows; the cursor stays on its text, and is dragged along at the edge."""
        goal = self._column()
        self._scroll_to(self.page.step(self.top, count))
        row = self.screen_row
        held = max(0, min(row, len(self.window) - 1))
        if held != row:
            spot = self.page.step(self.top, held)
            direction = 1 if row < 0 else -1
            self._put_on(self.page.next_text(spot, direction) or spot, goal)
            self._keep_inside(0)

    def reflow(self, page: Page, height: int) -> None:
        """Show another page of the same text, or a window of another height: the cursor keeps its screen row."""
        row = min(max(0, self.screen_row), height - 1)
        self.page, self.height = page, max(1, height)
        self._put(self.cursor)
        self._scroll_to(self.page.step(self.spot, -row))
        self._keep_inside(0)

    def restore(self, cursor: int, screen_row: int) -> None:
        """Put the cursor on an offset and its row at a given row of the window."""
        self._goal = None
        self._put(cursor)
        self._scroll_to(self.page.step(self.spot, -screen_row))
        self._keep_inside(0)

    def offset_at(self, x: int, y: int) -> int | None:
        """The offset at a cell of the column and a row of the window, to the nearest row; None where nothing is."""
        window = self.window
        y = max(0, min(y, len(window) - 1))
        for row in (*window[y:], *reversed(window[:y])):
            if row.kind == "text":
                return self._inside(row, offset_of(self.page.text, row, x))
            if row.kind == "fold":
                return row.start
        return None

    def edge_at(self, x: int, y: int) -> int | None:
        """Like `offset_at`, but the nearest edge between characters, and the end of the row beyond its text."""
        offset = self.offset_at(x, y)
        if offset is None:
            return None
        row = self.page.row(self.page.find(offset))
        if row.kind == "text" and x > cell_of(self.page.text, row, row.end) - 1:
            return row.end
        return offset

    def _put(self, offset: int) -> None:
        row = self.page.row(self.page.find(offset))
        self.cursor = self._inside(row, snap(self.page.text, offset)) if row.kind == "text" else row.start

    def _put_on(self, spot: Spot, goal: int) -> None:
        row = self.page.row(spot)
        if row.kind == "text":
            self.cursor = self._inside(row, offset_of(self.page.text, row, goal))
        else:
            self.cursor = row.start
        self._goal = goal

    def _inside(self, row: Row, offset: int) -> int:
        """An offset held on the characters of a row, so that the row it is found on is that row."""
        last = max(row.start, row.end - 1)
        return max(row.start, snap(self.page.text, min(offset, last)))

    def _column(self) -> int:
        if self._goal is not None:
            return self._goal
        row = self.page.row(self.spot)
        return cell_of(self.page.text, row, self.cursor) if row.kind == "text" else 0

    def _scroll_to(self, top: Spot) -> None:
        """Show from a spot on, but never leave rows empty below the last one while there are rows above."""
        self.top = min(top, self.page.step(self.page.last, 1 - self.height))

    def _follow(self) -> None:
        self._keep_inside(min(MARGIN_ROWS, (self.height - 1) // 2))

    def _keep_inside(self, margin: int) -> None:
        """Scroll by as little as brings the cursor's row inside the window, `margin` rows from its edges."""
        row = self.screen_row
        if abs(row) >= self._FAR:
            self._scroll_to(self.page.step(self.spot, -margin))
            row = self.screen_row
        if row < margin:
            self._scroll_to(self.page.step(self.top, row - margin))
        elif row > self.height - 1 - margin:
            self._scroll_to(self.page.step(self.top, row - (self.height - 1 - margin)))
