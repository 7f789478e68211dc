"""A line to type in, laid over the status line: for a search, a filter, a path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult


class Prompt(Horizontal):
    """Asks for a line.

    Args:
        question: stands before it.
        text: what it begins with.
        typed: told of each change.
        ended: told of the finished line, or None where the reader gives up.
    """

    def __init__(
        self,
        question: str,
        text: str,
        typed: Callable[[str], object],
        ended: Callable[[str | None], object],
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self._question = question
        self._line = Input(text, select_on_focus=False, compact=True)
        self._line.cursor_position = len(text)
        self._early: list[str] = []
        self._tell_typed = typed
        self._tell_ended = ended

    def compose(self) -> ComposeResult:
        """The question, the line, and what is said of it."""
        yield Label(Content(f"  {self._question} "))
        yield self._line
        yield Label("", id="said", markup=False)

    def on_mount(self) -> None:
        """Take the keys."""
        self._line.focus()
        self._take_early()

    def take(self, event: events.Key) -> bool:
        """Take a key that was on its way elsewhere when the line was asked for; whether it did."""
        if event.key != "enter" and not event.is_printable:
            return False
        self._early.append("" if event.key == "enter" else event.character or "")
        if self._line.is_mounted:
            self._take_early()
        return True

    def _take_early(self) -> None:
        early, self._early = self._early, []
        for character in early:
            if character:
                self._line.insert_text_at_cursor(character)
            else:
                self._tell_typed(self._line.value)
                self._tell_ended(self._line.value)
                return

    def note(self, said: str) -> None:
        """Say something beside the line."""
        if self.is_mounted:
            self.query_one("#said", Label).update(Content(f" {said}  "))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._tell_typed(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._tell_ended(event.value)

    def on_key(self, event: events.Key) -> None:
        """Escape gives up."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self._tell_ended(None)
