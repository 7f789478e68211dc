"""Bad files: every acknowledged change is there again, the reader is told, and nothing is thrown away."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from annotations.ledger import recovery
from annotations.store import Store
from tests.annotations.store_rows import ARTICLE, numbers, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of a store with two folds, notes 1 to 3 in the file and 4 in the journal only; bad files get no patience."""
    monkeypatch.setattr(recovery, "PATIENCE_S", 0.0)
    place = tmp_path / "data" / "annotations.json"
    store = Store(place)
    with store.transaction("open") as change:
        change.put(ARTICLE)
    write(store, 1)
    store.fold_if_due(2)
    write(store, 2, 3)
    store.close()
    write(Store(place), 4)
    return place


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\x00" * 4000, b'{"annotations": {"x": {}}}', b'{"a": [1]}']
)
def test_a_bad_file_is_put_aside_and_rebuilt(path: Path, content: bytes) -> None:
    """Whatever stands in the file's place, the notes come back from the copy and the journal."""
    path.write_bytes(content)
    store = Store(path)
    assert numbers(store) == [1, 2, 3, 4]
    assert len(store.notices) == 1
    assert store.status.state == "saved"
    aside = list((path.parent / "annotations.json.kept").glob("bad-*"))
    assert [file.read_bytes() for file in aside] == ([content] if content else [])
    write(store, 5)
    assert numbers(Store(path)) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "content", ["Dear diary", '{"name": "harbour", "version": 2}', '[{"id": 1}]', '{"tables": {"pier": {}}}']
)
def test_a_file_that_never_was_a_store_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    """An article, an export or another program's file that is named as the store by mistake stays what it is."""
    monkeypatch.setattr(recovery, "PATIENCE_S", 0.0)
    path = tmp_path / "diary.txt"
    path.write_text(content)
    store = Store(path)
    write(store, 1)
    assert store.status.reason == "it cannot be read: it is some other file, not a store"
    store.close()
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("diary.txt", content)]


def test_a_damaged_file_without_its_journal_is_put_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a TinyDB file under the store's name is kept, and the reader told where."""
    monkeypatch.setattr(recovery, "PATIENCE_S", 0.0)
    path = tmp_path / "annotations.json"
    path.write_text('{"annotations": {"1"')
    store = Store(path)
    assert store.notices[0].endswith(": put aside in annotations.json.kept")
    assert [file.read_text() for file in tmp_path.glob("*.kept/bad-*")] == ['{"annotations": {"1"']
    write(store, 1)
    assert numbers(Store(path)) == [1]


def test_a_file_that_is_gone_is_rebuilt(path: Path) -> None:
    """Somebody deleted the TinyDB file alone."""
    path.unlink()
    store = Store(path)
    assert numbers(store) == [1, 2, 3, 4]
    assert store.notices[0].startswith("the store's file was gone")


def test_a_file_that_is_gone_with_its_journal_is_rebuilt_and_said(path: Path) -> None:
    """Notes that come back from a copy alone are not passed off as if nothing had happened."""
    path.unlink()
    path.with_name(f"{path.name}.journal").unlink()
    store = Store(path)
    assert len(numbers(store)) >= 1
    assert [notice.startswith("the store's file was gone: rebuilt from") for notice in store.notices] == [
        True
    ]


def test_a_running_store_puts_a_good_file_in_the_place_of_a_bad_one(path: Path) -> None:
    """Damage under a running program is mended from memory."""
    store = Store(path)
    path.write_bytes(path.read_bytes()[:100])
    store.refresh()
    store.refresh()
    assert numbers(store) == numbers(Store(path)) == [1, 2, 3, 4]


def damaged(path: Path, victim: Path, contents: list[bytes]) -> Iterator[tuple[int, Store]]:
    """The store opened with each of the contents in the victim's place, all else as it was."""
    saved = path.parent.with_name("saved")
    shutil.copytree(path.parent, saved)
    for number, content in enumerate(contents):
        shutil.rmtree(path.parent)
        shutil.copytree(saved, path.parent)
        victim.write_bytes(content)
        store = Store(path)
        yield number, store
        store.close()


