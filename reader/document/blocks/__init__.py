"""The blocks of an article's text: `classify` for a document, `blocks` for bare text."""

from reader.document.blocks.kinds import blocks, classify

__all__ = ["blocks", "classify"]
