"""Who speaks where the reader is, in the status line: name and role as far as there is room, what kind of words, how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.why import behind_name, how_sure
from reader.layout.cells import cut, width_of
from reader.layout.voices import UNKNOWN
from reader.sheet.contents import capital
from reader.sheet.lines import length

if TYPE_CHECKING:
    from reader.analysis.model import Speaker, Statement
    from reader.sheet.lines import Line
    from reader.sheet.sheet import Sheet

SHORTEST = 8
"""Cells that are the least worth showing of a role."""


def who_line(sheet: Sheet, room: int) -> Line:
    """Who says the statement in focus, in at most `room` cells; where one speaker is walked, that, and which of theirs it is."""
    statement, chosen = sheet.focus.statement, sheet.chosen
    if chosen is not None and (statement is None or statement.speaker != chosen):
        return (*_named(sheet, chosen, room, "only "), ("  esc lets go", ("dim",)))
    if statement is None:
        return ()
    if statement.speaker is None:
        return ((f"{UNKNOWN.mark} speaker not known", ("dim",)), (f" · {statement.kind}", ("dim",)))
    kind = f" · {statement.kind}, {how_sure(statement.certainty)}"
    if chosen is None:
        return _with_role(sheet, statement.speaker, room, kind)
    return _with_role(sheet, chosen, room, f"{kind} · {_which(sheet, statement)}", "only ")


def listed_line(sheet: Sheet, name: str, room: int) -> Line:
    """The speaker at the cursor of the contents, whole where the list has cut the name, and what `enter` does."""
    speaker = _known(sheet, name)
    count = speaker.statements if speaker is not None else 0
    said = f" · {count} statement{'' if count == 1 else 's'}"
    does = "enter lets go" if sheet.chosen == name else "enter walks only these"
    whole = length(_with_role(sheet, name, 10_000, said)) + len(does) + 2 <= room
    return (*_with_role(sheet, name, room, said), (f"  {does}" if whole else "", ("dim",)))


def _with_role(sheet: Sheet, name: str, room: int, told: str, before: str = "") -> Line:
    """Name, role, and what is told of them; the role is cut first, then the name."""
    left = room - width_of(told)
    line = _named(sheet, name, left, before)
    speaker = _known(sheet, name)
    role = behind_name(speaker.role or "") if speaker is not None else ""
    left -= length(line) + 2
    role = f", {cut(role, left)}" if role and left >= min(SHORTEST, width_of(role)) else ""
    return (*line, (role, ()), (told, ("dim",)))


def _named(sheet: Sheet, name: str, room: int, before: str = "") -> Line:
    voice = sheet.voices.of(name)
    lead = f"{before}{voice.mark} "
    return ((lead + cut(capital(name), max(SHORTEST, room - width_of(lead))), (f"source.{voice.colour}",)),)


def _known(sheet: Sheet, name: str) -> Speaker | None:
    return next((s for s in sheet.session.analysis.speakers if s.name == name), None)


def _which(sheet: Sheet, statement: Statement) -> str:
    theirs = [s for s in sheet.boundaries.statements if s.speaker == statement.speaker]
    return f"{theirs.index(statement) + 1} of {len(theirs)}"
