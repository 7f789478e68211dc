"""Interviews whose answers bear no name: questions that address someone, and what stands below each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ASKED = re.compile(r"(?:Q|Question) ?[:.] +(?=\S)")
"""The label of a question."""
_ANSWERED = re.compile(r"(?:A|Answer) ?[:.] +(?=\S)")
_TO_YOU = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)
_OF_ME = re.compile(r"\b(?:I|I['’](?:m|d|ll|ve)|me|my|we|we['’](?:re|d|ll|ve)|our)\b")
_TOLD = re.compile(
    r"\binterview|\b(?:spoke|speaks|speaking|talked|talks|talking|chatted|sat down|caught up|met) (?:to|with|up)\b"
    r"|\b(?:we|I) (?:met|asked|spoke|talked)\b|\bconversation\b|\bQ ?(?:&|and) ?A\b|\bquestions (?:for|to|with)\b"
    r"|\bedited (?:for|and)\b|\bcondensed\b",
    re.IGNORECASE,
)
"""What an introduction says of what follows: somebody was asked."""
_QUESTION_END = re.compile(r"\?[\"'”’)]*\Z")
_FEWEST_LABELLED, _FEWEST = 3, 4
_LONGEST = 45
"""Words of a question."""
_SHORTEST = 4
"""Words of an answer's further paragraph."""
_BELOW = 6
"""Paragraphs that the last question is answered in at the most."""
_ADDRESSED, _PERSONAL = 0.5, 0.6


class Exchange(NamedTuple):
    """A question and its answer.

    Attributes:
        question: the index of its unit.
        answer: the indices of the units below it up to the next question.
    """

    question: int
    answer: tuple[int, ...]


def exchanges(texts: Sequence[str]) -> list[Exchange]:
    """The questions and answers of an interview.

    Args:
        texts: of the units of a page, in order.

    Returns:
        In order; empty where the page is no interview, or where its answers bear names or labels of their own.
    """
    labelled = [i for i, text in enumerate(texts) if ASKED.match(text)]
    if len(labelled) >= _FEWEST_LABELLED:
        answers = sum(_ANSWERED.match(text) is not None for text in texts)
        return _exchanges(texts, labelled) if 2 * answers < len(labelled) else []
    asked = [i for i, text in enumerate(texts) if _asks(text)]
    if len(asked) < _FEWEST or not any(_TOLD.search(text) for text in texts[: asked[0]]):
        return []
    if sum(_TO_YOU.search(texts[i]) is not None for i in asked) < _ADDRESSED * len(asked):
        return []
    found = [one for one in _exchanges(texts, asked) if one.answer]
    personal = sum(any(_OF_ME.search(texts[i]) for i in one.answer) for one in found)
    return found if len(found) >= _FEWEST and personal >= _PERSONAL * len(asked) else []


def _asks(text: str) -> bool:
    opens = text[:1].isupper()
    return opens and _QUESTION_END.search(text) is not None and 3 <= len(text.split()) <= _LONGEST


def _exchanges(texts: Sequence[str], asked: Sequence[int]) -> list[Exchange]:
    found = []
    for at, after in zip(asked, [*asked[1:], None], strict=True):
        if after is None:
            below = range(at + 1, min(len(texts), at + 1 + _BELOW))
            stop = next((i for i in below if i > at + 1 and not _OF_ME.search(texts[i])), below.stop)
            found.append(Exchange(at, tuple(range(at + 1, stop))))
        else:
            answer = tuple(
                i for i in range(at + 1, after) if i == at + 1 or len(texts[i].split()) >= _SHORTEST
            )
            found.append(Exchange(at, answer))
    return found
