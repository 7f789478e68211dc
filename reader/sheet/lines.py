"""Lines of text with roles, as plain data: what stands on the screen is never markup."""

from __future__ import annotations

from reader.layout.cells import clusters, cut, width_of

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
