"""Finds the proper names of a text: runs of capitalised words, without their titles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.people import offices, titles
from reader.analysis.people.gender import is_forename
from reader.analysis.people.kinds import demonyms, is_thing, kind_of, places
from reader.analysis.people.runs import (
    CLITICS,
    OWNERS,
    begins_name,
    is_capital,
    leads_in_korean,
    owns_organisation,
    run_end,
)
from reader.analysis.words.sorts import body_end, past_degrees
from reader.analysis.words.surnames import goes_with_name, is_surname
from reader.analysis.words.tagger import tag
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.kinds import Kind


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name where it stands.

    Attributes:
        start: of the name proper, code points.
        end: after it; a possessive "'s" is left out.
        words: of the name proper.
        title: the words of the same run before it; may be empty.
        outset: where the run begins, title included.
        first: index of the run's first token.
        last: index after the name's last token.
        kind: what the name alone tells; "other" where it tells nothing.
        definite: an article stands before the run.
        possessive: "'s" follows.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: tuple[str, ...]
    outset: int
    first: int
    last: int
    kind: Kind
    definite: bool = False
    possessive: bool = False


def find_names(
    words: Sequence[str], spans: Sequence[tuple[int, int]], starts: Sequence[bool], small: frozenset[str]
) -> list[Name]:
    """The proper names among the tokens.

    Args:
        words: the tokens' text.
        spans: where they stand, code points.
        starts: for each token whether a sentence begins with it.
        small: words that this text writes with a small initial within sentences.

    Returns:
        In order, disjoint. A title alone gives a name without words.
    """
    found: list[Name] = []
    inner = frozenset(b for a, b in pairwise(words) if b[0].isupper() and a[0].isupper())
    within = frozenset(
        pair
        for pair, opens in zip(pairwise(words), starts, strict=False)
        if not opens and pair[0][0].isupper() and pair[1][0].isupper()
    )
    surnames = _starting_surnames(words)
    i = 0
    while i < len(words):
        if not is_capital(words[i]) or (
            words[i] in sections("grammar")["starter"]
            and not begins_name(words, i)
            and not (words[i] in surnames and _is_surname(words, i, surnames, opens=starts[i]))
        ):
            i += 1
            continue
        j = run_end(words, spans, starts, i)
        if i and j == i + 1 and past_degrees(words, i - 1) > i:
            i = j
            continue
        again = j - i > 1 and (words[i], words[i + 1]) in within
        begin = i if again else _skip_opening(words, i, j, starts[i], small)
        while begin < j - 1 and words[begin].endswith(_HOMES):
            begin += 1
        if begin == i == j - 1 and starts[i] and _is_participle(words[i].lower()) and words[i] not in inner:
            begin = j
        if begin < j:
            name = _name(words, spans, offices.name_within(words, begin, j) or begin, j)
            found.append(_with_apostrophe(name, words, spans))
        i = j
    return found


def _starting_surnames(words: Sequence[str]) -> frozenset[str]:
    """Which words that have a capital for other reasons too are people's surnames here: the "May" of Theresa May."""
    listed = sections("grammar")["surname starter"]
    return frozenset(
        last
        for first, last in pairwise(words)
        if last in listed and (is_forename(first) or first in titles.honorifics()) and first not in listed
    )


def _is_surname(words: Sequence[str], i: int, surnames: frozenset[str], *, opens: bool) -> bool:
    """Whether such a word stands for a person, and where it `opens` a sentence, before a verb or a possessive."""
    if not is_surname(words, i, surnames):
        return False
    return not opens or (i + 1 < len(words) and goes_with_name(words[i + 1]))


def _with_apostrophe(name: Name, words: Sequence[str], spans: Sequence[tuple[int, int]]) -> Name:
    """The name with the apostrophe that it begins with, as Sesotho names do: ’Mamello Pitso."""
    first = name.last - len(name.words)
    if first < 1 or not name.words or words[first] != name.words[0] or words[first - 1] not in ("’", "'"):
        return name
    before = words[first - 2] if first > 1 else ""
    joined = spans[first - 1][1] == spans[first][0] and (
        not before or spans[first - 2][1] < spans[first - 1][0]
    )
    if not joined or (words[first - 1] == "'" and before not in titles.honorifics()):
        return name
    title = (before,) if before in titles.honorifics() and not name.title else name.title
    start = spans[first - 1][0]
    outset = spans[first - 2][0] if title and not name.title else min(name.outset, start)
    return replace(
        name,
        start=start,
        words=(words[first - 1] + name.words[0], *name.words[1:]),
        title=title,
        kind="person" if title else name.kind,
        outset=outset,
    )


_HOMES = ("-based", "-born", "-educated", "-raised", "-trained", "-year-old")
"""How words end that stand before a name and tell where someone is from, or how old: "Oslo-based Ana Ruiz"."""
_MARKS = frozenset("\"“‘'(”’),")


_OVER = frozenset(("Minister", "Secretary", "Commissioner", "Director", "Correspondent", "Editor"))
"""Offices that are over something."""
_DAYS = frozenset(("today", "yesterday", "tomorrow", "tonight"))


_BINDING = (["&"], ["for"], ["Without"], ["Against"])
"""What binds the word that opens a name to it, common or not: "Doctors Without Borders"."""


