"""Rows of phrases: "Adams, Brown and Clark", of which the phrase that is found is the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.words.sorts import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.frames.phrases import Phrase

_JOINTS = ("and", "&")


def row_end(words: Sequence[str], phrases: Sequence[Phrase], first: Phrase, end: int) -> int:
    """Find where the row ends that a phrase opens.

    Args:
        words: of the paragraph.
        phrases: those of its sentence.
        first: the phrase that may open a row.
        end: the item after it and what belongs to it.

    Returns:
        The item after the row's last phrase; `end` where it opens none. What stands between commas belongs to a row of
        names only where it is a name itself: "Ana Ruiz, a baker, and Bo Lund" is none.
    """
    begun = {phrase.low: phrase for phrase in phrases}
    item = end
    while first.kind == "name" and words[item : item + 1] == [","]:
        following = begun.get(item + 1)
        if following is None or following.kind != "name" or is_title(words[following.head]):
            break
        item = following.high
    joint = item + (item > end and words[item : item + 1] == [","])
    last = begun.get(joint + 1)
    if last and words[joint] in _JOINTS and (last.kind == first.kind or _are_names(words, first, last)):
        return last.high
    return end


def _are_names(words: Sequence[str], *phrases: Phrase) -> bool:
    """Whether phrases end in a capital, names or not: "the Fire" and "Rescue Service"."""
    return all(words[phrase.head][0].isupper() for phrase in phrases)
