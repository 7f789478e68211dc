"""Where a passage that lost its place may stand now: candidates for the reader to choose from, the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.anchor import Resolution
from annotations.judgement import STANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.candidates import Candidate
    from annotations.model import Anchor

_LEAST = 0.08
"""Below this score a place is not worth a look."""


def suggest(text: str, anchor: Anchor, was: str | None = None, limit: int = 6) -> list[Resolution]:
    """Places where a passage may stand now, none of them certain.

    Args:
        text: the article's cleaned text as it is now.
        anchor: of the passage.
        was: the text that the anchor was made on, where it is kept.
        limit: how many at most.

    Returns:
        Disjoint ranges with the state "ambiguous", a score, and what speaks for each in words; may be empty.
    """
    from annotations.search import Search

    search = Search(text, was)
    found: list[Resolution] = []
    for candidate in sorted(search.candidates(anchor), key=lambda c: -_score(c)):
        start, end = search.original(candidate.start, candidate.end)
        apart = all(end <= (other.start or 0) or start >= (other.end or 0) for other in found)
        score = _score(candidate)
        if start < end and apart and score >= _LEAST:
            found.append(Resolution(start, end, "ambiguous", score, _reason(candidate), start))
    return found[:limit]


def _score(found: Candidate) -> float:
    """Its own words count most; where they are gone, the place between the old neighbours does."""
    return min(0.99, 0.6 * found.quote + 0.2 * sum(found.sides))


def _reason(found: Candidate) -> str:
    return ", ".join([*_neighbours(found), f"{round(100 * found.quote)} % of the words kept"])


def _neighbours(found: Candidate) -> Iterator[str]:
    before, after = (side >= STANDS for side in found.sides)
    if before and after:
        yield "same neighbours on both sides"
    elif before or after:
        yield f"same neighbour {'before' if before else 'after'} it"
