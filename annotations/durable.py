"""Every file operation of the store that must survive a power cut: the only module that changes the store's files.

The operations themselves are the methods of `Operations`; `using` replaces them for a time, which is how the tests
record a session, stop it after any of its steps, and make each step fail.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import os
import re
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


FILE_MODE = 0o600
FOLDER_MODE = 0o700
NO_FOLDER = "a file stands where its folder should be"

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


@dataclasses.dataclass(frozen=True, slots=True)
class Stamp:
    """A file as `stat` sees it.

    Attributes:
        identity: device and inode.
        size: bytes.
        modified_ns: nanoseconds since 1970.
    """

    identity: tuple[int, int]
    size: int
    modified_ns: int


class Operations:
    """The system's file operations, one method each, so that they can be recorded and made to fail."""

    def read(self, path: Path, start: int = 0) -> bytes:
        """The content of a regular file from the byte `start` on."""
        descriptor = os.open(path, _READ)
        try:
            _require_regular(descriptor)
            return _read_all(descriptor, start)
        finally:
            os.close(descriptor)

    def stamp(self, path: Path) -> Stamp | None:
        """What tells whether a file is still the same, without reading it; None where there is no such file."""
        try:
            found = os.stat(path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        return _stamp(found)

    def create(self, path: Path) -> int:
        """Create or empty a file for writing; returns its descriptor."""
        return os.open(path, _CREATE, FILE_MODE)

    def open_append(self, path: Path) -> int:
        """Open or create a file for appending; returns its descriptor."""
        return os.open(path, _APPEND, FILE_MODE)

    def write(self, descriptor: int, data: bytes) -> int:
        """Write what the system takes of `data`; returns how many bytes it took."""
        return os.write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        """Wait until the file's content is on the disk."""
        os.fsync(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut the file off after `size` bytes."""
        os.ftruncate(descriptor, size)

    def close(self, descriptor: int) -> None:
        """Close a descriptor."""
        os.close(descriptor)

    def rename(self, old: Path, new: Path) -> None:
        """Give a file another name, replacing what has that name."""
        os.replace(old, new)

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        os.unlink(path)

    def restrict(self, path: Path) -> None:
        """Take a file or folder out of other users' reach."""
        os.chmod(path, FOLDER_MODE if path.is_dir() else FILE_MODE)

    def make_folder(self, path: Path) -> None:
        """Make one folder."""
        os.mkdir(path, FOLDER_MODE)

    def sync_folder(self, path: Path) -> None:
        """Wait until the folder's entries are on the disk; systems that cannot sync a folder are left be."""
        if os.name != "posix":
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


_operations = Operations()


def operations() -> Operations:
    """The operations in use."""
    return _operations


@contextlib.contextmanager
def using(replacement: Operations) -> Iterator[None]:
    """Do all file operations through `replacement` while the block runs."""
    global _operations
    previous, _operations = _operations, replacement
    try:
        yield
    finally:
        _operations = previous


def read(path: Path, start: int = 0) -> bytes:
    """The content of a file from the byte `start` on."""
    return _operations.read(path, start)


def stamp(path: Path) -> Stamp | None:
    """What tells whether a file is still the same; None where there is no such file."""
    return _operations.stamp(path)


def unwritable(path: Path) -> str | None:
    """Why a file cannot be written, or made, as far as can be told without trying; None where it can."""
    there = path
    while not os.path.exists(there):  # unlike Path.exists, this never fails, whatever may not be looked at
        if there == there.parent:
            return "there is no such place"
        there = there.parent
    if there != path and not there.is_dir():
        return NO_FOLDER
    return None if os.access(there, os.W_OK) else "there is no permission to write there"


def make_folders(path: Path) -> None:
    """Make a folder and those above it, durably, where they are missing."""
    if path.is_dir():
        return
    make_folders(path.parent)
    with contextlib.suppress(FileExistsError):
        _operations.make_folder(path)
    _operations.sync_folder(path.parent)


def replace(path: Path, chunks: Iterable[bytes]) -> None:
    """Put a new content in a file's place: the old one or the new one is there at any moment, never a part."""
    put(stage(path, chunks), path)


def stage(path: Path, chunks: Iterable[bytes]) -> Path:
    """Write a content durably beside a file, under a temporary name of this process; `put` gives it the name."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        _fill(temporary, chunks)
    except BaseException:
        discard(temporary)
        raise
    return temporary


def put(temporary: Path, path: Path) -> None:
    """Give a staged file its name, durably."""
    try:
        _operations.rename(temporary, path)
    except BaseException:
        discard(temporary)
        raise
    _operations.sync_folder(path.parent)


def leftovers(folder: Path, name: str = "") -> list[Path]:
    """Staged files that a crash left in a folder, of the files whose names begin with `name`; `a.mine.new` is none."""
    staged = re.compile(re.escape(name) + r".*\b\d+\.new")
    try:
        return sorted(path for path in folder.iterdir() if staged.fullmatch(path.name))
    except OSError:
        return []


def discard(path: Path) -> None:
    """Remove a file that is of no use any more; where that fails it stays, which harms nobody."""
    with contextlib.suppress(OSError):
        _operations.unlink(path)


def remove(path: Path) -> None:
    """Remove a file durably; one that is not there is no error."""
    with contextlib.suppress(FileNotFoundError):
        _operations.unlink(path)
    _operations.sync_folder(path.parent)


def move(old: Path, new: Path) -> None:
    """Move a file durably to another folder of the same file system."""
    _operations.rename(old, new)
    _operations.sync_folder(new.parent)
    if old.parent != new.parent:
        _operations.sync_folder(old.parent)


def restrict(path: Path) -> None:
    """Take a file or folder out of other users' reach."""
    _operations.restrict(path)


def too_open(paths: Iterable[Path]) -> list[Path]:
    """Those of the files and folders that other users may read or write; none where permissions say nothing."""
    if os.name != "posix":
        return []
    return [path for path in paths if os.path.exists(path) and path.stat().st_mode & 0o077]


class Watch:
    """Holds on to a file while another one takes its name, to see whether somebody wrote to it until then."""

    def __init__(self, path: Path) -> None:
        self._descriptor: int | None = None
        with contextlib.suppress(OSError):
            self._descriptor = os.open(path, _READ)
            self._before = _stamp(os.fstat(self._descriptor))

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, *error: object) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)

    def changed(self) -> bool:
        """Somebody wrote to the file since; never so where there was none."""
        return self._descriptor is not None and self.stamp() != self._before

    def stamp(self) -> Stamp:
        """The file's stamp now.

        Raises:
            FileNotFoundError: there was no file.
        """
        if self._descriptor is None:
            raise FileNotFoundError(errno.ENOENT, "there is nothing to watch")
        return _stamp(os.fstat(self._descriptor))

    def content(self) -> bytes:
        """What the file holds now; nothing where there was none."""
        return b"" if self._descriptor is None else _read_all(self._descriptor, 0)


