"""The rows that the store keeps: articles, annotations, corrections. Frozen values, no behaviour.

Offsets are half-open code point ranges into the article's cleaned text (see `annotations.text.clean`). Times are
RFC 3339 strings with a zone, so that they sort and travel as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["exact", "moved", "edited", "ambiguous", "orphan"]
"""How an anchor was found again; what each means is in `annotations.anchor`."""

Kind = Literal["highlight", "note", "bookmark"]

COLOURS = ("yellow", "red", "green", "blue", "purple")
"""The five colours, in the order of the keys 1 to 5. A reader's own names for them live in the configuration."""

CorrectionKind = Literal["speaker", "dismiss", "statement", "merge", "rename", "block"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stood, and enough of its surroundings to find it again.

    Attributes:
        exact: the passage as it was marked.
        prefix: 64 characters or more before it (fewer only at the start of the text).
        suffix: likewise after it.
        start: code point offset into the text it was made on.
        end: likewise, exclusive.
        sha256: of that text in UTF-8, hexadecimal.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """An article as the store knows it: by text, place and canonical URL together.

    Attributes:
        id: "urn:uuid:…", given once.
        uri: absolute, percent-encoded; where it was last read from.
        sha256: of its text when it was last read.
        title: None where it has none.
        url: the canonical URL that the page itself names.
        published: a date as the page gives it, ISO 8601 where it could be read.
        earlier: sha256 of the texts it had before, oldest first.
    """

    id: str
    uri: str
    sha256: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    earlier: tuple[str, ...] = ()
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight, a note or a bookmark over a passage.

    Attributes:
        id: "urn:uuid:…".
        article: the `DocumentRef.id` it belongs to.
        anchor: the passage as it was marked.
        note: Markdown; empty for a bare highlight.
        mark: the letter of a bookmark.
        speaker: full name of who speaks at the passage ("said by"), where known.
        statement: the passage's statement as marked, start and end in the text of `anchor`, where it lies in one.
        state: as last resolved; `start` and `end` are None for an orphan.
        score: 0 to 1, as last resolved.
        start: code point offset in the article's text as last read.
        end: likewise, exclusive.
        creator: the author's name from the configuration, or what an import brought.
        deleted: when it was deleted; None for a living one.
    """

    id: str
    article: str
    anchor: Anchor
    kind: Kind = "highlight"
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: str = "yellow"
    mark: str | None = None
    speaker: str | None = None
    statement: tuple[int, int] | None = None
    state: State = "exact"
    score: float = 1.0
    start: int | None = None
    end: int | None = None
    creator: str | None = None
    created: str = ""
    modified: str = ""
    deleted: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """The reader's word over what the program worked out; final.

    Attributes:
        kind: "speaker": the statement at `anchor` is said by `value`; "dismiss": it is no statement; "statement": the
            passage at `anchor` is one, said by `value`; "merge": the speaker `old` is `value`; "rename": the speaker
            `old` is called `value`; "block": the block at `anchor` is of the kind `value`.
        anchor: None for "merge" and "rename", which hold for the whole article.
        state: as last resolved, and so `start`, `end`.
    """

    id: str
    article: str
    kind: CorrectionKind
    value: str | None = None
    old: str | None = None
    anchor: Anchor | None = None
    state: State = "exact"
    score: float = 1.0
    start: int | None = None
    end: int | None = None
    created: str = ""
    modified: str = ""
    deleted: str | None = None
