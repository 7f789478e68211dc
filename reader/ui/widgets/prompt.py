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
        self._text = text
        self._tell_typed = typed
        self._tell_ended = ended

    def compose(self) -> ComposeResult:
        """The question, the line, and what is said of it."""
        yield Label(Content(f"  {self._question} "))
        yield Input(self._text, select_on_focus=False, compact=True)
        yield Label("", id="said", markup=False)

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()

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
