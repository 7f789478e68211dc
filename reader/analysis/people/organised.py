"""Finds the organisation that a description means: "the ministry" by its name or role, else the one last spoken of."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

from reader.analysis.people.agreement import even, narrower
from reader.analysis.people.descriptions import PRONOUNS, noun_of, singular
from reader.analysis.words.tagger import tag
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.cast import Cast
    from reader.analysis.people.descriptions import Description
    from reader.analysis.people.entities import Entity, Found, Mention, Resolution

_RECENT = 60
"""How many sources back an organisation is looked for."""
_SAID = 3
"""How many sources back one still speaks."""
_PARAGRAPHS = 5
"""How many paragraphs back one is still spoken of."""
_LEAST = -2.2
"""The least that one must be before the reader."""
_WHERE = frozenset(("in", "near", "at", "outside", "across"))


def organisation(
    cast: Cast, description: Description, token: int, history: Sequence[Resolution]
) -> Found | None:
    """ "the ministry": the organisation whose name or role holds the word, else the one last spoken of."""
    if description.definite is not True:
        return None
    offset = cast.narrative.spans[token][0]
    before = [
        m.entity for m in reversed(cast.mentions_before(offset)) if m.entity.kind in ("organisation", "other")
    ]
    past = [
        r.entity
        for r in reversed(history[-_RECENT:])
        if r.entity and r.entity.kind in ("organisation", "other")
    ]
    bare: Found | None = None
    for entity in (*past, *before):
        words = {singular(word) for word in entity.name.lower().split()}
        theirs = description.owner not in PRONOUNS or description.owner in words
        if (
            theirs
            and description.head in (words if entity in cast.index else (noun_of(entity.name),))
            and all(modifier in words for modifier in description.modifiers)
        ):
            if entity in cast.index or entity.name.lower() != description.head:
                return entity, 0.8, "same noun"
            bare = bare or (entity, 0.7, "same noun")  # "the airline", as in a headline: its name tells more
    wanted = {even(description.head)} | narrower(description.head)
    for entity in before:
        who = cast.index.get(entity)
        if who is not None and any(wanted & role.words for role in cast.roles[who]):
            return entity, 0.7, "role"
    makes = description.head in ("maker", "manufacturer", "operator", "producer", "retailer", "lender")
    if (
        description.owner
        or (description.modifiers and not makes)
        or description.head not in sections("grammar")["generic organisation"]
    ):
        return bare
    found = _spoken_of(cast, description, token, history)
    return (*found, "last organisation") if found else bare


def _spoken_of(
    cast: Cast, description: Description, token: int, history: Sequence[Resolution]
) -> tuple[Entity, float] | None:
    """The organisation that is spoken of where a description stands, and how surely."""
    story = cast.narrative
    said = {r.entity.name for r in history[-_SAID:] if r.entity}
    best: dict[Entity, float] = {}
    for mention in cast.mentions_before(story.spans[token][0]):
        at, entity = story.index(mention.start), mention.entity
        if story.body[token] - story.body[at] > _PARAGRAPHS or not can_be(description.head, entity):
            continue
        if entity.kind == "other" and entity.name not in said:
            continue  # a place, as likely as not
        score = _weight(cast, mention, at) - 0.35 * min(6, story.sentence[token] - story.sentence[at])
        score += 0.6 * (entity.name in said) + 0.3 * log1p(cast.persons.counts[cast.index[entity]])
        best[entity] = max(score, best.get(entity, score))
    if not best:
        return None
    found = max(best, key=lambda entity: best[entity])
    return (found, 0.5 if best[found] > 0 else 0.4) if best[found] > _LEAST else None


def _weight(cast: Cast, mention: Mention, at: int) -> float:
    """How much a mention puts an organisation before the reader: a subject most, what stands aside or before a noun little."""
    story = cast.narrative
    behind = story.index(mention.end - 1) + 1
    near = story.words[behind : behind + 1]
    score = -0.5 * (mention.entity.kind == "other") - 1.0 * (story.aside[at] or story.quoted[at])
    score -= 1.0 * (story.words[at - 1].lower() in _WHERE) if at else 0.0
    if near and near[0][0].islower() and near[0].isalpha():
        told = tag([*story.words[at:behind], *near])[-1]
        score += 0.5 * (told in ("VBD", "VBZ", "VBP", "MD")) - 0.7 * (told in ("NN", "NNS"))
    return score


def one_name(cast: Cast, entity: Entity, history: Sequence[Resolution]) -> Entity:
    """The body as it was first called: "the Mexican government" is Mexico's government."""
    if entity.kind != "organisation" or entity in cast.index:
        return entity
    own = _bare(entity.name)
    past = (r.entity for r in history[-_RECENT:] if r.entity and r.entity.kind == "organisation")
    return next((e for e in past if e not in cast.index and _bare(e.name) == own), entity)


def _bare(name: str) -> frozenset[str]:
    """The words of a body's name as they are compared, a country by its adjective."""
    words = name.replace("’s", "").replace("'s", "").split()
    return frozenset(even(word) for word in words) - {"the", "of"}


def can_be(head: str, entity: Entity) -> bool:
    """Whether what an organisation is called allows the noun: no department is a company, no party an agency."""
    if entity.kind not in ("organisation", "other") or is_measure(entity.name):
        return False
    words = {singular(word.strip(".,")) for word in entity.name.lower().replace("-", " ").split()}
    if head in words:
        return True
    listed = sections("organisations")
    kind = next((kind for kind in ("business", "group") if head in listed[f"is {kind}"]), "agency")
    return words.isdisjoint(listed[f"no {kind}"])


def is_measure(name: str) -> bool:
    """Acronyms that name no organisation."""
    return name in sections("grammar")["measure"]
