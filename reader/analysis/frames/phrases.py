"""Noun phrases from tags: the plain ones, without what follows their head."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reader.analysis.words.sorts import (
    MONTHS,
    is_forename,
    is_title,
    past_degrees,
    sort_of_name,
    sort_of_noun,
)
from reader.analysis.words.wordlists import sections, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

PhraseKind = Literal["name", "noun", "pronoun", "relative", "there"]

_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAME = frozenset({"NNP", "NNPS"})
_OPENS = frozenset({"DT", "PDT", "PRP$", "WP$"})
_INSIDE = frozenset({"JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "$", "#", "FW"})
_PARTICIPLE = frozenset({"VBN", "VBG", "RBS", "RBR", "RB", "Q"})
_TIMES = words_of(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december today yesterday tomorrow tonight week weekend month year
    years months weeks days day night morning afternoon evening hours hour minutes minute moment time times
    while ago jan. feb. aug. sept. oct. nov. dec. decade decades century noon midnight spring summer autumn
    fall winter
    """
)


_OVER = frozenset({"of", "for", "in", "at", "to"})
_OFFICE_JOINTS = _OVER | {",", "and", "&"}
"""What joins an office to what it is over: "minister for children, equality and disability"."""
_OFFICE_PARTICIPLES = words_of(
    """
    acting commanding consulting contributing founding managing presiding ranking supervising
    """
)
"""Participles that stand before an office, behind what it belongs to: "Globe managing editor"."""
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
        dated = _date_end(words, tags, item, high)
        phrase = _phrase_at(words, tags, item, dated if dated > item else high)
        if phrase and dated > item:
            phrase = replace(phrase, high=dated, time=True)
        if phrase:
            while (led := _led_by(words, found, phrase)) < len(found):
                low = found[led].low
                phrase = replace(phrase, low=low, possessor=low)
                del found[led:]
            if phrase.kind == "name":
                phrase = _with_particles(words, phrase, found[-1].high if found else low)
                phrase = replace(phrase, high=min(past_degrees(words, phrase.high), high))
            found.append(phrase)
            item = max(phrase.high, dated)
        else:
            item = max(item + 1, dated)
    return found


def _with_particles(words: Sequence[str], phrase: Phrase, least: int) -> Phrase:
    """The phrase of a name with the small words that it begins with: "de la Cruz", "van Dijk", "bin Saeed"."""
    start, particles = phrase.low, sections("grammar")["particle"]
    while start > least and words[start - 1] in particles and words[phrase.head][0].isupper():
        start -= 1
    return phrase if start == phrase.low else replace(phrase, low=start, possessor=start)


def _date_end(words: Sequence[str], tags: Sequence[str], item: int, high: int) -> int:
    """The item behind a date to which a preposition leads and which nothing parts from a noun: "in May 2019 Lund council said".

    The noun is no part of it. `item` where no such date begins there.
    """
    if not item or words[item - 1].lower() not in _DATING:
        return item
    end = item
    if words[item] in MONTHS:
        end += 1 + (item + 1 < high and _DAY.fullmatch(words[item + 1]) is not None)
    elif item + 1 < high and words[item + 1] in MONTHS and _DAY.fullmatch(words[item]):
        end += 2
    if end < high and _YEAR.fullmatch(words[end]):
        end += 1
    alone = end == item + 1 and is_forename(words[item])  # a statement by June Lund
    return item if alone or end >= high or tags[end] not in _INSIDE else end


_DATING = frozenset(("in", "on", "by", "since", "until"))
"""Prepositions that lead to a date and no more."""
_DAY = re.compile(r"[12]?\d|3[01]")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


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


def _led_by(words: Sequence[str], found: Sequence[Phrase], phrase: Phrase) -> int:
    """The place of the first phrase before a person's name that is a part of its title; `len(found)` where none is."""
    if phrase.kind != "name" or not found or not _is_person(words, phrase):
        return len(found)
    if _shares_titles(words, found[-1], phrase):
        return len(found) - 1
    return _office(words, found, phrase)


def _is_person(words: Sequence[str], phrase: Phrase) -> bool:
    """Whether a name is a person's: by a forename, by a title in it, by small words before its capitals."""
    if phrase.sort != "name":
        return phrase.sort == "person"
    own = words[phrase.low : phrase.high]
    titled = any(is_title(word) and word.lower() not in sections("grammar")["no person"] for word in own[:-1])
    return titled or (_ends_small(own) and own[0].lower() not in ("the", "a", "an"))


