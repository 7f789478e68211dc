"""The keys that select, and what the mouse draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import snap
from reader.ui.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.sheet.sheet import Selected


class Selecting(Part):
    """Makes, shapes and ends the selection of a reading screen."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {
            "selecting.start": self._start,
            "selecting.start-word": self._start_word,
            "selecting.character-back": lambda: self._character(-1),
            "selecting.character-forward": lambda: self._character(1),
            "selecting.word-forward": lambda: self._word(1),
            "selecting.word-back": lambda: self._word(-1),
            "selecting.swap": self._swap,
            "selecting.turn": self._turn,
            "selecting.keep": self._keep,
        }

    def draw(self, start: int, end: int) -> None:
        """Select from one offset to another, as a drag does: the page stays where it is."""
        sheet = self._sheet
        if start == end:
            sheet.selected = None
            return
        top = sheet.view.top
        sheet.select(start, end, sheet.selected.reshaping if sheet.selected else None)
        sheet.view.top = top
        sheet.view.scroll(0)

    def take(self, offset: int, clicks: int) -> None:
        """Select the word at an offset, or with three clicks its sentence."""
        boundaries = self._sheet.boundaries
        span = boundaries.word(offset) if clicks == 2 else boundaries.sentence(offset)
        self._sheet.select(span.start, span.end)

    def leave(self) -> None:
        """End the selection; the cursor stays."""
        self._sheet.selected = None

    def _start(self) -> None:
        if self._sheet.selected is not None:
            self.leave()
            return
        span = self._sheet.focus.sentence
        self._sheet.select(span.start, span.end)

    def _start_word(self) -> None:
        if self._sheet.selected is not None:
            self.leave()
            return
        span = self._sheet.boundaries.word(self._sheet.cursor)
        self._sheet.select(span.start, span.end)

    def _moved(self, to: Callable[[Selected], int]) -> None:
        selected = self._sheet.selected
        if selected is not None:
            self._sheet.select(selected.anchor, to(selected), selected.reshaping)

    def _character(self, direction: int) -> None:
        text = self._sheet.text

        def to(selected: Selected) -> int:
            head = self._past_break(selected.head, direction) + direction
            return snap(text, max(0, min(head, len(text))), up=direction > 0)

        self._moved(to)

    def _past_break(self, offset: int, direction: int) -> int:
        """An offset, taken past the rows that show nothing of the text where it stands at them: blank ones, folds."""
        sheet = self._sheet
        here = sheet.boundaries.paragraph(offset)
        if not sheet.hidden(here.start):
            if (direction > 0 and offset < here.end) or (direction < 0 and here.start < offset <= here.end):
                return offset
            if direction < 0 and offset > here.end:
                return here.end
        beyond = sheet.boundaries.next_paragraph(here.start, direction)
        while beyond is not None and sheet.hidden(beyond.start):
            beyond = sheet.boundaries.next_paragraph(beyond.start, direction)
        if beyond is None:
            return offset
        return beyond.start if direction > 0 else beyond.end

    def _word(self, direction: int) -> None:
        boundaries = self._sheet.boundaries

        def to(selected: Selected) -> int:
            if direction < 0:
                return boundaries.next_word(selected.head, -1)
            here = boundaries.word(selected.head)
            if here.start <= selected.head < here.end:
                return here.end
            return boundaries.word(boundaries.next_word(selected.head, 1)).end

        self._moved(to)

    def _swap(self) -> None:
        selected = self._sheet.selected
        if selected is not None:
            self._sheet.select(selected.head, selected.anchor, selected.reshaping)

    def _turn(self) -> None:
        turn = self._sheet.boundaries.turn(self._sheet.cursor)
        if turn is None:
            self._screen.say("nobody is known to speak here")
        else:
            self._sheet.select(
                turn.start, turn.end, self._sheet.selected.reshaping if self._sheet.selected else None
            )

    def _keep(self) -> None:
        sheet = self._sheet
        selected = sheet.selected
        if selected is None:
            return
        if selected.reshaping is None:
            self.leave()
            return
        target = sheet.target
        sheet.selected = None
        if target.start < target.end:
            notes = self._screen.session.notes
            lost = selected.reshaping in {note.id for note in notes.orphans}
            label, said = ("re-attachment", "attached") if lost else ("reshape", "reshaped")
            notes.reshape(selected.reshaping, target.start, target.end, label)
            self._screen.say(f"{said}; u takes that back")
