"""Interviews whose answers bear no name."""

from __future__ import annotations

from reader.document import classify
from reader.document.blocks.interviews import exchanges
from reader.document.model import Document

INTRO = "Ida Marsh counts bats at an old lime kiln. We met her there on a wet evening in August, and talked until dark."
LABELLED = [
    "The woman who counts bats",
    INTRO,
    "Q: How do you count a thousand bats?",
    "A: Badly, at first. You learn to see them as a texture, and I use beans in a jar.",
    "Q: People are afraid of them.",
    "They are. I gave a talk once and nobody came back after the tea.",
    "My husband came back, I should say, but he had to drive.",
    "Q: What should one do who finds one in the house?",
    "Open a window and leave the room.",
    "Write to us about other people who count things.",
]
BARE = [
    line.removeprefix("Q: ").removeprefix("A: ").replace("are afraid of them.", "are afraid, you find?")
    for line in LABELLED[:8]
]
BARE += ["Open a window, I say, and leave the room.", "Will you stop one day?", "I never said that I would."]
ESSAY = ["Where did you think this would end?", "It ended where we all said it would."] * 4


def _asked(texts: list[str]) -> list[str]:
    return [texts[one.question] for one in exchanges(texts)]


def test_answers_without_a_label_are_told_by_the_questions_labels() -> None:
    """An answer goes on to the next question; after the last one what speaks of nobody's own is no answer any more."""
    assert [(one.question, one.answer) for one in exchanges(LABELLED)] == [(2, (3,)), (4, (5, 6)), (7, (8,))]


def test_questions_that_address_someone_need_no_label() -> None:
    """Bold questions lose their type in a copy; an introduction says that somebody was asked."""
    assert _asked(BARE) == [BARE[2], BARE[4], BARE[7], BARE[9]]
    assert _asked(BARE[2:]) == []


def test_what_only_asks_is_no_interview() -> None:
    """Protects essays full of questions, lists of questions that nobody answers, and turns that all have a label."""
    assert exchanges(ESSAY) == []
    assert exchanges([INTRO, *(f"{line} It is open." for line in ESSAY)]) == []
    assert (
        exchanges(
            [INTRO, "How do you feel?", "Q: Why?", "A: So.", "Q: How?", "A: Slowly.", "Q: Who?", "A: I."]
        )
        == []
    )
    assert exchanges([]) == []


def test_the_questions_and_answers_of_an_interview_are_read() -> None:
    """However short they are: none is folded away as a promo, or taken for a heading."""
    for texts in (LABELLED, BARE):
        text = "\n\n".join(texts)
        kinds = {text[b.start : b.end]: b.kind for b in classify(Document("-", text, ""))}
        assert [kinds[line] for line in texts[2:9]] == ["paragraph"] * 7
