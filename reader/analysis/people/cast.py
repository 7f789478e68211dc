"""Who appears in an article: the one entry to names, entities and the persons behind pronouns and descriptions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.analysis.people import known, people, pronouns, ranking, titles
from reader.analysis.people.agreement import Told, role_words
from reader.analysis.people.bearers import forename_tells
from reader.analysis.people.entities import Entity, Mention, Resolution
from reader.analysis.people.gender import is_forename
from reader.analysis.people.introductions import introduce
from reader.analysis.people.kin import own_people
from reader.analysis.people.lives import whose_life, with_birth_names
from reader.analysis.people.names import find_names
from reader.analysis.people.ranking import Persons
from reader.analysis.people.seats import seats
from reader.analysis.people.telling import best_role, tell
from reader.analysis.words.narrative import read_narrative
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.figure import Figure
    from reader.analysis.people.gender import Gender
    from reader.analysis.people.ranking import Sighting
    from reader.analysis.words.narrative import Narrative
    from reader.document.model import Block, Span


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of an article and where they are named.

    Attributes:
        text: the document's.
        narrative: its words.
        entities: by first mention.
        mentions: in order, disjoint.
        roles: for each entity the words of everything that the article says of its role, as they are compared.
        by_role: for each such word the entities.
        sightings: persons named, and pronouns with whom they mean, in order; `who` counts through `entities`.
        persons: what the ranking of pronouns knows of each entity.
        index: the place of each entity in `entities`.
        first: the offset of each entity's first mention.
        neutral: the places in `entities` of people of whom the article says that they go by "they".
        uses: for each word, small, the first token that it is with a preposition behind it, headings and captions left out.
    """

    text: str
    narrative: Narrative
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[tuple[Told, ...], ...]
    by_role: dict[str, list[int]]
    sightings: tuple[Sighting, ...]
    persons: Persons
    index: dict[Entity, int]
    first: tuple[int, ...]
    uses: dict[str, int]
    neutral: tuple[int, ...] = ()

    def fits(self, index: int, told: Gender | None) -> bool:
        """Whether an entity is a person of a gender, as far as known."""
        entity = self.entities[index]
        return entity.kind == "person" and entity.gender in (told, None)

    def mention_at(self, offset: int) -> Mention | None:
        """The mention that covers an offset."""
        i = bisect_right(self.mentions, offset, key=lambda m: m.start) - 1
        return self.mentions[i] if i >= 0 and self.mentions[i].end > offset else None

    def mention_ending(self, token: tuple[int, int]) -> Mention | None:
        """The mention whose last word is the token."""
        mention = self.mention_at(token[0])
        return mention if mention and mention.end == token[1] else None

    def mentions_before(self, offset: int) -> tuple[Mention, ...]:
        """Up to sixty mentions that begin before an offset, in order."""
        i = bisect_left(self.mentions, offset, key=lambda m: m.start)
        return self.mentions[max(0, i - 60) : i]

    def mentions_from(self, offset: int, most: int = 4) -> tuple[Mention, ...]:
        """The first mentions that begin at an offset or after it, in order, `most` at the most."""
        i = bisect_left(self.mentions, offset, key=lambda m: m.start)
        return self.mentions[i : i + most]

    def ranked(
        self, token: int, told: Gender | None, history: Sequence[Resolution]
    ) -> list[tuple[Entity, float]]:
        """The persons that a pronoun at a token can mean, with their salience, most salient first."""
        near = {s.token: s for s in self._near(token)}
        entities = list(self.entities)
        for past in history[-_REMEMBERED:]:
            at = self.narrative.index(past.source.start)
            if past.entity is None or at >= token or past.entity.kind not in ("person", "other"):
                continue
            who = self.index.get(past.entity)
            if who is None:
                who = len(entities)
                entities.append(past.entity)
            token_of = self._source_token(past.source, past.entity)
            near[token_of] = pronouns.as_speaker(self.narrative, near.get(token_of), token_of, who)
        extra = len(entities) - len(self.entities)
        persons = self.persons if not extra else _extended(self.persons, entities[-extra:])
        seen = [near[at] for at in sorted(near)]
        found = [(entities[r.who], r.score) for r in ranking.rank(self.narrative, seen, token, told, persons)]
        last = next((r.entity for r in reversed(history[-3:]) if r.entity), None)
        found = [
            (e, score + ranking.W["last"] * (e == last) - ranking.W["unnamed"] * (e not in self.index))
            for e, score in found
        ]
        return sorted(found, key=lambda pair: -pair[1])

    def _source_token(self, source: Span, entity: Entity) -> int:
        """The token at which a source's own sighting stands: that of the entity's name within it, else its first."""
        within = (m for m in self.mentions_from(source.start) if m.start < source.end and m.entity == entity)
        named = next(within, None)
        return self.narrative.index(named.start if named else source.start)

    def _near(self, token: int) -> tuple[Sighting, ...]:
        i = bisect_left(self.sightings, token, key=lambda s: s.token)
        return self.sightings[max(0, i - 60) : i]

    def ahead(self, token: int, told: Gender | None) -> Entity | None:
        """The first person named after a token, within three sentences or the next paragraph, whom a pronoun can mean."""
        i = bisect_left(self.sightings, token, key=lambda s: s.token)
        story = self.narrative
        for sighting in self.sightings[i : i + 8]:
            if sighting.sentence - story.sentence[token] > 3 and sighting.body - story.body[token] > 1:
                return None
            if not sighting.pronoun and not sighting.away and self.fits(sighting.who, told):
                return self.entities[sighting.who]
        return None

    def first_use(self, word: str) -> int:
        """The token that first uses a word with "of …", "at …" behind it, headings left out; past the last token where none does."""
        return self.uses.get(word, len(self.narrative.words))

    def with_role(self, words: frozenset[str], offset: int) -> list[int]:
        """The entities of whose role one of the words is told, in order; of very many those first named near an offset."""
        found: set[int] = set()
        for word in words:
            bearers = self.by_role.get(word, [])
            i = bisect_left(bearers, offset, key=self.first.__getitem__)
            found.update(bearers[max(0, i - _AROUND) : i + _AROUND])
        return sorted(found)


