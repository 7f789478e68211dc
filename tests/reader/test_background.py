"""Work in the background: results arrive on the owner's side, failures too, and closing waits for nothing."""

import os
import queue
import time
from collections.abc import Callable
from typing import Any

from reader.background import InPlace, InProcess


def collect() -> tuple[queue.Queue[Callable[[], None]], Callable[[Callable[[], None]], None]]:
    posted: queue.Queue[Callable[[], None]] = queue.Queue()
    return posted, posted.put


def test_work_runs_in_another_process_and_its_result_comes_back() -> None:
    """The keys stay quick because the work is not in this process; a second piece of work follows the first."""
    posted, post = collect()
    worker, results = InProcess(post), []
    worker.run(os.getpid, then=results.append, failed=results.append)
    worker.run(len, "four", then=results.append, failed=results.append)
    for _ in range(2):
        posted.get(timeout=30)()
    assert results[0] != os.getpid()
    assert results[1] == 4
    worker.run(int, "x", then=results.append, failed=results.append)
    posted.get(timeout=30)()
    assert "ValueError" in str(results[2])
    worker.close()


def test_closing_ends_the_work_at_once() -> None:
    """Quitting never waits for an analysis, and what comes too late is not delivered."""
    posted, post = collect()
    worker, results = InProcess(post), []
    worker.run(time.sleep, 600, then=results.append, failed=results.append)
    while worker._process is None:
        time.sleep(0.01)
    worker.close()
    posted.get(timeout=30)()
    assert results == []


def test_work_in_place_says_what_failed() -> None:
    """Tests and the command line see the same two outcomes."""
    results: list[Any] = []
    InPlace().run(int, "7", then=results.append, failed=results.append)
    InPlace().run(int, "x", then=results.append, failed=results.append)
    assert results[0] == 7
    assert isinstance(results[1], ValueError)
