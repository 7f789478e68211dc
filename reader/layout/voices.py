"""Which mark and which of the colours each speaker gets, so that they can be told apart with and without colour."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.analysis.model import Analysis

MARKS = "●▲■◆▼○△□◇▽"
ASCII_MARKS = "o^#*v@A%=V"
COLOURS = 8
"""How many speaker colours a theme has. Marks and colours come round at different times, so forty pairs differ."""


class Voice(NamedTuple):
    """How a speaker is shown.

    Attributes:
        name: the speaker's.
        mark: one cell.
        colour: a number below `COLOURS`.
    """

    name: str
    mark: str
    colour: int


UNKNOWN = Voice("", "·", -1)
"""For statements whose speaker is not known."""


class Voices:
    """The voices of an article, by the order of their first statement.

    Args:
        before: as the speakers were shown until now: who is known already keeps their mark and colour.
    """

    def __init__(self, analysis: Analysis, before: Voices | None = None, *, ascii_only: bool = False) -> None:
        marks = ASCII_MARKS if ascii_only else MARKS
        self._numbers: dict[str, int] = dict(before._numbers) if before is not None else {}
        taken = {self._numbers[s.name] for s in analysis.speakers if s.name in self._numbers}
        free = (number for number in count() if number not in taken)
        new = {s.name: next(free) for s in analysis.speakers if s.name not in self._numbers}
        given = set(new.values())
        self._numbers = {name: n for name, n in self._numbers.items() if n not in given} | new
        names = dict.fromkeys(speaker.name for speaker in analysis.speakers)
        self._voices = {
            name: Voice(name, marks[number % len(marks)], number % COLOURS)
            for name in names
            for number in (self._numbers[name],)
        }

    def of(self, name: str | None) -> Voice:
        """The voice of a speaker; `UNKNOWN` where there is none."""
        return UNKNOWN if name is None else self._voices.get(name, UNKNOWN)
