"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.whole import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def mask() -> Iterator[None]:
    """The mask of a reader who shares nothing."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def _write(path: Path, **how: bool) -> None:
    with whole(path, **how) as file:
        file.write(b"new")


@pytest.mark.usefixtures("mask")
def test_a_new_file_is_as_open_as_the_reader_lets_it_be(tmp_path: Path) -> None:
    """Protects notes that are exported from the eyes of others where the reader's mask keeps them out."""
    _write(tmp_path / "notes.md")
    assert (tmp_path / "notes.md").stat().st_mode & 0o777 == 0o600


def test_a_file_keeps_its_mode_and_a_link_its_end(tmp_path: Path) -> None:
    """Protects a shared file, and a link into a folder of notes, from being replaced by something else."""
    kept, link = tmp_path / "kept.md", tmp_path / "link.md"
    kept.write_bytes(b"old")
    kept.chmod(0o640)
    link.symlink_to(kept)
    _write(link)
    assert (link.is_symlink(), kept.read_bytes(), kept.stat().st_mode & 0o777) == (True, b"new", 0o640)
    _write(kept, private=True)
    assert kept.stat().st_mode & 0o777 == 0o600


def test_what_is_not_written_to_its_end_leaves_nothing(tmp_path: Path) -> None:
    """Protects what stood there from an error in the middle of writing."""
    path = tmp_path / "notes.md"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), whole(path) as file:
        file.writelines([b"ne", "w"])  # type: ignore[list-item]
    assert [p.name for p in tmp_path.iterdir()] == ["notes.md"]
    assert path.read_bytes() == b"old"
