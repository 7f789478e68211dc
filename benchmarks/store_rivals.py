"""Several programs on one store at once: `python -m benchmarks.store_rivals [PROCESSES [NOTES]]`.

First four processes write their notes at the same time: all must be there. Then two processes of ours write while a
plain TinyDB program opens the file, inserts a row, closes it and looks whether the row stands in the file: nothing of
ours may be lost, and each row that stood there must be taken in.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import tinydb

from annotations import schema
from annotations.store import Store
from benchmarks.store_data import annotation, article, table

PLAIN_FROM = 1_000_000


def write(path: Path, first: int, count: int, pause_s: float = 0.0) -> None:
    """One process of ours: write notes, refresh and fold as the app does; say what is acknowledged."""
    store = Store(path)
    for number in range(first, first + count):
        with store.transaction("note", article(0).id) as change:
            change.put(annotation(number, 0))
        if store.status.state == "saved":
            print(number)
        if number % 10 == 0:
            store.refresh()
            store.fold_if_due(9.0)
        time.sleep(pause_s)
    store.close()


def write_plainly(path: Path, count: int, pause_s: float) -> None:
    """Another program: open with plain TinyDB, insert, close; say which rows stand in the file at its path then."""
    for number in range(PLAIN_FROM, PLAIN_FROM + count):
        try:
            with tinydb.TinyDB(path) as db:
                db.table("annotations").insert(schema.encode(annotation(number, 0)))
            if annotation(number, 0).id.encode() in path.read_bytes():
                print(number)
        except ValueError:
            print(f"no JSON at {number}", file=sys.stderr)
        time.sleep(random.random() * pause_s)


def started(function: str, path: Path, *arguments: float) -> subprocess.Popen[str]:
    """A process that runs a function of this module."""
    call = ", ".join([f"Path({str(path)!r})", *map(str, arguments)])
    code = f"from benchmarks.store_rivals import *; {function}({call})"
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def said(processes: list[subprocess.Popen[str]]) -> set[str]:
    """The ids of the notes whose numbers the processes said, once all have ended."""
    words = [word for process in processes for word in process.communicate()[0].split()]
    return {annotation(int(word), 0).id for word in words}


def begin(path: Path) -> None:
    """A store with an article, folded, so that the file is there."""
    store = Store(path)
    with store.transaction("open") as change:
        change.put(article(0))
    store.close()


def ours(folder: Path, processes: int, count: int) -> tuple[int, int]:
    """How many notes were acknowledged by processes of ours, and how many of them are missing."""
    path = folder / "annotations.json"
    begin(path)
    due = said([started("write", path, at * count, count) for at in range(processes)])
    found = {row.id for row in Store(path).annotations()}
    return len(due), len(due - found)


def mixed(folder: Path, count: int) -> dict[str, int]:
    """Two processes of ours and a plain TinyDB program: what was said, and what of it is missing."""
    path = folder / "annotations.json"
    begin(path)
    two = [started("write", path, at * count, count, 0.06) for at in (0, 1)]
    plain = [started("write_plainly", path, count // 5, 0.8)]
    due, foreign = said(two), said(plain)
    store = Store(path)
    found = {row.id for row in store.annotations()}
    json.loads(path.read_bytes())
    return {
        "ours": len(due),
        "ours missing": len(due - found),
        "foreign in the file": len(foreign),
        "foreign missing": len(foreign - found),
        "aside": len(list(path.parent.glob("*.kept/bad-*"))),
    }


def main() -> None:
    """Print both tables."""
    processes = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    with tempfile.TemporaryDirectory() as name:
        print(
            table(
                ["processes", "acknowledged", "missing"], [[processes, *ours(Path(name), processes, count)]]
            )
        )
    with tempfile.TemporaryDirectory() as name:
        found = mixed(Path(name), count // 2)
        print(table(list(found), [list(found.values())]))


if __name__ == "__main__":
    main()
