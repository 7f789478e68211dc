"""Leaving the app: what could not be saved is offered another place, whichever key or signal ends it."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from reader.ui.footer import LEAVING

if TYPE_CHECKING:
    from reader.ui.app import PullquoteApp


class Leaving:
    """Ends an app.

    Args:
        app: the app.
    """

    def __init__(self, app: PullquoteApp) -> None:
        self._app = app
        self._given_up = False

    def leave(self) -> None:
        """Quit; where something could not be saved, say so over the article and offer another place."""
        here = self._app.article
        status = here.session.notes.status if here is not None else None
        if here is None or status is None or status.state != "unsaved":
            self._app.exit()
            return
        while self._app.screen is not here and here in self._app.screen_stack:
            self._app.pop_screen()
        place = str(Path.home() / "pullquote-unsaved.json")
        here.say(f"not saved: {status.reason}", error=True)
        here.asking.line("unsaved changes; save to", LEAVING, text=place, given=self._save_to)
        here.update()

    def _save_to(self, line: str) -> None:
        if not line.strip():
            self._given_up = True
            self._app.exit()
            return
        place = Path(line.strip()).expanduser()
        self._app.keeper.do(
            lambda store: store.save_elsewhere(place),
            lambda done: self._app.exit(message=f"the notes are in {place}; open it with --store {place}"),
            lambda error: self._app.elsewhere.say(f"{error}; q asks again"),
        )

    @property
    def refuges(self) -> tuple[Path, ...]:
        """Files that take the store where its own cannot be written even now; none where the reader gave the changes up."""
        if self._given_up:
            return ()
        name = f"pullquote-unsaved-{datetime.now():%Y%m%dT%H%M%S}-{os.getpid()}.json"
        return Path.home() / name, Path(gettempdir()) / name
