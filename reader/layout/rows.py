"""A stretch of an article wrapped to rows of a given width: pure, by cells, every row knowing its offsets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.layout.cells import clusters, is_simple, width_of

if TYPE_CHECKING:
    from reader.document.model import Block

RowKind = Literal["text", "blank", "fold"]

_LIST_MARK = re.compile(r"(?:[-*+•‣▪–]|\(?[0-9A-Za-z]{1,3}[.)])[ \t]+")
_NO_START = frozenset("、。，．・：；？！）」』】〕〉》］｝ー々'\"’”)]},.;:!?…%")
_SPACES = frozenset(" \n\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000")
NARROWEST = 4
"""Cells; nothing is wrapped closer than this."""


class Row(NamedTuple):
    """One row of the page.

    Attributes:
        kind: text; blank, between two blocks; or fold, a line that stands for hidden blocks.
        block: the index of its block, of the first one for a fold; -1 for a blank row.
        start: offset of its first character; of a fold, of the first hidden block.
        end: offset after the last character shown.
        stop: offset where the next row of the block begins: from `end` to it there is white space alone.
        lead: what is drawn before the text: indent and glyph; for a fold the whole line.
        first: whether it is its block's first row.
    """

    kind: RowKind
    block: int
    start: int
    end: int
    stop: int
    lead: str = ""
    first: bool = False


class Shape(NamedTuple):
    """How a block is set.

    Attributes:
        lead: drawn before its first row.
        rest: drawn before the others.
        soft: whether a line break in the text is read as a space.
    """

    lead: str = ""
    rest: str = ""
    soft: bool = True


PLAIN = Shape()


def shape_of(text: str, block: Block) -> Shape:
    """How a block is set: captions under a frame, lists hanging, quotes and code set in."""
    if block.kind == "caption":
        return Shape("▣ ", "  ")
    if block.role == "code":
        return Shape("  ", "  ", soft=False)
    if block.role == "quote":
        return Shape("│ ", "│ ")
    if block.role == "list-item":
        mark = _LIST_MARK.match(text, block.start, block.end)
        return Shape("", " " * width_of(mark.group())) if mark else Shape("• ", "  ")
    return PLAIN


def wrap(text: str, start: int, end: int, width: int, *, block: int = 0, shape: Shape = PLAIN) -> list[Row]:
    """Wrap `text[start:end]` to rows of at most `width` cells, leads included.

    The rows tile the range: each starts where the one before it stops. A word that is longer than a row is broken,
    between clusters; a cluster wider than a row stands alone on it. A line break is a space, or where the shape is
    not soft, ends a row.
    """
    rows: list[Row] = []
    at = start
    for line in [text[start:end]] if shape.soft else text[start:end].splitlines(keepends=True):
        lead = shape.lead if not rows else shape.rest
        room = max(NARROWEST, width - max(width_of(shape.lead), width_of(shape.rest)))
        for low, high, stop in _breaks(line.replace("\n", " "), room):
            rows.append(Row("text", block, at + low, at + high, at + stop, lead, not rows))
            lead = shape.rest
        at += len(line)
    return rows


def shown(text: str, row: Row) -> str:
    """What a text row shows after its lead: one character for each code point from `row.start` to `row.end`."""
    return text[row.start : row.end].replace("\n", " ")


def cell_of(text: str, row: Row, offset: int) -> int:
    """The cell, from the row's left edge, lead included, in which the character at an offset begins."""
    offset = min(max(offset, row.start), row.end)
    return width_of(row.lead) + width_of(text[row.start : offset])


def offset_of(text: str, row: Row, cell: int) -> int:
    """The offset of the cluster that covers a cell; the row's start before its text, its end after it."""
    cell -= width_of(row.lead)
    if cell < 0 or row.kind != "text":
        return row.start
    line = text[row.start : row.end]
    if is_simple(line):
        return min(row.start + cell, row.end)
    for cluster in clusters(line):
        cell -= cluster.width
        if cell < 0:
            return row.start + cluster.start
    return row.end


def _breaks(line: str, width: int) -> list[tuple[int, int, int]]:
    """Start, end of what is shown, and stop of each row of a line that holds no line break."""
    return _simple_breaks(line, width) if is_simple(line) else _wide_breaks(line, width)


def _simple_breaks(line: str, width: int) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    at, length = 0, len(line)
    while length - at > width:
        space = line.rfind(" ", at + 1, at + width + 1)
        dash = line.rfind("—", at, at + width) + 1
        end = stop = max(space, dash)
        if end <= at:
            end = stop = at + width
        while stop < length and line[stop] == " ":
            stop += 1
        found.append((at, _trimmed(line, at, end), stop))
        at = stop
    if at < length or not found:
        found.append((at, _trimmed(line, at, length), length))
    return found


def _wide_breaks(line: str, width: int) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    at = used = mark = 0
    previous = 0
    for start, _end, cells in clusters(line):
        space = line[start] in _SPACES
        wide = (cells > 1 or previous > 1) and line[start] not in _NO_START
        if not space and start > at and (wide or line[start - 1] in _SPACES or line[start - 1] == "—"):
            mark = start
        while used + cells > width and start > at and not space:
            stop = mark if mark > at else start
            found.append((at, _trimmed(line, at, stop), stop))
            at, used = stop, width_of(line[stop:start])
        used += cells
        previous = cells
    if at < len(line) or not found:
        found.append((at, _trimmed(line, at, len(line)), len(line)))
    return found


def _trimmed(line: str, start: int, end: int) -> int:
    """The end of a row's text without the white space at its end."""
    while end > start and line[end - 1] in _SPACES:
        end -= 1
    return end
