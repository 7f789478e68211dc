"""Noun phrases from tags: the plain ones, without what follows their head."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reader.analysis.words.lexicon import words_of
from reader.analysis.words.sorts import is_title, sort_of_name, sort_of_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

PhraseKind = Literal["name", "noun", "pronoun", "relative", "there"]

_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAME = frozenset({"NNP", "NNPS"})
_OPENS = frozenset({"DT", "PDT", "PRP$", "WP$"})
_INSIDE = frozenset({"JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "$", "#", "FW"})
_PARTICIPLE = frozenset({"VBN", "VBG", "RBS", "RBR", "RB", "Q"})
_PARTICLES = words_of(
    """
    de da do dos das del della di du la le van von der den ter ten af av bin ibn al el y e zu
    """
)
_TIMES = words_of(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december today yesterday tomorrow tonight week weekend month year
    years months weeks days day night morning afternoon evening hours hour minutes minute moment time times
    while ago jan. feb. aug. sept. oct. nov. dec. decade decades century noon midnight spring summer autumn
    fall winter
    """
)


_MANY = frozenset({"many", "few", "several", "most", "more", "others"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, as a half-open range of items.

    Attributes:
        head: the item of its last noun, or of the pronoun.
        possessor: after the last possessive mark in it, or `low` where it has none.
        time: it names a day, a month, a while.
        sort: what it names, as far as the word lists tell.
    """

    low: int
    high: int
    head: int
    kind: PhraseKind
    possessor: int
    time: bool = False
    sort: str = ""


def find_phrases(words: Sequence[str], tags: Sequence[str], low: int, high: int) -> list[Phrase]:
    """The noun phrases of the items `[low, high)`, in order, disjoint."""
    found: list[Phrase] = []
    item = low
    while item < high:
        phrase = _phrase_at(words, tags, item, high)
        if phrase:
            last = found[-1] if found else None
            if last and _shares_titles(words, last, phrase):
                found[-1] = phrase = replace(phrase, low=last.low)
            else:
                found.append(phrase)
            item = phrase.high
        else:
            item += 1
    return found


def _phrase_at(words: Sequence[str], tags: Sequence[str], item: int, high: int) -> Phrase | None:
    tag = tags[item]
    if tag == "PRP":
        return Phrase(item, item + 1, item, "pronoun", item)
    if tag in ("WP", "WDT"):
        return Phrase(item, item + 1, item, "relative", item)
    if tag == "EX":
        return Phrase(item, item + 1, item, "there", item)
    if tag in _OPENS or tag in _INSIDE or _quoted_opening(tags, item, high):
        return _long_phrase(words, tags, item, high)
    return None


def _shares_titles(words: Sequence[str], last: Phrase, phrase: Phrase) -> bool:
    """Whether two phrases are one name with two titles before it: "Gov. and party chairman Ed Rendell"."""
    joined = last.high + 1 == phrase.low and words[last.high] in ("and", "&")
    if not joined or phrase.kind != "name" or phrase.sort != "person" or words[last.low].lower() == "the":
        return False
    return is_title(words[last.head]) or (last.sort == "human" and words[last.head].islower())


def _quoted_opening(tags: Sequence[str], item: int, high: int) -> bool:
    """Whether a quoted word leads a noun phrase ("Squad" member Ann Lee)."""
    follows = item + 1 < high and tags[item + 1] in _NOUN
    return tags[item] == "Q" and follows and item > 0 and tags[item - 1] in ("DT", "JJ", "PRP$")


def _long_phrase(words: Sequence[str], tags: Sequence[str], low: int, high: int) -> Phrase | None:
    head, possessor = -1, low
    end = low + 1 if tags[low] in _OPENS or tags[low] == "Q" else low
    while end < high:
        tag = tags[end]
        if tag in _INSIDE or (tag == "PDT" and head < 0) or (tag == "DT" and head < 0 and end == low + 1):
            if tag in _NOUN:
                head = end
            elif tag == "POS":
                head, possessor = -1, end + 1
        elif not _goes_on(words, tags, end, high, head):
            break
        end += 1
    if head < 0:
        head = _bare_head(words, tags, low, end)
        if head < 0:
            return None
    end = max(head + 1, low + 1)
    kind: PhraseKind = "name" if tags[head] in _NAME else "noun"
    start, lower = min(possessor, head), words[head].lower()
    sort = sort_of_name(_bare(words, tags, start, end)) if kind == "name" else sort_of_noun(lower)
    return Phrase(low, end, head, kind, start, lower in _TIMES, sort)


def _bare(words: Sequence[str], tags: Sequence[str], low: int, end: int) -> Sequence[str]:
    """The words of a name from its first capital on."""
    while low < end - 1 and tags[low] not in _NAME:
        low += 1
    return words[low:end]


def _goes_on(words: Sequence[str], tags: Sequence[str], item: int, high: int, head: int) -> bool:
    """Whether an item that is no noun still lies within the phrase: a participle or adverb before its noun, "&", a nickname."""
    following = tags[item + 1] if item + 1 < high else ""
    if tags[item] == "Q" and tags[item - 1] in _NAME and head >= 0:
        # Lucky “Boom” Ruiz
        return following in _NAME
    if words[item] == "&" or (words[item].lower() in _PARTICLES and tags[item - 1] in _NAME):
        return following in _NAME
    if words[item][:3] in ("co-", "ex-") and head >= 0:
        return following in _NOUN
    if tags[item] in _PARTICIPLE and head < 0:
        return following in _INSIDE and following != "POS"
    return False


def _bare_head(words: Sequence[str], tags: Sequence[str], low: int, end: int) -> int:
    """The head of a phrase without a noun: "some", "both", "the rich", "another"."""
    for item in range(end - 1, low - 1, -1):
        if tags[item] in ("CD", "JJ", "JJS", "DT", "PDT", "JJR"):
            return item if tags[item] != "JJ" or tags[low] == "DT" or words[item].lower() in _MANY else -1
    return -1
