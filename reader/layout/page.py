"""An article as a column of rows at one width, wrapped only where someone looks.

A place on the page is a `Spot`, a piece and a row in it, never a row number counted from the top: so nothing above has
to be wrapped to know what is shown, and nothing that becomes known later moves what the reader sees.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reader.document.model import STORY
from reader.layout.rows import Row, Shape, shape_of, wrap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reader.document.model import Block

LONGEST_PIECE = 6000
"""Code points; a longer block is wrapped by parts, so that a text without paragraphs opens as quickly as any."""


_SHORT_ITEM = 160
"""Code points; list items up to this stand close together, as they do on a page."""


class Spot(NamedTuple):
    """A row's place: the index of its piece, and the row within it. Spots sort as the page does."""

    piece: int
    row: int


class Piece(NamedTuple):
    """What is wrapped at one go: a block, a part of a long one, or a run of folded blocks.

    Attributes:
        start: offset of its first character.
        end: after its last.
        block: index of its (first) block.
        spans: how many blocks it stands for.
        folded: whether one line stands for it.
        gap: blank rows above it.
        shape: how it is set.
    """

    start: int
    end: int
    block: int
    spans: int
    folded: bool
    gap: int
    shape: Shape


def noise_runs(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """The runs of page noise, as half-open ranges of block indices; a doubtful block is no noise."""
    runs: list[tuple[int, int]] = []
    for index, block in enumerate(blocks):
        if block.kind in STORY or block.doubtful:
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


class Page:
    """The rows of an article at a width.

    Args:
        text: the article's text.
        blocks: its blocks, in order.
        width: of the column, in cells.
        fold: whether page noise is folded.
        opened: offsets of noise blocks whose run is shown all the same.
        only: indices of the only blocks to show; None for all.
    """

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        width: int,
        *,
        fold: bool = True,
        opened: Collection[int] = (),
        only: Collection[int] | None = None,
    ) -> None:
        self.text = text
        self.blocks = blocks
        self.width = width
        self._wrapped: dict[int, tuple[Row, ...]] = {}
        self.pieces = _pieces(text, blocks, fold=fold, opened=opened, only=only) or [
            Piece(0, 0, -1, 0, False, 1, Shape())
        ]
        self._starts = [piece.start for piece in self.pieces]

    def rows(self, piece: int) -> tuple[Row, ...]:
        """The rows of a piece, the blank ones above it first."""
        found = self._wrapped.get(piece)
        if found is None:
            found = self._wrapped[piece] = self._wrap(self.pieces[piece])
        return found

    def row(self, spot: Spot) -> Row:
        """The row at a spot."""
        return self.rows(spot.piece)[spot.row]

    def find(self, offset: int) -> Spot:
        """The spot of the row that shows an offset, or of the nearest row before it that shows anything."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        rows = self.rows(index)
        gap = self.pieces[index].gap
        row = bisect_right(rows, offset, lo=gap, key=lambda candidate: candidate.start) - 1
        return Spot(index, max(gap, row))

    def step(self, spot: Spot, count: int) -> Spot:
        """The spot `count` rows further down (up where negative), held at the page's first and last row."""
        piece, row = spot.piece, spot.row + count
        while row < 0 and piece > 0:
            piece -= 1
            row += len(self.rows(piece))
        while row >= (height := len(self.rows(piece))) and piece < len(self.pieces) - 1:
            piece += 1
            row -= height
        return Spot(piece, max(0, min(row, len(self.rows(piece)) - 1)))

    def walk(self, spot: Spot, direction: int = 1) -> Iterator[tuple[Spot, Row]]:
        """The rows from a spot on, that one included, down the page or up it."""
        piece, row = spot
        while 0 <= piece < len(self.pieces):
            rows = self.rows(piece)
            while 0 <= row < len(rows):
                yield Spot(piece, row), rows[row]
                row += direction
            piece += direction
            row = len(self.rows(piece)) - 1 if direction < 0 and piece >= 0 else 0

    def window(self, top: Spot, height: int) -> list[Row]:
        """At most `height` rows from a spot on."""
        return [row for _, (_, row) in zip(range(height), self.walk(top), strict=False)]

    def distance(self, start: Spot, end: Spot, limit: int) -> int:
        """Rows from one spot to another, negative where the second stands above; never counted beyond `limit`."""
        if end < start:
            return -self.distance(end, start, limit)
        rows = end.row - start.row
        for piece in range(start.piece, end.piece):
            rows += len(self.rows(piece))
            if rows - end.row > limit:
                return limit
        return min(rows, limit)

    @property
    def last(self) -> Spot:
        """The spot of the last row."""
        piece = len(self.pieces) - 1
        return Spot(piece, len(self.rows(piece)) - 1)

    def next_text(self, spot: Spot, direction: int) -> Spot | None:
        """The nearest row with something on it, from a spot on and that one included; None where there is none."""
        return next((at for at, row in self.walk(spot, direction) if row.kind != "blank"), None)

    def folded_at(self, offset: int) -> Piece | None:
        """The folded piece that hides an offset, if one does."""
        piece = self.pieces[self.find(offset).piece]
        return piece if piece.folded and piece.start <= offset < piece.end else None

    def _wrap(self, piece: Piece) -> tuple[Row, ...]:
        blank = [Row("blank", -1, piece.start, piece.start, piece.start)] * piece.gap
        if piece.folded:
            label = _fold_label(self.blocks[piece.block : piece.block + piece.spans])
            return (*blank, Row("fold", piece.block, piece.start, piece.start, piece.end, label, True))
        rows = wrap(self.text, piece.start, piece.end, self.width, block=piece.block, shape=piece.shape)
        return (*blank, *(rows or [Row("text", piece.block, piece.start, piece.end, piece.end)]))


