"""What kind of thing a name is, as far as its own words tell: a person, an organisation, a people, a place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from reader.analysis.people.gender import is_forename
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["person", "organisation", "group", "place", "other"]


@cache
def places() -> frozenset[str]:
    """Names of places."""
    found = sections("places")
    return found["country"] | found["region"] | found["city"] | found["seat"]


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of places, parties and creeds, and the plural of the people they name."""
    words = sections("places")["demonym"]
    return words | {word + "s" for word in words}


def kind_of(words: Sequence[str], definite: bool = False) -> Kind:
    """What kind of thing a name's words alone tell."""
    joined = " ".join(words)
    organisations = sections("organisations")
    if joined in places() or (joined.isupper() and len(joined) > 4 and joined.title() in places()):
        return "place"
    if (
        joined in organisations["body"]
        or joined in organisations["acronym"]
        or (len(words) == 1 and _is_acronym(joined))
    ):
        return "organisation"
    if _is_people(words):
        return "group"
    if _is_part(words):
        return "place"
    if len(words) == 2 and words[0] in organisations["of a country"] and words[1] in places():
        return "organisation"
    if len(words) > 1 and words[-1] in sections("places")["tail"] and not is_forename(words[0]):
        return "place"
    personal = is_forename(words[0]) and words[0] not in places() and len(words) > 1 and not definite
    if words[-1] in organisations["head"] and not (
        personal and words[-1] in sections("grammar")["surname organisation"]
    ):
        return "organisation"
    if any(word in ("of", "for", "&", "and", "on", "Without", "Against") for word in words):
        return "organisation"
    if any(
        word in organisations["head"] and word not in sections("grammar")["surname organisation"]
        for word in words
    ):
        return "organisation"
    if len(words) == 2 and words[0] in sections("places")["lead"]:
        return "place"
    if len(words) == 2 and words[0] in ("North", "South", "East", "West"):
        return "place"
    if len(words) > 1 and is_forename(words[0]) and not definite and not is_thing(words):
        return "person"
    return "other"


def _is_people(words: Sequence[str]) -> bool:
    """Whether the words name a people, a party or a creed: "Liberal Democrats", "North Koreans"."""
    rest = words[1:] if words[0] in sections("places")["part"] else words
    return " ".join(words) in demonyms() or (bool(rest) and all(word in demonyms() for word in rest))


def _is_part(words: Sequence[str]) -> bool:
    """Whether the words name a part of a place: "Lower Manhattan"."""
    return words[0] in sections("places")["part"] and " ".join(words[1:]) in places()


def is_thing(words: Sequence[str]) -> bool:
    """Whether a name ends in what is nobody's: "Clean Rivers Act", "Norwind Flight"."""
    organisations = sections("organisations")
    surname = is_forename(words[0]) and words[0] not in places()
    return words[-1] in organisations["thing"] or (words[-1] in organisations["thing too"] and not surname)


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("&", "").replace("-", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()
