"""Joins who is meant by a surname that the article spells in two ways: "Kulkarny said", of Ravi Kulkarni."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.people import gender
from reader.analysis.people.kinds import demonyms, places
from reader.analysis.people.matching import core_of, spellings
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.figure import Figure


def join_misspelled(figures: Sequence[Figure]) -> list[Figure]:
    """The entities, those left out whose only name is another's surname but for a letter; the other takes their mentions.

    No two are joined where both spellings are told apart: where two persons' surnames are as near, or where the word is
    a forename, a place, a people or a common word. The time is linear in the entities.
    """
    bearers: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.kind == "person" and len(core_of(figure.fullest)) > 1:
            for spelling in spellings(core_of(figure.fullest)[-1]):
                bearers.setdefault(spelling, []).append(figure)
    kept = []
    for figure in figures:
        meant = _meant(figure, bearers)
        if meant is None:
            kept.append(figure)
            continue
        for name in figure.names:
            meant.add(name)
    return kept


def _meant(figure: Figure, bearers: dict[str, list[Figure]]) -> Figure | None:
    """Whose surname an entity's only name is but for a letter."""
    core = core_of(figure.fullest)
    if len(core) > 1 or figure.kind not in ("person", "other") or _is_known(figure.fullest[0]):
        return None
    found = {id(other): other for spelling in spellings(core[0]) for other in bearers.get(spelling, ())}
    meant = next(iter(found.values()), None)
    if meant is None or len(found) > 1 or any(name.definite for name in figure.names):
        return None
    surname = core_of(meant.fullest)[-1]
    plural = surname in (core[0] + "s", core[0] + "'s") or core[0] in (surname + "s", surname + "'s")
    return None if plural or surname == core[0] or _is_known(meant.fullest[-1]) else meant


def _is_known(word: str) -> bool:
    """Whether a name is known by itself, so that it is hardly another misspelled."""
    known = gender.is_forename(word) or word in places() or word in demonyms()
    return known or word.lower() in sections("common")["word"]
