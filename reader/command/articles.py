"""The files that a command's words mean: folders opened up, in a stable order."""

from __future__ import annotations

import os
from pathlib import Path

from reader.document.formats import article_suffixes
from reader.errors import CallError, SourceError


def expand(words: tuple[str, ...]) -> list[str]:
    """The articles that the words name: a file as it is, a folder's articles by name, folders inside included.

    Raises:
        SourceError: a folder that may not be looked into.
        CallError: there is no article at all.
    """
    suffixes = article_suffixes()
    found: list[str] = []
    for word in words:
        folder = Path(word)
        if word != "-" and os.path.isdir(word):
            if not os.access(folder, os.R_OK | os.X_OK):
                raise SourceError(word, "you may not look into this folder")
            inside = (p for p in folder.rglob("*") if p.suffix.lower() in suffixes and p.is_file())
            found += sorted(str(p) for p in inside if not _hidden(p.relative_to(folder)))
        else:
            found.append(word)
    if not found:
        raise CallError(f"no article found in {', '.join(words)}")
    return found


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
