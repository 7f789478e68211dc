"""How much of a text is analysed: all of any article, the first part of what is far longer than a book."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.document.model import Block

MOST = 2_000_000
"""Code points that are analysed: more than a long novel has. Time and memory grow in step with them, and end here."""
_BREAK_WITHIN = 2_000
"""Code points before the end of a part in which a sentence's end is looked for."""


def first_part(text: str, blocks: Sequence[Block], most: int) -> tuple[Sequence[Block], str | None]:
    """The blocks that begin in the first `most` code points, the last one cut there, at a sentence's end if one is near.

    Returns:
        The blocks, and a warning where anything was left out.
    """
    if not blocks or blocks[-1].end <= most:
        return blocks, None
    kept = list(blocks[: bisect_left(blocks, most, key=lambda block: block.start)])
    if kept and kept[-1].end > most:
        kept[-1] = replace(kept[-1], end=_break(text, kept[-1].start, most), hidden=None)
    return kept, (
        f"this text is very long: who speaks is told for its first {most:,} characters of {len(text):,} only"
    )


def _break(text: str, start: int, most: int) -> int:
    for mark in ("\n", ". ", " "):
        found = text.rfind(mark, max(start + 1, most - _BREAK_WITHIN), most)
        if found >= 0:
            return found + len(mark.rstrip())
    return most
