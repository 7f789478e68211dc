"""The only mutable core object: one open document, what is known of it, and the reader's notes on it.

All methods are called on the owner's one thread (the app's). What the store's thread and the analysis process find
out comes back there through `reader.background`, and is announced as a `Change`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.model import Analysis
from reader.document.outline import CLASSIFY_FIRST, corrected, first_blocks, title_of
from reader.layout.said import Said
from reader.notes import Notes
from reader.saving import Change
from reader.study import Reading, study, study_again

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.analysis.model import Statement
    from reader.background import Keeper, Worker
    from reader.document.model import Block, Document
    from reader.study import Again


class Session:
    """One open article.

    Args:
        blocks: as `first_blocks` gives them, where that was done already.

    Attributes:
        document: the text and what its format says.
        blocks: with the reader's corrections.
        analysis: with the reader's corrections; empty until `analysed`.
        analysed: the analysis has arrived.
        notes: the annotations and corrections.
    """

    def __init__(
        self,
        document: Document,
        keeper: Keeper,
        worker: Worker,
        listen: Callable[[Change], None] = lambda change: None,
        *,
        creator: str = "",
        uri: str = "",
        blocks: tuple[Block, ...] | None = None,
    ) -> None:
        self._worker = worker
        self._tell = listen
        self._show(document, blocks)
        self.notes = Notes(
            document,
            keeper,
            worker,
            self._listen,
            statement_at=self.statement_at,
            creator=creator,
            uri=uri,
            title=title_of(document, self.blocks),
        )

    def _show(self, document: Document, blocks: tuple[Block, ...] | None = None) -> None:
        self.document = document
        self._classified = len(document.text) <= CLASSIFY_FIRST
        self._plain = first_blocks(document) if blocks is None else blocks
        self.blocks: tuple[Block, ...] = self._plain
        self._raw = Analysis()
        self._know(Analysis())
        self.analysed = False

    def _know(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._said = Said(analysis.statements)

    def start(self, near: tuple[int, int] | None = None) -> None:
        """Fetch the notes and begin the analysis; called once the text is on the screen.

        Args:
            near: the range of the text that the reader sees, in code points: the notes there come first.
        """
        self.notes.attach(self.document, near)
        self._study()

    def study_again(self, document: Document, then: Callable[[Again | None], None]) -> None:
        """Study a new text of the article while the old one is read; None where that failed."""
        self._worker.run(study_again, document, self.notes.held(), then=then, failed=lambda error: then(None))

    def reload(self, document: Document, again: Again | None = None) -> None:
        """The article's file has changed: take the new text, with the passages where they stand in it.

        Args:
            again: what its study gave, so that all of it is shown at once; None to show the text and study it then.
        """
        if document.sha256 == self.document.sha256:
            return
        news = "the article changed and was read again"
        if again is None:
            self._show(document)
            self._tell(Change("document", news))
            self.start()
            return
        self._show(document, again.reading.blocks)
        self.notes.carry(document, again)
        self._take_in(again.reading)
        self._tell(Change("document", "; ".join((news, *again.reading.analysis.warnings[:1]))))
        if self.notes.loaded:
            self.notes.name_speakers()
        self.notes.attach(document)

    def _take_in(self, reading: Reading) -> None:
        """Lay the reader's word over a study that was made with it."""
        from reader.analysis.correct import correct

        self._classified = self.analysed = True
        self._raw = reading.analysis
        self.blocks = corrected(self._plain, self.notes.corrections)
        self._know(correct(self._raw, self.notes.corrections, self.document))

    def statement_at(self, start: int, end: int | None = None) -> Statement | None:
        """The statement that holds an offset, else the first that overlaps the range."""
        end = start + 1 if end is None else end
        over = self._said.over(start, end)
        holding = [s for s in over if any(p.start <= start < p.end for p in s.spans)]
        return next(iter(holding or over), None)

    def _listen(self, change: Change) -> None:
        if change.what == "corrections":
            self._apply_corrections()
        self._tell(change)

    def _study(self) -> None:
        document, blocks = self.document, self.blocks if self._classified else None
        self._worker.run(
            study,
            document,
            blocks,
            then=lambda reading: self._studied(reading, document),
            failed=lambda error: self._not_studied(document),
        )

    def _not_studied(self, document: Document) -> None:
        if document is self.document:
            self.analysed = True
            self._tell(Change("analysis", "the analysis failed; the text and the notes are whole"))

    def _studied(self, reading: Reading, document: Document) -> None:
        if document is not self.document:
            return
        if not self._classified:
            self._plain = reading.blocks
            self._classified = True
        self._raw = reading.analysis
        self.analysed = True
        self._apply_corrections(always=True, message=next(iter(reading.analysis.warnings), ""))

    def _apply_corrections(self, *, always: bool = False, message: str = "") -> None:
        """Lay the reader's word over what was worked out; what a block's kind changes is worked out anew."""
        from reader.analysis.correct import correct

        blocks = corrected(self._plain, self.notes.corrections)
        if blocks != self.blocks:
            self.blocks = blocks
            self._tell(Change("blocks"))
            if self.analysed:
                self._study()
        analysis = correct(self._raw, self.notes.corrections, self.document)
        if analysis != self.analysis or always:
            self._know(analysis)
            if self.notes.loaded:
                self.notes.name_speakers()
            self._tell(Change("analysis", message))
