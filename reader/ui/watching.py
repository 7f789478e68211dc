"""Watching an article's file: told when it changed, also where an editor writes a new file under the old name."""

from __future__ import annotations

import os

from annotations.anchor import make, resolve

Stamp = tuple[int, int, int]
"""Of a file: inode, size in bytes, time of the last change in nanoseconds."""

_SETTLED = 2
"""Looks that a change must have stood before the file is read: an editor may be in the middle of writing it."""


class Watch:
    """Looks at one file; `changed` is cheap enough to be asked each second.

    Args:
        path: the file; one that is not there, standard input and addresses never change.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._known = _stamp(path)
        self._seen = self._known
        self._stood = 0

    def changed(self) -> bool:
        """Whether there is a new content to read; once for each change."""
        now = _stamp(self._path)
        if now is None or now == self._known:
            self._stood = 0
            return False
        self._stood = self._stood + 1 if now == self._seen else 1
        self._seen = now
        if self._stood < _SETTLED:
            return False
        self._known, self._stood = now, 0
        return True


def _stamp(path: str) -> Stamp | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def same_place(old: str, new: str, offset: int) -> int:
    """Where the words at an offset of the old text stand in the new one; the offset itself where they are gone."""
    end = min(len(old), offset + 80)
    if offset >= end:
        return min(offset, len(new))
    found = resolve(new, make(old, offset, end), old)
    place = found.start if found.start is not None else found.near
    return min(offset, len(new)) if place is None else place
