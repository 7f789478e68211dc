"""A row of the page as a line with roles: gutter, what leads the row, and its text by what lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.paint import runs

if TYPE_CHECKING:
    from reader.layout.frame import Frame
    from reader.layout.rows import Row
    from reader.sheet.lines import Cell, Line
    from reader.sheet.sheet import Gutter, Sheet


def page_line(sheet: Sheet, row: Row, frame: Frame, *, ascii_only: bool = False) -> Line:
    """A row of the page, from the left edge of the reading pane."""
    gutter = sheet.gutter(row)
    cells: list[Cell] = [(" " * frame.pane_left, ())] if frame.pane_left > 0 else []
    cells += gutter_cells(gutter, frame.gutter, ascii_only=ascii_only)
    lead = _plain(row.lead) if ascii_only else row.lead
    if row.kind == "fold":
        over = ("selection",) if gutter.taken else ("sentence",) if gutter.cursor else ()
        cells.append((lead[: frame.measure], ("dim", *over)))
    elif row.kind == "text":
        if lead:
            cells.append((lead, ("rule",) if "│" in row.lead else ("dim",)))
        cells += [
            (sheet.text[start:end].replace("\n", " "), roles)
            for start, end, roles in runs(row.start, row.end, sheet.paints(row))
        ]
    return tuple(cells)


def gutter_cells(gutter: Gutter, width: int, *, ascii_only: bool = False) -> list[Cell]:
    """What stands in the gutter of a row: cursor, bar and speaker's mark; in two cells the one that says most."""
    pointer = ">" if ascii_only else "›"
    bar = ("#" if gutter.note else "|") if ascii_only else ("▍" if gutter.note else "▎")
    mark = (gutter.mark or " ", (f"source.{gutter.voice}",) if gutter.voice >= 0 else ("dim",))
    line = (bar, (gutter.bar,)) if gutter.bar else (" ", ())
    cursor = (pointer, ("accent", "bold")) if gutter.cursor else (" ", ())
    if width >= 5:
        return [(" " * (width - 4), ()), cursor, line, mark, (" ", ())]
    first = cursor if gutter.cursor else line if gutter.bar and (gutter.note or not gutter.mark) else mark
    return [first, (" " * (width - 1), ())]


def _plain(lead: str) -> str:
    return lead.replace("▣", "#").replace("┄", "-").replace("•", "*").replace("│", "|")
