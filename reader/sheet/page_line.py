"""A row of the page as a line with roles: gutter, what leads the row, and its text by what lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.paint import runs
from reader.sheet.gutter import gutter_cells

if TYPE_CHECKING:
    from reader.layout.frame import Frame
    from reader.layout.rows import Row
    from reader.sheet.lines import Cell, Line
    from reader.sheet.sheet import Sheet


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


def _plain(lead: str) -> str:
    return lead.replace("▣", "#").replace("┄", "-").replace("•", "*").replace("│", "|")
