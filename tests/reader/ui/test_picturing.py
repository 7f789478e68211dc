"""Pictures: shown when they are asked for, and only then; what cannot be shown is said."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from textual.pilot import Pilot

from reader.ui.app import PullquoteApp
from tests.reader.ui.conftest import Reader, on_screen
from tests.reader.ui.terminal import needs_terminal, run

PAGE = """# The tide came in

The harbour wall will be raised by a metre before the winter.

![The sun over the pier](pier.png)

The work begins in June and takes eight months.
"""


def article(folder: Path) -> Path:
    data = io.BytesIO()
    Image.new("RGB", (64, 40), (200, 30, 40)).save(data, "PNG")
    (folder / "pier.png").write_bytes(data.getvalue())
    path = folder / "tide.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


@needs_terminal
def test_a_picture_is_drawn_and_the_page_comes_back(tmp_path: Path) -> None:
    """`c` to the caption, `p`: its colours on the terminal with its words below; any key, and the article stands there again."""
    keys = [
        (rb"The tide came in", b"c"),
        (rb"p.{0,40}picture", b"p"),
        (rb"any key goes on", b" "),
        (rb"any key goes on[\s\S]*raised by a metre", b"q"),
    ]
    out, before, after = run(article(tmp_path), *keys, TERM="xterm-256color")
    drawn = out[out.index(b"\x1b[2J") : out.index(b"any key goes on")]
    assert "▀".encode() in drawn
    assert b"200;30;40" in drawn
    assert b"The sun over the pier" in drawn
    assert after == before


def test_where_there_is_none_it_says_so(reader: Reader) -> None:
    """The key does something everywhere."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("p")
        assert "there is no picture here" in on_screen(app)

    reader(script)


@needs_terminal
def test_the_way_of_drawing_can_be_set(tmp_path: Path) -> None:
    """Where a terminal does not tell what it can, the reader does: here sixels, which it never spoke of."""
    page = article(tmp_path)
    (tmp_path / "pullquote").mkdir()
    (tmp_path / "pullquote" / "config.toml").write_text('[reader]\nimages = "sixel"\n', encoding="utf-8")
    keys = [
        (rb"The tide came in", b"c"),
        (rb"p.{0,40}picture", b"p"),
        (rb"any key goes on", b" "),
        (rb"any key goes on[\s\S]*raised by a metre", b"q"),
    ]
    out, _, _ = run(page, *keys, TERM="xterm-256color")
    assert b"\x1bP" in out
    assert "▀".encode() not in out[out.index(b"\x1b[2J") :]
