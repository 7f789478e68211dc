"""A row of keys and what they do, at the foot of a screen that has few: shown, and clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import App

    from reader.sheet.lines import Line

Key = tuple[str, str]
"""A key as it is shown, and what it does in one or two words."""
GAP = 3
_NAMES = {"esc": "escape", "]": "right_square_bracket", ".": "full_stop", "/": "slash"}


def key_row(keys: Sequence[Key], width: int) -> Line:
    """The keys that fit into `width` cells; the last one always."""
    cells = (
        c for key, label in _fitting(keys, width) for c in ((key, ("accent",)), (f" {label}   ", ("dim",)))
    )
    return (("  ", ()), *cells)


def press_at(app: App[object], keys: Sequence[Key], width: int, x: int) -> None:
    """Press the key that the row shows at a cell, if it shows one there."""
    for key, low, high in _places(_fitting(keys, width)):
        if low <= x < high and " " not in key:
            app.simulate_key(_NAMES.get(key, key))


def _fitting(keys: Sequence[Key], width: int) -> list[Key]:
    shown = list(keys)
    while len(shown) > 2 and _taken(shown) > width:
        del shown[-2]
    return shown


def _taken(keys: Sequence[Key]) -> int:
    return 2 + sum(width_of(key) + 1 + width_of(label) + GAP for key, label in keys) - GAP


def _places(keys: Sequence[Key]) -> Iterator[tuple[str, int, int]]:
    at = 2
    for key, label in keys:
        end = at + width_of(key) + 1 + width_of(label)
        yield key, at, end
        at = end + GAP
