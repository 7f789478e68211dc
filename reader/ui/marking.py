"""The keys that mark: highlights, notes, tags, bookmarks, undo, copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import COLOURS
from reader.layout.cells import cut
from reader.ui.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Annotation
    from reader.document.model import Span
    from reader.sheet.sheet import Sheet


class Marking(Part):
    """Makes and changes the annotations of a reading screen."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        colours = {
            f"reading.colour-{n}": (lambda colour=colour: self._colour(colour))
            for n, colour in enumerate(COLOURS, 1)
        }
        return {
            **colours,
            "reading.highlight": lambda: self._highlight(self._screen.colour),
            "reading.note": self._note,
            "reading.tags": self._tags,
            "reading.bookmark": self._bookmark,
            "reading.bookmark-go": self._bookmark_go,
            "reading.open": self._open,
            "reading.reshape": self._reshape,
            "reading.delete": self._delete,
            "reading.undo": lambda: self._screen.session.notes.undo(),
            "reading.redo": lambda: self._screen.session.notes.redo(),
            "reading.copy": self._copy,
        }

    def _colour(self, colour: str) -> None:
        annotation = None if self._sheet.selected else self._sheet.annotation
        if annotation is None:
            self._highlight(colour)
        elif annotation.colour == colour:
            self._screen.say(f"it is {self._named(colour)} already")
        else:
            self._screen.colour = colour
            self._screen.session.notes.edit(annotation.id, "recolour", colour=colour)
            self._screen.say(f"now {self._named(colour)}")

    def _named(self, colour: str) -> str:
        """A colour by the reader's own name for it, where there is one."""
        own = self._screen.config.colours.get(colour, "")
        return f"{own} ({colour})" if own else colour

    def _highlight(self, colour: str) -> None:
        target = self._target()
        if target is None:
            return
        if any(
            (a.start, a.end) == (target.start, target.end)
            for a in self._sheet.placed.over(target.start, target.end)
            if a.kind != "bookmark"
        ):
            self._screen.say("highlighted already; 1 to 5 change its colour")
            return
        self._sheet.selected = None
        self._screen.colour = colour
        self._screen.session.notes.annotate(target.start, target.end, colour=colour)
        self._screen.say(f"highlighted: {self._named(colour)}")

    def _target(self) -> Span | None:
        """What to put an annotation on; None, in words, where there is nothing."""
        target = self._sheet.target
        start, end = target.start, target.end
        text = self._sheet.text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start == end:
            self._screen.say("there is no text here to mark")
            return None
        return type(target)(start, end)

    def _note(self) -> None:
        annotation = None if self._sheet.selected else self._sheet.annotation
        if annotation is not None:
            self._screen.write_note(annotation, None)
            return
        target = self._target()
        if target is not None:
            self._screen.write_note(None, target)

    def _tags(self) -> None:
        annotation = None if self._sheet.selected else self._sheet.annotation
        target = self._target() if annotation is None else None
        if annotation is not None or target is not None:
            self._screen.write_note(annotation, target, tags=True)

    def _bookmark(self) -> None:
        target = self._target()
        if target is None:
            return
        notes, text = self._screen.session.notes, self._sheet.text
        passage = notes.anchor(target.start, target.end)

        def put(letter: str) -> None:
            self._sheet.selected = None
            notes.annotate_at(passage, text, colour=self._screen.colour, mark=letter)
            self._screen.say(f"bookmark {letter}")

        self._screen.asking.letter("a letter for the bookmark", put)

    def _bookmark_go(self) -> None:
        marks = {a.mark: a for a in self._sheet.annotations if a.mark and a.start is not None}

        def go(letter: str) -> None:
            if letter in marks:
                self._screen.jump(marks[letter].start or 0)
            else:
                self._screen.say(f"there is no bookmark {letter!r}")

        if marks:
            self._screen.asking.letter(f"the bookmark to go to: {' '.join(sorted(marks))}", go)
        else:
            self._screen.say("there is no bookmark in this article; m sets one")

    def _open(self) -> None:
        sheet = self._sheet
        piece = sheet.view.page.folded_at(sheet.cursor)
        if piece is not None:
            sheet.show(sheet.cursor)
            return
        here = sheet.focus.annotations
        if not here and sheet.close(sheet.cursor):
            self._screen.say("folded again; enter opens it")
        elif not here:
            self._screen.say("nothing to open here")
        elif sheet.card >= len(here):
            sheet.card = 0
        else:
            sheet.card += 1

    def _reshape(self) -> None:
        annotation = self._here("reshape")
        if annotation is not None and annotation.start is not None and annotation.end is not None:
            self._sheet.select(annotation.start, annotation.end, annotation.id)
            self._screen.say("reshape: move the end, o swaps ends; enter keeps, escape leaves")

    def _delete(self) -> None:
        annotation = self._here("delete")
        if annotation is not None:
            self._sheet.card = 0
            self._screen.session.notes.delete(annotation.id)
            self._screen.say(f"{annotation.kind} deleted; u brings it back")

    def _here(self, verb: str) -> Annotation | None:
        annotation = self._sheet.annotation
        if annotation is None:
            self._screen.say(f"no annotation here to {verb}")
        return annotation

    def _copy(self) -> None:
        sheet = self._sheet
        span = sheet.target
        annotation = None if sheet.selected else sheet.annotation
        if annotation is not None and annotation.start is not None and annotation.end is not None:
            span = type(span)(annotation.start, annotation.end)
        words = " ".join(sheet.text[span.start : span.end].split())
        if not words:
            self._screen.say("there is no text here to copy")
            return
        from reader.ui.clipboard import copy

        def done(program: str) -> None:
            self._screen.say(f"copied with {program}: “{cut(words, 40)}”")
            self._screen.update()

        sheet.selected = None
        self._screen.say(f"sent to the terminal's clipboard: “{cut(words, 40)}”")
        copy(self._screen.pullquote, citation(sheet, span, words), done)


def citation(sheet: Sheet, span: Span, words: str) -> str:
    """A passage in quotation marks, and where it is from."""
    document = sheet.session.document
    page = document.metadata
    titles = (sheet.text[b.start : b.end] for b in sheet.session.blocks if b.kind == "title")
    title = document.title or next(titles, None)
    statement = sheet.boundaries.statement_at(span.start)
    said = [statement.speaker] if statement and statement.speaker else []
    own = [page.author, f"“{' '.join(title.split())}”" if title else None, page.publisher, page.published]
    where = page.url or document.source
    source = ", ".join(part for part in own if part)
    lines = [f"“{words}”", *(f"— {name}" for name in said), f"{source}. {where}" if source else where]
    return "\n".join(lines)
