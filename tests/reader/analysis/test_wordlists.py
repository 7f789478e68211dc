"""The word lists: how they are read, and that the code asks for none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reader.analysis
from reader.analysis.words.wordlists import pairs, sections

_SOURCES = sorted(Path(reader.analysis.__file__).parent.rglob("*.py"))
_ASKED = re.compile(r"""sections\("(\w+)"\)\["([^"]+)"\]|pairs\("(\w+)", "([^"]+)"\)""")


def test_a_word_of_several_parts_is_joined_by_a_low_line_in_the_file() -> None:
    """Protects entries that hold a space, as a section is cut at blanks."""
    assert "Chief Justice" in sections("titles")["honorific"]


def test_all_words_left_of_an_equals_sign_stand_for_what_is_right_of_it() -> None:
    """Protects the parties and the states, which an article tells in several ways."""
    parties = pairs("seats", "party")
    assert {parties[word] for word in ("republican", "republicans", "gop")} == {"republican"}
    assert pairs("seats", "state")["N.H"] == "New Hampshire"


@pytest.mark.parametrize("source", _SOURCES, ids=lambda path: path.stem)
def test_every_section_that_is_asked_for_is_in_its_file(source: Path) -> None:
    """A list that is not there is found here, and not by the first article that needs it."""
    for match in _ASKED.finditer(source.read_text("utf-8")):
        name, head = match[1] or match[3], match[2] or match[4]
        assert head in sections(name), f"{source.name}: [{head}] of {name}.txt"
