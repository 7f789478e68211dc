"""The first screen: what is written before Textual is there is what the app then paints, and the terminal is left whole."""

from __future__ import annotations

import os
import pty
import re
import select
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem

from reader.document.source import load
from reader.first_screen import nearest, screen
from reader.sheet.ink import PAPERS, Inks, Rgb, rgb
from reader.state import Place, State, save
from reader.ui.app import PullquoteApp
from tests.reader.ui.conftest import Reader, article, classify

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.pilot import Pilot

    from reader.sheet.lines import Line

TEXT = (
    "The tide came in\n\nDivers look at the pier. (Photo: Harbor Light)\n\n"
    + "\n\n".join(
        f"Line {n} of the story, long enough to be wrapped on a narrow page. " * 3 for n in range(30)
    )
    + "\n\nAd will display in 05 seconds\n\nA last line, with ⛴ and 船 in it.\n"
)
Look = tuple[str, Rgb | None, Rgb | None, bool, bool, bool]


def written(line: Line, inks: Inks) -> list[Look]:
    """Each character of a line with its colours and attributes."""
    found: list[Look] = []
    for text, roles in line:
        ink = inks.of(roles)
        found += [(c, ink.front, ink.back, ink.bold, ink.italic, ink.underline) for c in text]
    return found


def painted(segments: list[Segment]) -> list[Look]:
    """Each character that the app painted, likewise."""
    found: list[Look] = []
    for text, style, _ in segments:
        assert style is not None
        front = tuple(style.color.triplet or ()) if style.color else None
        back = tuple(style.bgcolor.triplet or ()) if style.bgcolor else None
        flags = (bool(style.bold), bool(style.italic), bool(style.underline))
        found += [(c, front, back, *flags) for c in text]  # type: ignore[misc]
    return found


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (97, 18), (120, 40), (200, 60)])
@pytest.mark.parametrize("offset", [0, 2000])
def test_it_is_what_the_app_paints(reader: Reader, size: tuple[int, int], offset: int) -> None:
    """Nothing that the reader sees moves or changes colour when the app comes up."""
    reader.text = TEXT
    (reader.folder / "ferry.txt").write_text(TEXT, encoding="utf-8")
    document = load(str(reader.folder / "ferry.txt"))
    place = Place(offset=offset, top=max(0, offset - 300))
    state = State(welcomed=True).with_place(document.sha256, place)
    assert save(reader.folder / "state.json", state)
    seen: list[list[Look]] = []
    widths: list[int] = []

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        seen.extend(painted(list(strip)) for strip in app.screen._compositor.render_strips())
        widths.append(article(app).frame.contents)

    reader(script, size)
    front, back = PAPERS["pullquote-dark"]
    inks = Inks(rgb(front), rgb(back))
    lines = screen(document, classify(document), state, *size)
    assert len(lines) in (size[1] - 2, size[1] - 1)
    (contents,) = widths
    assert sum(bool(line) for line in lines) > size[1] - 5
    for line, row in zip(lines, seen, strict=False):
        mine = written(line, inks)
        assert mine[contents:] == row[contents : len(mine)]


LEVEL = st.integers(0, 255)


@given(st.tuples(LEVEL, LEVEL, LEVEL))
def test_with_256_colours_it_takes_the_ones_that_the_app_takes(colour: Rgb) -> None:
    """A terminal without full colour shows no other page for a moment."""
    assert nearest(colour) == Color.from_rgb(*colour).downgrade(ColorSystem.EIGHT_BIT).number


def run(
    folder: Path, *keys: tuple[bytes, bytes], **environment: str
) -> tuple[bytes, list[object], list[object]]:
    """What the program writes on a terminal of its own, each key sent once a pattern was seen; the terminal's ways before and after."""
    (folder / "tide.txt").write_text(TEXT, encoding="utf-8")
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
        command = [sys.executable, "-m", "reader", str(folder / "tide.txt")]
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
            os.write(main, waiting.pop(0)[1])
    after = termios.tcgetattr(side)
    os.close(main)
    os.close(side)
    return out, before, after


@pytest.mark.skipif(not hasattr(os, "login_tty"), reason="needs a terminal of its own")
def test_the_terminal_is_as_it_was(tmp_path: Path) -> None:
    """Keys typed before the app is there count, the other screen is entered once and left once, no setting is left over."""
    out, before, after = run(tmp_path, (rb"The tide came in", b"jq"))
    assert out.count(b"\x1b[?1049h") == 1
    assert out.count(b"\x1b[?1049l") == 1
    assert out.index(b"The tide came in") < out.index(b"\x1b[?1000h")
    assert b"jq" not in out
    assert after == before


@pytest.mark.skipif(not hasattr(os, "login_tty"), reason="needs a terminal of its own")
def test_without_colour_the_app_comes_alone(tmp_path: Path) -> None:
    """What cannot be promised is not written: the app paints the page."""
    out, before, after = run(tmp_path, (rb"The tide came in", b"q"), NO_COLOR="1")
    assert out.index(b"\x1b[?1000h") < out.index(b"The tide came in")
    assert after == before
