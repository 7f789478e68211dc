"""Finds an office that leads up to a name without a comma: "Chairperson of the Committee on Health Ana Ruiz"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.people import roles
from reader.analysis.people.gender import is_forename
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

_PREPOSITIONS = frozenset(("of", "for", "in", "on", "at"))
_INSIDE = frozenset(("the", "and", "&", "'s", "’s", "'", "’")) | _PREPOSITIONS
_LONGEST = 14
"""How many words an office has at most, with what it is over."""


def office_before(words: Sequence[str], first: int) -> int:
    """Where the office begins that leads up to a name.

    Args:
        words: of the text.
        first: index of the name's first word.

    Returns:
        Index of the first word of "Clerk in Parliament", "President of the Guild (TG)"; `first` where there is none.
    """
    end = _before_acronym(words, first)
    if end < 3 or not _is_body(words[end - 1]):
        return first
    for k in range(end - 2, max(-1, end - _LONGEST), -1):
        if words[k + 1] in _PREPOSITIONS and roles.is_person_noun(words[k]):
            return _with_adjectives(words, k)
        if not (
            words[k] in _INSIDE
            or words[k][0].isupper()
            or (words[k][0].isalpha() and words[k - 1] in _INSIDE)
        ):
            break
    return first


def name_within(words: Sequence[str], low: int, high: int) -> int | None:
    """Where in a run of capitals the name begins, behind an office that the run ends: "… Committee Ana Ruiz"."""
    for k in range(low + 1, high - 1):
        if is_forename(words[k]) and words[k + 1][0].isupper() and not _is_body(words[high - 1]):
            return k if office_before(words, k) < k else None
    return None


def _before_acronym(words: Sequence[str], first: int) -> int:
    """The index of a name's first word, or of the brackets before it with initials or a few capitals: "(Roads and Fences)"."""
    if first < 4 or words[first - 1] != ")":
        return first
    for k in range(first - 3, max(0, first - 7), -1):
        if words[k] == "(":
            inside = words[k + 1 : first - 1]
            return (
                k
                if all(w[0].isupper() or w.isupper() or w in _INSIDE or w[1:].isupper() for w in inside)
                else first
            )
    return first


def _is_body(word: str) -> bool:
    """Whether a word names what someone can hold an office in."""
    organisations = sections("organisations")
    return word in organisations["head"] or word in organisations["common"] or word == "Parliament"


def _with_adjectives(words: Sequence[str], head: int) -> int:
    """Where an office begins with the capitals before its noun: "Deputy Chief Clerk"."""
    starters = sections("grammar")["starter"]
    while (
        head > 0
        and words[head][0].isupper()
        and words[head - 1][0].isupper()
        and words[head - 1] not in starters
    ):
        head -= 1
    return head


def widened(words: Sequence[str], starts: Sequence[bool], begin: int) -> int:
    """Where an office begins with what stands before it: "Poet and pilot", "Coast Guard (VCG) Chief".

    Args:
        words: of the text.
        starts: for each whether a sentence begins with it.
        begin: index of the office's first word.
    """
    if begin < 2 or starts[begin]:
        return begin
    low = _before_acronym(words, begin)
    if low == begin:
        if words[begin - 1] != "and" or starts[begin - 1]:
            return begin
        if starts[begin - 2] and roles.is_person_noun(words[begin - 2]):
            return begin - 2  # "Poet and pilot Ana Ruiz"
        return begin
    return _over(words, starts, low, begin)


def _over(words: Sequence[str], starts: Sequence[bool], low: int, begin: int) -> int:
    """Where the capitals begin that end before `low` and tell what an office is over; `begin` where they are someone's name."""
    first = low
    while first > 0 and words[first - 1][0].isupper() and low - first < 6 and not starts[first]:
        first -= 1
    first += first < low and words[first] in sections("grammar")["starter"]
    named = (
        any(is_forename(word) for word in words[first:low]) or words[first] in sections("titles")["office"]
    )
    return begin if first == low or named else first
