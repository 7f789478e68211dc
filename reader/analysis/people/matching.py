"""Compares names: whether two forms can be one person's."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.analysis.people import titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ARTICLES = ("al-", "el-")
_LONG_ENOUGH = 5
"""Shorter names that differ in a letter are mostly two names."""


@lru_cache(4096)
def key_of(word: str) -> str:
    """A word of a name as it is compared: small, curls evened out, without accents."""
    plain = word.casefold().replace("’", "'").strip(".'")
    if plain.startswith(_ARTICLES) and len(plain) > _LONG_ENOUGH:
        plain = plain[3:]  # el-Sayed is Sayed
    if plain.isascii():
        return plain
    return "".join(char for char in unicodedata.normalize("NFD", plain) if not unicodedata.combining(char))


def core_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words that tell one name from another: no initials, no suffixes, case and curls evened out."""
    return _core(tuple(words))


@lru_cache(4096)
def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(
        key_of(w)
        for w in words
        if len(w.rstrip(".")) > 1 and w not in titles.SUFFIXES and w[0] not in "\"“'‘("
    )
    return found or tuple(key_of(w) for w in words)


def spellings(word: str) -> frozenset[str]:
    """What a word leaves with one letter left out, and itself: words that share one differ in a letter, or in where it stands."""
    if len(word) < _LONG_ENOUGH:
        return frozenset()
    return frozenset((word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))))


def contains(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether a name's words hold another's in a row."""
    n = len(part)
    return any(tuple(whole[i : i + n]) == tuple(part) for i in range(len(whole) - n + 1))


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of two words and more can be one person's: a middle name, an initial, a particle may differ."""
    if differ_in_suffix(one, other):
        return False
    a, b = core_of(one), core_of(other)
    if len(a) > len(b):
        a, b = b, a
    if contains(b, a):
        return len(a) > 1 or len(b) == 1
    if a[-1] != b[-1]:
        return False
    return a[0] == b[0] or (len(a) == 1 and one[0][0].casefold() == other[0][0].casefold())


def differ_in_suffix(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names tell two generations: "Cyrus Ambrose Sr." is not "Cyrus Ambrose Jr."."""
    ends = [name[-1].rstrip(".") for name in (one, other) if name[-1] in titles.SUFFIXES]
    return len(ends) == 2 and ends[0].replace("n", "") != ends[1].replace("n", "")
