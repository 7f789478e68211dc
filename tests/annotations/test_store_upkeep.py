"""Looking after a store: check, repair, copies, going back, purging, moving; and when nothing can be saved."""

from __future__ import annotations

import datetime
import errno
import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from annotations import durable, schema
from annotations.drafts import Drafts, NoteDraft
from annotations.errors import StoreError
from annotations.ledger import fold, ledger, pruning, snapshot
from annotations.ledger.upkeep import Finding
from annotations.model import Anchor
from annotations.outcome import Purged, Status
from annotations.store import Store
from annotations.text import sha256
from tests.annotations.store_rows import ANCHOR, ARTICLE, folded, note, numbers, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Of a store with an article and notes 1 to 3, folded and closed."""
    return folded(tmp_path)


class Failing(durable.Operations):
    """Operations of which those named fail."""

    def __init__(self, code: int, *names: str) -> None:
        for name in names:
            setattr(self, name, self.fail)
        self.code = code

    def fail(self, *_: object) -> int:
        raise OSError(self.code, os.strerror(self.code))


def test_a_sound_store_has_no_findings(path: Path) -> None:
    """Nothing is reported where nothing is wrong."""
    store = Store(path)
    write(store, 4)
    store.keep_text("The text.")
    assert store.check() == ()


def test_check_names_what_is_wrong_and_repair_mends_it(path: Path) -> None:
    """A damaged line, copy, text, open permissions and leftovers are found, mended, and not found again."""
    kept = path.parent / "annotations.json.kept"
    journal = path.parent / "annotations.json.journal"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(lines[0] + b"damage\n" + b"".join(lines[1:]))
    copy = next(kept.glob("copy-*"))
    copy.write_bytes(copy.read_bytes()[:-9])
    store = Store(path)
    store.keep_text("The text.")
    text = next((path.parent / "annotations.json.texts").iterdir())
    text.write_bytes(b"")
    path.chmod(0o644)
    leftover = path.with_name("annotations.json.99.new")
    leftover.write_bytes(b"{")
    stranger = note(7)
    with store.transaction("odd") as change:
        change.put(schema.decode("annotations", {**schema.encode(stranger), "article": "urn:uuid:none"}))  # type: ignore[arg-type]
    assert store.check() == (
        Finding(journal.name, "line 2 is damaged; those before and after it are used"),
        Finding(copy.name, "the copy is damaged"),
        Finding("annotations", "row 4 (urn:uuid:7) belongs to an article that the store does not know"),
        Finding(sha256("The text."), "the kept text of an article is damaged"),
        Finding(path.name, "other users of this computer may read it"),
        Finding(leftover.name, "it is left over from a write that was cut short"),
    )
    done = store.repair()
    assert len(done) == 4, done
    assert [finding.where for finding in store.check()] == ["annotations"]
    assert numbers(Store(path)) == [1, 2, 3, 7]


def test_a_fold_clears_what_a_crash_left(path: Path) -> None:
    """Half-written files of killed writers do not pile up; files of others stay."""
    left = path.with_name("annotations.json.99.new")
    others = [path.with_name("another.json.9.new"), path.with_name("annotations.json.mine.new")]
    for each in (left, *others):
        each.write_bytes(b"{")
    store = Store(path)
    write(store, 4)
    store.close()
    assert [each.exists() for each in (left, *others)] == [False, True, True]


def test_going_back_to_a_copy_is_one_undoable_change(path: Path) -> None:
    """`restore` puts all rows back as the copy has them, marks later ones as deleted, and undo takes that back."""
    store = Store(path)
    copy = store.backups()[0]
    assert (copy.annotations, copy.name.endswith(".json.gz")) == (3, True)
    write(store, 4)
    with store.transaction("change", ARTICLE.id) as change:
        change.put(note(1, note="changed"))
        change.delete("urn:uuid:2")
    store.restore(copy.name)
    assert [row.note for row in store.annotations()] == ["note 1", "note 2", "note 3"]
    assert [row.id for row in store.annotations(deleted=True) if row.deleted] == ["urn:uuid:4"]
    assert store.undo() is not None
    assert [row.note for row in store.annotations()] == ["changed", "note 3", "note 4"]
    with pytest.raises(StoreError, match="no copy named 'x'"):
        store.restore("x")


def test_every_copy_that_is_listed_can_be_gone_back_to(path: Path) -> None:
    """Protects the copy that is asked for from making room for the one that is made before going back."""
    folder = path.parent / "annotations.json.kept"
    first = next(folder.glob("copy-*"))
    for day in range(1, 11):
        (folder / f"copy-202601{day:02}T000000Z-{day:012}.json.gz").write_bytes(first.read_bytes())
    first.unlink()
    names = [copy.name for copy in Store(path).backups()]
    assert len(names) == 10
    for number, name in enumerate(names):
        trial = path.parent / str(number) / path.name
        shutil.copytree(path.parent, trial.parent, ignore=shutil.ignore_patterns("[0-9]"))
        Store(trial).restore(name)
        assert name in [copy.name for copy in Store(trial).backups()]


def test_going_back_to_no_copy_changes_nothing(path: Path) -> None:
    """Protects a store from a mistyped name: no file is made and no copy thinned away."""
    store = Store(path)
    before = sorted(path.parent.rglob("*"))
    with pytest.raises(StoreError):
        store.restore("copy-of-yesterday")
    assert sorted(path.parent.rglob("*")) == before


def test_a_long_journal_is_put_away_and_still_undone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Old journals reach as far back as undo does, and another window follows across them."""
    monkeypatch.setattr(fold, "JOURNAL", 100)
    window = Store(path)
    for number in (4, 5):
        store = Store(path)
        write(store, number)
        store.close()
    assert len(list((path.parent / "annotations.json.kept").glob("journal-*"))) == 2
    assert window.refresh()
    assert numbers(window) == [1, 2, 3, 4, 5]
    left = []
    while window.undo(ARTICLE.id):
        left.append(numbers(window))
    assert left == [[1, 2, 3, 4], [1, 2, 3], [1, 2], [1], []]


