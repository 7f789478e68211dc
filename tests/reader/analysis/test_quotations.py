"""Every kind of quotation mark, and the slips."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.quotations import find_quotations


def quoted(text: str) -> list[str]:
    """The quoted stretches of a block as strings."""
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," he said. "Now."', ['"We go,"', '"Now."']),
        ('""We go,"" he said. ""Now.""', ['""We go,""', '""Now.""']),
        ('"We go," he said. " They stay."', ['"We go,"', '" They stay."']),
        ("“We go,” he said.", ["“We go,”"]),
        ("''We go,'' he said.", ["''We go,''"]),
        ("``We go,'' he said.", ["``We go,''"]),
        ("«Wir gehen», he said.", ["«Wir gehen»"]),
        ("»Wir gehen«, he said.", ["»Wir gehen«"]),
        ("„Wir gehen“, he said.", ["„Wir gehen“"]),
        ("‘We go,’ he said.", ["‘We go,’"]),
        ("'We don't know the voters' choice,' he said.", ["'We don't know the voters' choice,'"]),
        ("'He said \"no\" to me,' she said.", ["'He said \"no\" to me,'"]),
        ('"He said \'no\' to me," she said.', ['"He said \'no\' to me,"']),
        ("“He said “no” to me,” she said.", ["“He said “no” to me,”"]),
        ("the boys' club and the '90s, rock 'n' roll", []),
        ('the "rabbits" and the "hares"', ['"rabbits"', '"hares"']),
        ('“We leave the mark open', ["“We leave the mark open"]),
        ('a wrong "mark” here', ['"mark”']),
        ("“We go,“ said Vogt. “Now.”", ["“We go,“", "“Now.”"]),
        ("“We go,” Vogt said. ”We stay.”", ["“We go,”", "”We stay.”"]),
        ("“We go,” Vogt said.”We stay.”", ["“We go,”", "”We stay.”"]),
        ("It was open, ”even to those who laughed”.", ["”even to those who laughed”"]),
        ("It was fine.” Then he left.", []),
        ("“We go,” Vogt said. ”We stay.", ["“We go,”", "”We stay."]),
        ('an empty "" pair', []),
    ],
)  # fmt: skip
def test_outermost_stretches_are_found(text: str, expected: list[str]) -> None:
    """Protects each family of marks, nesting, apostrophes and repairs."""
    assert quoted(text) == expected


def test_an_open_stretch_says_so() -> None:
    """Protects what a quotation over several paragraphs is known by."""
    found = find_quotations("“We leave the mark open")
    assert [(q.closed, q.family) for q in found] == [(False, "double")]


@pytest.mark.parametrize(
    ("text", "resumed", "expected"),
    [
        ("'We left the boat where it lay.", False, ["'We left the boat where it lay."]),
        ("‘We left the boat where it lay.", False, ["‘We left the boat where it lay."]),
        ("She said: 'We left the boat where it lay.", True, ["'We left the boat where it lay."]),
        ("She said: 'We left the boat where it lay.", False, []),
        ("the boat, 'nearly new and never at sea in years.", True, []),
    ],
)
def test_single_marks_run_over_paragraphs(text: str, resumed: bool, expected: list[str]) -> None:
    """Protects British quotations of several paragraphs, which only the last one closes, from being lost."""
    found = find_quotations(text, resumed=resumed)
    assert [text[q.start : q.end] for q in found] == expected
    assert not any(q.closed for q in found)


@given(st.text(alphabet="ab \"'“”‘’«»„`.,\n", max_size=60))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    """Protects against overlapping or empty stretches in any muddle of marks."""
    found = find_quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
