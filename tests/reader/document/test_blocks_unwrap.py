"""Hard-wrapped text: its paragraphs are whole again, and nothing moves."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from reader.document.blocks import blocks
from reader.document.blocks.passages import lines, passages
from reader.document.blocks.unwrap import wrap_width

PARAGRAPHS = [
    "Dock workers on the Merrow Islands walked off the job on Wednesday, shutting the only ferry line to the mainland "
    "after talks with the government broke down over pay.",
    "Talks to resume",
    "The strike left hundreds of travelers waiting in the rain at Port Ansel, where the harbor master had closed the "
    "gates before dawn, and the island's two hotels said they had no beds left.",
    "“We have not been asked,” said Ida Kolbe, who drives the night ferry. “We have been told, and that is a thing no "
    "crew of mine will stand for.”",
]


def _wrapped(width: int, paragraphs: list[str]) -> str:
    return "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)


@given(st.integers(45, 100))
def test_a_wrapped_paragraph_is_one_passage(width: int) -> None:
    """Whatever the width, each paragraph is one passage again, and reads as it did before it was wrapped."""
    text = _wrapped(width, PARAGRAPHS)
    assert [passage.text for passage in passages(text)] == PARAGRAPHS


def test_a_wrapped_block_keeps_its_line_breaks() -> None:
    """Offsets are those of the text as it is: the block holds the break, a view reads through it."""
    text = _wrapped(60, PARAGRAPHS)
    first = blocks(text)[0]
    assert text[first.start : first.end] == textwrap.fill(PARAGRAPHS[0], 60)
    assert text[first.start : first.end].replace("\n", " ") == PARAGRAPHS[0]


def test_a_short_line_ends_a_paragraph() -> None:
    """Paragraphs without a blank line between them are parted where the next word would still have fitted."""
    text = "\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    assert [passage.text for passage in passages(text)] == PARAGRAPHS


def test_a_line_broken_by_hand_in_mid_sentence_goes_on() -> None:
    """Who breaks lines by hand breaks them early, and the rest of the sentence is no line of its own."""
    early = "The latch is broken, and it has been\nfor weeks, says Dana Whitlock, who keeps the\ngate of the allotments."
    text = f"{_wrapped(66, PARAGRAPHS)}\n\n{early}"
    assert passages(text)[-1].text == early.replace("\n", " ")


def test_one_long_line_does_not_hide_the_width() -> None:
    """An address or a rule that runs over the edge leaves the rest wrapped."""
    text = _wrapped(60, PARAGRAPHS * 3) + "\n\n" + "-" * 90
    assert wrap_width(lines(text)) == 60


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    """Text with a paragraph on each line is left alone, short lines below each other too."""
    text = "\n".join([*PARAGRAPHS, "Share", "Email", "Print", "More", "Save", "Close"])
    assert wrap_width(lines(text)) == 0
    assert len(passages(text)) == 10


@given(st.text(alphabet=st.sampled_from("ab .\n\xa0"), max_size=300))
def test_passages_hold_each_visible_character_once(text: str) -> None:
    """Joining loses nothing, and a passage is as long as its stretch of the text."""
    found = passages(text)
    assert "".join("".join(passage.text.split()) for passage in found) == "".join(text.split())
    assert all(len(passage.text) == passage.end - passage.start for passage in found)
