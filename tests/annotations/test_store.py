"""The store as the session uses it: rows in, frozen rows out, transactions that last, undo across restarts."""

from __future__ import annotations

import dataclasses
import errno
import json
from typing import TYPE_CHECKING, Any

import pytest
import tinydb

from annotations import durable
from annotations.model import Anchor, Annotation, Correction, DocumentRef
from annotations.store import Status, Store, Undone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLE = DocumentRef("urn:uuid:a", "file:///news/harbour.txt", "0" * 64, title="Harbour opens")
OTHER = DocumentRef("urn:uuid:b", "file:///old/harbour.txt", "1" * 64, url="https://paper.example/harbour")
ANCHOR = Anchor("the harbour", "Work on ", " went on.", 8, 19, "0" * 64)
NOTE = Annotation(
    "urn:uuid:1", ARTICLE.id, ANCHOR, kind="note", note="Ask who pays.", tags=("money",), start=8, end=19
)
MARK = Annotation("urn:uuid:2", ARTICLE.id, ANCHOR, colour="red", statement=(0, 20), start=8, end=19)
RENAME = Correction("urn:uuid:3", ARTICLE.id, "rename", value="Ada Lund", old="Lund")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Of a store that does not exist yet, in a folder that does not either."""
    return tmp_path / "data" / "annotations.json"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A store with an article, a note, a highlight and a correction."""
    opened = Store(path)
    with opened.transaction("mark up", ARTICLE.id) as change:
        for row in (ARTICLE, NOTE, MARK, RENAME):
            change.put(row)
    yield opened
    opened.close()


