"""What sort of thing a noun phrase names, by the word lists: a person, a place, an organisation, a paper that speaks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.analysis.words import cues
from reader.analysis.words.wordlists import sections, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SORTS = ("", "person", "place", "organisation", "document", "acronym", "name", "human", "group", "thing")


@cache
def _titles() -> frozenset[str]:
    found = sections("titles")
    heads = ("honorific m", "honorific f", "honorific", "royal", "rank", "office")
    return frozenset(word for head in heads for word in found[head])


@cache
def _forenames() -> frozenset[str]:
    return frozenset().union(*sections("forenames").values())


def is_forename(word: str) -> bool:
    """Whether the lists hold a word as a forename."""
    return word in _forenames()


def is_title(word: str) -> bool:
    """Whether a word is a title or an office that stands before a name: "Gov.", "Chairman"."""
    return word in _titles()


@cache
def _bodies() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Bodies known by name by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(sections("organisations")["body"], key=len, reverse=True):
        words = tuple(name.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(names) for first, names in found.items()}


def body_end(words: Sequence[str], i: int) -> int:
    """The index after the name of a known body that begins at `i`, "Save the Children"; `i` where none does."""
    for name in _bodies().get(words[i], ()):
        if tuple(words[i : i + len(name)]) == name:
            return i + len(name)
    if words[i] == "Save" and words[i + 1 : i + 2] == ["Our"]:
        end = i + 2
        while end < min(len(words), i + _CAMPAIGN) and words[end][0].isupper() and words[end].isalpha():
            end += 1
        return end if end > i + 2 else i  # "Save Our Harbour", as campaigns are called
    dated = words[i] in MONTHS and i + 2 < len(words) and words[i + 1].isdigit()
    return i + 3 if dated and words[i + 2] in sections("organisations")["head"] else i


_CAMPAIGN = 6
"""How many words the name of a campaign has at most."""
MONTHS = words_of("January February March April May June July August September October November December")
"""Months, by whose days movements are called too: "the March 9 Movement"."""


@cache
def _places() -> frozenset[str]:
    found = sections("places")
    return frozenset(word for head in ("country", "region", "city", "tail") for word in found[head])


@cache
def _humans() -> frozenset[str]:
    found = sections("titles")
    heads = ("office", "profession", "noun m", "noun f", "rank")
    return frozenset(word.lower() for head in heads for word in found[head])


@cache
def _groups() -> frozenset[str]:
    return frozenset(
        word.lower() for word in (*sections("titles")["group"], *sections("organisations")["common"])
    )


def sort_of_name(words: Sequence[str]) -> str:
    """The sort of a name, given its words."""
    first, last = words[0], words[-1]
    if len(words) == 1 and last.isupper() and 1 < len(last) < 6 and "." not in last:
        return "acronym"
    if last in sections("organisations")["head"]:
        return "organisation"
    if last in _places() or " ".join(words[-2:]) in _places():
        return "place" if first not in _titles() else "person"
    if first in _titles() or (len(words) > 1 and any(word in _forenames() for word in words[:-1])):
        return "person"
    return "name"


def sort_of_noun(head: str) -> str:
    """The sort of a common noun, given in lower case."""
    one = head[:-1] if head.endswith("s") else head
    if head in cues.DOCUMENTS:
        return "document"
    if head in _humans() or one in _humans() or one.endswith(("man", "woman", "person")):
        return "human"
    if head in _groups() or one in _groups():
        return "group"
    return "thing"


def past_degrees(words: Sequence[str], end: int) -> int:
    """The index after the degrees behind a name that ends before `end`: "Ana Ruiz, M.D., Ph.D."; `end` where there are none."""
    degrees = sections("titles")["degree"]
    while end + 1 < len(words) and words[end] == "," and words[end + 1] in degrees:
        end += 2
    return end
