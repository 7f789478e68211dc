"""Text to passages: what stands between two line breaks, a hard-wrapped paragraph read as one."""

from __future__ import annotations

from dataclasses import dataclass

from reader.document.blocks.unwrap import Line, joins, wrap_width
from reader.document.outline import MOST_LINES


@dataclass(frozen=True, slots=True)
class Passage:
    """A line, or the lines of a hard-wrapped paragraph.

    Attributes:
        start: of its first visible character.
        end: after its last visible character.
        text: read through its line breaks, so that it is as long as `end - start`.
        gap: blank lines before it.
    """

    start: int
    end: int
    text: str
    gap: int

    @property
    def rest(self) -> bool:
        """Whether it is all that comes after the lines that are told apart; its text then keeps the line breaks."""
        return "\n" in self.text


def lines(text: str) -> list[Line]:
    """The lines that show something, without the blanks around them; linear in the text."""
    found: list[Line] = []
    position = gap = 0
    for raw in text.split("\n", MOST_LINES):
        if stripped := raw.strip():
            start = position + raw.index(stripped[0])
            found.append(Line(start, stripped, gap, len(raw.rstrip())))
            gap = 0
        else:
            gap += 1
        position += len(raw) + 1
    return found


def passages(text: str) -> list[Passage]:
    """The passages of a text, in order; together they hold each of its visible characters once."""
    every = lines(text)
    width = wrap_width(every)
    found: list[Passage] = []
    first = 0
    for i in range(1, len(every) + 1):
        if i < len(every) and width and "\n" not in every[i].text and joins(every[i - 1], every[i], width):
            continue
        head, last = every[first], every[i - 1]
        end = last.start + len(last.text)
        inside = head.text if first == i - 1 else text[head.start : end].replace("\n", " ")
        found.append(Passage(head.start, end, inside, head.gap))
        first = i
    return found
