"""An article before its reader: what is on the page, in focus, selected and found. No widget: the pane paints it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from reader.document.model import Span
from reader.layout.boundaries import Boundaries
from reader.layout.cells import snap
from reader.layout.layers import (
    annotation_paints,
    block_paints,
    first_rows,
    mark_paints,
    statement_focus_paints,
    statement_paints,
)
from reader.layout.page import Page, noise_runs
from reader.layout.paint import Layer, Paint, clip
from reader.layout.view import View
from reader.layout.voices import Voices
from reader.sheet.gutter import beside

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotations.model import Annotation
    from reader.analysis.model import Statement
    from reader.layout.rows import Row
    from reader.sheet.article import Article
    from reader.sheet.gutter import Gutter


class Selected(NamedTuple):
    """A selection.

    Attributes:
        anchor: offset of the end that stays.
        head: offset of the end that moves; the cursor's.
        reshaping: id of the annotation whose passage it becomes; None for a plain selection.
    """

    anchor: int
    head: int
    reshaping: str | None = None

    @property
    def span(self) -> Span:
        """What is selected, from the first offset to the last."""
        return Span(min(self.anchor, self.head), max(self.anchor, self.head))


class Focus(NamedTuple):
    """What is in focus.

    Attributes:
        sentence: the sentence that holds the cursor.
        statement: the statement that holds the cursor, else one that overlaps the sentence.
        annotations: those that cover the cursor, the shortest first.
    """

    sentence: Span
    statement: Statement | None
    annotations: tuple[Annotation, ...]


class Sheet:
    """One article on a page of a given width and height.

    Attributes:
        session: the article, its analysis and its notes.
        view: the page, the cursor, and what part is on the screen.
        boundaries: of words, sentences, paragraphs and statements.
        voices: how the speakers are shown.
        selected: the selection, if there is one.
        chosen: the speaker whose statements alone are walked.
        fold: whether page noise is folded.
        only: the indices of the only blocks shown; None for all.
        hits: what a search found, in order.
        hit: the index of the hit that was gone to; -1 for none.
        labels: letters over offsets, while one of them is awaited.
        card: how many times the annotation in focus was opened; 0 where no card is shown.
    """

    def __init__(
        self, session: Article, width: int, height: int, *, fold: bool = True, ascii_only: bool = False
    ) -> None:
        self.session = session
        self.fold = fold
        self.opened: set[int] = set()
        self.only: Collection[int] | None = None
        self.selected: Selected | None = None
        self.chosen: str | None = None
        self.hits: list[Span] = []
        self.hit = -1
        self.labels: dict[int, str] = {}
        self.card = 0
        self.annotations: tuple[Annotation, ...] = ()
        self.placed = session.notes.placed
        self._width = max(1, width)
        self._ascii = ascii_only
        self._hit_layer = Layer()
        self._version = 0
        self._focus: tuple[object, Focus] | None = None
        self.view = View(self._page(), height)
        self.voices = Voices(session.analysis, ascii_only=ascii_only)
        self.know()

    @property
    def text(self) -> str:
        """The article's text."""
        return self.session.document.text

    @property
    def cursor(self) -> int:
        """Where the reader is."""
        return self.view.cursor

    @property
    def version(self) -> int:
        """Grows whenever anything but the focus changes how rows are painted."""
        return self._version

    # What is known

    def know(self) -> None:
        """Take in the session's analysis and its marks."""
        session = self.session
        self.voices = Voices(session.analysis, self.voices, ascii_only=self._ascii)
        self.boundaries = Boundaries(self.text, session.blocks, session.analysis.statements)
        if session.analysed and self.chosen not in {s.speaker for s in session.analysis.statements}:
            self.chosen = None
        self._known = Layer(
            [
                *block_paints(session.blocks),
                *statement_paints(session.analysis, self.voices),
                *mark_paints(session.document.marks),
            ]
        )
        firsts = first_rows(self.text, session.analysis)
        self._firsts = [offset for offset, _ in firsts]
        self._first_statements = [statement for _, statement in firsts]
        self.note()
        self._changed()

    def note(self) -> None:
        """Take in the session's annotations."""
        if self.annotations is self.session.notes.annotations:
            return
        self.placed = self.session.notes.placed
        self.annotations = self.placed.rows
        self._changed()

    def renew(self) -> None:
        """Take in the session's document and blocks: the page is made anew, the place kept."""
        self.opened = {offset for offset in self.opened if offset < len(self.text)}
        self.selected = None
        self.find([])
        self.view.cursor = min(self.view.cursor, len(self.text))
        self.reflow()
        self.know()

    def find(self, hits: list[Span]) -> None:
        """Show these stretches as found."""
        self.hits, self.hit = hits, -1
        self._hit_layer = Layer(Paint(span.start, span.end, "hit") for span in hits)
        self._changed()

    # The page

    def resize(self, width: int, height: int) -> None:
        """Set the page to another width or height."""
        if width != self._width:
            self._width = max(1, width)
            self.view.reflow(self._page(), height)
        elif height != self.view.height:
            self.view.reflow(self.view.page, height)

    def reflow(self) -> None:
        """Make the page anew: folds, filter or blocks have changed."""
        self.view.reflow(self._page(), self.view.height)
        self._changed()

    def restore(self, offset: int, top: int) -> None:
        """Come back to a place: the cursor's offset, and the first one that was on the screen."""
        view, end = self.view, len(self.text)
        offset, top = min(offset, end), min(top, end)
        self.show(offset)
        row = view.page.distance(view.page.find(top), view.page.find(offset), 400) if offset or top else 1
        view.restore(offset, max(0, min(row, view.height - 1)))

    def show(self, offset: int) -> None:
        """Open the folded noise that hides an offset, or end a filter that does."""
        if self.only is not None and self.boundaries.block_at(offset) not in self.only:
            self.only = None
            self.reflow()
        if self.view.page.folded_at(offset) is not None:
            self.opened.add(self.session.blocks[self.boundaries.block_at(offset)].start)
            self.reflow()

    def close(self, offset: int) -> bool:
        """Fold the run of noise around an offset again, where it was opened; whether it was."""
        index = self.boundaries.block_at(offset)
        runs = noise_runs(self.session.blocks) if self.opened else []
        starts = {
            self.session.blocks[i].start
            for low, high in runs
            if low <= index < high
            for i in range(low, high)
        }
        if not self.opened & starts:
            return False
        self.opened -= starts
        self.reflow()
        return True

    def go(self, offset: int) -> None:
        """Put the cursor on an offset, wherever it hides."""
        self.show(offset)
        self.view.go(offset)

    def hidden(self, offset: int) -> bool:
        """Whether a fold or a filter hides an offset."""
        if self.only is not None:
            return self.boundaries.block_at(offset) not in self.only
        return self.view.page.folded_at(offset) is not None

    # Focus

    @property
    def focus(self) -> Focus:
        """What is in focus."""
        key = (self.cursor, self._version)
        if self._focus is None or self._focus[0] != key:
            found = Focus(
                self.boundaries.sentence(self.cursor),
                self.boundaries.statement_at(self.cursor),
                self.placed.at(self.cursor),
            )
            self._focus = (key, found)
        return self._focus[1]

    @property
    def annotation(self) -> Annotation | None:
        """The annotation in focus; opening the card goes through those that lie here."""
        here = self.focus.annotations
        return here[max(0, self.card - 1) % len(here)] if here else None

    @property
    def target(self) -> Span:
        """What a key acts on: the selection, else the sentence in focus; its edges on whole characters."""
        span = self.selected.span if self.selected else self.focus.sentence
        return Span(snap(self.text, span.start), snap(self.text, span.end, up=True))

    def select(self, anchor: int, head: int, reshaping: str | None = None) -> None:
        """Select from one offset to another and bring the second onto the screen; at a fold's edge it stays folded."""
        fold = self.view.page.folded_at(head)
        if fold is None or head > fold.start:
            self.show(head)
        text = self.text
        forward = head >= anchor
        self.selected = Selected(snap(text, anchor, up=not forward), snap(text, head, up=forward), reshaping)
        self.view.go(max(0, self.selected.head - 1) if forward and head > anchor else self.selected.head)

    # Paint

    def paints(self, row: Row) -> tuple[Paint, ...]:
        """The roles over a row, lowest first."""
        low, high = row.start, row.end
        sentence, above = self._live(row)
        return (
            *self._known.over(low, high),
            *sentence,
            *annotation_paints(self.placed.over(low, high)),
            *self._hit_layer.over(low, high),
            *above,
        )

    def key(self, row: Row) -> tuple[object, ...]:
        """All that a row's look depends on."""
        return (row, self._version, self._live(row), self.gutter(row), self._label_key(row))

    def gutter(self, row: Row) -> Gutter:
        """What stands beside a row."""
        cursor = row.start <= self.cursor < max(row.stop, row.start + 1) or self._at_end(row)
        at = bisect_left(self._firsts, row.start)
        begins = at < len(self._firsts) and self._firsts[at] < row.stop
        voice = self.voices.of(self._first_statements[at].speaker) if begins else None
        over = self.placed.over(row.start, row.end)
        return beside(row, over, voice, self.selected.span if self.selected else None, cursor=cursor)

    def _at_end(self, row: Row) -> bool:
        return self.cursor >= len(self.text) == row.stop

    def _label_key(self, row: Row) -> tuple[int, ...]:
        return tuple(offset for offset in self.labels if row.start <= offset < row.stop)

    def _live(self, row: Row) -> tuple[tuple[Paint, ...], tuple[Paint, ...]]:
        """What changes with the cursor: the sentence below the highlights, the rest above them."""
        focus, low, high = self.focus, row.start, row.end
        sentence = clip([Paint(focus.sentence.start, focus.sentence.end, "sentence")], low, high)
        above = [*statement_focus_paints(focus.statement)]
        if 0 <= self.hit < len(self.hits):
            above.append(Paint(self.hits[self.hit].start, self.hits[self.hit].end, "current"))
        if self.selected is not None:
            span = self.selected.span
            above.append(Paint(span.start, span.end, "selection"))
        above.append(Paint(self.cursor, snap(self.text, self.cursor + 1, up=True), "cursor"))
        return sentence, clip(above, low, high)

    def _page(self) -> Page:
        return Page(
            self.text, self.session.blocks, self._width, fold=self.fold, opened=self.opened, only=self.only
        )

    def _changed(self) -> None:
        self._version += 1
