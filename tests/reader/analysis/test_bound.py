"""Texts that are longer than any article."""

from __future__ import annotations

from reader.analysis.analyse import analyse
from reader.analysis.bound import first_part
from reader.document.model import Block, Document

SAID = "Hanna Vogt said that the bridge was closed. "


def test_what_is_beyond_the_bound_is_left_out_and_said() -> None:
    """Protects the reader from a silent end of the analysis, and the machine from its cost."""
    text = SAID * 4 + "\n" + SAID * 4
    half = len(SAID) * 4
    blocks = [Block("paragraph", 0, half), Block("paragraph", half + 1, len(text))]
    analysis = analyse(Document("-", text, ""), blocks, most=half + 100)
    whole = analyse(Document("-", text, ""), blocks)
    assert (len(whole.statements), whole.warnings) == (8, ())
    assert len(analysis.statements) == 6
    said = [(s.start, s.end, s.speaker) for s in whole.statements]
    assert [(s.start, s.end, s.speaker) for s in analysis.statements] == said[:6]
    told = f"its first {half + 100:,} characters of {len(text):,} only"
    assert [told in warning for warning in analysis.warnings] == [True]


def test_a_part_ends_with_a_sentence_where_one_is_near() -> None:
    """Protects the last statement from being cut in two."""
    text = SAID * 3
    blocks, _ = first_part(text, [Block("paragraph", 0, len(text))], len(SAID) * 2 + 9)
    assert blocks == [Block("paragraph", 0, len(SAID) * 2 - 1)]
    assert text[: blocks[0].end].endswith("closed.")


def test_a_part_without_blanks_is_cut_all_the_same() -> None:
    """Protects the bound on a text that has no place to break."""
    blocks, warning = first_part("x" * 50, [Block("paragraph", 0, 50)], 20)
    assert (blocks, bool(warning)) == ([Block("paragraph", 0, 20)], True)


def test_a_text_within_the_bound_stays_as_it_is() -> None:
    """Protects every article from the bound."""
    blocks = [Block("paragraph", 0, 30)]
    assert first_part("x" * 30, blocks, 30) == (blocks, None)
