"""The desk without its screen: the articles of folders and files, listed at once, described as they come to be seen."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from annotations.text import bare, clean
from reader.document.formats import article_suffixes
from reader.document.source import glance, is_url
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

Order = Literal["title", "date", "publisher", "length", "modified", "path"]

WORDS_A_MINUTE = 230
"""How fast an adult reads news silently. Source: Brysbaert, "How many words do we read per minute?", 2019: 238 for
non-fiction; a little less for a screen of cells."""
_CACHE = "articles.json"
_CACHE_VERSION = 1
_SAVED_AFTER = 250
_NEAR = 80
"""Of 100: how like a word must be to one that was typed with a slip."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article on the desk.

    Attributes:
        path: as it is opened; a URL stands for itself.
        size: bytes; 0 for a URL.
        modified_ns: nanoseconds since 1970; 0 for a URL.
        described: the fields below have been looked up.
        title: None where the article tells none; `name` is what to show then.
        published: ISO 8601 where it could be understood.
        publisher: None where the article tells none.
        words: about how many.
        error: why it cannot be read, as one sentence; None where it can.
    """

    path: str
    size: int = 0
    modified_ns: int = 0
    described: bool = False
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    words: int = 0
    error: str | None = None

    @property
    def name(self) -> str:
        """The title, or else the file's name, with nothing in it that a terminal might obey."""
        return self.title or _one_line(os.path.basename(self.path) or self.path)

    @property
    def trouble(self) -> str | None:
        """Why it cannot be read, with the file's name alone."""
        if self.error is None:
            return None
        return f"{self.name}: {_one_line(self.error.removeprefix(f'cannot read {self.path}: '))}"

    @property
    def minutes(self) -> int:
        """How long it takes to read, at least one minute; 0 where nothing is known."""
        return max(1, round(self.words / WORDS_A_MINUTE)) if self.words else 0