def _fold_label(blocks: Sequence[Block]) -> str:
    kinds = ", ".join(dict.fromkeys(block.kind for block in blocks))
    return f"┄┄ {len(blocks)} {'line' if len(blocks) == 1 else 'lines'} of page furniture: {kinds} ┄┄"


def _pieces(
    text: str, blocks: Sequence[Block], *, fold: bool, opened: Collection[int], only: Collection[int] | None
) -> list[Piece]:
    folded: dict[int, int] = {}
    if fold and only is None:
        folded = {
            first: end
            for first, end in noise_runs(blocks)
            if not any(blocks[i].start in opened for i in range(first, end))
        }
    pieces: list[Piece] = []
    previous: Block | None = None
    index = 0
    while index < len(blocks):
        block, end = blocks[index], folded.get(index, index + 1)
        if only is None or index in only:
            gap = _gap(text, previous, block, folded=index in folded)
            if index in folded:
                pieces.append(Piece(block.start, blocks[end - 1].end, index, end - index, True, gap, Shape()))
            else:
                pieces.extend(_parts(text, block, index, gap))
            previous = blocks[end - 1]
        index = end
    return pieces


def _parts(text: str, block: Block, index: int, gap: int) -> Iterator[Piece]:
    """A block as one piece, or as several where it is very long or where a stretch of it is left out."""
    shape = shape_of(text, block)
    hidden = block.hidden
    shown = [(block.start, block.end)]
    if hidden is not None:
        shown = [(block.start, hidden.start), (hidden.end, block.end)]
    for start, end in shown:
        while start < end:
            stop = _part_end(text, start, end)
            yield Piece(start, stop, index, 1, False, gap, shape)
            start, gap, shape = stop, 0, Shape(shape.rest, shape.rest, shape.soft)


def _part_end(text: str, start: int, end: int) -> int:
    if end - start <= LONGEST_PIECE + LONGEST_PIECE // 2:
        return end
    for mark in ("\n", ". ", " "):
        found = text.rfind(mark, start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
        if found > 0:
            return found + len(mark)
    return start + LONGEST_PIECE


def _gap(text: str, previous: Block | None, block: Block, *, folded: bool) -> int:
    """Blank rows between two blocks that follow each other on the page, and above the first."""
    if previous is None or folded:
        return 1
    if block.kind == "heading":
        return 2
    close = "\n\n" not in text[previous.end : block.start].replace(" ", "")
    if block.role == previous.role == "list-item":
        short = max(block.end - block.start, previous.end - previous.start) <= _SHORT_ITEM
        return 0 if close or short else 1
    if close and block.role == previous.role == "code":
        return 0
    if block.kind == previous.kind == "byline":
        return 0
    return 0 if close and block.kind == previous.kind and block.kind not in STORY else 1
