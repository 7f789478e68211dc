"""Which paragraphs a query selects: by their words, and by the notes and the statements in them. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotations.model import Anchor, Annotation

if TYPE_CHECKING:
    from annotations.query import Field, Query
    from reader.analysis.model import Statement
    from reader.document.model import Block
    from reader.session import Session

_SAID = Annotation("", "", Anchor("", "", "", 0, 0, ""))


def selected(session: Session, query: Query) -> set[int]:
    """The indices of the blocks that match.

    Words must stand in the block. A term such as `tag:check` holds where some note over the block has it,
    `speaker:ruiz` also where she is quoted in it; `-tag:check` where none has.
    """
    statements = session.analysis.statements if query.fields else ()
    text = session.document.text
    return {
        index
        for index, block in enumerate(session.blocks)
        if query.matches_text(text[block.start : block.end].replace("\n", " "))
        and all(_holds(field, session, block, statements) != field.negated for field in query.fields)
    }


def _holds(field: Field, session: Session, block: Block, statements: tuple[Statement, ...]) -> bool:
    notes, ref = session.notes.placed.over(block.start, block.end), session.notes.ref
    if any(field.holds(note, ref) for note in notes):
        return True
    if field.name != "speaker":
        return False
    here = {
        s.speaker for s in statements if any(p.start < block.end and block.start < p.end for p in s.spans)
    }
    return any(field.holds(replace(_SAID, speaker=name), ref) for name in here if name)
