"""The page: every character is found on it, folds stand for noise, and walking never loses a row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.document.model import Block, Span
from reader.layout.page import LONGEST_PIECE, Page, Spot, noise_runs
from reader.layout.rows import shown

TEXT = "Ferry to close\n\nThe line ends in May.\n\nWATCH: the pier\n\nAd in 5\n\nDivers at\nDivers at the pier\n\nThe end."


def block(kind: str, words: str, **more: object) -> Block:
    start = TEXT.index(words)
    return Block(kind, start, start + len(words), **more)  # type: ignore[arg-type]


BLOCKS = (
    block("title", "Ferry to close"),
    block("paragraph", "The line ends in May."),
    block("promo", "WATCH: the pier"),
    block("ad", "Ad in 5"),
    block(
        "caption",
        "Divers at\nDivers at the pier",
        hidden=Span(TEXT.index("Divers"), TEXT.index("Divers") + 10),
    ),
    block("paragraph", "The end."),
)


def screen(page: Page) -> list[str]:
    return [row.lead + shown(page.text, row) for row in page.window(Spot(0, 0), 99)]


def test_noise_is_one_row_and_a_repeated_alt_text_is_left_out() -> None:
    """The story stands alone, and says what it hides."""
    assert screen(Page(TEXT, BLOCKS, 60)) == [
        "",
        "Ferry to close",
        "",
        "The line ends in May.",
        "",
        "┄┄ 2 lines of page furniture: promo, ad ┄┄",
        "",
        "▣ Divers at the pier",
        "",
        "The end.",
    ]


def test_an_opened_run_and_an_unfolded_page_show_the_noise() -> None:
    """What was folded can be read, one run or all."""
    opened = Page(TEXT, BLOCKS, 60, opened={BLOCKS[3].start})
    assert screen(opened) == screen(Page(TEXT, BLOCKS, 60, fold=False))
    assert "Ad in 5" in screen(opened)


def test_a_doubtful_block_is_never_folded() -> None:
    """What may be the story is shown."""
    doubtful = Block("promo", BLOCKS[2].start, BLOCKS[2].end, doubtful=True)
    assert noise_runs([*BLOCKS[:2], doubtful, *BLOCKS[3:]]) == [(3, 4)]


def test_a_filter_shows_its_blocks_alone() -> None:
    """`&` leaves the paragraphs that match."""
    assert screen(Page(TEXT, BLOCKS, 60, only={1, 5})) == ["", "The line ends in May.", "", "The end."]


def test_a_folded_offset_is_found_on_its_line() -> None:
    """A jump into noise knows which fold to open."""
    page = Page(TEXT, BLOCKS, 60)
    offset = TEXT.index("Ad in")
    assert page.row(page.find(offset)).kind == "fold"
    assert page.folded_at(offset) == page.pieces[2]
    assert page.folded_at(TEXT.index("The end")) is None


def test_an_empty_article_has_one_row() -> None:
    """Nothing to read is no crash."""
    page = Page("", (), 60)
    assert screen(page) == ["", ""]
    assert page.find(0) == page.last == Spot(0, 1)


def test_a_text_without_paragraphs_is_wrapped_by_parts() -> None:
    """A line of megabytes opens as quickly as any, and no character of it is lost."""
    text = "word. " * 20_000
    page = Page(text, (Block("paragraph", 0, len(text)),), 60)
    assert len(page.pieces) > 10
    assert all(piece.end - piece.start <= 1.5 * LONGEST_PIECE for piece in page.pieces)
    assert "".join(text[p.start : p.end] for p in page.pieces) == text
    page.window(page.find(len(text) // 2), 40)
    assert len(page._wrapped) <= 2


@given(st.integers(4, 80), st.booleans())
def test_every_shown_character_is_found_where_it_stands(width: int, fold: bool) -> None:
    """Offsets and places are two names for one thing."""
    page = Page(TEXT, BLOCKS, width, fold=fold)
    for spot, row in page.walk(Spot(0, 0)):
        for offset in range(row.start, row.end):
            assert page.find(offset) == spot


@given(st.integers(4, 80), st.integers(-60, 60))
def test_steps_and_distances_agree(width: int, count: int) -> None:
    """Walking down and up by rows comes back to the same row."""
    page = Page(TEXT, BLOCKS, width)
    spots = [spot for spot, _ in page.walk(Spot(0, 0))]
    assert [spot for spot, _ in page.walk(page.last, -1)] == spots[::-1]
    start = len(spots) // 2
    landed = page.step(spots[start], count)
    assert landed == spots[max(0, min(start + count, len(spots) - 1))]
    assert page.distance(spots[start], landed, 999) == spots.index(landed) - start


def test_short_items_of_a_list_stand_close_together() -> None:
    """A list looks like one, though its items are paragraphs of their own; long items keep their distance."""
    long = "a bench " * 30
    text = f"We want:\n\na lamp\n\na pier\n\n{long}"
    starts = [text.index(words) for words in ("We want", "a lamp", "a pier", "a bench")]
    ends = [text.find("\n", start) if "\n" in text[start:] else len(text) for start in starts]
    blocks = [Block("paragraph", starts[0], ends[0])]
    blocks += [Block("paragraph", s, e, "list-item") for s, e in zip(starts[1:], ends[1:], strict=True)]
    page = Page(text, blocks, 72)
    assert [piece.gap for piece in page.pieces] == [1, 1, 0, 1]
