"""Cleaning: what is shown can do no harm, and offsets never move."""

from hypothesis import given
from hypothesis import strategies as st

from annotations.text import clean


@given(st.text(alphabet=st.characters(exclude_characters="\r\ufeff")))
def test_cleaning_keeps_offsets(text: str) -> None:
    """One character comes out for each that goes in, so a plain file's own offsets hold."""
    assert len(clean(text)) == len(text)


@given(st.text())
def test_cleaning_leaves_nothing_a_terminal_obeys(text: str) -> None:
    """No control character but the line break survives, and no lone surrogate; cleaning twice is cleaning once."""
    done = clean(text)
    assert not [c for c in done if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0]
    assert clean(done) == done
    done.encode()


def test_line_ends_become_one_kind() -> None:
    """Windows and old Mac files read like any other; a byte order mark is no text."""
    assert clean("\ufeffa\r\nb\rc") == "a\nb\nc"
