"""Who says a quotation, from the scores of its answers."""

from __future__ import annotations

import math

import pytest

from reader.analysis.answers.attribution import Choice
from reader.analysis.answers.sections import read_sections
from reader.analysis.answers.speaking import Question, surroundings
from reader.analysis.learned.weights import RULES
from reader.document.model import Block

TEXT = 'The council met. Ruiz told Brandt the quay was "a bargain for the town" that night.'


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((0.40, 0.35, 0.25), 1),
        ((0.50, 0.30, 0.20), 0),
        ((0.10, 0.20, 0.70), 2),
        ((1.0,), 0),
    ],
)
def test_nobody_is_weighed_against_all_sources_together(shares: tuple[float, ...], expected: int) -> None:
    """Words that are likely speech have a speaker, though who it is be less sure than any one guess."""
    sections = read_sections(TEXT, [Block("paragraph", 0, len(TEXT))], RULES)
    around = next(surroundings(TEXT, sections))
    options = [Choice(None, None, "none", []), *(Choice(None, None, "near", []) for _ in shares[1:])]

    answer = Question(around, options, [math.log(s) for s in shares]).answer([math.log(s) for s in shares])

    assert answer.choice is options[expected]
    assert answer.probability == pytest.approx(shares[expected])
