"""What another program did to the TinyDB file: found by comparing it with what the file held when we wrote it."""

from __future__ import annotations

import dataclasses
import uuid
from typing import TYPE_CHECKING

from annotations.ledger.rows import difference, key_of, pack, patched
from annotations.schema import ANNOTATIONS, ARTICLES, CORRECTIONS, TABLES, moment, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotations.ledger.journal import Entry
    from annotations.ledger.rows import Rows
    from annotations.ledger.snapshot import Snapshot
    from annotations.schema import Stored

_IDS = uuid.UUID("6f0c5b0e-7a55-4c3c-9d9e-0c1f3a2b7d11")
"""The name space of the ids given to rows that came without."""

_Known = dict[tuple[str, str], "Stored | None"]


@dataclasses.dataclass(frozen=True, slots=True)
class Outside:
    """One row that another program added, changed or took away.

    Attributes:
        doc: the TinyDB id it has, or is to have where that is free.
        stored: what the row is to be in the store; None: to be removed.
        what: for the reader.
    """

    table: str
    key: str
    doc: int
    stored: Stored | None
    what: str


def compare(
    tables: Mapping[str, Rows], found: Snapshot, since: Iterable[Entry] | None, *, vanished: bool
) -> tuple[Outside, ...]:
    """What the store has to take in from a file that another program wrote.

    Args:
        tables: the store as it is now.
        found: the file.
        since: the transactions after the one that the file was based on, newest first; what the other program did is
            known exactly then, field by field. None: not known, so of two versions of a row the newer one wins.
        vanished: rows that are missing in the file were deleted by the other program, not lost.
    """
    base = None if since is None else _rolled_back(tables, since)
    result: list[Outside] = []
    for name, rows in found.tables.items():
        for key, doc, theirs in _theirs(name, rows, tables):
            row = _taken(name, key, doc, theirs, tables, base)
            if row is not None:
                result.append(row)
    if vanished and base is not None:
        result += _vanished(tables, found, base)
    return tuple(result)


def summary(outside: Iterable[Outside]) -> str:
    """How much of what, in words: "2 rows added, 1 changed"."""
    counts: dict[str, int] = {}
    for row in outside:
        counts[row.what] = counts.get(row.what, 0) + 1
    return ", ".join(f"{count} {what}" for what, count in counts.items())


def _rolled_back(tables: Mapping[str, Rows], since: Iterable[Entry]) -> _Known:
    """The rows that were different before those transactions, as they were then; None for one that was not there."""
    known: _Known = {}
    for entry in since:
        for change in reversed(entry.changes):
            at = (change.table, change.key)
            row = known[at] if at in known else _current(tables, *at)
            if change.before is None:
                known[at] = None
            elif change.after is None:
                known[at] = change.before
            elif row is not None:
                known[at] = patched(row, change.after, change.before)
    return known


def _current(tables: Mapping[str, Rows], name: str, key: str) -> Stored | None:
    rows = tables.get(name)
    doc = rows.doc(key) if rows is not None else None
    return rows.get(doc) if rows is not None and doc is not None else None


def _theirs(name: str, rows: Rows, tables: Mapping[str, Rows]) -> Iterator[tuple[str, int, Stored]]:
    """The file's rows that are not to the byte as the store has them, each with an id of its own."""
    ours = tables.get(name)
    seen: set[str] = set()
    for doc, raw in rows.raw.items():
        key = rows.key(doc)
        own = ours.doc(key) if ours is not None else None
        twice = key in seen
        seen.add(key)
        if not twice and ours is not None and own is not None and ours.raw[own] == raw:
            continue
        stored = rows.get(doc)
        if isinstance(stored, dict) and name in TABLES and (twice or key.startswith("#")):
            stored = {
                **stored,
                "id": f"urn:uuid:{uuid.uuid5(_IDS, pack([doc if twice else 0, stored]).hex())}",
            }
            key = key_of(stored, doc)
        yield key, doc, stored


def _taken(
    name: str, key: str, doc: int, theirs: Stored, tables: Mapping[str, Rows], base: _Known | None
) -> Outside | None:
    ours = _current(tables, name, key)
    if ours == theirs:
        return None
    if not isinstance(theirs, dict) or not isinstance(ours, dict | None):
        return Outside(name, key, doc, theirs, "changed")
    if base is not None:
        then = base.get((name, key), ours)
        if then == theirs:
            return None
        if then is not None and ours is not None:
            merged = patched(ours, *difference(then, theirs))
            return None if merged == ours else Outside(name, key, doc, merged, "changed")
    if ours is None:
        return Outside(name, key, doc, theirs, "added")
    newer = moment(theirs.get("modified")) > moment(ours.get("modified"))
    return Outside(name, key, doc, theirs, "changed") if newer else None


def _vanished(tables: Mapping[str, Rows], found: Snapshot, base: _Known) -> Iterator[Outside]:
    for name, rows in tables.items():
        there = found.tables.get(name)
        for doc in list(rows):
            key = rows.key(doc)
            if (there is not None and there.doc(key) is not None) or base.get((name, key), _PRESENT) is None:
                continue
            stored = rows.get(doc)
            if name not in TABLES:
                yield Outside(name, key, doc, None, "deleted")
            elif isinstance(stored, dict) and stored.get("deleted") is None:
                if name == ARTICLES and _is_needed(found, key):
                    continue
                time = now()
                yield Outside(name, key, doc, {**stored, "deleted": time, "modified": time}, "deleted")


_PRESENT: Stored = {}


def _is_needed(found: Snapshot, article: str) -> bool:
    return any(found.tables[name].of_article(article) for name in (ANNOTATIONS, CORRECTIONS))
