"""What holds for every command: where the store and the settings are, and whether there is colour."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

    from annotations.store import Store
    from reader.config import Config


@dataclass
class Settings:
    """The global options.

    Attributes:
        store: as named on the command line; None for the environment's or the default.
        config: likewise.
        color: "auto", "always" or "never".
    """

    store: str | None = None
    config: str | None = None
    color: str = "auto"

    def apply_color(self) -> None:
        """Make the choice of colour hold for everything that asks the environment."""
        if self.color == "never":
            os.environ["NO_COLOR"] = "1"
            os.environ.pop("FORCE_COLOR", None)
        elif self.color == "always":
            os.environ["FORCE_COLOR"] = "1"
            os.environ.pop("NO_COLOR", None)

    @cached_property
    def configuration(self) -> Config:
        """The settings file, read once; what is wrong with it goes to standard error."""
        from reader.config import load
        from reader.places import config_path

        config = load(config_path(self.config))
        for problem in config.problems:
            print(problem, file=sys.stderr)
        return config

    @property
    def store_path(self) -> Path:
        """Where the TinyDB file is."""
        from reader.places import store_path

        return store_path(self.configuration.store.file, self.store)

    def open_store(self) -> Store:
        """Open the store; the caller closes it. What was amiss with it goes to standard error."""
        from annotations.store import Store

        kept = self.configuration.store
        store = Store(self.store_path, keep_texts=kept.keep_texts, backups=kept.backups)
        for notice in store.notices:
            print(notice, file=sys.stderr)
        return store

    def console(self, *, stderr: bool = False) -> Console:
        """A console that follows the choice of colour."""
        from rich.console import Console

        return Console(
            stderr=stderr,
            highlight=False,
            no_color=True if self.color == "never" else None,
            force_terminal=True if self.color == "always" else None,
        )
