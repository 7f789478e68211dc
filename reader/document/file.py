"""The bytes of a local file or of standard input, and what to say when they cannot be had."""

from __future__ import annotations

import os
import stat

from reader.errors import SourceError

LIMIT = 100_000_000
"""The largest article that is opened, in bytes. A novel has one million; more than this is no article."""
_CHUNK = 1 << 20
_KINDS = (
    (stat.S_ISDIR, "it is a folder, and a file is needed"),
    (stat.S_ISFIFO, "it is a pipe, not a file; to read from a pipe give - and redirect it to standard input"),
    (stat.S_ISSOCK, "it is a socket, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
)


def read_file(path: str) -> bytes:
    """The bytes of a regular file.

    Raises:
        SourceError: it is missing, no regular file, too large, may not be read, or changes while it is read.
    """
    for _ in range(2):
        raw = _read_once(path)
        if raw is not None:
            return raw
    raise SourceError(path, "it changes while it is read; try again when it is complete")


def read_standard_input() -> bytes:
    """All of standard input, from file descriptor 0.

    Raises:
        SourceError: it is a terminal, closed, or too large.
    """
    try:
        if os.isatty(0):
            raise SourceError("-", "standard input is a terminal; pipe an article into it", wrong_call=True)
        raw = _read_up_to(0, LIMIT + 1)
    except OSError as error:
        raise SourceError("-", f"standard input: {_plain(error)}") from error
    if len(raw) > LIMIT:
        raise SourceError("-", too_large(None))
    return raw


def too_large(size: int | None) -> str:
    """The clause that refuses an article above `LIMIT`; `size` is in bytes, None where it is not known."""
    given = "" if size is None else f" ({size / 1e6:,.0f} MB)"
    return f"it is too large{given}; articles up to {LIMIT // 1_000_000} MB are read"


def _read_once(path: str) -> bytes | None:
    """The file's bytes; None where it changed meanwhile. A pipe in its place is never waited for."""
    descriptor = _open(path)
    try:
        before = os.fstat(descriptor)
        _refuse_special(path, before)
        raw = _read_up_to(descriptor, LIMIT + 1)
        after = os.fstat(descriptor)
    except OSError as error:
        raise SourceError(path, _plain(error)) from error
    finally:
        os.close(descriptor)
    if len(raw) > LIMIT:
        raise SourceError(path, too_large(after.st_size))
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return raw if same else None


def _open(path: str) -> int:
    flags = (
        os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    )
    try:
        _refuse_special(path, os.stat(path))
        return os.open(path, flags)
    except FileNotFoundError as error:
        raise SourceError(path, _missing(path), wrong_call=True) from error
    except OSError as error:
        raise SourceError(path, _plain(error)) from error
    except ValueError as error:
        raise SourceError(repr(path), "this is no file name", wrong_call=True) from error


def _refuse_special(path: str, status: os.stat_result) -> None:
    for test, reason in _KINDS:
        if test(status.st_mode):
            raise SourceError(path, reason, wrong_call=True)
    if status.st_size > LIMIT:
        raise SourceError(path, too_large(status.st_size))


def _read_up_to(descriptor: int, limit: int) -> bytes:
    parts: list[bytes] = []
    left = limit
    while left > 0:
        part = os.read(descriptor, min(_CHUNK, left))
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _plain(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "you may not read it: permission denied"
    if isinstance(error, NotADirectoryError):
        return "a part of its path is a file, not a folder"
    return (error.strerror or str(error)).lower()


def _missing(path: str) -> str:
    """Why a file is not there, with the nearest name beside it where one is near."""
    if os.path.islink(path):
        return f"it is a link to {os.readlink(path)}, which is not there"
    folder, name = os.path.split(path)
    if not os.path.isdir(folder or "."):
        return f"there is no folder {folder}"
    import difflib
    from contextlib import suppress
    from itertools import islice

    names: list[str] = []
    with suppress(OSError), os.scandir(folder or ".") as entries:
        names = [entry.name for entry in islice(entries, 5000)]
    folded = {other.casefold(): other for other in names}
    near = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.7)
    meant = f"; did you mean {os.path.join(folder, folded[near[0]])}?" if near else ""
    return f"there is no such file{meant}"
