"""Finds the person whom the words beside a description name: "the mayor, Ana Ruiz," "Ana Ruiz, a former mayor," "mayor Ana Ruiz"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.analysis.people import roles
from reader.analysis.people.descriptions import singular
from reader.analysis.people.introductions import naming_verb
from reader.analysis.words.sorts import sort_of_noun
from reader.analysis.words.spelled import is_seat
from reader.analysis.words.tagger import tag
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from reader.analysis.people.cast import Cast
    from reader.analysis.people.entities import Entity, Mention

_CLOSES = frozenset((",", ".", ")", ":", "—", "–", ";"))
_STYLES = frozenset(("Most", "Right", "Very", "Rt"))
"""What stands before the form of address of a cleric: "the Most Rev Ana Ruiz"."""
_OPENING = frozenset("\"“‘'")
_ONES = frozenset(("one", "another"))
_REACH = 14
"""How many words may stand between the description's noun and the name."""
_CLAUSE = 20
"""The same where commas stand around the name."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def named_beside(cast: Cast, low: int, end: int, high: int) -> Entity | None:
    """The person named beside a description.

    Args:
        cast: of the article.
        low: index of the description's first word.
        end: index after its head.
        high: index after the source's last word.

    Returns:
        None where nobody is named there.
    """
    return (
        _within_title(cast, low, high)
        or _over_clause(cast, end)
        or _behind(cast, low, end, high)
        or _given(cast, end)
        or _ahead(cast, low, end, high)
        or _organisation_behind(cast, end)
    )


def _within_title(cast: Cast, low: int, high: int) -> Entity | None:
    """ "US Secretary" of "US Secretary of State Ana Ruiz": the source is a part of someone's title."""
    story = cast.narrative
    start, end = story.spans[low][0], story.spans[high - 1][1]
    mention = next(iter(cast.mentions_from(start)), None)
    titled = mention is not None and mention.outset < end and mention.start >= end
    return mention.entity if mention and titled and mention.entity.kind == "person" else None


def _behind(cast: Cast, low: int, end: int, high: int) -> Entity | None:
    """Someone named right behind: with no comma between, or with one and then a mark that closes the apposition."""
    story = cast.narrative
    mention = _next_person(cast, end)
    if mention is None:
        return None
    at = story.index(mention.outset)
    last = bisect_left(story.spans, (mention.end, 0))
    between = story.words[end:at]
    comma = "," in between
    own = story.words[low:end]
    if story.heading[low]:
        own, between = [word.lower() for word in own], [word.lower() for word in between]
    equated = between == [","] and story.words[last : last + 1] == [","] and _is_unlisted(own)
    if _is_from(mention, own[-1], between):
        return mention.entity
    if not equated and not _is_title_stretch(own, between):
        return None
    closed = last >= len(story.words) or story.words[last] in _CLOSES or last >= high
    return mention.entity if not comma or closed else None


def _is_unlisted(own: list[str]) -> bool:
    """Whether a description's noun is on no list, so that the person named between commas behind it tells what it means."""
    return own[0].lower() == "the" and own[-1].islower() and sort_of_noun(own[-1]) == "thing"


def _is_from(mention: Mention, noun: str, between: list[str]) -> bool:
    """Whether a place stands between a job and a name with a form of address: "doctor from Oslo Dr Ana Ruiz"."""
    led = between[:1] in (["from"], ["at"], ["in"]) and all(word[0].isupper() for word in between[1:])
    return led and mention.outset < mention.start and roles.is_person_noun(noun)


def _over_clause(cast: Cast, end: int) -> Entity | None:
    """Someone named between commas behind what tells which one is meant: "the guard I had met, Ana Ruiz, said"."""
    story = cast.narrative
    if not roles.is_person_noun(story.words[end - 1]):
        return None
    stop = min(end + _CLAUSE, len(story.words))
    comma = next((i for i in range(end, stop) if story.words[i] == ","), stop)
    if comma <= end + 1 or comma + 1 >= stop or story.sentence[comma] != story.sentence[end - 1]:
        return None
    mention = next(iter(cast.mentions_from(story.spans[comma + 1][0], 1)), None)
    if mention is None or mention.entity.kind != "person":
        return None
    last = story.index(mention.end - 1) + 1
    named = _is_titled(mention, story.words[comma + 1 : story.index(mention.outset)])
    named = named and story.words[last : last + 1] == [","]
    verb = story.words[last + 1 : last + 2]
    return mention.entity if named and verb and tag([story.words[last - 1], *verb])[-1] in _FINITE else None


