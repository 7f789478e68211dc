"""The words of an article with their place in it: sentence, paragraph, and whether they stand in a quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.analysis.words.dateline import dateline_end, is_city
from reader.analysis.words.tokens import tokenise, words_at
from reader.document.model import STORY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.document.model import Block, Span

_CLOSERS = frozenset("\"”’')]»") | {"''"}
_ENDS = frozenset(".!?")


@dataclass(slots=True)
class Narrative:
    """The tokens of the story's blocks; page noise is left out.

    Attributes:
        words: each token's text.
        spans: where it stands, code points.
        sentence: for each token the number of its sentence, from 0.
        paragraph: the number of its block, from 0.
        body: how many paragraphs of the story's body have begun before it; a caption or a heading counts for none.
        starts: whether a sentence begins with it, past opening marks.
        quoted: whether it lies within a quotation.
        heading: whether it stands in a title, a heading or another line with great initials throughout.
        aside: whether it stands beside the story: in a heading, a caption or in brackets.
    """

    words: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    heading: list[bool] = field(default_factory=list)
    aside: list[bool] = field(default_factory=list)
    body: list[int] = field(default_factory=list)

    def index(self, offset: int) -> int:
        """The first token that ends after a code point offset."""
        return bisect_right(self.spans, offset, key=lambda span: span[1])


def read_narrative(text: str, blocks: Sequence[Block], quotations: Sequence[Span]) -> Narrative:
    """Tokenise the story and find each token's place.

    Args:
        text: the document's.
        blocks: in order.
        quotations: what stands in quotation marks, in order, disjoint; may be empty.
    """
    story = Narrative()
    sentence = body = 0
    for number, block in enumerate(blocks):
        if block.kind not in STORY or block.kind == "byline":
            continue
        flat = text[block.start : block.end].replace("\n", " ")
        spans = tokenise(flat, _told_from(flat) if block.kind == "paragraph" else 0)
        words = words_at(flat, spans)
        begins = True
        heading = block.kind in ("title", "heading") or _is_headline(words)
        beside = heading or block.kind == "caption"
        body += not beside
        depth = 0
        for place, word in enumerate(words):
            joins = begins and place > 0 and _goes_on(flat, word, spans[place][0])
            if joins and word[0].islower():
                sentence, begins = sentence - 1, False
            opens = begins and not joins and word[0].isalnum()
            story.sentence.append(sentence - (joins and begins))
            if word == "(":
                depth += 1
            elif word == ")" and depth:
                depth -= 1
            story.aside.append(beside or depth > 0)
            story.starts.append(opens)
            if opens:
                begins = False
            if word in _ENDS and not begins:
                sentence += 1
                begins = True
        story.words += words
        story.spans += [(low + block.start, high + block.start) for low, high in spans]
        story.paragraph += [number] * len(spans)
        story.heading += [heading] * len(spans)
        story.body += [body] * len(spans)
        sentence += 1
    story.quoted = _quoted(story.spans, quotations)
    return story


def _told_from(paragraph: str) -> int:
    """Where a paragraph's story begins: behind its dateline, whose places do nothing in it; a colon tells who speaks.

    "NEW DELHI: The army said": no one, where a city stands before the colon.
    """
    end = dateline_end(paragraph)
    label = paragraph[:end].rstrip()
    return 0 if label.endswith(":") and not is_city(label[:-1]) else end


def _is_headline(words: Sequence[str]) -> bool:
    """Whether a short line is written with great initials throughout."""
    if not 3 < len(words) <= 30 or words[0] in ("—", "–", "-", "--"):
        return False
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    great = sum(word[0].isupper() for word in long)
    last = next((word for word in reversed(words) if word not in _CLOSERS), "")
    if last in _ENDS:
        return great == len(long) > 4
    return len(long) > 2 and great >= 0.75 * len(long)


def _goes_on(flat: str, word: str, low: int) -> bool:
    """Whether a token after a sentence's mark still belongs to it: a closing mark, a small initial."""
    return word[0].islower() or (word in _CLOSERS and not flat[low - 1].isspace())


def _quoted(spans: Sequence[tuple[int, int]], quotations: Sequence[Span]) -> list[bool]:
    found = [False] * len(spans)
    for quotation in quotations:
        low = bisect_left(spans, (quotation.start, 0))
        high = bisect_left(spans, (quotation.end, 0))
        found[low:high] = [True] * (high - low)
    return found
