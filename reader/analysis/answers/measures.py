"""A quotation and each answer to it in numbers: what the trees look at.

The features of `sources` say in words what each answer is like; these say it in counts, distances and probabilities,
and add what the rest of the article says: who else speaks in it, and how the quotations beside it were answered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import is_bare
from reader.analysis.answers.scales import (
    BLOCKS,
    CODES,
    CUES,
    ENDS,
    FAMILIES,
    KINDS,
    ORIGINS,
    SIDES,
    SORTED,
    STYLES,
    TAGS,
    Row,
)
from reader.analysis.words import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.answers.attribution import Answer, Choice, Section, Source, Surroundings
    from reader.analysis.frames.frames import Frame

_PERSONS = re.compile(r"\b(?:I|[Ww]e|my|our|me|us|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b")
_VERBS = re.compile(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|could|should|may|must|not)\b"
    r"|n['’]t\b|['’](?:s|re|m|ve|ll)\b"
)
_WORD = re.compile(r"\w+")
_NO_FRAME = [-1.0] * 22
_NO_PLACE = [-1.0] * 8
_NO_PHRASE = [-1.0] * 10
_NO_SOURCE = [-1.0] * 9


def head_of(source: Source) -> str:
    """The word that stands for a source where sources are compared: its head in lower case."""
    return source.paragraph.lower[source.phrase.head]


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


@dataclass(slots=True)
class Voices:
    """Who speaks in an article, as far as a first reading tells.

    Attributes:
        frames: by head, how many likely frames are theirs.
        quotations: by head, how many quotations of five words and more.
        repeated: by words, how many quotations have the very same.
        answers: of each quotation in order: paragraph, sentence, head ("" for nobody), probability.
    """

    frames: dict[str, int] = field(default_factory=dict)
    quotations: dict[str, int] = field(default_factory=dict)
    repeated: dict[str, int] = field(default_factory=dict)
    answers: list[tuple[int, int, str, float]] = field(default_factory=list)


def hear(text: str, sections: Sequence[Section], answers: Sequence[Answer]) -> Voices:
    """Count who speaks, from the frames and from the first answers."""
    voices = Voices()
    for section in sections:
        for frame in (f for frames in section.frames for f in frames):
            if frame.probability > 0.5 and frame.subject.phrase:
                key = section.paragraph.lower[frame.subject.phrase.head]
                voices.frames[key] = voices.frames.get(key, 0) + 1
    for answer in answers:
        source, q = answer.choice.source, answer.quotation
        words = _plain(text[q.start : q.end])
        voices.repeated[words] = voices.repeated.get(words, 0) + 1
        key = head_of(source) if source else ""
        voices.answers.append((answer.around.section, answer.around.clause, key, answer.probability))
        if key and words.count(" ") >= 4:
            voices.quotations[key] = voices.quotations.get(key, 0) + 1
    return voices


def measure(
    around: Surroundings,
    options: Sequence[Choice],
    scores: Sequence[float],
    wanted: Sequence[bool],
    voices: Voices,
    place: int,
) -> list[Row]:
    """A row of numbers for each answer to a quotation that is wanted, an empty one for each other.

    Args:
        scores: of the answers, by the log-linear model.
        place: of the quotation among all, from 0.
    """
    top, order = max(scores), sorted(scores, reverse=True)
    lead = max(scores[1:], default=-20.0) - scores[0]
    own = [*_quotation(around, voices), *_beside(around, voices, place), lead, *_held(around)]
    starts = [(c.source.paragraph.number, c.source.phrase.low) if c.source else None for c in options]
    rows: list[Row] = []
    for choice, score, start, use in zip(options, scores, starts, wanted, strict=True):
        if use:
            ranked = [score - top, order.index(score), score, starts.count(start)]
            rows.append([*own, *ranked, *_answer(around, choice, voices, place), *_holds(choice, around)])
        else:
            rows.append([])
    return rows


def _quotation(around: Surroundings, voices: Voices) -> Row:
    q, clause, item = around.quotation, around.here.clauses[around.clause], around.item
    inside = around.inside
    words = inside.split() or [""]
    frames = around.here.frames[around.clause]
    holding = [f.probability for f in frames if any(low <= item < high for low, high in f.parts)]
    return [
        len(words),
        len(inside),
        inside[:1].isupper(),
        ENDS.get(inside.rstrip()[-1:], -1),
        sum(w[:1].isupper() for w in words) / len(words),
        sum(w[:1].islower() for w in words),
        FAMILIES[q.family],
        STYLES.get(around.style, -1),
        CODES.get(clause.code(item - 1), -1),
        CODES.get(clause.code(item + 1), -1),
        CODES.get(clause.code(item - 2), -1),
        TAGS.get(clause.tag(item - 1), -1),
        TAGS.get(clause.tag(item + 1), -1),
        TAGS.get(clause.tag(item - 2), -1),
        BLOCKS.get(around.here.paragraph.block.kind, -1),
        q.closed,
        len(frames),
        is_bare(clause),
        len(clause.codes),
        item - clause.low,
        clause.high - item - 1,
        voices.repeated.get(_plain(inside), 0),
        clause.codes.count("Q"),
        len(around.here.clauses),
        around.clause,
        min(around.section, 20),
        max((f.probability for f in frames), default=0.0),
        max(holding, default=0.0),
        _PERSONS.search(inside) is not None,
        _VERBS.search(inside) is not None,
        around.here.quoting,
    ]


def _held(around: Surroundings) -> Row:
    """How many readings of the sentence hold, and how sure the one is that has the quotation in its content."""
    held = around.here.held[around.clause] if around.here.held else []
    return [len(held), max((f.probability for f in held if _within(around.item, f)), default=0.0)]


def _holds(choice: Choice, around: Surroundings) -> Row:
    """How sure a reading of an answer's cue is among those that hold, and whether the quotation is in its content."""
    frame = choice.frame
    if frame is None:
        return [-1.0, -1.0]
    here = frame.clause is around.here.clauses[around.clause]
    section = around.sections[frame.clause.paragraph.number]
    for held in section.held[frame.clause.number] if section.held else []:
        if held.cue.item == frame.cue.item:
            return [held.probability, here and _within(around.item, held)]
    return [0.0, -1.0]


