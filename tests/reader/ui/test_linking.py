"""Links: opened by key, and given to the terminal; never an address that is more than an address."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual.pilot import Pilot

from reader.ui.app import PullquoteApp
from reader.ui.linking import is_safe
from tests.reader.ui.conftest import Reader, article, on_screen


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/a?b=c;d#e", True),
        ("mailto:desk@example.org", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://example.org/\x1b]0;title\x07", False),
        ("https://example.org/\x9c", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_plain_addresses_are_followed(address: str, safe: bool) -> None:
    """Web and mail alone, and nothing that a terminal could take for an order."""
    assert is_safe(address) is safe


def test_the_terminal_gets_the_link(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each link's words carry its own address, one that is not to be followed none; `l` opens the one at the cursor."""
    from reader.document.model import Document, Mark
    from reader.document.source import load

    marks = (Mark("link", 4, 11, "https://example.org/council"), Mark("link", 12, 16, "javascript:x"))

    def linked(path: str) -> Document:
        import dataclasses

        return dataclasses.replace(load(path), marks=marks)

    monkeypatch.setattr("tests.reader.ui.conftest.load", linked)
    reader.text = "The council will meet. It met at noon.\n"
    opened: list[str] = []

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        strips = app.screen._compositor.render_strips()
        rows: list[Segment] = [segment for strip in strips for segment in strip]
        links = {s.text: s.style.link for s in rows if s.style is not None and s.style.link}
        assert links == {"council": "https://example.org/council"}
        monkeypatch.setattr(app, "open_url", opened.append)
        article(app).jump(5)
        await pilot.press("l")
        assert opened == ["https://example.org/council"]
        article(app).jump(13)
        await pilot.press("l")
        assert "only web and mail addresses are opened" in on_screen(app)

    reader(script)
    assert opened == ["https://example.org/council"]
