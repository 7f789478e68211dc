"""Finds whom a description means: "the Nato chief" by role, "the bank" by what it is called, "the expert" by who spoke last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.people import callings
from reader.analysis.people.agreement import even, fit, narrower, partisans
from reader.analysis.people.descriptions import PRONOUNS, noun_of
from reader.analysis.people.newcomers import has_name_given, introduced_anew, newcomer
from reader.analysis.people.organised import organisation
from reader.analysis.people.salience import last_speaker, recent, spoken_of
from reader.analysis.people.testimony import on_the_stand
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.cast import Cast
    from reader.analysis.people.descriptions import Description
    from reader.analysis.people.entities import Entity, Found, Resolution

_RECENT = 60
"""How many sources back a description by the same noun is looked for."""
_CLOSE = 8
"""How many sources back an unnamed person described by the same noun goes before a named one."""

_SALIENCE = 0.3
"""What a point of salience counts beside a role that fits."""
_DIM = 4.0
"""The most that anyone can be less salient than the most salient one."""

_NEAR = 8
"""Words within which a vague noun stands with what follows it."""
_OBJECT = 0.6
"""What it takes from someone that the description's own sentence names them besides."""

_WRITERS = frozenset(("critic", "reviewer", "columnist", "correspondent", "editor"))
_BARE = frozenset(("counsel", "coach", "mum", "dad", "mom", "grandma", "grandad", "captain"))
"""Nouns that mean the one known person without an article."""


def designated(
    cast: Cast, description: Description, token: int, history: Sequence[Resolution], *, fuller: bool = False
) -> Found | None:
    """The entity that a description means.

    Args:
        cast: of the article.
        description: as read.
        token: index of its first word.
        history: the sources before it.
        fuller: it goes on to tell of what or where they are, so that a bare "lawmakers" before it, as in a headline, is not its name.

    Returns:
        The entity, the certainty, the rule; None where the description stands for itself.
    """
    again = _again(description, history)
    if again and fuller and " " not in again[0].name:
        again = None
    headed = (
        again is not None and again[0].kind == "organisation" and again[0].name.lower() == description.head
    )
    if again and (description.plural or description.kind == "other" or again[3] <= _CLOSE) and not headed:
        return again[:3]
    if _is_told(cast, description, token):
        description = replace(description, kind="person", gender=None)
    if not description.plural and description.kind == "person":
        found = _person(cast, description, token, history)
    elif not description.plural and description.kind == "organisation":
        found = organisation(cast, description, token, history)
    else:
        found = None
    return found or (again[:3] if again else None)


def _is_told(cast: Cast, description: Description, token: int) -> bool:
    """Whether a noun that the lists do not hold is what the article says a person is: "the Chief Justice"."""
    if description.kind != "other" or description.definite is not True:
        return False
    bearers = cast.with_role(frozenset((even(description.head),)), cast.narrative.spans[token][0])
    heads = (role.heads for who in bearers if cast.entities[who].kind == "person" for role in cast.roles[who])
    return any(even(description.head) in told for told in heads)


def _again(description: Description, history: Sequence[Resolution]) -> tuple[Entity, float, str, int] | None:
    """An earlier description by the same noun, with how many sources ago; its modifiers must not differ."""
    if description.definite is False or (description.definite is None and not description.plural):
        return None
    for ago, past in enumerate(reversed(history[-_RECENT:])):
        if past.entity and past.rule in ("itself", "same noun") and past.entity.plural == description.plural:
            words = past.entity.name.lower().split()
            named = noun_of(past.entity.name) == description.head
            theirs = description.owner not in PRONOUNS or words[0] == description.owner
            if named and theirs and all(modifier in words for modifier in description.modifiers):
                return past.entity, 0.7, "same noun", ago
    return None


def _person(cast: Cast, description: Description, token: int, history: Sequence[Resolution]) -> Found | None:
    story = cast.narrative
    best, score, ahead = _by_role(cast, description, token, history)
    bare = description.definite is None and description.head in _BARE and not description.modifiers
    if description.definite is not True and not bare:
        if has_name_given(story, token) or (best and ahead and introduced_anew(cast, description, best)):
            return None
        if (
            best
            and ahead
            and (score >= 1.3 or (story.body[token] <= 2 and score >= 0.75))
            and (_soon(cast, best, token) or (story.body[token] <= 1 and _is_only_one(cast, description)))
        ):
            return best, 0.5, "named later"
        named = _introduced(cast, description, token)
        return (named, 0.4, "named later") if named else None
    new = None if description.owner else newcomer(cast, description, token, history)
    if best and score >= 0.4 and (new is None or _is_named_since(cast, best, new.token, token)):
        return best, min(0.9, 0.4 + 0.15 * score), "role"
    if new:
        return (new.entity, 0.6, "same noun") if new.entity else None
    below = _named_below(cast, description, token)
    if below:
        return below, 0.6, "named later"
    if description.head == "witness" and not description.owner and (sworn := on_the_stand(cast, token)):
        return sworn, 0.6, "role"
    if _is_told_anew(cast, description, token) or _is_of_a_paper(cast, description, token):
        return None
    return recent(cast, description, token, history)


def _named_below(cast: Cast, description: Description, token: int) -> Entity | None:
    """The one person with the office, who is named further down: "the chairman told her so" and then "The chairman, Ted Okafor,"."""
    owned = description.owner in PRONOUNS  # "his spokesman", who can be another's far below
    if {*description.modifiers} - PRONOUNS or (description.owner and not owned):
        return None
    if not _is_only_one(cast, description):
        return None
    head = even(description.head)
    for who in cast.with_role(frozenset((head,)), cast.narrative.spans[token][0]):
        entity = cast.entities[who]
        held = any(head in role.heads for role in cast.roles[who]) and cast.fits(who, description.gender)
        below = cast.first[who] > cast.narrative.spans[token][0]
        if held and below and _is_called_the(cast, who, head) and (not owned or _soon(cast, entity, token)):
            return entity
    return None


