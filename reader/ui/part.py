"""A group of a reading screen's commands: what all of them share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.sheet.sheet import Sheet
    from reader.ui.screens.reading import ReadingScreen


class Part(ABC):
    """Some of the commands of a reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    @property
    def _sheet(self) -> Sheet:
        return self._screen.sheet

    @abstractmethod
    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does, by the command's id."""