def _beside(around: Surroundings, voices: Voices, place: int) -> Row:
    """How the quotations before and after it were answered at first."""
    row: Row = []
    for other in (place - 1, place + 1):
        if 0 <= other < len(voices.answers):
            section, clause, key, probability = voices.answers[other]
            near = section == around.section
            row += [bool(key), probability, near and clause == around.clause, near]
        else:
            row += [-1.0, -1.0, -1.0, -1.0]
    return row


def _answer(around: Surroundings, choice: Choice, voices: Voices, place: int) -> Row:
    origin, _, rest = choice.features[0].partition(".")
    row: Row = [ORIGINS.get(origin, -1) + 20 * (rest == "subject")]
    row += _phrase(around, choice.source) if choice.source else _NO_PHRASE
    row += _place(around, choice.source) if choice.source else _NO_PLACE
    row += _frame(around, choice.frame, choice.source) if choice.frame else _NO_FRAME
    return row + (_source(choice.source, voices, place) if choice.source else _NO_SOURCE)


def _phrase(around: Surroundings, source: Source) -> Row:
    phrase, paragraph = source.phrase, source.paragraph
    tags, here = paragraph.tags, paragraph is around.here.paragraph
    return [
        KINDS.get(phrase.kind, -1),
        SORTED[phrase.sort],
        phrase.time,
        phrase.high - phrase.low,
        TAGS.get(tags[phrase.low], -1),
        TAGS.get(tags[phrase.low - 1] if phrase.low else "^", -1),
        TAGS.get(tags[phrase.high] if phrase.high < len(tags) else "$", -1),
        paragraph.number - around.here.paragraph.number,
        paragraph.starts[phrase.low] - around.quotation.start,
        phrase.low - around.item if here else 999,
    ]


def _place(around: Surroundings, source: Source) -> Row:
    """What stands between a source and the quotation, where they share a sentence."""
    clause, phrase = around.here.clauses[around.clause], source.phrase
    if source.paragraph is not around.here.paragraph or not clause.low <= phrase.low < clause.high:
        return _NO_PLACE
    left = phrase.low < around.item
    low, high = (phrase.high, around.item) if left else (around.item + 1, phrase.low)
    between = clause.codes[low - clause.low : high - clause.low]
    return [
        len(between),
        between.count(",") + between.count("-"),
        between.count("v") + between.count("m"),
        between.count("Q"),
        between.count("n"),
        between.count("t"),
        between.count("w"),
        between.count(";") + between.count(":"),
    ]


def _frame(around: Surroundings, frame: Frame, source: Source | None) -> Row:
    clause, item, lemma = frame.clause, around.item, frame.cue.lemma
    here = clause is around.here.clauses[around.clause]
    side = 0 if not here else 1 if frame.last <= item else 2 if frame.first > item else 3
    low, high = (frame.last, item) if side == 1 else (item + 1, frame.first) if side == 2 else (0, 0)
    gap = clause.codes[max(0, low - clause.low) : max(0, high - clause.low)]
    others = [f for f in around.here.frames[around.clause] if f.cue.item != frame.cue.item] if here else []
    first, last = sorted((frame.cue.item, item))
    between = [f.probability for f in others if first < f.cue.item < last]
    outer = [f.probability for f in others if _within(frame.cue.item, f)]
    rivals = [f.probability for f in others if _within(item, f)]
    return [
        frame.probability,
        frame.share,
        2 if lemma in cues.SPEECH_FORMS else 1 if lemma in cues.BELIEF_FORMS else 0,
        CUES[frame.cue.kind],
        here and _within(item, frame),
        side,
        len(gap),
        SIDES[frame.subject.side],
        SIDES[frame.side],
        gap.count(",") + gap.count("-"),
        gap.count("v") + gap.count("m"),
        gap.count("Q"),
        gap.count("n"),
        max(between, default=0.0),
        max(outer, default=0.0),
        max(rivals, default=0.0),
        CODES.get(clause.code(frame.first - 1), -1),
        CODES.get(clause.code(frame.last), -1),
        len(frame.parts),
        sum(end - start for start, end in frame.parts),
        lemma == "say",
        abs(frame.cue.item - source.phrase.low) if source else -1,
    ]


def _within(item: int, frame: Frame) -> bool:
    return any(low <= item < high for low, high in frame.parts)


def _source(source: Source, voices: Voices, place: int) -> Row:
    """What the rest of the article says of a source."""
    key, named = head_of(source), source.phrase.kind == "name"
    row: Row = [voices.frames.get(key, 0), voices.quotations.get(key, 0)] if named else [-1.0, -1.0]
    answers = voices.answers
    for other in (place - 1, place + 1):
        if 0 <= other < len(answers):
            row += [answers[other][2] == key, answers[other][2] == key and answers[other][3]]
        else:
            row += [-1.0, -1.0]
    return [*row, named, min(len(voices.quotations), 9), key in ("who", "which", "that")]
