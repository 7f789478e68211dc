"""The store of articles, annotations and corrections: typed rows in, frozen rows out, every change a transaction.

One thread calls it. What is said to be saved is on the disk; what could not be saved stays in memory and is retried.
"""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from annotations import schema
from annotations.change import Change, carry_out
from annotations.errors import StoreError
from annotations.model import Annotation
from annotations.outcome import Purged, Status, Undone
from annotations.schema import ANNOTATIONS, ARTICLES, CORRECTIONS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from annotations.ledger.backups import Backup
    from annotations.ledger.ledger import Ledger
    from annotations.ledger.upkeep import Finding
    from annotations.model import Correction, DocumentRef
    from annotations.schema import Row
    from annotations.storage import JournalStorage

__all__ = ["Change", "Purged", "Status", "Store", "Undone"]


class Store:
    """A store at a path; opening never fails, it says in words what is wrong."""

    def __init__(self, path: Path | str, *, keep_texts: bool = True, backups: int = 10) -> None:
        """Open the store, or begin one.

        Args:
            path: of the TinyDB file.
            keep_texts: keep the text of each annotated article.
            backups: how many good copies of the file are kept.
        """
        from annotations.ledger.ledger import Ledger

        self._keep_texts = keep_texts
        ledger = Ledger(Path(os.path.realpath(path)), backups)
        ledger.begin()
        self._serve(Path(path), ledger)

    def _serve(self, path: Path, ledger: Ledger) -> None:
        from annotations.storage import Database, JournalStorage
        from annotations.texts import Texts

        self.path = path
        self._ledger = ledger
        self.database = Database(self._ledger, storage=JournalStorage)
        self._storage = cast("JournalStorage", self.database.storage)
        self._texts = Texts(self._ledger.places.texts)

    @property
    def status(self) -> Status:
        """How safe the changes are at this moment."""
        if self._ledger.unsaved:
            return Status("unsaved", self._ledger.refused or self._ledger.trouble or "not written yet")
        if self._ledger.refused:
            return Status("read-only", self._ledger.refused)
        if self._ledger.read_only:
            return Status("read-only", self._ledger.read_only)
        return Status("saved")

    @property
    def is_readable(self) -> bool:
        """What is on the disk could be read; else the store seems empty, and `status` says why."""
        return not self._ledger.unread

    @property
    def notices(self) -> tuple[str, ...]:
        """News for the reader, a line each; taken once."""
        taken, self._ledger.notices = tuple(self._ledger.notices), []
        return taken

    def articles(self) -> tuple[DocumentRef, ...]:
        """All articles that the store knows."""
        rows = self._ledger.rows(ARTICLES)
        found = [
            row for doc, row in rows.decoded_once(ARTICLES, list(rows)) if row and not rows.is_deleted(doc)
        ]
        return cast("tuple[DocumentRef, ...]", tuple(found))

    def annotations(self, article: str | None = None, *, deleted: bool = False) -> tuple[Annotation, ...]:
        """An article's annotations, or all, in the order they were made; with the deleted ones if asked for."""
        return cast("tuple[Annotation, ...]", self._rows(ANNOTATIONS, article, deleted=deleted))

    def annotations_over(self, article: str, start: int, end: int) -> tuple[Annotation, ...]:
        """An article's living annotations that overlap a range of its text as last read, in the order they were made.

        The others are not even built, so that the screen's notes are there long before all are.
        """
        found = self._ledger.rows(ANNOTATIONS).of_article_decoded(ANNOTATIONS, article, (start, end))
        return tuple(row for _, row in found if isinstance(row, Annotation) and _is_over(row, start, end))

    def corrections(self, article: str | None = None, *, deleted: bool = False) -> tuple[Correction, ...]:
        """An article's corrections, or all, in the order they were made; with the deleted ones if asked for."""
        return cast("tuple[Correction, ...]", self._rows(CORRECTIONS, article, deleted=deleted))

    def tags(self) -> Counter[str]:
        """The tags in use in all articles, with how many annotations each is on."""
        return Counter(self._ledger.rows(ANNOTATIONS).tags())

    def row(self, id: str) -> Row | None:
        """The row with this id, deleted or not; None where there is none."""
        for table in schema.TABLES:
            rows = self._ledger.rows(table)
            doc = rows.doc(id)
            if doc is not None:
                return schema.decode(table, rows.get(doc))
        return None

    def find(
        self, *, uri: str | None = None, sha256: str | None = None, url: str | None = None
    ) -> DocumentRef | None:
        """The article that this text, place or canonical URL belongs to; None for one that is new.

        What counts most is said in `annotations.known`.
        """
        from annotations.known import find

        return find(self.articles(), uri=uri, sha256=sha256, url=url)

    @contextlib.contextmanager
    def transaction(self, label: str, article: str | None = None) -> Iterator[Change]:
        """Make one change of all that the block asks for; an exception inside discards it.

        When the block has ended the change is on the disk, or `status` says why not.

        Args:
            label: what is done, as an undo names it.
            article: the `DocumentRef.id` it belongs to; None for several or none.
        """
        from annotations.ledger.journal import Draft

        change = Change(self.row)
        yield change
        origin: Literal["edit", "purge"] = "purge" if change.purged else "edit"
        with self._storage.transaction(Draft(label, article, origin)):
            carry_out(change, self._ledger, self.database)

    def undo(self, article: str | None = None) -> Undone | None:
        """Take back the last change of an article, or of all; None where there is none."""
        from annotations.ledger import undo

        return undo.take_back("undo", article, self._storage, self.database)

    def redo(self, article: str | None = None) -> Undone | None:
        """Do again what was undone last; None where there is nothing, or something was changed since."""
        from annotations.ledger import undo

        return undo.take_back("redo", article, self._storage, self.database)

    def taken_back(self) -> frozenset[str]:
        """The ids of rows that are deleted because what made them was undone: an import may bring them again.

        Raises:
            StoreError: the journal cannot be read.
        """
        from annotations.ledger import history, undo

        with self._in_words():
            return undo.taken_back(history.backward(self._ledger.places, self._ledger.unsaved))

    def refresh(self) -> bool:
        """Take in what other programs wrote; True where anything changed. Costs next to nothing where nothing did."""
        return self._ledger.refresh()

    def retry(self) -> Status:
        """Try again to save what is unsaved."""
        self._ledger.retry()
        return self.status

    def fold_if_due(self, idle_s: float) -> bool:
        """Bring the TinyDB file up to date where that is due; True where it was done.

        Args:
            idle_s: seconds since the reader did anything.
        """
        return self._ledger.fold_if_due(idle_s)

    def close(self) -> None:
        """Save what can be saved, bring the TinyDB file up to date, and let go of the files."""
        self._ledger.retry()
        if self._ledger.sequence > self._ledger.folded and not self._ledger.unsaved:
            self._ledger.fold_patiently()
            self._ledger.retry()  # what another program did to the file meanwhile can be unsaved yet
        self._ledger.close()

    def check(self) -> tuple[Finding, ...]:
        """What is wrong with the store, on the disk and in its rows; nothing is changed.

        Raises:
            StoreError: it cannot be read at all.
        """
        from annotations.ledger import upkeep

        with self._in_words():
            return tuple(upkeep.check(self._ledger, self._texts))

    def repair(self) -> tuple[str, ...]:
        """Mend what can be mended; says what was done, a clause each.

        Raises:
            StoreError: it cannot be written.
        """
        from annotations.ledger import upkeep

        with self._in_words():
            return tuple(upkeep.repair(self._ledger, self._texts))

    def backups(self) -> tuple[Backup, ...]:
        """The kept copies of the store, newest first."""
        from annotations.ledger import backups

        return backups.backups(self._ledger)

    def restore(self, name: str) -> None:
        """Go back to a kept copy, as one change that can be undone.

        Args:
            name: of a `Backup`, or its time.

        Raises:
            StoreError: there is no such copy, or it is damaged.
        """
        from annotations.ledger import backups
        from annotations.ledger.journal import Draft

        with (
            self._in_words(),
            self._storage.transaction(Draft(f"go back to the copy {name}", None, "restore")),
        ):
            backups.restore(self._ledger, name)

    def purge(self, before: datetime.datetime | None = None, dry_run: bool = False) -> Purged:
        """Drop tombstones, old journals and kept texts that no note needs: this cannot be undone.

        Args:
            before: only what was deleted, or ended, before this moment. None: all tombstones, and of the journals
                those older than thirty days that no undo within reach needs.
            dry_run: only say what would go.
        """
        from annotations import durable
        from annotations.ledger import pruning

        self.refresh()
        limit = None if before is None else before.timestamp()
        gone = set(pruning.tombstones(self._ledger.tables, float("inf") if limit is None else limit))
        texts = pruning.unneeded_texts(self._ledger.tables, self._texts, gone)
        journals = pruning.removable(self._ledger.places, limit)
        files = [*journals, *(path for name in texts for path in self._texts.files(name))]
        size = sum(path.stat().st_size for path in files)
        if not dry_run:
            with self._in_words():
                with self.transaction("purge") as change:
                    for id in sorted(gone):
                        change.purge(id)
                for path in files:
                    durable.remove(path)
                self._ledger.fold()
        return Purged(len(gone), len(journals), len(texts), size)

    def save_elsewhere(self, path: Path | str) -> None:
        """Write the whole store, with what is unsaved, to another place, and go on from there.

        Raises:
            StoreError: something is there already, or it cannot be written there either; all is as it was.
        """
        place = Path(os.path.realpath(path))
        if place.exists():
            raise StoreError(str(path), "there is a file of that name already")
        moved = self._ledger.copied_to(place)
        if moved is None:
            raise StoreError(str(path), "it cannot be written there either")
        texts = self._texts
        self._ledger.close()
        self._serve(Path(path), moved)
        for name in texts.names():
            self.keep_text(texts.get(name) or "")

    def text(self, sha256: str) -> str | None:
        """The text with this SHA-256; None where it is not kept whole."""
        return self._texts.get(sha256)

    def text_around(self, sha256: str, start: int, end: int) -> tuple[int, str] | None:
        """What is kept around a span of a text: where that begins and the text itself; None where nothing is.

        Args:
            sha256: of the text.
            start: code point offset of the span in it.
            end: likewise, exclusive.
        """
        return self._texts.around(sha256, start, end)

    def keep_text(self, text: str) -> None:
        """Keep the text of an article that has annotations, where the reader did not say otherwise."""
        from annotations import texts
        from annotations.ledger.ledger import reason
        from annotations.text import sha256

        if not self._keep_texts or self._ledger.refused:
            return
        spans: list[tuple[int, int]] = []
        if len(text) > texts.LIMIT // 4:
            name = sha256(text)
            spans = [(a.anchor.start, a.anchor.end) for a in self.annotations() if a.anchor.sha256 == name]
        try:
            self._texts.keep(text, spans)
        except OSError as error:
            if not self._ledger.unsaved:  # else the notes are not saved either, and that is said
                self._ledger.notices.append(f"the article's text could not be kept: {reason(error)}")

    @contextlib.contextmanager
    def _in_words(self) -> Iterator[None]:
        from annotations.ledger.ledger import reason

        try:
            yield
        except OSError as error:
            raise StoreError(str(self.path), reason(error)) from error

    def _rows(self, table: str, article: str | None, *, deleted: bool) -> tuple[Row, ...]:
        rows = self._ledger.rows(table)
        found = rows.decoded(table) if article is None else rows.of_article_decoded(table, article)
        return tuple(
            row for _, row in found if row is not None and (deleted or getattr(row, "deleted", None) is None)
        )


def _is_over(row: Annotation, start: int, end: int) -> bool:
    if row.deleted is not None or row.start is None or row.end is None:
        return False
    return row.start < end and start < row.end
