"""Quotations that are a paragraph of their own, without a word of who says them: the paragraphs beside them tell.

Whoever the question above is put to answers it; else it is who speaks right above, whom the paragraphs above tell of,
the nearest first, or whom the next one below opens with. What stands behind a sentence of its own paragraph is told
by that sentence: see `lead_in`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Choice, Source, alone
from reader.analysis.words.cues import SPEECH_FORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.answers.attribution import Answer, Section
    from reader.analysis.frames.clauses import Clause
    from reader.analysis.frames.frames import Frame
    from reader.analysis.frames.phrases import Phrase

_LEAST = 8
"""Words of a quotation that is surely no title, slogan or headline."""
_FEWER = 5
"""The same of one that ends as a sentence does."""
_NEAR = 3
"""How many paragraphs above are looked at for who spoke or is told of."""
_LIKELY = 0.3
"""From this probability on, a frame tells that its subject says something."""
_ANSWERING = 0.7
_BESIDE = 0.6
_UNSURE = 0.75
"""A quotation that goes on from the one before with less than this may be someone else's."""
_DOUBTFUL = 0.3
"""One with less than this hardly does."""
_JOINTS = frozenset(("but", "and", "yet", "so", "still"))
_NEVER = frozenset(("never", "not", "n't", "n’t"))
_OTHERS = frozenset(("i", "we", "you", "it", "they", "this", "that", "these", "those", "what", "there"))


def placed(answers: Sequence[Answer], sections: Sequence[Section]) -> list[Answer]:
    """The answers, those of quotations that are a paragraph of their own given to whom the paragraphs beside tell of.

    Args:
        answers: in order.
        sections: the paragraphs that they stand in.
    """
    found: list[Answer] = []
    for answer in answers:
        found.append(_placed(answer, found, sections) if _is_lone(answer) else answer)
    return found


def _is_lone(answer: Answer) -> bool:
    """Whether a quotation is the whole of a paragraph of the story, alone or with others."""
    around = answer.around
    return around.here.paragraph.block.kind == "paragraph" and alone(around).startswith("bare.paragraph")


def _placed(answer: Answer, above: Sequence[Answer], sections: Sequence[Section]) -> Answer:
    other = _asked(above, answer.around.section) if _may_answer(answer) else None
    if other is not None:
        return replace(answer, choice=Choice(other, None, "dialogue", []), probability=_ANSWERING)
    open_ = _is_open(answer) or _is_silent(answer) or _is_cut_off(answer, sections)
    if not open_ or not _is_told(answer):
        return answer
    source = _going_on(above, answer) or _beside(answer.around.section, sections)
    if source is None:
        return answer
    return replace(answer, choice=Choice(source, None, "floating", []), probability=_BESIDE)


def _may_answer(answer: Answer) -> bool:
    """Whether nobody surely says a quotation, so that it can answer the one above."""
    rule = answer.choice.rule
    return rule == "none" or (rule == "continued" and answer.probability < _UNSURE)


def _asked(above: Sequence[Answer], section: int) -> Source | None:
    """Who spoke before the question that stands in the paragraph above, if somebody else asks it."""
    question = above[-1] if above else None
    if question is None or question.around.section != section - 1 or not _is_question(question):
        return None
    for earlier in reversed(above[-4:-1]):
        other = earlier.choice.source
        if (
            other is not None
            and other != question.choice.source
            and section - earlier.around.section <= _NEAR
        ):
            return other
    return None


def _is_question(answer: Answer) -> bool:
    """Whether a quotation is a question that somebody asks, with its closing mark."""
    q = answer.quotation
    words = answer.around.inside
    return answer.choice.source is not None and words.endswith("?") and q.closed


def _is_open(answer: Answer) -> bool:
    """Whether nothing tells who says a quotation but a thing that the sentence beside it is about."""
    source, frame = answer.choice.source, answer.choice.frame
    if source is None:
        return True
    thing = source.phrase.kind == "noun" and source.phrase.sort not in ("human", "person", "group")
    return answer.choice.rule == "near" and frame is None and thing


