"""Questions and answers told one a paragraph: a lone quotation behind a question is the other one's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Choice, Source, alone
from reader.analysis.frames.subjects import possessor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.answers.attribution import Surroundings
    from reader.analysis.answers.speaking import Answer
    from reader.analysis.frames.clauses import Clause
    from reader.analysis.frames.phrases import Phrase

_NEAR = 3
"""How many paragraphs above a question the other speaker is looked for."""
_SENTENCE = 4
"""Words from which on a quotation can be a sentence."""
_SURE = 0.7
_UNSURE = 0.75
"""A quotation that goes on from the one before with less than this may be someone else's."""


def answered(answers: Sequence[Answer]) -> list[Answer]:
    """The answers, those of paragraphs that are one quotation right below someone's question given to whom they asked."""
    found = [_led_in(answer) for answer in answers]
    for place, answer in enumerate(answers):
        if place > 1 and _is_open(answer) and _stands_alone(answer):
            other = _asked(found[:place], answer.around.section)
            if other is not None:
                found[place] = replace(answer, choice=other, probability=_SURE)
    return found


def _opens(clause: Clause, subject: Phrase) -> bool:
    """Whether a phrase opens a sentence as its subject, with or without what is put in behind it."""
    after = clause.code(subject.high)
    return subject.low == clause.low and (after in "vm" or (after in ",w" and "v" in clause.codes))


def _asked_one(clause: Clause) -> Phrase | None:
    """Who is asked in "Asked whether it rained, Ana Ruiz did not hesitate.": the phrase behind the comma."""
    comma = next((i for i in range(clause.low, clause.high) if clause.code(i) == ","), None)
    return next((p for p in clause.phrases if comma is not None and p.low == comma + 1), None)


def _whose(clause: Clause) -> Phrase | None:
    """Whose words "Her secret?" or "His answer:" leads to: a possessive and its noun, and no verb."""
    own = possessor(clause, clause.phrases[0])
    bare = clause.low == clause.phrases[0].low and set(clause.codes) <= set("n.:")
    return own if bare and own is not None and own.kind == "pronoun" else None


def _is_open(answer: Answer) -> bool:
    """Whether nobody surely says a quotation."""
    rule = answer.choice.rule
    return rule == "none" or (rule == "continued" and answer.probability < _UNSURE)


def _led_in(answer: Answer) -> Answer:
    """A quotation behind a sentence without one, given to whom that sentence is about.

    One that nobody says so far needs a subject that can speak; one that goes on from another, a name newly brought in.
    """
    around = answer.around
    source = answer.choice.source
    if answer.choice.rule == "frame" or around.clause == 0:
        return answer
    before = around.here.clauses[around.clause - 1]
    if not alone(around).startswith("bare") or "Q" in before.codes or not before.phrases:
        return answer
    whose = _whose(before)
    if whose is not None and _is_sentence(around):
        return replace(answer, choice=_near(around, whose), probability=_SURE)
    if answer.choice.rule not in ("continued", "none"):
        return answer
    asked = before.word(before.low) == "asked"
    subject = _asked_one(before) if asked else before.phrases[0]
    if subject is None or not (asked or _opens(before, subject)):
        return answer
    if not (
        _is_voice(before, subject) and _is_sentence(around) if source is None else subject.kind == "name"
    ):
        return answer
    words, old = around.here.paragraph.words, source.paragraph.words[source.phrase.head] if source else ""
    if (source is not None and source.phrase.kind == "noun") or old in words[subject.low : subject.high]:
        return answer
    return replace(answer, choice=_near(around, subject), probability=_SURE)


def _near(around: Surroundings, subject: Phrase) -> Choice:
    """The answer that a phrase in a quotation's own paragraph is."""
    return Choice(Source(around.here.paragraph, subject), None, "near", [])


def _is_voice(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase names someone who can speak: a person, "a medic", "she"."""
    if phrase.kind == "pronoun":
        return clause.word(phrase.head) in ("he", "she")
    return phrase.sort in ("person", "human") or (phrase.kind == "name" and phrase.sort == "name")


def _is_sentence(around: Surroundings) -> bool:
    """Whether a quotation is a sentence of some length, as what is said is and a name is not."""
    inside = around.text[around.quotation.start : around.quotation.end].strip("\"'“”‘’«» ")
    return inside.count(" ") + 1 >= _SENTENCE and inside[:1].isupper() and inside[-1:] in ".!?…"


def _stands_alone(answer: Answer) -> bool:
    around = answer.around
    return around.here.paragraph.block.kind == "paragraph" and alone(around).startswith("bare.paragraph")


def _asked(before: Sequence[Answer], section: int) -> Choice | None:
    """Who spoke before the question that stands in the paragraph above, if somebody else asks it."""
    question = before[-1]
    q, source = question.quotation, question.choice.source
    words = question.around.text[q.start : q.end].rstrip("\"'”’»")
    if question.around.section != section - 1 or source is None or not words.endswith("?") or not q.closed:
        return None
    for earlier in reversed(before[-4:-1]):
        other = earlier.choice.source
        if other is not None and other != source and section - earlier.around.section <= _NEAR:
            return Choice(other, None, "dialogue", [])
    return None
