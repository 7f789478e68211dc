"""Which command a command line means: the first word that is no option, if it is a command's name; else `read`."""

from __future__ import annotations

COMMANDS = ("read", "analyze", "notes", "export", "import", "undo", "check", "backups", "purge", "config")

WITH_VALUE = frozenset({"--store", "--config", "--color", "--from", "--theme", "--width", "--at", "--quote"})
"""Options before the first word whose value is a word of its own."""


def with_command(words: list[str]) -> list[str]:
    """The words with the command's name in front.

    Options that stood before the command's name come after it, so that global options hold in both places.
    """
    at = _first_word(words)
    if at is not None and words[at] in COMMANDS:
        return [words[at], *words[:at], *words[at + 1 :]]
    if at is None and any(w in ("--help", "-h", "--version") for w in words):
        return words
    return ["read", *words]


def _first_word(words: list[str]) -> int | None:
    """Index of the first word that is neither an option nor an option's value; None after `--` or where there is none."""
    at = 0
    while at < len(words):
        word = words[at]
        if word == "--":
            return None
        if word == "-" or not word.startswith("-"):
            return at
        at += 2 if word in WITH_VALUE else 1
    return None


def nearest_command(word: str) -> str | None:
    """The command that a mistyped word is close to."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, COMMANDS, n=1, cutoff=0.6)), None)
