"""The files that a command's words mean: folders opened up, in a stable order."""

from __future__ import annotations

from pathlib import Path

from reader.document.formats import article_suffixes


def expand(words: tuple[str, ...]) -> list[str]:
    """The articles that the words name: a file as it is, a folder's articles by name, folders inside included."""
    suffixes = article_suffixes()
    found: list[str] = []
    for word in words:
        folder = Path(word)
        if word != "-" and folder.is_dir():
            inside = (p for p in folder.rglob("*") if p.suffix.lower() in suffixes and p.is_file())
            found += sorted(str(p) for p in inside if not _hidden(p.relative_to(folder)))
        else:
            found.append(word)
    return found


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
