"""Annotated articles to examples of who says a quotation: its answers, and which of them are the annotators' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.training.examples import names_source
from benchmarks.training.trees import Lesson
from reader.analysis.answers.attribution import Trail
from reader.analysis.answers.measures import hear, measure
from reader.analysis.answers.readings import settle
from reader.analysis.answers.sections import read_sections
from reader.analysis.answers.sources import choices
from reader.analysis.answers.speaking import first_reading, follow, surroundings
from reader.document.model import Block

if TYPE_CHECKING:
    from benchmarks.training.corpus import Article, Attribution
    from reader.analysis.answers.attribution import Choice
    from reader.analysis.frames.subjects import Features
    from reader.analysis.learned.weights import Weights

Example = tuple[list["Features"], frozenset[int]]


def paragraphs(text: str) -> list[Block]:
    """Every line with something in it, as a paragraph."""
    found, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = place + len(line) - len(line.lstrip())
            found.append(Block("paragraph", start, start + len(line.strip())))
        place += len(line) + 1
    return found


def owner_of(article: Article, start: int, end: int) -> Attribution | None:
    """The attribution whose content holds the most of a stretch, half of it at least."""
    held = [
        (sum(max(0, min(end, y) - max(start, x)) for x, y in a.content), -place)
        for place, a in enumerate(article.attributions)
    ]
    shared, place = max(held, default=(0, 0))
    return article.attributions[-place] if 2 * shared >= end - start else None


def says(choice: Choice, owner: Attribution) -> bool:
    """Whether an answer is the annotators' own."""
    source = choice.source
    return source is not None and names_source(source.paragraph, source.phrase, owner.source)


def quotation_choices(article: Article, weights: Weights) -> list[Example]:
    """An article's quotations with the answers to each, and which of these are right."""
    found: list[Example] = []
    trail = Trail()
    for around in surroundings(article.text, read_sections(article.text, paragraphs(article.text), weights)):
        options = choices(around, trail)
        start, end = around.quotation.start, around.quotation.end
        owner = owner_of(article, start, end)
        if owner is None:
            found.append(([c.features for c in options], frozenset([0])))
        else:
            right = [place for place, choice in enumerate(options) if says(choice, owner)]
            trail = follow(trail, around, options[right[0]]) if right else Trail()
            if right:
                found.append(([c.features for c in options], frozenset(right)))
    return found


def lessons(article: Article, weights: Weights) -> list[Lesson]:
    """An article's quotations as the program reads them at first, for the trees; those without a right answer left out."""
    sections = read_sections(article.text, paragraphs(article.text), weights)
    questions, answers, _ = first_reading(article.text, sections, weights)
    voices, found = hear(article.text, sections, answers), []
    settle(sections, answers, voices, weights.frames)
    for place, question in enumerate(questions):
        around, scores = question.around, question.scores
        owner = owner_of(article, around.quotation.start, around.quotation.end)
        right = [says(choice, owner) if owner else choice.source is None for choice in question.options]
        if any(right):
            rows = measure(around, question.options, scores, [True] * len(scores), voices, place)
            found.append(Lesson(rows, scores, right))
    return found
