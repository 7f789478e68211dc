"""Taking in a TinyDB file that somebody else wrote, while the store is open or when it is opened."""

from __future__ import annotations

import contextlib
import itertools
import time
from typing import TYPE_CHECKING

from annotations import durable, schema
from annotations.ledger import foreign, history, kept, recovery
from annotations.ledger.journal import Draft

if TYPE_CHECKING:
    from annotations.ledger.journal import Entry
    from annotations.ledger.ledger import Ledger
    from annotations.ledger.recovery import Look
    from annotations.ledger.snapshot import Snapshot


def has_news(ledger: Ledger) -> bool:
    """Somebody wrote the file, and it is not as the journal tells; needs no lock."""
    return durable.stamp(ledger.places.file) != ledger.file_stamp and _look(ledger)[1].kind != "ours"


def take_file(ledger: Ledger) -> bool:
    """Take in what somebody else did to the file; the lock is held.

    Returns:
        Whether the file may be written now; False where it must be left alone: it cannot be used, but another program
        may be in the middle of writing it.
    """
    stamp, view = _look(ledger)
    if view.kind == "busy":
        return False
    if view.kind == "bad":
        if ledger.bad_since is None or time.monotonic() - ledger.bad_since < recovery.PATIENCE_S:
            return False
        put_aside(ledger)
        ledger.notices.append(f"the store's file could not be used, {view.reason}: written anew")
        return True
    ledger.file_stamp = stamp
    if view.kind != "ours":
        ledger.folded = -1
        if view.found is not None:
            take(ledger, view.found)
    return ledger.flush()


def take_late(ledger: Ledger, watch: durable.Watch) -> None:
    """Take in what somebody wrote to a file while ours replaced it; the lock is held."""
    if not watch.changed():
        return
    until = time.monotonic() + recovery.PATIENCE_S
    while not recovery.is_settled(watch.stamp()) and time.monotonic() < until:
        time.sleep(0.02)
    view = recovery.judge(ledger.places, watch.content(), ledger.folds)
    if view.found is not None and view.kind in ("foreign", "stranger"):
        take(ledger, view.found, replaced=True)
        ledger.flush()


def take(ledger: Ledger, found: Snapshot, *, replaced: bool = False) -> None:
    """Make one transaction, not yet saved, of what another program did to the file.

    Args:
        ledger: the store.
        found: the file.
        replaced: it is not at its path any more, so what is missing in it says nothing.
    """
    since = None if found.own else _since(ledger, found.sequence)
    vanished = not replaced and found.sequence >= max(ledger.folded, *ledger.folds.values(), 0)
    outside = foreign.compare(ledger.tables, found, since, vanished=vanished)
    if not outside:
        return
    draft = Draft("changed outside", None, "outside")
    with ledger.drafting(draft):
        for row in outside:
            rows = ledger.rows(row.table)
            doc = rows.doc(row.key)
            if doc is None:
                doc = row.doc if row.doc not in rows.raw else rows.highest + 1
            ledger.set(row.table, doc, row.stored)
    ledger.unsaved.append(draft)
    ledger.notices.append(f"changed outside by another program: {foreign.summary(outside)}")


def put_aside(ledger: Ledger) -> None:
    """Move a file that cannot be used to the kept ones; the lock is held.

    Raises:
        OSError: it is still there.
    """
    with contextlib.suppress(FileNotFoundError):
        kept.put_aside(ledger.places.kept, ledger.places.file, schema.now())
    ledger.file_stamp = None
    ledger.folded = -1


def _look(ledger: Ledger) -> tuple[durable.Stamp | None, Look]:
    stamp = durable.stamp(ledger.places.file)
    view = recovery.look(ledger.places, ledger.folds)
    if view.kind == "ours" and view.found is not None:
        ledger.file_stamp, ledger.folded = stamp, view.found.sequence
        ledger.refuse_newer(view.found.version)
    if view.kind != "bad":
        ledger.bad_since = None
    elif ledger.bad_since is None:
        ledger.bad_since = time.monotonic()
    return stamp, view


def _since(ledger: Ledger, sequence: int) -> list[Entry] | None:
    """The transactions after one, newest first; None where they are not all there any more."""
    if not 0 <= sequence <= ledger.sequence:
        return None
    saved = itertools.takewhile(lambda entry: entry.sequence > sequence, history.backward(ledger.places))
    result = list(saved)
    if len(result) != ledger.sequence - sequence:
        return None
    return [*history.pending(ledger.unsaved), *result]
