"""Runs: disjoint, covering, with every role where it belongs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.paint import Layer, Paint, Run, clip, runs

SPANS = st.lists(
    st.tuples(st.integers(0, 3000), st.integers(0, 3000), st.sampled_from("abc")).map(
        lambda t: Paint(min(t[0], t[1]), max(t[0], t[1]), t[2])
    ),
    max_size=12,
)


def test_roles_stack_from_the_lowest_layer_up() -> None:
    """A highlight under a statement shows both."""
    paints = [Paint(0, 9, "say"), Paint(4, 12, "yellow"), Paint(4, 6, "say")]
    assert runs(2, 12, paints) == [
        Run(2, 4, ("say",)),
        Run(4, 9, ("say", "yellow")),
        Run(9, 12, ("yellow",)),
    ]


@given(SPANS, st.integers(0, 3000), st.integers(0, 200))
def test_runs_are_disjoint_and_cover(paints: list[Paint], start: int, length: int) -> None:
    """Every character of a row is drawn exactly once, with exactly the roles that lie over it."""
    found = runs(start, start + length, paints)
    assert [offset for run in found for offset in range(run.start, run.end)] == list(
        range(start, start + length)
    )
    for run in found:
        for offset in (run.start, run.end - 1):
            assert set(run.roles) == {p.role for p in paints if p.start <= offset < p.end}


@given(SPANS, st.integers(0, 3000), st.integers(1, 2500))
def test_a_layer_finds_what_overlaps_in_the_order_given(paints: list[Paint], start: int, length: int) -> None:
    """Looking near a row finds all that a look at the whole article would."""
    end = start + length
    expected = [p for p in paints if p.start < p.end and p.start < end and p.end > start]
    assert Layer(paints).over(start, end) == expected
    assert all(start <= p.start and p.end <= end for p in clip(paints, start, end))
