"""Where a reader is in an article: as it is asked for at the opening, and as it is kept for the next time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from reader import state as states
from reader.layout.search import find, readable
from reader.reference import uri_of

if TYPE_CHECKING:
    from reader.document.model import Document
    from reader.state import Place
    from reader.ui.screens.reading import ReadingScreen

_COUNTED = 1_000_000
"""Characters whose words are counted; the rest is taken to be alike."""


class Asked(Protocol):
    """Where the command line asks to open.

    Attributes:
        at: code point offset to open at.
        quote: words to open at.
    """

    at: int | None
    quote: str | None


def opening(document: Document, kept: Place, asked: Asked | None) -> tuple[Place, str]:
    """Where to open an article, as asked or else where it was left; and why not as asked, "" where it is."""
    if asked is not None and asked.at is not None:
        return replace(kept, offset=asked.at, top=0), ""
    words = " ".join(asked.quote.split()) if asked is not None and asked.quote else ""
    if not words:
        return kept, ""
    spans = find(readable(document.text), re.escape(words))
    if not spans:
        return kept, f"not in this article: “{words}”"
    return replace(kept, offset=spans[0].start, top=0), ""


def place_of(article: ReadingScreen, before: Place) -> Place:
    """Where the reader is in an article now.

    Args:
        before: what was kept of it; how far it was read never goes back.
    """
    document = article.session.document
    cursor = article.sheet.cursor
    return states.Place(
        offset=cursor,
        top=article.sheet.view.window[0].start,
        jumps=article.jumps.offsets,
        read=datetime.now(UTC).isoformat(timespec="seconds"),
        uri=uri_of(document.source),
        title=document.title or "",
        publisher=document.metadata.publisher or "",
        published=document.metadata.published or "",
        words=word_count(document.text),
        progress=max(before.progress, cursor / max(1, len(document.text))),
    )


def word_count(text: str) -> int:
    """How many words a text has; of a very long one about."""
    counted = text[:_COUNTED]
    return len(counted.split()) * len(text) // max(1, len(counted))
