"""Reads what stands behind a legislator's name of party and place: "(R-Fla.)", ", D-Ohio,", "(Ky.)", "of Vermont"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.people.agreement import Told, where
from reader.analysis.words.wordlists import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.people.figure import Figure

_SEAT = re.compile(r"(?:,? \(|, )([DR])(?:[-–]([A-Z][\w. ]*))?(?=[,;)\n]| \w|$)")
_PLACE = re.compile(r" \(([A-Z][\w. ]*)\)")
_OF = re.compile(r" of ((?:[A-Z]\w+)(?: [A-Z]\w+)?)")
_BEHIND = 30
"""How many code points behind a name are looked at."""
_MOST = 40
"""How many of someone's names."""


def seats(text: str, figure: Figure) -> Iterator[Told]:
    """What party and place the text behind someone's names tells, each as a role that descriptions are compared with."""
    if figure.kind != "person":
        return
    for name in figure.names[:_MOST]:
        behind = text[name.end : name.end + _BEHIND]
        seat = _SEAT.match(behind)
        place = seat or _PLACE.match(behind) or (_OF.match(behind) if name.title else None)
        if place is None:
            continue
        party = pairs("seats", "letter")[seat[1]].split("|") if seat else []
        found = place[place.lastindex or 1] if not seat or seat[2] else ""
        state = pairs("seats", "state").get(found.strip().rstrip("."), found.strip())
        words = state.lower().split()
        there = where(words)
        if party or there:
            yield Told(frozenset([*party, *words, *there]), frozenset(party), there)
