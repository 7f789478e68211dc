"""The annotations of an article by place: however they come and go, the quick ways find what a look at all of them finds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Anchor, Annotation, Kind
from reader.placed import Placed, in_order

ROW = Annotation("", "", Anchor("", "", "", 0, 0, ""))
PLACES = st.one_of(
    st.just((None, None)), st.tuples(st.integers(0, 3000), st.integers(0, 1500)).map(lambda p: (p[0], sum(p)))
)


def row(id: int, place: tuple[int | None, int | None]) -> Annotation:
    kinds: tuple[Kind, ...] = ("highlight", "note", "bookmark")
    held = replace(ROW, id=str(id), kind=kinds[id % 3], start=place[0], end=place[1], created=f"{id:03}")
    return held if place[0] is not None else replace(held, state="orphan")


@given(
    st.lists(PLACES, max_size=12),
    st.lists(st.tuples(st.integers(0, 15), st.none() | PLACES), max_size=12),
    st.integers(0, 4000),
    st.integers(1, 900),
)
def test_finds_what_a_look_at_all_of_them_finds(
    places: list[tuple[int | None, int | None]],
    edits: list[tuple[int, tuple[int | None, int | None] | None]],
    at: int,
    length: int,
) -> None:
    """A note put, moved or deleted is neither missed nor shown where it was."""
    held = {str(i): row(i, place) for i, place in enumerate(places)}
    placed = Placed(held.values())
    for id, place in edits:
        if place is None:
            held.pop(str(id), None)
            placed.discard(str(id))
        else:
            held[str(id)] = row(id, place)
            placed.put(held[str(id)])
    everything = in_order(held.values())
    standing = [r for r in everything if r.start is not None and r.end is not None]
    starts = [r.start or 0 for r in standing]
    assert placed.rows == everything
    assert placed.lost == len(everything) - len(standing)
    assert not placed.doubtful
    assert bool(placed.news()) == bool(placed.lost)
    assert +placed.kinds == Counter(row.kind for row in everything)
    assert placed.over(at, at + length) == [
        r for r in standing if (r.start or 0) < at + length and at < max(r.end or 0, (r.start or 0) + 1)
    ]
    assert set(placed.at(at)) == set(placed.over(at, at + 1))
    assert list(placed.beginning(at, at + length)) == [
        r for r in standing if at <= (r.start or 0) <= at + length
    ]
    assert placed.next_start(at, 1) == min((s for s in starts if s > at), default=None)
    assert placed.next_start(at, -1) == max((s for s in starts if s < at), default=None)
    assert all(placed.get(id) is r for id, r in held.items())


def test_the_shortest_over_a_spot_comes_first() -> None:
    """What is in focus is the innermost of nested passages."""
    placed = Placed([row(1, (0, 50)), row(2, (10, 20)), row(3, (30, 40))])
    assert [r.id for r in placed.at(12)] == ["2", "1"]