_AROUND = 60
"""How many bearers of a role, first named before an offset and after it, are compared; no article has as many."""
_REMEMBERED = 12
"""How many sources back count as speakers for a pronoun."""


def _extended(persons: Persons, entities: Sequence[Entity]) -> Persons:
    """The persons with those whom the article only describes."""
    return Persons(
        [*persons.kinds, *(entity.kind for entity in entities)],
        [*persons.genders, *(entity.gender for entity in entities)],
        [*persons.sure, *(entity.gender is not None for entity in entities)],
        [*persons.forename, *(False for _ in entities)],
        [*persons.counts, *(1 for _ in entities)],
        persons.life,
    )


def read_cast(text: str, blocks: Sequence[Block], quotations: Sequence[Span] = ()) -> Cast:
    """Read who appears in an article.

    Args:
        text: the document's.
        blocks: in order; page noise and bylines are left out.
        quotations: what stands in quotation marks, in order and disjoint, so that a name within is not taken for the
            subject of what is told around it.

    Returns:
        The cast; empty where the text names nobody. The time is linear in the text.
    """
    story = read_narrative(text, blocks, quotations)
    small = frozenset(word for word in story.words if word[0].islower())
    names = find_names(story.words, story.spans, story.starts, small)
    figures = people.group(known.settle(names, story), story.words)
    for figure in figures:
        tell(text, story, figure)
    introduce(story, figures)
    figures = sorted([*figures, *own_people(story)], key=lambda figure: figure.names[0].start)
    figures = with_birth_names(story, figures)
    life = whose_life(story, figures)
    seen = pronouns.sightings(story, figures, life)
    entities = [_entity(text, figure) for figure in figures]
    persons = Persons(
        [e.kind for e in entities],
        [e.gender for e in entities],
        [f.sure for f in figures],
        [forename_tells(f) for f in figures],
        [len(f.names) for f in figures],
        life,
    )
    index = {entity: i for i, entity in reversed(list(enumerate(entities)))}
    told = tuple((*map(role_words, figure.roles), *seats(text, figure)) for figure in figures)
    by_role: dict[str, list[int]] = {}
    for who, spoken in enumerate(told):
        for word in frozenset().union(*(role.words for role in spoken)):
            by_role.setdefault(word, []).append(who)
    firsts = tuple(figure.names[0].start for figure in figures)
    return Cast(
        text,
        story,
        tuple(entities),
        _mentions(figures, entities),
        told,
        by_role,
        tuple(seen),
        persons,
        index,
        firsts,
        _first_uses(story),
        _neutral(story, figures),
    )


