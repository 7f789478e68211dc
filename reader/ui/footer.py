"""The footer: the keys that matter where the reader is, and which of them a click meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.layout.cells import width_of
from reader.sheet.chrome import pad_of
from reader.sheet.here import links_here, pictures_here
from reader.sheet.lines import clip_line
from reader.ui.commands import BY_ID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.sheet.lines import Cell, Line
    from reader.sheet.sheet import Sheet
    from reader.ui.keymap import Keymap

READING = (
    "reading.highlight",
    "reading.note",
    "selecting.start",
    "reading.statement-next",
    "reading.search",
    "windows.contents",
    "reading.export",
    "windows.keys",
)
ON_STATEMENT = (
    "reading.highlight",
    "reading.note",
    "selecting.start",
    "reading.statement-next",
    "reading.why",
    "windows.contents",
    "reading.search",
    "windows.keys",
)
ON_ANNOTATION = (
    "reading.open",
    "reading.note",
    "reading.tags",
    "reading.reshape",
    "reading.delete",
    "reading.note-next",
    "reading.undo",
    "windows.keys",
)
SELECTING = (
    "reading.highlight",
    "reading.note",
    "selecting.word-forward",
    "selecting.swap",
    "selecting.turn",
    "reading.copy",
    "windows.keys",
)
_SHORT = {"reading.open": "open", "reading.undo": "undo", "reading.copy": "copy"}


class Hint(NamedTuple):
    """A key that the footer shows, what it does, and the command behind it (empty for several)."""

    key: str
    label: str
    id: str = ""


IN_LIST = (Hint("j k", "move"), Hint("enter", "go there"), Hint("/", "find"), Hint("esc", "back"))
"""In the contents."""
FINDING = (Hint("enter", "go there"), Hint("↑ ↓", "move"), Hint("esc", "whole list"))
"""While something is looked for in them."""
LETTER = (Hint("esc", "leave"),)
"""While a letter is awaited."""
SEARCHING = (Hint("enter", "stay there"), Hint("esc", "back to where you were"))
FILTERING = (Hint("enter", "keep"), Hint("esc", "as before"))
EXPORTING = (Hint("enter", "write it"), Hint("esc", "leave"))
LEAVING = (
    Hint("enter", "save there and quit"),
    Hint("esc", "stay"),
    Hint("ctrl+u enter", "quit without saving"),
)
"""While a line is typed."""


def footer_line(sheet: Sheet, keymap: Keymap, width: int, *, listing: Sequence[Hint] = ()) -> Line:
    """The keys that matter where the reader is, as many as fit; the last one always.

    Args:
        listing: the keys of the list or the question that has them; empty where the article has.
    """
    hints, gap = _fitting(sheet, keymap, width, listing=listing)
    cells: list[Cell] = [pad_of(width)]
    for hint in hints:
        cells += [(hint.key, ("accent",)), (f" {hint.label}", ("dim",)), (" " * gap, ())]
    return clip_line(tuple(cells[:-1]), width)


def footer_command(sheet: Sheet, keymap: Keymap, width: int, x: int, *, listing: Sequence[Hint] = ()) -> str:
    """The id of the command that the footer shows at a cell; empty where it shows none."""
    hints, gap = _fitting(sheet, keymap, width, listing=listing)
    at = len(pad_of(width)[0])
    for hint in hints:
        end = at + width_of(hint.key) + 1 + width_of(hint.label)
        if at <= x < end:
            return hint.id
        at = end + gap
    return ""


def _fitting(sheet: Sheet, keymap: Keymap, width: int, *, listing: Sequence[Hint]) -> tuple[list[Hint], int]:
    """The keys that fit, and the cells between them."""
    hints = list(listing) if listing else _hints(sheet, keymap)
    gap = 3 if width >= 100 else 2
    while len(hints) > 2 and _taken(hints, gap) > width - 2 * len(pad_of(width)[0]):
        del hints[-2]
    return hints, gap


def _hints(sheet: Sheet, keymap: Keymap) -> list[Hint]:
    if sheet.selected is not None and sheet.selected.reshaping:
        return [
            Hint("← → ) }", "shape it"),
            Hint(keymap.key_of("selecting.swap"), "swap ends", "selecting.swap"),
            Hint("enter", "keep", "selecting.keep"),
            Hint("esc", "leave", "windows.leave"),
        ]
    names = SELECTING if sheet.selected else ON_ANNOTATION if sheet.focus.annotations else _reading(sheet)
    hints = [
        Hint(keymap.key_of(id), _SHORT.get(id) or BY_ID[id].short or BY_ID[id].label.lower(), id)
        for id in names
    ]
    return [hint for hint in hints if hint.key]


def _reading(sheet: Sheet) -> tuple[str, ...]:
    """The keys for reading; a picture, a link or a statement that is here comes before what is good everywhere."""
    here = "reading.picture" if pictures_here(sheet) else "reading.link" if links_here(sheet) else ""
    if not here:
        return ON_STATEMENT if sheet.focus.statement else READING
    return (*READING[:3], here, *(name for name in READING[3:] if name != "reading.export"))


def _taken(hints: Sequence[Hint], gap: int) -> int:
    return sum(width_of(hint.key) + 1 + width_of(hint.label) + gap for hint in hints) - gap
