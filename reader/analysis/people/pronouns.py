"""Finds where persons are named or meant by "he" and "she", in order; whom a pronoun means is what `ranking` says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.people import gender
from reader.analysis.people.bearers import forename_tells
from reader.analysis.people.ranking import Persons, Sighting, rank
from reader.analysis.people.roles import is_person_noun
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.figure import Figure
    from reader.analysis.people.gender import Gender
    from reader.analysis.words.narrative import Narrative

_REACH = 40
"""How many sightings back a pronoun is looked for."""
_LEAST = -6.0
"""A pronoun of less salience is left open."""
_FAR = 40
"""How many words into its sentence a pronoun may mean who opens that."""


def sightings(story: Narrative, figures: Sequence[Figure], life: int = -1) -> list[Sighting]:
    """Names of persons and third person pronouns in order, each pronoun with whom it means; `life` as in `Persons`.

    A person whose gender nothing tells takes it from the first pronoun that clearly means them; one whose forename alone
    tells it, from three of the other gender.
    """
    named = sorted(
        (name.first, name.last, name.possessive, who)
        for who, figure in enumerate(figures)
        if figure.kind in ("person", "other")
        for name in figure.names
        # "won a Bafta": what an article stands before is no one's own name
        if figure.kind == "person" or not name.definite or name.title
    )
    genders = [figure.gender for figure in figures]
    sure = [figure.sure for figure in figures]
    forename = [forename_tells(figure) for figure in figures]
    counts = [len(figure.names) for figure in figures]
    persons = Persons([f.kind for f in figures], genders, sure, forename, counts, life)
    doubts = [0] * len(figures)
    found: list[Sighting] = []
    place = 0
    for token, told in _pronouns(story):
        while place < len(named) and named[place][0] < token:
            found.append(_name_sighting(story, found, *named[place]))
            place += 1
        ranked = (
            []
            if story.quoted[token] or _of_newcomer(story, found, token)
            else rank(story, found[-_REACH:], token, told, persons)
        )
        if not ranked or ranked[0].score < _LEAST:
            continue
        who = ranked[0].who
        if genders[who] != told and (len(ranked) == 1 or ranked[0].score - ranked[1].score > 0.8):
            doubts[who] += 1 + 2 * (genders[who] is None)
            if doubts[who] > 2:
                genders[who] = figures[who].gender = told
                forename[who] = False
        found.append(_pronoun_sighting(story, found, token, who))
    found.extend(_name_sighting(story, found, *name) for name in named[place:])
    return found


def _pronouns(story: Narrative) -> list[tuple[int, Gender]]:
    known = {word: told for word in set(story.words) if (told := gender.of_pronoun(word))}
    return [(token, known[word]) for token, word in enumerate(story.words) if word in known]


def _of_newcomer(story: Narrative, found: Sequence[Sighting], token: int) -> bool:
    """Whether a sentence begins with someone brought in without a name, whom its pronouns mean: "A steward said he knew".

    What stands in front and tells when or where is passed over: "In a letter, a nurse said she knew".
    """
    sentence = story.sentence[token]
    if any(s.subject for s in found[-6:] if s.sentence == sentence):
        return False
    first = token
    while first > 0 and token - first < _FAR and story.sentence[first - 1] == sentence:
        first -= 1
    while first < token and not story.starts[first]:
        first += 1
    if story.words[first].lower() in sections("grammar")["preposition"]:
        first = next((i + 1 for i in range(first, token) if story.words[i] == ","), first)
    if story.words[first].lower() not in ("a", "an", "another", "one"):
        return False
    noun = next((i for i in range(first + 1, min(first + 5, token)) if is_person_noun(story.words[i])), token)
    return noun < token and all(word[0].isalpha() for word in story.words[first:noun])


def _led(story: Narrative, found: Sequence[Sighting], token: int) -> bool:
    """Whether a subject stands before the token in its sentence."""
    return any(s.leftmost and s.sentence == story.sentence[token] for s in found[-8:])


def _pronoun_sighting(story: Narrative, found: Sequence[Sighting], token: int, who: int) -> Sighting:
    word = story.words[token].lower()
    subject = word in ("he", "she")
    return Sighting(
        token,
        who,
        subject,
        subject and not _led(story, found, token),
        story.aside[token],
        word in ("his", "her", "hers"),
        True,
        _speaks(story, token, token + 1),
        story.sentence[token],
        story.body[token],
    )


def _name_sighting(
    story: Narrative, found: Sequence[Sighting], first: int, last: int, possessive: bool, who: int
) -> Sighting:
    speaks = _speaks(story, first, last)
    owner = possessive and story.starts[first]  # "Ruiz's shop is shut.": it is about her, too
    given = story.words[first - 1 : first] in (["named"], ["called"]) and story.words[last : last + 1] == [
        ","
    ]
    subject = owner or (not possessive and _is_subject(story, found, first) and not _modifies(story, last))
    subject = subject or given  # "its composer, an organist named Ana Ruiz, said she"
    fronted = _is_fronted(story, first)
    away = story.quoted[first] or story.aside[first]
    replies = possessive and _opens_reply(story, first, last)
    subject = subject or replies
    return Sighting(
        first,
        who,
        subject,
        replies or (subject and not (owner or away or fronted or _led(story, found, first))),
        away,
        possessive and not replies,
        False,
        (speaks or replies) and not away,
        story.sentence[first],
        story.body[first],
    )


def _is_subject(story: Narrative, found: Sequence[Sighting], first: int) -> bool:
    """Whether a name is likely a subject, by the word before it."""
    if first == 0 or story.sentence[first - 1] != story.sentence[first]:
        return True
    before = story.words[first - 1].lower()
    if before == "the":
        return False
    if before in ("a", "an") and first > 1:
        before = story.words[first - 2].lower()
    if (
        before in ("and", "or", ",")
        and found
        and 0 < first - found[-1].token <= 5
        and found[-1].sentence == story.sentence[first]
    ):
        between = story.words[found[-1].token + 1 : first - 1]
        opening = found[-1].token - 1
        if opening >= 0 and story.starts[opening] and _stands_before(story.words[opening]):
            return True  # "As Grace, Ruth Carlyon is superb"
        if all(word[0].isupper() or word == "," for word in between):
            return found[-1].subject and not found[-1].possessive
    if before in sections("grammar")["preposition"]:
        return False
    if before in sections("grammar")["speech"] and _inverted(story, first - 1):
        return True
    return not (
        before in sections("grammar")["verb"] or (before.endswith(("ed", "ing")) and before.isalpha())
    )


def _stands_before(word: str) -> bool:
    """Whether a word stands before a name of which the sentence then says nothing."""
    return word.lower() in sections("grammar")["preposition"] or word in ("As", "Like", "Unlike")


def _opens_reply(story: Narrative, first: int, last: int) -> bool:
    """Whether a sentence opens with someone's answer, view or the like, and so is about them: "Ruiz's response is a shrug"."""
    told = story.words[last + 1 : last + 2]
    return story.starts[first] and bool(told) and told[0] in sections("grammar")["telling"]


