"""Annotations, corrections and articles as plain JSON objects and back, each field checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar, get_args

from annotations.model import (
    COLOURS,
    Anchor,
    Annotation,
    Correction,
    CorrectionKind,
    DocumentRef,
    Kind,
    State,
)
from annotations.text import clean

Check = Callable[[Any], Any]
"""Gives the value to keep, or raises ValueError with a clause that completes "tags must be …"."""

Row = TypeVar("Row", Anchor, Annotation, Correction, DocumentRef)

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)")
"""RFC 3339 with a zone."""

_ID = re.compile(r"[^\s\x00-\x1f]{1,500}")


def as_row(value: Annotation | Correction | DocumentRef) -> dict[str, Any]:
    """All fields of the value as a JSON object, in the model's order."""
    return asdict(value)


def annotation_of(row: object) -> Annotation:
    """The annotation that a JSON object holds.

    Raises:
        ValueError: a clause that names the field and what it must be.
    """
    return _built(Annotation, row, _ANNOTATION)


def correction_of(row: object) -> Correction:
    """The correction that a JSON object holds.

    Raises:
        ValueError: a clause that names the field and what it must be.
    """
    correction = _built(Correction, row, _CORRECTION)
    if correction.kind in ("merge", "rename"):
        if correction.old is None:
            raise ValueError(f"it has no old, and a {correction.kind} needs one")
    elif correction.anchor is None:
        raise ValueError(f"it has no anchor, and one of the kind {correction.kind} needs one")
    return correction


def article_of(row: object) -> DocumentRef:
    """The article that a JSON object holds.

    Raises:
        ValueError: a clause that names the field and what it must be.
    """
    return _built(DocumentRef, row, _ARTICLE)


def unknown(row: object, kind: type[Annotation] | type[Correction] | type[DocumentRef]) -> list[str]:
    """Names of the object's fields that the model has no place for, in order."""
    known = {f.name for f in fields(kind)}
    return sorted(str(name) for name in row if name not in known) if isinstance(row, Mapping) else []


def _built(kind: type[Row], row: object, checks: Mapping[str, Check]) -> Row:
    if not isinstance(row, Mapping):
        raise ValueError("it must be an object")
    values = {}
    for name, check in checks.items():
        if name not in row:
            continue
        try:
            values[name] = check(row[name])
        except ValueError as error:
            raise ValueError(f"{name} must be {error}") from None
    missing = [name for name in _NEEDED[kind] if name not in values]
    if missing:
        raise ValueError(f"it has no {' and no '.join(missing)}")
    return kind(**values)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text")
    return clean(value)


def _id(value: Any) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError("an identifier without spaces of at most 500 characters")
    return clean(value)


def _time(value: Any) -> str:
    if value != "" and not (isinstance(value, str) and TIME.fullmatch(value)):
        raise ValueError("a time as RFC 3339 writes it, with a zone")
    return str(value)


def _offset(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**53:
        raise ValueError("a whole number from 0")
    return value


def _score(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError("a number from 0 to 1")
    return float(value)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("a list of texts")
    return tuple(_text(part) for part in value)


def _pair(value: Any) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("a pair of whole numbers")
    return _offset(value[0]), _offset(value[1])


def _one_of(allowed: tuple[str, ...]) -> Check:
    def check(value: Any) -> Any:
        if value not in allowed:
            raise ValueError(f"one of {', '.join(allowed)}")
        return value

    return check


def _or_none(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def _anchor(value: Any) -> Anchor:
    try:
        anchor = _built(Anchor, value, _ANCHOR)
    except ValueError as error:
        raise ValueError(f"an anchor: {error}") from None
    if anchor.start > anchor.end:
        raise ValueError("an anchor that does not end before it starts")
    return anchor


_ANCHOR: dict[str, Check] = {
    "exact": _text,
    "prefix": _text,
    "suffix": _text,
    "start": _offset,
    "end": _offset,
    "sha256": _text,
}
_ARTICLE: dict[str, Check] = {
    "id": _id,
    "uri": _text,
    "sha256": _text,
    "title": _or_none(_text),
    "author": _or_none(_text),
    "publisher": _or_none(_text),
    "published": _or_none(_text),
    "url": _or_none(_text),
    "earlier": _texts,
    "created": _time,
    "modified": _time,
}
_ANNOTATION: dict[str, Check] = {
    "id": _id,
    "article": _id,
    "anchor": _anchor,
    "kind": _one_of(get_args(Kind)),
    "note": _text,
    "tags": _texts,
    "colour": _one_of(COLOURS),
    "mark": _or_none(_text),
    "speaker": _or_none(_text),
    "statement": _or_none(_pair),
    "state": _one_of(get_args(State)),
    "score": _score,
    "start": _or_none(_offset),
    "end": _or_none(_offset),
    "creator": _or_none(_text),
    "created": _time,
    "modified": _time,
    "deleted": _or_none(_time),
}
_CORRECTION: dict[str, Check] = {
    "id": _id,
    "article": _id,
    "kind": _one_of(get_args(CorrectionKind)),
    "value": _or_none(_text),
    "old": _or_none(_text),
    "anchor": _or_none(_anchor),
    "state": _one_of(get_args(State)),
    "score": _score,
    "start": _or_none(_offset),
    "end": _or_none(_offset),
    "created": _time,
    "modified": _time,
    "deleted": _or_none(_time),
}
_NEEDED: dict[type, tuple[str, ...]] = {
    Anchor: tuple(_ANCHOR),
    DocumentRef: ("id", "uri", "sha256"),
    Annotation: ("id", "article", "anchor"),
    Correction: ("id", "article", "kind"),
}
