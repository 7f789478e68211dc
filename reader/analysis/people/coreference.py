"""Tells who is behind a source: the dispatch over names, pronouns, descriptions and groups."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.people import apposition, descriptions, designation, gender, lengths, oblique
from reader.analysis.people.entities import Entity, Resolution
from reader.analysis.people.organised import one_name
from reader.analysis.people.plural import it, plain, they
from reader.analysis.words import cues
from reader.analysis.words.wordlists import sections, words_of
from reader.document.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.cast import Cast
    from reader.analysis.people.entities import Mention

_FIRST = words_of("i me my mine myself we us our ours ourselves you your yours yourself one's")
_THEY = words_of("they them their theirs themselves themself")
_IT = words_of("it its itself this that these those")
_RELATIVE = words_of("who which whom whose that")
_APART = frozenset((",", "—", "–", "--", "-"))
"""Marks between a relative clause and whom it is about."""
_BREAKS = words_of(
    """
    of for at in on to by with from about over under near against between among within including who whom whose
    which that during since
    """
)


def resolve(cast: Cast, source: Span, history: Sequence[Resolution] = ()) -> Resolution:
    """Tell who is behind a source: a name, a pronoun, a description, a group.

    Args:
        cast: of the article.
        source: code points; the words that name who speaks, with or without what describes them.
        history: the sources before it in the article that are resolved, in order.

    Returns:
        The entity, how sure, and by which rule; no entity where nothing tells ("who", "I").
    """
    story = cast.narrative
    low = story.index(source.start)
    high = bisect_left(story.spans, (source.end, 0))
    while low < high and not story.words[low][0].isalnum() and story.words[low][0] not in "’'@#":
        low += 1
    while high > low and not any(char.isalnum() for char in story.words[high - 1]):
        high -= 1
    high = _before_day(story.words, low, high)
    if low >= high:
        return Resolution(source, None, 0.0, "nothing")
    word = "WHO" if story.words[low] == "WHO" else story.words[low].lower()
    if word == "no" and high - low > 1 and story.words[low + 1].isdigit():
        # "No 10 said"
        return Resolution(source, Entity(plain(cast, low, high), None, "organisation", "n"), 0.8, "itself")
    if word == "no" and high - low > 1:
        return Resolution(source, None, 0.0, "nobody")
    if word == "whose":
        return _whose(cast, source, low, high, history)
    if high - low == 1 or (high - low == 2 and story.words[high - 1].lower().endswith(("self", "selves"))):
        found = _pronoun(cast, source, low, word, history)
        if found:
            return found
    found = _phrase(cast, source, low, high, history)
    return replace(found, entity=one_name(cast, found.entity, history)) if found.entity else found


def _before_day(words: Sequence[str], low: int, high: int) -> int:
    """Where a source ends once the day at its end is left out: "Ana Ruiz Friday", "Ruiz Sunday night"."""
    parts = ("morning", "afternoon", "evening", "night")
    if high - low > 2 and words[high - 1] in parts and words[high - 2].lower() in cues.DAYS:
        return high - 2
    return high - (high - low > 1 and words[high - 1].lower() in cues.DAYS)


def _pronoun(
    cast: Cast, source: Span, token: int, word: str, history: Sequence[Resolution]
) -> Resolution | None:
    told = gender.of_pronoun(word)
    if told:
        return _he_or_she(cast, source, token, history)
    named = cast.mention_at(source.start)
    if word in sections("grammar")["no source"] and not (named and named.entity.kind == "person"):
        return Resolution(source, None, 0.0, "no source")
    if word in _FIRST:
        return Resolution(source, None, 0.0, "first person")
    if word in _THEY:
        if cast.neutral:
            return Resolution(source, cast.entities[cast.neutral[0]], 0.7, "they")
        return they(cast, source, token, history)
    if word in _RELATIVE and token and _is_relative(cast, token):
        return _relative(cast, source, token, history)
    if word in _RELATIVE and word != "that":
        return Resolution(source, None, 0.0, "relative")
    if word in _IT:
        return _paper_before(cast, source, token, history) or it(cast, source, token, history)
    return None


def _paper_before(cast: Cast, source: Span, token: int, history: Sequence[Resolution]) -> Resolution | None:
    """The document with which the sentence before opens: "The report is out. It warns"."""
    story = cast.narrative
    last = token - 1
    if last < 0 or not story.starts[token] or story.paragraph[last] != story.paragraph[token]:
        return None
    low = last
    while low > 0 and story.sentence[low - 1] == story.sentence[last]:
        low -= 1
    end = descriptions.nominal_end(story, low)
    if story.words[low] != "The" or story.words[end - 1] not in sections("organisations")["document"]:
        return None
    found = _phrase(cast, Span(story.spans[low][0], story.spans[end - 1][1]), low, end, history)
    return Resolution(source, found.entity, 0.5, "it")


def _is_relative(cast: Cast, token: int) -> bool:
    before = cast.narrative.words[token - 1]
    return before in _APART or before[0].isalnum()


def _he_or_she(cast: Cast, source: Span, token: int, history: Sequence[Resolution]) -> Resolution:
    story = cast.narrative
    told = gender.of_pronoun(story.words[token])
    ranked = cast.ranked(token, told, history)
    if ranked:
        margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 3.0
        certainty = min(0.95, 0.55 + 0.13 * margin)
        return Resolution(source, ranked[0][0], round(certainty, 2), "pronoun")
    ahead = cast.ahead(token, told)
    if ahead:
        return Resolution(source, ahead, 0.4, "pronoun ahead")
    return Resolution(source, None, 0.0, "pronoun")


def _relative(cast: Cast, source: Span, token: int, history: Sequence[Resolution]) -> Resolution:
    """ "who" means the phrase right before it."""
    story = cast.narrative
    described = _described(cast, token)
    if described:
        return Resolution(source, described, 0.85, "relative")
    high = token - (story.words[token - 1] in _APART)
    low = high
    while low > 0 and high - low < 12 and story.sentence[low - 1] == story.sentence[token]:
        word = story.words[low - 1]
        if not (word[0].isalnum() or word in ("'s", "’s", "-")) or (
            word.lower() in _BREAKS and word.lower() not in ("of", "for", "at")
        ):
            break
        if word in sections("grammar")["speech"]:
            break  # "said one docker, who"
        low -= 1
        if word.lower() in ("the", "a", "an") and high - low > 1:
            break
    mention = next(
        (
            m
            for m in reversed(cast.mentions_before(story.spans[token][0]))
            if m.end >= story.spans[high - 1][0]
        ),
        None,
    )
    if mention and _governed(cast, mention):
        # "a nurse at Lund Hospital, who": the nurse
        first = story.index(mention.outset) - 1
        mention = cast.mention_ending(story.spans[first - 1])
        high = first
    if mention:
        return Resolution(source, mention.entity, 0.85, "relative")
    if low < high:
        found = _phrase(cast, Span(story.spans[low][0], story.spans[high - 1][1]), low, high, history)
        return Resolution(source, found.entity, min(found.certainty, 0.7), "relative")
    return Resolution(source, None, 0.0, "relative")


def _described(cast: Cast, token: int) -> Entity | None:
    """The person between whose name and "who" an apposition stands: "Ana Ruiz, the head of the port, who said"."""
    story = cast.narrative
    if story.words[token] != "who" or story.words[token - 1] != ",":
        return None
    low = token - 2
    while low > 1 and token - low < _APPOSED and story.words[low] != ",":
        low -= 1
    if story.words[low] != "," or story.words[low + 1].lower() not in ("the", "a", "an"):
        return None
    mention = cast.mention_ending(story.spans[low - 1])
    here = story.sentence[low - 1] == story.sentence[token]
    return mention.entity if mention and mention.entity.kind == "person" and here else None


_APPOSED = 15
"""How many words an apposition between a name and "who" has at most."""


def _whose(cast: Cast, source: Span, low: int, high: int, history: Sequence[Resolution]) -> Resolution:
    """ "Mexico, whose government said": Mexico's government."""
    story = cast.narrative
    before = low - 1 - (low > 0 and story.words[low - 1] in _APART)
    mention = cast.mention_ending(story.spans[before]) if before >= 0 and high - low > 1 else None
    if mention is None:
        return Resolution(source, None, 0.0, "relative")
    end = head_end(cast, low + 1, high)
    named = apposition.named_beside(cast, low, end, high)
    if named:
        return Resolution(source, named, 0.9, "apposition")
    described = descriptions.read(story.words[low + 1 : end])
    name = f"{mention.entity.name}'s {plain(cast, low + 1, end)}"
    told = described.gender if described.kind != "other" else None
    entity = Entity(name, None, described.kind, told, described.plural)
    return Resolution(source, one_name(cast, entity, history), 0.7, "relative")