def _is_participle(word: str) -> bool:
    """Whether a word that opens a sentence is a common verb's "-ing": "Reacting, the chairman said"."""
    common = sections("common")["word"]
    return word.endswith("ing") and any(stem in common for stem in (word[:-3], word[:-3] + "e", word[:-4]))


def _is_epithet(words: Sequence[str], i: int, j: int) -> bool:
    """Whether a sentence opens with an adjective before a forename: "Blushing Ana Ruiz", "Gobsmacked Tom"."""
    word = words[i]
    led = word.isalpha() and word.lower() not in titles.particles() and not is_forename(word)
    if j - i < 2 or not led or not is_forename(words[i + 1]) or words[i + 1].isupper():
        return False
    if word in places() or word in demonyms() or word in sections("organisations")["head"]:
        return False
    return tag(["The", word.lower(), "woman"])[1] in ("JJ", "VBN", "VBG", "JJR", "JJS")


def _is_dropped_noun(word: str) -> bool:
    """Whether a word in capitals, as a story opens, is a noun of people: "TEACHERS"."""
    listed = sections("titles")["profession"] | sections("titles")["group"]
    return (
        len(word) > 4
        and word.isupper()
        and not listed.isdisjoint((word.lower(), word.lower().removesuffix("s")))
    )


def _skip_opening(words: Sequence[str], i: int, j: int, starts: bool, small: frozenset[str]) -> int:
    """Where the name begins once a word with a sentence's capital is left out."""
    counted = words[i + 1 : min(i + 2, j)] in _BINDING or {"and", "Minister"} <= set(words[i:j])
    if not starts or titles.is_title(words[i]) or counted or body_end(words, i) > i:
        return i
    if leads_in_korean(words, i):
        return i
    word = words[i].lower()
    if _is_epithet(words, i, j):
        return i + 1
    common = word in sections("common")["word"] or word in small or _is_dropped_noun(words[i])
    if word in titles.particles() and j - i > 1:
        return i
    if j - i == 1:
        return j if common and not (is_forename(words[i]) and word not in small) else i
    if common and not is_forename(words[i]):
        if words[i + 1] in _OVER and tag([word, words[i + 1].lower()])[0] == "NN" and word not in _DAYS:
            # "Water Minister Ana Ruiz": what an office is over may be a common word
            return i
        # "Police Commissioner", "Goldman Sachs": a title or an organisation may begin with a common word
        body = (
            words[i] in sections("organisations")["of a country"] and words[j - 1] in places() and j - i == 2
        )
        return i if body or words[j - 1] in sections("organisations")["head"] else i + 1
    return i


def _name(words: Sequence[str], spans: Sequence[tuple[int, int]], i: int, j: int) -> Name:
    run: list[str] = []
    at: list[int] = []
    for k in range(i, j):
        if (
            k > i
            and words[k] in OWNERS
            and spans[k][0] == spans[k - 1][1]
            and owns_organisation(words, spans, k)
        ):
            run[-1] += words[k]
        elif words[k] == "," and words[k + 1] not in titles.SUFFIXES:
            run[-1] += ","
        elif words[k] not in _MARKS:
            run.append(words[k])
            at.append(k)
    definite = i > 0 and words[i - 1].lower() in ("the", "a", "an")
    job = i > 0 and words[i - 1][0].islower() and words[i - 1] in sections("titles")["profession"]
    start, end = _proper(run, definite, job)
    if definite and end < len(run) and run[-1] in sections("titles")["calling"] and not is_forename(run[0]):
        # "the North Lund MP" is whoever sits for it
        start = end = len(run)
    if words[j : j + 2] in (["'s", "Counsel"], ["’s", "Counsel"]) and run[-1] in ("King", "Queen"):
        end -= 1
    proper = tuple(run[start:end])
    kind = kind_of(proper, definite and start == 0) if proper else "other"
    if start and kind == "other" and not (proper and is_thing(proper)):
        kind = "person"
    first, last = (at[start], at[end - 1]) if proper else (at[-1], at[-1])
    return Name(
        spans[first][0] if proper else spans[last][1],
        spans[last][1],
        proper,
        tuple(run[:start]),
        spans[i][0],
        i,
        last + 1,
        kind,
        definite,
        last + 1 < len(words) and words[last + 1] in (*CLITICS, "'", "’"),
    )


def _proper(run: Sequence[str], definite: bool, job: bool) -> tuple[int, int]:
    """Where in the run the name proper stands: all of it for an organisation, a place or a people."""
    whole = kind_of(run, definite)
    if whole == "organisation" and body_end(run, 0) == len(run):
        return 0, len(run)
    start, end = titles.split(run, job)
    titled = start > 0 and end - start > 1
    if whole in ("place", "group") and not (
        titled and (run[0] in titles.honorifics() or kind_of(run[start:end]) == "person")
    ):
        return 0, len(run)
    if start < end < len(run) and kind_of(run[start:end]) == "person":
        # letters behind a name, which are those of a club too: "Ana Ruiz SC"
        return start, end
    if len(run) == 1 and start == end:
        return start, end
    if whole == "organisation":
        rest = kind_of(run[start:end]) if start < end else "other"
        named = start > 0 and rest in ("person", "other") and end - start <= 4
        if (
            not named
            or run[-1] in sections("organisations")["head"] - sections("grammar")["surname organisation"]
        ):
            return 0, len(run)
        if rest == "other" and not (titles.tells_person(run[:start]) or titles.is_office_of(run)):
            return 0, len(run)
    return start, end