def _ends_small(words: Sequence[str]) -> bool:
    """Whether what stands before the last two words is a common one: "talk Ana Ruiz", but not "de la Ruiz"."""
    return len(words) > 2 and words[-3].islower() and words[-3] not in sections("grammar")["particle"]


def _office(words: Sequence[str], found: Sequence[Phrase], phrase: Phrase) -> int:
    """The place of the office that a name's phrase ends: "vice president | for news | and talk Ana Ruiz"."""
    if _ends_office(words[phrase.low : phrase.high]):
        high = phrase.low
        for place in range(len(found) - 1, max(-1, len(found) - 5), -1):
            other = found[place]
            between = [word.lower() for word in words[other.high : high]]
            if not between or not _OFFICE_JOINTS.issuperset(between):
                break
            if between[0] in _OVER and _is_office(words, other):
                return place
            if other.sort == "person":
                break
            high = other.low
    return len(found)


def _is_office(words: Sequence[str], phrase: Phrase) -> bool:
    """Whether a phrase is what one person is: "vice president", "head"."""
    head = words[phrase.head]
    several = head.endswith(("s", "s.")) and not head.endswith("ss")
    return not several and (is_title(head) or sort_of_noun(head.lower()) == "human")


def _ends_office(words: Sequence[str]) -> bool:
    """Whether a name stands behind the end of what an office is over, which names no person itself: "talk Ana Ruiz"."""
    first = next((i for i in range(len(words) - 1) if is_forename(words[i])), 0)
    if not first and _ends_small(words):
        first = len(words) - 2
    if not first:
        return False
    last = words[first - 1]
    if last.lower() in sections("grammar")["no person"]:
        return True
    person = is_title(last) or sort_of_noun(last.lower()) == "human" or last.endswith((".", "'s", "’s"))
    return not person and (last[0].isupper() or not last.endswith(("er", "or", "ist", "ian")))


def _shares_titles(words: Sequence[str], last: Phrase, phrase: Phrase) -> bool:
    """Whether two phrases are one name with two titles before it: "Gov. and party chairman Ed Rendell"."""
    joined = last.high + 1 == phrase.low and words[last.high] in ("and", "&")
    if not joined or words[last.low].lower() == "the":
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
        led = tag == "DT" and head < 0 and end == low + 1 and tags[low] != "CD"  # "all the"; not "2020 the"
        if words[end] == "one" and head == end - 1 and tags[head] in _NAME:
            break  # "on Facebook one resident said"
        if tag in _INSIDE or led or (tag == "PDT" and head < 0):
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
    numbered = words[head] in ("Number", "No", "No.") and tags[head + 1 : head + 2] == ["CD"]
    end = max(head + 1 + numbered, low + 1)
    kind: PhraseKind = "name" if tags[head] in _NAME else "noun"
    start, lower = min(possessor, head), words[head].lower()
    sort = sort_of_name(_bare(words, tags, start, end)) if kind == "name" else sort_of_noun(lower)
    return Phrase(low, end, head, kind, start, lower in _TIMES and sort != "person", sort)


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
    if words[item] == "and" and item + 2 < high and tags[item + 2] in _NOUN:
        # the Norwegian and Danish ministries
        return {words[item - 1], words[item + 1]} <= sections("places")["demonym"]
    particles = sections("grammar")["particle"]
    particle = tags[item - 1] in _NAME and words[item].lower() in particles
    if particle and item + 2 < high and words[item + 1].lower() in particles:
        return tags[item + 2] in _NAME or words[item + 2][0].isupper()  # Ana de la Ruiz
    if particle or words[item] in ("&", "/"):
        return following in _NAME
    if head >= 0 and (words[item][:3] in ("co-", "ex-") or words[item] in _OFFICE_PARTICIPLES):
        return following in _NOUN
    if tags[item] == "DT" and words[item][0].isupper() and head == item - 1:
        # Lund This Morning
        return following in _NOUN and words[item + 1][0].isupper() and tags[head] in _NAME
    if tags[item] in _PARTICIPLE and head < 0:
        return following in _INSIDE and following != "POS"
    return False


def _bare_head(words: Sequence[str], tags: Sequence[str], low: int, end: int) -> int:
    """The head of a phrase without a noun: "some", "both", "the rich", "another"."""
    for item in range(end - 1, low - 1, -1):
        if tags[item] in ("CD", "JJ", "JJS", "DT", "PDT", "JJR"):
            return item if tags[item] != "JJ" or tags[low] == "DT" or words[item].lower() in _MANY else -1
    return -1
