"""A row of keys and what they do, at the foot of a screen that has few: shown, and clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App

    from reader.sheet.lines import Cell, Line

Key = tuple[str, str]
"""A key as it is shown, and what it does in one or two words."""
GAP = 3
NARROW_GAP = 2
"""Cells between two keys, and where there is little room."""
_NAMES = {"esc": "escape", "]": "right_square_bracket", ".": "full_stop", "/": "slash"}


def key_row(keys: Sequence[Key], width: int) -> Line:
    """The keys that fit into `width` cells; the last one always."""
    shown, gap = _fitting(keys, width)
    cells: list[Cell] = []
    for key, label in shown:
        cells += [(" " * (gap if cells else 2), ()), (key, ("accent",)), (f" {label}", ("dim",))]
    return tuple(cells)


def press_at(app: App[object], keys: Sequence[Key], width: int, x: int) -> None:
    """Press the key that the row shows at a cell, if it shows one there."""
    shown, gap = _fitting(keys, width)
    at = 2
    for key, label in shown:
        end = at + width_of(key) + 1 + width_of(label)
        if at <= x < end and " " not in key:
            app.simulate_key(_NAMES.get(key, key))
        at = end + gap


def key_text(keys: Sequence[Key], width: int) -> str:
    """The keys that fit into `width` cells as text, the last one always; `press_in` knows them again."""
    shown = list(keys)
    while len(shown) > 2 and _taken(shown, GAP) - 2 > width:
        del shown[-2]
    return (" " * GAP).join(f"{key} {label}" for key, label in shown)


def press_in(app: App[object], row: str, x: int) -> None:
    """Press the key that a row of text shows at a cell: its keys and labels stand three blanks apart."""
    at = 0
    for part in row.split(" " * GAP):
        end = at + width_of(part)
        key = part.partition(" ")[0]
        if at <= x < end and key:
            app.simulate_key(_NAMES.get(key, key))
        at = end + GAP


def _fitting(keys: Sequence[Key], width: int) -> tuple[list[Key], int]:
    """The keys that fit, and the cells between them."""
    shown = list(keys)
    gap = GAP if _taken(shown, GAP) <= width else NARROW_GAP
    while len(shown) > 2 and _taken(shown, gap) > width:
        del shown[-2]
    return shown, gap


def _taken(keys: Sequence[Key], gap: int) -> int:
    return 2 + sum(width_of(key) + 1 + width_of(label) + gap for key, label in keys) - gap