class Library:
    """Lists articles and looks up what they are, with a cache between starts.

    `listed` is quick for ten thousand files; `described` reads files, so it belongs in a thread, with the entries that
    are on the screen first. Both may be called from different threads.
    """

    def __init__(self, cache_folder: Path | None = None) -> None:
        self._file = None if cache_folder is None else cache_folder / _CACHE
        self._lock = threading.Lock()
        self._known: dict[str, Entry] = _cached(self._file)
        self._news = 0  # entries looked up since the cache was written

    def listed(self, sources: Iterable[str]) -> list[Entry]:
        """The articles of these files, folders and URLs, each once, in order of name within a folder.

        A folder gives the files in it whose names end like an article's, not those of folders within it or hidden
        ones; a file or URL that is named itself is always listed. What is in the cache is described already. A source
        that is not there is an entry with an error.
        """
        found: dict[str, Entry] = {}
        for source in sources:
            for entry in _entries(source):
                found.setdefault(entry.path, entry)
        with self._lock:
            return [self._recalled(entry) for entry in found.values()]

    def described(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Each entry that is not described yet, described, as soon as it is; the others are passed over."""
        for entry in entries:
            if not entry.described:
                yield self.describe(entry)

    def describe(self, entry: Entry) -> Entry:
        """The entry with its title, date, publisher and length looked up, or with the reason why they cannot be."""
        with self._lock:
            known = self._recalled(entry)
        if known.described:
            return known
        entry = _described(entry)
        self.keep([entry])
        return entry

    def keep(self, entries: Iterable[Entry]) -> None:
        """Remember what was looked up, here or by `described` in another process."""
        with self._lock:
            for entry in entries:
                self._known[entry.path] = entry
                self._news += 1
            due = self._news >= _SAVED_AFTER
        if due:
            self.save()

    def save(self) -> None:
        """Write the cache, if there is a folder for it and anything new; a cache that cannot be written is no harm.

        It is also written from time to time while articles are described, so that leaving a long list loses little.
        """
        with self._lock:
            if self._file is None or not self._news:
                return
            rows = [
                _row(entry) for entry in self._known.values() if entry.error is None and _is_text(entry.path)
            ]
            self._news = 0
        _write(self._file, rows)

    def _recalled(self, entry: Entry) -> Entry:
        known = self._known.get(entry.path)
        same = known is not None and (known.size, known.modified_ns) == (entry.size, entry.modified_ns)
        return known if known is not None and same and not entry.described else entry


def described(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with what they are looked up, without a cache: what another process does for a library."""
    return [_described(entry) for entry in entries]


def ordered(entries: Iterable[Entry], by: Order, *, reverse: bool = False) -> list[Entry]:
    """The entries in order; those without a date, publisher or length come last either way."""
    key, known = _ORDERS[by]
    every = list(entries)
    first = sorted(filter(known, every), key=key, reverse=reverse)
    return first + [entry for entry in every if not known(entry)]


def matching(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """The entries whose title, publisher, date or file name hold every word typed, in their order.

    Case and accents do not matter. Where nothing holds them all, the entries with words like those typed, the likest
    first.
    """
    every = list(entries)
    words = bare(typed).split()
    if not words:
        return every
    texts = [bare(_searched(entry)) for entry in every]
    exact = [entry for entry, text in zip(every, texts, strict=True) if all(word in text for word in words)]
    return exact or _like(every, texts, words)


def _like(entries: Sequence[Entry], texts: Sequence[str], words: Sequence[str]) -> list[Entry]:
    from rapidfuzz import fuzz

    found = []
    for entry, text in zip(entries, texts, strict=True):
        shares = [100.0 if word in text else fuzz.partial_ratio(word, text) for word in words]
        if min(shares) >= _NEAR and any(len(word) > 2 for word in words):
            found.append((-sum(shares), entry))
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _searched(entry: Entry) -> str:
    parts = (entry.title, entry.publisher, (entry.published or "")[:10], os.path.basename(entry.path))
    return " ".join(filter(None, parts))


_ORDERS: dict[Order, tuple[Callable[[Entry], str | int], Callable[[Entry], bool]]] = {
    "title": (lambda entry: bare(entry.name), lambda _: True),
    "date": (lambda entry: entry.published or "", lambda entry: (entry.published or "")[:4].isdigit()),
    "publisher": (lambda entry: bare(entry.publisher or ""), lambda entry: bool(entry.publisher)),
    "length": (lambda entry: entry.words, lambda entry: entry.words > 0),
    "modified": (lambda entry: entry.modified_ns, lambda entry: entry.modified_ns > 0),
    "path": (lambda entry: entry.path, lambda _: True),
}


def _entries(source: str) -> list[Entry]:
    if is_url(source) or source == "-":
        return [Entry(source, described=True)]
    try:
        if os.path.isdir(source):
            return _folder(source)
        status = os.stat(source)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "this is no file name"
        return [Entry(source, described=True, error=f"cannot read {source}: {reason.lower()}")]
    return [Entry(source, status.st_size, status.st_mtime_ns)]


def _folder(folder: str) -> list[Entry]:
    suffixes = tuple(article_suffixes())
    found: list[Entry] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or not entry.name.lower().endswith(suffixes):
                continue
            try:
                if entry.is_file():
                    status = entry.stat()
                    found.append(Entry(entry.path, status.st_size, status.st_mtime_ns))
            except OSError:  # gone since it was listed
                continue
    return sorted(found, key=lambda entry: entry.path)


def _described(entry: Entry) -> Entry:
    try:
        seen = glance(entry.path)
    except ReaderError as error:
        return replace(entry, described=True, error=str(error))
    except Exception as error:  # no file, whatever it holds, may end the filling of the list
        return replace(entry, described=True, error=f"cannot read {entry.path}: {type(error).__name__}")
    title = " ".join((seen.title or "").split()) or None
    return replace(
        entry,
        described=True,
        title=title,
        published=seen.published,
        publisher=seen.publisher,
        words=seen.words,
    )


def _is_text(path: str) -> bool:
    """Whether a path is Unicode, which a file's name need not be."""
    return path.encode("utf-8", "ignore").decode() == path


def _row(entry: Entry) -> list[object]:
    return [
        entry.path,
        entry.size,
        entry.modified_ns,
        entry.title,
        entry.published,
        entry.publisher,
        entry.words,
    ]


def _cached(file: Path | None) -> dict[str, Entry]:
    """What an earlier start looked up; nothing where the cache is missing, damaged or of another version."""
    if file is None:
        return {}
    import orjson

    try:
        cache = orjson.loads(file.read_bytes())
        if cache["version"] != _CACHE_VERSION:
            return {}
        entries = [Entry(path, size, at, True, *rest) for path, size, at, *rest in cache["articles"]]
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return {entry.path: entry for entry in entries}


def _write(file: Path, rows: list[list[object]]) -> None:
    import contextlib

    import orjson

    from reader.whole import whole

    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with whole(file, synced=False, private=True) as out:
            out.write(orjson.dumps({"version": _CACHE_VERSION, "articles": rows}))
