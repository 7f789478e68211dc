"""Finds whose a cue is that opens its sentence without a subject: "After saying it was safe, Ana Ruiz left" is hers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.analysis.frames.clauses import Clause, Cue
    from reader.analysis.frames.phrases import Phrase

_LEADING = "irhc"
"""What may stand before such a cue: a preposition, an adverb."""
_SUBJECTS = ("name", "noun", "pronoun")


def main_subject(clause: Clause, cue: Cue, start: int) -> Phrase | None:
    """The subject of the main clause, which is that of a participle before it too.

    Args:
        start: the first item that the main clause's comma can be.

    Returns:
        None where the cue opens no sentence, or no main clause is seen.
    """
    having = cue.kind == "V" and clause.word(cue.group) == "having"
    if not (having or cue.kind == "G"):
        return None
    if any(clause.code(item) not in _LEADING for item in range(clause.low, cue.group)):
        return None
    return next((p for p in clause.phrases if p.low > start and _begins_clause(clause, p)), None)


def _begins_clause(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase stands behind a comma, or a quotation that can hold it, and before its verb, an adverb or an insertion between them."""
    if phrase.kind not in _SUBJECTS or phrase.time or clause.code(phrase.low - 1) not in ",Q":
        return False
    item = phrase.high
    if clause.code(item) == ",":
        item = next((i + 1 for i in range(item + 1, clause.high) if clause.code(i) == ","), clause.high)
    while clause.code(item) == "r" or (dated := _past_date(clause, item)):
        item = item + 1 if clause.code(item) == "r" else dated
    return clause.code(item) in "vm"


def _past_date(clause: Clause, item: int) -> int:
    """The item behind "on Monday" that stands at an item; 0 where none does."""
    if clause.code(item) != "i":
        return 0
    return next((p.high for p in clause.phrases if p.low == item + 1 and p.time), 0)
