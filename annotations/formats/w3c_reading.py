"""Reading W3C Web Annotations, ours or anybody's: one, a list, a page, a collection, a graph.

What it takes: quote and position selectors (refined ones too), textual bodies as note and tags, a link as a body,
creator, times, colour by style class. What has no place is told in a notice.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

import orjson

from annotations.formats.format import Broken, Item, Loaded
from annotations.formats.rows import TIME
from annotations.model import COLOURS, Anchor, Annotation, DocumentRef, Kind
from annotations.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KINDS: dict[str, Kind] = {"highlighting": "highlight", "commenting": "note", "bookmarking": "bookmark"}
_NAIVE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?")
_ID = re.compile(r"\S{1,500}")
_DEEPEST = 8


def load(files: Mapping[str, str]) -> Loaded:
    """The annotations of JSON-LD files; what is broken is named and the rest taken."""
    items: list[Item] = []
    broken: list[Broken] = []
    notices: list[str] = []
    for name, text in files.items():
        try:
            whole = orjson.loads(text)
        except (orjson.JSONDecodeError, UnicodeEncodeError) as error:
            broken.append(Broken(name, "", f"it is no JSON ({error})"))
            continue
        rows = list(_rows(whole, ""))
        if not rows and not _empty(whole):
            broken.append(Broken(name, "", "there is no annotation in it"))
        for where, row in rows:
            try:
                reading = _Reading(row)
                items.append(reading.item())
                notices += [f"{f'{name} {where}'.strip()}: {notice}." for notice in reading.notices]
            except ValueError as error:
                broken.append(Broken(name, where, str(error)))
    return Loaded(tuple(items), tuple(broken), tuple(notices))


def _rows(whole: Any, where: str, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """The annotations in a JSON value, each with its place."""
    if isinstance(whole, list):
        for number, row in enumerate(whole):
            yield from _rows(row, f"{where}[{number}]", depth)
    elif isinstance(whole, dict) and depth < _DEEPEST:
        inner = [
            key
            for key in ("first", "items", "@graph", "resources")
            if isinstance(whole.get(key), list | dict)
        ]
        if not inner and not (where == "" and _empty(whole)):
            yield where, whole
        for key in inner:
            yield from _rows(whole[key], f"{where}.{key}".strip("."), depth + 1)
    elif where:
        yield where, whole


def _empty(whole: Any) -> bool:
    """A list or collection with nothing in it, which is no error."""
    if isinstance(whole, dict):
        return any(kind in ("AnnotationCollection", "AnnotationPage") for kind in _listed(whole.get("type")))
    return isinstance(whole, list) and not whole


def _listed(value: Any) -> list[Any]:
    """JSON-LD writes one value of a list without the list."""
    return value if isinstance(value, list) else [] if value is None else [value]


@dataclass
class _Reading:
    """One annotation being read."""

    row: Any
    notices: list[str] = field(default_factory=list)

    def item(self) -> Item:
        """The item. Raises ValueError with a clause that says what is wrong."""
        row = self.row
        if not isinstance(row, dict):
            raise ValueError("it must be an object")
        if not {"Annotation", "oa:Annotation"} & {str(t) for t in _listed(row.get("type", row.get("@type")))}:
            raise ValueError('its type must be "Annotation"')
        target = self._target()
        article = self._article(target)
        selectors = dict(_selectors(target.get("selector")))
        anchor = _anchor(selectors, _digest(target.get("state")))
        if not anchor.exact and anchor.start == anchor.end:
            self.notices.append("it has neither a quote nor a position, so it has no place in the text")
        return Item(self._annotation(article, anchor, target), article)

    def _target(self) -> dict[str, Any]:
        targets = _listed(self.row.get("target", self.row.get("on")))
        if not targets:
            raise ValueError("it has no target")
        if len(targets) > 1:
            self.notices.append(f"only the first of its {len(targets)} targets is taken")
        first = {"source": targets[0]} if isinstance(targets[0], str) else targets[0]
        if not isinstance(first, dict):
            raise ValueError("its target must be an address or an object")
        return first

    def _article(self, target: dict[str, Any]) -> DocumentRef:
        source = target.get("source", target.get("full", target.get("id")))
        source = source.get("id", source.get("@id")) if isinstance(source, dict) else source
        if not isinstance(source, str) or not source.strip():
            raise ValueError("its target names no source")
        address = clean(source).strip()
        title = target.get("dcterms:title")
        return DocumentRef(
            uuid5(NAMESPACE_URL, address).urn,
            address,
            _digest(target.get("state")),
            title=clean(title) if isinstance(title, str) else None,
        )

    def _annotation(self, article: DocumentRef, anchor: Anchor, target: dict[str, Any]) -> Annotation:
        motivations = [str(m).removeprefix("oa:") for m in _listed(self.row.get("motivation"))]
        notes, tags, marks = self._bodies(motivations[0] if motivations else "commenting")
        kinds = [_KINDS[m] for m in motivations if m in _KINDS]
        created, modified = self._time("created"), self._time("modified")
        return Annotation(
            self._id(),
            article.id,
            anchor,
            kind=kinds[0] if kinds else "note" if notes else "highlight",
            note="\n\n".join(notes),
            tags=tuple(dict.fromkeys(tags)),
            colour=next((c for c in _listed(target.get("styleClass")) if c in COLOURS), "yellow"),
            mark=marks[0] if marks else None,
            state="orphan",
            score=0.0,
            creator=_name(self.row.get("creator")),
            created=created,
            modified=modified or created,
        )

    def _id(self) -> str:
        """Its own id, or one made from all that it says, so that the same is the same when it comes again."""
        own = self.row.get("id", self.row.get("@id"))
        if own is None:
            try:
                said = orjson.dumps(self.row, option=orjson.OPT_SORT_KEYS).decode()
            except TypeError as error:
                raise ValueError("it has no id, and is nested too deeply to be given one") from error
            return uuid5(NAMESPACE_URL, said).urn
        if not isinstance(own, str) or not _ID.fullmatch(own):
            raise ValueError("its id must be an address without spaces of at most 500 characters")
        return clean(own)

    def _time(self, key: str) -> str:
        value = self.row.get(key)
        if value is None:
            return ""
        if isinstance(value, str) and TIME.fullmatch(value):
            return value
        if isinstance(value, str) and _NAIVE.fullmatch(value):
            self.notices.append(f"its {key} has no time zone and is read as UTC")
            return f"{value}Z"
        self.notices.append(f"its {key} is no time and is left out")
        return ""

    def _bodies(self, motivation: str) -> tuple[list[str], list[str], list[str]]:
        """What its bodies say: notes, tags, bookmarks' letters."""
        notes: list[str] = []
        tags: list[str] = []
        marks: list[str] = []
        for body in [*_listed(self.row.get("body")), *_listed(self.row.get("bodyValue"))]:
            purpose, text = self._body(body, motivation)
            if not text.strip():
                continue
            if purpose == "tagging":
                tags.append(" ".join(text.split()))
            elif purpose == "bookmarking" and len(text) == 1:
                marks.append(text)
            else:
                notes.append(text)
        return notes, tags, marks

    def _body(self, body: Any, motivation: str) -> tuple[str, str]:
        if isinstance(body, str):
            link = body != self.row.get("bodyValue")
            return ("linking", f"<{clean(body)}>") if link else (motivation, clean(body))
        if not isinstance(body, dict):
            self.notices.append("a body that is neither text nor an object is left out")
            return motivation, ""
        if _listed(body.get("type")) == ["Choice"] and _listed(body.get("items")):
            return self._body(_listed(body["items"])[0], motivation)
        purpose = str(next(iter(_listed(body.get("purpose"))), motivation)).removeprefix("oa:")
        value = body.get("value", body.get("chars"))
        if isinstance(value, str):
            return purpose, clean(_plain(value) if body.get("format") == "text/html" else value)
        link = body.get("source", body.get("id", body.get("@id")))
        if isinstance(link, str):
            return "linking", f"<{clean(link)}>"
        self.notices.append("a body without a value is left out")
        return purpose, ""


