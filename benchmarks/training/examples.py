"""Annotated articles to examples for each decision: which reading of it is the annotators' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.frames.clauses import find_cues
from reader.analysis.frames.contents import content_candidates
from reader.analysis.words import cues

if TYPE_CHECKING:
    from benchmarks.training.corpus import Attribution, Pairs
    from reader.analysis.frames.clauses import Clause, Cue
    from reader.analysis.frames.contents import Content
    from reader.analysis.frames.phrases import Phrase
    from reader.analysis.frames.reading import Paragraph
    from reader.analysis.frames.subjects import Candidate


def within(position: int, spans: Pairs) -> bool:
    """Whether a code point lies in one of the spans."""
    return any(a <= position < b for a, b in spans)


def names_source(paragraph: Paragraph, phrase: Phrase, spans: Pairs) -> bool:
    """Whether a phrase is (half of) an annotated source, and holds or precedes its head."""
    start, end = paragraph.starts[phrase.low], paragraph.ends[phrase.high - 1]
    for a, b in spans:
        shared = min(end, b) - max(start, a)
        if shared > 0 and 2 * shared >= min(end - start, b - a):
            return True
    return False


def head_cue(found: list[Cue], clause: Clause, attribution: Attribution) -> Cue | None:
    """The one word of an annotated cue that stands for it: a verb of speech, else the last verb, else any."""
    inside = [c for c in found if within(clause.paragraph.starts[c.item], attribution.cue)]
    speech = [c for c in inside if c.lemma in cues.SPEECH_FORMS and c.kind not in "SJ"]
    verbs = [c for c in inside if c.kind not in "SJ"]
    for group in (speech, verbs, inside):
        if group:
            return group[0] if group is speech else group[-1]
    return None


def label_cues(clause: Clause, attributions: list[Attribution]) -> list[tuple[Cue, Attribution | None]]:
    """The sentence's cue candidates with their attribution, None for a word that is none.

    Words inside an annotated cue or content that are not its head are left out: what is said within what is said
    is not annotated.
    """
    found = find_cues(clause)
    heads: dict[int, Attribution] = {}
    skip = set()
    for attribution in attributions:
        head = head_cue(found, clause, attribution)
        if head is not None:
            heads.setdefault(head.item, attribution)
        for cue in found:
            at = clause.paragraph.starts[cue.item]
            if within(at, attribution.cue) or within(at, attribution.content):
                skip.add(cue.item)
    return [(c, heads.get(c.item)) for c in found if c.item in heads or c.item not in skip]


def right_subject(clause: Clause, candidates: list[Candidate], attribution: Attribution) -> int | None:
    """The index of the leftmost candidate that is the annotated source; 0 where it has none; None where none fits."""
    if not attribution.source:
        return 0
    fitting = [
        (c.phrase.low, place)
        for place, c in enumerate(candidates)
        if c.phrase and names_source(clause.paragraph, c.phrase, attribution.source)
    ]
    return min(fitting)[1] if fitting else None


def right_content(
    clause: Clause, cue: Cue, subject: Candidate, attribution: Attribution
) -> tuple[list[Content], int] | None:
    """The content candidates and the index of the one nearest to the annotated one; None where none is near."""
    candidates = content_candidates(clause, cue, subject)
    starts = clause.paragraph.starts
    gold = {i for i in range(clause.low, clause.high) if within(starts[i], attribution.content)}
    if not gold:
        return candidates, 0
    best, place = 0.0, None
    for index, candidate in enumerate(candidates):
        items = {i for low, high in candidate.parts for i in range(low, high)}
        shared = 2 * len(items & gold) / (len(items) + len(gold))
        if shared > best:
            best, place = shared, index
    return (candidates, place) if place is not None and best >= 0.5 else None
