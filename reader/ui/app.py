"""The app: opens articles, keeps the theme and the place in each, and ends cleanly. The one module that runs Textual."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from textual.app import App
from textual.color import Color

from annotations.drafts import Drafts
from reader import state as states
from reader.background import InPlace, InProcess, Keeper, Worker
from reader.places import state_path
from reader.reference import uri_of
from reader.session import Session
from reader.ui.elsewhere import Elsewhere
from reader.ui.following import Following
from reader.ui.keymap import Keymap
from reader.ui.leaving import Leaving
from reader.ui.place import Asked, opening, place_of
from reader.ui.screens.reading import ReadingScreen
from reader.ui.takeover import holding
from reader.ui.theme import DARK, LIGHT, Look

if TYPE_CHECKING:
    from pathlib import Path

    from textual.command import Provider

    from annotations.store import Store
    from reader.config import Config
    from reader.document.model import Block, Document
    from reader.saving import Change

FIRST_PAINT_S = 0.08
"""Seconds that an article has the machine for itself, to be on the screen, before notes and analysis are fetched."""
LOOK_AROUND_S = 1.0
"""Seconds between two looks at what other programs wrote to the store."""
COLLECT_ALL = 100
"""Collections among the younger objects before one among all: that holds up every thread, and the more notes there are,
the longer. With a hundred thousand it would take a third of a second, several times while they arrive."""


class Settings(Protocol):
    """What the command line knows of store and configuration."""

    @property
    def configuration(self) -> Config:
        """The settings file."""

    @property
    def store_path(self) -> Path:
        """Where the store's file is."""

    def open_store(self) -> Store:
        """Open the store."""


class Wish(Asked, Protocol):
    """What was asked for on the command line, for this time only.

    Attributes:
        from_: the input format's name.
        theme: a theme's name.
        width: the measure in cells.
    """

    from_: str | None
    theme: str | None
    width: int | None


