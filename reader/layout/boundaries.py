"""Where words, sentences, paragraphs, statements and turns begin and end: what keys move by and selections snap to."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.document.model import Span
from reader.document.sentences import sentences
from reader.layout.cells import clusters, is_simple
from reader.layout.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.model import Statement
    from reader.document.model import Block

_LONGEST = 20_000
"""Code points; a longer block is read by stretches, so that one sentence of it does not cost all the others."""
_WORD = re.compile(r"\w+(?:['’\-.]\w+)*|[^\w\s]+")


class Boundaries:
    """The boundaries of an article; the sentences of a block are found when first asked for.

    Args:
        text: the article's text.
        blocks: its blocks, in order.
        statements: in document order.
    """

    def __init__(self, text: str, blocks: Sequence[Block], statements: Sequence[Statement] = ()) -> None:
        self.text = text
        self.blocks = blocks
        self.statements = statements
        self._block_starts = [block.start for block in blocks]
        self._said = Said(statements)
        self._stretches = [stretch for block in blocks for stretch in _stretches(text, _shown(block))]
        self._stretch_starts = [stretch.start for stretch in self._stretches]
        self._sentences: dict[int, list[Span]] = {}

    def block_at(self, offset: int) -> int:
        """The index of the block that holds an offset, else of the last one before it; -1 without blocks."""
        return min(max(0, bisect_right(self._block_starts, offset) - 1), len(self.blocks) - 1)

    def paragraph(self, offset: int) -> Span:
        """The shown part of the block that holds an offset, or the nearest."""
        index = self.block_at(offset)
        return _shown(self.blocks[index]) if index >= 0 else Span(0, 0)

    def next_paragraph(self, offset: int, direction: int) -> Span | None:
        """The next paragraph after the one that holds an offset; backwards first its own start, as in an editor."""
        here = self.paragraph(offset)
        if direction < 0 and offset > here.start:
            return here
        index = self.block_at(offset) + direction
        return _shown(self.blocks[index]) if 0 <= index < len(self.blocks) else None

    def sentence(self, offset: int) -> Span:
        """The sentence that holds an offset, or the nearest before it in its block."""
        if not self._stretches:
            return Span(0, 0)
        found = self._sentences_of(self._stretch_at(offset))
        at = bisect_right(found, offset, key=lambda span: span.start) - 1
        return found[max(0, at)]

    def next_sentence(self, offset: int, direction: int) -> Span | None:
        """The next sentence after the one that holds an offset; backwards first its own start."""
        here = self.sentence(offset)
        if direction < 0 and offset > here.start:
            return here
        if not self._stretches:
            return None
        stretch = self._stretch_at(offset)
        found = self._sentences_of(stretch)
        at = found.index(here) + direction
        if 0 <= at < len(found):
            return found[at]
        stretch += direction
        if not 0 <= stretch < len(self._stretches):
            return None
        return self._sentences_of(stretch)[0 if direction > 0 else -1]

    def sentence_starts(self, start: int, end: int) -> list[int]:
        """Where sentences begin in a range, in order."""
        found: list[int] = []
        for stretch in range(self._stretch_at(start), len(self._stretches)):
            if self._stretches[stretch].start >= end:
                break
            found += [span.start for span in self._sentences_of(stretch) if start <= span.start < end]
        return found

    def _stretch_at(self, offset: int) -> int:
        return max(0, bisect_right(self._stretch_starts, offset) - 1)

    def _sentences_of(self, stretch: int) -> list[Span]:
        found = self._sentences.get(stretch)
        if found is None:
            span = self._stretches[stretch]
            found = self._sentences[stretch] = sentences(self.text, span.start, span.end) or [span]
        return found

    def word(self, offset: int) -> Span:
        """The word, or the run of marks, that holds an offset; a blank belongs to the word before it."""
        low, high = self._line(offset)
        found = Span(offset, min(offset + 1, len(self.text)))
        for start, end in self._words(low, high):
            if start > offset:
                break
            found = Span(start, end)
        return found

    def next_word(self, offset: int, direction: int) -> int:
        """The start of the next word, or of this one or the one before it; the text's end where there is none."""
        if direction > 0:
            low, high = self._line(offset)
            while low < len(self.text):
                start = next((start for start, _ in self._words(low, high) if start > offset), None)
                if start is not None:
                    return start
                low, high = high, self._line(high)[1]
            return len(self.text)
        low, high = self._line(max(0, offset - 1))
        while True:
            starts = [start for start, _ in self._words(low, high) if start < offset]
            if starts or low == 0:
                return starts[-1] if starts else 0
            low, high = self._line(low - 1)[0], low

    def statement_at(self, offset: int) -> Statement | None:
        """The statement in focus: the one whose parts hold the offset, else the first that overlaps its sentence."""
        sentence = self.sentence(offset)
        near = self._said.over(sentence.start, sentence.end)
        for statement in near:
            if any(span.start <= offset < span.end for span in statement.spans):
                return statement
        return next(
            (s for s in near if s.source is None or s.source.start <= offset < s.source.end), None
        ) or (near[0] if near else None)

    def next_statement(self, offset: int, direction: int, speaker: str | None = None) -> Statement | None:
        """The next statement that begins after an offset, or before it; only a speaker's where one is given."""
        at = bisect_right(self._said.starts, offset)
        if direction < 0:
            at = bisect_right(self._said.starts, offset - 1) - 1
        while 0 <= at < len(self.statements):
            if speaker is None or self.statements[at].speaker == speaker:
                return self.statements[at]
            at += direction
        return None

    def turn(self, offset: int) -> Span | None:
        """All that the speaker in focus says at one go: statements that follow each other in neighbouring paragraphs."""
        here = self.statement_at(offset)
        if here is None:
            return None
        low = high = self.statements.index(here)
        while low > 0 and self._continues(low - 1, low):
            low -= 1
        while high < len(self.statements) - 1 and self._continues(high, high + 1):
            high += 1
        said = self.statements[low : high + 1]
        return Span(min(_whole(s).start for s in said), max(_whole(s).end for s in said))

    def _continues(self, first: int, second: int) -> bool:
        a, b = self.statements[first], self.statements[second]
        return a.speaker == b.speaker is not None and self.block_at(b.start) - self.block_at(a.end - 1) <= 1

    def _line(self, offset: int) -> tuple[int, int]:
        """A stretch around an offset that begins and ends between words."""
        low = max(0, self.text.rfind("\n", max(0, offset - 2000), offset) + 1, offset - 2000)
        end = self.text.find("\n", offset, offset + 2000)
        return low, min(len(self.text), offset + 2000) if end < 0 else end + 1

    def _words(self, low: int, high: int) -> list[tuple[int, int]]:
        line = self.text[low:high]
        found: list[tuple[int, int]] = []
        for match in _WORD.finditer(line):
            if is_simple(match.group()):
                found.append((low + match.start(), low + match.end()))
            else:
                found.extend(_wide_words(match.group(), low + match.start()))
        return found


def _wide_words(word: str, at: int) -> list[tuple[int, int]]:
    """A word with characters that are two cells wide is as many words as it has of them."""
    found: list[tuple[int, int]] = []
    joined = False
    for start, end, width in clusters(word):
        if joined and width < 2:
            found[-1] = (found[-1][0], at + end)
        else:
            found.append((at + start, at + end))
        joined = width < 2
    return found


def _shown(block: Block) -> Span:
    """A block without the repeated stretch at its start or end."""
    hidden = block.hidden
    if hidden is None:
        return Span(block.start, block.end)
    if hidden.start <= block.start:
        return Span(min(hidden.end, block.end), block.end)
    return Span(block.start, hidden.start)


def _stretches(text: str, span: Span) -> Iterator[Span]:
    """A block's shown part, or its parts where it is very long; they end with a sentence if one ends near."""
    start = span.start
    while span.end - start > 2 * _LONGEST:
        end = text.find(". ", start + _LONGEST, start + 2 * _LONGEST) + 1 or start + _LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _whole(statement: Statement) -> Span:
    """A statement with its cue and its source."""
    parts = [*statement.spans, *(p for p in (statement.cue, statement.source) if p is not None)]
    return Span(min(p.start for p in parts), max(p.end for p in parts))
