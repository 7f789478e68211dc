"""Blocks read for the attribution: the story's paragraphs as sections of sentences with their frames."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Section
from reader.analysis.answers.nominal import with_views
from reader.analysis.frames.clauses import read_clause
from reader.analysis.frames.frames import find_frames
from reader.analysis.frames.reading import read_paragraph
from reader.analysis.words.cues import is_speech
from reader.analysis.words.surnames import surnames

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.analysis.learned.weights import Weights
    from reader.document.model import Block

SPEAKING = frozenset({"paragraph", "title", "heading"})
"""The kinds of block that can hold statements."""


_QUOTED = re.compile(r"[\"“”«»„‘]|''|``|(?<!\w)'")
_TURN = re.compile(r"[A-Z][A-Z .'’-]*(?:\([^()\n]{1,40}\))?: ")
_WORD = re.compile(r"\w+")


def as_story(text: str, blocks: Iterable[Block]) -> list[Block]:
    """Take for a paragraph what is doubtfully called noise but speaks.

    That is a quotation with its verb, a speaker's turn, a paragraph that is one quotation from end to end, or a whole
    sentence above a paragraph that cannot stand without it.
    """
    story: list[Block] = []
    blocks = list(blocks)
    for place, block in enumerate(blocks):
        words = text[block.start : block.end]
        told = block.kind in _MISTAKEN | {"heading"} and _is_needed(
            text, block, blocks[place + 1 : place + 2]
        )
        told = told or (block.doubtful and _speaks(words)) or (block.kind in _MISTAKEN and _is_told(words))
        if story and _SIGNATURE.fullmatch(words) and _is_quotation(text[story[-1].start : story[-1].end]):
            story[-1] = replace(story[-1], kind="paragraph")
            told = True
        told = told or _SIGNED.fullmatch(words) is not None
        story.append(replace(block, kind="paragraph") if told else block)
    return story


_SIGNATURE = re.compile(r"(?:—|–|--?) ?[A-Z@][^\n.!?“”\"]{2,60}")
"""A line with nothing but who says what stands above: "— Ana Ruiz, Mill Lane"."""
_SIGNED = re.compile(r"[“\"«][^“”\"«»]{12,}[”\"»] ?" + _SIGNATURE.pattern)


def _is_quotation(words: str) -> bool:
    return words[0] in '"“«' and words[-1] in '"”»'


_SENTENCE = re.compile(r"(?:[A-Z“\"]\S* )(?:\S+ ){3,}\S*[a-z]\.[”\"]?")
_BACK = re.compile(r"(?:He|She|They|His|Her)\b")
_SAID_BACK = re.compile(r"[“\"][^“”\"]+[”\"] (?:he|she|they)\b")


def _is_needed(text: str, block: Block, below: Sequence[Block]) -> bool:
    """Whether a block is a sentence that the paragraph below goes back to with a pronoun: "He said it was late."."""
    said = block.kind == "heading" and any(_SAID_BACK.match(text, b.start) for b in below)
    goes_back = any(b.kind == "paragraph" and _BACK.match(text, b.start) for b in below)
    return (said or goes_back) and _SENTENCE.fullmatch(text, block.start, block.end) is not None


_MISTAKEN = frozenset({"credit", "promo", "boilerplate"})
"""What a short paragraph of the story is easily taken for."""
_WHOLE = re.compile(
    r"[^\n:“”\"]{4,120}: [“\"][^“”\"]{12,}[.!?]?[”\"][.!?]?|[“\"][^“”\"]{12,}[,.!?][”\"] [^\n]{4,}[.!?”\"]",
    re.S,
)
"""A lead-in with a quotation, or a quotation with what follows it, and nothing else."""


def _is_told(words: str) -> bool:
    """Whether a block is one quotation with its lead-in or its verb, which noise hardly ever is."""
    outside = re.sub(r"[“\"][^“”\"]*[”\"]", " ", words)
    return _WHOLE.fullmatch(words) is not None and any(is_speech(w) for w in _WORD.findall(outside.lower()))


def _speaks(words: str) -> bool:
    if _TURN.match(words) or _is_quotation(words):
        return True
    return _QUOTED.search(words) is not None and any(is_speech(each) for each in _WORD.findall(words.lower()))


def read_section(
    text: str, block: Block, number: int, weights: Weights, known: frozenset[str] = frozenset()
) -> Section:
    """One block, with the frames of each of its sentences.

    Args:
        known: surnames of the article's people that look like another word; without them a section reads as well but for those.
    """
    paragraph = read_paragraph(text, block, number, known)
    clauses = [read_clause(paragraph, n) for n in range(len(paragraph.sentences))]
    return Section(paragraph, clauses, [with_views(c, find_frames(c, weights)) for c in clauses])


def read_sections(text: str, blocks: Iterable[Block], weights: Weights) -> list[Section]:
    """All blocks of an article that can hold statements, in order."""
    speaking = [block for block in blocks if block.kind in SPEAKING]
    known = surnames(text, speaking)
    return [read_section(text, block, number, weights, known) for number, block in enumerate(speaking)]
