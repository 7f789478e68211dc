"""One table in memory: its rows as the JSON bytes that stand in the file, found by TinyDB id, own id and article.

Rows stay bytes until somebody asks for them: a hundred thousand of them are then as light as the file itself, are no
work for the garbage collector, and are written back without being built anew. A row that has no `id` of its own (a
table of another program) is known as `#` and its TinyDB id.
"""

from __future__ import annotations

import dataclasses
import json
import math
import re
from typing import TYPE_CHECKING, Any

import orjson

from annotations import schema
from annotations.turns import yield_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotations.schema import Row, Stored

_FIRST = re.compile(rb'\{"id":"([^"\\]+)","article":"([^"\\]*)"')
_START = b'"start":'
_PLACE = re.compile(rb'"start":(\d{1,18}|null),"end":(\d{1,18}|null),"creator":')

_DELETED = b'"deleted":'
_NO_TAGS = b'"tags":[]'

_AT_ONCE = 128
"""Rows built before other threads get a turn: two or three milliseconds of work."""


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """What one transaction did to one row.

    Attributes:
        table: its name.
        key: the row's own id.
        doc: its TinyDB id.
        before: the changed fields as they were, those that were not there left out; None: there was no such row.
        after: the changed fields as they are now, likewise; None: the row is gone.
    """

    table: str
    key: str
    doc: int
    before: Stored | None
    after: Stored | None


_AS_NOUGHT = bytes.maketrans(b"123456789", b"000000000")
_LONG_NUMBER = b"0" * 19


def pack(value: object) -> bytes:
    """A JSON value in UTF-8, compact; what UTF-8, 64 bits or JSON cannot hold is spelled as Python's json does.

    Raises:
        ValueError: it is nested too deep.
    """
    try:
        packed = orjson.dumps(value)
        if b"null" not in packed or not _has_infinities(value):
            return packed
    except TypeError:
        pass
    try:
        return json.dumps(value, separators=(",", ":")).encode()
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _has_infinities(value: object) -> bool:
    """It holds a number that no JSON allows, and that TinyDB writes nevertheless."""
    if isinstance(value, dict):
        return any(map(_has_infinities, value.values()))
    if isinstance(value, list):
        return any(map(_has_infinities, value))
    return isinstance(value, float) and not math.isfinite(value)


def unpack(data: bytes) -> Any:
    """The value of a JSON text.

    Raises:
        ValueError: it is none.
    """
    try:
        # Orjson makes a float of an integer that 64 bits cannot hold. (A pattern takes many times as long to see it.)
        if _LONG_NUMBER not in data.translate(_AS_NOUGHT):
            return orjson.loads(data)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def key_of(stored: object, doc: int) -> str:
    """The name by which a row is known across programs."""
    own = stored.get("id") if isinstance(stored, dict) else None
    return own if isinstance(own, str) and own else f"#{doc}"


def difference(old: Stored, new: Stored) -> tuple[Stored, Stored]:
    """The fields that differ, as they are in the one and in the other; one that a row lacks is left out."""
    absent = object()
    before = {name: value for name, value in old.items() if new.get(name, absent) != value}
    after = {name: value for name, value in new.items() if old.get(name, absent) != value}
    return before, after


def patched(stored: Stored, before: Stored | None, after: Stored) -> Stored:
    """A row with a change's fields: those of `after` set, those that only `before` has taken away."""
    gone = (before or {}).keys() - after.keys()
    return {**{name: value for name, value in stored.items() if name not in gone}, **after}


