"""Document and blocks to `Analysis`: the one entry to the attribution."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.analysis.answers.echo import echoed
from reader.analysis.answers.lead_in import led_in
from reader.analysis.answers.lone import placed
from reader.analysis.answers.nominal import nominal
from reader.analysis.answers.passives import untold
from reader.analysis.answers.sections import as_story, read_sections
from reader.analysis.answers.signatures import signed
from reader.analysis.answers.speaking import answer_all
from reader.analysis.bound import MOST, first_part
from reader.analysis.learned.weights import load_weights
from reader.analysis.model import Analysis, Speaker, Statement
from reader.analysis.people.cast import read_cast
from reader.analysis.people.coreference import resolve
from reader.analysis.people.roles import is_person_noun, tells_role
from reader.analysis.quotations import stretches
from reader.analysis.source_words import source_span, told_source
from reader.analysis.statements import draft_statements
from reader.analysis.transcript import find_turns, questions, turn_speaker
from reader.analysis.words.cues import SHOWING, SPEECH_FORMS
from reader.analysis.words.language import language_of
from reader.analysis.words.wordlists import words_of
from reader.document.model import STORY, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.answers.attribution import Section, Source
    from reader.analysis.learned.weights import Weights
    from reader.analysis.model import StatementKind
    from reader.analysis.people.cast import Cast
    from reader.analysis.people.entities import Entity, Resolution
    from reader.analysis.statements import Draft
    from reader.analysis.transcript import Turn
    from reader.document.model import Block, Document

_SAMPLE = 2500
"""Code points that tell the language."""
_LIKELY = 0.7
"""From this certainty on, speech without quotation marks makes its source someone who speaks."""
_LIKELY_PERSON = 0.5
"""The same where the source is a person, who seldom does else with a verb of speech than speak."""
_AVOWING = frozenset(("deny", "admit", "according"))
"""Cues that put a person among those who speak however unsure it is where the content ends."""
_QUANTITY = re.compile(
    r"(?:(?:some|about|nearly|almost|only|just|another) )?[\w.,-]+ (?:percent|per cent)|\d[\d.,]*%?|(?:\d+|\w+) (?:in|of|out of) (?:\d+|ten|five|three)|someone|something"
)
"""Shares of people, and nobody in particular."""
_UNTOLD = words_of(
    "those these many some others several few most both all none everyone everybody nobody anyone"
) | {"no one"}
FOREIGN = "This article is not in English: nothing in it is attributed to anyone."


def analyse(
    document: Document, blocks: Sequence[Block], weights: Weights | None = None, *, most: int = MOST
) -> Analysis:
    """Find the statements of an article, their sources, and the people behind them.

    Args:
        blocks: in order; only titles, headings and paragraphs can hold statements.
        weights: what decides; None for those that come with the program.
        most: code points that are analysed; what is beyond them is left out.

    Returns:
        Statements in document order. An article in another language has none, and a warning; one that is longer than a
        book has those of its first part, and a warning. The time is linear in the text.
    """
    language = language_of(document.text[:_SAMPLE])
    blocks, cut = first_part(document.text, blocks, most)
    if language != "en":
        told = stretches(document.text, (b for b in blocks if b.kind in STORY or b.doubtful))
        return Analysis(language, (), (), (FOREIGN, cut) if cut else (FOREIGN,), tuple(told))
    weights = weights or load_weights()
    blocks = as_story(document.text, blocks)
    turns = find_turns(document.text, blocks)
    aside = [*(part for turn in turns for part in turn.parts), *questions(document.text, blocks)]
    spoken = {edge for part in aside for edge in (part.start, part.end)}
    sections = read_sections(
        document.text, [b for b in blocks if spoken.isdisjoint((b.start, b.end))], weights
    )
    answers = signed(led_in(nominal(answer_all(document.text, sections, weights))), sections)
    drafts = draft_statements(document.text, sections, untold(placed(echoed(answers), sections)))
    quoted = _quoted(sections)
    cast = read_cast(document.text, blocks, quoted)
    found = [*_named(document.text, drafts, cast), *_turns(document.text, turns, cast)]
    found.sort(key=lambda voiced: (voiced.statement.start, voiced.statement.end))
    statements = [replace(voiced.statement, id=number) for number, voiced in enumerate(found)]
    speaking = {v.entity.name: v.entity for v in reversed(found) if v.entity and v.uttered}
    speakers = _speakers(statements, speaking, cast)
    quoted += stretches(document.text, aside)
    quoted.sort(key=lambda span: span.start)
    return Analysis("en", tuple(statements), speakers, (cut,) if cut else (), tuple(quoted))


@dataclass(frozen=True, slots=True)
class Voiced:
    """A statement with who is behind it.

    Attributes:
        uttered: it is put into words, and not only thought, wished or shown: its source is someone who speaks.
    """

    statement: Statement
    entity: Entity | None
    uttered: bool


def _uttered(draft: Draft) -> bool:
    frame = draft.frame
    if draft.quotations or frame is None or frame.cue.kind == "A":
        return True
    told = frame.cue.kind in "VGP" or (frame.cue.kind == "N" and frame.subject.side in "RB")
    return told and frame.cue.lemma in SPEECH_FORMS and frame.cue.lemma not in SHOWING


def _quoted(sections: Sequence[Section]) -> list[Span]:
    return [Span(q.start, q.end) for s in sections for q in s.paragraph.quotations.values()]


def _turns(text: str, turns: Sequence[Turn], cast: Cast) -> list[Voiced]:
    """The turns of a transcript as statements, with who is meant."""
    found = []
    meant: dict[str, Entity | None] = {}
    for turn in turns:
        label = text[turn.label.start : turn.label.end]
        if meant.get(label) is None:
            meant[label] = (
                turn_speaker(text, turn.label, cast, turns[0].label.start) or resolve(cast, turn.label).entity
            )
        entity = meant[label]
        if entity and entity.name.isupper() and is_person_noun(entity.name.lower()):
            entity = replace(entity, name=entity.name.capitalize())  # a job, which is no name: "HOST"
        if entity and entity.role is None and turn.house:
            entity = replace(entity, role=turn.house)
        name = entity.name if entity else None
        start, end = turn.parts[0].start, turn.parts[-1].end
        headed = turn.parts if end < turn.label.start else ()
        kind: StatementKind = "direct" if headed else "indirect"
        source = turn.label if turn.label.end > turn.label.start else None
        rule = "transcript" if source else "interview"
        statement = Statement(0, start, end, turn.parts, kind, headed, None, source, name, 0.9, rule)
        found.append(Voiced(statement, entity, True))
    return found


def _named(text: str, drafts: Sequence[Draft], cast: Cast) -> list[Voiced]:
    """Statements with their speakers' names."""
    history: list[Resolution] = []
    known: dict[tuple[int, int], Entity | None] = {}
    named = Counter(mention.entity.name for mention in cast.mentions)
    statements = []
    for draft in drafts:
        source = source_span(draft.source) if draft.source else None
        entity = None
        if source is not None:
            key = (source.start, source.end)
            if key not in known:
                resolution = resolve(cast, source, history)
                history.append(resolution)
                known[key] = None if _nobody(text[source.start : source.end]) else resolution.entity
            entity = known[key]
        if draft.source and draft.rule != "echo" and _in_headline(draft, draft.source, cast):
            headline = draft.source.paragraph.block
            if entity is None or named[entity.name] == _times(entity, headline.start, headline.end, cast):
                continue  # no one whom the story names too
        statement = _statement(draft, told_source(draft), entity.name if entity else None)
        likely = bool(draft.quotations) or statement.certainty >= _least(draft, entity)
        statements.append(Voiced(statement, entity, likely and _uttered(draft)))
    return statements


