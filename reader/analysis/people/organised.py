"""Finds the organisation that a description means: "the ministry" by its name or role, else the one last spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.people.agreement import even, narrower
from reader.analysis.people.descriptions import PRONOUNS, singular
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.cast import Cast
    from reader.analysis.people.descriptions import Description
    from reader.analysis.people.entities import Found, Resolution

_RECENT = 60
"""How many sources back an organisation is looked for."""


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
    for entity in (*past, *before):
        words = {singular(word) for word in entity.name.lower().split()}
        theirs = description.owner not in PRONOUNS or description.owner in words
        if (
            theirs
            and description.head in words
            and all(modifier in words for modifier in description.modifiers)
        ):
            return entity, 0.8, "same noun"
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
        return None
    latest = history[-1] if history else None
    if latest and latest.entity and latest.entity.kind in ("organisation", "other"):
        story = cast.narrative
        if story.paragraph[token] - story.paragraph[story.index(latest.source.start)] <= 1:
            return latest.entity, 0.5, "last organisation"
    named = [e for e in before if e.kind == "organisation" and not _is_measure(e.name)]
    found = max(named, key=lambda e: named.count(e) - 0.25 * named.index(e), default=None)
    return (found, 0.4, "last organisation") if found else None


def _is_measure(name: str) -> bool:
    """Acronyms that name no organisation."""
    return name in sections("grammar")["measure"]
