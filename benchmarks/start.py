"""How long a start takes: from the call to the article on a terminal, beside a bare Textual app of one line.

Run with `python -m benchmarks.start [ARTICLE] [--runs N]`. Both are started in turn, each on a terminal of its own, with
nothing kept from an earlier start. The ratio is what counts: machines differ, and are busy.
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import select
import signal
import statistics
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
FLOOR = """
from textual.app import App
from textual.widgets import Static

class Floor(App):
    def compose(self):
        yield Static("the floor")

Floor().run()
"""
PATIENCE_S = 30.0


def seconds_until(words: bytes, command: list[str], size: tuple[int, int]) -> float:
    """Seconds from the start of a program to these words on its terminal of `size` columns and rows."""
    with tempfile.TemporaryDirectory() as folder:
        places = {f"XDG_{name}_HOME": folder for name in ("STATE", "DATA", "CONFIG")}
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)}
        begin = time.perf_counter()
        pid, main = pty.fork()
        if pid == 0:
            termios.tcsetwinsize(0, (size[1], size[0]))
            os.execve(command[0], command, {**os.environ, **places, **terminal})
        out = b""
        try:
            while time.perf_counter() - begin < PATIENCE_S:
                if select.select([main], [], [], 0.5)[0]:
                    out += os.read(main, 65536)
                    if words in re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", out):
                        return time.perf_counter() - begin
            raise SystemExit(f"{words!r} did not appear within {PATIENCE_S:.0f} s")
        finally:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            os.close(main)


def main() -> None:
    """Print the medians and their ratio at three sizes of window."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("article", nargs="?", type=Path, default=ROOT / "sample.txt")
    parser.add_argument("--runs", type=int, default=7)
    wish = parser.parse_args()
    words = wish.article.read_text(encoding="utf-8").split()[0].encode()
    print("window      floor    article   ratio   (medians, milliseconds)")
    for size in ((80, 24), (120, 40), (200, 60)):
        pairs = [
            (
                seconds_until(b"the floor", [sys.executable, "-c", FLOOR], size),
                seconds_until(words, [sys.executable, "-m", "reader", str(wish.article)], size),
            )
            for _ in range(wish.runs + 1)
        ][1:]  # the first fills the caches
        floor, article = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
        ratio = statistics.median(b / a for a, b in pairs)
        print(f"{size[0]:>3}x{size[1]:<4} {floor:>9.0f} {article:>10.0f} {ratio:>7.2f}")


if __name__ == "__main__":
    main()
