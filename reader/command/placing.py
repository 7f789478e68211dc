"""An article's file and what the store knows of it, brought together for a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.background import InPlace, Keeper
from reader.errors import SourceError
from reader.notes import Notes
from reader.reference import uri_of

if TYPE_CHECKING:
    from annotations.model import DocumentRef
    from annotations.store import Store
    from reader.document.model import Document


def placed(store: Store, path: str) -> tuple[DocumentRef, Document | None]:
    """The article of a file, its notes brought to where they stand in it now.

    Returns:
        The article as the store knows it, or a new row for one that it does not know; and the document, None where
        the file cannot be read but the store knows the article.

    Raises:
        SourceError: the file cannot be read, and the store does not know it.
    """
    from reader.document import classify, load
    from reader.document.outline import title_of

    try:
        document = load(path)
    except SourceError:
        known = store.find(uri=uri_of(path), url=path)
        if known is None:
            raise
        return known, None
    title = title_of(document, classify(document))
    notes = Notes(document, Keeper(lambda: store), InPlace(), lambda change: None, title=title)
    notes.attach(document)
    return notes.ref, document
