"""Tells whose life an obituary tells, so that "she" is that person more often than whom a sentence brings in beside them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.figure import Figure
    from reader.analysis.words.narrative import Narrative

_DIES = frozenset(("died", "dies", "obituary", "dead"))
_BORN = (("was", "born"), ("survived", "by"), ("predeceased", "by"), ("leaves", "behind"))
"""What is told of a life and hardly in other news; two words each."""
_OPENING = 2
"""Paragraphs of the story in which a death is told."""


def whose_life(story: Narrative, figures: Sequence[Figure]) -> int:
    """The index of the person whose life an obituary tells; -1 where the article is none.

    It is one where its headline or opening tells of a death, and somewhere somebody "was born" or "is survived by"
    others. Whose it is: who is named first and most in headline and opening.
    """
    low = [word.lower() for word in story.words]
    opening = [i for i in range(len(low)) if story.body[i] <= _OPENING]
    told = any(low[i] in _DIES for i in opening if not story.quoted[i])
    lived = any(pair in _BORN for i, pair in enumerate(pairwise(low)) if not story.quoted[i])
    lived = lived or any(map(_opens_a_life, story.words, story.starts))
    if not (told and lived):
        return -1
    near = set(opening)
    counts = [sum(name.first in near for name in figure.names) for figure in figures]
    persons = [
        who for who, figure in enumerate(figures) if figure.kind == "person" and figure.names[0].first in near
    ]
    return max(persons, key=lambda who: (counts[who], -figures[who].names[0].first), default=-1)


_BIRTHS = 8
"""How many birth names are looked into; no article has as many."""


def with_birth_names(story: Narrative, figures: list[Figure]) -> list[Figure]:
    """The figures, who bears a birth name being who is known by another: "Born Ana Maria Ruiz in Lund, she".

    That is whose life the article tells, or else the last one before of the same surname.
    """
    born = [f for f in figures if f.kind == "person" and _is_birth_name(story, f.names[0].first)][:_BIRTHS]
    life = whose_life(story, figures) if born else -1
    found = list(figures)
    for figure in born:
        name = figure.names[0]
        before = (f for f in reversed(found) if f.names[0].start < name.start and f.kind == "person")
        told = figures[life] if life >= 0 else figure
        bearer = (
            told if told is not figure else next((f for f in before if f.fullest[-1] == name.words[-1]), None)
        )
        if bearer is not None:
            bearer.names = sorted([*bearer.names, *figure.names], key=lambda n: n.start)
            found.remove(figure)
    return found


def _is_birth_name(story: Narrative, first: int) -> bool:
    """Whether "Born" opens the sentence right before a name that begins at a token."""
    return first > 0 and _opens_a_life(story.words[first - 1], story.starts[first - 1])


def _opens_a_life(word: str, starts: bool) -> bool:
    return starts and word == "Born"
