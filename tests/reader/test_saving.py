"""Whether everything is saved: what the reader is told is true, and does not stay when it no longer is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from reader.saving import Change, Saving


class Slow:
    """A keeper whose jobs end when the test says so."""

    def __init__(self) -> None:
        self.under_way: list[Any] = []
        self.state = "saved"

    def do(self, job: Any, done: Any, failed: Any) -> None:
        store = SimpleNamespace(status=SimpleNamespace(state=self.state, reason=None), notices=())
        self.under_way.append(lambda: done(job(store)))

    def finish(self) -> None:
        self.under_way.pop(0)()


def test_saving_is_taken_back_when_it_is_over() -> None:
    """A job that says nothing of itself was seen under way: the reader is told when all is saved."""
    keeper, heard = Slow(), list[Change]()
    saving = Saving(keeper, heard.append)  # type: ignore[arg-type]
    saving.submit(lambda store: None, quiet=True)
    assert saving.status.state == "saving"
    keeper.finish()
    assert heard == [Change("status")]
    assert saving.status.state == "saved"


def test_a_quiet_job_that_nobody_saw_stays_quiet() -> None:
    """The look around of each second repaints nothing."""
    keeper, heard = Slow(), list[Change]()
    saving = Saving(keeper, heard.append)  # type: ignore[arg-type]
    saving.submit(lambda store: None, quiet=True)
    keeper.finish()
    assert heard == []


def test_what_waits_for_the_disk_waits_until_all_is_there() -> None:
    """A draft may go when its note is saved: not while that is under way, nor while the disk refuses it."""
    keeper, done = Slow(), list[str]()
    saving = Saving(keeper, lambda change: None)  # type: ignore[arg-type]
    keeper.state = "unsaved"
    saving.submit(lambda store: done.append("note"))
    saving.when_saved(lambda: done.append("draft"))
    assert done == []
    keeper.finish()
    keeper.finish()
    assert done == ["note"]
    keeper.state = "saved"
    saving.submit(lambda store: done.append("later"))
    keeper.finish()
    assert done == ["note", "later", "draft"]
    saving.submit(lambda store: None)
    keeper.finish()
    assert done == ["note", "later", "draft"]
