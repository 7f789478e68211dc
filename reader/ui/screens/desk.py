"""The desk: the articles of a folder, of the command line, or the recent ones, to open."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from reader.layout.cells import fit
from reader.library import matching, ordered
from reader.sheet.chrome import day
from reader.ui.screens.listing import Entry, Listing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
_WIDTHS = (("publisher", 20), ("date", 12), ("length", 8), ("notes", 15), ("read", 14))
"""The columns beside the title, in cells."""
_BATCH = 200
"""Articles that are looked into at one go, once those on the screen are known."""


class Desk(Listing[str]):
    """Gives back the path of the article to open.

    Args:
        look: the colours.
        library: lists articles and looks up what they are.
        sources: files and folders.
        heading: what the list is of.
        read: when it was last read, by path, RFC 3339.
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
    ) -> None:
        super().__init__(look, heading)
        self._library = library
        self._notes: Mapping[str, str] = {}
        self._read = read
        self._articles: dict[str, Article] = {a.path: a for a in library.listed(sources)}
        self._order = 0
        self._waiting: list[Article] = []

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

    def seen(self, values: Sequence[str]) -> None:
        """Look into the articles on the screen first, then into the others."""
        first = [self._articles[path] for path in values if not self._articles[path].described]
        rest = [article for article in self._articles.values() if not article.described]
        wanted = first or rest[:_BATCH]
        if wanted and not self._waiting:
            self._waiting = wanted
            self.run_worker(self._look, thread=True, exit_on_error=False)

    def _look(self) -> None:
        found = list(self._library.described(self._waiting))
        self.app.call_from_thread(self._looked, found)

    def _looked(self, found: Sequence[Article]) -> None:
        self._articles.update({article.path: article for article in found})
        self._waiting = []
        if self.typed or self._order:
            self.renew()
        else:
            self.draw()
        if all(article.described for article in self._articles.values()):
            self.run_worker(self._library.save, thread=True, exit_on_error=False)

    def _columns(self, width: int) -> list[tuple[str, int]]:
        """Names and widths of the columns beside the title: those that tell anything and have room."""
        articles = self._articles.values()
        able = {
            "publisher": width >= 100 and any(a.publisher for a in articles),
            "date": width >= 60 and any(a.published for a in articles),
            "length": True,
            "notes": width >= 50 and any(self._notes.values()),
            "read": width >= 80 and bool(self._read),
        }
        return [(name, size) for name, size in _WIDTHS if able[name]]

    def line_of(self, value: str, width: int) -> Line:
        """Title, publisher, date, length, notes, last read; fewer of them where there is less room."""
        article = self._articles[value]
        today = date.today()
        absolute = os.path.abspath(article.path)
        notes, read = self._notes.get(absolute, ""), self._read.get(absolute, "")
        told = {
            "publisher": article.publisher or "",
            "date": day(article.published, today) if article.published else "",
            "length": f"{article.minutes} min" if article.words else "",
            "notes": notes,
            "read": f"read {day(read[:10], today)}" if read else "",
        }
        columns = [(told[name], size) for name, size in self._columns(width)]
        room = width - 2 - sum(size for _, size in columns)
        name = article.error or article.name
        role = ("error",) if article.error else ("bold",) if not read else ()
        return (
            (fit(name, room - 2), role),
            ("  ", ()),
            *((fit(text, size), ("dim",)) for text, size in columns),
        )
