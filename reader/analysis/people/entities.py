"""Whom an article speaks of: people, organisations, places, as data. Offsets are code points of `Document.text`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.analysis.people.gender import Gender
    from reader.analysis.people.kinds import Kind
    from reader.document.model import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that can speak.

    Attributes:
        name: the fullest own name that the article gives, without job, title or possessive; for those without one the
            words that describe them, without article, as written where they first speak: "Mexican officials".
        role: job or description from the article's own words; None where it gives none.
        kind: what it is; "other" where that is not known.
        gender: m, f, n (neither he nor she); None where it is not known.
        plural: several people, of whom "they" is said.
    """

    name: str
    role: str | None = None
    kind: Kind = "person"
    gender: Gender | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an entity's own name stands, title and possessive left out.

    Attributes:
        outset: where the title that stands before the name begins; `start` where there is none.
    """

    start: int
    end: int
    entity: Entity
    outset: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is behind a source.

    Attributes:
        source: the words resolved.
        entity: None where nobody can be told.
        certainty: 0 to 1.
        rule: the name of the rule that decided, for `why`.
    """

    source: Span
    entity: Entity | None
    certainty: float
    rule: str


Found = tuple[Entity, float, str]
"""Whom a description means, how sure, and by which rule."""
