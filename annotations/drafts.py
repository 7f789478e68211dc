"""Notes being typed: each a small file of its own, written durably, gone when the note is saved or thrown away.

They lie in a folder that the caller names; they are not the store and nothing of value to others.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
from typing import TYPE_CHECKING

from annotations import durable, schema
from annotations.ledger.rows import pack, unpack
from annotations.model import Anchor

if TYPE_CHECKING:
    from pathlib import Path


@dataclasses.dataclass(frozen=True, slots=True)
class NoteDraft:
    """What was typed, and where it belongs.

    Attributes:
        article: the article's URI, as the reader opened it; empty where it has none.
        annotation: the id of the annotation being changed; None for a new one.
        anchor: the passage, so that it is found again in a changed text.
        note: what was typed.
        tags: likewise, as typed.
        time: when it was last kept, RFC 3339; filled by `keep`.
    """

    article: str
    annotation: str | None
    anchor: Anchor
    note: str
    tags: str = ""
    time: str = ""


class Drafts:
    """A folder of drafts; one for each annotation being changed and each passage being annotated."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, draft: NoteDraft) -> str | None:
        """Keep a draft in the place of its predecessor; None, or why that failed, a clause."""
        from annotations.ledger.ledger import reason

        fields = dataclasses.asdict(dataclasses.replace(draft, time=schema.now()))
        try:
            durable.make_folders(self.folder)
            durable.replace(self._path(draft), [pack(fields)])
        except OSError as error:
            return reason(error)
        return None

    def drop(self, draft: NoteDraft, since: str | None = None) -> None:
        """Forget a draft; one that is not there is no error.

        Args:
            since: a moment, RFC 3339: what was typed after it stays.
        """
        path = self._path(draft)
        kept = self._read(path) if since is not None else None
        if kept is not None and since is not None and kept.time > since:
            return
        with contextlib.suppress(OSError):
            durable.remove(path)

    def all(self, article: str = "", sha256: str = "") -> tuple[NoteDraft, ...]:
        """The drafts of an article, by its URI or its text, newest first; all without either.

        Files that are no drafts are left out.
        """
        found = []
        with contextlib.suppress(OSError):
            found = [self._read(path) for path in self.folder.glob("*.draft.json")]
        wanted = {article, sha256} - {""}
        good = [
            draft
            for draft in found
            if draft is not None and (not wanted or wanted & {draft.article, draft.anchor.sha256})
        ]
        return tuple(sorted(good, key=lambda draft: draft.time, reverse=True))

    def _path(self, draft: NoteDraft) -> Path:
        passage = draft.anchor
        place = draft.annotation or f"{draft.article} {passage.sha256} {passage.start} {passage.end}"
        return self.folder / f"{hashlib.sha256(place.encode(errors='replace')).hexdigest()[:24]}.draft.json"

    def _read(self, path: Path) -> NoteDraft | None:
        with contextlib.suppress(OSError, ValueError, TypeError):
            raw = unpack(durable.read(path))
            draft = NoteDraft(**{**raw, "anchor": Anchor(**raw["anchor"])})
            passage = draft.anchor
            words = (passage.exact, passage.prefix, passage.suffix, passage.sha256)
            texts = (draft.article, draft.note, draft.tags, draft.time, *words)
            whole = all(type(number) is int for number in (passage.start, passage.end))
            if (
                whole
                and all(isinstance(text, str) for text in texts)
                and isinstance(draft.annotation, str | None)
            ):
                return draft
        return None
