"""Quotations within what somebody else says: "said it was late, which Bo Lund called “rich”"; "papers show Ruiz warned “…”"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Choice, Source
from reader.analysis.answers.judged import NAMING, calling
from reader.analysis.words.cues import SPEECH_FORMS
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from reader.analysis.answers.attribution import Answer, Surroundings
    from reader.analysis.frames.clauses import Clause
    from reader.analysis.frames.frames import Frame


def within(answer: Answer, clause: Clause) -> Answer | None:
    """The answer within what someone else says, by a verb of its own: "said it was late, which Bo Lund called “rich”"."""
    outer, around = answer.choice.frame, answer.around
    if outer is None or outer.clause is not clause:
        return None
    shown = outer.cue.lemma in _SHOWING
    verb = _speaking(around, outer) if shown else _judging(clause, around)
    frame = next((f for f in around.here.frames[around.clause] if f.cue.item == verb > outer.cue.item), None)
    likely = frame is not None and frame.probability >= _LIKELY and frame.subject.side == "L"
    phrase = frame.subject.phrase if frame and likely else None
    if phrase is None or phrase.low < outer.cue.item or phrase.kind == "pronoun" or phrase.sort == "thing":
        return None
    return replace(answer, choice=Choice(Source(around.here.paragraph, phrase), frame, "frame", []))


_SHOWING = frozenset(("show", "reveal"))
"""What papers do to what somebody says in them."""


def _speaking(around: Surroundings, outer: Frame) -> int:
    """The item of the verb by which a person says a quotation within what is shown; -1 for none."""
    for frame in reversed(around.here.frames[around.clause]):
        inside = any(low <= around.item < high for low, high in frame.parts)
        phrase = frame.subject.phrase
        if inside and frame.cue.item > outer.cue.item and frame.cue.lemma in SPEECH_FORMS:
            return frame.cue.item if phrase is not None and phrase.sort in ("person", "name") else -1
    return -1


def _judging(clause: Clause, around: Surroundings) -> int:
    """The item of the verb by which a quotation judges something: right before it, or before what it calls so and "as"; -1 for none."""
    judged = sections("grammar")["judged"]
    verb = calling(clause, around.item)
    if clause.word(verb) in judged or clause.word(verb) in NAMING:
        return verb
    if clause.word(around.item - 1) != "as":
        return -1
    items = [f.cue.item for f in around.here.frames[around.clause] if clause.word(f.cue.item) in judged]
    return max((item for item in items if item < verb), default=-1)


_LIKELY = 0.5
