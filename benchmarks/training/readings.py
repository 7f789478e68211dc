"""Annotated articles to examples of what a sentence's frames say: which readings are the annotators' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.training.examples import names_source
from benchmarks.training.questions import paragraphs
from benchmarks.training.trees import Verdict
from reader.analysis.answers.measures import hear
from reader.analysis.answers.readings import by_sentence, readings, weigh
from reader.analysis.answers.sections import read_sections
from reader.analysis.answers.speaking import first_reading

if TYPE_CHECKING:
    from benchmarks.training.corpus import Article, Attribution
    from reader.analysis.frames.clauses import Clause
    from reader.analysis.frames.frames import Frame
    from reader.analysis.learned.weights import Weights

_FEW = 2
"""So many words may stand outside of quotation marks in a statement that is all quotation."""
_PARTLY = 0.3
"""What a reading is worth that takes more into a quotation than its own words."""


def verdicts(article: Article, weights: Weights) -> list[Verdict]:
    """The readings of all frames of an article, with how right each is."""
    sections = read_sections(article.text, paragraphs(article.text), weights)
    answers = first_reading(article.text, sections, weights)[1]
    voices, sentences, found = hear(article.text, sections, answers), by_sentence(answers), []
    for number, section in enumerate(sections):
        for place, frames in enumerate(section.frames):
            read = readings(frames)
            rows = weigh(read, section, place, sentences.get((number, place), []), voices)
            for frame, row in zip(read, rows, strict=True):
                found.append(Verdict(row, frame.probability, worth(frame, article.attributions)))
    return found


def worth(frame: Frame, attributions: list[Attribution]) -> float:
    """How right a reading is, 0 to 1: as far as its content is that of an attribution with the same source."""
    phrase, paragraph = frame.subject.phrase, frame.clause.paragraph
    best = 0.0
    for attribution in attributions:
        if phrase is None:
            same = not attribution.source
        else:
            same = names_source(paragraph, phrase, attribution.source)
        if same:
            best = max(best, _alike(frame, annotated(frame.clause, attribution)))
    return best


def annotated(clause: Clause, attribution: Attribution) -> set[int]:
    """The items of a sentence that an attribution's content holds."""
    starts, ends = clause.paragraph.starts, clause.paragraph.ends
    low, high = starts[clause.low], ends[clause.high - 1]
    spans = [(a, b) for a, b in attribution.content if a < high and b > low]
    return {i for i in range(clause.low, clause.high) if any(a <= starts[i] < b for a, b in spans)}


def _alike(frame: Frame, items: set[int]) -> float:
    paragraph = frame.clause.paragraph
    mine = {i for low, high in frame.parts for i in range(low, high)}

    def size(of: set[int]) -> int:
        return sum(paragraph.ends[i] - paragraph.starts[i] for i in of)

    def told(of: set[int]) -> int:
        return sum(paragraph.words[i][0].isalnum() for i in of if i not in paragraph.quotations)

    both = size(mine) + size(items)
    alike = 2 * size(mine & items) / both if both else 0.0
    if alike < 0.5:
        return 0.0
    quoted = any(i in paragraph.quotations for i in items)
    return (0.4 + 0.6 * alike) * (_PARTLY if quoted and told(items) <= _FEW < told(mine) else 1.0)
