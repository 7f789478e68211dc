"""The widget that draws lines of text with roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from annotations.text import clean
from reader.sheet.lines import clip_line, length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.sheet.lines import Line
    from reader.ui.theme import Look


def strip_of(line: Line, width: int, look: Look) -> Strip:
    """A line as Textual draws it, filled to `width` cells."""
    segments = [Segment(look.spelled(text), look.style(roles)) for text, roles in line if text]
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
            # A line may hold a file's name or a server's words: nothing in it is the terminal's to obey.
            safe = tuple((clean(text).replace("\n", " "), roles) for text, roles in line)
            found = strip_of(clip_line(safe, width), width, self.look)
            self._strips[line, width] = found
        return found
