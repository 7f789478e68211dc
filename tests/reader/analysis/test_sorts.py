"""What sort of thing a phrase names."""

from __future__ import annotations

import pytest

from reader.analysis.words.sorts import sort_of_name, sort_of_noun


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Hanna Vogt", "person"),
        ("Mayor Vogt", "person"),
        ("Vogt", "name"),
        ("Norway", "place"),
        ("Elmsford Council", "organisation"),
        ("UNHCR", "acronym"),
    ],
)
def test_a_name_tells_its_sort(name: str, sort: str) -> None:
    """Protects the choice of a source: a place by the verb is hardly ever who speaks."""
    assert sort_of_name(name.split()) == sort


@pytest.mark.parametrize(
    ("head", "sort"),
    [
        ("spokeswoman", "human"),
        ("nurses", "human"),
        ("report", "document"),
        ("council", "group"),
        ("bridge", "thing"),
    ],
)
def test_a_noun_tells_its_sort(head: str, sort: str) -> None:
    """Protects people, groups and papers from being taken for things."""
    assert sort_of_noun(head) == sort
