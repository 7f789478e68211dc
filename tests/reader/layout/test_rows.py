"""Wrapping: rows tile their text, keep to the width, and cells lead back to offsets."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.document.model import Block
from reader.layout.cells import clusters, cut, fit, is_simple, snap, width_of
from reader.layout.rows import Shape, cell_of, offset_of, shape_of, shown, wrap

PIECES = st.sampled_from(
    [
        "pier ",
        "the",
        " ",
        "\n",
        "ferry—line",
        "\u00a0",
        "é",
        "e\u0301",
        "漢字",
        "、",
        "👩‍👩‍👧",
        "🇩🇪",
        "\u200b",
        "“a”",
        "한국어 ",
        "x" * 30,
        "…",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join)


def drawn(text: str, width: int, **options: object) -> list[str]:
    return [row.lead + shown(text, row) for row in wrap(text, 0, len(text), width, **options)]  # type: ignore[arg-type]


def test_breaks_at_spaces_and_reads_line_breaks_as_spaces() -> None:
    """A hard-wrapped paragraph is set anew at the reader's width."""
    text = "The council will not\npay twice for the same pier, it said."
    assert drawn(text, 24) == ["The council will not pay", "twice for the same pier,", "it said."]


def test_breaks_words_that_are_longer_than_a_row_and_after_a_dash() -> None:
    """A long address neither overflows nor vanishes, and a dash lets a row end."""
    assert drawn("see https://example.org/ferry", 10) == ["see", "https://ex", "ample.org/", "ferry"]
    assert drawn("the pier—old and cracked", 10) == ["the pier—", "old and", "cracked"]


def test_wide_characters_break_anywhere_but_before_a_closing_mark() -> None:
    """East Asian text has no spaces to break at, and a comma never begins a row."""
    assert drawn("渡船公司、昨日", 8) == ["渡船公", "司、昨日"]


def test_leads_hang_and_count_into_the_width() -> None:
    """A caption's frame stands once, its other rows are set in."""
    assert drawn("Divers at the pier", 12, shape=Shape("▣ ", "  ")) == ["▣ Divers at", "  the pier"]


def test_code_keeps_its_lines() -> None:
    """Code is the one text whose line breaks mean something."""
    assert drawn("if a:\n  go()\n", 20, shape=Shape("  ", "  ", soft=False)) == ["  if a:", "    go()"]


@pytest.mark.parametrize(
    ("text", "lead"), [("- one", ("", "  ")), ("12. two", ("", "    ")), ("three", ("• ", "  "))]
)
def test_a_list_item_hangs_by_its_own_mark_or_gets_one(text: str, lead: tuple[str, str]) -> None:
    """A mark that stands in the text is not doubled."""
    shape = shape_of(text, Block("paragraph", 0, len(text), "list-item"))
    assert (shape.lead, shape.rest) == lead


@given(TEXTS, st.integers(4, 40), st.booleans())
@example("\u200b" + "x" * 30, 4, True)
@example("\u200b" + "x" * 30 + "…", 4, False)
def test_rows_tile_the_text_within_the_width(text: str, width: int, soft: bool) -> None:
    """No character is lost, doubled or pushed off the screen, whatever the script."""
    rows = wrap(text, 0, len(text), width, shape=Shape(soft=soft))
    assert "".join(text[row.start : row.stop] for row in rows) == text
    for row in rows:
        assert row.start <= row.end <= row.stop
        assert not text[row.end : row.stop].strip(" \n\u200b\u00a0")
        assert width_of(shown(text, row)) <= width or len(clusters(shown(text, row))) == 1


@given(TEXTS, st.integers(4, 40))
def test_rows_begin_where_clusters_do(text: str, width: int) -> None:
    """A row never splits what the reader sees as one character."""
    edges = {cluster.start for cluster in clusters(text)} | {len(text)}
    assert {row.start for row in wrap(text, 0, len(text), width)} <= edges


@given(TEXTS, st.integers(4, 40))
def test_cells_and_offsets_agree(text: str, width: int) -> None:
    """A click on a character lands on that character."""
    for row in wrap(text, 0, len(text), width, shape=Shape("▣ ", "  ")):
        for cluster in clusters(text[row.start : row.end]):
            if cluster.width:
                offset = row.start + cluster.start
                assert offset_of(text, row, cell_of(text, row, offset)) == offset


@given(TEXTS)
def test_clusters_tile_and_snap_to_their_edges(text: str) -> None:
    """A selection's ends never stand inside a character."""
    found = clusters(text)
    assert "".join(text[c.start : c.end] for c in found) == text
    edges = {c.start for c in found} | {len(text)}
    for offset in range(len(text) + 1):
        assert snap(text, offset) <= offset <= snap(text, offset, up=True)
        assert {snap(text, offset), snap(text, offset, up=True)} <= edges


@given(TEXTS, st.integers(1, 30))
def test_cut_and_fit_keep_to_their_cells(text: str, width: int) -> None:
    """Chrome never spills over, whatever stands in a title."""
    assert width_of(cut(text, width)) <= width
    assert width_of(fit(text, width)) == width


def test_simple_characters_are_one_cell_in_the_tables_that_the_screen_uses() -> None:
    """The quick path and Textual must never disagree about a width."""
    from rich.cells import cell_len

    wrong = [
        code
        for code in range(0x20, 0x3000)
        if is_simple(chr(code)) and code > 31 and cell_len(chr(code)) != 1
    ]
    assert wrong == []
