"""The app's first hold on the terminal, where the first screen stands on it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.first_screen import ENTER

if TYPE_CHECKING:
    from textual.driver import Driver


def taking_over(driver: type[Driver]) -> type[Driver]:
    """A driver like this one that does not enter the other screen a first time, which would wipe what stands there."""

    class TakingOver(driver):  # type: ignore[misc, valid-type]
        _entered = False

        def write(self, data: str) -> None:
            if data == ENTER and not self._entered:
                self._entered = True
                return
            super().write(data)

    return TakingOver
