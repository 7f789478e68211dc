"""The jump list: where the reader was before each jump, to go back to and forward again."""

from __future__ import annotations

KEPT = 100


class Jumps:
    """Offsets, oldest first, and a place among them.

    Args:
        offsets: of an earlier sitting.
    """

    def __init__(self, offsets: tuple[int, ...] = ()) -> None:
        self._back = list(offsets[-KEPT:])
        self._forward: list[int] = []

    @property
    def offsets(self) -> tuple[int, ...]:
        """What is worth keeping, oldest first."""
        return tuple(self._back)

    def leave(self, offset: int) -> None:
        """Note the offset that is about to be left by a jump; what lay forward is forgotten."""
        self._forward.clear()
        if not self._back or self._back[-1] != offset:
            self._back.append(offset)
            del self._back[:-KEPT]

    def back(self, here: int) -> int | None:
        """The offset to go back to; None where there is none."""
        while self._back:
            offset = self._back.pop()
            if offset != here:
                self._forward.append(here)
                return offset
        return None

    def forward(self, here: int) -> int | None:
        """The offset that going back left; None where there is none."""
        if not self._forward:
            return None
        self._back.append(here)
        return self._forward.pop()
