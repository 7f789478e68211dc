"""The README's picture: the sample article in the app, marked as a reader might, drawn to docs/pullquote.svg.

Run with `python -m benchmarks.picture`; nothing of the reader's own store or settings is touched.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SIZE = (120, 38)
SCRIPT = (
    *("s", "s", "h", "s", "s", "a", *"Both reports: ask for them."),
    *("tab", *"check", "enter", "ctrl+s", "s", "s"),
)


def draw() -> str:
    """The app after the script, as SVG with the fonts that a viewer has."""
    from reader.command.read import Wish
    from reader.command.settings import Settings
    from reader.document.source import load
    from reader.ui.app import PullquoteApp

    folder = Path(tempfile.mkdtemp(prefix="pullquote-picture-"))
    os.environ["PULLQUOTE_STORE"] = str(folder / "annotations.json")
    os.environ["PULLQUOTE_CONFIG"] = str(folder / "config.toml")
    article = load(str(ROOT / "sample.txt"))
    app = PullquoteApp(article, Settings(), Wish(), folder / "state.json", in_place=True)

    async def sitting() -> str:
        async with app.run_test(size=SIZE) as pilot:
            for key in ("", *SCRIPT):
                await pilot.press(*[key] * bool(key))
                await pilot.pause()
            return app.export_screenshot(title="pullquote sample.txt")

    picture = asyncio.run(sitting())
    app.close_down()
    return _plain_fonts(picture)


def _plain_fonts(picture: str) -> str:
    """Take out the addresses of fonts: a picture fetches nothing."""
    picture = re.sub(r"@font-face \{[^}]*\}\s*", "", picture)
    return re.sub(
        r"font-family: [^;]+;", "font-family: 'DejaVu Sans Mono', Menlo, Consolas, monospace;", picture
    )


if __name__ == "__main__":
    (ROOT / "docs" / "pullquote.svg").write_text(draw(), encoding="utf-8")