def prefixes(data: bytes, step: int) -> list[bytes]:
    """Beginnings of the data."""
    return [data[:size] for size in range(0, len(data), step)]


def flips(data: bytes, step: int) -> list[bytes]:
    """The data with one bit of one byte turned, here and there."""
    return [data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in range(0, len(data), step)]


def test_prefixes_of_the_journal(path: Path) -> None:
    """A journal cut anywhere gives all transactions that it still holds whole, and takes new ones."""
    place = path.parent / "annotations.json.journal"
    for _, store in damaged(path, place, prefixes(place.read_bytes(), 83)):
        assert numbers(store) == [1, 2, 3]
        write(store, 5)
        assert numbers(Store(path)) == [1, 2, 3, 5]


def test_flipped_bytes_of_the_journal(path: Path) -> None:
    """A damaged line loses itself at most, never those on both sides."""
    place = path.parent / "annotations.json.journal"
    whole = place.read_bytes()
    last = whole.rstrip(b"\n").rfind(b"\n")
    for number, store in damaged(path, place, flips(whole, 61)):
        assert numbers(store) == ([1, 2, 3, 4] if number * 61 < last else [1, 2, 3])


def test_a_lost_newline_loses_nothing(path: Path) -> None:
    """Two lines that damage has joined are told apart again, for reading on and for undo."""
    place = path.parent / "annotations.json.journal"
    whole = place.read_bytes()
    newlines = [at for at, byte in enumerate(whole[:-1]) if byte == 10]
    contents = [whole[:at] + b"\x0b" + whole[at + 1 :] for at in newlines]
    for _, store in damaged(path, place, contents):
        assert numbers(store) == [1, 2, 3, 4]
        labels = [undone.label for _ in range(4) if (undone := store.undo(ARTICLE.id))]
        assert labels == ["note 4", "note 3", "note 2", "note 1"]


def test_prefixes_and_flipped_bytes_of_the_file(path: Path) -> None:
    """However the TinyDB file is cut or damaged, every acknowledged note is there as it was."""
    whole = path.read_bytes()
    for _, store in damaged(path, path, prefixes(whole, 149) + flips(whole, 47)):
        found = {row.id: row.note for row in store.annotations()}
        assert found == {f"urn:uuid:{n}": f"note {n}" for n in (1, 2, 3, 4)}


def test_a_newer_schema_is_only_read(path: Path) -> None:
    """A store of a newer version shows its notes and is not written; what is changed stays in memory, in words."""
    Store(path).close()
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":2'))
    before = path.read_bytes()
    store = Store(path)
    assert store.status.state == "read-only"
    assert [finding.what for finding in store.check()] == [
        "it is only read: it was written by a newer version of the program (schema 2)"
    ]
    write(store, 5)
    assert numbers(store) == [1, 2, 3, 4, 5]
    assert (store.status.state, store.status.reason) == (
        "unsaved",
        "it was written by a newer version of the program (schema 2)",
    )
    store.close()
    assert path.read_bytes() == before
    assert numbers(Store(path)) == [1, 2, 3, 4]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(path: Path) -> None:
    """A file that must not be read is not overwritten; it is read as soon as it can be."""
    path.chmod(0)
    store = Store(path)
    write(store, 5)
    assert store.status.state == "unsaved"
    path.chmod(0o600)
    assert store.retry().state == "saved"
    assert numbers(store) == [1, 2, 3, 4, 5]


def test_a_place_that_cannot_be_looked_at(tmp_path: Path) -> None:
    """Where the system will not even say whether there is a file, opening says why and does not fail."""
    store = Store(tmp_path / ("a" * 300))
    write(store, 1)
    assert (store.is_readable, store.status.reason) == (False, "it cannot be read: file name too long")
    assert numbers(store) == [1]


def test_a_folder_in_the_files_place(tmp_path: Path) -> None:
    """Opening a folder as a store says so and keeps what is done in memory."""
    store = Store(tmp_path)
    write(store, 1)
    assert store.status.reason == "it cannot be read: it is a folder"
    assert numbers(store) == [1]
