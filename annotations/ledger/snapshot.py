"""The TinyDB file itself: written with one row a line and a checksum in its `meta` table, read back line by line.

A file of this layout is read and written in slices that let other threads run. One that another program wrote is read
as the JSON it is.
"""

from __future__ import annotations

import dataclasses
import hashlib
from typing import TYPE_CHECKING, Any

from annotations.ledger.rows import Rows, pack, unpack
from annotations.schema import META, TABLES, VERSION
from annotations.turns import yield_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.schema import Stored

Tables = dict[str, Rows]

SLICE = 256 * 1024
"""Bytes written or compared before other threads get a turn: about two milliseconds of work."""

_READ_SLICE = 4 * SLICE
"""Likewise of bytes read, which are less work: rows are found in them, but not built."""

_HEAD = b'{"articles": {\n'
_META = b'\n"meta": {\n"1": '


@dataclasses.dataclass(frozen=True, slots=True)
class Snapshot:
    """What a TinyDB file holds.

    Attributes:
        tables: all but `meta`, in the file's order; ours are always there.
        meta: the row of `meta`, unknown fields included.
        own: it is as Pullquote wrote it, to the byte: the checksum holds.
        layout: it has the layout that Pullquote writes, whoever wrote it last.
        digest: the checksum that its tables have in truth; empty where it has another layout.
    """

    tables: Tables
    meta: Stored
    own: bool
    layout: bool
    digest: str = ""

    @property
    def sequence(self) -> int:
        """Up to which transaction of the journal it holds all; -1 where the file does not say."""
        found = self.meta.get("sequence")
        return found if isinstance(found, int) and not isinstance(found, bool) else -1

    @property
    def version(self) -> int:
        """Of the schema; that of today where the file does not say."""
        return version(self.meta)

    @property
    def checksum(self) -> str:
        """As the file says it; empty where it says none."""
        found = self.meta.get("checksum")
        return found if isinstance(found, str) else ""


def version(meta: Stored) -> int:
    """The schema's version that a row of `meta` names; that of today where it names none."""
    found = meta.get("schema")
    return found if isinstance(found, int) and not isinstance(found, bool) else VERSION


def empty() -> Tables:
    """The tables of a new store."""
    return {name: Rows() for name in TABLES}


class Writer:
    """Gives a store's tables as the chunks of a TinyDB file; `checksum` is there once the chunks are taken."""

    def __init__(self, tables: Tables, meta: Stored) -> None:
        self._tables = tables
        self._meta = meta
        self.checksum = ""
        self.size = 0

    def chunks(self) -> Iterator[bytes]:
        """The file's bytes, in order, in slices."""
        digest = hashlib.blake2b(digest_size=16)
        for chunk in body(self._tables):
            digest.update(chunk)
            self.size += len(chunk)
            yield chunk
            yield_turn()
        self.checksum = digest.hexdigest()
        tail = _META[1:] + pack({**self._meta, "checksum": self.checksum}) + b"\n}}\n"
        self.size += len(tail)
        yield tail


def body(tables: Tables) -> Iterator[bytes]:
    """The part of the file that the checksum covers, in slices: all but `meta`."""
    parts: list[bytes] = [b"{"]
    held = 0
    for name, rows in tables.items():
        parts.append(pack(name) + b": {")
        comma = b"\n"
        for doc in list(rows):
            parts.append(b'%b"%d": %b' % (comma, doc, rows.raw[doc]))
            comma = b",\n"
            held += len(parts[-1])
            if held >= SLICE:
                yield b"".join(parts)
                parts, held = [], 0
        parts.append(b"\n},\n")
    yield b"".join(parts)


def checksum(part: bytes | memoryview) -> str:
    """The checksum of that part."""
    return hashlib.blake2b(part, digest_size=16).hexdigest()


def read(data: bytes) -> Snapshot:
    """Read a TinyDB file.

    Raises:
        ValueError: it is not JSON, or not an object of tables.
    """
    end, meta = _split(data)
    if meta is not None:
        digest = checksum(memoryview(data)[:end])
        if digest == meta.get("checksum"):
            return Snapshot(_read_lines(data, end), meta, own=True, layout=True, digest=digest)
        return _read_foreign(data, digest)
    return _read_foreign(data)


def _split(data: bytes) -> tuple[int, Stored | None]:
    """Where the part ends that the checksum covers, and `meta`, where the file ends as ours do.

    That part is never copied: a hundred megabytes would hold up every thread for a tenth of a second.
    """
    at = data.rfind(_META)
    if at < 0 or not data.endswith(b"\n}}\n"):
        return len(data), None
    try:
        meta = unpack(data[at + len(_META) : -4])
    except ValueError:
        return len(data), None
    return at + 1, meta if isinstance(meta, dict) else None


def _read_lines(data: bytes, end: int) -> Tables:
    tables: Tables = {}
    rows = Rows()
    turn = _READ_SLICE
    start = 1
    while (stop := data.find(b"\n", start, end)) >= 0:
        if data.startswith(b'"', start):
            colon = data.find(b": ", start, stop)
            if data.endswith(b": {", start, stop):
                rows = tables.setdefault(unpack(data[start : stop - 3]), Rows())
            else:
                comma = data.endswith(b",", start, stop)
                rows.load(int(data[start + 1 : colon - 1]), data[colon + 2 : stop - comma])
        start = stop + 1
        if start > turn:
            yield_turn()
            turn = start + _READ_SLICE
    return {**empty(), **tables}


def _read_foreign(data: bytes, digest: str = "") -> Snapshot:
    whole = unpack(data) if data.strip() else {}
    if not isinstance(whole, dict) or not all(isinstance(table, dict) for table in whole.values()):
        raise ValueError("it is not a TinyDB file")
    tables = empty()
    for name, table in whole.items():
        if name != META:
            tables[name] = _rows(table)
    meta = whole.get(META, {}).get("1", {})
    return Snapshot(
        tables,
        meta if isinstance(meta, dict) else {},
        own=False,
        layout=data.startswith(_HEAD),
        digest=digest,
    )


def _rows(table: dict[str, Any]) -> Rows:
    rows = Rows()
    for number, (doc, stored) in enumerate(table.items()):
        if not doc.isdecimal():
            raise ValueError(f"the TinyDB id {doc!r} is no number")
        rows.load(int(doc), pack(stored))
        if number % 200 == 199:
            yield_turn()
    return rows
