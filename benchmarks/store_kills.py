"""Kills a writing process at random moments: `python -m benchmarks.store_kills [KILLS]`.

The writer says each note's number when the store has acknowledged it. After each kill the store must open without a
word about damage, and hold every note that was said.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from annotations.ledger import fold
from annotations.store import Store
from benchmarks.store_data import annotation, article, table

AGAIN = 40
"""Kills on one store before a new one is begun."""


def write_for_ever(path: Path, first: int) -> None:
    """Write notes until killed, with folds and journals put away often; say what is acknowledged."""
    fold.JOURNAL = 6000
    store = Store(path)
    number = first
    while True:
        with store.transaction("note", article(0).id) as change:
            change.put(article(0))
            change.put(annotation(number, 0))
        if store.status.state == "saved":
            os.write(1, b"%d\n" % number)
        if number % 5 == 0:
            store.fold_if_due(9.0)
        number += 1


def killed(path: Path, first: int, delay_s: float) -> list[int]:
    """What one writer said before it was killed, `delay_s` seconds after its first word."""
    code = f"from benchmarks.store_kills import *; write_for_ever(Path({str(path)!r}), {first})"
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert child.stdout is not None
    said = child.stdout.readline()
    time.sleep(delay_s)
    child.send_signal(signal.SIGKILL)
    said += child.stdout.read()
    child.wait()
    return [int(line) for line in said.splitlines(keepends=True) if line.endswith(b"\n")]


def trial(folder: Path, kills: int, seed: int) -> tuple[int, int, int]:
    """So many kills on one store: how many notes were acknowledged, lost, and how often it was unreadable."""
    path = folder / "annotations.json"
    draw = random.Random(seed)
    said: set[str] = set()
    unreadable = 0
    next_number = 0
    for _ in range(kills):
        numbers = killed(path, next_number, draw.random() ** 2 * 0.2)
        next_number = max(numbers, default=next_number) + 2
        said |= {annotation(number, 0).id for number in numbers}
        store = Store(path)
        unreadable += bool(store.notices) or store.status.state != "saved"
        found = {row.id for row in store.annotations()}
        store.close()
    return len(said), len(said - found), unreadable


def main() -> None:
    """Print the table."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    totals = [0, 0, 0]
    for seed, start in enumerate(range(0, kills, AGAIN)):
        with tempfile.TemporaryDirectory() as name:
            done = trial(Path(name), min(AGAIN, kills - start), seed)
        totals = [before + now for before, now in zip(totals, done, strict=True)]
        print(start + AGAIN, *totals, file=sys.stderr)
    print(table(["kills", "acknowledged", "lost", "unreadable"], [[kills, *totals]]))


if __name__ == "__main__":
    main()
