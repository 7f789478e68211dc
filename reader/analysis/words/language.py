"""Tells whether a text is English, from its commonest small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from reader.analysis.words.wordlists import sections

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("ar", "\u0600", "\u06ff"),
    ("hi", "\u0900", "\u097f"),
    ("bn", "\u0980", "\u09ff"),
    ("ta", "\u0b80", "\u0bff"),
    ("th", "\u0e00", "\u0e7f"),
    ("ka", "\u10a0", "\u10ff"),
    ("am", "\u1200", "\u137f"),
    ("ja", "\u3040", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("ko", "\uac00", "\ud7af"),
)
_LATIN = "\u036f"
"""No letter of the Latin script that a language is told by lies beyond."""
_SAMPLE = 6000
"""Words looked at, from the beginning, the middle and the end."""
_LEAST = 16
"""Fewer words tell too little: such a text counts as English unless its script says otherwise."""


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language, as a guess.

    Args:
        text: of any length; a long one is sampled, so that the time is bounded.

    Returns:
        "en" also where too little is there to tell.
    """
    sample = text if len(text) <= 3 * _SAMPLE else _three_parts(text)
    foreign = [char for char in sample if char > _LATIN and char.isalpha()]
    letters = sum(map(str.isalpha, sample)) if foreign else 0
    for code, low, high in _SCRIPTS if len(foreign) > 0.1 * letters else ():
        share = sum(low <= char <= high for char in foreign) / letters
        if share > (0.1 if code == "ja" else 0.4):
            return code
    words = Counter(map(str.lower, _WORD.findall(sample)))
    total = words.total()
    if total < _LEAST:
        return "en"
    counts = {
        code: sum(words[word] for word in small & words.keys()) / total
        for code, small in _small_words().items()
    }
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > counts["en"] * 1.2 and counts[best] > 0.08 else "en"


def _three_parts(text: str) -> str:
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return sections("languages")
