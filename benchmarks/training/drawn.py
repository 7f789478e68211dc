"""Lines drawn from templates: each hole in one is filled with a name, a place, a date, or another line."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from typing import Any

_HOLE = re.compile(r"\{(\w+)\}")
_LISTED = frozenset({"first", "last"})


@cache
def templates() -> dict[str, list[str]]:
    """The templates of `made_up.txt` by class."""
    data = re.sub(r"(?m)^#.*$", "", Path(__file__).with_name("made_up.txt").read_text("utf-8"))
    found: dict[str, list[str]] = {}
    for name, lines in re.findall(r"(?m)^\[(\w+)\]\n((?:(?!\[\w+\]\n).*\n?)*)", data):
        parts = lines.split() if name in _LISTED else re.split(r";(?! )|\n", lines)
        found[name] = [part.strip() for part in parts if part.strip()]
    return found


class Drawn:
    """A source of lines with one seed; it writes all dates alike, and half of the people it names are given."""

    def __init__(self, seed: int, people: list[str]) -> None:
        """Take the names that half of its lines are to speak of."""
        self.random = random.Random(seed)
        self.people = people
        self.dates = self.random.randrange(6)

    def filled(self, name: str) -> str:
        """A line of a class with its holes filled."""
        text = self._one(templates()[name])
        return self.fill(text)

    def fill(self, text: str) -> str:
        """A template with its holes filled."""
        for _ in range(4):
            text = _HOLE.sub(lambda hole: self._hole(hole[1]), text)
        return text.replace(" ,", ",")

    def _hole(self, name: str) -> str:
        draw = self.random
        match name:
            case "PERSON":
                return draw.choice(self.people) if self.people and draw.random() < 0.5 else self._name()
            case "SHOUTED":
                return self._name().upper()
            case "LOUD":
                return self._one(templates()["agency"]).upper()
            case "LAST":
                return self._one(templates()["last"]).lower()
            case "PLACE":
                return self._one(templates()["place"])
            case "SHOUTED_PLACE":
                return self._one(templates()["place"]).upper()
            case "N":
                return str(draw.randint(2, 70))
            case "YEAR":
                return str(draw.randint(2008, 2027))
            case "CLOCKEND":
                return f"{draw.randint(0, 59):02}"
            case "CLOCK":
                return self._clock()
            case "DATE":
                return self._date()
        return self._one(templates()[name])

    def _name(self) -> str:
        middle = self._one(["", "", "", "", "A. ", "van ", "de ", "al-"])
        return f"{self._one(templates()['first'])} {middle}{self._one(templates()['last'])}"

    def _clock(self) -> str:
        hour, minute = self.random.randint(0, 23), self.random.randint(0, 59)
        twelve, half = hour % 12 or 12, "ap"[hour > 11]
        return self._one(
            [
                f"{hour:02}:{minute:02}",
                f"{hour}:{minute:02} GMT",
                f"{twelve}:{minute:02} {half}m",
                f"{twelve}.{minute:02}{half}m",
                f"{twelve}:{minute:02} {half.upper()}M EST",
                f"{twelve}:{minute:02} {half}.m. ET",
                f"{hour:02}:{minute:02} BST",
            ]
        )

    def _date(self) -> str:
        day, year = self.random.randint(1, 28), self.random.randint(2015, 2027)
        month, short = self._one(templates()["month"]), self._one(templates()["monthshort"])
        return [
            f"{month} {day}, {year}",
            f"{day} {month} {year}",
            f"{short} {day}, {year}",
            f"{day} {month[:3]} {year}",
            f"{month} {day} {year}",
            f"{day:02}/{self.random.randint(1, 12):02}/{year}",
        ][self.dates]

    def _one(self, options: list[Any]) -> Any:
        return self.random.choice(options)

    def _likely(self, chance: float) -> bool:
        return self.random.random() < chance