def _governed(cast: Cast, mention: Mention) -> bool:
    """Whether a name of no person stands behind the preposition that ties it to whom or what comes before."""
    story = cast.narrative
    first = story.index(mention.outset)
    return (
        mention.entity.kind != "person"
        and first > 1
        and story.words[first - 1] in ("at", "of", "in", "for", "from")
        and story.words[first - 2][0].isalpha()
    )


def head_end(cast: Cast, low: int, high: int) -> int:
    """The index after the head of the noun phrase `[low, high)`: before its first comma, preposition or relative clause."""
    story = cast.narrative
    i = low
    while i < high:
        mention = cast.mention_at(story.spans[i][0])
        if mention:
            i = bisect_left(story.spans, (mention.end, 0))
            continue
        word = story.words[i].lower()
        if i > low and (
            word in _BREAKS
            or not (word[0].isalnum() or word in ("'s", "’s", "'", "’", "&", "/", "-", '"', "“", "”", "‘"))
        ):
            break
        i += 1
    return min(max(i, low + 1), high)


def _phrase(cast: Cast, source: Span, low: int, high: int, history: Sequence[Resolution]) -> Resolution:
    story = cast.narrative
    if (
        high - low == 1
        and story.starts[low]
        and story.words[low].endswith("ing")
        and story.words[low + 1 : low + 2] == [","]
    ):
        # "Reacting, the chairman of the board, Ana Ruiz, said"
        stop = descriptions.nominal_end(story, low + 2)
        if stop > low + 2 and not cast.mention_at(source.start):
            return _phrase(cast, source, low + 2, stop, history)
    holder = oblique.behind_office(cast, low, high)
    if holder:
        return Resolution(source, holder.entity, 0.95, "name")
    end = max(low + 1, oblique.without_letters(cast, low, head_end(cast, low, high)))
    found = oblique.by_handle(cast, source, low, end) or oblique.by_demonym(cast, source, low, end, history)
    if found:
        return found
    stacked = oblique.behind_second_office(cast, low, end)
    if stacked:
        return Resolution(source, stacked, 0.9, "apposition")
    joined = oblique.past_second_place(cast, end)
    if joined:
        named = cast.mention_at(story.spans[joined][0]) if joined < len(story.spans) else None
        if named and named.entity.kind == "person":
            return Resolution(source, named.entity, 0.9, "apposition")
        return _description(cast, source, low, joined, joined, history)
    office_holder = oblique.by_initials(cast, low, end)
    if office_holder:
        return Resolution(source, office_holder, 0.8, "role")
    mention = oblique.mention_for(cast, low, end)
    office = oblique.office_end(cast, mention) if mention else None
    if office:
        mention, end = None, max(low + 1, office)
    if mention and mention.entity.kind != "group":
        entity = oblique.employed(cast, mention) or mention.entity
        owners = story.words[low : bisect_left(story.spans, (mention.start, 0))]
        if entity.kind == "organisation" and "s" in owners[1:] + [word[1:] for word in owners]:
            entity = Entity(plain(cast, low, end), None, "organisation", "n")
        return Resolution(source, entity, 0.95, "name")
    paper = oblique.by_papers_name(cast, low, end)
    if paper:
        return Resolution(source, paper, 0.8, "name")
    known = oblique.by_last_name(cast, low, end)
    if known:
        return Resolution(source, known, 0.8, "name")
    beside = oblique.after_its_job(cast, low, end) or apposition.named_beside(cast, low, end, high)
    if beside:
        return Resolution(source, beside, 0.9, "apposition")
    return _description(cast, source, low, end, high, history)


