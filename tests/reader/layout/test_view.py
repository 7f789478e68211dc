"""The view: whatever is pressed, the cursor stays on the screen and on a character that is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.document.model import Block
from reader.layout.page import Page, Spot
from reader.layout.view import View

WORDS = "The council said on Monday that it would not pay twice for the same old pier. "
TEXT = "\n\n".join(WORDS * (1 + i % 4) for i in range(30))


def blocks() -> tuple[Block, ...]:
    found, at = [], 0
    for i, paragraph in enumerate(TEXT.split("\n\n")):
        found.append(Block("ad" if i % 7 == 3 else "paragraph", at, at + len(paragraph.rstrip())))
        at += len(paragraph) + 2
    return tuple(found)


BLOCKS = blocks()
MOVES = st.lists(
    st.tuples(
        st.sampled_from(["go", "rows", "turn", "scroll", "reflow", "restore"]),
        st.integers(-40, 40),
        st.integers(0, len(TEXT)),
    ),
    max_size=12,
)


def fresh(width: int = 40, height: int = 12) -> View:
    return View(Page(TEXT, BLOCKS, width), height)


@given(MOVES, st.integers(10, 80), st.integers(1, 30))
def test_the_cursor_is_always_on_the_screen(
    moves: list[tuple[str, int, int]], width: int, height: int
) -> None:
    """What is in focus is what the reader looks at."""
    view = fresh(width, height)
    for name, count, offset in moves:
        if name == "go":
            view.go(offset)
        elif name == "reflow":
            view.reflow(Page(TEXT, BLOCKS, max(8, abs(count))), max(1, height))
        elif name == "restore":
            view.restore(offset, abs(count))
        else:
            getattr(view, name)(count)
        assert 0 <= view.screen_row < view.height
        row = view.window[view.screen_row]
        assert row.kind != "blank"
        assert row.start <= view.cursor <= row.end


def test_rows_keep_their_column_and_skip_blank_ones() -> None:
    """`j` and `k` are a straight line down the page."""
    view = fresh()
    view.go(20)
    places = [view.cursor]
    for _ in range(12):
        view.rows(1)
        places.append(view.cursor)
    for _ in range(12):
        view.rows(-1)
    assert view.cursor == 20
    assert len(set(places)) == 13


def test_the_page_scrolls_three_rows_before_the_edge() -> None:
    """There is always something to read ahead of the cursor."""
    view = fresh()
    while view.top == Spot(0, 0):
        view.rows(1)
    assert view.screen_row in (7, 8)


def test_going_up_to_the_first_row_shows_the_blank_one_above_it() -> None:
    """The page comes to rest as it was opened."""
    view = fresh()
    view.rows(30)
    view.rows(-60)
    assert view.top == Spot(0, 0)


def test_a_page_key_leaves_the_cursor_on_its_screen_row_and_goes_to_the_ends() -> None:
    """The eye stays where it is; the last page takes the cursor to its end."""
    view = fresh()
    view.rows(3)
    before = view.screen_row
    view.turn(11)
    assert view.screen_row - before in (0, 1)
    for _ in range(60):
        view.turn(11)
    assert view.spot == view.page.last
    for _ in range(60):
        view.turn(-11)
    assert view.spot == Spot(0, 1)


def test_the_wheel_leaves_the_cursor_until_the_edge_drags_it() -> None:
    """Looking around is no move."""
    view = fresh()
    view.go(200)
    view.scroll(2)
    assert view.cursor == 200
    view.scroll(20)
    assert view.screen_row == 0 or view.window[0].kind == "blank"


@given(st.integers(0, len(TEXT)), st.integers(10, 80))
def test_a_new_width_keeps_the_cursor_and_its_screen_row(offset: int, width: int) -> None:
    """Resizing the window never loses the place."""
    view = fresh()
    view.go(offset)
    cursor, row, height = view.cursor, view.screen_row, view.height
    view.reflow(Page(TEXT, BLOCKS, width), height)
    assert view.cursor == cursor or (view.cursor == cursor - 1 and TEXT[cursor].isspace())
    at_an_edge = view.top in (Spot(0, 0), view.page.step(view.page.last, 1 - height))
    assert view.screen_row == row or at_an_edge


def test_a_click_finds_the_character_or_the_nearest_row() -> None:
    """The mouse never misses the text."""
    view = fresh()
    assert view.offset_at(4, 1) == 4
    assert view.offset_at(4, 0) == 4
    assert view.offset_at(-3, 1) == 0
    assert view.edge_at(99, 1) == view.window[1].end
    assert view.offset_at(0, 99) == view.window[-1].start
