"""What the reader is told of an attribution."""

from __future__ import annotations

from dataclasses import replace

from reader.analysis.model import Statement
from reader.analysis.why import behind_name, how_sure, why
from reader.document.model import Document, Span

TEXT = '"We open in May," she said.\n\n"Or June."'
DOCUMENT = Document("-", TEXT, "")


def test_cue_source_rule_and_sureness_are_told() -> None:
    """Protects the card that says who says this, and why."""
    statement = Statement(
        0,
        0,
        17,
        (Span(0, 17),),
        "direct",
        (Span(0, 17),),
        Span(22, 26),
        Span(18, 21),
        "Hanna Vogt",
        0.97,
        "frame",
    )
    assert why(DOCUMENT, statement) == (
        "The cue is “said”.",
        "Its source, right after it, is “she”, which means Hanna Vogt.",
        "It stands in one sentence with its cue.",
        "The attribution is sure (97%).",
    )


def test_a_source_in_another_paragraph_and_no_cue() -> None:
    """Protects the distance of a quotation that only goes on."""
    statement = Statement(
        1, 29, 39, (Span(29, 39),), "direct", (Span(29, 39),), None, Span(18, 21), None, 0.5, "continued"
    )
    assert why(DOCUMENT, statement) == (
        "Its source, in the paragraph before it, is “she”.",
        "It goes on from the quotation before it, with no new source in between.",
        "That somebody says it is likely (50%).",
    )


def test_only_the_reader_is_wholly_sure() -> None:
    """A model's .998 must not be read as a promise; the reader's own word is one."""
    worked_out = Statement(0, 0, 17, (Span(0, 17),), "direct", certainty=0.998, speaker="Hanna Vogt")
    assert why(DOCUMENT, worked_out)[-1] == "The attribution is sure (99%)."
    told = replace(worked_out, certainty=1.0, rule="corrected by the reader")
    assert why(DOCUMENT, told)[-2:] == ("You said so.", "The attribution is sure (100%).")


def test_nobody_named() -> None:
    """Protects a statement that no one is named for."""
    statement = Statement(0, 0, 17, (Span(0, 17),), "direct", certainty=0.7, rule="")
    assert why(DOCUMENT, statement)[0] == "Nobody is named as its source."


def test_how_sure_is_said_with_the_same_words_everywhere() -> None:
    """The status line and the reasons must not disagree: "sure" in one, "likely" in the other."""
    assert [how_sure(c) for c in (1.0, 0.8, 0.6, 0.2)] == ["sure", "sure", "likely", "a guess"]
    statement = Statement(0, 0, 17, (Span(0, 17),), "direct", certainty=0.83, speaker="Hanna Vogt")
    assert why(DOCUMENT, statement)[-1] == "The attribution is sure (83%)."


def test_a_role_reads_well_behind_a_name() -> None:
    """Protects "Ana Ruiz, who runs the bakery" from being "Ana Ruiz, runs the bakery"; a job stays as it is."""
    assert behind_name("runs the\n bakery") == "who runs the bakery"
    assert behind_name("Mayor of Lund") == "Mayor of Lund"
    assert behind_name("") == ""
