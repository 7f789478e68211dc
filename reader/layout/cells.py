"""How wide text is on a screen, and where a character as the reader sees it begins and ends.

Widths are those of `rich.cells`, because Textual counts with the same tables: the two must never disagree.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SIMPLE = re.compile(
    r"[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0373\u0400-\u0482\u2010-\u2027\u2030-\u205e\u2500-\u25fc]*\Z"
)


class Cluster(NamedTuple):
    """A character as the reader sees it: one or more code points, drawn together.

    Attributes:
        start: of its first code point.
        end: after its last.
        width: in cells, 0 to 2.
    """

    start: int
    end: int
    width: int


def is_simple(text: str) -> bool:
    """Whether each code point of the text is a character of its own, one cell wide."""
    return _SIMPLE.match(text) is not None


def width_of(text: str) -> int:
    """The width of a text in cells; a line break counts as the space that it is drawn as."""
    if is_simple(text):
        return len(text)
    return sum(cluster.width for cluster in clusters(text))


def clusters(text: str) -> list[Cluster]:
    """The clusters of a text, in order, tiling it.

    Source: extended grapheme clusters, Unicode Standard Annex 29.
    """
    if is_simple(text):
        return [Cluster(i, i + 1, 1) for i in range(len(text))]
    import regex  # 10 ms that a plain English article never pays
    from rich.cells import cell_len

    found: list[Cluster] = []
    for match in regex.finditer(r"\X", text):
        drawn = match.group().replace("\n", " ")
        found.append(Cluster(match.start(), match.end(), cell_len(drawn)))
    return found


def snap(text: str, offset: int, *, up: bool = False) -> int:
    """The nearest edge of a cluster at or before an offset, or at or after it.

    Args:
        up: go forward to the end of the cluster that the offset stands in, not back to its start.
    """
    if offset <= 0 or offset >= len(text):
        return max(0, min(offset, len(text)))
    low = max(0, text.rfind(" ", 0, max(0, offset - 1)), text.rfind("\n", 0, max(0, offset - 1)), offset - 64)
    near = text[low : offset + 64]
    if is_simple(near):
        return offset
    for cluster in clusters(near):
        if cluster.start + low <= offset < cluster.end + low:
            if cluster.start + low == offset:
                return offset
            return cluster.end + low if up else cluster.start + low
    return offset


def cut(text: str, width: int, *, ellipsis: str = "…") -> str:
    """The text in at most `width` cells, its line breaks read as spaces, cut at a cluster and marked where it is cut."""
    flat = text.replace("\n", " ")
    if width_of(flat) <= width:
        return flat
    room = width - width_of(ellipsis)
    if room < 0:
        return ""
    end = used = 0
    for cluster in clusters(flat[: 4 * width + 64]):
        if used + cluster.width > room:
            break
        end, used = cluster.end, used + cluster.width
    return flat[:end].rstrip() + ellipsis


def fit(text: str, width: int) -> str:
    """The text cut or filled with spaces to exactly `width` cells."""
    shown = cut(text, width)
    return shown + " " * (width - width_of(shown))
