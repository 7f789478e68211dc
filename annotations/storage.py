"""TinyDB's own extension points over the ledger: a `Storage` that keeps the tables parsed, a `Table` that records.

Whoever has the `Database` speaks plain TinyDB to the store: `insert`, `update(…, doc_ids=…)`, `remove(doc_ids=…)`,
`search(Query()…)`. Each such call by itself is one transaction; within `JournalStorage.transaction` all are one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, cast

import tinydb
import tinydb.table

from annotations.ledger.journal import Draft
from annotations.schema import META, Stored

if TYPE_CHECKING:
    from annotations.ledger.ledger import Ledger
    from annotations.ledger.rows import Rows


class TableView(Mapping[str, Any]):
    """A table as TinyDB reads it, by TinyDB ids as strings; each row is a copy made when it is asked for."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def __getitem__(self, doc: str) -> Any:
        found = self.rows.get(int(doc))
        if found is None:
            raise KeyError(doc)
        return found

    def __iter__(self) -> Iterator[str]:
        return map(str, list(self.rows))

    def __len__(self) -> int:
        return len(self.rows)


class Recorder(MutableMapping[int, Any]):
    """A table as TinyDB's updaters change it: rows asked for are copies, and what became of them is recorded."""

    def __init__(self, ledger: Ledger, name: str) -> None:
        self._ledger = ledger
        self._name = name
        self._rows = ledger.rows(name)
        self._touched: dict[int, Stored | None] = {}

    def __getitem__(self, doc: int) -> Any:
        if doc not in self._touched:
            self._touched[doc] = self._rows.get(doc)
        found = self._touched[doc]
        if found is None:
            raise KeyError(doc)
        return found

    def __setitem__(self, doc: int, stored: Any) -> None:
        self._touched[doc] = stored

    def __delitem__(self, doc: int) -> None:
        if doc not in self:
            raise KeyError(doc)
        self._touched[doc] = None

    def __contains__(self, doc: object) -> bool:
        if doc in self._touched:
            return self._touched[doc] is not None
        return doc in self._rows.raw

    def __iter__(self) -> Iterator[int]:
        new = [doc for doc in self._touched if doc not in self._rows.raw]
        return (doc for doc in [*self._rows, *new] if doc in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def record(self) -> None:
        """Hand what was changed to the open transaction."""
        for doc, stored in self._touched.items():
            self._ledger.set(self._name, doc, stored)


class JournalStorage(tinydb.Storage):
    """TinyDB's storage over a ledger, which has read the files already."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def read(self) -> dict[str, Any]:
        """All tables but `meta`, which is the storage's own."""
        return {name: TableView(rows) for name, rows in self.ledger.tables.items() if name != META}

    def write(self, data: dict[str, Any]) -> None:
        """Make the tables what `data` says: the way of TinyDB's `drop_table` and `drop_tables`."""
        with self.transaction(Draft("change the tables", None)):
            for name, rows in list(self.ledger.tables.items()):
                wanted = data.get(name, {})
                if isinstance(wanted, TableView) and wanted.rows is rows:
                    continue
                for doc in [doc for doc in rows if str(doc) not in wanted]:
                    self.ledger.set(name, doc, None)
            for name, table in data.items():
                if not isinstance(table, TableView):
                    for doc, stored in table.items():
                        self.ledger.set(name, int(doc), dict(stored))

    @contextlib.contextmanager
    def transaction(self, draft: Draft) -> Iterator[None]:
        """Make one transaction of all that is done to the tables while the block runs; inside one, join that."""
        if self.ledger.in_transaction:
            yield
        else:
            with self.ledger.transaction(draft):
                yield


class JournalTable(tinydb.table.Table):
    """TinyDB's table, without its rebuilding of every row at each change."""

    def __init__(
        self, storage: tinydb.Storage, name: str, cache_size: int = 10, persist_empty: bool = False
    ) -> None:
        self._journal_storage = cast("JournalStorage", storage)
        self._seen = -1
        self._next_doc = 0
        super().__init__(storage, name, cache_size, persist_empty)

    def search(self, cond: Any) -> list[tinydb.table.Document]:
        """All rows that match, with the query cache emptied where the rows changed since."""
        ledger = self._journal_storage.ledger
        if self._seen != ledger.version:
            self.clear_cache()
            self._seen = ledger.version
        return super().search(cond)

    def get(self, cond: Any = None, doc_id: int | None = None, doc_ids: list[int] | None = None) -> Any:
        """As TinyDB's; rows asked for by their TinyDB ids are found without a look at the others."""
        if doc_ids is None or doc_id is not None:
            return super().get(cond, doc_id, doc_ids)
        rows = self._journal_storage.ledger.rows(self.name)
        return [self.document_class(rows.get(doc), doc) for doc in doc_ids if doc in rows.raw]

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a row; its TinyDB id is given when the lock is held, so that no two programs give the same."""
        with self._journal_storage.transaction(Draft(f"insert into {self.name}", None)):
            return super().insert(document)

    def _get_next_id(self) -> int:
        highest = self._journal_storage.ledger.rows(self.name).highest
        found = max(highest + 1, self._next_doc)
        self._next_doc = found + 1
        return found

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._journal_storage.transaction(Draft(f"change {self.name}", None)):
            recorder = Recorder(self._journal_storage.ledger, self.name)
            updater(recorder)
            recorder.record()
        self.clear_cache()


class Database(tinydb.TinyDB):
    """The store as a TinyDB."""

    table_class = JournalTable
