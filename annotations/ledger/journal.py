"""The lines of the journal: one transaction a line, with a checksum, so that a torn or damaged one is known as such.

A line is eight hexadecimal digits (CRC-32 of the rest), a space, a JSON object, a newline. A line without its newline
was never acknowledged.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
import uuid
import zlib
from typing import TYPE_CHECKING, Any, Literal

from annotations import schema
from annotations.ledger.rows import Change, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.schema import Stored

Origin = Literal["edit", "undo", "redo", "outside", "restore", "purge", "fold"]
"""What made an entry; "fold" changes no row: it says which TinyDB file was written, and up to which entry."""


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One transaction, or the note that the TinyDB file was written.

    Attributes:
        sequence: counts the transactions of the store, from 1; of a fold, the last one that its file holds.
        id: unlike any other's, so that a writer knows its own.
        time: RFC 3339.
        origin: what made it.
        label: in the reader's words.
        article: the article it belongs to; None where it belongs to several or none.
        changes: in the order they were made.
        of: the id of the entry that an undo took back; of a redo, of that undo.
        checksum: of the TinyDB file that a fold wrote.
        size: likewise, bytes.
    """

    sequence: int
    id: str
    time: str
    origin: Origin
    label: str
    article: str | None
    changes: tuple[Change, ...] = ()
    of: str | None = None
    checksum: str | None = None
    size: int | None = None


@dataclasses.dataclass(slots=True)
class Draft:
    """A transaction while it is being made, and until it is on the disk."""

    label: str
    article: str | None
    origin: Origin = "edit"
    of: str | None = None
    changes: list[Change] = dataclasses.field(default_factory=list)
    id: str = dataclasses.field(default_factory=lambda: uuid.uuid4().hex)
    time: str = dataclasses.field(default_factory=schema.now)

    @property
    def matters(self) -> bool:
        """It has to be remembered: an undo also where everything was kept, so that the next one goes further back."""
        return bool(self.changes) or self.origin in ("undo", "redo")

    def entry(self, sequence: int) -> Entry:
        """As it stands in the journal."""
        changes = tuple(self.changes)
        return Entry(sequence, self.id, self.time, self.origin, self.label, self.article, changes, self.of)


_START = re.compile(rb'[0-9a-f]{8} \{"sequence":')


def line(entry: Entry) -> bytes:
    """The entry as a line."""
    body: Stored = {
        "sequence": entry.sequence,
        "id": entry.id,
        "time": entry.time,
        "origin": entry.origin,
        "label": entry.label,
        "article": entry.article,
    }
    if entry.of is not None:
        body["of"] = entry.of
    if entry.checksum is not None:
        body |= {"checksum": entry.checksum, "size": entry.size}
    body["changes"] = [[c.table, c.key, c.doc, c.before, c.after] for c in entry.changes]
    packed = pack(body)
    return b"%08x %b\n" % (zlib.crc32(packed), packed)


def parse(data: bytes) -> Entry | None:
    """The entry of a line without its newline; None where the checksum or the shape is wrong."""
    try:
        if data[8:9] != b" " or int(data[:8], 16) != zlib.crc32(data[9:]):
            return None
        return _entry(unpack(data[9:]))
    except (ValueError, TypeError, KeyError):
        return None


def entries(data: bytes) -> tuple[Entry, ...]:
    """The good entries of a line without its newline: one, or those that a lost newline put on one line."""
    whole = parse(data)
    if whole is not None:
        return (whole,)
    starts = [found.start() for found in _START.finditer(data)]
    pieces = [data[start:end] for start, end in itertools.pairwise([*starts, len(data) + 1])]
    found = [parse(piece) or parse(piece[:-1]) for piece in pieces]
    return tuple(entry for entry in found if entry is not None)


def lines(data: bytes, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Each whole line with its byte offset, without its newline."""
    while (stop := data.find(b"\n", start)) >= 0:
        yield start, data[start:stop]
        start = stop + 1


def _entry(body: dict[str, Any]) -> Entry:
    return Entry(
        sequence=int(body["sequence"]),
        id=str(body["id"]),
        time=str(body["time"]),
        origin=body["origin"],
        label=str(body["label"]),
        article=body["article"],
        changes=tuple(Change(*change) for change in body["changes"]),
        of=body.get("of"),
        checksum=body.get("checksum"),
        size=body.get("size"),
    )
