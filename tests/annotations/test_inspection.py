"""A look at a store: it names what is wrong, and touches nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import tinydb

from annotations import schema
from annotations.inspection import Inspection, inspect
from annotations.store import Store
from tests.annotations.store_rows import folded, note


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Of a store with an article and notes 1 to 3, folded and closed."""
    return folded(tmp_path)


def _content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _spoil(path: Path, how: str) -> None:
    if how == "gone":
        path.unlink()
    elif how == "foreign":
        with tinydb.TinyDB(path) as database:
            database.table("annotations").insert(schema.encode(note(9)))
        os.utime(path, (1e9, 1e9))
    else:
        path.write_bytes({"torn": b"{ torn", "empty": b""}[how])


@pytest.mark.parametrize(
    ("how", "said", "holds"),
    [
        ("sound", "", 3),
        ("torn", "it can be rebuilt from the copy of", 3),
        ("empty", "it is gone; it can be rebuilt from the copy of", 3),
        ("gone", "it is gone; it can be rebuilt from the copy of", 3),
        ("foreign", "", 4),
    ],
)
def test_a_look_changes_nothing(path: Path, how: str, said: str, holds: int) -> None:
    """Looking at a store names what is wrong and leaves every file as it is; opening it then mends it."""
    if how != "sound":
        _spoil(path, how)
    before = _content(path.parent)
    seen = inspect(path)
    assert _content(path.parent) == before
    assert (len(seen.findings), seen.annotations, seen.articles) == (bool(said), holds, 1)
    assert all(said in finding.what for finding in seen.findings)
    store = Store(path)
    assert len(store.annotations()) == holds
    store.close()
    assert inspect(path).findings == ()


def test_a_look_makes_nothing_where_there_is_no_store(tmp_path: Path) -> None:
    """Whoever checks the wrong place finds nothing there afterwards either."""
    assert inspect(tmp_path / "data" / "annotations.json") == Inspection((), (), 0, 0)
    assert list(tmp_path.iterdir()) == []
