"""What a sentence's frames may say, in numbers: what the trees look at that tell statements from mere words.

The models of `frames` judge a cue, its source and its content each by the words around it. These rows say how the three
fit together, how the frames of a sentence lie within each other, and who else speaks in the article.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.scales import BLOCKS, CODES, CUES, KINDS, SIDES, SORTED, TAGS, Row
from reader.analysis.frames.frames import UNLIKELY
from reader.analysis.words import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.answers.attribution import Answer, Section
    from reader.analysis.answers.measures import Voices
    from reader.analysis.frames.frames import Frame
    from reader.analysis.learned.trees import Forest

ENOUGH = 0.32
"""From this probability on, a reading makes a statement."""
_CLEAR = 2.0
"""Log odds from which on the trees are not asked further."""
_NOBODY = [-1.0] * 14


def readings(frames: Sequence[Frame]) -> list[Frame]:
    """All that the frames of a sentence may say, each with what it may say besides right behind it."""
    return [r for f in frames if f.probability > UNLIKELY for r in (f, *f.others) if r.parts]


def weigh(
    found: Sequence[Frame], section: Section, place: int, answers: Sequence[Answer], voices: Voices
) -> list[Row]:
    """A row of numbers for each reading.

    Args:
        found: of one sentence.
        place: of the sentence in its paragraph.
        answers: to the quotations of the sentence.
    """
    around = [*_sentence(section, place, answers), *_beside(section, place)]
    return [[*around, *_frame(f, found), *_content(f, answers), *_source(f, section, voices)] for f in found]


def _sentence(section: Section, place: int, answers: Sequence[Answer]) -> Row:
    clause = section.clauses[place]
    return [
        clause.high - clause.low,
        place,
        len(section.clauses),
        min(section.paragraph.number, 20),
        BLOCKS.get(section.paragraph.block.kind, -1),
        len(section.frames[place]),
        clause.codes.count("Q"),
        sum(a.choice.source is not None for a in answers),
        clause.codes.count("v"),
    ]


def _beside(section: Section, place: int) -> Row:
    """How sure the frames of the sentences before and after are."""
    row: Row = []
    for other in (place - 1, place + 1):
        inside = 0 <= other < len(section.frames)
        row.append(max((f.probability for f in section.frames[other]), default=0.0) if inside else -1.0)
    return row


def _frame(frame: Frame, found: Sequence[Frame]) -> Row:
    clause, cue, lemma = frame.clause, frame.cue, frame.cue.lemma
    first, last = frame.first, frame.last
    others = [f for f in found if f.cue.item != cue.item]
    outer = [f for f in others if _holds(f, cue.item)]
    inner = [f.probability for f in others if _holds(frame, f.cue.item)]
    above = max((f.probability for f in outer), default=0.0)
    return [
        frame.probability,
        frame.share,
        frame.settled,
        frame.own,
        2 if lemma in cues.SPEECH_FORMS else 1 if lemma in cues.BELIEF_FORMS else 0,
        CUES[cue.kind],
        lemma == "say",
        cue.item - clause.low,
        cue.item - cue.group,
        above,
        above - frame.probability,
        max((len(f.parts) for f in outer), default=0),
        max(inner, default=0.0),
        max((f.probability for f in others if f.cue.item < cue.item), default=0.0),
        max((f.probability for f in others if f.cue.item > cue.item), default=0.0),
        sum(f.subject.phrase == frame.subject.phrase for f in others),
        CODES.get(clause.code(first - 1), -1),
        CODES.get(clause.code(first - 2), -1),
        CODES.get(clause.code(last), -1),
        CODES.get(clause.code(last + 1), -1),
        CODES.get(clause.code(cue.group - 1), -1),
        TAGS.get(clause.tag(cue.item), -1),
        TAGS.get(clause.tag(cue.item + 1), -1),
        TAGS.get(clause.tag(cue.group - 1), -1),
    ]


def _holds(outer: Frame, item: int) -> bool:
    return any(low <= item < high for low, high in outer.parts)


def _content(frame: Frame, answers: Sequence[Answer]) -> Row:
    clause = frame.clause
    low, high = frame.parts[0][0], frame.parts[-1][1]
    codes = "".join([clause.codes[a - clause.low : b - clause.low] for a, b in frame.parts])
    held = [a for a in answers if a.choice.source is not None and _holds(frame, a.around.item)]
    own = sum(a.choice.source.phrase == frame.subject.phrase for a in held if a.choice.source)
    return [
        SIDES[frame.side],
        len(codes),
        len(frame.parts),
        low - frame.last,
        frame.first - high,
        clause.high - high,
        low - clause.low,
        codes.count("v") + codes.count("m"),
        codes.count("n"),
        codes.count("Q"),
        codes.count(","),
        own,
        len(held) - own,
        clause.code(low - 1) == "t",
        CODES.get(clause.code(low), -1),
        CODES.get(clause.code(low + 1), -1),
        CODES.get(clause.code(high), -1),
        CODES.get(clause.code(high + 1), -1),
        TAGS.get(clause.tag(low), -1),
        TAGS.get(clause.tag(high), -1),
    ]


def _source(frame: Frame, section: Section, voices: Voices) -> Row:
    phrase, clause, tags = frame.subject.phrase, frame.clause, section.paragraph.tags
    row: Row = [SIDES[frame.subject.side]]
    if phrase is None:
        return row + _NOBODY
    key, named = section.paragraph.lower[phrase.head], phrase.kind == "name"
    left = phrase.high <= frame.cue.group
    between = clause.codes[
        (phrase.high if left else frame.cue.item + 1) - clause.low : (frame.cue.group if left else phrase.low)
        - clause.low
    ]
    return [
        *row,
        KINDS.get(phrase.kind, -1),
        SORTED[phrase.sort],
        phrase.time,
        phrase.high - phrase.low,
        phrase.low - clause.low,
        TAGS.get(tags[phrase.low], -1),
        CODES.get(clause.code(phrase.low - 1), -1),
        CODES.get(clause.code(phrase.high), -1),
        len(between),
        between.count("v") + between.count("m"),
        between.count(","),
        between.count("n"),
        voices.frames.get(key, 0) if named else -1.0,
        voices.quotations.get(key, 0) if named else -1.0,
    ]


def settle(
    sections: Sequence[Section], answers: Sequence[Answer], voices: Voices, trees: Forest | None
) -> None:
    """Tell each section which readings of its sentences hold, given the first answers to the quotations."""
    if trees is None:
        return
    sentences = by_sentence(answers)
    for number, section in enumerate(sections):
        section.held = [
            held(section, place, sentences.get((number, place), []), voices, trees) if frames else []
            for place, frames in enumerate(section.frames)
        ]


def by_sentence(answers: Sequence[Answer]) -> dict[tuple[int, int], list[Answer]]:
    """The answers by the paragraph and the sentence that their quotations stand in."""
    found: dict[tuple[int, int], list[Answer]] = {}
    for answer in answers:
        found.setdefault((answer.around.section, answer.around.clause), []).append(answer)
    return found


def held(
    section: Section, place: int, answers: Sequence[Answer], voices: Voices, trees: Forest
) -> list[Frame]:
    """The readings of a sentence that hold, in the order of their cues, each with how sure it is by now."""
    found = readings(section.frames[place])
    rows = weigh(found, section, place, answers, voices)
    judged = [(_judge(f, row, trees), f) for f, row in zip(found, rows, strict=True)]
    kept: list[Frame] = []
    for probability, frame in sorted(judged, key=lambda pair: -pair[0]):
        if probability >= ENOUGH and not any(_excludes(other, frame) for other in kept):
            kept.append(replace(frame, probability=probability))
    return sorted(kept, key=lambda f: f.cue.item)


def _judge(frame: Frame, row: Row, trees: Forest) -> float:
    probability = min(max(frame.probability, 1e-6), 1 - 1e-6)
    odds = math.log(probability / (1.0 - probability))
    odds += trees.total(row, odds, _CLEAR)
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, odds))))


def _excludes(kept: Frame, frame: Frame) -> bool:
    """Whether two readings cannot both hold: of one cue, one within the other, or of the same words."""
    if kept.cue.item == frame.cue.item or _holds(kept, frame.cue.item) or _holds(frame, kept.cue.item):
        return True
    return any(low < b and a < high for low, high in kept.parts for a, b in frame.parts)
