"""Watching a file: each change is told once, also where an editor replaces the file; the reader's place is kept."""

import os
from pathlib import Path

from reader.ui.watching import Watch, same_place


def test_a_change_is_told_once_when_it_has_settled(tmp_path: Path) -> None:
    """An editor that is still writing is waited for."""
    path = tmp_path / "a.txt"
    path.write_text("one")
    watch = Watch(str(path))
    assert not watch.look()
    path.write_text("one two")
    assert [watch.look() for _ in range(4)] == ["", "changed", "", ""]


def test_a_file_that_is_replaced_by_rename_counts(tmp_path: Path) -> None:
    """Many editors write a new file under the old name; while it is missing for a moment nothing is told."""
    path = tmp_path / "a.txt"
    path.write_text("one")
    watch = Watch(str(path))
    path.rename(tmp_path / "a.txt~")
    assert not watch.look()
    (tmp_path / "new").write_text("two")
    os.replace(tmp_path / "new", path)
    assert [watch.look() for _ in range(3)] == ["", "changed", ""]


def test_a_file_that_goes_and_comes_back_is_told_once_each(tmp_path: Path) -> None:
    """Deleted while it is open: said once, and again when it is there, as it was or with other words."""
    path = tmp_path / "a.txt"
    path.write_text("one")
    watch = Watch(str(path))
    path.rename(tmp_path / "away")
    assert [watch.look() for _ in range(4)] == ["", "gone", "", ""]
    (tmp_path / "away").rename(path)
    assert [watch.look() for _ in range(3)] == ["", "back", ""]
    path.unlink()
    assert [watch.look() for _ in range(3)] == ["", "gone", ""]
    path.write_text("one and two")
    assert [watch.look() for _ in range(3)] == ["", "changed", ""]
    never = Watch(str(tmp_path / "never"))
    assert [never.look() for _ in range(3)] == ["", "", ""]


def test_the_place_is_kept_by_its_words() -> None:
    """A paragraph put in above moves the reader along with the text."""
    old = "The first paragraph is here.\n\nThe second one says where the reader was.\n"
    new = "A new one stands above.\n\n" + old
    at = old.index("The second")
    assert same_place(old, new, at) == new.index("The second")
    assert same_place(old, "short", at) <= len("short")
    assert same_place("", "anything", 0) == 0
