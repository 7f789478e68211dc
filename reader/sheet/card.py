"""The card: the annotation in focus whole, laid over the last rows of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import cut
from reader.sheet.gutter import bar_of
from reader.sheet.lines import justify, wrap_words
from reader.sheet.plain_words import plain_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotations.model import Annotation
    from reader.sheet.lines import Line
    from reader.sheet.sheet import Sheet

STATES: Mapping[str, str] = {
    "moved": "the same words, in other surroundings than when you marked them",
    "edited": "the words were changed since you marked them; r and enter accept them",
    "ambiguous": "perhaps not where you marked it; R compares the places",
}
"""What the ways in which a passage was found again mean."""


def card(
    sheet: Sheet, annotation: Annotation, width: int, longest: int, names: Mapping[str, str]
) -> list[Line]:
    """The card's rows: a rule that says what it is on, then the note, cut where it is longer than `longest` rows.

    Args:
        names: the reader's own names for the colours.
    """
    here = sheet.focus.annotations
    count = f"{here.index(annotation) + 1} of {len(here)} · " if len(here) > 1 else ""
    words = " ".join(annotation.anchor.exact.split())
    parts = [names.get(annotation.colour) or annotation.colour, *(f"#{tag}" for tag in annotation.tags)]
    right = f" {count}{', '.join(parts)} "
    name = "note" if annotation.note else f"bookmark {annotation.mark}" if annotation.mark else "highlight"
    head = justify(
        (
            (f"{bar_of(annotation.state, note=bool(annotation.note))} ", (annotation.colour,)),
            (f"{name} on “{cut(words, max(8, width - len(right) - 24))}”", ("bold",)),
        ),
        ((right, ("dim",)),),
        width - 1,
    )
    note = plain_words(annotation.note)
    rows = list(wrap_words(note, max(8, min(width - 6, 90)))) if note else []
    if annotation.speaker:
        rows.append(f"said by {annotation.speaker}")
    if annotation.state != "exact":
        said = f"{annotation.state}, {100 * annotation.score:.0f} %: {STATES[annotation.state]}"
        rows += wrap_words(said, max(8, width - 6))
    if len(rows) > longest - 2:
        rows = [*rows[: max(1, longest - 3)], "… a opens the whole note"]
    body: list[Line] = [(("  ", ()), (row, ())) for row in rows]
    return [(("─" * width, ("rule",)),), head, *body]
