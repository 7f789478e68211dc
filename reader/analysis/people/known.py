"""Reads the names of an article a second time, in the light of each other: "Tester Democratic" in a headline is Tester."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.people.gender import is_forename
from reader.analysis.people.kinds import kind_of
from reader.analysis.people.titles import particles
from reader.analysis.words.misread import FINITE
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.names import Name
    from reader.analysis.words.narrative import Narrative

_FORENAMES = ("Don", "Dean", "Earl")
"""Titles that are forenames as often."""


def settle(names: Sequence[Name], story: Narrative) -> list[Name]:
    """Cut what stands around a name that the article also gives alone.

    Args:
        names: as `find_names` gives them; those without words are left out.
        story: the narrative that they stand in.

    Returns:
        In order, disjoint. A name in a headline is kept only where the article's body knows it.
    """
    names = [_with_forename(name, names, story) for name in names]
    body = [name for name in names if name.words and not story.heading[name.first]]
    forms = Counter(name.words for name in body)
    persons = {
        words: n for words, n in forms.items() if len(words) > 1 and kind_of(words) in ("person", "other")
    }
    surnames = {words[-1] for words in persons if kind_of(words) == "person"} | {
        w[0] for w in forms if len(w) == 1
    }
    found: list[Name] = []
    for name in names:
        if not name.words:
            continue
        cut = _cut(name, persons, surnames, story)
        if story.heading[name.first]:
            cut = [
                part
                for part in cut
                if part.words in forms or (len(part.words) == 1 and part.words[0] in surnames)
            ]
        found.extend(cut)
    owners = _owners(body, story)
    return [_with_owner(name, story) if name.possessive and name.words in owners else name for name in found]


def _with_forename(name: Name, names: Sequence[Name], story: Narrative) -> Name:
    """A name with the last word of its title, where that is a forename: "Don Okafor", "Cllr Dean Lund".

    It is a title where the article gives the surname with another forename.
    """
    if len(name.words) != 1 or not name.title or name.title[-1] not in _FORENAMES or name.definite:
        return name
    first = name.last - 2
    if story.words[first] != name.title[-1]:
        return name
    if any(len(other.words) > 1 and other.words[-1] == name.words[0] for other in names):
        return name
    words = (name.title[-1], *name.words)
    start = story.spans[first][0]
    return replace(name, words=words, title=name.title[:-1], start=start, kind="person")


def _owners(names: Sequence[Name], story: Narrative) -> set[tuple[str, ...]]:
    """The names to which "'s" belongs: "Tillman's said", and nowhere "Tillman" alone."""
    behind = (n for n in names if n.possessive and story.words[n.last + 1 : n.last + 2] and not n.title)
    told: set[tuple[str, ...]] = {
        n.words for n in behind if story.words[n.last + 1] in FINITE and len(n.words) == 1
    }
    return told - {n.words[-1:] for n in names if not n.possessive or len(n.words) > 1}


def _with_owner(name: Name, story: Narrative) -> Name:
    """A name with the possessive mark that belongs to it, as businesses have it."""
    words = (*name.words[:-1], name.words[-1] + story.words[name.last])
    end = story.spans[name.last][1]
    return replace(
        name, end=end, words=words, last=name.last + 1, kind="organisation", possessive=False, title=()
    )


def _cut(name: Name, persons: dict[tuple[str, ...], int], surnames: set[str], story: Narrative) -> list[Name]:
    words, n = name.words, len(name.words)
    credit = 2 if words[:2] == ("Getty", "Images") else 1
    if n > credit and (credit == 2 or words[0] in ("Alamy", "Shutterstock", "iStock")):
        return _cut(_part(name, credit, n, story), persons, surnames, story)
    own = persons.get(words, 0)
    heads = sections("organisations")["head"]
    for k in range(n - 1, 0, -1):
        if k > 1 and persons.get(words[:k], 0) >= max(own, 1) and name.kind != "organisation":
            return [_part(name, 0, k, story)]
        joined = {words[n - k - 1].lower(), words[n - k].lower()} & particles()
        if k > 1 and persons.get(words[n - k :], 0) > own and not joined:
            return [_part(name, n - k, n, story)]
    if (
        n > 1
        and not is_forename(words[0])
        and words[-1] in surnames
        and words[-2] in heads
        and words[-1] not in heads
    ):
        return [_part(name, 0, n - 1, story), _part(name, n - 1, n, story)]
    if n == 2 and words[1] in surnames and _is_letters(words[0]) and _is_other_bearer(words, persons):
        # "DCS Lund", whatever rank that is, where the article has an Ana Lund
        return [_part(name, 1, 2, story)]
    if n == 2 and story.heading[name.first] and words[0] in surnames:
        return [_part(name, 0, 1, story)]
    return [name]


def _is_letters(word: str) -> bool:
    """Whether a word is letters that stand for a rank; two are initials."""
    return 3 <= len(word) <= 5 and word.isalpha() and word.isupper() and not is_forename(word)


def _is_other_bearer(words: tuple[str, ...], persons: dict[tuple[str, ...], int]) -> bool:
    """Whether the article gives a surname with a forename too."""
    return any(full[-1] == words[-1] and is_forename(full[0]) for full in persons if full != words)


def _part(name: Name, low: int, high: int, story: Narrative) -> Name:
    """The words `[low, high)` of a name as a name."""
    first = name.last - len(name.words)
    start, end = story.spans[first + low][0], story.spans[first + high - 1][1]
    words = name.words[low:high]
    kept = low == 0
    return replace(
        name,
        start=start,
        end=end,
        words=words,
        title=name.title if kept else (),
        outset=name.outset if kept else start,
        first=name.first if kept else first + low,
        last=first + high,
        kind=kind_of(words) if not name.title else name.kind,
        possessive=name.possessive and high == len(name.words),
        definite=name.definite and kept,
    )
