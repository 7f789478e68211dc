"""The editor of a note: Markdown and tags, kept as a draft while one types."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Label, TextArea

from annotations.text import clean
from reader.layout.cells import cut
from reader.ui.key_row import key_text, press_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult

DRAFT_S = 0.7
"""Seconds after a key until what is typed is on disk."""

LOW = 18
"""Rows below which gaps and most of the passage make room for the note, its tags and the keys."""
DRAFT = "a draft, not saved yet"
KEYS = (("ctrl+s", "save"), ("esc", "keep as a draft"), ("ctrl+e", "your editor"), ("tab", "tags"))
DRAFT_KEYS = (
    ("ctrl+s", "save"),
    ("ctrl+r", "give it up"),
    ("esc", "keep it"),
    ("ctrl+e", "your editor"),
    ("tab", "tags"),
)


class Written(NamedTuple):
    """What the editor gives back.

    Attributes:
        note: Markdown; may be empty.
        tags: without the sign, each once, in the order given.
    """

    note: str
    tags: tuple[str, ...]


def tags_of(typed: str) -> tuple[str, ...]:
    """Tags as typed: separated by spaces or commas, with or without the sign."""
    words = typed.replace(",", " ").split()
    return tuple(dict.fromkeys(tag for word in words if (tag := word.lstrip("#"))))


class KnownTags(Suggester):
    """Ends the tag that is being typed with the first known one that begins so."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._tags = list(tags)

    def add(self, tags: Sequence[str]) -> None:
        """Know these too, after those that are known."""
        self._tags = list(dict.fromkeys([*self._tags, *tags]))

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last tag ended; None where nothing fits."""
        head, _, last = value.rpartition(" ")
        begun = last.lstrip("#")
        if not begun:
            return None
        there = set(tags_of(head))
        found = next((t for t in self._tags if t.startswith(begun) and t != begun and t not in there), None)
        return None if found is None else value + found[len(begun) :]


class NoteEditor(ModalScreen[Written | None]):
    """Gives back what was written; None where the reader left it as a draft.

    Args:
        passage: the words that the note is on.
        saved: what it says so far, and its tags as one line.
        known: the tags in use in the article, the most used first.
        keep: keeps what is typed as a draft, note and tags; says why where that failed.
        draft: what was typed and not saved before, likewise; None where there is none.
        tags_first: whether to begin with the tags.
        spelled: puts a text into characters that the terminal knows.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [
        Binding("ctrl+s", "save", "save", priority=True),
        Binding("escape", "leave", "keep as a draft", priority=True),
        Binding("ctrl+e", "editor", "your editor", priority=True),
        Binding("ctrl+r", "revert", "as it is saved", priority=True),
    ]

    def __init__(
        self,
        passage: str,
        saved: tuple[str, str],
        known: Sequence[str],
        keep: Callable[[tuple[str, str]], str | None],
        *,
        draft: tuple[str, str] | None = None,
        tags_first: bool = False,
        spelled: Callable[[str], str] = str,
    ) -> None:
        super().__init__()
        self._passage = " ".join(passage.split())
        self._saved, self._known = saved, KnownTags(known)
        self._keep = keep
        self._spelled = spelled
        self._draft_found = draft is not None
        self._tags_first = tags_first
        self._kept = self._typed = draft or saved
        self._ended = False

    def compose(self) -> ComposeResult:
        """The passage, the note, the tags, the keys."""
        with Vertical(id="box"):
            yield Label(id="passage")
            note, tags = self._typed
            yield TextArea(note, id="note", show_line_numbers=False, tab_behavior="focus")
            yield Input(
                tags,
                placeholder=self._spelled("tags; → takes what is proposed"),
                suggester=self._known,
                id="tags",
                select_on_focus=False,
            )
            yield Label(id="hint")

    def know(self, tags: Sequence[str]) -> None:
        """Propose these tags too, after those that are known already."""
        self._known.add(tags)

    def on_mount(self) -> None:
        """Take the keys, at the end of what is there."""
        self._timer = self.set_timer(DRAFT_S, self._draft, pause=True)
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        line = self.query_one(Input)
        if self._tags_first and line.value:
            line.value = f"{line.value.rstrip()} "  # the next letter begins a new tag
        (line if self._tags_first else area).focus()
        line.cursor_position = len(line.value)

    def on_resize(self, event: events.Resize) -> None:
        """Show as much of the passage as three rows hold, where there are few as one does."""
        low = event.size.height < LOW
        self.set_class(low, "-low")
        around = 5 if low else 10  # rows of the box without the note
        self.query_one(TextArea).styles.height = max(1, min(10, event.size.height - around))
        width = max(10, self.query_one("#box").size.width)
        room = width - 2 if low else 3 * max(10, width - 6) - 12
        self.query_one("#passage", Label).update(Content(self._spelled(f"“{cut(self._passage, room)}”")))
        self._show_keys(width)

    def _show_keys(self, width: int) -> None:
        keys = DRAFT_KEYS if self._draft_found else KEYS
        self.query_one("#hint", Label).update(Content(key_text(keys, width)))
        self.query_one("#box").border_title = Content(DRAFT) if self._draft_found else None

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _changed(self) -> None:
        self._typed = (clean(self.query_one(TextArea).text), clean(self.query_one(Input).value))
        self._timer.reset()
        self._timer.resume()

    @on(Input.Submitted)
    def _tagged(self) -> None:
        self.action_save()

    def on_key(self, event: events.Key) -> None:
        """Take a letter that was typed before the editor stood; later ones go to the field of themselves."""
        if event.is_printable and event.character:
            event.stop()
            line, area = self.query_one(Input), self.query_one(TextArea)
            if self.focused is line or (self.focused is None and self._tags_first):
                line.insert_text_at_cursor(event.character)
            else:
                area.insert(event.character)

    def on_click(self, event: events.Click) -> None:
        """A click on a key of the last row presses it."""
        hint = self.query_one("#hint", Label)
        if hint.region.contains(event.screen_x, event.screen_y):
            press_in(self.app, str(hint.content), event.screen_x - hint.region.x)

    def _draft(self) -> None:
        note, tags = self._typed
        typed = (note, " ".join(tags_of(tags)))
        if typed != self._kept:
            self._kept = typed
            if why := self._keep(typed):
                self.query_one("#hint", Label).update(Content(f"no draft can be kept: {why}"))

    def on_unmount(self) -> None:
        """Nothing that was typed is lost, however the app ends."""
        if not self._ended:
            self._draft()

    def action_save(self) -> None:
        """Give back what was written."""
        self._ended = True
        note, tags = self._typed
        self.dismiss(Written(note.strip(), tags_of(tags)))

    def action_leave(self) -> None:
        """Keep a draft and leave."""
        self._ended = True
        self._draft()
        self.dismiss(None)

    def action_revert(self) -> None:
        """Give the draft up: what is saved stands here again."""
        self._typed = self._kept = self._saved
        self._keep(self._saved)
        note, tags = self._saved
        self.query_one(TextArea).text = note
        self.query_one(Input).value = tags
        self._draft_found = False
        self._show_keys(self.query_one("#box").size.width)

    def action_editor(self) -> None:
        """Write the note in the reader's own editor."""
        command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        if not command:
            self.query_one("#hint", Label).update(Content("no editor is set: the variable EDITOR names one"))
            return
        area = self.query_one(TextArea)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "note.md"
            path.write_text(area.text, encoding="utf-8")
            try:
                with self.app.suspend():
                    subprocess.run([*shlex.split(command), str(path)], check=False)
                area.text = clean(path.read_text(encoding="utf-8", errors="replace")).rstrip("\n")
                area.move_cursor(area.document.end)
            except (OSError, ValueError) as error:
                self.query_one("#hint", Label).update(Content(f"the editor could not be run: {error}"))
        self._draft()
