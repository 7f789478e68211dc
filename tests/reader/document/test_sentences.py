"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.sentences import sentences


def cut(text: str) -> list[str]:
    """The sentences of a text as strings."""
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        ("Mr. A. J. Brandt of the U.S. Navy spoke.", ["Mr. A. J. Brandt of the U.S. Navy spoke."]),
        ("He moved to the U.S. The rest stayed.", ["He moved to the U.S.", "The rest stayed."]),
        ('"Stop!" he said. She did.', ['"Stop!" he said.', "She did."]),
        ('"Who now?" Ann Ode said.', ['"Who now?" Ann Ode said.']),
        ('"It is over." The crowd left.', ['"It is over."', "The crowd left."]),
        ("She paused... then left. So did we.", ["She paused... then left.", "So did we."]),
        ("It broke\noff here. It went\non.", ["It broke\noff here.", "It went\non."]),
        ("A heading\n\nA paragraph", ["A heading", "A paragraph"]),
        ("He said no. No. 4 was open.", ["He said no.", "No. 4 was open."]),
        ("It opens at 9 a.m. on Monday.", ["It opens at 9 a.m. on Monday."]),
        (
            "It stood in a car wash. Ruiz sat. “No,” he said.",
            ["It stood in a car wash.", "Ruiz sat.", "“No,” he said."],
        ),
        (
            "He left Olympia, Wash. Ruiz stayed on Sat. Nov. 4.",
            ["He left Olympia, Wash. Ruiz stayed on Sat. Nov. 4."],
        ),
        ("The pier was shut.Then it fell.", ["The pier was shut.", "Then it fell."]),
        ("“It was late.”Then he left.", ["“It was late.”", "Then he left."]),
        ("The pier was shut.“It fell,” he said.", ["The pier was shut.", "“It fell,” he said."]),
        ("See Node.js or St.Ives at 7.Up.", ["See Node.js or St.Ives at 7.Up."]),
        ("  \n ", []),
    ],
)
def test_sentences_end_where_a_reader_would_say(text: str, expected: list[str]) -> None:
    """Protects abbreviations, cries before their speaker, hard-wrapped lines, and sentences that a copy ran together."""
    assert cut(text) == expected


@given(st.text(alphabet='ab.A !?"“”\n…,', max_size=80))
def test_sentences_hold_every_character_that_is_no_blank(text: str) -> None:
    """Protects against text that belongs to no sentence, or to two."""
    found = sentences(text)
    covered = [i for s in found for i in range(s.start, s.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert [s.start for s in found] == sorted(s.start for s in found)
