"""Pictures on request: those of the block in focus, drawn over the whole terminal as well as it can."""

from __future__ import annotations

import io
import os
import re
import select
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from textual.app import SuspendNotSupported

from reader.document.pictures import picture
from reader.errors import ReaderError
from reader.first_screen import ENTER, HIDE_CURSOR, LEAVE, SHOW_CURSOR
from reader.layout.cells import cut
from reader.sheet.here import pictures_here
from reader.sheet.lines import wrap_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image as Bitmap

    from reader.document.model import Image
    from reader.ui.screens.reading import ReadingScreen

LARGEST = 2400
"""Pixels of a side; a larger picture is made smaller before it is drawn."""
ANSWER = re.compile(rb"\x1b\[[?>]?[\d;]*\$?[cntRy]|\x1b[P_].*?\x1b\\", re.DOTALL)
"""What a terminal says when it is asked what it can."""
AWAITED = 0.05
"""Seconds within which the rest of what began with an escape has to come."""
NEEDS = "pictures need the extra 'images'; pip install 'pullquote[images]' brings it"


class Shown(NamedTuple):
    """A picture that is ready to be drawn.

    Attributes:
        bitmap: its pixels.
        words: its caption, or its alternative text.
    """

    bitmap: Bitmap
    words: str


def show_pictures(screen: ReadingScreen) -> None:
    """Fetch the pictures of the block in focus, then show them one after the other."""
    images = pictures_here(screen.sheet)
    if not images:
        screen.say("there is no picture here; c goes to the next caption")
    elif screen.config.reader.images == "off" or "NO_COLOR" in os.environ:
        screen.say("pictures are turned off")
    else:
        screen.say("fetching the picture …")
        screen.run_worker(lambda: _fetch(screen, images), thread=True, group="pictures", exclusive=True)


def _fetch(screen: ReadingScreen, images: list[Image]) -> None:
    """Runs in a thread of its own: a server may take its time."""
    shown, why = [], ""
    for image in images:
        try:
            shown.append(ready(screen, image))
        except ImportError:
            why = NEEDS
        except ReaderError as error:
            why = str(error)
    screen.app.call_from_thread(_show, screen, shown, why)


def ready(screen: ReadingScreen, image: Image) -> Shown:
    """Read and decode a picture.

    Raises:
        ImportError: the extra is not installed.
        ReaderError: the picture cannot be had, or is none.
    """
    from PIL import Image as Pillow

    document, boundaries = screen.session.document, screen.sheet.boundaries
    block = screen.session.blocks[boundaries.block_at(min(image.at, max(0, len(document.text) - 1)))]
    words = document.text[block.start : block.end] if block.kind == "caption" else image.alt
    data = picture(document, image)
    try:
        bitmap = Pillow.open(io.BytesIO(data))
        bitmap.thumbnail((LARGEST, LARGEST))
        return Shown(bitmap.convert("RGB"), " ".join(words.split()))
    except (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError) as error:
        raise ReaderError(f"the picture of {cut(words or image.href, 40)} cannot be decoded") from error


def _show(screen: ReadingScreen, shown: list[Shown], why: str) -> None:
    if not screen.is_current:
        return
    try:
        if shown:
            with screen.app.suspend():
                draw_all(shown, screen.config.reader.images)
    except SuspendNotSupported:
        why = "pictures cannot be shown on this terminal"
    except ImportError:
        why = NEEDS
    screen.say(why, error=bool(why))
    screen.update()


def draw_all(shown: list[Shown], way: str = "auto") -> None:
    """Draw the pictures on the terminal, each until a key; `q` and `escape` leave the rest.

    Args:
        way: as the configuration has it: "kitty", "sixel", "blocks", or "auto" for what the terminal says it can.
    """
    out = sys.__stdout__
    assert out is not None
    out.write(ENTER + HIDE_CURSOR)
    try:
        with _keys_kept():
            _ask_terminal()
            for number, one in enumerate(shown, 1):
                _draw(one, f"{number} of {len(shown)} · " if len(shown) > 1 else "", way)
                if _key() in ("q", "\x1b"):
                    break
    finally:
        out.write(LEAVE + SHOW_CURSOR)
        out.flush()


def _ask_terminal() -> None:
    """Have the terminal asked what it can; what is left of answers that came late must not be taken for keys."""
    import termios

    import textual_image.renderable  # noqa: F401  # asks when it is imported

    termios.tcflush(0, termios.TCIFLUSH)


def _draw(one: Shown, count: str, way: str) -> None:
    """One picture above its caption, both in the middle. A cell is taken to be twice as high as it is wide."""
    from rich.align import Align
    from rich.console import Console
    from rich.text import Text
    from textual_image import renderable

    ways = {
        "kitty": renderable.TGPImage,
        "sixel": renderable.SixelImage,
        "blocks": renderable.HalfcellImage,
    }
    picture_of = ways.get(way, renderable.Image)
    console = Console(file=sys.__stdout__, highlight=False)
    width, height = console.size
    words = wrap_words(one.words, min(width - 4, 90))[:4] if one.words else []
    rows = max(3, height - len(words) - 4)
    across, down = one.bitmap.size
    cells = max(1, min(width - 4, round(2 * rows * across / max(1, down))))
    console.print("\x1b[H\x1b[2J", end="", markup=False)
    console.print(Align.center(picture_of(one.bitmap, width=cells, height="auto")))
    for line in words:
        console.print(Align.center(Text(line, style="italic")))
    console.print(Align.center(Text(f"{count}any key goes on", style="dim")))


@contextmanager
def _keys_kept() -> Iterator[None]:
    """Have keys come one by one and unseen, those typed while a picture is being drawn too; the terminal's ways are put back."""
    import termios
    import tty

    before = termios.tcgetattr(0)
    tty.setcbreak(0, termios.TCSANOW)  # its default would throw away what was typed already
    try:
        yield
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, before)


def _key() -> str:
    """Wait for a key; end of input counts as leaving. A slow terminal's late answer to a question is no key."""
    while typed := os.read(0, 1024):
        if typed.startswith(b"\x1b") and select.select([0], [], [], AWAITED)[0]:
            typed += os.read(0, 1024)
        if key := ANSWER.sub(b"", typed):
            return key.decode("utf-8", "replace")
    return "q"
