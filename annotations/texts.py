"""The texts of annotated articles, each in a compressed file named by the text's own SHA-256.

A text over `LIMIT` is not kept whole: of it the surroundings of each annotation are.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from annotations import durable
from annotations.ledger.rows import pack, unpack
from annotations.text import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LIMIT = 10 * 1024 * 1024
"""Bytes of UTF-8."""

AROUND = 2000
"""Code points kept around each annotation of a longer text."""

_NAME = re.compile(r"[0-9a-f]{64}")


class Texts:
    """The folder of texts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str) -> str | None:
        """The text with this SHA-256; None where it is not kept whole, cannot be read or is damaged."""
        if not _NAME.fullmatch(name):
            return None
        try:
            text = _unpacked(self._whole(name)).decode()
        except (OSError, EOFError, ValueError, zlib.error):
            return None
        return text if sha256(text) == name else None

    def keep(self, text: str, spans: Iterable[tuple[int, int]] = ()) -> None:
        """Keep a text, durably; of one over the limit, what lies around `spans` (code points, half-open).

        Raises:
            OSError: it could not be written.
        """
        name = sha256(text)
        if len(text.encode()) <= LIMIT:
            if not self._whole(name).exists():
                self._write(self._whole(name), text.encode())
            return
        pieces = self._pieces(name)
        for start, end in spans:
            first = max(0, start - AROUND)
            pieces[first] = max(pieces.get(first, ""), text[first : end + AROUND], key=len)
        self._write(self._parts(name), pack([[start, piece] for start, piece in sorted(pieces.items())]))

    def around(self, name: str, start: int, end: int) -> tuple[int, str] | None:
        """What is kept around a span of a text: where it starts (code points), and the text; None for nothing."""
        whole = self.get(name)
        if whole is not None:
            first = max(0, start - AROUND)
            return first, whole[first : end + AROUND]
        for first, piece in self._pieces(name).items():
            if first <= start and end <= first + len(piece):
                return first, piece
        return None

    def names(self) -> tuple[str, ...]:
        """The SHA-256 of each text of which anything is kept, sorted."""
        try:
            found = {path.name[:64] for path in self.folder.iterdir()}
        except OSError:
            return ()
        return tuple(sorted(name for name in found if _NAME.fullmatch(name)))

    def files(self, name: str) -> tuple[Path, ...]:
        """The files that hold a text."""
        return tuple(path for path in (self._whole(name), self._parts(name)) if path.exists())

    def is_damaged(self, name: str) -> bool:
        """It is kept whole, but what is kept is not that text."""
        return self._whole(name).exists() and self.get(name) is None

    def _pieces(self, name: str) -> dict[int, str]:
        if not _NAME.fullmatch(name):
            return {}
        try:
            found = unpack(_unpacked(self._parts(name)))
            return {int(start): str(piece) for start, piece in found}
        except (OSError, EOFError, ValueError, TypeError, zlib.error):
            return {}

    def _whole(self, name: str) -> Path:
        return self.folder / f"{name}.txt.gz"

    def _parts(self, name: str) -> Path:
        return self.folder / f"{name}.parts.gz"

    def _write(self, path: Path, data: bytes) -> None:
        import gzip

        durable.make_folders(self.folder)
        durable.replace(path, [gzip.compress(data, 6, mtime=0)])


def _unpacked(path: Path) -> bytes:
    import gzip

    return gzip.decompress(durable.read(path))
