"""How well a description fits what an article tells of someone: its noun, the words beside it, party and place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.people import kinds
from reader.analysis.words.wordlists import pairs, sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.analysis.people.descriptions import Description


def even(word: str) -> str:
    """A word as it is compared: small, without a full stop, one word for an office, "american" for "US" and "America"."""
    low = word.lower()
    low = low if "." in low[:-1] else low.rstrip(".")
    return pairs("hypernyms", "same").get(low, low)


@cache
def narrower(head: str) -> frozenset[str]:
    """The role words that the noun of a description can stand for: "lawmaker" for senator."""
    return sections("hypernyms").get(head, frozenset())


_DEPUTIES = frozenset(("vice", "deputy", "assistant", "associate", "lieutenant", "junior"))
"""Who is one of these is not who they stand in for."""


_HEADS = frozenset(("chief", "prime"))
"""Who is one of these is no other minister."""
_INITIALS = {"ceo": ("chief", "executive"), "cfo": ("chief", "financial", "finance")}


@dataclass(frozen=True, slots=True)
class Told:
    """A role as descriptions are compared with it.

    Attributes:
        words: all of them, small and evened out, and as they are written.
        heads: those that can be its noun: what stands behind "of", "assisting" and the like tells of something else.
        places: the places that it names.
    """

    words: frozenset[str]
    heads: frozenset[str]
    places: frozenset[str] = frozenset()


def role_words(role: str) -> Told:
    """The words of a role as they are compared."""
    plain = [w.removesuffix("’s").removesuffix("'s").strip(",.()") for w in role.split()]
    words = [even(w) for w in plain]
    of = sections("grammar")["role preposition"] - {"and"} | {"the", "a", "an"}
    end = next((i for i, w in enumerate(words) if i and (w in of or w.endswith("ing"))), len(words))
    heads = words[:end] + [w.split("-of-")[0].removesuffix("-to-be") for w in words[:end] if "-" in w]
    small = [w.lower() for w in plain]
    heads += small[:end]
    heads += [w.strip("()").lower() for w in role.split() if w[0] + w[-1] == "()" and w.isupper()]
    heads += ["mp"] * ("member of parliament" in role.lower())
    heads += ["ceo"] * ("chief executive" in role.lower())
    spelled = [word for initials in small for word in _INITIALS.get(initials, ())]
    heads += spelled[1:2]
    return Told(frozenset([*words, *heads, *small, *spelled]), frozenset(heads), where(small))


@cache
def _places() -> frozenset[str]:
    """Places and their adjectives as they are compared."""
    return frozenset(even(place) for place in kinds.places() | kinds.demonyms()) - _party_words().keys()


def where(words: Sequence[str]) -> frozenset[str]:
    """The places that words, small, tell: "new jersey", "american"."""
    joined = (f"{one} {other}" for one, other in pairwise(words))
    return frozenset(even(word) for word in (*words, *joined) if even(word) in _places())


def fit(description: Description, told: Sequence[Told]) -> float:
    """How well a description fits the roles told of someone.

    Returns:
        0 where its noun matches none, or party or number are another; else 2 for the noun itself or 1.4 for a wider one, more
        for each modifier that is told too, a little less for each that is not.
    """
    best = 0.0
    modifiers = {even(word) for word in description.modifiers}
    known = frozenset[str]().union(*(role.words for role in told))
    if is_of_other_party(description, told):
        return 0.0
    elsewhere = is_elsewhere(description, told)
    for role in told:
        if even(description.head) in role.heads:
            score = 1.4 if description.head in _party_words() else 2.0
        elif narrower(description.head) & role.heads:
            score = 1.4
        elif partisans(description) & role.places:
            score = 1.4  # "the Florida Republican": whoever is of Florida and of no other party
        else:
            continue
        if differ(frozenset(modifiers) & _numbers(), role.words & _numbers()):
            continue
        if description.head == "minister" and _HEADS & modifiers != _HEADS & role.words:
            continue
        if ("shadow" in modifiers) != ("shadow" in role.words):
            continue  # who is of the other party
        score -= elsewhere
        score -= description.former != ("former" in role.words)
        score -= bool(_DEPUTIES & modifiers) != bool(_DEPUTIES & (role.words - role.heads))
        score += sum(_agreement(word, role.words, known) for word in modifiers)
        best = max(best, score)
    return best


def _agreement(word: str, role: frozenset[str], known: frozenset[str]) -> float:
    """What a modifier counts for: told in the role itself, elsewhere, or nowhere."""
    return 1.0 if word in role else 0.7 if word in known else -0.25


def is_of_other_party(description: Description, told: Sequence[Told]) -> bool:
    """Whether a description tells a party, the roles told of someone too, and none is the same."""
    known = _parties(word for role in told for word in role.words)
    return differ(_parties((*description.modifiers, description.head)), known)


def partisans(description: Description) -> frozenset[str]:
    """The places that tell of whom of a party a description speaks; none for a description of another kind."""
    return where(description.modifiers) if description.head in _party_words() else frozenset()


def is_elsewhere(description: Description, told: Sequence[Told]) -> bool:
    """Whether a description tells a place, the roles told of someone too, and none is the same."""
    return differ(where(description.modifiers), frozenset[str]().union(*(role.places for role in told)))


def _party_words() -> dict[str, str]:
    """Words that tell a party, each with the one name for it."""
    return pairs("seats", "party")


def _parties(words: Iterable[str]) -> frozenset[str]:
    """The parties that words tell."""
    known = _party_words()
    return frozenset(known[word] for word in words if word in known)


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two things are told of both and none is the same."""
    return bool(one and other and not one & other)


@cache
def _numbers() -> frozenset[str]:
    return sections("grammar")["number"]