def test_purge_drops_what_nobody_needs(path: Path) -> None:
    """Tombstones and texts of no note go, living notes and their text stay; a dry run only counts."""
    store = Store(path)
    for text in ("needed", "old"):
        store.keep_text(text)
    anchor = ANCHOR.__class__("needed", "", "", 0, 6, sha256("needed"))
    with store.transaction("mark") as change:
        change.put(note(4, anchor=anchor))
        change.delete("urn:uuid:1")
    tomorrow = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)
    long_ago = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
    assert store.purge(long_ago, dry_run=True).rows == 0
    size = sum(file.stat().st_size for file in store._texts.files(sha256("old")))
    for purged in (store.purge(tomorrow, dry_run=True), store.purge()):
        assert purged == Purged(1, 0, 1, size)
    assert [row.id for row in store.annotations(deleted=True)] == ["urn:uuid:2", "urn:uuid:3", "urn:uuid:4"]
    assert (store.text(sha256("needed")), store.text(sha256("old"))) == ("needed", None)
    assert store.check() == ()


def test_old_journals_that_a_rebuilding_needs_stay(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What ended before a date goes only where two newer copies stand in for it."""
    monkeypatch.setattr(fold, "JOURNAL", 100)
    store = Store(path)
    for number in (4, 5, 6):
        write(store, number)
        store.fold_if_due(2)
    places = store._ledger.places
    assert pruning.removable(places, time.time() + 9) == ()
    store.repair()
    write(store, 7)
    store.repair()
    assert len(pruning.removable(places, time.time() + 9)) >= 1
    assert pruning.removable(places) == ()
    path.write_bytes(b"")
    store.purge(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1))
    path.unlink()
    assert numbers(Store(path)) == [1, 2, 3, 4, 5, 6, 7]


def test_an_older_schema_is_brought_forward_with_a_copy_first(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration runs once, on opening, and the store as it was is kept."""
    before = len(Store(path).backups())

    def shout(tables: snapshot.Tables) -> None:
        rows = tables["annotations"]
        for doc in list(rows):
            rows.put(doc, {**rows.get(doc), "note": rows.get(doc)["note"].upper()})

    monkeypatch.setattr(schema, "VERSION", 2)
    monkeypatch.setattr(schema, "MIGRATIONS", {1: shout})
    for _ in range(2):
        store = Store(path)
        assert [row.note for row in store.annotations()] == ["NOTE 1", "NOTE 2", "NOTE 3"]
        write(store, 4)
        with store.transaction("away") as change:
            change.delete("urn:uuid:4")
            change.purge("urn:uuid:4")
        store.close()
    assert len(store.backups()) in (before, before + 1)
    assert b'"schema":2' in path.read_bytes()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "the disk reports an error"),
        (errno.EACCES, "there is no permission"),
    ],
)
def test_what_cannot_be_saved_is_kept_and_retried(path: Path, code: int, words: str) -> None:
    """With the disk against us changes stay in memory in words, undo works on, and all is saved once it can be."""
    store = Store(path)
    with durable.using(Failing(code, "write")):
        write(store, 4, 5)
        assert store.undo(ARTICLE.id) is not None
        assert store.status == Status("unsaved", words)
        assert store.retry() == Status("unsaved", words)
        assert numbers(store) == [1, 2, 3, 4]
        store.close()
    assert numbers(Store(path)) == [1, 2, 3]
    assert store.retry() == Status("saved")
    assert numbers(Store(path)) == [1, 2, 3, 4]


