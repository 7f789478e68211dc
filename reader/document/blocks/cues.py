"""Cue words: the phrases by which page furniture, captions and bylines give themselves away, and the scan for them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?|[^\w\s]|_+")
_ENDS = 80
"""Words looked at from either end of a passage: furniture says what it is at once, or last."""

_Phrase = tuple[tuple[str, ...], bool, bool, str]


def words(text: str) -> list[str]:
    """Words and single signs in lower case, numbers as `#`, curly apostrophes made straight."""
    found = _WORD.findall(text.lower().replace("’", "'"))
    return ["#" if word[0].isdigit() and word.isdecimal() else word for word in found]


@cache
def _sections() -> dict[str, list[str]]:
    """The phrases of `cues.txt` by class."""
    data = re.sub(r"(?m)^#.*$", "", Path(__file__).with_name("cues.txt").read_text("utf-8"))
    found: dict[str, list[str]] = {}
    for section in data.split("[")[1:]:
        name, _, phrases = section.partition("]")
        found[name] = [" ".join(phrase.split()) for phrase in phrases.split(";") if phrase.strip()]
    return found


def listed(name: str) -> list[str]:
    """The phrases of a class, as they are written."""
    return _sections()[name]


@cache
def _table() -> dict[str, list[_Phrase]]:
    """Each phrase under its first word: its further words, whether it must begin and end the passage, its class."""
    table: dict[str, list[_Phrase]] = {}
    for name, phrases in _sections().items():
        for phrase in phrases if name[0] != "=" else ():
            bare = words(phrase.lstrip("^").rstrip("$").replace("#", "0"))
            table.setdefault(bare[0], []).append((tuple(bare[1:]), phrase[0] == "^", phrase[-1] == "$", name))
    return table


def cues(spoken: list[str]) -> dict[str, int]:
    """How many words of a passage belong to phrases of each class; linear in its words, of which the middle is left out.

    Args:
        spoken: the passage as `words` gives it.
    """
    table, size = _table(), len(spoken)
    found: dict[str, int] = {}
    places = range(size) if size <= 2 * _ENDS else (*range(_ENDS), *range(size - _ENDS, size))
    for i in places:
        for rest, begins, ends, name in table.get(spoken[i], ()):
            if begins and i:
                continue
            stop = i + 1 + len(rest)
            if (not rest or tuple(spoken[i + 1 : stop]) == rest) and not (ends and stop != size):
                found[name] = found.get(name, 0) + stop - i
    return found
