"""What keeps the work in step with the text: nobody is compared with everybody."""

from __future__ import annotations

import pytest

from reader.analysis.answers import mentioned
from reader.analysis.people import people
from reader.analysis.people.cast import Cast, read_cast
from reader.analysis.people.matching import same_person
from reader.document.model import Block
from tests.reader.analysis.test_analyse import study


def crowd(count: int) -> Cast:
    """The cast of an article with many people of one forename and one job."""
    lines = [f"Ana X{i}ton, a lawyer, left the hall. The lawyer said no." for i in range(count)]
    text = "\n".join(lines)
    blocks, place = [], 0
    for line in lines:
        blocks.append(Block("paragraph", place, place + len(line)))
        place += len(line) + 1
    return read_cast(text, blocks)


def test_names_are_compared_with_a_few_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects a long text with many namesakes: twice as many people may cost twice as much, not four times."""
    compared: list[int] = []
    monkeypatch.setattr(people, "same_person", lambda a, b: compared.append(1) or same_person(a, b))
    costs = []
    for count in (300, 600):
        compared.clear()
        assert len(crowd(count).entities) == count
        costs.append(len(compared))
    assert costs[0] < costs[1] < 2.5 * costs[0]


def test_a_role_of_very_many_is_looked_for_near_by() -> None:
    """Protects the same of descriptions; the nearest bearer of a role is always among those compared."""
    cast = crowd(300)
    offset = cast.mentions[200].start
    found = cast.with_role(frozenset({"lawyer"}), offset)
    assert {199, 200} <= {*found}
    assert len(found) < 150
    assert found == sorted(found)


def test_a_row_of_quotations_costs_what_it_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects a sentence of nothing but quotations: each is held against a few before it, and not against all."""
    asked: list[int] = []
    judge = mentioned._is_mentioned
    monkeypatch.setattr(mentioned, "_is_mentioned", lambda *a: asked.append(1) or judge(*a))
    costs = []
    for count in (60, 120):
        asked.clear()
        row = " and ".join(f"“old word number {i}”" for i in range(count))
        study(f"Mayor Ana Ruiz said on Monday that the pier was {row}, and left.")
        costs.append(len(asked))
    assert 0 < costs[0] < costs[1] < 2.5 * costs[0]
