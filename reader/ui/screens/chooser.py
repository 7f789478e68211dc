"""A list to choose from, filtered as one types: themes, formats, links, speakers, kinds, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from reader.sheet.lines import length, wrap_words
from reader.ui.lines import Lines
from reader.ui.screens.narrowing import list_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult

    from reader.sheet.lines import Line
    from reader.ui.theme import Look

T = TypeVar("T")
LONGEST = 20
"""Rows of the list, where there is room for them."""
WIDEST = 96
"""Cells of the whole box; the style sheet says so too."""


class Choice(NamedTuple):
    """One thing to choose.

    Attributes:
        name: what is shown, and what the filter looks in.
        value: what is given back; None for a heading or a plain line, which cannot be chosen.
        note: shown dim beside it.
    """

    name: str
    value: Any = None
    note: str = ""


class Chooser(ModalScreen[T | None], Generic[T]):
    """Gives back the value that was chosen, None where the reader left.

    The list has the keys, as in a listing; where a name may be typed, the line has them from the first.

    Args:
        title: what is asked.
        choices: what there is, in order.
        intro: lines above the list, for a width in cells.
        free: turns what was typed into a value, which is then offered below the choices that match; None where only
            choices hold.
        written: stands in the line at first; what is typed takes its place.
        tried: told of each value that the list's cursor comes to.
    """

    AUTO_FOCUS = ""

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        look: Look,
        *,
        intro: Callable[[int], Sequence[Line]] | None = None,
        free: Callable[[str], T] | None = None,
        tried: Callable[[T], None] | None = None,
        start: int = 0,
        written: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = list(choices)
        self._look = look
        self._intro = intro
        self._free = free
        self._tried = tried
        self._shown = self._choices
        self._first = written
        self._at = start
        self._top = 0
        self._beside = True

    def compose(self) -> ComposeResult:
        """A title, the line to type in, the list."""
        with Vertical(id="box"):
            yield Label(Content(self._title), id="title")
            yield Lines(self._look, id="intro")
            hint = "/ narrows down" if self._free is None else "choose below, or type"
            yield Input(self._first, placeholder=hint, id="filter", select_on_focus=bool(self._first))
            yield Lines(self._look, id="list")
            yield Lines(self._look, id="note")

    def on_mount(self) -> None:
        """Take the keys."""
        if self._free is not None:
            self.set_focus(self.query_one(Input))
        self._seek(0)

    def on_resize(self, event: events.Resize) -> None:
        """Share the rows out between what is told and what is to be chosen, and draw."""
        self._fit(event.size.width, event.size.height)
        self.call_after_refresh(self._draw)

    def _fit(self, width: int, height: int) -> None:
        """Give the list the rows that it needs, the lines above it the others; where there are few, notes and gaps go."""
        inner = max(8, min(width, WIDEST) - 6)
        told = list(self._intro(inner)) if self._intro is not None else []
        wanted = min((len(self._choices) or 1) + (self._free is not None and bool(self._choices)), LONGEST)
        heading = len(wrap_words(self._title, inner))
        room = max(height * 9 // 10, min(height, 20)) - 5 - heading
        self._beside = all(length(self._written(c)) <= inner for c in self._choices)
        noted = not self._beside and room - 3 >= (len(told) + wanted if told else min(wanted, 6))
        room -= 3 * noted
        if len(told) + wanted > room:
            told = [line for line in told if line]
        rows = max(min(wanted, 4), min(wanted, room - len(told)))
        if len(told) > room - rows and self._intro is not None:
            told = _behind_gap(self._intro(inner)) or told
        if len(told) > room - rows:
            told = [*told[: max(0, room - rows - 1)], (("…", ("dim",)),)]
        intro, listed, below = (self.query_one(f"#{name}", Lines) for name in ("intro", "list", "note"))
        intro.styles.height, listed.styles.height = len(told), rows
        intro.display, below.display = bool(told), noted
        intro.show(told)

    def restyle(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        for part in self.query(Lines):
            part.restyle(look)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        self._shown = [
            c
            for c in self._choices
            if not words or (c.value is not None and all(w in f"{c.name} {c.note}".casefold() for w in words))
        ]
        if words:
            self._shown.sort(key=lambda c: not c.name.casefold().startswith(words[0]))
            self._shown += self._as_typed(" ".join(event.value.split()))
            self._shown = self._shown or [Choice("nothing here matches that")]
        self._at = 0
        self._seek(0)
        self._draw()

    def _as_typed(self, words: str) -> list[Choice]:
        """What was typed as a choice of its own, where such are taken and none is called so."""
        if self._free is None or any(c.name == words for c in self._shown):
            return []
        return [Choice(words, self._free(words), "as you typed it")]

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self._chosen(event.value)

    def _chosen(self, typed: str) -> None:
        if 0 <= self._at < len(self._shown) and self._shown[self._at].value is not None:
            self.dismiss(self._shown[self._at].value)
        elif self._free is not None and typed.split():
            self.dismiss(self._free(" ".join(typed.split())))

    def on_key(self, event: events.Key) -> None:
        """Move in the list, narrow it down, or leave."""
        moves = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10, "tab": 1, "shift+tab": -1}
        line = self.query_one(Input)
        key = list_key(line, event)
        if key in moves:
            self._seek(moves[key])
            self._draw()
        elif key in ("home", "end") and self.focused is not line:
            self._seek(len(self._shown) * (1 if key == "end" else -1))
            self._draw()
        elif key == "enter":
            self._chosen(line.value)
        elif key in ("escape", "leave"):
            self.dismiss(None)
        elif key:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; a click outside leaves."""
        rows = self.query_one("#list", Lines)
        if rows.region.contains(event.screen_x, event.screen_y):
            at = self._top + event.screen_y - rows.region.y
            if at < len(self._shown) and self._shown[at].value is not None:
                self.dismiss(self._shown[at].value)
        elif not self.query_one("#box").region.contains(event.screen_x, event.screen_y):
            self.dismiss(None)

    def on_mouse_scroll_down(self) -> None:
        """Move down the list."""
        self._seek(3)
        self._draw()

    def on_mouse_scroll_up(self) -> None:
        """Move up the list."""
        self._seek(-3)
        self._draw()

    def _seek(self, count: int) -> None:
        """Move by so many rows, to the nearest that can be chosen."""
        able = [i for i, choice in enumerate(self._shown) if choice.value is not None]
        if not able:
            self._at = -1
            return
        wanted = self._at + count
        if count >= 0:
            self._at = next((i for i in able if i >= wanted), able[-1])
        else:
            self._at = next((i for i in reversed(able) if i <= wanted), able[0])
        if self._tried is not None:
            self._tried(self._shown[self._at].value)

    def _draw(self) -> None:
        rows, below = self.query_one("#list", Lines), self.query_one("#note", Lines)
        if below.display:
            below.show(self._note_rows(max(8, below.size.width - 2)))
        height = max(1, rows.size.height)
        self._top = max(0, min(max(self._top, self._at - height + 1), self._at))
        if self._at <= 2:
            self._top = 0
        rows.show([self._line(i) for i in range(self._top, min(self._top + height, len(self._shown)))])

    def _line(self, index: int) -> Line:
        choice = self._shown[index]
        here = index == self._at
        if choice.value is None:
            return ((choice.name, ("dim", "bold")),)
        under = ("selection",) if here else ()
        pointer, name, *note = self._written(choice) if self._beside else self._written(choice)[:2]
        return (
            ("› " if here else pointer[0], ("accent", *under)),
            (name[0], under),
            *((text, ("dim", *under)) for text, _ in note),
        )

    def _written(self, choice: Choice) -> Line:
        """A choice on one row, its note beside it."""
        note: Line = ((f"  {choice.note}", ()),) if choice.note else ()
        return (("  ", ()), (choice.name, ()), *note)

    def _note_rows(self, width: int) -> list[Line]:
        """The note of the choice at the cursor, below the list, where the notes do not fit beside."""
        here = self._shown[self._at] if 0 <= self._at < len(self._shown) else None
        rows = wrap_words(here.note if here else "", width)[:2]
        return [((f"  {row}", ("dim",)),) for row in rows]


def _behind_gap(lines: Sequence[Line]) -> list[Line]:
    """What stands behind the first blank line, gaps left out: before it is what the answer is about."""
    listed = list(lines)
    gap = next((n for n, line in enumerate(listed) if not line), len(listed))
    return [line for line in listed[gap:] if line]
