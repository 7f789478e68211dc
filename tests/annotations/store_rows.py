"""Rows for the tests of the store, made up."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from annotations.model import Anchor, Annotation, DocumentRef

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.store import Store

ARTICLE = DocumentRef("urn:uuid:a", "file:///news/harbour.txt", "0" * 64, title="Harbour opens")
ANCHOR = Anchor("the harbour", "Work on ", " went on.", 8, 19, "0" * 64)


def note(number: int, **fields: Any) -> Annotation:
    """A note with a number for its id and text."""
    base = Annotation(
        f"urn:uuid:{number}", ARTICLE.id, ANCHOR, kind="note", note=f"note {number}", start=8, end=19
    )
    return dataclasses.replace(base, **fields)


def write(store: Store, *numbers: int) -> None:
    """Put notes, a transaction each."""
    for number in numbers:
        with store.transaction(f"note {number}", ARTICLE.id) as change:
            change.put(note(number))


def folded(folder: Path) -> Path:
    """Make a store with an article and notes 1 to 3, folded and closed; its path."""
    from annotations.store import Store

    place = folder / "data" / "annotations.json"
    store = Store(place)
    with store.transaction("open") as change:
        change.put(ARTICLE)
    write(store, 1, 2, 3)
    store.close()
    return place


def numbers(store: Store) -> list[int]:
    """The numbers of the living notes, sorted."""
    return sorted(int(row.id.rpartition(":")[2]) for row in store.annotations())
