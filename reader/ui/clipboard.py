"""The clipboard: through the terminal, also from within tmux, and by a program of the desktop where there is one."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import App

PATIENCE_S = 2.0
"""Seconds that a program gets to take the text."""


def copy(app: App[None], text: str, done: Callable[[str], object]) -> None:
    """Send a text to the terminal's clipboard, and give it to the desktop's program.

    Args:
        done: told, on the app's thread, the name of the program that took it; never called where none did.
    """
    app.copy_to_clipboard(text)
    driver = app._driver
    if os.environ.get("TMUX") and driver is not None:
        driver.write(for_tmux(text))
    command = program(os.environ, sys.platform)
    if command is None or app.is_headless:
        return

    def give() -> None:
        if hand_over(command, text):
            app.call_from_thread(done, command[0])

    app.run_worker(give, thread=True, exit_on_error=False)


def for_tmux(text: str) -> str:
    """The clipboard's control sequence, wrapped so that tmux lets it through to the terminal that it runs in.

    Source: tmux(1), allow-passthrough; xterm control sequences, OSC 52.
    """
    coded = base64.b64encode(text.encode("utf-8")).decode("ascii")
    return f"\x1bPtmux;\x1b\x1b]52;c;{coded}\x07\x1b\\"


def program(environ: Mapping[str, str], platform: str) -> list[str] | None:
    """The command that fills this desktop's clipboard; None where there is none."""
    wanted: list[list[str]] = []
    if platform == "darwin":
        wanted.append(["pbcopy"])
    if environ.get("WAYLAND_DISPLAY"):
        wanted.append(["wl-copy"])
    if environ.get("DISPLAY"):
        wanted += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    path = environ.get("PATH")
    return next((command for command in wanted if shutil.which(command[0], path=path)), None)


def hand_over(command: list[str], text: str) -> bool:
    """Whether a program took the text."""
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
