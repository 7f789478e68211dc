"""Finds whom a description means: "the Nato chief" by role, "the bank" by what it is called, "the expert" by who spoke last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.people import callings, titles
from reader.analysis.people.descriptions import even, fit, narrower, singular
from reader.analysis.people.introductions import NAMING
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.cast import Cast
    from reader.analysis.people.descriptions import Description
    from reader.analysis.people.entities import Entity, Resolution
    from reader.analysis.words.narrative import Narrative

_RECENT = 60
"""How many sources back a description by the same noun is looked for."""
_CLOSE = 8
"""How many sources back an unnamed person described by the same noun goes before a named one."""

_HERS = frozenset(("his", "her", "their", "its", "my", "our"))

_BARE = frozenset(("counsel", "coach", "mum", "dad", "mom", "grandma", "grandad", "captain"))
"""Nouns that mean the one known person without an article."""
_SPOUSES = frozenset(("spouse", "partner", "twin", "sibling", "cousin", "parent"))

Found = tuple["Entity", float, str]


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
    if again and (description.plural or description.kind == "other" or again[3] <= _CLOSE):
        return again[:3]
    if not description.plural and description.kind == "person":
        found = _person(cast, description, token, history)
    elif not description.plural and description.kind == "organisation":
        found = _organisation(cast, description, token, history)
    else:
        found = None
    return found or (again[:3] if again else None)


def _again(description: Description, history: Sequence[Resolution]) -> tuple[Entity, float, str, int] | None:
    """An earlier description by the same noun, with how many sources ago; its modifiers must not differ."""
    if description.definite is False or (description.definite is None and not description.plural):
        return None
    for ago, past in enumerate(reversed(history[-_RECENT:])):
        if past.entity and past.rule in ("itself", "same noun") and past.entity.plural == description.plural:
            words = past.entity.name.lower().split()
            named = any(singular(word) == description.head for word in words)
            if named and all(modifier in words for modifier in description.modifiers):
                return past.entity, 0.7, "same noun", ago
    return None


def _person(cast: Cast, description: Description, token: int, history: Sequence[Resolution]) -> Found | None:
    story = cast.narrative
    last = _last_speaker(history)
    best, score, ahead = None, 0.0, False
    wanted = narrower(description.head) | {even(description.head)}
    for who in cast.with_role(wanted, story.spans[token][0]):
        entity = cast.entities[who]
        if entity.kind != "person" or (
            description.gender and entity.gender not in (description.gender, None)
        ):
            continue
        later = cast.first[who] > story.spans[token][0]
        value = fit(description, cast.roles[who]) + 0.3 * (entity == last) - 0.6 * later
        if value > score:
            best, score, ahead = entity, value, later
    bare = description.definite is None and description.head in _BARE and not description.modifiers
    if description.definite is not True and not bare:
        if _has_name_given(story, token):
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
    if best and score >= 1.0:
        return best, min(0.9, 0.4 + 0.15 * score), "role"
    return _recent(cast, description, token, history)


def _has_name_given(story: Narrative, token: int) -> bool:
    """Whether a description goes on to tell what its person is called: "a guard known as “Deacon”"."""
    words = story.words[token : token + 6]
    end = next((i for i, word in enumerate(words) if word in (",", ".")), len(words))
    return not NAMING.isdisjoint(words[:end])


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


def _last_speaker(history: Sequence[Resolution]) -> Entity | None:
    return next((r.entity for r in reversed(history[-6:]) if r.entity and r.entity.kind == "person"), None)


def _recent(cast: Cast, description: Description, token: int, history: Sequence[Resolution]) -> Found | None:
    """ "the expert" of whom nothing else is told: the last person who spoke, or the most salient."""
    kin = _other_generation(cast, description, history) or _kin(cast, description, token, history)
    if kin:
        return kin, 0.7, "role"
    if description.head in sections("grammar")["nameless"] or len(description.modifiers) > 2:
        return None
    if cast.narrative.words[token].lower() in _HERS:
        # "his companion", "her lawyer": someone else than who was just spoken of
        return None
    alone = _alone_in_paragraph(cast, description, token)
    if alone and _open(cast, description, alone):
        return alone, 0.6, "salience"
    ranked = cast.ranked(token, description.gender, history)
    last = _unless_outshone(_last_speaker(history), ranked)
    lot = description.head in (
        "man",
        "woman",
        "boy",
        "girl",
        "mother",
        "father",
        "lady",
        "gentleman",
        "mum",
        "mom",
        "dad",
    )
    if (
        last
        and not lot
        and (description.gender is None or last.gender in (description.gender, None))
        and _open(cast, description, last)
    ):
        return last, 0.45, "last speaker"
    clear = ranked and (ranked[0][1] > -1 or (ranked[0][1] > -2 and _leads(ranked)))
    if clear and _open(cast, description, ranked[0][0]):
        return ranked[0][0], 0.35, "salience"
    return None


def _other_generation(cast: Cast, description: Description, history: Sequence[Resolution]) -> Entity | None:
    """The father or son who bears the last speaker's name with the other suffix: Cyrus Ambrose Sr. for Cyrus Ambrose Jr."""
    last = _last_speaker(history)
    ends = {"father": ("Jr", "Sr"), "son": ("Sr", "Jr")}.get(description.head)
    if last is None or ends is None or last.name.rstrip(".").rsplit(" ", 1)[-1] != ends[0]:
        return None
    wanted = f"{last.name.rsplit(' ', 1)[0]} {ends[1]}"
    return next((e for e in cast.entities if e.name.rstrip(".") == wanted), None)


