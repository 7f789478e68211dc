"""Who said what, as data. Offsets are half-open code point ranges into `Document.text`. All of it pickles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from reader.document.model import Span

StatementKind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Attributed content: what is said, thought or claimed, without its cue and its source.

    Attributes:
        id: its place in the article's order, from 0.
        start: of its first part.
        end: of its last part.
        spans: its parts in order; "We will go," he said, "and win" has two.
        kind: all within quotation marks, none, or both.
        quotations: the stretches in quotation marks in it, marks included.
        cue: "said", "according to"; None where nothing says so.
        source: the words that name who says it here; can be a pronoun.
        speaker: the full name behind the source; None where it is not known.
        certainty: 0 to 1, how sure the attribution is.
        rule: the name of the rule that found it, for `why`.
    """

    id: int
    start: int
    end: int
    spans: tuple[Span, ...]
    kind: StatementKind
    quotations: tuple[Span, ...] = ()
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    certainty: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who says something in the article.

    Attributes:
        name: the fullest own name that the article gives, without job or title.
        role: the job or description, from the article's own words.
        mentions: where the article names them, in order.
        statements: how many statements are theirs; at least one.
    """

    name: str
    role: str | None
    mentions: tuple[Span, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """All of it for one article.

    Attributes:
        language: ISO 639-1, "en" where English; nothing is attributed otherwise.
        statements: in document order.
        speakers: by first statement.
        warnings: one clear sentence each.
        quotations: every stretch in quotation marks in the story, marks included, in order; said or not, in any language.
    """

    language: str = "en"
    statements: tuple[Statement, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    warnings: tuple[str, ...] = ()
    quotations: tuple[Span, ...] = ()
