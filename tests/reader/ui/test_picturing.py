"""Pictures: shown when they are asked for, and only then; what cannot be shown is said."""

from __future__ import annotations

import io
import os
import pty
import select
import termios
from pathlib import Path

import pytest
from PIL import Image
from textual.pilot import Pilot

from reader.ui import picturing
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


@needs_terminal
@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ([b"j", b"\x1b[C", b" "], 3),
        ([b"j", b"q", b" "], 2),
        ([b"\x1b"], 1),
        ([b"\x1b[?62;4;22c ", b"\x1b_Gi=1;OK\x1b\\ ", b"\x1b[6;20;10t "], 3),
    ],
)
def test_a_key_typed_while_a_picture_is_drawn_is_not_lost(
    typed: list[bytes], seen: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quick reader's key, or a busy machine's, counts; a terminal's late answer is no key. Each waits before a key is asked for."""
    main, side = pty.openpty()
    stdin, drawn = os.dup(0), []

    def draw(one: picturing.Shown, count: str, way: str) -> None:
        drawn.append(count)
        os.write(main, typed[len(drawn) - 1])
        assert select.select([0], [], [], 30)[0]

    monkeypatch.setattr(picturing, "_draw", draw)
    os.dup2(side, 0)
    try:
        before = termios.tcgetattr(0)
        picturing.draw_all([picturing.Shown(Image.new("RGB", (2, 2)), "")] * len(typed))
        assert len(drawn) == seen
        assert termios.tcgetattr(0) == before
    finally:
        os.dup2(stdin, 0)
        for end in (stdin, main, side):
            os.close(end)
