"""Corrections: the reader's word is final, and nothing else changes."""

from dataclasses import replace

from annotations.model import Correction
from reader.analysis.correct import correct
from reader.analysis.model import Analysis, Speaker, Statement
from reader.document.model import Document, Span

TEXT = '"Yes," said Ana Ruiz. Tom Okafor said it was late. He said "no" to that.'
DOCUMENT = Document("a.txt", TEXT, "")


def statement(id: int, start: int, end: int, speaker: str) -> Statement:
    return Statement(id, start, end, (Span(start, end),), "direct", speaker=speaker)


ANALYSIS = Analysis(
    statements=(
        statement(0, 0, 6, "Ana Ruiz"),
        statement(1, 38, 49, "Tom Okafor"),
        statement(2, 59, 63, "He"),
    ),
    speakers=(
        Speaker("Ana Ruiz", "mayor", (Span(12, 20),), 1),
        Speaker("Tom Okafor", None, (Span(22, 32),), 1),
        Speaker("He", None, (Span(51, 53),), 1),
    ),
)


def word(kind: str, start: int | None = None, end: int | None = None, **rest: str) -> Correction:
    return Correction(f"id-{kind}", "article", kind, start=start, end=end, **rest)  # type: ignore[arg-type]


def test_no_corrections_change_nothing() -> None:
    """The analysis is the same object, so that nothing is painted anew."""
    assert correct(ANALYSIS, [word("block", 0, 20, value="promo")], DOCUMENT) is ANALYSIS


def test_a_statement_is_given_to_another() -> None:
    """The reader's speaker is certain, and the old one leaves the list."""
    done = correct(ANALYSIS, [word("speaker", 59, 63, value="Tom Okafor")], DOCUMENT)
    assert [s.speaker for s in done.statements] == ["Ana Ruiz", "Tom Okafor", "Tom Okafor"]
    assert [(s.name, s.statements) for s in done.speakers] == [("Ana Ruiz", 1), ("Tom Okafor", 2)]


def test_a_statement_is_dismissed_and_another_added() -> None:
    """The numbers stay in document order."""
    done = correct(ANALYSIS, [word("dismiss", 0, 6), word("statement", 22, 49, value="Ana Ruiz")], DOCUMENT)
    assert [(s.id, s.start, s.speaker) for s in done.statements] == [(0, 22, "Ana Ruiz"), (1, 59, "He")]


def test_a_role_in_the_readers_name_for_somebody_is_not_said_twice() -> None:
    """Protects the list from "Mayor Ruiz, mayor"; another role stays."""
    for name, role in (("Mayor Ruiz", None), ("Ana María Ruiz", "mayor")):
        done = correct(ANALYSIS, [word("rename", old="Ana Ruiz", value=name)], DOCUMENT)
        assert (done.speakers[0].name, done.speakers[0].role) == (name, role)


def test_speakers_merge_and_take_names() -> None:
    """Mentions and counts go over; a merged speaker who is then renamed takes everybody along."""
    merged = correct(ANALYSIS, [word("merge", old="He", value="Tom Okafor")], DOCUMENT)
    assert [(s.name, s.statements) for s in merged.speakers] == [("Ana Ruiz", 1), ("Tom Okafor", 2)]
    assert merged.speakers[1].mentions == (Span(22, 32), Span(51, 53))
    both = [
        replace(word("merge", old="He", value="Tom Okafor"), created="1"),
        replace(word("rename", old="Tom Okafor", value="Thomas Okafor"), created="2"),
    ]
    assert {s.name for s in correct(ANALYSIS, both, DOCUMENT).speakers} == {"Ana Ruiz", "Thomas Okafor"}


def test_a_correction_that_lost_its_place_changes_nothing() -> None:
    """Better no correction than one on the wrong words."""
    done = correct(ANALYSIS, [word("speaker", value="Tom Okafor")], DOCUMENT)
    assert [s.speaker for s in done.statements] == [s.speaker for s in ANALYSIS.statements]


def test_a_correction_brings_nobody_else_into_the_list() -> None:
    """Whoever only hopes has statements and no place among the speakers; a word on another's changes nothing there."""
    hoping = replace(ANALYSIS, speakers=ANALYSIS.speakers[:2])
    done = correct(hoping, [word("speaker", 0, 6, value="Tom Okafor")], DOCUMENT)
    assert [(s.name, s.statements) for s in done.speakers] == [("Tom Okafor", 2)]
    named = correct(hoping, [word("speaker", 0, 6, value="He")], DOCUMENT)
    assert {s.name for s in named.speakers} == {"Tom Okafor", "He"}


def test_who_says_it_holds_where_nothing_is_found_to_be_said() -> None:
    """The article, or the program, has changed, the words stand there still: the reader's word does too."""
    done = correct(ANALYSIS, [word("speaker", 64, 72, value="Ana Ruiz")], DOCUMENT)
    assert [(s.start, s.end, s.speaker) for s in done.statements][-1] == (64, 72, "Ana Ruiz")
    assert len(done.statements) == 4
