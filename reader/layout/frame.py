"""How a window is shared out between contents, article and margin. Cells only."""

from __future__ import annotations

from typing import NamedTuple

CONTENTS = 22
"""Cells of the contents pane at least, its rule not counted."""
CONTENTS_WIDEST = 36
"""Cells of it where the window leaves them free: most names and their counts stand whole then."""
AIR = 4
"""Cells that a wider pane leaves blank beside the article."""
MARGIN = 19
"""Cells that the margin notes need at least, their rule not counted."""
NOTE_WIDEST = 44
"""Cells; a margin note is never set wider."""
FRAMED = 97
"""Columns from which rules are drawn around the article."""
TALL = 18
"""Rows from which the chrome takes more than the barest."""
LOW = 8
"""Rows below which there is the article and the status line alone."""


class Bands(NamedTuple):
    """The rows of a window above and below the article.

    Attributes:
        top: rows above it.
        foot: rows below it.
        framed: whether rules are drawn around it.
    """

    top: int
    foot: int
    framed: bool


class Frame(NamedTuple):
    """Where things stand in a window.

    Attributes:
        left: the column at which the gutter begins.
        gutter: its width, 5 or 2.
        measure: the width of the text.
        contents: width of the contents pane, 0 where it is hidden or a drawer.
        margin: width of the margin, 0 where there is none.
        room: whether a contents pane could stand beside the article.
    """

    left: int
    gutter: int
    measure: int
    contents: int
    margin: int
    room: bool

    @property
    def pane_left(self) -> int:
        """Blank cells between the reading pane's left edge and the gutter."""
        return self.left - (self.contents + 1 if self.contents else 0)

    def joints(self, width: int) -> list[int]:
        """The columns of the upright rules in a window of `width` cells."""
        pairs = ((self.contents, self.contents), (self.margin, width - self.margin - 1))
        return [x for shown, x in pairs if shown]


def bands(width: int, height: int) -> Bands:
    """Share out the rows of a window of `width` cells and `height` rows; the article has the rest."""
    tall = height >= TALL
    framed = width >= FRAMED and tall
    top = 2 if framed else 1 if height >= LOW else 0
    return Bands(top, (3 if tall else 2) if height >= LOW else 1, framed)


def frame(width: int, measure: int, *, contents: bool = True) -> Frame:
    """Share out a window of `width` cells.

    The contents pane goes first when it grows narrow, then the margin; the article stands where it stands whether
    the contents are shown or hidden.
    """
    gutter = 5 if width >= 60 else 2
    measure = max(1, min(measure, width - gutter - (1 if width >= 60 else 0)))
    article = gutter + measure
    room = width >= CONTENTS + 1 + article + 1 + MARGIN
    has_margin = width >= article + 1 + MARGIN
    left = max(0, (width - article) // 2)
    if room:
        left = max(CONTENTS + 1, left)
    if has_margin:
        left = min(left, width - article - 1 - MARGIN)
    elif width >= 60:
        left = max(0, min(left, width - article - 1))
    shown = max(CONTENTS, min(CONTENTS_WIDEST, left - 1 - AIR)) if contents and room else 0
    margin = width - left - article - 1 if has_margin else 0
    return Frame(left, gutter, measure, shown, margin, room)
