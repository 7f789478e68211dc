"""What the store costs, beside TinyDB's own storage and SQLite, in one run: `python -m benchmarks.store_cost [SIZE…]`.

For each number of annotations: one change made durable (median; what the disk's own fsync of such a line takes is
printed beside it); opening until the first article's notes are there; the longest time that another thread had to wait
meanwhile, and during a fold; the fold; the file's size; the memory that the open store takes.
"""

from __future__ import annotations

import dataclasses
import json
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import tinydb

from annotations import schema
from annotations.ledger import journal, snapshot
from annotations.ledger.ledger import Ledger
from annotations.ledger.rows import Change
from annotations.store import Store
from benchmarks.store_data import annotation, article, table, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SIZES = (100, 1_000, 10_000, 100_000)
CHANGES = 30
NOTES_AN_ARTICLE = 20


class Stalls:
    """Measures how long a thread that wants to run every millisecond is kept from it."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Stalls:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.is_set():
            start = time.perf_counter()
            time.sleep(0.001)
            self.longest = max(self.longest, time.perf_counter() - start - 0.001)


def fill(path: Path, size: int) -> None:
    """Write a store with so many annotations, as a fold would."""
    tables = snapshot.empty()
    for number in range(max(1, size // NOTES_AN_ARTICLE)):
        tables["articles"].put(number + 1, schema.encode(article(number)))
    for number in range(size):
        tables["annotations"].put(number + 1, schema.encode(annotation(number, number // NOTES_AN_ARTICLE)))
    ledger = Ledger(path)
    ledger.tables, ledger.folded = tables, -1
    assert ledger.fold(), ledger.trouble


class Bare:
    """What appending and syncing one line of a journal takes without us."""

    def __init__(self, folder: Path) -> None:
        row = schema.encode(annotation(1, 1))
        draft = journal.Draft("note", "a", changes=[Change("annotations", "x", 1, None, row)])
        self._line = journal.line(draft.entry(1))
        self._file = open(folder / "bare", "ab")  # noqa: SIM115 - it lives as long as the folder
        self.times: list[float] = []

    def append(self) -> None:
        """One line."""
        start = time.perf_counter()
        self._file.write(self._line)
        self._file.flush()
        os.fsync(self._file.fileno())
        self.times.append(time.perf_counter() - start)

    def beside(self, acts: Iterable[Callable[[], object]]) -> str:
        """The median of the acts' durations, milliseconds, with a bare line before each of them."""
        times = []
        for act in acts:
            self.append()
            times.append(timed(act))
        return f"{statistics.median(times) * 1000:.2f}"

    @property
    def median(self) -> str:
        """Of all bare lines, milliseconds."""
        return f"{statistics.median(self.times) * 1000:.2f}"


def ours(folder: Path, size: int, bare: Bare) -> dict[str, str]:
    """The store's own figures."""
    path = folder / "ours.json"
    fill(path, size)
    first = article(0).id
    with Stalls() as opening:
        start = time.perf_counter()
        store = Store(path)
        assert len(store.annotations(first)) == min(size, NOTES_AN_ARTICLE)
        opened = time.perf_counter() - start

    def insert(number: int) -> None:
        with store.transaction("note", first) as change:
            change.put(annotation(size + number, 0))

    def edit(number: int) -> None:
        row = store.annotations(first)[number % min(size, NOTES_AN_ARTICLE)]
        with store.transaction("note", first) as change:
            change.put(dataclasses.replace(row, note=f"changed {number}"), was=row)

    insert(-1)
    saved = bare.beside(lambda n=n: insert(n) for n in range(CHANGES))
    edited = bare.beside(lambda n=n: edit(n) for n in range(CHANGES))
    fold = timed(store._ledger.fold)
    insert(CHANGES)
    with Stalls() as folding:
        assert store._ledger.fold()
    store.close()
    return {
        "insert": saved,
        "edit": edited,
        "open": f"{opened * 1000:.0f}",
        "stall opening": f"{opening.longest * 1000:.0f}",
        "fold": f"{fold * 1000:.0f}",
        "stall folding": f"{folding.longest * 1000:.0f}",
        "MB on disk": f"{path.stat().st_size / 1e6:.2f}",
        "MB in memory": memory(path),
    }


