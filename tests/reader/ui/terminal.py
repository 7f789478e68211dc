"""The program as it is, on a terminal of its own: for what no test driver shows."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import sys
import termios
import time
from pathlib import Path

import pytest

needs_terminal = pytest.mark.skipif(not hasattr(os, "login_tty"), reason="needs a terminal of its own")


def run(
    article: Path, *keys: tuple[bytes, bytes | int | None], piped: bool = False, **environment: str
) -> tuple[bytes, list[object], list[object]]:
    """What the program writes, each key, or signal, sent once a pattern was seen; the terminal's ways before and after.

    The reader's files are kept in the article's folder. Half a minute is the longest that is waited. None in place of a
    key takes the terminal away; the program has to end then.

    Args:
        piped: the article comes from standard input.
    """
    folder = article.parent
    main, side = pty.openpty()
    termios.tcsetwinsize(side, (30, 100))
    before = termios.tcgetattr(side)
    pid = os.fork()
    if pid == 0:
        os.login_tty(side)
        names = {n: str(folder) for n in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        here = {
            "PYTHONPATH": str(Path(__file__).parents[3]),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }
        kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES")}
        if piped:
            os.dup2(os.open(article, os.O_RDONLY), 0)
        command = [sys.executable, "-m", "reader", "-" if piped else str(article)]
        os.execve(sys.executable, command, {**kept, **names, **here, "PYTHONUTF8": "1", **environment})
    out, waiting, end = b"", list(keys), time.monotonic() + 30
    while time.monotonic() < end:
        if not select.select([main], [], [], 0.2)[0]:
            if os.waitpid(pid, os.WNOHANG)[0]:
                break
            continue
        try:
            out += os.read(main, 65536)
        except OSError:
            break
        while waiting and re.search(waiting[0][0], out):
            answer = waiting.pop(0)[1]
            if isinstance(answer, bytes):
                os.write(main, answer)
            elif answer is not None:
                os.kill(pid, answer)
            else:
                os.close(main)
                os.close(side)
                _await(pid)
                return out, before, before
    after = termios.tcgetattr(side)
    os.close(main)
    os.close(side)
    return out, before, after


def _await(pid: int) -> None:
    for _ in range(150):
        if os.waitpid(pid, os.WNOHANG)[0]:
            return
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    pytest.fail("the program goes on without its terminal")