def _is_titled(mention: Mention, ahead: list[str]) -> bool:
    """Whether nothing stands before a name, or one word that narrows its title: "state Sen. Ana Ruiz", "former Judge Ruiz"."""
    grammar = sections("grammar")
    narrowed = len(ahead) == 1 and ahead[0] in grammar["no person"] | grammar["role adjective"]
    return not ahead or (narrowed and mention.outset < mention.start)


def _given(cast: Cast, end: int) -> Entity | None:
    """Someone whose name is given behind: "a guard named Ana Ruiz", "a widow, who simply identified herself as Ana Ruiz, said"."""
    story = cast.narrative
    for mention in cast.mentions_from(story.spans[min(end, len(story.spans) - 1)][0], 3):
        at = story.index(mention.outset)
        if at - end > _REACH or story.sentence[at] != story.sentence[end - 1]:
            return None
        at -= story.words[at - 1] in _OPENING
        between = story.words[end:at]
        if naming_verb(between) is not None or between in (["named"], ["called"]) or _names(between):
            return mention.entity if mention.entity.kind in ("person", "other") else None
    return None


def _names(between: list[str]) -> bool:
    """Whether an apposition gives a name: "its composer, a young organist named Ana Ruiz"."""
    between = between[between.index(",") :] if between[:1] == ["of"] and "," in between else between
    opens = between[:2] in ([",", "a"], [",", "an"]) and between[-1] in ("named", "called")
    return opens and roles.is_person_noun(between[-2]) and _FINITE.isdisjoint(tag(between[1:-1]))


def _organisation_behind(cast: Cast, end: int) -> Entity | None:
    """The organisation named behind what it is: "a parent group, Mothers for Lund,", "the rights group the Lund League"."""
    story = cast.narrative
    joint = story.words[end : end + 1]
    if joint not in ([","], ["the"]) or not roles.is_organisation_noun(story.words[end - 1]):
        return None
    mention = cast.mention_at(story.spans[min(end + 1, len(story.spans) - 1)][0])
    if joint == ["the"]:
        return mention.entity if mention and mention.entity.kind in ("organisation", "other") else None
    last = bisect_left(story.spans, (mention.end, 0)) if mention else len(story.words)
    closed = last < len(story.words) and story.words[last] in _CLOSES
    return mention.entity if mention and closed and mention.entity.kind in ("organisation", "other") else None


def _next_person(cast: Cast, end: int) -> Mention | None:
    """The first person named after the token `end`, in its sentence and within reach."""
    story = cast.narrative
    if end >= len(story.words):
        return None
    limit = min(end + _REACH, len(story.words) - 1)
    for mention in cast.mentions_from(story.spans[end][0]):
        if mention.start > story.spans[limit][0]:
            return None
        if mention.entity.kind == "person":
            near = story.sentence[story.index(mention.start)] == story.sentence[end - 1]
            return mention if near else None
    return None