def test_unsaved_changes_go_on_top_of_what_another_window_saved(path: Path) -> None:
    """What waits in memory is put on the newer rows, field by field, when the disk is back."""
    store, window = Store(path), Store(path)
    with durable.using(Failing(errno.ENOSPC, "write")), store.transaction("colour") as change:
        change.put(note(1, colour="red"))
    with window.transaction("note") as change:
        change.put(note(1, note="theirs"))
    write(window, 8)
    assert store.refresh()
    for _ in range(2):
        assert next((row.colour, row.note) for row in store.annotations()) == ("red", "theirs")
        assert numbers(store) == [1, 2, 3, 8]
        store.retry()
    window.refresh()
    assert next((row.colour, row.note) for row in window.annotations()) == ("red", "theirs")


def test_a_lock_held_too_long_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody keeps the lock: the change waits in memory."""
    monkeypatch.setattr(ledger, "PATIENCE_S", 0.02)
    store, window = Store(path), Store(path)
    with window._ledger.writing():
        write(store, 4)
        assert store.status == Status("unsaved", "another program keeps the store locked")
    assert store.retry() == Status("saved")
    assert numbers(Store(path)) == [1, 2, 3, 4]


def test_another_place_takes_what_cannot_be_saved(path: Path, tmp_path: Path) -> None:
    """On the way out all can be written elsewhere, texts included, and the store goes on from there."""
    store = Store(path)
    store.keep_text("The text.")
    with durable.using(Failing(errno.ENOSPC, "write")):
        write(store, 4)
    with pytest.raises(StoreError, match="a file of that name"):
        store.save_elsewhere(path)
    elsewhere = tmp_path / "stick" / "mine.json"
    store.save_elsewhere(elsewhere)
    assert (store.status, store.path) == (Status("saved"), elsewhere)
    write(store, 5)
    store.close()
    again = Store(elsewhere)
    assert numbers(again) == [1, 2, 3, 4, 5]
    assert again.text(sha256("The text.")) == "The text."
    assert numbers(Store(path)) == [1, 2, 3]


def test_a_journal_removed_under_us_is_made_good(path: Path) -> None:
    """Somebody deletes the journal while the program runs: what is in memory goes into the file."""
    store = Store(path)
    write(store, 4, 5)
    (path.parent / "annotations.json.journal").unlink()
    write(store, 6)
    for opened in (store, Store(path)):
        assert numbers(opened) == [1, 2, 3, 4, 5, 6]


def test_files_are_private(path: Path) -> None:
    """Nobody else on the computer may read the notes."""
    store = Store(path)
    store.keep_text("The text.")
    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.rglob("*")}
    assert {mode for name, mode in modes.items() if name.endswith((".kept", ".texts"))} == {0o700}
    assert {mode for name, mode in modes.items() if not name.endswith((".kept", ".texts"))} == {0o600}


def test_long_texts_are_kept_around_their_notes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a text over the limit the surroundings of each annotation are kept."""
    from annotations import texts

    monkeypatch.setattr(texts, "LIMIT", 20_000)
    store = Store(path)
    long = "".join(f"sentence {number} " for number in range(5000))
    name = sha256(long)
    with store.transaction("mark") as change:
        change.put(note(4, anchor=ANCHOR.__class__("sentence", "", "", 40_000, 40_008, name)))
    store.keep_text(long)
    assert store.text(name) is None
    assert store.text_around(name, 40_000, 40_008) == (38_000, long[38_000:42_008])
    assert store.text_around(name, 10, 20) is None


def test_drafts_come_back(tmp_path: Path) -> None:
    """What was being typed is there after a crash, newest first, until it is dropped; damage is left out."""
    drafts = Drafts(tmp_path / "drafts")
    first = NoteDraft("file:///a", None, Anchor("words", "", "", 3, 9, "ab"), "half a tho")
    second = NoteDraft("file:///b", "urn:uuid:1", Anchor("other", "", "", 0, 5, "cd"), "more", "tag, two")
    assert drafts.all() == ()
    assert drafts.keep(first) is None
    assert drafts.keep(second) is None
    (tmp_path / "drafts" / "x.draft.json").write_bytes(b"[1]")
    assert {(draft.article, draft.note) for draft in Drafts(tmp_path / "drafts").all()} == {
        ("file:///a", "half a tho"),
        ("file:///b", "more"),
    }
    drafts.drop(second, since="2020-01-01T00:00:00.000Z")
    assert len(drafts.all()) == 2
    drafts.drop(second, since=schema.now())
    drafts.drop(second)
    assert [draft.note for draft in drafts.all("file:///a")] == ["half a tho"]
    assert [draft.note for draft in drafts.all("file:///moved", "ab")] == ["half a tho"]
    with durable.using(Failing(errno.ENOSPC, "write")):
        assert drafts.keep(second) == "the disk is full"
