"""Tells whose a name of one word is: by title, gender, the place of the word in the full name, habit and nearness."""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from reader.analysis.people import gender
from reader.analysis.people.agreement import even
from reader.analysis.people.kinds import demonyms, places
from reader.analysis.people.matching import core_of, key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.figure import Figure
    from reader.analysis.people.gender import Gender
    from reader.analysis.people.names import Name

MOST = 60
"""How many who share a word of their names are compared; no article has as many."""
JUST_NAMED, _JUST = 0.5, 700
"""What it is worth to be the last of them who was named, against being named more often; within how many code points."""
FIRST_NAMED = 0.1
"""What it is worth to be who an article tells of first: it calls others of the name by more than the surname."""


def bearer(name: Name, key: str, known: Sequence[Figure], words: Sequence[str]) -> Figure | None:
    """Who, of those whose name holds the word, is meant: by title, place in the name, habit and nearness."""
    persons = [figure for figure in known[:MOST] if figure.kind == "person"]
    if name.kind in ("place", "group"):
        located = name.first > 0 and words[name.first - 1].lower() in (
            "in",
            "at",
            "from",
            "to",
            "near",
            "across",
            "of",
            "outside",
        )
        located = located and words[max(0, name.first - 2)].lower() != "according"
        persons = (
            []
            if located or name.kind == "group"
            else [f for f in persons if core_of(f.fullest)[-1] == key and len(core_of(f.fullest)) > 1]
        )
    if name.definite and not name.title:
        # "the Ruiz campaign" is hers; "the Post" is no person's, whoever else bears the name
        modifies = name.last < len(words) and words[name.last][0].islower()
        persons = [
            f for f in persons if modifies and len(core_of(f.fullest)) > 1 and core_of(f.fullest)[-1] == key
        ]
    told = gender.of_words(name.title)
    if told:
        persons = _of_gender(persons, told)
    if persons:
        last = max(persons, key=lambda figure: _latest(figure, name))
        just = JUST_NAMED * (name.start - _latest(last, name) < _JUST)
        first = min(persons, key=lambda figure: figure.starts[0])
        return max(
            persons,
            key=lambda f: _closeness(f, name, key) + just * (f is last) + FIRST_NAMED * (f is first),
        )
    return next(
        (figure for figure in known[:MOST] if figure.kind != "person" and _fits_short(figure, key)), None
    )


def _of_gender(persons: list[Figure], told: Gender) -> list[Figure]:
    """Those of a gender as far as known; where none is, those of whom only the forename, which lists may not know, tells another."""
    known = [(figure, *figure_gender(figure)) for figure in persons]
    fitting = [figure for figure, own, _ in known if own == told]
    fitting = fitting or [figure for figure, own, _ in known if own is None]
    return fitting or [figure for figure, _, sure in known if not sure]


def _fits_short(figure: Figure, key: str) -> bool:
    core = core_of(figure.names[0].words)
    if len(core) == 1:
        return True
    if figure.kind == "other":
        joined = len(core) == 2 and "-" in core[1]
        return core[-1] == key or (joined and core[0] == key)  # "Moon Jae-in" is "Moon"
    return figure.kind == "organisation" and core[0] == key and key not in _common_firsts()


@cache
def _common_firsts() -> frozenset[str]:
    """First words of organisations' names that do not stand for the whole."""
    return frozenset(
        word.casefold()
        for word in (*places(), *demonyms(), "the", "new", "united", "national", "international")
    )


def _titles(name: Name) -> set[str]:
    return {even(key_of(word)) for word in name.title}


def _closeness(figure: Figure, name: Name, key: str) -> float:
    """How likely a name of one word is this person's: surname before forename, the same title, the habit so far, nearness."""
    core = core_of(figure.fullest)
    score = 3.0 if core[-1] == key else 1.0 if core[0] == key else 0.0
    if len(core) == 1:
        score = 1.5
    score -= len(core) > 2 and core[-2] == "abu"  # Sadeq Abu Amer is "Abu Amer"
    knighted = {"Sir", "Dame", "Lady", "Lord", "Prince", "Princess", "King", "Queen"} & set(name.title)
    if knighted:
        score += 3.0 * ((core[0] == key and "Sir" in name.title) or "Dame" in name.title)
    own = _titles(name)
    score += 1.5 * (bool(own) and any(not own.isdisjoint(_titles(known)) for known in figure.names[:12]))
    score += 0.6 * math.log1p(figure.forms[name.words]) + 0.5 * math.log1p(len(figure.names))
    back = _latest(figure, name)
    distance = name.start - back if back >= 0 else 1500 + figure.starts[0] - name.start
    score -= 0.8 * (back < 0)
    return score - 0.4 * min(distance, 3000) / 3000


def _latest(figure: Figure, name: Name) -> int:
    """Where a figure was named last before a name; -1 where they were not."""
    place = bisect_left(figure.starts, name.start)
    return max(figure.latest, figure.starts[place - 1] if place else -1)


def figure_gender(figure: Figure) -> tuple[Gender | None, bool]:
    """What a figure's titles, roles and forename tell of its gender, in that order; and whether it is more than the forename."""
    for name in figure.names:
        told = gender.of_words(name.title)
        if told:
            return told, True
    for role in figure.roles:
        told = gender.of_words(_until_preposition(role.split()))
        if told:
            return told, True
    if figure.kind != "person":
        return None, False
    form = figure.fullest
    return (gender.of_forename(form[0]) if len(form) > 1 or gender.is_forename(form[0]) else None), False


def forename_tells(figure: Figure) -> bool:
    """Whether a forename tells the gender of a figure as far as it is known by now: that of another one is not meant."""
    return figure.gender is not None and gender.of_forename(figure.fullest[0]) == figure.gender


def _until_preposition(words: Sequence[str]) -> Sequence[str]:
    """The words of a role up to its noun: a "son of the queen" is no queen, a "widow's lawyer" no widow."""
    for i, word in enumerate(words):
        if word in ("of", "for", "to", "at", "in", "and", "who", "from", "with"):
            return words[:i][-1:]
    return words[-1:]
