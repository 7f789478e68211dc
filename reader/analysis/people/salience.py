"""Finds whom a description means that fits nobody's told role: kin of the last speaker, the one person of the paragraph, who spoke last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.people import titles
from reader.analysis.people.agreement import is_elsewhere, is_of_other_party, where
from reader.analysis.people.descriptions import PRONOUNS
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.cast import Cast
    from reader.analysis.people.descriptions import Description
    from reader.analysis.people.entities import Entity, Found, Resolution

_PLACES = frozenset(("next", "first", "second", "third", "last", "only"))
"""Words for one in a row."""
_SPOUSES = frozenset(("spouse", "partner", "twin", "sibling", "cousin", "parent"))


_GOING_ON = frozenset(("added", "adds", "continued", "continues"))
"""Verbs of who has spoken before: "“…,” added the former captain"."""
_SENTENCE = 60
"""How far back a sentence is followed."""
_NAMES = 12
"""How many names in it are looked at."""
_AMONG = 3
"""How many of the most salient ones are looked at."""


def last_speaker(history: Sequence[Resolution]) -> Entity | None:
    """The person who spoke last."""
    return next((r.entity for r in reversed(history[-6:]) if r.entity and r.entity.kind == "person"), None)


def recent(cast: Cast, description: Description, token: int, history: Sequence[Resolution]) -> Found | None:
    """ "the expert" of whom nothing else is told: the last person who spoke, or the most salient."""
    kin = _other_generation(cast, description, history) or _kin(cast, description, token, history)
    if kin:
        return kin, 0.7, "role"
    if not _can_be_called_again(description):
        return None
    alone = _alone_in_paragraph(cast, description, token)
    if alone and _open(cast, description, alone):
        return alone, 0.6, "salience"
    ranked = cast.ranked(token, description.gender, history)
    last = last_speaker(history)
    if cast.narrative.words[token - 1] not in _GOING_ON:
        last = _unless_outshone(last, ranked)
    objects = spoken_of(cast, token) | _told_apart(cast, description, token)
    fits = (
        last
        and last not in objects
        and (description.gender is None or last.gender in (description.gender, None))
        and description.head not in sections("grammar")["lot"]
    )
    if last and fits and _open(cast, description, last):
        return last, 0.45, "last speaker"
    for i, (entity, score) in enumerate(ranked[:_AMONG]):
        if entity in objects:
            continue
        clear = score > -1 or (i == 0 and score > -2 and _leads(ranked))
        if clear and _open(cast, description, entity):
            return entity, 0.35, "salience"
        if description.head not in _called_again():
            break
    return None


def spoken_of(cast: Cast, token: int) -> frozenset[Entity]:
    """Who is named behind a description in its clause, or in a quotation of its sentence: mostly someone else."""
    story = cast.narrative
    here = story.sentence[token]
    low = token
    while low > 0 and story.sentence[low - 1] == here and token - low < _SENTENCE:
        low -= 1
    stop = next((i for i in range(token, len(story.words)) if not story.words[i][0].isalnum()), token)
    found = []
    for mention in cast.mentions_from(story.spans[low][0], _NAMES):
        at = story.index(mention.start)
        if story.sentence[at] != here:
            break
        if token < at < stop or story.quoted[at]:
            found.append(mention.entity)
    return frozenset(found)


def _told_apart(cast: Cast, description: Description, token: int) -> frozenset[Entity]:
    """Who is named in the last sentence that speaks of the same one: "Bo Lund told the coroner" and then "the coroner asked"."""
    story = cast.narrative
    for i in range(token - 1, max(0, token - _SENTENCE), -1):
        if (
            story.words[i].lower() == description.head
            and story.words[i - 1].lower() == "the"
            and not story.quoted[i]
        ):
            before = cast.mentions_before(story.spans[i][0])
            near = (m for m in before if story.sentence[story.index(m.start)] == story.sentence[i])
            return frozenset(m.entity for m in near)
    return frozenset()


def _called_again() -> frozenset[str]:
    """Nouns by which articles call someone again of whom they told other things."""
    return sections("grammar")["called again"]


def _can_be_called_again(description: Description) -> bool:
    """Whether a description without a fitting role can mean someone spoken of.

    "his companion" and "the mayor's lawyer" are someone else, "the next mayor" is no one yet.
    """
    if description.head in sections("grammar")["nameless"] or description.owner:
        return False
    one = not _PLACES.isdisjoint(description.modifiers) and description.head != "lady"
    told = len(description.modifiers) - ("former" in description.modifiers)
    told -= sum(len(place.split()) for place in where(description.modifiers))
    return not one and (told <= 2 or description.head in _called_again())


def _other_generation(cast: Cast, description: Description, history: Sequence[Resolution]) -> Entity | None:
    """The father or son who bears the last speaker's name with the other suffix: Cyrus Ambrose Sr. for Cyrus Ambrose Jr."""
    last = last_speaker(history)
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
    if last is None or not ranked or ranked[0][0] == last:
        return last
    if own is None:  # too far back to be meant by a pronoun
        return None if ranked[0][1] > 0 else last
    return None if ranked[0][1] > 0 and ranked[0][1] - own > 0.9 else last


def _leads(ranked: Sequence[tuple[Entity, float]]) -> bool:
    """Whether the most salient person is so by far."""
    return len(ranked) == 1 or ranked[0][1] - ranked[1][1] > 2


def _kin(cast: Cast, description: Description, token: int, history: Sequence[Resolution]) -> Entity | None:
    """The one other person of the last speaker's surname that can be "her brother"."""
    last = last_speaker(history)
    kin = description.head in sections("titles")["noun m"] | sections("titles")["noun f"] | _SPOUSES
    if last is None or not kin or description.owner not in PRONOUNS or " " not in last.name:
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
    if who is None:
        return True
    told = cast.roles[who]
    if is_of_other_party(description, told):
        return False
    if description.former:
        return True  # what someone was says nothing of what they are
    if is_elsewhere(description, told):
        return False
    if description.head in sections("grammar")["generic"] or description.head in _called_again():
        return True
    kin = listed["noun m"] | listed["noun f"]
    address = {word.lower().rstrip(".") for word in titles.honorifics()}
    return all(role.heads & kin or role.words <= address for role in cast.roles[who])
