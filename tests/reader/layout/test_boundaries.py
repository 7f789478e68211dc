"""Boundaries: what keys move by, in any script, over wraps and paragraphs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.model import Statement
from reader.document.model import Block, Span
from reader.document.sentences import sentences
from reader.layout import boundaries
from reader.layout.boundaries import Boundaries
from reader.layout.cells import clusters

TEXT = """Ana Ruiz said the pier
was old. "We knew," she said. "We paid."

Tom Okafor's firm—the owner—denied it. 渡船公司は昨日。

Cut off a
Cut off at the pier in May.
"""
LINES = [m.span() for m in re.finditer(r"(?s)\S(?:.*?\S)?(?=\n\n|\n*\Z)", TEXT)]
BLOCKS = [Block("paragraph", *LINES[0]), Block("paragraph", *LINES[1]), Block("caption", *LINES[2])]
BLOCKS[2] = Block("caption", *LINES[2], hidden=Span(LINES[2][0], LINES[2][0] + len("Cut off a\n")))


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def said(id: int, speaker: str, words: str, source: str | None = None) -> Statement:
    part = span(words)
    return Statement(
        id, part.start, part.end, (part,), "direct", source=span(source) if source else None, speaker=speaker
    )


STATEMENTS = (
    said(0, "Ana Ruiz", "the pier\nwas old", "Ana Ruiz"),
    said(1, "Ana Ruiz", '"We knew,"', "she"),
    said(2, "Ana Ruiz", '"We paid."'),
    said(3, "Tom Okafor", "denied it"),
)
HERE = Boundaries(TEXT, BLOCKS, STATEMENTS)


def words(found: Span | None) -> str | None:
    return None if found is None else TEXT[found.start : found.end]


def test_sentences_are_walked_over_wraps_and_paragraphs() -> None:
    """A hard line break is no end; the cut-off alt text is no sentence."""
    at, found = 0, [words(HERE.sentence(0))]
    while (following := HERE.next_sentence(at, 1)) is not None:
        found.append(words(following))
        at = following.start
    assert found[0] == "Ana Ruiz said the pier\nwas old."
    assert found[-1] == "Cut off at the pier in May."
    assert words(HERE.next_sentence(at, -1)) == found[-2]
    assert words(HERE.next_sentence(at + 5, -1)) == found[-1]


def test_words_keep_their_apostrophes_and_part_at_dashes() -> None:
    """A word is what a reader calls one."""
    assert words(HERE.word(TEXT.index("Okafor's") + 3)) == "Okafor's"
    assert words(HERE.word(TEXT.index("firm—"))) == "firm"
    assert words(HERE.word(TEXT.index("knew"))) == "knew"


def test_east_asian_text_is_walked_by_character() -> None:
    """Without spaces, each wide character is a word."""
    at = TEXT.index("渡")
    assert words(HERE.word(at)) == "渡"
    assert HERE.next_word(at, 1) == at + 1


def test_statements_are_found_at_and_near_the_cursor() -> None:
    """The one that holds the cursor, else one of its sentence; the next by one speaker alone."""
    assert HERE.statement_at(TEXT.index("was old")) == STATEMENTS[0]
    assert HERE.statement_at(TEXT.index("Ana")) == STATEMENTS[0]
    assert HERE.statement_at(TEXT.index("Cut")) is None
    assert HERE.next_statement(0, 1) == STATEMENTS[0]
    assert HERE.next_statement(0, 1, "Tom Okafor") == STATEMENTS[3]
    assert HERE.next_statement(STATEMENTS[3].start, -1) == STATEMENTS[2]
    assert HERE.next_statement(STATEMENTS[0].start, -1) is None


def test_a_long_statement_is_found_from_its_far_part() -> None:
    """Who speaks is known at the last word of a speech that was broken off for pages, and the turn is all of it."""
    text = f'"First," he said. {"The pier stood. " * 2000}"Last."'
    parts = (Span(0, 8), Span(text.index('"Last'), len(text)))
    speech = Statement(0, 0, len(text), parts, "direct", speaker="Tom Okafor")
    here = Boundaries(text, [Block("paragraph", 0, len(text))], (speech,))
    assert here.statement_at(len(text) - 3) == speech
    assert here.turn(len(text) - 3) == Span(0, len(text))
    assert here.statement_at(len(text) // 2) is None


def test_a_turn_is_all_that_one_speaker_says_at_one_go() -> None:
    """With the words that name the speaker, and no further than the next one's."""
    assert words(HERE.turn(TEXT.index("We knew"))) == TEXT[: TEXT.index("\n\nTom")]
    assert HERE.turn(TEXT.index("Cut")) is None


def test_paragraphs_go_to_their_own_start_first() -> None:
    """As in an editor."""
    at = TEXT.index("firm")
    assert HERE.next_paragraph(at, -1) == Span(*LINES[1])
    assert HERE.next_paragraph(LINES[1][0], -1) == Span(*LINES[0])
    assert HERE.next_paragraph(LINES[2][1], 1) is None


def test_nothing_has_no_boundaries() -> None:
    """An empty article is no crash."""
    empty = Boundaries("", ())
    assert empty.sentence(0) == empty.paragraph(0) == Span(0, 0)
    assert empty.next_sentence(0, 1) is empty.next_paragraph(0, 1) is empty.turn(0) is None
    assert empty.next_word(0, 1) == empty.next_word(0, -1) == 0


@given(st.integers(0, len(TEXT)))
def test_moves_by_word_get_somewhere_and_stay_on_characters(at: int) -> None:
    """No key is ever stuck, and none stands inside a character."""
    forward, back = HERE.next_word(at, 1), HERE.next_word(at, -1)
    assert forward > at or at == len(TEXT)
    assert back < at or at == 0
    edges = {cluster.start for cluster in clusters(TEXT)} | {len(TEXT)}
    assert {forward, back} <= edges


@given(st.integers(0, len(TEXT) - 1))
def test_what_holds_an_offset_holds_it(at: int) -> None:
    """A sentence in focus is the one the cursor is in."""
    sentence = HERE.sentence(at)
    following = HERE.next_sentence(at, 1)
    assert sentence.start <= at or at < BLOCKS[HERE.block_at(at)].end
    assert following is None or following.start > sentence.start


def test_a_very_long_paragraph_is_read_by_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the first screen of a book in one line: a sentence of it does not cost all of them, and all are walked."""
    text = "The pier was old, and nobody in the town knew why. " * 2_000
    read: list[int] = []
    monkeypatch.setattr(
        boundaries,
        "sentences",
        lambda text, start, end: read.append(end - start) or sentences(text, start, end),
    )
    here = Boundaries(text, [Block("paragraph", 0, len(text) - 1)])
    length = len("The pier was old, and nobody in the town knew why. ")
    assert here.sentence(60_000) == Span(60_000 // length * length, (60_000 // length + 1) * length - 1)
    assert sum(read) < 50_000
    found: list[Span | None] = [here.sentence(0)]
    while found[-1]:
        found.append(here.next_sentence(found[-1].start, 1))
    assert [span and span.start for span in found] == [*range(0, len(text), length), None]
    assert here.sentence_starts(40_000, 40_100) == [at for at in range(0, 40_100, length) if at >= 40_000]


def test_a_long_paragraph_without_sentences_has_stretches() -> None:
    """Protects a file of fifty megabytes without a full stop."""
    here = Boundaries("x" * 70_000, [Block("paragraph", 0, 70_000)])
    assert here.sentence(69_999).end == 70_000
    assert here.sentence(0).start == 0
    assert here.next_sentence(0, 1) == here.sentence(here.sentence(0).end)
