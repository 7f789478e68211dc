"""Hard-wrapped text: at which width it was wrapped, and which line breaks are the wrapping's."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

NARROWEST, WIDEST = 40, 132
"""Widths, in characters, at which texts are wrapped by hand or by a program."""

_ENOUGH_LINES = 6
_FULL_SHARE = 0.35
_FULL_SLACK = 14
_BROKEN_SHARE = 0.08
_PROSE_BLANKS = 5
_STOPS = ".!?:;”\"’'…)"


class Line(NamedTuple):
    """A line that shows something.

    Attributes:
        start: offset of its first visible character.
        text: without the blanks around it.
        gap: blank lines before it.
        width: characters from the left edge to its last visible one, indentation included.
    """

    start: int
    text: str
    gap: int
    width: int


def wrap_width(lines: Sequence[Line]) -> int:
    """The column at which a text was wrapped, or 0 where it was not.

    Wrapped text has no long lines, most of its lines run nearly to the edge, and many break off in mid-sentence. The 97th percentile of the
    widths stands for the edge, since a single long rule or address would break the maximum.
    """
    if len(lines) < _ENOUGH_LINES:
        return 0
    widths = sorted(line.width for line in lines)
    usual = widths[int(len(widths) * 0.97) - 1]
    edge = max(width for width in widths if width <= usual + 3)
    if not NARROWEST <= edge <= WIDEST:
        return 0
    full = sum(edge - _FULL_SLACK <= width <= edge for width in widths)
    broken = sum(map(_goes_on, lines, islice(lines, 1, None)))
    enough = full >= _FULL_SHARE * len(widths) and broken >= max(2, _BROKEN_SHARE * len(widths))
    return edge if enough else 0


def _goes_on(line: Line, following: Line) -> bool:
    """Whether a line breaks off in mid-sentence, as a list of headlines never does."""
    return not following.gap and line.text[-1] not in _STOPS and following.text[0].islower()


def joins(line: Line, following: Line, width: int) -> bool:
    """Whether a line break is the wrapping's: the next word would not have fitted.

    Some programs break a little early, and who breaks lines by hand does so anywhere. So a line that ends in
    mid-sentence and goes on in lower case is joined too, if it is nearly full or has the words of a sentence.
    """
    if following.gap:
        return False
    word = following.text.split(" ", 1)[0]
    if line.width + 1 + len(word) > width:
        return True
    prose = line.width >= width - _FULL_SLACK or (line.text.count(" ") >= _PROSE_BLANKS and word != "by")
    return prose and _goes_on(line, following)
