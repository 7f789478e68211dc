"""Taking changes back, and doing them again: which transaction is next, and what is left of it to undo.

An undo is a transaction itself. It puts a field back only where that still has the value that the undone change gave
it: what somebody else changed since stays, and is named.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Literal

from annotations.ledger import history
from annotations.ledger.journal import Draft
from annotations.ledger.ledger import reason
from annotations.outcome import Undone
from annotations.schema import ANNOTATIONS, ARTICLES, CORRECTIONS, RESOLVED, STAMPS, TABLES, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotations.ledger.journal import Entry
    from annotations.ledger.rows import Change, Rows
    from annotations.schema import Stored
    from annotations.storage import Database, JournalStorage

_ABSENT = object()


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """One row to set.

    Attributes:
        doc: its TinyDB id; None for a row that has to be inserted.
        stored: what it becomes; None: it goes.
    """

    table: str
    key: str
    doc: int | None
    stored: Stored | None


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """How to take an entry back.

    Attributes:
        steps: the rows to set, in order.
        kept: what stays because it was changed since, in words.
    """

    steps: tuple[Step, ...]
    kept: tuple[str, ...]


def take_back(
    origin: Literal["undo", "redo"], article: str | None, storage: JournalStorage, database: Database
) -> Undone | None:
    """Undo the last change of an article, or of all, or do again what was undone last; None where there is nothing.

    Where the journal cannot be read nothing is changed, and the store's notices say so.
    """
    ledger = storage.ledger
    choose = last_done if origin == "undo" else last_undone
    try:
        entry = choose(history.backward(ledger.places, ledger.unsaved), article, ledger.tables)
    except OSError as error:
        ledger.notices.append(f"nothing was changed: the journal cannot be read, {reason(error)}")
        return None
    if entry is None:
        return None
    label = entry.label.removeprefix("undo ") if origin == "redo" else entry.label
    draft = Draft(label if origin == "redo" else f"undo {label}", entry.article, origin, entry.id)
    with storage.transaction(draft):
        found = plan(ledger.tables, entry)
        for step in found.steps:
            if step.doc is not None:
                ledger.set(step.table, step.doc, step.stored)
            elif step.stored is not None:
                database.table(step.table).insert(step.stored)
    return Undone(label, tuple(dict.fromkeys(step.key for step in found.steps)), found.kept)


def last_done(entries: Iterable[Entry], article: str | None, tables: Mapping[str, Rows]) -> Entry | None:
    """The entry that an undo takes back; None where nothing is left.

    Args:
        entries: from the newest to the oldest.
        article: only what belongs to this article, or touched rows of it among others'; None: whatever was last.
        tables: the rows as they are now.
    """
    undone: dict[str, bool] = {}
    redone_of: set[str] = set()
    for entry in entries:
        if entry.origin == "redo" and entry.of is not None:
            redone_of.add(entry.of)
        elif entry.origin == "undo" and entry.of is not None:
            undone.setdefault(entry.of, entry.id not in redone_of)
        elif _counts(entry, article, tables) and not undone.get(entry.id, False):
            return entry
    return None


def last_undone(entries: Iterable[Entry], article: str | None, tables: Mapping[str, Rows]) -> Entry | None:
    """The undo that a redo takes back; None where nothing was undone, or something was done since."""
    redone: set[str] = set()
    for entry in entries:
        if entry.origin == "redo" and entry.of is not None:
            redone.add(entry.of)
        elif entry.origin == "undo":
            if entry.id not in redone and _touches(entry, article, tables):
                return entry
        elif _counts(entry, article, tables):
            return None
    return None


def taken_back(entries: Iterable[Entry]) -> frozenset[str]:
    """The rows that are deleted because what made them was undone, not because the reader deleted them.

    Args:
        entries: from the newest to the oldest.
    """
    last: dict[str, bool] = {}
    for entry in entries:
        for change in reversed(entry.changes):
            after = change.after or {}
            if change.table in (ANNOTATIONS, CORRECTIONS) and "deleted" in after:
                last.setdefault(change.key, entry.origin == "undo" and after["deleted"] is not None)
    return frozenset(key for key, undone in last.items() if undone)


def plan(tables: Mapping[str, Rows], entry: Entry) -> Plan:
    """How to put back what the entry changed, as far as it still is as the entry left it."""
    steps: list[Step] = []
    kept: list[str] = []
    for change in reversed(entry.changes):
        step = _step(tables, change, kept)
        if step is not None:
            steps.append(step)
    return Plan(tuple(steps), tuple(kept))


def describe(stored: Stored) -> str:
    """A row in a few words, for a message."""
    anchor = stored.get("anchor")
    exact = anchor.get("exact") if isinstance(anchor, dict) else None
    words = " ".join(
        str(exact or stored.get("note") or stored.get("old") or stored.get("title") or "a note").split()
    )
    return f"“{words[:29]}…”" if len(words) > 30 else f"“{words}”"


def _counts(entry: Entry, article: str | None, tables: Mapping[str, Rows]) -> bool:
    if entry.origin in ("fold", "purge") or not entry.label:
        return False
    return any(_is_readers(change) for change in entry.changes) and _touches(entry, article, tables)


def _is_readers(change: Change) -> bool:
    """Not only what follows from the text: an article's own row, and where an anchor was found again."""
    if change.table == ARTICLES:
        return False
    fields = (change.before or {}).keys() | (change.after or {}).keys()
    return bool(fields - RESOLVED - STAMPS)


