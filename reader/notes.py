"""The reader's own marks on one article: highlights, notes, bookmarks, corrections; every edit can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from annotations.anchor import make, resolve
from annotations.model import Anchor, Annotation, Correction
from reader.reference import new_id, uri_of
from reader.shelf import Shelf
from reader.study import Found, carried
from reader.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotations.model import CorrectionKind, DocumentRef
    from annotations.store import Store
    from reader.analysis.model import Statement
    from reader.background import Keeper, Worker
    from reader.document.model import Document
    from reader.placed import Placed
    from reader.saving import Change, Status
    from reader.study import Again


AT_ONCE = 200
"""Annotations that are changed in one go, without a look at the keys."""


class Notes:
    """What the reader put on one article.

    Args:
        document: the article.
        keeper: runs what touches the store.
        worker: runs long work.
        listen: told of each change.
        statement_at: finds the statement at a passage, so that a note can say whose words it is on.
        creator: the author's name, for exports.
        uri: where the article was read from, unless its source tells.
        title: as the article's blocks tell it, unless its format names one.
    """

    def __init__(
        self,
        document: Document,
        keeper: Keeper,
        worker: Worker,
        listen: Callable[[Change], None],
        *,
        statement_at: Callable[[int, int], Statement | None] = lambda start, end: None,
        creator: str = "",
        uri: str = "",
        title: str | None = None,
    ) -> None:
        self._shelf = Shelf(document, keeper, worker, listen, uri or uri_of(document.source), title)
        self._document = document
        self._statement_at = statement_at
        self._creator = creator or None

    def attach(self, document: Document, near: tuple[int, int] | None = None) -> None:
        """Fetch what the store holds of this article, and find its passages in this text.

        Args:
            near: a range of the text, in code points: the notes there come first.
        """
        self._document = document
        self._shelf.attach(document, near)

    def held(self) -> Found:
        """What is put on the article, with its text, to be found again in another."""
        document = self._document
        return Found(self.ref, self.annotations, self.corrections, {document.sha256: document.text})

    def carry(self, document: Document, again: Again) -> None:
        """Show what is put on the article in a new text, where it was found; `attach` then asks the store."""
        self._shelf.carry(*carried(document, again, self.held()))
        self._document = document

    # What there is

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """Living annotations in document order, orphans last."""
        return self._shelf.placed.rows

    @property
    def placed(self) -> Placed:
        """The living annotations, to be found by where they stand."""
        return self._shelf.placed

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Living corrections."""
        return self._shelf.corrections

    @property
    def ref(self) -> DocumentRef:
        """The article as the store knows it, or as it will."""
        return self._shelf.ref

    @property
    def known(self) -> bool:
        """Whether the store knows the article."""
        return self._shelf.known

    @property
    def loaded(self) -> bool:
        """Whether what the store holds has arrived."""
        return self._shelf.loaded

    @property
    def status(self) -> Status:
        """Whether everything is durable."""
        return self._shelf.saving.status

    @property
    def orphans(self) -> tuple[Annotation, ...]:
        """Annotations that lost their place, or whose place is in doubt."""
        return tuple(a for a in self.annotations if a.state in ("orphan", "ambiguous"))

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags in use in this article, the most used first."""
        counts: dict[str, int] = {}
        for tag in (t for a in self.annotations for t in a.tags):
            counts[tag] = counts.get(tag, 0) + 1
        return tuple(sorted(counts, key=lambda t: (-counts[t], t)))

    def get(self, id: str) -> Annotation | None:
        """The living annotation of that id."""
        return self.placed.get(id)

    def at(self, offset: int) -> tuple[Annotation, ...]:
        """The annotations over an offset, the shortest first."""
        return self.placed.at(offset)

    # Edits

    def annotate(
        self,
        start: int,
        end: int,
        *,
        colour: str = "yellow",
        note: str = "",
        tags: Iterable[str] = (),
        mark: str | None = None,
    ) -> Annotation:
        """Put an annotation on a passage: a note where `note` has words, a bookmark where `mark` is a letter."""
        return self.annotate_at(self.anchor(start, end), colour=colour, note=note, tags=tags, mark=mark)

    def anchor(self, start: int, end: int) -> Anchor:
        """A passage of the text as it is now, so that it is found again when that has changed."""
        return make(self._document.text, start, end, digest=self._document.sha256)

    def annotate_at(
        self,
        anchor: Anchor,
        was: str | None = None,
        *,
        colour: str = "yellow",
        note: str = "",
        tags: Iterable[str] = (),
        mark: str | None = None,
    ) -> Annotation:
        """Like `annotate`, on a passage that was chosen in a text which may have changed since.

        Args:
            anchor: the passage.
            was: the text that it was chosen in, where that is at hand.
        """
        document = self._document
        place = resolve(document.text, anchor, document.text if anchor.sha256 == document.sha256 else was)
        row = Annotation(
            id=new_id(),
            article=self.ref.id,
            anchor=anchor,
            state=place.state,
            score=place.score,
            kind="note" if note else "bookmark" if mark else "highlight",
            note=note,
            tags=tuple(tags),
            colour=colour,
            mark=mark,
            start=place.start,
            end=place.end,
            creator=self._creator,
            created=datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        )
        row = self._said_by(row)
        before = [_without_mark(a) for a in self.annotations if mark and a.mark == mark]
        self._shelf.put(f"bookmark {mark}" if mark else row.kind, row, *before)
        return row

    def edit(self, id: str, label: str = "", **changes: Any) -> Annotation | None:
        """Change the note, tags, colour or mark of an annotation; None where it is gone."""
        row = self.get(id)
        if row is None:
            return None
        changed = replace(row, **changes)
        changed = replace(
            changed, kind="note" if changed.note else "bookmark" if changed.mark else "highlight"
        )
        if changed != row:
            self._shelf.put(label or f"edit of {_named(row)}", changed)
        return changed

    def reshape(self, id: str, start: int, end: int, label: str = "reshape") -> Annotation | None:
        """Give an annotation another passage; also how an orphan is attached again."""
        row = self.get(id)
        if row is None:
            return None
        anchor = make(self._document.text, start, end, digest=self._document.sha256)
        row = self._said_by(replace(row, anchor=anchor, start=start, end=end, state="exact", score=1.0))
        self._shelf.put(label, row)
        return row

    def confirm(self, id: str) -> None:
        """Take an uncertain place as the right one."""
        row = self.get(id)
        if row is not None and row.start is not None and row.end is not None:
            self.reshape(id, row.start, row.end, "confirm the place")

    def delete(self, id: str) -> None:
        """Delete an annotation; `undo` brings it back."""
        row = self.get(id)
        if row is not None:
            self._shelf.remove(f"delete of {_named(row)}", id)

    def correct(
        self,
        kind: CorrectionKind,
        *,
        start: int | None = None,
        end: int | None = None,
        value: str | None = None,
        old: str | None = None,
    ) -> Correction:
        """Set the reader's word over what the program worked out; see `annotations.model.Correction`.

        Args:
            kind: what is corrected.
            start: of the passage meant, in code points; None for a merge or a new name.
            end: likewise, exclusive.
            value: the new speaker, name or block kind.
            old: the speaker who is merged or renamed.
        """
        anchor = None
        if start is not None and end is not None:
            anchor = make(self._document.text, start, end, digest=self._document.sha256)
        row = Correction(new_id(), self.ref.id, kind, value, old, anchor, start=start, end=end)
        before = [c for c in self.corrections if _same_place(c, row)]
        self._shelf.put_correction(f"correction, {in_words(row)}", row, before)
        return row

    def undo(self) -> None:
        """Take back the last change to this article; what it was comes as a `Change` with a message."""
        self._shelf.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self._shelf.redo()

    def look_around(self, idle_s: float = 0.0) -> None:
        """Take in what other programs wrote, retry what could not be saved, fold when idle; called each second."""
        self._shelf.look_around(idle_s)

    def when_saved(self, act: Callable[[], object], meanwhile: Callable[[], object]) -> None:
        """Do something, on the store's thread, once all edits until now are on the disk.

        Args:
            meanwhile: done where that has to wait.
        """
        self._shelf.saving.when_saved(act, meanwhile)

    def name_speakers(self) -> None:
        """Say of each annotation whose words it is on, now that the analysis, or a correction, tells."""
        rows, say = self.annotations, self._said_by

        def look(store: Store) -> list[tuple[Annotation, Annotation]]:
            return [(row, new) for row in rows if (new := say(row)) != row]

        if rows:
            self._shelf.saving.submit(look, self._put_some, quiet=True)

    def _put_some(self, changed: Sequence[tuple[Annotation, Annotation]]) -> None:
        """Put rows that are still as they were, a slice at a time, so that keys come between."""
        now, later = changed[:AT_ONCE], changed[AT_ONCE:]
        new = [row for old, row in now if self.get(old.id) is old]
        if new:
            self._shelf.put("", *new)
        if later:
            self._shelf.saving.submit(lambda store: None, lambda _: self._put_some(later), quiet=True)

    def _said_by(self, row: Annotation) -> Annotation:
        if row.start is None or row.end is None:
            return row
        statement = self._statement_at(row.start, row.end)
        if statement is None or statement.speaker is None:
            return row
        inside = row.anchor.sha256 == self._document.sha256
        place = (statement.start, statement.end) if inside else row.statement
        return replace(row, speaker=statement.speaker, statement=place)


def _named(row: Annotation) -> str:
    words = " ".join((row.note or row.anchor.exact).split())
    return f"{row.kind} “{words[:30]}{'…' if len(words) > 30 else ''}”"


def _without_mark(row: Annotation) -> Annotation:
    return replace(row, mark=None, kind="note" if row.note else "highlight")


def _same_place(one: Correction, other: Correction) -> bool:
    """Whether the later of two corrections stands for the earlier one."""
    if one.anchor is None or other.anchor is None:
        return one.anchor is other.anchor and one.old == other.old and one.kind == other.kind
    group = {"speaker", "dismiss", "statement"}
    alike = one.kind == other.kind or {one.kind, other.kind} <= group
    return alike and (one.start, one.end) == (other.start, other.end)
