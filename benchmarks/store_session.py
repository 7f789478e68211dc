"""A session with the store, and operations that record it or fail: what the power and fault trials play."""

from __future__ import annotations

import dataclasses
import os
from typing import TYPE_CHECKING

from annotations import durable
from annotations.ledger import fold
from annotations.store import Store
from benchmarks.store_data import annotation, article

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOTES = 7


def play(path: Path, acknowledge: Callable[[int], None] = lambda number: None) -> Store:
    """Write notes, with folds, a journal put away, a kept text and an undo; the store is left open.

    Args:
        path: of the store.
        acknowledge: told the number of each note once the store says that all is saved.
    """
    previous, fold.JOURNAL = fold.JOURNAL, 3000
    try:
        store = Store(path)
        for number in range(NOTES):
            with store.transaction("note", article(0).id) as change:
                change.put(article(0))
                change.put(annotation(number, 0))
            if store.status.state == "saved":
                acknowledge(number)
            if number % 2:
                store.fold_if_due(9.0)
            if number == NOTES // 2:
                store.keep_text("The harbour's text.")
                with store.transaction("recolour", article(0).id) as change:
                    change.put(dataclasses.replace(annotation(0, 0), colour="red"))
                store.undo(article(0).id)
        return store
    finally:
        fold.JOURNAL = previous


def held(store: Store) -> set[int]:
    """The numbers of the notes that a store holds, unharmed."""
    rows = {row.id: row for row in store.annotations()}
    notes = {number: annotation(number, 0) for number in range(NOTES)}
    return {number for number, note in notes.items() if note.id in rows and rows[note.id].note == note.note}


class Recorder(durable.Operations):
    """Does all operations, and records those that change anything.

    Attributes:
        record: tuples of an operation's name, a path or the number of an open file, and what belongs to it.
    """

    def __init__(self) -> None:
        self.record: list[tuple[object, ...]] = []
        self._files: dict[int, int] = {}
        self._inodes: dict[int, int] = {}

    def create(self, path: Path) -> int:
        """Record the file's new content as its own."""
        descriptor = super().create(path)
        self._files[descriptor] = self._number(descriptor)
        self.record.append(("create", path, self._files[descriptor]))
        return descriptor

    def open_append(self, path: Path) -> int:
        """Record a file that is made by this."""
        new = not path.exists()
        descriptor = super().open_append(path)
        self._files[descriptor] = self._number(descriptor)
        if new:
            self.record.append(("create", path, self._files[descriptor]))
        return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        """Record the bytes."""
        self.record.append(("write", self._files[descriptor], data))
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        """Record which file."""
        super().sync(descriptor)
        self.record.append(("sync", self._files[descriptor]))

    def truncate(self, descriptor: int, size: int) -> None:
        """Record the size."""
        super().truncate(descriptor, size)
        self.record.append(("truncate", self._files[descriptor], size))

    def rename(self, old: Path, new: Path) -> None:
        """Record both names."""
        super().rename(old, new)
        self.record.append(("rename", old, new))

    def unlink(self, path: Path) -> None:
        """Record the name."""
        super().unlink(path)
        self.record.append(("unlink", path))

    def make_folder(self, path: Path) -> None:
        """Record the name."""
        super().make_folder(path)
        self.record.append(("folder", path))

    def sync_folder(self, path: Path) -> None:
        """Record the name."""
        super().sync_folder(path)
        self.record.append(("sync folder", path))

    def _number(self, descriptor: int) -> int:
        inode = os.fstat(descriptor).st_ino
        fresh = os.fstat(descriptor).st_size == 0
        if fresh or inode not in self._inodes:
            self._inodes[inode] = len(self._inodes) + 1000 * len(self.record)
        return self._inodes[inode]


class Failing(durable.Operations):
    """Does the operations until it comes to one that is to fail.

    Attributes:
        count: how many were asked for.
    """

    def __init__(self, at: int, code: int, *, for_ever: bool) -> None:
        self.count = 0
        self._at, self._code, self._for_ever = at, code, for_ever
        for name in (
            name for name in vars(durable.Operations) if not name.startswith("_") and name != "close"
        ):
            setattr(self, name, self._guarded(getattr(self, name)))

    def _guarded(self, act: Callable[..., object]) -> Callable[..., object]:
        def guarded(*arguments: object) -> object:
            self.count += 1
            if self.count == self._at or (self._for_ever and self.count > self._at):
                raise OSError(self._code, os.strerror(self._code))
            return act(*arguments)

        return guarded
