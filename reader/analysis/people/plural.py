"""Tells whom "they" and "it" mean: the group that speaks, or opens the sentence before; the organisation last named."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.analysis.people import descriptions
from reader.analysis.people.entities import Entity, Resolution
from reader.analysis.people.organised import is_measure
from reader.analysis.people.roles import is_organisation_noun, is_person_noun
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.cast import Cast
    from reader.analysis.words.narrative import Narrative
    from reader.document.model import Span


_NEAR = 16
"""How many words back in its sentence "it" can mean the body that the sentence speaks of."""


def they(cast: Cast, source: Span, token: int, history: Sequence[Resolution]) -> Resolution:
    """The last group that speaks, if near; else the last speaker who is no known man or woman, as one can be "they"."""
    near = [r for r in history[-8:] if r.entity and r.source.start < source.start]
    told = _group_before(cast, token)
    if told and not (near and near[-1].source.start >= told[0]):
        return Resolution(source, told[1], 0.5, "they")
    if near and _is_told_of_one(cast, near[-1], token):
        return Resolution(source, near[-1].entity, 0.5, "they")
    for past in reversed(near[-4:]):
        if past.entity and past.entity.plural:
            return Resolution(source, past.entity, 0.6, "they")
    if near and near[-1].entity and _is_row(cast, near[-1].source):
        return Resolution(source, near[-1].entity, 0.5, "they")
    for past in reversed(near):
        if past.entity and past.entity.gender is None and not _is_thing(cast, past.entity):
            return Resolution(source, past.entity, 0.4, "they")
    for past in reversed(near):
        if past.entity and (past.entity.plural or past.entity.kind == "organisation"):
            return Resolution(source, past.entity, 0.4, "they")
    return Resolution(source, None, 0.0, "they")


def _is_told_of_one(cast: Cast, last: Resolution, token: int) -> bool:
    """Whether "they" behind a quotation is the person named before it, whom no title tells for a man or woman: "“…,” they said"."""
    story, who = cast.narrative, cast.index.get(last.entity) if last.entity else None
    if who is None or cast.entities[who].kind != "person" or cast.persons.sure[who] or last.rule != "name":
        return False
    behind = any(story.quoted[max(0, token - 2) : token])
    return behind and story.paragraph[story.index(last.source.start)] == story.paragraph[token]


def _is_row(cast: Cast, source: Span) -> bool:
    """Whether a source is the first of several: "Norvane and its partners said"."""
    story = cast.narrative
    first, behind = story.index(source.start), bisect_left(story.spans, (source.end, 0))
    return "and" in story.words[first : behind + 1]


def _is_thing(cast: Cast, entity: Entity) -> bool:
    """Whether an entity is only described, and as no person: "a different lawsuit"."""
    described = entity.kind == "other" and entity not in cast.index
    return described and entity.name.split()[-1].lower() in sections("common")["word"]


def _group_before(cast: Cast, token: int) -> tuple[int, Entity] | None:
    """The group that opens the sentence before, with where it stands: "Hundreds of protesters gathered. They …"."""
    story = cast.narrative
    own = bisect_left(story.sentence, story.sentence[token])
    if own == 0 or story.paragraph[own - 1] != story.paragraph[token]:
        return None
    first = bisect_left(story.sentence, story.sentence[own - 1])
    while first < own and not story.starts[first]:
        first += 1
    comma = next((i for i in range(first, min(first + 5, own)) if story.words[i] == ","), None)
    if comma is not None and story.words[first].lower() in sections("grammar")["preposition"]:
        first = comma + 1
    for i in range(first, min(first + 7, own)):
        word = story.words[i].lower()
        if story.quoted[i] or word in (",", "to", "in") or word in sections("grammar")["role end"]:
            return None
        if (
            word in sections("titles")["group"]
            and descriptions.read(story.words[first : i + 1]).kind == "group"
        ):
            return story.spans[first][0], Entity(plain(cast, first, i + 1), None, "group", None, True)
    return None


def it(cast: Cast, source: Span, token: int, history: Sequence[Resolution]) -> Resolution:
    for past in reversed(history[-8:]):
        entity = past.entity
        if entity is None or entity.plural or entity.name.lower() in sections("grammar")["indefinite"]:
            continue  # "another said": nothing to come back to
        if is_measure(entity.name):
            continue  # "AI"
        if entity.kind in ("organisation", "other", "place"):
            return Resolution(source, entity, 0.5, "it")
    story = cast.narrative
    same = _body_named(cast, token)
    if same:
        return Resolution(source, same, 0.5, "it")
    for mention in reversed(cast.mentions_before(source.start)):
        if (
            mention.entity.kind in ("organisation", "place")
            and not is_measure(mention.entity.name)
            and story.paragraph[story.index(mention.start)] >= story.paragraph[token] - 2
        ):
            return Resolution(source, mention.entity, 0.4, "it")
    return Resolution(source, None, 0.0, "it")


def _body_named(cast: Cast, token: int) -> Entity | None:
    """The body that the pronoun's own sentence speaks of: "the council blames what it calls …"."""
    story = cast.narrative
    for i in range(token - 1, max(0, token - _NEAR), -1):
        if story.sentence[i] != story.sentence[token]:
            return None
        if story.words[i - 1].lower() == "the" and is_organisation_noun(story.words[i]):
            return Entity(plain(cast, i, i + 1), None, "organisation", "n")
    return None


def plain(cast: Cast, low: int, end: int) -> str:
    """The words as a name: without article, a line break as a space."""
    story = cast.narrative
    while low < end - 1 and (
        story.words[low].lower() in ("the", "a", "an", "$", "£", "€") or _is_price(story, low)
    ):
        low += 1
    words = cast.text[story.spans[low][0] : story.spans[end - 1][1]].split()
    if len(words[0]) > 4 and words[0].isalpha() and words[0].isupper() and _opens_story(words):
        words[0] = words[0].capitalize()
    return " ".join(words)


def _is_price(story: Narrative, at: int) -> bool:
    """Whether a word is of what something costs: "this $349 ring", "a $3 billion deal"."""
    at -= at > 1 and story.words[at] in ("million", "billion", "trillion", "bn", "m")
    return at > 0 and story.words[at - 1] in ("$", "£", "€") and story.words[at][0].isdigit()


def _opens_story(words: list[str]) -> bool:
    """Whether the first word is in capitals only since a story opens with it: "WEARY rowers", "TEACHERS"."""
    if len(words) > 1:
        return words[1].islower()
    return words[0].lower() in sections("titles")["group"] or is_person_noun(descriptions.singular(words[0]))
