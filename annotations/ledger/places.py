"""Where a store keeps what: the names beside its TinyDB file."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclasses.dataclass(frozen=True, slots=True)
class Places:
    """The files and folders of one store.

    Attributes:
        file: the TinyDB file.
    """

    file: Path

    @property
    def journal(self) -> Path:
        """The changes since the file was written, and some before."""
        return self.file.with_name(self.file.name + ".journal")

    @property
    def lock(self) -> Path:
        """The lock file."""
        return self.file.with_name(self.file.name + ".lock")

    @property
    def kept(self) -> Path:
        """The folder of good copies, old journals and files put aside."""
        return self.file.with_name(self.file.name + ".kept")

    @property
    def texts(self) -> Path:
        """The folder of the articles' texts."""
        return self.file.with_name(self.file.name + ".texts")
