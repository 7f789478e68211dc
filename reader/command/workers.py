"""Many files in several processes: the answers in the files' order, and a process that dies costs its own file alone.

A pool of the standard library waits for ever where a worker is ended while it writes its answer: all workers share one
pipe there. Here each has its own, so what is half written ends with who wrote it.
"""

from __future__ import annotations

import signal
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from multiprocessing.connection import Connection

Row = dict[str, Any]

_AHEAD = 8
"""How many files each worker may be ahead of the row that is asked for: what waits takes memory."""


def in_processes(
    paths: Sequence[str], work: Callable[[str], Row], jobs: int, lost: Callable[[str], Row]
) -> Generator[Row, None, None]:
    """The row of each file, in the order given.

    Args:
        work: what makes a row; it travels to the workers, which are spawned.
        jobs: how many workers, 1 or more.
        lost: the row of a file whose worker died of it.

    Closing the generator, or an error within it, ends the workers at once.
    """
    todo = deque(enumerate(paths))
    rows: dict[int, Row] = {}
    crew: list[_Worker] = []
    try:
        crew += (_Worker(work) for _ in range(min(jobs, len(paths))))
        for place in range(len(paths)):
            while place not in rows:
                for worker in crew:
                    if worker.place is None and todo and todo[0][0] < place + _AHEAD * len(crew):
                        worker.give(*todo.popleft())
                answering = wait([worker.connection for worker in crew if worker.place is not None])
                for i, worker in enumerate(crew):
                    if worker.connection in answering and worker.place is not None:
                        row = worker.take()
                        rows[worker.place] = lost(paths[worker.place]) if row is None else row
                        worker.place = None
                        if row is None:
                            worker.end()
                            crew[i] = _Worker(work)
            yield rows.pop(place)
    finally:
        for worker in crew:
            worker.end()


class _Worker:
    """A process and the pipe to it.

    Attributes:
        place: of the file that it works on; None while it waits.
    """

    def __init__(self, work: Callable[[str], Row]) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, work))
        self.place: int | None = None
        with _deaf():
            self.process.start()
        theirs.close()

    def give(self, place: int, path: str) -> None:
        self.place = place
        with suppress(OSError):  # it is gone: `take` says so
            self.connection.send(path)

    def take(self) -> Row | None:
        """Its answer; None where it died before it gave one."""
        try:
            row: Row = self.connection.recv()
        except (EOFError, OSError):
            return None
        return row

    def end(self) -> None:
        self.process.terminate()
        self.process.join()
        self.connection.close()


@contextmanager
def _deaf() -> Iterator[None]:
    """A process that is started here never hears of ctrl+c, which reaches a whole group: who started it ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Started with the first worker it would let ctrl+c through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, work: Callable[[str], Row]) -> None:
    """What a worker does: answer until nobody asks any more."""
    with suppress(EOFError, OSError):
        while True:
            connection.send(work(connection.recv()))
