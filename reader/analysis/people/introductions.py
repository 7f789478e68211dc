"""Reads the role of someone who is first described and then named: "A bride-to-be said yes. Ana Ruiz, 29, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.people import callings, roles
from reader.analysis.people.descriptions import complement_end, nominal_end
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.people.figure import Figure
    from reader.analysis.words.narrative import Narrative

NAMING = frozenset(("identified", "named", "name", "known", "introduced", "identifies"))
"""Verbs after which "as" and a name tell who someone is."""
WAYS = frozenset(("himself", "herself", "themselves", "to", "us", "reporters", "here", "just"))
"""Words between a verb of naming and "as", adverbs apart."""
_OPENING = frozenset("\"“‘'")
_LEAD = 2
"""Paragraphs of the story that can describe someone who is named below."""
_NEAR = 2
"""How many paragraphs below that is."""
_LONGEST = 30


def introduce(story: Narrative, figures: Sequence[Figure]) -> None:
    """Add to the roles of those who have none what describes them before their name is given."""
    nameless = [f for f in figures if f.kind == "person" and not _has_role(f)]
    for figure in nameless:
        name = figure.names[0]
        span = given_as(story, name.first) or _called(story, name.first, name.last)
        if span:
            figure.roles.insert(0, _words(story, *span))
    openers = {n.first: f for f in nameless for n in f.names[:1] if not _has_role(f) and len(n.words) > 1}
    named = {n.first for f in figures if f.kind == "person" for n in f.names}
    told = {word.lower() for f in figures for role in f.roles for word in role.split()}
    for low, high in _described(story, named):
        opener = next((openers[at] for at in _openings(story, low) if at in openers), None)
        if opener is not None and not _has_role(opener) and story.words[high - 1].lower() not in told:
            opener.roles.insert(0, _words(story, low, high))


def _has_role(figure: Figure) -> bool:
    return any(role.split()[0] not in callings.verbs() for role in figure.roles)


def _words(story: Narrative, low: int, high: int) -> str:
    words = story.words[low:high]
    return " ".join(word.lower() if word.isupper() and len(word) > 3 else word for word in words)


def given_as(story: Narrative, first: int) -> tuple[int, int] | None:
    """The description of someone whose name, at a token, is given: "A widow, who simply identified herself as Ana Ruiz"."""
    low = first
    while low > 0 and first - low < _LONGEST and story.sentence[low - 1] == story.sentence[first]:
        low -= 1
    at = first - (first > low and story.words[first - 1] in _OPENING)
    verb = naming_verb(story.words[low:at])
    if verb is None:
        return None
    start = low + (story.words[low].lower() in ("a", "an", "the", "one"))
    end = complement_end(story, nominal_end(story, start))
    inside = start < end <= low + verb and roles.heads(story.words, start, end, roles.is_person_noun)
    return (start, end) if inside else None


def _called(story: Narrative, first: int, last: int) -> tuple[int, int] | None:
    """What someone is by "a plumber called Ana Ruiz", and by "its manager, a shy man called Bo Lund"."""
    words = story.words
    if first < 3 or words[first - 1] not in ("called", "named"):
        return None
    low = next(
        (i for i in range(first - 2, max(-1, first - 9), -1) if words[i].lower() in ("a", "an")), first
    )
    if low + 1 >= first - 1 or not roles.heads(words, low + 1, first - 1, roles.is_person_noun):
        return None
    if words[first - 2] in ("man", "woman", "boy", "girl", "lady", "gentleman"):
        return callings.in_front(words, low + 1, last)
    return low + 1, first - 1


def naming_verb(before: Sequence[str]) -> int | None:
    """The place of the verb of naming in the words in front of a name that it gives; None where none does."""
    verbs = [i for i, word in enumerate(before) if word in NAMING]
    if before[-1:] != ["as"] or not verbs:
        return None
    ways = before[verbs[-1] + 1 : -1]
    return verbs[-1] if all(word in WAYS or word.endswith("ly") for word in ways) else None


def _described(story: Narrative, named: set[int]) -> Iterator[tuple[int, int]]:
    """What opens a sentence of the lead and describes one person who is not named in that sentence."""
    nobody = sections("grammar")["nameless"] | sections("grammar")["accused"]
    for i, word in enumerate(story.words):
        if story.body[i] > _LEAD:
            return
        opens = story.starts[i] or (i > 0 and story.words[i - 1] in ("—", "–", "-", "--", ":"))
        if not opens or story.aside[i] or word not in ("A", "An"):
            continue
        end = nominal_end(story, i)
        head = story.words[end - 1].lower()
        if end <= i + 1 or not roles.is_person_noun(head) or head in nobody or head.startswith("spokes"):
            continue
        stop = end
        while stop < len(story.words) and story.sentence[stop] == story.sentence[i]:
            stop += 1
        if not named.intersection(range(i, stop)):
            yield i + 1, complement_end(story, end) if head in ("mother", "father", "mum", "dad") else end


def _openings(story: Narrative, low: int) -> Iterator[int]:
    """The tokens near the beginning of each of the next paragraphs."""
    until, i, begun, count = story.body[low] + _NEAR, low, -1, 0
    while i < len(story.words) and story.body[i] <= until:
        if story.paragraph[i] != story.paragraph[low] and not story.aside[i]:
            count = count + 1 if story.paragraph[i] == begun else 0
            begun = story.paragraph[i]
            if count < 6:
                yield i
        i += 1
