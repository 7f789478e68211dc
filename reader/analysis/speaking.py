"""Quotations to their sources, in reading order: each answer is part of what the next one is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.analysis.attribution import Choice, Section, Surroundings, Trail
from reader.analysis.frames import best
from reader.analysis.mentioned import only_mentioned
from reader.analysis.sources import choices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.quotations import Quotation
    from reader.analysis.weights import Weights


@dataclass(frozen=True, slots=True)
class Answer:
    """A quotation with who says it.

    Attributes:
        choice: the answer; its source is None where the quotation is no speech.
        probability: 0 to 1, the answer's share of all.
    """

    around: Surroundings
    choice: Choice
    probability: float

    @property
    def quotation(self) -> Quotation:
        """The quotation."""
        return self.around.quotation


def house_style(sections: Sequence[Section]) -> str:
    """Which marks the article quotes in: "double", "single" or "both"."""
    quotations = [q for s in sections for q in s.paragraph.quotations.values()]
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
    number = around.here.paragraph.number
    return Trail(choice.source, number, around.clause, around.item, around.quotation.closed, choice.rule)


def answer_all(text: str, sections: list[Section], weights: Weights) -> list[Answer]:
    """Who says each quotation of the article."""
    found, trail = [], Trail()
    for around in surroundings(text, sections):
        options = choices(around, trail)
        place, share = best(options, weights.quotation)
        if only_mentioned(around, options[place]):
            place = 0
        found.append(Answer(around, options[place], share))
        trail = follow(trail, around, options[place])
    return found
