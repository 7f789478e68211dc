"""Links: opens the one in focus in the browser, or lets choose where there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.sheet.here import links_here

if TYPE_CHECKING:
    from reader.document.model import Mark
    from reader.ui.screens.reading import ReadingScreen

SAFE = frozenset({"http", "https", "mailto"})
"""The schemes that are ever opened."""


def open_link(screen: ReadingScreen) -> None:
    """Open the link at the cursor, else the one in its sentence; of several, the one whose letter is pressed."""
    here = links_here(screen.sheet)
    if not here:
        screen.say("there is no link in this sentence")
    elif len(here) == 1:
        _open(screen, here[0])
    else:
        letters = dict(zip("asdfghjklqwertyuiop", here, strict=False))

        def chosen(letter: str) -> None:
            if letter in letters:
                _open(screen, letters[letter])

        labels = {link.start: letter for letter, link in letters.items()}
        screen.asking.letter("a letter of the link to open", chosen, labels)


def is_safe(address: str) -> bool:
    """Whether it is an address of the web or of mail, with nothing in it that a terminal could take for an order."""
    try:
        return urlsplit(address).scheme.lower() in SAFE and address.isprintable()
    except ValueError:
        return False


def _open(screen: ReadingScreen, link: Mark) -> None:
    address = link.href or ""
    if not is_safe(address):
        screen.say(f"only web and mail addresses are opened, not {address[:60]}")
        return
    screen.app.open_url(address)
    screen.say(f"asked the browser for {address[:60]}")
