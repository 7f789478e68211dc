"""Surnames that look like another word: the "May" of an article that tells of Theresa May, the "Young" of Jan Young's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.words.sorts import MONTHS, is_forename, sort_of_name
from reader.analysis.words.tagger import load
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.document.model import Block

_PAIR = re.compile(r"(?<![\w’'-])(?=([A-Z][\w’'-]*\.?) ([A-Z][a-z]+)(?![\w’'-]*\w))")
_DATING = frozenset(
    [
        "in",
        "on",
        "of",
        "since",
        "until",
        "through",
        "between",
        "during",
        "last",
        "next",
        "this",
        "early",
        "mid",
        "late",
        "mid-",
    ]
)
"""What stands before a month, and before no one."""
_PLACING = frozenset(("in", "at", "near", "outside", "across", "around", "the"))
"""What stands before a place, and before no one."""


def surnames(text: str, blocks: Iterable[Block]) -> frozenset[str]:
    """The surnames of an article's people that are a month, a place or a common word too.

    Told by a forename or an honorific before them. The time is linear in the text.
    """
    found = set()
    titles = sections("titles")
    honorifics = titles["honorific m"] | titles["honorific f"]
    for block in blocks:
        if block.kind in ("title", "heading") or _is_headline(text[block.start : block.end]):
            continue
        for match in _PAIR.finditer(text, block.start, block.end):
            first, last = match.groups()
            named = (is_forename(first) and first not in MONTHS) or first in honorifics
            if named and _is_other(last):
                found.add(last)
    return frozenset(found)


def _is_headline(words: str) -> bool:
    """Whether a line gives most of its longer words a great initial."""
    longer = [word for word in words[:_HEAD].split() if len(word) > _LONGER and word[0].isalpha()]
    return sum(word[0].isupper() for word in longer) > _SHARE * len(longer)


_HEAD = 300
"""Code points of a line that are looked at."""
_LONGER, _SHARE = 3, 0.7


def _is_other(word: str) -> bool:
    return word in MONTHS or word.lower() in load().lexicon or sort_of_name([word]) == "place"


def is_surname(words: Sequence[str], place: int, known: frozenset[str]) -> bool:
    """Whether a word stands for the person of that surname, by what is before and behind it."""
    word = words[place]
    if word not in known:
        return False
    before = words[place - 1].lower() if place else ""
    if word in MONTHS:
        following = words[place + 1] if place + 1 < len(words) else ""
        return before not in _DATING and not following[:1].isdigit() and not before.isdigit()
    return before not in _PLACING or sort_of_name([word]) != "place"


def goes_with_name(word: str) -> bool:
    """Whether a word stands behind a name that opens a sentence, and not behind what describes it: a finite verb, "'s"."""
    return word in ("'s", "’s") or not {"VBD", "VBZ"}.isdisjoint(load().lexicon.get(word, ()))
