"""The reading screen: contents, article and margin, and the keys that work on them whichever pane has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.containers import Horizontal
from textual.events import Key
from textual.screen import Screen

from reader.sheet.chrome import hit_count
from reader.sheet.sheet import Sheet
from reader.ui.asking import Asking
from reader.ui.jumps import Jumps
from reader.ui.lines import Lines
from reader.ui.marking import Marking
from reader.ui.moving import Moving
from reader.ui.noting import Noting
from reader.ui.panes import Panes
from reader.ui.pointing import Pointing
from reader.ui.searching import Searching
from reader.ui.selecting import Selecting
from reader.ui.surround import Situation, Surround
from reader.ui.widgets.contents import Contents
from reader.ui.widgets.pane import ReadingPane
from reader.ui.windows import Windows

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from annotations.drafts import Drafts
    from annotations.model import Annotation
    from reader.config import Config
    from reader.document.model import Span
    from reader.saving import Change
    from reader.session import Session
    from reader.state import Place, State
    from reader.ui.app import PullquoteApp
    from reader.ui.keymap import Keymap
    from reader.ui.theme import Look


class ReadingScreen(Screen[None]):
    """One article to read.

    Attributes:
        session: the article and the notes on it.
        sheet: what of it is on the page, in focus and selected.
        panes: how the window is shared between article, contents and margin.
        colour: the last colour a highlight was made in.
        jumps: where the reader was before each jump.
        welcome: whether this is the first start, and nothing has been moved yet.
    """

    AUTO_FOCUS = ""

    def __init__(
        self,
        session: Session,
        look: Look,
        keymap: Keymap,
        state: State,
        place: Place,
        config: Config,
        drafts: Drafts,
        *,
        notice: str = "",
        ascii_only: bool = False,
        start_s: float = 0.0,
    ) -> None:
        super().__init__()
        self._start_s = start_s
        self._notice = notice
        self.session = session
        self.look = look
        self.keymap = keymap
        self.config = config
        self.panes = Panes(self, state.measure, contents=state.contents)
        self.colour = state.colour
        self.jumps = Jumps(place.jumps)
        self.sheet = Sheet(
            session, self.panes.frame.measure, 20, fold=state.fold_noise, ascii_only=ascii_only
        )
        self._place: Place | None = place
        self.welcome = not state.welcomed
        self._ascii = ascii_only
        self._message: tuple[str, bool] = ("", False)
        self.asking = Asking(self)
        self._noting = Noting(self, drafts)
        self._pointing = Pointing(self)
        self._moving_keys = Moving(self)
        self._selecting_keys = Selecting(self)
        self._searching_keys = Searching(self, smart_case=config.reader.smart_case)
        self._handlers: dict[str, Callable[[], object]] = {}
        for part in (
            self._moving_keys,
            self._selecting_keys,
            self._searching_keys,
            Marking(self),
            Windows(self),
        ):
            self._handlers |= part.handlers()

    @property
    def pullquote(self) -> PullquoteApp:
        """The app that this screen is in."""
        return cast("PullquoteApp", self.app)

    def compose(self) -> ComposeResult:
        """The parts, outermost first."""
        self.surround = Surround(self.look, self.keymap, self.config.colours, ascii_only=self._ascii)
        self.contents = Contents(self.sheet, self.look, id="contents")
        self.pane = ReadingPane(self.sheet, self.look, self._ascii, id="pane")
        yield self.surround.top
        with Horizontal(id="middle"):
            yield self.contents
            yield self.surround.left
            yield self.pane
            yield self.surround.right
            yield self.surround.margin
            yield self.surround.card
        yield self.surround.foot
        self._arrange(*self.app.size)

    def on_mount(self) -> None:
        """Say what there is to say of a start; notes and analysis wait until the first paint is out."""
        problems = [*self.keymap.problems, *self.config.problems]
        warnings = self.session.document.warnings
        if problems:
            self.say(problems[0], error=True)
        elif self._notice:
            self.say(self._notice)
        elif waiting := self._noting.waiting():
            self.say(waiting)
        elif warnings:
            self.say(warnings[0])
        elif self.welcome and not self.panes.frame.margin:
            self.say("j k to move, h to mark, q to leave, ? for all keys")
        self.update()
        if self._start_s:
            self.set_timer(self._start_s, self._start)
        else:
            self.call_after_refresh(self._start)

    def _start(self) -> None:
        window = self.sheet.view.window
        self.session.start((window[0].start, window[-1].stop) if window else None)

    def on_resize(self, event: events.Resize) -> None:
        """Share the window out anew."""
        self._arrange(event.size.width, event.size.height)

    def rearrange(self) -> None:
        """Share the window out anew: the measure or the contents have changed."""
        self._arrange(self.size.width, self.size.height)

    def _arrange(self, width: int, height: int) -> None:
        if not self.panes.arrange(width, height):
            return
        if self._place is not None:
            self.sheet.restore(self._place.offset, self._place.top)
            self._place = None
        self.update(everything=True)

    def update(self, *, everything: bool = False) -> None:
        """Bring every part up to date with the sheet; only what changed is painted."""
        if not self.sheet.focus.annotations:
            self.sheet.card = 0
        self.pane.repaint(everything=everything)
        if self.contents.display:
            self.contents.update_items()
        message, error = (self.asking.question, False) if self.asking.question else self._message
        size = self.size or self.app.size
        now = Situation(
            self.panes.frame,
            size.width,
            size.height,
            message,
            error,
            self.asking.keys or self.contents.hints,
            self.contents.speaker if self.focused is self.contents else "",
            self.welcome,
            self.session.notes.status,
        )
        self.surround.draw(self.sheet, now)
        if self.asking.prompt is not None:
            self.asking.prompt.note(message or hit_count(self.sheet))

    def restyle(self, look: Look) -> None:
        """Take other colours."""
        self.look = look
        for part in self.query(Lines):
            part.restyle(look)
        self.pane.restyle(look)

    # What happens

    def changed(self, change: Change) -> None:
        """The session announces something new."""
        if change.what in ("document", "blocks"):
            self._searching_keys.renew(self.sheet.renew)
        elif change.what in ("analysis", "corrections"):
            self.sheet.know()
        elif change.what == "annotations":
            self.sheet.note()
        if change.message:
            self.say(change.message, error=self.session.notes.status.state == "unsaved")
        self.update()

    def say(self, message: str, *, error: bool = False) -> None:
        """Put a sentence on the status line until the next key."""
        self._message = (message, error)

    def on_key(self, event: events.Key) -> None:
        """Run the command of a key."""
        if self.app.screen is not self:
            # Typed before the other screen stood: it is meant for that one.
            event.stop()
            self.app.screen.post_message(Key(event.key, event.character))
            return
        if self.asking.prompt is not None:
            if self.asking.prompt.take(event):
                event.stop()
            return
        if self.asking.question:
            self._letter(event)
            return
        selecting = self.sheet.selected is not None
        command = self.keymap.find(event.key, selecting=selecting)
        if command is None and event.character:
            command = self.keymap.find(event.character, selecting=selecting)
        if command is not None:
            event.stop()
            event.prevent_default()
            self.run_command(command.id)

    def run_command(self, id: str) -> None:
        """Do what a command says, and show what came of it."""
        self.asking.end_letter()
        self._message = ("", False)
        card, before = self.sheet.card, self.sheet.cursor
        self._handlers[id]()
        self.welcome = self.welcome and self.sheet.cursor == before
        if self.sheet.cursor != before and self.sheet.card == card:
            self.sheet.card = 0
        self.update()

    def _letter(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        answer, letter = self.asking.end_letter(), event.character
        self.say("")
        if answer is not None and letter and letter.isprintable() and not letter.isspace():
            answer(letter)
        self.update()

    def jump(self, offset: int) -> None:
        """Go to an offset, leaving a way back."""
        self._moving_keys.jump(offset)

    def write_note(self, annotation: Annotation | None, target: Span | None, *, tags: bool = False) -> None:
        """Open the editor of a note."""
        self._noting.write(annotation, target, tags=tags)

    def leave(self) -> None:
        """End the newest of: the selection, the card, the search, the filter, the chosen speaker."""
        sheet = self.sheet
        if sheet.selected is not None:
            self._selecting_keys.leave()
        elif sheet.card:
            sheet.card = 0
        elif sheet.hits:
            self._searching_keys.leave()
        elif sheet.only is not None:
            sheet.only = None
            sheet.reflow()
        elif sheet.chosen is not None:
            sheet.chosen = None

    # Mouse and lists

    def on_click(self, event: events.Click) -> None:
        """A click on a key of the footer does what the key does; one on a note in the margin opens it."""
        self._pointing.clicked(event.screen_x, event.screen_y)

    @on(ReadingPane.Pressed)
    def _pressed(self, event: ReadingPane.Pressed) -> None:
        self._pointing.pressed(event.offset, fold=event.fold)

    @on(ReadingPane.Dragged)
    def _dragged(self, event: ReadingPane.Dragged) -> None:
        self._selecting_keys.draw(event.start, event.end)
        self.update()

    @on(ReadingPane.Taken)
    def _taken(self, event: ReadingPane.Taken) -> None:
        self._selecting_keys.take(event.offset, event.clicks)
        self.update()

    @on(ReadingPane.Wheeled)
    def _wheeled(self, event: ReadingPane.Wheeled) -> None:
        self.sheet.view.scroll(event.rows)
        self.update()

    @on(Contents.Entered)
    def _contents_entered(self) -> None:
        self.update()

    @on(Contents.Moved)
    def _contents_moved(self) -> None:
        self.say("")
        self.update()

    @on(Contents.Left)
    def _contents_left(self) -> None:
        self.panes.to_article()

    @on(Contents.Taken)
    def _contents_taken(self, event: Contents.Taken) -> None:
        self._pointing.taken(event.item)
