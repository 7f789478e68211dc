"""The W3C Web Annotation model as JSON-LD: a collection with its page inside, each annotation whole in itself.

Source: Web Annotation Data Model and Vocabulary, W3C Recommendations of 23 February 2017. Offsets are code points, as
the model means them. The text's SHA-256 travels as a named-information URI (RFC 6920) of the copy that was annotated.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

import orjson

from annotations.formats.format import Format, file_name, in_order
from annotations.formats.rows import TIME
from annotations.formats.w3c_reading import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.formats.format import Item
    from annotations.model import Annotation, DocumentRef

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_MOTIVATIONS = {"highlight": "highlighting", "note": "commenting", "bookmark": "bookmarking"}
_HUES = {"yellow": "#ffe680", "red": "#ffb3b3", "green": "#b8e6b8", "blue": "#b3d4ff", "purple": "#dcc2ff"}
_DIGEST = re.compile(r"[0-9a-f]{64}")
_RESERVED = "!$%&'()*+,/:;=?@~-._"
_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.+", re.DOTALL)


def dump(items: Sequence[Item]) -> dict[str, str]:
    """One file with one collection; deleted annotations are left out."""
    living = [item for item in in_order(items) if item.annotation.deleted is None]
    rows = [annotation(item) for item in living]
    name = uuid5(NAMESPACE_URL, "\n".join(sorted(row["id"] for row in rows)))
    page: dict[str, Any] = {
        "@context": CONTEXT,
        "id": f"{name.urn}#page",
        "type": "AnnotationPage",
        "partOf": {"id": name.urn, "type": "AnnotationCollection", "total": len(rows)},
        "startIndex": 0,
        "items": rows,
    }
    whole = {
        "@context": CONTEXT,
        "id": name.urn,
        "type": "AnnotationCollection",
        "label": "Pullquote annotations",
        "total": len(rows),
        **({"first": page, "last": page["id"]} if rows else {}),
    }
    articles = {item.article.id: item.article for item in living}
    file = file_name(list(articles.values()), FORMAT.extension)
    return {file: orjson.dumps(whole, option=orjson.OPT_INDENT_2).decode() + "\n"}


def annotation(item: Item) -> dict[str, Any]:
    """One annotation as the model writes it, whole in itself."""
    note, creator_id = item.annotation, item.creator_id
    bodies = _bodies(note, item.note_language)
    return {
        "@context": CONTEXT,
        "id": uri(note.id),
        "type": "Annotation",
        "motivation": _MOTIVATIONS[note.kind],
        **{
            key: time
            for key, time in (("created", note.created), ("modified", note.modified))
            if TIME.fullmatch(time)
        },
        **({"creator": _creator(note.creator, creator_id)} if note.creator else {}),
        **({"body": bodies} if bodies else {}),
        "stylesheet": {"type": "CssStylesheet", "value": _style(note.colour)},
        "target": _target(note, item.article, item.language),
    }


def uri(text: str) -> str:
    """The text as an absolute URI: itself where it is one, percent-encoded where it nearly is, else a `urn:uuid:`."""
    if not _ABSOLUTE.fullmatch(text.strip()):
        return uuid5(NAMESPACE_URL, text).urn
    address, hash_, fragment = _LOOSE_PERCENT.sub("%25", text.strip()).partition("#")
    return quote(address, safe=_RESERVED) + hash_ + quote(fragment, safe=_RESERVED)


def _creator(name: str, id: str) -> dict[str, str]:
    return {**({"id": uri(id)} if id else {}), "type": "Person", "name": name}


def _bodies(note: Annotation, language: str) -> list[dict[str, str]]:
    told = [("commenting", note.note, "text/markdown", language)] if note.note else []
    told += [("tagging", tag, "text/plain", "") for tag in note.tags]
    told += [("bookmarking", note.mark, "text/plain", "")] if note.mark else []
    return [
        {"type": "TextualBody", "purpose": purpose, "value": value, "format": media, **_language(tongue)}
        for purpose, value, media, tongue in told
    ]


def _language(tag: str) -> dict[str, str]:
    return {"language": tag} if tag else {}


def _style(colour: str) -> str:
    return f".{colour} {{ background-color: {_HUES[colour]} }}"


def _target(note: Annotation, article: DocumentRef, language: str) -> dict[str, Any]:
    anchor = note.anchor
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": uri(article.url or article.uri),
        **({"dcterms:title": article.title} if article.title else {}),
        **_language(language),
        "styleClass": note.colour,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
        ],
    }
    if _DIGEST.fullmatch(anchor.sha256):
        target["state"] = _state(note)
    return target


def _state(note: Annotation) -> dict[str, str] | str:
    """The text as it was when it was annotated; the model wants a time in a `TimeState`."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(note.anchor.sha256)).decode().rstrip("=")
    copy = f"ni:///sha-256;{digest}"
    if not TIME.fullmatch(note.created):
        return copy
    return {"type": "TimeState", "sourceDate": note.created, "cached": copy}


FORMAT = Format(
    name="w3c",
    extension=".jsonld",
    title="W3C Web Annotation, JSON-LD",
    fields=frozenset(
        {"id", "anchor", "kind", "note", "tags", "colour", "mark", "creator", "created", "modified"}
    ),
    dump=dump,
    load=load,
    languages=True,
)
