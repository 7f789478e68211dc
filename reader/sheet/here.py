"""What the article itself offers where the reader is: links and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.document.model import Image, Mark
    from reader.sheet.sheet import Sheet


def links_here(sheet: Sheet) -> list[Mark]:
    """The link at the cursor, else those of the sentence in focus."""
    sentence = sheet.focus.sentence
    links = [m for m in sheet.session.document.marks if m.kind == "link" and m.href]
    here = [m for m in links if m.start <= sheet.cursor < m.end]
    return here or [m for m in links if m.start < sentence.end and m.end > sentence.start]


def pictures_here(sheet: Sheet) -> list[Image]:
    """The pictures of the block in focus."""
    blocks, images = sheet.session.blocks, sheet.session.document.images
    if not images or not blocks:
        return []
    block = blocks[sheet.boundaries.block_at(sheet.cursor)]
    return [image for image in images if block.start <= image.at < block.end]
