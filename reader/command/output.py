"""Where a command's output goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from reader.errors import OutputError
from reader.whole import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@contextmanager
def output(path: str | None, kept: Iterable[str | Path] = ()) -> Iterator[IO[bytes]]:
    """A binary file to write to: standard output where no path is given, or `-`.

    A link stays a link: what it leads to is written. A pipe or a device is written to, never replaced.

    Args:
        path: of the file.
        kept: files that are read for what is written, and the store: none of them is written over.

    Raises:
        OutputError: the file cannot be written; what stood there stays.
    """
    if path is None or path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if is_plain(path) and os.path.realpath(path) in map(os.path.realpath, kept):
        raise OutputError(path, "it would be lost: it is read here, or it is the store")
    target = Path(os.path.realpath(path))
    try:
        with whole(target) if is_plain(path) else open(target, "wb") as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(path, (error.strerror or str(error)).lower()) from error


def is_plain(path: str) -> bool:
    """It names a file, there or to be made, and not standard output, a pipe or a device."""
    return path != "-" and (os.path.isfile(path) or not os.path.exists(path))