def _is_title_stretch(own: list[str], between: list[str]) -> bool:
    """Whether the words from a description to a name can all belong to one title: "minister of mines and energy", "board member"."""
    grammar = sections("grammar")
    between = _without_acronym(between)
    if between[-2:-1] == ["the"] and between[-1] in _STYLES:
        between = between[:-2]
    if between == ["and"] and own[0].lower() in grammar["definite"] | grammar["indefinite"]:
        return False  # "the cook and Ana Ruiz" are two
    commas = between.count(",")
    words = [word for word in between if word != ","]
    if (
        commas > 1
        or between[:2] == [",", "and"]
        or any(not (word[0].isalnum() or word in ("'s", "’s", "&", "-")) for word in words)
    ):
        return False
    if any(
        word in grammar["role end"] or word in grammar["verb"] or word in grammar["speech"] or word == "that"
        for word in words
    ):
        return False
    if words and not commas and (words[-1] in grammar["preposition"] or words[-1] == "the"):
        # "the judge in the Ana Ruiz trial"
        return False
    if commas == 1 and own[-1].lower() in _ONES and words[:1] == ["of"]:
        # "one of the bakers, Ana Ruiz", "one of them, the soprano Ana Ruiz"
        comma = between.index(",")
        whom, called = between[comma - 1], between[comma + 1 :]
        people = whom in ("them", "us") or roles.is_person_noun(singular(whom))
        return people and (not called or called[0] in ("the", "a", "an"))
    if not roles.is_person_noun(own[-1]) and words and words[0] in ("by", "of", "about", "from"):
        # "a study by the sociologist Ana Ruiz" is no one
        return _of_office(own, words)
    if _is_told(own, words):
        return False
    if words and not commas and roles.is_person_noun(words[-1]) and grammar["preposition"] & set(words):
        # "a juror in the trial of the art dealer Ana Ruiz": the name is the dealer's
        return False
    if words and commas and between[0] != "," and between[-1] != ",":
        return roles.is_person_noun(words[-1])
    heads = [own[-1], *(words[-1:] if words and between[-1] != "," else [])]
    if words and not commas and words[0] in ("of", "for"):
        body = _is_body(words)
        return (roles.is_person_noun(own[-1]) and (body or words[-1][0].isupper())) or _of_office(own, words)
    return any(roles.is_person_noun(word) for word in heads) or (
        bool(words) and roles.is_person_noun(words[-1])
    )


def _is_told(own: list[str], words: list[str]) -> bool:
    """Whether a verb stands behind a description: "the candidate blasted Ana Ruiz", "a guard claiming to know Ana Ruiz"; "a guard turned mayor" has none."""
    told = dict(zip(words, tag([*own, *words])[len(own) :], strict=True))
    told.pop("turned", None)
    return not _FINITE.isdisjoint(told.values()) or (bool(words) and told.get(words[0]) == "VBG")


def _is_body(words: list[str]) -> bool:
    """Whether words behind "treasurer" name a body by its place: "of Lund allotment society"."""
    return (
        len(words) > 2
        and words[1][0].isupper()
        and words[-1].islower()
        and roles.is_organisation_noun(words[-1])
        and not sections("grammar")["definite"] & set(words)
    )


def _without_acronym(between: list[str]) -> list[str]:
    """The words without initials or capitals in brackets: "the Member of Parliament (MP) for Lund, Ana Ruiz"."""
    low = between.index("(") if "(" in between else -1
    high = between.index(")", low) if low >= 0 and ")" in between[low:] else -1
    inside = between[low + 1 : high]
    short = 0 < len(inside) < 5 and all(word[0].isupper() or word in ("and", "&", "of") for word in inside)
    return between[:low] + between[high + 1 :] if low >= 0 and short else between


def _of_office(own: list[str], words: list[str]) -> bool:
    """ "minister of mines and energy": an office with what it is over, and no person of its own ("mother of")."""
    return own[-1].lower() in sections("grammar")["over something"] and len(words) < 8


def _ahead(cast: Cast, low: int, end: int, high: int) -> Entity | None:
    """Someone named right before a comma: "Ana Ruiz, a former mayor, said"."""
    story = cast.narrative
    if low < 2 or story.words[low - 1] != ",":
        return None
    first = story.words[low].lower()
    if _is_seat(story.words[low]) and high - low == 1:
        return _person_before(cast, low)
    closed = high < len(story.words) and story.words[high] in (",", "who", "of", "for", "at", "from")
    if not roles.is_person_noun(story.words[end - 1]):
        return None
    return (
        _person_before(cast, low)
        if first in ("a", "an", "former") or (closed and first != "another")
        else None
    )


def _is_seat(word: str) -> bool:
    """Whether a word tells a legislator's party or state: "D-Calif.", "N.H."."""
    return is_seat(word) or (word.endswith(".") and word in sections("places")["region"])


def _person_before(cast: Cast, low: int) -> Entity | None:
    """The person whose name ends right before the comma before a token."""
    story = cast.narrative
    mention = cast.mention_ending(story.spans[low - 2])
    if mention is None or mention.entity.kind != "person" or story.sentence[low - 2] != story.sentence[low]:
        return None
    return mention.entity
