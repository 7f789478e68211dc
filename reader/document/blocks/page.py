"""The lie of a page: a letter for each unit, where the story runs, which lines could be its title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.document.blocks.looks import vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Sequence

    from reader.document.blocks.captions import Unit

_OFTEN = 3
_LABEL_REACH = 6
_TITLE_REACH = 60
_WEIGHT = {"B": 4.0, "b": 0.8, "L": 0.3, "C": -0.2, "D": -0.5, "N": -0.5, "P": -0.8, "S": -0.6, "W": -1.5}
"""What a unit of each letter adds to the run that holds it."""


@dataclass(frozen=True)
class Page:
    """What is known of all units before any is weighed."""

    units: Sequence[Unit]
    shapes: str
    first: int
    last: int
    known: Collection[str]
    titles: dict[int, tuple[int, float]]
    above: Sequence[str]
    below: Sequence[str]

    def between(self, i: int) -> str:
        """The sides that a unit stands between, furniture skipped."""
        return side(self.above[i][0]) + side(self.below[i][0])

    def place(self, i: int) -> str:
        """Before, in or after the story."""
        return "<" if i < self.first else ">" if i > self.last else "="


def lay_out(units: Sequence[Unit], copies: Sequence[int]) -> Page:
    """Lay out the units of a page.

    Args:
        copies: how often the page has each unit.
    """
    shapes = "".join(shape(unit, many) for unit, many in zip(units, copies, strict=True))
    first, last = extent(units, shapes)
    known = vocabulary(unit.look for unit in units[first : last + 1])
    likely = {i: (rank, value) for rank, (i, value) in enumerate(titles(units, shapes, first, known).items())}
    return Page(units, shapes, first, last, known, likely, beside(shapes), beside(shapes[::-1])[::-1])


def shape(unit: Unit, copies: int) -> str:
    """A letter for what a unit looks like by itself.

    `N` furniture, `C` caption, `B` paragraph, `b` sentence, `D` date or byline, `P` promotion, `W` form or notice,
    `S` short, `L` long.

    Args:
        copies: how often the page has it.
    """
    look = unit.look
    if look.furniture or (copies >= _OFTEN and look.count < 12 and not look.person):
        return "N"
    if (
        unit.alike in {"cut", "within"}
        or look.credited
        or look.only_credit
        or (unit.alike and look.count > 6)
    ):
        return "C"
    if look.body:
        return "B"
    if look.announced:
        return "P"
    if look.covered >= 0.34:
        return "P" if look.cues.get("promo", 0) * 2 >= sum(look.cues.values()) else "W"
    if look.sentence:
        return "b"
    if (look.dated and look.count < 14) or ((look.by or "updated" in look.cues) and look.count < 16):
        return "D"
    return "S" if look.count < 20 else "L"


def extent(units: Sequence[Unit], shapes: Sequence[str]) -> tuple[int, int]:
    """The first and last unit of the story's main run: the stretch with the most paragraphs for its furniture.

    Source: J. Bentley, "Programming pearls: algorithm design techniques", 1984 (maximum subarray).
    """
    best = (0.0, 0, len(shapes) - 1)
    total, begin = 0.0, 0
    for i, letter in enumerate(shapes):
        weight = _WEIGHT[letter] * (min(units[i].look.count, 60) / 40 + 0.4 if letter == "B" else 1)
        if total <= 0:
            total, begin = 0.0, i
        total += weight
        if total > best[0]:
            best = (total, begin, i)
    return best[1], best[2]


def titles(
    units: Sequence[Unit], shapes: Sequence[str], first: int, known: Container[str]
) -> dict[int, float]:
    """How much each unit above the story looks like its title, best first: by shared words, shape and place.

    Args:
        first: the first unit of the story.
        known: the words of sense of its paragraphs.
    """
    found: dict[int, float] = {}
    signed = -1
    for i in range(min(first, len(units) - 1), max(-1, first - _TITLE_REACH), -1):
        look = units[i].look
        if shapes[i] == "D" or (look.person and i):
            signed = i
        kept = shapes[i] in "SPLbC" or (look.count > 3 and not look.furniture and shapes[i] == "N")
        if not kept or not 2 <= look.count <= 28 or not look.told or look.timed or look.signed:
            continue
        value = 2.5 * sum(word in known for word in look.told) / len(look.told)
        value += 0.12 * min(look.count, 10) - 0.1 * max(0, look.count - 15)
        value += 1.2 * (not i) + 0.6 * (i < signed <= i + 6) - 0.03 * min(first - i, 40)
        value -= 1.2 * look.text.endswith(".") + 1.5 * (look.text[0].islower() or look.text[0] in "…-–—(")
        value -= 1.0 * (shapes[i] == "C") + 0.5 * look.person + 0.6 * (shapes[i] == "P")
        found[i] = value
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def beside(shapes: Sequence[str]) -> list[str]:
    """For each unit the two nearest letters before it that are neither furniture nor a caption, nearest first."""
    found: list[str] = []
    one = two = "^"
    for letter in shapes:
        found.append(one + two)
        if letter not in "NC":
            one, two = letter, one
    return found


def labelled(shapes: Sequence[str]) -> list[int]:
    """How many units after a label such as "Related" each stands, while no paragraph comes between; 0 for none."""
    found: list[int] = []
    since = 0
    for letter in shapes:
        found.append(since if since <= _LABEL_REACH else 0)
        if letter == "P":
            since = 1
        elif letter in "Bb":
            since = 0
        elif since and letter != "N":
            since += 1
    return found


def side(letter: str) -> str:
    """A paragraph, something short, or what a letter says."""
    return "B" if letter in "BbL" else "S" if letter in "SPW" else letter
