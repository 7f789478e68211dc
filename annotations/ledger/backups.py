"""The kept copies of a store: listing them, and going back to one."""

from __future__ import annotations

import contextlib
import dataclasses
from typing import TYPE_CHECKING

from annotations import durable, schema
from annotations.errors import StoreError
from annotations.ledger import fold, kept
from annotations.schema import ARTICLES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.ledger.ledger import Ledger
    from annotations.ledger.snapshot import Tables
    from annotations.schema import Stored


@dataclasses.dataclass(frozen=True, slots=True)
class Backup:
    """A kept copy of the store.

    Attributes:
        name: of its file; what `restore` takes.
        time: when it was made, RFC 3339.
        annotations: how many living ones it holds; None for a damaged copy.
        size: bytes.
    """

    name: str
    time: str
    annotations: int | None
    size: int


def backups(ledger: Ledger) -> tuple[Backup, ...]:
    """The kept copies, newest first."""
    return tuple(_backup(copy) for copy in reversed(kept.copies(ledger.places.kept)))


def restore(ledger: Ledger, name: str) -> None:
    """Set all rows as a copy has them; a transaction is open.

    What came after the copy gets a tombstone, so that going back can be undone and no merge brings it again.

    Raises:
        StoreError: there is no such copy, or it is damaged.
    """
    copy = _named(ledger, name)
    tables = _tables(copy)
    with contextlib.suppress(OSError):
        fold.keep_copy(ledger, spare=copy.path.name)
    for table, key, doc, stored in list(_differing(ledger, tables)):
        rows = ledger.rows(table)
        own = rows.doc(key)
        free = doc if doc not in rows.raw else rows.highest + 1
        ledger.set(table, free if own is None else own, stored)


def _differing(ledger: Ledger, tables: Tables) -> Iterator[tuple[str, str, int, Stored | None]]:
    """What has to be set: table, key, wanted TinyDB id, row (None: to be removed)."""
    time = schema.now()
    for table, rows in tables.items():
        ours = ledger.rows(table)
        for doc in rows:
            key, stored = rows.key(doc), rows.get(doc)
            own = ours.doc(key)
            if own is None or ours.get(own) != stored:
                yield table, key, doc, _stamped(table, stored, time)
    for table, rows in list(ledger.tables.items()):
        for doc in list(rows):
            key = rows.key(doc)
            if table == ARTICLES or (table in tables and tables[table].doc(key) is not None):
                continue
            stored = rows.get(doc)
            if table not in TABLES:
                yield table, key, doc, None
            elif stored.get("deleted") is None:
                yield table, key, doc, {**stored, "deleted": time, "modified": time}


def _stamped(table: str, stored: Stored, time: str) -> Stored:
    return {**stored, "modified": time} if table in TABLES and isinstance(stored, dict) else stored


def _named(ledger: Ledger, name: str) -> kept.Copy:
    for copy in kept.copies(ledger.places.kept):
        if name in (copy.path.name, copy.time, kept.spelled(copy.time)):
            return copy
    raise StoreError(str(ledger.places.kept), f"there is no copy named {name!r}")


def _tables(copy: kept.Copy) -> Tables:
    try:
        return kept.read_copy(copy.path).tables
    except (OSError, ValueError) as error:
        raise StoreError(str(copy.path), f"the copy cannot be used: {error}") from error


def _backup(copy: kept.Copy) -> Backup:
    count = None
    with contextlib.suppress(OSError, ValueError):
        rows = kept.read_copy(copy.path).tables[schema.ANNOTATIONS]
        count = sum(1 for doc in rows if (rows.get(doc) or {}).get("deleted") is None)
    stamp = durable.stamp(copy.path)
    return Backup(copy.path.name, kept.spelled(copy.time), count, stamp.size if stamp else 0)
