"""Blocks with the kinds that the reader gave them."""

from annotations.model import Correction
from reader.document.model import Block
from reader.document.outline import corrected


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
