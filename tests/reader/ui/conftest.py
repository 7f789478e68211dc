"""A reader at the keys: an article of our own, an analysis of it made by hand, and the app on a screen of a given size."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from reader.analysis.model import Analysis, Speaker, Statement
from reader.command.settings import Settings
from reader.document.model import Block, Document, Span
from reader.document.source import load
from reader.ui.app import PullquoteApp
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

ARTICLE = """Ferry line to close its northern route

The council will "not pay twice for the same pier," Ana Ruiz, the town's mayor, told reporters on Monday. It met at noon.

She said the ferry company had known about the cracks in the pier since 2019, and that its own engineers had warned it twice.

Tom Okafor, who runs the company, denied that. "We were told in May," he said, "and we acted in May."

WATCH: The pier from the air

Ad will display in 05 seconds

Residents say the closure would cut them off. The price [red]rises[/] in May.

Sign up for our newsletter
"""


def spans(*words: str) -> list[Span]:
    return [Span(m.start(), m.end()) for w in words if (m := re.search(re.escape(w), ARTICLE))]


def statement(id: int, speaker: str, source: str, *parts: str, direct: bool = True) -> Statement:
    found = tuple(spans(*parts))
    kind = "direct" if direct else "indirect"
    return Statement(
        id,
        found[0].start,
        found[-1].end,
        found,
        kind,
        found if direct else (),
        None,
        spans(source)[0],
        speaker,
        0.9,
    )


STATEMENTS = (
    statement(0, "Ana Ruiz", "Ana Ruiz", '"not pay twice for the same pier,"'),
    statement(
        1,
        "Ana Ruiz",
        "She",
        "the ferry company had known about the cracks in the pier since 2019",
        direct=False,
    ),
    statement(2, "Tom Okafor", "he said", '"We were told in May,"', '"and we acted in May."'),
    statement(3, "Residents", "Residents", "the closure would cut them off", direct=False),
)
ANALYSIS = Analysis(
    "en",
    STATEMENTS,
    (
        Speaker("Ana Ruiz", "the town's mayor", tuple(spans("Ana Ruiz")), 2),
        Speaker("Tom Okafor", None, tuple(spans("Tom Okafor")), 1),
        Speaker("Residents", None, tuple(spans("Residents")), 1),
    ),
)
KINDS = ["title", "paragraph", "paragraph", "paragraph", "promo", "ad", "paragraph", "boilerplate"]


def classify(document: Document) -> tuple[Block, ...]:
    lines = re.finditer(r"\S.*", document.text)
    if document.text != ARTICLE:
        return tuple(Block("paragraph", m.start(), m.end()) for m in lines)
    return tuple(Block(kind, m.start(), m.end()) for kind, m in zip(KINDS, lines, strict=True))  # type: ignore[arg-type]


@dataclass
class Wish:
    from_: str | None = None
    theme: str | None = None
    width: int | None = None
    at: int | None = None
    quote: str | None = None


@dataclass
class Reader:
    """Opens the app on an article, as often as need be, over one store and one state file."""

    folder: Path
    wish: Wish = field(default_factory=Wish)
    text: str = ARTICLE
    config: str = ""
    store: str = "notes.json"

    def __call__(
        self,
        script: Callable[[PullquoteApp, Pilot[None]], Awaitable[None]],
        size: tuple[int, int] = (120, 40),
    ) -> PullquoteApp:
        path = self.folder / "ferry.txt"
        path.write_text(self.text, encoding="utf-8")
        (self.folder / "config.toml").write_text(self.config, encoding="utf-8")
        settings = Settings(store=str(self.folder / self.store), config=str(self.folder / "config.toml"))
        app = PullquoteApp(load(str(path)), settings, self.wish, self.folder / "state.json", in_place=True)

        async def sitting() -> None:
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                await script(app, pilot)
            app.close_down()

        asyncio.run(sitting())
        return app


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr("reader.session.first_blocks", classify)
    monkeypatch.setattr("reader.document.blocks.classify", classify)
    monkeypatch.setattr(
        "reader.analysis.analyse.analyse",
        lambda document, blocks: ANALYSIS if document.text == ARTICLE else Analysis(),
    )
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)  # a path that a script types is a short one
    return Reader(tmp_path)


def article(app: PullquoteApp) -> ReadingScreen:
    assert isinstance(app.screen, ReadingScreen)
    return app.screen


def shown(app: PullquoteApp) -> list[str]:
    """The rows of the whole screen."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def on_screen(app: PullquoteApp) -> str:
    return "\n".join(shown(app))


def marked(app: PullquoteApp) -> list[tuple[str, str, str]]:
    """The annotations: what, on which words, with which note."""
    notes = article(app).session.notes.annotations
    return [(a.kind, ARTICLE[a.start or 0 : a.end or 0], a.note) for a in notes]