def memory(path: Path) -> str:
    """How much more memory a process takes once the store is open, MB; only where the system tells."""
    if not Path("/proc/self/statm").exists():
        return "–"
    code = (
        "import sys, annotations.storage\n"
        "from annotations.store import Store\n"
        "pages = lambda: int(open('/proc/self/statm').read().split()[1])\n"
        "before = pages()\n"
        "store = Store(sys.argv[1])\n"
        "print(pages() - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    return f"{int(done.stdout) * resource.getpagesize() / 1e6:.0f}"


def plain(folder: Path, size: int, bare: Bare) -> dict[str, str]:
    """TinyDB with its own storage, on the same rows."""
    path = folder / "plain.json"
    notes = {str(n + 1): schema.encode(annotation(n, n // NOTES_AN_ARTICLE)) for n in range(size)}
    path.write_text(json.dumps({"annotations": notes}))
    changes = 3 if size > 20_000 else 10
    with Stalls() as opening:
        start = time.perf_counter()
        db = tinydb.TinyDB(path)
        found = db.table("annotations").search(tinydb.Query().article == article(0).id)
        opened = time.perf_counter() - start
    assert len(found) == min(size, NOTES_AN_ARTICLE)
    rows = db.table("annotations")
    inserts = [lambda n=n: rows.insert(schema.encode(annotation(size + n, 0))) for n in range(changes)]
    edits = [lambda n=n: rows.update({"note": f"changed {n}"}, doc_ids=[1]) for n in range(changes)]
    result = {
        "insert": bare.beside(inserts),
        "edit": bare.beside(edits),
        "open": f"{opened * 1000:.0f}",
    }
    db.close()
    return result | {
        "stall opening": f"{opening.longest * 1000:.0f}",
        "MB on disk": f"{path.stat().st_size / 1e6:.2f}",
    }


def sqlite(folder: Path, size: int, bare: Bare) -> dict[str, str]:
    """SQLite with a write-ahead log and full syncing, a row a note, an index by article."""
    path = folder / "notes.sqlite"
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("pragma journal_mode=wal")
    db.execute("pragma synchronous=full")
    db.execute("create table notes (id text primary key, article text, row text)")
    db.execute("create index by_article on notes (article)")
    rows = [annotation(n, n // NOTES_AN_ARTICLE) for n in range(size)]
    db.execute("begin")
    db.executemany(
        "insert into notes values (?, ?, ?)", ((r.id, r.article, json.dumps(schema.encode(r))) for r in rows)
    )
    db.execute("commit")
    db.close()

    def first() -> sqlite3.Connection:
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("pragma synchronous=full")
        found = db.execute("select row from notes where article = ?", (article(0).id,)).fetchall()
        assert len([schema.decode("annotations", json.loads(row)) for (row,) in found]) == min(
            size, NOTES_AN_ARTICLE
        )
        return db

    start = time.perf_counter()
    db = first()
    opened = time.perf_counter() - start

    def insert(number: int) -> None:
        row = annotation(size + number, 0)
        db.execute(
            "insert into notes values (?, ?, ?)", (row.id, row.article, json.dumps(schema.encode(row)))
        )

    def edit(number: int) -> None:
        row = dataclasses.replace(rows[0], note=f"changed {number}")
        db.execute("update notes set row = ? where id = ?", (json.dumps(schema.encode(row)), row.id))

    saved = bare.beside(lambda n=n: insert(n) for n in range(CHANGES))
    edited = bare.beside(lambda n=n: edit(n) for n in range(CHANGES))
    db.close()
    size_mb = path.stat().st_size / 1e6
    return {
        "insert": saved,
        "edit": edited,
        "open": f"{opened * 1000:.0f}",
        "MB on disk": f"{size_mb:.2f}",
    }


def main() -> None:
    """Print the table."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    heads = ["insert", "edit", "open", "stall opening", "fold", "stall folding", "MB on disk", "MB in memory"]
    rows: list[list[str]] = []
    for size in sizes:
        for act in (ours, plain, sqlite):
            with tempfile.TemporaryDirectory() as name:
                bare = Bare(Path(name))
                found = act(Path(name), size, bare)
            row = [f"{size:,}", act.__name__, bare.median, *(found.get(head, "–") for head in heads)]
            rows.append(row)
            print(*row, file=sys.stderr)
    print(table(["annotations", "store", "bare fsync", *heads], rows))
    print(
        "milliseconds, but where it says MB; peak of this process:",
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    )


if __name__ == "__main__":
    main()