class Appender:
    """A file that only grows: each `append` is on the disk when it returns, or nothing of it counts."""

    def __init__(self, path: Path) -> None:
        new = not path.exists()
        self._descriptor = _operations.open_append(path)
        if new:
            try:
                _operations.sync_folder(path.parent)
            except BaseException:
                self.close()
                raise

    @property
    def identity(self) -> tuple[int, int]:
        """Device and inode of the open file."""
        found = os.fstat(self._descriptor)
        return found.st_dev, found.st_ino

    @property
    def size(self) -> int:
        """Bytes in the file."""
        return os.fstat(self._descriptor).st_size

    def append(self, data: bytes) -> None:
        """Add bytes durably.

        Raises:
            OSError: nothing is promised then; what was written of it is cut off again where that is possible.
        """
        start = self.size
        try:
            _write_all(self._descriptor, data)
            _operations.sync(self._descriptor)
        except BaseException:
            with contextlib.suppress(OSError):
                _operations.truncate(self._descriptor, start)
            raise

    def sync(self) -> None:
        """Wait until all that was written is on the disk."""
        _operations.sync(self._descriptor)

    def cut(self, size: int) -> None:
        """Take away what lies beyond `size` bytes, durably."""
        _operations.truncate(self._descriptor, size)
        _operations.sync(self._descriptor)

    def close(self) -> None:
        """Close the file."""
        with contextlib.suppress(OSError):
            _operations.close(self._descriptor)


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp((found.st_dev, found.st_ino), found.st_size, found.st_mtime_ns)


def _require_regular(descriptor: int) -> None:
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        raise OSError(errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL, "not a regular file")


def _read_all(descriptor: int, start: int) -> bytes:
    with open(descriptor, "rb", closefd=False) as file:
        file.seek(start)
        return file.read()


def _fill(path: Path, chunks: Iterable[bytes]) -> None:
    descriptor = _operations.create(path)
    try:
        for chunk in chunks:
            _write_all(descriptor, chunk)
        _operations.sync(descriptor)
    finally:
        _operations.close(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[_operations.write(descriptor, bytes(view)) :]
