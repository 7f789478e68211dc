"""What an article is made of. Offsets are half-open code point ranges `[start, end)` into `Document.text`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "title", "byline", "heading", "paragraph", "caption", "promo", "ad", "credit", "boilerplate"
]
BlockRole = Literal["list-item", "quote", "code"]
MarkKind = Literal["link", "emphasis", "strong", "code"]

STORY: frozenset[BlockKind] = frozenset({"title", "byline", "heading", "paragraph", "caption"})
"""The kinds that belong to the story; the others are page noise, which can be folded away."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one kind. Blocks are in document order, never overlap, and cover every non-blank character.

    Attributes:
        kind: what it is.
        start: of its first character.
        end: after its last character; a block ends before its line break.
        role: a list item, a block quote and code are paragraphs with a role.
        doubtful: the kind is a guess; such a block is never folded.
        level: of a heading, 1 to 6, where the format tells; 0 otherwise.
        hidden: a stretch of the block that only repeats the rest of it and is left out on the page: the cut-off alt
            text above a full caption, its line break included.
    """

    kind: BlockKind
    start: int
    end: int
    role: BlockRole | None = None
    doubtful: bool = False
    level: int = 0
    hidden: Span | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A property of a stretch of text that is no block: a link, emphasis, code. Marks may nest.

    Attributes:
        href: the address of a link, as the page gives it made absolute; None otherwise.
    """

    kind: MarkKind
    start: int
    end: int
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the article: where its caption stands, and where it can be had.

    Attributes:
        at: offset of the caption's block, or of the block that it stands before.
        href: a URL, or a path inside the source file.
        alt: its alternative text; may be empty.
    """

    at: int
    href: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; all None for plain text that says nothing."""

    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An article's text and what its file format says over it.

    Attributes:
        source: the path or URL as given; "-" for standard input.
        text: cleaned by `annotations.text.clean`; line breaks are `\\n`.
        sha256: of the text in UTF-8.
        format: the name of the input format that read it ("plain", "html", …).
        title: as the format tells it; for plain text None until `blocks.classify` finds a title block.
        marks: in order of start.
        hints: blocks that the format knows (HTML, Markdown, EPUB); None where the text alone must tell.
        images: in document order.
        warnings: one clear sentence each, shown once in the status line.
    """

    source: str
    text: str
    sha256: str
    format: str = "plain"
    title: str | None = None
    metadata: Metadata = Metadata()
    marks: tuple[Mark, ...] = ()
    hints: tuple[Block, ...] | None = None
    images: tuple[Image, ...] = ()
    warnings: tuple[str, ...] = ()