def bare(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    """The rows without their time stamps."""
    return tuple(dataclasses.replace(row, created="", modified="") for row in rows)


def test_rows_come_back_as_they_were_put(store: Store, path: Path) -> None:
    """Nothing of a row is lost on the way to the disk and back, before and after a fold."""
    for _ in range(2):
        assert bare(store.articles()) == (ARTICLE,)
        assert bare(store.annotations(ARTICLE.id)) == (NOTE, MARK)
        assert bare(store.corrections()) == (RENAME,)
        assert store.annotations("urn:uuid:b") == ()
        again = Store(path)
        assert again.annotations() == store.annotations()
        assert again.status == Status("saved")
        again.close()


def test_time_stamps_are_filled_and_follow_changes(store: Store) -> None:
    """A change of the reader's moves `modified`; finding the passage again does not; given stamps are kept."""
    first = store.annotations()[0]
    assert first.created == first.modified != ""
    with store.transaction("resolve", ARTICLE.id) as change:
        change.put(dataclasses.replace(first, state="moved", start=9, end=20))
    assert store.annotations()[0].modified == first.modified
    with store.transaction("import", ARTICLE.id) as change:
        change.put(dataclasses.replace(first, note="Paid.", modified="2020-01-02T03:04:05.000Z"))
    assert store.annotations()[0].modified == "2020-01-02T03:04:05.000Z"
    assert store.annotations()[0].state == "exact"


def test_an_exception_discards_the_transaction(store: Store, path: Path) -> None:
    """A half made change never reaches the rows or the disk."""
    before = store.annotations()

    def broken() -> None:
        with store.transaction("break") as change:
            change.delete(NOTE.id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert store.annotations() == before
    assert Store(path).annotations() == before


def test_delete_leaves_a_tombstone_and_purge_does_not(store: Store) -> None:
    """A deleted row is out of sight but known, so that a merge does not bring it back."""
    with store.transaction("delete", ARTICLE.id) as change:
        change.delete(NOTE.id)
    assert bare(store.annotations()) == (MARK,)
    assert [row.deleted is not None for row in store.annotations(deleted=True)] == [True, False]
    with store.transaction("purge") as change:
        change.purge(NOTE.id)
    assert bare(store.annotations(deleted=True)) == (MARK,)
    assert store.undo(ARTICLE.id) == Undone("delete", (), ("“a note” is gone for good",))


def test_purge_spares_what_another_window_brought_back(store: Store, path: Path) -> None:
    """Between looking for tombstones and purging them one of them can come to life again."""
    with store.transaction("delete", ARTICLE.id) as change:
        change.delete(NOTE.id)
    other = Store(path)
    with store.transaction("purge") as change:
        change.purge(NOTE.id)
        other.undo()
    assert bare(store.annotations()) == (NOTE, MARK)


def test_undo_and_redo_walk_the_changes_across_restarts(store: Store, path: Path) -> None:
    """Undo goes back one transaction at a time, redo forward, also after the program was closed in between."""
    first = store.annotations()[0]
    for note in ("one", "two"):
        with store.transaction(f"write {note}", ARTICLE.id) as change:
            change.put(dataclasses.replace(store.annotations()[0], note=note))
    notes = []
    for act in ("undo", "undo", "undo", "undo", "redo", "redo", "redo", "redo"):
        store.close()
        store = Store(path)
        undone = getattr(store, act)(ARTICLE.id)
        notes.append((undone and undone.label, *(row.note for row in store.annotations()[:1])))
    assert notes == [
        ("write two", "one"),
        ("write one", first.note),
        ("mark up",),
        (None,),
        ("mark up", first.note),
        ("write one", "one"),
        ("write two", "two"),
        (None, "two"),
    ]
    assert bare(store.annotations())[1:] == (MARK,)


def test_a_new_change_ends_what_can_be_redone(store: Store) -> None:
    """After an undo and another change, redo has nothing to say and undo takes the other change back."""
    with store.transaction("recolour", ARTICLE.id) as change:
        change.put(dataclasses.replace(store.annotations()[1], colour="blue"))
    assert store.undo(ARTICLE.id) is not None
    with store.transaction("tag", ARTICLE.id) as change:
        change.put(dataclasses.replace(store.annotations()[1], tags=("x",)))
    assert store.redo(ARTICLE.id) is None
    assert store.undo(ARTICLE.id) == Undone("tag", (MARK.id,), ())
    assert bare(store.annotations()) == (NOTE, MARK)


def test_undo_leaves_what_another_window_changed(store: Store, path: Path) -> None:
    """Only fields that still have the undone change's value go back; the others are named."""
    with store.transaction("rewrite", ARTICLE.id) as change:
        change.put(dataclasses.replace(store.annotations()[0], note="Mine.", colour="green"))
    window = Store(path)
    with window.transaction("recolour", ARTICLE.id) as change:
        change.put(dataclasses.replace(window.annotations()[0], colour="purple"))
    assert store.refresh()
    window.close()
    path.with_name("annotations.json.journal").write_bytes(b"".join(without(path, "recolour")))
    undone = Store(path).undo(ARTICLE.id)
    assert undone == Undone("rewrite", (NOTE.id,), ("the colour of “the harbour”, changed since",))
    assert Store(path).annotations()[0].colour == "purple"
    assert Store(path).annotations()[0].note == NOTE.note


def without(path: Path, label: str) -> list[bytes]:
    """The lines of the journal but for those with a label: as if another program had made that change."""
    lines = path.with_name("annotations.json.journal").read_bytes().splitlines(keepends=True)
    return [line for line in lines if f'"label":"{label}"'.encode() not in line]


def test_undo_goes_on_where_all_was_changed_since(store: Store) -> None:
    """An undo that finds nothing left to put back is remembered, and the next one takes the change before."""
    for note in ("one", "two"):
        with store.transaction(note, ARTICLE.id) as change:
            change.put(dataclasses.replace(store.annotations()[0], note=note))
    with store.transaction("", ARTICLE.id) as change:
        change.put(dataclasses.replace(store.annotations()[0], note="not the reader's"))
    kept = ("the note of “the harbour”, changed since",)
    assert [store.undo(ARTICLE.id) for _ in range(2)] == [Undone("two", (), kept), Undone("one", (), kept)]
    assert [store.redo(ARTICLE.id) for _ in range(3)] == [Undone("one", (), ()), Undone("two", (), ()), None]


def test_undo_says_when_the_journal_cannot_be_read(store: Store) -> None:
    """A journal that cannot be read is no empty one: an older change must not be undone in its place."""

    class Unreadable(durable.Operations):
        def read(self, path: Path, start: int = 0) -> bytes:
            raise OSError(errno.EIO, "broken")

    before = store.annotations()
    with durable.using(Unreadable()):
        assert store.undo(ARTICLE.id) is None
    assert store.notices == ("nothing was changed: the journal cannot be read, the disk reports an error",)
    assert store.annotations() == before


def test_two_windows_merge_field_by_field(store: Store, path: Path) -> None:
    """Each window changes another field of one annotation from what it knew: both changes last."""
    window = Store(path)
    known = window.annotations()[0]
    with store.transaction("recolour", ARTICLE.id) as change:
        change.put(dataclasses.replace(known, colour="blue"))
    with window.transaction("note", ARTICLE.id) as change:
        change.put(dataclasses.replace(known, note="Changed."), was=known)
    assert store.refresh()
    assert not store.refresh()
    for opened in (store, window, Store(path)):
        row = opened.annotations()[0]
        assert (row.colour, row.note) == ("blue", "Changed.")


def test_what_is_written_on_a_row_deleted_meanwhile_brings_it_back(store: Store, path: Path) -> None:
    """A note that another window deleted while it was being edited is not lost with what was written."""
    window = Store(path)
    known = window.annotations()[0]
    with store.transaction("delete", ARTICLE.id) as change:
        change.delete(known.id)
    with window.transaction("", ARTICLE.id) as change:
        change.put(dataclasses.replace(known, colour="blue", state="moved"), was=known)
    assert known.id not in {row.id for row in window.annotations()}
    with window.transaction("edit", ARTICLE.id) as change:
        change.put(dataclasses.replace(known, note="Changed."), was=known)
    assert "Changed." in {row.note for row in window.annotations()}
    window.undo(ARTICLE.id)
    assert known.id not in {row.id for row in window.annotations()}


def test_fields_of_others_stay(store: Store, path: Path) -> None:
    """What a newer version or another program put into a row is there after our changes to it."""
    table = store.database.table("annotations")
    table.update({"seen-by": ["Ada"]}, doc_ids=[1])
    with store.transaction("note", ARTICLE.id) as change:
        change.put(dataclasses.replace(store.annotations()[0], note="New."))
    store.close()
    row = tinydb.TinyDB(path).table("annotations").get(doc_id=1)
    assert (row["seen-by"], row["note"]) == (["Ada"], "New.")


def test_the_file_is_a_tinydb_file_with_one_row_a_line(store: Store, path: Path) -> None:
    """Plain TinyDB reads the folded file; tools that work by lines see rows."""
    assert store.fold_if_due(0.5) is False
    assert store.fold_if_due(1.5) is True
    assert store.fold_if_due(9.0) is False
    with tinydb.TinyDB(path) as plain:
        assert plain.tables() == {"articles", "annotations", "corrections", "meta"}
        found = plain.table("annotations").search(tinydb.Query().colour == "red")
    assert [row["id"] for row in found] == [MARK.id]
    rows = [line for line in path.read_text().splitlines() if '"urn:uuid:' in line]
    assert [json.loads(line.partition(": ")[2].rstrip(","))["id"] for line in rows] == [
        ARTICLE.id,
        NOTE.id,
        MARK.id,
        RENAME.id,
    ]


def test_find_knows_text_place_and_url_together(store: Store) -> None:
    """A renamed, moved, edited or downloaded article is known; two of one name are not mixed."""
    with store.transaction("open") as change:
        change.put(OTHER)
    found = {
        "same text elsewhere": store.find(uri="file:///new.txt", sha256="0" * 64),
        "edited in place": store.find(uri=ARTICLE.uri, sha256="9" * 64),
        "another copy of the page": store.find(uri="file:///x.html", sha256="9" * 64, url=OTHER.url),
        "another page saved over it": store.find(
            uri=OTHER.uri, sha256="9" * 64, url="https://paper.example/two"
        ),
        "same name, other folder": store.find(uri="file:///three/harbour.txt", sha256="9" * 64),
    }
    assert {name: ref and ref.id for name, ref in found.items()} == {
        "same text elsewhere": ARTICLE.id,
        "edited in place": ARTICLE.id,
        "another copy of the page": OTHER.id,
        "another page saved over it": None,
        "same name, other folder": None,
    }


def test_texts_are_kept_by_their_own_hash(store: Store) -> None:
    """A kept text comes back whole; an unknown name, or one that is no hash, gives None."""
    from annotations.text import sha256

    text = "Work on the harbour went on — «slowly».\n" * 9
    store.keep_text(text)
    assert store.text(sha256(text)) == text
    assert store.text("0" * 64) is None
    assert store.text("../annotations") is None
