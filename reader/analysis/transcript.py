"""Transcripts and interviews: paragraphs that open with who speaks and a colon ("MAYOR VOGT: …", "Q: …").

Such a turn is said as it stands, without quotation marks. It goes on over paragraphs without a label as long as
another turn follows. In an interview the answers may bear no label at all: then they are who the interview is with.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.analysis.people.entities import Entity
from reader.analysis.words.wordlists import sections
from reader.document.blocks.interviews import Exchange, exchanges
from reader.document.blocks.patterns import TURN
from reader.document.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.cast import Cast
    from reader.document.model import Block

_QUOTED = re.compile(r"([“\"‘'«][^“”\"\n]+[”\"’'»])(?:: .+)?")
_QUESTION = frozenset({"q", "question", "interviewer"})
_ANSWER = frozenset({"a", "answer"})
_LEAST_TURNS = 3
_MISTAKEN = frozenset({"heading", "promo", "boilerplate"})
"""What a short turn or a question is easily taken for; between turns that are surely told, it is one."""
_GO_ON = 4
_ASKER = re.compile(
    r"(?:spoke|talked|speaking|talking) (?:to|with) |interview(?:ed)? (?:by|with) |(?:words|interview|text) by |, (?:writes|asks) "
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says before the next one does.

    Attributes:
        label: the words before the colon, without what stands in brackets; of no length for an answer that has none.
        parts: the paragraphs of it, the label left out.
        house: what stands in brackets in the label, which is whom the speaker asks or speaks for; may be empty.
    """

    label: Span
    parts: tuple[Span, ...]
    house: str = ""


def find_turns(text: str, blocks: Sequence[Block]) -> list[Turn]:
    """The turns of an article, in order; none where its labels are too few to be a transcript's."""
    answered = _answers(text, blocks)
    if answered:
        return answered
    spoken = [b for b in blocks if b.kind == "paragraph"]
    if sum(_label(text, block) is not None for block in spoken) > 1:
        spoken = [b for b in blocks if b.kind == "paragraph" or (b.kind in _MISTAKEN and _label(text, b))]
    labels = [_label(text, block) for block in spoken]
    headed = [(span, block) for span, block in zip(labels, spoken, strict=True) if span]
    if not _is_transcript(text, [span for span, _ in headed]) or _is_tally(text, headed):
        return []
    labels = _in_style(text, labels)
    turns: list[Turn] = []
    last = max(n for n, span in enumerate(labels) if span)
    since = 0
    for number, (block, span) in enumerate(zip(spoken, labels, strict=True)):
        if span:
            match = TURN.match(text, block.start, block.end)
            start = match.end() if match else block.start
            house = (match[2] or "") if match else ""
            turns.append(Turn(span, (Span(start, block.end),), house))
            since = 0
        elif turns and number < last and since < _GO_ON:
            turns[-1] = replace(turns[-1], parts=(*turns[-1].parts, Span(block.start, block.end)))
            since += 1
    return [*_headline(text, blocks, turns), *turns]


def questions(text: str, blocks: Sequence[Block]) -> list[Span]:
    """The questions of an interview whose answers bear no label: nobody is told to say them."""
    told = _told(blocks)
    return [Span(told[one.question].start, told[one.question].end) for one in _exchanges(text, told)]


def _told(blocks: Sequence[Block]) -> list[Block]:
    return [b for b in blocks if b.kind == "paragraph" or b.kind in _MISTAKEN]


def _exchanges(text: str, told: Sequence[Block]) -> list[Exchange]:
    return exchanges([text[b.start : b.end] for b in told])


def _answers(text: str, blocks: Sequence[Block]) -> list[Turn]:
    """The answers of an interview that bear no label, each as one turn."""
    told = _told(blocks)
    turns = []
    for one in _exchanges(text, told):
        parts = [told[i] for i in one.answer if told[i].kind == "paragraph"]
        if parts:
            match = TURN.match(text, parts[0].start, parts[0].end)
            start = match.end() if match and match[1].lower() in _ANSWER else parts[0].start
            spans = (Span(start, parts[0].end), *(Span(b.start, b.end) for b in parts[1:]))
            turns.append(Turn(Span(start, start), spans))
    return [*_headline(text, blocks, turns), *turns]


