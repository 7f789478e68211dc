"""Tells who is meant where a source names them oddly: by a handle, with letters or a stray verb behind the name, as "the Italian"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.people.descriptions import singular
from reader.analysis.people.entities import Entity, Resolution
from reader.analysis.people.gender import is_forename
from reader.analysis.people.kinds import demonyms
from reader.analysis.people.roles import is_organisation_noun, is_person_noun
from reader.analysis.people.titles import honorifics, is_person_title
from reader.analysis.words.cues import SPEECH_FORMS
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.cast import Cast
    from reader.analysis.people.entities import Mention
    from reader.document.model import Span

_OFFICE = 5
"""Words that an office has fewer of."""
_PAPERS = frozenset(
    (
        *(
            "Economist",
            "Scotsman",
            "Statesman",
            "Citizen",
            "Advocate",
            "Examiner",
            "Courier",
            "Pilot",
            "Miner",
        ),
        *("Pioneer", "Bookseller", "Grocer", "Banker", "Londoner", "Yorkshireman", "Journalist", "Farmer"),
    )
)
_OVER = frozenset(("of", "for", "in", "at", "to"))
"""What an office stands before with what it is over."""


def by_handle(cast: Cast, source: Span, low: int, end: int) -> Resolution | None:
    """A handle for a source, or behind its comma: "one user, @harbourcat,"."""
    words = cast.narrative.words
    behind = end + 1 if words[end : end + 1] == [","] and end + 1 < len(words) else low
    for at in (low, behind):
        if words[at][0] == "@" and len(words[at]) > 2:
            return Resolution(source, Entity(words[at], None, "other", None), 0.9, "name")
    return None


def by_papers_name(cast: Cast, low: int, end: int) -> Entity | None:
    """The paper that is called by what someone does: "the Economist", "The Courier"."""
    words = cast.narrative.words
    named = end - low == 2 and words[low].lower() == "the" and words[end - 1] in _PAPERS
    if not named or cast.narrative.heading[low]:
        return None
    return Entity(words[end - 1], None, "organisation", "n")


def by_demonym(
    cast: Cast, source: Span, low: int, end: int, history: Sequence[Resolution]
) -> Resolution | None:
    """ "said the Italian": the person who spoke last."""
    words = cast.narrative.words
    mention = cast.mention_ending(cast.narrative.spans[end - 1])
    people = words[end - 1].endswith("an") and mention is not None and mention.entity.kind == "group"
    known = people or words[end - 1] in sections("places")["countryman"]
    if not known or end - low != 2 or words[low].lower() != "the":
        return None
    past = (r.entity for r in reversed(history[-6:]) if r.entity and r.entity in cast.index)
    past = (entity for entity in past if entity.kind == "person")
    told = next(past, None)
    return Resolution(source, told, 0.5, "last speaker") if told else None


def by_initials(cast: Cast, low: int, end: int) -> Entity | None:
    """The person whose office an acronym stands for: "the CS" is the Education Cabinet Secretary."""
    word = cast.narrative.words[end - 1]
    definite = end - low == 2 and cast.narrative.words[low].lower() == "the"
    if not (definite and word.isupper() and word.isalpha() and 2 <= len(word) <= 4):
        return None
    for entity in cast.entities:
        office = re.findall(r"\b[A-Z]", (entity.role or "").replace("-", " "))
        if entity.kind == "person" and word in "".join(office):
            return entity
    return None


def behind_second_office(cast: Cast, low: int, end: int) -> Entity | None:
    """The person named behind a further office of theirs: "says cofounder and chief executive Ana Ruiz"."""
    words = cast.narrative.words
    if words[end : end + 1] != ["and"] or not words[low].islower() or not is_person_noun(words[end - 1]):
        return None
    mention = next(iter(cast.mentions_from(cast.narrative.spans[min(end + 1, len(words) - 1)][0], 1)), None)
    if mention is None or mention.entity.kind != "person":
        return None
    office = words[end + 1 : cast.narrative.index(mention.start)]
    plain = words[low] not in sections("grammar")["definite"] | sections("grammar")["indefinite"]
    told = 0 < len(office) < _OFFICE and (is_person_noun(office[-1]) or is_person_title(office[-1]))
    return mention.entity if plain and told else None


def past_second_place(cast: Cast, end: int) -> int | None:
    """The index after the job in "Lund and Holm councillor", where a phrase ends before its "and"."""
    words = cast.narrative.words
    if words[end : end + 1] != ["and"] or end + 2 >= len(words) or not words[end - 1][0].isupper():
        return None
    second, job = words[end + 1], words[end + 2]
    placed = second[0].isupper() and not is_forename(second) and second not in demonyms()
    return end + 3 if placed and is_person_noun(job) and (job[0].islower() or job.isupper()) else None


def without_letters(cast: Cast, low: int, end: int) -> int:
    """The end of a phrase without the letters behind its name: "Ana Ruiz SC"; "the Lund MP" is a description."""
    story = cast.narrative
    if story.words[low].lower() == "the" and cast.mention_at(story.spans[end - 2][0]) is None:
        return end
    letters = sections("titles")["tail"]
    while end - 1 > low and story.words[end - 1] in letters and not cast.mention_at(story.spans[end - 1][0]):
        end -= 1
    return end


def mention_for(cast: Cast, low: int, end: int) -> Mention | None:
    """The mention that a phrase ends in: whole, or of an organisation whose name goes on behind it."""
    story = cast.narrative
    mention = cast.mention_at(story.spans[end - 1][0])
    if mention and mention.entity.kind == "organisation" and _is_office(story.words[end - 1], mention):
        return None
    if mention is None or mention.end == story.spans[end - 1][1]:
        return mention
    goes_on = mention.entity.kind == "organisation" and not is_person_noun(story.words[low])
    return mention if goes_on else None


def behind_office(cast: Cast, low: int, high: int) -> Mention | None:
    """The person that a source ends in behind an office and what it is over: "head of policy Ana Ruiz", not "a friend of Ana Ruiz"."""
    story = cast.narrative
    mention = cast.mention_ending(story.spans[high - 1])
    if mention is None or mention.entity.kind != "person":
        return None
    first = story.index(mention.start)
    over = [i for i in range(low + 1, first) if story.words[i] in _OVER]
    if not over or over[-1] + 1 == first or is_person_noun(story.words[first - 1]):
        return None
    office = story.words[over[0] - 1]
    return mention if is_person_noun(office) or is_person_title(office.capitalize()) else None


def _is_office(word: str, mention: Mention) -> bool:
    """Whether an acronym names an office and no organisation: "the then MD"."""
    return mention.entity.name == word and word.isupper() and is_person_noun(word)


def office_end(cast: Cast, mention: Mention) -> int | None:
    """The index after the office in "the Director-General of the Port Authority", which is no organisation."""
    if mention.entity.kind != "organisation":
        return None
    story = cast.narrative
    low, end = story.index(mention.start), story.index(mention.end - 1)
    for i in range(low + 1, end):
        if story.words[i] in ("of", "for"):
            return i if is_person_noun(story.words[i - 1]) else None
    return None


def after_its_job(cast: Cast, low: int, end: int) -> Entity | None:
    """The person named inside a phrase behind a job, whatever the tagger took for its noun: "neighbour Ruiz picks"."""
    story = cast.narrative
    for mention in cast.mentions_from(story.spans[low][0]):
        first, stop = story.index(mention.start), story.index(mention.end - 1) + 1
        if stop >= end:
            return None
        job = first > low and story.words[first - 1][0].islower() and is_person_noun(story.words[first - 1])
        if job and mention.entity.kind == "person" and not _owns(story.words[stop]):
            return mention.entity
    return None


def employed(cast: Cast, mention: Mention) -> Entity | None:
    """The person named with a job right behind an organisation or a place: "University of Lund economist Ana Ruiz"."""
    story = cast.narrative
    if mention.entity.kind == "person":
        return None
    behind = next(iter(cast.mentions_from(mention.end, 1)), None)
    if behind is None:
        return None
    low, high = story.index(mention.end - 1) + 1, story.index(behind.outset)
    between = story.words[low:high]
    if between[:1] == ["of"] and behind.entity.kind != "person":
        return _at_branch(cast, behind)
    if behind.entity.kind != "person":
        return None
    joined = all(word[0].isalpha() and word[0].islower() for word in between) and len(between) < 5
    return behind.entity if between and joined and is_person_noun(between[-1]) else None


def _at_branch(cast: Cast, place: Mention) -> Entity | None:
    """The person named behind the place of an organisation's branch: "the ACLU of Oregon's Ana Ruiz"."""
    story = cast.narrative
    behind = next(iter(cast.mentions_from(place.end, 1)), None)
    low = story.index(place.end - 1) + 1
    owned = behind is not None and story.words[low] in ("'s", "’s") and story.index(behind.outset) == low + 1
    return behind.entity if behind is not None and owned and behind.entity.kind == "person" else None


