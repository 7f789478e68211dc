"""The journal on the disk: appending to it durably, and knowing whether somebody else did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations import durable
from annotations.ledger import journal

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.ledger.journal import Entry


class JournalFile:
    """The journal of one store.

    Attributes:
        path: where it is.
        size: bytes up to the last newline that was read or written here; what follows is a torn line.
        stamp: of the file when it was last read or written here.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self.stamp: durable.Stamp | None = None
        self._appender: durable.Appender | None = None

    def moved(self) -> bool:
        """Somebody else wrote to it, or put another in its place."""
        return durable.stamp(self.path) != self.stamp

    def append(self, entry: Entry) -> None:
        """Write an entry at the end, durably; a torn line there is cut off first. The lock is held.

        Raises:
            OSError: it is not there, or not for sure.
        """
        appender = self._open()
        if appender.size > self.size:
            appender.cut(self.size)
        data = journal.line(entry)
        appender.append(data)
        self.size += len(data)
        self.stamp = durable.stamp(self.path)

    def sync(self) -> None:
        """Make sure that what is in it is on the disk.

        Raises:
            OSError: it is not.
        """
        self._open().sync()

    def restart(self, entry: Entry) -> None:
        """Put a new journal with one entry in the place of one that is kept elsewhere. The lock is held.

        Raises:
            OSError: the old one is still there.
        """
        data = journal.line(entry)
        durable.replace(self.path, [data])
        self.size = len(data)
        self.stamp = durable.stamp(self.path)

    def close(self) -> None:
        """Let go of the file."""
        if self._appender is not None:
            self._appender.close()
            self._appender = None

    def _open(self) -> durable.Appender:
        stamp = durable.stamp(self.path)
        if self._appender is not None and (stamp is None or stamp.identity != self._appender.identity):
            self.close()
        if self._appender is None:
            self._appender = durable.Appender(self.path)
        return self._appender
