"""The trees: their file, how they decide, and what the second reading of the quotations makes of them."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.analysis.answers.measures import hear, measure
from reader.analysis.answers.sections import read_sections
from reader.analysis.answers.speaking import answer_all, first_reading
from reader.analysis.learned import trees
from reader.analysis.learned.trees import ANSWERS, Forest, load_trees, pack, unpack
from reader.analysis.learned.weights import RULES, load_weights
from reader.document.model import Block

if TYPE_CHECKING:
    from pathlib import Path

FOREST = Forest([0, 1], [(0, 0.5, -1, -2), (1, 2.0, 2, -3), (0, 1.5, -4, -5)], [0.25, -0.5, 1.0, 2.0, 4.0])
"""Two trees: one that asks once, one whose lower branch asks again."""

TEXT = '"We open in May," said Hanna Vogt. Her book "Bridges" is out.'


def test_a_forest_adds_up_one_leaf_of_each_tree() -> None:
    """Protects the way down: not above the limit is the first child, and a child below zero is a leaf."""
    assert FOREST.total([0.5, 3.0]) == 0.25 + 1.0
    assert FOREST.total([1.0, 2.0]) == -0.5 + 2.0
    assert FOREST.total([2.0, 0.0]) == -0.5 + 4.0


def test_a_forest_comes_back_from_its_file() -> None:
    """Protects the binary form."""
    assert unpack(pack(FOREST)) == FOREST


@pytest.mark.parametrize(
    "data", [b"no trees", pack(FOREST)[:20], zlib.compress(b'{"trees": 1, "nodes": 9}\n')]
)
def test_a_broken_file_leaves_the_first_answers(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects reading on without the trees, where their file is missing, cut short or another's."""
    monkeypatch.setattr(trees, "_DATA", tmp_path)
    assert load_trees.__wrapped__(ANSWERS) is None
    (tmp_path / ANSWERS).write_bytes(data)
    assert load_trees.__wrapped__(ANSWERS) is None


def test_a_sum_far_from_nought_is_not_added_to_further() -> None:
    """Protects the time, and what a reading is judged by: the trees stop where the answer is clear."""
    many = Forest([0] * 100, [(0, 0.5, -1, -2)], [-1.0, 1.0])
    assert many.total([1.0]) == 100.0
    assert many.total([1.0], 0.0, 20.0) < 100.0
    assert many.total([0.0], 0.0, 200.0) == -100.0


def test_the_program_comes_with_trees_that_fit_its_measures() -> None:
    """Protects against trees that were learned for other measures: each asks about one that a row has."""
    forest = load_weights().trees
    assert forest is not None
    sections = read_sections(TEXT, [Block("paragraph", 0, len(TEXT))], load_weights())
    questions, answers, _ = first_reading(TEXT, sections, load_weights())
    voices = hear(TEXT, sections, answers)
    for place, question in enumerate(questions):
        wanted = [True] * len(question.options)
        rows = measure(question.around, question.options, question.scores, wanted, voices, place)
        assert len({len(row) for row in rows}) == 1
        assert max(node[0] for node in forest.nodes) < len(rows[0])


def test_a_row_is_left_out_where_it_is_not_wanted() -> None:
    """Protects the time: hopeless answers are not measured."""
    sections = read_sections(TEXT, [Block("paragraph", 0, len(TEXT))], RULES)
    questions, answers, _ = first_reading(TEXT, sections, RULES)
    wanted = [place == 0 for place in range(len(questions[0].options))]
    voices = hear(TEXT, sections, answers)
    rows = measure(questions[0].around, questions[0].options, questions[0].scores, wanted, voices, 0)
    assert [bool(row) for row in rows] == wanted


def test_the_trees_can_overrule_a_doubtful_first_answer() -> None:
    """Protects the second reading: what the trees add decides between answers of equal score."""
    sections = read_sections(TEXT, [Block("paragraph", 0, len(TEXT))], RULES)
    level = replace(RULES, quotation={})
    for_nobody = _for_nobody(first_reading(TEXT, sections, level)[0][0].scores)
    assert answer_all(TEXT, sections, level)[0].choice.source is not None
    assert answer_all(TEXT, sections, replace(level, trees=for_nobody))[0].choice.source is None


def _for_nobody(scores: list[float]) -> Forest:
    """One tree that speaks for the answers without a phrase, which is "nobody": their last measures are all -1."""
    sections = read_sections(TEXT, [Block("paragraph", 0, len(TEXT))], RULES)
    questions, answers, _ = first_reading(TEXT, sections, replace(RULES, quotation={}))
    voices = hear(TEXT, sections, answers)
    rows = measure(questions[0].around, questions[0].options, scores, [True] * len(scores), voices, 0)
    return Forest([0], [(len(rows[0]) - 2, -0.5, -1, -2)], [5.0, 0.0])
