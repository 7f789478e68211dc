"""Finds who was brought in without a name shortly before: "a nurse was asked. … The nurse said so"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader.analysis.people import gender, roles
from reader.analysis.people.apposition import named_beside
from reader.analysis.people.descriptions import singular
from reader.analysis.people.introductions import NAMING
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.people.cast import Cast
    from reader.analysis.people.descriptions import Description
    from reader.analysis.people.entities import Entity, Resolution
    from reader.analysis.words.narrative import Narrative

LOT = frozenset(("man", "woman", "boy", "girl", "lady", "gentleman", "person"))
"""Nouns for anyone of that gender."""
_OPENINGS = frozenset(("a", "an", "another", "one"))
_EQUATING = frozenset(("is", "was", "as", "be", "became", "being", "like"))
_SOURCES = 12
"""How many sources back may be theirs."""
_REACH = 400
"""How many words back one is looked for."""
_PARAGRAPHS = 2
"""How many paragraphs back."""
_STORY = 8
"""How many paragraphs back for "the man", which tells nothing but whom the story calls so."""
_WIDE = 6
"""How many words may stand between the article and the noun."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Someone brought in without a name.

    Attributes:
        token: of the noun that brings them in.
        entity: who they are where they speak there already; else None.
    """

    token: int
    entity: Entity | None


def newcomer(
    cast: Cast, description: Description, token: int, history: Sequence[Resolution]
) -> Newcomer | None:
    """Who was brought in before a description at a token and can be meant by it: who speaks there, else the latest one."""
    found = list(_newcomers(cast, description, token))
    for noun in found:
        for past in reversed(history[-_SOURCES:]):
            start, end = cast.narrative.spans[noun]
            if past.source.start <= start and end <= past.source.end:
                return Newcomer(noun, past.entity)
    return Newcomer(found[0], None) if found else None


def _newcomers(cast: Cast, description: Description, token: int) -> Iterator[int]:
    """The tokens of the nouns that bring them in, the latest first."""
    story = cast.narrative
    most = _STORY if description.head in LOT and not description.modifiers else _PARAGRAPHS
    for i in range(token - 1, max(-1, token - _REACH), -1):
        if story.body[token] - story.body[i] > most:
            return
        if _is_meant(cast, description, i, near=story.body[i] == story.body[token]):
            low = _opening(cast, i)
            named = low is None or has_name_given(story, low) or named_beside(cast, low, i + 1, i + 1)
            if not named:
                yield i


def _is_meant(cast: Cast, description: Description, noun: int, *, near: bool) -> bool:
    """Whether a noun is that of a description, or within its paragraph one that "the woman" can stand for."""
    story = cast.narrative
    word = story.words[noun].lower()
    if story.aside[noun] or word[0].isupper():
        return False
    if word == description.head:
        return True
    if not near or description.head not in LOT or not roles.is_person_noun(word) or singular(word) != word:
        return False
    return gender.of_words([word]) in (description.gender, None)


@cache
def _closed() -> frozenset[str]:
    """Words that a noun phrase with "a" does not reach over: "a talk with the nurse" is no nurse."""
    grammar = sections("grammar")
    return grammar["definite"] | grammar["preposition"] | grammar["role preposition"]


def _opening(cast: Cast, noun: int) -> int | None:
    """The token of the article that brings in the noun at a token; None where another word opens its phrase."""
    story = cast.narrative
    for low in range(noun - 1, max(-1, noun - _WIDE), -1):
        word = story.words[low].lower()
        if story.sentence[low] != story.sentence[noun] or not word[0].isalnum() or word in _closed():
            return None
        if word in _OPENINGS:
            # "Ana Ruiz is a nurse" brings in no one
            return None if low and story.words[low - 1].lower() in _EQUATING else low
    return None


def has_name_given(story: Narrative, token: int) -> bool:
    """Whether a description goes on to tell what its person is called: "a guard known as “Deacon”"."""
    words = story.words[token : token + 6]
    end = next((i for i, word in enumerate(words) if word in (",", ".")), len(words))
    return not NAMING.isdisjoint(words[:end])


def introduced_anew(cast: Cast, description: Description, entity: Entity) -> bool:
    """Whether someone named below is brought in as a further one: "a neighbour said", and then "Ana Ruiz, a neighbour"."""
    story = cast.narrative
    mention = next(iter(cast.mentions_from(cast.first[cast.index[entity]])), None)
    last = bisect_left(story.spans, (mention.end, 0)) if mention else len(story.words)
    behind = [word.lower() for word in story.words[last : last + 3]]
    return behind[:2] in ([",", "a"], [",", "an"]) and behind[2:] == [description.head]
