"""The short forms of the trials in `benchmarks`: kills, power cuts, rivals, failing operations."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from annotations import durable
from annotations.ledger import recovery
from benchmarks import store_faults, store_kills, store_power, store_rivals
from benchmarks.store_session import Recorder, play

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is cut off here is not being written by anybody."""
    monkeypatch.setattr(recovery, "PATIENCE_S", 0.0)


def test_a_killed_writer_loses_nothing(tmp_path: Path) -> None:
    """What was acknowledged before a SIGKILL is there, and nothing is said about damage."""
    acknowledged, lost, unreadable = store_kills.trial(tmp_path, 2, seed=4)
    assert acknowledged > 0
    assert (lost, unreadable) == (0, 0)


@pytest.mark.parametrize(("data", "names"), [("nothing", "nothing"), ("half", "all"), ("zeros", "nothing")])
def test_a_power_cut_loses_nothing(tmp_path: Path, data: str, names: str) -> None:
    """What was acknowledged is there after the power fails, whatever the system had not written yet."""
    done = store_power.cut(store_power.recorded(tmp_path), tmp_path, data, names, every=5)
    assert done["notes"] > 50
    assert (done["lost"], done["unsaved"]) == (0, 0)


def test_the_power_trial_sees_a_missing_sync(tmp_path: Path) -> None:
    """A store that did not sync its journal would fail the trial above."""
    record = [op for op in store_power.recorded(tmp_path) if op[0] != "sync"]
    assert store_power.cut(record, tmp_path, "nothing", "all", every=5)["lost"] > 0
    record = [op for op in store_power.recorded(tmp_path / "again") if op[0] != "sync folder"]
    assert store_power.cut(record, tmp_path / "again", "all", "nothing", every=5)["lost"] > 0


def test_all_that_changes_files_is_recorded(tmp_path: Path) -> None:
    """The record holds each kind of operation, so that the trial cuts between all of them."""
    recorder = Recorder()
    with durable.using(recorder):
        play(tmp_path / "data" / "annotations.json").close()
    kinds = {str(operation[0]) for operation in recorder.record}
    assert kinds == {"create", "write", "sync", "rename", "folder", "sync folder"}


def test_rivals_lose_nothing(tmp_path: Path) -> None:
    """Two processes of ours at once, then two with a plain TinyDB program between them."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "mixed").mkdir()
    assert store_rivals.ours(tmp_path / "ours", 2, 30) == (60, 0)
    found = store_rivals.mixed(tmp_path / "mixed", 10)
    assert found["ours"] == 20
    assert (found["ours missing"], found["foreign missing"], found["aside"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("code", "for_ever"), [(errno.ENOSPC, True), (errno.EIO, False), (errno.EACCES, False)]
)
def test_failing_operations_lose_nothing(code: int, for_ever: bool) -> None:
    """Whatever fails, nothing raises, what was acknowledged is on the disk, the rest in memory and saved later."""
    done = store_faults.fail(code, for_ever=for_ever, every=9)
    assert done["trials"] > 10
    assert (done["lost"], done["forgotten"], done["not healed"]) == (0, 0, 0)
