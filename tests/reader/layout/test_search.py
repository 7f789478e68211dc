"""Search reads the text as a person does, and never hangs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.search import Impatient, find, readable

TEXT = "She said “the old\npier” — cracked.\n\nThe Pier’s end. C++ (pier)"


def found(pattern: str, **options: bool) -> list[str]:
    return [TEXT[span.start : span.end] for span in find(readable(TEXT), pattern, **options)]


def test_hits_cross_wraps_and_kinds_of_marks() -> None:
    """What is typed with the keys at hand finds what a publisher set with care."""
    assert found('"the old pier" - cracked') == ["“the old\npier” — cracked"]
    assert found("pier's") == ["Pier’s"]


def test_a_capital_makes_case_count() -> None:
    """Small letters find both; with a capital only what has it; a class such as \\S is no capital."""
    assert found("pier") == ["pier", "Pier", "pier"]
    assert found("Pier") == ["Pier"]
    assert found("pier", smart_case=False) == ["pier", "pier"]
    assert found(r"t\Se old") == ["the old"]


def test_what_is_no_pattern_is_looked_for_as_it_stands() -> None:
    """While a bracket is being typed the search goes on."""
    assert found("C++ (") == ["C++ ("]
    assert found("(pier") == ["(pier"]


def test_a_hostile_pattern_is_given_up_in_words() -> None:
    """No pattern can hold the reader up."""
    with pytest.raises(Impatient, match="too long"):
        find("a" * 40 + "b", r"(a|aa|a?a)+$")


def test_hits_of_nothing_are_none() -> None:
    """An empty pattern, or one that matches nothing at every place, finds nothing."""
    assert find(TEXT, "") == []
    assert find(TEXT, "x*") == []


@given(st.text(max_size=60))
def test_reading_never_moves_an_offset(text: str) -> None:
    """A hit is painted where it stands."""
    assert len(readable(text)) == len(text)


@given(st.text(alphabet="a \n‘”–\u3000", max_size=40))
def test_single_line_breaks_are_spaces_and_marks_are_alike(text: str) -> None:
    """Protects the text as a search reads it, which is made by whole passes for the sake of long texts."""
    expected = re.sub(r"(?<!\n)\n(?!\n)", " ", text).translate(str.maketrans("‘”–\u3000", "'\"- "))
    assert readable(text) == expected
