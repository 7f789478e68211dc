"""What the store answers: how safe the changes are, what an undo did, what a purge dropped."""

from __future__ import annotations

import dataclasses
from typing import Literal


@dataclasses.dataclass(frozen=True, slots=True)
class Status:
    """How safe the changes are.

    Attributes:
        state: "saved": all on the disk; "unsaved": some in memory only; "read-only": nothing can be saved here.
        reason: why not, a clause for the status line; None for "saved".
    """

    state: Literal["saved", "unsaved", "read-only"]
    reason: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or a redo did.

    Attributes:
        label: of the change that was taken back or done again.
        ids: of the rows that changed.
        kept: what stays as it is because another window or program changed it since, in words.
    """

    label: str
    ids: tuple[str, ...]
    kept: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Purged:
    """What a purge dropped, or would drop.

    Attributes:
        rows: tombstones.
        journals: old journals.
        texts: kept texts.
        size: bytes of the journals and texts.
    """

    rows: int
    journals: int
    texts: int
    size: int
