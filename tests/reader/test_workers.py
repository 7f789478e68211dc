"""Analysing in several processes."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING, Any

import pytest

from reader.command.workers import in_processes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Work = Callable[[str], dict[str, Any]]

WORK = """
import os, time

def work(path):
    if path == "dies":
        os._exit(9)
    if path == "half":
        # An answer that ends in the midst of a message, as that of a process that is killed while it writes.
        for fd in range(3, 20):
            try:
                os.write(fd, (1000).to_bytes(4, "big") + b"half")
            except OSError:
                pass
        os._exit(9)
    if path == "slow":
        time.sleep(0.2)
    if path == "endless":
        time.sleep(600)
    return {"path": path, "by": os.getpid()}
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    (tmp_path / "workshop.py").write_text(WORK)
    monkeypatch.syspath_prepend(tmp_path)
    made: Work = importlib.import_module("workshop").work
    return made


def lost(path: str) -> dict[str, Any]:
    return {"path": path, "error": "lost"}


def test_answers_come_in_the_files_order(work: Work) -> None:
    """Protects the order of the output from workers of unequal speed."""
    paths = ["slow", *map(str, range(40))]
    rows = list(in_processes(paths, work, 2, lost))
    assert [row["path"] for row in rows] == paths
    assert len({row["by"] for row in rows}) == 2


@pytest.mark.parametrize("ending", ["dies", "half"])
def test_a_worker_that_dies_costs_its_own_file_alone(work: Work, ending: str) -> None:
    """Protects a long run from one file that the system ends a process for."""
    rows = list(in_processes(["a", ending, "b", "c"], work, 2, lost))
    assert [(row["path"], row.get("error")) for row in rows] == [
        ("a", None),
        (ending, "lost"),
        ("b", None),
        ("c", None),
    ]


def test_no_worker_stays_behind(work: Work) -> None:
    """Protects the machine from processes that nobody waits for, whatever they are at."""
    rows = in_processes(["a", "endless", "b"], work, 2, lost)
    first = next(rows)["by"]
    rows.close()
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
