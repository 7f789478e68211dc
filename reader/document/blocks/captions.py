"""Alternative text above its caption: the same words twice, the first time often cut off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.document.blocks.looks import Look, look
from reader.document.blocks.patterns import ALT_LABEL
from reader.document.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.document.blocks.passages import Passage

_SHORTEST_CUT, _LIKELY_CUT, _SURE_CUT = 12, 25, 40
"""Characters of a caption's beginning; the longest can be no chance, the others need a credit after them."""

_BEGINNING = 30
_LONGEST_GAP = 1
_CREDIT_WORDS = 7


@dataclass(frozen=True)
class Unit:
    """A passage, or two of which the first is the other's alternative text.

    Attributes:
        start: of its first visible character.
        end: after its last one.
        gap: blank lines before it.
        look: of the passage that is read.
        hidden: the alternative text with the line break after it; None where there is none.
        above: after the last visible character of the alternative text; `end` where there is none.
        alike: how the alternative text repeats the caption: "cut", "same", "within", or "".
    """

    start: int
    end: int
    gap: int
    above: int
    look: Look
    hidden: Span | None = None
    alike: str = ""


def units(passages: Sequence[Passage]) -> list[Unit]:
    """The passages with each alternative text joined to its caption."""
    looks = [look(passage.text) for passage in passages]
    found: list[Unit] = []
    i = 0
    while i < len(passages):
        one = passages[i]
        other = passages[i + 1] if i + 1 < len(passages) else None
        alike = repeats(one, looks[i], other, looks[i + 1]) if other else ""
        if other and alike:
            hidden = Span(one.start, other.start)
            found.append(Unit(one.start, other.end, one.gap, one.end, looks[i + 1], hidden, alike))
            i += 1
        else:
            found.append(Unit(one.start, one.end, one.gap, one.end, looks[i]))
        i += 1
    return found


def repeats(one: Passage, seen: Look, other: Passage, below: Look) -> str:
    """How a passage only repeats the one below it: "cut", "same", "within", or "" where it does not."""
    if other.gap > _LONGEST_GAP or seen.furniture or below.furniture:
        return ""
    label = ALT_LABEL.match(one.text)
    told = one.text[label.end() :] if label else one.text
    if folded(told[:_BEGINNING]) == folded(other.text[: min(len(told), _BEGINNING)]):
        first, second = folded(told), folded(other.text)
        if first == second:
            return "same" if seen.count > 1 and len(first) > 5 else ""
        if second.startswith(first) and _cut(told, one, seen, other, below):
            return "cut"
    if (
        below.credited
        and below.count < 50
        and seen.count <= 8
        and not (seen.ended or seen.timed or seen.signed)
    ):
        return "within" if seen.told and seen.told <= below.told else ""
    return ""


def _cut(told: str, one: Passage, seen: Look, other: Passage, below: Look) -> bool:
    """Whether a beginning is a caption's and no chance: by its length, or by the credit that follows it.

    Args:
        told: the words of `one` without the label before them.
    """
    if seen.ended:
        return not other.gap and seen.count > 5 and below.count - seen.count <= _CREDIT_WORDS
    if len(told) >= _SURE_CUT:
        return True
    credit = other.text[len(told) :].lstrip()[:1] in {"(", "-", "–", "—", "|", ".", ","}
    known = "agency" in below.cues or len(told) > _LIKELY_CUT
    return len(told) >= _SHORTEST_CUT and (one.gap > 0 or not other.gap) and credit and known


def folded(text: str) -> str:
    """Text as it is compared: lower case, straight quotation marks, one blank at a time, no ellipsis at the end."""
    straight = text.lower().translate(_STRAIGHT)
    return " ".join(straight.split()).rstrip(".… ")


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
