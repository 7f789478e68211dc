"""Reads a description ("the Nato chief", "a spokesman", "Mexican officials"): its noun, what it names, and how it is compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.analysis.people import gender, roles
from reader.analysis.words.cues import SPEECH_FORMS
from reader.analysis.words.misread import mend_tags
from reader.analysis.words.tagger import tag
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.gender import Gender
    from reader.analysis.people.kinds import Kind
    from reader.analysis.words.narrative import Narrative

_NOMINAL = frozenset(("DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "CC", "VBG"))
_LONGEST = 24
_BOUNDS = frozenset(("of", "for", "at", "in", "on", "with", "from", "to", "by", "who", "that", "near"))
"""Words before which the noun of a phrase stands."""
PRONOUNS = frozenset(("his", "her", "their", "its", "my", "our"))
"""Words that tell whose and not who."""


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase without a name of its own.

    Attributes:
        head: its noun, small, singular where it names persons or organisations.
        modifiers: the words before it, small, articles left out.
        definite: True after "the", "his", "Mexico's"; False after "a", "another"; None for neither.
        kind: what its head names.
        plural: several.
        gender: that its noun tells.
        owner: the word, small, that tells whose: "his", the "ruiz" of "Ana Ruiz's"; None where none does.
        former: it is so no more.
    """

    head: str
    modifiers: tuple[str, ...]
    definite: bool | None
    kind: Kind
    plural: bool
    gender: Gender | None
    owner: str | None = None
    former: bool = False


def singular(word: str) -> str:
    """A noun of persons or organisations without its plural ending; other words as they are, small."""
    low = word.lower()
    if low in ("people", "police", "men", "women", "children"):
        return low
    for ending, base in (("ies", "y"), ("men", "man"), ("ses", "s"), ("ches", "ch"), ("s", "")):
        stem = low.removesuffix(ending) + base
        if low.endswith(ending) and (roles.is_person_noun(stem) or roles.is_organisation_noun(stem)):
            return stem
    return low


def read(words: Sequence[str]) -> Description:
    """Read the words of a noun phrase up to its head."""
    low = [word.lower() for word in words]
    noun = low[-1].split("-of-")[0]
    stem = singular(noun)
    group = noun in sections("titles")["group"]
    plural = stem != noun or group
    definite = True if low[0] in sections("grammar")["definite"] or "'s" in low or "’s" in low else None
    if low[0] in sections("grammar")["indefinite"]:
        definite = False
    modifiers = tuple(
        word
        for word in low[:-1]
        if word not in sections("grammar")["no modifier"] and word not in sections("grammar")["indefinite"]
    )
    kind = _kind(stem, plural, group)
    told = gender.of_words([stem]) if kind == "person" else None if kind == "group" else "n"
    owner = next((low[i - 1] for i, word in enumerate(low) if i and word in ("'s", "’s", "'", "’")), None)
    owner = owner or (low[0] if low[0] in PRONOUNS else None)
    return Description(stem, modifiers, definite, kind, plural, told, owner, "former" in low)


def noun_of(name: str) -> str:
    """The noun, small and singular, of a description that serves as a name: "leader" of "party leader in Lund"."""
    words = name.lower().split()
    end = next((i for i, word in enumerate(words) if i and word in _BOUNDS), len(words))
    return singular(words[end - 1])


def _kind(stem: str, plural: bool, group: bool) -> Kind:
    if roles.is_person_noun(stem):
        return "group" if plural else "person"
    if group:
        return "group"
    return "organisation" if roles.is_organisation_noun(stem) else "other"


def nominal_end(story: Narrative, start: int) -> int:
    """The end of the noun phrase that begins at a token, its complements left out; `start` where none does."""
    stop = start
    while stop < len(story.words) and stop - start < 12 and story.sentence[stop] == story.sentence[start]:
        stop += 1
    tags = tag(story.words[start:stop])
    length = next((i for i, told in enumerate(tags) if told not in _NOMINAL or told == "VBG"), len(tags))
    return start + length


def complement_end(story: Narrative, end: int) -> int:
    """The end of a phrase with the "of …", "at …" that goes with its head, which ends before the token `end`.

    Times and "in a statement" do not go with it.
    """
    if end >= len(story.words) or story.words[end] not in sections("grammar")["complement"]:
        return end
    stop = end
    while stop < len(story.words) and stop - end < _LONGEST and story.sentence[stop] == story.sentence[end]:
        stop += 1
    first = end
    while first > 0 and end - first < _LONGEST and story.sentence[first - 1] == story.sentence[end]:
        first -= 1
    words = list(story.words[end:stop])
    tags = tag(story.words[first:stop])
    mend_tags(story.words[first:stop], tags)
    tags = tags[end - first :]
    i = 0
    while i < len(words) and words[i] in sections("grammar")["complement"]:
        j = i + 1
        person = roles.is_person_noun(singular(story.words[end - 1].lower()))
        if words[i] == "of" and tags[j : j + 1] == ["VBG"] and not person:
            break  # "accused by the government of plotting", not "opponents of plotting"
        while j < len(words) and tags[j] in _NOMINAL and not (tags[j] == "CC" and words[j] == "but"):
            j += 1
        while j > i + 1 and tags[j - 1] in ("CC", "DT", "PRP$", "VBG"):
            j -= 1
        if tags[j - 1] == "NNS" and words[j - 1] in SPEECH_FORMS and words[j : j + 1] in ([","], [":"]):
            j -= 1  # "a boy on a scooter shouts, “…”"
        if (
            j == i + 1
            or words[j - 1].lower() in sections("grammar")["aside"]
            or words[i + 1].lower() in sections("grammar")["aside"]
        ):
            break
        i = j
    return end + i
