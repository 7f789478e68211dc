"""Where a command's output goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from reader.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def output(path: str | None) -> Iterator[IO[bytes]]:
    """A binary file to write to: standard output where no path is given, or `-`.

    A link stays a link: what it leads to is written. A pipe or a device is written to, never replaced.

    Raises:
        OutputError: the file cannot be written; what stood there stays.
    """
    if path is None or path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(os.path.realpath(path))
    try:
        with _whole(target) if is_plain(path) else open(target, "wb") as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(path, (error.strerror or str(error)).lower()) from error


def is_plain(path: str) -> bool:
    """It names a file, there or to be made, and not standard output, a pipe or a device."""
    return path != "-" and (os.path.isfile(path) or not os.path.exists(path))


@contextmanager
def _whole(target: Path) -> Iterator[IO[bytes]]:
    """A file that takes the target's name when all of it is on the disk."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        os.chmod(temporary, mode)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
