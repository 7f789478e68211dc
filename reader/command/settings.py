"""What holds for every command: where the store and the settings are, and whether there is colour."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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

        config = load(config_path(self.config), named=self.config is not None)
        _tell(config.problems)
        return config

    @property
    def store_path(self) -> Path:
        """Where the TinyDB file is."""
        from reader.places import store_path

        return store_path(self.configuration.store.file, self.store)

    def open_store(self) -> Store:
        """Open the store; the caller closes it, and passes its notices on."""
        from annotations.store import Store

        kept = self.configuration.store
        return Store(self.store_path, keep_texts=kept.keep_texts, backups=kept.backups)

    @contextmanager
    def store_at_hand(self) -> Iterator[Store]:
        """The store for one command, closed behind it; its notices go to standard error.

        Raises:
            StoreError: it is there but cannot be read.
        """
        from annotations.errors import StoreError

        store = self.open_store()
        try:
            _tell(store.notices)
            if not store.is_readable:
                raise StoreError(str(self.store_path), store.status.reason or "it cannot be read")
            yield store
        finally:
            store.close()
            _tell(store.notices)

    def console(self, *, stderr: bool = False) -> Console:
        """A console that follows the choice of colour."""
        from rich.console import Console

        return Console(
            stderr=stderr,
            highlight=False,
            no_color=True if self.color == "never" else None,
            force_terminal=True if self.color == "always" else None,
        )


def _tell(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
