"""Where long work runs: the store's one thread, and a process for analysis. Tests run both in place.

Results come back through `post`, which the owner gives: it must run what it is handed on the owner's own thread.
"""

from __future__ import annotations

import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import redirect_stderr
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from annotations.store import Store

T = TypeVar("T")


class Worker(Protocol):
    """Runs a pure function on picklable arguments and hands its result to `then`, or its exception to `failed`."""

    def run(
        self,
        work: Callable[..., T],
        *args: Any,
        then: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None: ...

    def close(self) -> None: ...


class InPlace:
    """Runs the work at once, in the caller's thread: for tests and the command line."""

    def run(
        self,
        work: Callable[..., T],
        *args: Any,
        then: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        try:
            result = work(*args)
        except Exception as error:
            failed(error)
        else:
            then(result)

    def close(self) -> None:
        pass


class InProcess:
    """Runs the work in a spawned process, one piece after the other; the process ends when nothing is left to do.

    A busy thread would hold the interpreter's lock and with it the keys; a process cannot, and it can be ended at any
    moment, so that quitting never waits for an analysis.
    """

    def __init__(self, post: Callable[[Callable[[], None]], None]) -> None:
        self._post = post
        self._attendant = ThreadPoolExecutor(1, thread_name_prefix="analysis")
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._under_way = 0
        self._lock = Lock()
        self._closed = False

    def run(
        self,
        work: Callable[..., T],
        *args: Any,
        then: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        def deliver(done: Future[T]) -> None:
            self._under_way -= 1
            if self._closed or done.cancelled():
                return
            if error := done.exception():
                failed(error)
            else:
                then(done.result())

        self._under_way += 1
        self._attendant.submit(self._ask, work, args).add_done_callback(
            lambda done: self._post(lambda: deliver(done))
        )

    def _ask(self, work: Callable[..., T], args: tuple[Any, ...]) -> T:
        """Send the work to the process and wait for its answer; on the attendant's thread."""
        if self._pipe is None:
            self._begin()
        assert self._pipe is not None
        try:
            self._pipe.send((work, args))
            good, answer = self._pipe.recv()
        except (EOFError, OSError):
            self._end()
            raise
        if self._under_way <= 1:
            self._end()
        if not good:
            raise RuntimeError(answer)
        return cast("T", answer)

    def _begin(self) -> None:
        from multiprocessing import get_context, resource_tracker

        # Textual puts an object without a file descriptor in place of standard error, which the tracker's start trips on.
        with redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()
        context = get_context("spawn")
        with self._lock:
            if self._closed:
                raise EOFError
            pipe, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs,), daemon=True)
            process.start()
            theirs.close()
            self._pipe, self._process = pipe, process

    def _end(self) -> None:
        with self._lock:
            process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if process is not None and pipe is not None:
            pipe.close()
            process.terminate()
            process.join()

    def close(self) -> None:
        """End the process at once, whatever it is doing; nothing more is delivered."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.terminate()
        self._attendant.shutdown(wait=False, cancel_futures=True)


def _serve(pipe: Connection) -> None:
    """The process's side: run what comes until the other end is gone."""
    import os
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the screen is the app's alone
    while True:
        try:
            work, args = pipe.recv()
        except EOFError:
            return
        try:
            answer = (True, work(*args))
        except Exception as error:
            answer = (False, f"{type(error).__name__}: {error}")
        pipe.send(answer)


class Keeper:
    """The one thread that owns the store; everybody else holds frozen rows.

    Jobs run in the order they are given. Without `post` they run at once, in the caller's thread.
    """

    def __init__(
        self, open_store: Callable[[], Store], post: Callable[[Callable[[], None]], None] | None = None
    ) -> None:
        self._open = open_store
        self._post = post
        self._store: Store | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store") if post else None

    def do(
        self,
        job: Callable[[Store], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Run a job on the store; its result goes to `then`, its exception to `failed` (where there is one)."""

        def deliver(done: Future[T]) -> None:
            if error := done.exception():
                if failed is None:
                    raise error
                failed(error)
            elif then is not None:
                then(done.result())

        if self._thread is None or self._post is None:
            done: Future[T] = Future()
            try:
                done.set_result(job(self.store))
            except Exception as error:
                done.set_exception(error)
            deliver(done)
            return
        post = self._post
        self._thread.submit(lambda: job(self.store)).add_done_callback(
            lambda done: None if done.cancelled() else post(lambda: deliver(done))
        )

    @property
    def store(self) -> Store:
        """The store, opened at first use; only to be touched from a job."""
        if self._store is None:
            self._store = self._open()
        return self._store

    def close(self, elsewhere: Sequence[Path] = ()) -> Path | None:
        """Finish every job given so far, then close the store.

        Args:
            elsewhere: where the store goes, to the first that can be written, if changes are unsaved even now.

        Returns:
            Where it went; None where all is saved, or nothing could be done.
        """
        if self._thread is None:
            return self._close_store(elsewhere)
        went = self._thread.submit(self._close_store, elsewhere).result()
        self._thread.shutdown(wait=True)
        return went

    def _close_store(self, elsewhere: Sequence[Path]) -> Path | None:
        store, self._store = self._store, None
        if store is None:
            return None
        went = None
        if elsewhere and store.retry().state == "unsaved":
            went = next((place for place in elsewhere if _saved_to(store, place)), None)
        store.close()
        return went


def _saved_to(store: Store, place: Path) -> bool:
    from annotations.errors import StoreError

    try:
        store.save_elsewhere(place)
    except StoreError:
        return False
    return True