def _is_called_the(cast: Cast, who: int, head: str) -> bool:
    """Whether someone's first name stands behind "the chairman", with or without a comma."""
    words = cast.narrative.words
    first = cast.narrative.index(cast.mentions_from(cast.first[who], 1)[0].outset)
    noun = first - 1 - (words[first - 1] == ",")
    return noun > 0 and even(words[noun]) == head and words[noun - 1].lower() == "the"


def _is_told_anew(cast: Cast, description: Description, token: int) -> bool:
    """Whether someone vaguely described is told of for the first time: "said the man, a retailer from Lund"."""
    if description.head not in sections("grammar")["vague"]:
        return False
    behind = cast.narrative.words[token : token + _NEAR]
    end = next((i + 1 for i, word in enumerate(behind) if word.lower() == description.head), _NEAR)
    return behind[end : end + 2] in ([",", "a"], [",", "an"])


def _is_of_a_paper(cast: Cast, description: Description, token: int) -> bool:
    """Whether someone who writes for a paper is told with it: "the critic of the Herald" is not who was spoken of."""
    if description.head not in _WRITERS:
        return False
    near = cast.narrative.words[token : token + _NEAR]
    at = next((i for i, word in enumerate(near) if word.lower() == description.head), _NEAR)
    named = [word for word in near[at + 2 : at + 4] if word != "the"]
    return near[at + 1 : at + 2] in (["of"], ["at"], ["for"]) and bool(named) and named[0][0].isupper()


def _is_named_since(cast: Cast, entity: Entity, low: int, token: int) -> bool:
    """Whether someone is named between two tokens."""
    start, end = cast.narrative.spans[low][0], cast.narrative.spans[token][0]
    return any(m.entity == entity and m.start > start for m in cast.mentions_before(end))


def _by_role(
    cast: Cast, description: Description, token: int, history: Sequence[Resolution]
) -> tuple[Entity | None, float, bool]:
    """Whose role fits a description best, how well, and whether they are first named only after it."""
    offset = cast.narrative.spans[token][0]
    last = last_speaker(history)
    ranked = cast.ranked(token, description.gender, history)
    top = ranked[0][1] if ranked else 0.0
    salience = dict(ranked)
    objects = spoken_of(cast, token) if description.definite else frozenset()
    best, score, ahead = None, 0.0, False
    wanted = narrower(description.head) | {even(description.head)}
    for who in cast.with_role(wanted | partisans(description), offset):
        entity = cast.entities[who]
        if entity.kind != "person" or (
            description.gender and entity.gender not in (description.gender, None)
        ):
            continue
        later = cast.first[who] > offset
        if ranked and description.owner in PRONOUNS and top - salience.get(entity, -_DIM) >= _DIM:
            continue  # "his friend", whose "he" is not told: no one far
        value = fit(description, cast.roles[who])
        if not value or _is_of_another(cast, description, who):
            continue
        value += 0.3 * (entity == last) - 0.6 * later - _OBJECT * (entity in objects)
        if ranked and description.definite is not False:
            value -= _SALIENCE * min(_DIM, top - salience.get(entity, -_DIM))
        if value > score:
            best, score, ahead = entity, value, later
    return best, score, ahead


def _is_of_another(cast: Cast, description: Description, who: int) -> bool:
    """Whether someone's role tells of another person than the description does: "Ana Ruiz's lawyer" is not Tom Okafor's."""
    owner = description.owner
    if owner is None or owner in PRONOUNS:
        return False
    words = frozenset[str]().union(*(role.words for role in cast.roles[who]))
    surnames = {e.name.lower().split()[-1] for e in cast.entities if e.kind == "person"}
    return owner in surnames and owner not in words and not words.isdisjoint(surnames)


def _introduced(cast: Cast, description: Description, token: int) -> Entity | None:
    """Who opens one of the next two paragraphs and is new there: "a neighbour said so." and then "Ana Ruiz recalled:"."""
    story = cast.narrative
    told = description.head in sections("grammar")["nameless"] or description.head.startswith("spokes")
    if story.words[token].lower() not in ("a", "an") or told:
        return None
    for mention in cast.mentions_from(story.spans[token][1], 24):
        first = story.index(mention.outset)
        if story.paragraph[first] == story.paragraph[token] or story.aside[first]:
            continue
        who = cast.index[mention.entity]
        new = cast.first[who] == mention.start and len(mention.entity.name.split()) > 1
        role = mention.entity.role
        fits = mention.entity.kind == "person" and (role is None or role.split()[0] in callings.verbs())
        fits = fits and (description.gender is None or cast.fits(who, description.gender))
        opens = story.starts[first] and (first == 0 or story.paragraph[first - 1] != story.paragraph[first])
        near = story.body[first] - story.body[token] <= 2
        return mention.entity if new and fits and opens and near else None
    return None


def _is_only_one(cast: Cast, description: Description) -> bool:
    """Whether the article tells of one person alone that they are what the noun says."""
    head = even(description.head)
    return sum(any(head in role.heads for role in roles) for roles in cast.roles) == 1


def _soon(cast: Cast, entity: Entity, token: int) -> bool:
    """Whether someone is first named within the next paragraphs."""
    story = cast.narrative
    return story.body[story.index(cast.first[cast.index[entity]])] - story.body[token] <= 3