def _selectors(selector: Any, depth: int = 0) -> Iterator[tuple[str, dict[str, Any]]]:
    """Quote and position selectors by type; of a refined selector the refinement counts."""
    for one in reversed(_listed(selector)):
        if isinstance(one, dict) and depth < _DEEPEST:
            yield from (
                (str(kind).removeprefix("oa:"), one) for kind in _listed(one.get("type", one.get("@type")))
            )
            yield from _selectors(one.get("items"), depth + 1)
            yield from _selectors(one.get("refinedBy"), depth + 1)


def _anchor(selectors: dict[str, dict[str, Any]], digest: str) -> Anchor:
    """The anchor that the selectors describe; a position that makes no sense counts as none."""
    words = selectors.get("TextQuoteSelector", {})
    place = selectors.get("TextPositionSelector", {})
    exact, prefix, suffix = (
        clean(value) if isinstance(value := words.get(key), str) else ""
        for key in ("exact", "prefix", "suffix")
    )
    start, end = place.get("start"), place.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end < 2**53:
        start, end = 0, len(exact)
    return Anchor(exact, prefix, suffix, start, end, digest)


def _digest(state: Any) -> str:
    """The SHA-256 of the annotated text where its state names it."""
    for one in _listed(state):
        cached = one.get("cached") if isinstance(one, dict) else one
        if isinstance(cached, str) and cached.startswith("ni:///sha-256;"):
            coded = cached.removeprefix("ni:///sha-256;")
            try:
                return base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4)).hex()
            except (binascii.Error, ValueError):
                return ""
    return ""


def _name(creator: Any) -> str | None:
    for one in _listed(creator):
        told = [one.get(key) for key in ("name", "nickname", "id")] if isinstance(one, dict) else [one]
        for name in told:
            if isinstance(name, str) and name.strip():
                return clean(name)
    return None


class _Text(HTMLParser):
    """Collects the text of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "br", "div", "li") and self.parts:
            self.parts.append("\n")


def _plain(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts).strip()
