"""Lines that the story tells, however short they are: what somebody says, and plain sentences among its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.document.blocks.captions import Unit

_IN, _BELOW = "at:in", frozenset({"at:after1", "at:after2"})
"""Traits of a line within the story, and of one right below it."""
_ABOVE, _UNDER = frozenset({"upB", "upb"}), frozenset({"downB", "downb"})
_NEXT_TO = frozenset({"near-B", "near-b"})
"""Traits of a line with a paragraph above it, below it, and right above it."""
_LABELS = frozenset(f"label{distance}" for distance in range(1, 7))
"""Traits of a line that stands below a label such as "Related"."""
_POINTING = frozenset({"link", "handle"})
_CLOSING = "”\"’'»)"


def is_spoken(unit: Unit, names: Collection[str]) -> bool:
    """Whether a line tells in the story what somebody says.

    Args:
        names: what holds for the unit, as `context.features` tells it.
    """
    look = unit.look
    if unit.alike or look.tailed or look.credited:
        return False
    if look.spoken:
        return _IN in names or (not _BELOW.isdisjoint(names) and _LABELS.isdisjoint(names))
    between = not _ABOVE.isdisjoint(names) and not _UNDER.isdisjoint(names)
    return look.quotation and between and _IN in names and "pulled" not in names


def is_stopped(unit: Unit) -> bool:
    """Whether a line ends in a full stop, as no heading does, and has words that names and labels lack."""
    look = unit.look
    return look.count > 1 and look.stops > 0 and not look.person and look.text.rstrip(_CLOSING).endswith(".")


def is_plain(unit: Unit, names: Collection[str]) -> bool:
    """Whether a line is a sentence within the story or right below it, and has no word of the page around it.

    Args:
        names: what holds for the unit, as `context.features` tells it.
    """
    look = unit.look
    if not is_stopped(unit) or unit.alike or look.dated or look.covered:
        return False
    if look.cues.get("bio") or look.cues.get("credit") or not _POINTING.isdisjoint(names):
        return False
    return not _NEXT_TO.isdisjoint(names) and (_IN in names or "at:after1" in names)
