"""`python -m reader` and the console script `pullquote`."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line.

    The plain case, one existing file on a terminal, goes straight to the app: click and all that it brings would only
    hold up the first screen.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(
            signal.SIGINT, signal.SIG_DFL
        )  # until there is something to tidy up, ctrl+c just ends it
    words = sys.argv[1:]
    if _plain(words):
        gc.disable()  # until the first screen stands: so many imports, and nothing to collect
        from reader.command.outcome import outcome
        from reader.command.read import Wish, read
        from reader.command.settings import Settings

        sys.exit(outcome(lambda: read(tuple(words), Wish(), Settings())))
    from reader.cli import run

    run()


def _plain(words: list[str]) -> bool:
    """Whether the call is one file to open, and nothing else."""
    from reader.command.words import COMMANDS

    if len(words) != 1 or words[0].startswith("-") or words[0] in COMMANDS:
        return False
    return os.path.isfile(words[0]) and sys.stdout.isatty()


if __name__ == "__main__":
    main()