def _description(
    cast: Cast, source: Span, low: int, end: int, high: int, history: Sequence[Resolution]
) -> Resolution:
    story = cast.narrative
    stop = descriptions.nominal_end(story, end + 1) if story.words[end : end + 1] in (["by"], ["from"]) else 0
    if story.words[end - 1].lower() == "statement" and stop > end + 1:
        # "a statement by a palace spokesman": the spokesman
        found = _phrase(cast, Span(story.spans[end + 1][0], story.spans[stop - 1][1]), end + 1, stop, history)
        return Resolution(source, found.entity, found.certainty, found.rule)
    stop = lengths.past_title(
        cast, max(descriptions.complement_end(story, end), lengths.inside(cast, end, high))
    )
    description = descriptions.read(story.words[low:end])
    if stop > end and story.words[end] == "of":
        description = replace(
            description, modifiers=(*description.modifiers, *lengths.content(story.words[end + 1 : stop]))
        )
    bare = stop == end and description.definite and not description.modifiers
    told_at, told_end = lengths.fullest(cast, description.plural, low, stop) if bare else (low, stop)
    fuller = stop > end or told_at != low
    designated = designation.designated(cast, description, low, history, fuller=fuller)
    if designated:
        return Resolution(source, *designated)
    told = description.gender if description.kind != "other" else None
    entity = Entity(plain(cast, told_at, told_end), None, description.kind, told, description.plural)
    return Resolution(source, entity, 0.8, "itself")
