"""Parts the title from the name: "Philippine Marine Corps Commandant Major General Ana Ruiz" is Ana Ruiz."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.people.gender import is_forename
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "Snr", "Jnr", "II", "III", "IV"))
"""What stands after a name and belongs to it; other letters after a name ("QC", "MP") do not."""

_WITHIN = frozenset(("in", "at", "of", "elect", "Then", "then", "Co", "co", "Ex", "ex", "Vice", "vice"))
"""What is joined to a title by a hyphen and makes it no other: "Co-anchor"."""


def particles() -> frozenset[str]:
    """Small words that stand inside names."""
    return sections("grammar")["particle"]


@cache
def title_words() -> frozenset[str]:
    """Words, and word pairs, that can begin or fill a title before a name, as written there."""
    titles = sections("titles")
    jobs = {
        joined
        for word in titles["profession"]
        for joined in (
            word,
            word[:1].upper() + word[1:],
            "-".join(part.capitalize() for part in word.split("-")),
        )
    }
    heads = ("honorific m", "honorific f", "honorific", "rank", "office")
    return frozenset(jobs).union(*(titles[head] for head in heads))


@cache
def honorifics() -> frozenset[str]:
    """Forms of address, which tell no job: "Mr", "Dame"."""
    titles = sections("titles")
    return titles["honorific m"] | titles["honorific f"] | titles["honorific"] - {"Ambassador", "Chief"}


@cache
def royal() -> frozenset[str]:
    """Titles that a name of one word keeps: "Prince Harry", "Pope Leo"."""
    return sections("titles")["royal"]


@cache
def _dispensable() -> frozenset[str]:
    """Words that are no forename when two further words of a name follow: adjectives, places, acronyms."""
    places = sections("places")
    named = (words for head, words in places.items() if head not in ("lead", "part"))
    found = frozenset().union(*named) | sections("organisations")["acronym"]
    return found | sections("organisations")["head"]


def is_dispensable(word: str) -> bool:
    """Whether a word, forename or not, is the name of a place, a people or a kind of organisation."""
    return word in _dispensable()


def is_title(word: str) -> bool:
    """Whether the word can be part of a title, as it is written or, in capitals throughout, as it would be."""
    if word in title_words() or (word.isupper() and len(word) > 3 and word.capitalize() in title_words()):
        return True
    if _of_children(word):
        return True
    return "-" in word and all(part in title_words() or part in _WITHIN for part in word.split("-"))


def _of_children(word: str) -> bool:
    """Whether the word tells how many children someone has: "Mum-of-two"."""
    kin = word.lower().rsplit("-of-", 1)
    return len(kin) == 2 and kin[0].rsplit("-", 1)[-1] in sections("titles")["profession"]


def is_person_title(word: str) -> bool:
    """Whether the word before a name means a person, which "State" and "Home" do not."""
    listed = sections("titles")
    short = word.endswith(".") and word in listed["office"]
    job = not listed["profession"].isdisjoint((word.lower(), *word.lower().split("-")))
    return short or job or word in honorifics() | listed["rank"]


def tells_person(title: Sequence[str]) -> bool:
    """Whether the words before a name mean a person: "Rep.", "Minister of Social Services"; "State" and "Home" do not."""
    over = next((i for i, word in enumerate(title[1:]) if word in ("of", "for")), len(title) - 1)
    return is_person_title(title[-1]) or is_person_title(title[over])


def is_common(word: str) -> bool:
    """Whether a word, or what it is the plural of, is a common one."""
    known, low = sections("common")["word"], word.lower()
    return low in known or (
        low[-1] == "s" and not known.isdisjoint((low[:-1], low.removesuffix("ies") + "y"))
    )


def _title_end(words: Sequence[str]) -> int:
    """How many leading words are a title, as far as the last title word that leaves a word over."""
    end = 0
    guarded = is_forename(words[0]) and not is_title(words[0]) and words[0] not in _dispensable()
    own = len(words) - (words[-1] in SUFFIXES)
    for i in range(len(words) - 1):
        if guarded and i > 0 and own <= 3:
            break  # Martin Luther King Jr.
        pair = f"{words[i]} {words[i + 1]}"
        if pair in title_words() and i + 2 < len(words):
            end = i + 2
        elif is_title(words[i]):
            end = max(end, i + 1)
    return end


def _after_of(words: Sequence[str], at: int) -> int:
    """Where the name begins after "Mayor of …": at the first forename behind what he is mayor of, or past words of offices."""
    for i in range(at + 2, len(words) - 1):
        if is_forename(words[i]) and words[i - 1] not in ("of", "the", "and", "for"):
            return i
    i = len(words)
    while i > at + 2 and not _is_scope(words, i - 1):
        i -= 1
    return i if i > at + 1 and _is_scope(words, i - 1) and 2 <= len(words) - i <= 3 else len(words)


def _is_scope(words: Sequence[str], i: int) -> bool:
    """Whether a word belongs to what an office is over, and to no name: "Health and Social Services", "South Africa"."""
    joined = " ".join(words[i - 1 : i + 1])
    known = words[i] in _dispensable() or joined in _dispensable() or is_title(words[i])
    return known or is_common(words[i]) or words[i] in ("of", "the", "and", "for")


def is_office_of(words: Sequence[str]) -> bool:
    """Whether a run begins with an office and what it is over: "Superintendent of Police …"."""
    at = next((i for i, word in enumerate(words) if word in ("of", "for", "on", "in")), 0)
    return 0 < at < len(words) - 2 and is_title(words[at - 1]) and is_person_title(words[at - 1])


def split(words: Sequence[str], after_job: bool = False) -> tuple[int, int]:
    """Find the name within a run of capitalised words.

    Args:
        words: as the article writes them, particles and "of" included.
        after_job: a job stands right before, so that a short form such as "Col" is a forename.

    Returns:
        Indices `(start, end)` of the name proper; equal where the run is a title alone ("Prime Minister").
    """
    end = len(words)
    while end > 1 and words[end - 1] in sections("titles")["tail"] and words[end - 1] not in SUFFIXES:
        end -= 1
    if end == 2 and words[0] in honorifics() and words[1] not in honorifics():
        return 1, 2
    if (
        end == 2
        and words[0][:-1] in sections("places")["demonym"]
        and words[0][-1] == "s"
        and is_forename(words[1])
    ):
        # "Norwegians Lars and Ida Berg"
        return 1, 2
    if end > 1 and _ends_in_title(words[:end]):
        return end, end
    if is_title(words[end - 1]) and (end == 1 or all(is_title(w) or w in ("of", "the") for w in words[:end])):
        return end, end
    if end > 2 and words[0] in sections("titles")["forename too"] and words[1].lower() in particles():
        return 0, end  # Marine Le Pen
    if after_job and end == 2 and words[0] in sections("titles")["forename too"]:
        return 0, end
    start = _title_end(words[:end])
    if 0 < start < end and words[start] in ("of", "for", "to", "and"):
        start = _after_of(words[:end], start)
    if end - start > 3 and " ".join(words[start : start + 2]) in _dispensable():
        start += 2  # "North Korean Ana Ruiz"
    while end - start >= 3 and _leads(words[start], words[start + 1]):
        start += 1
    return _past_letters(words, start, end), end


def _past_letters(words: Sequence[str], start: int, end: int) -> int:
    """Where the name begins behind the letters of an office or a body within a run: "Lund DA Ana Ruiz"."""
    k = max(start, end - 4)
    last = next((i for i in range(end - 3, k, -1) if words[i].isupper() and 1 < len(words[i]) < 5), None)
    if last is None or not words[last].isalpha() or words[last] in SUFFIXES or is_forename(words[start]):
        return start
    named = all(
        not w.isupper() and not is_common(w) and w not in _dispensable() for w in words[last + 1 : end]
    )
    return last + 1 if named else start


def _ends_in_title(words: Sequence[str]) -> bool:
    """Whether a run is an office without a name: "Lund Municipal Director", "US President"."""
    if (
        not is_title(words[-1])
        or words[-1] in sections("grammar")["surname title"]
        or (is_forename(words[0]) and words[0] not in _dispensable())
    ):
        return False
    return all(
        is_title(w) or w in _dispensable() or w in ("of", "the", "and", "for") or is_common(w)
        for w in words[-2:-1]
    )


def _leads(word: str, following: str) -> bool:
    """Whether `word` only leads up to the name that begins with `following`."""
    if is_forename(word) and not (word in _dispensable() and is_forename(following)):
        return False
    if word.isupper() and len(word) > 2 and not following.isupper():
        return True
    if is_forename(following) and any(a.islower() and b.isupper() for a, b in pairwise(word[2:])):
        # "OpenMind Ana Ruiz"
        return True
    return (word in _dispensable() or is_common(word)) and following.lower() not in particles()
