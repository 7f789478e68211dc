"""Ranks whom a pronoun or a bare description can mean, by where and how they were sighted before it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.people import gender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.gender import Gender
    from reader.analysis.words.narrative import Narrative

_PARAGRAPHS = 6
"""How many paragraphs back a pronoun reaches."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where someone is named, or meant by a pronoun or a description.

    Attributes:
        token: index of its first token in the narrative.
        who: index of the entity.
        subject: it is likely the subject of its clause.
        leftmost: it is the first subject of its sentence.
        away: it stands in a quotation, a caption, a heading or in brackets.
        possessive: "Ruiz's", "his".
        pronoun: it is one.
        speaks: a verb of speech stands beside it.
        sentence: number of its sentence.
        body: number of its paragraph in the story's body.
    """

    token: int
    who: int
    subject: bool
    leftmost: bool
    away: bool
    possessive: bool
    pronoun: bool
    speaks: bool
    sentence: int
    body: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and its salience."""

    who: int
    score: float


@dataclass(frozen=True, slots=True)
class Persons:
    """What the ranking needs to know of the entities, each list one item an entity.

    Attributes:
        kinds: what they are.
        genders: as far as known.
        sure: whether the gender is told by more than the forename.
        forename: whether the forename tells it, and no pronoun has told otherwise.
        counts: how often they are named.
        life: whose life the article tells; -1 for nobody's.
    """

    kinds: Sequence[str]
    genders: Sequence[Gender | None]
    sure: Sequence[bool]
    forename: Sequence[bool]
    counts: Sequence[int]
    life: int = -1


def rank(
    story: Narrative, before: Sequence[Sighting], token: int, told: Gender | None, persons: Persons
) -> list[Ranked]:
    """The persons that a pronoun can mean, most salient first.

    Args:
        story: the narrative.
        before: sightings in order, all before the token.
        token: the pronoun's.
        told: the gender that the pronoun tells; None for a description without one.
        persons: what is known of those sighted.

    Returns:
        Each candidate once; empty where nobody fits.
    """
    best: dict[int, float] = {}
    life = persons.life if gender.of_pronoun(story.words[token]) else -1
    sentence, body = story.sentence[token], story.body[token]
    last = next((s for s in reversed(before) if not s.away), None)
    for sighting in reversed(before):
        if body - sighting.body > _PARAGRAPHS:
            break
        who = sighting.who
        mismatch = bool(told and persons.genders[who] and persons.genders[who] != told)
        if persons.kinds[who] not in ("person", "other") or (mismatch and persons.sure[who]):
            continue
        score = _salience(sighting, sentence, body)
        brought_in = (
            told is not None
            and sighting is last
            and persons.kinds[who] == "person"
            and _is_brought_in(sighting, body, before)
        )
        score += W["gender"] * bool(told and persons.genders[who] == told) + W["brought in"] * brought_in
        score += W["asked"] * (sentence - sighting.sentence <= _SOON and _is_asked(story, sighting))
        # a forename tells of nearly everyone; of whom the paragraph above brings in, the pronoun tells more
        score -= W["misnamed" if persons.forename[who] and not brought_in else "mismatch"] * mismatch
        score -= W["other"] * (persons.kinds[who] == "other")
        known = best.get(who)
        best[who] = (
            score if known is None else max(known, score) + W["again"] * math.exp(min(0.0, min(known, score)))
        )
    ranked = [
        Ranked(who, score + W["count"] * math.log1p(persons.counts[who]) + W["life"] * (who == life))
        for who, score in best.items()
    ]
    return sorted(ranked, key=lambda r: -r.score)


W = {
    "gender": 0.6, "mismatch": 2.5, "misnamed": 4.0, "other": 3.3, "again": 0.25, "count": 0.12, "sentence": 0.6, "body": 0.5,
    "leftmost": 1.2, "subject": 0.8, "pronoun": 0.3, "speaks": 0.8, "possessive": 0.4, "away": 3.0, "here": 0.0, "last": 0.3,
    "unnamed": 0.5, "brought in": 1.8, "life": 2.0, "asked": 1.0,
}  # fmt: skip
"""The weights of the ranking."""


_SOON = 2
"""How many sentences behind a question its answer stands."""
_WITHIN = 12
"""How many words behind whom it is put to a question stands."""


def _is_asked(story: Narrative, sighting: Sighting) -> bool:
    """Whether a question is put to someone, whose the answer is: "Ruiz, who had 36, was asked if he thought so"."""
    if not sighting.leftmost or sighting.pronoun:
        return False
    behind = story.words[sighting.token : sighting.token + _WITHIN]
    return any(pair == ("was", "asked") for pair in pairwise(behind))


def _is_brought_in(sighting: Sighting, body: int, before: Sequence[Sighting]) -> bool:
    """Whether the paragraph above is the first to tell of someone, and tells of them alone."""
    if body - sighting.body != 1 or not sighting.leftmost or sighting.pronoun:
        return False
    return not any(s.who == sighting.who and s.token < sighting.token for s in before)


def _salience(sighting: Sighting, sentence: int, body: int) -> float:
    score = W["here"] * (sentence == sighting.sentence)
    score -= W["sentence"] * min(sentence - sighting.sentence, 6)
    score -= W["body"] * min(body - sighting.body, 5)
    score += W["leftmost"] * sighting.leftmost + W["subject"] * sighting.subject
    score += W["pronoun"] * sighting.pronoun + W["speaks"] * sighting.speaks
    return score - W["possessive"] * sighting.possessive - W["away"] * sighting.away
