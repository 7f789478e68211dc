"""Blocks as they stand, and with the kinds that the reader gave them."""

import pytest

from annotations.model import Correction
from reader.document import classify
from reader.document.model import Block, Document
from reader.document.outline import corrected, outline


def _word(number: int, value: str, start: int, end: int, created: str) -> Correction:
    return Correction(str(number), "article", "block", value, start=start, end=end, created=created)


def test_of_two_words_on_a_block_the_later_holds() -> None:
    """Corrections from two readers, in whatever order the store keeps them, give one answer."""
    blocks = [Block("paragraph", 0, 40), Block("paragraph", 42, 80)]
    words = [
        _word(1, "heading", 0, 40, "2026-03-01T00:00:00Z"),
        _word(2, "caption", 2, 40, "2026-03-02T00:00:00Z"),
        _word(3, "no such kind", 0, 40, "2026-03-03T00:00:00Z"),
    ]
    wanted = (Block("caption", 0, 40), blocks[1])
    assert corrected(blocks, words) == corrected(blocks, words[::-1]) == wanted


def test_after_very_many_lines_the_rest_is_one_block_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects memory and the first screen from a file of millions of lines, and the reader from a heap of words."""
    most = 1000
    for module in ("reader.document.outline", "reader.document.blocks.passages"):
        monkeypatch.setattr(f"{module}.MOST_LINES", most)
    text = "  word \n" * (most + 3)
    document = Document("-", text, "")
    for found in (outline(document), classify(document)):
        assert len(found) == most + 1
        assert text[found[-1].start : found[-1].end] == "word \n  word \n  word"
        assert (found[-1].kind, found[-1].role) == ("paragraph", "code")
        assert text[found[-2].start : found[-2].end] == "word"
