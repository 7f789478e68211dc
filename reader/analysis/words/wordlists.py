"""Reads the word lists of the analysis: plain text, `#` remarks, `[section]` heads, words parted by blanks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"


def words_of(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.split())


@cache
def sections(name: str) -> dict[str, frozenset[str]]:
    """The sections of the word list `name`; in the file `_` stands for the space inside an entry."""
    words: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (_DATA / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = words.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            current.extend(line.split())
    return {
        head: frozenset(w.replace("_", " ") if "_" in w else w for w in found)
        for head, found in words.items()
    }


@cache
def pairs(name: str, head: str) -> dict[str, str]:
    """A section whose entries stand for something: each word left of a "=", parted by "|", with what is right of it."""
    entries = (entry.split("=") for entry in sections(name)[head])
    return {word: whole for words, whole in entries for word in words.split("|")}