def _owns(word: str) -> bool:
    """Whether a word behind a name makes it a possessor or part of a longer one."""
    return word in ("'s", "’s", "'", "’") or word[0].isupper()


def _is_verb_beside_speech(cast: Cast, end: int) -> bool:
    """Whether the last word of a phrase is a verb taken for a noun: "…," Ana Ruiz shares."""
    story = cast.narrative
    word = story.words[end - 1]
    noun = is_person_noun(singular(word)) or is_organisation_noun(singular(word))
    listed = word in sections("titles")["group"] or noun
    final = end >= len(story.words) or story.words[end] in (".", ":") or story.quoted[end]
    return word[0].islower() and word.endswith("s") and final and not listed


def by_last_name(cast: Cast, low: int, end: int) -> Entity | None:
    """The person whose surname a phrase is although it looks like another word, or that a verb taken for a noun follows.

    "King", "Ana Ruiz notes".
    """
    story = cast.narrative
    word = story.words[end - 1]
    if end - low > 1 and (word in SPEECH_FORMS or _is_verb_beside_speech(cast, end)):
        mention = cast.mention_ending(story.spans[end - 2])
        return mention.entity if mention and mention.entity.kind == "person" else None
    titled = end - low == 2 and story.words[low] in honorifics()
    if not word[0].isupper() or not (
        titled or (end - low == 1 and story.words[low - 1].lower() not in ("the", "a", "an"))
    ):
        return None
    bearers = [
        e for e in cast.entities if e.kind == "person" and e.name.split()[-1] == word and e.name != word
    ]
    return bearers[0] if len(bearers) == 1 else None
