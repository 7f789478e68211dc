"""Lines of styled text as plain data, and the widget that draws them: what stands on the screen is never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.cells import clusters, cut, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.theme import Look

Cell = tuple[str, tuple[str, ...]]
"""Some text and the roles that it is drawn with."""
Line = tuple[Cell, ...]


def length(line: Line) -> int:
    """The width of a line, in cells."""
    return sum(width_of(text) for text, _ in line)


def clip_line(line: Line, width: int) -> Line:
    """The line in at most `width` cells, cut with an ellipsis."""
    if length(line) <= width:
        return line
    found: list[Cell] = []
    for text, roles in line:
        room = width - length(tuple(found))
        if width_of(text) >= room:
            shown = cut(text + "  ", room) if width_of(text) == room else cut(text, room)
            found.append((shown, roles))
            break
        found.append((text, roles))
    return tuple(found)


def justify(left: Line, right: Line, width: int) -> Line:
    """Two parts at both ends of a line; the left one is cut where there is no room for both."""
    room = width - length(right)
    if room < 8:
        return clip_line(left, width)
    kept = clip_line(left, room - 2)
    return (*kept, (" " * (room - length(kept)), ()), *right)


def wrap_words(text: str, width: int) -> list[str]:
    """A note's text in rows of at most `width` cells; its own line breaks are kept."""
    rows: list[str] = []
    for paragraph in text.split("\n"):
        row = ""
        for word in paragraph.split(" "):
            while width_of(word) > width:
                head = _head(word, width)
                if row:
                    rows.append(row)
                    row = ""
                rows.append(head)
                word = word[len(head) :]
            joined = f"{row} {word}" if row else word
            if width_of(joined) > width:
                rows.append(row)
                row = word
            else:
                row = joined
        rows.append(row)
    return rows


def _head(word: str, width: int) -> str:
    end = used = 0
    for cluster in clusters(word):
        if used + cluster.width > width and end:
            break
        end, used = cluster.end, used + cluster.width
    return word[:end]


def strip_of(line: Line, width: int, look: Look) -> Strip:
    """A line as Textual draws it, filled to `width` cells."""
    segments = [Segment(text, look.style(roles)) for text, roles in line if text]
    used = length(line)
    if used < width:
        segments.append(Segment(" " * (width - used), look.style()))
    return Strip(segments, max(used, width))


class Lines(Widget):
    """A widget that shows lines, and repaints just those that changed."""

    ALLOW_SELECT = False

    def __init__(self, look: Look, **options: Any) -> None:
        super().__init__(**options)
        self.look = look
        self._lines: list[Line] = []
        self._strips: dict[tuple[Line, int], Strip] = {}

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines from now on."""
        old, self._lines = self._lines, list(lines)
        width = max(1, self.size.width)
        changed = [
            Region(0, y, width, 1)
            for y in range(max(len(old), len(self._lines)))
            if y >= len(old) or y >= len(self._lines) or old[y] != self._lines[y]
        ]
        if changed:
            self.refresh(*changed)

    def restyle(self, look: Look) -> None:
        """Draw with other colours."""
        self.look = look
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip of a row of the widget."""
        width = self.size.width
        line = self._lines[y] if y < len(self._lines) else ()
        found = self._strips.get((line, width))
        if found is None:
            if len(self._strips) > 500:
                self._strips.clear()
            found = strip_of(clip_line(line, width), width, self.look)
            self._strips[line, width] = found
        return found
