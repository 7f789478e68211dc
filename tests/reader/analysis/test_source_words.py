"""What is shown as the source: all the names of a row, and no word of it as what is said."""

from __future__ import annotations

import pytest

from tests.reader.analysis.test_analyse import said, study


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ana Ruiz and Hanna Vogt said the bridge was safe.", "Ana Ruiz and Hanna Vogt"),
        ("Ana Ruiz, Bo Lind and Hanna Vogt said the bridge was safe.", "Ana Ruiz, Bo Lind and Hanna Vogt"),
        ("Ruiz, Lind, and Vogt said the bridge was safe.", "Ruiz, Lind, and Vogt"),
        ("Two divers and a rigger said the bridge was safe.", "Two divers and a rigger"),
        ("Ana Ruiz, Hanna Vogt said, and Bo Lind were on the bridge.", "Hanna Vogt"),
        ("The bridge was safe, said Ana Ruiz, and Hanna Vogt laughed.", "Ana Ruiz"),
        ("Ana Ruiz of the Harbour Times said the bridge was safe.", "Ana Ruiz of the Harbour Times"),
    ],
)
def test_a_source_is_shown_with_who_shares_it_and_where_they_hail_from(text: str, source: str) -> None:
    """Protects what is painted as the source: two people joined, a paper, and not who only stands near."""
    found = study(text)[1].statements[0]
    assert found.source
    assert text[found.source.start : found.source.end] == source


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Ana Ruiz and Bo Lind", "Ana Ruiz"),
        ("Ruiz, Lind and Vogt", "Ruiz"),
        ("Ana Ruiz and her brother", "Ana Ruiz"),
        ("divers and riggers", "divers"),
        ("letters sent to the harbour board", "letters"),
    ],
)
def test_what_belongs_to_according_to_is_no_part_of_what_is_said(source: str, speaker: str) -> None:
    """Protects where a content begins behind a source of several words in front of it."""
    assert said(f"According to {source}, the bridge was never tested.") == [
        (speaker, "the bridge was never tested")
    ]


def test_what_is_put_in_behind_according_to_does_not_cut_what_is_said() -> None:
    """Protects a content that has commas of its own."""
    assert said("According to Ana Ruiz, the bridge, the pier and the lock, all old, were never tested.") == [
        ("Ana Ruiz", "the bridge, the pier and the lock, all old, were never tested")
    ]