class Rows:
    """The rows of one table."""

    def __init__(self) -> None:
        self.raw: dict[int, bytes] = {}
        self.highest = 0
        self._built: dict[int, tuple[bytes, Row | None]] = {}
        self._doc_of: dict[str, int] = {}
        self._docs_of_article: dict[str, dict[int, None]] = {}

    def __len__(self) -> int:
        return len(self.raw)

    def __iter__(self) -> Iterator[int]:
        return iter(self.raw)

    def get(self, doc: int) -> Any:
        """A fresh copy of the row of a TinyDB id; None where there is none."""
        raw = self.raw.get(doc)
        return None if raw is None else unpack(raw)

    def is_deleted(self, doc: int) -> bool:
        """The row of a TinyDB id is a tombstone."""
        stored = self.get(doc) if _DELETED in self.raw[doc] else None
        return isinstance(stored, dict) and stored.get("deleted") is not None

    def doc(self, key: str) -> int | None:
        """The TinyDB id of a row's own id."""
        return self._doc_of.get(key)

    def key(self, doc: int) -> str:
        """The own id of the row of a TinyDB id."""
        return _names(self.raw[doc], doc)[0]

    def of_article(self, article: str) -> list[int]:
        """The TinyDB ids of an article's rows, in the table's order."""
        return list(self._docs_of_article.get(article, ()))

    def decoded(self, table: str) -> Iterator[tuple[int, Row | None]]:
        """The TinyDB id and the row of each; None for one that is no row of the named table."""
        for number, doc in enumerate(list(self.raw), 1):
            yield doc, schema.decode(table, self.get(doc))
            if number % _AT_ONCE == 0:
                yield_turn()

    def tags(self) -> Iterator[str]:
        """The tags of all rows that are not deleted; those without any are not even unpacked."""
        for number, raw in enumerate(list(self.raw.values()), 1):
            if _NO_TAGS not in raw:
                stored = unpack(raw)
                found = stored.get("tags") if isinstance(stored, dict) else None
                if isinstance(found, list) and stored.get("deleted") is None:
                    yield from (tag for tag in found if isinstance(tag, str))
            if number % _AT_ONCE == 0:
                yield_turn()

    def of_article_decoded(
        self, table: str, article: str, over: tuple[int, int] | None = None
    ) -> Iterator[tuple[int, Row | None]]:
        """Likewise for the rows of an article; what is built once is handed out again while the row is the same.

        Args:
            over: rows that surely stand elsewhere than over this range of code points are passed over.
        """
        docs = self.of_article(article)
        if over is not None:
            docs = [doc for doc in docs if not _stands_elsewhere(self.raw[doc], *over)]
        return self.decoded_once(table, docs)

    def decoded_once(self, table: str, docs: Iterable[int]) -> Iterator[tuple[int, Row | None]]:
        """Likewise for the rows of these TinyDB ids; what is built is kept."""
        built = 0
        for doc in docs:
            raw = self.raw[doc]
            known = self._built.get(doc)
            if known is None or known[0] is not raw:
                known = self._built[doc] = (raw, schema.decode(table, unpack(raw)))
                built += 1
                if built % _AT_ONCE == 0:
                    yield_turn()
            yield doc, known[1]

    def put(self, doc: int, stored: object) -> None:
        """Set a row from its value."""
        self.load(doc, pack(stored))

    def load(self, doc: int, raw: bytes) -> None:
        """Set a row from its JSON bytes, which must be well formed."""
        if doc in self.raw:
            self._forget(doc)
        key, article = _names(raw, doc)
        self.raw[doc] = raw
        if doc > self.highest:
            self.highest = doc
        self._doc_of.setdefault(key, doc)
        if article is not None:
            self._docs_of_article.setdefault(article, {})[doc] = None

    def drop(self, doc: int) -> None:
        """Take a row away."""
        self._forget(doc)
        self._built.pop(doc, None)
        del self.raw[doc]

    def _forget(self, doc: int) -> None:
        key, article = _names(self.raw[doc], doc)
        if self._doc_of.get(key) == doc:
            del self._doc_of[key]
        if article is not None:
            self._docs_of_article[article].pop(doc, None)


def _names(raw: bytes, doc: int) -> tuple[str, str | None]:
    """A row's id and its article's, read off the bytes where they stand first, as in every row of ours."""
    found = _FIRST.match(raw)
    if found is not None:
        return found[1].decode(), found[2].decode()
    stored = unpack(raw)
    article_of = stored.get("article") if isinstance(stored, dict) else None
    return key_of(stored, doc), article_of if isinstance(article_of, str) else None


def _stands_elsewhere(raw: bytes, start: int, end: int) -> bool:
    """Whether a row has its place outside a range, read off the bytes; False where they do not say it as ours do."""
    found = _PLACE.match(raw, max(0, raw.rfind(_START)))
    if found is None:
        return False
    first, last = found.groups()
    return b"null" in (first, last) or not (int(first) < end and start < int(last))


def apply(tables: dict[str, Rows], changes: Iterable[Change]) -> None:
    """Do changes to the tables; each finds its row by the row's own id."""
    for change in changes:
        rows = tables.setdefault(change.table, Rows())
        doc = rows.doc(change.key)
        if change.after is None:
            if doc is not None:
                rows.drop(doc)
        elif doc is not None:
            rows.put(doc, patched(rows.get(doc), change.before, change.after))
        elif change.before is None:
            rows.put(change.doc if change.doc not in rows.raw else rows.highest + 1, change.after)


def apply_back(tables: dict[str, Rows], changes: Iterable[Change]) -> None:
    """Take changes back, the last one first."""
    backward = [dataclasses.replace(change, before=change.after, after=change.before) for change in changes]
    apply(tables, reversed(backward))
