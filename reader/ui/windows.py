"""The keys that change what is shown around and of the article: panes, folds, measure, theme, other screens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.state import MEASURES
from reader.ui.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable


STEP = 4
"""Cells that the measure changes by."""


class Windows(Part):
    """Shows and hides the parts of a reading screen."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        screen = self._screen
        return {
            "windows.next": screen.panes.other,
            "windows.previous": screen.panes.other,
            "windows.contents": screen.panes.toggle_contents,
            "windows.noise": self._noise,
            "windows.narrower": lambda: self._measure(screen.panes.measure - STEP),
            "windows.wider": lambda: self._measure(screen.panes.measure + STEP),
            "windows.measure": lambda: self._measure(screen.config.reader.measure),
            "windows.leave": screen.leave,
            "windows.palette": lambda: screen.app.action_command_palette(),
            "windows.keys": self._keys,
            "windows.theme": self._theme,
            "windows.desk": lambda: screen.pullquote.elsewhere.desk(),
            "windows.all-notes": lambda: screen.pullquote.elsewhere.all_notes(),
            "windows.orphans": lambda: screen.pullquote.elsewhere.orphans(),
            "windows.quit": lambda: screen.pullquote.leaving.leave(),
            "reading.export": self._export,
            "reading.link": self._link,
            "reading.picture": self._picture,
            "reading.why": lambda: self._correct("reading.why"),
            "reading.block": lambda: self._correct("reading.block"),
        }

    def _noise(self) -> None:
        sheet = self._screen.sheet
        sheet.fold = not sheet.fold
        sheet.opened.clear()
        sheet.reflow()
        self._screen.say("page noise folded" if sheet.fold else "page noise shown; z folds it")

    def _measure(self, measure: int) -> None:
        screen = self._screen
        screen.panes.measure = max(MEASURES[0], min(measure, MEASURES[1]))
        screen.rearrange()
        screen.say(f"measure {screen.panes.measure}")

    def _keys(self) -> None:
        from reader.ui.screens.keys import keys_screen

        screen = self._screen

        def chosen(id: str | None) -> None:
            if id and id != "windows.keys":
                screen.run_command(id)

        screen.app.push_screen(keys_screen(screen.keymap, screen.look, screen.config.colours), chosen)

    def _theme(self) -> None:
        from reader.ui.screens.chooser import Choice, Chooser
        from reader.ui.theme import theme_names

        app, screen = self._screen.pullquote, self._screen
        if app.no_color:
            screen.say("NO_COLOR is set: there is no theme to choose")
            return
        before = app.theme
        choices = [Choice(name, name, "as it is" if name == before else "") for name in theme_names()]

        def tried(name: str) -> None:
            if app.theme != name:
                app.theme = name

        def chosen(name: str | None) -> None:
            app.theme = name or before
            if name:
                app.state = replace(app.state, theme=name)

        start = [choice.value for choice in choices].index(before)
        chooser: Chooser[str] = Chooser("Theme", choices, screen.look, tried=tried, start=start)
        app.push_screen(chooser, chosen)

    def _export(self) -> None:
        from reader.ui.exporting import export

        config = self._screen.config.export
        export(self._screen, config.folder, config.format)

    def _link(self) -> None:
        from reader.ui.linking import open_link

        open_link(self._screen)

    def _picture(self) -> None:
        from reader.ui.picturing import show_pictures

        show_pictures(self._screen)

    def _correct(self, id: str) -> None:
        from reader.ui.correcting import Correcting

        Correcting(self._screen).handlers()[id]()
