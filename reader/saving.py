"""What one session has under way with the store, and whether all of it is durable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.outcome import Status as StoreStatus
    from annotations.store import Store
    from reader.background import Keeper

What = Literal["document", "blocks", "analysis", "annotations", "corrections", "status"]


@dataclass(frozen=True, slots=True)
class Change:
    """What is new, for those who show it.

    Attributes:
        what: which part of the session changed.
        message: one line for the status line; may be empty.
    """

    what: What
    message: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """Whether what was done is durable.

    Attributes:
        state: "saving" while a change is under way, "unsaved" where the store cannot be written.
        reason: why, where it is not saved.
    """

    state: Literal["saved", "saving", "unsaved", "read-only"] = "saved"
    reason: str = ""


class Saving:
    """Hands jobs to the store's thread in order and keeps count of them.

    Attributes:
        pending: jobs under way.
        settled: called when the last job under way is done.
    """

    def __init__(self, keeper: Keeper, listen: Callable[[Change], None]) -> None:
        self._keeper = keeper
        self._listen = listen
        self._status = self._seen = Status()
        self._once_on_disk: list[Callable[[], object]] = []
        self.pending = 0
        self.settled: Callable[[], None] = lambda: None

    @property
    def status(self) -> Status:
        """Whether everything is durable; whoever asks is told when that is true no more."""
        self._seen = self._now
        return self._seen

    @property
    def _now(self) -> Status:
        return Status("saving") if self.pending and self._status.state == "saved" else self._status

    def submit(
        self, job: Callable[[Store], Any], then: Callable[[Any], None] | None = None, *, quiet: bool = False
    ) -> None:
        """Run a job on the store; its result goes to `then`.

        Args:
            quiet: say nothing of it unless the state of saving is not the one that was last asked for.
        """
        self.pending += 1

        def done(result: Any) -> None:
            value, status, notices = result
            self.pending -= 1
            self._status = Status(status.state, status.reason or "")
            if then is not None:
                then(value)
            for notice in notices:
                self._listen(Change("status", notice))
            if not self.pending:
                self.settled()
            if self._now != self._seen or not quiet:
                self._listen(Change("status"))

        def failed(error: BaseException) -> None:
            self.pending -= 1
            self._status = Status("unsaved", str(error))
            self._listen(Change("status"))

        self._keeper.do(lambda store: (job(store), self._told_on_disk(store), store.notices), done, failed)

    def when_saved(self, act: Callable[[], object], meanwhile: Callable[[], object] = lambda: None) -> None:
        """Run something on the store's thread once all that was submitted until now is on the disk.

        Args:
            meanwhile: run where that has to wait.
        """

        def wait(store: Store) -> None:
            if store.status.state != "saved":
                meanwhile()
            self._once_on_disk.append(act)

        self.submit(wait, quiet=True)

    def _told_on_disk(self, store: Store) -> StoreStatus:
        """The store's status; where all is saved, what waited for that is done."""
        status = store.status
        if status.state == "saved":
            waiting, self._once_on_disk = self._once_on_disk, []
            for act in waiting:
                act()
        return status
