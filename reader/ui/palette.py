"""The command palette: every action by its name, with its key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider
from textual.markup import escape

from reader.ui.commands import COMMANDS
from reader.ui.keymap import shown
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.command import Hits

    from reader.ui.commands import Command


class Commands(Provider):
    """Finds the commands of the reading screen."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command, screen in self._commands():
            yield DiscoveryHit(
                command.label,
                partial(screen.run_command, command.id),
                command.label,
                self._help(screen, command),
            )

    async def search(self, query: str) -> Hits:
        """Those that match what is typed, the best first."""
        matcher = self.matcher(query)
        for command, screen in self._commands():
            score = max(matcher.match(command.label), 0.6 * matcher.match(command.help))
            if score > 0:
                label = matcher.highlight(command.label)
                run = partial(screen.run_command, command.id)
                yield Hit(score, label, run, command.label, self._help(screen, command))

    def _commands(self) -> list[tuple[Command, ReadingScreen]]:
        screen = self.screen
        if not isinstance(screen, ReadingScreen):
            return []
        selecting = screen.sheet.selected is not None
        return [
            (command, screen)
            for command in COMMANDS
            if command.id != "windows.palette" and (selecting or command.context == "reading")
        ]

    @staticmethod
    def _help(screen: ReadingScreen, command: Command) -> str:
        keys = " ".join(shown(key) for key in screen.keymap.keys_of(command.id))
        return escape(f"{keys}  {command.help}")
