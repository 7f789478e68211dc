"""The orphan desk: notes that lost their place, the old text beside the new, to be attached again in two keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Horizontal
from textual.screen import Screen

from annotations.suggestion import suggest
from reader.layout.cells import cut
from reader.sheet.lines import justify, wrap_words
from reader.sheet.plain_words import plain_words
from reader.ui.key_row import key_row, press_at
from reader.ui.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult

    from annotations.anchor import Resolution
    from annotations.model import Annotation
    from reader.session import Session
    from reader.sheet.lines import Line
    from reader.ui.theme import Look

AROUND = 320
"""Characters of the article shown before and after a place."""


class ByHand(NamedTuple):
    """The reader wants to choose the passage of a note in the article.

    Attributes:
        near: where to begin; None where nothing tells.
    """

    annotation: Annotation
    near: int | None


class OrphanDesk(Screen[ByHand | None]):
    """Gives back a note whose passage is to be chosen by hand; None where the reader left.

    Args:
        session: the article and its notes.
        look: the colours.
        texts: the texts that the anchors were made on, by sha256, where they are kept.
    """

    KEYS: ClassVar = (
        ("enter", "attach"),
        ("]", "next candidate"),
        ("v", "by hand"),
        (".", "keep"),
        ("x", "delete"),
        ("u", "undo"),
        ("esc", "back"),
    )

    def __init__(self, session: Session, look: Look, texts: Mapping[str, str | None]) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self._texts = texts
        self._waiting = [note.id for note in session.notes.orphans]
        self._at = 0
        self._candidate = 0
        self._found: dict[str, list[Resolution]] = {}
        self._said = ""

    def compose(self) -> ComposeResult:
        """Which note; old and new; what speaks for the place; the keys."""
        yield Lines(self.look, id="top")
        with Horizontal(id="sides"):
            yield Lines(self.look, id="was")
            yield Lines(self.look, id="now")
        yield Lines(self.look, id="verdict")
        yield Lines(self.look, id="foot")

    def on_mount(self) -> None:
        """Show the first note."""
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        """Fit the sides to the window."""
        self.call_after_refresh(self.draw)

    def restyle(self, look: Look) -> None:
        """Take other colours."""
        self.look = look
        for part in self.query(Lines):
            part.restyle(look)

    @property
    def note(self) -> Annotation | None:
        """The note that is looked at."""
        return self.session.notes.get(self._waiting[self._at]) if self._waiting else None

    @property
    def place(self) -> Resolution | None:
        """The place that is looked at."""
        found = self._candidates()
        return found[self._candidate % len(found)] if found else None

    def on_key(self, event: events.Key) -> None:
        """Decide about the note, or go to another."""
        key = event.character if event.character and event.character in "][.vxujkq" else event.key
        if key in ("escape", "q"):
            self.dismiss(None)
        elif key == "u":
            self._said = "the last change is taken back"
            self.session.notes.undo()
        elif self.note is not None:
            self._decide(key, self.note)
        else:
            return
        event.stop()
        event.prevent_default()
        self.draw()

    def on_click(self, event: events.Click) -> None:
        """Do what the foot says at a click."""
        if event.screen_y == self.size.height - 1:
            press_at(self.app, self.KEYS, self.size.width, event.screen_x)

    def _decide(self, key: str, note: Annotation) -> None:
        count = max(1, len(self._candidates()))
        self._said = ""
        if key == "enter" and self.place is not None:
            self._put(note, self.place)
        elif key == "]":
            self._candidate = (self._candidate + 1) % count
        elif key == "[":
            self._candidate = (self._candidate - 1) % count
        elif key == "v":
            self.dismiss(ByHand(note, self.place.start if self.place else None))
        elif key == "x":
            self._settle(note, "deleted; u brings it back", lambda: self.session.notes.delete(note.id))
        elif key == ".":
            self._next(1)
            self._said = f"“{cut(_words(note), 30)}” stays an orphan"
        elif key in ("j", "down", "k", "up"):
            self._next(1 if key in ("j", "down") else -1)

    def _put(self, note: Annotation, place: Resolution) -> None:
        if place.start is not None and place.end is not None:
            start, end = place.start, place.end
            notes = self.session.notes
            self._settle(
                note,
                "attached; u takes it back",
                lambda: notes.reshape(note.id, start, end, "re-attachment"),
            )

    def _settle(self, note: Annotation, said: str, act: Callable[[], object]) -> None:
        """Do something that takes a note off the desk, and go on to the next one."""
        self._waiting.remove(note.id)
        self._next(0)
        act()
        self._said = f"“{cut(_words(note), 30)}” {said}"

    def _next(self, step: int) -> None:
        self._candidate = 0
        self._at = (self._at + step) % len(self._waiting) if self._waiting else 0

    def changed(self) -> None:
        """The session's notes changed: an undo may have brought one back here."""
        lost = [note.id for note in self.session.notes.orphans]
        before = set(self._waiting)
        self._waiting = [id for id in self._waiting if id in lost] + [
            id for id in lost if id not in self._waiting
        ]
        back = [at for at, id in enumerate(self._waiting) if id not in before]
        self._at = min(back[0] if back else self._at, max(0, len(self._waiting) - 1))
        self.draw()

    def _candidates(self) -> list[Resolution]:
        note = self.note
        if note is None:
            return []
        if note.id not in self._found:
            was = self._texts.get(note.anchor.sha256)
            self._found[note.id] = suggest(self.session.document.text, note.anchor, was)
        return self._found[note.id]

    def draw(self) -> None:
        """Show the note that is looked at, and the place."""
        if not self.is_mounted:
            return
        width = self.size.width
        self.query_one("#foot", Lines).show([key_row(self.KEYS, width)])
        note = self.note
        title = self.session.document.title or self.session.notes.ref.uri.rsplit("/", 1)[-1]
        count = f"{self._at + 1} of {len(self._waiting)} · {title}" if note else title
        head: Line = (("Notes that lost their place", ("bold",)),)
        self.query_one("#top", Lines).show([(("  ", ()), *justify(head, ((count, ("dim",)),), width - 4))])
        if note is None:
            self.query_one("#was", Lines).show([(("  no note is without its place", ("dim",)),)])
            self.query_one("#now", Lines).show([])
            self.query_one("#verdict", Lines).show([(("  " + self._said, ("accent",)),)])
            return
        self._draw_sides(note)
        self.query_one("#verdict", Lines).show(self._verdict(note, width))

    def _draw_sides(self, note: Annotation) -> None:
        was, now = self.query_one("#was", Lines), self.query_one("#now", Lines)
        anchor, place, lit = note.anchor, self.place, f"highlight.{note.colour}"
        size = (was.size.width, was.size.height - 2)
        old = self._texts.get(anchor.sha256)
        if old is None:
            old_side = _side(anchor.prefix, anchor.exact, anchor.suffix, note.colour, lit, *size)
        else:
            old_side = _around(old, anchor.start, anchor.end, note.colour, lit, *size)
        was.show([(("  as you marked it", ("dim",)),), (), *old_side])
        if place is not None and place.start is not None and place.end is not None:
            text = self.session.document.text
            new_side = _around(text, place.start, place.end, "accent", "statement", *size)
        else:
            said = wrap_words("nothing like it stands in the article now", max(10, size[0] - 4))
            new_side = [(("  ", ()), (row, ("dim",))) for row in said]
        now.show([(("  the article now", ("dim",)),), (), *new_side])

    def _verdict(self, note: Annotation, width: int) -> Sequence[Line]:
        first: Line = ((f"  {_words(note)}", ("bold",)),)
        if self._said:
            return [first, ((f"  {self._said}", ("accent",)),)]
        found, place = self._candidates(), self.place
        if place is None:
            return [first, (("  v chooses its passage by hand", ("accent",)),)]
        which = f" · {self._candidate % len(found) + 1} of {len(found)}" if len(found) > 1 else ""
        said = wrap_words(f"match {100 * place.score:.0f} %: {place.reason}{which}", max(10, width - 4))
        return [first, *(((f"  {row}", ("accent",)),) for row in said)]


def _words(note: Annotation) -> str:
    return " ".join(plain_words(note.note).split()) or f"{note.colour} highlight"


def _around(text: str, start: int, end: int, colour: str, role: str, width: int, height: int) -> list[Line]:
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = f"…{before.partition(' ')[2]}"
    if end + AROUND < len(text):
        after = f"{after.rpartition(' ')[0]}…"
    return _side(before, text[start:end], after, colour, role, width, height)


def _side(
    before: str, passage: str, after: str, colour: str, role: str, width: int, height: int
) -> list[Line]:
    """The rows of a passage between its surroundings: on rows of its own with a bar beside it, so that it stands out
    without colour too; white space is folded. Where there are few rows, what stands before it gives way.
    """
    room = max(10, width - 6)

    def rows(text: str) -> list[str]:
        words = " ".join(text.split())
        return wrap_words(words, room) if words else []

    whole, above, below = rows(passage), rows(before), rows(after)
    most = max(1, height - len(whole) - min(len(below), 3))
    return [
        *((("    ", ()), (row, ("dim",))) for row in above[-most:]),
        *((("  ", ()), ("▍ ", (colour,)), (row, (role,))) for row in whole),
        *((("    ", ()), (row, ("dim",))) for row in below),
    ]