class PullquoteApp(App[None]):
    """Pullquote on a terminal.

    Args:
        document: the article to open; None to begin at the desk.
        settings: where the store is.
        config: the reader's settings.
        state_path: where state.json is.
        wish: what was asked for on the command line.
        sources: what the desk shows: files and folders; the recent articles where there are none.
        in_place: run store and analysis at once, in this thread: for tests.
        blocks: of the document, where it stands on the first screen already.
    """

    CSS_PATH = "reader.tcss"
    TITLE = "Pullquote"
    COMMANDS: ClassVar = {lambda: _palette()}

    def __init__(
        self,
        document: Document | None,
        settings: Settings,
        wish: Wish,
        state_path: Path,
        *,
        sources: tuple[str, ...] = (),
        in_place: bool = False,
        blocks: tuple[Block, ...] | None = None,
    ) -> None:
        colourless = "NO_COLOR" in os.environ
        super().__init__(
            ansi_color=True if colourless else None,
            driver_class=holding(self.get_driver_class(), entered=blocks is not None),
        )
        self._blocks = blocks
        self.document = document
        self.wish = wish
        self.state_path = state_path
        self.config: Config = settings.configuration
        set_up = self.config.reader
        self.state = states.load(state_path).under(set_up.theme, set_up.measure, set_up.fold_noise)
        self.keymap = Keymap(self.config.keys)
        self.article: ReadingScreen | None = None
        self._settings = settings
        self._plain = colourless
        self._ascii = not _speaks_unicode()
        self._worker = InPlace() if in_place else InProcess(self._post)
        self.keeper = Keeper(self._open_store, None if in_place else self._post)
        named = (document.source,) if document is not None else sources
        self.elsewhere = Elsewhere(self, sources, named, in_place=in_place)
        self.following = Following(self)
        self.leaving = Leaving(self)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        wanted = wish.theme or self.state.theme or DARK.name
        known = wanted if wanted in self.available_themes else DARK.name
        self._begin_with("ansi-dark" if colourless else known)
        if known != wanted:
            problem = f"there is no theme {wanted!r}; the default is used"
            self.config = replace(self.config, problems=(*self.config.problems, problem))

    def _begin_with(self, name: str) -> None:
        """Set the theme before the app runs, so that its styles are worked out once, with that theme's colours."""
        self.set_reactive(App.theme, name)
        theme = self.current_theme
        self.stylesheet.set_variables(self.get_css_variables())
        self._refresh_truecolor_filter(self.ansi_theme)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)

    def on_mount(self) -> None:
        """Show the article."""
        self.set_class(self._ascii, "-ascii")
        self.look = self._look()
        self.theme_changed_signal.subscribe(self, lambda theme: self._restyle())
        if self.document is None:
            self.elsewhere.desk()
        else:
            self.show_article(self.document)
        if not isinstance(self._worker, InPlace):
            self.set_interval(LOOK_AROUND_S, self._look_around)
            self._heed_signals()
        self.set_timer(LOOK_AROUND_S, self._collect_again)

    def show_article(self, document: Document, offset: int | None = None) -> None:
        """Open an article in the reading screen, in place of the one that was open.

        Args:
            offset: where to open it; None for where it was left.
        """
        self.keep_state()
        uri = uri_of(document.source)
        session = Session(
            document,
            self.keeper,
            self._worker,
            lambda change: self._listen(session, change),
            creator=self.config.author.name,
            uri=uri,
            blocks=self._blocks if document is self.document else None,
        )
        kept = self.state.at(document.sha256, uri)
        asked = self.wish if self.elsewhere.first_time(document.source) else None
        place, notice = opening(document, kept, asked)
        state = replace(self.state, measure=self.wish.width) if self.wish.width else self.state
        self.article = ReadingScreen(
            session,
            self.look,
            self.keymap,
            state,
            place if offset is None else replace(place, offset=offset, top=max(0, offset - 400)),
            self.config,
            Drafts(self.state_path.parent / "drafts"),
            notice=notice,
            ascii_only=self._ascii,
            start_s=0.0 if isinstance(self._worker, InPlace) else FIRST_PAINT_S,
        )
        self.elsewhere.watch(document.source)
        if isinstance(self.screen, ReadingScreen):
            self.switch_screen(self.article)
        else:
            self.push_screen(self.article)

    def keep_state(self) -> None:
        """Write down where the reader is, and how the page is set."""
        article = self.article
        if article is None:
            return
        document = article.session.document
        place = place_of(article, self.state.at(document.sha256))
        self.state = replace(
            self.state,
            measure=self.state.measure if self.wish.width == article.panes.measure else article.panes.measure,
            fold_noise=article.sheet.fold,
            contents=article.panes.contents,
            colour=article.colour,
            welcomed=True,
        ).with_place(document.sha256, place)
        self.state = states.save(self.state_path, self.state) or self.state

    def _listen(self, session: Session, change: Change) -> None:
        if self.article is not None and self.article.session is session and self.article.is_mounted:
            self.article.changed(change)
            self.elsewhere.changed(change)

    @property
    def store_path(self) -> Path:
        """Where the store's file is."""
        return self._settings.store_path

    def another_worker(self) -> Worker | None:
        """A process of its own for long work that is not the article's; None where all is done in place."""
        return None if isinstance(self._worker, InPlace) else InProcess(self._post)

    def _post(self, call: Any) -> None:
        """Run a call on the app's own thread; may be called on any."""
        self.call_later(call)

    def _open_store(self) -> Store:
        return self._settings.open_store()

    def _look_around(self) -> None:
        if self.article is not None:
            self.article.session.notes.look_around(1.0)
        if self.config.reader.watch:
            self.elsewhere.look_at_file()

    def _collect_again(self) -> None:
        """Let the collector work again, which a start does without; what is there once the notes are will stay."""
        notes = self.article.session.notes if self.article is not None else None
        if notes is not None and not notes.loaded and notes.status.state != "unsaved":
            self.set_timer(LOOK_AROUND_S, self._collect_again)
            return
        gc.freeze()
        gc.set_threshold(*gc.get_threshold()[:2], COLLECT_ALL)
        gc.enable()

    def _heed_signals(self) -> None:
        """End as `q` does when the system ends us, or the connection: the place is kept, the terminal put right."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            with suppress(NotImplementedError, RuntimeError, ValueError):
                if number is not None:
                    loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    def _look(self) -> Look:
        theme, plain = self.current_theme, self._ascii
        if self._plain:
            return Look(Color(0, 0, 0), Color(255, 255, 255), "plain", ascii_only=plain)
        if theme.ansi:
            return Look(Color(255, 255, 255), Color(0, 0, 0), "ansi", ascii_only=plain)
        variables = self.get_css_variables()
        front, back = (Color.parse(variables[name]) for name in ("foreground", "background"))
        return Look(front, back, ascii_only=plain)

    def _restyle(self) -> None:
        self.look = self._look()
        for screen in self.screen_stack:
            restyle = getattr(screen, "restyle", None)  # a screen of Textual's own has none
            if restyle is not None:
                restyle(self.look)

    async def action_quit(self) -> None:
        """Quit by Textual's own key, from any screen, as `q` does from reading."""
        self.leaving.leave()

    def close_down(self) -> None:
        """Keep the place and finish every change under way; called when the screen is the terminal's again.

        Who left with unsaved changes was asked where they should go. Where nobody could be asked, they go where they can.
        """
        try:
            self.keep_state()
        finally:
            went = self.keeper.close(self.leaving.refuges)
            self._worker.close()
        if went is not None:
            print(f"pullquote: the store could not be written; all notes are in {went}", file=sys.stderr)


def _palette() -> type[Provider]:
    from reader.ui.palette import Commands

    return Commands


def _speaks_unicode() -> bool:
    encoding = (getattr(sys.__stdout__, "encoding", "") or "").lower()
    return "utf" in encoding


def run(
    words: tuple[str, ...],
    wish: Wish,
    settings: Settings,
    *,
    document: Document | None = None,
    blocks: tuple[Block, ...] | None = None,
) -> int:
    """Open an article, or the desk on what the words name, in the app; returns the exit status.

    Args:
        blocks: of the document, where it stands on the first screen already.
    """
    sources = words if document is None else ()
    app = PullquoteApp(document, settings, wish, state_path(), sources=sources, blocks=blocks)
    try:
        app.run()
    finally:
        app.close_down()
    return app.return_code or 0
