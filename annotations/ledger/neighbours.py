"""Reading what another Pullquote, or another window, appended to the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations import durable
from annotations.ledger import history, kept, recovery
from annotations.ledger.rows import apply, apply_back, patched

if TYPE_CHECKING:
    from annotations.ledger.ledger import Ledger
    from annotations.ledger.rows import Change


def follow(ledger: Ledger) -> None:
    """Read what others appended; with unsaved changes, those are put on top again."""
    for draft in reversed(ledger.unsaved):
        apply_back(ledger.tables, draft.changes)
    try:
        stamp = durable.stamp(ledger.places.journal)
        before = ledger.journal.stamp
        same = before is not None and stamp is not None and stamp.identity == before.identity
        if stamp is None or (same and stamp.size < ledger.journal.size):
            _begin_again(ledger)
        else:
            start = ledger.journal.size if same else 0
            if not _read_on(ledger, durable.read(ledger.places.journal, start), start):
                _begin_again(ledger)
        ledger.journal.stamp = stamp
    finally:
        replay(ledger)


def _begin_again(ledger: Ledger) -> None:
    """Read all anew: the journal is not the one that was read so far.

    A line that a neighbour could not sync, and so took back, is gone then. Where more than that is gone, somebody
    removed the journal: what is in memory is put into the file.
    """
    loaded = recovery.load(ledger.places)
    if loaded.sequence >= ledger.sequence - 1:
        ledger.adopt(loaded)
        ledger.notices += loaded.news
    else:
        ledger.journal.size = loaded.journal_size
        ledger.folded = -1
        ledger.must_fold = True


def _read_on(ledger: Ledger, data: bytes, start: int) -> bool:
    """Take in the journal from the byte `start` on; False where it does not continue what is known."""
    entries = list(kept.parsed(data) if start else history.forward(ledger.places, ledger.sequence, data))
    new = [entry for entry in entries if entry.checksum is None and entry.sequence > ledger.sequence]
    whole = not start or len(entries) == data.count(b"\n")
    if not whole or any(entry.sequence != ledger.sequence + 1 + at for at, entry in enumerate(new)):
        return False
    for entry in new:
        apply(ledger.tables, entry.changes)
        ledger.sequence = entry.sequence
        ledger.version += 1
        if any(draft.id == entry.id for draft in ledger.unsaved):
            # Our own line got there although that was reported as failed: it still has to be made sure of.
            ledger.unsure = True
            ledger.unsaved = [draft for draft in ledger.unsaved if draft.id != entry.id]
    ledger.folds |= {entry.checksum: entry.sequence for entry in entries if entry.checksum is not None}
    ledger.journal.size = start + data.rfind(b"\n") + 1
    return max(ledger.folds.values(), default=0) <= ledger.sequence


def replay(ledger: Ledger) -> None:
    """Do the unsaved transactions again, on rows that others may have changed meanwhile."""
    for draft in ledger.unsaved:
        changes, draft.changes = draft.changes, []
        with ledger.drafting(draft):
            for change in changes:
                _redo(ledger, change)


def _redo(ledger: Ledger, change: Change) -> None:
    rows = ledger.rows(change.table)
    doc = rows.doc(change.key)
    if doc is None and change.before is None:
        free = change.doc if change.doc not in rows.raw else rows.highest + 1
        ledger.set(change.table, free, change.after)
    elif doc is not None:
        new = None if change.after is None else patched(rows.get(doc), change.before, change.after)
        ledger.set(change.table, doc, new)
