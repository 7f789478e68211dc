"""What each stretch of a row is: roles stacked in layers, and the runs of equal roles. Knows names, never colours."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BUCKET = 10
"""Spans are kept by stretches of 2 ** 10 code points, so that a row looks at its own neighbourhood alone."""


class Paint(NamedTuple):
    """A stretch of the text that has a role."""

    start: int
    end: int
    role: str


class Run(NamedTuple):
    """A stretch of a row with the same roles throughout.

    Attributes:
        start: offset of its first character.
        end: after its last.
        roles: from the lowest layer to the highest.
    """

    start: int
    end: int
    roles: tuple[str, ...]


class Layer:
    """Stretches with roles, in any order; they may overlap: the later one given lies above."""

    def __init__(self, paints: Iterable[Paint] = ()) -> None:
        self._buckets: dict[int, list[tuple[int, Paint]]] = {}
        for order, paint in enumerate(paints):
            if paint.start < paint.end:
                for bucket in range(paint.start >> _BUCKET, ((paint.end - 1) >> _BUCKET) + 1):
                    self._buckets.setdefault(bucket, []).append((order, paint))

    def over(self, start: int, end: int) -> list[Paint]:
        """The stretches that overlap a range, lowest first."""
        if not self._buckets or start >= end:
            return []
        found: dict[int, Paint] = {}
        for bucket in range(start >> _BUCKET, ((end - 1) >> _BUCKET) + 1):
            near = self._buckets.get(bucket, ())
            found.update((order, paint) for order, paint in near if paint.start < end and paint.end > start)
        return [found[order] for order in sorted(found)]


def clip(paints: Iterable[Paint], start: int, end: int) -> tuple[Paint, ...]:
    """The parts of stretches that lie in a range."""
    return tuple(
        Paint(max(paint.start, start), min(paint.end, end), paint.role)
        for paint in paints
        if paint.start < end and paint.end > start
    )


def runs(start: int, end: int, paints: Sequence[Paint]) -> list[Run]:
    """The runs of `[start, end)`: disjoint, in order, covering it.

    Args:
        start: offset of the row's first character.
        end: after its last.
        paints: lowest layer first; a role that is given twice counts once, where it was first.
    """
    if start >= end:
        return []
    edges = {start, end}
    for paint in paints:
        if start < paint.start < end:
            edges.add(paint.start)
        if start < paint.end < end:
            edges.add(paint.end)
    found: list[Run] = []
    ordered = sorted(edges)
    for low, high in itertools.pairwise(ordered):
        roles = tuple(dict.fromkeys(p.role for p in paints if p.start <= low and p.end >= high))
        if found and found[-1].roles == roles:
            found[-1] = Run(found[-1].start, high, roles)
        else:
            found.append(Run(low, high, roles))
    return found
