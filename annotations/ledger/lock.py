"""The store's lock file: one holder at a time, among all processes."""

from __future__ import annotations

import contextlib
import errno
from typing import TYPE_CHECKING

from annotations.durable import FILE_MODE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import filelock


class Lock:
    """A lock file that one holder has at a time, among all processes; made when it is first needed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: filelock.BaseFileLock | None = None

    @contextlib.contextmanager
    def held(self, patience_s: float) -> Iterator[None]:
        """Hold the lock while the block runs.

        Raises:
            TimeoutError: somebody else held it for longer than `patience_s`.
            OSError: there is no locking here.
        """
        self._acquire(patience_s)
        try:
            yield
        finally:
            if self._lock is not None:
                self._lock.release()

    def _acquire(self, patience_s: float) -> None:
        import filelock

        if self._lock is None:
            self._lock = filelock.FileLock(self._path, mode=FILE_MODE, thread_local=False)
        try:
            self._lock.acquire(timeout=patience_s, poll_interval=0.005)
        except filelock.Timeout as error:
            raise TimeoutError(errno.ETIMEDOUT, "another program keeps it locked", str(self._path)) from error
        except NotImplementedError as error:
            raise OSError(errno.ENOLCK, "locks are not supported here", str(self._path)) from error
