"""Plain text: the characters as they stand, made safe to show."""

from __future__ import annotations

from annotations.text import clean
from reader.document.encoding import decode
from reader.document.formats.format import Content, Glance, Raw
from reader.document.formats.signature import is_unmistakable, looks_like

_HEAD = 4000
"""Characters in which a title is looked for."""
_COUNTED = 1_000_000
"""Characters whose words are counted; the rest is taken to be alike."""


def read(raw: Raw) -> Content:
    """The text, unchanged but for line ends and unsafe characters."""
    text, warnings = decoded(raw)
    return Content(clean(text), warnings=warnings)


def glance(raw: Raw) -> Glance:
    """The title, if the beginning shows one, and the number of words."""
    from reader.document.blocks import classify
    from reader.document.model import Document

    text, _ = decoded(raw)
    head = clean(text[:_HEAD])
    titles = (
        head[block.start : block.end] for block in classify(Document("", head, "")) if block.kind == "title"
    )
    words = len(text[:_COUNTED].split())
    return Glance(next(titles, None), words=words * len(text) // max(1, min(len(text), _COUNTED)))


def decoded(raw: Raw, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The bytes of a text format as text, with the warnings of decoding.

    Args:
        charset: what the file says of itself; what a server says goes first.

    Raises:
        SourceError: they are no text.
    """
    found = None if is_unmistakable(raw.data) else decode(raw.data, raw.charset or charset)
    if found is None:
        raise raw.refuse(looks_like(raw.data))
    return found.text, found.warnings
