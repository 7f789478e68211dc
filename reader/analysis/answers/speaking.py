"""Quotations to their sources, in reading order: each answer is part of what the next one is judged by."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Answer, Choice, Surroundings, Trail
from reader.analysis.answers.measures import hear, measure
from reader.analysis.answers.mentioned import only_mentioned
from reader.analysis.answers.readings import settle
from reader.analysis.answers.sources import choices
from reader.analysis.frames.frames import score

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.answers.attribution import Section
    from reader.analysis.answers.measures import Voices
    from reader.analysis.learned.trees import Forest
    from reader.analysis.learned.weights import Weights

LONG = 5
"""Words of a quotation proper; shorter ones are fragments."""
SURE = 0.85
"""An answer with this share of all at first is final."""
NOBODY = 0.45
"""From this share of all on, a quotation is no speech; below it, who says it is the best of the other answers: they
split what is left between them, and each alone can seem less likely than nobody."""
HOPELESS = 2.5
"""Answers that score this much less than the best (a twelfth as likely) are not looked at again."""


def house_style(sections: Sequence[Section]) -> str:
    """Which marks the article quotes in: "double", "single" or "both"."""
    quotations = [q for s in sections for q in s.paragraph.quotations.values()]
    if quotations and all(q.family == "single" for q in quotations):
        return "single"
    single = sum(q.family == "single" and q.end - q.start > 30 for q in quotations)
    double = sum(q.family != "single" and q.end - q.start > 30 for q in quotations)
    return "single" if single > 2 * double else "double" if single * 4 <= double else "both"


def surroundings(text: str, sections: list[Section]) -> Iterator[Surroundings]:
    """Every quotation of an article with where it stands, in order."""
    style = house_style(sections)
    for number, section in enumerate(sections):
        clause = 0
        for item, quotation in section.paragraph.quotations.items():
            while item >= section.clauses[clause].high:
                clause += 1
            yield Surroundings(text, sections, number, clause, item, quotation, style)


def follow(trail: Trail, around: Surroundings, choice: Choice) -> Trail:
    """The trail after an answer."""
    if choice.source is None:
        return trail
    q, longer = around.quotation, trail.longer
    if trail.source and trail.words >= LONG and trail.source != choice.source:
        longer = (trail.source, trail.number)
    number, words = around.here.paragraph.number, around.text[q.start : q.end].count(" ") + 1
    return Trail(choice.source, number, around.clause, around.item, q.closed, choice.rule, words, longer)


def _runs_over(trail: Trail, around: Surroundings, answer: Answer) -> Answer:
    """The answer, where the paragraph goes on with a quotation that the one above left open, that of the one above."""
    open_ = trail.source is not None and not trail.closed and trail.number == around.here.paragraph.number - 1
    if not open_ or around.item > 0 or answer.choice.rule in ("frame", "continued"):
        return answer
    return replace(answer, choice=Choice(trail.source, None, "continued", []))


@dataclass(frozen=True, slots=True)
class Question:
    """A quotation with all its answers and the log-linear model's score of each."""

    around: Surroundings
    options: list[Choice]
    scores: list[float]

    def answer(self, scores: Sequence[float]) -> Answer:
        """The answer that scores best; nobody where the words are only named, whatever the scores."""
        top = max(scores)
        raised = [math.exp(max(s - top, -40.0)) for s in scores]
        total = sum(raised)
        best = max(range(1, len(raised)), key=raised.__getitem__, default=0)
        place = best if raised[0] < NOBODY * total else 0
        choice = self.options[place]
        if only_mentioned(self.around, choice):
            choice = self.options[0]
        return Answer(self.around, choice, raised[place] / total)


def ask(around: Surroundings, trail: Trail, weights: Weights) -> Question:
    """A quotation's answers with their scores, after what has been answered before it.

    Of what speaks for them only where they come from is kept: a long text has hundreds of thousands.
    """
    options = choices(around, trail)
    scores = [score(option.features, weights.quotation) for option in options]
    around.own = []
    kept = [Choice(o.source, o.frame, o.rule, o.features[:1]) for o in options]
    return Question(around, kept, scores)


def first_reading(
    text: str, sections: list[Section], weights: Weights
) -> tuple[list[Question], list[Answer], list[Trail]]:
    """Each quotation with its answer by the log-linear model, and the trail that led there."""
    questions, answers, trails = [], [], [Trail()]
    for around in surroundings(text, sections):
        questions.append(ask(around, trails[-1], weights))
        answers.append(_runs_over(trails[-1], around, questions[-1].answer(questions[-1].scores)))
        trails.append(follow(trails[-1], around, answers[-1].choice))
    return questions, answers, trails


def answer_all(text: str, sections: list[Section], weights: Weights) -> list[Answer]:
    """Who says each quotation of the article: a first reading, then a second one that knows the first.

    In between, the sections are told which readings of their frames hold.
    """
    questions, answers, trails = first_reading(text, sections, weights)
    voices, trail, found = hear(text, sections, answers), Trail(), []
    settle(sections, answers, voices, weights.frames)
    if weights.trees is None:
        return answers
    for place, question in enumerate(questions):
        if trail.source != trails[place].source:
            question = ask(question.around, trail, weights)
        answer = question.answer(corrected(question, voices, place, weights.trees))
        found.append(_runs_over(trail, question.around, answer))
        trail = follow(trail, question.around, found[-1].choice)
    return found


def corrected(question: Question, voices: Voices, place: int, trees: Forest) -> list[float]:
    """The scores of a quotation's answers with what the trees add to those that have hope, and to "nobody"."""
    scores = question.scores
    if voices.answers[place][3] > SURE:
        return scores
    hopeful = [s >= max(scores) - HOPELESS or not n for n, s in enumerate(scores)]
    rows = measure(question.around, question.options, scores, hopeful, voices, place)
    return [s + trees.total(row) if row else s - 2 * HOPELESS for s, row in zip(scores, rows, strict=True)]
