"""Folding: writing the TinyDB file anew with all that the journal holds, and keeping what that replaces."""

from __future__ import annotations

import contextlib
import time
import uuid
from typing import TYPE_CHECKING

from annotations import durable, schema
from annotations.ledger import intake, kept, pruning, snapshot
from annotations.ledger.journal import Entry

if TYPE_CHECKING:
    from annotations.ledger.ledger import Ledger

IDLE_S = 1.0
"""After how many idle seconds a small file is brought up to date."""

SMALL = 8 * 1024 * 1024
"""Bytes of a TinyDB file that is written whenever the reader is idle; a larger one when its journal has grown."""

JOURNAL = 256 * 1024
"""Bytes of a journal that is put away at the next fold."""

COPY_S = 3600.0
"""A good copy is made at a fold when the newest one is older than so many seconds."""

_TRIES = 5


def write(ledger: Ledger) -> bool:
    """Write the TinyDB file; True where it was done. The lock is held, and the disk's state taken in.

    A crash at any moment loses nothing: until the file has its name the old one and the journal hold all; after that,
    the journal's lines up to the file's sequence number are skipped. The journal says of each file that it was
    written before it is there, so that a file of another program is known as such.

    Raises:
        OSError: it could not be written; the store is as it was.
    """
    for _ in range(_TRIES):
        if ledger.unsaved or ledger.refused:
            return False
        entry = _write(ledger)
        if entry is not None:
            break
        # Somebody wrote the file meanwhile: what that was comes first.
        if not intake.take_file(ledger):
            return False
    else:
        return False
    if ledger.journal.size > JOURNAL:
        kept.keep_journal(ledger.places.kept, durable.read(ledger.places.journal))
        ledger.journal.restart(entry)
        for path in pruning.removable(ledger.places):
            durable.discard(path)
    with contextlib.suppress(OSError):
        _keep_copy_if_due(ledger)
    return True


def keep_copy(ledger: Ledger, spare: str = "") -> None:
    """Add a good copy of the store as it is now, and thin the older ones, but for the one of name `spare`.

    Raises:
        OSError: it could not be written.
    """
    writer = snapshot.Writer(ledger.tables, _meta(ledger))
    kept.keep_copy(ledger.places.kept, schema.now(), ledger.sequence, writer.chunks())
    kept.thin_copies(ledger.places.kept, ledger.backups, spare)


def _write(ledger: Ledger) -> Entry | None:
    """Write the file once; None where another program wrote it in the meantime."""
    places = ledger.places
    # Only the holder of the lock stages files here, so what is there was left by a crash.
    for path in durable.leftovers(places.file.parent, f"{places.file.name}."):
        durable.discard(path)
    writer = snapshot.Writer(ledger.tables, _meta(ledger))
    staged = durable.stage(places.file, writer.chunks())
    try:
        entry = Entry(
            ledger.sequence,
            uuid.uuid4().hex,
            schema.now(),
            "fold",
            "",
            None,
            checksum=writer.checksum,
            size=writer.size,
        )
        ledger.journal.append(entry)
        with durable.Watch(places.file) as watch:
            if durable.stamp(places.file) != ledger.file_stamp:
                durable.discard(staged)
                return None
            # Taken before it has its name: from then on others may write to it.
            stamp = durable.stamp(staged)
            durable.put(staged, places.file)
            ledger.folds[writer.checksum] = ledger.sequence
            ledger.folded = ledger.sequence
            ledger.file_stamp = stamp
            intake.take_late(ledger, watch)
    except BaseException:
        durable.discard(staged)
        raise
    return entry


def _keep_copy_if_due(ledger: Ledger) -> None:
    copies = kept.copies(ledger.places.kept)
    if not copies:
        keep_copy(ledger)
        return
    age = time.time() - schema.moment(kept.spelled(copies[-1].time))
    large = ledger.file_stamp is not None and ledger.file_stamp.size >= SMALL
    fresh = 0 <= age <= COPY_S * (24 if large else 1)  # one from the future tells of a clock that was wrong
    if copies[-1].sequence < ledger.sequence and not fresh:
        keep_copy(ledger)


def _meta(ledger: Ledger) -> schema.Stored:
    return {**ledger.meta, "schema": schema.VERSION, "sequence": ledger.sequence, "written": schema.now()}
