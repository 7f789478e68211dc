"""The statements of an article by where they stand: the one look-up of who speaks at a passage."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.model import Statement


class Said:
    """Finds the statements over a range, however long they are.

    Args:
        statements: in any order.

    Attributes:
        starts: where they begin, in code points, in order.
    """

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._in_order = sorted(statements, key=lambda s: s.start)
        self.starts = [s.start for s in self._in_order]
        self._longest = max((s.end - s.start for s in self._in_order), default=0)

    def over(self, start: int, end: int) -> list[Statement]:
        """Those of which a part overlaps a half-open range of code points, in document order."""
        near = self._in_order[bisect_left(self.starts, start - self._longest) : bisect_left(self.starts, end)]
        return [s for s in near if any(part.start < end and start < part.end for part in s.spans)]
