"""The reader's corrections in words: what each says, and which of them lost their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotations.model import Correction

SHOWN = 40
"""Characters of a passage that are enough to know it by."""


def in_words(row: Correction) -> str:
    """What a correction says: "said by Ana Ruiz"."""
    if row.kind == "speaker":
        return f"said by {row.value}"
    if row.kind == "dismiss":
        return "no statement"
    if row.kind == "statement":
        return f"a statement by {row.value}"
    if row.kind == "block":
        return f"now {'an' if row.value == 'ad' else 'a'} {row.value}"
    return (
        f"{row.old} is the same as {row.value}"
        if row.kind == "merge"
        else f"{row.old} is now called {row.value}"
    )


def lost(rows: Iterable[Correction]) -> str:
    """A sentence on the corrections whose passage is gone from the article; empty where none is."""
    gone = [row for row in rows if row.anchor is not None and row.state == "orphan"]
    if not gone:
        return ""
    number = "1 correction" if len(gone) == 1 else f"{len(gone)} corrections"
    their = "its" if len(gone) == 1 else "their"
    return f"{number} lost {their} place: {'; '.join(map(_on, gone))}"


def _on(row: Correction) -> str:
    words = " ".join(row.anchor.exact.split()) if row.anchor else ""
    return f"{in_words(row)}, on “{words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + '…'}”"