def _least(draft: Draft, entity: Entity | None) -> float:
    """The certainty from which on a statement without quotation marks makes its source someone who speaks."""
    if entity is None or entity.kind != "person":
        return _LIKELY
    return 0.0 if draft.frame and draft.frame.cue.lemma in _AVOWING else _LIKELY_PERSON


def _nobody(source: str) -> bool:
    """Whether the words of a source stand for people whom the article does not tell apart."""
    low = source.lower()
    return low in _UNTOLD or _QUANTITY.fullmatch(low) is not None


def _in_headline(draft: Draft, source: Source, cast: Cast) -> bool:
    """Whether a source stands in a headline or in a line that looks like one."""
    story = cast.narrative
    at = story.index(source.paragraph.starts[source.phrase.low])
    told = not draft.quotations and at < len(story.heading) and story.heading[at]
    return told or source.paragraph.block.kind != "paragraph"


def _times(entity: Entity, start: int, end: int, cast: Cast) -> int:
    """How often an entity is named between two code points."""
    within = (m for m in cast.mentions_from(start, end - start) if m.start < end)
    return sum(m.entity.name == entity.name for m in within)


def _statement(draft: Draft, source: Span | None, speaker: str | None) -> Statement:
    frame = draft.frame
    cue = None
    if frame:
        paragraph = frame.clause.paragraph
        last = min(frame.cue.item + (frame.cue.kind == "A"), len(paragraph.ends) - 1)
        cue = Span(paragraph.starts[frame.cue.item], paragraph.ends[last])
    return Statement(
        0,
        draft.spans[0].start,
        draft.spans[-1].end,
        tuple(draft.spans),
        draft.kind,
        tuple(draft.quotations),
        cue,
        source,
        speaker,
        round(draft.certainty, 3),
        draft.rule,
    )


def _speakers(
    statements: Sequence[Statement], entities: dict[str, Entity], cast: Cast
) -> tuple[Speaker, ...]:
    """Who says something, by first statement."""
    counts: dict[str, int] = {}
    sources: dict[str, set[Span]] = {}
    for statement in statements:
        if statement.speaker in entities:
            counts[statement.speaker] = counts.get(statement.speaker, 0) + 1
            if statement.source:
                sources.setdefault(statement.speaker, set()).add(statement.source)
    named: dict[str, list[Span]] = {name: [] for name in counts}
    for mention in cast.mentions:
        if mention.entity.name in named:
            named[mention.entity.name].append(Span(mention.start, mention.end))
    return tuple(
        Speaker(
            name,
            entities[name].role or _described(entities[name], sources.get(name, set()), cast),
            tuple(named[name] or sorted(sources[name], key=lambda s: s.start)),
            count,
        )
        for name, count in counts.items()
    )


def _described(entity: Entity, sources: set[Span], cast: Cast) -> str | None:
    """The role of a person by name that only a source of theirs tells: "the retired teacher said"."""
    if entity.kind != "person" or not entity.name[0].isupper():
        return None
    for source in sorted(sources, key=lambda span: span.start):
        article, _, words = cast.text[source.start : source.end].partition(" ")
        noun = words.rsplit(" ", 1)[-1]
        if (
            article.lower() in ("the", "a", "an")
            and words.islower()
            and is_person_noun(noun)
            and tells_role(words)
        ):
            return words
    return None
