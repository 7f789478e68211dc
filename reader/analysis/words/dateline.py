"""Where a report comes from, before its first word: "OSLO (News) — ", "Lund: "."""

from __future__ import annotations

import re
from functools import cache

from reader.analysis.words.wordlists import sections

_PLACE = r"[A-Z][\w.’'-]*,?[ /]"
_DATELINE = re.compile(
    rf"(?:(?=[A-Z]{{2,}})(?:{_PLACE}){{1,5}}(?:\d{{1,2}},? )?|(?:{_PLACE}){{1,4}}(?=\())"
    r"(?:\([A-Z][\w .]{1,30}\) ?)?(?:—|–|--|-|:)\s+(?=[\"“'‘A-Z])"
    r"|[A-Z][a-z]{3,}: (?=[A-Z][a-z]+ [a-z][^\n]{90})"
)
_CITY = re.compile(r"([A-Z]{2,}(?: [A-Z]{2,}){0,2}):\s+(?=[\"“'‘A-Z])")
"""A dateline as papers of India and Pakistan have it; anybody else in capitals before a colon speaks."""


def dateline_end(paragraph: str) -> int:
    """Where the dateline that opens a paragraph ends, with the blanks behind it; 0 where there is none."""
    opening = _DATELINE.match(paragraph) or _CITY.match(paragraph)
    if opening is None or (opening.re is _CITY and not is_city(opening[1])):
        return 0
    return opening.end()


def is_city(name: str) -> bool:
    """Whether capitals are a city's name: "NEW DELHI"."""
    return name.title() in _cities()


@cache
def _cities() -> frozenset[str]:
    return frozenset(sections("places")["city"])