def _neutral(story: Narrative, figures: Sequence[Figure]) -> tuple[int, ...]:
    """Who goes by "they": the person last named in a sentence before "uses the pronouns they and them", "they/them"."""
    found = []
    for token, word in enumerate(story.words):
        if not (
            word.lower() in ("pronouns", "pronoun")
            and {"they", "they/them"} & set(story.words[token - 4 : token + 4])
        ):
            continue
        near = [
            (name.first, who)
            for who, figure in enumerate(figures)
            if figure.kind == "person"
            for name in figure.names
            if name.first < token and story.sentence[name.first] == story.sentence[token]
        ]
        if near:
            found.append(max(near)[1])
    return tuple(dict.fromkeys(found))


def _with_marks(text: str, figure: Figure) -> str | None:
    """The fullest name as the article writes it where a nickname stands in it within marks: Ana “Birdie” Ruiz."""
    first = next((n for n in figure.names if n.words == figure.fullest), None)
    written = " ".join(text[first.start : first.end].split()) if first else ""
    return written if any(mark in written[1:] for mark in (" “", ' "', " ‘", " '")) else None


def _is_dropped_capital(words: Sequence[str]) -> bool:
    """Whether a name's forename is in capitals only since the story opens with it: "TOMMY Lund"."""
    first = words[0]
    return len(first) > 2 and first.isupper() and is_forename(first) and not words[1].isupper()


def _mentions(figures: Sequence[Figure], entities: Sequence[Entity]) -> tuple[Mention, ...]:
    """Where each of them is named, in order."""
    found = (
        Mention(name.start, name.end, entity, name.outset)
        for figure, entity in zip(figures, entities, strict=True)
        for name in figure.names
    )
    return tuple(sorted(found, key=lambda mention: mention.start))


def _first_uses(story: Narrative) -> dict[str, int]:
    complements = sections("grammar")["complement"]
    found: dict[str, int] = {}
    for token, word in enumerate(story.words):
        if not story.aside[token] and token + 1 < len(story.words) and story.words[token + 1] in complements:
            found.setdefault(word.lower(), token)
    return found


def _entity(text: str, figure: Figure) -> Entity:
    words = list(figure.fullest)
    name = _with_marks(text, figure) or " ".join(words)
    if len(words) == 1:
        noble = next((n.title for n in figure.names if n.title and n.title[-1] in titles.royal()), None)
        name = f"{noble[-1]} {name}" if noble else name
    if name.isupper() and figure.kind == "person" and len(name) > 4:
        name = name.title()
    if figure.kind == "person" and len(words) > 1 and _is_dropped_capital(words):
        name = f"{words[0].capitalize()}{name[len(words[0]) :]}"
    gender = figure.gender if figure.kind in ("person", "other") else "n"
    return Entity(name, best_role(figure), figure.kind, gender, figure.kind == "group")
