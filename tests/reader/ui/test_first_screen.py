"""The first screen: what is written before Textual is there is what the app then paints, and the terminal is left whole."""

from __future__ import annotations

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
from tests.reader.ui.terminal import needs_terminal, run

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
        widths.append(article(app).panes.frame.contents)

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


@needs_terminal
def test_the_terminal_is_as_it_was(tmp_path: Path) -> None:
    """Keys typed before the app is there count, the other screen is entered once and left once, no setting is left over."""
    (tmp_path / "tide.txt").write_text(TEXT, encoding="utf-8")
    out, before, after = run(tmp_path / "tide.txt", (rb"The tide came in", b"jq"))
    assert out.count(b"\x1b[?1049h") == 1
    assert out.count(b"\x1b[?1049l") == 1
    assert out.index(b"The tide came in") < out.index(b"\x1b[?1000h")
    assert b"jq" not in out
    assert after == before


@needs_terminal
def test_without_colour_the_app_comes_alone(tmp_path: Path) -> None:
    """What cannot be promised is not written: the app paints the page."""
    (tmp_path / "tide.txt").write_text(TEXT, encoding="utf-8")
    out, before, after = run(tmp_path / "tide.txt", (rb"The tide came in", b"q"), NO_COLOR="1")
    assert out.index(b"\x1b[?1000h") < out.index(b"The tide came in")
    assert after == before
