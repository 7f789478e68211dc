"""Blocks without judgement: paragraphs as they stand, and the reader's own word on a block's kind."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, cast, get_args

from reader.document.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotations.model import Correction
    from reader.document.model import Document

_LINE = re.compile(r"\S(?:.*\S)?")


MOST_LINES = 100_000
"""Lines that are told apart; what comes after them is one block. The longest novels have 70,000."""
CLASSIFY_FIRST = 65_536
"""Code points up to which an article is classified before it is first shown, so that nothing jumps."""


def first_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks that an article is first shown with: as they are, or for a large one as it stands."""
    if len(document.text) > CLASSIFY_FIRST:
        return outline(document)
    from reader.document.blocks import classify

    return classify(document)


def outline(document: Document) -> tuple[Block, ...]:
    """Each line as a paragraph, or the blocks that the format knows: how a large article is shown at first.

    What comes after very many lines is one block that keeps its line breaks.
    """
    if document.hints is not None:
        return document.hints
    lines = _LINE.finditer(document.text)
    found = [Block("paragraph", m.start(), m.end()) for m in islice(lines, MOST_LINES)]
    if after := next(lines, None):
        found.append(Block("paragraph", after.start(), len(document.text.rstrip()), "code"))
    return tuple(found)


def corrected(blocks: Sequence[Block], corrections: Iterable[Correction]) -> tuple[Block, ...]:
    """The blocks with the kinds that the reader gave them; a block is meant by any passage that covers half of it.

    Of several that mean one block the one that was made last holds.
    """
    words = [
        c for c in corrections if c.kind == "block" and c.start is not None and c.value in get_args(BlockKind)
    ]
    words.sort(key=lambda word: word.created or "~", reverse=True)
    return tuple(_corrected(block, words) for block in blocks) if words else tuple(blocks)


def _corrected(block: Block, words: Sequence[Correction]) -> Block:
    for word in words:
        start, end = word.start or 0, word.end or 0
        if 2 * (min(end, block.end) - max(start, block.start)) > block.end - block.start:
            return replace(block, kind=cast("BlockKind", word.value), doubtful=False)
    return block


def title_of(document: Document, blocks: Iterable[Block]) -> str | None:
    """The title that the format names, else the words of the first title block."""
    words = (document.text[block.start : block.end] for block in blocks if block.kind == "title")
    return document.title or next((" ".join(title.split()) for title in words), None)
