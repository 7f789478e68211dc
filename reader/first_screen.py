"""The first screen: the page as the app will set it, on the terminal before Textual is imported.

A start is mostly imports. The reader sees the article meanwhile, where it will stay; the app then paints the same rows
over it, and adds what it knows by then. Where that cannot be promised (no full colour, a theme that is not ours, other
settings than the last time) nothing is written, and the app opens as it does anyway.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TextIO

from reader import state as states
from reader.analysis.model import Analysis
from reader.document.outline import first_blocks
from reader.layout.frame import bands, frame
from reader.placed import Placed
from reader.places import config_path, state_path
from reader.reference import uri_of
from reader.sheet.chrome import foot_rule, left_rule, right_rule, top_lines
from reader.sheet.ink import PAPERS, Inks, rgb
from reader.sheet.lines import clip_line, length
from reader.sheet.page_line import page_line
from reader.sheet.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.model import Annotation
    from reader.document.model import Block, Document
    from reader.sheet.ink import Ink, Rgb
    from reader.sheet.lines import Line
    from reader.state import Place, State

ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
"""The terminal's other screen, which Textual uses as well."""
HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"


@dataclass(frozen=True, slots=True)
class Unmarked:
    """The notes of an article before any are fetched."""

    placed: Placed
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """An article before anything but its blocks is known; what `Sheet` needs of a session."""

    document: Document
    blocks: tuple[Block, ...]
    notes: Unmarked
    analysis: Analysis
    analysed: bool = False


@contextmanager
def first_screen(document: Document, *, wanted: bool = True) -> Iterator[tuple[Block, ...] | None]:
    """Show the article's first screen while the body runs, which is to bring the app up on it.

    Args:
        wanted: False where something was asked for that only the app can do: then nothing is written.

    Yields:
        The blocks that it was set with; None where nothing was written. It stands on the terminal's other screen, which
        the app then must not enter again. Keys typed meanwhile wait for the app. The terminal's ways are put back at
        the end.
    """
    out = sys.__stderr__  # where Textual draws
    state = states.load(state_path())
    inks = _inks(state)
    if not wanted or inks is None or out is None or not _fit(out):
        yield None
        return
    with _quiet_keys():
        try:
            width, height = os.get_terminal_size(out.fileno())
            blocks = first_blocks(document)
            lines = screen(document, blocks, state, width, height)
            out.write(ENTER + HIDE_CURSOR + "".join(_painted(lines, width, height, inks, _true_colour())))
            out.flush()
            yield blocks
        except BaseException:
            with suppress(OSError, ValueError):
                out.write(SHOW_CURSOR + LEAVE)
                out.flush()
            raise


def screen(
    document: Document, blocks: tuple[Block, ...], state: State, width: int, height: int
) -> list[Line]:
    """The rows of the screen from the top: all but the contents, the margin and the last two, which need the app."""
    found = frame(width, state.measure, contents=state.contents)
    above, below, _ = bands(width, height)
    rows = max(1, height - above - below)
    article = Unread(document, blocks, Unmarked(Placed()), Analysis())
    sheet = Sheet(article, found.measure, rows, fold=state.fold_noise)
    place = _place(document, state)
    sheet.restore(place.offset, place.top)
    left = left_rule(rows) if found.contents else [()] * rows
    right = right_rule(sheet, rows) if found.margin else [()] * rows
    page = [page_line(sheet, row, found) for row in sheet.view.window]
    page += [()] * (rows - len(page))
    middle = [
        _across(found.contents, beside, line, width - found.margin - 1 if found.margin else width, end)
        for beside, line, end in zip(left, page, right, strict=True)
    ]
    top = top_lines(sheet, found, width, height, date.today())
    return [*top, *middle, *foot_rule(found, width, height)]


def _place(document: Document, state: State) -> Place:
    return state.at(document.sha256, uri_of(document.source))


def _across(contents: int, beside: Line, line: Line, edge: int, end: Line) -> Line:
    """One row of the window: blank contents, their rule, the page up to the column `edge`, the rule there."""
    before: Line = ((" " * contents, ()), *beside) if contents else ()
    kept = clip_line((*before, *line), edge)
    return (*kept, (" " * (edge - length(kept)), ()), *end)


def _inks(state: State) -> Inks | None:
    """The colours of our own theme; None where another look was chosen or set since."""
    paper = PAPERS.get(state.theme or next(iter(PAPERS)))
    if paper is None or "NO_COLOR" in os.environ:
        return None
    with suppress(OSError):
        settings = config_path().stat().st_mtime
        with suppress(FileNotFoundError):
            return Inks(rgb(paper[0]), rgb(paper[1])) if state_path().stat().st_mtime > settings else None
        return None
    return Inks(rgb(paper[0]), rgb(paper[1]))


def _true_colour() -> bool:
    return os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")


def _fit(out: TextIO) -> bool:
    """Whether the terminal is one that the app will draw on in full colour, and with more than ASCII."""
    if sys.platform == "win32" or "TEXTUAL_DRIVER" in os.environ or not out.isatty():
        return False
    term = os.environ.get("TERM", "").lower()
    colours = _true_colour() or term.endswith("256color")
    spoken = all("utf" in (getattr(s, "encoding", "") or "").lower() for s in (out, sys.__stdout__))
    return colours and spoken and term not in ("", "dumb", "unknown") and os.isatty(0)


@contextmanager
def _quiet_keys() -> Iterator[None]:
    """Let keys wait unseen for the app, as they were typed; put the terminal's ways back at the end."""
    import termios

    before = termios.tcgetattr(0)
    now = [*before[:6], list(before[6])]
    now[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    now[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    termios.tcsetattr(0, termios.TCSANOW, now)
    try:
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, before)


def _painted(lines: list[Line], width: int, height: int, inks: Inks, true: bool) -> Iterator[str]:
    """The escape sequences that draw the lines over the whole screen, from its first row."""
    for y in range(height):
        line = clip_line(lines[y], width) if y < len(lines) else ()
        yield f"\x1b[{y + 1};1H"
        for text, roles in (*line, (" " * (width - length(line)), ())):
            if text:
                yield _sequence(inks.of(roles), true) + text
    yield "\x1b[0m"


def _sequence(ink: Ink, true: bool) -> str:
    flags = ("1", ink.bold), ("3", ink.italic), ("4", ink.underline)
    codes = [
        "0",
        *(code for code, on in flags if on),
        _colour(38, ink.front, true),
        _colour(48, ink.back, true),
    ]
    return f"\x1b[{';'.join(codes)}m"


def _colour(plane: int, colour: Rgb, true: bool) -> str:
    if true:
        return f"{plane};2;{colour[0]};{colour[1]};{colour[2]}"
    return f"{plane};5;{nearest(colour)}"


def nearest(colour: Rgb) -> int:
    """The number that the app will draw this colour with where the terminal has 256 of them.

    Greys, by their saturation, come from the ramp of 24, the rest from the cube of six levels.
    """
    low, high = min(colour) / 255, max(colour) / 255
    light, spread = (low + high) / 2, high - low
    saturation = spread / ((high + low) if light <= 0.5 else (2 - high - low)) if spread else 0
    if saturation < 0.15:
        grey = round(light * 25)
        return 16 if grey == 0 else 231 if grey == 25 else 231 + grey
    red, green, blue = (round(c / 95 if c < 95 else 1 + (c - 95) / 40) for c in colour)
    return 16 + 36 * red + 6 * green + blue
