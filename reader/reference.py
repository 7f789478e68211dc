"""How an article is known to the store: by its text, the place it was read from and its canonical URL together."""

from __future__ import annotations

import os
import uuid
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.model import DocumentRef
from reader.document.source import local

if TYPE_CHECKING:
    from reader.document.model import Document

_NOWHERE = "urn:sha256:"
"""Begins the URI of an article that lies nowhere."""


def uri_of(source: str) -> str:
    """An absolute, percent-encoded URI for what was opened; standard input has none of its own."""
    if source == "-" or source[:8].lower().startswith(("http://", "https://")):
        return "" if source == "-" else source
    return Path(os.path.abspath(local(source))).as_uri()


def new_id() -> str:
    """A fresh id for a row of the store."""
    return f"urn:uuid:{uuid.uuid4()}"


def reference(document: Document, uri: str, title: str | None = None) -> DocumentRef:
    """A new row for an article that the store may not know yet.

    Args:
        title: as its blocks tell it, for a text whose format names none.
    """
    page = document.metadata
    return DocumentRef(
        id=new_id(),
        uri=uri or _NOWHERE + document.sha256,
        sha256=document.sha256,
        title=document.title or title,
        author=page.author,
        publisher=page.publisher,
        published=page.published,
        url=page.url,
    )


def updated(known: DocumentRef, now: DocumentRef) -> DocumentRef:
    """The article as known, with the text it has now, and the place where it has one: standard input is none."""
    earlier = known.earlier
    if known.sha256 != now.sha256:
        earlier = (*(sha for sha in earlier if sha != now.sha256), known.sha256)
    return replace(
        now,
        id=known.id,
        uri=known.uri if now.uri.startswith(_NOWHERE) else now.uri,
        earlier=earlier,
        title=now.title or known.title,
        author=now.author or known.author,
        publisher=now.publisher or known.publisher,
        published=now.published or known.published,
        url=now.url or known.url,
        created=known.created,
        modified=known.modified,
    )
