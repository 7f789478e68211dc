"""What an exchange format is: a name, the fields it keeps, and pure functions from items to files and back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING
from urllib.parse import unquote

from annotations.model import Annotation, Correction, DocumentRef

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

ALL_FIELDS = frozenset(f.name for f in fields(Annotation))


@dataclass(frozen=True, slots=True)
class Item:
    """An annotation with the article it belongs to.

    Attributes:
        creator_id: an address that stands for the annotation's creator; empty where none is known.
        language: of the article, as a tag of BCP 47; empty where it is not known.
        note_language: of the note, likewise.
    """

    annotation: Annotation
    article: DocumentRef
    creator_id: str = ""
    language: str = ""
    note_language: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction with the article it belongs to."""

    correction: Correction
    article: DocumentRef


@dataclass(frozen=True, slots=True)
class Broken:
    """Something in a file that could not be taken.

    Attributes:
        file: the file's name.
        where: the place in it, as a path such as "annotations[3]"; empty for the whole file.
        reason: a clause without a full stop.
    """

    file: str
    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.where + ': ' if self.where else ''}{self.reason}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: the good items in the files' order, and what is wrong with the rest.

    Attributes:
        notices: one clear sentence each about what was read but has no place here.
        corrections: the good ones, in the files' order.
    """

    items: tuple[Item, ...] = ()
    broken: tuple[Broken, ...] = ()
    notices: tuple[str, ...] = ()
    corrections: tuple[Corrected, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """An exchange format. `load(dump(items))` gives the items back on `fields`.

    Attributes:
        name: as the command line takes it.
        extension: of its files, with the dot.
        title: what it is, for people.
        fields: names of the `Annotation` fields that survive a round trip, or that it shows where it cannot be read.
        dump: items to files, by name. Living items only, unless `tombstones`.
        load: files, by name, to items; never raises for what is in them. None where it cannot be read back.
        tombstones: whether it carries deleted annotations and corrections.
        per_article: it makes one file an article, so that several articles need a folder.
        article_of: what a file's text says which article it is of; None where it does not say. None where the format
            can be read back, which tells that too.
        languages: whether it says what language the article and the note are in.
        dump_corrected: items and corrections to files, as `dump` does where there is no correction. None where the
            format has no place for corrections.
    """

    name: str
    extension: str
    title: str
    fields: frozenset[str]
    dump: Callable[[Sequence[Item]], dict[str, str]]
    load: Callable[[Mapping[str, str]], Loaded] | None = None
    tombstones: bool = False
    per_article: bool = False
    article_of: Callable[[str], str | None] | None = None
    languages: bool = False
    dump_corrected: Callable[[Sequence[Item], Sequence[Corrected]], dict[str, str]] | None = None

    def files(self, items: Sequence[Item], corrections: Sequence[Corrected] = ()) -> dict[str, str]:
        """The items as files, by name, and the corrections with them where the format has a place for them."""
        if corrections and self.dump_corrected is not None:
            return self.dump_corrected(items, corrections)
        return self.dump(items)

    def articles(self, text: str) -> frozenset[str]:
        """The ids of the articles that a file of this format is of; none where its text is no such file, or not whole."""
        if self.article_of is not None:
            article = self.article_of(text)
            return frozenset((article,) if article is not None else ())
        if self.load is None:
            return frozenset()
        loaded = self.load({"": text})
        if loaded.broken:
            return frozenset()
        noted = frozenset(item.article.id for item in loaded.items)
        return noted | frozenset(corrected.article.id for corrected in loaded.corrections)


def in_order(items: Iterable[Item]) -> list[Item]:
    """The items by article, as they first come, and in document order; what has no place comes last."""
    listed = list(items)
    rank: dict[str, int] = {}
    for item in listed:
        rank.setdefault(item.article.id, len(rank))

    return sorted(listed, key=lambda item: (rank[item.article.id], *_place(item.annotation)))


def corrections_in_order(corrections: Iterable[Corrected]) -> list[Corrected]:
    """The corrections by article, as they first come, and in document order; what has no place comes last."""
    listed = list(corrections)
    rank: dict[str, int] = {}
    for corrected in listed:
        rank.setdefault(corrected.article.id, len(rank))
    return sorted(listed, key=lambda one: (rank[one.article.id], *_place(one.correction)))


def _place(row: Annotation | Correction) -> tuple[bool, int, int, str]:
    """What rows of one article are sorted by; those made in one moment keep their order, as the later one counts."""
    start, end = row.start, row.end
    if row.anchor is not None:
        start = row.anchor.start if start is None else start
        end = row.anchor.end if end is None else end
    return row.start is None, start or 0, end or 0, row.created


def by_article(items: Iterable[Item]) -> list[tuple[DocumentRef, list[Annotation]]]:
    """The annotations of each article in document order, the articles as they first come."""
    groups: dict[str, tuple[DocumentRef, list[Annotation]]] = {}
    for item in in_order(items):
        groups.setdefault(item.article.id, (item.article, []))[1].append(item.annotation)
    return list(groups.values())


_UNSAFE = re.compile(r"[^\w.\- ]+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def file_name(articles: Sequence[DocumentRef], extension: str) -> str:
    """The name of one file of all: that of the article where there is one."""
    return file_names(articles, extension)[0] if len(articles) == 1 else f"annotations{extension}"


def file_names(articles: Sequence[DocumentRef], extension: str) -> list[str]:
    """One file name an article, from its title or address: the same each time, safe on every system, no two alike."""
    taken: set[str] = set()
    names = []
    for article in articles:
        stem = _stem(article)
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem} {number}"
        taken.add(name.casefold())
        names.append(name + extension)
    return names


def _stem(article: DocumentRef) -> str:
    last = unquote(article.uri.rstrip("/").rsplit("/", 1)[-1]).rsplit(".", 1)[0]
    words = unicodedata.normalize("NFC", article.title or last)
    stem = " ".join(_UNSAFE.sub(" ", words).split())[:80].strip(" .-")
    while len(stem.encode()) > 180:
        stem = stem[:-1]
    return f"article {stem}".strip() if not stem or _RESERVED.match(stem) else stem
