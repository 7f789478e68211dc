"""All notes: the annotations of every article, asked for in the query language, to go to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from annotations.errors import QueryError
from annotations.query import parse
from reader.layout.cells import cut, width_of
from reader.sheet.chrome import counted
from reader.sheet.gutter import bar_of
from reader.sheet.plain_words import plain_words
from reader.ui.screens.listing import Entry, Listing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotations.model import Annotation, DocumentRef
    from reader.sheet.lines import Line
    from reader.ui.theme import Look


class Found(NamedTuple):
    """A note and the article that it is on."""

    note: Annotation
    article: DocumentRef


class AllNotes(Listing[Found]):
    """Gives back the note to go to.

    Args:
        look: the colours.
        notes: by article, in document order.
        names: the reader's own names for the colours.
    """

    HINT = "/ narrows down: words, tag:x colour:red speaker:ruiz since:2026-01 is:orphan in:title"
    KEYS: ClassVar = (("enter", "go there"), ("j k", "move"), ("/", "narrow down"), ("q", "close"))

    def __init__(self, look: Look, notes: Sequence[Found], names: Mapping[str, str]) -> None:
        super().__init__(look, "All notes")
        self._notes = notes
        self._names = names
        self._wrong = ""
        self._count = 0

    def entries(self) -> Sequence[Entry[Found]]:
        """The notes that match, under the articles that they are on."""
        try:
            query = parse(self.typed, self._names)
            self._wrong = ""
        except QueryError as error:
            self._wrong = str(error)
            return [Entry(None, ((self._wrong, ("error",)),))]
        found = [one for one in self._notes if query.matches(one.note, one.article)]
        self._count = len(found)
        if not found:
            words = "no note matches" if self._notes else "no notes yet: h highlights, a writes a note"
            return [Entry(None, ((words, ("dim",)),))]
        listed: list[Entry[Found]] = []
        for one, before in zip(found, [None, *found], strict=False):
            if before is None or before.article.id != one.article.id:
                listed += [Entry()] * bool(listed) + [Entry(None, _article_line(one.article))]
            listed.append(Entry(one))
        return listed

    def told(self) -> str:
        """How many match."""
        if self._wrong:
            return "not understood"
        if self.typed:
            return f"{self._count} of {len(self._notes)}"
        return counted(Counter(one.note.kind for one in self._notes))

    def line_of(self, value: Found, width: int) -> Line:
        """The gutter mark in its colour, the note's words or the passage's, tags, and who said it."""
        note = value.note
        mark = f"{bar_of(note.state, note=bool(note.note))} "
        right = " ".join(
            part
            for part in (note.state if note.state != "exact" else "", *(f"#{t}" for t in note.tags))
            if part
        )
        speaker = note.speaker or ""
        if speaker and width >= 70:
            right = f"{right}  {speaker}".strip()
        right = cut(right, width // 3)
        room = width - 4 - width_of(right)
        passage = f"“{' '.join(note.anchor.exact.split())}”"
        words = " ".join(plain_words(note.note).split())
        left = cut(words, room) if words else cut(passage, room)
        rest = room - width_of(left)
        more = cut(f"  {passage}", rest) if words and rest > 12 else ""
        gap = " " * max(1, room - width_of(left) - width_of(more) + 1)
        return (
            (mark, (note.colour,)),
            (left, ("bold",) if words else ()),
            (more, ("dim",)),
            (gap, ()),
            (right, ("dim",)),
        )


def _article_line(article: DocumentRef) -> Line:
    name = article.title or article.uri.rsplit("/", 1)[-1]
    rest = " · ".join(part for part in (article.publisher, (article.published or "")[:10]) if part)
    return ((" ".join(name.split()), ("accent",)), (f"  {rest}" if rest else "", ("dim",)))
