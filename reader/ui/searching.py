"""Search and filter: hits as one types, and only the paragraphs that match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.layout.search import Impatient, find, readable
from reader.ui.footer import FILTERING, SEARCHING
from reader.ui.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.document.model import Span
    from reader.layout.page import Spot
    from reader.ui.screens.reading import ReadingScreen


class Origin(NamedTuple):
    """Where a search began."""

    cursor: int
    top: Spot


class Searching(Part):
    """Searches the article of a reading screen."""

    def __init__(self, screen: ReadingScreen, *, smart_case: bool = True) -> None:
        super().__init__(screen)
        self._smart_case = smart_case
        self._origin: Origin | None = None
        self._read: tuple[str, str] = ("", "")
        self._pattern = self._query = ""

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {
            "reading.search": self._search,
            "reading.next": lambda: self._step(1),
            "reading.previous": lambda: self._step(-1),
            "reading.filter": self._filter,
        }

    def renew(self, renew: Callable[[], None]) -> None:
        """Let the sheet take other text or other blocks in, and search and filter these as the old ones were."""
        sheet = self._sheet
        filtered, searched = sheet.only is not None, bool(sheet.hits)
        sheet.only = None
        renew()
        if filtered:
            sheet.only = self._matching(self._query)[0] or None
            sheet.reflow()
        elif searched:
            sheet.find(self._hits(self._pattern))

    def leave(self) -> None:
        """End the search; where the reader still stands on its hit, go back to where it began."""
        sheet = self._sheet
        here = sheet.hits[sheet.hit].start if 0 <= sheet.hit < len(sheet.hits) else -1
        origin, self._origin = self._origin, None
        sheet.find([])
        if origin is not None and sheet.cursor == here:
            self._return_to(origin)

    def _return_to(self, origin: Origin) -> None:
        self._sheet.go(origin.cursor)
        row = self._sheet.view.page.distance(origin.top, self._sheet.view.spot, 400)
        self._sheet.view.restore(origin.cursor, row)

    def _search(self) -> None:
        sheet = self._sheet
        origin = self._origin = Origin(sheet.cursor, sheet.view.top)

        def typed(pattern: str) -> None:
            self._pattern = pattern
            hits = [span for span in self._hits(pattern) if self._is_shown(span)]
            sheet.find(hits)
            if hits:
                following = next((i for i, span in enumerate(hits) if span.start >= origin.cursor), 0)
                self._to(following)
            else:
                sheet.go(origin.cursor)
                if pattern:
                    self._screen.say("no hit")

        def given(pattern: str) -> None:
            if sheet.hits and sheet.cursor != origin.cursor:
                self._screen.jumps.leave(origin.cursor)
            elif pattern and not sheet.hits:
                self._screen.say(f"no hit for {pattern}")

        def dropped() -> None:
            sheet.find([])
            self._return_to(origin)

        self._screen.asking.line("/", SEARCHING, typed=typed, given=given, dropped=dropped)

    def _step(self, direction: int) -> None:
        sheet = self._sheet
        if not sheet.hits:
            self._screen.say("nothing is searched for; / begins")
            return
        if not 0 <= sheet.hit < len(sheet.hits) or sheet.cursor != sheet.hits[sheet.hit].start:
            after = [i for i, span in enumerate(sheet.hits) if span.start > sheet.cursor]
            before = [i for i, span in enumerate(sheet.hits) if span.start < sheet.cursor]
            found = (after or [0])[0] if direction > 0 else (before or [-1])[-1]
        else:
            found = sheet.hit + direction
        if not 0 <= found < len(sheet.hits):
            self._screen.say(
                "round the end of the article" if direction > 0 else "round the top of the article"
            )
        self._to(found % len(sheet.hits))

    def _to(self, index: int) -> None:
        sheet = self._sheet
        sheet.go(sheet.hits[index].start)
        sheet.hit = index

    def _is_shown(self, span: Span) -> bool:
        """Whether a filter leaves the paragraph of a hit on the page."""
        sheet = self._sheet
        return sheet.only is None or sheet.boundaries.block_at(span.start) in sheet.only

    def _hits(self, pattern: str) -> list[Span]:
        text = self._sheet.text
        if self._read[0] is not text:
            self._read = (text, readable(text))
        try:
            return find(self._read[1], pattern, smart_case=self._smart_case)
        except Impatient as error:
            self._screen.say(str(error), error=True)
            return []

    def _filter(self) -> None:
        sheet = self._sheet
        before = sheet.only

        def typed(words: str) -> None:
            self._query = words
            blocks, why = self._matching(words)
            sheet.only = blocks or None
            sheet.reflow()
            if words.strip():
                self._screen.say(_count(len(blocks), len(sheet.session.blocks), why))

        def given(words: str) -> None:
            sheet.find([])
            if not words.strip():
                return
            if sheet.only is None:
                _, why = self._matching(words)
                sheet.find([])
                self._screen.say(why or f"no paragraph matches {words}", error=bool(why))
            else:
                shown = _count(len(sheet.only), len(sheet.session.blocks))
                self._screen.say(f"{shown} shown; escape shows all")

        def dropped() -> None:
            sheet.find([])
            sheet.only = before
            sheet.reflow()

        self._screen.asking.line("&", FILTERING, typed=typed, given=given, dropped=dropped)

    def _matching(self, words: str) -> tuple[set[int], str]:
        """The blocks that a query selects, its words marked in them, and what is wrong with it.

        Where the query is none, or selects nothing, its text is tried as a search's pattern.
        """
        from annotations.errors import QueryError
        from annotations.query import parse
        from reader.ui.filtering import selected

        sheet, why = self._sheet, ""
        sheet.find([])
        if not words.strip():
            return set(), ""
        try:
            query = parse(words, self._screen.config.colours)
        except QueryError as error:
            why = str(error)
        else:
            if found := selected(self._screen.session, query):
                marked = [re.escape(word.text) for word in query.words if not word.negated]
                sheet.find(self._hits("|".join(marked)))
                return found, ""
        sheet.find(self._hits(words))
        return {sheet.boundaries.block_at(span.start) for span in sheet.hits}, "" if sheet.hits else why


def _count(count: int, of: int, why: str = "") -> str:
    return why or f"{count or 'none'} of {of} paragraphs"
