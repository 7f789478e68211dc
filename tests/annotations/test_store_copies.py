"""The kept copies: which stay, and that a clock cannot spoil them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotations.ledger import kept
from annotations.store import Store
from tests.annotations.store_rows import folded, numbers, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Of a store with an article and notes 1 to 3, folded and closed."""
    return folded(tmp_path)


def test_a_clock_that_was_wrong_holds_up_no_copy(path: Path) -> None:
    """A copy dated in the future is neither taken for the newest nor the last one that is ever made."""
    folder = path.parent / "annotations.json.kept"
    (copy,) = folder.glob("copy-*")
    copy.rename(folder / f"copy-20990101T000000Z-{copy.name[-20:]}")
    for number in (4, 5):
        store = Store(path)
        write(store, number)
        store.close()
    newest, oldest = kept.copies(folder)[::-1]
    assert newest.sequence > oldest.sequence
    assert oldest.time.startswith("2099")
    path.write_bytes(b"{ torn")
    assert numbers(Store(path)) == [1, 2, 3, 4, 5]
    kept.thin_copies(folder, 1)
    assert kept.copies(folder) == (newest,)


def test_copies_are_thinned_by_age(path: Path) -> None:
    """Of many copies the newest stay close together and the oldest is kept: history reaches far back."""
    folder = path.parent / "annotations.json.kept"
    for file in folder.glob("copy-*"):
        file.unlink()
    store = Store(path, backups=4)
    for hour in range(12):
        (folder / f"copy-20260101T{hour:02d}0000Z-{hour:012d}.json.gz").write_bytes(b"")
    kept.thin_copies(folder, 4)
    assert [copy.sequence for copy in kept.copies(folder)] == [0, 6, 10, 11]
    store.close()
