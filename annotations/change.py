"""What a transaction of the store is to do: rows to put, to delete, to purge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations import schema
from annotations.schema import RESOLVED, STAMPS, TABLES, WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.ledger.ledger import Ledger
    from annotations.schema import Row, Stored
    from annotations.storage import Database


class Change:
    """What a transaction is to do; nothing happens before its block ends."""

    def __init__(self, known: Callable[[str], Row | None]) -> None:
        self._known = known
        self.puts: list[tuple[Row, Stored | None]] = []
        self.deleted: list[str] = []
        self.purged: list[str] = []

    def put(self, row: Row, was: Row | None = None) -> None:
        """Insert a row, or change the one with its id: only the fields that differ.

        Args:
            row: as it is to be.
            was: as the caller knew it before; where it is not given, as the store knows it now. What another window
                changed in other fields since then stays.
        """
        known = was if was is not None else self._known(row.id)
        self.puts.append((row, None if known is None else schema.encode(known)))

    def delete(self, id: str) -> None:
        """Mark a row as deleted; it is kept as a tombstone until it is purged."""
        self.deleted.append(id)

    def purge(self, id: str) -> None:
        """Take a deleted row away for good: a transaction that does so cannot be undone.

        A row that lives, because another window brought it back meanwhile, stays.
        """
        self.purged.append(id)


def carry_out(change: Change, ledger: Ledger, database: Database) -> None:
    """Do what a change asks for to the tables; a transaction of the ledger is open."""
    for row, was in change.puts:
        _put(ledger, database, row, was)
    for id in change.deleted:
        found = _find(ledger, id)
        if found is not None:
            time = schema.now()
            database.table(found[0]).update({"deleted": time, "modified": time}, doc_ids=[found[1]])
    for id in change.purged:
        found = _find(ledger, id)
        if found is not None and ledger.rows(found[0]).get(found[1]).get("deleted") is not None:
            database.table(found[0]).remove(doc_ids=[found[1]])


def _find(ledger: Ledger, id: str) -> tuple[str, int] | None:
    for table in TABLES:
        doc = ledger.rows(table).doc(id)
        if doc is not None:
            return table, doc
    return None


def _put(ledger: Ledger, database: Database, row: Row, was: Stored | None) -> None:
    table = database.table(schema.table_of(row))
    new = schema.encode(row)
    doc = ledger.rows(table.name).doc(row.id)
    if doc is None or was is None:
        time = schema.now()
        new |= {"created": new["created"] or time, "modified": new["modified"] or time}
        if doc is None:
            table.insert(new)
        else:
            table.update(new, doc_ids=[doc])
        return
    fields = {name: value for name, value in new.items() if was.get(name) != value}
    fields = {name: value for name, value in fields.items() if value or name not in STAMPS}
    if fields.keys() - RESOLVED - STAMPS and "modified" not in fields:
        fields["modified"] = schema.now()
    stored = ledger.rows(table.name).get(doc)
    if fields.keys() & WRITTEN and was.get("deleted") is None and stored.get("deleted") is not None:
        # Somebody deleted it while the reader was at work on it: what was written is not to vanish with it.
        fields["deleted"] = None
    if fields:
        table.update(fields, doc_ids=[doc])