def _alone_in_paragraph(cast: Cast, description: Description, token: int) -> Entity | None:
    """The one person named in the paragraph before its description: "For Ana Ruiz it is academic. “…,” the mother of three said"."""
    story = cast.narrative
    named: dict[str, Entity] = {}
    for mention in reversed(cast.mentions_before(story.spans[token][0])):
        at = story.index(mention.start)
        if story.paragraph[at] != story.paragraph[token]:
            break
        if mention.entity.kind == "person" and not story.quoted[at] and not story.aside[at]:
            named[mention.entity.name] = mention.entity
    found = next(iter(named.values()), None)
    fits = found is not None and cast.fits(cast.index[found], description.gender)
    return found if len(named) == 1 and fits else None


def _unless_outshone(last: Entity | None, ranked: Sequence[tuple[Entity, float]]) -> Entity | None:
    """The last speaker, unless the sentence before is about someone else: "Szabo had not scored. The 22-year-old grinned"."""
    own = next((score for entity, score in ranked if entity == last), None)
    if last is None or own is None or ranked[0][0] == last:
        return last
    return None if ranked[0][1] > 0 and ranked[0][1] - own > 0.9 else last


def _leads(ranked: Sequence[tuple[Entity, float]]) -> bool:
    """Whether the most salient person is so by far."""
    return len(ranked) == 1 or ranked[0][1] - ranked[1][1] > 2


def _kin(cast: Cast, description: Description, token: int, history: Sequence[Resolution]) -> Entity | None:
    """The one other person of the last speaker's surname that can be "her brother"."""
    last = _last_speaker(history)
    kin = description.head in sections("titles")["noun m"] | sections("titles")["noun f"] | _SPOUSES
    if last is None or not kin or cast.narrative.words[token].lower() not in _HERS or " " not in last.name:
        return None
    surname = last.name.split()[-1]
    named = {e.name: e for e in cast.entities if e.kind == "person" and e.name.split()[-1] == surname}
    others = [
        e
        for e in named.values()
        if e.name != last.name and " " in e.name and e.gender in (description.gender, None)
    ]
    return others[0] if len(others) == 1 else None


def _open(cast: Cast, description: Description, entity: Entity) -> bool:
    """Whether someone can be described so: an office is not that of a person of whom another is told."""
    listed = sections("titles")
    if description.head.endswith("-year-old") or description.head in listed["noun m"] | listed["noun f"]:
        return True
    who = cast.index.get(entity)
    if description.head in sections("grammar")["generic"] or who is None:
        return True
    kin = listed["noun m"] | listed["noun f"]
    address = {word.lower().rstrip(".") for word in titles.honorifics()}
    return all(role.heads & kin or role.words <= address for role in cast.roles[who])


def _organisation(
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
        if description.head in words and all(modifier in words for modifier in description.modifiers):
            return entity, 0.8, "same noun"
    wanted = {even(description.head)} | narrower(description.head)
    for entity in before:
        who = cast.index.get(entity)
        if who is not None and any(wanted & role.words for role in cast.roles[who]):
            return entity, 0.7, "role"
    makes = description.head in ("maker", "manufacturer", "operator", "producer", "retailer", "lender")
    if (description.modifiers and not makes) or description.head not in sections("grammar")[
        "generic organisation"
    ]:
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
