"""Other programs write the TinyDB file: what they did is taken in, what they did not know of is not lost."""

from __future__ import annotations

import errno
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
import tinydb

from annotations import durable
from annotations.ledger import recovery
from annotations.store import Store
from tests.annotations.store_rows import ARTICLE, note, numbers, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of a store with an article and notes 1 to 3, folded and closed."""
    place = tmp_path / "annotations.json"
    monkeypatch.setattr(recovery, "SETTLE_S", 0.0)
    store = Store(place)
    with store.transaction("open") as change:
        change.put(ARTICLE)
    write(store, 1, 2, 3)
    store.close()
    return place


def plain_row(number: int, **fields: Any) -> dict[str, Any]:
    """A note as another program writes it."""
    from annotations import schema

    return {**schema.encode(note(number)), **fields}


@pytest.mark.parametrize("running", [True, False])
def test_what_plain_tinydb_did_is_taken_in(path: Path, running: bool) -> None:
    """Rows added, changed and removed by plain TinyDB arrive, field by field, and one undo takes all of it back."""
    store = Store(path) if running else None
    with tinydb.TinyDB(path) as plain:
        table = plain.table("annotations")
        table.insert(plain_row(9))
        table.update({"note": "theirs", "stars": 5}, doc_ids=[2])
        table.remove(doc_ids=[3])
        plain.table("scores").insert({"points": 7})
    store = store or Store(path)
    store.refresh()
    assert numbers(store) == [1, 2, 9]
    assert store.notices == ("changed outside by another program: 1 changed, 2 added, 1 deleted",)
    assert [row.note for row in store.annotations()] == ["note 1", "theirs", "note 9"]
    assert [row.id for row in store.annotations(deleted=True) if row.deleted] == ["urn:uuid:3"]
    assert tinydb.TinyDB(path).table("scores").all() == [{"points": 7}]
    undone = store.undo()
    assert undone is not None
    assert undone.label == "changed outside"
    assert numbers(store) == [1, 2, 3]
    assert [row.note for row in store.annotations()] == ["note 1", "note 2", "note 3"]
    store.close()
    with tinydb.TinyDB(path) as plain:
        assert plain.table("scores").all() == []
    store = Store(path)
    store.redo()
    store.close()
    with tinydb.TinyDB(path) as plain:
        assert plain.table("scores").all() == [{"points": 7}]


def test_changes_since_the_fold_survive_a_foreign_write(path: Path) -> None:
    """A program that knew only the last fold cannot take away what the journal holds beyond it."""
    store = Store(path)
    write(store, 4)
    with store.transaction("recolour", ARTICLE.id) as change:
        change.put(note(2, colour="red"))
    with tinydb.TinyDB(path) as plain:
        plain.table("annotations").update({"note": "theirs"}, doc_ids=[2])
        plain.table("annotations").insert(plain_row(9))
    write(store, 5)
    for opened in (store, Store(path)):
        assert numbers(opened) == [1, 2, 3, 4, 5, 9]
        assert [(row.note, row.colour) for row in opened.annotations()][1] == ("theirs", "red")


def test_a_stale_file_over_a_fold_loses_nothing(path: Path, tmp_path: Path) -> None:
    """An older file put back, as it was or with a row added, brings no deletion: the rest is put back."""
    shutil.copy(path, tmp_path / "old.json")
    store = Store(path)
    write(store, 4)
    store.close()
    shutil.copy(tmp_path / "old.json", path)
    store = Store(path)
    assert numbers(store) == [1, 2, 3, 4]
    store.close()
    with tinydb.TinyDB(tmp_path / "old.json") as plain:
        plain.table("annotations").insert(plain_row(9))
        plain.table("annotations").remove(doc_ids=[1])
    shutil.copy(tmp_path / "old.json", path)
    assert numbers(Store(path)) == [1, 2, 3, 4, 9]


def test_a_store_of_another_machine_is_merged_by_time(path: Path, tmp_path: Path) -> None:
    """Two copies of a store, changed apart and then copied over each other: newer rows win, none is lost."""
    other = tmp_path / "other" / "annotations.json"
    other.parent.mkdir()
    shutil.copy(path, other)
    here, there = Store(path), Store(other)
    write(here, 4)
    with here.transaction("here") as change:
        change.put(note(1, note="here", modified="2031-01-01T00:00:00.000Z"))
        change.put(note(2, note="here", modified="2031-01-01T00:00:00.000Z"))
    write(there, 5, 6, 7)
    with there.transaction("there") as change:
        change.put(note(1, note="there", modified="2030-01-01T00:00:00.000Z"))
        change.put(note(2, note="there", modified="2032-01-01T00:00:00.000Z"))
        change.delete("urn:uuid:3")
    here.close()
    there.close()
    shutil.copy(other, path)
    store = Store(path)
    assert numbers(store) == [1, 2, 4, 5, 6, 7]
    assert [row.note for row in store.annotations()][:2] == ["here", "there"]


def test_a_plain_tinydb_file_becomes_a_store(tmp_path: Path) -> None:
    """A file that another program began is adopted: rows of ours with no id get one, the rest is kept as it is."""
    path = tmp_path / "annotations.json"
    with tinydb.TinyDB(path) as plain:
        plain.table("annotations").insert(plain_row(1))
        row = plain_row(2)
        del row["id"]
        plain.table("annotations").insert(row)
        plain.insert({"free": float("inf"), "big": 2**70, "odd": "\ud800"})
    for _ in range(2):
        store = Store(path)
        assert [row.note for row in store.annotations()] == ["note 1", "note 2"]
        store.close()
    with tinydb.TinyDB(path) as plain:
        assert plain.all() == [{"free": float("inf"), "big": 2**70, "odd": "\ud800"}]


def test_two_rows_of_one_id_are_both_kept(path: Path) -> None:
    """A program that copied a row with its id cannot hide either of the two."""
    with tinydb.TinyDB(path) as plain:
        plain.table("annotations").insert(plain_row(1, note="a copy"))
    store = Store(path)
    assert sorted(row.note for row in store.annotations()) == ["a copy", "note 1", "note 2", "note 3"]
    assert len({row.id for row in store.annotations()}) == 4


def test_a_hand_edit_is_taken_in(path: Path) -> None:
    """Somebody mends a note in a text editor, in the layout that the store wrote."""
    path.write_text(path.read_text().replace('"note":"note 2"', '"note":"a note of mine"'))
    assert [row.note for row in Store(path).annotations()] == ["note 1", "a note of mine", "note 3"]


def test_emptied_tables_are_put_back(path: Path) -> None:
    """`drop_tables` takes the sequence number with it, so that counts as lost, not as deleted."""
    with tinydb.TinyDB(path) as plain:
        plain.drop_tables()
    store = Store(path)
    assert numbers(store) == [1, 2, 3]
    store.fold_if_due(5)
    assert len(json.loads(path.read_text())["annotations"]) == 3


class LateRow(durable.Operations):
    """Lets a plain TinyDB program write a row just before the file is replaced, and fails the write after that."""

    def __init__(self) -> None:
        self.due = self.fails = True

    def rename(self, old: Path, new: Path) -> None:
        if self.due and new.name == "annotations.json":
            self.due = False
            with tinydb.TinyDB(new) as plain:
                plain.table("annotations").insert(plain_row(9))
        super().rename(old, new)

    def write(self, descriptor: int, data: bytes) -> int:
        if not self.due and self.fails:
            self.fails = False
            raise OSError(errno.ENOSPC, "no space")
        return super().write(descriptor, data)


def test_a_row_written_at_the_last_moment_is_tried_again_on_closing(path: Path) -> None:
    """What another program wrote while the file was being replaced is not dropped when it cannot be saved at once."""
    store = Store(path)
    write(store, 4)
    with durable.using(LateRow()):
        store.close()
    assert numbers(Store(path)) == [1, 2, 3, 4, 9]
