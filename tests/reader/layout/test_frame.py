"""How a window is shared out: as the design draws it, and never more than there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.frame import CONTENTS, MARGIN, Frame, frame


def test_the_drawn_windows() -> None:
    """120 columns hold all three, 80 the article alone, 40 as much of it as fits."""
    assert frame(120, 72) == Frame(left=23, gutter=5, measure=72, contents=22, margin=19, room=True)
    assert frame(140, 72) == Frame(left=31, gutter=5, measure=72, contents=26, margin=31, room=True)
    assert frame(200, 72) == Frame(left=61, gutter=5, measure=72, contents=36, margin=61, room=True)
    assert frame(100, 72) == Frame(left=3, gutter=5, measure=72, contents=0, margin=19, room=False)
    assert frame(80, 72) == Frame(left=1, gutter=5, measure=72, contents=0, margin=0, room=False)
    assert frame(40, 72) == Frame(left=0, gutter=2, measure=38, contents=0, margin=0, room=False)


@given(st.integers(1, 300), st.integers(40, 120), st.booleans())
def test_nothing_overlaps_and_all_fits(width: int, measure: int, contents: bool) -> None:
    """Whatever the window, the parts stand side by side in it."""
    found = frame(width, measure, contents=contents)
    assert found.measure >= 1
    assert found.pane_left >= 0
    used = found.left + found.gutter + found.measure + (found.margin + 1 if found.margin else 0)
    assert used <= max(width, 3)
    assert not found.contents or found.left >= found.contents + 1 >= CONTENTS + 1
    assert not found.margin or found.margin >= MARGIN


@given(st.integers(1, 300), st.integers(40, 120))
def test_hiding_the_contents_does_not_move_the_article(width: int, measure: int) -> None:
    """`o` changes what stands beside the page, never the page."""
    shown, hidden = frame(width, measure, contents=True), frame(width, measure, contents=False)
    assert (shown.left, shown.gutter, shown.measure, shown.margin) == (
        hidden.left,
        hidden.gutter,
        hidden.measure,
        hidden.margin,
    )
