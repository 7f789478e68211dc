"""What is drawn around the article: top line, rules, margin, card, status and footer, brought up to date together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from reader.layout.frame import bands
from reader.sheet.card import card
from reader.sheet.chrome import foot_rule, left_rule, right_rule, status_line, top_lines
from reader.sheet.margin import margin_lines
from reader.ui.footer import footer_line
from reader.ui.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.layout.frame import Frame
    from reader.saving import Status
    from reader.sheet.sheet import Sheet
    from reader.ui.footer import Hint
    from reader.ui.keymap import Keymap
    from reader.ui.theme import Look


class Situation(NamedTuple):
    """What the surround shows besides the sheet.

    Attributes:
        frame: how the window is shared out.
        width: of the window.
        height: of the window.
        message: for the status line; empty for none.
        error: whether it is one.
        listing: the keys that matter in the contents, where those have them.
        listed: the speaker at the cursor of the contents.
        welcome: whether to show the first-start lines.
        status: whether everything is saved.
    """

    frame: Frame
    width: int
    height: int
    message: str
    error: bool
    listing: Sequence[Hint]
    listed: str
    welcome: bool
    status: Status


class Surround:
    """Draws what stands around the article.

    Args:
        look: the colours.
        keymap: the keys, for the footer.
        names: the reader's own names for the colours of highlights.
        ascii_only: whether the terminal knows nothing else.
    """

    def __init__(
        self, look: Look, keymap: Keymap, names: Mapping[str, str], *, ascii_only: bool = False
    ) -> None:
        self._names = names
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
        top, foot, _ = bands(width, height)
        self.top.styles.height, self.foot.styles.height = top, foot
        self.top.display = bool(top)
        self.left.display = bool(found.contents)
        self.right.display = self.margin.display = bool(found.margin)
        self.margin.styles.width = max(1, found.margin)
        return max(1, height - top - foot)

    def draw(self, sheet: Sheet, now: Situation) -> None:
        """Bring everything up to date; only what changed is painted."""
        found, rows = now.frame, sheet.view.height
        self.top.show(top_lines(sheet, found, now.width, now.height, date.today(), ascii_only=self._ascii))
        if found.contents:
            self.left.show(left_rule(rows, ascii_only=self._ascii))
        if found.margin:
            self.margin.show(margin_lines(sheet, found.margin, rows, welcome=now.welcome))
            self.right.show(right_rule(sheet, rows, ascii_only=self._ascii))
        self._draw_card(sheet, now)
        self._draw_foot(sheet, now)

    def _draw_card(self, sheet: Sheet, now: Situation) -> None:
        annotation = sheet.annotation if sheet.card else None
        if self.card.display != (annotation is not None):
            self.card.display = annotation is not None
        if annotation is not None:
            rows = card(
                sheet, annotation, self.card.size.width or now.width, sheet.view.height // 2, self._names
            )
            self.card.styles.height = len(rows)
            self.card.show(rows)

    def _draw_foot(self, sheet: Sheet, now: Situation) -> None:
        rows = [
            status_line(
                sheet,
                now.width,
                now.status,
                now.message,
                error=now.error,
                note=not now.frame.margin,
                listed=now.listed,
            ),
            footer_line(sheet, self._keymap, now.width, listing=now.listing),
        ]
        rule = foot_rule(now.frame, now.width, now.height, ascii_only=self._ascii)
        self.foot.show([*rule, *rows])