def _is_fronted(story: Narrative, first: int) -> bool:
    """Whether a token stands in a clause before the main one: "While Ruiz waited, Okafor …" """
    low = first
    while low > 0 and first - low < 30 and story.sentence[low - 1] == story.sentence[first]:
        low -= 1
    opening = next((i for i in range(low, first) if story.words[i][0].isalnum()), first)
    if story.words[opening].lower() not in sections("grammar")["subordinator"]:
        return False
    return "," not in story.words[opening:first]


def _modifies(story: Narrative, last: int) -> bool:
    """Whether a name only tells of whom comes next: "Ruiz" in "Ruiz campaign manager Tom Okafor"."""
    i = last
    while i < len(story.words) and i - last < 4 and story.words[i][0].islower() and story.words[i].isalpha():
        i += 1
    return last < i < len(story.words) and story.words[i][0].isupper() and is_person_noun(story.words[i - 1])


def _inverted(story: Narrative, verb: int) -> bool:
    """Whether a verb of speech stands behind a quotation or the comma of one."""
    return verb == 0 or not story.words[verb - 1][0].isalnum()


def _speaks(story: Narrative, first: int, last: int) -> bool:
    speech = sections("grammar")["speech"]
    if last < len(story.words) and story.words[last] in speech:
        return True
    return first > 0 and story.words[first - 1] in speech and _inverted(story, first - 1)


def as_speaker(story: Narrative, known: Sighting | None, token: int, who: int) -> Sighting:
    """The sighting at a token as that of someone who speaks there."""
    if known and known.possessive and not known.pronoun:
        # "is Ruiz's motto": whose words they are is what the sentence is about
        return replace(known, who=who, speaks=True, possessive=False, subject=True, leftmost=True)
    if known:
        return replace(known, who=who, speaks=True)
    subject = token == 0 or story.words[token - 1].lower() not in sections("grammar")["preposition"]
    return Sighting(
        token,
        who,
        subject,
        False,
        story.quoted[token],
        False,
        True,
        True,
        story.sentence[token],
        story.body[token],
    )
