"""A line that was doubtfully called noise is read where it plainly speaks; noise stays unread."""

from __future__ import annotations

import pytest

from reader.analysis.answers.sections import as_story
from reader.analysis.transcript import find_turns
from reader.document.model import Block


@pytest.mark.parametrize(
    ("text", "doubtful", "kind"),
    [
        ("«They are ghosts,» said the headmaster.", True, "paragraph"),
        ("INGA SOLVANG (Osdal Post): Can you rule it out?", True, "paragraph"),
        ("«They are ghosts,» said the headmaster.", False, "promo"),
        ("The ten “must-try” pastries of the valley", True, "promo"),
        ("The mayor says more in our newsletter.", True, "promo"),
        ("They’re open: the shops that can’t say no", True, "promo"),
    ],
)
def test_what_speaks_is_read_where_its_kind_is_in_doubt(text: str, doubtful: bool, kind: str) -> None:
    """Only doubt opens the door, and only to a quotation with its verb or a speaker's turn."""
    block = Block("promo", 0, len(text), doubtful=doubtful)
    assert [each.kind for each in as_story(text, [block])] == [kind]


@pytest.mark.parametrize(
    ("line", "below", "kind"),
    [
        (
            "Piper Una Brodie had never entered a contest before.",
            "She learned the tune on the ferry.",
            "paragraph",
        ),
        ("Piper Una Brodie had never entered a contest before.", "The pier is shut.", "promo"),
        ("Ten things to do in Lund this weekend", "She learned the tune on the ferry.", "promo"),
    ],
)
def test_a_sentence_that_the_next_paragraph_goes_back_to_is_read(line: str, below: str, kind: str) -> None:
    """A pronoun needs whom it means: the sentence above it is story, whatever its line looks like."""
    blocks = [Block("promo", 0, len(line)), Block("paragraph", len(line) + 1, len(line) + 1 + len(below))]
    assert as_story(f"{line}\n{below}", blocks)[0].kind == kind


def test_a_question_that_looks_like_a_heading_is_still_a_turn() -> None:
    """Between answers that are surely told, a short question is one, whatever its line looks like."""
    lines = [
        "Q: Is there a secret?",
        "A: You do it again.",
        "Q: Only that?",
        "A: Only that.",
        "READ MORE: Glue",
    ]
    kinds = ("heading", "paragraph", "promo", "paragraph", "promo")
    text, blocks = "\n".join(lines), []
    for line, kind in zip(lines, kinds, strict=True):
        blocks.append(Block(kind, text.index(line), text.index(line) + len(line)))
    turns = find_turns(text, blocks)
    assert [text[turn.label.start : turn.parts[-1].end] for turn in turns] == lines[:4]
    assert find_turns(text, blocks[::2]) == []