def _is_silent(answer: Answer) -> bool:
    """Whether a quotation is given to whoever never said something in the sentence beside it: "he never asked her name"."""
    frame = answer.choice.frame
    return frame is not None and answer.choice.rule == "near" and _is_denied(frame)


def _is_cut_off(answer: Answer, sections: Sequence[Section]) -> bool:
    """Whether a quotation hardly goes on from one above, since the paragraph between tells of another who speaks."""
    source, number = answer.choice.source, answer.around.section
    if source is None or answer.choice.rule != "continued" or answer.probability >= _DOUBTFUL or not number:
        return False
    above = sections[number - 1]
    if not above.clauses or above.paragraph is source.paragraph:
        return False
    return _speaker(above, len(above.clauses) - 1) is not None


def _is_denied(frame: Frame) -> bool:
    """Whether a sentence tells what somebody does not say."""
    return frame.clause.word(frame.cue.item - 1).lower() in _NEVER


def _is_told(answer: Answer) -> bool:
    """Whether a quotation is long enough for a whole sentence, and begins as one."""
    words = answer.around.inside.split()
    least = _FEWER if words and words[-1][-1] in ".!?…" else _LEAST
    return len(words) >= least and words[0][:1].isupper()


def _going_on(above: Sequence[Answer], answer: Answer) -> Source | None:
    """Who says the quotation that the paragraph right above ends with."""
    if not above or answer.around.section - above[-1].around.section > 1:
        return None
    last = above[-1].around
    ends = last.item >= last.here.clauses[-1].high - 2
    return above[-1].choice.source if ends or answer.around.section == last.section else None


def _beside(number: int, sections: Sequence[Section]) -> Source | None:
    """Who is told of in the paragraphs above a section, the nearest first, or opens the one below it."""
    for section in reversed(sections[max(0, number - _NEAR) : number]):
        for place in reversed(range(len(section.clauses))):
            phrase = _speaker(section, place)
            if phrase is not None:
                return Source(section.paragraph, phrase)
    below = next((s for s in sections[number + 1 : number + 1 + _NEAR] if not s.bare), None)
    phrase = _opener(below.clauses[0]) if below and below.clauses else None
    return Source(below.paragraph, phrase) if below and phrase and phrase.kind == "name" else None


def _speaker(section: Section, place: int) -> Phrase | None:
    """Who says something in a sentence, as far as its frames tell, or else whom it is about."""
    clause = section.clauses[place]
    told = [
        f
        for f in section.frames[place]
        if f.probability > _LIKELY and f.cue.lemma in SPEECH_FORMS and not _is_denied(f)
    ]
    phrases = [f.subject.phrase for f in sorted(told, key=lambda f: f.cue.item)]
    speaking = next((p for p in phrases if p and _is_someone(clause, p)), None)
    return speaking or _opener(clause) or _told_of(clause)


def _opener(clause: Clause) -> Phrase | None:
    """The named person, or the pronoun, that opens a sentence as its subject."""
    phrase = clause.phrases[0] if clause.phrases else None
    first = clause.low + (clause.word(clause.low).lower() in _JOINTS)
    if phrase is None or phrase.low != first or clause.code(phrase.high) not in ("v", "m", ","):
        return None
    return phrase if phrase.kind != "noun" and _is_someone(clause, phrase) else None


def _told_of(clause: Clause) -> Phrase | None:
    """The person whom a sentence names as its subject, put in between commas or not: "Her cook, Ana Ruiz, looked back"."""
    for phrase in clause.phrases:
        free = clause.code(phrase.low - 1) != "i" and clause.code(phrase.high) in ("v", "m", ",", "r")
        if phrase.kind == "name" and phrase.sort in ("person", "name") and not phrase.time and free:
            return phrase
    return None


def _is_someone(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase can mean one person or body that was just spoken of."""
    if phrase.kind == "pronoun":
        return clause.word(phrase.head).lower() not in _OTHERS
    return phrase.kind == "name" or (phrase.kind == "noun" and phrase.sort in ("human", "person"))
