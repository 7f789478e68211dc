"""What the tables of the store hold: rows to JSON objects and back, time stamps, the schema's version.

A stored row can hold more fields than this version knows (a newer one wrote them, or another program); writing a row
changes only the fields that are named here, so those others stay as they are.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast, get_args

from annotations.model import Anchor, Annotation, Correction, CorrectionKind, DocumentRef, Kind, State

if TYPE_CHECKING:
    from annotations.ledger.rows import Rows

Row = DocumentRef | Annotation | Correction
Stored = dict[str, Any]
"""A row as the TinyDB file holds it: a JSON object."""

VERSION = 1
"""Of the schema. A store of a higher version is only read."""

ARTICLES, ANNOTATIONS, CORRECTIONS, META = "articles", "annotations", "corrections", "meta"
TABLES = (ARTICLES, ANNOTATIONS, CORRECTIONS)
_TABLE_OF: dict[type, str] = {DocumentRef: ARTICLES, Annotation: ANNOTATIONS, Correction: CORRECTIONS}
_CLASS_OF: dict[str, type] = {table: row for row, table in _TABLE_OF.items()}

RESOLVED = frozenset({"article", "state", "score", "start", "end", "speaker", "statement"})
"""Fields that resolving an anchor changes: they follow from the text, so they are no change of the reader's."""

WRITTEN = frozenset({"note", "tags"})
"""Fields that hold the reader's own words."""

STAMPS = frozenset({"created", "modified"})


def now() -> str:
    """The present moment, RFC 3339 in UTC with milliseconds: such strings sort by time."""
    moment = datetime.datetime.now(datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def moment(stamp: object) -> float:
    """Seconds since 1970 of a stored time stamp, of any zone; 0 for what is none."""
    try:
        parsed = datetime.datetime.fromisoformat(cast("str", stamp))
        return (parsed if parsed.tzinfo else parsed.replace(tzinfo=datetime.UTC)).timestamp()
    except (TypeError, ValueError, OverflowError):
        return 0.0


def table_of(row: Row) -> str:
    """The name of the table that keeps such rows."""
    return _TABLE_OF[type(row)]


def encode(row: Row) -> Stored:
    """A row as a JSON object, its fields in the model's order."""
    return {name: _plain(getattr(row, name)) for name in _FIELDS[type(row)]}


def decode(table: str, stored: object) -> Row | None:
    """A stored object as a row; None where it is none (a field that matters is missing or of the wrong type)."""
    kind = _CLASS_OF.get(table)
    if kind is None or not isinstance(stored, dict):
        return None
    return cast("Row | None", _build(kind, stored))


MIGRATIONS: dict[int, Callable[[Mapping[str, Rows]], None]] = {}
"""What brings the tables from one version of the schema to the next, by the version it starts from."""


def migrate(tables: Mapping[str, Rows], version: int) -> None:
    """Bring the tables from an older version of the schema to today's, in place."""
    for step in range(version, VERSION):
        if step in MIGRATIONS:
            MIGRATIONS[step](tables)


def _plain(value: object) -> Any:
    if isinstance(value, Anchor):
        return {name: getattr(value, name) for name in _FIELDS[Anchor]}
    return list(value) if isinstance(value, tuple) else value


def _build(kind: type, stored: Stored) -> object | None:
    """The row of a model's class; None where a field is missing that has no default, or of a wrong type."""
    values: dict[str, Any] = {}
    try:
        for name, check in _FIELDS[kind].items():
            if name in stored:
                values[name] = check(stored[name])
        return cast("object", kind(**values))
    except TypeError:
        return None


_Check = Callable[[Any], Any]
"""Gives a stored value as the model has it.

Raises:
    TypeError: it is of another type, or none of the choices.
"""


def _text(value: Any) -> Any:
    if type(value) is not str:
        raise TypeError
    return value


def _texts(value: Any) -> Any:
    if type(value) is not list or any(type(item) is not str for item in value):
        raise TypeError
    return tuple(value)


def _whole(value: Any) -> Any:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _number(value: Any) -> Any:
    if type(value) not in (int, float):
        raise TypeError
    return float(value)


def _pair(value: Any) -> Any:
    if type(value) is not list or len(value) != 2:
        raise TypeError
    return _whole(value[0]), _whole(value[1])


def _anchor(value: Any) -> Any:
    built = _build(Anchor, value) if type(value) is dict else None
    if built is None:
        raise TypeError
    return built


def _or_none(check: _Check) -> _Check:
    return lambda value: None if value is None else check(value)


def _one_of(*choices: str) -> _Check:
    def check(value: Any) -> Any:
        if type(value) is not str or value not in choices:
            raise TypeError
        return value

    return check


_CHECKS: dict[str, _Check] = {
    "str": _text,
    "str | None": _or_none(_text),
    "tuple[str, ...]": _texts,
    "int": _whole,
    "int | None": _or_none(_whole),
    "float": _number,
    "tuple[int, int] | None": _or_none(_pair),
    "Anchor": _anchor,
    "Anchor | None": _or_none(_anchor),
    "State": _one_of(*get_args(State)),
    "Kind": _one_of(*get_args(Kind)),
    "CorrectionKind": _one_of(*get_args(CorrectionKind)),
}

_KINDS: tuple[type, ...] = (Anchor, DocumentRef, Annotation, Correction)
_FIELDS: dict[type, dict[str, _Check]] = {
    kind: {field.name: _CHECKS[str(field.type)] for field in dataclasses.fields(kind)} for kind in _KINDS
}
