"""The transactions of the store in their order, forward and backward, through the journal and the old journals."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from annotations import durable
from annotations.ledger import journal, kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from annotations.ledger.journal import Draft, Entry
    from annotations.ledger.places import Places


def forward(places: Places, after: int, data: bytes) -> Iterator[Entry]:
    """The transactions with a sequence number beyond `after`, oldest first, each once; folds among them.

    Args:
        places: of the store.
        after: what is known already.
        data: the journal, read before: a journal that is folded meanwhile is then among the old ones.

    Raises:
        OSError: an old journal cannot be read.
    """
    done = after
    old = [journal_bytes(old.path) for old in kept.old_journals(places.kept) if old.last > after]
    for part in [*old, data]:
        for entry in kept.parsed(part):
            if entry.origin == "fold":
                yield entry
            elif entry.sequence > done:
                yield entry
                done = entry.sequence


def backward(places: Places, unsaved: Sequence[Draft] = ()) -> Iterator[Entry]:
    """All transactions that are still kept, newest first, each once; damaged lines are left out.

    Args:
        places: of the store.
        unsaved: what is to come before those of the disk, oldest first.

    Raises:
        OSError: a journal cannot be read.
    """
    yield from pending(unsaved)
    seen: int | None = None
    paths = [places.journal, *(old.path for old in reversed(kept.old_journals(places.kept)))]
    for path in paths:
        for _, raw in reversed(list(journal.lines(journal_bytes(path)))):
            for entry in reversed(journal.entries(raw)):
                if entry.origin != "fold" and (seen is None or entry.sequence < seen):
                    seen = entry.sequence
                    yield entry


def pending(unsaved: Sequence[Draft]) -> Iterator[Entry]:
    """Transactions that are not saved yet, newest first; they have no sequence number, so 0."""
    for draft in reversed(unsaved):
        yield draft.entry(0)


def journal_bytes(path: Path) -> bytes:
    """The content of a journal; empty where it is gone.

    Raises:
        OSError: it is there but cannot be read; to go on without it would be to pass over what it holds.
    """
    with contextlib.suppress(FileNotFoundError):
        return durable.read(path)
    return b""
