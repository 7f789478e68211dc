"""Brings in the writer's own people, who bear no name: "My father had one rule. He said so." """

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.analysis.people import gender
from reader.analysis.people.figure import Figure
from reader.analysis.people.names import Name
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from reader.analysis.words.narrative import Narrative

_OTHERS = frozenset(
    ("man", "boy", "woman", "girl", "lady", "gentleman", "guy", "king", "queen", "lord", "pope")
)
"""Nouns of that gender that are no kin."""
_FEWEST = 2
"""How often the writer has to speak of them."""


def own_people(story: Narrative) -> list[Figure]:
    """The writer's father, wife and so on, by first mention: those that the story, in its own words, names by that alone.

    Whoever has a name too ("my father, Bo Lund,") is known by that.
    """
    kin = (sections("titles")["noun m"] | sections("titles")["noun f"]) - _OTHERS
    found: dict[str, list[int]] = {}
    named: set[str] = set()
    for i in range(len(story.words) - 1):
        noun = story.words[i + 1]
        if story.words[i].lower() != "my" or noun not in kin or story.quoted[i] or story.aside[i]:
            continue
        behind = [word for word in story.words[i + 2 : i + 4] if word != ","]
        if behind[:1] and behind[0][0].isupper():
            named.add(noun)
        found.setdefault(noun, []).append(i)
    return [
        _figure(story, noun, at) for noun, at in found.items() if len(at) >= _FEWEST and noun not in named
    ]


def _figure(story: Narrative, noun: str, at: list[int]) -> Figure:
    words = ("my", noun)
    names = [
        Name(story.spans[i][0], story.spans[i + 1][1], words, (), story.spans[i][0], i, i + 2, "person")
        for i in at
    ]
    starts = [name.start for name in names]
    told = gender.of_words([noun])
    return Figure(names, Counter({words: len(names)}), [], "person", told, sure=True, starts=starts)
