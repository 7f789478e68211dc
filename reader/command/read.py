"""`read`: the app on a terminal, the rendered article elsewhere."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.text import clean
from reader.command.words import nearest_command
from reader.errors import CallError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.command.settings import Settings


@dataclass(slots=True)
class Wish:
    """What was asked for.

    Attributes:
        from_: the input format's name; None to tell it from the content.
        theme: for this time only.
        width: the measure in cells, for this time only.
        at: code point offset to open at.
        quote: words to open at.
    """

    from_: str | None = None
    theme: str | None = None
    width: int | None = None
    at: int | None = None
    quote: str | None = None


def read(words: tuple[str, ...], wish: Wish, settings: Settings) -> int:
    """Open the articles; returns the exit status."""
    from reader.document.source import local

    words = tuple(local(word) for word in words)
    for word in words:
        _check(word)
    if sys.stdout.isatty():
        return _open(words, wish, settings)
    if not words:
        raise CallError("name an article to print; without one, Pullquote needs a terminal")
    from reader.command.articles import expand
    from reader.command.render import render

    return render(expand(words), wish, settings)


def _open(words: tuple[str, ...], wish: Wish, settings: Settings) -> int:
    """Open the app: on the one article that is named, else on the desk."""
    if len(words) != 1 or os.path.isdir(words[0]):
        if "-" in words:
            raise CallError("standard input is one article: give - alone")
        from reader.ui.app import run

        return run(words, wish, settings)
    from reader.document.source import load
    from reader.first_screen import first_screen

    with _waiting(words[0]):
        document = load(words[0], format=wish.from_)
    if words[0] == "-":
        _keys_from_terminal()
    with first_screen(document, wanted=wish == Wish(from_=wish.from_)) as blocks:
        from reader.ui.app import run

        return run(words, wish, settings, document=document, blocks=blocks)


def _keys_from_terminal() -> None:
    """Put the terminal in the place of standard input, which has been read: the keys come from there."""
    try:
        terminal = os.open("CONIN$" if sys.platform == "win32" else "/dev/tty", os.O_RDWR)
    except OSError as error:
        raise CallError("there is no terminal to take keys from; give a file's name instead of -") from error
    os.dup2(terminal, 0)
    os.close(terminal)


@contextmanager
def _waiting(word: str) -> Iterator[None]:
    """Say what is waited for while the body runs: a server can take its time."""
    from reader.document.source import is_url

    if not is_url(word) or not sys.stderr.isatty():
        yield
        return
    sys.stderr.write(f"fetching {clean(word)[:200]} … (ctrl+c leaves)")
    sys.stderr.flush()
    try:
        yield
    finally:
        sys.stderr.write("\r\x1b[J")
        sys.stderr.flush()


def _check(word: str) -> None:
    """Refuse a word that names nothing, with the nearest command where it looks like one."""
    from reader.document.source import is_url, load

    if word == "-" or is_url(word) or os.path.exists(word):
        return
    if "://" in word:
        raise CallError(f"cannot read {word}: only http and https addresses and files are read")
    if command := nearest_command(word):
        raise CallError(f"no file '{word}'; did you mean the command {command}?")
    load(word)  # says why not, and which file of a like name there is
