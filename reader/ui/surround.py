"""What is drawn around the article: top line, rules, margin, card, status and footer, brought up to date together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from reader.sheet.card import card
from reader.sheet.chrome import rule_line, status_line, top_line
from reader.sheet.margin import margin_lines
from reader.ui.footer import footer_line
from reader.ui.lines import Lines

if TYPE_CHECKING:
    from reader.layout.frame import Frame
    from reader.saving import Status
    from reader.sheet.sheet import Sheet
    from reader.ui.keymap import Keymap
    from reader.ui.theme import Look

FRAMED = 97
"""Columns from which rules are drawn around the article."""
TALL = 18
"""Rows from which the chrome takes more than the barest."""
LOW = 8
"""Rows below which there is the article and the status line alone."""


class Situation(NamedTuple):
    """What the surround shows besides the sheet.

    Attributes:
        frame: how the window is shared out.
        width: of the window.
        height: of the window.
        message: for the status line; empty for none.
        error: whether it is one.
        listing: whether the contents have the keys.
        welcome: whether to show the first-start lines.
        status: whether everything is saved.
    """

    frame: Frame
    width: int
    height: int
    message: str
    error: bool
    listing: bool
    welcome: bool
    status: Status

    @property
    def framed(self) -> bool:
        """Whether there are rules around the article."""
        return self.width >= FRAMED and self.height >= TALL

    @property
    def joints(self) -> list[int]:
        """The columns of the upright rules."""
        found = self.frame
        pairs = ((found.contents, found.contents), (found.margin, self.width - found.margin - 1))
        return [x for shown, x in pairs if shown]


class Surround:
    """Draws what stands around the article."""

    def __init__(self, look: Look, keymap: Keymap, *, ascii_only: bool = False) -> None:
        self.top = Lines(look, id="top")
        self.left = Lines(look, classes="rule")
        self.right = Lines(look, classes="rule")
        self.margin = Lines(look, id="margin")
        self.card = Lines(look, id="card")
        self.foot = Lines(look, id="foot")
        self._keymap = keymap
        self._ascii = ascii_only

    def arrange(self, found: Frame, width: int, height: int) -> int:
        """Give the parts their sizes; returns the rows that are left for the article."""
        tall = height >= TALL
        framed = width >= FRAMED and tall
        top = 2 if framed else 1 if height >= LOW else 0
        foot = (3 if tall else 2) if height >= LOW else 1
        self.top.styles.height, self.foot.styles.height = top, foot
        self.top.display = bool(top)
        self.left.display = bool(found.contents)
        self.right.display = self.margin.display = bool(found.margin)
        self.margin.styles.width = max(1, found.margin)
        return max(1, height - top - foot)

    def draw(self, sheet: Sheet, now: Situation) -> None:
        """Bring everything up to date; only what changed is painted."""
        found, rows = now.frame, sheet.view.height
        under = rule_line(now.width, now.joints, "┬", ascii_only=self._ascii) if now.framed else ()
        self.top.show([top_line(sheet, now.width, date.today()), under])
        upright = "|" if self._ascii else "│"
        if found.contents:
            self.left.show([((upright, ("rule",)),)] * rows)
        if found.margin:
            self.margin.show(margin_lines(sheet, found.margin, rows, welcome=now.welcome))
            low, high = thumb(sheet, rows)
            heavy = "#" if self._ascii else "┃"
            self.right.show(
                [((heavy, ("dim",)),) if low <= y < high else ((upright, ("rule",)),) for y in range(rows)]
            )
        self._draw_card(sheet, now)
        self._draw_foot(sheet, now)

    def _draw_card(self, sheet: Sheet, now: Situation) -> None:
        annotation = sheet.annotation if sheet.card else None
        if self.card.display != (annotation is not None):
            self.card.display = annotation is not None
        if annotation is not None:
            rows = card(sheet, annotation, self.card.size.width or now.width, sheet.view.height // 2)
            self.card.styles.height = len(rows)
            self.card.show(rows)

    def _draw_foot(self, sheet: Sheet, now: Situation) -> None:
        rows = [
            status_line(
                sheet, now.width, now.status, now.message, error=now.error, note=not now.frame.margin
            ),
            footer_line(sheet, self._keymap, now.width, contents=now.listing),
        ]
        if now.height >= TALL:
            rule = rule_line(now.width, now.joints, "┴", ascii_only=self._ascii)
            rows.insert(0, rule if now.framed else ())
        self.foot.show(rows)


def thumb(sheet: Sheet, height: int) -> tuple[int, int]:
    """Which rows of the right rule stand for what is on the screen; none where that is all of it."""
    window, length = sheet.view.window, max(1, len(sheet.text))
    low, high = window[0].start / length, window[-1].stop / length
    if low <= 0 and high >= 1:
        return 0, 0
    first = min(round(low * height), height - 1)
    return first, max(first + 1, round(high * height))
