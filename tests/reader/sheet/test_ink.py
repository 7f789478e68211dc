"""Colours as numbers: what contrast is, and that any colour can be made readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sheet.ink import Rgb, contrast, readable


def test_the_ratio_is_that_of_the_guidelines() -> None:
    """Black on white is 21, a colour on itself 1."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((10, 90, 200), (10, 90, 200)) == 1


LEVEL = st.integers(0, 255)
COLOUR = st.tuples(LEVEL, LEVEL, LEVEL)


@given(COLOUR, st.sampled_from([(0, 0, 0), (255, 255, 255), (30, 30, 40), (240, 235, 220)]))
def test_any_colour_becomes_readable(colour: Rgb, back: Rgb) -> None:
    """Whatever a theme brings, its text can be read."""
    assert contrast(readable(colour, [back], 4.5), back) >= 4.5
