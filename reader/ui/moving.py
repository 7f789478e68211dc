"""The keys that move: rows, pages, sentences, paragraphs, statements, captions, annotations, jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.document.model import Span

LABELS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"


class Moving(Part):
    """Moves the cursor of a reading screen; while there is a selection, its end."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        page, half = self._page_rows, self._half_rows
        return {
            "reading.row-down": lambda: self._rows(1),
            "reading.row-up": lambda: self._rows(-1),
            "reading.page-down": lambda: self._turn(page()),
            "reading.page-up": lambda: self._turn(-page()),
            "reading.half-down": lambda: self._turn(half()),
            "reading.half-up": lambda: self._turn(-half()),
            "reading.top": lambda: self._jump(0),
            "reading.end": lambda: self._jump(len(self._sheet.text)),
            "reading.word-back": lambda: self._to(self._sheet.boundaries.next_word(self._sheet.cursor, -1)),
            "reading.word-forward": lambda: self._to(self._sheet.boundaries.next_word(self._sheet.cursor, 1)),
            "reading.sentence-next": lambda: self._sentence(1),
            "reading.sentence-previous": lambda: self._sentence(-1),
            "reading.sentence-label": self._label,
            "reading.paragraph-next": lambda: self._paragraph(1),
            "reading.paragraph-previous": lambda: self._paragraph(-1),
            "reading.statement-next": lambda: self._statement(1),
            "reading.statement-previous": lambda: self._statement(-1),
            "reading.caption-next": lambda: self._caption(1),
            "reading.caption-previous": lambda: self._caption(-1),
            "reading.note-next": lambda: self._annotation(1),
            "reading.note-previous": lambda: self._annotation(-1),
            "reading.back": self._back,
            "reading.forward": self._forward,
        }

    def jump(self, offset: int) -> None:
        """Go to an offset and remember where the reader was."""
        sheet = self._sheet
        if (
            not sheet.boundaries.sentence(sheet.cursor).start
            <= offset
            < sheet.boundaries.sentence(sheet.cursor).end
        ):
            self._screen.jumps.leave(sheet.cursor)
        sheet.go(offset)

    def _page_rows(self) -> int:
        return max(1, self._sheet.view.height - 2)

    def _half_rows(self) -> int:
        return max(1, self._sheet.view.height // 2)

    def _rows(self, count: int) -> None:
        self._moving(lambda: self._sheet.view.rows(count))

    def _turn(self, count: int) -> None:
        self._moving(lambda: self._sheet.view.turn(count))

    def _moving(self, move: Callable[[], None]) -> None:
        """Move by rows, and take the selection's end along."""
        sheet = self._sheet
        selected = sheet.selected
        if selected is None:
            move()
            return
        before = sheet.cursor
        sheet.view.cursor = min(selected.head, max(0, len(sheet.text) - 1))
        move()
        after = sheet.cursor
        fold = sheet.view.page.folded_at(after)
        if fold is not None:
            after = fold.end if after > selected.head else fold.start
        elif after == before == selected.head:
            after = len(sheet.text) if before > selected.anchor else 0
        sheet.select(selected.anchor, after, selected.reshaping)

    def _to(self, offset: int) -> None:
        self._sheet.go(self._shown(offset, 1 if offset > self._sheet.cursor else -1))

    def _shown(self, offset: int, direction: int) -> int:
        """An offset that is not folded away: the fold's own line stands for what it hides."""
        piece = self._sheet.view.page.folded_at(offset)
        if piece is None:
            return offset
        at = self._sheet.cursor
        if piece.start <= at < piece.end:
            return piece.end if direction > 0 else max(0, piece.start - 1)
        return piece.start

    def _jump(self, offset: int) -> None:
        if self._sheet.selected is not None:
            self._extend(offset)
            return
        self._screen.jumps.leave(self._sheet.cursor)
        page = self._sheet.view.page
        spot = page.last if offset else page.next_text(page.find(0), 1)
        self._sheet.view.go(page.row(spot).start if spot else 0)

    def _extend(self, offset: int) -> None:
        selected = self._sheet.selected
        if selected is not None:
            self._sheet.select(selected.anchor, offset, selected.reshaping)

    def _sentence(self, direction: int) -> None:
        boundaries = self._sheet.boundaries
        self._by_span(direction, boundaries.sentence, boundaries.next_sentence)

    def _paragraph(self, direction: int) -> None:
        boundaries = self._sheet.boundaries
        self._by_span(direction, boundaries.paragraph, boundaries.next_paragraph)

    def _by_span(
        self, direction: int, around: Callable[[int], Span], following: Callable[[int, int], Span | None]
    ) -> None:
        """To the next span that is on the page; a selection's end goes to the span's far edge."""
        sheet = self._sheet
        if sheet.selected is not None:
            head = sheet.selected.head
            here, beyond = around(head), following(head, direction)
            while beyond is not None and sheet.hidden(beyond.start):
                beyond = following(beyond.start, direction)
            if direction > 0 and here.end > head:
                self._extend(here.end)
            elif beyond is not None:
                self._extend(beyond.end if direction > 0 else beyond.start)
            return
        at = sheet.cursor
        while (span := following(at, direction)) is not None:
            at = span.start
            if not sheet.hidden(at):
                sheet.go(at)
                return

    def _statement(self, direction: int) -> None:
        sheet = self._sheet
        at = sheet.selected.head if sheet.selected else sheet.cursor
        found = sheet.boundaries.next_statement(at, direction, sheet.chosen)
        while found is not None and sheet.hidden(found.start):
            found = sheet.boundaries.next_statement(found.start, direction, sheet.chosen)
        if found is None:
            whose = f" by {sheet.chosen}" if sheet.chosen else ""
            what = (
                "no statements are known"
                if not sheet.boundaries.statements
                else f"no {'later' if direction > 0 else 'earlier'} statement{whose}"
            )
            self._screen.say(what)
        elif sheet.selected is not None:
            self._extend(found.end if direction > 0 else found.start)
        else:
            sheet.go(found.start)

    def _caption(self, direction: int) -> None:
        sheet = self._sheet
        starts = [
            sheet.boundaries.paragraph(b.start).start for b in sheet.session.blocks if b.kind == "caption"
        ]
        self._next_of(starts, direction, "caption")

    def _annotation(self, direction: int) -> None:
        self._jump_to(
            self._sheet.placed.next_start(self._sheet.cursor, direction),
            direction,
            "annotation",
            any_=bool(self._sheet.placed.beginning(0, len(self._sheet.text))),
        )

    def _next_of(self, starts: list[int], direction: int, name: str) -> None:
        at = self._sheet.cursor
        beyond = [s for s in starts if s > at] if direction > 0 else [s for s in reversed(starts) if s < at]
        self._jump_to(beyond[0] if beyond else None, direction, name, any_=bool(starts))

    def _jump_to(self, start: int | None, direction: int, name: str, *, any_: bool) -> None:
        if start is not None:
            self.jump(start)
        elif any_:
            self._screen.say(f"no {'later' if direction > 0 else 'earlier'} {name}")
        else:
            self._screen.say(f"there is no {name} in this article")

    def _back(self) -> None:
        offset = self._screen.jumps.back(self._sheet.cursor)
        if offset is None:
            self._screen.say("nowhere to go back to")
        else:
            self._sheet.go(min(offset, len(self._sheet.text)))

    def _forward(self) -> None:
        offset = self._screen.jumps.forward(self._sheet.cursor)
        if offset is None:
            self._screen.say("nowhere to go forward to")
        else:
            self._sheet.go(min(offset, len(self._sheet.text)))

    def _label(self) -> None:
        """Give each sentence on the screen a letter, and go to the one whose letter comes next."""
        sheet = self._sheet
        rows = [row for row in sheet.view.window if row.kind == "text"]
        starts = [at for row in rows for at in sheet.boundaries.sentence_starts(row.start, row.stop)]
        labels = dict(zip(starts, LABELS, strict=False))
        targets = {label: offset for offset, label in labels.items()}

        def go(letter: str) -> None:
            if letter in targets:
                if sheet.selected is not None:
                    self._extend(targets[letter])
                else:
                    sheet.go(targets[letter])
            else:
                self._screen.say(f"no sentence has the label {letter!r}")

        self._screen.asking.letter("a letter of the sentence to go to", go, labels)
