"""Watching an article's file: told when it changed, where an editor writes a new one under its name, and when it goes."""

from __future__ import annotations

import os
from typing import Literal

from annotations.anchor import make, resolve
from reader.document.model import Span

Stamp = tuple[int, int, int]
"""Of a file: inode, size in bytes, time of the last change in nanoseconds."""

News = Literal["", "changed", "gone", "back"]
"""What a look at a file found: nothing new, a new content, no file any more, or the same file there again."""

_SETTLED = 2
"""Looks that a change must have stood before it is told: an editor may be in the middle of writing the file."""


class Watch:
    """Looks at one file; `look` is cheap enough to be asked each second.

    Args:
        path: the file; one that was never there, standard input and addresses never change.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._known = _stamp(path)
        self._seen = self._known
        self._stood = 0
        self._gone = False

    def look(self) -> News:
        """What is new of the file; each change is told once."""
        now = _stamp(self._path)
        if self._known is None or (now == self._known and not self._gone):
            self._stood = 0
            return ""
        self._stood = self._stood + 1 if now == self._seen else 1
        self._seen = now
        if self._stood < _SETTLED or (now is None and self._gone):
            return ""
        self._stood = 0
        return self._news(now)

    def _news(self, now: Stamp | None) -> News:
        self._gone = now is None
        if now is None:
            return "gone"
        same, self._known = now == self._known, now
        return "back" if same else "changed"


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


def same_passage(old: str, new: str, passage: Span) -> Span | None:
    """Where a passage of the old text stands in the new one; None where it is gone or in doubt."""
    found = resolve(new, make(old, passage.start, passage.end), old)
    if found.start is None or found.end is None or found.state == "ambiguous":
        return None
    return Span(found.start, found.end)
