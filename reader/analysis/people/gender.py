"""What the words about a person tell of their gender: forename, form of address, noun."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Iterable

Gender = Literal["m", "f", "n"]

_PRONOUNS: dict[str, Gender] = dict.fromkeys(("he", "him", "his", "himself"), "m")
_PRONOUNS |= dict.fromkeys(("she", "her", "hers", "herself"), "f")


@cache
def _forenames() -> dict[str, Gender | None]:
    found: dict[str, Gender | None] = dict.fromkeys(sections("forenames")["u"])
    found.update(dict.fromkeys(sections("forenames")["m"], "m"))
    found.update(dict.fromkeys(sections("forenames")["f"], "f"))
    # "Council" and "Press" are forenames too, but not in front of a name
    heads = sections("organisations")["head"]
    return {word: told for word, told in found.items() if word not in heads}


@cache
def _nouns() -> dict[str, Gender]:
    titles = sections("titles")
    found: dict[str, Gender] = dict.fromkeys((*titles["honorific m"], *titles["noun m"]), "m")
    found.update(dict.fromkeys((*titles["honorific f"], *titles["noun f"]), "f"))
    return found


def _even(word: str) -> str:
    return word.capitalize() if len(word) > 2 and word.isupper() else word


def is_forename(word: str) -> bool:
    """Whether the word is known as a forename; a joined one ("Jean-Luc") by its first part."""
    known, word = _forenames(), _even(word)
    return word in known or ("-" in word and word.split("-", 1)[0] in known)


def of_forename(word: str) -> Gender | None:
    """The gender that a forename tells; None where it tells none or is not known."""
    known, word = _forenames(), _even(word)
    return known[word] if word in known else known.get(word.split("-", 1)[0])


def of_pronoun(word: str) -> Gender | None:
    """The gender of a third person singular pronoun, in any case of letters."""
    return _PRONOUNS.get(word.lower())


def of_words(words: Iterable[str]) -> Gender | None:
    """The gender that a title or a noun among the words tells ("Mrs", "spokeswoman"), the last one first."""
    known = _nouns()
    for word in reversed(list(words)):
        gender = known.get(word) or known.get(word.lower())
        if gender:
            return gender
    return None
