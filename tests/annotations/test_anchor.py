"""Anchors: a passage is found where it is, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchor import Resolution, make, resolve, resolve_all
from annotations.text import clean

ARTICLE = clean(
    "The old bridge over the Tarn will close in May, the council said on Monday.\n\n"
    "“We have no choice,” said Mara Lind, who leads the council. “The steel is tired, and so is our patience.”\n\n"
    "Shop owners on the north bank fear for their trade. “Nobody walks an extra mile for bread,” said Oskar Brandt, "
    "a baker.\n\n"
    "The council has promised a ferry. It would run every ten minutes until the new bridge opens in two years."
)
PASSAGE = "Nobody walks an extra mile for bread"
START = ARTICLE.index(PASSAGE)
END = START + len(PASSAGE)


@given(st.text(min_size=1).map(clean), st.data())
def test_an_unchanged_text_gives_back_the_range(text: str, data: st.DataObject) -> None:
    """Whatever was marked stands exactly there as long as the article does not change."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = resolve(text, make(text, start, end))
    assert (found.start, found.end, found.state, found.score) == (start, end, "exact", 1.0)


def test_an_anchor_keeps_its_surroundings() -> None:
    """64 characters or more on each side, up to whole words, and what is there at the edges of the text."""
    anchor = make(ARTICLE, START, END)
    assert anchor.exact == PASSAGE
    assert 64 <= len(anchor.prefix) <= 88
    assert ARTICLE[: anchor.start].endswith(anchor.prefix)
    assert ARTICLE[anchor.end :].startswith(anchor.suffix)
    assert ARTICLE[anchor.start - len(anchor.prefix) - 1].isspace()
    assert make(ARTICLE, 0, 3).prefix == ""


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4), (0, len(ARTICLE) + 1)])
def test_a_range_outside_the_text_is_refused(start: int, end: int) -> None:
    """A wrong range is the caller's error and is not kept."""
    with pytest.raises(ValueError, match="does not lie in a text"):
        make(ARTICLE, start, end)


def test_a_paragraph_above_changes_nothing() -> None:
    """A passage whose neighbours still stand is exact wherever it went."""
    text = "CORRECTION: an earlier version gave the wrong month.\n\n" + ARTICLE
    found = resolve(text, make(ARTICLE, START, END))
    start = text.index(PASSAGE)
    assert (found.start, found.end, found.state, found.score) == (start, start + len(PASSAGE), "exact", 1.0)


def test_a_deleted_passage_is_an_orphan() -> None:
    """Nothing good enough means no place: never a guess."""
    text = ARTICLE.replace("“Nobody walks an extra mile for bread,” said Oskar Brandt, a baker.", "")
    found = resolve(text, make(ARTICLE, START, END))
    assert (found.start, found.end, found.state) == (None, None, "orphan")


def test_many_are_resolved_in_the_order_given() -> None:
    """The list answers one for one, whatever the order of the anchors."""
    anchors = [make(ARTICLE, start, start + 20) for start in (200, 0, 100)]
    found = resolve_all(ARTICLE, anchors)
    assert [(r.start, r.end) for r in found] == [(200, 220), (0, 20), (100, 120)]
    assert isinstance(found[0], Resolution)
    assert resolve_all(ARTICLE, []) == []