def _headline(text: str, blocks: Sequence[Block], turns: Sequence[Turn]) -> list[Turn]:
    """What the title quotes as a turn of who speaks most: an interview is headed by what is said in it.

    The title is the quotation, or has it before a colon: "“I had to”: a baker on the strike".
    """
    title = next((b for b in blocks if b.kind == "title"), None)
    quoted = _QUOTED.fullmatch(text, title.start, title.end) if title and turns else None
    if quoted is None:
        return []
    spoken: Counter[str] = Counter()
    for turn in turns:
        spoken[text[turn.label.start : turn.label.end]] += turn.parts[-1].end - turn.parts[0].start
    most = spoken.most_common(1)[0][0]
    label = next(turn.label for turn in turns if text[turn.label.start : turn.label.end] == most)
    return [Turn(label, (Span(*quoted.span(1)),))]


def _label(text: str, block: Block) -> Span | None:
    match = TURN.match(text, block.start, block.end)
    if match is None or match[1].split()[0].lower().rstrip(".") in sections("grammar")["no label"]:
        return None
    words = match[1].split()
    if not (match[1].isupper() or all(w[:1].isupper() or w[:1] == "@" for w in words)):
        return None
    return Span(match.start(1), match.end(1))


def _is_transcript(text: str, labels: Sequence[Span]) -> bool:
    """Whether labels recur, or stand in capitals, often enough."""
    counts = Counter(text[s.start : s.end] for s in labels)
    recurring = sum(n for n in counts.values() if n > 1)
    capitals = sum(n for label, n in counts.items() if label.isupper())
    return len(labels) >= _LEAST_TURNS and len(counts) > 1 and max(recurring, capitals) >= _LEAST_TURNS


def _is_tally(text: str, headed: Sequence[tuple[Span, Block]]) -> bool:
    """Whether most labels stand before a number and nothing else: "Clinton: 547"."""
    numbers = sum(not any(map(str.isalpha, text[span.end : block.end])) for span, block in headed)
    return 2 * numbers > len(headed)


def _in_style(text: str, labels: list[Span | None]) -> list[Span | None]:
    """The labels without one of its own kind: a headline above a transcript in capitals ("Gov. Vogt: …")."""
    counts = Counter(text[s.start : s.end] for s in labels if s)
    capitals = sum(n for label, n in counts.items() if label.isupper())
    if capitals < _LEAST_TURNS:
        return labels
    odd = {label for label, n in counts.items() if n == 1 and not label.isupper()}
    return [None if s and text[s.start : s.end] in odd else s for s in labels]


def turn_speaker(text: str, label: Span, cast: Cast, outset: int) -> Entity | None:
    """The person whom a label means: by a name in it, or the one asked and the one who asks.

    Args:
        outset: where the first turn begins; whoever is asked is told of before it, not only spoken of in what is asked.
    """
    words = text[label.start : label.end].lower().replace(".", "").split()
    if not words:
        return _most_named(cast, label.start) or _most_named(cast)
    if len(words) == 1 and words[0] in _ANSWER:
        asked = _most_named(cast, outset, _asker(text, cast))
        return asked or Entity(text[label.start : label.end], None, "person", None)
    if len(words) == 1 and words[0] in _QUESTION:
        return _asker(text, cast)
    for entity in sorted(cast.entities, key=lambda e: -len(e.name)):
        name = entity.name.lower().replace(".", "").split()
        if entity.kind in ("person", "other") and not entity.name.isupper() and words[-1] in name:
            return entity
    return None


def _most_named(cast: Cast, before: int | None = None, asker: Entity | None = None) -> Entity | None:
    """The person most often named, before an offset if one is given, who is not the one who asks."""
    told = [m.entity for m in cast.mentions if before is None or m.start < before]
    counts = Counter(id(entity) for entity in told if entity.kind == "person" and entity is not asker)
    people = {id(entity): entity for entity in told}
    return people[counts.most_common(1)[0][0]] if counts else None


def _asker(text: str, cast: Cast) -> Entity | None:
    for mention in cast.mentions:
        before = text[max(0, mention.start - 30) : mention.start]
        if mention.entity.kind == "person" and any(m.end() == len(before) for m in _ASKER.finditer(before)):
            return mention.entity
    return None
