"""Reads what stands behind a legislator's name of party and place: "(R-Fla.)", ", D-Ohio,", "(Ky.)", "of Vermont"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.analysis.people.agreement import Told, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.people.people import Figure

_SEAT = re.compile(r"(?:,? \(|, )([DR])(?:[-–]([A-Z][\w. ]*))?(?=[,;)\n]| \w|$)")
_PLACE = re.compile(r" \(([A-Z][\w. ]*)\)")
_OF = re.compile(r" of ((?:[A-Z]\w+)(?: [A-Z]\w+)?)")
_BEHIND = 30
"""How many code points behind a name are looked at."""
_MOST = 40
"""How many of someone's names."""
_PARTIES = {"D": ("democrat", "democratic"), "R": ("republican",)}
_STATES = """
Ala=Alabama Ariz=Arizona Ark=Arkansas Calif=California Colo=Colorado Conn=Connecticut Del=Delaware Fla=Florida Ga=Georgia
Ill=Illinois Ind=Indiana Kan=Kansas Ky=Kentucky La=Louisiana Md=Maryland Mass=Massachusetts Mich=Michigan Minn=Minnesota
Miss=Mississippi Mo=Missouri Mont=Montana Neb=Nebraska Nev=Nevada N.H=New_Hampshire N.J=New_Jersey N.M=New_Mexico N.Y=New_York
N.C=North_Carolina N.D=North_Dakota Okla=Oklahoma Ore=Oregon Pa=Pennsylvania R.I=Rhode_Island S.C=South_Carolina
S.D=South_Dakota Tenn=Tennessee Tex=Texas Vt=Vermont Va=Virginia Wash=Washington W.Va=West_Virginia Wis=Wisconsin Wyo=Wyoming
"""


@cache
def _states() -> dict[str, str]:
    """The states by their short forms without the last full stop."""
    pairs = (pair.split("=") for pair in _STATES.split())
    return {short: state.replace("_", " ") for short, state in pairs}


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
        party = _PARTIES[seat[1]] if seat else ()
        found = place[place.lastindex or 1] if not seat or seat[2] else ""
        state = _states().get(found.strip().rstrip("."), found.strip())
        words = state.lower().split()
        there = where(words)
        if party or there:
            yield Told(frozenset([*party, *words, *there]), frozenset(party), there)
