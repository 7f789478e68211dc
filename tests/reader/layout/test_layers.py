"""Layers: who speaks, what is marked and what the format says, as roles over the text."""

from __future__ import annotations

from dataclasses import replace

from annotations.model import Anchor, Annotation
from reader.analysis.model import Analysis, Speaker, Statement
from reader.document.model import Block, Mark, Span
from reader.layout.layers import (
    annotation_paints,
    block_paints,
    first_rows,
    mark_paints,
    statement_focus_paints,
    statement_paints,
)
from reader.layout.paint import Paint
from reader.layout.voices import MARKS, UNKNOWN, Voices

MIXED = Statement(0, 5, 20, (Span(5, 20),), "mixed", (Span(10, 15),), source=Span(0, 4), speaker="Ana Ruiz")
NOBODY = Statement(1, 30, 44, (Span(30, 34), Span(40, 44)), "direct", (Span(30, 34), Span(40, 44)))
ANALYSIS = Analysis("en", (MIXED, NOBODY), (Speaker("Ana Ruiz", None, (), 1),))


def note(id: str, start: int | None, end: int | None, **more: object) -> Annotation:
    anchor = Anchor("", "", "", start or 0, end or 0, "")
    return Annotation(id, "article", anchor, start=start, end=end, **more)  # type: ignore[arg-type]


def test_quoted_words_are_full_and_reported_ones_soft() -> None:
    """What was said word for word can be told from what was retold; an unknown speaker has no colour."""
    assert list(statement_paints(ANALYSIS, Voices(ANALYSIS))) == [
        Paint(5, 20, "voice.0.soft"),
        Paint(10, 15, "voice.0"),
        Paint(0, 4, "source.0"),
        Paint(30, 34, "voice"),
        Paint(40, 44, "voice"),
        Paint(30, 34, "voice"),
        Paint(40, 44, "voice"),
    ]


def test_the_shortest_highlight_lies_on_top_and_orphans_nowhere() -> None:
    """A nested highlight is seen; an uncertain place is painted as one; a bookmark paints nothing."""
    notes = [
        note("a", 10, 12, colour="red"),
        note("b", 0, 20, state="edited"),
        note("c", None, None, state="orphan"),
        note("d", 0, 4, kind="bookmark", mark="m"),
    ]
    assert list(annotation_paints(notes)) == [
        Paint(0, 20, "highlight.yellow"),
        Paint(0, 20, "unsure"),
        Paint(10, 12, "highlight.red"),
    ]


def test_the_mark_stands_where_a_statement_begins_and_goes_on() -> None:
    """In each paragraph of a quotation that runs over several."""
    text = "x" * 36 + "\n\n" + "x" * 10
    assert first_rows(text, ANALYSIS) == [(5, MIXED), (30, NOBODY), (40, NOBODY)]
    assert first_rows("x" * 50, ANALYSIS) == [(5, MIXED), (30, NOBODY)]


def test_blocks_and_marks_by_their_names() -> None:
    """A paragraph with a role is that role; doubtful noise looks like the story that it may be."""
    blocks = [
        Block("title", 0, 5),
        Block("paragraph", 6, 9),
        Block("paragraph", 10, 12, "quote"),
        Block("ad", 13, 15),
        Block("ad", 16, 18, doubtful=True),
        Block("caption", 19, 21, doubtful=True),
    ]
    names = [paint.role for paint in block_paints(blocks)]
    assert names == ["block.title", "block.quote", "block.ad", "block.caption"]
    marks = [Mark("link", 1, 3, "https://example.org"), Mark("strong", 3, 5)]
    assert list(mark_paints(marks)) == [Paint(1, 3, "mark.link.0"), Paint(3, 5, "mark.strong")]


def test_the_statement_in_focus_and_its_source() -> None:
    """Both are shown together; nothing in focus shows nothing."""
    assert statement_focus_paints(MIXED) == [Paint(5, 20, "statement"), Paint(0, 4, "statement")]
    assert statement_focus_paints(None) == []


def test_speakers_keep_their_voice_and_differ_while_they_can() -> None:
    """Forty speakers, forty pairs of mark and colour; one without a name has neither."""
    many = Analysis("en", (), tuple(Speaker(f"Speaker {i}", None, (), 1) for i in range(40)))
    voices = Voices(many)
    pairs = {(voices.of(s.name).mark, voices.of(s.name).colour) for s in many.speakers}
    assert len(pairs) == 40
    assert voices.of("Speaker 0").mark == MARKS[0]
    assert voices.of(None) is voices.of("stranger") is UNKNOWN
    assert Voices(many, ascii_only=True).of("Speaker 1").mark.isascii()


def test_a_passage_whose_place_is_in_doubt_is_not_painted_as_certain() -> None:
    """What was found in two places alike is underlined twice and not coloured; what was edited is both."""
    anchor = Anchor("words", "", "", 0, 5, "")
    doubtful = Annotation("1", "a", anchor, state="ambiguous", start=0, end=5)
    assert list(annotation_paints([doubtful])) == [Paint(0, 5, "unsure")]
    edited = replace(doubtful, state="edited")
    assert list(annotation_paints([edited])) == [Paint(0, 5, "highlight.yellow"), Paint(0, 5, "unsure")]
