"""Notes that are being typed, on disk within a second: what was typed is offered again, whatever happened."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Draft(NamedTuple):
    """A note that was not finished.

    Attributes:
        sha256: of the article's text.
        target: the annotation's id, or the passage as "start-end".
        start: offset of its passage.
        note: what was typed.
        tags: likewise.
    """

    sha256: str
    target: str
    start: int
    note: str
    tags: str


class Drafts:
    """The drafts in a folder, one small file each.

    Args:
        folder: made when first needed, for the reader's eyes only.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, draft: Draft) -> bool:
        """Write a draft; False where that cannot be done."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._folder, prefix=".")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(draft._asdict(), file, ensure_ascii=False)
            os.replace(temporary, self._path(draft.sha256, draft.target))
        except OSError:
            return False
        return True

    def find(self, sha256: str, target: str) -> Draft | None:
        """The draft on a target; None where there is none."""
        return _read(self._path(sha256, target))

    def of(self, sha256: str) -> list[Draft]:
        """The drafts on an article, by passage."""
        try:
            paths = sorted(self._folder.glob(f"{sha256[:16]}-*.json"))
        except OSError:
            return []
        found = [draft for path in paths if (draft := _read(path)) and draft.sha256 == sha256]
        return sorted(found, key=lambda draft: draft.start)

    def drop(self, sha256: str, target: str) -> None:
        """Forget the draft on a target: it was saved, or given up."""
        with suppress(OSError):
            self._path(sha256, target).unlink(missing_ok=True)

    def _path(self, sha256: str, target: str) -> Path:
        return self._folder / f"{sha256[:16]}-{hashlib.sha256(target.encode()).hexdigest()[:16]}.json"


def _read(path: Path) -> Draft | None:
    """A draft, or None where the file is missing, torn or of another shape."""
    try:
        raw = json.loads(path.read_bytes())
        draft = Draft(**raw)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    texts = (draft.sha256, draft.target, draft.note, draft.tags)
    return draft if all(type(t) is str for t in texts) and type(draft.start) is int else None
