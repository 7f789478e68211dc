"""Finds who "the witness" is: the person who last took the stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.analysis.people.cast import Cast
    from reader.analysis.people.entities import Entity

_REACH = 250
"""How many words back someone is looked for."""
_STANDS = {"gave": "evidence", "giving": "evidence", "gives": "evidence", "took": "stand"}
"""What is done in a court by whom it then calls the witness, and of what."""
_TESTIFIES = frozenset(("testified", "testifies", "testifying", "cross-examined"))


def on_the_stand(cast: Cast, token: int) -> Entity | None:
    """The person who is said to testify in the sentences before a token, the nearest one; None where nobody is."""
    story = cast.narrative
    for i in range(token - 1, max(-1, token - _REACH), -1):
        if story.quoted[i] or story.aside[i] or not _stands(story.words, i):
            continue
        behind = story.words[i].lower() in ("giving", "testifying", "cross-examined") and story.starts[i]
        entity = _subject(cast, i, behind=behind)
        if entity is not None:
            return entity
    return None


def _stands(words: list[str], i: int) -> bool:
    word = words[i].lower()
    return word in _TESTIFIES or _STANDS.get(word, "-") in words[i + 1 : i + 3]


def _subject(cast: Cast, verb: int, *, behind: bool) -> Entity | None:
    """The person named nearest before a verb in its sentence, or behind a participle that opens it: not who is behind "by"."""
    story = cast.narrative
    sentence = story.sentence[verb]
    if behind:
        named = cast.mentions_from(story.spans[verb][1])
    else:
        named = cast.mentions_before(story.spans[verb][0])[::-1]
    for mention in named:
        at = story.index(mention.outset)
        if story.sentence[at] != sentence:
            return None
        if mention.entity.kind == "person" and (at == 0 or story.words[at - 1] != "by"):
            return mention.entity
    return None
