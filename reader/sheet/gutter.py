"""The gutter of a row: where the cursor is, what is annotated, who begins to speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Annotation, State
    from reader.document.model import Span
    from reader.layout.rows import Row
    from reader.layout.voices import Voice
    from reader.sheet.lines import Cell


class Gutter(NamedTuple):
    """What stands beside a row.

    Attributes:
        cursor: whether the cursor is on it.
        bar: colour of the annotation over it; None where there is none.
        note: whether that annotation says something.
        state: of that annotation: how its passage was found again.
        mark: of the first statement that begins on it; empty where none does.
        voice: the number of that speaker's colour.
        taken: whether it is a folded row that the selection takes in.
    """

    cursor: bool = False
    bar: str | None = None
    note: bool = False
    state: State = "exact"
    mark: str = ""
    voice: int = -1
    taken: bool = False


def beside(
    row: Row, over: Sequence[Annotation], voice: Voice | None, selected: Span | None, *, cursor: bool
) -> Gutter:
    """What stands beside a row.

    Args:
        over: the annotations over it, in document order.
        voice: of the first statement that begins on it.
        selected: what is selected.
        cursor: whether the cursor is on it.
    """
    if row.kind == "blank":
        return Gutter()
    if row.kind == "fold":
        taken = selected is not None and selected.start < row.stop and row.start < selected.end
        return Gutter(cursor, taken=taken)
    top = next((a for a in reversed(over) if a.note), over[-1] if over else None)
    bar = Gutter(cursor, top.colour, bool(top.note), top.state) if top else Gutter(cursor)
    return bar if voice is None else bar._replace(mark=voice.mark, voice=voice.colour)


def gutter_cells(gutter: Gutter, width: int, *, ascii_only: bool = False) -> list[Cell]:
    """What stands in the gutter of a row: cursor, bar and speaker's mark; in two cells the one that says most."""
    pointer = ">" if ascii_only else "›"
    bar = bar_of(gutter.state, note=gutter.note, ascii_only=ascii_only)
    mark = (gutter.mark or " ", (f"source.{gutter.voice}",) if gutter.voice >= 0 else ("dim",))
    line = (bar, (gutter.bar,)) if gutter.bar else (" ", ())
    cursor = (pointer, ("accent", "bold")) if gutter.cursor else (" ", ())
    if width >= 5:
        return [(" " * (width - 4), ()), cursor, line, mark, (" ", ())]
    first = cursor if gutter.cursor else line if gutter.bar and (gutter.note or not gutter.mark) else mark
    return [first, (" " * (width - 1), ())]


def bar_of(state: State, *, note: bool, ascii_only: bool = False) -> str:
    """The bar beside a passage: whole where it stands as it was, broken where it moved or its words changed; else a sign."""
    if state in ("ambiguous", "orphan"):
        return "?" if state == "ambiguous" else "x" if ascii_only else "×"
    whole, broken = ("|#", ":%") if ascii_only else ("▎▍", "┊┋")
    return (whole if state == "exact" else broken)[note]
