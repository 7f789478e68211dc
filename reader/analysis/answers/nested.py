"""Quotations within what somebody else says: "said it was late, which Bo Lund called “rich”"; "papers show Ruiz warned “…”"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Choice, Source
from reader.analysis.words.cues import SPEECH_FORMS, forms
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from reader.analysis.answers.attribution import Answer, Surroundings
    from reader.analysis.frames.clauses import Clause
    from reader.analysis.frames.frames import Frame
    from reader.analysis.frames.phrases import Phrase


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
    verb = _calling(clause, around.item)
    if clause.word(verb) in judged or clause.word(verb) in _NAMING:
        return verb
    if clause.word(around.item - 1) != "as":
        return -1
    items = [f.cue.item for f in around.here.frames[around.clause] if clause.word(f.cue.item) in judged]
    return max((item for item in items if item < verb), default=-1)


_LIKELY = 0.5


def verb_before(clause: Clause, item: int) -> int:
    """The item before a quotation where the verb stands that it belongs to, "as" left out."""
    return item - 1 - (clause.word(item - 1) == "as")


def who_calls(around: Surroundings) -> Phrase | None:
    """Who calls something what a quotation says, by the frame of the verb: a video shows Ana Ruiz calling the plan “rich”."""
    clause = around.here.clauses[around.clause]
    verb = _calling(clause, around.item)
    if clause.word(verb) not in _NAMING or around.item - verb < _APART:
        return None
    near = next((p for p in clause.phrases if p.high == verb and p.kind == "name"), None)
    if clause.code(verb) == "g" and near is not None and not near.time and clause.code(near.low - 1) != ",":
        return near  # "footage of Ana Ruiz calling"
    frame = next((f for f in around.here.frames[around.clause] if f.cue.item == verb), None)
    phrase = frame.subject.phrase if frame and frame.subject.side == "L" else None
    sure = frame is not None and frame.probability >= _SURE
    return phrase if phrase is not None and sure and phrase.kind in ("name", "pronoun") else None


_APART = 2
"""Items from the verb to the quotation with something called between them."""
_SURE = 0.7


def _calling(clause: Clause, item: int) -> int:
    """The item of the verb that calls something what a quotation says, the thing left out: "called the plan “…”"."""
    verb = verb_before(clause, item)
    called = next((p for p in clause.phrases if p.high == verb + 1 and p.kind != "relative"), None)
    return called.low - 1 if called is not None and clause.word(called.low - 1) in _NAMING else verb


_NAMING = frozenset(form for lemma in ("call", "describe", "brand", "label", "dub") for form in forms(lemma))
