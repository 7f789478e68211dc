"""How a list is narrowed by typing: the list has the keys, until a letter that it has no use for begins the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual import events
    from textual.widgets import Input


def list_key(line: Input, event: events.Key) -> str:
    """A key as the list knows it; empty where the line that narrows it down takes the key.

    While nothing is being typed, `j` and `k` move and `q` closes, as everywhere; `/`, or any other letter, begins the
    line, which then takes all letters until `escape` empties it. A letter that was on its way here when the line was
    begun is put into it: those that come later go there of themselves.
    """
    if line.screen.focused is line:
        if event.is_printable and event.character:
            line.insert_text_at_cursor(event.character)
            return ""
        return event.key
    if event.character == "/":
        line.screen.set_focus(line)
        return ""
    if event.key in _KEYS:
        return _KEYS[event.key]
    if event.is_printable and event.character:
        line.screen.set_focus(line)  # at once: the next key may be waiting
        line.insert_text_at_cursor(event.character)
        return ""
    return event.key


_KEYS = {"j": "down", "k": "up", "q": "leave"}
