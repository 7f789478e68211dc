"""The desk: the articles of a folder, of the command line, or the recent ones, to open."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from reader.layout.cells import fit
from reader.library import described, matching, ordered
from reader.sheet.chrome import day
from reader.ui.screens.listing import Entry, Listing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.background import Worker
    from reader.library import Entry as Article
    from reader.library import Library, Order
    from reader.sheet.lines import Line
    from reader.ui.theme import Look

ORDERS: tuple[tuple[Order | None, str], ...] = (
    (None, "as listed"),
    ("title", "by title"),
    ("date", "newest first"),
    ("publisher", "by publisher"),
    ("length", "shortest first"),
    ("modified", "last saved first"),
)
_WIDTHS = (("publisher", 20, 100), ("date", 12, 60), ("length", 8, 0), ("notes", 15, 60), ("read", 14, 80))
"""The columns beside the title: how wide they are, and from which width of the list on there is room; in cells."""
_BATCH = 100
"""Articles that are looked into at one go, once those on the screen are known."""


_NOTHING: Mapping[str, Article] = {}


class Desk(Listing[str]):
    """Gives back the path of the article to open.

    Args:
        look: the colours.
        library: lists articles and looks up what they are.
        sources: files and folders.
        heading: what the list is of.
        read: when it was last read, by path, RFC 3339.
        known: what is known of articles that cannot be looked into, by path: those on the web.
        at: path of the article that the list begins on: the one that was open.
        worker: looks into the articles that are not on the screen, ended with it; a thread does where there is none.
    """

    HINT = "/ narrows down: title, publisher, date, file name"
    KEYS: ClassVar = (
        ("enter", "open"),
        ("j k", "move"),
        ("/", "narrow down"),
        ("tab", "sort"),
        ("q", "close"),
    )

    def __init__(
        self,
        look: Look,
        library: Library,
        sources: Sequence[str],
        heading: str,
        *,
        read: Mapping[str, str],
        known: Mapping[str, Article] = _NOTHING,
        at: str = "",
        worker: Worker | None = None,
    ) -> None:
        super().__init__(look, heading)
        self._library = library
        self._notes: Mapping[str, str] = {}
        self._read = read
        self._articles: dict[str, Article] = {a.path: known.get(a.path, a) for a in library.listed(sources)}
        self._at = list(self._articles).index(at) if at in self._articles else 0
        self._order = 0
        self._worker = worker
        self._unseen = deque(path for path, article in self._articles.items() if not article.described)
        self._waiting = False  # for the thread
        self._asked = 0  # batches that the process was given
        self._telling: dict[str, bool] = {}

    def know(self, notes: Mapping[str, str]) -> None:
        """Show what annotations each article has.

        Args:
            notes: in words, by absolute path.
        """
        self._notes = notes
        if self.is_mounted:
            self.draw()

    def entries(self) -> Sequence[Entry[str]]:
        """The articles that match, in the order chosen."""
        found = matching(self._articles.values(), self.typed)
        by = ORDERS[self._order][0]
        if by is not None:
            found = ordered(found, by, reverse=by in ("date", "modified"))
        if not found:
            words = "nothing matches" if self._articles else "no articles here yet: name a file or a folder"
            return [Entry(None, ((words, ("dim",)),))]
        return [Entry(article.path) for article in found]

    def told(self) -> str:
        """How many there are, and how they are sorted."""
        count = len(self._articles)
        return f"{count} {'article' if count == 1 else 'articles'} · {ORDERS[self._order][1]}"

    def command(self, key: str) -> bool:
        """Tab sorts by something else."""
        if key not in ("tab", "shift+tab"):
            return False
        self._order = (self._order + (1 if key == "tab" else -1)) % len(ORDERS)
        self.renew()
        return True

    def draw(self) -> None:
        """Show the part of the list around its cursor, with the columns that tell anything."""
        articles = self._articles.values()
        self._telling = {
            "publisher": any(a.publisher for a in articles),
            "date": any(a.published for a in articles),
            "length": True,
            "notes": any(self._notes.values()),
            "read": bool(self._read),
        }
        super().draw()

    def seen(self, values: Sequence[str]) -> None:
        """Look into the articles on the screen first, then into the others."""
        first = [self._articles[path] for path in values if not self._articles[path].described]
        if self._waiting:
            return
        if first:
            self._look(first)
        elif self._worker is None:
            self._look(self._next(_BATCH))
        else:
            # The one after is asked for with each, so that the process has no time to end.
            while self._asked < 2 and (batch := self._next(_BATCH)):
                self._asked += 1
                self._worker.run(
                    described,
                    tuple(batch),
                    then=self._brought,
                    failed=lambda error, batch=batch: self._brought(  # type: ignore[misc]
                        [replace(article, described=True) for article in batch]
                    ),
                )

    def _next(self, most: int) -> list[Article]:
        """The next articles in the list that are not looked into; each is given once."""
        found: list[Article] = []
        while self._unseen and len(found) < most:
            article = self._articles[self._unseen.popleft()]
            if not article.described:
                found.append(article)
        return found

    def _look(self, wanted: Sequence[Article]) -> None:
        """Look into these articles in a thread."""

        def look() -> None:
            found = list(self._library.described(wanted))
            self.app.call_from_thread(self._looked, found)

        if wanted:
            self._waiting = True
            self.run_worker(look, thread=True, exit_on_error=False)

    def _brought(self, found: Sequence[Article]) -> None:
        """What the process found."""
        self._asked -= 1
        if self.is_mounted:
            self.run_worker(lambda: self._library.keep(found), thread=True, exit_on_error=False)
            self._show(found)

    def _looked(self, found: Sequence[Article]) -> None:
        self._waiting = False
        self._show(found)

    def _show(self, found: Sequence[Article]) -> None:
        self._articles.update({article.path: article for article in found})
        if self.typed or self._order:
            self.renew()
        else:
            self.draw()
        if not (self._unseen or self._asked or self._waiting):
            self.run_worker(self._library.save, thread=True, exit_on_error=False)

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        if self._worker is not None:
            self._worker.close()

    def _columns(self, width: int) -> list[tuple[str, int]]:
        """Names and widths of the columns beside the title: those that tell anything and have room."""
        return [(name, size) for name, size, room in _WIDTHS if self._telling[name] and width >= room]

    def line_of(self, value: str, width: int) -> Line:
        """Title, publisher, date, length, notes, last read; fewer of them where there is less room."""
        article = self._articles[value]
        today = date.today()
        absolute = os.path.abspath(article.path)
        notes, read = self._notes.get(absolute, ""), self._read.get(absolute, "")
        told = {
            "publisher": article.publisher or "",
            "date": day(article.published, today) if article.published else "",
            "length": _length(article.minutes),
            "notes": notes,
            "read": f"read {day(read[:10], today)}" if read else "",
        }
        columns = [(told[name], size) for name, size in self._columns(width)]
        room = width - 2 - sum(size for _, size in columns)
        name = article.trouble or article.name
        role = ("error",) if article.error else ("bold",) if not read else ()
        return (
            (fit(name, room - 2), role),
            ("  ", ()),
            *((fit(text, size), ("dim",)) for text, size in columns),
        )


def _length(minutes: int) -> str:
    """How long an article takes to read; empty where that is not known."""
    if minutes < 600:
        return f"{minutes} min" if minutes else ""
    return f"{round(minutes / 60)} h"
