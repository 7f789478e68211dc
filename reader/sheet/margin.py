"""The margin: each note level with its passage, pushed down where two would meet, cut where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import cut
from reader.layout.frame import NOTE_WIDEST
from reader.sheet.lines import wrap_words
from reader.sheet.plain_words import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.model import Annotation
    from reader.sheet.lines import Line
    from reader.sheet.sheet import Sheet

ABOVE = 24
"""Rows above the window from which a note can still be pushed into it."""
LONGEST = 7
"""Rows of a note that stands in the margin; `enter` opens the whole."""

WELCOME = ("j k  move", "h a  mark, note", "q ?  leave, keys")


def margin_lines(sheet: Sheet, width: int, height: int, *, welcome: bool = False) -> list[Line]:
    """The margin's rows beside a window of `height` rows.

    Args:
        width: of the margin, in cells.
        welcome: whether to show the first-start lines, where no note stands.
    """
    lines: list[Line] = [()] * height
    wide = min(width - 2, NOTE_WIDEST)
    if wide < 8:
        return lines
    for _, at, card in _placed(sheet, wide, height):
        for y, line in enumerate(card, at):
            if 0 <= y < height:
                lines[y] = ((" ", ()), *line)
    if welcome and not any(lines):
        rows = [row for sentence in WELCOME for row in wrap_words(sentence, wide)]
        lines[1 : 1 + len(rows)] = [((f" {row}", ("dim",)),) for row in rows]
    return lines[:height]


def note_at(sheet: Sheet, width: int, height: int, y: int) -> Annotation | None:
    """The note that stands on a row of the margin; None where none does."""
    wide = min(width - 2, NOTE_WIDEST)
    placed = _placed(sheet, wide, height) if wide >= 8 else iter(())
    return next((note for note, at, card in placed if at <= y < at + len(card)), None)


def _placed(sheet: Sheet, wide: int, height: int) -> Iterator[tuple[Annotation, int, list[Line]]]:
    """The notes beside a window with the rows that they begin on and their lines, pushed down where two would meet."""
    free = -ABOVE
    for annotation, row in _near(sheet, height):
        at = max(row, free)
        if at >= height:
            return
        card = card_lines(sheet, annotation, wide, LONGEST)
        yield annotation, at, card
        free = at + len(card) + 1


def card_lines(sheet: Sheet, annotation: Annotation, width: int, longest: int) -> list[Line]:
    """A note as it stands in the margin: its words, then its tags and whose words it is on."""
    focus = annotation in sheet.focus.annotations
    bar = ("▍" if focus else "▎", (annotation.colour,))
    words = plain_words(annotation.note)
    rows = wrap_words(words, width - 2) if words else []
    foot = foot_of(annotation)
    room = longest - (1 if foot else 0)
    if len(rows) > room:
        rows = [*rows[: room - 1], cut(rows[room - 1] + " …" + " " * width, width - 2)]
    lines: list[Line] = [(bar, (" ", ()), (row, () if focus else ("bar",))) for row in rows]
    if foot:
        lines.append((bar, (" ", ()), (cut(foot, width - 2), ("dim",))))
    return lines


def foot_of(annotation: Annotation) -> str:
    """The last row of a note: bookmark, tags, whose words, and its state where that is in doubt."""
    parts = [f"({annotation.state})"] if annotation.state != "exact" else []
    parts += [f"'{annotation.mark}"] if annotation.mark else []
    parts += [f"#{tag}" for tag in annotation.tags]
    if annotation.speaker and (annotation.note or annotation.tags):
        parts.append(f"· {annotation.speaker}" if parts else annotation.speaker)
    return " ".join(parts)


def _near(sheet: Sheet, height: int) -> Iterator[tuple[Annotation, int]]:
    """The annotations that have something to say near the window, with their rows from its first."""
    page, top = sheet.view.page, sheet.view.top
    window = sheet.view.window
    low = page.row(page.step(top, -ABOVE)).start
    high = window[-1].stop if window else low
    for annotation in sheet.placed.beginning(low, high):
        if not (annotation.note or annotation.tags or annotation.mark) or sheet.hidden(annotation.start or 0):
            continue
        row = page.distance(top, page.find(annotation.start or 0), height + 2 * ABOVE)
        if -ABOVE <= row < height:
            yield annotation, row
