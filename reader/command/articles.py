"""The files that a command's words mean: folders opened up, in a stable order."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from reader.document.formats import article_suffixes
from reader.errors import CallError


class Meant(NamedTuple):
    """What the words name.

    Attributes:
        files: the articles in order, with the folders among them that may not be looked into.
        closed: why not, by such a folder.
    """

    files: list[str]
    closed: dict[str, str]


def expand(words: tuple[str, ...]) -> Meant:
    """The articles that the words name: a file as it is, a folder's articles by name, folders inside included.

    Raises:
        CallError: there is no article at all.
    """
    meant = Meant([], {})
    for word in words:
        if word != "-" and os.path.isdir(word):
            meant.files.extend(sorted(_articles_in(word, meant.closed)))
        else:
            meant.files.append(word)
    if not meant.files:
        raise CallError(f"no article found in {', '.join(words)}")
    return meant


def shown(path: str) -> str:
    """A path as text: a byte of a file's name that is no text is spelled out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _articles_in(folder: str, closed: dict[str, str]) -> list[str]:
    found: list[str] = []

    def refused(error: OSError) -> None:
        path = str(Path(error.filename))
        if not isinstance(error, FileNotFoundError):
            closed[path] = f"cannot read {path}: you may not look into this folder"
            found.append(path)

    suffixes = article_suffixes()
    for here, folders, names in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = (Path(here, name) for name in names if not name.startswith("."))
        found += [str(path) for path in files if path.suffix.lower() in suffixes and path.is_file()]
    return found
