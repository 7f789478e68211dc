"""Places that tell the kind of what stands in them: a caption's, an entry's, a line's under a time."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.document.blocks.captions import folded
from reader.document.blocks.interviews import exchanges
from reader.document.blocks.patterns import CLOCK, QUOTED, SIGNATURE, TURN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.document.blocks.looks import Look
    from reader.document.blocks.page import Page

_LONGEST_CAPTION = 40
"""Words of a line that may be a caption by its place alone."""

_COMPARED = 160
"""Characters by which lines are told to be copies."""

_FEWEST_ENTRIES, _ENTRIES, _SHORTEST_ENTRY = 3, 0.7, 4
"""Entries of a live report, their share of what stands below a time of day, and words of the shortest."""
_FEWEST_TURNS, _SAID = 4, 0.7
"""Turns of a transcript, and their share that ends as a sentence does."""
_VOICES_APART = 3
"""Units from one quotation with its signature to the next."""


def pictured(page: Page, i: int, traits: frozenset[str]) -> list[str]:
    """Whether a unit stands where only a caption does.

    `counted` is below "1 of 5" or "View gallery", `twinned` a name twice between paragraphs, `credited` a line of names
    with an agency among them below a paragraph, `named` a sentence and a name, `retold` the beginning of the line above.
    """
    unit, above, below = page.units[i], page.above[i], page.below[i]
    look, before = unit.look, page.units[i - 1].look if i else None
    inside = page.place(i) == "=" and above[0] in "Bb"
    holds = (
        (
            "counted",
            before and before.count > 1 and before.furniture and "gallery" in before.cues and not look.ended,
        ),
        ("twinned", inside and above[1] in "Bb" and unit.alike == "same" and look.person and "B" in below),
        ("named", page.place(i) == "=" and {"parted", "nametail"} <= traits),
        ("retold", before and not before.body and look.count > 4 and _retold(look, before)),
        ("credited", inside and "capitalised" in traits and "agency" in look.cues),
    )
    return [name for name, held in holds if held and look.count < _LONGEST_CAPTION]


def _retold(look: Look, before: Look) -> bool:
    """Whether a line is the beginning of the one above it: the second view of a picture leaves out the credit."""
    return folded(before.text[:_COMPARED]).startswith(folded(look.text[:_COMPARED]))


def entries(looks: Sequence[Look]) -> frozenset[int]:
    """The units of a live report, of a list of voices, of a transcript or an interview, however short they are."""
    return _live(looks) | _voices(looks) | _turns(looks) | _interview(looks)


def _live(looks: Sequence[Look]) -> frozenset[int]:
    """The units below a time of day where a page is made of such."""
    below = [i + 1 for i, look in enumerate(looks[:-1]) if look.count < 4 and CLOCK.fullmatch(look.text)]
    told = [
        i for i in below if looks[i].ended and looks[i].count >= _SHORTEST_ENTRY and not looks[i].announced
    ]
    return frozenset(told if len(told) >= max(_FEWEST_ENTRIES, _ENTRIES * len(below)) else ())


def _voices(looks: Sequence[Look]) -> frozenset[int]:
    """Quotations and the signatures below them, where there are some in a row."""
    found = [
        i
        for i, look in enumerate(looks[:-1])
        if QUOTED.fullmatch(look.text) and SIGNATURE.fullmatch(looks[i + 1].text)
    ]
    row = sum(after - before <= _VOICES_APART for before, after in pairwise(found)) + 1
    return (
        frozenset(place + step for place in found for step in (0, 1))
        if row >= _FEWEST_ENTRIES
        else frozenset()
    )


def _turns(looks: Sequence[Look]) -> frozenset[int]:
    """What several speak in turn, each behind a name and a colon: names that come again, of two or more."""
    found: dict[int, str] = {}
    for i, look in enumerate(looks):
        told = None if look.announced else TURN.match(look.text)
        if told and not any(word[0].islower() for word in told[1].split()):
            found[i] = told[1].split(",")[0].split()[-1].lower()
    often = Counter(found.values())
    turns = frozenset(i for i, name in found.items() if often[name] > 1)
    said = sum(looks[i].ended for i in turns)
    voices = {found[i] for i in turns}
    enough = len(turns) >= _FEWEST_TURNS and len(voices) > 1 and said >= _SAID * len(turns)
    return turns if enough else frozenset()


def _interview(looks: Sequence[Look]) -> frozenset[int]:
    """The questions and answers of an interview whose answers bear no name."""
    found = exchanges([look.text for look in looks])
    return frozenset(i for one in found for i in (one.question, *one.answer) if not looks[i].furniture)


def under_time(page: Page, i: int) -> bool:
    """Whether a time stands right above, and a paragraph above that: what follows is an entry or another story."""
    before = page.units[i - 1].look if i else None
    inside = page.place(i) == "=" and page.above[i - 1][0] in "Bb"
    return inside and before is not None and before.timed and not before.furniture
