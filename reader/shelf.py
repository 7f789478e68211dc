"""The rows of one article: as the store holds them, and as they are shown meanwhile.

Attributes that end in `_on_disk` belong to the store's thread; everything else to the owner's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotations.model import Correction
from reader.placed import Placed
from reader.reference import reference, updated
from reader.saving import Change, Saving
from reader.study import Found, find_again, is_still
from reader.wording import lost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from annotations.model import Annotation, DocumentRef
    from annotations.store import Store, Undone
    from reader.background import Keeper, Worker
    from reader.document.model import Document


_Move = tuple["Annotation | Correction", "Annotation | Correction"]
"""A row as it stands now, and as it was when it was looked for."""
_NOTHING: Mapping[str, Annotation | None] = {}


class Shelf:
    """What the store holds of one article, changed at once and saved behind.

    Attributes:
        placed: the living annotations.
        corrections: living ones.
        ref: the article as the store knows it, or as it will.
        loaded: what the store holds has arrived.
        known: the store knows the article.
        saving: what is under way with the store.
    """

    def __init__(
        self,
        document: Document,
        keeper: Keeper,
        worker: Worker,
        listen: Callable[[Change], None],
        uri: str,
        title: str | None = None,
    ) -> None:
        self.saving = Saving(keeper, listen)
        self.saving.settled = self._look_again
        self._worker = worker
        self._listen = listen
        self._document = document
        self._stale = False
        self._ref_on_disk: DocumentRef | None = None
        self.placed = Placed()
        self.corrections: tuple[Correction, ...] = ()
        self.ref = reference(document, uri, title)
        self.loaded = False
        self.known = False

    # Changes

    def put(self, label: str, *rows: Annotation) -> None:
        """Show these annotations in place of those with their ids, and save them as one change."""
        was = {row.id: self.placed.get(row.id) for row in rows}
        for row in rows:
            self.placed.put(row)
        self.save(label, rows, was=was)
        self._listen(Change("annotations"))

    def remove(self, label: str, id: str) -> None:
        """Show the annotation no more, and delete it; `undo` brings it back."""
        self.placed.discard(id)
        self.save(label, (), [id])
        self._listen(Change("annotations"))

    def put_correction(self, label: str, row: Correction, instead_of: Sequence[Correction]) -> None:
        """Let a correction hold in place of earlier ones."""
        self.corrections = (*(c for c in self.corrections if c not in instead_of), row)
        self.save(label, (row,), [c.id for c in instead_of])
        self._listen(Change("corrections"))

    def save(
        self,
        label: str,
        rows: Iterable[Annotation | Correction],
        gone: Iterable[str] = (),
        was: Mapping[str, Annotation | None] = _NOTHING,
    ) -> None:
        """Put rows and delete others as one transaction.

        Args:
            label: empty for a change that undo passes over.
            rows: as they are to be.
            gone: ids of those to delete.
            was: the rows as they were shown before, by id: what another window changed in them since then stays.
        """
        fresh, document = self.ref, self._document

        def job(store: Store) -> None:
            ref = self._ref_on_disk or self._adopt_on_disk(store, fresh, document)
            if ref is None:
                ref = self._ref_on_disk = fresh
                with store.transaction("", ref.id) as change:
                    change.put(ref)
                store.keep_text(document.text)
            with store.transaction(label, ref.id) as change:
                for id in gone:
                    change.delete(id)
                for row in rows:
                    change.put(replace(row, article=ref.id), was.get(row.id))

        self.known = True
        self.saving.submit(job, quiet=not label)

    def undo(self) -> None:
        """Take back the article's last change."""
        self.saving.submit(
            lambda store: self._step_on_disk(store, store.undo), lambda step: self._took("undid", step)
        )

    def redo(self) -> None:
        """Do again what was undone last."""
        self.saving.submit(
            lambda store: self._step_on_disk(store, store.redo), lambda step: self._took("did again", step)
        )

    def look_around(self, idle_s: float) -> None:
        """Take in what other programs wrote, retry what could not be saved, fold when idle."""

        def look(store: Store) -> bool:
            if store.status.state == "unsaved":
                store.retry()
            news = store.refresh()
            store.fold_if_due(idle_s)
            return news

        if not self.saving.pending:
            self.saving.submit(look, lambda news: self._seen() if news else None, quiet=True)

    def _seen(self) -> None:
        """Others wrote to the store: show it; where this article was new to it, it may not be any more."""
        if self.known:
            self._reload()
        else:
            self.attach(self._document)

    def _adopt_on_disk(self, store: Store, fresh: DocumentRef, document: Document) -> DocumentRef | None:
        """The article's row, where another window made it since this one looked."""
        store.refresh()
        ref = store.find(uri=fresh.uri, sha256=document.sha256, url=document.metadata.url)
        if ref is None or not is_still(ref, document, store.text):
            return None
        self._ref_on_disk = ref
        self._stale = True
        return ref

    def _step_on_disk(
        self, store: Store, step: Callable[[str | None], Undone | None]
    ) -> tuple[Undone | None, Placed, tuple[Correction, ...]]:
        if self._ref_on_disk is None:
            return None, Placed(), ()
        return step(self._ref_on_disk.id), *_held(store, self._ref_on_disk)

    def _took(self, verb: str, step: tuple[Undone | None, Placed, tuple[Correction, ...]]) -> None:
        undone, placed, corrections = step
        if undone is None:
            self._listen(Change("status", f"nothing to {'undo' if verb == 'undid' else 'redo'}"))
            return
        self._take(placed, corrections)
        stays = f"; kept: {', '.join(undone.kept)}" if undone.kept else ""
        self._listen(Change("annotations", f"{verb}: {undone.label}{stays}"))

    def carry(self, placed: Placed, corrections: tuple[Correction, ...]) -> None:
        """Show these rows, found in a text that takes the place of this one, until the store was asked for it."""
        self.placed, self.corrections = placed, corrections

    # What the store holds

    def attach(self, document: Document, near: tuple[int, int] | None = None) -> None:
        """Fetch what the store holds of this article, and find its passages in this text.

        Args:
            near: a range of the text: where the text is as the store knows it, what stands there is shown at once.
        """
        self._document = document
        uri = self.ref.uri
        if near is not None:
            self._glance(document, uri, near)

        def fetch(store: Store) -> tuple[Found, Placed, bool]:
            ref = store.find(uri=uri, sha256=document.sha256, url=document.metadata.url)
            if ref is None or not is_still(ref, document, store.text):
                return Found(None, (), (), {}), Placed(), True
            self._ref_on_disk = ref
            _join_twins(store, ref)
            placed, corrections = _held(store, ref)
            found = Found(ref, placed.rows, corrections, {})
            shas = {r.anchor.sha256 for r in found.rows if r.anchor} - {document.sha256}
            found = replace(found, texts={sha: store.text(sha) for sha in shas})
            return found, placed, ref.sha256 == document.sha256 and all(map(_placed, found.rows))

        self.saving.submit(fetch, lambda fetched: self._found(fetched, document), quiet=True)

    def _glance(self, document: Document, uri: str, near: tuple[int, int]) -> None:
        """Show what stands in a range, until all that the store holds has arrived."""

        def look(store: Store) -> Placed:
            ref = store.find(uri=uri, sha256=document.sha256, url=document.metadata.url)
            if ref is None or ref.sha256 != document.sha256:
                return Placed()
            return Placed(store.annotations_over(ref.id, *near), whole=False)

        def show(placed: Placed) -> None:
            if document is self._document and placed.rows and not (self.loaded or self.placed.rows):
                self.placed = placed
                self._listen(Change("annotations"))

        self.saving.submit(look, show, quiet=True)

    def _found(self, fetched: tuple[Found, Placed, bool], document: Document) -> None:
        found, placed, settled = fetched
        if document is not self._document:
            return
        if found.ref is None:
            self.loaded = True
            self._listen(Change("annotations"))
            return
        self.known = True
        self.ref = updated(found.ref, reference(document, self.ref.uri, self.ref.title))
        if settled:
            self._settle(found, placed, (), document)
            return
        self._worker.run(
            find_again,
            document.text,
            document.sha256,
            found,
            then=lambda now: self._put_in_order(found, now, document),
            failed=lambda error: self._settle(found, placed, (), document),
        )

    def _put_in_order(self, before: Found, now: Found, document: Document) -> None:
        """Put in order what was found again: on the store's thread, since there can be very much of it."""
        self.saving.submit(
            lambda store: (Placed(now.annotations), _moved(before, now)),
            lambda done: self._settle(now, done[0], done[1], document),
            quiet=True,
        )

    def _settle(self, found: Found, placed: Placed, moved: Sequence[_Move], document: Document) -> None:
        """Show what was found, and keep where it now stands."""
        if document is not self._document:
            return
        self.loaded = True
        self._take(placed, found.corrections)
        if moved or found.ref != self.ref:
            self._keep_places(moved, document)
        gone = lost(row for row, _ in moved if isinstance(row, Correction))
        news = [placed.news() if moved else "", gone]
        self._listen(Change("annotations", "; ".join(filter(None, news))))

    def _keep_places(self, moved: Sequence[_Move], document: Document) -> None:
        """Save where rows stand now; `moved` has each with what it was when it was looked for."""
        ref = self.ref

        def keep(store: Store) -> None:
            self._ref_on_disk = ref
            with store.transaction("", ref.id) as change:
                change.put(ref)
                for row, was in moved:
                    change.put(row, was)
            if store.annotations(ref.id):
                store.keep_text(document.text)

        self.saving.submit(keep, quiet=True)

    def _take(self, placed: Placed, corrections: Sequence[Correction]) -> None:
        """Show the store's rows, unless changes are under way that they do not hold yet: then look after those."""
        self._stale = bool(self.saving.pending)
        if self._stale:
            return
        self.placed = placed
        changed = tuple(corrections) != self.corrections
        self.corrections = tuple(corrections)
        if changed:
            self._listen(Change("corrections"))

    def _look_again(self) -> None:
        if self._stale:
            self._reload()

    def _reload(self) -> None:
        def take(rows: tuple[Placed, tuple[Correction, ...]]) -> None:
            self._take(*rows)
            self._listen(Change("annotations"))

        self._stale = False
        self.saving.submit(
            lambda store: _held(store, self._ref_on_disk) if self._ref_on_disk else (Placed(), ()),
            take,
            quiet=True,
        )


def _moved(before: Found, now: Found) -> list[_Move]:
    old = {row.id: row for row in before.rows}
    return [(row, old[row.id]) for row in now.rows if old[row.id] != row]


def _held(store: Store, ref: DocumentRef) -> tuple[Placed, tuple[Correction, ...]]:
    """What the store holds of an article; put in order on its own thread, so that no key waits for it."""
    return Placed(store.annotations(ref.id)), store.corrections(ref.id)


def _join_twins(store: Store, ref: DocumentRef) -> None:
    """Two windows can make an article's row at the same moment: let all rows be those of one."""
    twins = [a.id for a in store.articles() if a.id != ref.id and (a.uri, a.sha256) == (ref.uri, ref.sha256)]
    rows: list[Annotation | Correction] = []
    for id in twins:
        rows += [*store.annotations(id), *store.corrections(id)]
    if rows:
        with store.transaction("", ref.id) as change:
            for row in rows:
                change.put(replace(row, article=ref.id))


def _placed(row: Annotation | Correction) -> bool:
    return row.anchor is None or row.start is not None or row.state == "orphan"
