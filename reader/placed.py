"""The annotations of one article in document order, found by where they stand, however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from typing import TYPE_CHECKING

from annotations.turns import yield_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotations.model import Annotation

_BUCKET = 10
"""Annotations are kept by stretches of 2 ** 10 code points, so that a look at a passage sees its neighbours alone."""
_LOST = float("inf")
_AT_ONCE = 2000
"""Annotations put in order before other threads get a turn."""


class Placed:
    """The annotations of one article, those without a place last.

    Attributes:
        lost: how many have no place any more.
        doubtful: how many have a place that may not be theirs.
        kinds: how many there are of each kind.
        whole: they are all there; else only those that the reader sees, until the others have arrived.
    """

    def __init__(self, rows: Iterable[Annotation] = (), *, whole: bool = True) -> None:
        self.whole = whole
        self._rows = _sorted(rows)
        self._by_id = {row.id: row for row in self._rows}
        self._buckets: dict[int, list[Annotation]] = {}
        self._all: tuple[Annotation, ...] | None = tuple(self._rows)
        self.lost = self.doubtful = 0
        self.kinds: Counter[str] = Counter()
        for number, row in enumerate(self._rows, 1):
            self._enter(row)
            if number % _AT_ONCE == 0:
                yield_turn()

    @property
    def rows(self) -> tuple[Annotation, ...]:
        """All of them; the same tuple until one changes."""
        if self._all is None:
            self._all = tuple(self._rows)
        return self._all

    def news(self) -> str:
        """How many the reader should look at, after the article has changed; empty where none."""
        if not self.lost and not self.doubtful:
            return ""
        what = " or ".join(
            words
            for count, words in ((self.lost, "lost their place"), (self.doubtful, "may stand elsewhere"))
            if count
        )
        return f"{self.lost + self.doubtful} of {len(self._rows)} notes {what}: R shows them"

    def get(self, id: str) -> Annotation | None:
        """The one of that id."""
        return self._by_id.get(id)

    def put(self, row: Annotation) -> None:
        """Take an annotation in, in place of the one with its id."""
        self.discard(row.id)
        self._by_id[row.id] = row
        insort(self._rows, row, key=_order)
        self._enter(row)
        self._all = None

    def discard(self, id: str) -> None:
        """Let the annotation of that id go, if there is one."""
        row = self._by_id.pop(id, None)
        if row is None:
            return
        at = bisect_left(self._rows, _order(row), key=_order)
        while self._rows[at] is not row:
            at += 1
        del self._rows[at]
        self.lost -= row.state == "orphan"
        self.doubtful -= row.state == "ambiguous"
        self.kinds[row.kind] -= 1
        for bucket in _buckets(row):
            self._buckets[bucket] = [other for other in self._buckets[bucket] if other is not row]
        self._all = None

    def over(self, start: int, end: int) -> list[Annotation]:
        """Those that overlap a range, in document order; an empty passage counts as one code point."""
        if not self._buckets or start >= end:
            return []
        found: dict[str, Annotation] = {}
        for bucket in range(start >> _BUCKET, ((end - 1) >> _BUCKET) + 1):
            for row in self._buckets.get(bucket, ()):
                low, high = _extent(row)
                if low < end and start < high:
                    found[row.id] = row
        return sorted(found.values(), key=_order)

    def at(self, offset: int) -> tuple[Annotation, ...]:
        """Those that cover an offset, the shortest first."""
        return tuple(sorted(self.over(offset, offset + 1), key=_length))

    def beginning(self, low: int, high: int) -> Sequence[Annotation]:
        """Those that begin from one offset to another, that one included, in document order."""
        return self._rows[
            bisect_left(self._rows, float(low), key=_start) : bisect_right(
                self._rows, float(high), key=_start
            )
        ]

    def next_start(self, offset: int, direction: int) -> int | None:
        """Where the nearest one after an offset, or before it, begins; None where there is none."""
        if direction > 0:
            at = bisect_right(self._rows, float(offset), key=_start)
        else:
            at = bisect_left(self._rows, float(offset), key=_start) - 1
        return self._rows[at].start if 0 <= at < len(self._rows) else None

    def _enter(self, row: Annotation) -> None:
        self.lost += row.state == "orphan"
        self.doubtful += row.state == "ambiguous"
        self.kinds[row.kind] += 1
        for bucket in _buckets(row):
            self._buckets.setdefault(bucket, []).append(row)


def in_order(rows: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Annotations in document order, those without a place last."""
    return tuple(sorted(rows, key=_order))


def _sorted(rows: Iterable[Annotation]) -> list[Annotation]:
    """In document order. Sorted by stretches, since one long sorting would let no other thread run until it is done."""
    stretches: dict[float, list[Annotation]] = {}
    for number, row in enumerate(rows, 1):
        if number % _AT_ONCE == 0:
            yield_turn()
        stretches.setdefault(_LOST if row.start is None else row.start >> _BUCKET, []).append(row)
    return [row for at in sorted(stretches) for row in sorted(stretches[at], key=_order)]


def _start(row: Annotation) -> float:
    return _LOST if row.start is None else row.start


def _order(row: Annotation) -> tuple[float, float, str]:
    return _start(row), _LOST if row.end is None else row.end, row.created


def _extent(row: Annotation) -> tuple[int, int]:
    start = row.start or 0
    return start, max(row.end or 0, start + 1)


def _length(row: Annotation) -> tuple[int, bool, bool, int, str]:
    """The shortest first; on one passage a note lies over a highlight, and that over a bookmark."""
    start = row.start or 0
    return (row.end or 0) - start, not row.note, row.kind == "bookmark", start, row.created


def _buckets(row: Annotation) -> range:
    if row.start is None or row.end is None:
        return range(0)
    low, high = _extent(row)
    return range(low >> _BUCKET, ((high - 1) >> _BUCKET) + 1)
