"""The store's state and its one way to the disk: the tables in memory, the journal, and what is not saved yet.

Every change is a transaction that is acknowledged when its line in the journal is on the disk. Where that fails it
stays in memory, in `unsaved`, and goes to the disk with the next one.
"""

from __future__ import annotations

import contextlib
import errno
import time
from typing import TYPE_CHECKING

from annotations import durable, schema
from annotations.ledger import fold, intake, neighbours, recovery, snapshot
from annotations.ledger.journal_file import JournalFile
from annotations.ledger.lock import Lock
from annotations.ledger.places import Places
from annotations.ledger.rows import Change, Rows, apply_back, difference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotations.ledger.journal import Draft
    from annotations.ledger.recovery import Loaded
    from annotations.schema import Stored

PATIENCE_S = 5.0
"""How long another holder of the lock is waited for."""


class Ledger:
    """All tables in memory, in step with the disk.

    Attributes:
        tables: by name, `meta` left out.
        meta: the row of `meta` that the TinyDB file has.
        sequence: of the last transaction that is on the disk.
        folded: up to which transaction the TinyDB file holds all; -1 where it has to be written anew.
        folds: the checksums of TinyDB files that the journal tells of, with their sequence numbers.
        unsaved: transactions that are in memory only, oldest first.
        trouble: why the last try to write failed, a clause.
        refused: why this store is not to be written at all, a clause.
        notices: news for the reader.
        file_stamp: of the TinyDB file when it was last read or written here.
        unsure: a line of ours is in the journal, but it is not sure to be on the disk.
        unread: the store is there but could not be read: the tables say nothing about it.
        must_fold: the journal was taken away, so that only memory and a new TinyDB file hold all.
        bad_since: since when it cannot be used, on the monotonic clock, seconds.
        read_only: why nothing can be written where the store is, as far as is known; None where it can.
        version: counts the changes of the tables, whoever made them.
    """

    def __init__(self, file: Path, backups: int = 10) -> None:
        self.places = Places(file)
        self.backups = backups
        self.unsaved: list[Draft] = []
        self.trouble: str | None = None
        self.refused: str | None = None
        self.notices: list[str] = []
        self.version = 0
        self.read_only: str | None = None
        self.file_stamp: durable.Stamp | None = None
        self.bad_since: float | None = None
        self.journal = JournalFile(self.places.journal)
        self._lock = Lock(self.places.lock)
        self._draft: Draft | None = None
        self.unread = False
        self.unsure = False
        self.must_fold = False
        self.adopt(recovery.Loaded(snapshot.empty(), {}, 0, 0, {}, 0))

    def adopt(self, loaded: Loaded) -> None:
        self.tables, self.meta = loaded.tables, loaded.meta
        self.sequence, self.folded, self.folds = loaded.sequence, loaded.folded, loaded.folds
        self.journal.size = loaded.journal_size
        self.version += 1

    def begin(self) -> None:
        """Read the store; what is wrong with it is said in `notices` and `refused`."""
        self.read_only = durable.unwritable(self.places.file)
        try:
            loaded = self._load()
        except OSError as error:
            self.unread = True
            self.trouble = self.refused = f"it cannot be read: {reason(error)}"
            return
        version = snapshot.version(self.meta)
        self.refuse_newer(version)
        if self.refused is None and (loaded.outside is not None or loaded.bad or version < schema.VERSION):
            try:
                self._mend(loaded, version)
            except OSError as error:
                self.trouble = reason(error)
                self.file_stamp = None  # so that it is looked at again

    def rows(self, table: str) -> Rows:
        """A table, made where it is new."""
        return self.tables.setdefault(table, Rows())

    @property
    def in_transaction(self) -> bool:
        """A transaction is open."""
        return self._draft is not None

    @contextlib.contextmanager
    def transaction(self, draft: Draft) -> Iterator[Draft]:
        """Make one transaction of all that `set` does while the block runs; an exception takes all of it back.

        The block sees what other programs wrote until then. When it has ended, the changes are on the disk, or in
        `unsaved` with the reason in `trouble`.
        """
        with self.writing() as held:
            self._draft = draft
            try:
                yield draft
            except BaseException:
                apply_back(self.tables, draft.changes)
                raise
            finally:
                self._draft = None
            if draft.matters:
                self.version += 1
                self.unsaved.append(draft)
            if held:
                self.flush()

    @contextlib.contextmanager
    def drafting(self, draft: Draft) -> Iterator[None]:
        """Add what `set` does while the block runs to a transaction; nothing is written."""
        self._draft = draft
        try:
            yield
        finally:
            self._draft = None
            self.version += 1

    @contextlib.contextmanager
    def writing(self) -> Iterator[bool]:
        """Hold the lock and be in step with the disk; False where that cannot be, with the reason in `trouble`."""
        with contextlib.ExitStack() as stack:
            held = False
            try:
                self._reopen()
                if self.refused is None:
                    durable.make_folders(self.places.file.parent)
                    # Whoever has waited in vain once does not wait that long for each further change.
                    stack.enter_context(self._lock.held(0.2 if self.unsaved else PATIENCE_S))
                    self._absorb()
                    held = True
                    self.trouble = None
            except OSError as error:
                self.trouble = reason(error)
            if held:
                self.read_only = None
            yield held

    def set(self, table: str, doc: int, stored: Stored | None) -> None:
        """Set, or take away, one row within a transaction; what does not differ is no change.

        Raises:
            RuntimeError: no transaction is open.
        """
        if self._draft is None:
            raise RuntimeError("rows change in a transaction only")
        rows = self.rows(table)
        old = rows.get(doc)
        if old == stored:
            return
        if old is None or not isinstance(old, dict) or not isinstance(stored, dict | None):
            rows.put(doc, stored)
            self._draft.changes.append(Change(table, rows.key(doc), doc, old, stored))
            return
        key = rows.key(doc)
        if stored is None:
            rows.drop(doc)
            self._draft.changes.append(Change(table, key, doc, old, None))
            return
        rows.put(doc, stored)
        self._draft.changes.append(Change(table, key, doc, *difference(old, stored)))

    def refresh(self) -> bool:
        """Take in what other programs wrote since; True where that changed anything.

        What another Pullquote appended is read without a lock. A file that another program wrote needs it; one that
        cannot be used is given some seconds before it counts as bad.
        """
        version = self.version
        try:
            if self.journal.moved():
                neighbours.follow(self)
            if intake.has_news(self):
                with self.writing():
                    pass
        except OSError as error:
            self.trouble = reason(error)
        return self.version != version

    def retry(self) -> bool:
        """Try to save what is unsaved; True where nothing is left."""
        if self.unsaved:
            with self.writing() as held:
                if held:
                    self.flush()
        return not self.unsaved

    def fold(self) -> bool:
        """Write the TinyDB file anew, with all that the journal holds; True where it was done."""
        with self.writing() as held:
            return held and self.flush() and self._fold()

    def fold_patiently(self) -> bool:
        """Fold, and where another program is at the file just now wait for it a little."""
        until = time.monotonic() + recovery.PATIENCE_S
        while not (done := self.fold()) and not self._is_hopeless() and time.monotonic() < until:
            time.sleep(0.02)
        return done

    def _is_hopeless(self) -> bool:
        return bool(self.trouble or self.unsaved or self.refused)

    def fold_if_due(self, idle_s: float) -> bool:
        """Fold where that holds nobody up: a second of idleness for a small file, a long journal for a large one."""
        if self.sequence == self.folded or self.unsaved or self.refused:
            return False
        size = self.file_stamp.size if self.file_stamp else 0
        due = idle_s >= fold.IDLE_S if size < fold.SMALL else self.journal.size > size // 4
        return due and self.fold()

    def flush(self) -> bool:
        """Append what is unsaved to the journal; True where all is saved. The lock is held, and the disk taken in."""
        try:
            if self.unsure:
                self.journal.sync()
                self.unsure = False
            while self.unsaved:
                if self.unsaved[0].matters:
                    self.journal.append(self.unsaved[0].entry(self.sequence + 1))
                    self.sequence += 1
                del self.unsaved[0]
        except OSError as error:
            self.trouble = reason(error)
            return False
        return True

    def refuse_newer(self, version: int) -> None:
        """Do not write a store whose schema is newer than this program's."""
        if version > schema.VERSION:
            self.refused = f"it was written by a newer version of the program (schema {version})"

    def copied_to(self, file: Path) -> Ledger | None:
        """A store at another place with all that is in this one, the unsaved included; None where that failed."""
        other = Ledger(file, self.backups)
        other.tables, other.meta, other.unsaved = self.tables, self.meta, [*self.unsaved]
        other.sequence, other.folded = self.sequence, -1
        return other if other.fold() else None

    def close(self) -> None:
        """Let go of the files."""
        self.journal.close()

    def _load(self) -> Loaded:
        self.journal.stamp = durable.stamp(self.places.journal)
        self.file_stamp = durable.stamp(self.places.file)
        loaded = recovery.load(self.places)
        self.adopt(loaded)
        self.notices += loaded.news
        return loaded

    def _reopen(self) -> None:
        """Try again to read a store that could not be read."""
        if self.unread:
            self._load()
            self.unread, self.refused = False, None
            neighbours.replay(self)

    def _mend(self, loaded: Loaded, version: int) -> None:
        """After opening: put a bad file aside, take in a foreign one, bring an old one up to date."""
        with self.writing() as held:
            if version < schema.VERSION:
                self._migrate(version, held=held)
            if loaded.bad and held:
                intake.put_aside(self)
            if loaded.outside is not None:
                intake.take(self, loaded.outside)
            if held and self.flush():
                self._fold()

    def _migrate(self, version: int, *, held: bool) -> None:
        """Bring the rows of an older schema forward, with a copy first; where that fails nothing is written."""
        try:
            if held:
                fold.keep_copy(self)
                schema.migrate(self.tables, version)
                if self._fold():
                    return
        except OSError as error:
            self.trouble = reason(error)
        self.refused = f"its older form could not be brought up to date: {self.trouble}"

    def _absorb(self) -> None:
        """Be in step with the disk; the lock is held."""
        if self.journal.moved():
            neighbours.follow(self)
        moved = durable.stamp(self.places.file) != self.file_stamp
        if moved and not intake.take_file(self):
            return
        if (self.must_fold or (moved and self.folded < 0)) and self.flush():
            self.must_fold = not self._fold()

    def _fold(self) -> bool:
        try:
            return fold.write(self)
        except OSError as error:
            self.trouble = reason(error)
            return False


def reason(error: OSError) -> str:
    """Why the disk refused, in words for the status line."""
    return _REASONS.get(error.errno or 0, (error.strerror or str(error)).lower())


_NO_PERMISSION = "there is no permission"
_NO_LOCKS = "the file system has no locks"
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.ETIMEDOUT: "another program keeps the store locked",
    errno.ENOLCK: _NO_LOCKS,
    errno.ENOSYS: _NO_LOCKS,
    errno.EIO: "the disk reports an error",
    errno.EEXIST: durable.NO_FOLDER,
    errno.ENOTDIR: durable.NO_FOLDER,
    errno.EISDIR: "it is a folder",
    errno.EINVAL: "it is no regular file",
}
