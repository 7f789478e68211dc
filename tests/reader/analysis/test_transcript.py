"""Transcripts and interviews: turns without quotation marks."""

from __future__ import annotations

import pytest

from reader.analysis.analyse import analyse
from reader.analysis.transcript import find_turns
from reader.document.model import Block, Document, Span

PRESS = """Transcript of the harbor meeting with Hanna Vogt.
MODERATOR: One question each, please.
MAYOR VOGT: The pier stays closed.
It will open in May.
PIET KLAAS (Harbor Light): Why so late?
MAYOR VOGT: Because of the ice.
The meeting ended at noon."""


def lines(text: str) -> list[Block]:
    """Each line as a paragraph."""
    found, place = [], 0
    for line in text.split("\n"):
        found.append(Block("paragraph", place, place + len(line)))
        place += len(line) + 1
    return found


def test_turns_hold_what_follows_their_label() -> None:
    """Protects labels, brackets after them, and paragraphs that go on before another turn; not the narrative after."""
    turns = [
        (PRESS[t.label.start : t.label.end], [PRESS[p.start : p.end] for p in t.parts])
        for t in find_turns(PRESS, lines(PRESS))
    ]
    assert turns == [
        ("MODERATOR", ["One question each, please."]),
        ("MAYOR VOGT", ["The pier stays closed.", "It will open in May."]),
        ("PIET KLAAS", ["Why so late?"]),
        ("MAYOR VOGT", ["Because of the ice."]),
    ]


def test_notes_and_single_labels_are_no_transcript() -> None:
    """Protects ordinary articles: "Note:", "Update:", one headline with a colon."""
    text = "Poll: Ferry wins\nNote: prices rise.\nUPDATE: The pier is open.\nPHOTO: Hanna Vogt"
    assert find_turns(text, lines(text)) == []


def test_a_tally_is_no_transcript() -> None:
    """Who has how many votes says nothing."""
    text = "Vogt: 547.\nKlaas: 46.\nTOTAL.\nVogt: 2,316.\nKlaas: 1,547.\nNeeded: 2,383."
    assert find_turns(text, lines(text)) == []


def test_labels_mean_the_people_named() -> None:
    """Protects a turn's speaker: the full name behind a title and surname in capitals."""
    analysis = analyse(Document("-", PRESS, ""), lines(PRESS))
    turns = [(s.speaker, s.kind, s.rule) for s in analysis.statements]
    assert turns[1] == ("Hanna Vogt", "indirect", "transcript")
    assert [who for who, _, _ in turns][3] == "Hanna Vogt"


def test_an_answer_is_not_by_whom_a_question_names() -> None:
    """Protects the one asked, who is named nowhere, from the friend that the question tells of, and from who asks."""
    text = "The star is back, in an interview by Piet Klaas.\nQ: Did you not see (friend) Chad Lund?\nA: Yes.\nQ: Why?\nA: Ice."
    analysis = analyse(Document("-", text, ""), lines(text))
    assert [s.speaker for s in analysis.statements] == ["Piet Klaas", "A"] * 2


def test_question_and_answer_mean_asker_and_asked() -> None:
    """Protects interviews marked Q and A."""
    text = "Hanna Vogt runs the harbor. Vogt spoke to Piet Klaas about ice.\nQ: Is it cold?\nA: Yes.\nQ: Why?\nA: Ice."
    analysis = analyse(Document("-", text, ""), lines(text))
    turns = [s.speaker for s in analysis.statements if s.rule == "transcript"]
    assert turns == ["Piet Klaas", "Hanna Vogt", "Piet Klaas", "Hanna Vogt"]


def test_answers_without_a_name_are_said_by_whom_the_interview_is_with() -> None:
    """Whoever the introduction names most answers, also where others are named in the answers; nobody has to speak for "Q"."""
    text = (
        "Ida Marsh counts bats. Marsh met us at the kiln.\n"
        "Q: Why bats?\n"
        "A: My husband Bo Lund liked them. Bo Lund said they were mice.\n"
        "Q: Is it cold?\n"
        "I wear two coats. Bo Lund had none.\n"
        "And I bring soup.\n"
        "Q: Will you stop?\n"
        "I will not."
    )
    said = [
        (s.speaker, [text[p.start : p.end] for p in s.spans])
        for s in analyse(Document("-", text, ""), lines(text)).statements
        if s.rule == "interview"
    ]
    assert said == [
        ("Ida Marsh", ["My husband Bo Lund liked them. Bo Lund said they were mice."]),
        ("Ida Marsh", ["I wear two coats. Bo Lund had none.", "And I bring soup."]),
        ("Ida Marsh", ["I will not."]),
    ]


@pytest.mark.parametrize("rest", ["", ": a fiddle maker on wood"])
def test_an_interviews_headline_is_said_by_who_answers(rest: str) -> None:
    """An interview is headed by its best line, which stands nowhere else in it."""
    title = "“I ruined forty fiddles”"
    text = (
        f"{title}{rest}\n"
        "Ana Ruiz builds fiddles. She spoke to Bo Lund.\n"
        "Q: What happened?\n"
        "A: I liked the tools, and the patients noticed it.\n"
        "Q: Is there a secret?\n"
        "A: Everybody asks me that, and I never tell them."
    )
    blocks = [Block("title", 0, len(title + rest)), *lines(text)[1:]]
    analysis = analyse(Document("-", text, ""), blocks)
    first = analysis.statements[0]
    assert (first.speaker, first.kind, first.quotations) == ("Ana Ruiz", "direct", (Span(0, len(title)),))
    assert analysis.quotations == (Span(0, len(title)),)


def test_a_headline_with_a_colon_above_a_transcript_in_capitals_is_no_turn() -> None:
    """Protects the introduction, which would be read as what the headline's name says."""
    text = (
        "Mayor Vogt: The Bridge Is Safe\nShe said so on Monday.\n"
        "HOST: Is it safe?\nVOGT: It is.\nHOST: Are you sure?\nVOGT: I am."
    )
    assert [text[t.label.start : t.label.end] for t in find_turns(text, lines(text))] == [
        "HOST", "VOGT", "HOST", "VOGT"
    ]  # fmt: skip


def test_a_label_means_the_same_in_every_turn() -> None:
    """Protects the turns whose first word is in capitals too, and might be taken with the label for a dateline or a name."""
    text = (
        "The paper spoke to Mayor Ana Ruiz about the pier.\n"
        "REPORTER: What did you see?\nRUIZ: There were cracks in it.\n"
        "REPORTER: Thank you for your time.\nRUIZ: You are welcome, I am sure."
    )
    said = [
        s.speaker for s in analyse(Document("-", text, ""), lines(text)).statements if s.rule == "transcript"
    ]
    assert said == ["Reporter", "Ana Ruiz", "Reporter", "Ana Ruiz"]


def test_a_job_for_a_label_is_no_name_in_capitals() -> None:
    """Protects the list of speakers from "HOST" beside "Guest"."""
    text = (
        "HOST: What did you see there?\nGUEST: There were cracks in the piles.\n"
        "HOST: And what will you do now?\nGUEST: It will be closed for the winter."
    )
    found = analyse(Document("-", text, ""), lines(text)).statements
    assert {statement.speaker for statement in found} == {"Host", "Guest"}