def _touches(entry: Entry, article: str | None, tables: Mapping[str, Rows]) -> bool:
    """It belongs to the article, or to none and changed what lies in it."""
    if article is None or entry.article is not None:
        return article in (None, entry.article)
    return any(_article(change, tables) == article for change in entry.changes)


def _article(change: Change, tables: Mapping[str, Rows]) -> object:
    """Which article the changed row belongs to: as the change says, or else the row itself."""
    for fields in (change.after, change.before):
        if fields is not None and "article" in fields:
            return fields["article"]
    rows = tables.get(change.table)
    doc = rows.doc(change.key) if rows is not None else None
    stored = rows.get(doc) if rows is not None and doc is not None else None
    return stored.get("article") if isinstance(stored, dict) else None


def _step(tables: Mapping[str, Rows], change: Change, kept: list[str]) -> Step | None:
    rows = tables.get(change.table)
    doc = rows.doc(change.key) if rows is not None else None
    if rows is None or doc is None:
        return _bring_back(change, kept)
    stored = rows.get(doc)
    new = _take_away(change, stored, kept) if change.before is None else _put_back(change, stored, kept)
    return None if new == stored else Step(change.table, change.key, doc, new)


def _bring_back(change: Change, kept: list[str]) -> Step | None:
    if change.before is None:
        return None
    if change.after is not None:
        kept.append(f"{describe(change.before | change.after)} is gone for good")
        return None
    return Step(change.table, change.key, None, change.before)


def _take_away(change: Change, stored: Stored, kept: list[str]) -> Stored | None:
    """Undo an insertion: by a tombstone, so that no merge brings the row again; an article stays known.

    A row of a table that is not ours goes: what a tombstone is, only we know.
    """
    if change.table == ARTICLES:
        return stored
    own = (change.after or {}).items()
    ignored = RESOLVED | STAMPS
    if any(stored.get(name, _ABSENT) != value for name, value in own if name not in ignored):
        kept.append(f"{describe(stored)}, changed since")
        return stored
    if change.table not in TABLES:
        return None
    moment = now()
    return {**stored, "deleted": moment, **_stamped(change.table, moment)}


def _put_back(change: Change, stored: Stored, kept: list[str]) -> Stored:
    before, after = change.before or {}, change.after or {}
    new = dict(stored)
    for name in (before.keys() | after.keys()) - STAMPS:
        if stored.get(name, _ABSENT) != after.get(name, _ABSENT):
            if name not in RESOLVED:
                kept.append(f"the {name} of {describe(stored)}, changed since")
        elif name in before:
            new[name] = before[name]
        else:
            del new[name]
    if new != stored:
        new |= _stamped(change.table, now())
    return new


def _stamped(table: str, moment: str) -> Stored:
    return {"modified": moment} if table in TABLES else {}
