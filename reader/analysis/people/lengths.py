"""How far a description goes: with what stands behind its head, with a title in marks, where it is first told at length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.people.descriptions import complement_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.cast import Cast


def fullest(cast: Cast, plural: bool, low: int, end: int) -> tuple[int, int]:
    """Where the article first describes the same at length: "researchers at the harbour board" for "the researchers"."""
    story = cast.narrative
    first = cast.first_use(story.words[end - 1].lower())
    if first >= low or (not plural and story.words[first - 1].lower() not in ("a", "an")):
        return low, end
    stop = complement_end(story, first + 1)
    return (first, stop) if stop > first + 1 and not story.quoted[first] else (low, end)


def content(words: Sequence[str]) -> list[str]:
    """The words that tell something, small."""
    return [
        word.lower()
        for word in words
        if word.lower() not in ("the", "a", "an", "of", "his", "her", "their", "and")
    ]


def inside(cast: Cast, end: int, high: int) -> int:
    """The end of a phrase with what stands behind its head, as far as the source goes."""
    story = cast.narrative
    i = end
    while i < high and story.words[i] not in (",", "who", "which", "that", "–", "—", "(", "whose"):
        i += 1
    return i


def past_title(cast: Cast, end: int) -> int:
    """The end of a phrase with the title in quotation marks that closes it: a study in the journal “Cold Places”."""
    story = cast.narrative
    stop = end
    while stop < len(story.words) and stop - end < 10 and story.quoted[stop]:
        stop += 1
    named = stop > end + 2 and story.words[end - 1].lower() in (
        "journal",
        "magazine",
        "report",
        "book",
        "newspaper",
    )
    return stop if named and not (stop < len(story.words) and story.quoted[stop]) else end
